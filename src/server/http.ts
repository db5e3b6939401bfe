import { randomUUID } from "node:crypto";
import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { GraphQLError, type ExecutionResult, type GraphQLSchema } from "graphql";
import { resume, tokenHashOf } from "../access/authenticate.js";
import { Refusal } from "../domain/refusal.js";
import { negotiateLocale, say } from "../domain/wording/wording.js";
import type { Config } from "../platform/config.js";
import { directConnection } from "../platform/database.js";
import { RequestContext, type Gateway } from "../request-context.js";
import type { ErrorDesk } from "./errors.js";
import type { Execution } from "./execution.js";
import { graphiqlAssets, GRAPHIQL_PAGE, GRAPHIQL_POLICY } from "./graphiql.js";
import type { Preparation } from "./prepare-operation.js";
import { Readiness } from "./readiness.js";

interface Parts {
  readonly gateway: Gateway;
  readonly schema: GraphQLSchema;
  readonly preparation: Preparation;
  readonly execution: Execution;
  readonly errors: ErrorDesk;
  readonly config: Config;
}

/** What an HTTP request comes with, and why it is not let in, if so. */
interface HttpContext {
  readonly request: RequestContext;
  readonly refusal: Error | null;
}

/** The HTTP side of the gateway: GraphQL, GraphiQL, health. */
export async function createHttp(parts: Parts): Promise<{ readonly app: FastifyInstance; readonly drain: () => void }> {
  const { gateway, errors, config, preparation } = parts;
  const apollo = createApollo(parts);
  await apollo.start();
  const app = fastify({
    logger: false,
    bodyLimit: config.bodyBytes,
    genReqId: () => randomUUID(),
    forceCloseConnections: "idle",
    onProtoPoisoning: "ignore",
    onConstructorPoisoning: "ignore",
  });
  app.addHook("onClose", () => apollo.stop());
  const readiness = new Readiness(gateway);
  let isDraining = false;

  // What was in flight is answered, and its connection is not kept for more.
  app.addHook("onSend", async (_, reply) => {
    // What the terms go by, so that a client can set its own clock beside it (RFC 9110, section 6.6.1).
    reply.header("date", new Date(gateway.clock.now()).toUTCString());
    if (isDraining) reply.header("connection", "close");
  });
  app.get("/health/live", () => ({ status: "live" }));
  app.get("/health/ready", async (_, reply) => {
    const reason = isDraining ? "the gateway is shutting down" : await readiness.objection();
    return reply
      .code(reason === null ? 200 : 503)
      .send(reason === null ? { status: "ready" } : { status: "not ready", reason });
  });
  for (const { path, type, body } of await graphiqlAssets())
    app.get(path, (_, reply) => reply.type(type).header("cache-control", "public, max-age=3600").send(body));

  const graphql = fastifyApolloHandler(apollo, { context: (request, reply) => contextOf(request, reply, gateway) });
  app.route({
    method: ["GET", "POST"],
    url: "/graphql",
    handler(request, reply) {
      if (wantsPage(request))
        return reply
          .type("text/html; charset=utf-8")
          .header("content-security-policy", GRAPHIQL_POLICY)
          .send(GRAPHIQL_PAGE);
      // Prepared here as on a socket; Apollo sees only what may run.
      const source = queryOf(request);
      const prepared = source === null ? null : preparation.document(source, null);
      if (prepared === null || "kind" in prepared) return graphql.call(app, request, reply);
      const answer = JSON.stringify({ errors: errors.present(prepared, audienceOf(request)) });
      return reply.code(400).type(answerTypeFor(request)).send(answer);
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const refusal = new Refusal("NOT_FOUND", say("notFound", {}));
    return reply.code(404).send({ errors: [errors.presentThrown(refusal, audienceOf(request))] });
  });
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const audience = audienceOf(request);
    if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") {
      const limit = config.bodyBytes;
      const refusal = new Refusal("BODY_TOO_LARGE", say("bodyTooLarge", { limit }), [], { limit });
      return reply.code(413).send({ errors: [errors.presentThrown(refusal, audience)] });
    }
    const status = error.statusCode ?? 500;
    if (status >= 500) return reply.code(500).send({ errors: [errors.presentThrown(error, audience)] });
    const extensions = { code: "BAD_REQUEST", requestId: audience.requestId };
    return reply.code(status).send({ errors: [{ message: error.message, extensions }] });
  });
  return { app, drain: () => (isDraining = true) };
}

