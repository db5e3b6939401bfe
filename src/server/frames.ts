import { Kind, visit, type DocumentNode, type ExecutionResult, type GraphQLError } from "graphql";
import { scopeOf } from "../domain/access.js";
import { Refusal } from "../domain/refusal.js";
import type { FeedTurns } from "../operation/feed-turns.js";
import type { Reading } from "../operation/reading.js";
import { RequestContext } from "../operation/request-context.js";
import type { BoundedExecution, Cost } from "./bounded-execution.js";
import { operationOf, type Operation } from "./operation.js";

/** What a frame is charged on top of its values. */
const OVERHEAD = 10;

/** The answer when nobody is left to read it. */
export const UNHEARD: ExecutionResult = { data: null };

/** What a subscription asks of each frame, besides its document. The root's arguments select frames, not their content. */
function questionOf({ document, operationName, variables }: Operation): string {
  const roots = operationOf(document, operationName)?.selectionSet.selections ?? [];
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const inFrames = new Set<string>();
  for (const node of [...roots.map((root) => (root.kind === Kind.FIELD ? root.selectionSet : root)), ...fragments])
    if (node) visit(node, { Variable: ({ name }) => void inFrames.add(name.value) });
  const given = Object.entries(variables ?? {}).filter(([name]) => inFrames.has(name));
  return JSON.stringify([operationName ?? "", given]);
}

/** A frame with the context that resolves its fields, which is new for every fact. */
export interface Frame {
  readonly cursor: string;
  readonly context: RequestContext;
  /** The changes of rights that were known when the actor's were last confirmed. */
  readonly confirmedAt: number;
}

/** Frames of feeds: each is made once for all subscribers with the same answer, and one of them pays. */
export class Frames {
  /** By reading, then document, then asker. */
  private readonly made = new WeakMap<Reading, Map<DocumentNode, Map<string, Promise<ExecutionResult | null>>>>();

  constructor(
    private readonly execution: BoundedExecution,
    private readonly turns: FeedTurns,
  ) {}

  /** The answer for each frame of a feed; waits while the subscriber's budget for frames is used up. */
  async *follow(source: AsyncIterable<Frame>, operation: Operation): AsyncGenerator<ExecutionResult, void, void> {
    const question = questionOf(operation);
    for await (const frame of source) {
      const made = await this.shared(operation, question, frame);
      // If the frame costs too much, its cursor is delivered anyway and the feed goes on: one subscriber cannot end it for
      // others.
      yield made.data === undefined ? { ...made, extensions: { ...made.extensions, cursor: frame.cursor } } : made;
      // Before the rights for the next one are checked.
      await this.turns.untilLeft(frame.context);
    }
  }

  /** One execution for all who ask the same of the same reading, with the same rights and language. */
  private async shared(operation: Operation, question: string, frame: Frame): Promise<ExecutionResult> {
    const { reading, caller, actor, session } = frame.context;
    const asked = { changes: frame.confirmedAt, session };
    const ofReading = this.made.get(reading) ?? new Map<DocumentNode, Map<string, Promise<ExecutionResult | null>>>();
    this.made.set(reading, ofReading);
    const made = ofReading.get(operation.document) ?? new Map<string, Promise<ExecutionResult | null>>();
    ofReading.set(operation.document, made);
    const asker = `${question} ${caller.locale} ${actor.roles.toSorted().join()}`;
    for (;;) {
      // Each subscriber waits for itself: one with budget left does not wait for one without.
      await this.turns.untilLeft(frame.context);
      const known = made.get(asker) ?? this.inTurn(operation, frame);
      made.set(asker, known);
      // A subscriber that resumes gets a new one.
      const forget = (): boolean => made.get(asker) === known && made.delete(asker);
      const result = await known.catch((error: unknown) => {
        forget();
        throw error;
      });
      // The rights may have changed while it waited for its turn, or for another subscriber's.
      await frame.context.confirmedActor(asked);
      if (result) return result;
      forget();
      if (caller.signal.aborted) return UNHEARD;
    }
  }

  /** Makes a frame in its subscriber's turn and at its cost; null if it has gone by then, or has no budget left. */
  private inTurn(operation: Operation, frame: Frame): Promise<ExecutionResult | null> {
    const { context } = frame;
    return this.turns.take(context, async () => {
      const before = context.loadedForFrames;
      const result = await this.make(operation, frame);
      const cost = result.extensions?.["cost"] as Cost | undefined;
      const loaded = context.loadedForFrames - before;
      return { result, cost: Math.max(cost?.produced ?? 0, loaded) + OVERHEAD };
    });
  }

  private async make(operation: Operation, frame: Frame): Promise<ExecutionResult> {
    const shared = await this.execution.carryOut(operation, frame, frame.context);
    // Other subscribers' questions may have used up the shared reading's limit.
    const result = shared.data === undefined ? await this.makeAlone(operation, frame) : shared;
    // A client would take a frame with gaps for complete, and its fact for delivered. Better no frame: the client resumes before
    // it.
    const failure = result.errors?.find((error) => !isRefused(error));
    if (failure) throw failure.originalError ?? failure;
    return result;
  }

  private makeAlone(operation: Operation, frame: Frame): Promise<ExecutionResult> {
    const { gateway, caller, actor } = frame.context;
    const context = new RequestContext(gateway, caller, gateway.sharedReadings.alone(scopeOf(actor)));
    return this.execution.carryOut(operation, { ...frame, context }, context);
  }
}

/** Whether an error is a permanent refusal; what is only unavailable now may succeed on a retry. */
function isRefused({ originalError }: GraphQLError): boolean {
  return originalError instanceof Refusal && !["UNAVAILABLE", "BUSY"].includes(originalError.code);
}
