import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { HOUR } from "../../src/domain/instant.js";
import { cardPaper } from "../../src/paper/card.js";
import { PdfMaker } from "../../src/paper/pdf.js";
import { Press } from "../../src/paper/press.js";
import { Shares } from "../../src/platform/shares.js";
import { eventually } from "../support/eventually.js";
import { aPaperCard, indicators } from "../support/papers.js";
import { removeFolder, scratchFolder } from "../support/scratch.js";

const PROGRAM = resolve("dist/src/paper/press-process.js");
/** Prints however long a machine under load takes for it. */
const PATIENT = { program: PROGRAM, deadline: HOUR };
const sheet = cardPaper(aPaperCard(), "kk");

let folder = "";
beforeEach(async () => {
  folder = await scratchFolder("dabyl-press-");
});
afterEach(() => removeFolder(folder));

/** A program that does something else than print. */
async function instead(source: string): Promise<string> {
  const program = join(folder, "program.mjs");
  await writeFile(program, source);
  return program;
}

const SILENT = "process.on('message', () => undefined);";
const SAYING = (what: string): string =>
  `process.on("message", () => { process.send(Buffer.from(${what})); process.send({ error: null, memory: 0 }); });`;

test("a press prints what a maker makes, one sheet after the other, large and small", async () => {
  const press = new Press(PATIENT);
  const maker = new PdfMaker();
  const sheets = [sheet, cardPaper(aPaperCard({ indicators: indicators(600) }), "ru"), sheet];
  try {
    const printed = await Promise.all(sheets.map((one) => press.print(one)));
    expect(printed.map((pdf, index) => maker.make(sheets[index] ?? sheet).equals(pdf))).toEqual([true, true, true]);
  } finally {
    press.close();
  }
});

test("what takes too long is ended, and what waits behind it is printed", async () => {
  const once = join(folder, "once");
  const program = await instead(
    `import { existsSync, writeFileSync } from "node:fs";
     process.on("message", () => {
       if (!existsSync(${JSON.stringify(once)})) { writeFileSync(${JSON.stringify(once)}, ""); for (;;); }
       process.send(Buffer.from("printed")); process.send({ error: null, memory: 0 });
     });`,
  );
  const press = new Press({ program, deadline: 3_000 });
  const [late, next] = await Promise.allSettled([press.print(sheet), press.print(sheet)]);
  press.close();
  expect(late).toMatchObject({ status: "rejected", reason: { why: "LATE" } });
  expect(next.status === "fulfilled" && Buffer.from(next.value).toString()).toBe("printed");
});

test("a process that dies, that cannot start, and a sheet that cannot be laid out are said to be broken", async () => {
  for (const program of [await instead("process.on('message', () => process.exit(3));"), join(folder, "nowhere.mjs")]) {
    const press = new Press({ program });
    await expect(press.print(sheet)).rejects.toMatchObject({ why: "BROKEN" });
    press.close();
  }
  const press = new Press(PATIENT);
  await expect(press.print({ ...sheet, locale: "no language" as "kk" })).rejects.toMatchObject({ why: "BROKEN" });
  expect((await press.print(sheet)).length).toBeGreaterThan(1_000);
  press.close();
});

test("no more wait than may; who leaves gives up its turn; the end of the gateway ends what waits", async () => {
  const press = new Press({ program: await instead(SILENT), waiting: 1 });
  const [printing, waiting] = [new AbortController(), new AbortController()];
  const first = press.print(sheet, printing.signal);
  const second = press.print(sheet, waiting.signal);
  await expect(press.print(sheet)).rejects.toMatchObject({ why: "BUSY" });
  waiting.abort(new Error("gone"));
  await expect(second).rejects.toThrow("gone");
  const third = press.print(sheet);
  printing.abort(new Error("gone too"));
  await expect(first).rejects.toThrow("gone too");
  press.close();
  await expect(third).rejects.toMatchObject({ why: expect.stringMatching(/BUSY|BROKEN/) as string });
});

