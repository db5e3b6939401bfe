import { Column, Entity, PrimaryColumn } from "typeorm";
import { incidentOf, partsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { Severity } from "../../domain/incident-card.js";
import type { Instant } from "../../domain/instant.js";
import { columnsOf, INSTANT_COLUMN } from "../../platform/columns.js";
import type { Connection } from "../../platform/database.js";
import { Parameters, type Keys } from "../../platform/sql.js";

/** A recorded decision about the level (RA.1): by a review, or by a card that named a level at last. */
@Entity({ name: "severity_review" })
export class ReviewRow {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "incident_id" }) incidentId!: string;
  @Column({ type: "uuid", name: "submission_id" }) submissionId!: string;
  @Column({ type: "text", nullable: true }) previous!: Severity | null;
  @Column({ type: "text" }) severity!: Severity;
  @Column({ type: "text", nullable: true }) reason!: string | null;
  /** The objects that the incident named at that time. */
  @Column({ type: "uuid", name: "object_ids", array: true }) objectIds!: readonly string[];
  /** The owners of these objects at that time. */
  @Column({ type: "uuid", name: "owner_ids", array: true }) ownerIds!: readonly string[];
  @Column({ name: "received_at", ...INSTANT_COLUMN }) receivedAt!: Instant;
}

/** Severity reviews, seen through one scope. */
export class ReviewStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  /** Oldest first. */
  async ofIncidents(incidentIds: Keys): Promise<ReviewRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select ${columnsOf(ReviewRow, "r")}
       from severity_review r ${incidentOf(this.scope, "r")}
       where r.incident_id = any (${parameters.add(incidentIds)}) and ${partsInScope(this.scope, parameters, "r", "i")}
       order by r.incident_id, r.received_at, r.id`,
      parameters.values,
    );
  }

  async add(row: ReviewRow): Promise<void> {
    await this.connection.insert(ReviewRow, row);
  }
}
