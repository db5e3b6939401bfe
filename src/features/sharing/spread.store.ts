import { ownRowsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { Spread } from "../../domain/sharing.js";
import type { Marking } from "../../domain/notification.js";
import type { Connection } from "../../platform/database.js";
import { Parameters, type Keys } from "../../platform/sql.js";

/** What a SOC was told of a value on one of its incidents. */
export interface SharedRow extends Spread {
  readonly incidentId: string;
  readonly valueId: string;
}

/** As its columns have it. */
interface Kept {
  readonly from: number;
  readonly to: number | null;
  readonly marking: Marking;
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
    return rows.map(({ from, to, marking, ...row }) => ({ ...row, otherSocs: { from, to }, marking }));
  }
}
