import { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import { canonicalJson } from "../../domain/canonical.js";
import type { DocumentKind } from "../../domain/forms/documents.js";
import type { JsonObject } from "../../domain/forms/read-form.js";
import { say } from "../../domain/wording/wording.js";
import { contentOf } from "../../exchange/content.js";
import type { ReadDocument } from "../../exchange/read-document.js";
import type { Config } from "../../platform/config.js";
import { HttpRefusal } from "../http-refusal.js";
import type { Reception } from "../reception.js";
import { Batch, type BatchParts } from "./batch.js";
import type { Body, Many, Whole } from "./body.js";
import type { Desk } from "./desk.js";
import { acceptedFormat, prefersAsync, prefersMinimal } from "./negotiation.js";
import { writeReceipt, writeVerdict } from "./receipt.js";
import { RESULT_TYPES, resultWriter } from "./results.js";

/** What the canonical content of a document is charged, in values: what an act is, since it is read as for one. */
const CANONICAL_PRICE = 200;

/** Documents that are sent over HTTP. */
export class Taking {
  constructor(
    private readonly desk: Desk,
    private readonly parts: BatchParts & { readonly config: Config; readonly ending: AbortSignal },
    private readonly reception: Reception,
  ) {}

  /** Accepts a document of this kind, or (null) of any, and answers its receipt. */
  async submit(request: FastifyRequest, reply: FastifyReply, kind: DocumentKind | null): Promise<FastifyReply> {
    const body = request.body as Body;
    if ("items" in body) return this.submitAll(request, reply, body, kind);
    const document = await this.read(request, kind);
    judgeKey(request, document.content);
    const isAsync = prefersAsync(request.headers["prefer"]);
    const outcome = await this.parts.submitting.submit(document, { ...this.desk.callerOf(request), isAsync });
    if ("problem" in outcome) {
      if (isAsync && outcome.problem.status === 202) reply.header("preference-applied", "respond-async");
      return this.desk.refuse(request, reply, outcome);
    }
    const { accepted } = outcome;
    if (accepted.location !== undefined) reply.header("location", accepted.location);
    return this.desk.write(request, reply, (format) => writeReceipt(accepted, format));
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
    const { config, ending } = this.parts;
    const mostItems = config.batchItems;
    const batch = await this.desk.beginBatch(request, reply, (caller) =>
      Batch.begin(this.parts, { items, format, kind, mostItems, ending }, caller),
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
    const outcome = await this.parts.submitting.tryOut(document, this.desk.callerOf(request));
    if ("problem" in outcome) return this.desk.refuse(request, reply, outcome);
    return this.desk.write(request, reply, (format) => writeVerdict(outcome.accepted, format));
  }

  /** The canonical content of a document of its form (RFC 8785), whose SHA-256 a receipt holds; nothing is judged by rules. */
  async canonical(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    this.parts.execution.charges.takeExtra(this.desk.callerOf(request).session.actor, CANONICAL_PRICE);
    const { kind, content } = await this.read(request, null, true);
    return this.desk.send(request, reply, "json", canonicalJson(contentOf(kind, content)));
  }

  private read(request: FastifyRequest, kind: DocumentKind | null, isKeyless = false): Promise<ReadDocument> {
    const { format, bytes } = request.body as Whole;
    return this.parts.submitting.read(bytes, format, kind, this.desk.callerOf(request), isKeyless);
  }
}

/** `Idempotency-Key` may repeat the document's key, as a string of RFC 9651. */
function judgeKey({ headers }: FastifyRequest, content: JsonObject): void {
  const given = headers["idempotency-key"];
  if (given === undefined) return;
  const quoted = /^"((?:[^"\\]|\\["\\])*)"$/.exec(String(given))?.[1]?.replaceAll(/\\(["\\])/g, "$1");
  if (quoted !== content["submissionKey"]) throw new HttpRefusal(400, say("idempotencyKey", {}));
}
