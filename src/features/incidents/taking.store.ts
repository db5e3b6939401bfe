import type { Scope } from "../../domain/access.js";
import type { Instant } from "../../domain/instant.js";
import { instantIn } from "../../platform/columns.js";
import type { Connection } from "../../platform/database.js";
import { Parameters, timestamp, type Keys } from "../../platform/sql.js";

/** An officer of the national centre took an incident in hand, or it was released. */
export interface Taking {
  readonly submissionId: string;
  readonly incidentId: string;
  readonly isTaken: boolean;
  readonly at: Instant;
}

/** Who has an incident in hand. */
export interface TakenRow {
  readonly incidentId: string;
  readonly actorId: string;
  /** Its name. */
  readonly by: string;
  readonly at: Instant;
}

/** Which officers have incidents in hand; the national centre's alone. */
export class TakingStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  /** By whom these incidents are taken: none where nobody has one, or the last word was that it is released. */
  async ofIncidents(incidentIds: Keys): Promise<TakenRow[]> {
    if (this.scope.sees !== "EVERYTHING") return [];
    const parameters = new Parameters();
    return this.connection.query(
      `select t.incident_id as "incidentId", s.actor_id as "actorId", a.name as by, ${instantIn("t.at")} as at
       from taking t join submission s on s.id = t.submission_id join actor a on a.id = s.actor_id
       where t.incident_id = any (${parameters.add(incidentIds)}) and t.is_taken and not exists (
         select from taking n where n.incident_id = t.incident_id and n.ordinal > t.ordinal)`,
      parameters.values,
    );
  }

  async add({ submissionId, incidentId, isTaken, at }: Taking): Promise<void> {
    await this.connection.query(
      `insert into taking (submission_id, incident_id, is_taken, at) values ($1, $2, $3, $4)`,
      [submissionId, incidentId, isTaken, timestamp(at)],
    );
  }
}
