import { getMetadataArgsStorage, type ColumnOptions } from "typeorm";
import type { Instant } from "../domain/instant.js";

/** A timestamptz column of a row class whose property is an Instant. */
export const INSTANT_COLUMN = {
  type: "timestamptz",
  transformer: {
    to: (at: Instant | null | undefined): Date | null | undefined =>
      at === null || at === undefined ? at : new Date(at),
    from: (at: Instant): Instant => at,
  },
} satisfies ColumnOptions;

/**
 * A timestamptz of a select list as the Instant that it is: a number on the wire, also in JSON; microseconds are cut off. Not for
 * infinity, which is none.
 */
export function instantIn(timestamp: string): string {
  return `(date_part('epoch', date_trunc('milliseconds', ${timestamp})) * 1000)::int8`;
}

/**
 * The columns of a row class for a select list, each as the property that holds it: `c.id, c.incident_id as "incidentId"`. `alias`
 * is what the statement calls the table. Left out is what is never read, or not like this (`select: false`).
 */
export function columnsOf(row: new () => object, alias: string): string {
  return getMetadataArgsStorage()
    .columns.filter(({ target, options }) => target === row && options.select !== false)
    .map(({ propertyName, options }) => {
      const { name = propertyName } = options;
      if (options.type === INSTANT_COLUMN.type) return `${instantIn(`${alias}.${name}`)} as "${propertyName}"`;
      return name === propertyName ? `${alias}.${name}` : `${alias}.${name} as "${propertyName}"`;
    })
    .join(", ");
}
