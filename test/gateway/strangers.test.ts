import { readFile } from "node:fs/promises";
import { buildSchema, getIntrospectionQuery, printSchema } from "graphql";
import { expect, test } from "vitest";
import WebSocket from "ws";
import { after, HOUR, MINUTE } from "../../src/domain/instant.js";
import { sharedGateway, startGateway } from "../support/gateway.js";
import { head, RawConnection } from "../support/raw.js";

/** For what leaves no trace with the address that it comes from. */
const shared = sharedGateway({ at: "MOVING" });

test.concurrent("a stranger gets 401 whatever it asks: nothing of it is parsed, validated or executed", async () => {
  const world = shared();
  const nobody = (await world.soc()).withToken("");
  const documents = ["{ __typename }", getIntrospectionQuery(), "{ nonsense }", "{ unfinished", `{ me { ${"name ".repeat(20_001)} } }`]; // prettier-ignore
  for (const query of documents)
    expect(await nobody.asks(query)).toEqual({
      status: 401,
      errors: [{ message: expect.stringContaining("token"), extensions: { code: "UNAUTHENTICATED", requestId: expect.any(String) } }], // prettier-ignore
    });
});

test.concurrent("a stranger is answered before its body has come", async () => {
  const world = shared();
  for (const authorization of ["x: y", "authorization: Bearer nobody", "authorization: Basic Og=="]) {
    using connection = await RawConnection.to(world.url);
    connection.send(head("POST /graphql", authorization, "content-type: application/json", "content-length: 4000000"));
    expect(await connection.answers(1)).toMatch(/^HTTP\/1\.1 401 /);
  }
});

test.concurrent("the schema's text is public for those that build against it, and a setting closes it", async () => {
  const world = shared();
  const answer = await fetch(`${world.url}/schema.graphql`);
  expect(answer.headers.get("content-type")).toContain("text/plain");
  const committed = buildSchema(await readFile("schema/gateway.graphql", "utf8"));
  expect(printSchema(buildSchema(await answer.text()))).toBe(printSchema(committed));
  await using closed = await startGateway({ settings: { PUBLIC_SCHEMA: "no" } });
  expect((await fetch(`${closed.url}/schema.graphql`)).status).toBe(404);
});

test.concurrent("on a socket nothing is read of a document before connection_init is acknowledged", async () => {
  const world = shared();
  const large = JSON.stringify({
    type: "subscribe",
    id: "1",
    payload: { query: `{ me { ${"name ".repeat(9_000)} } }` },
  });
  const small = JSON.stringify({ type: "subscribe", id: "1", payload: { query: "{ unfinished" } });
  for (const [message, code] of [
    [large, 1009],
    [small, 4401],
  ] as const) {
    // prettier-ignore
    const socket = new WebSocket(`${world.url.replace(/^http/, "ws")}/graphql`, "graphql-transport-ws");
    socket.on("open", () => socket.send(message));
    expect(await new Promise((resolve) => socket.on("close", resolve))).toBe(code);
  }
});

test.concurrent(
  "wrong tokens are held up by address, more and more; a right one from the same address is not",
  async () => {
    await using world = await startGateway();
    const soc = await world.soc();
    const stranger = soc.withToken("wrong");
    const wrong = Array.from({ length: 200 }, () => stranger.asks("{ __typename }"));
    // Answered while hundreds of wrong ones wait.
    for (let count = 0; count < 20; count += 1) expect((await soc.asks("{ __typename }")).status).toBe(200);
    const fresh = await world.person(soc.partyId, "SOC_OPERATOR");
    expect((await fresh.asks("{ __typename }")).status).toBe(200);
    const answers = await Promise.all(wrong);
    const limited = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 401).length + limited.length).toBe(200);
    expect(limited.length).toBeGreaterThan(0);
    expect(limited[0]?.errors?.[0]?.extensions).toMatchObject({
      code: "RATE_LIMITED",
      retryAfterSeconds: expect.any(Number),
    });
  },
);

test.concurrent(
  "a token that expired or was revoked is not guessed: its address is not slowed, and it is counted as what it is",
  async () => {
    await using world = await startGateway();
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    const expired = await world.person(soc.partyId, "SOC_OPERATOR", after(world.clock.now(), MINUTE));
    const revoked = await world.person(soc.partyId, "SOC_OPERATOR");
    await world.revoke(revoked);
    world.clock.advance(HOUR);
    for (const person of [expired, revoked]) {
      const answers = await Promise.all(Array.from({ length: 100 }, () => person.asks("{ __typename }")));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
    }
    await soc.withToken("wrong").asks("{ __typename }");
    const series = (await centre.readsMetrics()).text.match(/^dabyl_authentication_failures.*$/gm);
    expect(series).toEqual([
      'dabyl_authentication_failures{token="wrong"} 1',
      'dabyl_authentication_failures{token="expired"} 100',
      'dabyl_authentication_failures{token="revoked"} 100',
    ]);
  },
);

test.concurrent("a socket is closed with a sentence, not with a key, in the caller's language", async () => {
  const world = shared();
  const soc = await world.soc();
  const revoked = await world.person(soc.partyId, "SOC_OPERATOR");
  await world.revoke(revoked);
  const closes = async (payload: object): Promise<string> => {
    const socket = new WebSocket(`${world.url.replace(/^http/, "ws")}/graphql`, "graphql-transport-ws");
    socket.on("open", () => socket.send(JSON.stringify({ type: "connection_init", payload })));
    return new Promise((resolve) => socket.on("close", (code, reason) => resolve(`${code} ${reason.toString()}`)));
  };
  expect(await closes({})).toBe("4401 Unauthorized: send the token as `authorization` in connection_init.");
  expect(await closes({ authorization: "Bearer x" })).toBe("4403 Forbidden: the token is not known here.");
  expect(await closes({ authorization: "x" })).toBe("4403 Forbidden: send `Bearer`, a space and the token.");
  expect(await closes({ authorization: `Bearer ${revoked.token}`, acceptLanguage: "kk" })).toBe("4403 Токен кері қайтарып алынды."); // prettier-ignore
});

test("a network is sent so much of the files for everybody, and another network is not kept from them", async () => {
  await using world = await startGateway({ settings: { TRUSTED_PROXIES: "127.0.0.1" } });
  const get = async (from: string, path = "/graphiql/graphiql.js") => {
    const answer = await fetch(`${world.url}${path}`, {
      headers: { "x-forwarded-for": from, "accept-language": "kk" },
    });
    return { status: answer.status, after: answer.headers.get("retry-after"), length: (await answer.text()).length };
  };
  const { length } = await get("192.0.2.1");
  let [sent, answered] = [length, await get("192.0.2.1")];
  for (; answered.status === 200; answered = await get("192.0.2.1")) sent += answered.length;
  // Some seconds' worth more, if it takes that long.
  expect(sent).toBeGreaterThan(30_000_000);
  expect(sent).toBeLessThan(90_000_000);
  expect(answered).toMatchObject({ status: 429, after: expect.stringMatching(/^\d+$/) });
  expect((await get("192.0.2.2")).status).toBe(200);
  expect((await get("192.0.2.1", "/health/live")).status).toBe(200);
});
