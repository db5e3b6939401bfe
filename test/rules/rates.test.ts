import fc from "fast-check";
import { expect, test } from "vitest";
import { Refusal } from "../../src/domain/refusal.js";
import { Rates, type Purpose, type Spender } from "../../src/platform/rates.js";

class Time {
  milliseconds = 0;
  readonly now = (): number => this.milliseconds;
}

function spender(party: string, id = `${party}'s`): Spender {
  return { id, party: { id: party } };
}

/** The seconds that a refused caller has to wait; 0 if it is served. */
function wait(rates: Rates, who: Spender, values: number, purpose: Purpose = "reading"): number {
  try {
    rates.take(who, purpose, values);
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.code).toBe("RATE_LIMITED");
    return Number(error.details["retryAfterSeconds"]);
  }
}

test("a caller that waits as long as the refusal says is served, and not much before", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 50 }), (asked) => {
      const time = new Time();
      const rates = new Rates({ capacity: 2_000, perMinute: 600 }, time.now);
      for (const values of asked) {
        const seconds = wait(rates, spender("A"), values);
        if (seconds === 0) continue;
        time.milliseconds += (seconds - 1) * 1_000;
        if (seconds > 1) expect(wait(rates, spender("A"), values)).toBeGreaterThan(0);
        time.milliseconds += 1_000;
        expect(wait(rates, spender("A"), values)).toBe(0);
      }
    }),
  );
});

test("an actor may use half of what its party has; another party has its own", () => {
  const rates = new Rates({ capacity: 1_000, perMinute: 60 }, new Time().now);
  expect(wait(rates, spender("A", "one"), 500)).toBe(0);
  expect(wait(rates, spender("A", "one"), 1)).toBe(2);
  expect(wait(rates, spender("A", "two"), 500)).toBe(0);
  expect(wait(rates, spender("A", "three"), 100)).toBe(100);
  expect(wait(rates, spender("B"), 500)).toBe(0);
});

test("acts are not refused for what readings have used up", () => {
  const rates = new Rates({ capacity: 1_000, perMinute: 60 }, new Time().now);
  rates.charge(spender("A"), "reading", 1e12);
  expect(wait(rates, spender("A"), 1)).toBeGreaterThan(0);
  expect(wait(rates, spender("A"), 100, "act")).toBe(0);
});

test("an estimate is set right by what was produced, and a debt is never longer than two full buckets", () => {
  const time = new Time();
  const rates = new Rates({ capacity: 1_000, perMinute: 60_000 }, time.now);
  const who = spender("A");
  rates.take(who, "reading", 400);
  rates.charge(who, "reading", -390);
  expect(rates.left(who, "reading")).toBe(490);
  rates.charge(who, "reading", 1e12);
  expect(rates.left(who, "reading")).toBe(0);
  expect(wait(rates, who, 500)).toBeLessThanOrEqual(2);
});

test("buckets that have leaked out are forgotten", () => {
  const time = new Time();
  const rates = new Rates({ capacity: 1_000, perMinute: 60_000 }, time.now);
  for (let party = 0; party < 1_000; party += 1) {
    time.milliseconds += 10;
    rates.take(spender(`${party}`), "reading", 10);
  }
  expect(rates.size).toBeLessThan(20);
});

test("what costs nothing is served, however deep in debt the caller is", () => {
  const rates = new Rates({ capacity: 1_000, perMinute: 60 }, new Time().now);
  rates.charge(spender("A"), "body", 10_000);
  expect(wait(rates, spender("A"), 1, "body")).toBeGreaterThan(0);
  expect(wait(rates, spender("A"), 0, "body")).toBe(0);
});

test("what one actor owes leaves its colleague the other half of what the party has", () => {
  const rates = new Rates({ capacity: 1_000, perMinute: 60 }, new Time().now);
  const [owing, colleague, other] = ["owing", "colleague", "third"].map((id) => spender("A", id)) as [
    Spender,
    Spender,
    Spender,
  ];
  rates.charge(owing, "frame", 1e9);
  expect(rates.untilLeft(owing, "frame")).toBeGreaterThan(0);
  expect(rates.left(colleague, "frame")).toBe(500);
  expect(wait(rates, colleague, 500, "frame")).toBe(0);
  expect(wait(rates, other, 1, "frame")).toBeGreaterThan(0);
  // What is given back is not more than was taken.
  rates.charge(owing, "frame", -1e9);
  expect(rates.left(other, "frame")).toBe(500);
});
