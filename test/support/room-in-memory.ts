import { GraphQLError } from "graphql";
import { expect } from "vitest";
import type { Session } from "../../src/access/session.js";
import { Refusal } from "../../src/domain/refusal.js";
import { say } from "../../src/domain/wording/wording.js";
import type { SealedFact } from "../../src/journal/journal.store.js";
import { LiveFeed, matching, type Place } from "../../src/journal/live-feed.js";
import type { Following } from "../../src/operation/feed-frames.js";
import type { Seen } from "../../src/operation/request-context.js";
import type { Connection } from "../../src/platform/database.js";
import type { Frames, Made } from "../../src/server/frames.js";
import type { Operation } from "../../src/server/operation.js";
import { Room } from "../../src/server/room.js";
import { settled, theJournal } from "./journal-in-memory.js";

/** A room whose frames are made when the test says so, and a place in it for whoever comes. */
export async function theRoom() {
  const { tail, seals } = await theJournal();
  const poor = new Set<string>();
  const none = { query: () => Promise.resolve([]) } as unknown as Connection;
  const state = {
    now: 0,
    isEmpty: false,
    failsAt: 0,
    /** Where a frame has errors. */
    refusesAt: 0,
    /** So many are made at once. */
    most: Infinity,
    /** Of a frame. */
    bytes: 0,
    cost: 10,
    rights: new Map<string, string | null>(),
    payers: [] as string[],
    /** How many facts frames were asked of, each time. */
    chunks: [] as number[],
    asked: [] as string[],
  };
  let go: (() => void)[] = [];
  let isHeld = false;
  const gateway = {
    tail,
    feed: new LiveFeed(none, none, tail),
    clock: { now: () => state.now },
    feedTurns: { hasLeft: ({ id }: { id: string }) => !poor.has(id) },
  };
  const frames = {
    async together(_: Operation, facts: readonly SealedFact[], payer: Following, seen: Seen) {
      expect(seen.session.key).toBe(payer.seen.session.key);
      if (isHeld) await new Promise<void>((resolve) => go.push(resolve));
      state.payers.push(payer.seen.session.key);
      state.chunks.push(facts.length);
      const made = facts.slice(0, state.most).map(({ position }): Made =>
        position === state.failsAt
          ? { position, failure: new Error("ours") }
          : {
              position,
              frame: {
                data: { position, text: "a".repeat(state.bytes) },
                ...(position === state.refusesAt ? { errors: [new GraphQLError("refused")] } : {}),
              },
            },
      );
      return { made, cost: state.cost * made.length };
    },
  } as unknown as Frames;
  const sessionOf = (key: string) =>
    ({
      key,
      expiresAt: 1_000,
      actor: { id: key, roles: [], party: { kind: "NATIONAL_CENTRE" } },
    }) as unknown as Session;
  const follower = (key: string) => {
    const seen: Seen = { changes: tail.accessChanges, session: sessionOf(key) };
    const gone = new AbortController();
    const following = {
      seen,
      gateway,
      signal: gone.signal,
      matches: matching({ kinds: ["REPORTED"] }),
      async confirmedActor(asked = seen) {
        state.asked.push(key);
        await settled();
        asked.changes = tail.accessChanges;
        if (state.rights.get(key) === null || asked.session.expiresAt <= state.now)
          throw new Refusal("UNAUTHENTICATED", say("unauthenticated", {}));
      },
    };
    return { following: following as unknown as Following, gone };
  };
  const first = follower("first").following;
  const rightsOf = ({ session: { key } }: Seen) => state.rights.get(key) ?? "reads";
  const room = new Room(frames, {} as Operation, first, tail.head, rightsOf, "reads", () => (state.isEmpty = true));
  return {
    ...state,
    state,
    room,
    tail,
    seals,
    poor,
    /** From now on frames are made only when released. */
    hold: () => void (isHeld = true),
    async release() {
      isHeld = false;
      for (const one of go.splice(0)) one();
      await settled();
      await settled();
    },
    joins(key: string, at = tail.head) {
      const { following, gone } = follower(key);
      const place: Place = { at, end: at, isLive: true };
      const told: number[] = [];
      /** Bytes of each write. */
      const writes: number[] = [];
      const end: unknown[] = [];
      const outlet = {
        next: () => Promise.reject(new Error("not alone")),
        beginning: `${key}:`,
        worded: () => Buffer.from("worded"),
        put: (messages: readonly Buffer[]) => {
          writes.push(Buffer.concat(messages).length);
          told.push(
            ...[
              ...Buffer.concat(messages)
                .toString()
                .matchAll(/"position":(\d+)/g),
            ].map(([, n]) => Number(n)),
          );
        },
        isBehind: false,
        drained: () => Promise.resolve(),
      };
      void room.join(following, place, outlet).then(
        () => end.push("goes on alone"),
        (error: unknown) => end.push(error),
      );
      return { following, place, told, writes, end, outlet, leaves: () => gone.abort() };
    },
  };
}
