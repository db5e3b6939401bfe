import { expect, test } from "vitest";
import { fromFeedCursor } from "../../src/journal/live-feed.js";
import { sharedGateway } from "../support/gateway.js";
import type { Person } from "../support/person.js";
import { RawSocket } from "../support/raw-socket.js";

const world = sharedGateway();

const INCIDENTS = `subscription ($after: FeedCursor, $filter: IncidentFeedFilter, $mark: Boolean! = false) {
  incidentFeed(after: $after, filter: $filter, mark: $mark) { cursor kind }
}`;

interface Payload {
  readonly data: { readonly incidentFeed: { readonly cursor: string; readonly kind: string } } | null;
  readonly extensions: { readonly cursor?: string; readonly caughtUp?: boolean };
}

/** What a subscription is sent next, so many messages: kinds of frames, and marks. */
async function told(socket: RawSocket, id: string, count: number): Promise<string[]> {
  const messages = await socket.take((message) => message.id === id, count);
  return messages.map(({ payload }) => {
    const { data, extensions } = payload as Payload;
    return data?.incidentFeed.kind ?? (extensions.caughtUp ? "the mark" : "nothing known");
  });
}

async function opened({ world: { url }, token }: Person): Promise<RawSocket> {
  return RawSocket.open(url, token);
}

test("who resumes and asks for the mark is told once, after all that had happened before and before all that comes", async () => {
  const soc = await world().soc();
  const after = await soc.feedHead();
  const { incident } = await soc.sendsReport();
  await soc.sendsCard({ confirmedAt: incident.confirmedAt }, { incidentId: incident.id });
  using socket = await opened(soc);
  socket.subscribe("feed", INCIDENTS, { after, mark: true });
  expect(await told(socket, "feed", 3)).toEqual(["REPORTED", "CARD_SUBMITTED", "the mark"]);
  await soc.sendsReport();
  await soc.amends(incident.id, 1, { severity: "LOW" });
  expect(await told(socket, "feed", 2)).toEqual(["REPORTED", "CARD_AMENDED"]);
});

test("the mark also comes where nothing had happened, to a filter or to a scope that hides all; and nobody who does not ask sees it", async () => {
  const [soc, other] = [await world().soc(), await world().soc()];
  const centre = await world().nationalCentre();
  const after = await centre.feedHead();
  const { receipt } = await other.sendsReport();
  using socket = await opened(soc);
  using screen = await opened(centre);
  socket.subscribe("hidden", INCIDENTS, { after, mark: true });
  socket.subscribe("unasked", INCIDENTS, { after });
  screen.subscribe("filtered", INCIDENTS, { after, mark: true, filter: { kinds: ["CARD_AMENDED"] } });
  screen.subscribe("never", INCIDENTS, { after, mark: true, filter: { kinds: [] } });
  for (const [one, id] of [
    [socket, "hidden"],
    [screen, "filtered"],
    [screen, "never"],
  ] as const) {
    const [message] = await one.take((each) => each.id === id, 1);
    const { data, extensions } = (message as { readonly payload: Payload }).payload;
    expect({ id, data, ...extensions }).toEqual({
      id,
      data: null,
      caughtUp: true,
      cursor: expect.any(String) as string,
    });
    expect(fromFeedCursor(extensions.cursor ?? "")).toBeGreaterThanOrEqual(receipt.position);
  }
  await soc.sendsReport();
  expect(await told(socket, "unasked", 1)).toEqual(["REPORTED"]);
});

test("a feed from now begins with its mark: what is sealed after that cursor follows", async () => {
  const soc = await world().soc();
  using socket = await opened(soc);
  socket.subscribe("feed", INCIDENTS, { mark: true });
  expect(await told(socket, "feed", 1)).toEqual(["the mark"]);
  await soc.sendsReport();
  expect(await told(socket, "feed", 1)).toEqual(["REPORTED"]);
});

test("feeds of notifications and of duties have the mark too", async () => {
  const centre = await world().nationalCentre();
  using socket = await opened(centre);
  const after = await centre.feedHead();
  for (const [field, selects] of [
    ["notificationFeed", "recipient { soc { code } }"],
    ["obligationFeed", "obligation { id }"],
  ] as const) {
    socket.subscribe(field, `subscription { ${field}(after: "${after}", mark: true) { cursor ${selects} } }`);
    const [message] = await socket.take(
      ({ id, payload }) => id === field && (payload as Payload).extensions.caughtUp === true,
      1,
    );
    expect(message?.payload).toMatchObject({ data: null, extensions: { caughtUp: true } });
  }
});

test("the mark of one gateway is after what another acknowledged before", async () => {
  const elsewhere = await world().another();
  const soc = await world().soc();
  const after = await soc.feedHead();
  for (let round = 0; round < 5; round += 1) {
    const { receipt } = await soc.sendsReport();
    using socket = await RawSocket.open(elsewhere, soc.token);
    socket.subscribe("feed", INCIDENTS, { after, mark: true });
    const seen: string[] = [];
    while (seen.at(-1) !== "the mark") seen.push(...(await told(socket, "feed", 1)));
    expect({ round, reports: seen.length - 1, position: receipt.position }).toMatchObject({ reports: round + 1 });
  }
});
