import { once } from "node:events";
import { connect } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import WebSocket from "ws";
import { createDemoDatabase, type DemoDatabase } from "../support/demo-world.js";
import { GatewayProcess } from "../support/process.js";
import { rawAttempt, socketMessages, type RawAttempt } from "../support/raw-requests.js";

/** How many attempts, and the seed that makes them again. */
const COUNT = Number(process.env["DABYL_GENERATED"] ?? 1_500);
const SEED = Number(process.env["DABYL_SEED"] ?? 1);
const AT_ONCE = 32;
/** Milliseconds for which an answer is waited for that may never come: the bytes may be half a request. */
const PATIENCE = 300;
/** Bytes of the longest body or message that is taken. */
const LONGEST = 65_536;

let database: DemoDatabase;
let gateway: GatewayProcess;
let token: string;

beforeAll(async () => {
  database = await createDemoDatabase();
  token = database.credentials.socs[0]?.token ?? "";
  gateway = await GatewayProcess.start({
    DATABASE_URL: database.gatewayUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    MAX_NAMELESS_SOCKETS: "10000",
    MAX_BODY_BYTES: String(LONGEST),
    LOG_LEVEL: "info",
  });
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

/** Sends the pieces on a connection of their own and waits for its end, or for an answer. */
async function attempt({ pieces }: RawAttempt): Promise<void> {
  const { port, hostname } = new URL(gateway.url);
  const socket = connect(Number(port), hostname);
  const ended = new Promise((resolve) => socket.once("close", resolve));
  socket.on("error", () => undefined);
  socket.on("data", () => socket.end());
  socket.setTimeout(PATIENCE, () => socket.destroy());
  for (const piece of pieces) socket.write(piece);
  await ended;
}

/** Sends messages on a socket of their own and closes it, as a client or as a cable would. */
async function converse(messages: readonly (string | Buffer)[], isPolite: boolean): Promise<void> {
  const socket = new WebSocket(`${gateway.url.replace(/^http/, "ws")}/graphql`, "graphql-transport-ws");
  socket.on("error", () => undefined);
  const closed = new Promise((resolve) => socket.once("close", resolve));
  await Promise.race([once(socket, "open").catch(() => undefined), closed]);
  for (const message of messages) if (socket.readyState === WebSocket.OPEN) socket.send(message);
  // Whatever is answered, an answer comes, or the socket is closed.
  if (socket.readyState === WebSocket.OPEN) {
    const received = new Promise((resolve) => socket.once("message", resolve));
    socket.send('{"type":"ping"}');
    await Promise.race([received, closed]);
  }
  if (isPolite) socket.close();
  else socket.terminate();
  await closed;
}

/** Takes what is generated one after another, so many at once. */
async function tryAll<T>(
  arbitrary: fc.Arbitrary<T>,
  count: number,
  attempted: (one: T) => Promise<void>,
): Promise<void> {
  const queue = fc.sample(arbitrary, { seed: SEED, numRuns: count })[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (let next = queue.next(); !next.done && gateway.isRunning; next = queue.next()) await attempted(next.value);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** The gateway runs, has said nothing but lines of JSON below the level of errors, and takes a card. */
async function expectUnmoved(key: string): Promise<void> {
  expect(gateway.isRunning, gateway.reported).toBe(true);
  const lines = gateway.reported.slice(gateway.reported.indexOf("Dabyl is ready")).split("\n");
  const odd = lines.slice(lines.findLastIndex((line) => line.includes("me { name roles }")) + 1).filter((line) => {
    if (line === "") return false;
    return !line.startsWith("{") || (JSON.parse(line) as { level: number }).level >= 50;
  });
  expect(odd.filter((line) => !line.includes("npm run demo"))).toEqual([]);
  const report = `mutation { reportIncident(input: { submissionKey: "${key}", confirmedAt: "${new Date().toISOString()}", type: SPAM,
    summary: "x", affectedObjects: [{ description: "y" }] }) { __typename } }`;
  expect(await gateway.asks(token, report)).toMatchObject({
    data: { reportIncident: { __typename: "ReportAccepted" } },
  });
}

describe(`${COUNT} attempts from seed ${SEED}`, { timeout: 240_000 + 40 * COUNT }, () => {
  test("no bytes on a connection end the gateway, or make it print anything but its log", async () => {
    await tryAll(rawAttempt(token), Math.ceil(COUNT * 0.7), attempt);
    await expectUnmoved("after bytes");
  });

  test("nor do messages on a socket", async () => {
    const conversation = fc.tuple(socketMessages(token, LONGEST), fc.boolean());
    await tryAll(conversation, Math.ceil(COUNT * 0.3), ([messages, isPolite]) => converse(messages, isPolite));
    await expectUnmoved("after messages");
  });
});
