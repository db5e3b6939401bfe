import type { GraphQLFormattedError } from "graphql";

/** The status of an answer that consists of an error only, by its code (docs/errors.md): of HTTP, and of a problem (RFC 9457). */
const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BODY_TOO_LARGE: 413,
  RATE_LIMITED: 429,
  INTERNAL_SERVER_ERROR: 500,
  BUSY: 503,
  UNAVAILABLE: 503,
};

export function statusOf({ extensions }: GraphQLFormattedError): number {
  return STATUS[String(extensions?.["code"])] ?? 400;
}

/** Seconds after which what these errors refuse can be asked again; null if none of them says. */
export function secondsToWait(errors: readonly GraphQLFormattedError[]): number | null {
  const seconds = errors
    .map(({ extensions }) => extensions?.["retryAfterSeconds"])
    .filter((one) => typeof one === "number");
  return seconds.length > 0 ? Math.max(...seconds) : null;
}
