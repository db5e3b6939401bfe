import { Column, Entity, PrimaryColumn } from "typeorm";
import { incidentOf, partsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { AffectedObject, IncidentType, Severity } from "../../domain/incident-card.js";
import type { Instant } from "../../domain/instant.js";
import { columnsOf, INSTANT_COLUMN } from "../../platform/columns.js";
import type { Connection } from "../../platform/database.js";
import { Parameters, type Keys } from "../../platform/sql.js";

/** The initial report of an incident (R9.1). */
@Entity({ name: "incident_report" })
export class ReportRow {
  @PrimaryColumn({ type: "uuid", name: "incident_id" }) incidentId!: string;
  @Column({ type: "uuid", name: "submission_id" }) submissionId!: string;
  @Column({ name: "confirmed_at", ...INSTANT_COLUMN }) confirmedAt!: Instant;
  @Column({ type: "text" }) type!: IncidentType;
  @Column({ type: "text" }) summary!: string;
  @Column({ type: "jsonb", select: false }) affected!: readonly AffectedObject[];
  @Column({ type: "uuid", name: "object_ids", array: true }) objectIds!: readonly string[];
  /** The owners of these objects at that time. */
  @Column({ type: "uuid", name: "owner_ids", array: true }) ownerIds!: readonly string[];
  @Column({ type: "text", nullable: true }) severity!: Severity | null;
  @Column({ name: "received_at", ...INSTANT_COLUMN }) receivedAt!: Instant;
}

/** Reports, seen through one scope. */
export class ReportStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  async ofIncidents(incidentIds: Keys): Promise<ReportRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select ${columnsOf(ReportRow, "r")}, affected_seen(r.affected) as affected
       from incident_report r ${incidentOf(this.scope, "r")}
       where r.incident_id = any (${parameters.add(incidentIds)}) and ${partsInScope(this.scope, parameters, "r", "i")}`,
      parameters.values,
    );
  }

  async add(row: ReportRow): Promise<void> {
    await this.connection.insert(ReportRow, row);
  }
}
