import type { GraphQLFormattedError } from "graphql";
import { bodyTooLarge, Refusal } from "../domain/refusal.js";
import { say, type Saying } from "../domain/wording/wording.js";
import { secondsToWait } from "./error-status.js";

/** A request that violates GraphQL over HTTP, with the status to answer it with. */
export class HttpRefusal extends Refusal {
  constructor(
    readonly status: number,
    says: Saying,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super("BAD_REQUEST", says);
  }
}

/** The Retry-After header (RFC 9110, section 10.2.3) for these errors; null if none of them names a wait. */
export function retryAfter(errors: readonly GraphQLFormattedError[]): string | null {
  const seconds = secondsToWait(errors);
  return seconds === null ? null : String(seconds);
}

/** Throws where a charset is named that is not UTF-8. */
export function expectUtf8(contentType = ""): void {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(contentType)?.[1] ?? "utf-8";
  if (/^utf-?8$/i.test(charset)) return;
  throw new HttpRefusal(415, say("charsetUnfit", { charset: charset === "" ? '""' : charset.slice(0, 40) }));
}

/** Turns what Fastify threw into a refusal; null for an internal error. */
export function httpFault(
  error: { readonly code?: string; readonly statusCode?: number },
  limit: number,
): Refusal | null {
  const status = error.statusCode ?? 500;
  if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") return bodyTooLarge(limit);
  if (error.code === "FST_ERR_BAD_URL")
    return new HttpRefusal(400, say("targetUnreadable", {}), { connection: "close" });
  if (status === 415) return new HttpRefusal(415, say("mediaTypeUnfit", {}));
  return status < 500 ? new HttpRefusal(status, say("headUnreadable", {})) : null;
}

/** What Node could not parse as a request (the event `clientError`). */
export function headFault(code: string | undefined): HttpRefusal {
  if (code === "HPE_HEADER_OVERFLOW") return new HttpRefusal(431, say("headTooLarge", {}));
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return new HttpRefusal(408, say("requestTooSlow", {}));
  return new HttpRefusal(400, say("headUnreadable", {}));
}
