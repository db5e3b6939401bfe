import { mkdir, readFile, rm, rmdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { batchOf } from "../support/batches.js";
import { exchange } from "../support/exchange.js";
import { sharedGateway } from "../support/gateway.js";
import { cardInput, reportInput } from "../support/inputs.js";
import { unique, type Person } from "../support/person.js";
import { runTool, type Ended } from "../support/process.js";
import { removeFolder, scratchFolder } from "../support/scratch.js";

/** R13.2: `npm run import`, as an engineer runs it. Each test has a SOC and files of its own. */
const shared = sharedGateway({ at: "2026-03-05T10:00:00Z" });

let folder = "";
beforeAll(async () => {
  folder = await scratchFolder("dabyl-import-");
});
afterAll(() => removeFolder(folder));

async function imports(soc: Person | null, ...args: readonly string[]): Promise<Ended> {
  const token: Readonly<Record<string, string>> = soc ? { DABYL_TOKEN: soc.token } : {};
  return runTool("tools/import", { LC_ALL: "C", ...token }, [...args, ...(soc ? ["--url", soc.world.url] : [])]);
}

async function file(name: string, text: string | Buffer): Promise<string> {
  const own = join(folder, unique("table"));
  await mkdir(own);
  await writeFile(join(own, name), text);
  return join(own, name);
}

/** The statuses of the results beside a file, by their rows. */
async function resultsOf(path: string): Promise<string[]> {
  const text = await readFile(`${path}.results.csv`, "utf8");
  const [, ...rows] = text.trimEnd().split("\r\n");
  return rows.map((row) => row.split(",").slice(0, 3).join(" "));
}

/** What is said but for how far it is, which depends on how long it takes. */
function told(output: string): string[] {
  return output.split("\n").filter((line) => !line.startsWith("Read: "));
}

const OBJECT = { description: "Сервер" };

/** A table of reports: what its rows say, and how they are read. */
async function reports(rows: readonly string[], changes: object = {}): Promise<readonly [string, string, string]> {
  const table = await file("reports.csv", ["№;Когда;Вид;Суть;Комментарий", ...rows, ""].join("\r\n"));
  const columns = {
    "№": "submissionKey",
    Когда: { to: "report.confirmedAt", dates: ["dd.MM.yyyy HH:mm"] },
    Вид: "report.type",
    Суть: "report.summary",
  };
  const constants = { "report.affectedObjects": [OBJECT] };
  const mapping = await file("m.json", JSON.stringify({ document: "incidentReport", columns, constants, ...changes }));
  return [table, "--mapping", mapping];
}

describe("a trial", () => {
  test("names each fault by row and column, and what goes nowhere, without a gateway", async () => {
    const table = await reports([
      '1;31.02.2026 10:00;Фишинг;"две ""строки""\nв ячейке";',
      ";;;;",
      "2;01.03.2026 10:00;фишинк;a;",
      "2;01.03.2026 10:00;Фишинг;b;",
      "3;01.03.2026;Фишинг;c",
      "4;01.03.2026;Фишинг;;",
    ]);
    const { code, output } = await imports(null, ...table, "--dry-run");
    expect(output).toContain('Columns that go nowhere: "Комментарий".');
    expect(output.split("\n").filter((line) => line.startsWith("row "))).toEqual([
      'row 2, column "Когда": "31.02.2026 10:00": the calendar has no such day.',
      expect.stringMatching(/^row 4, column "Вид": /),
      'row 5, column "№": It has the key of row 4: each document needs a key of its own. If rows are one document, set `joinRows`.',
      expect.stringMatching(/^row 6: The number of its cells is 4, that of the row of names 5/),
      expect.stringMatching(/^row 7, column "Когда": "01.03.2026" has no time/),
      expect.stringMatching(/^row 7, column "Суть": .*`summary`/),
    ]);
    expect(code).toBe(2);
  });

  test("with a gateway, rules are judged too, in the language that is asked for, and nothing is kept", async () => {
    const soc = await shared().soc();
    const table = await reports(["1;01.03.2099 10:00;Фишинг;a;", "2;01.03.2026 10:00;Фишинг;b;"]);
    const { code, output } = await imports(soc, ...table, "--dry-run", "--language", "ru");
    expect(output).toMatch(/строка 2, столбец «Когда»: .*[а-я].*\(L3\)/);
    expect(output).toContain("Проверено шлюзом: 2; было бы отклонено: 1");
    expect(code).toBe(2);
    expect((await imports(soc, ...table)).output).toContain("accepted: 1");
  });

  test("says each kind of fault and warning once, how often it is and in which rows first; the rest stands in a file", async () => {
    const soc = await shared().soc();
    const old = Array.from({ length: 200 }, (_, index) => `old ${index};01.02.2026 10:00;Фишинг;a;`);
    const bad = Array.from({ length: 100 }, (_, index) => `bad ${index};31.02.2026 10:00;Фишинг;a;`);
    const table = await reports([...old, ...bad]);
    const { code, output } = await imports(soc, ...table, "--dry-run");
    expect(code).toBe(2);
    expect(output).toMatch(/\nrow 2.*: warning: /);
    expect(output).toContain("The same is wrong or doubtful in others, 200 in all; the first: 2, 3, 4, 5, 6.");
    expect(output).toContain(
      "The same is wrong or doubtful in others, 100 in all; the first: 202, 203, 204, 205, 206.",
    );
    expect(told(output).length).toBeLessThan(25);
    const trial = await readFile(`${table[0]}.trial.csv`, "utf8");
    const rows = trial.trimEnd().split(/\r\n(?=\d+,)/);
    expect(rows).toHaveLength(301);
    expect(rows[200]).toMatch(/^201,old 199,fit,,"?row 201\b/);
    expect(rows[300]).toMatch(/^301,bad 99,faulty,,"?row 301, column ""Когда""/);
    // What is accepted is told in the same way.
    const sent = await imports(soc, ...(await reports(old)));
    expect(sent.output).toContain("others, 200 in all");
    expect(told(sent.output).length).toBeLessThan(25);
  });
});

test("a trial goes on where its file cannot be written, or not to its end, and says so (R13.2)", async () => {
  const table = await reports(["1;31.02.2026 10:00;Фишинг;a;", "2;01.03.2026 10:00;Фишинг;b;"]);
  const trial = `${table[0]}.trial.csv`;
  const tried = async (): Promise<void> => {
    const { code, output } = await imports(null, ...table, "--dry-run");
    expect(output).toMatch(/trial\.csv cannot be written \(E[A-Z]+\)/);
    expect(output).toContain("the calendar has no such day");
    expect(output).toContain("Documents read: 2; can be sent: 1; faulty: 1.");
    expect(output).not.toContain("stands in");
    expect(code).toBe(2);
  };
  await mkdir(trial);
  await tried();
  await rmdir(trial);
  // A disk that is full.
  await symlink("/dev/full", trial);
  await tried();
});

describe("in the language of whoever runs it", () => {
  test.for([
    ["kk", { LC_ALL: "kk_KZ.UTF-8" }, [], "Ештеңе жіберілмеді"],
    ["ru", { LC_ALL: "", LANG: "ru_RU.UTF-8" }, [], "Ничего не отправлено"],
    ["en", { LC_ALL: "kk_KZ.UTF-8" }, ["--language", "en"], "Nothing was sent"],
  ] as const)("%s: faults, counts and what hinders it", async ([, environment, options, nothing]) => {
    const token = { DABYL_TOKEN: "x", ...environment };
    const [table, ...mapping] = await reports(["1;вчера;Фишинг;a;"]);
    const run = (...args: readonly string[]): Promise<Ended> => runTool("tools/import", token, [...args, ...options]);
    const refused = await run(table, ...mapping, "--url", "http://127.0.0.1:1");
    expect(refused).toMatchObject({ code: 2, output: expect.stringContaining(nothing) });
    const hindered = [
      await run(),
      await run(table, "--dry-run"),
      await run("nothing.csv", "--dry-run"),
      await run("--odd"),
    ];
    expect(hindered.map(({ code }) => code)).toEqual([1, 1, 1, 1]);
    const help = await run("--help");
    expect(help.code).toBe(0);
    for (const { output } of [refused, ...hindered, help]) {
      const own = output.replaceAll(/["«].*?["»]|`.*?`|\(.*?\)|[\w./-]*\.(?:csv|md)/g, "");
      if (nothing.startsWith("N")) expect(own).not.toMatch(/\p{Script=Cyrillic}{3}/u);
      else expect(own).toMatch(/\p{Script=Cyrillic}{3}/u);
    }
  });
});

test("nothing is sent where a row cannot be read; with --skip-faulty the others are", async () => {
  const soc = await shared().soc();
  const table = await reports(["1;01.03.2026 10:00;Фишинг;a;", "2;вчера;Фишинг;b;"]);
  const refused = await imports(soc, ...table);
  expect([refused.code, refused.output]).toEqual([2, expect.stringContaining("Nothing was sent")]);
  const { code } = await imports(soc, ...table, "--skip-faulty");
  expect([code, await resultsOf(table[0])]).toEqual([2, expect.arrayContaining(["2 1 accepted", "3 2 faulty"])]);
});

test("a row that is changed after it was sent is refused, and told how to mend that", async () => {
  const soc = await shared().soc();
  await imports(soc, ...(await reports(["1;01.03.2026 10:00;Фишинг;a;"])));
  const changed = await reports(["1;01.03.2026 10:00;Фишинг;иначе;"]);
  expect((await imports(soc, ...changed)).code).toBe(2);
  const results = await readFile(`${changed[0]}.results.csv`, "utf8");
  expect(results).toMatch(
    /2,1,refused,.*row 2, column ""№"": .*changed after it was sent.*`incidentId` and `revision`/,
  );
});

test("without a column for keys they are made of what rows say", async () => {
  const soc = await shared().soc();
  const { "№": _, ...columns } = { "№": 1, Когда: { to: "report.confirmedAt", dates: ["dd.MM.yyyy HH:mm"] }, Вид: "report.type", Суть: "report.summary" }; // prettier-ignore
  const table = await reports(["1;01.03.2026 10:00;Фишинг;a;"], { columns });
  const { output } = await imports(soc, ...table);
  expect([output, await resultsOf(table[0])]).toEqual([
    expect.stringContaining("accepted: 1"),
    [expect.stringMatching(/^2 import-[0-9a-f]{32} accepted$/)],
  ]);
  expect((await imports(soc, ...table)).output).toContain("repeated: 1");
});

test("a mapping that is wrong is refused with every fault and the nearest names", async () => {
  const table = await reports(["1;01.03.2026 10:00;Фишинг;a;"], {
    colums: {},
    columns: { Вид: { to: "report.typ", values: {} }, Суть: { to: "report.severity", values: { выс: "HIHG" } } },
  });
  const { code, output } = await imports(null, ...table, "--dry-run");
  expect(code).toBe(1);
  expect(output).toContain("there is no `colums`. `columns` is probably meant.");
  expect(output).toContain('columns["Вид"].to: there is no `typ`. `type` is probably meant.');
  expect(output).toContain("`HIGH` is probably meant.");
});

test("documents are sent as they are: a batch in XML, lines of JSON, a folder of both", async () => {
  const soc = await shared().soc();
  const now = shared().clock.now();
  const [one, two] = [unique("r"), unique("c")];
  const own = join(folder, unique("folder"));
  await mkdir(own);
  await writeFile(join(own, "1.xml"), batchOf([["incidentReport", { submissionKey: one, report: reportInput(now) }]], "xml")); // prettier-ignore
  await writeFile(join(own, "2.ndjson"), `${batchOf([["incidentCard", { submissionKey: two, incidentId: `key:${one}`, card: cardInput(now) }]])}{"incidentCard": 1}\n`); // prettier-ignore
  const trial = await imports(soc, own, "--dry-run");
  expect([trial.code, trial.output]).toEqual([2, expect.stringMatching(/2\.ndjson, line 2, column \d+/)]);
  const { code } = await imports(soc, own, "--skip-faulty");
  expect(code).toBe(2);
  // What is not sent is known before what is.
  expect((await resultsOf(own)).toSorted()).toEqual([
    `1.xml:3 ${one} accepted`,
    `2.ndjson:1 ${two} accepted`,
    "2.ndjson:2  faulty",
  ]);
});

test("nothing is sent where the results cannot be written; where there is no room for them any more, that is said (R13.2)", async () => {
  const soc = await shared().soc();
  const rows = Array.from({ length: 200 }, (_, index) => `${unique("row")};01.03.2026 10:00;Фишинг;Письмо ${index};`);
  const table = await reports(rows);
  const results = `${table[0]}.results.csv`;
  await mkdir(results);
  const unsent = await imports(soc, ...table);
  expect(unsent).toMatchObject({ code: 1, output: expect.stringContaining("Nothing was sent.") });
  const [first = ""] = rows[0]?.split(";") ?? [];
  expect((await exchange(soc, `receipts/${first}`)).status).toBe(404);
  await rmdir(results);
  // A disk that is full.
  await symlink("/dev/full", results);
  const stopped = await imports(soc, ...table);
  expect(stopped).toMatchObject({ code: 3, output: expect.stringContaining("What was accepted stands") });
  // What is known by then is told all the same.
  expect(stopped.output).toMatch(/\(E[A-Z]+\).*accepted: \d+/s);
  expect(stopped.output).not.toMatch(/^ +at /m);
  await rm(results, { force: true });
  expect(await imports(soc, ...table)).toMatchObject({ code: 0 });
});

test("a token that is not valid, and a gateway that is not there, are said", async () => {
  const soc = await shared().soc();
  const rows = Array.from({ length: 5_000 }, (_, index) => `${index};01.03.2026 10:00;Фишинг;${"а".repeat(500)};`);
  const table = await reports(rows);
  expect(await imports(soc.withToken("dabyl_wrong"), ...table)).toMatchObject({ code: 3, output: expect.stringContaining("401") }); // prettier-ignore
  const away = await runTool("tools/import", { DABYL_TOKEN: "x" }, [...table, "--url", "http://127.0.0.1:1"]);
  expect(away).toMatchObject({ code: 3, output: expect.stringContaining("No gateway answers") });
});
