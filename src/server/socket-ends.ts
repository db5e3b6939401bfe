import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { CloseCode } from "graphql-ws";
import { Refusal } from "../domain/refusal.js";
import type { SocketEnd } from "../domain/wording/en.js";
import { inWords, say, type Locale } from "../domain/wording/wording.js";

/** The code registered for a server that is temporarily unable (RFC 6455's registry): clients reconnect. */
export const TRY_AGAIN_LATER = 1013;
/** RFC 6455: a message too large to process. */
export const TOO_LARGE = 1009;

/** Codes of temporary failures, after which a subscription is resumed. */
const RESUMED: readonly unknown[] = ["INTERNAL_SERVER_ERROR", "UNAVAILABLE", "BUSY"];

/** How a socket is closed (docs/feed.md). */
interface End {
  readonly code: number;
  readonly reason: string;
}

const ENDS: Readonly<Record<string, SocketEnd>> = {
  unauthenticated: "TOKEN_MISSING",
  authorizationUnreadable: "TOKEN_UNREADABLE",
  tokenUnknown: "TOKEN_UNKNOWN",
  tokenExpired: "TOKEN_EXPIRED",
  tokenRevoked: "TOKEN_REVOKED",
};

/** The close for a token that is not valid. After 4403 a client may return with a fresh token; 4401 would be final for it. */
export function tokenEnd(refusal: Refusal, locale: Locale): End {
  const why = ENDS[refusal.says.key];
  const code = why === "TOKEN_MISSING" ? CloseCode.Unauthorized : CloseCode.Forbidden;
  return { code, reason: why ? endInWords(why, locale) : "Forbidden" };
}

/**
 * The close for an error that affects the whole socket: its token is not valid, or the gateway is temporarily unable; else null.
 */
export function endFor(error: unknown, presented: GraphQLFormattedError, locale: Locale): End | null {
  const code = presented.extensions?.["code"];
  const refusal = refusalIn(error);
  if (code === "UNAUTHENTICATED" && refusal) return tokenEnd(refusal, locale);
  return RESUMED.includes(code) ? { code: TRY_AGAIN_LATER, reason: "Try again later" } : null;
}

export function endInWords(why: SocketEnd, locale: Locale): string {
  return inWords(say("socketClosed", { why }), locale);
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
