import type { IncomingMessage } from "node:http";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { ADDRESSES, addressOf, type AddressName, type SegmentsOf } from "../../domain/forms/addresses.js";
import { DOCUMENT_KINDS, DOCUMENTS, type DocumentKind } from "../../domain/forms/documents.js";
import { Refusal } from "../../domain/refusal.js";
import { say } from "../../domain/wording/wording.js";
import { NDJSON_TYPE } from "../../exchange/media-types.js";
import { exchangeSchemas } from "../../exchange/schemas.js";
import type { RegisterService } from "../../features/registers/register.service.js";
import { Press } from "../../paper/press.js";
import type { Config } from "../../platform/config.js";
import { Shares } from "../../platform/shares.js";
import { expectUtf8, httpFault, HttpRefusal } from "../http-refusal.js";
import type { PublicFiles } from "../public-files.js";
import { audienceOf, type Reception } from "../reception.js";
import type { Documents } from "../documents/documents.js";
import { BodyReader } from "./body.js";
import { Responder } from "./responder.js";
import { DocumentHandlers, nothingHere } from "./document-handlers.js";
import { acceptedFormat, ALLOWED_TYPES, DOCUMENT_TYPES, formatOf, isNdjson } from "./negotiation.js";
import { ListHandlers } from "./list-handlers.js";
import { AllowedMethods } from "./allowed-methods.js";
import { PrintHandlers, type Print } from "./print-handlers.js";
import { RegisterHandlers } from "./register-handlers.js";
import { SubmissionHandlers } from "./submission-handlers.js";

interface Parts {
  readonly documents: Documents;
  readonly registers: RegisterService;
  readonly config: Config;
  /** Aborted when the gateway ends. */
  readonly ending: AbortSignal;
}

/** Sheets of one party that are printed or wait for it. */
const PRINTS = 4;

/**
 * R13.2: documents in JSON and XML over HTTP, beside GraphQL. A document is read by its form and goes through the mutation that takes
 * the same: one set of rights, keys, limits, rules and words. Errors are problems (RFC 9457) in the format of the document.
 */
export class ExchangeDoor {
  private readonly responder: Responder;
  private readonly submissions: SubmissionHandlers;
  private readonly given: DocumentHandlers;
  private readonly lists: ListHandlers;
  private readonly press = new Press({ places: new Shares(PRINTS) });
  private readonly prints: PrintHandlers;
  private readonly registers: RegisterHandlers;

  constructor(
    private readonly parts: Parts,
    private readonly reception: Reception,
    private readonly files: PublicFiles,
  ) {
    const { documents, registers, config, ending } = parts;
    const { graph, execution, gateway } = documents;
    this.responder = new Responder(reception);
    this.submissions = new SubmissionHandlers(this.responder, documents, ending, reception);
    this.given = new DocumentHandlers(graph, this.responder);
    this.lists = new ListHandlers(graph, this.responder);
    this.prints = new PrintHandlers(graph, this.responder, execution, this.press, config.publicUrl);
    this.registers = new RegisterHandlers({ gateway, execution, registers }, this.prints, reception);
  }

  /** The routes below `/exchange`, with a reader of bodies and a handler of errors of their own. */
  register(scope: FastifyInstance): void {
    scope.addHook("onClose", async () => this.press.close());
    scope.removeAllContentTypeParsers();
    const bodies = new BodyReader(this.reception, this.parts.config.bodyBytes);
    scope.addContentTypeParser("*", (request: FastifyRequest, payload: IncomingMessage) =>
      bodies.read(request, payload, takesBatches(request)),
    );
    scope.setErrorHandler((error: FastifyError, request, reply) => this.refuse(error, request, reply));
    const methods = new AllowedMethods();
    scope.addHook("onRoute", ({ url, method }) => methods.add(url, method));
    // Whatever else is asked for below this address is refused as a problem too; by the hook, before its body is read.
    const unknown = ({ url }: FastifyRequest): never => {
      throw methods.refusal(url) ?? nothingHere();
    };
    scope.setNotFoundHandler(unknown);
    scope.addHook("onRequest", async (request) => (request.is404 ? unknown(request) : undefined));
    this.registerSubmissions(scope);
    this.registerReading(scope);
    if (this.parts.config.isSchemaPublic) this.registerSchemas(scope);
  }

  /** Answers what was thrown, also before there was a route. */
  async refuse(error: FastifyError, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    if (this.reception.hasGone(request, error)) return reply.hijack();
    const { documents, config } = this.parts;
    const refusal = error instanceof Refusal ? error : httpFault(error, config.bodyBytes);
    const refused = documents.refusals.thrown(refusal ?? error, audienceOf(request));
    if (!(refusal instanceof HttpRefusal)) return this.responder.refuse(request, reply, refused);
    const problem = { ...refused.problem, status: refusal.status };
    return this.responder.refuse(request, reply, { ...refused, problem }, refusal.headers);
  }

