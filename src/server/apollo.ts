/**
 * Apollo Server, and where it is bent (decision 8): documents are prepared and executed by us, so that HTTP and sockets go by the same
 * rules. Apollo takes an executor only through its option `gateway`, which is meant for federation, and is handed one with an empty
 * supergraph. What it would prepare itself it finds in a document store that holds what we have prepared; the end of the store's
 * key is the hash that we keep documents by.
 *
 * If the option goes, no test of `test/gateway` has an answer over HTTP; the key shows in `test/gateway/http` ("Apollo takes").
 */
import { ApolloServer, HeaderMap, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { GraphQLError, type ExecutionResult, type GraphQLSchema } from "graphql";
import type { Authentication } from "../access/authenticate.js";
import { Refusal } from "../domain/refusal.js";
import type { Caller } from "../operation/request-context.js";
import { RequestContext, type Gateway } from "../operation/request-context.js";
import type { ErrorDesk } from "./errors.js";
import type { Execution } from "./execution.js";
import type { GraphqlRequest } from "./graphql-request.js";
import type { Preparation } from "./prepare-operation.js";
import { statusOf } from "./error-status.js";
import { retryAfter } from "./http-refusal.js";

interface Parts {
  readonly gateway: Gateway;
  readonly schema: GraphQLSchema;
  readonly preparation: Preparation;
  readonly execution: Execution;
  readonly errors: ErrorDesk;
  readonly authentication: Authentication;
}

/** Apollo's answer to a request. */
interface Answer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Apollo Server, as far as we use it: it negotiates the content type and calls our execution. */
export class Apollo {
  private readonly server: ApolloServer<RequestContext>;

  private constructor(private readonly parts: Parts) {
    this.server = createServer(parts);
  }

  static async start(parts: Parts): Promise<Apollo> {
    const apollo = new Apollo(parts);
    await apollo.server.start();
    return apollo;
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  /** Answers a request that has already been read and prepared; however it came, Apollo sees a POST. */
  async answer(request: GraphqlRequest, accept: string | undefined, caller: Caller): Promise<Answer> {
    const headers = new HeaderMap([["content-type", "application/json"]]);
    if (accept !== undefined) headers.set("accept", accept);
    const answer = await this.server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: "POST", headers, body: request, search: "" },
      context: () => Promise.resolve(new RequestContext(this.parts.gateway, caller)),
    });
    if (answer.body.kind !== "complete") throw new Error("an answer in parts");
    return { status: answer.status ?? 200, headers: answer.headers, body: answer.body.string };
  }
}

function createServer({ schema, preparation, execution, errors, authentication }: Parts): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    gateway: {
      onSchemaLoadOrUpdate(callback) {
        callback({ apiSchema: schema, coreSupergraphSdl: "" });
        return () => undefined;
      },
      load: () =>
        Promise.resolve({
          executor: async ({ document, request, context: given }) => {
            const context = given as RequestContext;
            const operation = { document, operationName: request.operationName, variables: request.variables };
            const faults = await execution.faults(operation, "http", context.caller);
            if (faults.length > 0) return refused(400, faults);
            return execution.run(operation, context).then(answered, (error: unknown) => {
              const cause = error instanceof Error ? error : new Error(String(error));
              const isShutOut = cause instanceof Refusal && cause.code === "UNAUTHENTICATED";
              // It was let in on a presumed session that no longer holds.
              if (isShutOut && context.caller.session) authentication.forget(context.caller.session);
              const found = new GraphQLError(cause.message, { originalError: cause });
              return refused(isShutOut ? 401 : cause instanceof Refusal ? 200 : 500, [found]);
            });
          },
        }),
      stop: () => Promise.resolve(),
    },
    introspection: true,
    documentStore: preparedBefore(preparation),
    // A document sent only by its hash would not have been prepared.
    persistedQueries: false,
    // A browser never sends the token on its own, so a foreign page has nothing to abuse.
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    // Reports nothing to third parties, whatever the environment variables say.
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      presenting(errors),
    ],
  });
}

/** Recently prepared documents: Apollo neither prepares them again nor keeps any itself. */
function preparedBefore(preparation: Preparation) {
  return {
    get: (key: string) => Promise.resolve(preparation.preparedBefore(key.slice(key.lastIndexOf(":") + 1)) ?? undefined),
    set: () => Promise.resolve(),
    delete: () => Promise.resolve(),
  };
}

/** An answer with data, or the reason why it has none. */
function answered(result: ExecutionResult) {
  return result.data !== undefined || !result.errors ? result : { ...result, ...refused(400, result.errors) };
}

/** An answer without data: the request was not executed. */
function refused(status: number, found: readonly GraphQLError[]) {
  return {
    errors: found.map((error) => Object.assign(error, { extensions: { ...error.extensions, http: { status } } })),
  };
}

/** Codes of answers without data because the gateway could not, or would not, serve them now. */
const NOT_NOW: readonly unknown[] = ["RATE_LIMITED", "BUSY", "UNAVAILABLE"];

/** Words the errors of an answer, once the caller's language is known. */
function presenting(errors: ErrorDesk): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse({ errors: found, contextValue, response }) {
          if (!found || response.body.kind !== "single") return Promise.resolve();
          const { locale, way, origin } = contextValue.caller;
          const { singleResult } = response.body;
          const presented = errors.present(found, { locale, way, requestId: origin.requestId });
          singleResult.errors = presented;
          const notNow = presented.find(({ extensions }) => NOT_NOW.includes(extensions?.["code"]));
          if (notNow && !singleResult.data) response.http.status = statusOf(notNow);
          const wait = retryAfter(presented);
          if (wait !== null) response.http.headers.set("retry-after", wait);
          return Promise.resolve();
        },
      }),
  };
}
