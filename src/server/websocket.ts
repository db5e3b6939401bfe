import { randomUUID } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";
import { GraphQLError } from "graphql";
import { CloseCode } from "graphql-ws";
import { useServer } from "graphql-ws/use/ws";
import { WebSocketServer, type WebSocket } from "ws";
import { authenticate, resume, type Session } from "../access/authenticate.js";
import { Refusal } from "../domain/refusal.js";
import { negotiateLocale, say, type Locale } from "../domain/wording/wording.js";
import { directConnection } from "../platform/database.js";
import { RequestContext, type Gateway } from "../request-context.js";
import type { ErrorDesk } from "./errors.js";
import type { Execution, Operation } from "./execution.js";
import type { Preparation } from "./prepare-operation.js";

interface Parts {
  readonly gateway: Gateway;
  readonly preparation: Preparation;
  readonly execution: Execution;
  readonly errors: ErrorDesk;
  readonly bodyBytes: number;
}

/** RFC 6455's registered code for a server that cannot now: clients come back. */
const TRY_AGAIN_LATER = 1013;
/** Codes of what a subscription may be resumed after. */
const RESUMED: readonly unknown[] = ["INTERNAL_SERVER_ERROR", "UNAVAILABLE", "BUSY"];
/** Milliseconds that a client has to answer that its socket is closed. */
const CLOSE_PATIENCE = 2_000;

/** What a socket knows once it is let in. */
interface Socket extends Record<PropertyKey, unknown> {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  session?: Session;
  locale?: Locale;
  /** Takes back the alarm that closes the socket when its token expires. */
  forgetExpiry?: () => void;
}

/** What an operation on a socket is executed with. */
interface SocketOperation extends Operation {
  readonly context: RequestContext;
  readonly ended: AbortController;
}

/** The socket side of the gateway (graphql-transport-ws). Gives what closes every socket with 1001. */
export function attachWebSocket(server: Server, parts: Parts): () => Promise<void> {
  const { gateway, preparation, execution, errors } = parts;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: parts.bodyBytes,
    perMessageDeflate: false,
  });
  server.on("upgrade", (request, socket, head) => {
    if (new URL(request.url ?? "/", "http://localhost").pathname !== "/graphql") {
      socket.destroy();
      return;
    }
    sockets.handleUpgrade(request, socket, head, (upgraded) => void sockets.emit("connection", upgraded, request));
  });

  const operations = new WeakMap<object, SocketOperation>();
  const operationOf = (args: object): SocketOperation => {
    const known = operations.get(args);
    if (!known) throw new Error("an operation that was not prepared");
    return known;
  };
  const audience = (extra: Socket, requestId: string) => ({ locale: extra.locale ?? "en", requestId });

  const protocol = useServer<Record<string, unknown>, Socket>(
    {
      async onConnect({ extra, connectionParams }) {
        extra.locale = negotiateLocale(textOf(connectionParams?.["acceptLanguage"]));
        const authorization = textOf(connectionParams?.["authorization"] ?? connectionParams?.["Authorization"]);
        try {
          const now = gateway.clock.now();
          const session = await authenticate(directConnection(gateway.pools.vital), authorization, now);
          if (!session) {
            extra.socket.close(CloseCode.Unauthorized, "Unauthorized");
            return undefined;
          }
          extra.session = session;
          extra.forgetExpiry = gateway.clock.alarm(session.expiresAt, () =>
            extra.socket.close(CloseCode.Forbidden, "Token expired"),
          );
          return true;
        } catch (error) {
          // 4403 lets a client come back with a fresh token; 4401 would be final for it.
          if (error instanceof Refusal && error.code !== "UNAVAILABLE") {
            extra.socket.close(CloseCode.Forbidden, `Forbidden: ${error.says.key}`);
          } else {
            errors.presentThrown(error, audience(extra, randomUUID()));
            extra.socket.close(TRY_AGAIN_LATER, "Try again later");
          }
          return false;
        }
      },
      onDisconnect: ({ extra }) => extra.forgetExpiry?.(),
      async onSubscribe({ extra }, _, payload) {
        const requestId = randomUUID();
        const failed = (found: readonly GraphQLError[]) =>
          errors
            .present(found, audience(extra, requestId))
            .map(({ message, extensions }) => new GraphQLError(message, { extensions: extensions ?? {} }));
        const document = preparation.document(payload.query, extra.session?.actor ?? null);
        if (!("kind" in document)) return failed(document);
        const operation = { document, operationName: payload.operationName, variables: payload.variables };
        const faults = execution.faults(operation, "socket");
        if (faults.length > 0) return failed(faults);
        const ended = new AbortController();
        try {
          const session = await stillGood(extra, gateway);
          const caller = {
            session,
            locale: extra.locale ?? "en",
            origin: { requestId, address: extra.request.socket.remoteAddress ?? null },
            signal: ended.signal,
            closeSocket: (code: number, reason: string) => extra.socket.close(code, reason),
          };
          const args = { schema: execution.schema, document, operationName: payload.operationName ?? null };
          operations.set(args, { ...operation, context: new RequestContext(gateway, caller), ended });
          return args;
        } catch (error) {
          if (!(error instanceof Refusal) || error.code === "UNAVAILABLE")
            extra.socket.close(TRY_AGAIN_LATER, "Try again later");
          const originalError = error instanceof Error ? error : new Error(String(error));
          return failed([new GraphQLError(originalError.message, { originalError })]);
        }
      },
      execute(args) {
        const operation = operationOf(args);
        return execution.run(operation, operation.context);
      },
      subscribe(args) {
        const operation = operationOf(args);
        return execution.follow(operation, operation.context, () => operation.ended.abort());
      },
      onNext({ extra }, _, __, args, result) {
        if (!result.errors) return undefined;
        const { requestId } = operationOf(args).context.caller.origin;
        const { data, extensions = {} } = result;
        const presented = errors.present(result.errors, audience(extra, requestId));
        return { ...(data === undefined ? {} : { data }), errors: presented, extensions };
      },
      onError({ extra }, _, __, found) {
        const isPresented = found.every((error) => "requestId" in error.extensions);
        if (isPresented) return undefined;
        const presented = errors.present(found, audience(extra, randomUUID()));
        // Closed at once, before the error is sent: an error would be the subscription's end, a close is where it resumes.
        if (presented.some(({ extensions }) => extensions?.["code"] === "UNAUTHENTICATED"))
          extra.socket.close(CloseCode.Forbidden, "Forbidden: the token no longer holds");
        if (presented.some(({ extensions }) => RESUMED.includes(extensions?.["code"])))
          extra.socket.close(TRY_AGAIN_LATER, "Try again later");
        return presented;
      },
    },
    sockets,
  );
  return async () => {
    const patience = setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate();
    }, CLOSE_PATIENCE);
    await protocol.dispose();
    clearTimeout(patience);
  };
}

/** A socket outlives its token; each operation asks again. */
async function stillGood(extra: Socket, gateway: Gateway): Promise<Session> {
  if (!extra.session) throw new Refusal("UNAUTHENTICATED", say("unauthenticated", {}));
  return resume(directConnection(gateway.pools.vital), extra.session.tokenHash, gateway.clock.now());
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
