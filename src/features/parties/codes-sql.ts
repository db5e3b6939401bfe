import type { Parameters } from "../../platform/sql.js";

/** What has a number for people, or a code. */
export interface Numbered {
  readonly id: string;
  readonly number: string;
}

/** Codes that one that is not known is compared with. */
export const MOST_LIKE = 1_000;

/** How much longer or shorter a code may be than the one that was given for it (`domain/nearest.ts`). */
const ERRORS = 3;

/** What of this alias has no end, and a code about as long as this one. */
export function likeInSql(code: string, parameters: Parameters, alias: string): string {
  const length = parameters.add(code.length);
  return `${alias}.ended_at is null and abs(length(${alias}.code) - ${length}::int) <= ${ERRORS}`;
}
