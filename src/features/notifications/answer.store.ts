import { Column, Entity, PrimaryColumn } from "typeorm";
import { incidentsInScope, obligationsInScope, ownRowsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { Indicator } from "../../domain/incident-card.js";
import type { Instant } from "../../domain/instant.js";
import type { Answers, LedIncident } from "../../domain/answers.js";
import type { AnalysisKind } from "../../domain/notification.js";
import { columnsOf, INSTANT_COLUMN } from "../../platform/columns.js";
import { together, type Connection } from "../../platform/database.js";
import { Parameters, type Keys } from "../../platform/sql.js";
import { insertIndicators } from "../incidents/indicators-sql.js";

/** One revision of a SOC's analysis (R9.4, R9.5): never overwritten. */
@Entity({ name: "analysis" })
export class AnalysisRow {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "soc_id" }) socId!: string;
  @Column({ type: "uuid", name: "submission_id" }) submissionId!: string;
  @Column({ type: "text" }) kind!: AnalysisKind;
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
  @Column({ type: "uuid", name: "soc_id" }) socId!: string;
  @Column({ type: "uuid", name: "submission_id" }) submissionId!: string;
  @Column({ type: "text" }) grounds!: string;
  @Column({ name: "received_at", ...INSTANT_COLUMN }) receivedAt!: Instant;
}

/** A notification that an analysis or a denial answers. */
export interface AnswerTo {
  readonly notificationId: string;
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

  async byIds(ids: Keys): Promise<AnalysisRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select ${COLUMNS} from analysis a
       where a.id = any (${parameters.add(ids)}) and ${ownRowsInScope(this.scope, parameters, "a")}`,
      parameters.values,
    );
  }

  /** Every revision of every analysis that answers these notifications, SOC by SOC and kind by kind. */
  async analysesOf(notificationIds: Keys): Promise<(AnalysisRow & AnswerTo)[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select ${COLUMNS}, l.notification_id as "notificationId"
       from analysis_notification l join analysis a on a.id = l.analysis_id
       where l.notification_id = any (${parameters.add(notificationIds)}) and ${ownRowsInScope(this.scope, parameters, "a")}
       order by l.notification_id, a.soc_id, a.kind, a.revision`,
      parameters.values,
    );
  }

  /** The notifications that an analysis answers. */
  async answeredBy(analysisIds: readonly string[]): Promise<(AnswerTo & { readonly analysisId: string })[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select l.analysis_id as "analysisId", l.notification_id as "notificationId"
       from analysis_notification l join analysis a on a.id = l.analysis_id
       where l.analysis_id = any (${parameters.add(analysisIds)}) and ${ownRowsInScope(this.scope, parameters, "a")}
       order by l.analysis_id, l.notification_id`,
      parameters.values,
    );
  }

  async denialsByIds(ids: Keys): Promise<DenialRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select ${columnsOf(DenialRow, "d")} from denial d
       where d.id = any (${parameters.add(ids)}) and ${ownRowsInScope(this.scope, parameters, "d")}`,
      parameters.values,
    );
  }

  async denialsOf(notificationIds: Keys): Promise<(DenialRow & AnswerTo)[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select ${columnsOf(DenialRow, "d")}, l.notification_id as "notificationId"
       from denial_notification l join denial d on d.id = l.denial_id
       where l.notification_id = any (${parameters.add(notificationIds)}) and ${ownRowsInScope(this.scope, parameters, "d")}
       order by l.notification_id, d.received_at, d.id`,
      parameters.values,
    );
  }

  /** What one SOC answered each of these notifications with, as far as it meets what they ask for. */
  async given(notificationIds: readonly string[], socId: string): Promise<Map<string, Answers>> {
    const whose = {
      analysis: "a.soc_id = $2",
      denial: "d.soc_id = $2",
      incident: "i.soc_id = $2",
      duty: "o.obligor_id = $2",
    };
    const rows = await this.connection.query<GivenRow>(given("$1", whose), [notificationIds, socId]);
    return new Map(
      notificationIds.map((id) => {
        const of = (said: GivenRow["said"]): GivenRow[] =>
          rows.filter((row) => row.notificationId === id && row.said === said);
        return [
          id,
          {
            analyses: of("ANALYSIS")
              .filter(isFirst)
              .map(({ kind, at }) => ({ kind: kind ?? "EVENT", receivedAt: at })),
            denials: of("DENIAL").map(({ at }) => at),
            incidents: of("INCIDENT").map(ledIncident),
            otherwise: of("OTHERWISE").flatMap(({ at, incidentId }) => (incidentId === null ? at : [])),
            withdrawnAt: of("WITHDRAWN")[0]?.at ?? null,
          },
        ];
      }),
    );
  }

  /** What every SOC that one may see answered these notifications with, oldest first. */
  async givenTo(notificationIds: Keys): Promise<GivenRow[]> {
    if (this.scope.sees === "OWNER") return [];
    const parameters = new Parameters();
    const ids = parameters.add(notificationIds);
    return this.connection.query(
      given(ids, {
        analysis: ownRowsInScope(this.scope, parameters, "a"),
        denial: ownRowsInScope(this.scope, parameters, "d"),
        incident: incidentsInScope(this.scope, parameters, "i"),
        duty: obligationsInScope(this.scope, parameters, "o"),
      }),
      parameters.values,
    );
  }

  async indicatorsOf(analysisIds: Keys): Promise<IndicatorOfAnalysis[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select i.analysis_id as "analysisId", i.type, i.submitted, i.value
       from analysis_indicator i join analysis a on a.id = i.analysis_id
       where i.analysis_id = any (${parameters.add(analysisIds)}) and ${ownRowsInScope(this.scope, parameters, "a")}
       order by i.analysis_id, i.ordinal`,
      parameters.values,
    );
  }

  async addAnalysis(
    row: AnalysisRow,
    indicators: readonly Indicator[],
    notificationIds: readonly string[],
  ): Promise<void> {
    await together([
      this.connection.insert(AnalysisRow, row),
      insertIndicators(this.connection, "analysis_indicator", row.id, indicators),
      this.connection.query(
        `insert into analysis_notification (analysis_id, notification_id) select $1, n from unnest($2::uuid[]) as n`,
        [row.id, notificationIds],
      ),
    ]);
  }

  async addDenial(row: DenialRow, notificationIds: readonly string[]): Promise<void> {
    await together([
      this.connection.insert(DenialRow, row),
      this.connection.query(
        `insert into denial_notification (denial_id, notification_id) select $1, n from unnest($2::uuid[]) as n`,
        [row.id, notificationIds],
      ),
    ]);
  }
}

