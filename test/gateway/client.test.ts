import { expect, test } from "vitest";
import { GatewayClient, type GatewayError, Refused, Rejected, SocketClosed, Unreachable } from "../../client/index.js";
import {
  type IncidentFeedSubscription,
  type IncidentFeedSubscriptionVariables,
  IncidentFeedDocument,
  IncidentsDocument,
  ObligationFeedDocument,
  ReportIncidentDocument,
  TypedDocumentString,
} from "../../schema/operations.generated.js";
import { eventually } from "../support/eventually.js";
import { sharedGateway } from "../support/gateway.js";
import { reportInput } from "../support/inputs.js";
import { Line } from "../support/line.js";
import { type Person, unique } from "../support/person.js";

const world = sharedGateway();

function clientOf(person: Person, address = person.world.url): GatewayClient {
  return new GatewayClient({ address, token: person.token });
}

function report() {
  return { submissionKey: unique("key"), ...reportInput(world().clock.now()) };
}

/** Counts the sockets of a client. */
class Sockets {
  opened = 0;

  get kind(): typeof WebSocket {
    const opens = (): void => void (this.opened += 1);
    return class extends WebSocket {
      constructor(...given: ConstructorParameters<typeof WebSocket>) {
        super(...given);
        opens();
      }
    };
  }
}

/** The numbers of the first `count` incidents that a feed tells of. */
async function numbersFrom(feed: AsyncIterable<{ frame: { incident: { number: string } } | null }>, count: number) {
  const numbers: string[] = [];
  for await (const { frame } of feed) {
    numbers.push(frame?.incident.number ?? "none");
    if (numbers.length === count) break;
  }
  return numbers;
}

test.concurrent("F10 a submission whose answers are lost is repeated under its key, and recorded once", async () => {
  const soc = await world().soc();
  await using line = await Line.to(world().url);
  const client = clientOf(soc, line.address);
  line.losesAnswers(2);
  const retries: GatewayError[] = [];

  const { receipt, incident } = await client.submit(ReportIncidentDocument, report(), {
    onRetry: (error) => retries.push(error),
  });

  expect(retries.map(({ name, mayBeRecorded }) => [name, mayBeRecorded])).toEqual([
    ["Unreachable", true],
    ["Unreachable", true],
  ]);
  const { incidents } = await client.ask(IncidentsDocument, { first: 10 });
  expect(incidents.nodes.map(({ number }) => number)).toEqual([incident?.number]);
  expect(receipt.entryHash).toMatch(/^[0-9a-f]{64}$/);
});

test.concurrent("what a proxy says in the gateway's place is waited out, as long as it asks for", async () => {
  const soc = await world().soc();
  await using line = await Line.to(world().url);
  const client = clientOf(soc, line.address);
  const away =
    "HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nRetry-After: 1\r\nContent-Length: 3\r\nConnection: close\r\n\r\nno!";
  line.saysInstead(away);
  const waits: number[] = [];

  const { incident } = await client.submit(ReportIncidentDocument, report(), {
    onRetry: (error, wait) => waits.push(wait, error.retryAfter ?? Number.NaN),
  });

  expect(incident).not.toBeNull();
  expect(waits).toEqual([expect.any(Number), 1_000]);
  expect(waits[0]).toBeGreaterThanOrEqual(1_000);
  line.saysInstead(away);
  await expect(client.ask(IncidentsDocument, { first: 1 })).rejects.toThrow(Unreachable);
});

test.concurrent("patience ends: the last error is thrown, and says that the report may be recorded", async () => {
  const soc = await world().soc();
  await using line = await Line.to(world().url);
  line.losesAnswers(100);
  const given = clientOf(soc, line.address).submit(ReportIncidentDocument, report(), { patience: 1_000 });
  await expect(given).rejects.toMatchObject({ name: "Unreachable", mayBeRecorded: true, isTemporary: true });
});

test.concurrent("F1 a rejection is thrown with every broken rule, and sent once", async () => {
  const soc = await world().soc();
  const given = clientOf(soc).submit(
    ReportIncidentDocument,
    { ...report(), summary: "", affectedObjects: [{}] },
    { onRetry: () => expect.unreachable() },
  );
  const error = await given.catch((thrown: unknown) => thrown);
  if (!(error instanceof Rejected)) throw error;
  expect(error.rejection.violations.map(({ rule }) => rule)).toEqual(["F1", "F6"]);
  expect(error.message).toMatch(/^F1 input\.summary: .+\nF6 input\.affectedObjects\.0: .+$/);
  expect(error.mayBeRecorded).toBe(false);
});

