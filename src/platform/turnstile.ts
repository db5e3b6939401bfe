import { Refusal } from "../domain/refusal.js";
import { say } from "../domain/wording/wording.js";
import type { Holder } from "./shares.js";

/** How many may run at once, and how many of one party may wait. */
export interface TurnstileLimits {
  /** Of each party. */
  readonly each: number;
  /** Of all parties. */
  readonly total: number;
  readonly waiting: number;
  /** Whether callers may wait indefinitely; absent: for PATIENCE. */
  readonly isPatient?: boolean;
}

/** Milliseconds that a caller may wait for a place. */
const PATIENCE = 30_000;
/** Seconds after which a rejected caller may try again. */
const RETRY_AFTER = 5;

/** One party: how many of it and of each of its actors are running, and its waiting callers. */
interface Line {
  inside: number;
  readonly insideOf: Map<string, number>;
  readonly waiting: Set<Waiter>;
}

/** A waiting caller. */
interface Waiter {
  readonly actor: string;
  readonly letIn: () => void;
  readonly turnAway: (reason: unknown) => void;
}

/**
 * Lets a limited number of each party run at once; the rest wait in that party's own queue, so a party that asks for much delays
 * only itself. Free places go round robin to the parties, and within a party to the actor with the fewest running.
 */
export class Turnstile {
  private inside = 0;
  /** In the order of their next turn. */
  private readonly lines = new Map<string, Line>();

  constructor(private readonly limits: TurnstileLimits) {}

  /**
   * Resolves with a function that frees the place, to be called once. Rejects with the signal's reason if the caller leaves
   * meanwhile, and with RATE_LIMITED if too many of the party wait, or this caller has waited too long.
   */
  async enter({ id, party: { id: party } }: Holder, signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    const line = this.lines.get(party) ?? {
      inside: 0,
      insideOf: new Map<string, number>(),
      waiting: new Set<Waiter>(),
    };
    this.lines.set(party, line);
    if (line.waiting.size >= this.limits.waiting) makeRoomFor(id, line);
    try {
      await this.admitted(line, id, signal);
    } finally {
      this.forget(party, line);
    }
    return () => {
      this.inside -= 1;
      line.inside -= 1;
      count(line.insideOf, id, -1);
      this.forget(party, line);
      this.admit();
    };
  }

  /** How many wait, of all parties. */
  get waiting(): number {
    return [...this.lines.values()].reduce((sum, { waiting }) => sum + waiting.size, 0);
  }

  private forget(party: string, line: Line): void {
    // By now the party may have another line: only this one is forgotten.
    if (line.inside === 0 && line.waiting.size === 0 && this.lines.get(party) === line) this.lines.delete(party);
  }

  private async admitted(line: Line, actor: string, signal: AbortSignal | undefined): Promise<void> {
    let patience: NodeJS.Timeout | undefined;
    let leave = (): void => undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        const waiter: Waiter = {
          actor,
          letIn: resolve,
          // Removed at once, so that a rejected caller is not let in meanwhile.
          turnAway: (reason) => {
            if (line.waiting.delete(waiter)) reject(reason);
          },
        };
        line.waiting.add(waiter);
        this.admit();
        if (!line.waiting.has(waiter)) return;
        leave = () => waiter.turnAway(signal?.reason);
        if (!this.limits.isPatient) patience = setTimeout(() => waiter.turnAway(tooMany()), PATIENCE);
        signal?.addEventListener("abort", leave);
      });
    } finally {
      clearTimeout(patience);
      signal?.removeEventListener("abort", leave);
    }
  }

  /** Fills the free places. A party that was served goes to the end of the round. */
  private admit(): void {
    for (const [party, line] of this.lines) {
      if (this.inside >= this.limits.total) return;
      const next = line.inside < this.limits.each ? nextOf(line) : null;
      if (!next) continue;
      line.waiting.delete(next);
      line.inside += 1;
      count(line.insideOf, next.actor, 1);
      this.inside += 1;
      this.lines.delete(party);
      this.lines.set(party, line);
      next.letIn();
    }
  }
}

/** The next caller: from the actor with the fewest running, first come first served among equals. */
function nextOf({ waiting, insideOf }: Line): Waiter | null {
  let next: Waiter | null = null;
  let fewest = Infinity;
  for (const waiter of waiting) {
    const inside = insideOf.get(waiter.actor) ?? 0;
    if (inside >= fewest) continue;
    next = waiter;
    fewest = inside;
  }
  return next;
}

/**
 * Turns away the last caller of the actor with the most waiting, in favour of one with fewer: an actor that asks for much gets
 * every place that nobody else wants. Throws RATE_LIMITED if there is no such actor.
 */
function makeRoomFor(actor: string, { waiting }: Line): void {
  const counts = new Map<string, number>();
  for (const waiter of waiting) count(counts, waiter.actor, 1);
  const [[eager, most]] = [...counts].toSorted(([, one], [, other]) => other - one) as [[string, number]];
  if (most <= (counts.get(actor) ?? 0) + 1) throw tooMany();
  [...waiting].findLast((waiter) => waiter.actor === eager)?.turnAway(tooMany());
}

function count(counts: Map<string, number>, key: string, more: number): void {
  const now = (counts.get(key) ?? 0) + more;
  if (now > 0) counts.set(key, now);
  else counts.delete(key);
}

function tooMany(): Refusal {
  return new Refusal("RATE_LIMITED", say("tooManyAtOnce", {}), [], { retryAfterSeconds: RETRY_AFTER });
}
