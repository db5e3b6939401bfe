import { setTimeout as after } from "node:timers/promises";
import { Kind, visit, type DocumentNode, type ExecutionResult } from "graphql";
import { MINUTE } from "../domain/instant.js";
import type { Rates } from "../platform/rates.js";
import type { Turnstile } from "../platform/turnstile.js";
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
    private readonly turnstile: Turnstile,
    private readonly rates: Rates,
  ) {}

  /** Each frame of a feed as it is answered, once something is left of what frames may cost whoever follows them. */
  async *follow(source: AsyncIterable<Frame>, operation: Operation): AsyncGenerator<ExecutionResult, void, void> {
    const question = questionOf(operation);
    for await (const frame of source) {
      const made = await this.shared(operation, question, frame);
      // Where it is too much for a frame, its cursor is told all the same, and the feed goes on: nobody can end it for others.
      yield made.data === undefined ? { ...made, extensions: { ...made.extensions, cursor: frame.cursor } } : made;
      // Before the rights to the next one are asked.
      await this.untilLeft(frame.context);
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

  /** Makes a frame at the cost of who asks, when its party's turn comes and anything is left to it; null where it has gone by then. */
  private async inTurn(operation: Operation, frame: Frame): Promise<ExecutionResult | null> {
    const { context } = frame;
    const { actor, signal } = context;
    for (;;) {
      await this.untilLeft(context);
      const leave = await this.turnstile.enter(actor.party.id, signal).catch(() => null);
      if (!leave) return null;
      try {
        if (this.rates.untilLeft(actor, "frame") > 0) continue;
        const before = context.loadedForFrames;
        const made = await this.make(operation, frame);
        const cost = made.extensions?.["cost"] as Cost | undefined;
        const loaded = context.loadedForFrames - before;
        this.rates.charge(actor, "frame", Math.max(cost?.produced ?? 0, loaded) + OVERHEAD);
        return made;
      } finally {
        leave();
      }
    }
  }

  /** Resolves when something is left of what frames may cost whoever follows them, or that is gone. */
  private async untilLeft({ actor, signal }: RequestContext): Promise<void> {
    for (let wait = this.rates.untilLeft(actor, "frame"); wait > 0 && !signal.aborted;) {
      await after(Math.min(wait, MINUTE), undefined, { signal, ref: false }).catch(() => undefined);
      wait = this.rates.untilLeft(actor, "frame");
    }
  }
}
