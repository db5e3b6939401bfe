import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { readConsole } from "../../src/server/console.js";
import { sharedGateway } from "../support/gateway.js";

const shared = sharedGateway();

test("where the console is switched off / says so in every language and leads to GraphiQL, and all else works", async () => {
  const world = shared();
  const answer = await fetch(world.url);
  const page = await answer.text();
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
  for (const language of ["kk", "ru", "en"]) expect(page).toContain(`<p lang="${language}">`);
  expect(page).toContain("(CONSOLE_DIR)");
  expect(page).toContain('href="/graphql"');
  expect((await fetch(world.url, { method: "HEAD" })).status).toBe(200);
  expect((await fetch(`${world.url}/wall`)).status).toBe(404);
  const soc = await world.soc();
  expect(await soc.asks("{ me { name } }")).toHaveProperty("data");
});

test("a folder that is named and holds no console keeps the gateway from starting, with what to do", async () => {
  const empty = await mkdtemp(join(inject("runFolder"), "no-console-"));
  await expect(readConsole(empty)).rejects.toThrow(
    /There is no console that can be read in .*no-console-.*CONSOLE_DIR/,
  );
  expect(await readConsole("none")).toBe("SWITCHED_OFF");
});

test("where it is not built, that is no fault", async () => {
  // Where it would be seen from this file as it is compiled, there is nothing when it is not.
  expect(await readConsole(null)).toBe("NOT_BUILT");
});
