import { asOwner, expectCurrent, findExistingDatabase } from "../database.js";
import { readWarningList, type WarningList } from "../domain/indicator/warning-list.js";
import { takeLists, type TakenList } from "../features/indicators/warning-lists.js";
import { systemClock } from "../platform/clock.js";
import { readConfig } from "../platform/config.js";
import { Patterns } from "../platform/patterns.js";
import { Hindrance, runProgram } from "../platform/program.js";
import { readPublishedJson } from "./published-json.js";

/** Entries of all files of one run, which are held in memory. */
const MOST_ENTRIES = 3_000_000;
/** Entries that are named of those that a list has in vain. */
const NAMED = 3;
const IS: Readonly<Record<TakenList["is"], string>> = { NEW: "new", NEWER: "newer", SAME: "no change" };

/**
 * `npm run indicators:warn -- FILE…`: takes in warning lists in MISP's format, with the login that owns the tables, each in place of
 * its version before: all of them or, where one cannot be read, none. Gateways may run meanwhile.
 */
await runProgram(async () => {
  const files = process.argv.slice(2);
  if (files.length === 0 || files.some((file) => file.startsWith("-")))
    throw new Hindrance("Give the files of warning lists: npm run indicators:warn -- lists/*/list.json");
  const lists = await readAll(files);
  const database = await findExistingDatabase(readConfig(process.env));
  const patterns = new Patterns();
  try {
    console.error(`Database: ${database.place}`);
    await expectCurrent(database.logins.owner);
    const taken = await asOwner(database.logins.owner, (connection) =>
      takeLists(connection, lists, patterns, systemClock.now()),
    );
    for (const [place, list] of lists.entries()) report(list, taken[place]);
  } finally {
    await patterns.end();
    await database.stop();
  }
});

async function readAll(files: readonly string[]): Promise<readonly WarningList[]> {
  const lists = new Map<string, { readonly file: string; readonly list: WarningList }>();
  let entries = 0;
  for (const file of files) {
    const list = await readPublishedJson(file, readWarningList);
    const other = lists.get(list.name);
    if (other) throw new Hindrance(`${file} and ${other.file} both hold the list "${list.name}": give one of them.`);
    lists.set(list.name, { file, list });
    entries += list.entries.length;
    if (entries > MOST_ENTRIES)
      throw new Hindrance(`These files have more than ${MOST_ENTRIES} entries together: give fewer of them at a time.`);
  }
  return [...lists.values()].map(({ list }) => list);
}

function report({ name, version, entries, leftOut }: WarningList, taken: TakenList | undefined): void {
  if (!taken) throw new Error("each list was taken in");
  const lines = [
    `${name}, version ${version}: ${IS[taken.is]}, ${entries.length} entries, ${taken.doubtful} known values doubtful`,
    ...leftOut.slice(0, NAMED).map(({ path, entry, why }) => `  left out: ${path} ${JSON.stringify(entry)}: ${why}`),
    ...(leftOut.length > NAMED ? [`  left out: ${leftOut.length - NAMED} more`] : []),
  ];
  console.log(lines.join("\n"));
}
