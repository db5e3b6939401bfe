import type { IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ExecutionResult } from "graphql";
import type { Authentication } from "../../access/authenticate.js";
import { DOCUMENT_KINDS, DOCUMENTS, type DocumentKind } from "../../domain/forms/documents.js";
import type { SubmissionAct } from "../../domain/facts.js";
import { Refusal } from "../../domain/refusal.js";
import { inWords, say } from "../../domain/wording/wording.js";
import { Unreadable } from "../../exchange/decoded.js";
import { FormRefusal, readDocument, type Format, type ReadDocument } from "../../exchange/read-document.js";
import { exchangeSchemas } from "../../exchange/schemas.js";
import { writeDocument } from "../../exchange/write-document.js";
import { RequestContext, type Gateway } from "../../operation/request-context.js";
import type { Config } from "../../platform/config.js";
import type { ErrorDesk } from "../errors.js";
import type { Execution } from "../execution.js";
import { bodyTooLarge, httpFault, HttpRefusal, retryAfter, statusOf } from "../http-refusal.js";
import type { Preparation } from "../prepare-operation.js";
import type { PublicFiles } from "../public-files.js";
import { audienceOf, type HttpCaller, type Reception } from "../reception.js";
import { acceptedFormat, ALLOWED_TYPES, DOCUMENT_TYPES, formatOf } from "./negotiation.js";
import { answeredFault, problem, PROBLEM_TYPES, writeProblem, type Problem } from "./problem.js";
import { receiptOf, writeReceipt, type AcceptedAnswer, type Receipt } from "./receipt.js";
import { analysisGiven, cardGiven, QUERIES, receiptGiven, reportGiven, type DocumentGiven } from "./given-out.js";
import { submissionOf, type Submission } from "./submission.js";

interface Parts {
  readonly gateway: Gateway;
  readonly preparation: Preparation;
  readonly execution: Execution;
  readonly errors: ErrorDesk;
  readonly authentication: Authentication;
  readonly config: Config;
}

/** A body as it came: which format it says it has, and its bytes. */
interface Sent {
  readonly format: Format;
  readonly bytes: Buffer;
}

interface RejectedAnswer {
  readonly reference: string;
  readonly receivedAt: string;
  readonly violations: readonly { readonly rule: string; readonly path: readonly string[]; readonly message: string }[];
}

const unzip = promisify(gunzip);

/**
 * R13.2: documents in JSON and XML over HTTP, beside GraphQL. A document is read by its form and goes through the mutation that takes
 * the same: one set of rights, keys, limits, rules and words. Errors are problems (RFC 9457) in the format of the document.
 */
export class ExchangeDoor {
  constructor(
    private readonly parts: Parts,
    private readonly reception: Reception,
    private readonly files: PublicFiles,
  ) {}

