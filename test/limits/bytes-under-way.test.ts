import { Rates, type Spender } from "../../src/platform/rates.js";
import { VITAL_SESSIONS } from "../../src/platform/pools.js";
import { RightOfWay } from "../../src/platform/right-of-way.js";
import { Bodies } from "../../src/server/bodies.js";
import { once } from "node:events";
import { connect } from "node:net";
import { randomBytes } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import { lentGateway, sharedGateway, startGateway } from "../support/gateway.js";
import { unique, type Person } from "../support/person.js";
import { hold, holdIncident, isWaiting, shows } from "../support/held.js";
import { cardInput } from "../support/inputs.js";
import { head, RawConnection } from "../support/raw.js";

/** Each test has parties of its own. */
const shared = sharedGateway();

test("a party has so many large bodies under way, and another one goes on", async () => {
  const world = shared();
  const [soc, other] = [await world.soc(), await world.soc()];
  const { port, hostname } = new URL(world.url);
  const begun = Array.from({ length: 9 }, () => {
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${soc.token}\r\nContent-Type: application/json\r\nContent-Length: 4194304\r\n\r\n{`,
    );
    return socket;
  });
  try {
    const [first] = (await Promise.race(begun.map((socket) => once(socket, "data")))) as [Buffer];
    expect(first.toString()).toMatch(/^HTTP\/1\.1 429 /);
    expect((await other.sendsReport()).incident.number).toBeTruthy();
  } finally {
    for (const socket of begun) socket.destroy();
  }
});

test("a socket whose client is not known yet takes few bytes, a message of it whole or not", async () => {
  const world = shared();
  const { port, hostname } = new URL(world.url);
  const socket = connect(Number(port), hostname);
  const key = randomBytes(16).toString("base64");
  socket.write(
    `GET /graphql HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
  );
  await once(socket, "data");
  socket.on("error", () => undefined);
  const closed = new Promise((resolve) => socket.once("close", resolve));
  // The head of a text of 4,000,000 bytes, and a part of it.
  socket.write(
    Buffer.concat([Buffer.from([0x81, 0xff, 0, 0, 0, 0, 0, 0x3d, 0x09, 0, 1, 2, 3, 4]), Buffer.alloc(500_000)]),
  );
  await closed;
});

function posted({ token }: Person, length: number): string {
  const fields = [`authorization: Bearer ${token}`, "content-type: application/json", `content-length: ${length}`];
  return head("POST /graphql", ...fields);
}

test("bodies whose senders leave while it is asked who they are take up nothing", async () => {
  await using world = await lentGateway({ settings: { MAX_BODY_BYTES: "16384" } });
  const soc = await world.soc();
  await using held = await hold(world.database, "lock table token in access exclusive mode");
  const begun = await Promise.all(Array.from({ length: 12 }, () => RawConnection.to(world.url)));
  for (const connection of begun) connection.send(posted(soc, 16_384));
  await isWaiting(world.database, VITAL_SESSIONS);
  for (const connection of begun) connection[Symbol.dispose]();
  // The caller that is answered afterwards shows that their going was noticed.
  for (let count = 0; count < 3; count += 1) await fetch(`${world.url}/health/live`);
  await held.letGo();
  // It is let in behind them.
  await soc.asks("{ me { name } }");
  expect(await soc.asks("{ me { name } }")).toMatchObject({ status: 200 });
});

test("a large answer that is made after its caller has gone takes up nothing", async () => {
  // A party may have eight times as much under way.
  await using world = await lentGateway({ settings: { MAX_BODY_BYTES: "16384" } });
  const [soc, centre] = [await world.soc(), await world.nationalCentre()];
  const nature = "я".repeat(5_000);
  const { incident } = await soc.sendsCard({ nature });
  await using held = await holdIncident(world.database, incident.number);
  const again = Array.from({ length: 20 }, (_, n) => `a${n}: card { nature }`).join(" ");
  const amend = `mutation ($input: AmendIncidentCardInput!) { amendIncidentCard(input: $input) { ... on CardAccepted { incident { ${again} } } } }`;
  const card = cardInput(world.clock.now(), { nature });
  const input = { submissionKey: unique("key"), incidentId: incident.id, revision: 1, card };
  const body = JSON.stringify({ query: amend, variables: { input } });
  const left = await RawConnection.to(world.url);
  left.send(posted(soc, Buffer.byteLength(body)) + body);
  await isWaiting(world.database, 1);
  left.reset();
  // The caller that is answered afterwards shows that its going was noticed.
  for (let count = 0; count < 3; count += 1) await fetch(`${world.url}/health/live`);
  await held.letGo();
  await shows(centre, 'dabyl_operations_total{field="amendIncidentCard",outcome="OK"} 1');
  await shows(centre, "dabyl_bytes_under_way 0");
  const whole = await soc.asks(amend, { input });
  expect(JSON.stringify(whole).length).toBeGreaterThan(20 * nature.length);
});

test("readings that wait while answers are left unread are asked again whether there is room, when their turn comes", async () => {
  await using world = await startGateway({ settings: { COST_AT_ONCE: "1000000000" } });
  const soc = await world.soc();
  const centre = await world.nationalCentre();
  const path = "p".repeat(300);
  const indicators = Array.from({ length: 9_000 }, (_, index) => ({
    type: "URL" as const,
    value: `http://a${index}.test/${path}`,
  }));
  const { incident } = await soc.sendsCard({ indicators });
  const query = `{ incident(number: "${incident.number}") { card { indicators { value submitted } } } }`;
  const body = JSON.stringify({ query });
  const connections = await Promise.all(Array.from({ length: 16 }, () => RawConnection.to(world.url)));
  for (const connection of connections) {
    connection.pause();
    connection.send(
      `${head("POST /graphql", `authorization: Bearer ${soc.token}`, "content-type: application/json", `content-length: ${body.length}`)}${body}`,
    );
  }
  const answered = async (outcome: string): Promise<number> => {
    const { text } = await centre.readsMetrics();
    return Number(
      new RegExp(`dabyl_operations_total{field="incident",outcome="${outcome}"} (\\d+)`).exec(text)?.[1] ?? 0,
    );
  };
  const all = async () => (await answered("OK")) + (await answered("RATE_LIMITED")) === connections.length;
  await vi.waitUntil(all, { timeout: 100_000, interval: 200 });
  // Three of them fill an actor's room; two more were under way by then.
  expect(await answered("OK")).toBeLessThan(8);
  await soc.sendsReport();
  for (const connection of connections) connection[Symbol.dispose]();
});

describe("what a party holds at once", () => {
  const LIMITED = expect.objectContaining({ code: "RATE_LIMITED" });
  const people = (party: string) =>
    ["reader", "operator"].map((name) => ({ id: `${party} ${name}`, party: { id: party } }));
  const theBodies = () => {
    const rates = new Rates({ capacity: 1_000_000, perMinute: 1_000 }, () => 0);
    return new Bodies(rates, new RightOfWay(), { largest: 1_000_000, waiting: 10 });
  };
  const [reader, operator, other] = [...people("one"), ...people("other")] as [Spender, Spender, Spender];

  test("answers that are not fetched refuse readings of the party, and no act", () => {
    const bodies = theBodies();
    const fetched = Array.from({ length: 9 }, () => bodies.keepUnread(reader, 1_000_000, false));
    for (const one of [reader, operator]) {
      expect(() => bodies.expectFetching(one, false)).toThrow(LIMITED);
      bodies.expectFetching(one, true);
      for (const bytes of [0, 1_500, 1_000_000]) bodies.begin(one, bytes)();
    }
    bodies.expectFetching(other, false);
    for (const giveBack of [...fetched, ...fetched]) giveBack();
    bodies.expectFetching(operator, false);
    expect(bodies.bytes).toBe(0);
  });

  test("answers of acts that are not fetched refuse the acts of who leaves them, and a colleague's readings and acts go on", () => {
    const bodies = theBodies();
    for (let count = 0; count < 5; count += 1) bodies.keepUnread(operator, 1_000_000, true);
    expect(() => bodies.expectFetching(operator, true)).toThrow(LIMITED);
    for (const isAct of [true, false]) bodies.expectFetching(reader, isAct);
  });

  test.each([1_000_000, 60_000])("bodies of %i bytes under way leave room for those of a colleague", (bytes) => {
    const bodies = theBodies();
    const begun: (() => void)[] = [];
    const fill = (spender: Spender): void => {
      for (;;) begun.push(bodies.begin(spender, bytes));
    };
    expect(() => fill(reader)).toThrow(LIMITED);
    bodies.begin(operator, bytes)();
    expect(() => fill(operator)).toThrow(LIMITED);
    bodies.begin(other, bytes)();
    for (const giveBack of begun) giveBack();
    expect(bodies.bytes).toBe(0);
    bodies.begin(reader, bytes)();
  });

  test("a report finds room where everybody of its party sends the largest bodies", () => {
    const bodies = theBodies();
    for (const spender of [reader, operator])
      for (let count = 0; count < 4; count += 1) bodies.begin(spender, 1_000_000);
    expect(() => bodies.begin(operator, 1_000_000)).toThrow(LIMITED);
    bodies.begin(operator, 2_000)();
  });
});
