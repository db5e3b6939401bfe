import type { DocumentKind } from "../../domain/forms/documents.js";
import type { Receipt, Verdict } from "../../domain/forms/outgoing.js";
import { NO_KEY } from "../../domain/submission-key.js";
import { readItem, type Item } from "../../exchange/items.js";
import { inTurns, readInPieces, type Format, type ReadDocument } from "../../exchange/read-document.js";
import type { Gateway, KnownCaller } from "../../operation/request-context.js";
import type { Audience } from "../errors.js";
import type { Execution } from "../execution.js";
import type { GraphClient } from "./graph-client.js";
import type { RejectedAnswer } from "./answers.js";
import { receiptOf, verdictOf } from "./receipt.js";
import type { Refusals, Refused, Sent } from "./refusals.js";
import { submissionOf, type Mutation } from "./submission.js";

/** What becomes of a document: its receipt, or why it has none. */
export type Outcome = { readonly accepted: Receipt } | Refused;

/** Documents in, whatever way they come: each goes through the mutation that takes the same. */
export class Submitter {
  constructor(
    private readonly parts: { readonly gateway: Gateway; readonly execution: Execution },
    private readonly graph: GraphClient,
    private readonly refusals: Refusals,
  ) {}

  /**
   * Reads a document of this kind, or (null) of any, giving way to acts between pieces; `isKeyless` where it needs no key. Throws what
   * `readInPieces` throws: then it costs its sender what an operation that is not valid does.
   */
  read(
    bytes: Uint8Array,
    format: Format,
    kind: DocumentKind | null,
    caller: KnownCaller,
    isKeyless = false,
  ): Promise<ReadDocument> {
    return this.inTurns(readInPieces(bytes, format, kind, isKeyless)).catch((error: unknown) => {
      this.parts.execution.charges.takeFault(caller.session.actor);
      throw error;
    });
  }

  /** The same for an item of a batch, which charges for it. */
  readItem(item: Item, format: Format, kind: DocumentKind | null): Promise<ReadDocument> {
    return this.inTurns(readItem(item, format, kind));
  }

  private inTurns(reading: Generator<void, ReadDocument>): Promise<ReadDocument> {
    return inTurns(reading, this.parts.gateway.rightOfWay.steps());
  }

  async submit(document: ReadDocument, caller: KnownCaller): Promise<Outcome> {
    const { gateway } = this.parts;
    const isAnswered = gateway.actsUnderWay.begin(caller.receivedAt ?? gateway.clock.now());
    try {
      const submission = submissionOf(document.kind, document.content);
      const answer = await this.ask({ document, submission }, submission.mutation, caller);
      if ("problem" in answer) return answer;
      return { accepted: receiptOf(submission.act, caller.session.actor.party.code, answer) };
    } finally {
      isAnswered();
    }
  }

  /** What submitting it would come to: nothing is kept, not even the attempt. Its key may be missing. */
  async tryOut(document: ReadDocument, caller: KnownCaller): Promise<{ readonly accepted: Verdict } | Refused> {
    const submission = submissionOf(document.kind, { submissionKey: NO_KEY, ...document.content });
    const answer = await this.ask({ document, submission }, submission.trial, { ...caller, isTrial: true });
    return "problem" in answer ? answer : { accepted: verdictOf(submission.act, answer) };
  }

  private async ask<Accepted extends object>(
    sent: Sent,
    mutation: Mutation<Accepted>,
    caller: KnownCaller,
  ): Promise<Accepted | Refused> {
    const { locale, way, origin } = caller;
    const audience: Audience = { locale, way, requestId: origin.requestId };
    const { data, errors } = await this.graph.ask(mutation, { input: sent.submission.input as never }, caller);
    if (errors) return this.refusals.ofMutation(sent, errors, audience);
    if (!data) throw new Error("what has no error has data");
    const { result } = data;
    return isRejected(result) ? this.refusals.rejected(sent, result, audience) : result;
  }
}

function isRejected(result: object): result is RejectedAnswer {
  return "__typename" in result && result.__typename === "SubmissionRejected";
}
