import type { Scope } from "../../domain/access.js";
import type { NamedObject, Period, PeriodInMilliseconds, Statement } from "../../domain/dossier.js";
import type { AffectedObject, Severity } from "../../domain/incident-card.js";
import { instant, type Instant } from "../../domain/instant.js";
import type { Means, Term } from "../../domain/obligations.js";
import type { Connection } from "../../platform/database.js";

/** Before every confirmation. */
const ALWAYS = instant(-8_640_000_000_000_000);

/** One thing that was said, as the tables have it. */
interface HistoryRow {
  readonly said: Statement["said"];
  readonly receivedAt: Instant;
  readonly confirmedAt: Instant | null;
  readonly occurredAt: Instant | null;
  readonly severity: Severity | null;
  /** Of a report and a card: what it names; of a link its object. */
  readonly objects:
    | readonly (Pick<AffectedObject, "objectId" | "description" | "kinds"> & {
        readonly protectedIn: readonly PeriodInMilliseconds[];
      })[]
    | null;
  readonly objectId: string | null;
  readonly description: string | null;
  /** When the owner was notified, or a duty was met otherwise. */
  readonly at: Instant | null;
  readonly means: Means | null;
  readonly notificationId: string | null;
  readonly availableAt: Instant | null;
  readonly isOwed: boolean | null;
  readonly rule: Term["rule"] | null;
  readonly receiptId: string | null;
  /** Of a waiver: whether its SOC closed the duty (F25). */
  readonly isBySoc: boolean | null;
  /** Who was told, where that is known. */
  readonly told: { readonly wasOwner: boolean; readonly ownedIn: readonly PeriodInMilliseconds[] } | null;
}

/**
 * All that was said of a locked incident and matters to its duties, in the order of receipt. It is read for those who may act on
 * the incident: its SOC, the national centre, the gateway.
 */
export class HistoryStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  /** Until the transaction ends nobody changes what the objects are that it ever named, and whose. */
  async holdObjects(incidentId: string): Promise<void> {
    await this.connection.query(`select hold_objects($1)`, [incidentId]);
  }

  async of(incidentId: string): Promise<Statement[]> {
    if (this.scope.sees === "OWNER") throw new Error("an owner sees its part of an incident, not the whole history");
    return (await this.connection.query<HistoryRow>(HISTORY, [incidentId])).map(toStatement);
  }
}

const HISTORY = `
  select h.*, case when h.affected is not null then (
      select jsonb_agg(a || jsonb_build_object('protectedIn', protection_of((a ->> 'objectId')::uuid)) order by n)
      from jsonb_array_elements(h.affected) with ordinality as e (a, n)) end as objects
  from (
    select 'REPORT' as said, received_at as "receivedAt", confirmed_at as "confirmedAt", null::timestamptz as "occurredAt", severity,
      affected, null::uuid as "objectId", null as description, null::timestamptz as at, null as means,
      null::uuid as "notificationId", null::timestamptz as "availableAt", null::boolean as "isOwed", null as rule, null::uuid as "receiptId", place,
      null::jsonb as told, null::boolean as "isBySoc"
    from incident_report where incident_id = $1
    union all
    select 'CARD', received_at, confirmed_at, occurred_at, severity, affected, null, null, null, null, null, null, null, null, null, place, null, null
    from incident_card where incident_id = $1
    union all
    select 'REVIEW', r.received_at, null, null, r.severity, null, null, null, null, null, null, null, null, null, null, r.place, null, null
    from severity_review r where r.incident_id = $1
      and not exists (select 1 from incident_card c where c.incident_id = $1 and c.submission_id = r.submission_id)
    union all
    select 'CORRECTION', received_at, confirmed_at, null, null, null, null, null, null, null, null, null, null, null, null, place, null, null
    from confirmation_correction where incident_id = $1
    union all
    select 'OWNER_NOTIFIED', received_at, null, null, null, null,
      -- What the SOC named by its description is the object as long as that is linked, and the word to its owner counts.
      case when object_description is null then object_id end, object_description, notified_at, 'SOC_STATEMENT', null, null,
      null, null, null, place, told_as(object_id, case when object_description is null then array[owner_id, holder_id] end, was_owner), null
    from owner_notification where incident_id = $1
    union all
    select 'OWNER_NOTIFIED', accepted_at, null, null, null, null, object_id, null, accepted_at, 'DELIVERY', null, null, null, null, null, 0,
      told_as(object_id, array[party_id], was_owner), null
    from delivery where incident_id = $1 and accepted_at is not null
    union all
    select 'OWNER_NOTIFIED', received_at, null, null, null, null, object_id, null, received_at, 'OWNER_ACKNOWLEDGEMENT', null, null, null,
      null, null, place, told_as(object_id, array[owner_id], was_owner), null
    from owner_acknowledgement where incident_id = $1
    union all
    select 'LED_BY', l.linked_at, null, null, null, null, null, null, w.sent_at, null, l.notification_id, r.available_at,
      n.subject <> 'INCIDENT' or exists (
        select 1 from incident_notification first join incident other on other.id = first.incident_id
        where first.notification_id = l.notification_id and other.soc_id = i.soc_id and first.place < l.place),
      null, null, l.place, null, null
    from incident_notification l join incident i on i.id = l.incident_id join notification n on n.id = l.notification_id
      join notification_recipient r on r.notification_id = l.notification_id and r.soc_id = i.soc_id
      left join notification w on w.follows_id = n.id and w.follows_as = 'WITHDRAWAL'
    where l.incident_id = $1
    union all
    select 'RECEIVED_OTHERWISE', w.recorded_at, null, null, null, null, o.object_id, o.object_description, w.received_at, null,
      o.notification_id, null, null, o.rule, w.id, w.place, null, null
    from received_otherwise w join obligation o on o.id = w.obligation_id
    where w.incident_id = $1 and not exists (select from receipt_withdrawal x where x.received_otherwise_id = w.id)
    union all
    select 'OBJECT_LINKED', linked_at, null, null, null,
      jsonb_build_array(jsonb_build_object('objectId', object_id, 'description', null, 'kinds', null)), object_id, description, unlinked_at,
      null, null, null, null, null, null, place, null, null
    from object_link l left join object_unlinking u on u.object_link_id = l.id where incident_id = $1
    union all
    select 'WAIVED', w.waived_at, null, null, null, null, case when o.kind = 'NOTIFY_OWNER' then w.object_id end, w.object_description, null, null, o.notification_id, null, null,
      o.rule, null, w.place, null, w.is_by_soc
    from waiver w join obligation o on o.id = w.obligation_id where o.incident_id = $1
  ) h order by h.place, h.said = 'WAIVED'`;

