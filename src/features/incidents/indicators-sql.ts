import type { Indicator } from "../../domain/incident-card.js";
import type { Connection } from "../../platform/database.js";

/** The tables of indicators, each with its column for what they belong to. */
const TABLES = {
  indicator: "card_id",
  analysis_indicator: "analysis_id",
  concern_indicator: "concern_id",
  notification_indicator: "notification_id",
} as const;

/** Writes the indicators of a card, an analysis, a threat or event, or a notification, in their order and in one statement. */
export async function insertIndicators(
  connection: Connection,
  table: keyof typeof TABLES,
  belongsTo: string,
  indicators: readonly Indicator[],
): Promise<void> {
  if (indicators.length === 0) return;
  await connection.query(
    `insert into ${table} (${TABLES[table]}, ordinal, type, submitted, value)
     select $1, n.ordinal - 1, n.type, n.submitted, n.value
     from unnest($2::text[], $3::text[], $4::text[]) with ordinality as n (type, submitted, value, ordinal)`,
    [
      belongsTo,
      indicators.map(({ type }) => type),
      indicators.map(({ submitted }) => submitted),
      indicators.map(({ value }) => value),
    ],
  );
}
