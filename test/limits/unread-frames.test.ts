import { expect, test } from "vitest";
import { AmendIncidentCardDocument } from "../../schema/operations.generated.js";
import { startGateway } from "../support/gateway.js";
import { unique } from "../support/person.js";
import { cardInput } from "../support/inputs.js";
import { RawSocket } from "../support/raw-socket.js";

const MEGABYTE = 1_000_000;

// Alone in its process: it looks at its memory.
test("a large frame that many sockets leave unread is kept once", async () => {
  await using world = await startGateway({ settings: { MAX_SOCKET_BACKLOG_BYTES: "100000000" } });
  const soc = await world.soc();
  const long = "я".repeat(19_900);
  const { incident } = await soc.sendsCard({ nature: long, measures: long });
  let revision = 0;
  const amend = () => {
    revision += 1;
    const card = cardInput(world.clock.now(), { nature: long, measures: `${long}${revision}` });
    const input = { submissionKey: unique("key"), incidentId: incident.id, revision, card };
    return soc.gets(AmendIncidentCardDocument, { input });
  };
  for (let count = 0; count < 20; count += 1) await amend();
  // More than the network between the two holds.
  const revisions = ["a", "b", "c", "d"].map((name) => `${name}: cardRevisions { nature measures }`).join(" ");
  const feed = `subscription { incidentFeed { incident { ${revisions} } } }`;
  const sockets: RawSocket[] = [];
  for (let count = 0; count < 21; count += 1) {
    const socket = await RawSocket.open(world.url, soc.token);
    socket.subscribe("feed", feed);
    expect(await socket.asks("marker", "{ __typename }")).toMatchObject({ data: { __typename: "Query" } });
    sockets.push(socket);
  }
  const [reader, ...unread] = sockets.toReversed();
  for (const socket of unread) socket.pause();
  const before = process.memoryUsage().arrayBuffers;
  await amend();
  const frames = await reader?.take(({ type }) => type === "next", 1);
  expect(JSON.stringify(frames?.[0]?.payload).length).toBeGreaterThan(3 * MEGABYTE);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60 * MEGABYTE);
  for (const socket of unread) {
    socket.resume();
    expect(await socket.take(({ type }) => type === "next", 1)).toEqual(frames);
  }
  for (const socket of sockets) socket[Symbol.dispose]();
});