function toStatement(row: HistoryRow): Statement {
  const { said, receivedAt, objectId, description, at } = row;
  const plain = {
    said,
    receivedAt,
    ...(row.confirmedAt === null ? {} : { confirmedAt: row.confirmedAt }),
    ...(row.occurredAt === null ? {} : { occurredAt: row.occurredAt }),
    severity: row.severity,
  };
  switch (said) {
    case "REPORT":
    case "CARD":
      return { ...plain, objects: (row.objects ?? []).map(namedObject) };
    case "OWNER_NOTIFIED":
      return {
        ...plain,
        owner: {
          of: { objectId, description },
          notifiedAt: at ?? receivedAt,
          means: row.means ?? "SOC_STATEMENT",
          told: row.told && { wasOwner: row.told.wasOwner, ownedIn: periodsOf(row.told.ownedIn) },
        },
      };
    case "LED_BY":
      return {
        ...plain,
        notification: {
          id: row.notificationId ?? "",
          availableAt: row.availableAt ?? receivedAt,
          isOwed: row.isOwed ?? false,
          withdrawnAt: at,
        },
      };
    case "RECEIVED_OTHERWISE": {
      const { rule, notificationId, receiptId } = row;
      if (rule === null || receiptId === null) throw new Error("what was received otherwise meets a duty");
      return {
        ...plain,
        otherwise: {
          id: receiptId,
          duty: { rule, objectId, objectDescription: description, notificationId },
          at: at ?? receivedAt,
        },
      };
    }
    case "OBJECT_LINKED": {
      const [object] = row.objects ?? [];
      if (!object || objectId === null || description === null) throw new Error("a link names an object");
      return { ...plain, link: { description, objectId, protectedIn: periodsOf(object.protectedIn), takenBackAt: at } };
    }
    case "WAIVED": {
      const { rule, notificationId, isBySoc } = row;
      if (rule === null || isBySoc === null) throw new Error("a waiver is of a duty");
      return {
        ...plain,
        waived: { duty: { rule, objectId, objectDescription: description, notificationId }, isBySoc },
      };
    }
    case "REVIEW":
    case "CORRECTION":
      return plain;
  }
}

/** An object as the rules see it: what is only described is protected always or never, as the SOC says (L9). */
export function namedObject({
  objectId,
  description,
  kinds,
  protectedIn,
}: Pick<AffectedObject, "objectId" | "description" | "kinds"> & {
  readonly protectedIn: readonly PeriodInMilliseconds[];
}): NamedObject {
  if (objectId === null) {
    const isProtected = kinds !== null && kinds.length > 0;
    const isUnknown = kinds === null;
    return { objectId, description, protectedIn: isProtected ? [{ from: ALWAYS, until: null }] : [], isUnknown };
  }
  return { objectId, description: null, protectedIn: periodsOf(protectedIn) };
}

function periodsOf(rows: readonly PeriodInMilliseconds[]): Period[] {
  return rows.map(({ from, until }) => ({
    from: from === null ? ALWAYS : instant(from),
    until: until === null ? null : instant(until),
  }));
}
