import { Refusal } from "../domain/refusal.js";
import { say } from "../domain/wording/wording.js";
import type { Rates, Spender } from "../platform/rates.js";
import type { RightOfWay } from "../platform/right-of-way.js";
import { Shares } from "../platform/shares.js";
import { Turnstile } from "../platform/turnstile.js";

/** Bytes of a body, or a message, that cost nothing beside what is asked for with them. */
export const FREE_BYTES = 65_536;
/** Bytes of a request that takes its turn: more than a report ever has, whose fifteen minutes may be nearly over. */
const LARGE = 262_144;
/** Bytes that are as good as one value of an answer: they are read, parsed and judged. */
const BYTES_OF_A_VALUE = 64;
/** What a message that asks for nothing is charged beside its bytes, as an operation is; in values. */
const MESSAGE = 50;
/** Requests of the largest size that one party may have under way at once; as much may its answers take up, and what it follows. */
const LARGEST_AT_ONCE = 8;
/** Small ones. */
const SMALL_AT_ONCE = 128;
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

/**
 * What requests cost before anybody knows what they ask: in memory while they come in, and in time to be read; and what answers do
 * until they are fetched. Each has room of its own, small requests too: a report is not refused for what others of its party send
 * or leave unread.
 */
export class Bodies {
  private readonly small = new Shares(SMALL_AT_ONCE * FREE_BYTES);
  private readonly others: Shares;
  private readonly unread: Shares;
  private readonly unreadOfActs: Shares;
  private readonly followed: Shares;
  private readonly large: Turnstile;
  private readonly largest: number;

  constructor(
    private readonly rates: Rates,
    private readonly rightOfWay: RightOfWay,
    limits: { readonly largest: number; readonly waiting: number },
  ) {
    this.largest = limits.largest;
    this.others = new Shares(LARGEST_AT_ONCE * limits.largest);
    this.unread = new Shares(LARGEST_AT_ONCE * limits.largest);
    this.unreadOfActs = new Shares(LARGEST_AT_ONCE * limits.largest);
    this.followed = new Shares(LARGEST_AT_ONCE * limits.largest);
    this.large = new Turnstile({ each: 1, total: LARGE_AT_ONCE, waiting: limits.waiting });
  }

  /** Takes a body under way; what it gives is called once it is gone. Throws RATE_LIMITED where too much is there already. */
  begin(spender: Spender, bytes: number): () => void {
    const size = Math.min(bytes, this.largest);
    return taken(size > FREE_BYTES ? this.others : this.small, spender, size);
  }

  /** The same for what is kept of a request as long as a feed is followed. */
  follow(spender: Spender, bytes: number): () => void {
    return taken(this.followed, spender, bytes);
  }

  /** The same for one of which nobody has told how long it is. */
  growing(spender: Spender): Growing {
    let room = (): void => undefined;
    let charged = 0;
    return {
      grow: (bytes) => {
        room();
        room = this.begin(spender, bytes);
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

  /** Counts an answer that is not fetched yet; what it gives is called once it is gone. */
  keepUnread(spender: Spender, bytes: number, isAct: boolean): () => void {
    return this.unreadRoom(isAct).hold(spender, bytes);
  }

  /** Throws RATE_LIMITED for a request whose answer there is no room for. An act is not refused for answers of readings. */
  expectFetching(spender: Spender, isAct: boolean): void {
    if (!this.unreadRoom(isAct).isLeft(spender, 0)) throw tooManyAtOnce();
  }

  private unreadRoom(isAct: boolean): Shares {
    return isAct ? this.unreadOfActs : this.unread;
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
  async turn(spender: Spender, signal: AbortSignal): Promise<() => void> {
    const leave = await this.large.enter(spender, signal);
    await this.rightOfWay.give();
    let hasLeft = false;
    return () => {
      if (!hasLeft) leave();
      hasLeft = true;
    };
  }

  /** Bytes of all parties that are under way. */
  get bytes(): number {
    const rooms = [this.small, this.others, this.unread, this.unreadOfActs, this.followed];
    return rooms.reduce((sum, { total }) => sum + total, 0);
  }

  /** Large requests that wait for their turn. */
  get waiting(): number {
    return this.large.waiting;
  }
}

function taken(room: Shares, spender: Spender, bytes: number): () => void {
  if (!room.isLeft(spender, bytes)) throw tooManyAtOnce();
  return room.hold(spender, bytes);
}

function tooManyAtOnce(): Refusal {
  return new Refusal("RATE_LIMITED", say("tooManyAtOnce", {}), [], { retryAfterSeconds: 1 });
}