/** One thing that a SOC answered a notification with, or that changes what it asks for. */
export interface GivenRow {
  readonly said: "ANALYSIS" | "DENIAL" | "INCIDENT" | "OTHERWISE" | "WITHDRAWN";
  readonly notificationId: string;
  readonly socId: string | null;
  /** Of the analysis, the denial, or the record of what came by another way. */
  readonly id: string | null;
  readonly kind: AnalysisKind | null;
  readonly at: Instant;
  /** An incident that was led to, or whose card came by another way. */
  readonly incidentId: string | null;
  readonly confirmedAt: Instant | null;
  /** When its first card reached the centre, through the gateway or otherwise (L22). */
  readonly cardAt: Instant | null;
  /** The record of its receipt where it came otherwise. */
  readonly receiptId: string | null;
  readonly retractionRequestedAt: Instant | null;
}

const NOT_TAKEN_BACK = "not exists (select from receipt_withdrawal x where x.received_otherwise_id = w.id)";

function isFirst({ kind }: GivenRow, index: number, analyses: readonly GivenRow[]): boolean {
  return analyses.findIndex((one) => one.kind === kind) === index;
}

/** The incident of a row that says INCIDENT. */
export function ledIncident({ incidentId, confirmedAt, at, ...row }: GivenRow): LedIncident {
  const { cardAt, receiptId, retractionRequestedAt } = row;
  return { id: incidentId ?? "", confirmedAt: confirmedAt ?? at, cardAt, receiptId, retractionRequestedAt };
}

/** The rows of what was given to the notifications `ids`; `whose` are conditions. */
function given(ids: string, whose: Readonly<Record<"analysis" | "denial" | "incident" | "duty", string>>): string {
  return `
  select 'ANALYSIS' as said, l.notification_id as "notificationId", a.soc_id as "socId", a.id, a.kind, a.received_at as at,
    null::uuid as "incidentId", null::timestamptz as "confirmedAt", null::timestamptz as "cardAt",
    null::uuid as "receiptId", null::timestamptz as "retractionRequestedAt", 0::int8 as place, a.revision
  from analysis_notification l join analysis a on a.id = l.analysis_id
  where l.notification_id = any (${ids}) and ${whose.analysis}
  union all
  select 'DENIAL', l.notification_id, d.soc_id, d.id, null, d.received_at, null, null, null, null, null, 0, 0
  from denial_notification l join denial d on d.id = l.denial_id
  where l.notification_id = any (${ids}) and ${whose.denial}
  union all
  -- L15: the card runs from the confirmation that counts, or from the earliest under the terms.
  select 'INCIDENT', l.notification_id, i.soc_id, null, null, l.linked_at, i.id,
    coalesce((select o.starts_at from obligation o where o.incident_id = i.id and o.rule = 'R9.3' and not o.is_void), i.confirmed_at),
    first_card.received_at, first_card.receipt_id,
    (select min(r.requested_at) from retraction r join retraction_decision e on e.retraction_id = r.id
     where r.incident_id = i.id and e.is_granted),
    l.place, 0
  from incident_notification l join incident i on i.id = l.incident_id
    left join lateral (
      select c.received_at, null::uuid as receipt_id, 0 as place from incident_card c where c.incident_id = i.id
      union all
      select w.received_at, w.id, 1 from received_otherwise w join obligation o on o.id = w.obligation_id
      where w.incident_id = i.id and o.rule in ('R9.3', 'R9.6') and ${NOT_TAKEN_BACK}
        and w.received_at >= coalesce(i.occurred_at, w.received_at)
      order by received_at, place, receipt_id limit 1
    ) first_card on true
  where l.notification_id = any (${ids}) and ${whose.incident}
  union all
  select 'OTHERWISE', o.notification_id, o.obligor_id, w.id, null, w.received_at, w.incident_id, null, null, null, null, 0, 0
  from received_otherwise w join obligation o on o.id = w.obligation_id
  where o.notification_id = any (${ids}) and ${whose.duty} and ${NOT_TAKEN_BACK}
    and not exists (select from incident i where i.id = w.incident_id and w.received_at < i.occurred_at)
  union all
  select 'WITHDRAWN', w.follows_id, null, null, null, w.sent_at, null, null, null, null, null, 0, 0
  from notification w where w.follows_id = any (${ids}) and w.follows_as = 'WITHDRAWAL'
  order by place, revision, at`;
}
