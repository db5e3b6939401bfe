import type { FastifyReply, FastifyRequest } from "fastify";
import { canonicalJson } from "../../domain/canonical.js";
import type { SubmissionAct } from "../../domain/facts.js";
import type { DocumentKind } from "../../domain/forms/documents.js";
import type { JsonObject } from "../../domain/forms/read-form.js";
import { say } from "../../domain/wording/wording.js";
import { contentOf } from "../../exchange/content.js";
import { readDocument, type Format, type ReadDocument } from "../../exchange/read-document.js";
import type { Gateway } from "../../operation/request-context.js";
import type { Execution } from "../execution.js";
import { HttpRefusal } from "../http-refusal.js";
import type { HttpCaller, Reception } from "../reception.js";
import type { Asking } from "./asking.js";
import { acceptedFormat, DOCUMENT_TYPES } from "./negotiation.js";
import { receiptOf, verdictOf, writeReceipt, writeVerdict, type AcceptedAnswer, type Receipt } from "./receipt.js";
import type { RejectedAnswer, Refusals } from "./refusals.js";
import { submissionOf } from "./submission.js";

/** A body as it came: which format it says it has, and its bytes. */
export interface Body {
  readonly format: Format;
  readonly bytes: Buffer;
}

/** Documents that are sent: each goes through the mutation that takes the same. */
export class Taking {
  constructor(
    private readonly parts: { readonly gateway: Gateway; readonly execution: Execution },
    private readonly reception: Reception,
    private readonly asking: Asking,
    private readonly refusals: Refusals,
  ) {}

  /** Accepts a document of this kind, or (null) of any, and answers its receipt. */
  async submit(request: FastifyRequest, reply: FastifyReply, kind: DocumentKind | null): Promise<FastifyReply> {
    const { gateway } = this.parts;
    const caller = this.reception.callerOf(request) as HttpCaller;
    const isAnswered = gateway.actsUnderWay.begin(caller.receivedAt ?? gateway.clock.now());
    try {
      const { format } = request.body as Body;
      const document = this.document(request, kind);
      judgeKey(request, document.content);
      const submission = submissionOf(document.kind, document.content);
      const sent = { document, submission, format };
      const { data, errors } = await this.asking.ask(submission.text, { input: submission.input }, caller);
      if (errors)
        return await this.refusals.send(request, reply, this.refusals.ofMutation(sent, errors, request, reply));
      const result = data?.["result"] as { readonly __typename: string };
      if (result.__typename === "SubmissionRejected") {
        const answer = result as unknown as RejectedAnswer;
        return await this.refusals.send(request, reply, this.refusals.rejected(sent, answer, request));
      }
      const { actor } = caller.session;
      const receipt = receiptOf(submission, actor.party.code, result as unknown as AcceptedAnswer);
      const place = placeOf(submission.act, receipt);
      if (place !== null) reply.header("location", place);
      return this.write(request, reply, (wanted) => writeReceipt(receipt, wanted));
    } finally {
      isAnswered();
    }
  }

  /** Judges a document by its form and by rules; keeps nothing. It needs no key. */
  async validate(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const caller = this.reception.callerOf(request) as HttpCaller;
    const { format } = request.body as Body;
    const document = this.document(request, null, true);
    const submission = submissionOf(document.kind, { submissionKey: "-", ...document.content });
    const sent = { document, submission, format };
    const trying = { ...caller, isTrial: true };
    const { data, errors } = await this.asking.ask(submission.trial, { input: submission.input }, trying);
    if (errors) return this.refusals.send(request, reply, this.refusals.ofMutation(sent, errors, request, reply));
    const result = data?.["result"] as { readonly __typename: string };
    if (result.__typename === "SubmissionRejected") {
      const answer = result as unknown as RejectedAnswer;
      return this.refusals.send(request, reply, this.refusals.rejected(sent, answer, request));
    }
    const verdict = verdictOf(submission, result as unknown as Pick<AcceptedAnswer, "warnings">);
    return this.write(request, reply, (wanted) => writeVerdict(verdict, wanted));
  }

  /** The canonical content of a document of its form (RFC 8785), whose SHA-256 a receipt holds; nothing is judged by rules. */
  canonical(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const { kind, content } = this.document(request, null, true);
    const body = Buffer.from(canonicalJson(contentOf(kind, content)));
    this.reception.keepUnread(reply, (this.reception.callerOf(request) as HttpCaller).session.actor, body.length);
    return reply.type(DOCUMENT_TYPES.json).send(body);
  }

  /** A document that cannot be read costs its sender what an operation that is not valid does. */
  private document(request: FastifyRequest, kind: DocumentKind | null, isKeyless = false): ReadDocument {
    const { format, bytes } = request.body as Body;
    try {
      return readDocument(bytes, format, kind, isKeyless);
    } catch (error) {
      this.parts.execution.takeFault((this.reception.callerOf(request) as HttpCaller).session.actor);
      throw error;
    }
  }

  private write(request: FastifyRequest, reply: FastifyReply, writer: (format: Format) => string): FastifyReply {
    const wanted = acceptedFormat(request.headers.accept) ?? "json";
    const body = Buffer.from(writer(wanted));
    this.reception.keepUnread(reply, (this.reception.callerOf(request) as HttpCaller).session.actor, body.length, true);
    return reply.code(200).type(DOCUMENT_TYPES[wanted]).send(body);
  }
}

/** Where the document is from now on; null where it has no address of its own. */
function placeOf(act: SubmissionAct, { number, revision }: Receipt): string | null {
  if (act === "incident.report") return `/exchange/incident-reports/${number}`;
  if (act === "card.submit" || act === "card.amend") return `/exchange/incident-cards/${number}/revisions/${revision}`;
  return null;
}

/** `Idempotency-Key` may repeat the document's key, as a string of RFC 9651. */
function judgeKey({ headers }: FastifyRequest, content: JsonObject): void {
  const given = headers["idempotency-key"];
  if (given === undefined) return;
  const quoted = /^"((?:[^"\\]|\\["\\])*)"$/.exec(String(given))?.[1]?.replaceAll(/\\(["\\])/g, "$1");
  if (quoted !== content["submissionKey"]) throw new HttpRefusal(400, say("idempotencyKey", {}));
}
