import { Refused, SocketClosed } from "../../../client/index.js";

/**
 * What the gateway itself said, in the person's language; empty where there was no answer of its own. What the client or the browser say
 * then is in English and for programmers: whoever shows it says instead that the gateway does not answer.
 */
export function saysOf(error: unknown): string {
  if (error instanceof Refused) return error.faults[0]?.message ?? "";
  return error instanceof SocketClosed ? error.reason : "";
}
