import { vi } from "vitest";

/** Polls for a condition that cannot be waited for otherwise. */
export function eventually(isSo: () => Promise<boolean> | boolean): Promise<unknown> {
  return vi.waitUntil(isSo, { timeout: 60_000, interval: 20 });
}
