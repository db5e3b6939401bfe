import type { Connection } from "../../src/platform/database.js";
import type { Logger } from "../../src/platform/logger.js";
import type { SealedEntry } from "../../src/journal/journal.store.js";
import { Tail } from "../../src/journal/tail.js";

/** A journal in memory, and the gateway's one reader of its end. */
export async function theJournal(kept = 100) {
  const entries: Partial<SealedEntry>[] = [];
  const connection = {
    query: (sql: string, [after = 0] = [] as number[]) =>
      Promise.resolve(
        sql.includes("journal_bounds")
          ? [{ head: entries.length, anchor: 0 }]
          : entries.filter(({ position = 0 }) => position > after),
      ),
  } as unknown as Connection;
  const tail = new Tail(connection, {} as Logger, kept, () => undefined);
  await tail.start();
  return {
    tail,
    /** Seals entries, all of which are read at once. */
    seals: async (...more: Partial<SealedEntry>[]): Promise<void> => {
      for (const entry of more)
        entries.push({ act: "card.submit", fact: null, ...entry, position: entries.length + 1 });
      tail.ring();
      while (tail.head < entries.length) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

/** Resolves when everything that waits for nothing outside has gone on. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
