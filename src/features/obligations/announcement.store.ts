import type { Scope } from "../../domain/access.js";
import type { Announcement } from "../../domain/facts.js";
import type { Instant } from "../../domain/instant.js";
import type { Obligation } from "../../domain/obligations.js";
import type { Connection } from "../../platform/database.js";
import { timestamp } from "../../platform/sql.js";

/** A duty with something to announce. */
export interface Announceable {
  readonly id: string;
  readonly incidentId: string | null;
  readonly notificationId: string | null;
  readonly obligorId: string;
  readonly objectIds: readonly string[];
  readonly ownerIds: readonly string[];
  /** The end for which it is announced. */
  readonly dueAt: Instant;
}

/** When a duty of a rule has to end to be announced: from an instant (included) to another (not included). */
export interface Bound {
  readonly rule: Obligation["rule"];
  readonly endsFrom: Instant;
  readonly endsBefore: Instant;
}

/** The deadline of the next duty of a rule with something still to announce. */
export interface NextEnd {
  readonly rule: Obligation["rule"];
  readonly announcement: Announcement;
  readonly dueAt: Instant;
}

/** Announcements that one transaction makes at most. */
const BATCH = 1_000;

/** Columns that hold for which due time a duty was announced. */
const ANNOUNCED: Readonly<Record<Announcement, string>> = {
  DUE_SOON: "soon_announced_for",
  OVERDUE: "overdue_announced_for",
};

const ANNOUNCEABLE = `o.id, o.due_at as "dueAt", o.incident_id as "incidentId", o.notification_id as "notificationId",
  o.obligor_id as "obligorId", array_remove(array[o.owner_id, o.holder_id], null) as "ownerIds",
  case when o.object_id is not null then array[o.object_id]
    else coalesce((select i.object_ids from incident i where i.id = o.incident_id), '{}') end as "objectIds"`;

/** What the clock has to announce, and what it has announced. For the gateway itself, which sees everything. */
export class AnnouncementStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  /**
   * Duties that end within the bounds of their rule and of which `kind` was not announced for that end, rule by rule, of each the
   * first end first; marks them announced. A duty whose incident is locked is left for the next time: the act in progress may meet it. So
   * is what another gateway announces just then. Where it `waits`, it is the first of them alone, as soon as those who were
   * there before have let go of it; throws BUSY where that takes too long.
   */
  async take(kind: Announcement, bounds: readonly Bound[], waits = false): Promise<Announceable[]> {
    if (this.scope.sees !== "EVERYTHING") return [];
    const [most, held] = waits ? [1, ""] : [BATCH, "skip locked"];
    const pending = `o.rule = b.rule and o.due_at >= b.ends_from and o.due_at < b.ends_before and ${isPending(kind)}`;
    return this.connection.query(
      // Rule by rule: only so an index is read in order and no further than the last that is taken.
      `with bound as (
         select * from unnest($1::text[], $2::timestamptz[], $3::timestamptz[]) as b (rule, ends_from, ends_before)
       ), of_incidents as (
         select l.id from bound b cross join lateral (
           select o.id from obligation o join incident i on i.id = o.incident_id
           where ${pending} order by o.due_at limit ${most} for update of i, o ${held}
         ) l limit ${most}
       ), of_notifications as (
         select l.id from bound b cross join lateral (
           select o.id from obligation o
           where o.notification_id is not null and ${pending} order by o.due_at limit ${most} for update of o ${held}
         ) l limit ${most}
       )
       update obligation o set ${ANNOUNCED[kind]} = o.due_at
       where o.id in (select id from of_incidents union all select id from of_notifications)
       returning ${ANNOUNCEABLE}`,
      [
        bounds.map(({ rule }) => rule),
        bounds.map(({ endsFrom }) => timestamp(endsFrom)),
        bounds.map(({ endsBefore }) => timestamp(endsBefore)),
      ],
    );
  }

  /**
   * Duties that were announced as overdue and were met or waived in time, as it has turned out since: by what another gateway
   * had received, or by a statement about something earlier; and those that never were (L23). Deletes the mark of the announcement.
   */
  async takeBack(): Promise<Announceable[]> {
    if (this.scope.sees !== "EVERYTHING") return [];
    return this.connection.query(
      `update obligation o set overdue_announced_for = null
       where o.id in (
         select id from obligation where overdue_announced_for = due_at and coalesce(discharged_at, waived_at) <= due_at
           or is_void and overdue_announced_for is not null
         order by due_at limit ${BATCH} for update skip locked
       )
       returning ${ANNOUNCEABLE}`,
    );
  }

  /** Of each rule the next duty to be announced as due soon that has not ended by `now`, and the next one as overdue. */
  async nextEnds(rules: readonly Obligation["rule"][], now: Instant): Promise<NextEnd[]> {
    if (this.scope.sees !== "EVERYTHING") return [];
    return this.connection.query(
      `select r.rule, n.announcement, n.due_at as "dueAt" from unnest($1::text[]) as r (rule), lateral (
         (select 'DUE_SOON' as announcement, o.due_at from obligation o
          where o.rule = r.rule and o.due_at >= $2 and ${isPending("DUE_SOON")} order by o.due_at limit 1)
         union all
         (select 'OVERDUE', o.due_at from obligation o where o.rule = r.rule and ${isPending("OVERDUE")} order by o.due_at limit 1)
       ) n`,
      [rules, timestamp(now)],
    );
  }
}

/** As the partial indexes of the clock have it: what is open and was not announced for the end that it has now. */
function isPending(kind: Announcement): string {
  return `o.discharged_at is null and o.waived_at is null and not o.is_void and o.${ANNOUNCED[kind]} is distinct from o.due_at`;
}
