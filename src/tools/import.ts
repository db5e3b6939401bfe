import { readFile, stat } from "node:fs/promises";
import { extname } from "node:path";
import { parseArgs } from "node:util";
import { DOCUMENT_KINDS, type DocumentKind } from "../domain/forms/documents.js";
import { SECOND, type Instant } from "../domain/instant.js";
import { IMPORT_HELP } from "../domain/wording/import-help.js";
import { inWords, LOCALES, negotiateLocale, say, type Locale } from "../domain/wording/wording.js";
import { openCsv } from "../import/csv.js";
import { Files, isOfDocuments } from "../import/files.js";
import type { Gateway } from "../import/gateway.js";
import { Import, type Outcome } from "../import/import.js";
import { readMapping } from "../import/mapping.js";
import { Obstacle, obstacle, Stopped, unreadable, whyOf } from "../import/obstacle.js";
import type { Source } from "../import/places.js";
import { Table } from "../import/table.js";
import { openXlsx } from "../import/xlsx.js";
import { systemClock } from "../platform/clock.js";
import { Hindrance, runProgram } from "../platform/program.js";

/** How a program ends, by what it came to. */
const EXIT: Readonly<Record<Outcome, number>> = { DONE: 0, FAULTY: 2, UNFINISHED: 3 };

interface Options {
  readonly file: string;
  readonly mapping: string | null;
  readonly isDryRun: boolean;
  readonly skipsFaulty: boolean;
  readonly gateway: Gateway | null;
  readonly language: Locale;
  readonly kind: DocumentKind | null;
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        mapping: { type: "string" },
        "dry-run": { type: "boolean", default: false },
        url: { type: "string" },
        "token-file": { type: "string" },
        "skip-faulty": { type: "boolean", default: false },
        language: { type: "string" },
        kind: { type: "string" },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    // Node names the option in an English sentence.
    const option = error instanceof Error ? /'(-[^' ]+)/.exec(error.message)?.[1] : undefined;
    throw obstacle(say("importOptionUnknown", { why: option ?? whyOf(error) }));
  }
}

async function readOptions({ values, positionals }: ReturnType<typeof parse>): Promise<Options> {
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw obstacle(say("importStart", { is: "ONE_FILE" }));
  const language = values.language === undefined ? usual() : oneOf("--language", values.language, LOCALES);
  const kind = values.kind === undefined ? null : oneOf("--kind", values.kind, DOCUMENT_KINDS);
  const isDryRun = values["dry-run"];
  if (values.url === undefined && !isDryRun) throw obstacle(say("importStart", { is: "NO_ADDRESS" }));
  const gateway =
    values.url === undefined
      ? null
      : { address: addressOf(values.url), token: await tokenOf(values["token-file"]), language };
  return {
    file,
    mapping: values.mapping ?? null,
    isDryRun,
    skipsFaulty: values["skip-faulty"],
    gateway,
    language,
    kind,
  };
}

function oneOf<T extends string>(option: string, given: string, known: readonly T[]): T {
  const found = known.find((one) => one === given);
  if (found === undefined) throw obstacle(say("importOption", { option, known: known.join(", ") }));
  return found;
}

function addressOf(given: string): URL {
  const address = URL.canParse(given) ? new URL(given) : null;
  if (!address || !/^https?:$/.test(address.protocol) || address.search !== "" || address.username !== "")
    throw obstacle(say("importStart", { is: "ADDRESS" }));
  if (!address.pathname.endsWith("/")) address.pathname += "/";
  return address;
}

async function tokenOf(file: string | undefined): Promise<string> {
  const said = file === undefined ? process.env["DABYL_TOKEN"] : await textIn(file);
  const token = said?.trim() ?? "";
  if (token === "") throw obstacle(say("importStart", { is: "NO_TOKEN" }));
  if (!/^[\x21-\x7E]+$/.test(token)) throw obstacle(say("importStart", { is: "TOKEN" }));
  return token;
}

async function textIn(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw unreadable(file, error);
  }
}

async function sourceOf({ file, mapping: named, kind, language }: Options): Promise<Source> {
  const found = await stat(file).catch(() => null);
  if (!found) throw obstacle(say("importNothingAt", { path: file }));
  if (found.isDirectory() || isOfDocuments(file)) {
    if (named !== null) throw obstacle(say("importStart", { is: "MAPPING_OF_DOCUMENTS" }));
    return Files.at(file, kind, language);
  }
  const ending = extname(file).toLowerCase();
  const isCsv = [".csv", ".tsv", ".txt"].includes(ending);
  if (!isCsv && ![".xlsx", ".xlsm"].includes(ending)) throw obstacle(say("importNoTable", { path: file }));
  if (named === null) throw obstacle(say("importStart", { is: "NO_MAPPING" }));
  const mapping = readMapping(await textIn(named), named);
  const sheet = isCsv ? await openCsv(file, mapping) : await openXlsx(file, mapping.sheet);
  return new Table(sheet, mapping, language, isCsv);
}

/** The language of whoever runs it, as POSIX has it: `kk_KZ.UTF-8`. */
function usual(): Locale {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return negotiateLocale((LC_ALL || LC_MESSAGES || LANG)?.split(/[_.@]/)[0]);
}

/** The language in which it is said how to begin, or that nothing can. */
function asked(): Locale {
  const given = process.argv.slice(2).join(" ");
  return LOCALES.find((one) => new RegExp(`--language[ =]${one}\\b`).test(given)) ?? usual();
}

async function runImport(): Promise<void> {
  const given = parse();
  if (given.values.help) {
    console.log(IMPORT_HELP[asked()](DOCUMENT_KINDS.join(", ")));
    return;
  }
  const options = await readOptions(given);
  const source = await sourceOf(options);
  const stop = new AbortController();
  const clock = systemClock;
  let askedAt: Instant | null = null;
  // npm passes on what the terminal has sent already: the same wish within a second is one.
  const onSignal = (): void => {
    if (askedAt !== null && clock.now() - askedAt > SECOND) process.exit(3);
    if (askedAt === null) console.error(inWords(say("importStopping", {}), options.language));
    askedAt ??= clock.now();
    stop.abort();
  };
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  const { file, gateway, isDryRun, skipsFaulty, language: locale } = options;
  const work = new Import(source, file, { clock, locale, signal: stop.signal });
  try {
    const outcome = gateway && !isDryRun ? await work.send(gateway, skipsFaulty) : await work.tryOut(gateway);
    process.exitCode = EXIT[outcome];
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    console.error(error.says.map((says) => inWords(says, locale)).join("\n"));
    process.exitCode = 3;
  } finally {
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
  }
}

await runProgram(async () => {
  try {
    await runImport();
  } catch (error) {
    if (!(error instanceof Obstacle)) throw error;
    throw new Hindrance(error.says.map((says) => inWords(says, asked())).join("\n"));
  }
});
