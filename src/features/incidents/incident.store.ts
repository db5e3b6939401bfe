import { Column, Entity, PrimaryColumn } from "typeorm";
import { incidentsInScope, partsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { AffectedObject, IncidentType, Severity } from "../../domain/incident-card.js";
import type { Instant } from "../../domain/instant.js";
import { isNumber } from "../../domain/references.js";
import { columnsOf, INSTANT_COLUMN } from "../../platform/columns.js";
import type { Connection } from "../../platform/database.js";
import type { Page, Window } from "../../platform/keyset.js";
import { mixedPagingOf } from "../../platform/mixed-keyset.js";
import { PLANNED_EACH_TIME } from "../../platform/prepared-statements.js";
import { Parameters, timestamp, type Keys } from "../../platform/sql.js";
import { isAlways, type Condition, type ObjectWanted } from "./filter/condition.js";
import { objectSql } from "./filter/filter-sql.js";
import { countSql, MOST_OBJECTS, pageSql, pagesSql, sampleSql } from "./filter/list-sql.js";
import { wholeOrder, type SortKey } from "./filter/order.js";
import { DESCRIBES_REGISTERED } from "./open-questions-sql.js";

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

/** How many incidents there are; an estimate is rounded, and says that it is one. */
export interface Count {
  readonly value: number;
  readonly isExact: boolean;
}

/** One page of the list of one SOC or one object. */
export interface PageOfParent {
  readonly parentId: string;
  readonly page: Page<IncidentRow>;
}

/** What is counted one by one. */
const MOST_COUNTED = 10_000;
/** The same of what is a SOC's or an owner's own. */
const MOST_OWN = 100_000;
/** About how many rows are looked at to estimate what is more. */
const SAMPLE = 100_000;

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

  /** One page in an order, by keyset. `now` is the instant at which standings are judged. */
  async page(condition: Condition, sort: readonly SortKey[], window: Window, now: Instant): Promise<Page<IncidentRow>> {
    const asking = { scope: this.scope, parameters: new Parameters(), now };
    const order = wholeOrder(sort);
    const paging = mixedPagingOf<IncidentRow>(order, window, asking.parameters);
    const sql = pageSql(COLUMNS, { table: this.table, condition, order: order.columns, paging }, asking);
    return paging.pageOf(await this.connection.query(planned(condition, sql), asking.parameters.values));
  }

  /** The same page of the list of each of these SOCs or objects. */
  async pagesOf(
    parent: "SOC" | "OBJECT",
    ids: readonly string[],
    condition: Condition,
    sort: readonly SortKey[],
    window: Window,
    now: Instant,
  ): Promise<PageOfParent[]> {
    const asking = { scope: this.scope, parameters: new Parameters(), now };
    const order = wholeOrder(sort);
    const paging = mixedPagingOf<IncidentRow>(order, window, asking.parameters);
    const asked = { table: this.table, condition, order: order.columns, paging, parent };
    const sql = pagesSql(COLUMNS, asking.parameters.add(ids), asked, asking);
    const rows = await this.connection.query<IncidentRow & { readonly parentId: string }>(
      planned(condition, sql),
      asking.parameters.values,
    );
    const byParent = Map.groupBy(rows, ({ parentId }) => parentId);
    return ids.map((parentId) => ({ parentId, page: paging.pageOf(byParent.get(parentId) ?? []) }));
  }

  /**
   * How many incidents fit: counted where they are few; beyond that estimated from a sample of the table's pages, unless that
   * would be all of them.
   */
  async count(condition: Condition, now: Instant): Promise<Count> {
    const most = this.scope.sees === "EVERYTHING" ? MOST_COUNTED : MOST_OWN;
    const counted = await this.countBy(countSql, most + 1, condition, now);
    if (counted <= most) return { value: counted, isExact: true };
    // A sample goes by the size of the whole table, which is nobody's concern but the national centre's.
    if (this.scope.sees !== "EVERYTHING") return { value: most, isExact: false };
    const [table] = await this.connection.query<{ rows: number }>(
      `select reltuples as rows from pg_class where oid = $1::regclass`,
      [this.table],
    );
    const percent = Math.min(100, (100 * SAMPLE) / Math.max(1, table?.rows ?? 0));
    const sampled = await this.countBy(sampleSql, percent, condition, now);
    if (percent === 100) return { value: sampled, isExact: true };
    return { value: Math.max(counted, rounded((sampled * 100) / percent)), isExact: false };
  }

  private async countBy(
    statement: typeof countSql,
    measure: number,
    condition: Condition,
    now: Instant,
  ): Promise<number> {
    const asking = { scope: this.scope, parameters: new Parameters(), now };
    const sql = statement({ table: this.table, condition }, asking.parameters.add(measure), asking);
    const [row] = await this.connection.query<{ count: number }>(planned(condition, sql), asking.parameters.values);
    return row?.count ?? 0;
  }

  /** The registered objects that one may see of which all of this is true; null where they are more than `MOST_OBJECTS`. */
  async objectsWanted(where: ObjectWanted, now: Instant): Promise<readonly string[] | null> {
    const asking = { scope: this.scope, parameters: new Parameters(), now };
    const rows = await this.connection.query<{ id: string }>(
      `${PLANNED_EACH_TIME}select o.id from protected_object o where ${objectSql(where, asking)} limit ${MOST_OBJECTS + 1}`,
      asking.parameters.values,
    );
    return rows.length > MOST_OBJECTS ? null : rows.map(({ id }) => id);
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

/** What narrows a list is planned with its values: no one plan suits a rare value and a common one. */
function planned(condition: Condition, sql: string): string {
  return isAlways(condition) ? sql : `${PLANNED_EACH_TIME}${sql}`;
}

/** To two digits: an estimate says no more. */
function rounded(value: number): number {
  return Number(value.toPrecision(2));
}
