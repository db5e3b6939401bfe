import type { FastifyReply, FastifyRequest } from "fastify";
import {
  AnalysisGivenDocument,
  CardGivenDocument,
  LastCardGivenDocument,
  ReceiptGivenDocument,
  ReportGivenDocument,
} from "../../../schema/exchange.generated.js";
import type { DocumentKind } from "../../domain/forms/documents.js";
import { RECEIPT } from "../../domain/forms/outgoing.js";
import { Refusal } from "../../domain/refusal.js";
import { say } from "../../domain/wording/wording.js";
import type { Format } from "../../exchange/read-document.js";
import { writeDocument } from "../../exchange/write-document.js";
import { VERSION } from "../../exchange/xml-names.js";
import { writeOutgoing } from "../../exchange/write-outgoing.js";
import type { GraphClient } from "../documents/graph-client.js";
import type { Responder } from "./responder.js";
import { analysisGiven, cardGiven, receiptGiven, reportGiven, type DocumentGiven } from "../documents/given-out.js";

/** How long a revision may be kept, which never changes; what may change is asked for again. */
const LASTING = "private, max-age=31536000, immutable";
const FLEETING = "private, no-cache";

const CARD = { last: LastCardGivenDocument, byId: CardGivenDocument };

/** Documents that are given out, as they were sent. What is not there and what is not the caller's to see: one answer. */
export class DocumentHandlers {
  constructor(
    private readonly graph: GraphClient,
    private readonly responder: Responder,
  ) {}

  /** The card of an incident: its last revision, or the one that is named. */
  async card(
    request: FastifyRequest,
    reply: FastifyReply,
    number: string,
    revision: number | null,
  ): Promise<FastifyReply> {
    const asked = await this.graph.card(CARD, number, revision, this.responder.callerOf(request));
    return this.give(request, reply, asked && cardGiven(asked), revision === null ? FLEETING : LASTING);
  }

  async report(request: FastifyRequest, reply: FastifyReply, number: string): Promise<FastifyReply> {
    const data = await this.graph.data(ReportGivenDocument, { number }, this.responder.callerOf(request));
    return this.give(request, reply, reportGiven(data), FLEETING);
  }

  async analysis(request: FastifyRequest, reply: FastifyReply, id: string, kind: DocumentKind): Promise<FastifyReply> {
    const data = await this.graph.data(AnalysisGivenDocument, { id }, this.responder.callerOf(request));
    return this.give(request, reply, analysisGiven(data, kind), FLEETING);
  }

  /** What became of what the caller's party sent under a key. */
  async receipt(request: FastifyRequest, reply: FastifyReply, key: string): Promise<FastifyReply> {
    const receipt = receiptGiven(
      await this.graph.data(ReceiptGivenDocument, { key }, this.responder.callerOf(request)),
    );
    if (!receipt) throw nothingHere();
    reply.header("cache-control", FLEETING).header("vary", "accept, authorization");
    return this.responder.write(request, reply, (format) => writeOutgoing(RECEIPT, receipt, format));
  }

  private give(
    request: FastifyRequest,
    reply: FastifyReply,
    document: DocumentGiven | null,
    caching: string,
  ): FastifyReply {
    if (!document) throw nothingHere();
    const format = this.responder.wanted(request);
    const { kind, content, given, revision } = document;
    const tag = entityTag(revision, given.contentHash ?? "", format);
    reply.header("etag", tag).header("vary", "accept, authorization").header("cache-control", caching);
    if (isKnown(request.headers["if-none-match"], tag)) return reply.code(304).send();
    return this.responder.send(request, reply, format, writeDocument(kind, content, format, given));
  }
}

/** The `ETag` of a document in one format: strong, since a revision never changes. `revision` null: it has no others. */
export function entityTag(revision: number | null, contentHash: string, format: Format): string {
  return `"r${revision ?? 1}-${contentHash.slice(0, 16)}-${format}-${VERSION}"`;
}

export function nothingHere(): Refusal {
  return new Refusal("NOT_FOUND", say("documentAddress", {}));
}

/** RFC 9110, section 13.1.2. */
function isKnown(ifNoneMatch: string | undefined, tag: string): boolean {
  const known = (ifNoneMatch ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""));
  return known.includes(tag) || known.includes("*");
}
