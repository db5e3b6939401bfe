import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { CloseCode } from "graphql-ws";
import { Refusal } from "../domain/refusal.js";
import type { SocketEnd } from "../domain/wording/en.js";
import { inWords, say, type Locale } from "../domain/wording/wording.js";

/** RFC 6455's registered code for a server that cannot now: clients come back. */
export const TRY_AGAIN_LATER = 1013;
/** RFC 6455: a message that is too large to be looked at. */
export const TOO_LARGE = 1009;

/** Codes of what passes: a subscription is resumed after it. */
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

/** The end of a socket whose token is not good. 4403 lets a client come back with a fresh one; 4401 would be final for it. */
export function tokenEnd(refusal: Refusal, locale: Locale): End {
  const why = ENDS[refusal.says.key];
  const code = why === "TOKEN_MISSING" ? CloseCode.Unauthorized : CloseCode.Forbidden;
  return { code, reason: why ? endInWords(why, locale) : "Forbidden" };
}

/** The end of a socket for an error that is the whole socket's: its token does not hold, or the gateway cannot now. */
export function endFor(error: unknown, presented: GraphQLFormattedError, locale: Locale): End | null {
  const code = presented.extensions?.["code"];
  const refusal = refusalIn(error);
  if (code === "UNAUTHENTICATED" && refusal) return tokenEnd(refusal, locale);
  return RESUMED.includes(code) ? { code: TRY_AGAIN_LATER, reason: "Try again later" } : null;
}

export function endInWords(why: SocketEnd, locale: Locale): string {
  return inWords(say("socketClosed", { why }), locale);
}

/** What a socket may not have more of. */
export function limited(says: Refusal["says"]): Refusal {
  return new Refusal("RATE_LIMITED", says, [], { retryAfterSeconds: 1 });
}

/** Whether somebody asked for too much, told in words already or not yet. */
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
