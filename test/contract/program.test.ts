import { execFile } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { Hindrance, judgeNode } from "../../src/platform/program.js";

const PROGRAM = pathToFileURL(join(import.meta.dirname, "../../dist/src/platform/program.js")).href;

test("a program that fails ends with 1, whatever it had begun goes on", async () => {
  const program = `import { Hindrance, runProgram } from ${JSON.stringify(PROGRAM)};
    setInterval(() => undefined, 1_000);
    await runProgram(() => Promise.reject(new Hindrance("There is no database.")));`;
  await expect(promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program])).rejects.toMatchObject(
    { code: 1, stderr: "There is no database.\n" },
  );
});

test("a program does not start under a Node that lacks what it uses, and names the one that it needs", () => {
  for (const version of ["18.20.0", "20.20.2", "22.12.9"]) expect(() => judgeNode(version)).toThrow(Hindrance);
  expect(() => judgeNode("20.20.2")).toThrow(/20\.20\.2.*22\.13/);
  for (const version of ["22.13.0", "23.0.0", "24.11.1", process.versions.node]) judgeNode(version);
});
