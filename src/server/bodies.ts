import { Refusal } from "../domain/refusal.js";
import { say } from "../domain/wording/wording.js";
import type { Rates, Spender } from "../platform/rates.js";
import type { RightOfWay } from "../platform/right-of-way.js";
import { Turnstile } from "../platform/turnstile.js";

/** Bytes of a body, or a message, that cost nothing beside what is asked for with them. */
export const FREE_BYTES = 65_536;
/** Bytes of a request that takes its turn: more than a report ever has, whose fifteen minutes may be nearly over. */
const LARGE = 262_144;
/** Bytes that are as good as one value of an answer: they are read, parsed and judged. */
const BYTES_OF_A_VALUE = 64;
/** What a message that asks for nothing is charged beside its bytes, as an operation is; in values. */
const MESSAGE = 50;
/** Bodies of the largest size that one party may have under way at once. */
const AT_ONCE = 8;
/** Large requests that are carried out at once, each of another party: most of their time is the thread's. */
const LARGE_AT_ONCE = 2;

/** What so many bytes are charged, in values. */
export function valuesOfBytes(bytes: number): number {
  return bytes > FREE_BYTES ? Math.ceil(bytes / BYTES_OF_A_VALUE) : 0;
}

/** What comes in without anybody having told how much it will be. */
export interface Growing {
  /** Called with the bytes so far: takes room for them and charges them; throws RATE_LIMITED. */
  readonly grow: (bytes: number) => void;
  /** Gives the room back, once it is gone; more than once does no harm. */
  readonly giveBack: () => void;
  /** Takes back what was charged, for what is charged as a whole instead. */
  readonly refund: () => void;
}

/** What large requests cost before anybody knows what they ask: in memory while they come in, and in time to be read. */
export class Bodies {
  private readonly underWay = new Map<string, number>();
  private readonly large: Turnstile;
  private readonly largest: number;

  constructor(
    private readonly rates: Rates,
    private readonly rightOfWay: RightOfWay,
    limits: { readonly largest: number; readonly waiting: number },
  ) {
    this.largest = limits.largest;
    this.large = new Turnstile({ each: 1, total: LARGE_AT_ONCE, waiting: limits.waiting });
  }

  /** Takes a body under way; what it gives is called once it is gone. Throws RATE_LIMITED where the party has too much there. */
  begin(spender: Spender, bytes: number): () => void {
    const size = Math.min(bytes, this.largest);
    this.expectRoom(spender, size);
    return this.keep(spender, size);
  }

  /** The same for one of which nobody has told how long it is. */
  growing(spender: Spender): Growing {
    let room = (): void => undefined;
    let charged = 0;
    return {
      grow: (bytes) => {
        room();
        this.expectRoom(spender, bytes);
        room = this.keep(spender, bytes);
        const values = valuesOfBytes(bytes);
        this.rates.take(spender, "body", values - charged);
        charged = values;
      },
      giveBack: () => room(),
      refund: () => {
        this.rates.charge(spender, "body", -charged);
        charged = 0;
      },
    };
  }

  /**
   * Counts what is there anyhow, such as an answer that is not fetched yet; what it gives is called once it is gone, and more than
   * once does no harm.
   */
  keep({ party }: Spender, bytes: number): () => void {
    this.underWay.set(party.id, (this.underWay.get(party.id) ?? 0) + bytes);
    let isGivenBack = false;
    return () => {
      if (isGivenBack) return;
      isGivenBack = true;
      const left = (this.underWay.get(party.id) ?? 0) - bytes;
      if (left > 0) this.underWay.set(party.id, left);
      else this.underWay.delete(party.id);
    };
  }

  /** Whether so many bytes take their time to be read and judged. */
  isLarge(bytes: number): boolean {
    return bytes > LARGE;
  }

  /** Charges what is read, before it is read; throws RATE_LIMITED. */
  charge(spender: Spender, bytes: number): void {
    this.rates.take(spender, "body", valuesOfBytes(bytes));
  }

  /** Charges a message that asks for nothing; throws RATE_LIMITED. */
  chargeMessage(spender: Spender, bytes: number): void {
    this.rates.take(spender, "message", MESSAGE + Math.ceil(bytes / BYTES_OF_A_VALUE));
  }

  /**
   * Waits for the turn of a large request. What it gives is called once the answer is made, read or not; more than once does no
   * harm. Throws as `Turnstile.enter` does.
   */
  async turn({ party }: Spender, signal: AbortSignal): Promise<() => void> {
    const leave = await this.large.enter(party.id, signal);
    await this.rightOfWay.give();
    let hasLeft = false;
    return () => {
      if (!hasLeft) leave();
      hasLeft = true;
    };
  }

  /** Bytes of all parties that are under way. */
  get bytes(): number {
    return [...this.underWay.values()].reduce((sum, bytes) => sum + bytes, 0);
  }

  /** Large requests that wait for their turn. */
  get waiting(): number {
    return this.large.waiting;
  }

  private expectRoom({ party }: Spender, bytes: number): void {
    if ((this.underWay.get(party.id) ?? 0) + bytes > AT_ONCE * this.largest)
      throw new Refusal("RATE_LIMITED", say("tooManyAtOnce", {}), [], { retryAfterSeconds: 1 });
  }
}
