import type { FastifyReply, FastifyRequest } from "fastify";
import { say } from "../../domain/wording/wording.js";
import { NDJSON_TYPE } from "../../exchange/media-types.js";
import type { Format } from "../../exchange/read-document.js";
import { HttpRefusal } from "../http-refusal.js";
import type { HttpCaller, Reception } from "../reception.js";
import type { Batch } from "../documents/batch.js";
import { acceptedFormat, ALLOWED_TYPES, DOCUMENT_TYPES, formatOf } from "./negotiation.js";
import { PROBLEM_TYPES, writeProblem } from "../documents/problem.js";
import type { Refused } from "../documents/refusals.js";

/** What every answer of the documents' door has in common: its format, and that it counts against its party until it is fetched. */
export class Responder {
  constructor(private readonly reception: Reception) {}

  callerOf(request: FastifyRequest): HttpCaller {
    const caller = this.reception.callerOf(request);
    if (!caller) throw new Error("a request that was not admitted has no caller");
    return caller;
  }

  /** The caller of a batch, which counts against its party until its answer is over and what was read of it too. Throws RATE_LIMITED. */
  async beginBatch(
    request: FastifyRequest,
    reply: FastifyReply,
    begin: (caller: HttpCaller) => Promise<Batch>,
  ): Promise<Batch> {
    const caller = this.callerOf(request);
    const lasts = this.reception.reserveBatch(request, reply, caller);
    const batch = await begin(caller);
    lasts(batch.over);
    return batch;
  }

  /** In the format that the caller prefers. */
  write(request: FastifyRequest, reply: FastifyReply, writer: (format: Format) => string): FastifyReply {
    const format = this.wanted(request);
    return this.send(request, reply, format, writer(format));
  }

  send(request: FastifyRequest, reply: FastifyReply, format: Format, text: string): FastifyReply {
    return this.sendAs(request, reply, DOCUMENT_TYPES[format], text);
  }

  sendAs(request: FastifyRequest, reply: FastifyReply, type: string, content: string | Uint8Array): FastifyReply {
    const body = Buffer.from(content as string);
    this.reception.keepUnread(reply, this.callerOf(request).session.actor, body.length, request.method === "POST");
    return reply.code(200).type(type).send(body);
  }

  /** The same for a list, which JSON has as lines. */
  wantedForList(request: FastifyRequest): Format {
    const isLines = (request.headers.accept ?? "").includes(NDJSON_TYPE);
    return isLines ? "json" : this.wanted(request);
  }

  /** The format in which a document is wanted; throws where the caller takes neither. */
  wanted({ headers }: FastifyRequest): Format {
    const format = acceptedFormat(headers.accept);
    if (format === null) throw new HttpRefusal(406, say("documentAnswerType", { allowed: ALLOWED_TYPES }));
    return format;
  }

  /** In the format of the document that was sent, or in the one that the caller prefers; `headers` beside those that it always has. */
  async refuse(
    request: FastifyRequest,
    reply: FastifyReply,
    { problem, location, retryAfter }: Refused,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<FastifyReply> {
    await this.reception.holdBack(request, reply, problem.status);
    const format = formatOf(request.headers["content-type"]) ?? acceptedFormat(request.headers.accept) ?? "json";
    const body = Buffer.from(writeProblem(problem, format));
    const actor = this.reception.callerOf(request)?.session.actor;
    if (actor) this.reception.keepUnread(reply, actor, body.length);
    if (location !== null) reply.header("location", location);
    if (retryAfter !== null) reply.header("retry-after", retryAfter);
    return reply.code(problem.status).headers(headers).type(PROBLEM_TYPES[format]).send(body);
  }
}
