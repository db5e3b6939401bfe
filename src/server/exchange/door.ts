import type { IncomingMessage } from "node:http";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { DOCUMENT_KINDS, DOCUMENTS, type DocumentKind } from "../../domain/forms/documents.js";
import { Refusal } from "../../domain/refusal.js";
import { say } from "../../domain/wording/wording.js";
import { exchangeSchemas } from "../../exchange/schemas.js";
import { Press } from "../../paper/press.js";
import type { Gateway } from "../../operation/request-context.js";
import type { Config } from "../../platform/config.js";
import type { Bodies } from "../bodies.js";
import { Shares } from "../../platform/shares.js";
import type { ErrorDesk } from "../errors.js";
import type { Execution } from "../execution.js";
import { expectUtf8, HttpRefusal } from "../http-refusal.js";
import type { Preparation } from "../prepare-operation.js";
import type { PublicFiles } from "../public-files.js";
import { audienceOf, type Reception } from "../reception.js";
import { Asking } from "./asking.js";
import { BodyReader } from "./body.js";
import { Desk } from "./desk.js";
import { Giving, nothingHere } from "./giving.js";
import { acceptedFormat, ALLOWED_TYPES, formatOf, isNdjson, NDJSON } from "./negotiation.js";
import { Listing } from "./listing.js";
import { Methods } from "./methods.js";
import { Printing, type Print } from "./printing.js";
import { Refusals } from "./refusals.js";
import { Registers } from "./registers.js";
import { Submitting } from "./submitting.js";
import { Taking } from "./taking.js";

type Parts = ConstructorParameters<typeof Registers>[0] & {
  readonly gateway: Gateway;
  readonly preparation: Preparation;
  readonly execution: Execution;
  readonly errors: ErrorDesk;
  readonly bodies: Bodies;
  readonly config: Config;
  /** Aborted when the gateway ends. */
  readonly ending: AbortSignal;
};

/** Sheets of one party that are printed or wait for it. */
const PRINTS = 4;

interface Named {
  readonly Params: { readonly name: string; readonly revision?: string };
  readonly Querystring: { readonly since?: unknown };
}

/**
 * R13.2: documents in JSON and XML over HTTP, beside GraphQL. A document is read by its form and goes through the mutation that takes
 * the same: one set of rights, keys, limits, rules and words. Errors are problems (RFC 9457) in the format of the document.
 */
export class ExchangeDoor {
  private readonly desk: Desk;
  private readonly refusals: Refusals;
  private readonly taking: Taking;
  private readonly giving: Giving;
  private readonly listing: Listing;
  private readonly press = new Press({ places: new Shares(PRINTS) });
  private readonly printing: Printing;
  private readonly registers: Registers;

  constructor(
    private readonly parts: Parts,
    private readonly reception: Reception,
    private readonly files: PublicFiles,
  ) {
    const asking = new Asking(parts);
    this.desk = new Desk(reception);
    this.refusals = new Refusals(parts.errors, parts.config);
    const submitting = new Submitting(parts, asking, this.refusals);
    this.taking = new Taking(this.desk, { ...parts, submitting, refusals: this.refusals }, reception);
    this.giving = new Giving(asking, this.desk);
    this.listing = new Listing(asking, this.desk);
    this.printing = new Printing(asking, this.desk, parts.execution, this.press, parts.config.publicUrl);
    this.registers = new Registers(parts, this.printing, reception);
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
    const methods = new Methods();
    scope.addHook("onRoute", ({ url, method }) => methods.add(url, method));
    // Whatever else is asked for below this address is refused as a problem too; by the hook, before its body is read.
    const unknown = ({ url }: FastifyRequest): never => {
      throw methods.refusal(url) ?? nothingHere();
    };
    scope.setNotFoundHandler(unknown);
    scope.addHook("onRequest", async (request) => (request.is404 ? unknown(request) : undefined));
    this.registerTaking(scope);
    this.registerGiving(scope);
    if (this.parts.config.isSchemaPublic) this.registerSchemas(scope);
  }

  /** Answers what was thrown, also before there was a route. */
  async refuse(error: FastifyError, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    if (this.reception.hasGone(request, error)) return reply.hijack();
    return this.desk.refuse(request, reply, this.refusals.thrown(error, audienceOf(request)));
  }

