import { execFile } from "node:child_process";
import { appendFile, link, mkdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MINUTE, SECOND } from "../../src/domain/instant.js";
import { createLogger } from "../../src/platform/logger.js";
import type { FileName } from "../../src/server/folder/file-names.js";
import type { Answer } from "../../src/server/folder/intake.js";
import { PartyFolder, type Taken } from "../../src/server/folder/party-folder.js";
import { PartyLook } from "../../src/server/folder/party-look.js";
import { FakeClock } from "../support/clock.js";
import { ReserveDir, type ReserveParty } from "../support/reserve.js";

/** R13.2: what a gateway takes out of a reserve folder, when, and what it leaves alone. */

const REPORT = `{"incidentReport": {"submissionKey": "k", "report": {"summary": "Файлдар шифрланды"}}}`;
const XML = `<incidentReport xmlns="urn:dabyl:exchange:1" version="1.0"><submissionKey>k</submissionKey></incidentReport>`;
const MOST = 10_000;

/** What was answered of a file that was taken in. */
interface Intaken {
  readonly file: string;
  readonly text: string;
  readonly arrivedAt: number;
}

let root: ReserveDir;
let party: ReserveParty;
let clock: FakeClock;
let look: PartyLook;
let taken: Intaken[];
let answer: (file: FileName) => Answer | null;

function aLook(): PartyLook {
  const intake = {
    isBound: () => Promise.resolve(true),
    answerTo: (_: string, file: FileName, given: Taken, arrivedAt: number) => {
      const said = answer(file);
      const text = "bytes" in given ? given.bytes.toString() : given.isNot;
      if (said) taken.push({ file: file.file, text, arrivedAt });
      return Promise.resolve(said);
    },
  };
  const locks = { take: () => Promise.resolve(true), isHeld: () => true, release: () => Promise.resolve() };
  const folder = new PartyFolder(party.code, party.path);
  return new PartyLook(folder, { intake, locks, clock, logger: createLogger("silent"), most: MOST });
}

/** Lets time pass, then looks. */
async function looksAfter(milliseconds: number): Promise<string[]> {
  clock.advance(milliseconds);
  await look.look(() => false);
  return taken.splice(0).map(({ file }) => file);
}

const looks = (): Promise<string[]> => looksAfter(SECOND);

beforeEach(async () => {
  root = await ReserveDir.make();
  party = await root.of("DEMO-ENERGY");
  clock = new FakeClock("2026-03-01T20:00:00Z");
  taken = [];
  answer = () => ({ is: "receipt", text: "{}", status: 200 });
  look = aLook();
});

afterEach(() => root[Symbol.asyncDispose]());

test("a file is taken as soon as it is there, answered, and kept under the day that it is in Almaty", async () => {
  await party.puts("report-1.json", REPORT);
  await party.puts("report-2.xml", XML);
  expect(await looks()).toEqual(["report-1.json", "report-2.xml"]);
  expect(await party.names("in")).toEqual([]);
  expect(await party.names("work")).toEqual([]);
  expect(await party.names("out")).toEqual(["report-1.receipt.json", "report-2.receipt.xml"]);
  expect(await party.names("kept")).toEqual(["2026-03-02"]);
  expect(await readFile(join(party.at("kept"), "2026-03-02", "report-1.json"), "utf8")).toBe(REPORT);
  expect(await looks()).toEqual([]);
});

