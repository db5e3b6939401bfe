import { execFile } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const PROGRAM = pathToFileURL(join(import.meta.dirname, "../../dist/src/platform/program.js")).href;

test("a program that fails ends with 1, whatever it had begun goes on", async () => {
  const program = `import { Hindrance, runProgram } from ${JSON.stringify(PROGRAM)};
    setInterval(() => undefined, 1_000);
    await runProgram(() => Promise.reject(new Hindrance("There is no database.")));`;
  await expect(promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program])).rejects.toMatchObject(
    { code: 1, stderr: "There is no database.\n" },
  );
});
