import { Column, Entity, PrimaryColumn } from "typeorm";
import { incidentsInScope, obligationsInScope, partsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { AffectedObject, IncidentType, Severity } from "../../domain/incident-card.js";
import { toIso, type Instant } from "../../domain/instant.js";
import type { OpenQuestion } from "../../domain/open-questions.js";
import type { ObligationKind, Standing } from "../../domain/obligations.js";
import { isNumber } from "../../domain/references.js";
import { columnsOf, INSTANT_COLUMN } from "../../platform/columns.js";
import type { Connection } from "../../platform/database.js";
import { readPage, type Page, type Window } from "../../platform/keyset.js";
import { all, Parameters, timestamp, type Keys } from "../../platform/sql.js";
import { DESCRIBES_REGISTERED, withOpenQuestion } from "./open-questions-sql.js";
import { standingInSql } from "../obligations/standing-sql.js";

/** A confirmed incident: what its dossier says now. */
@Entity({ name: "incident" })
export class IncidentRow {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "text" }) number!: string;
  @Column({ type: "uuid", name: "soc_id" }) socId!: string;
  /** What it harmed, by the latest report or card; for an owner, what of that was its own. */
  @Column({ type: "jsonb", select: false }) affected!: readonly AffectedObject[];
  /** The registered ones among them. */
  @Column({ type: "uuid", name: "object_ids", array: true }) objectIds!: readonly string[];
  @Column({ type: "text" }) type!: IncidentType;
  /** The level of the latest report, card revision or review (L10). */
  @Column({ type: "text", nullable: true }) severity!: Severity | null;
  /** The earliest declared confirmation (L4). */
  @Column({ name: "confirmed_at", ...INSTANT_COLUMN }) confirmedAt!: Instant;
  @Column({ name: "occurred_at", nullable: true, ...INSTANT_COLUMN }) occurredAt!: Instant | null;
  /** When the gateway received the first report or card about it. */
  @Column({ name: "received_at", ...INSTANT_COLUMN }) receivedAt!: Instant;
  /** 0 where no card has been accepted yet. */
  @Column({ type: "int", name: "last_revision" }) lastRevision!: number;
  /** True once the national centre has corrected the confirmation (L4). */
  @Column({ type: "boolean", name: "is_corrected" }) isCorrected!: boolean;
  /** True where that is before the terms were in force (L15); for an owner never: how a SOC stands is not its concern. */
  @Column({ type: "boolean", name: "is_before_terms" }) isBeforeTerms!: boolean;
  /** When its retraction was granted (L18). */
  @Column({ name: "retracted_at", nullable: true, ...INSTANT_COLUMN }) retractedAt!: Instant | null;
}

const COLUMNS = `${columnsOf(IncidentRow, "i")}, affected_seen(i.affected) as affected`;

/** That one incident repeats an earlier one. */
export interface Repetition {
  readonly earlierId: string;
  readonly laterId: string;
}

/** What a list of incidents is narrowed by; ids are internal ids. */
export interface IncidentFilter {
  readonly socIds?: readonly string[];
  readonly objectIds?: readonly string[];
  readonly severities?: readonly Severity[];
  readonly types?: readonly IncidentType[];
  readonly receivedFrom?: Instant;
  readonly receivedBefore?: Instant;
  readonly confirmedFrom?: Instant;
  readonly confirmedBefore?: Instant;
  readonly openQuestions?: readonly OpenQuestion[];
  readonly obligation?: { readonly kind: ObligationKind; readonly standings: readonly Standing[] };
}

export type IncidentOrder = "NEWEST_FIRST" | "OLDEST_FIRST";

/**
 * Incidents, seen through one scope. An owner reads its own copies, each with the incident as it was when something was last stated
 * of an object that was its own: what is said of somebody else's object never reaches them.
 */
export class IncidentStore {
  private readonly table: "incident" | "owner_incident";

  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {
    this.table = scope.sees === "OWNER" ? "owner_incident" : "incident";
  }