test("files are taken in the order in which they came", async () => {
  for (const name of ["c.json", "a.json", "b.json"]) {
    await party.puts(name, REPORT);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(await looks()).toEqual(["c.json", "a.json", "b.json"]);
});

describe("a file that is not finished", () => {
  test.for([
    ["half.json", REPORT.slice(0, -10)],
    ["half.xml", XML.slice(0, -10)],
    ["empty.json", ""],
    ["empty.xml", "\n"],
  ] as const)("%s waits for the rest, and is taken with it", async ([name, text]) => {
    await writeFile(party.at("in", name), text);
    expect(await looks()).toEqual([]);
    expect(await looksAfter(20 * SECOND)).toEqual([]);
    await appendFile(
      party.at("in", name),
      name.endsWith("json") ? REPORT.slice(text.length) : XML.slice(text.trim().length),
    );
    expect(await looks()).toEqual([name]);
  });

  test("is taken to be refused when it has not changed for ten minutes, not before", async () => {
    await writeFile(party.at("in", "half.json"), REPORT.slice(0, 20));
    expect(await looks()).toEqual([]);
    expect(await looksAfter(9 * MINUTE)).toEqual([]);
    await appendFile(party.at("in", "half.json"), REPORT.slice(20, 30));
    expect(await looks()).toEqual([]);
    expect(await looksAfter(10 * MINUTE - SECOND)).toEqual([]);
    expect(await looks()).toEqual(["half.json"]);
  });

  test("is read once it stood still for ten seconds: what is a document is taken, however it ends", async () => {
    await writeFile(party.at("in", "late.xml"), `${XML}<!-- written by our system -->`);
    expect(await looks()).toEqual([]);
    expect(await looksAfter(9 * SECOND)).toEqual([]);
    expect(await looks()).toEqual(["late.xml"]);
  });

  test("is not one that is broken otherwise: that is taken at once, to be refused", async () => {
    await party.puts("broken.json", `{"incidentReport": }}`);
    await party.puts("broken.xml", "<incidentReport><a></b></incidentReport>");
    await party.puts("utf-16.xml", Buffer.from(XML, "utf16le"));
    expect((await looks()).toSorted()).toEqual(["broken.json", "broken.xml", "utf-16.xml"]);
  });

  test("holds up nobody", async () => {
    for (let index = 0; index < 1_100; index += 1) await writeFile(party.at("in", `half-${index}.json`), "{");
    await looks();
    await party.puts("whole.json", REPORT);
    expect(await looks()).toEqual(["whole.json"]);
  });

  test("a batch in lines is taken, to be refused, once it stood still: half of it looks like one", async () => {
    await party.puts("batch.ndjson", `${REPORT}\n`);
    expect(await looks()).toEqual([]);
    expect(await looksAfter(10 * SECOND)).toEqual(["batch.ndjson"]);
  });
});

describe("what is not touched, and named in UNREADABLE.txt until it is gone", () => {
  async function expectUntouched(name: string, why: string): Promise<void> {
    expect(await looks()).toEqual([]);
    expect(await looksAfter(11 * MINUTE)).toEqual([]);
    expect(await party.names("in")).toEqual([name]);
    expect(await party.names("out")).toEqual(["UNREADABLE.txt"]);
    expect(await party.reads("UNREADABLE.txt")).toBe(why);
    await rm(party.at("in", name), { recursive: true });
    await looks();
    expect(await party.names("out")).toEqual([]);
  }

  test.for([
    "two words.json",
    "есеп.xml",
    "-rf.json",
    "report.txt",
    "report.JSON",
    "report",
    `${"n".repeat(122)}.json`,
  ])("the name %s", async (name) => {
    await writeFile(party.at("in", name), REPORT);
    await expectUntouched(name, `"${name}": its name is not NAME.json or NAME.xml\n`);
  });

  test("a name with control characters, which are shown by their codes", async () => {
    const name = "line\nfeed\u202e\u0007.json";
    await writeFile(party.at("in", name), REPORT);
    await expectUntouched(name, `"line\\u{a}feed\\u{202e}\\u{7}.json": its name is not NAME.json or NAME.xml\n`);
  });

  test("a link, wherever it leads", async () => {
    await writeFile(join(root.path, "secret.json"), REPORT);
    await symlink(join(root.path, "secret.json"), party.at("in", "link.json"));
    await expectUntouched("link.json", `"link.json": a link\n`);
    expect(await readFile(join(root.path, "secret.json"), "utf8")).toBe(REPORT);
  });

  test("a file that has another name elsewhere", async () => {
    await writeFile(join(root.path, "elsewhere.json"), REPORT);
    await link(join(root.path, "elsewhere.json"), party.at("in", "second.json"));
    await expectUntouched("second.json", `"second.json": a file with another name elsewhere\n`);
  });

  test("a folder", async () => {
    await mkdir(party.at("in", "folder.json"));
    await expectUntouched("folder.json", `"folder.json": a folder\n`);
  });

  test("a pipe, for whose writer nobody waits", async () => {
    await promisify(execFile)("mkfifo", [party.at("in", "pipe.json")]);
    await expectUntouched("pipe.json", `"pipe.json": not a file\n`);
  });
});

test("what is still being written by its name is neither touched nor named", async () => {
  await writeFile(party.at("in", "report.json.part"), REPORT);
  await writeFile(party.at("in", ".report.json.swp"), REPORT);
  expect(await looks()).toEqual([]);
  expect(await party.names("in")).toHaveLength(2);
  expect(await party.names("out")).toEqual([]);
});

test("a file that is too large is not read", async () => {
  await party.puts("large.json", Buffer.alloc(MOST + 1, "x"));
  await look.look(() => false);
  expect(taken).toMatchObject([{ file: "large.json", text: "SMALL_ENOUGH" }]);
});

test("where a link was put in the place of a file that is worked on, it is not followed", async () => {
  await writeFile(join(root.path, "secret.json"), REPORT);
  await symlink(join(root.path, "secret.json"), party.at("work", "1000~a.json"));
  await link(join(root.path, "secret.json"), party.at("work", "1001~b.json"));
  await look.look(() => false);
  expect(taken.map(({ text }) => text)).toEqual(["A_FILE", "A_FILE"]);
});

test("nothing is taken while no answer can be written, and all of it once one can", async () => {
  await party.puts("report.json", REPORT);
  await mkdir(party.at("out", ".room"));
  expect(await looks()).toEqual([]);
  expect(await party.names("in")).toEqual(["report.json"]);
  await rm(party.at("out", ".room"), { recursive: true });
  expect(await looks()).toEqual(["report.json"]);
});

describe("after a crash", () => {
  test("what was being worked on is answered with the time of its arrival, before anything else", async () => {
    await party.puts("second.json", REPORT);
    await writeFile(party.at("work", "1772388000123~first.json"), REPORT);
    await writeFile(party.at("out", ".first.json"), "half of an ans");
    await look.look(() => false);
    expect(taken).toMatchObject([{ file: "first.json", arrivedAt: 1_772_388_000_123 }, { file: "second.json" }]);
    expect(await party.names("out")).toEqual(["first.receipt.json", "second.receipt.json"]);
  });

  test("what had been answered and not put away is answered once more, in the place of its answer", async () => {
    await writeFile(party.at("work", "1772388000123~first.json"), REPORT);
    await writeFile(party.at("out", "first.receipt.json"), "{}");
    await looks();
    expect(await party.names("out")).toEqual(["first.receipt.json"]);
    expect(await party.kept()).toEqual(["first.json"]);
  });
});

test("a file whose time has not come stays in work with its arrival; nothing overtakes it, and it is asked again", async () => {
  await party.puts("report.json", REPORT);
  answer = () => null;
  expect(await looks()).toEqual([]);
  await party.puts("another.json", REPORT);
  expect(await looks()).toEqual([]);
  expect(await party.names("in")).toEqual(["another.json"]);
  answer = () => ({ is: "receipt", text: "{}", status: 200 });
  expect(await looks()).toEqual(["report.json", "another.json"]);
});

test("a name that is used again has one answer, the last, and each of its files is kept", async () => {
  answer = () => ({ is: "refusal", text: "{}", status: 422 });
  await party.puts("report.json", "{}");
  await looks();
  expect(await party.names("out")).toEqual(["report.refusal.json"]);
  answer = () => ({ is: "receipt", text: "{}", status: 200 });
  await party.puts("report.json", REPORT);
  await looks();
  expect(await party.names("out")).toEqual(["report.receipt.json"]);
  expect(await party.kept()).toEqual([expect.stringMatching(/^\d+~report\.json$/), "report.json"]);
});

test("a place that is a link to somewhere else is no place", async () => {
  await rename(party.at("out"), join(root.path, "elsewhere"));
  await symlink(join(root.path, "elsewhere"), join(party.path, "out"));
  await party.puts("report.json", REPORT);
  expect(await looks()).toEqual([]);
  expect(await new PartyFolder(party.code, party.path).hindrance()).toContain("is no folder");
});
