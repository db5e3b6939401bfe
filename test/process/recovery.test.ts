import { expect, test } from "vitest";
import { createDatabase } from "../support/database.js";
import { createDataDir, GatewayProcess, runTool } from "../support/process.js";

const REASON = ["--reason", "The only token was lost; asked for by the duty officer."];

test.concurrent(
  "admin:recover prints a token that works at once at a gateway that runs, on the embedded database too",
  async () => {
    await using data = await createDataDir();
    const environment = { DATA_DIR: data.path };
    await using gateway = await GatewayProcess.start(environment);
    const { code, output } = await runTool("tools/admin-recover", environment, [...REASON, "--name", "Әлия"]);
    const [token = ""] = /^dabyl_\S+$/m.exec(output) ?? [];
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining("of the audit chain") });
    expect(output).toContain("still have valid tokens: Administrator. Revoke");
    expect(await gateway.asks(token, "{ me { name roles } }")).toMatchObject({
      data: { me: { name: "Әлия", roles: ["CENTRE_ADMINISTRATOR"] } },
    });
  },
);

test.concurrent("admin:recover wants a reason, a centre, and the owner's login", async () => {
  await using database = await createDatabase();
  const own = { DATABASE_URL: database.gatewayUrl };
  const [silent, strange, other, empty] = await Promise.all([
    runTool("tools/admin-recover", own),
    runTool("tools/admin-recover", own, ["--because", "x"]),
    runTool("tools/admin-recover", own, REASON),
    runTool("tools/admin-recover", { ...own, DATABASE_OWNER_URL: database.ownerUrl }, REASON),
  ]);
  expect(silent).toEqual({ code: 1, output: expect.stringContaining("Give --reason") });
  expect(strange).toEqual({ code: 1, output: expect.stringContaining("Usage: npm run admin:recover") });
  expect(other).toEqual({ code: 1, output: expect.stringContaining("set DATABASE_OWNER_URL to the login that does") });
  expect(empty).toEqual({ code: 1, output: expect.stringContaining("npm run admin:bootstrap") });
  expect(await database.asOwner("select from actor")).toEqual([]);
});
