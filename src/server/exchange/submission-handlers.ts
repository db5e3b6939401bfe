import { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import { canonicalJson } from "../../domain/canonical.js";
import type { DocumentKind } from "../../domain/forms/documents.js";
import { RECEIPT, VERDICT } from "../../domain/forms/outgoing.js";
import type { JsonObject } from "../../domain/forms/read-form.js";
import { say } from "../../domain/wording/wording.js";
import { contentOf } from "../../exchange/content.js";
import type { ReadDocument } from "../../exchange/read-document.js";
import { writeOutgoing } from "../../exchange/write-outgoing.js";
import { HttpRefusal } from "../http-refusal.js";
import type { Reception } from "../reception.js";
import { Batch } from "../documents/batch.js";
import type { Documents } from "../documents/documents.js";
import type { Body, Many, Whole } from "./body.js";
import type { Responder } from "./responder.js";
import { entityTag } from "./document-handlers.js";
import { acceptedFormat, prefersAsync, prefersMinimal } from "./negotiation.js";
import { RESULT_TYPES, resultWriter } from "../documents/results.js";

/** What the canonical content of a document is charged, in values: what an act is, since it is read as for one. */
const CANONICAL_PRICE = 200;

/** Documents that are sent over HTTP. */
export class SubmissionHandlers {
  constructor(
    private readonly responder: Responder,
    private readonly documents: Documents,
    /** Aborted when the gateway ends. */
    private readonly ending: AbortSignal,
    private readonly reception: Reception,
  ) {}

  /** Accepts a document of this kind, or (null) of any, and answers its receipt. */
  async submit(request: FastifyRequest, reply: FastifyReply, kind: DocumentKind | null): Promise<FastifyReply> {
    const body = request.body as Body;
    if ("items" in body) return this.submitAll(request, reply, body, kind);
    const document = await this.read(request, kind);
    judgeKey(request, document.content);
    const isAsync = prefersAsync(request.headers["prefer"]);
    const outcome = await this.documents.submitter.submit(document, { ...this.responder.callerOf(request), isAsync });
    if ("problem" in outcome) {
      if (isAsync && outcome.standing === "KEPT") reply.header("preference-applied", "respond-async");
      return this.responder.refuse(request, reply, outcome);
    }
    const { accepted } = outcome;
    const { location, revision = null, contentHash } = accepted;
    // What a reading of it would say, in the format of this answer.
    if (location !== undefined)
      reply
        .header("location", location)
        .header("etag", entityTag(revision, contentHash, this.responder.wanted(request)));
    return this.responder.write(request, reply, (format) => writeOutgoing(RECEIPT, accepted, format));
  }

  /** The same for each document of a batch, in a stream of results. */
  private async submitAll(
    request: FastifyRequest,
    reply: FastifyReply,
    { items, format }: Many,
    kind: DocumentKind | null,
  ): Promise<FastifyReply> {
    // Its sender was told that it cannot be read.
    if (request.raw.socket.writableEnded) return reply.hijack();
    const { documents, ending } = this;
    const batch = await this.responder.beginBatch(request, reply, (caller) =>
      Batch.begin(documents, { items, format, kind, ending }, caller),
    );
    const answered = acceptedFormat(request.headers.accept) ?? "json";
    const isMinimal = prefersMinimal(request.headers["prefer"]);
    if (isMinimal) reply.header("preference-applied", "return=minimal");
    const results = this.reception.fetched(reply, batch.results(resultWriter(answered, isMinimal)));
    return reply
      .code(200)
      .type(RESULT_TYPES[answered])
      .send(Readable.from(results, { objectMode: false }));
  }

  /** Judges a document by its form and by rules; keeps nothing. It needs no key. */
  async validate(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const document = await this.read(request, null, true);
    const outcome = await this.documents.submitter.tryOut(document, this.responder.callerOf(request));
    if ("problem" in outcome) return this.responder.refuse(request, reply, outcome);
    return this.responder.write(request, reply, (format) => writeOutgoing(VERDICT, outcome.accepted, format));
  }

  /** The canonical content of a document of its form (RFC 8785), whose SHA-256 a receipt holds; nothing is judged by rules. */
  async canonical(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    this.documents.execution.charges.takeExtra(this.responder.callerOf(request).session.actor, CANONICAL_PRICE);
    const { kind, content } = await this.read(request, null, true);
    return this.responder.send(request, reply, "json", canonicalJson(contentOf(kind, content)));
  }

  private read(request: FastifyRequest, kind: DocumentKind | null, isKeyless = false): Promise<ReadDocument> {
    const { format, bytes } = request.body as Whole;
    return this.documents.submitter.read(bytes, format, kind, this.responder.callerOf(request), isKeyless);
  }
}

/** `Idempotency-Key` may repeat the document's key, as a string of RFC 9651. */
function judgeKey({ headers }: FastifyRequest, content: JsonObject): void {
  const given = headers["idempotency-key"];
  if (given === undefined) return;
  const quoted = /^"((?:[^"\\]|\\["\\])*)"$/.exec(String(given))?.[1]?.replaceAll(/\\(["\\])/g, "$1");
  if (quoted !== content["submissionKey"]) throw new HttpRefusal(400, say("idempotencyKey", {}));
}
