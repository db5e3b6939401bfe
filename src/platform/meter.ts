import { tooCostly, type Refusal } from "../domain/refusal.js";
import type { RowBound } from "./bounded-query.js";

/** Rows that may be loaded beyond those that may be answered: what an answer is chosen from. */
const MARGIN = 10_000;
/** The least number of values of an answered row: itself and one field. */
const VALUES_OF_A_ROW = 2;
/** Bytes of rows that may be loaded per byte that an answer may have. */
const BYTES_LOADED = 4;

/** Bytes of an answer that count as one more value. */
export const BYTES_OF_A_VALUE = 100;

/** The limits of one operation's answer. */
export interface AnswerLimits {
  /** Values, as `server/operation-cost.ts` counts them. */
  readonly cost: number;
  readonly bytes: number;
}

/** Counts what one operation, or one frame of a feed, actually loads and produces. Exceeding a limit ends the operation. */
export class Meter implements RowBound {
  private values = 0;
  private rows = 0;
  private bytes = 0;
  private written = 0;
  private refusal: Refusal | null = null;
  private end: (refusal: Refusal) => void = () => undefined;
  /** Rejects with QUERY_TOO_COSTLY as soon as the operation exceeds a limit. */
  readonly over = new Promise<never>((_, reject) => (this.end = reject));

  constructor(private readonly limits: AnswerLimits) {
    this.over.catch(() => undefined);
  }

  /** Values of the answer so far, or what was loaded for it, or its bytes (BYTES_OF_A_VALUE), whichever is most. */
  get produced(): number {
    const byBytes = Math.ceil(this.written / BYTES_OF_A_VALUE);
    return Math.min(Math.max(this.values, byBytes, this.loaded), this.limits.cost);
  }

  /** What was loaded, in values: its rows, or its bytes (BYTES_OF_A_VALUE, BYTES_LOADED), whichever is more. */
  get loaded(): number {
    return Math.max(this.rows, Math.ceil(this.bytes / (BYTES_OF_A_VALUE * BYTES_LOADED)));
  }

  /** Counts bytes of the answer. */
  write(bytes: number): void {
    this.written += bytes;
  }

  get isOver(): boolean {
    return this.refusal !== null;
  }

  /** Counts values of the answer; false if the operation has exceeded a limit. */
  count(values: number): boolean {
    if (this.refusal) return false;
    if (this.values + values > this.limits.cost) this.stop("cost");
    this.values = Math.min(this.values + values, this.limits.cost);
    return this.refusal === null;
  }

  /** Throws if the operation has exceeded a limit, so that nothing more is read for it. */
  check(): void {
    if (this.refusal) throw this.refusal;
  }

  /** Counts a row as a statement returns it, so that no statement loads much more than may be answered. */
  row(bytes: number): void {
    this.check();
    this.rows += 1;
    this.bytes += bytes;
    if (this.rows > this.limits.cost / VALUES_OF_A_ROW + MARGIN) throw this.stop("cost");
    if (this.bytes > this.limits.bytes * BYTES_LOADED) throw this.stop("bytes");
  }

  private stop(measure: "cost" | "bytes"): Refusal {
    this.refusal = tooCostly(measure, this.limits[measure]);
    this.end(this.refusal);
    return this.refusal;
  }
}