  /** The routes below `/exchange`, with a reader of bodies and a handler of errors of their own. */
  register(scope: FastifyInstance): void {
    const { parts, files } = this;
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (request: FastifyRequest, payload: IncomingMessage) => this.read(request, payload));
    scope.setErrorHandler((error: FastifyError, request, reply) => this.refuse(error, request, reply));
    // Whatever else is asked for below this address is refused as a problem too; by the hook, before its body is read.
    const unknown = (): never => {
      throw new Refusal("NOT_FOUND", say("documentAddress", {}));
    };
    scope.setNotFoundHandler(unknown);
    scope.addHook("onRequest", async ({ is404 }) => (is404 ? unknown() : undefined));
    const kinds: readonly (readonly [string, DocumentKind | null])[] = [
      ...DOCUMENT_KINDS.map((kind) => [DOCUMENTS[kind].path, kind] as const),
      ["documents", null],
    ];
    for (const [path, kind] of kinds)
      scope.post(`/${path}`, { onRequest: async (request, reply) => this.admit(request, reply) }, (request, reply) =>
        this.submit(request, reply, kind),
      );
    const admitted = {
      onRequest: async (request: FastifyRequest, reply: FastifyReply) => this.admitReader(request, reply),
    };
    type Named = { readonly Params: { readonly name: string; readonly revision?: string } };
    scope.get<Named>("/incident-cards/:name", admitted, (request, reply) => this.card(request, reply));
    scope.get<Named>("/incident-cards/:name/revisions/:revision", admitted, (request, reply) =>
      this.card(request, reply),
    );
    scope.get<Named>("/incident-reports/:name", admitted, async (request, reply) => {
      const { data } = await this.ask(request, QUERIES.report, { number: request.params.name });
      return this.give(request, reply, reportGiven(data));
    });
    for (const kind of ["threatAnalysis", "eventAnalysis"] as const)
      scope.get<Named>(`/${DOCUMENTS[kind].path}/:name`, admitted, async (request, reply) => {
        const { data } = await this.ask(request, QUERIES.analysis, { id: request.params.name });
        return this.give(request, reply, analysisGiven(data, kind));
      });
    scope.get<Named>("/receipts/:name", admitted, async (request, reply) => {
      const { data } = await this.ask(request, QUERIES.receipt, { key: request.params.name });
      const receipt = receiptGiven(data);
      if (!receipt) throw new Refusal("NOT_FOUND", say("documentAddress", {}));
      const format = acceptedFormat(request.headers.accept) ?? "json";
      reply.header("cache-control", "private, no-cache").header("vary", "accept, authorization");
      return reply.type(DOCUMENT_TYPES[format]).send(Buffer.from(writeReceipt(receipt, format)));
    });
    if (!parts.config.isSchemaPublic) return;
    const schemas = exchangeSchemas();
    scope.get<{ readonly Params: { readonly file: string } }>("/schema/:file", (request, reply) => {
      const { file } = request.params;
      const text = schemas.get(file);
      if (text === undefined) throw new Refusal("NOT_FOUND", say("addressUnknown", {}));
      const type = file.endsWith(".xsd") ? "application/xml; charset=utf-8" : "application/schema+json; charset=utf-8";
      return files.send(request, reply, { type, body: Buffer.from(text) });
    });
  }

  /** Before the body is read: who sends it, whether it is of a type that is taken, and whether its answer can be. */
  private async admit(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await this.reception.admit(request, reply, formatOf(request.headers["content-type"]) ?? "json");
    const { headers } = request;
    const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(headers["content-type"] ?? "")?.[1] ?? "utf-8";
    const encoding = headers["content-encoding"] ?? "identity";
    if (formatOf(headers["content-type"]) === null)
      throw new HttpRefusal(415, say("documentType", { allowed: ALLOWED_TYPES }), { "accept-post": ALLOWED_TYPES });
    if (!/^utf-?8$/i.test(charset)) throw new HttpRefusal(415, say("charsetUnfit", { charset: charset.slice(0, 40) }));
    if (!/^(identity|gzip)$/i.test(encoding))
      throw new HttpRefusal(415, say("encodingUnfit", { encoding: encoding.slice(0, 40) }), {
        "accept-encoding": "gzip",
      });
    if (acceptedFormat(headers.accept) === null)
      throw new HttpRefusal(406, say("documentAnswerType", { allowed: ALLOWED_TYPES }));
  }

  private async admitReader(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const format = acceptedFormat(request.headers.accept);
    await this.reception.admit(request, reply, format ?? "json");
    if (format === null) throw new HttpRefusal(406, say("documentAnswerType", { allowed: ALLOWED_TYPES }));
  }

  private async card(
    request: FastifyRequest<{ readonly Params: { readonly name: string; readonly revision?: string } }>,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { name, revision } = request.params;
    if (revision !== undefined && !/^[1-9]\d{0,8}$/.test(revision))
      throw new Refusal("NOT_FOUND", say("documentAddress", {}));
    const { data } = await this.ask(request, QUERIES.cards, { number: name });
    return this.give(
      request,
      reply,
      cardGiven(data, revision === undefined ? null : Number(revision)),
      revision !== undefined,
    );
  }

  /** Asks the graph as the caller, at its cost and within its scope. What it refuses is thrown. */
  private async ask(
    request: FastifyRequest,
    text: string,
    variables: Readonly<Record<string, string>>,
  ): Promise<ExecutionResult> {
    const { gateway, preparation, execution } = this.parts;
    const caller = this.reception.callerOf(request) as HttpCaller;
    const document = preparation.document(text, null);
    if (!("kind" in document)) throw document[0] ?? new Error("a query of ours is not valid");
    const result = await execution.run({ document, variables }, new RequestContext(gateway, caller));
    const [error] = result.errors ?? [];
    if (error) throw error.originalError ?? error;
    return result;
  }

  /** A document as it was sent; an earlier revision never changes. */
  private give(
    request: FastifyRequest,
    reply: FastifyReply,
    document: DocumentGiven | null,
    isLasting = false,
  ): FastifyReply {
    if (!document) throw new Refusal("NOT_FOUND", say("documentAddress", {}));
    const format = acceptedFormat(request.headers.accept) ?? "json";
    const { kind, content, given, revision } = document;
    const tag = `"r${revision ?? 1}-${given.contentHash?.slice(0, 16)}-${format}-1.0"`;
    reply
      .header("etag", tag)
      .header("vary", "accept, authorization")
      .header("cache-control", isLasting ? "private, max-age=31536000, immutable" : "private, no-cache");
    const known = (request.headers["if-none-match"] ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""));
    if (known.includes(tag) || known.includes("*")) return reply.code(304).send();
    const body = Buffer.from(writeDocument(kind, content, format, given));
    this.reception.keepUnread(reply, (this.reception.callerOf(request) as HttpCaller).session.actor, body.length);
    return reply.type(DOCUMENT_TYPES[format]).send(body);
  }

  private async read(request: FastifyRequest, payload: IncomingMessage): Promise<Sent> {
    const format = formatOf(request.headers["content-type"]) ?? "json";
    const bytes = await this.reception.receive(request, payload);
    if (!/^gzip$/i.test(request.headers["content-encoding"] ?? "")) return { format, bytes };
    const { bodyBytes } = this.parts.config;
    try {
      return { format, bytes: await unzip(bytes, { maxOutputLength: bodyBytes }) };
    } catch (error) {
      if ((error as { readonly code?: string }).code === "ERR_BUFFER_TOO_LARGE") throw bodyTooLarge(bodyBytes);
      throw new HttpRefusal(400, say("gzipUnreadable", {}));
    }
  }

  private async submit(request: FastifyRequest, reply: FastifyReply, kind: DocumentKind | null): Promise<FastifyReply> {
    const caller = this.reception.callerOf(request) as HttpCaller;
    const { gateway } = this.parts;
    const isAnswered = gateway.actsUnderWay.begin(caller.receivedAt ?? gateway.clock.now());
    try {
      const { format, bytes } = request.body as Sent;
      const document = this.document(bytes, format, kind, caller);
      const { submissionKey } = document.content as { readonly submissionKey: string };
      judgeKey(request, submissionKey);
      const submission = submissionOf(document.kind, document.content);
      const result = await this.run(submission, caller);
      return await this.answer(request, reply, { document, submission, format }, result);
    } finally {
      isAnswered();
    }
  }

  /** A document that cannot be read costs its sender what an operation that is not valid does. */
  private document(bytes: Buffer, format: Format, kind: DocumentKind | null, caller: HttpCaller): ReadDocument {
    try {
      return readDocument(bytes, format, kind);
    } catch (error) {
      this.parts.execution.takeFault(caller.session.actor);
      throw error;
    }
  }

  private async run({ text, input }: Submission, caller: HttpCaller): Promise<ExecutionResult> {
    const { gateway, preparation, execution } = this.parts;
    const document = preparation.document(text, null);
    if (!("kind" in document)) throw document[0] ?? new Error("a mutation of ours is not valid");
    const operation = { document, variables: { input } };
    const faults = await execution.faults(operation, "http", caller);
    if (faults.length > 0) return { errors: faults };
    return execution.run(operation, new RequestContext(gateway, caller));
  }

  private async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    sent: { readonly document: ReadDocument; readonly submission: Submission; readonly format: Format },
    { data, errors }: ExecutionResult,
  ): Promise<FastifyReply> {
    const { document, submission, format } = sent;
    const audience = audienceOf(request);
    if (errors) {
      const cause = errors[0]?.originalError;
      if (cause instanceof Refusal && cause.says.key === "unsealed") {
        const { submissionKey } = document.content as { readonly submissionKey: string };
        reply.header("location", `/exchange/receipts/${encodeURIComponent(submissionKey)}`).header("retry-after", "1");
        return this.send(
          request,
          reply,
          202,
          problem(202, "ACCEPTED", inWords(cause.says, audience.locale), request.id),
          format,
        );
      }
      const presented = this.parts.errors.present(errors, audience);
      const wait = retryAfter(presented);
      if (wait !== null) reply.header("retry-after", wait);
      const [first] = presented;
      const code = String(first?.extensions?.["code"]);
      const path = (first?.extensions?.["path"] ?? []) as readonly string[];
      const status = code === "CONFLICT" ? 409 : first ? statusOf(first) : 500;
      const where = submission.documentPath(path[0] === "input" ? path.slice(1) : path);
      const faults =
        path.length > 0
          ? { violations: [answeredFault("R13.2", where, document.placeOf(where), first?.message ?? "")] }
          : {};
      return this.send(request, reply, status, problem(status, code, first?.message ?? "", request.id, faults), format);
    }
    const result = data?.["result"] as { readonly __typename: string };
    if (result.__typename === "SubmissionRejected") {
      const { reference, receivedAt, violations } = result as unknown as RejectedAnswer;
      const title = inWords(say("documentRejected", {}), audience.locale);
      const faults = violations.map(({ rule, path, message }) => {
        const where = submission.documentPath(path.slice(1));
        return answeredFault(rule, where, document.placeOf(where), message);
      });
      const more = { reference, receivedAt, violations: faults };
      return this.send(request, reply, 422, problem(422, "SUBMISSION_REJECTED", title, request.id, more), format);
    }
    const { actor } = (this.reception.callerOf(request) as HttpCaller).session;
    const receipt = receiptOf(submission, actor.party.code, result as unknown as AcceptedAnswer);
    const wanted = acceptedFormat(request.headers.accept) ?? "json";
    const body = Buffer.from(writeReceipt(receipt, wanted));
    this.reception.keepUnread(reply, actor, body.length, true);
    const place = placeOf(submission.act, receipt);
    if (place !== null) reply.header("location", place);
    return reply.code(200).type(DOCUMENT_TYPES[wanted]).send(body);
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    given: Problem,
    format: Format,
  ): Promise<FastifyReply> {
    await this.reception.holdBack(request, reply, status);
    return reply
      .code(status)
      .type(PROBLEM_TYPES[format])
      .send(Buffer.from(writeProblem(given, format)));
  }

  /** What was thrown, as a problem: in the format of the document, where there is one. */
  private async refuse(
    error: FastifyError | Error,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    if (this.reception.hasGone(request, error)) return reply.hijack();
    const { config, errors } = this.parts;
    const audience = audienceOf(request);
    const format = formatOf(request.headers["content-type"]) ?? acceptedFormat(request.headers.accept) ?? "json";
    if (error instanceof Unreadable) {
      const title = inWords(error.says, audience.locale);
      const violations = [answeredFault("R13.2", [], error.place, title)];
      return this.send(
        request,
        reply,
        error.status,
        problem(error.status, "DOCUMENT_UNREADABLE", title, request.id, { violations }),
        format,
      );
    }
    if (error instanceof FormRefusal) {
      const violations = error.faults.map(({ path, place, says }) =>
        answeredFault("R13.2", path, place, inWords(says, audience.locale)),
      );
      const title = inWords(say("documentUnfit", {}), audience.locale);
      return this.send(request, reply, 400, problem(400, "DOCUMENT_UNFIT", title, request.id, { violations }), format);
    }
    const refusal = error instanceof Refusal ? error : httpFault(error as FastifyError, config.bodyBytes);
    const presented = errors.presentThrown(refusal ?? error, audience);
    if (refusal instanceof HttpRefusal) reply.headers(refusal.headers);
    const wait = retryAfter([presented]);
    if (wait !== null) reply.header("retry-after", wait);
    const status = refusal instanceof HttpRefusal ? refusal.status : statusOf(presented);
    const code = String(presented.extensions?.["code"]);
    return this.send(request, reply, status, problem(status, code, presented.message, request.id), format);
  }
}

/** Where the document is from now on; null where it has no address of its own. */
function placeOf(act: SubmissionAct, { number, revision }: Receipt): string | null {
  if (act === "incident.report") return `/exchange/incident-reports/${number}`;
  if (act === "card.submit" || act === "card.amend") return `/exchange/incident-cards/${number}/revisions/${revision}`;
  return null;
}

/** `Idempotency-Key` may repeat the document's key, as a string of RFC 9651. */
function judgeKey({ headers }: FastifyRequest, submissionKey: string): void {
  const given = headers["idempotency-key"];
  if (given === undefined) return;
  const quoted = /^"((?:[^"\\]|\\["\\])*)"$/.exec(String(given))?.[1]?.replaceAll(/\\(["\\])/g, "$1");
  if (quoted !== submissionKey) throw new HttpRefusal(400, say("idempotencyKey", {}));
}
