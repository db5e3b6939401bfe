import type { Pool } from "../platform/pool.js";
import { scopedConnection } from "../platform/database.js";
import type { Clock } from "../platform/clock.js";
import type { Metrics, Reading } from "../platform/metrics.js";
import { timestamp } from "../platform/sql.js";

/** Milliseconds for which counts from the database are reused. */
const KEPT = 60_000;

/** Shows deliveries by state and duties by rule and standing: counted at most once a minute, on a session for queries. */
export function showStandings(metrics: Metrics, pool: Pool, clock: Clock): void {
  const connection = scopedConnection(pool, { sees: "EVERYTHING" });
  metrics.shows(
    "dabyl_deliveries",
    "Deliveries by state",
    ["state"],
    remembered(async () => {
      const rows = await connection.query<{ state: string; value: number }>(
        `select state, count(*) as value from delivery group by state`,
      );
      return rows.map(({ state, value }) => ({ labels: { state }, value }));
    }),
  );
  metrics.shows(
    "dabyl_duties",
    "Duties by rule and standing",
    ["rule", "standing"],
    remembered(async () => {
      const rows = await connection.query<{ rule: string; standing: string; value: number }>(
        `select o.rule, case
           when o.discharged_at <= o.due_at then 'MET' when o.discharged_at is not null then 'MET_LATE'
           when o.waived_at is not null or o.is_void then 'WAIVED' when o.due_at < $1 then 'OVERDUE' else 'RUNNING' end as standing,
           count(*) as value
         from obligation o group by 1, 2`,
        [timestamp(clock.now())],
      );
      return rows.map(({ rule, standing, value }) => ({ labels: { rule, standing }, value }));
    }),
  );
}

/** Reuses a result for a while, even if a new one cannot be had. */
function remembered(find: () => Promise<readonly Reading[]>): () => Promise<readonly Reading[]> {
  let known: readonly Reading[] = [];
  let until = 0;
  let finding: Promise<void> | null = null;
  const look = async (): Promise<void> => {
    try {
      known = await find();
      until = performance.now() + KEPT;
    } catch {
      // The next request tries again.
    } finally {
      finding = null;
    }
  };
  return async () => {
    if (performance.now() >= until) await (finding ??= look());
    return known;
  };
}
