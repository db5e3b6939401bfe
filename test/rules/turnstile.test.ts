import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { Turnstile } from "../../src/platform/turnstile.js";

/** Somebody of a party, each time somebody else. */
function actorOf(party: string) {
  return { id: randomUUID(), party: { id: party } };
}

/** The names of callers, in the order in which they are let in. */
function door(limits: ConstructorParameters<typeof Turnstile>[0]) {
  const turnstile = new Turnstile(limits);
  const inside: string[] = [];
  const leave = new Map<string, () => void>();
  return {
    inside,
    comes: async (name: string, party: string, signal?: AbortSignal): Promise<void> => {
      const left = await turnstile.enter({ id: name, party: { id: party } }, signal);
      inside.push(name);
      leave.set(name, left);
    },
    leaves: async (name: string): Promise<void> => {
      leave.get(name)?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test("so many of a party are let in, the others wait for their own and for nobody else", async () => {
  const { comes, leaves, inside } = door({ each: 2, total: 10, waiting: 10 });
  const all = ["a1", "a2", "a3", "a4"].map((name) => comes(name, "A"));
  await comes("b1", "B");
  expect(inside).toEqual(["a1", "a2", "b1"]);
  await leaves("b1");
  expect(inside).not.toContain("a3");
  await leaves("a2");
  expect(inside.at(-1)).toBe("a3");
  await leaves("a1");
  await Promise.all(all);
  expect(inside).toEqual(["a1", "a2", "b1", "a3", "a4"]);
});

test("where all places are taken, free ones go round among the parties, however many of one wait", async () => {
  const { comes, leaves, inside } = door({ each: 2, total: 2, waiting: 10 });
  const all = ["a1", "a2", "a3", "a4", "a5"].map((name) => comes(name, "A"));
  all.push(comes("b1", "B"), comes("b2", "B"), comes("c1", "C"));
  for (let at = 0; at < 7; at += 1) await leaves(inside[at] ?? "");
  await Promise.all(all);
  expect(inside).toEqual(["a1", "a2", "a3", "b1", "c1", "a4", "b2", "a5"]);
});

test("a caller that goes away while it waits is not served, and its place in the queue is free", async () => {
  const { comes, leaves, inside } = door({ each: 1, total: 1, waiting: 1 });
  const gone = new AbortController();
  await comes("first", "A");
  const second = comes("second", "A", gone.signal);
  await expect(comes("third", "A")).rejects.toMatchObject({ code: "RATE_LIMITED" });
  gone.abort(new Error("gone"));
  await expect(second).rejects.toThrow("gone");
  const fourth = comes("fourth", "A");
  await leaves("first");
  await fourth;
  expect(inside).toEqual(["first", "fourth"]);
  await expect(comes("fifth", "A", AbortSignal.abort(new Error("gone before")))).rejects.toThrow("gone before");
});

test("too many of one party are refused with the time to wait, and nobody else is", async () => {
  const { comes, leaves, inside } = door({ each: 1, total: 10, waiting: 2 });
  await comes("a1", "A");
  const waiting = [comes("a2", "A"), comes("a3", "A")];
  await expect(comes("a4", "A")).rejects.toMatchObject({
    code: "RATE_LIMITED",
    details: { retryAfterSeconds: expect.any(Number) },
  });
  await comes("b1", "B");
  await leaves("a1");
  await leaves("a2");
  await Promise.all(waiting);
  expect(inside).toEqual(["a1", "b1", "a2", "a3"]);
});

test("a caller that goes away in the moment in which a place becomes free does not take it along", async () => {
  const turnstile = new Turnstile({ each: 1, total: 1, waiting: 10 });
  const leave = await turnstile.enter(actorOf("A"));
  const gone = new AbortController();
  const goes = turnstile.enter(actorOf("A"), gone.signal);
  gone.abort(new Error("gone"));
  leave();
  await expect(goes).rejects.toThrow("gone");
  await expect(turnstile.enter(actorOf("B"))).resolves.toBeTypeOf("function");
});

test("where patience has no end, somebody waits longer than half a minute", async () => {
  vi.useFakeTimers();
  try {
    const turnstile = new Turnstile({ each: 1, total: 1, waiting: 10, isPatient: true });
    const leave = await turnstile.enter(actorOf("A"));
    const waits = turnstile.enter(actorOf("A"));
    await vi.advanceTimersByTimeAsync(120_000);
    leave();
    await expect(waits).resolves.toBeTypeOf("function");
  } finally {
    vi.useRealTimers();
  }
});

test("whoever is alone has all places to wait; for a colleague the last of whom the most wait is turned away", async () => {
  const turnstile = new Turnstile({ each: 1, total: 10, waiting: 4 });
  const party = { id: "A" };
  const [eager, colleague] = [
    { id: "eager", party },
    { id: "colleague", party },
  ];
  const leave = await turnstile.enter(eager);
  const waiting = Array.from({ length: 4 }, () => turnstile.enter(eager));
  for (const one of waiting) one.catch(() => undefined);
  await expect(turnstile.enter(eager)).rejects.toMatchObject({ code: "RATE_LIMITED" });
  const found = [turnstile.enter(colleague), turnstile.enter(colleague)];
  for (const turnedAway of waiting.slice(2)) await expect(turnedAway).rejects.toMatchObject({ code: "RATE_LIMITED" });
  // As many of each wait now.
  await expect(turnstile.enter(colleague)).rejects.toMatchObject({ code: "RATE_LIMITED" });
  leave();
  for (const one of [...waiting.slice(0, 2), ...found]) (await one)();
  expect(turnstile.waiting).toBe(0);
});

test("a free place goes to the actor of a party who has the fewest, however long the others have waited", async () => {
  const turnstile = new Turnstile({ each: 2, total: 10, waiting: 100 });
  const party = { id: "A" };
  const inside: string[] = [];
  const comes = async (id: string) => {
    const leave = await turnstile.enter({ id, party });
    inside.push(id);
    return leave;
  };
  const [first, second] = [await comes("eager"), await comes("eager")];
  const others = [comes("eager"), comes("eager"), comes("colleague"), comes("colleague")];
  first();
  (await others[2])?.();
  second();
  for (const next of others) void next.then((leave) => setImmediate(leave));
  await Promise.all(others);
  expect(inside).toEqual(["eager", "eager", "colleague", "colleague", "eager", "eager"]);
});

test("a caller that leaves as the one inside does takes no later line of its party with it", async () => {
  const turnstile = new Turnstile({ each: 1, total: 4, waiting: 100, isPatient: true });
  const gone = new AbortController();
  const leave = await turnstile.enter(actorOf("A"));
  const abandoned = turnstile.enter(actorOf("A"), gone.signal).catch(() => "gone");
  gone.abort();
  leave();
  const leaveNext = await turnstile.enter(actorOf("A"));
  expect(await abandoned).toBe("gone");
  const inside: string[] = [];
  const others = ["second", "third"].map((name) =>
    turnstile.enter(actorOf("A")).then((leaves) => {
      inside.push(name);
      return leaves;
    }),
  );
  await new Promise((resolve) => setImmediate(resolve));
  expect(inside).toEqual([]);
  expect(turnstile.waiting).toBe(2);
  leaveNext();
  (await others[0])?.();
  (await others[1])?.();
  expect(inside).toEqual(["second", "third"]);
});