test.concurrent("what is not permitted is thrown with its code and request id", async () => {
  const centre = await world().nationalCentre();
  const error = await clientOf(centre)
    .submit(ReportIncidentDocument, report())
    .catch((thrown: unknown) => thrown);
  if (!(error instanceof Refused)) throw error;
  expect(error).toMatchObject({ code: "FORBIDDEN", isTemporary: false, mayBeRecorded: false });
  expect(error.requestId).toMatch(/^[0-9a-f-]{36}$/);
});

test.concurrent(
  "a feed goes on from its cursor when the line was cut, without a gap and without a repeat",
  async () => {
    const soc = await world().soc();
    await using line = await Line.to(world().url);
    const client = clientOf(soc, line.address);
    const sent: string[] = [];
    const reports = async (): Promise<void> => void sent.push((await soc.sendsReport()).incident?.number ?? "none");
    const { incidents } = await client.ask(IncidentsDocument, { first: 0 });
    await reports();

    const seen: string[] = [];
    for await (const { frame } of client.follow(IncidentFeedDocument, { after: incidents.feedCursor })) {
      seen.push(frame?.incident.number ?? "none");
      if (seen.length === 6) break;
      if (seen.length % 2 === 1) {
        line.cut();
        await reports();
        await reports();
      }
    }

    expect(seen).toEqual(sent.slice(0, 6));
    await client.close();
  },
);

test.concurrent(
  "a feed without a cursor begins at the gateway's now, and loses nothing if it breaks before its first frame",
  async () => {
    const soc = await world().soc();
    await soc.sendsReport();
    await using line = await Line.to(world().url);
    const sockets = new Sockets();
    const client = new GatewayClient({ address: line.address, token: soc.token, webSocket: sockets.kind });
    const feed = client.follow(IncidentFeedDocument, {});
    const first = feed.next();
    // It opens a socket once it knows where it begins.
    await eventually(() => sockets.opened > 0);
    const sent = await soc.sendsReport();
    line.cut();

    const { value } = await first;
    expect(value?.frame?.incident.number).toBe(sent.incident?.number);
    await feed.return();
    await client.close();
  },
);

test.concurrent(
  "a reader that is slow has a bounded number of frames before it, and all of them in the end",
  async () => {
    const soc = await world().soc();
    const sockets = new Sockets();
    const client = new GatewayClient({ address: world().url, token: soc.token, webSocket: sockets.kind });
    const { incidents } = await client.ask(IncidentsDocument, { first: 0 });
    const feed = client.follow(IncidentFeedDocument, { after: incidents.feedCursor });
    const begun = feed.next();
    const sent: string[] = [];
    while (sent.length < 120) {
      const made = await Promise.all(Array.from({ length: 4 }, () => soc.sendsReport()));
      sent.push(...made.map(({ incident }) => incident?.number ?? "none"));
    }
    const { value } = await begun;
    const seen = [value?.frame?.incident.number ?? "none", ...(await numbersFrom(feed, 119))];
    expect(seen.toSorted()).toEqual(sent.toSorted());
    // Above its bound it left the feed, and came back for the rest.
    expect(sockets.opened).toBe(2);
    await client.close();
  },
);

test.concurrent("a token that is revoked ends a feed for good; where a new one can be had, it goes on", async () => {
  const soc = await world().soc();
  const [spare, last] = [
    await world().person(soc.partyId, "SOC_OPERATOR"),
    await world().person(soc.partyId, "SOC_OPERATOR"),
  ];
  const fixed = clientOf(spare);
  const tokens = [spare.token, last.token];
  const renewed = new GatewayClient({ address: world().url, token: () => tokens[0] ?? "" });
  const { incidents } = await fixed.ask(IncidentsDocument, { first: 0 });
  const feeds = [fixed, renewed].map((client) => client.follow(IncidentFeedDocument, { after: incidents.feedCursor }));
  await soc.sendsReport();
  for (const feed of feeds) await feed.next();
  const [ended, next] = feeds.map((feed) => feed.next().catch((error: unknown) => error));

  tokens.shift();
  await world().revoke(spare);

  const error = await ended;
  expect(error).toBeInstanceOf(SocketClosed);
  expect(error).toMatchObject({ code: 4403, message: expect.stringContaining("revoked") as string });
  const { incident } = await soc.sendsReport();
  expect(await next).toMatchObject({ value: { frame: { incident: { number: incident?.number } } } });
  await renewed.close();
});