function createApollo({ schema, execution, errors, preparation }: Parts): ApolloServer<HttpContext> {
  return new ApolloServer<HttpContext>({
    // Apollo takes an executor of one's own through the gateway option only.
    gateway: {
      onSchemaLoadOrUpdate(callback) {
        callback({ apiSchema: schema, coreSupergraphSdl: "" });
        return () => undefined;
      },
      load: () =>
        Promise.resolve({
          executor: async ({ document, request, context: given }) => {
            const { request: context, refusal } = given as HttpContext;
            if (refusal) return shutOut(refusal);
            const operation = { document, operationName: request.operationName, variables: request.variables };
            const faults = execution.faults(operation, "http");
            if (faults.length > 0) return refused(400, faults);
            return execution.run(operation, context).then(answered, shutOut);
          },
        }),
      stop: () => Promise.resolve(),
    },
    introspection: true,
    documentStore: preparedBefore(preparation),
    // A document that comes by its hash alone would not have been prepared.
    persistedQueries: false,
    // Tokens are sent on purpose, never by the browser alone: there is nothing that a foreign page could ride on.
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    plugins: [ApolloServerPluginCacheControlDisabled(), presenting(errors)],
  });
}

/** Documents that were prepared a moment ago: Apollo neither prepares them again nor keeps any of its own. */
function preparedBefore(preparation: Preparation) {
  return {
    get: (key: string) => Promise.resolve(preparation.preparedBefore(key.slice(key.lastIndexOf(":") + 1)) ?? undefined),
    set: () => Promise.resolve(),
    delete: () => Promise.resolve(),
  };
}

/** Whoever is not let in, or was let in on a presumption that does not hold. */
function shutOut(cause: Error) {
  const status = cause instanceof Refusal ? (cause.code === "UNAVAILABLE" ? 503 : 401) : 500;
  return refused(status, [new GraphQLError(cause.message, { originalError: cause })]);
}

/** An answer that holds data, or why it holds none. */
function answered(result: ExecutionResult) {
  if (result.data !== undefined || !result.errors) return result;
  const isLimited = result.errors.some(({ message }) => message === "RATE_LIMITED");
  return { ...result, ...refused(isLimited ? 429 : 400, result.errors) };
}

/** An answer without data: the request was not executed. */
function refused(status: number, found: readonly GraphQLError[]) {
  return {
    errors: found.map((error) => Object.assign(error, { extensions: { ...error.extensions, http: { status } } })),
  };
}

/** Puts the errors of an answer into words, once it is known for whom. */
function presenting(errors: ErrorDesk): ApolloServerPlugin<HttpContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse({ errors: found, contextValue, response }) {
          if (!found || response.body.kind !== "single") return Promise.resolve();
          const { locale, origin } = contextValue.request.caller;
          response.body.singleResult.errors = errors.present(found, { locale, requestId: origin.requestId });
          return Promise.resolve();
        },
      }),
  };
}

async function contextOf(request: FastifyRequest, reply: FastifyReply, gateway: Gateway): Promise<HttpContext> {
  const { locale, requestId } = audienceOf(request);
  const origin = { requestId, address: request.ip };
  const gone = new AbortController();
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  const caller = { session: null, locale, origin, signal: gone.signal };
  try {
    return {
      request: new RequestContext(gateway, { ...caller, ...(await sessionOf(request, gateway)) }),
      refusal: null,
    };
  } catch (error) {
    const refusal = error instanceof Error ? error : new Error(String(error));
    return { request: new RequestContext(gateway, caller), refusal };
  }
}

/** Whose request it is: presumed where the token is known from before, to be asked again while the answer is made. */
async function sessionOf(request: FastifyRequest, { pools, clock, presumptions }: Gateway) {
  const tokenHash = tokenHashOf(request.headers.authorization);
  if (!tokenHash) return { session: null };
  const known = presumptions.of(tokenHash);
  if (known) return { session: known, isPresumed: true };
  const session = await resume(directConnection(pools.vital), tokenHash, clock.now());
  presumptions.remember(session);
  return { session };
}

function audienceOf(request: FastifyRequest) {
  return { locale: negotiateLocale(request.headers["accept-language"]), requestId: request.id };
}

/** GraphQL over HTTP, section 6.3: the type that the caller prefers of the two. */
function answerTypeFor(request: FastifyRequest): string {
  const isModern = request.headers.accept?.includes("application/graphql-response+json");
  return isModern ? "application/graphql-response+json; charset=utf-8" : "application/json; charset=utf-8";
}

/** The document that a request brings; null where it brings none, which Apollo has words for. */
function queryOf(request: FastifyRequest): string | null {
  const source = (request.method === "POST" ? request.body : request.query) as { query?: unknown } | null | undefined;
  return typeof source?.query === "string" ? source.query : null;
}

/** A browser that opens the address, not a program that asks something. */
function wantsPage(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? "";
  const hasQuery = typeof request.query === "object" && request.query !== null && "query" in request.query;
  return request.method === "GET" && accept.includes("text/html") && !hasQuery;
}
