import type { Page } from "../platform/keyset.js";
import { toConnection } from "./connection.js";
import type { Count } from "./count.js";

/** How to count a list as a whole. */
export interface CountedList {
  readonly counted: () => Promise<Count>;
}

/** A page of a list as its connection has it, with how the whole is counted if anybody asks. */
export function listOf<Row>(page: Page<Row>, counted: CountedList["counted"]) {
  return Object.assign(toConnection(page), { counted });
}

/** Counted exactly up to `most`; what is more is that many and more. */
export const countedUpTo = (most: number, found: number): Count => ({
  value: Math.min(found, most),
  isExact: found <= most,
});
