import { expect, test } from "vitest";
import { sharedGateway } from "../support/gateway.js";
import type { Person } from "../support/person.js";
import { head, RawConnection, wholeAnswers } from "../support/raw.js";
import { RawSocket } from "../support/raw-socket.js";

/** Ten refusals of a party are held at once; what it may ask for is used up soon, and does not come back. */
const narrow = sharedGateway({ settings: { COST_AT_ONCE: "2000", COST_PER_MINUTE: "1", MAX_PARTY_WAITING: "1" } });
const shared = sharedGateway();

const QUERY = "{ me { name } }";
/** Milliseconds for which a refusal is held back, as far as timers are exact. */
const HELD = 990;

async function emptied(person: Person): Promise<Person> {
  for (let time = 0; time < 50; time += 1) if ((await person.asks(QUERY)).status === 429) return person;
  throw new Error("never empty");
}

function posted({ token }: Person, body: string, length = body.length): string {
  const fields = [`authorization: Bearer ${token}`, "content-type: application/json", `content-length: ${length}`];
  return head("POST /graphql", ...fields) + body;
}

test.concurrent("refusals over HTTP past those that are held are the last of their connection", async () => {
  const world = narrow();
  const soc = await emptied(await world.soc());
  const connections = await Promise.all(Array.from({ length: 4 }, () => RawConnection.to(world.url)));
  // As many on each as a connection may ask ahead.
  for (const connection of connections) connection.send(posted(soc, JSON.stringify({ query: QUERY })).repeat(8));
  const answer = await Promise.race(connections.map((connection) => connection.closed()));
  expect(answer.match(/^HTTP\/1\.1 429 /gm)).toHaveLength(wholeAnswers(answer));
  expect(answer.match(/^connection: close/gim)).toHaveLength(1);
  for (const connection of connections) connection[Symbol.dispose]();
  // Those that were held are gone, and their party's next one is held in its turn.
  expect((await soc.sendsReport()).incident.number).toBeTruthy();
  expect((await soc.asks(QUERY)).status).toBe(429);
});

test.concurrent("a socket whose refusals are more than are held is closed, to come again later", async () => {
  const world = narrow();
  const soc = await emptied(await world.soc());
  using socket = await RawSocket.open(world.url, soc.token);
  for (let id = 0; id < 30; id += 1) socket.subscribe(`${id}`, QUERY);
  expect(await socket.closed).toMatchObject({ code: 1013 });
  using again = await RawSocket.open(world.url, soc.token);
  again.subscribe("1", QUERY);
  expect(await again.take(({ id }) => id === "1", 1)).toMatchObject([
    { payload: { errors: [{ extensions: { code: "RATE_LIMITED" } }] } },
  ]);
});

test.concurrent("what is refused before it is read is held as well", async () => {
  const world = shared();
  const soc = await world.soc();
  const begun = performance.now();
  const connections = await Promise.all(Array.from({ length: 9 }, () => RawConnection.to(world.url)));
  for (const connection of connections) connection.send(posted(soc, "", 4_194_304));
  const first = await Promise.race(connections.map((connection) => connection.answers(1)));
  expect(first).toMatch(/^HTTP\/1\.1 429 /);
  expect(performance.now() - begun).toBeGreaterThan(HELD);
  for (const connection of connections) connection[Symbol.dispose]();
});

test.concurrent("what is refused for a socket's own limits is held as well", async () => {
  const world = shared();
  const soc = await world.soc();
  using socket = await RawSocket.open(world.url, soc.token);
  const begun = performance.now();
  for (let id = 0; id < 101; id += 1) socket.subscribe(`${id}`, "subscription { incidentFeed { cursor } }");
  expect(await socket.take(({ type }) => type === "error", 1)).toMatchObject([
    { payload: [{ extensions: { code: "RATE_LIMITED" } }] },
  ]);
  expect(performance.now() - begun).toBeGreaterThan(HELD);
});
