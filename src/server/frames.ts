import type { ExecutionResult, GraphQLError } from "graphql";
import { scopeOf } from "../domain/access.js";
import { Refusal } from "../domain/refusal.js";
import type { SealedFact } from "../journal/journal.store.js";
import type { Following, FrameSource } from "../operation/feed-frames.js";
import type { FeedTurns } from "../operation/feed-turns.js";
import type { Reading } from "../operation/reading.js";
import { RequestContext, type Seen } from "../operation/request-context.js";
import type { SharedReading } from "../operation/shared-readings.js";
import type { BoundedExecution, Cost } from "./bounded-execution.js";
import type { Operation } from "./operation.js";

/** What a frame is charged on top of its values. */
const OVERHEAD = 10;
/** Facts whose frames are made at once, at first and at least: what they cost is known only then. */
const AT_ONCE = 8;
/** If it was little: how many times as many as have been made come next, at most. */
const GROWTH = 3;

/** The answer when nobody is left to read it. */
export const UNHEARD: ExecutionResult = { data: null };

/** What became of a fact for those who follow it together: a frame, none where its subject is out of scope, or an error of ours. */
export type Made =
  | { readonly position: number; readonly frame: ExecutionResult | null }
  | { readonly position: number; readonly failure: unknown };

/** Makes frames of feeds: each once for many subscribers, of whom one pays. */
export class Frames {
  /** Frames of those who are alone, by reading, then by what is asked. */
  private readonly made = new WeakMap<Reading, Map<string, Promise<ExecutionResult | null>>>();

  constructor(
    private readonly execution: BoundedExecution,
    private readonly turns: FeedTurns,
  ) {}

  /**
   * A frame for a subscriber who is alone: one execution for all who ask the same of the same reading, with the same rights and
   * language. Waits while the subscriber's budget for frames is used up.
   */
  async alone(operation: Operation, question: string, source: FrameSource): Promise<ExecutionResult> {
    const { reading, caller, actor, session } = source.context;
    const asked = { changes: source.confirmedAt, session };
    const made = this.made.get(reading) ?? new Map<string, Promise<ExecutionResult | null>>();
    this.made.set(reading, made);
    const asker = `${question} ${caller.locale} ${actor.roles.toSorted().join()}`;
    for (;;) {
      // Each subscriber waits for itself: one with budget left does not wait for one without.
      await this.turns.untilLeft(source.context);
      const known = made.get(asker) ?? this.inTurn(operation, source);
      made.set(asker, known);
      // A subscriber that resumes gets a new one.
      const forget = (): boolean => made.get(asker) === known && made.delete(asker);
      const result = await known.catch((error: unknown) => {
        forget();
        throw error;
      });
      // The rights may have changed while it waited for its turn, or for another subscriber's.
      await source.context.confirmedActor(asked);
      if (result) return result;
      forget();
      if (caller.signal.aborted) return UNHEARD;
    }
  }

  /**
   * The frames of facts that many follow, in their order, from one reading: in one turn of the subscriber who pays, with what they
   * cost. Of fewer facts, once they have cost so much. Null if the payer has gone by then, or has no budget left.
   */
  together(
    operation: Operation,
    facts: readonly [SealedFact, ...SealedFact[]],
    payer: Following,
    /** Whom the payer's token stands for. */
    seen: Seen,
    most: number,
  ): Promise<{ readonly made: readonly Made[]; readonly cost: number } | null> {
    const { actor } = seen.session;
    return this.turns.take({ actor, signal: payer.signal }, async () => {
      const shared = payer.gateway.sharedReadings.at(scopeOf(actor), facts[0].position);
      const before = shared.meter.loaded;
      const made: Made[] = [];
      let produced = 0;
      let cost = 0;
      while (made.length < facts.length && cost < most) {
        // By what those that were made have cost; at first nothing is known.
        const affordable = made.length && Math.floor(((most - cost) * made.length) / cost);
        const count = Math.max(AT_ONCE, Math.min(GROWTH * made.length, affordable));
        const next = facts.slice(made.length, made.length + count);
        made.push(...(await Promise.all(next.map((fact) => this.madeOf(fact, operation, payer, shared, seen)))));
        for (const one of made.slice(-next.length)) produced += "frame" in one ? producedIn(one.frame) : 0;
        cost = Math.max(produced, shared.meter.loaded - before) + OVERHEAD * made.length;
      }
      return { result: { made, cost }, cost };
    });
  }

  private async madeOf(
    fact: SealedFact,
    operation: Operation,
    payer: Following,
    shared: SharedReading,
    seen: Seen,
  ): Promise<Made> {
    const { position } = fact;
    try {
      const source = await payer.frameOf(fact, shared, seen).catch((error: unknown) => {
        // As in `make`: by what others loaded through it.
        if (!shared.meter.isOver) throw error;
        return payer.frameOf(fact, payer.gateway.sharedReadings.alone(scopeOf(seen.session.actor)), seen);
      });
      return { position, frame: source && (await this.make(operation, source)) };
    } catch (failure) {
      return { position, failure };
    }
  }

  /** Makes a frame in its subscriber's turn and at its cost; null if it has gone by then, or has no budget left. */
  private inTurn(operation: Operation, source: FrameSource): Promise<ExecutionResult | null> {
    const { context } = source;
    return this.turns.take(context, async () => {
      const before = context.loadedForFrames;
      const result = await this.make(operation, source);
      return { result, cost: Math.max(producedIn(result), context.loadedForFrames - before) + OVERHEAD };
    });
  }

  private async make(operation: Operation, source: FrameSource): Promise<ExecutionResult> {
    const shared = await this.execution.carryOut(operation, source, source.context);
    // Other subscribers' questions may have used up the shared reading's limit.
    const result = shared.data === undefined ? await this.makeAlone(operation, source) : shared;
    // A client would take a frame with gaps for complete, and its fact for delivered. Better no frame: the client resumes before
    // it.
    const failure = result.errors?.find((error) => !isRefused(error));
    if (failure) throw failure.originalError ?? failure;
    // If the frame costs too much, its cursor is delivered anyway and the feed goes on: one subscriber cannot end it for others.
    return result.data === undefined
      ? { ...result, extensions: { ...result.extensions, cursor: source.cursor } }
      : result;
  }

  private makeAlone(operation: Operation, source: FrameSource): Promise<ExecutionResult> {
    const { gateway, caller, actor } = source.context;
    const context = new RequestContext(gateway, caller, gateway.sharedReadings.alone(scopeOf(actor)));
    return this.execution.carryOut(operation, { ...source, context }, context);
  }
}

function producedIn(frame: ExecutionResult | null): number {
  return (frame?.extensions?.["cost"] as Cost | undefined)?.produced ?? 0;
}

/** Whether an error is a permanent refusal; what is only unavailable now may succeed on a retry. */
function isRefused({ originalError }: GraphQLError): boolean {
  return originalError instanceof Refusal && !["UNAVAILABLE", "BUSY"].includes(originalError.code);
}
