import { parse, type ExecutionResult } from "graphql";
import { expect, test } from "vitest";
import type { FactKind } from "../../src/domain/facts.js";
import { instant } from "../../src/domain/instant.js";
import type { SealedEntry, SealedFact } from "../../src/journal/journal.store.js";
import { LiveFeed, toFeedCursor } from "../../src/journal/live-feed.js";
import { Following } from "../../src/operation/feed-frames.js";
import type { FeedTurns } from "../../src/operation/feed-turns.js";
import type { RequestContext, Seen } from "../../src/operation/request-context.js";
import type { Connection } from "../../src/platform/database.js";
import type { Frames } from "../../src/server/frames.js";
import type { Outlet } from "../../src/server/room-messages.js";
import { Rooms } from "../../src/server/rooms.js";
import { settled, theJournal } from "../support/journal-in-memory.js";

/** Steps after which somebody is taken to go round for ever: nothing else would be heard of it. */
const ENDLESS = 1_000;

/** Rooms on a journal of which the gateway has not read the end yet: it is at `head`, and the table has what is unread. */
async function theRooms(head: number, unread: readonly Partial<SealedEntry>[] = []) {
  const { tail, seals } = await theJournal();
  const vital = { query: () => Promise.resolve([{ head, anchor: 0 }]) } as unknown as Connection;
  const table = { query: () => Promise.resolve(unread) } as unknown as Connection;
  const feedTurns = {
    hasLeft: () => true,
    untilLeft: () => Promise.resolve(),
    takeLater: async (_: unknown, work: () => Promise<{ result: unknown }>) => (await work()).result,
  } as unknown as FeedTurns;
  const gateway = {
    tail,
    feedTurns,
    feed: new LiveFeed(vital, table, tail),
    clock: { now: () => 0 },
    rightOfWay: { pieces: () => () => null, give: () => Promise.resolve() },
    answerLimits: { cost: 1_000, bytes: 1_000 },
    sharedReadings: { at: () => ({ reading: {}, meter: { loaded: 0 } }) },
  };
  const frames = {
    alone: (_: unknown, __: string, { cursor }: { cursor: string }) => Promise.resolve({ data: { cursor } }),
    together: (_: unknown, facts: readonly SealedFact[]) =>
      Promise.resolve({
        made: facts.map(({ position }) => ({ position, frame: { data: { cursor: toFeedCursor(position) } } })),
        cost: 10,
      }),
  } as unknown as Frames;
  const rooms = new Rooms(frames, feedTurns);
  const document = parse("subscription { incidentFeed { cursor } }");
  return {
    tail,
    seals,
    follows: (
      key: string,
      after: number | null,
      whenAsked = () => Promise.resolve(),
      mark = false,
      kinds: readonly FactKind[] = ["REPORTED"],
    ) => {
      const gone = new AbortController();
      const session = { key, expiresAt: 1, actor: { id: key, roles: [], party: { kind: "NATIONAL_CENTRE" } } };
      let steps = 0;
      const context = {
        gateway,
        session,
        signal: gone.signal,
        caller: { locale: "en" },
        async confirmedActor(seen: Seen) {
          steps += 1;
          if (steps > ENDLESS) throw new Error("it goes round");
          const changes = tail.accessChanges;
          await whenAsked();
          seen.changes = changes;
          return seen.session.actor;
        },
      } as unknown as RequestContext;
      const from = { after: after === null ? null : toFeedCursor(after), mark };
      const following = new Following(context, from, { kinds }, () => Promise.resolve({}));
      const told: string[] = [];
      const end: unknown[] = [];
      const drained = { promise: Promise.resolve() };
      const outlet = {
        next: ({ data, extensions }: ExecutionResult) =>
          Promise.resolve(void told.push(data ? String(data["cursor"]) : `mark ${String(extensions?.["cursor"])}`)),
        beginning: "",
        worded: () => Buffer.from(""),
        put: (messages: readonly Buffer[]) => {
          for (const [, one = ""] of Buffer.concat(messages)
            .toString()
            .matchAll(/"cursor":"(\w+)"/g))
            told.push(one);
        },
        isBehind: false as boolean,
        drained: () => drained.promise,
      } satisfies Outlet;
      rooms.follow(following, { document }, outlet).catch((error: unknown) => end.push(error));
      return { told, end, outlet, drained, leaves: () => gone.abort() };
    },
  };
}

