import type { Instant } from "../domain/instant.js";
import { IMPORT_WORDS, type ImportStatus } from "../domain/wording/import-words.js";
import { inWords, say, type Locale } from "../domain/wording/wording.js";
import type { Clock } from "../platform/clock.js";

/** Milliseconds between two lines. */
const BETWEEN = 2_000;

/** How many documents were read, and what became of them. */
export type Counts = { readonly read: number } & Readonly<Partial<Record<ImportStatus, number>>>;

/** Lines on stderr about how far something is. */
export class Progress {
  private readonly since: Instant;
  private last: Instant;

  /** `all`: how many there will be, where that is known. */
  constructor(
    private readonly clock: Clock,
    private readonly locale: Locale,
    private readonly all: number | null,
  ) {
    this.since = clock.now();
    this.last = this.since;
  }

  /** Says it, if some time has passed; whether it did. */
  tell(counts: Counts): boolean {
    const now = this.clock.now();
    if (now - this.last < BETWEEN) return false;
    this.last = now;
    console.error(this.line(counts));
    return true;
  }

  end(counts: Counts): void {
    console.error(this.line(counts));
  }

  private line({ read, ...counts }: Counts): string {
    const seconds = Math.max((this.clock.now() - this.since) / 1_000, 0.001);
    const { statuses } = IMPORT_WORDS[this.locale];
    const said = (Object.entries(counts) as [ImportStatus, number][])
      .filter(([status, count]) => count > 0 || status === "accepted")
      .map(([status, count]) => `${statuses[status]}: ${count}`);
    const about = { read, all: this.all, said: said.join(", "), rate: Math.round(read / seconds) };
    return inWords(say("importProgress", about), this.locale);
  }
}
