import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readPublished } from "../../src/tools/replay-data.js";
import { readPattern } from "../../src/tools/stix-pattern.js";
import { indicatorTypeOf } from "../../src/tools/stix-values.js";
import { startGateway, type TestGateway } from "../support/gateway.js";
import { runTool, type Ended } from "../support/process.js";

const MOMENTS = { created: "2026-01-01T00:00:00.000Z", valid_from: "2026-01-01T00:00:00Z" };

test("an object with a text `type` is not STIX for that", () => {
  const STRANGE = [
    { type: "phishing", source: "198.51.100.7" },
    [{ type: "IPV4", value: "198.51.100.7" }],
    { type: "bundle" },
    { type: "bundle", objects: "none" },
    { indicators: [{ type: "indicator" }] },
    { type: "indicator", id: "campaign--1" },
  ];
  for (const content of STRANGE) expect([content, readPublished(content, "x")]).toEqual([content, null]);
});

test("what a bundle only observed is reported as left out", () => {
  const objects = [
    { type: "ipv4-addr", id: "ipv4-addr--1", value: "198.51.100.7" },
    { type: "windows-registry-key", id: "windows-registry-key--1", key: "HKEY_LOCAL_MACHINE\\Bad" },
    { type: "indicator", id: "indicator--1", pattern_type: "stix", pattern: "[mutex:name = 'Bad']", ...MOMENTS },
  ];
  const data = readPublished({ type: "bundle", id: "bundle--1", objects }, "x.json");
  expect(data?.leftOut.map(({ what }) => what)).toEqual([
    "ipv4-addr 198.51.100.7",
    "windows-registry-key HKEY_LOCAL_MACHINE\\Bad",
  ]);
  expect(data?.cards.flatMap(({ indicators }) => indicators)).toEqual([{ type: "MUTEX", value: "Bad" }]);
});

const TYPES: readonly (readonly [path: string, type: string])[] = [
  ["windows-registry-key:key", "REGISTRY_KEY"],
  ["mutex:name", "MUTEX"],
  ["directory:path", "FILE_PATH"],
  ["file:parent_directory_ref.path", "FILE_PATH"],
  ["autonomous-system:number", "ASN"],
  ["network-traffic:extensions.'http-request-ext'.request_header.'User-Agent'", "USER_AGENT"],
  ["file:extensions.'windows-pebinary-ext'.imphash", "IMPHASH"],
  ["cryptocurrency-wallet:value", "WALLET"],
  ["network-traffic:dst_ref.value", "IPV4"],
  ["process:command_line", "OTHER"],
];
test.for(TYPES)("%s is %s", ([path, type]) => {
  const [comparison] = readPattern(`[${path} = '198.51.100.7']`);
  expect(comparison && indicatorTypeOf(comparison)).toBe(type);
});

test("the command ends with 1 and says why where it understood nothing of a file, a folder or a bundle", async () => {
  await using world = await startGateway();
  const folder = await mkdtemp(join(tmpdir(), "dabyl-replay-"));
  try {
    const write = async (name: string, content: unknown): Promise<string> => {
      const file = join(folder, name);
      await writeFile(file, JSON.stringify(content));
      return file;
    };
    const strange = await write("report.json", { Version: "4", type: "phishing" });
    const bare = await write("bare.json", { type: "bundle", objects: [{ type: "identity", id: "identity--1" }] });
    await mkdir(join(folder, "empty"));
    expect(await command(strange, world)).toMatchObject({ code: 1, output: expect.stringContaining("nor STIX") });
    expect(await command(bare, world)).toMatchObject({
      code: 1,
      output: expect.stringContaining("no indicator in it"),
    });
    expect(await command(join(folder, "empty"), world)).toMatchObject({
      code: 1,
      output: expect.stringContaining(".json"),
    });
  } finally {
    await rm(folder, { recursive: true });
  }
});

async function command(path: string, world: TestGateway): Promise<Ended> {
  const { hostname, port } = new URL(world.url);
  return runTool("tools/replay", { HOST: hostname, PORT: port, DABYL_TOKEN: "unused" }, [path]);
}
