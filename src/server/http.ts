import { randomUUID } from "node:crypto";
import { STATUS_CODES, type IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { fastify, type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { OperationTypeNode, type GraphQLSchema } from "graphql";
import type { Authentication } from "../access/authenticate.js";
import type { Session } from "../access/session.js";
import { SECOND } from "../domain/instant.js";
import type { Actor } from "../domain/parties.js";
import { Refusal, unansweredAtEnd } from "../domain/refusal.js";
import { authorize } from "../access/authorize.js";
import { negotiateLocale, say } from "../domain/wording/wording.js";
import type { Config } from "../platform/config.js";
import type { Metrics } from "../platform/metrics.js";
import type { Caller, Gateway } from "../operation/request-context.js";
import { Apollo } from "./apollo.js";
import type { AddressOf } from "./caller-address.js";
import { Draining } from "./draining.js";
import type { Audience, ErrorDesk } from "./errors.js";
import type { Execution } from "./execution.js";
import { answerExpectations } from "./expectations.js";
import { answerHalfClosed } from "./half-closed.js";
import { graphiqlAssets, GRAPHIQL_PAGE, graphiqlPolicy } from "./graphiql.js";
import { hangUp } from "./hang-up.js";
import { Holdings } from "./holdings.js";
import { readBody, readRequest, readWhole } from "./graphql-request.js";
import { bodyTooLarge, headFault, httpFault, HttpRefusal, retryAfter, statusOf } from "./http-refusal.js";
import { operationOf } from "./operation.js";
import type { Preparation } from "./prepare-operation.js";
import { Readiness } from "./readiness.js";
import type { Bodies } from "./bodies.js";
import type { HeldRefusals } from "./held-refusals.js";
import { boundPipelining, onlyListener } from "./pipelining.js";
import { PublicFiles } from "./public-files.js";
import { schemaText } from "./schema.js";
import { RequestsUnderWay } from "./requests-under-way.js";
import { endUnread } from "./unread-bodies.js";
import { mayUpgrade } from "./upgrade.js";

/** RFC 6585, section 4: the status of RATE_LIMITED. */
const TOO_MANY = 429;

interface Parts {
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
}

let schemaAsFile: Promise<{ readonly type: string; readonly body: Buffer }> | null = null;

/** Printed when it is first fetched: that takes a tenth of a second, which no start has to wait for. */
function schemaFile(): NonNullable<typeof schemaAsFile> {
  schemaAsFile ??= schemaText().then((text) => ({ type: "text/plain; charset=utf-8", body: Buffer.from(text) }));
  return schemaAsFile;
}

/** The caller of a GraphQL request. */
interface HttpCaller extends Caller {
  readonly session: Session;
  readonly holdings: Holdings;
}

/** Milliseconds in which a request's head has to arrive, and the interval at which late ones are looked for. */
const HEAD_TIMEOUT = 20_000;
const LATE_CHECK = 2_000;
/** Bytes of an answer that any client that reads at all fetches at once; and the bytes per second expected for the rest. */
const SMALL = 65_536;
const SLOWEST = 32_768;

/** The HTTP side of the gateway: GraphQL, GraphiQL, the schema's SDL, health. `drain` answers what has arrived, then closes. */
export async function createHttp(parts: Parts): Promise<{
  readonly app: FastifyInstance;
  readonly drain: () => Promise<void>;
  /** Whether every request on a connection has been answered. */
  readonly isFree: (socket: Socket) => boolean;
}> {
  const { gateway, errors, config, preparation, authentication, addressOf, held, bodies, metrics } = parts;
  const apollo = await Apollo.start(parts);
  const app = fastify({
    logger: false,
    bodyLimit: config.bodyBytes,
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
    frameworkErrors: (error, request, reply) => void answerFault(error, request, reply),
    clientErrorHandler: (error, socket) => {
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
  const unanswered = new Set<FastifyReply>();
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
    // Here and not in a handler, since by then an unauthenticated caller's body would have been read.
    if (is404 && /^\/graphql(\?|$)/.test(url))
      throw new HttpRefusal(405, say("methodUnfit", { allowed: "GET, POST" }), { allow: "GET, POST" });
    if (is404) throw new Refusal("NOT_FOUND", say("addressUnknown", {}));
  });
  app.addHook("onSend", async (request, reply) => {
    callers.get(request)?.holdings.giveBack();
    // The clock that the terms are measured by, so that clients can compare their own (RFC 9110, section 6.6.1).
    reply.header("date", new Date(gateway.clock.now()).toUTCString());
    reply.header("x-content-type-options", "nosniff").header("referrer-policy", "no-referrer");
    const isLast = await draining.isLast(request.raw.socket);
    // After offering an upgrade and being refused, a client has nothing more to send over HTTP.
    if (isLast || (request.headers.upgrade !== undefined && reply.statusCode >= 400))
      reply.header("connection", "close");
  });
  app.get("/", (_, reply) => reply.redirect("/graphql"));
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
  for (const { path, ...file } of await graphiqlAssets())
    app.get(path, (request, reply) => files.send(request, reply.header("cache-control", "public, max-age=3600"), file));

  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", async (request: FastifyRequest, payload: IncomingMessage) => {
    if (Number(request.headers["content-length"]) > config.bodyBytes) throw bodyTooLarge(config.bodyBytes);
    const caller = callers.get(request);
    const isTold = request.headers["content-length"] !== undefined;
    const growing = caller && !isTold ? bodies.growing(caller.session.actor) : null;
    if (growing) caller?.holdings.add(growing.giveBack);
    const body = await readWhole(payload, config.bodyBytes, (bytes) => growing?.grow(bytes));
    if (caller && bodies.isLarge(body.length)) {
      const { session, signal, holdings } = caller;
      // It counts as received now, however long it waits here.
      const receivedAt = gateway.clock.now();
      holdings.add(gateway.actsUnderWay.begin(receivedAt));
      holdings.add(await bodies.turn(session.actor, signal));
      callers.set(request, { ...caller, receivedAt, isLarge: true });
    }
    return readBody(request, body);
  });

  const callers = new WeakMap<FastifyRequest, HttpCaller>();
  app.route({
    method: ["GET", "POST"],
    url: "/graphql",
    // Before its body is read: an unauthenticated caller costs one look at a header.
    async onRequest(request, reply) {
      if (wantsPage(request)) return;
      const { locale, requestId } = audienceOf(request);
      const address = addressOf(request.raw);
      const signal = underWay.whileAwaited(reply.raw);
      const holdings = new Holdings();
      underWay.whenOver(reply.raw, () => holdings.giveBack());
      const who = await authentication.presume({ authorization: request.headers.authorization, address, signal });
      const told = request.headers["content-length"];
      const { actor } = who.session;
      callers.set(request, { ...who, locale, origin: { requestId, address, door: "graphql" }, signal, holdings });
      // Too much is not read; the size of a chunked body shows only as it arrives.
      const length = Math.min(Number(told ?? 0), config.bodyBytes);
      holdings.add(bodies.begin(actor, length));
      bodies.charge(actor, length);
    },
    async handler(request, reply) {
      const caller = callers.get(request);
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
        await holdBack(request, reply, status);
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
      await holdBack(request, reply, status);
      // Encoded once: however slowly it is fetched, only these bytes are kept.
      const bytes = Buffer.from(body);
      keepUnread(reply, actor, bytes.length, isAct);
      return reply.code(status).headers(Object.fromEntries(headers)).send(bytes);
    },
  });
  app.setErrorHandler((error: FastifyError, request, reply) => answerFault(error, request, reply));

  function answerErrors(
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    presented: ReturnType<ErrorDesk["present"]>,
  ): FastifyReply {
    const wait = retryAfter(presented);
    if (wait !== null) reply.header("retry-after", wait);
    const bytes = Buffer.from(JSON.stringify({ errors: presented }));
    const caller = callers.get(request);
    if (caller) keepUnread(reply, caller.session.actor, bytes.length);
    return reply.code(status).type(answerTypeFor(request)).send(bytes);
  }

  /** An answer counts against its party until it is fetched, and there is a time limit for that. */
  function keepUnread(reply: FastifyReply, actor: Actor, bytes: number, isAct = false): void {
    if (bytes <= SMALL) return;
    const giveBack = bodies.keepUnread(actor, bytes, isAct);
    const patience = config.requestTimeout + (bytes / SLOWEST) * SECOND;
    const late = setTimeout(() => reply.raw.destroy(), patience).unref();
    underWay.whenOver(reply.raw, () => {
      clearTimeout(late);
      giveBack();
    });
  }

  async function answerFault(
    error: FastifyError | Refusal,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    // The client left while waiting for its turn, or sent only half of its body.
    const hasGone = error === callers.get(request)?.signal.reason || (request.raw.destroyed && !request.raw.complete);
    if (hasGone) return reply.hijack();
    const refusal = error instanceof Refusal ? error : httpFault(error, config.bodyBytes);
    const presented = errors.presentThrown(refusal ?? error, audienceOf(request));
    if (refusal instanceof HttpRefusal) reply.headers(refusal.headers);
    const status = refusal instanceof HttpRefusal ? refusal.status : statusOf(presented);
    await holdBack(request, reply, status);
    return answerErrors(request, reply, status, [presented]);
  }

  /** An answer that its party asks too much is delayed, or is the last on its connection. */
  async function holdBack(request: FastifyRequest, reply: FastifyReply, status: number): Promise<void> {
    const caller = callers.get(request);
    if (status !== TOO_MANY || !caller) return;
    // Only the refused client waits for a refusal.
    caller.holdings.giveBack();
    if (!(await held.hold(caller.session.actor.party.id, caller.signal))) reply.header("connection", "close");
  }

  return {
    app,
    drain: () =>
      draining.drain(config.drainTime, () => {
        for (const reply of unanswered) if (!reply.sent) reply.send(unansweredAtEnd());
      }),
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

function audienceOf(request: FastifyRequest): Audience {
  return { locale: negotiateLocale(request.headers["accept-language"]), requestId: request.id };
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
