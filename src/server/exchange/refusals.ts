import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLError, GraphQLFormattedError } from "graphql";
import { Refusal } from "../../domain/refusal.js";
import { inWords, say } from "../../domain/wording/wording.js";
import { Unreadable } from "../../exchange/decoded.js";
import { FormRefusal, type Format, type ReadDocument } from "../../exchange/read-document.js";
import type { Config } from "../../platform/config.js";
import type { ErrorDesk } from "../errors.js";
import { httpFault, HttpRefusal, retryAfter, statusOf } from "../http-refusal.js";
import { audienceOf, type Reception } from "../reception.js";
import { acceptedFormat, formatOf } from "./negotiation.js";
import { answeredFault, problem, PROBLEM_TYPES, writeProblem, type Problem } from "./problem.js";
import type { Submission } from "./submission.js";

/** What a mutation answers where it rejects, as `submission.ts` asks for it. */
export interface RejectedAnswer {
  readonly reference: string;
  readonly receivedAt: string;
  readonly violations: readonly { readonly rule: string; readonly path: readonly string[]; readonly message: string }[];
}

/** A document that was sent, and what it asks for. */
export interface Sent {
  readonly document: ReadDocument;
  readonly submission: Submission;
  readonly format: Format;
}

/** Whatever is refused, as problems (RFC 9457) in the format of the document, or in the one that the caller prefers. */
export class Refusals {
  constructor(
    private readonly errors: ErrorDesk,
    private readonly config: Config,
    private readonly reception: Reception,
  ) {}

  /** Judged by rules, and broken. */
  rejected({ document, submission }: Sent, answer: RejectedAnswer, request: FastifyRequest): Problem {
    const { reference, receivedAt, violations } = answer;
    const title = inWords(say("documentRejected", {}), audienceOf(request).locale);
    const faults = violations.map(({ rule, path, message }) => {
      const where = submission.documentPath(path.slice(1));
      return answeredFault(rule, where, document.placeOf(where), message);
    });
    const attempt = reference === "" ? {} : { reference };
    return problem(422, "SUBMISSION_REJECTED", title, request.id, { ...attempt, receivedAt, violations: faults });
  }

  /** Errors of the mutation itself; the first one counts. */
  ofMutation(sent: Sent, errors: readonly GraphQLError[], request: FastifyRequest, reply: FastifyReply): Problem {
    const { document, submission } = sent;
    const [cause] = errors;
    const says = cause?.originalError instanceof Refusal ? cause.originalError.says : null;
    if (says?.key === "unsealed") {
      const { submissionKey } = document.content as { readonly submissionKey: string };
      reply.header("location", `/exchange/receipts/${encodeURIComponent(submissionKey)}`).header("retry-after", "1");
      return problem(202, "ACCEPTED", inWords(says, audienceOf(request).locale), request.id);
    }
    const [first] = this.errors.present(errors, audienceOf(request)) as [GraphQLFormattedError];
    this.sayWhen(first, reply);
    const code = String(first.extensions?.["code"]);
    const path = (first.extensions?.["path"] ?? []) as readonly string[];
    const where = submission.documentPath(path[0] === "input" ? path.slice(1) : path);
    const fault = answeredFault("R13.2", where, document.placeOf(where), first.message);
    const status = code === "CONFLICT" ? 409 : statusOf(first);
    return problem(status, code, first.message, request.id, path.length > 0 ? { violations: [fault] } : {});
  }

  /** Whatever was thrown. */
  thrown(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): Problem {
    const audience = audienceOf(request);
    if (error instanceof Unreadable) {
      const title = inWords(error.says, audience.locale);
      const violations = [answeredFault("R13.2", [], error.place, title)];
      return problem(error.status, "DOCUMENT_UNREADABLE", title, request.id, { violations });
    }
    if (error instanceof FormRefusal) {
      const violations = error.faults.map(({ path, place, says }) =>
        answeredFault("R13.2", path, place, inWords(says, audience.locale)),
      );
      const title = inWords(say("documentUnfit", {}), audience.locale);
      return problem(400, "DOCUMENT_UNFIT", title, request.id, { violations });
    }
    const refusal = error instanceof Refusal ? error : httpFault(error as FastifyError, this.config.bodyBytes);
    const presented = this.errors.presentThrown(refusal ?? error, audience);
    if (refusal instanceof HttpRefusal) reply.headers(refusal.headers);
    this.sayWhen(presented, reply);
    const status = refusal instanceof HttpRefusal ? refusal.status : statusOf(presented);
    return problem(status, String(presented.extensions?.["code"]), presented.message, request.id);
  }

  async send(request: FastifyRequest, reply: FastifyReply, given: Problem): Promise<FastifyReply> {
    await this.reception.holdBack(request, reply, given.status);
    const format = formatOf(request.headers["content-type"]) ?? acceptedFormat(request.headers.accept) ?? "json";
    const body = Buffer.from(writeProblem(given, format));
    const actor = this.reception.callerOf(request)?.session.actor;
    if (actor) this.reception.keepUnread(reply, actor, body.length);
    return reply.code(given.status).type(PROBLEM_TYPES[format]).send(body);
  }

  private sayWhen(presented: GraphQLFormattedError, reply: FastifyReply): void {
    const wait = retryAfter([presented]);
    if (wait !== null) reply.header("retry-after", wait);
  }
}
