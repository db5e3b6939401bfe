import { execFile } from "node:child_process";
import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { sharedGateway } from "../support/gateway.js";
import { unique } from "../support/person.js";
import { removeFolder, scratchFolder } from "../support/scratch.js";

const world = sharedGateway();
const run = promisify(execFile);

/** The programs of client/README.md. */
async function programs(): Promise<string[]> {
  const page = await readFile("client/README.md", "utf8");
  return [...page.matchAll(/```js\n(.*?)```/gs)].map(([, text = ""]) => text);
}

/** A folder of somebody else's in which the packed client is installed. */
async function installed(folder: string): Promise<void> {
  const { stdout } = await run("npm", ["pack", "./client", "--pack-destination", folder, "--json", "--silent"]);
  const [{ filename }] = JSON.parse(stdout.slice(stdout.indexOf("["))) as [{ filename: string }];
  const modules = join(folder, "node_modules");
  await mkdir(join(modules, "dabyl-client"), { recursive: true });
  await run("tar", ["-xzf", join(folder, filename), "-C", join(modules, "dabyl-client"), "--strip-components=1"]);
  const { dependencies } = JSON.parse(await readFile(join(modules, "dabyl-client/package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  for (const name of Object.keys(dependencies)) {
    await mkdir(join(modules, name, ".."), { recursive: true });
    await symlink(resolve("node_modules", name), join(modules, name));
  }
}

test("the client packed and installed elsewhere runs the programs of its page: it reports, and follows what it reported", async () => {
  const soc = await world().soc();
  const folder = await scratchFolder("dabyl-client-");
  try {
    await installed(folder);
    const [reporting = "", following = ""] = await programs();
    await writeFile(join(folder, "report.mjs"), reporting);
    // The program of the page follows for ever; this one leaves after two frames.
    await writeFile(
      join(folder, "follow.mjs"),
      following
        .replace(/(writeFile\("cursor.txt", cursor\);)/, "$1 if (--left === 0) break;")
        .replace(/^const client/m, "let left = 2;\n$&") + "\nawait client.close();\n",
    );
    const { incidents } = await soc.gets<{ incidents: { feedCursor: string } }, object>(
      "{ incidents(first: 0) { feedCursor } }",
    );
    await writeFile(join(folder, "cursor.txt"), incidents.feedCursor);
    const environment = { ...process.env, GATEWAY: world().url, TOKEN: soc.token };
    const reports = async (key: string): Promise<string> => {
      const env = { ...environment, KEY: key, CONFIRMED: String(world().clock.now()) };
      return (await run(process.execPath, ["report.mjs"], { cwd: folder, env })).stdout.trim();
    };

    const key = unique("key");
    const first = await reports(key);
    expect(first).toMatch(/^\S+ \d+ [0-9a-f]{64}$/);
    expect(await reports(key)).toBe(first);
    const second = await reports(unique("key"));
    const { stdout } = await run(process.execPath, ["follow.mjs"], { cwd: folder, env: environment });
    const numbers = stdout
      .trim()
      .split("\n")
      .map((line) => line.split(" ").slice(1));
    expect(numbers).toEqual([first, second].map((line) => ["REPORTED", line.split(" ")[0]]));
  } finally {
    removeFolder(folder);
  }
});

test("the client is made for the versions of its dependencies that are tested here", async () => {
  const manifests = await Promise.all(
    ["client/package.json", "package.json"].map(
      async (file) =>
        JSON.parse(await readFile(file, "utf8")) as { dependencies: Record<string, string>; version: string },
    ),
  );
  const [client, gateway] = manifests;
  expect(gateway?.dependencies).toMatchObject(client?.dependencies ?? {});
  expect(client?.version).toBe(gateway?.version);
});
