import type { ExecutionResult } from "graphql";
import { BYTES_OF_A_VALUE, type AnswerLimits } from "../platform/meter.js";
import type { Rates, Spender } from "../platform/rates.js";
import { roughSize } from "./answer-size.js";
import { valuesOfBytes } from "./bodies.js";
import type { Cost } from "./bounded-execution.js";
import { isMutation, rootFields, type Operation } from "./operation.js";
import type { Preparation } from "./prepare-operation.js";

/** What each operation is charged on top of its values, so that a flood of small ones has a price; in values. */
const OVERHEAD = 50;
/** The same for a subscription, which may have to catch up. */
const FOLLOWING = 1_000;
/** What an invalid operation is charged. */
const FAULT = 500;
/** What each act is charged on top of its values, executed or refused; also each error of an answer. */
const ACT = 200;
const ERROR = 50;

/** What operations are charged. Frames of feeds are charged where they are made (`frames.ts`), bodies as they arrive. */
export class Charges {
  constructor(
    private readonly rates: Rates,
    private readonly preparation: Preparation,
    private readonly limits: AnswerLimits,
  ) {}

  /** The charge for one query or mutation; without a spender nothing is charged. */
  of(operation: Operation, spender: Spender | null): Charge {
    const isChange = isMutation(operation);
    const overhead = isChange ? ACT * rootFields(operation) : OVERHEAD;
    const estimated = this.preparation.estimateOf(operation);
    return new Charge(this.rates, spender, isChange ? "act" : "reading", estimated, overhead);
  }

  /** A refusal is not free: the document has been read and checked. Throws RATE_LIMITED. */
  takeFault(spender: Spender): void {
    this.rates.take(spender, "fault", FAULT);
  }

  /** Charges for work that no operation shows, such as a print. Throws RATE_LIMITED. */
  takeExtra(spender: Spender, values: number): void {
    this.rates.take(spender, "reading", values);
  }

  takeSubscription(spender: Spender, operation: Operation): void {
    this.rates.take(spender, "reading", this.preparation.estimateOf(operation) + FOLLOWING);
  }

  /** Each act checks and keeps the whole body's input, so every act but the first is charged as if it had been sent again. */
  takeInputs(spender: Spender, operation: Operation): void {
    const again = rootFields(operation) - 1;
    if (again <= 0) return;
    this.rates.take(spender, "body", again * valuesOfBytes(roughSize(operation.variables, this.limits.bytes)));
  }

  /** Milliseconds until half of the budget for acts, or for readings, is left. */
  untilHalfIsLeft(spender: Spender, purpose: "act" | "reading" = "act"): number {
    return this.rates.untilLeft(spender, purpose, 1 / 2);
  }

  /** Charges for a part of an answer that is given in parts; gives the milliseconds until anything is left. */
  takePart(spender: Spender, characters: number): number {
    this.rates.charge(spender, "reading", OVERHEAD + Math.ceil(characters / BYTES_OF_A_VALUE));
    return this.rates.untilLeft(spender, "reading");
  }

  /** Throws RATE_LIMITED if the budget for queries has been used up. */
  expectLeft(spender: Spender): void {
    this.rates.expectLeft(spender, "reading");
  }
}

/** What one query or mutation is charged: the estimate before it runs, corrected in the end to what was produced. */
export class Charge {
  constructor(
    private readonly rates: Rates,
    private readonly spender: Spender | null,
    readonly purpose: "act" | "reading",
    private readonly estimated: number,
    private readonly overhead: number,
  ) {}

  /** Takes the estimate; throws RATE_LIMITED if that much is not left. */
  take(): void {
    if (this.spender) this.rates.take(this.spender, this.purpose, this.estimated + this.overhead);
  }

  /** It did not get its turn: only looking at it is charged. */
  giveBack(): void {
    this.correct(OVERHEAD - this.overhead - this.estimated);
  }

  /** Its caller has gone: what it had produced by then is charged, if it is more than was estimated. */
  abandon(produced: number): void {
    if (produced > this.estimated) this.correct(produced - this.estimated);
  }

  /** Corrects the charge to its answer, and reports in it what is left. */
  settle(result: ExecutionResult): ExecutionResult {
    if (!this.spender) return result;
    const cost = result.extensions?.["cost"] as Cost;
    const ofErrors = (result.errors?.length ?? 0) * ERROR;
    this.correct(cost.produced + ofErrors - this.estimated);
    return { ...result, extensions: { cost: { ...cost, remaining: this.rates.left(this.spender, this.purpose) } } };
  }

  private correct(values: number): void {
    if (this.spender) this.rates.charge(this.spender, this.purpose, values);
  }
}
