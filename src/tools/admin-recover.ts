import { parseArgs } from "node:util";
import { asOwner, expectCurrent, findExistingDatabase } from "../database.js";
import { HOUR, type Instant } from "../domain/instant.js";
import { canonicalText, forbiddenCharacter, isBlank } from "../domain/text.js";
import { recover } from "../features/parties/recovery.js";
import { systemClock } from "../platform/clock.js";
import { readConfig, type Config } from "../platform/config.js";
import { Hindrance, runProgram } from "../platform/program.js";

const USAGE =
  'Usage: npm run admin:recover -- --reason "why, and who asked for it" [--name "the new administrator\'s name"]. Reason and name are kept in the database.';

/**
 * `npm run admin:recover -- --reason TEXT`: gives a national centre that nobody can administer any more a new administrator,
 * with the login that owns the tables, and prints the token once. Gateways may run meanwhile.
 */
await runProgram(async () => {
  const config = readConfig(process.env);
  const draft = readArguments(process.argv.slice(2), config);
  const database = await findExistingDatabase(config);
  try {
    console.error(`Database: ${database.place}`);
    await expectCurrent(database.logins.owner);
    const now = systemClock.now();
    const expiresAt = (now + 30 * 24 * HOUR) as Instant;
    const made = await asOwner(database.logins.owner, (connection) => recover(connection, draft, now, expiresAt));
    console.log(
      `A new administrator of "${made.centre}", entry ${made.position} of the audit chain.\nIts token, shown once, valid for 30 days:\n\n${made.secret}\n`,
    );
    if (made.others.length > 0)
      console.log(
        `Other administrators still have valid tokens: ${made.others.join(", ")}. Revoke those that must not be used any more (revokeToken).`,
      );
  } finally {
    await database.stop();
  }
});

function readArguments(args: string[], { limits }: Config): { readonly name: string; readonly reason: string } {
  const given = parse(args);
  for (const [option, text] of Object.entries(given))
    if (isBlank(text) || [...text].length > limits.summary || forbiddenCharacter(text) !== null)
      throw new Hindrance(
        `Give --${option} as a text of 1 to ${limits.summary} characters without control characters. ${USAGE}`,
      );
  return given;
}

function parse(args: string[]): { readonly name: string; readonly reason: string } {
  try {
    const { name = "Administrator by recovery", reason = "" } = parseArgs({
      args,
      options: { name: { type: "string" }, reason: { type: "string" } },
    }).values;
    return { name: canonicalText(name), reason: canonicalText(reason) };
  } catch {
    throw new Hindrance(USAGE);
  }
}
