import { setTimeout as pause } from "node:timers/promises";
import { scopeOf } from "../domain/access.js";
import type { Actor } from "../domain/parties.js";
import { Refusal } from "../domain/refusal.js";
import type { Origin } from "../journal/journal.store.js";
import type { Pool } from "../platform/pool.js";
import type { RightOfWay } from "../platform/right-of-way.js";
import { Turnstile } from "../platform/turnstile.js";
import type { Habits } from "./habits.js";
import type { Reading } from "./reading.js";
import { Snapshot } from "./snapshot.js";
import type { AskedAct, UnitOfWork, Work } from "./unit-of-work.js";

/** Acts in one transaction: PostgreSQL keeps track of up to 64 parts at no cost. */
const TOGETHER = 32;
/** Sessions that all batches have in all: while one answers what is sealed, another writes. */
const SESSIONS = 2;
/** Milliseconds before a party's turn is asked for again that could not be had in time. */
const PAUSE = 1_000;

/** What was received is answered, whether anybody waits for it or not. */
const NEVER = new AbortController().signal;

interface AskedInOrder extends AskedAct {
  readonly of: ActInOrder;
}

interface Parts {
  readonly unitOfWork: UnitOfWork;
  readonly pool: Pool;
  readonly habits: Habits;
  readonly rightOfWay: RightOfWay;
  /** The turns of each party's acts. */
  readonly turns: Turnstile;
}

/** Where acts of batches are carried out: beside single acts, and behind them. */
export class SharedActs {
  private readonly sessions = new Turnstile({ each: SESSIONS, total: SESSIONS, waiting: Infinity, isPatient: true });

  constructor(private readonly parts: Parts) {}

  /** For the acts of one batch. */
  begin(actor: Actor): ActsInOrder {
    return new ActsInOrder(this.parts, this.sessions, actor);
  }
}

/**
 * Acts of one actor, one after the other in the order in which they are asked for, in transactions that they share: what waits while
 * one is under way goes into the next. A transaction ends early where a single act has come.
 */
export class ActsInOrder {
  private readonly waiting: AskedInOrder[] = [];
  private isWriting = false;

  constructor(
    private readonly parts: Parts,
    private readonly sessions: Turnstile,
    private readonly actor: Actor,
  ) {}

  next(): ActInOrder {
    return new ActInOrder((asked) => {
      this.waiting.push(asked);
      if (!this.isWriting) void this.write();
    });
  }

  private async write(): Promise<void> {
    this.isWriting = true;
    const { rightOfWay, unitOfWork } = this.parts;
    while (this.waiting.length > 0) {
      await rightOfWay.giveIfBusy();
      const alone = await this.inTurn((group) => unitOfWork.runTogether(() => this.take(group)));
      for (const { of, actor, origin, act, settle, fail } of alone) {
        of.end();
        await this.inTurn((group) => {
          of.join(group);
          return unitOfWork.run(actor, origin, act).then(settle, fail);
        });
      }
    }
    this.isWriting = false;
  }

  private async inTurn<T>(write: (group: Group) => Promise<T>): Promise<T> {
    const { pool, habits } = this.parts;
    const leave = await this.sessions.enter(this.actor);
    const endTurn = await this.turn();
    const group = new Group(new Snapshot(pool, scopeOf(this.actor), { signal: NEVER, habits }), leave);
    try {
      return await write(group);
    } finally {
      endTurn();
      group.leave();
    }
  }

  private take(group: Group): AskedInOrder | null {
    const isOver = group.size >= TOGETHER || (group.size > 0 && this.parts.rightOfWay.isBusy);
    const asked = isOver ? undefined : this.waiting.shift();
    if (!asked) return null;
    asked.of.join(group);
    return asked;
  }

  /** It waits for its party's turn however long that takes: of a batch nothing is refused because of others. */
  private async turn(): Promise<() => void> {
    for (;;)
      try {
        return await this.parts.turns.enter(this.actor);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        await pause(PAUSE);
      }
  }
}

/** One item's act, as a unit of work; and what its answer is read from. */
export class ActInOrder {
  private group: Group | null = null;
  private isAsked = (): void => undefined;
  /** Resolves when it has its place in the order; never where it is refused before. */
  readonly asked = new Promise<void>((resolve) => (this.isAsked = resolve));

  constructor(private readonly ask: (asked: AskedInOrder) => void) {}

  run<T>(actor: Actor, origin: Origin, act: (work: Work) => Promise<T>): Promise<T> {
    this.end();
    return new Promise<T>((settle, fail) => {
      this.ask({ of: this, actor, origin, act, settle: (result) => settle(result as T), fail });
      this.isAsked();
    });
  }

  /** Once its act is sealed: what all of its transaction are answered from. */
  get reading(): Reading {
    if (!this.group) throw new Error("an act that was not carried out has no answer");
    return this.group.reading;
  }

  join(group: Group): void {
    this.group = group;
    group.enter();
  }

  /** Its answer has been made. */
  end(): void {
    this.group?.leave();
    this.group = null;
  }
}

/** Acts that were committed together; its session is free once all of them are answered. */
class Group {
  size = 0;
  /** The transaction itself, and each act that is not answered yet. */
  private inside = 1;

  constructor(
    private readonly snapshot: Snapshot,
    private readonly release: () => void,
  ) {}

  get reading(): Reading {
    return this.snapshot.reading;
  }

  enter(): void {
    this.size += 1;
    this.inside += 1;
  }

  leave(): void {
    this.inside -= 1;
    if (this.inside === 0) void this.snapshot.close().finally(this.release);
  }
}
