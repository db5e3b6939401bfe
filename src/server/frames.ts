import { Kind, visit, type DocumentNode, type ExecutionResult } from "graphql";
import type { FeedTurns } from "../operation/feed-turns.js";
import type { Reading } from "../operation/reading.js";
import type { RequestContext } from "../operation/request-context.js";
import type { Cost, Operation } from "./execution.js";
import { operationOf } from "./prepare-operation.js";

/** What a frame is charged beside its values. */
const OVERHEAD = 10;

/** What is answered where nobody hears it. */
export const UNHEARD: ExecutionResult = { data: null };

/** What a subscription asks of each frame beside its document. Its root's arguments choose frames, not what is in them. */
function questionOf({ document, operationName, variables }: Operation): string {
  const roots = operationOf(document, operationName)?.selectionSet.selections ?? [];
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const inFrames = new Set<string>();
  for (const node of [...roots.map((root) => (root.kind === Kind.FIELD ? root.selectionSet : root)), ...fragments])
    if (node) visit(node, { Variable: ({ name }) => void inFrames.add(name.value) });
  const given = Object.entries(variables ?? {}).filter(([name]) => inFrames.has(name));
  return JSON.stringify([operationName ?? "", given]);
}

/** A frame that brings the context in which its fields are resolved: fresh eyes for every fact. */
export interface Frame {
  readonly cursor: string;
  readonly context: RequestContext;
}

/** Frames of feeds: each is made once for all who would be answered the same, at the cost of one of them. */
export class Frames {
  /** By the reading that they are made of, the document, and who asks. */
  private readonly made = new WeakMap<Reading, Map<DocumentNode, Map<string, Promise<ExecutionResult | null>>>>();

  constructor(
    private readonly make: (operation: Operation, frame: Frame) => Promise<ExecutionResult>,
    private readonly turns: FeedTurns,
  ) {}

  /** Each frame of a feed as it is answered, once something is left of what frames may cost whoever follows them. */
  async *follow(source: AsyncIterable<Frame>, operation: Operation): AsyncGenerator<ExecutionResult, void, void> {
    const question = questionOf(operation);
    for await (const frame of source) {
      const made = await this.shared(operation, question, frame);
      // Where it is too much for a frame, its cursor is told all the same, and the feed goes on: nobody can end it for others.
      yield made.data === undefined ? { ...made, extensions: { ...made.extensions, cursor: frame.cursor } } : made;
      // Before the rights to the next one are asked.
      await this.turns.untilLeft(frame.context);
    }
  }

  /** One execution for all who ask the same of the same reading, with the same rights and in the same language. */
  private async shared(operation: Operation, question: string, frame: Frame): Promise<ExecutionResult> {
    const { reading, caller, actor, gateway, session } = frame.context;
    const asked = { changes: gateway.tail.accessChanges, session };
    const ofReading = this.made.get(reading) ?? new Map<DocumentNode, Map<string, Promise<ExecutionResult | null>>>();
    this.made.set(reading, ofReading);
    const made = ofReading.get(operation.document) ?? new Map<string, Promise<ExecutionResult | null>>();
    ofReading.set(operation.document, made);
    const asker = `${question} ${caller.locale} ${actor.roles.toSorted().join()}`;
    for (;;) {
      // Each for itself: who owes nothing does not wait for what somebody else owes.
      await this.turns.untilLeft(frame.context);
      const known = made.get(asker) ?? this.inTurn(operation, frame);
      made.set(asker, known);
      // Whoever resumes has it made anew.
      const forget = (): boolean => made.get(asker) === known && made.delete(asker);
      const result = await known.catch((error: unknown) => {
        forget();
        throw error;
      });
      // It may have waited for somebody else's turn.
      await frame.context.confirmedActor(asked);
      if (result) return result;
      forget();
      if (caller.signal.aborted) return UNHEARD;
    }
  }

  /** Makes a frame at the cost of who asks, in its turn; null where it has gone by then, or has nothing left. */
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
}
