import type { FastifyReply, FastifyRequest } from "fastify";
import { canonicalJson } from "../../domain/canonical.js";
import type { DocumentKind } from "../../domain/forms/documents.js";
import type { JsonObject } from "../../domain/forms/read-form.js";
import { say } from "../../domain/wording/wording.js";
import { contentOf } from "../../exchange/content.js";
import type { Format, ReadDocument } from "../../exchange/read-document.js";
import { HttpRefusal } from "../http-refusal.js";
import type { Desk } from "./desk.js";
import { writeReceipt, writeVerdict } from "./receipt.js";
import type { Submitting } from "./submitting.js";

/** A body as it came: which format it says it has, and its bytes. */
export interface Body {
  readonly format: Format;
  readonly bytes: Buffer;
}

/** Documents that are sent over HTTP. */
export class Taking {
  constructor(
    private readonly desk: Desk,
    private readonly submitting: Submitting,
  ) {}

  /** Accepts a document of this kind, or (null) of any, and answers its receipt. */
  async submit(request: FastifyRequest, reply: FastifyReply, kind: DocumentKind | null): Promise<FastifyReply> {
    const document = this.read(request, kind);
    judgeKey(request, document.content);
    const outcome = await this.submitting.submit(document, this.desk.callerOf(request));
    if ("problem" in outcome) return this.desk.refuse(request, reply, outcome);
    const { accepted, place } = outcome;
    if (place !== null) reply.header("location", place);
    return this.desk.write(request, reply, (format) => writeReceipt(accepted, format));
  }

  /** Judges a document by its form and by rules; keeps nothing. It needs no key. */
  async validate(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const outcome = await this.submitting.tryOut(this.read(request, null, true), this.desk.callerOf(request));
    if ("problem" in outcome) return this.desk.refuse(request, reply, outcome);
    return this.desk.write(request, reply, (format) => writeVerdict(outcome.accepted, format));
  }

  /** The canonical content of a document of its form (RFC 8785), whose SHA-256 a receipt holds; nothing is judged by rules. */
  canonical(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const { kind, content } = this.read(request, null, true);
    return this.desk.send(request, reply, "json", canonicalJson(contentOf(kind, content)));
  }

  private read(request: FastifyRequest, kind: DocumentKind | null, isKeyless = false): ReadDocument {
    const { format, bytes } = request.body as Body;
    return this.submitting.read(bytes, format, kind, this.desk.callerOf(request), isKeyless);
  }
}

/** `Idempotency-Key` may repeat the document's key, as a string of RFC 9651. */
function judgeKey({ headers }: FastifyRequest, content: JsonObject): void {
  const given = headers["idempotency-key"];
  if (given === undefined) return;
  const quoted = /^"((?:[^"\\]|\\["\\])*)"$/.exec(String(given))?.[1]?.replaceAll(/\\(["\\])/g, "$1");
  if (quoted !== content["submissionKey"]) throw new HttpRefusal(400, say("idempotencyKey", {}));
}
