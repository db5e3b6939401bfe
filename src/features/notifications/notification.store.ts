import { Column, Entity, PrimaryColumn } from "typeorm";
import {
  notificationsInScope,
  obligationsInScope,
  ownRowsInScope,
  withheldReasonsInScope,
} from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { Indicator } from "../../domain/incident-card.js";
import { toIso, type Instant } from "../../domain/instant.js";
import type { Addressing, Marking, Reason, ReasonKind, Subject } from "../../domain/notification.js";
import { columnsOf, INSTANT_COLUMN, instantIn } from "../../platform/columns.js";
import { together, type Connection } from "../../platform/database.js";
import { newId } from "../../platform/identity.js";
import { readPage, type Page, type Window } from "../../platform/keyset.js";
import { all, areNone, Parameters, timestamp, type Keys } from "../../platform/sql.js";
import { insertIndicators } from "../incidents/indicators-sql.js";
import { conditionsOf, type NotificationFilter } from "./filter-sql.js";

/** A notification of the national centre (R12.1): never edited, only followed by a supplement or a withdrawal. */
@Entity({ name: "notification" })
export class NotificationRow {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "text" }) number!: string;
  @Column({ type: "uuid", name: "submission_id" }) submissionId!: string;
  @Column({ type: "text" }) subject!: Subject;
  @Column({ type: "uuid", name: "concern_id", nullable: true }) detectionId!: string | null;
  @Column({ type: "uuid", name: "incident_id", nullable: true }) incidentId!: string | null;
  @Column({ type: "text" }) text!: string;
  @Column({ type: "text" }) marking!: Marking;
  @Column({ type: "uuid", name: "follows_id", nullable: true }) followsId!: string | null;
  @Column({ type: "text", name: "follows_as", nullable: true }) followsAs!: "SUPPLEMENT" | "WITHDRAWAL" | null;
  @Column({ name: "sent_at", ...INSTANT_COLUMN }) sentAt!: Instant;
  /** When the incident that it is about was retracted (L18): read, also where the incident itself is out of scope. */
  readonly incidentRetractedAt?: Instant | null;
}

/** One SOC that was notified, and why. */
@Entity({ name: "notification_recipient" })
export class RecipientRow {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "notification_id" }) notificationId!: string;
  @Column({ type: "uuid", name: "soc_id" }) socId!: string;
  /** For the SOC itself those alone that show no more than the notification does: read by scope. */
  @Column({ type: "jsonb", select: false }) reasons!: readonly Reason[];
  /** L16. */
  @Column({ name: "available_at", ...INSTANT_COLUMN }) availableAt!: Instant;
  @Column({ name: "acknowledged_at", nullable: true, ...INSTANT_COLUMN }) acknowledgedAt!: Instant | null;
}

/** The answer that a notification asks for by itself, as an index has it. */
const ASKED_BY_ITSELF = "o.notification_id is not null and o.incident_id is null";

export interface IndicatorOfNotification extends Indicator {
  readonly notificationId: string;
}

const COLUMNS = `${columnsOf(NotificationRow, "n")},
  case when n.incident_id is not null then ${instantIn("retraction_told_by(n.id)")} end as "incidentRetractedAt"`;
const RECIPIENT_COLUMNS = columnsOf(RecipientRow, "r");

/** Who fits an addressing, and the reasons of each. */
export interface Addressed {
  readonly socId: string;
  readonly code: string;
  readonly reasons: readonly Reason[];
}

/** A recipient's reasons, with those that are withheld from it where one may see them. */
function reasonsInScope(scope: Scope, recipient: string): string {
  return `${recipient}.reasons || coalesce((select w.reasons from withheld_reason w
    where w.recipient_id = ${recipient}.id and ${withheldReasonsInScope(scope)}), '[]'::jsonb)`;
}

