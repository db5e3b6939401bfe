import { ownRowsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import { strictest, type Spread } from "../../domain/sharing.js";
import type { Instant } from "../../domain/instant.js";
import type { Marking } from "../../domain/notification.js";
import type { Connection } from "../../platform/database.js";
import { Parameters, timestamp, type Keys } from "../../platform/sql.js";
import { MARKED } from "./marked-sql.js";

/** What a SOC was told of a value on one of its incidents. */
export interface SharedRow extends Spread {
  readonly incidentId: string;
  readonly valueId: string;
}

/** The same of a value, whatever incident shows it. */
export type SpreadRow = Omit<SharedRow, "incidentId">;

/** Of which value, and since when others' sightings count. */
export interface SpreadQuestion {
  readonly valueId: string;
  readonly since: Instant;
}

/** A question as a loader's key. */
export function spreadKey(question: SpreadQuestion): string {
  return JSON.stringify(question);
}

/** As its columns have it. */
interface Kept {
  readonly from: number;
  readonly to: number | null;
  /** Several, where they are not judged yet. */
  readonly marking: Marking | readonly Marking[];
}

const KEPT = `s.from_socs as "from", s.to_socs as "to", s.marking`;

/** How many others have what a SOC has: its answers, as they were given. */
export class SpreadStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  /** What the SOCs of these incidents were told of the values on their standing cards. */
  async ofIncidents(incidentIds: Keys): Promise<SharedRow[]> {
    const parameters = new Parameters();
    const rows = await this.connection.query<Kept & { incidentId: string; valueId: string }>(
      `select g.source_id as "incidentId", g.value_id as "valueId", ${KEPT}
       from sighting g join shared_value s on s.soc_id = g.soc_id and s.value_id = g.value_id
       where g.source_id = any (${parameters.add(incidentIds)}) and g.is_card and ${ownRowsInScope(this.scope, parameters, "g")}
       order by 1, 2`,
      parameters.values,
    );
    return rows.map(told);
  }

  /** Of the values that are asked for: for a SOC what it was told, for the national centre how many SOCs have them. */
  async ofValues(keys: readonly string[]): Promise<SpreadRow[]> {
    const questions = keys.map((key) => JSON.parse(key) as SpreadQuestion);
    const parameters = new Parameters();
    const ids = parameters.add(questions.map(({ valueId }) => valueId));
    const rows = await this.connection.query<Kept & { valueId: string }>(
      this.scope.sees === "EVERYTHING"
        ? `select x.value_id as "valueId", n.socs as "from", n.socs as "to", array(select distinct m.marking from (${MARKED}) m) as marking
           from unnest(${ids}::uuid[]) x (value_id) cross join lateral (select count(*)::int as socs from indicator_soc o
             where o.value_id = x.value_id and o.last_seen >= ${parameters.add(timestamp(questions[0]?.since ?? 0))}) n`
        : `select s.value_id as "valueId", ${KEPT} from shared_value s
           where s.value_id = any (${ids}::uuid[]) and ${ownRowsInScope(this.scope, parameters, "s")}`,
      parameters.values,
    );
    return rows.map(told);
  }
}

function told<Row>({ from, to, marking, ...row }: Row & Kept) {
  return { ...row, otherSocs: { from, to }, marking: typeof marking === "string" ? marking : strictest(marking) };
}
