import { incidentOf, incidentsInScope, partsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { Instant } from "../../domain/instant.js";
import { together, type Connection } from "../../platform/database.js";
import { Parameters, timestamp } from "../../platform/sql.js";

/** A SOC's request to retract an incident (L18), and what the national centre decided. */
export interface RetractionRow {
  readonly id: string;
  readonly incidentId: string;
  /** Null, as `requestedAt`, for an owner who sees the decision alone: the request was not of its object. */
  readonly grounds: string | null;
  readonly requestedAt: Instant | null;
  /** Null, as what follows, until it is decided, and for an owner of whose object the decision was not. */
  readonly isGranted: boolean | null;
  readonly reason: string | null;
  readonly decidedAt: Instant | null;
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
export interface CorrectionRequestRow {
  readonly id: string;
  readonly incidentId: string;
  readonly confirmedAt: Instant;
  readonly reason: string;
  readonly requestedAt: Instant;
  /** When the national centre corrected the confirmation, or refused to; null until then. */
  readonly decidedAt: Instant | null;
  /** Why it refused; null where it did not. */
  readonly refusalReason: string | null;
  /** When a later request took its place; null where none has. */
  readonly replacedAt: Instant | null;
}

/** Whether the national centre has still to decide a request. */
export function isPending({ decidedAt, replacedAt }: CorrectionRequestRow): boolean {
  return decidedAt === null && replacedAt === null;
}

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

/** Retractions and corrections, seen through one scope. */
export class CorrectionStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  /** Oldest first. */
  async retractionsOf(incidentIds: readonly string[]): Promise<RetractionRow[]> {
    const parameters = new Parameters();
    const ids = parameters.add(incidentIds);
    // Of request and decision one may be out of an owner's scope.
    return this.connection.query(
      `with request as (
         select r.id, r.incident_id, r.grounds, r.requested_at from retraction r ${incidentOf(this.scope, "r")}
         where r.incident_id = any (${ids}) and ${partsInScope(this.scope, parameters, "r", "i")}
       ), decision as (
         select d.retraction_id, d.incident_id, d.is_granted, d.reason, d.decided_at from retraction_decision d
           ${incidentOf(this.scope, "d")}
         where d.incident_id = any (${ids}) and ${partsInScope(this.scope, parameters, "d", "i")}
       )
       select coalesce(r.id, d.retraction_id) as id, coalesce(r.incident_id, d.incident_id) as "incidentId", r.grounds,
         r.requested_at as "requestedAt", d.is_granted as "isGranted", d.reason, d.decided_at as "decidedAt"
       from request r full join decision d on d.retraction_id = r.id
       order by 2, coalesce(r.requested_at, d.decided_at), 1`,
      parameters.values,
    );
  }

  /** Oldest first. */
  async correctionsOf(incidentIds: readonly string[]): Promise<CorrectionRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select c.id, c.incident_id as "incidentId", c.submission_id as "submissionId", c.previous, c.confirmed_at as "confirmedAt",
         c.reason, c.received_at as "receivedAt"
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
  async requestsOf(incidentIds: readonly string[]): Promise<CorrectionRequestRow[]> {
    if (this.scope.sees === "OWNER") return [];
    const parameters = new Parameters();
    return this.connection.query(
      `select c.id, c.incident_id as "incidentId", c.confirmed_at as "confirmedAt", c.reason, c.requested_at as "requestedAt",
         c.decided_at as "decidedAt", c.refusal_reason as "refusalReason", c.replaced_at as "replacedAt"
       from correction_request c join incident i on i.id = c.incident_id
       where c.incident_id = any (${parameters.add(incidentIds)}) and ${incidentsInScope(this.scope, parameters, "i")}
       order by c.incident_id, c.requested_at, c.replaced_at, c.id`,
      parameters.values,
    );
  }

  /** Oldest first; the national centre's alone: the reasons may speak of other SOCs' dossiers. */
  async sameDecisionsOf(incidentIds: readonly string[]): Promise<SameDecisionRow[]> {
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

  async addSameDecision({ submissionId, incidentIds, isLinked, reason, decidedAt }: SameDecision): Promise<void> {
    await this.connection.query(
      `insert into same_incident_decision (submission_id, incident_id, is_linked, reason, decided_at)
       select $1, n, $3, $4, $5 from unnest($2::uuid[]) as n`,
      [submissionId, incidentIds, isLinked, reason, timestamp(decidedAt)],
    );
  }

  /** It takes the place of one that is pending. */
  async addRequest(
    row: Omit<CorrectionRequestRow, "decidedAt" | "refusalReason" | "replacedAt"> & { readonly submissionId: string },
  ): Promise<void> {
    await this.connection.query(
      `update correction_request set replaced_at = $2
       where incident_id = $1 and decided_at is null and replaced_at is null`,
      [row.incidentId, timestamp(row.requestedAt)],
    );
    await this.connection.query(
      `insert into correction_request (id, incident_id, submission_id, confirmed_at, reason, requested_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [row.id, row.incidentId, row.submissionId, timestamp(row.confirmedAt), row.reason, timestamp(row.requestedAt)],
    );
  }

  /** A correction, to whatever time, decides what was requested; so does a refusal, with its reason. */
  async decideRequests(incidentId: string, at: Instant, refusalReason: string | null): Promise<void> {
    await this.connection.query(
      `update correction_request set decided_at = $2, refusal_reason = $3
       where incident_id = $1 and decided_at is null and replaced_at is null`,
      [incidentId, timestamp(at), refusalReason],
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
      readonly isGranted: boolean;
      readonly reason: string;
      readonly decidedAt: Instant;
    },
  ): Promise<void> {
    const at = timestamp(row.decidedAt);
    await together([
      this.connection.query(`update retraction set decided_at = $2 where id = $1`, [row.retractionId, at]),
      this.connection.query(
        `insert into retraction_decision (retraction_id, incident_id, is_granted, reason, decided_at, object_ids, owner_ids)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [row.retractionId, row.incidentId, row.isGranted, row.reason, at, row.objectIds, row.ownerIds],
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
