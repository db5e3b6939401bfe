import { keptByWindow } from "../person/kept.js";
import type { Fact, FeedName } from "./state.js";

/** From where each feed is to be followed. */
export type Cursors = Readonly<Partial<Record<FeedName, string>>>;

/** After which cursor each feed brings all facts of the line again; `dropped` fell off its end. */
export function cursorsFor(cursors: Cursors, dropped: readonly Fact[]): Cursors {
  const next: Partial<Record<FeedName, string>> = { ...cursors };
  // Newest first: of each feed the newest that was dropped counts.
  for (const { feed, cursor } of dropped.toReversed()) next[feed] = cursor;
  return next;
}

/** A window keeps them over a reload, so that the line of facts shows what it showed; by person, for the next may be another. */
export class KeptCursors {
  private readonly name: string;

  constructor(actor: string) {
    this.name = `dabyl.cursors.${actor}`;
  }

  read(): Cursors {
    try {
      return JSON.parse(keptByWindow.read(this.name) ?? "{}") as Cursors;
    } catch {
      return {};
    }
  }

  write(cursors: Cursors): void {
    keptByWindow.write(this.name, JSON.stringify(cursors));
  }
}
