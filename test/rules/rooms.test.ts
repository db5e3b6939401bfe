import { parse, type ExecutionResult } from "graphql";
import { expect, test } from "vitest";
import type { SealedFact } from "../../src/journal/journal.store.js";
import { LiveFeed, toFeedCursor } from "../../src/journal/live-feed.js";
import { Following } from "../../src/operation/feed-frames.js";
import type { FeedTurns } from "../../src/operation/feed-turns.js";
import type { RequestContext, Seen } from "../../src/operation/request-context.js";
import type { Connection } from "../../src/platform/database.js";
import type { Frames } from "../../src/server/frames.js";
import type { Outlet } from "../../src/server/room.js";
import { Rooms } from "../../src/server/rooms.js";
import { settled, theJournal } from "../support/journal-in-memory.js";

/** Steps after which somebody is taken to go round for ever: nothing else would be heard of it. */
const ENDLESS = 1_000;

/** Rooms on a journal of which the gateway has not read the end yet: it is at `head`. */
async function theRooms(head: number) {
  const { tail, seals } = await theJournal();
  const vital = { query: () => Promise.resolve([{ head, anchor: 0 }]) } as unknown as Connection;
  const feedTurns = { hasLeft: () => true, untilLeft: () => Promise.resolve() } as unknown as FeedTurns;
  const gateway = {
    tail,
    feedTurns,
    feed: new LiveFeed(vital, vital, tail),
    clock: { now: () => 0 },
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
    follows: (key: string, after: number | null) => {
      const gone = new AbortController();
      const session = { key, expiresAt: 1, actor: { id: key, roles: [], party: { kind: "NATIONAL_CENTRE" } } };
      let steps = 0;
      const context = {
        gateway,
        session,
        signal: gone.signal,
        caller: { locale: "en" },
        confirmedActor: (seen: Seen) => {
          steps += 1;
          return steps > ENDLESS ? Promise.reject(new Error("it goes round")) : Promise.resolve(seen.session.actor);
        },
      } as unknown as RequestContext;
      const cursor = after === null ? null : toFeedCursor(after);
      const following = new Following(context, cursor, { kinds: ["REPORTED"] }, () => Promise.resolve({}));
      const told: string[] = [];
      const end: unknown[] = [];
      const outlet: Outlet = {
        next: ({ data }: ExecutionResult) => Promise.resolve(void told.push(String(data?.["cursor"]))),
        beginning: "",
        worded: () => Buffer.from(""),
        put: (messages) => {
          for (const [, one = ""] of Buffer.concat(messages)
            .toString()
            .matchAll(/"cursor":"(\w+)"/g))
            told.push(one);
        },
        isBehind: false,
        drained: () => Promise.resolve(),
      };
      rooms.follow(following, { document }, outlet).catch((error: unknown) => end.push(error));
      return { told, end, leaves: () => gone.abort() };
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
