import type { FastifyReply, FastifyRequest } from "fastify";
import type { Format } from "../../exchange/read-document.js";
import type { HttpCaller, Reception } from "../reception.js";
import { acceptedFormat, DOCUMENT_TYPES, formatOf } from "./negotiation.js";
import { PROBLEM_TYPES, writeProblem } from "./problem.js";
import type { Refused } from "./refusals.js";

/** What every answer of the documents' door has in common: its format, and that it counts against its party until it is fetched. */
export class Desk {
  constructor(private readonly reception: Reception) {}

  callerOf(request: FastifyRequest): HttpCaller {
    const caller = this.reception.callerOf(request);
    if (!caller) throw new Error("a request that was not admitted has no caller");
    return caller;
  }

  /** The caller of a batch, which counts against its party until its answer is over. Throws RATE_LIMITED. */
  beginBatch(request: FastifyRequest, reply: FastifyReply): HttpCaller {
    this.reception.reserveBatch(request, reply);
    return this.callerOf(request);
  }

  /** In the format that the caller prefers. */
  write(request: FastifyRequest, reply: FastifyReply, writer: (format: Format) => string): FastifyReply {
    const format = acceptedFormat(request.headers.accept) ?? "json";
    return this.send(request, reply, format, writer(format));
  }

  send(request: FastifyRequest, reply: FastifyReply, format: Format, text: string): FastifyReply {
    const body = Buffer.from(text);
    this.reception.keepUnread(reply, this.callerOf(request).session.actor, body.length, request.method === "POST");
    return reply.code(200).type(DOCUMENT_TYPES[format]).send(body);
  }

  /** In the format of the document that was sent, or in the one that the caller prefers. */
  async refuse(request: FastifyRequest, reply: FastifyReply, { problem, headers }: Refused): Promise<FastifyReply> {
    await this.reception.holdBack(request, reply, problem.status);
    const format = formatOf(request.headers["content-type"]) ?? acceptedFormat(request.headers.accept) ?? "json";
    const body = Buffer.from(writeProblem(problem, format));
    const actor = this.reception.callerOf(request)?.session.actor;
    if (actor) this.reception.keepUnread(reply, actor, body.length);
    return reply.code(problem.status).headers(headers).type(PROBLEM_TYPES[format]).send(body);
  }
}
