import type { Instant } from "../../domain/instant.js";
import { timestamp, type Parameters } from "../../platform/sql.js";

/** Narrows a list to what has ended by `now`, or to what has not. */
export interface EndFilter {
  readonly isEnded?: boolean;
  readonly now: Instant;
}

export function endedInSql({ isEnded, now }: EndFilter, parameters: Parameters, row: string): string[] {
  if (isEnded === undefined) return [];
  const ended = `coalesce(${row}.ended_at <= ${parameters.add(timestamp(now))}, false)`;
  return [isEnded ? ended : `not ${ended}`];
}

/** The same rows, each with the code of what replaces it; `read` reads others of their kind. */
export async function withSuccessors<Row extends { readonly replacedById: string | null }>(
  rows: readonly Row[],
  read: (ids: readonly string[]) => Promise<{ readonly id: string; readonly code: string }[]>,
): Promise<(Row & { readonly successor: string | null })[]> {
  const ids = rows.flatMap(({ replacedById }) => replacedById ?? []);
  const successors = ids.length === 0 ? [] : await read(ids);
  return rows.map((row) => ({ ...row, successor: successors.find(({ id }) => id === row.replacedById)?.code ?? null }));
}