test("one party does not take all places, nor one actor all of its party's; what waits is printed for the parties in turn", async () => {
  // What is printed is the sheet's number in the order of printing.
  const program = await instead(
    `let count = 0; process.on("message", () => { process.send(Buffer.from(String(++count))); process.send({ error: null, memory: 0 }); });`,
  );
  const press = new Press({ program, places: new Shares(4) });
  const of = (id: string, party: string) => press.print(sheet, undefined, { id, party: { id: party } });
  const flood = [of("a1", "a"), of("a1", "a")];
  await expect(of("a1", "a")).rejects.toMatchObject({ why: "BUSY" });
  expect(() => press.expectPlace({ id: "a1", party: { id: "a" } })).toThrow("too many sheets");
  flood.push(of("a2", "a"), of("a2", "a"));
  await expect(of("a3", "a")).rejects.toMatchObject({ why: "BUSY" });
  const other = of("b1", "b");
  const order = (await Promise.all([...flood, other])).map((pdf) => Number(Buffer.from(pdf).toString()));
  expect(order).toEqual([1, 3, 4, 5, 2]);
  // Their places are free again.
  expect(await of("a1", "a")).toBeTruthy();
  press.close();
});

test("what is too large is refused before it takes any memory", async () => {
  const press = new Press({ program: join(folder, "nowhere.mjs") });
  const rows = cardPaper(aPaperCard({ indicators: indicators(40_001) }), "kk");
  const characters = cardPaper(aPaperCard({ nature: "ж".repeat(8_000_000) }), "kk");
  for (const large of [rows, characters]) await expect(press.print(large)).rejects.toMatchObject({ why: "LARGE" });
  press.close();
});

test("a process that is killed while it lays out prints nothing, and what waits behind it is printed", async () => {
  const pid = join(folder, "pid");
  const program = await instead(
    `import { writeFileSync } from "node:fs";
     process.on("message", () => writeFileSync(${JSON.stringify(pid)}, String(process.pid)));
     await import(${JSON.stringify(pathToFileURL(PROGRAM).href)});`,
  );
  const press = new Press({ ...PATIENT, program });
  const large = cardPaper(aPaperCard({ indicators: indicators(5_000) }), "kk");
  const printed = Promise.allSettled([press.print(large), press.print(sheet)]);
  await eventually(() => existsSync(pid) && readFileSync(pid, "utf8") !== "");
  process.kill(Number(readFileSync(pid, "utf8")), "SIGKILL");
  const [killed, next] = await printed;
  press.close();
  expect(killed).toMatchObject({ status: "rejected", reason: { why: "BROKEN" } });
  expect(next.status === "fulfilled" && new PdfMaker().make(sheet).equals(next.value)).toBe(true);
});

test.skipIf(process.platform === "win32")(
  "a process that takes too much memory while it lays out is ended, and the sheet is said to be too large",
  async () => {
    const press = new Press({ ...PATIENT, memory: 150_000_000 });
    const large = cardPaper(aPaperCard({ indicators: indicators(8_000) }), "kk");
    await expect(press.print(large)).rejects.toMatchObject({ why: "LARGE", message: "printing took too much memory" });
    expect((await press.print(sheet)).length).toBeGreaterThan(1_000);
    press.close();
  },
);

test("the process is given none of the gateway's secrets", async () => {
  process.env["SECRET_OF_THE_GATEWAY"] = "secret";
  const press = new Press({ program: await instead(SAYING("JSON.stringify(process.env)")) });
  const environment = JSON.parse(Buffer.from(await press.print(sheet)).toString()) as Record<string, string>;
  press.close();
  delete process.env["SECRET_OF_THE_GATEWAY"];
  expect(Object.keys(environment).filter((name) => /SECRET|DATABASE|PATH|HOME/.test(name))).toEqual([]);
});
