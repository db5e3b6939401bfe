import { describe, expect, test, vi } from "vitest";
import type { Session } from "../../src/access/session.js";
import { Confirmations } from "../../src/access/confirmations.js";
import type { Instant } from "../../src/domain/instant.js";
import type { Actor } from "../../src/domain/parties.js";
import type { Connection } from "../../src/platform/database.js";
import type { SealedEntry, SealedFact } from "../../src/journal/journal.store.js";
import { concerning, LiveFeed, matching, toFeedCursor, type FeedFilter } from "../../src/journal/live-feed.js";
import type { Tail } from "../../src/journal/tail.js";
import { settled, theJournal } from "../support/journal-in-memory.js";

/** Somebody who waits for the facts of one SOC; `wakes` has where it was woken. */
function waits(tail: Tail, soc: string, { from = 0, signal = new AbortController().signal } = {}) {
  const wakes: number[] = [];
  const concerns = ({ socId }: SealedFact): boolean => socId === soc;
  const done = tail.grown(from, tail.accessChanges, signal, concerns).then((upTo) => void wakes.push(upTo));
  return { wakes, done };
}

describe("who waits for facts", () => {
  test("is woken by what concerns it alone, and learns up to where nothing did", async () => {
    const { tail, seals } = await theJournal();
    const [ours, others] = [waits(tail, "ours"), waits(tail, "others")];
    await seals({ fact: "REPORTED", socId: "others" }, { fact: null, socId: "ours" });
    await others.done;
    expect(others.wakes).toEqual([0]);
    await seals({ fact: "REPORTED", socId: "others" });
    await settled();
    expect(ours.wakes).toEqual([]);
    await seals({ fact: "REPORTED", socId: "others" }, { fact: "CARD_SUBMITTED", socId: "ours" });
    await ours.done;
    // Of what has been read since, and is not behind it, nothing is missed.
    expect(ours.wakes).toEqual([3]);
    expect(tail.after(3, 10)?.map(({ fact }) => fact)).toEqual(["REPORTED", "CARD_SUBMITTED"]);
    await tail.stop();
  });

  test("is woken where rights may have changed, at its signal, and at the end", async () => {
    const { tail, seals } = await theJournal();
    const gone = new AbortController();
    const [leaves, stays] = [waits(tail, "ours", { signal: gone.signal }), waits(tail, "ours")];
    gone.abort();
    await leaves.done;
    expect(stays.wakes).toEqual([]);
    await seals({ act: "token.revoke" });
    await stays.done;
    const last = waits(tail, "ours", { from: tail.head });
    await tail.stop();
    await last.done;
  });

  test("does not wait where the journal is ahead of it", async () => {
    const { tail, seals } = await theJournal();
    await seals({ fact: "REPORTED", socId: "others" });
    const { done, wakes } = waits(tail, "ours");
    await done;
    expect(wakes).toEqual([0]);
    await tail.stop();
  });
});

describe("who catches up", () => {
  const centre = { party: { kind: "NATIONAL_CENTRE" } } as Actor;

  /** The first fact after the beginning, and how often the table was read for it in turn. */
  async function catchesUp({ kinds }: FeedFilter) {
    const { tail } = await theJournal();
    const old = { position: 1, act: "card.submit", fact: "REPORTED", socId: null } as SealedEntry;
    const bounds = { query: () => Promise.resolve([{ head: 1, anchor: 0 }]) } as unknown as Connection;
    const table = { query: () => Promise.resolve([old]) } as unknown as Connection;
    vi.spyOn(tail, "after").mockImplementation((at) => (at < 1 ? null : []));
    vi.spyOn(tail, "head", "get").mockReturnValue(1);
    let turns = 0;
    const reader = {
      actor: () => Promise.resolve(centre),
      catchUp: <Entry>(read: () => Promise<readonly Entry[]>) => {
        turns += 1;
        return read();
      },
    };
    const feed = new LiveFeed(bounds, table, tail);
    const place = await feed.begin(0, { kinds });
    const facts = feed.missed(place, matching({ kinds }), reader, new AbortController().signal);
    const { value } = await facts.next();
    await facts.return(undefined);
    await tail.stop();
    return { cursor: value ? toFeedCursor(value.position) : null, turns };
  }

  test("reads the table in its turn, and on no session that acts need", async () => {
    expect(await catchesUp({ kinds: ["REPORTED"] })).toEqual({ cursor: toFeedCursor(1), turns: 1 });
  });

  test("reads nothing for a feed in which nothing will ever be", async () => {
    expect(await catchesUp({ kinds: [] })).toEqual({ cursor: null, turns: 0 });
  });
});

