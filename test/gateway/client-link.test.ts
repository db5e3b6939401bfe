import WebSocket from "ws";
import { expect, test } from "vitest";
import { GatewayClient, type ClientSettings, type Delivery, type GatewayError, type Link } from "../../client/index.js";
import {
  IncidentFeedDocument,
  TypedDocumentString,
  type IncidentFeedSubscription,
  type IncidentFeedSubscriptionVariables,
} from "../../schema/operations.generated.js";
import { eventually } from "../support/eventually.js";
import { sharedGateway, startGateway } from "../support/gateway.js";
import { Line } from "../support/line.js";
import type { Person } from "../support/person.js";

const world = sharedGateway();

type Frame = IncidentFeedSubscription["incidentFeed"];

/** A screen that follows the incidents: what it is told, in its order, and what is said of its link. */
class Screen implements AsyncDisposable {
  readonly seen: string[] = [];
  readonly errors: GatewayError[] = [];
  readonly links: Link[] = [];
  cursor: string;
  readonly client: GatewayClient;
  readonly ended: Promise<unknown>;

  private constructor(person: Person, address: string, after: string, settings: Partial<ClientSettings>) {
    this.cursor = after;
    this.client = new GatewayClient({
      address,
      token: person.token,
      onLink: (link) => {
        this.links.push(link);
        this.seen.push(link.state);
      },
      ...settings,
    });
    const feed = this.client.follow(
      IncidentFeedDocument,
      { after },
      {
        onRetry: (error) => this.errors.push(error),
        onCaughtUp: (cursor) => {
          this.cursor = cursor;
          this.seen.push("caught up");
        },
      },
    );
    this.ended = this.reads(feed).catch((error: unknown) => error);
  }

  static async of(person: Person, address: string, settings: Partial<ClientSettings> = {}): Promise<Screen> {
    return new Screen(person, address, await person.feedHead(), settings);
  }

  /** All that has been told, once it is so much. */
  async told(count: number): Promise<readonly string[]> {
    await eventually(() => this.seen.length >= count);
    return this.seen;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.client.close();
  }

  private async reads(feed: AsyncIterable<Delivery<Frame>>): Promise<void> {
    for await (const { cursor, frame } of feed) {
      this.seen.push(frame?.incident.number ?? "none");
      this.cursor = cursor;
    }
  }
}

/** The number of an incident that is reported now. */
async function reported(soc: Person): Promise<string> {
  return (await soc.sendsReport()).incident?.number ?? "none";
}

test("a screen is told of its link, and that it has caught up once it has dealt with all it had missed", async () => {
  const soc = await world().soc();
  await using line = await Line.to(world().url);
  await using screen = await Screen.of(soc, line.address);
  expect(await screen.told(2)).toEqual(["CONNECTED", "caught up"]);
  const live = await reported(soc);
  expect(await screen.told(3)).toEqual(["CONNECTED", "caught up", live]);

  line.cut();
  const missed = await reported(soc);
  expect(await screen.told(7)).toEqual(["CONNECTED", "caught up", live, "LOST", "CONNECTED", missed, "caught up"]);
  expect(screen.links[1]).toMatchObject({ state: "LOST", code: 1006 });
  expect(screen.errors.map(({ name }) => name)).toEqual(["Unreachable"]);
});

test("a link that loses everything is given up when a ping has no answer, and the feed goes on through another gateway", async () => {
  const elsewhere = await world().another();
  const soc = await world().soc();
  await using line = await Line.to(world().url);
  await using screen = await Screen.of(soc, line.address, { pingEvery: 500, answersWithin: 1_000 });
  expect(await screen.told(2)).toEqual(["CONNECTED", "caught up"]);

  line.fallsSilent();
  const missed = await reported(soc);
  expect(await screen.told(3)).toEqual(["CONNECTED", "caught up", "LOST"]);
  expect(screen.links[1]).toEqual({ state: "LOST", code: 1006, reason: "The gateway does not answer." });
  // What tries to connect in the silence is given up too.
  await eventually(() => screen.errors.length >= 2);
  expect(screen.links).toHaveLength(2);
  line.leadsTo(elsewhere);
  expect(await screen.told(6)).toEqual(["CONNECTED", "caught up", "LOST", "CONNECTED", missed, "caught up"]);
});

test("a gateway that stops says 1001, and the feed goes on through another one after its cursor", async () => {
  await using own = await startGateway();
  const soc = await own.soc();
  const elsewhere = await own.another();
  await using line = await Line.to(own.url);
  await using screen = await Screen.of(soc, line.address);
  expect(await screen.told(2)).toEqual(["CONNECTED", "caught up"]);
  line.leadsTo(elsewhere);
  await own.stops();
  expect(await screen.told(5)).toEqual(["CONNECTED", "caught up", "LOST", "CONNECTED", "caught up"]);
  expect(screen.links[1]).toMatchObject({ state: "LOST", code: 1001 });
  const live = await reported(soc.through(elsewhere));
  expect(await screen.told(6)).toEqual(["CONNECTED", "caught up", "LOST", "CONNECTED", "caught up", live]);
});

/** Keeps the sockets that are opened. */
function kept() {
  const sockets: WebSocket[] = [];
  class Kept extends WebSocket {
    constructor(address: string, protocol: string) {
      super(address, protocol);
      sockets.push(this);
    }
  }
  return { sockets, Kept };
}

test("a socket closed with 1013, because it asks for too much, is said to be, and comes back", async () => {
  await using own = await startGateway({ settings: { COST_AT_ONCE: "40000", COST_PER_MINUTE: "600000" } });
  const soc = await own.soc();
  const { sockets, Kept } = kept();
  await using screen = await Screen.of(soc, own.url, { webSocket: Kept });
  expect(await screen.told(2)).toEqual(["CONNECTED", "caught up"]);
  // More than its budget allows, of messages that carry nothing.
  for (let count = 0; count < 600; count += 1) sockets[0]?.send('{"type":"complete","id":"none"}');
  expect(await screen.told(3)).toEqual(["CONNECTED", "caught up", "LOST"]);
  expect(screen.links[1]).toMatchObject({ state: "LOST", code: 1013 });
  own.clock.advance(60_000);
  await eventually(() => screen.seen.length >= 5);
  expect(screen.seen.slice(-2)).toEqual(["CONNECTED", "caught up"]);
});

test("a feed says that it has caught up only if its document takes the mark", async () => {
  const soc = await world().soc();
  const client = new GatewayClient({ address: world().url, token: soc.token });
  const query = "subscription ($after: FeedCursor) { incidentFeed(after: $after) { cursor } }";
  const feed = client.follow(
    new TypedDocumentString<IncidentFeedSubscription, IncidentFeedSubscriptionVariables>(query),
    {},
    { onCaughtUp: () => undefined },
  );
  await expect(feed.next()).rejects.toThrow("takes $mark");
});
