import { readFile, stat } from "node:fs/promises";
import { extname } from "node:path";
import { parseArgs } from "node:util";
import { DOCUMENT_KINDS, type DocumentKind } from "../domain/forms/documents.js";
import { LOCALES, type Locale } from "../domain/wording/wording.js";
import { openCsv } from "../import/csv.js";
import { Files, isOfDocuments } from "../import/files.js";
import { Stopped, type Gateway } from "../import/gateway.js";
import { Import, type Outcome } from "../import/import.js";
import { readMapping } from "../import/mapping.js";
import type { Source } from "../import/places.js";
import { Table } from "../import/table.js";
import { openXlsx } from "../import/xlsx.js";
import { Hindrance, runProgram } from "../platform/program.js";

const HELP = `npm run import -- FILE [options]

Sends a table (.csv, .tsv, .txt, .xlsx, .xlsm) or documents (.xml, .json, .ndjson, .jsonl, a folder of them) to a gateway,
and writes what became of each row to FILE.results.csv. Safe to run again: what was accepted comes back as repeated.

  --mapping FILE     how the columns of a table become documents (docs/import.md)
  --dry-run          reads everything and says what it would do and what is wrong; with --url, the gateway judges each row
  --url URL          the gateway, such as https://gateway.example
  --token-file FILE  a file that holds the token; otherwise DABYL_TOKEN has it
  --skip-faulty      sends the rows that can be read although others cannot
  --language LANG    kk, ru or en: of what the gateway says, and of faults of form (en)
  --kind KIND        of JSON that does not say it: ${DOCUMENT_KINDS.join(", ")}
  --help

Ends with 0 where everything was accepted (or would be read), 2 where rows are faulty or were refused, 3 where it was
interrupted or the gateway is away (run it again), 1 where it cannot begin.`;

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
        language: { type: "string", default: "en" },
        kind: { type: "string" },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    throw new Hindrance(`${error instanceof Error ? error.message : "unknown option"}\n\n${HELP}`);
  }
}

async function readOptions({ values, positionals }: ReturnType<typeof parse>): Promise<Options> {
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new Hindrance(`Give one file or folder.\n\n${HELP}`);
  const language = oneOf("--language", values.language, LOCALES);
  const kind = values.kind === undefined ? null : oneOf("--kind", values.kind, DOCUMENT_KINDS);
  const isDryRun = values["dry-run"];
  if (values.url === undefined && !isDryRun) throw new Hindrance("Give the gateway's address: --url. Or --dry-run.");
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
  if (found === undefined) throw new Hindrance(`${option} is one of ${known.join(", ")}.`);
  return found;
}

function addressOf(given: string): URL {
  const address = URL.canParse(given) ? new URL(given) : null;
  if (!address || !/^https?:$/.test(address.protocol) || address.search !== "" || address.username !== "")
    throw new Hindrance("--url is the gateway's address, such as https://gateway.example.");
  if (!address.pathname.endsWith("/")) address.pathname += "/";
  return address;
}

async function tokenOf(file: string | undefined): Promise<string> {
  const said = file === undefined ? process.env["DABYL_TOKEN"] : await textIn(file);
  const token = said?.trim() ?? "";
  if (token === "")
    throw new Hindrance(
      "There is no token: set DABYL_TOKEN, or name a file that holds it (--token-file). It is no argument, since others on this machine see those.",
    );
  if (!/^[\x21-\x7E]+$/.test(token)) throw new Hindrance("The token is one word of ASCII: that is none.");
  return token;
}

async function textIn(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new Hindrance(`${file} cannot be read: ${error instanceof Error ? error.message : "unknown"}.`);
  }
}

async function sourceOf({ file, mapping: named, kind, language }: Options): Promise<Source> {
  const found = await stat(file).catch(() => null);
  if (!found) throw new Hindrance(`There is nothing at ${file}.`);
  if (found.isDirectory() || isOfDocuments(file)) {
    if (named !== null) throw new Hindrance("A mapping is for tables: documents say themselves what they are.");
    return Files.at(file, kind, language);
  }
  const ending = extname(file).toLowerCase();
  const isCsv = [".csv", ".tsv", ".txt"].includes(ending);
  if (!isCsv && ![".xlsx", ".xlsm"].includes(ending))
    throw new Hindrance(`${file} is neither a table (.csv, .tsv, .txt, .xlsx) nor documents (.xml, .json, .ndjson).`);
  if (named === null) throw new Hindrance("Say where the columns of the table go: --mapping FILE (docs/import.md).");
  const mapping = readMapping(await textIn(named), named);
  const sheet = isCsv ? await openCsv(file, mapping) : await openXlsx(file, mapping.sheet);
  return new Table(sheet, mapping, language, isCsv);
}

await runProgram(async () => {
  const given = parse();
  if (given.values.help) {
    console.log(HELP);
    return;
  }
  const options = await readOptions(given);
  const source = await sourceOf(options);
  const stop = new AbortController();
  let askedAt = 0;
  // npm passes on what the terminal has sent already: the same wish within a second is one.
  const onSignal = (): void => {
    if (askedAt > 0 && Date.now() - askedAt > 1_000) process.exit(3);
    if (askedAt === 0) console.error("Stopping: what is under way is waited for. Once more ends at once.");
    askedAt ||= Date.now();
    stop.abort();
  };
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  const { file, gateway, isDryRun, skipsFaulty } = options;
  const work = new Import(source, file, stop.signal);
  try {
    const outcome = gateway && !isDryRun ? await work.send(gateway, skipsFaulty) : await work.tryOut(gateway);
    process.exitCode = EXIT[outcome];
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    console.error(error.message);
    process.exitCode = 3;
  } finally {
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
  }
});