  async byIds(ids: Keys): Promise<IncidentRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select ${COLUMNS} from ${this.table} i
       where i.id = any (${parameters.add(ids)}) and ${incidentsInScope(this.scope, parameters, "i")}`,
      parameters.values,
    );
  }

  /** Those to which these notifications led, each with the notification, in the order in which they were linked. */
  async ofNotifications(notificationIds: Keys): Promise<(IncidentRow & { readonly notificationId: string })[]> {
    if (this.scope.sees === "OWNER") return [];
    const parameters = new Parameters();
    return this.connection.query(
      `select ${COLUMNS}, l.notification_id as "notificationId"
       from incident_notification l join incident i on i.id = l.incident_id
       where l.notification_id = any (${parameters.add(notificationIds)}) and ${incidentsInScope(this.scope, parameters, "i")}
       order by l.place`,
      parameters.values,
    );
  }

  /** L9: those of these incidents that describe an object by what is the code or the name of a registered one. */
  async describingRegistered(incidentIds: Keys): Promise<{ readonly incidentId: string }[]> {
    if (this.scope.sees === "OWNER") return [];
    const parameters = new Parameters();
    return this.connection.query(
      `select i.id as "incidentId" from incident i
       where i.id = any (${parameters.add(incidentIds)}) and ${incidentsInScope(this.scope, parameters, "i")}
         and ${DESCRIBES_REGISTERED}`,
      parameters.values,
    );
  }

  /** The other dossiers of the same incidents that one may see, with the incident whose list each is on. */
  async sameAs(incidentIds: Keys): Promise<(IncidentRow & { readonly sameAs: string })[]> {
    if (this.scope.sees === "OWNER") return [];
    const parameters = new Parameters();
    return this.connection.query(
      `select ${COLUMNS}, s.incident_id as "sameAs"
       from same_incident s join same_incident o on o.group_id = s.group_id and o.incident_id <> s.incident_id
         join incident i on i.id = o.incident_id
       where s.incident_id = any (${parameters.add(incidentIds)}) and ${incidentsInScope(this.scope, parameters, "i")}
       order by s.incident_id, i.received_at, i.id`,
      parameters.values,
    );
  }

  /** The earlier incidents that the latest cards of these name, each with the incident that repeats it. */
  async repeatedBy(incidentIds: Keys): Promise<(IncidentRow & Repetition)[]> {
    return this.repetitions(incidentIds, "later");
  }

  /** The later incidents whose latest cards name one of these, oldest first, each with the one that it repeats. */
  async repeating(incidentIds: Keys): Promise<(IncidentRow & Repetition)[]> {
    return this.repetitions(incidentIds, "earlier");
  }

  private async repetitions(incidentIds: Keys, of: "earlier" | "later"): Promise<(IncidentRow & Repetition)[]> {
    const parameters = new Parameters();
    const [earlier, later] = of === "earlier" ? [of, "i"] : ["i", of];
    return this.connection.query(
      `select ${COLUMNS}, ${earlier}.id as "earlierId", ${later}.id as "laterId"
       from ${this.table} ${later} join incident_card c on c.incident_id = ${later}.id and c.revision = ${later}.last_revision
         join ${this.table} ${earlier} on ${earlier}.number = c.earlier_incident_number
       where ${of}.id = any (${parameters.add(incidentIds)}) and ${incidentsInScope(this.scope, parameters, of)}
         and ${incidentsInScope(this.scope, parameters, "i")} and ${partsInScope(this.scope, parameters, "c", later)}
       order by i.received_at, i.id`,
      parameters.values,
    );
  }

  /** In capitals or not. Null where there is none in scope, also for a text that can be no number. */
  async byNumber(number: string): Promise<IncidentRow | null> {
    if (!isNumber(number)) return null;
    const parameters = new Parameters();
    const [row] = await this.connection.query<IncidentRow>(
      `select ${COLUMNS} from ${this.table} i
       where i.number = ${parameters.add(number.toUpperCase())} and ${incidentsInScope(this.scope, parameters, "i")}`,
      parameters.values,
    );
    return row ?? null;
  }

  /** Those of these numbers, in capitals, that one may see. */
  async numbered(numbers: readonly string[]): Promise<Pick<IncidentRow, "id" | "number">[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select i.id, i.number from ${this.table} i
       where i.number = any (${parameters.add(numbers)}) and ${incidentsInScope(this.scope, parameters, "i")}`,
      parameters.values,
    );
  }

  /** One page by keyset on (received_at, id). `now` is the instant at which standings are judged. */
  async page(filter: IncidentFilter, order: IncidentOrder, window: Window, now: Instant): Promise<Page<IncidentRow>> {
    const parameters = new Parameters();
    const conditions = [
      incidentsInScope(this.scope, parameters, "i"),
      ...conditionsOf(filter, this.scope, parameters, now),
    ];
    return readPage<IncidentRow>(
      {
        list: "incidents",
        columns: ["i.received_at", "i.id"],
        types: ["timestamptz", "uuid"],
        direction: order === "NEWEST_FIRST" ? "desc" : "asc",
        valuesOf: ({ receivedAt, id }) => [toIso(receivedAt), id],
      },
      window,
      parameters,
      ({ where, orderBy, limit }) =>
        this.connection.query(
          `select ${COLUMNS} from ${this.table} i where ${all([...conditions, where])} order by ${orderBy} limit ${limit}`,
          parameters.values,
        ),
    );
  }

  /**
   * Locks the incident until the transaction ends. Every act about an incident does this first: so facts of one
   * incident never swap in the feed. For an owner, who changes nothing of it but what it owes to that owner, the incident is
   * held behind its copy.
   */
  async lock(id: string): Promise<IncidentRow | null> {
    if (this.scope.sees === "OWNER") {
      if ((await this.byIds([id])).length > 0) await this.connection.query(`select hold_incident($1)`, [id]);
      return (await this.byIds([id]))[0] ?? null;
    }
    const parameters = new Parameters();
    const [row] = await this.connection.query<IncidentRow>(
      `select ${COLUMNS} from ${this.table} i
       where i.id = ${parameters.add(id)} and ${incidentsInScope(this.scope, parameters, "i")} for update`,
      parameters.values,
    );
    return row ?? null;
  }

  /** Locks several incidents, in one order. */
  async lockAll(ids: readonly string[]): Promise<IncidentRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select ${COLUMNS} from ${this.table} i
       where i.id = any (${parameters.add(ids)}) and ${incidentsInScope(this.scope, parameters, "i")} order by i.id for update`,
      parameters.values,
    );
  }

  /** Adds an incident and gives its number: the SOC's code, the year in Asia/Almaty, the SOC's count in that year. */
  async add(row: Omit<IncidentRow, "number">, socCode: string, year: number): Promise<string> {
    const [added] = await this.connection.query<{ number: string }>(
      `with numbered as (
         insert into incident_numbering (soc_id, year, last) values ($2, $12, 1)
         on conflict (soc_id, year) do update set last = incident_numbering.last + 1 returning last
       )
       insert into incident (id, soc_id, object_ids, affected, type, severity, confirmed_at, occurred_at,
         received_at, last_revision, is_before_terms, number)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $13,
         $11 || '-' || $12::int || '-' || lpad(last::text, greatest(4, length(last::text)), '0')
       from numbered returning number`,
      [
        row.id,
        row.socId,
        row.objectIds,
        JSON.stringify(row.affected),
        row.type,
        row.severity,
        timestamp(row.confirmedAt),
        row.occurredAt === null ? null : timestamp(row.occurredAt),
        timestamp(row.receivedAt),
        row.lastRevision,
        socCode,
        year,
        row.isBeforeTerms,
      ],
    );
    if (!added) throw new Error("an insert returned no row");
    return added.number;
  }

  /** Writes what a later statement changed. The incident is locked. */
  async change(row: IncidentRow): Promise<void> {
    await this.connection.query(
      `update incident set object_ids = $2, affected = $3, type = $4, severity = $5, confirmed_at = $6,
         occurred_at = $7, last_revision = $8, is_corrected = $9, retracted_at = $10,
         is_before_terms = $11 where id = $1`,
      [
        row.id,
        row.objectIds,
        JSON.stringify(row.affected),
        row.type,
        row.severity,
        timestamp(row.confirmedAt),
        row.occurredAt === null ? null : timestamp(row.occurredAt),
        row.lastRevision,
        row.isCorrected,
        row.retractedAt === null ? null : timestamp(row.retractedAt),
        row.isBeforeTerms,
      ],
    );
  }
}

function conditionsOf(filter: IncidentFilter, scope: Scope, parameters: Parameters, now: Instant): string[] {
  const conditions: string[] = [];
  const among = (column: string, values: readonly string[] | undefined, type: string): void => {
    if (values) conditions.push(`${column} = any (${parameters.add(values)}::${type}[])`);
  };
  const compare = (column: string, sign: ">=" | "<", at: Instant | undefined): void => {
    if (at !== undefined) conditions.push(`${column} ${sign} ${parameters.add(timestamp(at))}`);
  };
  among("i.soc_id", filter.socIds, "uuid");
  if (filter.objectIds) {
    const ids = `${parameters.add(filter.objectIds)}::uuid[]`;
    // An owner's own copies are few; among all incidents those that name an object are looked up.
    conditions.push(
      scope.sees === "OWNER" ? `i.object_ids && ${ids}` : `i.id = any (array(select incidents_naming(${ids})))`,
    );
  }
  among("i.severity", filter.severities, "text");
  among("i.type", filter.types, "text");
  compare("i.received_at", ">=", filter.receivedFrom);
  compare("i.received_at", "<", filter.receivedBefore);
  compare("i.confirmed_at", ">=", filter.confirmedFrom);
  compare("i.confirmed_at", "<", filter.confirmedBefore);
  // Of an owner's copies nothing is asked: how a SOC stands is not its concern.
  if (filter.openQuestions) conditions.push(scope.sees === "OWNER" ? "false" : withOpenQuestion(filter.openQuestions));
  if (filter.obligation) {
    const { kind, standings } = filter.obligation;
    const at = (): string => parameters.add(timestamp(now));
    const anyStanding = standings.map((one) => standingInSql(one, "o", at)).join(" or ");
    // A SOC's incident has that SOC's duties alone.
    const seen = scope.sees === "OWNER" ? obligationsInScope(scope, parameters, "o") : "true";
    conditions.push(
      `exists (select 1 from obligation o where o.incident_id = i.id and o.kind = ${parameters.add(kind)} and ${seen}
        and (${anyStanding || "false"}))`,
    );
  }
  return conditions;
}
