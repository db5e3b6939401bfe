import { execFile } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { appendFile, link, mkdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { MINUTE, SECOND } from "../../src/domain/instant.js";
import { PartyFolder } from "../../src/server/folder/party-folder.js";
import { lookedAt, MOST, receipt, REPORT, XML } from "../support/looked-at.js";

/** R13.2: what a gateway takes out of a reserve folder, when, and what it leaves alone. */

const folder = lookedAt();

test("a file is taken as soon as it is there, answered, and kept under the day that it is in Almaty", async () => {
  await folder().party.puts("report-1.json", REPORT);
  await folder().party.puts("report-2.xml", XML);
  expect(await folder().looks()).toEqual(["report-1.json", "report-2.xml"]);
  expect(await folder().party.names("in")).toEqual([]);
  expect(await folder().party.names("work")).toEqual([]);
  expect(await folder().party.names("out")).toEqual(["report-1.receipt.json", "report-2.receipt.xml"]);
  expect(await folder().party.names("kept")).toEqual(["2026-03-02"]);
  expect(await readFile(join(folder().party.at("kept"), "2026-03-02", "report-1.json"), "utf8")).toBe(REPORT);
  expect(await folder().looks()).toEqual([]);
});

test("files are taken in the order in which they came", async () => {
  for (const name of ["c.json", "a.json", "b.json"]) {
    await folder().party.puts(name, REPORT);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(await folder().looks()).toEqual(["c.json", "a.json", "b.json"]);
});

describe("a file that is not finished", () => {
  test.for([
    ["half.json", REPORT.slice(0, -10)],
    ["half.xml", XML.slice(0, -10)],
    ["empty.json", ""],
    ["empty.xml", "\n"],
  ] as const)("%s waits for the rest, and is taken with it", async ([name, text]) => {
    await writeFile(folder().party.at("in", name), text);
    expect(await folder().looks()).toEqual([]);
    expect(await folder().looksAfter(20 * SECOND)).toEqual([]);
    await appendFile(
      folder().party.at("in", name),
      name.endsWith("json") ? REPORT.slice(text.length) : XML.slice(text.trim().length),
    );
    expect(await folder().looks()).toEqual([name]);
  });

  test("is taken to be refused when it has not changed for ten minutes, not before", async () => {
    await writeFile(folder().party.at("in", "half.json"), REPORT.slice(0, 20));
    expect(await folder().looks()).toEqual([]);
    expect(await folder().looksAfter(9 * MINUTE)).toEqual([]);
    await appendFile(folder().party.at("in", "half.json"), REPORT.slice(20, 30));
    expect(await folder().looks()).toEqual([]);
    expect(await folder().looksAfter(10 * MINUTE - SECOND)).toEqual([]);
    expect(await folder().looks()).toEqual(["half.json"]);
  });

  test("is read once it stood still for ten seconds: what is a document is taken, however it ends", async () => {
    await writeFile(folder().party.at("in", "late.xml"), `${XML}<!-- written by our system -->`);
    expect(await folder().looks()).toEqual([]);
    expect(await folder().looksAfter(9 * SECOND)).toEqual([]);
    expect(await folder().looks()).toEqual(["late.xml"]);
  });

  test("is not one that is broken otherwise: that is taken at once, to be refused", async () => {
    await folder().party.puts("broken.json", `{"incidentReport": }}`);
    await folder().party.puts("broken.xml", "<incidentReport><a></b></incidentReport>");
    await folder().party.puts("utf-16.xml", Buffer.from(XML, "utf16le"));
    expect((await folder().looks()).toSorted()).toEqual(["broken.json", "broken.xml", "utf-16.xml"]);
  });

  test("holds up nobody", async () => {
    for (let index = 0; index < 1_100; index += 1) await writeFile(folder().party.at("in", `half-${index}.json`), "{");
    await folder().looks();
    await folder().party.puts("whole.json", REPORT);
    expect(await folder().looks()).toEqual(["whole.json"]);
  });
});

const NAME =
  'It is not taken: its name has to be NAME.json, NAME.xml or NAME.ndjson, with NAME of Latin letters, digits, ".", "_" and "-", and the ending in small letters; compressed files are not taken.';

describe("what is not touched, and named in UNREADABLE.txt until it is gone", () => {
  async function expectUntouched(name: string, why: string, shown = `"${name}"`): Promise<void> {
    expect(await folder().looks()).toEqual([]);
    expect(await folder().looksAfter(11 * MINUTE)).toEqual([]);
    expect(await folder().party.names("in")).toEqual([name]);
    expect(await folder().party.names("out")).toEqual(["UNREADABLE.txt"]);
    const [listed, ...said] = (await folder().party.reads("UNREADABLE.txt")).trimEnd().split("\n");
    expect(listed).toBe(shown);
    // The same in Kazakh, Russian and English: whoever looks into the folder may speak any of them.
    expect(said).toHaveLength(3);
    expect(said[2]).toBe(`    ${why}`);
    await rm(folder().party.at("in", name), { recursive: true });
    await folder().looks();
    expect(await folder().party.names("out")).toEqual([]);
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
    await writeFile(folder().party.at("in", name), REPORT);
    await expectUntouched(name, NAME);
  });

  test("a name with control characters, which are shown by their codes", async () => {
    const name = "line\nfeed\u202e\u0007.json";
    await writeFile(folder().party.at("in", name), REPORT);
    await expectUntouched(name, NAME, '"line\\u{a}feed\\u{202e}\\u{7}.json"');
  });

  test("a link, wherever it leads", async () => {
    await writeFile(join(folder().root.path, "secret.json"), REPORT);
    await symlink(join(folder().root.path, "secret.json"), folder().party.at("in", "link.json"));
    await expectUntouched("link.json", "It is a link: put the file itself here.");
    expect(await readFile(join(folder().root.path, "secret.json"), "utf8")).toBe(REPORT);
  });

  test("a file that has another name elsewhere", async () => {
    await writeFile(join(folder().root.path, "elsewhere.json"), REPORT);
    await link(join(folder().root.path, "elsewhere.json"), folder().party.at("in", "second.json"));
    await expectUntouched("second.json", "The file has another name elsewhere: put a copy here.");
  });

  test("a folder", async () => {
    await mkdir(folder().party.at("in", "folder.json"));
    await expectUntouched("folder.json", "It is a folder: put its files here one by one.");
  });

  test("a pipe, for whose writer nobody waits", async () => {
    await promisify(execFile)("mkfifo", [folder().party.at("in", "pipe.json")]);
    await expectUntouched("pipe.json", "It is no file: take it away.");
  });
});

test("what is still being written by its name is neither touched nor named", async () => {
  await writeFile(folder().party.at("in", "report.json.part"), REPORT);
  await writeFile(folder().party.at("in", ".report.json.swp"), REPORT);
  expect(await folder().looks()).toEqual([]);
  expect(await folder().party.names("in")).toHaveLength(2);
  expect(await folder().party.names("out")).toEqual([]);
});

test("a file that is too large is not read", async () => {
  await folder().party.puts("large.json", Buffer.alloc(MOST + 1, "x"));
  await folder().look();
  expect(folder().taken).toMatchObject([{ file: "large.json", text: "SMALL_ENOUGH" }]);
});

test("where a link was put in the place of a file that is worked on, it is not followed", async () => {
  await writeFile(join(folder().root.path, "secret.json"), REPORT);
  await symlink(join(folder().root.path, "secret.json"), folder().party.at("work", "1000~a.json"));
  await link(join(folder().root.path, "secret.json"), folder().party.at("work", "1001~b.json"));
  await folder().look();
  expect(folder().taken.map(({ text }) => text)).toEqual(["A_FILE", "A_FILE"]);
});

test("nothing is taken while no answer can be written, and all of it once one can", async () => {
  await folder().party.puts("report.json", REPORT);
  await mkdir(folder().party.at("out", ".room"));
  expect(await folder().looks()).toEqual([]);
  expect(await folder().party.names("in")).toEqual(["report.json"]);
  await rm(folder().party.at("out", ".room"), { recursive: true });
  expect(await folder().looks()).toEqual(["report.json"]);
});

describe("after a crash", () => {
  test("what was being worked on is answered with the time of its arrival, before anything else", async () => {
    await folder().party.puts("second.json", REPORT);
    await writeFile(folder().party.at("work", "1772388000123~first.json"), REPORT);
    await writeFile(folder().party.at("out", ".first.json"), "half of an ans");
    await folder().look();
    expect(folder().taken).toMatchObject([
      { file: "first.json", arrivedAt: 1_772_388_000_123 },
      { file: "second.json" },
    ]);
    expect(await folder().party.names("out")).toEqual(["first.receipt.json", "second.receipt.json"]);
  });

  test("what had been answered and not put away is answered once more, in the place of its answer", async () => {
    await writeFile(folder().party.at("work", "1772388000123~first.json"), REPORT);
    await writeFile(folder().party.at("out", "first.receipt.json"), "{}");
    await folder().looks();
    expect(await folder().party.names("out")).toEqual(["first.receipt.json"]);
    expect(await folder().party.kept()).toEqual(["first.json"]);
  });
});

test("a file whose time has not come stays in work with its arrival; nothing overtakes it, and it is asked again", async () => {
  await folder().party.puts("report.json", REPORT);
  folder().answer = () => null;
  expect(await folder().looks()).toEqual([]);
  await folder().party.puts("another.json", REPORT);
  expect(await folder().looks()).toEqual([]);
  expect(await folder().party.names("in")).toEqual(["another.json"]);
  folder().answer = receipt;
  expect(await folder().looks()).toEqual(["report.json", "another.json"]);
});

test("a name that is used again has one answer, the last, and each of its files is kept", async () => {
  folder().answer = () => ({ is: "refusal", texts: ["{}"], code: "SUBMISSION_REJECTED" });
  await folder().party.puts("report.json", "{}");
  await folder().looks();
  expect(await folder().party.names("out")).toEqual(["report.refusal.json"]);
  folder().answer = receipt;
  await folder().party.puts("report.json", REPORT);
  await folder().looks();
  expect(await folder().party.names("out")).toEqual(["report.receipt.json"]);
  expect(await folder().party.kept()).toEqual([expect.stringMatching(/^\d+~report\.json$/), "report.json"]);
});

test("a place that is a link to somewhere else is no place", async () => {
  await rename(folder().party.at("out"), join(folder().root.path, "elsewhere"));
  await symlink(join(folder().root.path, "elsewhere"), join(folder().party.path, "out"));
  await folder().party.puts("report.json", REPORT);
  expect(await folder().looks()).toEqual([]);
  expect(await new PartyFolder(folder().party.code, folder().party.path).hindrance()).toContain("is no folder");
});

test("a file that its sender takes back while others are taken in, or that goes while it is worked on, holds up nobody", async () => {
  for (const name of ["a.json", "b.json", "c.json"]) await folder().party.puts(name, REPORT);
  await writeFile(folder().party.at("in", "half.json"), "{");
  folder().answer = ({ file }) => {
    if (file === "a.json") rmSync(folder().party.at("in", "b.json"));
    if (file === "c.json")
      for (const name of readdirSync(folder().party.at("work"))) rmSync(folder().party.at("work", name));
    return receipt();
  };
  expect(await folder().looks()).toEqual(["a.json", "c.json"]);
  expect(await folder().party.names("out")).toEqual(["a.receipt.json", "c.receipt.json"]);
  expect(await folder().party.kept()).toEqual(["a.json"]);
  await rm(folder().party.at("in", "half.json"));
  expect(await folder().looks()).toEqual([]);
});

test("what was kept on many days lies under each of them, and a day that was archived is no loss", async () => {
  for (const day of [1, 2, 3]) {
    await folder().party.puts("report.json", REPORT);
    expect(await folder().looksAfter(day === 1 ? SECOND : 24 * 60 * MINUTE)).toEqual(["report.json"]);
    if (day === 2) await rm(join(folder().party.at("kept"), "2026-03-02"), { recursive: true });
  }
  expect(await folder().party.names("kept")).toEqual(["2026-03-03", "2026-03-04"]);
  expect(await folder().party.kept()).toEqual(["report.json", "report.json"]);
});
