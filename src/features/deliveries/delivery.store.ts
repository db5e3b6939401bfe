import { Column, Entity, PrimaryColumn } from "typeorm";
import { deliveriesInScope, obligationsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { Announcement } from "../../domain/facts.js";
import { toIso, type Instant } from "../../domain/instant.js";
import type { ContentForOwner, StatementForOwner } from "../../domain/content-for-owner.js";
import type { DutyMessage, OwnerMessage } from "../../domain/messages.js";
import type { DeliveryChannel, DeliveryState } from "../../domain/parties.js";
import type { Locale } from "../../domain/wording/wording.js";
import { columnsOf, INSTANT_COLUMN } from "../../platform/columns.js";
import { together, type Connection } from "../../platform/database.js";
import { newId } from "../../platform/identity.js";
import { readPage, type Page, type Window } from "../../platform/keyset.js";
import { all, Parameters, timestamp, type Keys } from "../../platform/sql.js";

/**
 * A delivery to a party through the gateway: to an owner about an incident on its object, on the SOC's behalf (R9.2, L8),
 * or to a contact about what the clock announced of a duty.
 */
@Entity({ name: "delivery" })
export class DeliveryRow {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  /** Null, as the object's, where it is about a duty. */
  @Column({ type: "uuid", name: "incident_id", nullable: true }) incidentId!: string | null;
  @Column({ type: "uuid", name: "object_id", nullable: true }) objectId!: string | null;
  /** Null for a delivery to an owner, like `announcement`. */
  @Column({ type: "uuid", name: "obligation_id", nullable: true }) obligationId!: string | null;
  @Column({ type: "text", nullable: true }) announcement!: Announcement | null;
  @Column({ type: "uuid", name: "party_id" }) partyId!: string;
  /** Null where the owner has no address. */
  @Column({ type: "text", nullable: true }) channel!: DeliveryChannel | null;
  @Column({ type: "text" }) state!: DeliveryState;
  @Column({ name: "queued_at", ...INSTANT_COLUMN }) queuedAt!: Instant;
  /** When the receiving server accepted it. */
  @Column({ name: "accepted_at", nullable: true, ...INSTANT_COLUMN }) acceptedAt!: Instant | null;
  /** When it was last put on the queue again, from when on it is tried. */
  @Column({ name: "retried_at", nullable: true, ...INSTANT_COLUMN }) retriedAt!: Instant | null;
  /** When SOC and centre were last notified that it does not get through. */
  @Column({ name: "unreached_at", nullable: true, ...INSTANT_COLUMN }) unreachedAt!: Instant | null;
}

/** What a list of deliveries is narrowed by. */
interface DeliveryFilter {
  readonly states: readonly DeliveryState[] | null;
  readonly isOwnerNotNotified: boolean;
  readonly isDutyOpen: boolean;
}

/** Where a party is notified, and in which language. */
export interface Contact {
  readonly language: Locale | null;
  readonly email: string | null;
  readonly webhookUrl: string | null;
  readonly webhookSecret: string | null;
}

/** To whom a message to an owner goes, and what it is made of. */
interface IncidentMessage extends Contact, Omit<OwnerMessage, keyof ContentForOwner> {
  readonly statements: readonly StatementForOwner[];
}

/** An object, and a moment at which it was somebody's. */
interface ObjectAt {
  readonly objectId: string;
  readonly at: Instant;
}

/** An owner of an object, or its holder, and the channels through which that party can be notified. */
export interface Reached {
  readonly objectId: string;
  readonly ownerId: string;
  readonly channels: readonly DeliveryChannel[];
}

/** What the clock announced of a duty, and for which end. */
export interface Announced {
  readonly obligationId: string;
  readonly obligorId: string;
  readonly announcement: Announcement;
  readonly dueAt: Instant;
}

const COLUMNS = columnsOf(DeliveryRow, "d");

/** A delivery that can be sent, its channel and recipient: one call at a time for each receiver, however slow it is. */
export type Queued = Pick<DeliveryRow, "id" | "partyId" | "channel" | "obligationId">;

/** What sends deliveries. */
export interface Carrier {
  /** False if no mail server is set: nobody is notified by e-mail. */
  readonly hasMailServer: boolean;
  /** Puts deliveries on the queue, in the transaction of `connection`. */
  enqueue(connection: Connection, deliveries: readonly Queued[]): Promise<void>;
  /** Called with deliveries that would go by e-mail. */
  leave(deliveryIds: readonly string[]): void;
}

/** For readers only. */
const NOBODY: Carrier = {
  hasMailServer: false,
  enqueue: () => Promise.reject(new Error("deliveries begin inside a unit of work")),
  leave: () => undefined,
};

/** That a delivery to an owner or holder is one that a duty `b` under R9.2 asks for. */
const ASKED_FOR = `b.incident_id = d.incident_id and b.kind = 'NOTIFY_OWNER' and b.object_id = d.object_id
  and (b.owner_id = d.party_id or b.holder_id = d.party_id)`;
const IS_OPEN = "b.discharged_at is null and b.waived_at is null and not b.is_void";
/** Restricts a list of deliveries to owners that nobody has notified otherwise either (R9.2). */
const OWNER_UNTOLD = `exists (select 1 from obligation b where ${ASKED_FOR} and ${IS_OPEN})`;
/** The same, and to contacts about a duty that is open still. */
const OF_OPEN_DUTY = `(${OWNER_UNTOLD} or exists (select 1 from obligation b where b.id = d.obligation_id and ${IS_OPEN}))`;

/** A delivery, and the duty under R9.2 that asks for it. */
export type DeliveryOfDuty = DeliveryRow & { readonly dutyId: string };

/** Deliveries and their attempts, seen through one scope. */
export class DeliveryStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
    private readonly carrier: Carrier = NOBODY,
  ) {}

  /**
   * R9.2: whose objects were, each at its moment, and the channels through which those can be notified; in the same order, the owner
   * before the holder.
   */
  async channelsOf(moments: readonly ObjectAt[]): Promise<Reached[][]> {
    if (moments.length === 0) return [];
    const rows = await this.connection.query<{ place: number; ownerId: string; channel: DeliveryChannel | null }>(
      `select n.place::int, c.owner_id as "ownerId", c.channel
       from unnest($1::uuid[], $2::timestamptz[]) with ordinality as n (object_id, at, place)
         cross join lateral owner_channels(n.object_id, n.at) c order by n.place, c.is_holder, c.channel`,
      [moments.map(({ objectId }) => objectId), moments.map(({ at }) => timestamp(at))],
    );
    const byPlace = Map.groupBy(rows, ({ place }) => place);
    return moments.map(({ objectId }, index) => {
      const byOwner = Map.groupBy(byPlace.get(index + 1) ?? [], ({ ownerId }) => ownerId);
      if (byOwner.size === 0) throw new Error("an object is somebody's");
      return [...byOwner].map(([ownerId, found]) => ({
        objectId,
        ownerId,
        channels: found.flatMap(({ channel }) => channel ?? []),
      }));
    });
  }

  /** Whether the gateway sends anything by this channel. */
  carries(channel: DeliveryChannel): boolean {
    return channel !== "EMAIL" || this.carrier.hasMailServer;
  }

  /**
   * Opens the deliveries to objects' owners about incidents: one for each channel of an owner, or one without an address. A fixed
   * number of statements, however many they are.
   */
  async open(notices: readonly (Reached & { readonly incidentId: string })[], now: Instant): Promise<void> {
    const opened = notices.flatMap(({ incidentId, objectId, ownerId: partyId, channels }) =>
      (channels.length === 0 ? [null] : channels).map((channel) => ({
        id: newId(now),
        incidentId,
        objectId,
        partyId,
        channel,
        obligationId: null,
      })),
    );
    if (opened.length === 0) return;
    await together([
      this.connection.query(
        `insert into delivery (id, incident_id, object_id, party_id, channel, state, queued_at)
         select d.id, d.incident_id, d.object_id, d.party_id, d.channel, d.state, $1
         from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[])
           as d (id, incident_id, object_id, party_id, channel, state)`,
        [
          timestamp(now),
          opened.map(({ id }) => id),
          opened.map(({ incidentId }) => incidentId),
          opened.map(({ objectId }) => objectId),
          opened.map(({ partyId }) => partyId),
          opened.map(({ channel }) => channel),
          opened.map(({ channel }) => this.firstState(channel)),
        ],
      ),
      this.handOver(opened),
    ]);
  }

  /**
   * Opens the deliveries of announcements to the contacts of each duty's SOC and of the national centre: one delivery for each
   * channel that a contact has, once for each end. A fixed number of statements, however many duties they are. For the gateway
   * itself, which sees everything.
   */
  async openForDuties(announced: readonly Announced[], now: Instant): Promise<void> {
    if (this.scope.sees !== "EVERYTHING" || announced.length === 0) return;
    const contacts = await this.connection.query<{ partyId: string; isCentre: boolean; channel: DeliveryChannel }>(
      `select p.id as "partyId", p.kind = 'NATIONAL_CENTRE' as "isCentre", c.channel
       from party p cross join lateral (
         select 'EMAIL' as channel where p.email is not null
         union all select 'WEBHOOK' from webhook w where w.party_id = p.id and w.secret is not null
       ) c where p.id = any ($1) or p.kind = 'NATIONAL_CENTRE' order by p.id, c.channel`,
      [[...new Set(announced.map(({ obligorId }) => obligorId))]],
    );
    const deliveries = announced.flatMap((duty) =>
      contacts
        .filter(({ partyId, isCentre }) => isCentre || partyId === duty.obligorId)
        .map(({ partyId, channel }) => ({ ...duty, partyId, channel, id: newId(now) })),
    );
    if (deliveries.length === 0) return;
    const opened = await this.connection.query<Queued>(
      `insert into delivery (id, obligation_id, announcement, due_at, party_id, channel, state, queued_at)
       select d.id, d.obligation_id, d.announcement, d.due_at, d.party_id, d.channel, d.state, $1
       from unnest($2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[], $6::uuid[], $7::text[], $8::text[])
         as d (id, obligation_id, announcement, due_at, party_id, channel, state)
       on conflict (obligation_id, announcement, due_at, party_id, channel) where obligation_id is not null do nothing
       returning id, party_id as "partyId", channel, obligation_id as "obligationId"`,
      [
        timestamp(now),
        deliveries.map(({ id }) => id),
        deliveries.map(({ obligationId }) => obligationId),
        deliveries.map(({ announcement }) => announcement),
        deliveries.map(({ dueAt }) => timestamp(dueAt)),
        deliveries.map(({ partyId }) => partyId),
        deliveries.map(({ channel }) => channel),
        deliveries.map(({ channel }) => this.firstState(channel)),
      ],
    );
    await this.handOver(opened);
  }

  private firstState(channel: DeliveryChannel | null): DeliveryState {
    if (channel === null) return "NO_ADDRESS";
    return this.carries(channel) ? "QUEUED" : "NO_MAIL_SERVER";
  }

  private async handOver(opened: readonly Queued[]): Promise<void> {
    const inState = (state: DeliveryState) => opened.filter(({ channel }) => this.firstState(channel) === state);
    const [queued, left] = [inState("QUEUED"), inState("NO_MAIL_SERVER")];
    if (left.length > 0) this.carrier.leave(left.map(({ id }) => id));
    if (queued.length > 0) await this.carrier.enqueue(this.connection, queued);
  }

  async byIds(ids: Keys): Promise<DeliveryRow[]> {
    return this.select("d.id", ids);
  }

  /** The deliveries of these incidents, oldest first. */
  async ofIncidents(incidentIds: Keys): Promise<DeliveryRow[]> {
    return this.select("d.incident_id", incidentIds);
  }

  /** The deliveries that these duties under R9.2 ask for, oldest first. */
  async ofDuties(obligationIds: Keys): Promise<DeliveryOfDuty[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select ${COLUMNS}, b.id as "dutyId" from obligation b join delivery d on ${ASKED_FOR}
       where b.id = any (${parameters.add(obligationIds)}) and ${obligationsInScope(this.scope, parameters, "b")}
         and ${deliveriesInScope(this.scope, parameters, "d")}
       order by b.id, d.queued_at, d.id`,
      parameters.values,
    );
  }

  /** One page by keyset on (queued_at, id), newest first. */
  async page({ states, isOwnerNotNotified, isDutyOpen }: DeliveryFilter, window: Window): Promise<Page<DeliveryRow>> {
    const parameters = new Parameters();
    const conditions = [deliveriesInScope(this.scope, parameters, "d")];
    if (states) conditions.push(`d.state = any (${parameters.add(states)})`);
    if (isOwnerNotNotified) conditions.push(OWNER_UNTOLD);
    if (isDutyOpen) conditions.push(OF_OPEN_DUTY);
    return readPage<DeliveryRow>(
      {
        list: "deliveries",
        columns: ["d.queued_at", "d.id"],
        types: ["timestamptz", "uuid"],
        direction: "desc",
        valuesOf: ({ queuedAt, id }) => [toIso(queuedAt), id],
      },
      window,
      parameters,
      ({ where, orderBy, limit }) =>
        this.connection.query(
          `select ${COLUMNS} from delivery d where ${all([...conditions, where])} order by ${orderBy} limit ${limit}`,
          parameters.values,
        ),
    );
  }

  /** Locks a delivery until the transaction ends: one attempt or retry at a time. */
  async lock(id: string): Promise<DeliveryRow | null> {
    const parameters = new Parameters();
    const [row] = await this.connection.query<DeliveryRow>(
      `select ${COLUMNS} from delivery d where d.id = ${parameters.add(id)}
         and ${deliveriesInScope(this.scope, parameters, "d")} for no key update`,
      parameters.values,
    );
    return row ?? null;
  }

  /** Where the server has accepted it, with whether the register named its owner then (L8). */
  async change(id: string, state: DeliveryState, acceptedAt: Instant | null): Promise<void> {
    await this.connection.query(
      `update delivery set state = $2, accepted_at = coalesce(accepted_at, $3),
         was_owner = case when accepted_at is null and $3 is not null then party_id in (select owner_and_holder_at(object_id, $3)) else was_owner end
       where id = $1`,
      [id, state, acceptedAt === null ? null : timestamp(acceptedAt)],
    );
  }

  /** Puts a delivery on the queue again; it is tried again from `now` on. */
  async retry(delivery: Queued, now: Instant): Promise<void> {
    await together([
      this.connection.query(`update delivery set state = 'QUEUED', retried_at = $2 where id = $1`, [
        delivery.id,
        timestamp(now),
      ]),
      this.carrier.enqueue(this.connection, [delivery]),
    ]);
  }

  /** Records that SOC and centre are notified that it does not get through. */
  async noteUnreached(id: string, now: Instant): Promise<void> {
    await this.connection.query(`update delivery set unreached_at = $2 where id = $1`, [id, timestamp(now)]);
  }

  /**
   * The recipient of a delivery to an owner, and all statements about its object while it was that owner's. For the gateway
   * itself.
   */
  async incidentMessage(id: string): Promise<IncidentMessage> {
    const [[row], statements] = await Promise.all([
      this.connection.query<Omit<IncidentMessage, "statements">>(
        `select i.number as "incidentNumber", o.code as "objectCode", o.name as "objectName", p.name as "ownerName",
           p.language, p.email, w.url as "webhookUrl", w.secret as "webhookSecret", s.name as "socName",
           s.phone as "socPhone", s.email as "socEmail"
         from delivery d join incident i on i.id = d.incident_id join protected_object o on o.id = d.object_id
           join party p on p.id = d.party_id join party s on s.id = i.soc_id left join webhook w on w.party_id = d.party_id
         where d.id = $1`,
        [id],
      ),
      this.connection.query<StatementForOwner>(
        `select s.said, s.type, s.severity, s.confirmed_at as "confirmedAt", s.text
         from delivery d join (
           select 'REPORT' as said, incident_id, object_ids, owner_ids, type, severity, confirmed_at, summary as text,
             received_at, 0 as ordinal from incident_report
           union all select 'CARD', incident_id, object_ids, owner_ids, type, severity, confirmed_at, nature, received_at,
             revision from incident_card
           union all select 'REVIEW', incident_id, object_ids, owner_ids, null, severity, null, null, received_at, null
             from severity_review
           union all select 'CORRECTION', incident_id, object_ids, owner_ids, null, null, confirmed_at, null, received_at, null
             from confirmation_correction
         ) s on s.incident_id = d.incident_id and d.object_id = any (s.object_ids) and d.party_id = any (s.owner_ids)
         where d.id = $1 order by s.received_at, s.ordinal`,
        [id],
      ),
    ]);
    if (!row) throw new Error("a delivery has lost its incident");
    return { ...row, statements };
  }

  /** What a delivery about a duty says; the announcement as it was made. For the gateway itself. */
  async dutyMessage(id: string): Promise<DutyMessage & Contact> {
    const [row] = await this.connection.query<DutyMessage & Contact>(
      `select d.announcement, d.due_at as "dueAt", b.rule, b.kind, i.number as "incidentNumber",
         n.number as "notificationNumber", o.code as "objectCode", o.name as "objectName", s.code as "socCode",
         s.name as "socName", c.name as "contactName", c.phone as "contactPhone", c.email as "contactEmail",
         p.language, p.email, w.url as "webhookUrl", w.secret as "webhookSecret"
       from delivery d join obligation b on b.id = d.obligation_id join party s on s.id = b.obligor_id
         join party p on p.id = d.party_id
         -- Whom to call: for the SOC the centre, for the centre the SOC.
         join party c on case when p.id = s.id then c.kind = 'NATIONAL_CENTRE' else c.id = s.id end
         left join webhook w on w.party_id = d.party_id
         left join incident i on i.id = b.incident_id left join notification n on n.id = b.notification_id
         left join protected_object o on o.id = coalesce(b.object_id, i.object_ids[1])
       where d.id = $1`,
      [id],
    );
    if (!row) throw new Error("a delivery has lost its duty");
    return row;
  }

  private select(column: string, ids: Keys): Promise<DeliveryRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select ${COLUMNS} from delivery d
       where ${column} = any (${parameters.add(ids)}) and ${deliveriesInScope(this.scope, parameters, "d")}
       order by d.incident_id, d.queued_at, d.id`,
      parameters.values,
    );
  }
}
