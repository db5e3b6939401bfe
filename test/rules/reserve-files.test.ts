import { utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SECOND, toIso, instant } from "../../src/domain/instant.js";
import type { Clock } from "../../src/platform/clock.js";
import { fileName, workFile } from "../../src/server/folder/file-names.js";
import { PartyFolder } from "../../src/server/folder/party-folder.js";
import { ReserveFolder } from "../../src/server/folder/reserve-folder.js";
import { FakeClock } from "../support/clock.js";
import { ReserveDir } from "../support/reserve.js";

/** R13.2: what the reserve folder takes from its file system. */

type Parts = ConstructorParameters<typeof ReserveFolder>[0];

test.for([
  ["a.json", true],
  [`${"a".repeat(121)}.xml`, true],
  [`${"a".repeat(122)}.xml`, false],
  ["9-B_c.1.json", true],
  [".a.json", false],
  ["-a.json", false],
  ["a.JSON", false],
  ["a", false],
  ["қ.json", false],
  ["a/b.json", false],
] as const)("R13.2 %s is the name of a file that is taken: %s", ([name, isOne]) => {
  expect(fileName(name) !== null).toBe(isOne);
});

test.for([
  ["1960-01-01T00:00:00Z", "1970-01-01T00:00:00.000Z"],
  ["2026-03-01T10:00:00.123Z", "2026-03-01T10:00:00.123Z"],
] as const)(
  "R13.2 a file that was written at %s by its sender's clock says so as far as a receipt can: %s",
  async ([written, said]) => {
    await using root = await ReserveDir.make();
    const party = await root.of("SOC");
    await writeFile(party.at("work", "1~a.json"), "{}");
    await utimes(party.at("work", "1~a.json"), new Date(), new Date(written));
    const work = workFile("1~a.json");
    const taken = work && (await new PartyFolder("SOC", party.path).taken(work, 100));
    expect(taken && "bytes" in taken && toIso(taken.mtime)).toBe(said);
  },
);

test("R13.2 the metrics say of each party how many files wait, and since when the first of them; other folders are nobody's", async () => {
  await using root = await ReserveDir.make();
  const now = Date.now();
  const clock: Clock = new FakeClock(toIso(instant(now)));
  const [one, other] = [await root.of("SOC-1"), await root.of("SOC-2")];
  await root.of("lost+found");
  await writeFile(join(root.path, "SOC-3"), "");
  await writeFile(one.at("work", `${now - 90 * SECOND}~a.json`), "{}");
  await one.puts("b.json", "{}");
  const reserve = new ReserveFolder({ root: root.path, clock } as Partial<Parts> as Parts);
  const shown = async (of: "COUNT" | "SECONDS") =>
    new Map((await reserve.waiting(of)).map(({ labels, value }) => [labels["party"], value]));
  expect(await shown("COUNT")).toEqual(
    new Map([
      ["SOC-1", 2],
      ["SOC-2", 0],
    ]),
  );
  expect(await shown("SECONDS")).toEqual(
    new Map([
      ["SOC-1", 90],
      ["SOC-2", 0],
    ]),
  );
  expect(await other.names("in")).toEqual([]);
});
