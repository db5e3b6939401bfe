import type { Scope } from "../../domain/access.js";
import type { Instant } from "../../domain/instant.js";
import type { Connection } from "../../platform/database.js";
import { timestamp, type Keys } from "../../platform/sql.js";

/** The national centre's decision that dossiers are of one incident, or that they are not. */
export interface SameDecision {
  readonly submissionId: string;
  /** All that the decision names. */
  readonly incidentIds: readonly string[];
  readonly isLinked: boolean;
  readonly reason: string;
  readonly decidedAt: Instant;
}

/** The same on the dossier of one of them. */
export interface SameDecisionRow extends SameDecision {
  readonly incidentId: string;
  /** The name of who decided. */
  readonly by: string;
}

/** Which dossiers are of one incident, and who decided so, seen through one scope. */
export class SameIncidentStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  /** Makes these locked incidents, and all that were linked to one of them before, one group. */
  async link(incidentIds: readonly string[], groupId: string): Promise<void> {
    // One at a time: two that name other members of one group would each find it as it was.
    await this.connection.query(`lock table same_incident in share row exclusive mode`);
    await this.connection.query(
      `with old as (select group_id from same_incident where incident_id = any ($1::uuid[])),
         moved as (update same_incident set group_id = $2 where group_id in (select group_id from old) returning incident_id)
       insert into same_incident (incident_id, group_id)
       select id, $2 from unnest($1::uuid[]) as n (id) where id not in (select incident_id from moved)`,
      [incidentIds, groupId],
    );
  }

  /** Makes each of these locked incidents a group of its own. */
  async unlink(incidentIds: readonly string[]): Promise<void> {
    await this.connection.query(
      `update same_incident set group_id = incident_id where incident_id = any ($1::uuid[])`,
      [incidentIds],
    );
  }

  /** Oldest first; the national centre's alone: the reasons may speak of other SOCs' dossiers. */
  async decisionsOf(incidentIds: Keys): Promise<SameDecisionRow[]> {
    if (this.scope.sees !== "EVERYTHING") return [];
    return this.connection.query(
      `select d.submission_id as "submissionId", d.incident_id as "incidentId", d.is_linked as "isLinked", d.reason,
         d.decided_at as "decidedAt", a.name as by, array(
           select n.incident_id from same_incident_decision n where n.submission_id = d.submission_id order by n.incident_id
         ) as "incidentIds"
       from same_incident_decision d join submission s on s.id = d.submission_id join actor a on a.id = s.actor_id
       where d.incident_id = any ($1) order by d.incident_id, d.decided_at, d.submission_id`,
      [incidentIds],
    );
  }

  async addDecision({ submissionId, incidentIds, isLinked, reason, decidedAt }: SameDecision): Promise<void> {
    await this.connection.query(
      `insert into same_incident_decision (submission_id, incident_id, is_linked, reason, decided_at)
       select $1, n, $3, $4, $5 from unnest($2::uuid[]) as n`,
      [submissionId, incidentIds, isLinked, reason, timestamp(decidedAt)],
    );
  }
}