test.concurrent(
  "a cursor that cannot be served is thrown with its code, and a loop is left by its signal",
  async () => {
    const centre = await world().nationalCentre();
    const client = clientOf(centre);
    const wrong = client.follow(ObligationFeedDocument, { after: "bm90IGEgY3Vyc29y" });
    await expect(wrong.next()).rejects.toMatchObject({ name: "Refused", code: "BAD_USER_INPUT" });

    const leaving = new AbortController();
    const endless = client.follow(ObligationFeedDocument, {}, { signal: leaving.signal });
    const next = endless.next();
    leaving.abort();
    expect(await next).toEqual({ done: true, value: undefined });
    await client.close();
  },
);

test.concurrent("closing a client ends what it follows, also while there is no connection", async () => {
  const soc = await world().soc();
  await using line = await Line.to(world().url);
  const sockets = new Sockets();
  const client = new GatewayClient({ address: line.address, token: soc.token, webSocket: sockets.kind });
  const { incidents } = await client.ask(IncidentsDocument, { first: 0 });
  const follow = () => client.follow(IncidentFeedDocument, { after: incidents.feedCursor }).next();
  const [one, other] = [follow(), follow()];
  await eventually(() => sockets.opened > 0);
  await client.close();
  expect(await Promise.all([one, other])).toEqual([
    { done: true, value: undefined },
    { done: true, value: undefined },
  ]);
  const retried = Promise.withResolvers<string>();
  await line[Symbol.asyncDispose]();
  const away = client
    .follow(IncidentFeedDocument, { after: incidents.feedCursor }, { onRetry: ({ name }) => retried.resolve(name) })
    .next();
  expect(await retried.promise).toBe("Unreachable");
  await client.close();
  expect(await away).toEqual({ done: true, value: undefined });
});

test.concurrent("an address that is none, and a document that cannot be resumed, are refused at once", async () => {
  for (const address of ["localhost:4000", "", "ws://dabyl.example"])
    expect(() => new GatewayClient({ address, token: "" })).toThrow(TypeError);
  expect(new GatewayClient({ address: "https://dabyl.example/", token: "" }).settings.address).toBe(
    "https://dabyl.example",
  );
  const soc = await world().soc();
  await soc.sendsReport();
  const client = clientOf(soc);
  const { incidents } = await client.ask(IncidentsDocument, { first: 0 });
  const feedOf = (document: string) =>
    client
      .follow(new TypedDocumentString<IncidentFeedSubscription, IncidentFeedSubscriptionVariables>(document), {
        after: incidents.feedCursor,
      })
      .next();
  await expect(feedOf("subscription { incidentFeed { cursor } }")).rejects.toThrow("takes $after");
  const withoutCursor = feedOf("subscription ($after: FeedCursor) { incidentFeed(after: $after) { kind } }");
  // It may be refused before the report is answered.
  const [refused] = await Promise.allSettled([withoutCursor, soc.sendsReport()]);
  expect(refused).toMatchObject({ reason: { message: expect.stringContaining("selects cursor") as string } });
  await client.close();
});

test.concurrent(
  "a token that was refused and comes again ends a feed, and what the token's function throws does too",
  async () => {
    const soc = await world().soc();
    const spare = await world().person(soc.partyId, "SOC_OPERATOR");
    const { incidents } = await clientOf(soc).ask(IncidentsDocument, { first: 0 });
    await world().revoke(spare);
    const follow = (token: () => string) =>
      new GatewayClient({ address: world().url, token })
        .follow(IncidentFeedDocument, { after: incidents.feedCursor })
        .next();
    await expect(follow(() => spare.token)).rejects.toMatchObject({ name: "SocketClosed", code: 4403 });
    const broken = follow(() => {
      throw Object.assign(new Error("no token to be had"), { code: 7 });
    });
    await expect(broken).rejects.toThrow("no token to be had");
  },
);

test.concurrent("JSON that is no answer of the gateway is waited out like any other page of a proxy", async () => {
  const soc = await world().soc();
  await using line = await Line.to(world().url);
  const body = '{"message":"no healthy upstream"}';
  line.saysInstead(
    `HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json\r\nRetry-After: 2\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
  );
  const asked = clientOf(soc, line.address).ask(IncidentsDocument, { first: 1 });
  await expect(asked).rejects.toMatchObject({ name: "Unreachable", retryAfter: 2_000 });
});