describe("what a token stands for, when rights may have changed", () => {
  const session = (token: string): Session => ({ key: token }) as Session;

  test("is asked once for all that is followed with it", async () => {
    let changes = 1;
    const asked: string[] = [];
    const confirmations = new Confirmations(
      () => changes,
      (one) => {
        asked.push(one.key);
        return Promise.resolve({ ...one, expiresAt: changes as Instant });
      },
    );
    const all = [..."aaabba"].map((token) => confirmations.of(session(token)));
    expect((await Promise.all(all)).map(({ expiresAt }) => expiresAt)).toEqual(Array(6).fill(1));
    expect(asked).toEqual(["a", "b"]);
    changes = 2;
    expect((await confirmations.of(session("a"))).expiresAt).toBe(2);
    expect(asked).toEqual(["a", "b", "a"]);
  });

  test("is asked again after it could not be", async () => {
    let isAway = true;
    const confirmations = new Confirmations(
      () => 0,
      (one) => (isAway ? Promise.reject(new Error("away")) : Promise.resolve(one)),
    );
    await expect(confirmations.of(session("a"))).rejects.toThrow("away");
    isAway = false;
    await expect(confirmations.of(session("a"))).resolves.toBeDefined();
  });
});

test("who is behind goes through what it missed in turns, also in memory, and is asked for rights where a fact concerns it", async () => {
  const { tail, seals } = await theJournal(2_000);
  for (let n = 0; n < 12; n += 1)
    await seals(
      ...Array.from({ length: 100 }, (_, m) => ({ fact: "REPORTED" as const, socId: m === 50 ? "ours" : "others" })),
    );
  await settled();
  let asked = 0;
  const turns: number[] = [];
  const reader = {
    actor: () => {
      asked += 1;
      return Promise.resolve({ party: { kind: "SOC", id: "ours" } } as Actor);
    },
    catchUp: async <Entry>(read: () => Promise<readonly Entry[]>) => {
      const entries = await read();
      turns.push(entries.length);
      return entries;
    },
  };
  const table = { query: () => Promise.resolve([{ head: tail.head, anchor: 0 }]) } as unknown as Connection;
  const filter: FeedFilter = { kinds: ["REPORTED"] };
  const feed = new LiveFeed(table, table, tail);
  const place = await feed.begin(0, filter);
  const missed = async () => {
    const facts = [];
    for await (const { position, isBehind } of feed.missed(
      place,
      matching(filter),
      reader,
      new AbortController().signal,
    ))
      facts.push({ position, isBehind });
    return facts;
  };
  expect(await missed()).toEqual(Array.from({ length: 12 }, (_, n) => ({ position: n * 100 + 51, isBehind: true })));
  expect(turns).toEqual([500, 500, 200]);
  expect(asked).toBeLessThan(20);
  await seals({ fact: "REPORTED", socId: "others" }, { fact: "REPORTED", socId: "ours" });
  expect(await missed()).toEqual([{ position: 1_202, isBehind: false }]);
  // More at once than anybody who is not behind would find.
  await seals(...Array.from({ length: 60 }, () => ({ fact: "REPORTED" as const, socId: "ours" })));
  expect((await missed())[0]).toEqual({ position: 1_203, isBehind: true });
  expect(turns).toEqual([500, 500, 200, 60]);
  await tail.stop();
});

test("a fact costs whoever waits for others one look, however many its feed names", async () => {
  const { tail, seals } = await theJournal();
  const end = new AbortController();
  const socIds = Array.from({ length: 1_000 }, (_, n) => `soc ${n}`);
  const wait = (names: readonly string[]): void => {
    const concerns = concerning({ sees: "EVERYTHING" }, matching({ kinds: ["REPORTED"], socIds: names }));
    void tail.grown(tail.head, tail.accessChanges, end.signal, concerns);
  };
  const costOf = async (names: readonly string[]): Promise<number> => {
    for (let n = 0; n < 300; n += 1) wait(names);
    const begun = process.cpuUsage();
    await seals(...Array.from({ length: 200 }, () => ({ fact: "REPORTED" as const, socId: "another" })));
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1_000;
  };
  const ofFew = await costOf(["soc 1"]);
  // These wait beside the first ones.
  expect(await costOf(socIds)).toBeLessThan(10 * ofFew + 100);
  end.abort();
  await tail.stop();
});
