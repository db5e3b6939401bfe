import { incidentOf, incidentsInScope, partsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { CorrectionRequest } from "../../domain/decisions.js";
import type { Instant } from "../../domain/instant.js";
import { instantIn } from "../../platform/columns.js";
import { together, type Connection } from "../../platform/database.js";
import { Parameters, timestamp, type Keys } from "../../platform/sql.js";
import { PENDING_REQUEST } from "./open-questions-sql.js";

/** A SOC's request to retract an incident (L18), and what the national centre decided. */
export interface RetractionRow {
  readonly id: string;
  readonly incidentId: string;
  readonly submissionId: string | null;
  /** Null, as `requestedAt`, for an owner who sees the decision alone: the request was not of its object. */
  readonly grounds: string | null;
  readonly requestedAt: Instant | null;
  /** Null, as what follows, until it is decided, and for an owner of whose object the decision was not. */
  readonly isGranted: boolean | null;
  readonly reason: string | null;
  readonly decidedAt: Instant | null;
  readonly decisionSubmissionId: string | null;
}

/** The objects of a statement and their owners at that time. */
interface Said {
  readonly objectIds: readonly string[];
  readonly ownerIds: readonly string[];
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

/** A SOC's request to correct a confirmation that it declared by mistake (L4). */
export interface CorrectionRequestRow extends CorrectionRequest {
  readonly id: string;
  readonly incidentId: string;
  readonly submissionId: string;
  readonly confirmedAt: Instant;
  readonly reason: string;
  readonly requestedAt: Instant;
}

/** What of a request there is from the start. */
type NewCorrectionRequest = Pick<
  CorrectionRequestRow,
  "id" | "incidentId" | "submissionId" | "confirmedAt" | "reason" | "requestedAt"
>;

/** Retractions and corrections, seen through one scope. */
export class CorrectionStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  /** Oldest first. */
  async retractionsOf(incidentIds: Keys): Promise<RetractionRow[]> {
    const parameters = new Parameters();
    const ids = parameters.add(incidentIds);
    // Of request and decision one may be out of an owner's scope.
    return this.connection.query(
      `with request as (
         select r.id, r.incident_id, r.submission_id, r.grounds, r.requested_at from retraction r ${incidentOf(this.scope, "r")}
         where r.incident_id = any (${ids}) and ${partsInScope(this.scope, parameters, "r", "i")}
       ), decision as (
         select d.retraction_id, d.incident_id, d.submission_id, d.is_granted, d.reason, d.decided_at from retraction_decision d
           ${incidentOf(this.scope, "d")}
         where d.incident_id = any (${ids}) and ${partsInScope(this.scope, parameters, "d", "i")}
       )
       select coalesce(r.id, d.retraction_id) as id, coalesce(r.incident_id, d.incident_id) as "incidentId", r.grounds,
         ${instantIn("r.requested_at")} as "requestedAt", d.is_granted as "isGranted", d.reason, ${instantIn("d.decided_at")} as "decidedAt",
         r.submission_id as "submissionId", d.submission_id as "decisionSubmissionId"
       from request r full join decision d on d.retraction_id = r.id
       order by 2, coalesce(r.requested_at, d.decided_at), 1`,
      parameters.values,
    );
  }

  /** Oldest first. */
  async correctionsOf(incidentIds: Keys): Promise<CorrectionRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select c.id, c.incident_id as "incidentId", c.submission_id as "submissionId", ${instantIn("c.previous")} as previous, ${instantIn("c.confirmed_at")} as "confirmedAt",
         c.reason, ${instantIn("c.received_at")} as "receivedAt"
       from confirmation_correction c ${incidentOf(this.scope, "c")}
       where c.incident_id = any (${parameters.add(incidentIds)}) and ${partsInScope(this.scope, parameters, "c", "i")}
       order by c.incident_id, c.received_at, c.id`,
      parameters.values,
    );
  }

  /** The request of a locked incident that is still to be decided. */
  async pendingRetraction(incidentId: string): Promise<RetractionRow | null> {
    return (await this.retractionsOf([incidentId])).find(({ decidedAt }) => decidedAt === null) ?? null;
  }

  /** Oldest first; an owner sees none: how the SOC stands is not its concern. */
  async requestsOf(incidentIds: Keys): Promise<CorrectionRequestRow[]> {
    if (this.scope.sees === "OWNER") return [];
    const parameters = new Parameters();
    return this.connection.query(
      `select c.id, c.incident_id as "incidentId", c.submission_id as "submissionId", ${instantIn("c.confirmed_at")} as "confirmedAt", c.reason, ${instantIn("c.requested_at")} as "requestedAt",
         ${instantIn("c.decided_at")} as "decidedAt", c.refusal_reason as "refusalReason", ${instantIn("c.replaced_at")} as "replacedAt", ${instantIn("c.settled_at")} as "settledAt",
         ${instantIn("c.withdrawn_at")} as "withdrawnAt"
       from correction_request c join incident i on i.id = c.incident_id
       where c.incident_id = any (${parameters.add(incidentIds)}) and ${incidentsInScope(this.scope, parameters, "i")}
       order by c.incident_id, c.requested_at, coalesce(c.replaced_at, c.settled_at, c.withdrawn_at), c.id`,
      parameters.values,
    );
  }

  /** It takes the place of one that is pending. */
  async addRequest(row: NewCorrectionRequest): Promise<void> {
    await this.endRequest(row.incidentId, "replaced_at", row.requestedAt);
    await this.connection.query(
      `insert into correction_request (id, incident_id, submission_id, confirmed_at, reason, requested_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [row.id, row.incidentId, row.submissionId, timestamp(row.confirmedAt), row.reason, timestamp(row.requestedAt)],
    );
  }

  /** A correction, to whatever time, decides what was requested; so does a refusal, with its reason. */
  async decideRequests(incidentId: string, at: Instant, refusalReason: string | null): Promise<void> {
    await this.connection.query(
      `update correction_request set decided_at = $2, refusal_reason = $3 where incident_id = $1 and ${PENDING_REQUEST}`,
      [incidentId, timestamp(at), refusalReason],
    );
  }

  /** The time that a pending request asks for counts by what its SOC declared: nothing is left to decide. */
  settleRequest(incidentId: string, at: Instant): Promise<void> {
    return this.endRequest(incidentId, "settled_at", at);
  }

  /** Its SOC takes a pending request back. */
  withdrawRequest(incidentId: string, at: Instant): Promise<void> {
    return this.endRequest(incidentId, "withdrawn_at", at);
  }

  private async endRequest(
    incidentId: string,
    as: "replaced_at" | "settled_at" | "withdrawn_at",
    at: Instant,
  ): Promise<void> {
    await this.connection.query(
      `update correction_request set ${as} = $2 where incident_id = $1 and ${PENDING_REQUEST}`,
      [incidentId, timestamp(at)],
    );
  }

  async addRetraction(
    row: Said & {
      readonly id: string;
      readonly incidentId: string;
      readonly submissionId: string;
      readonly grounds: string;
      readonly requestedAt: Instant;
    },
  ): Promise<void> {
    await this.connection.query(
      `insert into retraction (id, incident_id, submission_id, grounds, requested_at, object_ids, owner_ids)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [row.id, row.incidentId, row.submissionId, row.grounds, timestamp(row.requestedAt), row.objectIds, row.ownerIds],
    );
  }

  /** Decides a request; the time on the request itself says no more than that it is pending no longer. */
  async decideRetraction(
    row: Said & {
      readonly retractionId: string;
      readonly incidentId: string;
      readonly submissionId: string;
      readonly isGranted: boolean;
      readonly reason: string;
      readonly decidedAt: Instant;
    },
  ): Promise<void> {
    const at = timestamp(row.decidedAt);
    await together([
      this.connection.query(`update retraction set decided_at = $2 where id = $1`, [row.retractionId, at]),
      this.connection.query(
        `insert into retraction_decision (retraction_id, incident_id, submission_id, is_granted, reason, decided_at, object_ids, owner_ids)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          row.retractionId,
          row.incidentId,
          row.submissionId,
          row.isGranted,
          row.reason,
          at,
          row.objectIds,
          row.ownerIds,
        ],
      ),
    ]);
  }

  async addCorrection(row: CorrectionRow & Said): Promise<void> {
    await this.connection.query(
      `insert into confirmation_correction (id, incident_id, submission_id, previous, confirmed_at, reason, received_at,
         object_ids, owner_ids)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        row.id,
        row.incidentId,
        row.submissionId,
        timestamp(row.previous),
        timestamp(row.confirmedAt),
        row.reason,
        timestamp(row.receivedAt),
        row.objectIds,
        row.ownerIds,
      ],
    );
  }
}