  private registerSubmissions(scope: FastifyInstance): void {
    const { submissions } = this;
    const admitted = { onRequest: async (request: FastifyRequest, reply: FastifyReply) => this.admit(request, reply) };
    const kinds: readonly (readonly [string, DocumentKind | null])[] = [
      ...DOCUMENT_KINDS.map((kind) => [`/${DOCUMENTS[kind].path}`, kind] as const),
      [ADDRESSES.documents, null],
    ];
    for (const [path, kind] of kinds)
      scope.post(path, admitted, (request, reply) => submissions.submit(request, reply, kind));
    scope.post(ADDRESSES.validate, admitted, (request, reply) => submissions.validate(request, reply));
    scope.post(ADDRESSES.canonical, admitted, (request, reply) => submissions.canonical(request, reply));
  }

  private registerReading(scope: FastifyInstance): void {
    const { given, lists } = this;
    const onRequest = (request: FastifyRequest, reply: FastifyReply) => this.reception.admit(request, reply, "json");
    const get = <Name extends AddressName>(
      name: Name,
      answer: (request: FastifyRequest, reply: FastifyReply, segments: SegmentsOf<Name>) => Promise<FastifyReply>,
    ) =>
      scope.get(ADDRESSES[name], { onRequest }, (request, reply) =>
        answer(request, reply, request.params as SegmentsOf<Name>),
      );
    get("card", (request, reply, { number }) => this.card(request, reply, number));
    get("cardRevision", (request, reply, { number, revision }) => this.card(request, reply, number, revision));
    get("report", (request, reply, { number }) => given.report(request, reply, number));
    for (const kind of ["threatAnalysis", "eventAnalysis"] as const)
      get(kind, (request, reply, { id }) => given.analysis(request, reply, id, kind));
    get("cards", (request, reply) => lists.cards(request, reply));
    get("notifications", (request, reply) => lists.notifications(request, reply));
    get("notification", (request, reply, { number }) => lists.notification(request, reply, number));
    const { registers } = this;
    scope.get<{ readonly Params: SegmentsOf<"register"> }>(
      ADDRESSES.register,
      // No HEAD: whoever takes a register out gets it.
      { onRequest: (request, reply) => this.reception.admit(request, reply), exposeHeadRoute: false },
      (request, reply) => registers.take(request, reply, request.params.register),
    );
    get("receipt", (request, reply, { submissionKey }) => given.receipt(request, reply, submissionKey));
  }

  /**
   * A card, its last revision or the one that is named: as it was sent, or (`.pdf`, `.html`) on paper; with `since`, what differs
   * in it from that revision.
   */
  private card(request: FastifyRequest, reply: FastifyReply, name: string, revision?: string): Promise<FastifyReply> {
    const [, last = "", print] = /^(.*?)(?:\.(pdf|html))?$/i.exec(revision ?? name) ?? [];
    if (revision !== undefined && !REVISION.test(last)) throw nothingHere();
    const number = revision === undefined ? last : name;
    const wanted = revision === undefined ? null : Number(last);
    const { since } = request.query as { readonly since?: unknown };
    if (since !== undefined)
      return this.prints.differences(request, reply, (print?.toLowerCase() as Print | undefined) ?? null, number, {
        since: revisionIn(since),
        revision: wanted,
      });
    if (print === undefined) return this.given.card(request, reply, number, wanted);
    return this.prints.card(request, reply, print.toLowerCase() as Print, number, wanted);
  }

  private registerSchemas(scope: FastifyInstance): void {
    const schemas = exchangeSchemas();
    scope.get<{ readonly Params: SegmentsOf<"schemaFile"> }>(ADDRESSES.schemaFile, (request, reply) => {
      const { file } = request.params;
      const text = schemas.get(file);
      if (text === undefined) throw nothingHere();
      const type = DOCUMENT_TYPES[file.endsWith(".xsd") ? "xml" : "json"];
      return this.files.send(request, reply, { type, body: Buffer.from(text) });
    });
  }

  /** Before the body is read: who sends it, whether it is of a type that is taken, and whether its answer can be. */
  private async admit(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { headers } = request;
    const format = formatOf(headers["content-type"]);
    await this.reception.recognise(request, reply, format ?? "json");
    const encoding = headers["content-encoding"] ?? "identity";
    if (format === null && !(isNdjson(headers["content-type"]) && takesBatches(request))) {
      const allowed = takesBatches(request) ? `${ALLOWED_TYPES}, ${NDJSON_TYPE}` : ALLOWED_TYPES;
      throw new HttpRefusal(415, say("documentType", { allowed }), { "accept-post": allowed });
    }
    expectUtf8(headers["content-type"]);
    if (!/^(identity|(x-)?gzip)$/i.test(encoding))
      throw new HttpRefusal(415, say("encodingUnfit", { encoding: encoding.slice(0, 40) }), {
        "accept-encoding": "gzip",
      });
    if (acceptedFormat(headers.accept) === null)
      throw new HttpRefusal(406, say("documentAnswerType", { allowed: ALLOWED_TYPES }));
  }
}

const REVISION = /^[1-9]\d{0,8}$/;

/** Throws BAD_USER_INPUT at `since` where it is no number of a revision. */
function revisionIn(since: unknown): number {
  if (typeof since !== "string" || !REVISION.test(since))
    throw new Refusal("BAD_USER_INPUT", say("formWhole", {}), ["since"]);
  return Number(since);
}

/** What only judges takes one document. */
const OF_ONE: readonly (string | undefined)[] = [addressOf("validate", {}), addressOf("canonical", {})];

function takesBatches({ routeOptions }: FastifyRequest): boolean {
  return !OF_ONE.includes(routeOptions.url);
}
