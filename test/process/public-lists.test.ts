import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createDatabase } from "../support/database.js";
import { runTool } from "../support/process.js";
import { catalogue, warningList } from "../support/public-lists.js";
import { removeFolder, scratchFolder } from "../support/scratch.js";

/** A folder with these files, and a migrated database: as an operator has them. */
async function operator(files: Readonly<Record<string, unknown>>) {
  const database = await createDatabase();
  const folder = await scratchFolder("dabyl-lists-");
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
  const environment = { DATABASE_URL: database.gatewayUrl, DATABASE_OWNER_URL: database.ownerUrl };
  const run =
    (tool: string) =>
    (...names: string[]) =>
      runTool(
        `tools/${tool}`,
        environment,
        names.map((name) => join(folder, name)),
      );
  return {
    database,
    folder,
    environment,
    warns: run("indicators-warn"),
    takesCatalogue: run("indicators-exploited"),
    async [Symbol.asyncDispose]() {
      removeFolder(folder);
      await database[Symbol.asyncDispose]();
    },
  };
}

test.concurrent("indicators:warn takes lists in, all or none, and says what it took and left out", async () => {
  await using own = await operator({
    "hashes.json": warningList("string", ["3::", "d41d8cd98f00b204e9800998ecf8427e"], { matching_attributes: ["md5"] }),
    "networks.json": warningList("cidr", ["FE80::/10"], { matching_attributes: ["ip-src"] }),
    "same-name.json": warningList("cidr", ["10.0.0.0/8"], { matching_attributes: ["ip-src"] }),
    "broken.json": '{"name": ',
    "catalogue.json": catalogue("2026.02.25", [{ cve: "CVE-2026-0001" }]),
  });
  const lists = () => own.database.asOwner("select name, version::int from warning_list order by name");
  expect(await own.warns("hashes.json", "catalogue.json")).toEqual({
    code: 1,
    output: `${join(own.folder, "catalogue.json")}: type is none of string, substring, hostname, cidr, regex: correct it.\n`,
  });
  expect(await own.warns("hashes.json", "broken.json")).toMatchObject({
    code: 1,
    output: expect.stringContaining("broken.json: this file is no JSON in UTF-8"),
  });
  expect(await own.warns("networks.json", "same-name.json")).toMatchObject({
    code: 1,
    output: expect.stringContaining('both hold the list "List of cidr": give one of them.'),
  });
  expect(await own.warns("missing.json")).toMatchObject({
    code: 1,
    output: expect.stringContaining("There is no file"),
  });
  expect(await own.warns()).toMatchObject({ code: 1, output: expect.stringContaining("Give the files") });
  expect(await lists()).toEqual([]);

  const taken = await own.warns("hashes.json", "networks.json");
  expect(taken).toMatchObject({ code: 0 });
  expect(taken.output).toContain("List of string, version 1: new, 1 entries, 0 known values doubtful");
  expect(taken.output).toContain('  left out: list[0] "3::": it is no value of the types that the list is about');
  expect(taken.output).toContain("List of cidr, version 1: new, 1 entries, 0 known values doubtful");
  const again = await own.warns("networks.json");
  expect(again).toMatchObject({ code: 0, output: expect.stringContaining("List of cidr, version 1: no change") });
  expect(await lists()).toEqual([
    { name: "List of cidr", version: 1 },
    { name: "List of string", version: 1 },
  ]);
});

test.concurrent("indicators:exploited takes the catalogue in, and says what it changed", async () => {
  await using own = await operator({
    "old.json": catalogue("2026.02.20", [{ cve: "CVE-2026-0001" }]),
    "new.json": catalogue("2026.02.25", [{ cve: "CVE-2026-0002" }]),
    "list.json": warningList("cidr", ["10.0.0.0/8"]),
  });
  expect(await own.takesCatalogue("list.json")).toEqual({
    code: 1,
    output: `${join(own.folder, "list.json")}: vulnerabilities is no list: give CISA's catalogue in JSON, as it is published.\n`,
  });
  expect(await own.takesCatalogue("old.json", "new.json")).toMatchObject({
    code: 1,
    output: expect.stringContaining("Give one file"),
  });
  const says = async (name: string) => (await own.takesCatalogue(name)).output;
  expect(await says("old.json")).toContain("1 vulnerabilities: 1 added, 0 changed, 0 withdrawn.");
  expect(await says("old.json")).toContain("1 vulnerabilities: no change.");
  expect(await says("new.json")).toContain("1 vulnerabilities: 1 added, 0 changed, 1 withdrawn.");
  expect(await says("old.json")).toContain("2026.02.25 was taken in already: download the newest one.");
  expect(
    await own.database.asOwner("select cve, withdrawn_on::text as withdrawn from known_exploited order by 1"),
  ).toEqual([
    { cve: "CVE-2026-0001", withdrawn: "2026-02-25" },
    { cve: "CVE-2026-0002", withdrawn: null },
  ]);
});

test.concurrent("lists are taken in with the owner's login alone", async () => {
  await using own = await operator({ "networks.json": warningList("cidr", ["10.0.0.0/8"]) });
  const { code, output } = await runTool("tools/indicators-warn", { DATABASE_URL: own.database.gatewayUrl }, [
    join(own.folder, "networks.json"),
  ]);
  expect({ code, output }).toEqual({
    code: 1,
    output: expect.stringContaining("set DATABASE_OWNER_URL to the login that does"),
  });
});
