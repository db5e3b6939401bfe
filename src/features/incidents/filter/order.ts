import { SEVERITY_CODES, type IncidentType, type Severity } from "../../../domain/incident-card.js";
import { toIso, type Instant } from "../../../domain/instant.js";
import { Refusal } from "../../../domain/refusal.js";
import { say } from "../../../domain/wording/wording.js";
import type { MixedKeyset, OrderColumn } from "../../../platform/mixed-keyset.js";

export type IncidentOrder = "NEWEST_FIRST" | "OLDEST_FIRST";
export type SortField = "RECEIVED" | "CONFIRMED" | "SEVERITY" | "TYPE";
export type SortDirection = "ASC" | "DESC";

export interface SortKey {
  readonly field: SortField;
  readonly direction: SortDirection;
}

/** What a list is ordered by, of an incident. */
export interface Ordered {
  readonly id: string;
  readonly receivedAt: Instant;
  readonly confirmedAt: Instant;
  readonly severity: Severity | null;
  readonly type: IncidentType;
}

const MOST_FIELDS = 3;

const COLUMNS: Readonly<Record<SortField, Omit<OrderColumn<Ordered>, "direction">>> = {
  RECEIVED: { column: "received_at", type: "timestamptz", valueOf: ({ receivedAt }) => toIso(receivedAt) },
  CONFIRMED: { column: "confirmed_at", type: "timestamptz", valueOf: ({ confirmedAt }) => toIso(confirmedAt) },
  SEVERITY: { column: "level", type: "smallint", valueOf: ({ severity }) => String(levelOf(severity)) },
  TYPE: { column: "type", type: "text", valueOf: ({ type }) => type },
};

/** The number that a level is ordered by: 0 where there is none. */
export function levelOf(severity: Severity | null): number {
  return severity === null ? 0 : SEVERITY_CODES[severity];
}

/**
 * The order that is asked for, by `sortBy` or else by `orderBy`. Throws BAD_USER_INPUT, with its path, for both at once, for no
 * field or too many, and for one field twice.
 */
export function orderAsked(sortBy: readonly SortKey[] | null, orderBy: IncidentOrder | null): readonly SortKey[] {
  if (sortBy === null) return [{ field: "RECEIVED", direction: orderBy === "OLDEST_FIRST" ? "ASC" : "DESC" }];
  if (orderBy !== null) throw new Refusal("BAD_USER_INPUT", say("orderedTwice", {}), ["sortBy"]);
  if (sortBy.length === 0 || sortBy.length > MOST_FIELDS)
    throw new Refusal("BAD_USER_INPUT", say("sortFields", { most: MOST_FIELDS }), ["sortBy"]);
  const twice = sortBy.findIndex(({ field }, index) => sortBy.slice(0, index).some((one) => one.field === field));
  if (twice >= 0) throw new Refusal("BAD_USER_INPUT", say("sortFieldTwice", {}), ["sortBy", String(twice), "field"]);
  return sortBy;
}

/**
 * The whole order: what is equal in all that was asked comes by a time, in the other direction, as the indexes have it (the highest
 * level first, the longest confirmed of it first; the types by name, the newest of each first), then by id.
 */
export function wholeOrder(keys: readonly SortKey[]): MixedKeyset<Ordered> {
  const [first] = keys;
  const last = keys.at(-1) ?? { field: "RECEIVED", direction: "DESC" };
  const isTimed = keys.some(({ field }) => field === "RECEIVED" || field === "CONFIRMED");
  const opposite: SortDirection = last.direction === "ASC" ? "DESC" : "ASC";
  const onlyLevel = keys.length === 1 && first?.field === "SEVERITY";
  const timed: readonly SortKey[] = isTimed
    ? keys
    : [...keys, { field: onlyLevel ? "CONFIRMED" : "RECEIVED", direction: opposite }];
  const columns = timed.map(({ field, direction }) => ({ ...COLUMNS[field], direction: directionOf(direction) }));
  const id: OrderColumn<Ordered> = {
    column: "id",
    type: "uuid",
    direction: columns.at(-1)?.direction ?? "desc",
    valueOf: (row) => row.id,
  };
  return { list: "incidents", order: nameOf(timed), columns: [...columns, id] };
}

/** By when it was received alone, as lists were always ordered, cursors keep their form. */
function nameOf(keys: readonly SortKey[]): string {
  const [first] = keys;
  if (keys.length === 1 && first?.field === "RECEIVED") return directionOf(first.direction);
  return keys.map(({ field, direction }) => `${field} ${direction}`).join(", ");
}

function directionOf(direction: SortDirection): "asc" | "desc" {
  return direction === "ASC" ? "asc" : "desc";
}