test("who resumes from beyond what the gateway has read keeps nobody out who has seen less", async () => {
  const { tail, seals, follows } = await theRooms(2);
  const ahead = follows("ahead", 2);
  await settled();
  const live = follows("live", null);
  await settled();
  for (let position = 1; position <= 3; position += 1) await seals({ fact: "REPORTED" });
  await settled();
  expect([live.end, ahead.end]).toEqual([[], []]);
  expect(ahead.told).toEqual([3].map(toFeedCursor));
  expect(live.told).toEqual([1, 2, 3].map(toFeedCursor));
  for (const one of [ahead, live]) one.leaves();
  await tail.stop();
});

test("whoever goes on alone gets nothing before what it has been given is written", async () => {
  const { tail, seals, follows } = await theRooms(0);
  const slow = follows("slow", null);
  await settled();
  let go = (): void => undefined;
  slow.drained.promise = new Promise((resolve) => (go = resolve));
  slow.outlet.isBehind = true;
  await seals({ fact: "REPORTED" });
  await settled();
  expect(slow.told).toEqual([]);
  slow.outlet.isBehind = false;
  go();
  await settled();
  expect(slow).toMatchObject({ told: [1].map(toFeedCursor), end: [] });
  slow.leaves();
  await tail.stop();
});

test("whoever's rights change as it comes into a room is asked for again, although nothing is told there", async () => {
  const { tail, seals, follows } = await theRooms(0);
  const other = follows("other", null);
  await settled();
  let hasRight = true;
  const loses = follows("loses", null, async () => {
    if (!hasRight) throw new Error("no right");
    hasRight = false;
    await seals({ act: "actor.change" });
  });
  for (let count = 0; count < 10; count += 1) await settled();
  expect([loses.end, other.end]).toMatchObject([[{ message: "no right" }], []]);
  other.leaves();
  await tail.stop();
});

test("the mark comes after all that any gateway had sealed before, and once, however often one goes alone again", async () => {
  const unread: Partial<SealedEntry>[] = [
    { position: 1, fact: "REPORTED", at: instant(0) },
    { position: 2, fact: null },
  ];
  const { tail, seals, follows } = await theRooms(2, unread);
  const asks = follows("asks", 0, undefined, true);
  const asksNot = follows("asks not", 0);
  while (asks.told.length < 2) await settled();
  expect(asks).toMatchObject({ told: [toFeedCursor(1), `mark ${toFeedCursor(2)}`], end: [] });
  await seals({ fact: "REPORTED" }, { fact: null });
  asks.outlet.isBehind = true;
  await seals({ fact: "REPORTED" });
  asks.outlet.isBehind = false;
  while (asks.told.length < 3) await settled();
  expect(asks.told).toEqual([toFeedCursor(1), `mark ${toFeedCursor(2)}`, toFeedCursor(3)]);
  expect(asksNot.told).toEqual([1, 3].map(toFeedCursor));
  for (const one of [asks, asksNot]) one.leaves();
  await tail.stop();
});

test("a feed in which nothing will ever be, and one from now, are marked at once", async () => {
  const { tail, follows } = await theRooms(7);
  const never = follows("never", 3, undefined, true, []);
  const fromNow = follows("from now", null, undefined, true);
  await settled();
  expect([never.told, fromNow.told]).toEqual([[`mark ${toFeedCursor(7)}`], [`mark ${toFeedCursor(0)}`]]);
  for (const one of [never, fromNow]) one.leaves();
  await tail.stop();
});
