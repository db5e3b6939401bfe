import { setTimeout } from "node:timers/promises";
import { authorize } from "../../access/authorize.js";
import { scopeOf } from "../../domain/access.js";
import { after, earlier, type Instant } from "../../domain/instant.js";
import type { Actor } from "../../domain/parties.js";
import { Refusal } from "../../domain/refusal.js";
import { expectDays, spanOf, type Days, type Entries, type RegisterName } from "../../domain/registers.js";
import { say } from "../../domain/wording/wording.js";
import type { Origin } from "../../journal/journal.store.js";
import { latestReading } from "../../operation/reading.js";
import type { UnitOfWork } from "../../operation/unit-of-work.js";
import type { Clock } from "../../platform/clock.js";
import type { Pool } from "../../platform/pool.js";
import { Turnstile } from "../../platform/turnstile.js";
import type { EntryKey, RegisterPage, RegisterStore, Within } from "./register.store.js";

/** The largest register that is taken out whole, for print: entries, and characters of their JSON. */
const MOST_ENTRIES = 4_000;
const MOST_CHARACTERS = 4_000_000;

/** A register as it is asked for. */
export interface RegisterWanted {
  readonly name: RegisterName;
  readonly format: "csv" | "html" | "pdf";
  readonly days: Days;
  /** The code of a SOC whose entries alone are wanted; null: all that one may see. */
  readonly soc: string | null;
}

/** Who takes a register out, and on what terms it is read. */
export interface Taker {
  readonly actor: Actor;
  readonly origin: Origin;
  /** Aborted when nobody waits for the register any more. */
  readonly signal: AbortSignal;
  /** Charges for the register before anything is read; throws where the taker may ask for no more now. */
  admit(): void;
  /** Reads a part when its turn comes. */
  read<T>(ask: () => Promise<T>): Promise<T>;
  /** Charges for a part of so many characters of JSON; gives the milliseconds to wait before the next one. */
  charge(characters: number): number;
}

/** Registers are taken out on the record, one at a time for each party. */
export class RegisterService {
  private readonly turns: Turnstile;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly readings: Pool,
    private readonly clock: Clock,
    /** How many of a party may wait for their turn. */
    waiting: number,
  ) {
    this.turns = new Turnstile({ each: 1, total: Infinity, waiting });
  }

  /** Throws FORBIDDEN for one who may take none out. */
  expectAllowed(actor: Actor): void {
    authorize(actor, "register.take");
  }

  /**
   * Waits for the party's turn, which lasts until the register's `end`. Throws FORBIDDEN, BAD_USER_INPUT at `until` or `soc`,
   * RATE_LIMITED where too many of the party wait, and what `admit` throws.
   */
  async begin(wanted: RegisterWanted, taker: Taker): Promise<RegisterTaken> {
    const { actor, signal } = taker;
    this.expectAllowed(actor);
    expectDays(wanted.days);
    taker.admit();
    const leave = await this.turns.enter(actor, signal);
    try {
      const at = this.clock.now();
      const store = latestReading(this.readings, scopeOf(actor)).registers;
      const { soc } = wanted;
      const found = soc === null ? null : await taker.read(() => store.soc(soc));
      if (soc !== null && !found)
        throw new Refusal("BAD_USER_INPUT", say("socUnknown", { code: soc.slice(0, 80) }), ["soc"]);
      const { begins, ends } = spanOf(wanted.days);
      // What is recorded from now on belongs to the next time.
      const within = { begins, ends: earlier(ends, after(at, 1)), socId: found?.id ?? null };
      const ofWhom = found?.code ?? (actor.party.kind === "SOC" ? actor.party.code : null);
      return new RegisterTaken(this.unitOfWork, store, { ...wanted, soc: ofWhom }, taker, within, at, leave);
    } catch (error) {
      leave();
      throw error;
    }
  }
}

/** A register that is being taken out. */
export class RegisterTaken {
  private isEnded = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: RegisterStore,
    /** `soc` is the code of the SOC whose it is; null: all SOCs'. */
    readonly wanted: RegisterWanted,
    private readonly taker: Taker,
    private readonly within: Within,
    /** When it was begun: what is recorded later is not in it. */
    readonly at: Instant,
    private readonly leave: () => void,
  ) {}

  /**
   * All of it, laid out. That is done before it is recorded: what cannot be laid out was not taken out. Throws QUERY_TOO_COSTLY at
   * `until` where it is larger than what is laid out.
   */
  async whole<T>(layOut: (entries: readonly Entries[RegisterName][]) => Promise<T>): Promise<T> {
    const entries: Entries[RegisterName][] = [];
    let characters = 0;
    for await (const part of this.read()) {
      entries.push(...part.entries);
      characters += part.size;
      if (entries.length > MOST_ENTRIES || characters > MOST_CHARACTERS)
        throw new Refusal("QUERY_TOO_COSTLY", say("registerTooLong", { most: MOST_ENTRIES }), ["until"], {
          limit: MOST_ENTRIES,
        });
    }
    const laidOut = await layOut(entries);
    await this.record(entries.length);
    return laidOut;
  }

  /** However many entries there are, in parts of the size of a page, each read when it is asked for. They are counted and recorded before. */
  async inParts(): Promise<AsyncIterable<readonly Entries[RegisterName][]>> {
    const { store, taker, wanted, within } = this;
    const rows = await taker.read(() => store.count(wanted.name, within));
    await this.record(rows);
    taker.signal.throwIfAborted();
    return this.entries();
  }

  /** Gives the party's turn back; calling it again is harmless. */
  end(): void {
    if (!this.isEnded) this.leave();
    this.isEnded = true;
  }

  private async *entries(): AsyncGenerator<readonly Entries[RegisterName][]> {
    for await (const { entries } of this.read()) yield entries;
  }

  /** Part by part, each in its turn and charged for, with its size as JSON in characters. */
  private async *read(): AsyncGenerator<RegisterPage & { readonly size: number }> {
    const { store, taker, wanted, within } = this;
    let last: EntryKey | null = null;
    for (;;) {
      const beyond: EntryKey | null = last;
      const page: RegisterPage = await taker.read(() => store.page(wanted.name, within, beyond));
      const size = JSON.stringify(page.entries).length;
      const wait = taker.charge(size);
      yield { ...page, size };
      if (page.next === null) return;
      last = page.next;
      if (wait > 0) await setTimeout(wait, undefined, { signal: taker.signal });
    }
  }

  /**
   * Records that it is taken out, and waits until that is sealed: before the first byte is given, so that nothing leaves without its
   * entry, whatever then becomes of the gateway or of the client. An entry says what was let go, not what arrived.
   */
  private async record(rows: number): Promise<void> {
    const { at, wanted, taker } = this;
    const { actor, origin } = taker;
    const { name, format, soc, days } = wanted;
    const whose = actor.party.kind === "SOC" ? { soc: actor.party.id } : {};
    const content = { register: name, format, soc, ...days, rows };
    const entryId = await this.unitOfWork.run(actor, origin, (work) =>
      work.record([{ act: "register.take", at, ...whose, content }]),
    );
    await this.unitOfWork.sealed(entryId);
  }
}
