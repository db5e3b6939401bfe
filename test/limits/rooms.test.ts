import pg from "pg";
import { expect, test, vi } from "vitest";
import { fromFeedCursor } from "../../src/journal/live-feed.js";
import { eventually } from "../support/eventually.js";
import { startGateway } from "../support/gateway.js";
import { hold } from "../support/held.js";
import type { Person } from "../support/person.js";
import { RawSocket } from "../support/raw-socket.js";

const FEED = "subscription { incidentFeed { cursor incident { number } } }";
/** Of each person, and subscriptions on each socket. */
const SOCKETS = 25;
const EACH = 10;

interface Follows {
  readonly person: Person;
  readonly sockets: readonly RawSocket[];
}

async function follows(person: Person): Promise<Follows> {
  const after = await person.feedHead();
  const sockets = await Promise.all(
    Array.from({ length: SOCKETS }, () => RawSocket.open(person.world.url, person.token)),
  );
  for (const socket of sockets) for (let id = 0; id < EACH; id += 1) socket.follow(String(id), FEED, after);
  return { person, sockets };
}

/** The positions that each subscription of somebody is told next, so many each; fewer where a socket is closed. */
async function told({ sockets }: Follows, count: number): Promise<number[][]> {
  const each = sockets.map(async (socket) => {
    const frames = await socket.take(({ type }) => type === "next", count * EACH);
    return Array.from({ length: EACH }, (_, id) =>
      frames.filter((frame) => frame.id === String(id)).map(({ payload }) => positionIn(payload)),
    );
  });
  return (await Promise.all(each)).flat();
}

function positionIn(payload: unknown): number {
  return fromFeedCursor((payload as { data: { incidentFeed: { cursor: string } } }).data.incidentFeed.cursor);
}

test("of a thousand in a room, whose right is taken away receive nothing more, the others everything, and each token is asked for once", async () => {
  await using world = await startGateway({ settings: { COST_AT_ONCE: "1000000000" } });
  const soc = await world.soc();
  const people = [];
  for (let count = 0; count < 4; count += 1) people.push(await world.nationalCentre());
  const all = [];
  for (const person of people) all.push(await follows(person));
  const [revoked, demoted, ...staying] = all as [Follows, Follows, ...Follows[]];
  const first = (await soc.sendsCard()).receipt.position;
  for (const one of all) expect(await told(one, 1)).toEqual(Array.from({ length: SOCKETS * EACH }, () => [first]));

  const asked = vi.spyOn(pg.Client.prototype, "query");
  const questions = (): number =>
    asked.mock.calls.filter(([query]) => (query as unknown as { text?: string }).text?.includes("find_token")).length;
  await world.revoke(revoked.person);
  for (const socket of revoked.sockets) expect((await socket.closed).code).toBe(4403);
  await world.giveRoles(demoted.person, []);
  const errors = await Promise.all(demoted.sockets.map((socket) => socket.take(({ type }) => type === "error", EACH)));
  expect(errors.flat()).toHaveLength(SOCKETS * EACH);
  expect(errors.flat()[0]?.payload).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  // Twice rights may have changed, and each time the feeds asked for each of the four tokens, and the sockets did.
  expect(questions()).toBeLessThanOrEqual(2 * (4 + 4));
  asked.mockRestore();

  const sent = await Promise.all(Array.from({ length: 20 }, () => soc.sendsCard()));
  const positions = sent.map(({ receipt }) => receipt.position).toSorted((one, other) => one - other);
  for (const one of staying)
    expect(await told(one, 20)).toEqual(Array.from({ length: SOCKETS * EACH }, () => positions));
  for (const socket of [...demoted.sockets, ...revoked.sockets]) socket.close();
  for (const one of [demoted, revoked]) expect((await told(one, Infinity)).flat()).toEqual([]);
  for (const { sockets } of all) for (const socket of sockets) socket[Symbol.dispose]();
});

test("a right that is taken away while facts come in bursts ends what is told with it at that place", async () => {
  await using world = await startGateway({ settings: { COST_AT_ONCE: "1000000000" } });
  const soc = await world.soc();
  const [leaving, staying] = [await follows(await world.nationalCentre()), await follows(await world.nationalCentre())];
  const first = Array.from({ length: 20 }, () => soc.sendsCard());
  await first[0];
  await world.giveRoles(leaving.person, []);
  const end = fromFeedCursor(await staying.person.feedHead());
  const later = Array.from({ length: 20 }, () => soc.sendsCard());
  const sent = (await Promise.all([...first, ...later])).map(({ receipt }) => receipt.position);
  const positions = sent.toSorted((one, other) => one - other);
  expect(await told(staying, 40)).toEqual(Array.from({ length: SOCKETS * EACH }, () => positions));
  for (const socket of leaving.sockets)
    expect(await socket.take(({ type }) => type === "error", EACH)).toHaveLength(EACH);
  for (const socket of leaving.sockets) socket.close();
  for (const some of await told(leaving, Infinity)) {
    expect(some).toEqual(positions.slice(0, some.length));
    expect(some.at(-1) ?? 0).toBeLessThanOrEqual(end);
  }
  for (const { sockets } of [leaving, staying]) for (const socket of sockets) socket[Symbol.dispose]();
});

test("whoever reads is not too slow for large frames of facts that come together", async () => {
  await using world = await startGateway({ settings: { COST_AT_ONCE: "1000000000", MAX_OPERATION_ALIASES: "300" } });
  const [soc, ...others] = [await world.soc(), await world.soc(), await world.soc()] as const;
  const centre = await world.nationalCentre();
  using socket = await RawSocket.open(world.url, centre.token);
  const natures = Array.from({ length: 200 }, (_, index) => `n${index}: nature`).join(" ");
  const feed = `subscription { incidentFeed { cursor incident { card { ${natures} } } } }`;
  socket.follow("feed", feed, await centre.feedHead());
  // After small ones the next are expected to be small, and made together.
  await soc.sendsCard();
  expect(await socket.take(({ type }) => type === "next", 1)).toHaveLength(1);
  await using held = await hold(world.database, "select pg_advisory_xact_lock(hashtext('dabyl journal'))");
  const sent = [soc, ...others].flatMap((one) => [1, 2].map(() => one.sendsCard({ nature: "ж".repeat(9_900) })));
  await eventually(async () => (await world.database.asOwner("select from outbox")).length === sent.length);
  await held.letGo();
  await Promise.all(sent);
  expect(await socket.take(({ type }) => type === "next", sent.length)).toHaveLength(sent.length);
  const answer = await Promise.race([socket.closed, socket.asks("still open", "{ __typename }")]);
  expect(answer).toMatchObject({ data: { __typename: "Query" } });
});
