import { Column, Entity, PrimaryColumn } from "typeorm";
import { ownRowsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { Indicator } from "../../domain/incident-card.js";
import type { Instant } from "../../domain/instant.js";
import type { ConcernKind } from "../../domain/notification.js";
import { columnsOf, INSTANT_COLUMN } from "../../platform/columns.js";
import { together, type Connection } from "../../platform/database.js";
import { Parameters } from "../../platform/sql.js";
import { insertIndicators } from "../incidents/indicators-sql.js";

/** One revision of a SOC's analysis (R9.4, R9.5): never overwritten. */
@Entity({ name: "analysis" })
export class AnalysisRow {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "notification_id" }) notificationId!: string;
  @Column({ type: "uuid", name: "soc_id" }) socId!: string;
  @Column({ type: "uuid", name: "submission_id" }) submissionId!: string;
  @Column({ type: "text" }) kind!: ConcernKind;
  @Column({ type: "int" }) revision!: number;
  @Column({ type: "text" }) findings!: string;
  @Column({ type: "uuid", name: "object_ids", array: true }) objectIds!: readonly string[];
  @Column({ type: "text" }) measures!: string;
  @Column({ type: "text" }) conclusions!: string;
  @Column({ type: "text", nullable: true }) recommendations!: string | null;
  /** The incident that it confirmed. */
  @Column({ type: "uuid", name: "incident_id", nullable: true }) incidentId!: string | null;
  @Column({ name: "received_at", ...INSTANT_COLUMN }) receivedAt!: Instant;
}

/** A SOC's statement that what it was notified of was not confirmed (R9.5, R9.6). */
@Entity({ name: "denial" })
export class DenialRow {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "notification_id" }) notificationId!: string;
  @Column({ type: "uuid", name: "soc_id" }) socId!: string;
  @Column({ type: "uuid", name: "submission_id" }) submissionId!: string;
  @Column({ type: "text" }) grounds!: string;
  @Column({ name: "received_at", ...INSTANT_COLUMN }) receivedAt!: Instant;
}

export interface IndicatorOfAnalysis extends Indicator {
  readonly analysisId: string;
}

const COLUMNS = columnsOf(AnalysisRow, "a");

/** What SOCs answered, seen through one scope. */
export class AnswerStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  async byIds(ids: readonly string[]): Promise<AnalysisRow[]> {
    return this.select("a.id", ids);
  }

  /** Every revision of every analysis that answers these notifications, SOC by SOC. */
  async analysesOf(notificationIds: readonly string[]): Promise<AnalysisRow[]> {
    return this.select("a.notification_id", notificationIds);
  }

  async denialsOf(notificationIds: readonly string[]): Promise<DenialRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select ${columnsOf(DenialRow, "d")}
       from denial d
       where d.notification_id = any (${parameters.add(notificationIds)}) and ${ownRowsInScope(this.scope, parameters, "d")}
       order by d.notification_id, d.received_at, d.id`,
      parameters.values,
    );
  }

  async indicatorsOf(analysisIds: readonly string[]): Promise<IndicatorOfAnalysis[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select i.analysis_id as "analysisId", i.type, i.submitted, i.value
       from analysis_indicator i join analysis a on a.id = i.analysis_id
       where i.analysis_id = any (${parameters.add(analysisIds)}) and ${ownRowsInScope(this.scope, parameters, "a")}
       order by i.analysis_id, i.ordinal`,
      parameters.values,
    );
  }

  async addAnalysis(row: AnalysisRow, indicators: readonly Indicator[]): Promise<void> {
    await together([
      this.connection.insert(AnalysisRow, row),
      insertIndicators(this.connection, "analysis_indicator", row.id, indicators),
    ]);
  }

  async addDenial(row: DenialRow): Promise<void> {
    await this.connection.insert(DenialRow, row);
  }

  private select(column: string, ids: readonly string[]): Promise<AnalysisRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select ${COLUMNS} from analysis a
       where ${column} = any (${parameters.add(ids)}) and ${ownRowsInScope(this.scope, parameters, "a")}
       order by a.notification_id, a.soc_id, a.revision`,
      parameters.values,
    );
  }
}
