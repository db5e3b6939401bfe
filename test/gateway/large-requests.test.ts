import { once } from "node:events";
import { connect } from "node:net";
import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { startGateway, type Person } from "../support/gateway.js";
import { hold, isWaiting } from "../support/held.js";
import { head, RawConnection } from "../support/raw.js";

const SUBMIT = `mutation ($input: SubmitIncidentCardInput!) { submitIncidentCard(input: $input) { __typename } }`;

test("a list of more entries than any rule lets through is refused before it is walked", async () => {
  await using world = await startGateway();
  const soc = await world.soc();
  const indicators = Array.from({ length: 1_300_000 }, () => ({}));
  const { errors } = await soc.asks(SUBMIT, { input: { submissionKey: "many", card: { indicators } } });
  expect(errors?.map(({ extensions }) => extensions.path?.join("."))).toContain("input.card.indicators");
  expect(errors?.length).toBeLessThan(100);
  const kinds = Array.from({ length: 1_001 }, () => "REPORTED");
  const feed = `subscription ($kinds: [IncidentFactKind!]) { incidentFeed(filter: { kinds: $kinds }) { cursor } }`;
  expect((await soc.asks(feed, { kinds })).errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
});

test("of a list in which everything is wrong a hundred faults are told", async () => {
  await using world = await startGateway();
  const soc = await world.soc();
  const indicators = Array.from({ length: 50_000 }, () => ({}));
  const { errors } = await soc.asks(SUBMIT, { input: { submissionKey: "wrong", card: { indicators } } });
  expect(errors).toHaveLength(100);
});

test("a party has so many large bodies under way, and another one goes on", async () => {
  await using world = await startGateway();
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
  await using world = await startGateway();
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

/** A question that comes in a large body. */
const LARGE = JSON.stringify({ query: "{ me { name } }", variables: { padding: "x".repeat(70_000) } });

function posted({ token }: Person, length: number): string {
  const fields = [`authorization: Bearer ${token}`, "content-type: application/json", `content-length: ${length}`];
  return head("POST /graphql", ...fields);
}

test("bodies whose senders leave while it is asked who they are take up nothing", async () => {
  await using world = await startGateway({ settings: { MAX_BODY_BYTES: "16384" } });
  const soc = await world.soc();
  await using held = await hold(world.database, "lock table token in access exclusive mode");
  const begun = await Promise.all(Array.from({ length: 12 }, () => RawConnection.to(world.url)));
  for (const connection of begun) connection.send(posted(soc, 16_384));
  await isWaiting(world.database, 4);
  for (const connection of begun) connection[Symbol.dispose]();
  // Whoever is answered afterwards shows that their going was noticed.
  for (let count = 0; count < 3; count += 1) await fetch(`${world.url}/health/live`);
  await held.letGo();
  // It is let in behind them.
  await soc.asks("{ me { name } }");
  expect(await soc.asks("{ me { name } }")).toMatchObject({ status: 200 });
});

test("a large request whose answer is not fetched keeps the next one of its party waiting no longer than it takes", async () => {
  await using world = await startGateway({ settings: { LOCK_TIMEOUT_SECONDS: "60", READING_TIMEOUT_SECONDS: "60" } });
  const soc = await world.soc();
  await soc.sendsReport();
  await using held = await hold(world.database, "lock table confirmation_correction in access exclusive mode");
  using connection = await RawConnection.to(world.url);
  const slow = encodeURIComponent("{ incidents { nodes { confirmationCorrections { reason } } } }");
  connection.send(head(`GET /graphql?query=${slow}`, `authorization: Bearer ${soc.token}`));
  await isWaiting(world.database, 1);
  // Its answer has to wait for the one before.
  connection.send(posted(soc, LARGE.length) + LARGE);
  const { query, variables } = JSON.parse(LARGE) as { query: string; variables: object };
  for (let count = 0; count < 3; count += 1) expect(await soc.asks(query, variables)).toMatchObject({ status: 200 });
  expect(connection.answer).toBe("");
  await held.letGo();
  expect(await connection.answers(2)).toContain('"me"');
});
