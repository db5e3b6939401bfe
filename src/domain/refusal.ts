import { isPrintable } from "./submission-key.js";
import type { AnswerMeasure, DocumentMeasure } from "./wording/en.js";
import { say, type Saying } from "./wording/wording.js";

/** Stable codes of errors that a caller can meet; documented in `docs/errors.md`. */
export type RefusalCode =
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "CONFLICT"
  | "BAD_USER_INPUT"
  | "CURSOR_AHEAD"
  | "CURSOR_EXPIRED"
  | "QUERY_TOO_COSTLY"
  | "BODY_TOO_LARGE"
  | "BAD_REQUEST"
  | "RATE_LIMITED"
  | "BUSY"
  | "UNAVAILABLE";

/**
 * A refusal that is an error, not an answer. `inputPath` leads to the input's fault (not `path`: by that
 * name graphql takes an error for one of its own); `details` are facts for programs.
 */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly says: Saying,
    readonly inputPath: readonly string[] = [],
    readonly details: Readonly<Record<string, string | number>> = {},
  ) {
    super(says.key);
  }
}

/** An operation that is too large by this measure, or its answer; `details` are what else a program may want to know. */
export function tooCostly(
  measure: DocumentMeasure | AnswerMeasure,
  limit: number,
  details: Readonly<Record<string, number>> = {},
): Refusal {
  const says =
    measure === "cost" || measure === "bytes"
      ? say("answerTooCostly", { measure, limit })
      : say("operationTooCostly", { measure, limit });
  return new Refusal("QUERY_TOO_COSTLY", says, [], { limit, ...details });
}

/** A body or file of more than `limit` bytes. */
export function bodyTooLarge(limit: number): Refusal {
  return new Refusal("BODY_TOO_LARGE", say("bodyTooLarge", { limit }), [], { limit });
}

/** What does not exist and what is not the caller's to see: one answer. */
export function notFound(path: readonly string[]): Refusal {
  return new Refusal("NOT_FOUND", say("notFound", {}), path);
}

/** Characters of a key that is said again. */
const SAID = 200;

/** An incident that is named by a key under which its party has none. */
export function nothingUnder(key: string, path: readonly string[]): Refusal {
  const says = key.length <= SAID && isPrintable(key) ? say("nothingUnderKey", { key }) : say("notFound", {});
  return new Refusal("NOT_FOUND", says, path);
}

/** What was under way when the gateway had to end, and whose fate is not known. */
export function unansweredAtEnd(): Refusal {
  return new Refusal("UNAVAILABLE", say("endedUnanswered", {}), [], { retryAfterSeconds: 5 });
}