/** Notifications and their recipients, seen through one scope. */
export class NotificationStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  async byIds(ids: Keys): Promise<NotificationRow[]> {
    return this.select("n.id", ids);
  }

  /** Those of these numbers, in capitals, that one may see. */
  async numbered(numbers: readonly string[]): Promise<Pick<NotificationRow, "id" | "number">[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select n.id, n.number from notification n
       where n.number = any (${parameters.add(numbers)}) and ${notificationsInScope(this.scope, parameters, "n.id")}`,
      parameters.values,
    );
  }

  /** What followed these, oldest first. */
  async following(ids: Keys): Promise<NotificationRow[]> {
    return this.select("n.follows_id", ids);
  }

  /** The notifications about these threats, events and detected incidents, oldest first. */
  async ofDetections(ids: Keys): Promise<NotificationRow[]> {
    return this.select("n.concern_id", ids);
  }

  /** The notifications about these incidents of SOCs, oldest first. */
  async aboutIncidents(ids: Keys): Promise<NotificationRow[]> {
    return this.select("n.incident_id", ids);
  }

  /** Those that led to these incidents, each with the incident, in the order in which they were linked. */
  async ledTo(incidentIds: Keys): Promise<(NotificationRow & { readonly ledTo: string })[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select ${COLUMNS}, l.incident_id as "ledTo" from incident_notification l join notification n on n.id = l.notification_id
       where l.incident_id = any (${parameters.add(incidentIds)}) and ${notificationsInScope(this.scope, parameters, "n.id")}
       order by l.incident_id, l.place`,
      parameters.values,
    );
  }

  /**
   * Locks a notification until the transaction ends: one follow-up at a time. Its row cannot be locked, since the gateway has
   * no right to change it.
   */
  async lock(id: string): Promise<NotificationRow | null> {
    await this.connection.query(`select pg_advisory_xact_lock(hashtextextended('dabyl notification ' || $1, 0))`, [id]);
    return (await this.byIds([id]))[0] ?? null;
  }

  /** The same for those that do not change them: any number at a time, and no follow-up beside them. */
  async lockShared(ids: readonly string[]): Promise<void> {
    for (const id of ids.toSorted())
      await this.connection.query(
        `select pg_advisory_xact_lock_shared(hashtextextended('dabyl notification ' || $1, 0))`,
        [id],
      );
  }

  /** One page by keyset on (sent_at, id), newest first. `now` is the instant at which standings are judged. */
  async page(filter: NotificationFilter, window: Window, now: Instant): Promise<Page<NotificationRow>> {
    const parameters = new Parameters();
    const conditions = conditionsOf(filter, this.scope, parameters, now);
    return readPage<NotificationRow>(
      {
        list: "notifications",
        columns: ["n.sent_at", "n.id"],
        types: ["timestamptz", "uuid"],
        direction: "desc",
        valuesOf: ({ sentAt, id }) => [toIso(sentAt), id],
      },
      window,
      parameters,
      ({ where, orderBy, limit }) =>
        this.connection.query(
          `select ${COLUMNS} from notification n where ${all([...conditions, where])} order by ${orderBy} limit ${limit}`,
          parameters.values,
        ),
    );
  }

  /** The same of those that ask one SOC for an answer, by keyset on (due_at, id) of that duty, the earliest deadline first. */
  async pageByDue(
    socId: string,
    filter: NotificationFilter,
    window: Window,
    now: Instant,
  ): Promise<Page<NotificationRow>> {
    const parameters = new Parameters();
    const conditions = [
      `o.obligor_id = ${parameters.add(socId)} and ${ASKED_BY_ITSELF}`,
      obligationsInScope(this.scope, parameters, "o"),
      ...conditionsOf(filter, this.scope, parameters, now),
    ];
    return readPage<NotificationRow & { readonly dueAt: Instant; readonly dutyId: string }>(
      {
        list: "notificationsByDue",
        columns: ["o.due_at", "o.id"],
        types: ["timestamptz", "uuid"],
        direction: "asc",
        valuesOf: ({ dueAt, dutyId }) => [toIso(dueAt), dutyId],
      },
      window,
      parameters,
      ({ where, orderBy, limit }) =>
        this.connection.query(
          `select ${COLUMNS}, ${instantIn("o.due_at")} as "dueAt", o.id as "dutyId"
           from obligation o join notification n on n.id = o.notification_id
           where ${all([...conditions, where])} order by ${orderBy} limit ${limit}`,
          parameters.values,
        ),
    );
  }

  async indicatorsOf(notificationIds: Keys): Promise<IndicatorOfNotification[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select i.notification_id as "notificationId", i.type, i.submitted, i.value from notification_indicator i
       where i.notification_id = any (${parameters.add(notificationIds)})
         and ${notificationsInScope(this.scope, parameters, "i.notification_id")}
       order by i.notification_id, i.ordinal`,
      parameters.values,
    );
  }

  /** The recipients that one may see: the national centre all of them, a SOC itself. By code. */
  async recipientsOf(notificationIds: Keys): Promise<RecipientRow[]> {
    if (areNone(notificationIds)) return [];
    const parameters = new Parameters();
    return this.connection.query(
      `select ${RECIPIENT_COLUMNS}, ${reasonsInScope(this.scope, "r")} as reasons
       from notification_recipient r join party p on p.id = r.soc_id
       where r.notification_id = any (${parameters.add(notificationIds)}) and ${ownRowsInScope(this.scope, parameters, "r")}
       order by r.notification_id, p.code`,
      parameters.values,
    );
  }

  /** One SOC's part in a notification; locked where it is to be changed. */
  async recipient(
    notificationId: string,
    socId: string,
    lock: "for update" | "" = "",
  ): Promise<Omit<RecipientRow, "reasons"> | null> {
    const parameters = new Parameters();
    const [row] = await this.connection.query<Omit<RecipientRow, "reasons">>(
      `select ${RECIPIENT_COLUMNS} from notification_recipient r
       where r.notification_id = ${parameters.add(notificationId)} and r.soc_id = ${parameters.add(socId)}
         and ${ownRowsInScope(this.scope, parameters, "r")} ${lock}`,
      parameters.values,
    );
    return row ?? null;
  }

  /** Which SOCs fit an addressing at `now`, by code, each with every reason. For the national centre only. */
  async addressed(
    { socIds, objectIds, sectors, isToSharers }: Addressing,
    indicators: readonly Pick<Indicator, "type" | "value">[],
    now: Instant,
  ): Promise<Addressed[]> {
    if (this.scope.sees !== "EVERYTHING") return [];
    const rows = await this.connection.query<{ socId: string; code: string; kind: ReasonKind; of: string | null }>(
      `select f.soc_id as "socId", p.code, f.kind, f.of from (
         select id as soc_id, 'NAMED' as kind, null as of from party where kind = 'SOC' and id = any ($1::uuid[])
         union
         select c.soc_id, 'COVERS_OBJECT', c.object_id::text from coverage c
         where c.object_id = any ($2::uuid[]) and c.starts_at <= $6 and (c.ends_at is null or c.ends_at > $6)
         union
         select c.soc_id, 'COVERS_SECTOR', s.sector from protected_object o join coverage c on c.object_id = o.id,
           unnest(o.sectors) as s (sector)
         where s.sector = any ($3::text[]) and c.starts_at <= $6 and (c.ends_at is null or c.ends_at > $6)
         union
         select i.soc_id, 'SHARES_INDICATOR', n.value from unnest($4::text[], $5::text[]) as t (type, value)
           join indicator n on md5(n.value) = md5(t.value) and n.value = t.value and n.type = t.type
           join incident_card c on c.id = n.card_id
           join incident i on i.id = c.incident_id and i.last_revision = c.revision and i.retracted_at is null
       ) f join party p on p.id = f.soc_id and (p.ended_at is null or p.ended_at > $6) order by p.code, f.kind, f.of`,
      [
        socIds.map(({ id }) => id),
        objectIds.map(({ id }) => id),
        sectors,
        isToSharers ? indicators.map(({ type }) => type) : [],
        isToSharers ? indicators.map(({ value }) => value) : [],
        timestamp(now),
      ],
    );
    const found = new Map<string, Addressed & { reasons: Reason[] }>();
    for (const { socId, code, kind, of } of rows) {
      const known = found.get(socId) ?? { socId, code, reasons: [] };
      known.reasons.push({ kind, of });
      found.set(socId, known);
    }
    return [...found.values()];
  }

  /**
   * The notifications about an object that a SOC did not receive and another one that covered the object then has not answered yet:
   * neither met, nor waived or withdrawn. Newest first, at most 100. For the national centre only.
   */
  async openAbout(objectId: string, exceptSocId: string): Promise<(NotificationRow & { readonly ofAll: number })[]> {
    if (this.scope.sees !== "EVERYTHING") return [];
    return this.connection.query(
      `select ${COLUMNS}, count(*) over ()::int as "ofAll" from notification n
       where n.id in (
           select o.notification_id from coverage c join obligation o on o.obligor_id = c.soc_id
             and o.starts_at >= c.starts_at and (c.ends_at is null or o.starts_at < c.ends_at)
           where c.object_id = $1 and c.soc_id <> $2 and o.notification_id is not null and o.incident_id is null
             and o.discharged_at is null and o.waived_at is null)
         and (exists (select from concern_object c where c.concern_id = n.concern_id and c.object_id = $1)
           or exists (select from incident i where i.id = n.incident_id and i.object_ids @> array[$1::uuid])
           or exists (select from notification_recipient r, jsonb_array_elements(r.reasons) as e (reason)
             where r.notification_id = n.id and reason ->> 'kind' = 'COVERS_OBJECT' and reason ->> 'of' = $1::text))
         and not exists (select from notification_recipient r where r.notification_id = n.id and r.soc_id = $2)
       order by n.sent_at desc, n.id limit 100`,
      [objectId, exceptSocId],
    );
  }

  /** Adds a notification with everyone whom it reaches: a fixed number of statements, however many they are. */
  async add(
    row: NotificationRow,
    indicators: readonly Indicator[],
    recipients: readonly {
      readonly socId: string;
      readonly shown: readonly Reason[];
      readonly withheld: readonly Reason[];
    }[],
  ): Promise<void> {
    const rows = recipients.map((recipient) => ({ id: newId(row.sentAt), ...recipient }));
    const withheld = rows.filter((recipient) => recipient.withheld.length > 0);
    await together([
      this.connection.insert(NotificationRow, row),
      insertIndicators(this.connection, "notification_indicator", row.id, indicators),
      this.connection.query(
        `insert into notification_recipient (id, notification_id, soc_id, reasons, available_at)
         select r.id, $1, r.soc_id, r.reasons::jsonb, $2 from unnest($3::uuid[], $4::uuid[], $5::text[]) as r (id, soc_id, reasons)`,
        [
          row.id,
          timestamp(row.sentAt),
          rows.map(({ id }) => id),
          rows.map(({ socId }) => socId),
          rows.map(({ shown }) => JSON.stringify(shown)),
        ],
      ),
      this.connection.query(
        `insert into withheld_reason (recipient_id, reasons)
         select w.id, w.reasons::jsonb from unnest($1::uuid[], $2::text[]) as w (id, reasons)`,
        [withheld.map(({ id }) => id), withheld.map((recipient) => JSON.stringify(recipient.withheld))],
      ),
    ]);
  }

  /** The first acknowledgement counts. */
  async acknowledge(recipientId: string, at: Instant): Promise<void> {
    await this.connection.query(
      `update notification_recipient set acknowledged_at = $2 where id = $1 and acknowledged_at is null`,
      [recipientId, timestamp(at)],
    );
  }

  private async select(column: string, ids: Keys): Promise<NotificationRow[]> {
    // Most cards answer no notification, and need no statement to find none.
    if (areNone(ids)) return [];
    const parameters = new Parameters();
    return this.connection.query(
      `select ${COLUMNS} from notification n
       where ${column} = any (${parameters.add(ids)}) and ${notificationsInScope(this.scope, parameters, "n.id")}
       order by n.sent_at, n.id`,
      parameters.values,
    );
  }
}
