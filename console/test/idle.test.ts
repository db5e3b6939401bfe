import { expect, test } from "vitest";
import { Idle } from "../src/session/idle.js";
import { Kept } from "../src/person/kept.js";

const HOUR = 3_600_000;

function page() {
  const held = { now: 0, locked: 0 };
  const idle = new Idle(
    () => (held.locked += 1),
    () => held.now,
  );
  return { held, idle };
}

test("a page is locked once nobody has touched it for twelve hours, and not before", () => {
  const { held, idle } = page();
  held.now = 12 * HOUR;
  idle.touch();
  held.now = 24 * HOUR;
  idle.look();
  expect(held.locked).toBe(0);
  held.now += 1;
  idle.look();
  expect(held.locked).toBe(1);
});

test("the first press on a computer that slept for longer locks, however soon it comes", () => {
  const { held, idle } = page();
  held.now = 13 * HOUR;
  idle.touch();
  idle.look();
  expect(held.locked).toBeGreaterThan(0);
});

test("whoever has signed in again is there from then on", () => {
  const { held, idle } = page();
  held.now = 13 * HOUR;
  idle.look();
  idle.begin();
  held.now += HOUR;
  idle.touch();
  idle.look();
  expect(held.locked).toBe(1);
});

const denied = (): never => {
  throw new DOMException("denied", "SecurityError");
};

test.each([
  ["switched off", denied],
  ["full", () => ({ getItem: () => "old", removeItem: () => undefined, setItem: denied }) as unknown as Storage],
])("what is kept where storage is %s holds until the page is closed", (_, storage) => {
  const kept = new Kept(storage);
  kept.write("a", "1");
  expect(kept.read("a")).toBe("1");
  kept.write("a", "2");
  expect(kept.read("a")).toBe("2");
});