  private registerTaking(scope: FastifyInstance): void {
    const { taking } = this;
    const admitted = { onRequest: async (request: FastifyRequest, reply: FastifyReply) => this.admit(request, reply) };
    const kinds: readonly (readonly [string, DocumentKind | null])[] = [
      ...DOCUMENT_KINDS.map((kind) => [DOCUMENTS[kind].path, kind] as const),
      ["documents", null],
    ];
    for (const [path, kind] of kinds)
      scope.post(`/${path}`, admitted, (request, reply) => taking.submit(request, reply, kind));
    scope.post("/validate", admitted, (request, reply) => taking.validate(request, reply));
    scope.post("/canonical", admitted, (request, reply) => taking.canonical(request, reply));
  }

  private registerGiving(scope: FastifyInstance): void {
    const { giving, listing } = this;
    const onRequest = (request: FastifyRequest, reply: FastifyReply) => this.reception.admit(request, reply, "json");
    const get = (
      path: string,
      answer: (request: FastifyRequest<Named>, reply: FastifyReply) => Promise<FastifyReply>,
    ) => scope.get<Named>(path, { onRequest }, answer);
    get("/incident-cards/:name", (request, reply) => this.card(request, reply));
    get("/incident-cards/:name/revisions/:revision", (request, reply) => this.card(request, reply));
    get("/incident-reports/:name", (request, reply) => giving.report(request, reply, request.params.name));
    for (const kind of ["threatAnalysis", "eventAnalysis"] as const)
      get(`/${DOCUMENTS[kind].path}/:name`, (request, reply) =>
        giving.analysis(request, reply, request.params.name, kind),
      );
    get("/incident-cards", (request, reply) => listing.cards(request, reply));
    get("/notifications", (request, reply) => listing.notifications(request, reply));
    get("/notifications/:name", (request, reply) => listing.notification(request, reply, request.params.name));
    const { registers } = this;
    scope.get<Named>(
      "/registers/:name",
      // No HEAD: whoever takes a register out gets it.
      { onRequest: (request, reply) => this.reception.admit(request, reply), exposeHeadRoute: false },
      (request, reply) => registers.take(request, reply, request.params.name),
    );
    get("/receipts/:name", (request, reply) => giving.receipt(request, reply, request.params.name));
  }

  /**
   * A card, its last revision or the one that is named: as it was sent, or (`.pdf`, `.html`) on paper; with `since`, what differs
   * in it from that revision.
   */
  private card(request: FastifyRequest<Named>, reply: FastifyReply): Promise<FastifyReply> {
    const { name, revision } = request.params;
    const [, last = "", print] = /^(.*?)(?:\.(pdf|html))?$/i.exec(revision ?? name) ?? [];
    if (revision !== undefined && !REVISION.test(last)) throw nothingHere();
    const number = revision === undefined ? last : name;
    const wanted = revision === undefined ? null : Number(last);
    const { since } = request.query;
    if (since !== undefined)
      return this.printing.differences(request, reply, (print?.toLowerCase() as Print | undefined) ?? null, number, {
        since: revisionIn(since),
        revision: wanted,
      });
    if (print === undefined) return this.giving.card(request, reply, number, wanted);
    return this.printing.card(request, reply, print.toLowerCase() as Print, number, wanted);
  }

  private registerSchemas(scope: FastifyInstance): void {
    const schemas = exchangeSchemas();
    scope.get<Named>("/schema/:name", (request, reply) => {
      const { name } = request.params;
      const text = schemas.get(name);
      if (text === undefined) throw nothingHere();
      const type = name.endsWith(".xsd") ? "application/xml; charset=utf-8" : "application/json; charset=utf-8";
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
      const allowed = takesBatches(request) ? `${ALLOWED_TYPES}, ${NDJSON}` : ALLOWED_TYPES;
      throw new HttpRefusal(415, say("documentType", { allowed }), { "accept-post": allowed });
    }
    expectUtf8(headers["content-type"]);
    if (!/^(identity|gzip)$/i.test(encoding))
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
const OF_ONE: readonly (string | undefined)[] = ["/exchange/validate", "/exchange/canonical"];

function takesBatches({ routeOptions }: FastifyRequest): boolean {
  return !OF_ONE.includes(routeOptions.url);
}
