import { incidentsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { Instant } from "../../domain/instant.js";
import type { Connection } from "../../platform/database.js";
import { Parameters, timestamp } from "../../platform/sql.js";

/** A SOC's request to retract an incident (L18), and what the national centre decided. */
export interface RetractionRow {
  readonly id: string;
  readonly incidentId: string;
  readonly grounds: string;
  readonly requestedAt: Instant;
  /** Null until it is decided. */
  readonly isGranted: boolean | null;
  readonly reason: string | null;
  readonly decidedAt: Instant | null;
}

/** The national centre's correction of a confirmation (L4). */
export interface CorrectionRow {
  readonly id: string;
  readonly incidentId: string;
  readonly submissionId: string;
  readonly previous: Instant;
  readonly confirmedAt: Instant;
  readonly reason: string;
  readonly receivedAt: Instant;
}

/** Retractions and corrections, seen through one scope. */
export class CorrectionStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  /** Oldest first. */
  async retractionsOf(incidentIds: readonly string[]): Promise<RetractionRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select r.id, r.incident_id as "incidentId", r.grounds, r.requested_at as "requestedAt", r.is_granted as "isGranted",
         r.reason, r.decided_at as "decidedAt"
       from retraction r join incident i on i.id = r.incident_id
       where r.incident_id = any (${parameters.add(incidentIds)}) and ${incidentsInScope(this.scope, parameters, "i")}
       order by r.incident_id, r.requested_at, r.id`,
      parameters.values,
    );
  }

  /** Oldest first. */
  async correctionsOf(incidentIds: readonly string[]): Promise<CorrectionRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select c.id, c.incident_id as "incidentId", c.submission_id as "submissionId", c.previous, c.confirmed_at as "confirmedAt",
         c.reason, c.received_at as "receivedAt"
       from confirmation_correction c join incident i on i.id = c.incident_id
       where c.incident_id = any (${parameters.add(incidentIds)}) and ${incidentsInScope(this.scope, parameters, "i")}
       order by c.incident_id, c.received_at, c.id`,
      parameters.values,
    );
  }

  /** The request of a locked incident that is still to be decided. */
  async pendingRetraction(incidentId: string): Promise<RetractionRow | null> {
    return (await this.retractionsOf([incidentId])).find(({ decidedAt }) => decidedAt === null) ?? null;
  }

  async addRetraction(row: {
    readonly id: string;
    readonly incidentId: string;
    readonly submissionId: string;
    readonly grounds: string;
    readonly requestedAt: Instant;
  }): Promise<void> {
    await this.connection.query(
      `insert into retraction (id, incident_id, submission_id, grounds, requested_at) values ($1, $2, $3, $4, $5)`,
      [row.id, row.incidentId, row.submissionId, row.grounds, timestamp(row.requestedAt)],
    );
  }

  async decideRetraction(id: string, isGranted: boolean, reason: string, at: Instant): Promise<void> {
    await this.connection.query(
      `update retraction set is_granted = $2, reason = $3, decided_at = $4 where id = $1 and decided_at is null`,
      [id, isGranted, reason, timestamp(at)],
    );
  }

  async addCorrection(row: CorrectionRow): Promise<void> {
    await this.connection.query(
      `insert into confirmation_correction (id, incident_id, submission_id, previous, confirmed_at, reason, received_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        row.id,
        row.incidentId,
        row.submissionId,
        timestamp(row.previous),
        timestamp(row.confirmedAt),
        row.reason,
        timestamp(row.receivedAt),
      ],
    );
  }
}
