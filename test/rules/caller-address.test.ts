import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { addressBehind } from "../../src/server/caller-address.js";

const from = (remoteAddress: string, forwarded?: string | string[]): IncomingMessage =>
  ({ socket: { remoteAddress }, headers: { "x-forwarded-for": forwarded } }) as unknown as IncomingMessage;

test("nobody's X-Forwarded-For is believed but that of trusted proxies, from the right", () => {
  const none = addressBehind([]);
  expect(none(from("192.0.2.1", "198.51.100.7"))).toBe("192.0.2.1");
  const addressOf = addressBehind(["10.0.0.0/8", "2001:db8::/32", "192.0.2.9"]);
  expect(addressOf(from("192.0.2.1", "198.51.100.7"))).toBe("192.0.2.1");
  expect(addressOf(from("::ffff:10.1.2.3", "198.51.100.7"))).toBe("198.51.100.7");
  expect(addressOf(from("10.1.2.3", "203.0.113.1, 198.51.100.7, 192.0.2.9"))).toBe("198.51.100.7");
  expect(addressOf(from("2001:db8::1", ["203.0.113.1", "2001:db8:9::2"]))).toBe("203.0.113.1");
  expect(addressOf(from("10.1.2.3"))).toBe("10.1.2.3");
  // Only proxies that are trusted: the leftmost of them.
  expect(addressOf(from("10.1.2.3", "10.9.9.9"))).toBe("10.9.9.9");
});

test("what is no address ends the belief, and no header makes it fail or take long", () => {
  const addressOf = addressBehind(["10.0.0.0/8"]);
  expect(addressOf(from("10.1.2.3", "198.51.100.7, unknown"))).toBe("10.1.2.3");
  expect(addressOf(from("10.1.2.3", "[2001:db8::7]:4711"))).toBe("2001:db8::7");
  expect(addressOf(from("10.1.2.3", "198.51.100.7:4711"))).toBe("198.51.100.7");
  expect(addressOf(from("10.1.2.3", "10.0.0.1,".repeat(100_000)))).toBe("10.1.2.3");
  expect(addressOf(from(""))).toBeNull();
});
