import { readFile } from "node:fs/promises";
import { buildSchema, parse, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { after, MINUTE, toIso } from "../../src/domain/instant.js";
import { sharedGateway, type TestGateway } from "../support/gateway.js";

/** What newcomers are given to paste holds on whatever day they do. */

const ACCEPTED = { data: { reportIncident: { receipt: { position: expect.any(Number) }, warnings: [] } } };

async function asks(world: TestGateway, body: object): Promise<unknown> {
  const { token } = await world.soc();
  const answer = await fetch(`${world.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  return answer.json();
}

describe.each(["2026-02-01T10:00:00Z", "2031-12-31T23:59:00Z"])("at %s", (at) => {
  const shared = sharedGateway({ at });

  test("the report that GraphiQL shows first is in time", async () => {
    const world = shared();
    const script = await (await fetch(`${world.url}/graphiql/page.js`)).text();
    const text = /const example = `(.*?)`;/s.exec(script)?.[1] ?? "";
    const query = text.replaceAll("${confirmedAt}", toIso(after(world.clock.now(), -MINUTE)));
    expect(validate(buildSchema(await readFile("schema/gateway.graphql", "utf8")), parse(query))).toEqual([]);
    expect(await asks(world, { query, operationName: "Report" })).toMatchObject(ACCEPTED);
    expect(await asks(world, { query, operationName: "Me" })).toMatchObject({ data: { me: {} } });
  });

  test("what README.md sends from a terminal is in time", async () => {
    const world = shared();
    const readme = await readFile("README.md", "utf8");
    const bodies = [...readme.matchAll(/-d '(\{.*?\})'\n/gs)].map(([, body = ""]) => body);
    expect(bodies.length).toBeGreaterThan(0);
    for (const body of bodies) {
      const sent = body.replaceAll("'$NOW'", toIso(world.clock.now()).replace(/\.\d+/, ""));
      expect(await asks(world, JSON.parse(sent) as object)).toMatchObject(ACCEPTED);
    }
  });
});
