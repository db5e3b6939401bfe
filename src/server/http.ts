import { randomUUID } from "node:crypto";
import { STATUS_CODES, type IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { fastify, type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { OperationTypeNode, type GraphQLSchema } from "graphql";
import type { Authentication } from "../access/authenticate.js";
import { EXPORTS } from "../domain/exports.js";
import { EXCHANGE } from "../domain/forms/addresses.js";
import { Refusal, unansweredAtEnd } from "../domain/refusal.js";
import { authorize } from "../access/authorize.js";
import { say } from "../domain/wording/wording.js";
import type { Config } from "../platform/config.js";
import type { Metrics } from "../platform/metrics.js";
import type { Gateway } from "../operation/request-context.js";
import { Apollo } from "./apollo.js";
import type { AddressOf } from "./caller-address.js";
import { serveConsole, type BuiltConsole, type NoConsole } from "./console.js";
import { Draining } from "./draining.js";
import type { ErrorDesk } from "./errors.js";
import type { Execution } from "./execution.js";
import { ExchangeDoor } from "./exchange/door.js";
import { ExportDoor } from "./exports/export-door.js";
import { answerExpectations } from "./expectations.js";
import { answerHalfClosed } from "./half-closed.js";
import { graphiqlAssets, GRAPHIQL_PAGE, graphiqlPolicy } from "./graphiql.js";
import { hangUp } from "./hang-up.js";
import { readBody, readRequest } from "./graphql-request.js";
import { statusOf } from "./error-status.js";
import { headFault, httpFault, HttpRefusal, retryAfter } from "./http-refusal.js";
import { operationOf } from "./operation.js";
import type { Preparation } from "./prepare-operation.js";
import { Readiness } from "./readiness.js";
import { audienceOf, Reception } from "./reception.js";
import type { Bodies } from "./bodies.js";
import type { HeldRefusals } from "./held-refusals.js";
import { boundPipelining, onlyListener } from "./pipelining.js";
import { PublicFiles } from "./public-files.js";
import { schemaText } from "./schema.js";
import { RequestsUnderWay } from "./requests-under-way.js";
import { endUnread } from "./unread-bodies.js";
import { mayUpgrade } from "./upgrade.js";

type Parts = Omit<ConstructorParameters<typeof ExchangeDoor>[0], "ending"> &
  ConstructorParameters<typeof ExportDoor>[0] & {
    readonly held: HeldRefusals;
    readonly bodies: Bodies;
    readonly metrics: Metrics;
    readonly gateway: Gateway;
    readonly schema: GraphQLSchema;
    readonly preparation: Preparation;
    readonly execution: Execution;
    readonly errors: ErrorDesk;
    readonly authentication: Authentication;
    readonly addressOf: AddressOf;
    readonly config: Config;
    readonly console: BuiltConsole | NoConsole;
  };

let schemaAsFile: Promise<{ readonly type: string; readonly body: Buffer }> | null = null;

/** Printed when it is first fetched: that takes a tenth of a second, which no start has to wait for. */
function schemaFile(): NonNullable<typeof schemaAsFile> {
  schemaAsFile ??= schemaText().then((text) => ({ type: "text/plain; charset=utf-8", body: Buffer.from(text) }));
  return schemaAsFile;
}

/** Milliseconds in which a request's head has to arrive, and the interval at which late ones are looked for. */
const HEAD_TIMEOUT = 20_000;
const LATE_CHECK = 2_000;
/** The HTTP side of the gateway: GraphQL, GraphiQL, the console, the schema's SDL, health. `drain` answers what has arrived, then closes. */
export async function createHttp(parts: Parts): Promise<{
  readonly app: FastifyInstance;
  readonly drain: () => Promise<void>;
  /** Whether every request on a connection has been answered. */
  readonly isFree: (socket: Socket) => boolean;
}> {
  const { gateway, errors, config, preparation, authentication, addressOf, bodies, metrics } = parts;
  const apollo = await Apollo.start(parts);
  const app = fastify({
    logger: false,
    bodyLimit: config.bodyBytes,
    // A receipt's address has its key in it.
    routerOptions: { maxParamLength: Math.max(config.limits.submissionKey, 128) },
    genReqId: () => randomUUID(),
    // We drain ourselves: Fastify would turn away what arrives while it closes.
    return503OnClosing: false,
    requestTimeout: config.requestTimeout,
    // Long enough for a stalled request to get its 408 first.
    connectionTimeout: config.requestTimeout + 2 * LATE_CHECK,
    http: {
      headersTimeout: Math.min(HEAD_TIMEOUT, config.requestTimeout),
      connectionsCheckingInterval: LATE_CHECK,
      // Refused here like everything else: Node would do it itself, bypassing our limits.
      requireHostHeader: false,
      // Answers come in the order of their requests (RFC 9112, section 9.3.2), and a 101 would overtake the others.
      shouldUpgradeCallback: (request) => mayUpgrade(request) && draining.isFree(request.socket),
    },
    frameworkErrors: (error, request, reply) =>
      void (isOfExchange(request.raw.url)
        ? exchange.refuse(error, request, reply)
        : answerFault(error, request, reply)),
    clientErrorHandler: (error, socket) => {
      const arriving = underWay.of(socket).find(({ req }) => !req.complete)?.req;
      if (arriving && reception.isBatch(arriving)) {
        // Its results are under way: nothing else may be written between them.
        if (error.code !== "ERR_HTTP_REQUEST_TIMEOUT") hangUp(socket);
        return;
      }
      // Earlier requests are answered first; after that nothing more is read from the connection.
      const before = underWay.of(socket).findLast(({ req }) => req.complete);
      socket.pause();
      if (before && socket.writable) underWay.whenOver(before, () => answerHeadFault(error, socket, errors));
      else answerHeadFault(error, socket, errors);
    },
  });
  const answer = onlyListener(app.server);
  const underWay = new RequestsUnderWay(app.server);
  const draining = new Draining(app.server, underWay);
  answerHalfClosed(app.server, underWay);
  boundPipelining(app.server, underWay, answer);
  answerExpectations(app);
  endUnread(app);
  const reception = new Reception(parts, underWay);
  const unanswered = new Set<FastifyReply>();
  const ending = new AbortController();
  app.addHook("onClose", () => apollo.stop());
  const readiness = new Readiness(gateway);

  app.addHook("onRequest", async ({ raw, is404 }, reply) => {
    unanswered.add(reply);
    underWay.whenOver(reply.raw, () => unanswered.delete(reply));
    const { url = "" } = raw;
    if (mayUpgrade(raw)) throw new HttpRefusal(400, say("upgradeBehind", {}));
    // The router would take `*` and `?` for `/`. A target that is a whole URL is meant for proxies.
    const isPath = url.startsWith("/") && !url.startsWith("//");
    if (!isPath && !(/^https?:/i.test(url) && URL.canParse(url)))
      throw new HttpRefusal(400, say("targetUnreadable", {}), { connection: "close" });
    // RFC 9112, section 3.2.
    if (raw.httpVersion !== "1.0" && raw.headersDistinct["host"]?.length !== 1)
      throw new HttpRefusal(400, say("hostUnfit", {}), { connection: "close" });
    // Node takes off `chunked` alone, and would hand on what else the body is coded by (RFC 9112, section 6.1).
    const coding = raw.headers["transfer-encoding"];
    if (coding !== undefined && !/^chunked$/i.test(coding))
      throw new HttpRefusal(501, say("transferUnfit", { coding: coding.slice(0, 40) }), { connection: "close" });
    // Here and not in a handler, since by then an unauthenticated caller's body would have been read.
    if (is404 && /^\/graphql(\?|$)/.test(url))
      throw new HttpRefusal(405, say("methodUnfit", { allowed: "GET, POST" }), { allow: "GET, POST" });
    if (is404 && !isOfExchange(url)) throw new Refusal("NOT_FOUND", say("addressUnknown", {}));
  });
  app.addHook("onSend", async (request, reply) => {
    reception.callerOf(request)?.holdings.giveBack();
    // The clock that the terms are measured by, so that clients can compare their own (RFC 9110, section 6.6.1).
    reply.header("date", new Date(gateway.clock.now()).toUTCString());
    reply.header("x-content-type-options", "nosniff").header("referrer-policy", "no-referrer");
    const isLast = await draining.isLast(request.raw.socket);
    // After offering an upgrade and being refused, a client has nothing more to send over HTTP.
    if (isLast || (request.headers.upgrade !== undefined && reply.statusCode >= 400))
      reply.header("connection", "close");
  });
  // Before the routes: a scope that is waited for takes those before it with the handler that there is then.
  app.setErrorHandler((error: FastifyError, request, reply) => answerFault(error, request, reply));
  app.get("/health/live", () => ({ status: "live" }));
  app.get("/health/ready", async (_, reply) => {
    const reason = draining.isOn ? "the gateway is shutting down" : await readiness.objection();
    return reply
      .code(reason === null ? 200 : 503)
      .send(reason === null ? { status: "ready" } : { status: "not ready", reason });
  });
  if (config.metricsAddress === null)
    app.get("/metrics", async (request, reply) => {
      const { authorization } = request.headers;
      const address = addressOf(request.raw);
      const { actor } = await authentication.session({
        authorization,
        address,
        signal: underWay.whileAwaited(reply.raw),
      });
      authorize(actor, "metrics.read");
      return reply.type(metrics.contentType).send(await metrics.text());
    });
  const files = new PublicFiles(addressOf);
  if (config.isSchemaPublic)
    app.get("/schema.graphql", async (request, reply) => files.send(request, reply, await schemaFile()));
  serveConsole(app, files, parts.console);
  for (const { path, ...file } of await graphiqlAssets())
    app.get(path, (request, reply) => files.send(request, reply.header("cache-control", "public, max-age=3600"), file));

  const exchange = new ExchangeDoor({ ...parts, ending: ending.signal }, reception, files);
  // A scope of its own: its bodies and its errors are not GraphQL's.
  await app.register((scope) => exchange.register(scope), { prefix: EXCHANGE });
  const exported = new ExportDoor(parts, reception);
  // No HEAD: an address works once.
  app.get<{ readonly Params: { readonly secret: string } }>(
    `${EXPORTS}/:secret`,
    { exposeHeadRoute: false },
    (request, reply) => exported.fetch(request, reply, request.params.secret),
  );
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", async (request: FastifyRequest, payload: IncomingMessage) =>
    readBody(request, await reception.receive(request, payload)),
  );

  app.route({
    method: ["GET", "POST"],
    url: "/graphql",
    async onRequest(request, reply) {
      if (!wantsPage(request)) await reception.admit(request, reply, "graphql");
    },
    async handler(request, reply) {
      const caller = reception.callerOf(request);
      if (!caller)
        return reply
          .type("text/html; charset=utf-8")
          .header("content-security-policy", graphiqlPolicy(request.headers.host))
          .send(GRAPHIQL_PAGE);
      const asked = readRequest(request);
      // Prepared here, as on a socket; Apollo sees only what may run.
      const document =
        asked.query === undefined ? null : preparation.document(asked.query, caller.session?.actor ?? null);
      if (document !== null && !("kind" in document)) {
        const presented = errors.present(document, audienceOf(request));
        const status = presented[0] ? statusOf(presented[0]) : 400;
        await reception.holdBack(request, reply, status);
        return answerErrors(request, reply, status, presented);
      }
      const operation = document && operationOf(document, asked.operationName);
      const isAct = operation?.operation === OperationTypeNode.MUTATION;
      if (request.method !== "POST" && isAct) throw new HttpRefusal(405, say("changeByGet", {}), { allow: "POST" });
      const { actor } = caller.session;
      // Otherwise everything that waits for its turn meanwhile would be let through at once.
      const asking = { ...caller, onTurn: () => bodies.expectFetching(actor, isAct) };
      const isAnswered = isAct ? gateway.actsUnderWay.begin(caller.receivedAt ?? gateway.clock.now()) : () => undefined;
      const { status, headers, body } = await apollo.answer(asked, request.headers.accept, asking).finally(isAnswered);
      await reception.holdBack(request, reply, status);
      // Encoded once: however slowly it is fetched, only these bytes are kept.
      const bytes = Buffer.from(body);
      reception.keepUnread(reply, actor, bytes.length, isAct);
      return reply.code(status).headers(Object.fromEntries(headers)).send(bytes);
    },
  });

  function answerErrors(
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    presented: ReturnType<ErrorDesk["present"]>,
  ): FastifyReply {
    const wait = retryAfter(presented);
    if (wait !== null) reply.header("retry-after", wait);
    const bytes = Buffer.from(JSON.stringify({ errors: presented }));
    const caller = reception.callerOf(request);
    if (caller) reception.keepUnread(reply, caller.session.actor, bytes.length);
    return reply.code(status).type(answerTypeFor(request)).send(bytes);
  }

  async function answerFault(
    error: FastifyError | Refusal,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    if (reception.hasGone(request, error)) return reply.hijack();
    const refusal = error instanceof Refusal ? error : httpFault(error, config.bodyBytes);
    const presented = errors.presentThrown(refusal ?? error, audienceOf(request));
    if (refusal instanceof HttpRefusal) reply.headers(refusal.headers);
    const status = refusal instanceof HttpRefusal ? refusal.status : statusOf(presented);
    await reception.holdBack(request, reply, status);
    return answerErrors(request, reply, status, [presented]);
  }

  return {
    app,
    drain: async () => {
      ending.abort();
      await draining.drain(config.drainTime, () => {
        // What is under way as a stream is cut off with its connection.
        for (const reply of unanswered) if (!reply.sent && !reply.raw.headersSent) reply.send(unansweredAtEnd());
      });
      await exported.ended();
    },
    isFree: (socket) => draining.isFree(socket),
  };
}

/** Answers what Node could not parse as a request; the language is unknown. */
function answerHeadFault(error: { readonly code?: string }, socket: Socket, errors: ErrorDesk): void {
  if (socket.writableEnded) return;
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const fault = headFault(error.code);
  const body = JSON.stringify({ errors: [errors.presentThrown(fault, { locale: "en", requestId: randomUUID() })] });
  socket.end(
    [
      `HTTP/1.1 ${fault.status} ${STATUS_CODES[fault.status] ?? ""}`,
      "content-type: application/json; charset=utf-8",
      "x-content-type-options: nosniff",
      `content-length: ${Buffer.byteLength(body)}`,
      "connection: close",
      "",
      body,
    ].join("\r\n"),
  );
  hangUp(socket);
}

/** Whether the documents' door answers, in its own form. */
function isOfExchange(url = ""): boolean {
  return url.startsWith(EXCHANGE) && /^([/?]|$)/.test(url.slice(EXCHANGE.length));
}

/** GraphQL over HTTP, section 6.3: which of the two types the caller prefers. */
function answerTypeFor(request: FastifyRequest): string {
  const isModern = request.headers.accept?.includes("application/graphql-response+json");
  return isModern ? "application/graphql-response+json; charset=utf-8" : "application/json; charset=utf-8";
}

/** A browser opening the address, not a program sending a request. */
function wantsPage({ method, headers, raw }: FastifyRequest): boolean {
  return method !== "POST" && (headers.accept ?? "").includes("text/html") && !/[?&]query=/.test(raw.url ?? "");
}
