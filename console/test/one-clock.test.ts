import { readFile, readdir } from "node:fs/promises";
import { expect, test } from "vitest";

const SOURCES = new URL("../src/", import.meta.url);

/** Who may ask this computer what time it is, and why. */
const ALLOWED: Readonly<Record<string, string>> = {
  "link/gateway-clock.ts": "the gateway's clock is this computer's and how far that is off",
  "link/link.ts": "measures how far that is",
  "session/reading.ts": "the library's time of an answer, to which it adds how far that is",
  "live/alarms.ts": "the same: how far that is off may be learnt later than somebody signs in",
  "session/idle.ts": "how long nobody has touched this computer",
};

test("only those who say why ask this computer's clock: terms, periods and times that are shown are by the gateway's", async () => {
  const names = (await readdir(SOURCES, { recursive: true })).filter((name) => /\.tsx?$/.test(name));
  expect(names.length).toBeGreaterThan(200);
  const asking: string[] = [];
  for (const name of names) {
    const source = await readFile(new URL(name, SOURCES), "utf8");
    if (/\bDate\.now\b|new Date\(\)|\bDate\(\)|dataUpdatedAt/.test(source)) asking.push(name);
  }
  expect(asking.toSorted()).toEqual(Object.keys(ALLOWED).toSorted());
});
