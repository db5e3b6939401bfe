import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { CloseCode } from "graphql-ws";
import { Refusal } from "../domain/refusal.js";
import type { SocketEnd } from "../domain/wording/socket-ends.js";
import type { Way } from "../domain/wording/reader.js";
import { inWords, say, type Locale } from "../domain/wording/wording.js";

/** RFC 6455: the server goes down; a message is too large. */
const GOING_AWAY = 1001;
const TOO_LARGE = 1009;
/** The code registered for a server that is temporarily unable (RFC 6455's registry): clients reconnect. */
const TRY_AGAIN_LATER = 1013;
/** Ours: the reader fell too far behind, and resumes by cursor. */
const READER_TOO_SLOW = 4290;

/** The close codes (docs/feed.md). After 4403 a client may return with a fresh token; 4401 would be final for it. */
const CODES: Readonly<Record<SocketEnd, number>> = {
  TOKEN_MISSING: CloseCode.Unauthorized,
  TOKEN_UNREADABLE: CloseCode.Forbidden,
  TOKEN_UNKNOWN: CloseCode.Forbidden,
  TOKEN_EXPIRED: CloseCode.Forbidden,
  TOKEN_REVOKED: CloseCode.Forbidden,
  TOO_SLOW: READER_TOO_SLOW,
  FELL_BEHIND: READER_TOO_SLOW,
  GOING_AWAY,
  UNAVAILABLE: TRY_AGAIN_LATER,
  TOO_MANY_SOCKETS: TRY_AGAIN_LATER,
  TOO_MUCH_AT_ONCE: TRY_AGAIN_LATER,
  TOO_MANY_MESSAGES: TRY_AGAIN_LATER,
  TOO_MANY_REFUSALS: TRY_AGAIN_LATER,
  TOO_MANY_WRONG_TOKENS: TRY_AGAIN_LATER,
  MESSAGE_UNFINISHED: TRY_AGAIN_LATER,
  MESSAGE_INVALID: CloseCode.BadRequest,
  MESSAGE_TOO_FINE: TOO_LARGE,
  SIGN_TOO_LARGE: CloseCode.BadRequest,
  ID_TOO_LONG: CloseCode.BadRequest,
  ID_IN_USE: CloseCode.SubscriberAlreadyExists,
  INIT_LATE: CloseCode.ConnectionInitialisationTimeout,
  INIT_REPEATED: CloseCode.TooManyInitialisationRequests,
  INIT_TOO_LARGE: TOO_LARGE,
  SUBPROTOCOL_MISSING: CloseCode.SubprotocolNotAcceptable,
};

/** Codes of temporary failures, after which a subscription is resumed. */
const RESUMED: readonly unknown[] = ["INTERNAL_SERVER_ERROR", "UNAVAILABLE", "BUSY"];

const ENDS: Readonly<Record<string, SocketEnd>> = {
  unauthenticated: "TOKEN_MISSING",
  authorizationUnreadable: "TOKEN_UNREADABLE",
  tokenUnknown: "TOKEN_UNKNOWN",
  tokenExpired: "TOKEN_EXPIRED",
  tokenRevoked: "TOKEN_REVOKED",
};

/** Why a socket is closed whose token is not valid. */
export function tokenEnd(refusal: Refusal): SocketEnd {
  return ENDS[refusal.says.key] ?? "TOKEN_UNKNOWN";
}

/** Why a socket is closed for an error that affects all of it: its token is not valid, or the gateway is temporarily unable; else null. */
export function endFor(error: unknown, presented: GraphQLFormattedError): SocketEnd | null {
  const code = presented.extensions?.["code"];
  const refusal = refusalIn(error);
  if (code === "UNAUTHENTICATED" && refusal) return tokenEnd(refusal);
  return RESUMED.includes(code) ? "UNAVAILABLE" : null;
}

/** The close as it is sent. */
export function closeFor(
  why: SocketEnd,
  locale: Locale,
  way?: Way,
): { readonly code: number; readonly reason: string } {
  return { code: CODES[why], reason: inWords(say("socketClosed", { why }), locale, way) };
}

/** A refusal because the socket has as many as it may have. */
export function limited(says: Refusal["says"]): Refusal {
  return new Refusal("RATE_LIMITED", says, [], { retryAfterSeconds: 1 });
}

/** Whether one of the errors is RATE_LIMITED, worded already or not. */
export function isRateLimited(errors: readonly (GraphQLError | GraphQLFormattedError)[]): boolean {
  return errors.some((error) => {
    const refusal = error instanceof GraphQLError ? refusalIn(error) : null;
    return (refusal?.code ?? error.extensions?.["code"]) === "RATE_LIMITED";
  });
}

function refusalIn(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  return error instanceof GraphQLError && error.originalError ? refusalIn(error.originalError) : null;
}
