import { expect, test } from "vitest";
import { Unreadable } from "../../src/exchange/decoded.js";
import { linesOf, type Cut, type Pieces } from "../../src/exchange/items.js";
import { itemsOf } from "../../src/exchange/xml-items.js";

/** R13.2: what a batch may take up while it is cut into its items. */

const LIMIT = 1_000_000;
const ROOT = 'xmlns="urn:dabyl:exchange:1" version="1.0"';

async function* sent(pieces: readonly string[]): Pieces {
  for (const piece of pieces) yield await Promise.resolve(Buffer.from(piece));
}

/** How many items come, and why no more do; null: there are none. */
async function cut(cuts: AsyncIterable<Cut>): Promise<readonly [items: number, why: string | null]> {
  let items = 0;
  try {
    for await (const one of cuts) items += one instanceof Unreadable ? 0 : 1;
    return [items, null];
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return [items, error.says.key];
  }
}

test("R13.2 an item of 256 levels is one, to be refused by itself; a deeper one ends the reading", async () => {
  const nested = (levels: number): string =>
    `<batch ${ROOT}><a/>${"<b>".repeat(levels - 1)}${"</b>".repeat(levels - 1)}</batch>`;
  expect(await cut(itemsOf(sent([nested(256)]), LIMIT))).toEqual([2, null]);
  expect(await cut(itemsOf(sent([nested(257)]), LIMIT))).toEqual([1, "documentTooFine"]);
});

test("R13.2 a batch declares so many namespaces, of such a length", async () => {
  const declaring = (count: number, uri = "urn:x"): string =>
    `<batch ${ROOT} ${Array.from({ length: count }, (_, at) => `xmlns:n${at}="${uri}"`).join(" ")}><a/></batch>`;
  expect(await cut(itemsOf(sent([declaring(62)]), LIMIT))).toEqual([1, null]);
  expect(await cut(itemsOf(sent([declaring(63)]), LIMIT))).toEqual([0, "documentTooFine"]);
  expect(await cut(itemsOf(sent([declaring(1, "u".repeat(4_096))]), LIMIT))).toEqual([1, null]);
  expect(await cut(itemsOf(sent([declaring(1, "u".repeat(4_097))]), LIMIT))).toEqual([0, "documentTooFine"]);
});

test("R13.2 a line may come in many pieces, not in more than anybody sends; the next one in as many again", async () => {
  const bytewise = (length: number): string[] => Array.from({ length }, () => "x");
  const lines = [...bytewise(900), "\n", ...bytewise(900), "\n"];
  expect(await cut(linesOf(sent(lines), LIMIT))).toEqual([2, null]);
  expect(await cut(linesOf(sent(bytewise(1_100)), LIMIT))).toEqual([0, "bodyInPieces"]);
  expect(await cut(linesOf(sent(Array.from({ length: 1_100 }, () => "x".repeat(512))), LIMIT))).toEqual([1, null]);
});
