import { execFileSync } from "node:child_process";
import { rm, statfs, writeFile } from "node:fs/promises";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { MINUTE, SECOND } from "../../src/domain/instant.js";
import { PartyFolder } from "../../src/server/folder/party-folder.js";
import { lookedAt, REPORT, XML } from "../support/looked-at.js";

/** R13.2: reserve folders on disks of their own, for whoever may mount one: root on Linux. */

const folder = lookedAt();

/** Puts a disk of this many KiB in the place of a folder. */
function mount(path: string, size: number): Disposable {
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}k`, "tmpfs", path], { stdio: "ignore" });
  return { [Symbol.dispose]: () => void execFileSync("umount", [path]) };
}

function mayMount(): boolean {
  const path = mkdtempSync(join(tmpdir(), "dabyl-mount-"));
  try {
    mount(path, 64)[Symbol.dispose]();
    return true;
  } catch {
    return false;
  } finally {
    rmSync(path, { recursive: true });
  }
}

describe.runIf(mayMount())("on a disk of its own", () => {
  /** Leaves this many bytes of it. */
  async function fill(left: number): Promise<string> {
    const ballast = join(folder().party.path, "ballast");
    const { bavail, bsize } = await statfs(folder().party.path);
    await writeFile(ballast, Buffer.alloc(bavail * bsize - left));
    return ballast;
  }

  test("that is full: nothing is taken, and all of it once there is room for an answer", async () => {
    const { party } = folder();
    using _ = mount(party.path, 512);
    await folder().looks();
    await party.puts("report.json", REPORT);
    const ballast = await fill(40_960);
    expect(await folder().looks()).toEqual([]);
    expect([await party.names("in"), await party.names("out")]).toEqual([["report.json"], []]);
    await rm(ballast);
    expect(await folder().looks()).toEqual(["report.json"]);
    expect(await party.names("out")).toEqual(["report.receipt.json"]);
  });

  test("that the results of a batch fill: half of them is not there, and it is begun again with twice that free", async () => {
    const { party } = folder();
    using _ = mount(party.path, 512);
    const { answerToBatch } = folder();
    let attempts = 0;
    folder().answerToBatch = async (_work, _opened, _signal, use) => {
      attempts += 1;
      const long = async function* (): AsyncGenerator<string> {
        for (let piece = 0; piece < 20; piece += 1) yield "r".repeat(65_536);
      };
      await use({ is: "results", texts: long(), code: null });
      return true;
    };
    await folder().looks();
    await party.puts("cards.xml", `<batch xmlns="urn:dabyl:exchange:1" version="1.0">${XML}</batch>`);
    expect(await folder().looks()).toEqual([]);
    expect(await folder().looksAfter(MINUTE)).toEqual([]);
    expect([attempts, await party.names("out")]).toEqual([1, []]);
    expect(await party.names("work")).toEqual([expect.stringContaining("~batch~cards.xml")]);
    execFileSync("mount", ["-o", "remount,size=4096k", party.path]);
    folder().answerToBatch = answerToBatch;
    expect(await folder().looksAfter(2 * MINUTE)).toEqual(["cards.xml"]);
    expect(await party.names("out")).toEqual(["cards.results.xml"]);
  });

  test("one of its places alone: nothing is taken, since nothing can be renamed between them", async () => {
    const { party } = folder();
    await party.puts("report.json", REPORT);
    {
      using _ = mount(party.at("kept"), 512);
      const hindrance = await new PartyFolder(party.code, party.path).hindrance();
      expect(hindrance).toContain("is spread over several file systems");
      expect(await folder().looks()).toEqual([]);
      expect(await party.names("in")).toEqual(["report.json"]);
    }
    expect(await folder().looksAfter(SECOND)).toEqual(["report.json"]);
  });
});
