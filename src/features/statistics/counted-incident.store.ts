import { incidentsInScope, objectsInScope, obligationsInScope, partsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import { dateInAlmaty, type Instant } from "../../domain/instant.js";
import { type CountedIncident, MEASURED_RULES, MEASURES } from "../../domain/statistics.js";
import type { Connection } from "../../platform/database.js";
import { all, Parameters, timestamp } from "../../platform/sql.js";
import type { Condition } from "../incidents/filter/condition.js";
import { filterSql } from "../incidents/filter/filter-sql.js";
import { KEPT_COLUMNS, type KeptRow } from "./kept-sql.js";

const NAMES = Object.keys(KEPT_COLUMNS);

/** What one is made of, as it was read. */
interface Source extends Omit<CountedIncident, "day" | "seconds"> {
  readonly receivedAt: Instant;
  readonly seconds: readonly (number | null)[];
}

/** Which incidents, and how many of them. */
interface IncidentsAsked {
  readonly condition: Condition;
  readonly now: Instant;
  readonly most: number;
}

/** Incidents as they are counted: as their dossiers have them, seen through one scope, and as they are kept. */
export class CountedIncidentStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  /** Of these incidents, as their dossiers have them now. */
  async fresh(ids: readonly string[]): Promise<CountedIncident[]> {
    return this.read((parameters) => `i.id = any (${parameters.add(ids)}::uuid[])`);
  }

  /** Of the incidents received in a period of which a condition holds, at most so many. */
  async freshWithin(from: Instant, before: Instant, asked: IncidentsAsked): Promise<CountedIncident[]> {
    const { condition, now, most } = asked;
    return this.read(
      (parameters) =>
        all([
          `i.received_at >= ${parameters.add(timestamp(from))} and i.received_at < ${parameters.add(timestamp(before))}`,
          filterSql(condition, { scope: this.scope, parameters, now }),
        ]),
      most,
    );
  }

  private async read(condition: (parameters: Parameters) => string, most?: number): Promise<CountedIncident[]> {
    const parameters = new Parameters();
    const { scope } = this;
    const table = scope.sees === "OWNER" ? "owner_incident" : "incident";
    const seconds = MEASURES.map(
      (measure) =>
        `min(extract(epoch from o.discharged_at - o.starts_at)) filter (where o.rule = '${MEASURED_RULES[measure]}')`,
    );
    const ofObjects = (column: string): string =>
      `array(select distinct v from protected_object p, unnest(p.${column}) v
         where p.id = any (i.object_ids) and ${objectsInScope(scope, parameters, "p")})`;
    const rows = await this.connection.query<Source>(
      `select i.id as "incidentId", i.soc_id as "socId", i.received_at as "receivedAt", i.type, i.severity,
         i.retracted_at is not null as "isRetracted", ${ofObjects("sectors")} as sectors, ${ofObjects("kinds")} as kinds,
         c.sign, coalesce(c.contours, '{}') as contours, coalesce(c.consequences, '{}') as consequences,
         array(select floor(s)::int from unnest(d.seconds) with ordinality as t (s, place) order by place) as seconds
       from ${table} i
         left join incident_card c on c.incident_id = i.id and c.revision = i.last_revision and ${partsInScope(scope, parameters, "c", "i")}
         cross join lateral (
           select array[${seconds.join(", ")}] as seconds from obligation o
           where o.incident_id = i.id and o.discharged_at is not null and not o.is_void and ${obligationsInScope(scope, parameters, "o")}
         ) d
       where ${all([incidentsInScope(scope, parameters, "i"), condition(parameters)])}
       ${most === undefined ? "" : `limit ${parameters.add(most)}`}`,
      parameters.values,
    );
    return rows.map(countedOf);
  }

  /** As they are kept. */
  async kept(ids: readonly string[]): Promise<KeptRow[]> {
    const rows = await this.connection.query<Record<string, unknown>>(
      `select ${NAMES.join(", ")} from counted_incident where incident_id = any ($1::uuid[])`,
      [ids],
    );
    return rows.map((row) => NAMES.map((name) => row[name]) as unknown as KeptRow);
  }

  /** Keeps these incidents; in place of the kept ones, where there are any. */
  async keep(rows: readonly KeptRow[]): Promise<void> {
    const columns = NAMES.map((_, place) => rows.map((row) => row[place]));
    await this.connection.query(
      `insert into counted_incident (${NAMES.join(", ")})
       select * from unnest(${Object.values(KEPT_COLUMNS)
         .map((type, place) => `$${place + 1}::${type}[]`)
         .join(", ")})
       on conflict (incident_id) do update set ${NAMES.slice(1)
         .map((name) => `${name} = excluded.${name}`)
         .join(", ")}`,
      columns,
    );
  }
}

function countedOf({ receivedAt, seconds, ...read }: Source): CountedIncident {
  const [report = null, card = null, review = null] = seconds;
  return {
    ...read,
    day: dateInAlmaty(receivedAt),
    seconds: { TIME_TO_REPORT: report, TIME_TO_CARD: card, TIME_TO_REVIEW: review },
  };
}
