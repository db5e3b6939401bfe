import { Refusal } from "../domain/refusal.js";
import { say } from "../domain/wording/wording.js";
import type { Holder } from "./shares.js";

/** How many may be inside at once, and how many of one party may wait: of one of its actors half of that. */
export interface TurnstileLimits {
  /** Of each party. */
  readonly each: number;
  /** Of all parties. */
  readonly total: number;
  readonly waiting: number;
  /** Whether somebody may wait without an end; absent: for PATIENCE. */
  readonly isPatient?: boolean;
}

/** Milliseconds that somebody may wait for a place. */
const PATIENCE = 30_000;
/** Seconds after which whoever found no place may come again. */
const RETRY_AFTER = 5;

/** One party: how many of it are inside, and what lets in who waits, first come first. */
interface Line {
  inside: number;
  /** And whose each is. */
  readonly waiting: Map<() => void, string>;
}

/**
 * Lets so many of each party in at once, and the others of that party wait in a queue of its own: whoever asks for much waits
 * for itself alone. Free places go round among the parties.
 */
export class Turnstile {
  private inside = 0;
  /** In the order in which they are next. */
  private readonly lines = new Map<string, Line>();

  constructor(private readonly limits: TurnstileLimits) {}

  /**
   * Resolves with what gives the place back, to be called once. Rejects with the signal's reason for whoever goes away
   * meanwhile, and with RATE_LIMITED where too many of the party wait, or this one has waited for too long.
   */
  async enter({ id, party: { id: party } }: Holder, signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    const line = this.lines.get(party) ?? { inside: 0, waiting: new Map<() => void, string>() };
    this.lines.set(party, line);
    const own = [...line.waiting.values()].filter((actor) => actor === id).length;
    if (line.waiting.size >= this.limits.waiting || own >= Math.ceil(this.limits.waiting / 2)) throw tooMany();
    try {
      await this.admitted(line, id, signal);
    } finally {
      this.forget(party, line);
    }
    return () => {
      this.inside -= 1;
      line.inside -= 1;
      this.forget(party, line);
      this.admit();
    };
  }

  /** How many wait, of all parties. */
  get waiting(): number {
    return [...this.lines.values()].reduce((sum, { waiting }) => sum + waiting.size, 0);
  }

  private forget(party: string, line: Line): void {
    if (line.inside === 0 && line.waiting.size === 0) this.lines.delete(party);
  }

  private async admitted(line: Line, actor: string, signal: AbortSignal | undefined): Promise<void> {
    let patience: NodeJS.Timeout | undefined;
    let leave = (): void => undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        line.waiting.set(resolve, actor);
        this.admit();
        if (!line.waiting.has(resolve)) return;
        // At once: whoever is turned away is not let in meanwhile.
        const turnAway = (reason: unknown): void => {
          if (line.waiting.delete(resolve)) reject(reason);
        };
        leave = () => turnAway(signal?.reason);
        if (!this.limits.isPatient) patience = setTimeout(() => turnAway(tooMany()), PATIENCE);
        signal?.addEventListener("abort", leave);
      });
    } finally {
      clearTimeout(patience);
      signal?.removeEventListener("abort", leave);
    }
  }

  /** Fills the free places. Whoever was let in goes to the end of the round. */
  private admit(): void {
    for (const [party, line] of this.lines) {
      if (this.inside >= this.limits.total) return;
      const [next] = line.waiting.keys();
      if (!next || line.inside >= this.limits.each) continue;
      line.waiting.delete(next);
      line.inside += 1;
      this.inside += 1;
      this.lines.delete(party);
      this.lines.set(party, line);
      next();
    }
  }
}

function tooMany(): Refusal {
  return new Refusal("RATE_LIMITED", say("tooManyAtOnce", {}), [], { retryAfterSeconds: RETRY_AFTER });
}
