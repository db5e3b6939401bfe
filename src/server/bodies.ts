import { Refusal } from "../domain/refusal.js";
import { say } from "../domain/wording/wording.js";
import type { Rates, Spender } from "../platform/rates.js";
import type { RightOfWay } from "../platform/right-of-way.js";
import { Shares } from "../platform/shares.js";
import { Turnstile } from "../platform/turnstile.js";

/** Bytes of a body or a message that cost nothing on top of the operation. */
export const FREE_BYTES = 65_536;
/** Bytes above which a request has to queue: more than any report has, whose fifteen minutes may be nearly over. */
const LARGE = 262_144;
/** Bytes that cost as much as one value of an answer: they are read, parsed and checked. */
const BYTES_OF_A_VALUE = 64;
/** What a message that carries no operation is charged on top of its bytes, in values. */
const MESSAGE = 50;
/**
 * Requests of the largest size that one party may have in progress at once; its unread answers and its subscriptions get as much
 * each.
 */
const LARGEST_AT_ONCE = 8;
const SMALL_AT_ONCE = 128;
/** Batches that one party may have in progress at once. */
const BATCHES_AT_ONCE = 4;
/** Large requests processed at once, each of a different party: they mostly use CPU time. */
const LARGE_AT_ONCE = 2;

/** What this many bytes are charged, in values. */
export function valuesOfBytes(bytes: number): number {
  return bytes > FREE_BYTES ? Math.ceil(bytes / BYTES_OF_A_VALUE) : 0;
}

/** Input whose size is not known in advance. */
export interface Growing {
  /** Called with the bytes so far: reserves room for them and charges them; throws RATE_LIMITED. */
  readonly grow: (bytes: number) => void;
  /** Releases the room; calling it again is harmless. */
  readonly giveBack: () => void;
  /** Refunds what was charged, because the whole is charged instead. */
  readonly refund: () => void;
}

/**
 * Accounts for requests before their operation is known (memory while they arrive, time to read them) and for answers until they
 * are fetched. Each kind has its own room, small requests too: a report is not refused because of what others of its party send
 * or leave unread.
 */
export class Bodies {
  private readonly small = new Shares(SMALL_AT_ONCE * FREE_BYTES);
  private readonly others: Shares;
  private readonly unread: Shares;
  private readonly unreadOfActs: Shares;
  private readonly followed: Shares;
  private readonly batches = new Shares(BATCHES_AT_ONCE);
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

  /** Counts a body in progress; call the returned function once it is gone. Throws RATE_LIMITED if there are too many already. */
  begin(spender: Spender, bytes: number): () => void {
    const size = Math.min(bytes, this.largest);
    return taken(size > FREE_BYTES ? this.others : this.small, spender, size);
  }

  /** The same for a batch, which holds only so much at a time however long it is. */
  beginBatch(spender: Spender): () => void {
    return taken(this.batches, spender, 1);
  }

  /** The same for what is kept of a request while its subscription runs. */
  follow(spender: Spender, bytes: number): () => void {
    return taken(this.followed, spender, bytes);
  }

  /** The same for a body of unknown length. */
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

  /** Counts an answer that has not been fetched yet; call the returned function once it is gone. */
  keepUnread(spender: Spender, bytes: number, isAct: boolean): () => void {
    return this.unreadRoom(isAct).hold(spender, bytes);
  }

  /** Throws RATE_LIMITED if there is no room for the request's answer. Unread answers of queries do not get an act refused. */
  expectFetching(spender: Spender, isAct: boolean): void {
    if (!this.unreadRoom(isAct).isLeft(spender, 0)) throw tooManyAtOnce();
  }

  private unreadRoom(isAct: boolean): Shares {
    return isAct ? this.unreadOfActs : this.unread;
  }

  /** Whether this many bytes take noticeable time to read and check. */
  isLarge(bytes: number): boolean {
    return bytes > LARGE;
  }

  /** Charges for input before it is read; throws RATE_LIMITED. */
  charge(spender: Spender, bytes: number): void {
    this.rates.take(spender, "body", valuesOfBytes(bytes));
  }

  /** Charges for a message that carries no operation; throws RATE_LIMITED. */
  chargeMessage(spender: Spender, bytes: number): void {
    this.rates.take(spender, "message", MESSAGE + Math.ceil(bytes / BYTES_OF_A_VALUE));
  }

  /**
   * Waits for a large request's turn. Call the returned function once the answer is made, fetched or not; calling it again is
   * harmless. Throws what `Turnstile.enter` throws.
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

  /** Bytes in progress, of all parties. */
  get bytes(): number {
    const rooms = [this.small, this.others, this.unread, this.unreadOfActs, this.followed];
    return rooms.reduce((sum, { total }) => sum + total, 0);
  }

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
