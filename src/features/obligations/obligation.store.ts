import { Column, Entity, PrimaryColumn } from "typeorm";
import { obligationsInScope, partsOfObligationsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import { toIso, type Instant } from "../../domain/instant.js";
import type { Means, Obligation, ObligationKind, Term } from "../../domain/obligations.js";
import type { OpenDuties } from "../../domain/party-rules.js";
import { columnsOf, INSTANT_COLUMN } from "../../platform/columns.js";
import type { Connection } from "../../platform/database.js";
import { newId } from "../../platform/identity.js";
import { readPage, type Page, type Window } from "../../platform/keyset.js";
import { all, Parameters, timestamp, type Keys } from "../../platform/sql.js";
import { conditionsOf, type ObligationFilter } from "./filter-sql.js";

/** A duty as kept: its terms, whose it is, and what it is about: an incident, a notification, or (R9.6) both. */
@Entity({ name: "obligation" })
export class ObligationRow implements Obligation {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "incident_id", nullable: true }) incidentId!: string | null;
  @Column({ type: "uuid", name: "notification_id", nullable: true }) notificationId!: string | null;
  @Column({ type: "uuid", name: "obligor_id" }) obligorId!: string;
  @Column({ type: "text" }) kind!: ObligationKind;
  @Column({ type: "text" }) rule!: Term["rule"];
  @Column({ type: "uuid", name: "object_id", nullable: true }) objectId!: string | null;
  /** R9.2: the object, where it is not registered. */
  @Column({ type: "text", name: "object_description", nullable: true }) objectDescription!: string | null;
  @Column({ name: "starts_at", ...INSTANT_COLUMN }) startsAt!: Instant;
  @Column({ name: "due_at", ...INSTANT_COLUMN }) dueAt!: Instant;
  @Column({ name: "discharged_at", nullable: true, ...INSTANT_COLUMN }) dischargedAt!: Instant | null;
  @Column({ type: "text", name: "met_by", nullable: true }) metBy!: Means | null;
  @Column({ name: "waived_at", nullable: true, ...INSTANT_COLUMN }) waivedAt!: Instant | null;
  /** True where only a confirmation opened it that was corrected since (L23), or a description of an object that has its own (L9). */
  @Column({ type: "boolean", name: "is_void" }) isVoid!: boolean;
  /** True for a duty of an incident that was retracted: it counts as neither kept nor broken (L18). */
  @Column({ type: "boolean", name: "is_retracted" }) isRetracted!: boolean;
  /** For which end it was announced as due soon; another than its own, where that has moved since. */
  @Column({ name: "soon_announced_for", nullable: true, ...INSTANT_COLUMN }) soonAnnouncedFor!: Instant | null;
  /** R9.2: the owner that must be notified. Null for every other duty: it is not the owner's concern. */
  @Column({ type: "uuid", name: "owner_id", nullable: true }) ownerId!: string | null;
  /** R9.2: the holder beside the owner, if any: that either is notified meets the duty. */
  @Column({ type: "uuid", name: "holder_id", nullable: true }) holderId!: string | null;
}

const COLUMNS = columnsOf(ObligationRow, "o");

/** A duty in the list of an incident: its own, or the answer to a notification about an incident, which its card meets. */
export type DutyOfIncident = ObligationRow & { readonly shownFor: string };

export type ObligationOrder = "DUE_FIRST" | "DUE_LAST";

/** Obligations, seen through one scope. */
export class ObligationStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  async byIds(ids: Keys): Promise<ObligationRow[]> {
    return this.select("o.id", ids);
  }

  /** The duties of these incidents in the order of their rules. */
  async ofIncidents(incidentIds: readonly string[]): Promise<ObligationRow[]> {
    return this.select("o.incident_id", incidentIds);
  }

  /**
   * The duties of these incidents in the order of their rules; with them the answer that a notification asks for by itself (R9.6),
   * where it led to one of them and does not ask for that one's own card (L21).
   */
  async shownOf(incidentIds: Keys): Promise<DutyOfIncident[]> {
    const parameters = new Parameters();
    const ids = parameters.add(incidentIds);
    const seen = obligationsInScope(this.scope, parameters, "o");
    return this.connection.query(
      `select ${COLUMNS}, o.incident_id as "shownFor" from obligation o where o.incident_id = any (${ids}) and ${seen}
       union all
       select ${COLUMNS}, l.incident_id from incident_notification l join incident i on i.id = l.incident_id
         join obligation o on o.notification_id = l.notification_id and o.obligor_id = i.soc_id
       where l.incident_id = any (${ids}) and o.incident_id is null and o.rule = 'R9.6' and ${seen} and not exists (
         select from obligation own where own.incident_id = l.incident_id and own.notification_id = l.notification_id
       )
       order by "shownFor", rule, "startsAt", id`,
      parameters.values,
    );
  }

  /** The answers that these notifications ask for, and the cards of incidents to which they led. */
  async ofNotifications(notificationIds: Keys): Promise<ObligationRow[]> {
    return this.select("o.notification_id", notificationIds);
  }

  /** One page by keyset on (due_at, id). `now` is the instant at which standings are judged. */
  async page(
    filter: ObligationFilter,
    order: ObligationOrder,
    window: Window,
    now: Instant,
  ): Promise<Page<ObligationRow>> {
    const parameters = new Parameters();
    const scopes = partsOfObligationsInScope(this.scope, parameters, "o");
    const conditions = conditionsOf(filter, this.scope, parameters, now);
    return readPage<ObligationRow>(
      {
        list: "obligations",
        columns: ["o.due_at", "o.id"],
        types: ["timestamptz", "uuid"],
        direction: order === "DUE_FIRST" ? "asc" : "desc",
        valuesOf: ({ dueAt, id }) => [toIso(dueAt), id],
      },
      window,
      parameters,
      ({ where, orderBy, limit }) =>
        this.connection.query(
          // Of an owner and a holder each its own index is read in order: no plan reads two of them so for an "or".
          `select ${COLUMNS} from (${scopes
            .map(
              (scope) =>
                `(select * from obligation o where ${all([scope, ...conditions, where])} order by ${orderBy} limit ${limit})`,
            )
            .join(" union all ")}) o order by ${orderBy} limit ${limit}`,
          parameters.values,
        ),
    );
  }

  /** The answers that these notifications ask of one SOC, locked in one order until the transaction ends. */
  async lockAnswers(notificationIds: readonly string[], obligorId: string): Promise<ObligationRow[]> {
    const parameters = new Parameters();
    return this.connection.query<ObligationRow>(
      `select ${COLUMNS} from obligation o
       where o.notification_id = any (${parameters.add(notificationIds)}) and o.obligor_id = ${parameters.add(obligorId)}
         and o.incident_id is null and ${obligationsInScope(this.scope, parameters, "o")} order by o.id for update`,
      parameters.values,
    );
  }

  /**
   * Writes the duties of a locked incident: new ones are opened, known ones take their new times. R9.2 is owed to whose the object
   * was at the confirmation, from which it runs.
   */
  async put(
    of: { readonly id: string; readonly socId: string; readonly retractedAt: Instant | null },
    obligations: readonly Obligation[],
    now: Instant,
  ): Promise<void> {
    if (obligations.length === 0) return;
    const at = (pick: (obligation: Obligation) => Instant | null): (Date | null)[] =>
      obligations.map(pick).map((instant) => (instant === null ? null : timestamp(instant)));
    await this.connection.query(
      `insert into obligation (id, incident_id, obligor_id, kind, rule, object_id, object_description, notification_id, starts_at,
         due_at, discharged_at, met_by, waived_at, owner_id, holder_id, is_void, is_retracted)
       select n.id, $1, $2, n.kind, n.rule, n.object_id, n.object_description, n.notification_id, n.starts_at, n.due_at,
         n.discharged_at, n.met_by, n.waived_at, case when n.object_id is not null then owner_at(n.object_id, n.starts_at) end,
         case when n.object_id is not null then holder_at(n.object_id, n.starts_at) end, n.is_void, $15
       from unnest($3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::text[], $8::uuid[], $9::timestamptz[], $10::timestamptz[],
         $11::timestamptz[], $12::text[], $13::timestamptz[], $14::boolean[])
         as n (id, kind, rule, object_id, object_description, notification_id, starts_at, due_at, discharged_at, met_by, waived_at,
           is_void)
       on conflict (incident_id, notification_id, obligor_id, rule, object_id, object_description) do update set
         starts_at = excluded.starts_at, due_at = excluded.due_at, discharged_at = excluded.discharged_at,
         met_by = excluded.met_by, owner_id = excluded.owner_id, holder_id = excluded.holder_id,
         -- A withdrawal may have waived it since it was read; whether a waiver still stands is judged.
         waived_at = coalesce(excluded.waived_at, case when not exists (
           select from waiver w join obligation o on o.id = w.obligation_id
           where o.incident_id = obligation.incident_id and w.waived_at = obligation.waived_at) then obligation.waived_at end),
         is_void = excluded.is_void, is_retracted = excluded.is_retracted`,
      [
        of.id,
        of.socId,
        obligations.map(() => newId(now)),
        obligations.map((obligation) => obligation.kind),
        obligations.map((obligation) => obligation.rule),
        obligations.map((obligation) => obligation.objectId),
        obligations.map((obligation) => obligation.objectDescription),
        obligations.map((obligation) => obligation.notificationId),
        at((obligation) => obligation.startsAt),
        at((obligation) => obligation.dueAt),
        at((obligation) => obligation.dischargedAt),
        obligations.map((obligation) => obligation.metBy),
        at((obligation) => obligation.waivedAt),
        obligations.map((obligation) => obligation.isVoid),
        of.retractedAt !== null,
      ],
    );
  }

  /**
   * L9: duties toward the owner of what was described are toward the present owner of the object that it is; where that has a duty
   * of its own, they never were.
   */
  async nameObject(incidentId: string, descriptions: readonly string[], objectId: string): Promise<void> {
    await this.connection.query(
      `update obligation o set object_id = $3, object_description = null, owner_id = owner_at($3, o.starts_at),
         holder_id = holder_at($3, o.starts_at)
       where o.incident_id = $1 and o.object_description = any ($2) and not exists (
         select from obligation own where own.incident_id = $1 and own.rule = o.rule and own.object_id = $3)`,
      [incidentId, descriptions, objectId],
    );
    await this.connection.query(
      `update obligation set is_void = true, discharged_at = null, met_by = null
       where incident_id = $1 and object_description = any ($2)`,
      [incidentId, descriptions],
    );
  }

  /** Opens one duty about a notification for each of these SOCs. */
  async openAnswers(
    notificationId: string,
    obligorIds: readonly string[],
    answer: Obligation,
    now: Instant,
  ): Promise<void> {
    await this.connection.query(
      `insert into obligation (id, notification_id, obligor_id, kind, rule, starts_at, due_at)
       select n.id, $1, n.obligor_id, $2, $3, $4, $5 from unnest($6::uuid[], $7::uuid[]) as n (id, obligor_id)`,
      [
        notificationId,
        answer.kind,
        answer.rule,
        timestamp(answer.startsAt),
        timestamp(answer.dueAt),
        obligorIds.map(() => newId(now)),
        obligorIds,
      ],
    );
  }

  /** Writes what became of one duty. */
  async change(row: Pick<ObligationRow, "id" | "dischargedAt" | "waivedAt" | "metBy">): Promise<void> {
    const at = (instant: Instant | null): Date | null => (instant === null ? null : timestamp(instant));
    await this.connection.query(`update obligation set discharged_at = $2, waived_at = $3, met_by = $4 where id = $1`, [
      row.id,
      at(row.dischargedAt),
      at(row.waivedAt),
      row.metBy,
    ]);
  }

  /** R9.2: by what codes the objects of these duties are registered. */
  async objectCodesOf(ids: Keys): Promise<{ readonly obligationId: string; readonly code: string }[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select c.obligation_id as "obligationId", c.code from object_codes_of(${parameters.add(ids)}::uuid[]) c
         join obligation o on o.id = c.obligation_id where ${obligationsInScope(this.scope, parameters, "o")}`,
      parameters.values,
    );
  }

  /** What a SOC still owes, or what is still owed to the owner of an object, by rule. */
  async openOf(of: { readonly socId: string } | { readonly objectId: string }): Promise<OpenDuties[]> {
    const parameters = new Parameters();
    const whose =
      "socId" in of ? `o.obligor_id = ${parameters.add(of.socId)}` : `o.object_id = ${parameters.add(of.objectId)}`;
    return this.connection.query(
      `select o.rule, count(*)::int as count, min(o.due_at) as "dueAt" from obligation o
       where ${whose} and o.discharged_at is null and o.waived_at is null and not o.is_void
         and ${obligationsInScope(this.scope, parameters, "o")}
       group by o.rule order by o.rule`,
      parameters.values,
    );
  }

  /** L19: waives the answers that a notification still asks for; gives the SOCs that owed one. */
  async waiveAnswers(notificationIds: readonly string[], at: Instant): Promise<string[]> {
    const rows = await this.connection.query<{ obligorId: string }>(
      `update obligation set waived_at = $2
       where notification_id = any ($1) and discharged_at is null and waived_at is null returning obligor_id as "obligorId"`,
      [notificationIds, timestamp(at)],
    );
    return rows.map(({ obligorId }) => obligorId);
  }

  private select(column: string, ids: Keys): Promise<ObligationRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select ${COLUMNS} from obligation o
       where ${column} = any (${parameters.add(ids)}) and ${obligationsInScope(this.scope, parameters, "o")}
       order by o.incident_id, o.notification_id, o.rule, o.starts_at, o.id`,
      parameters.values,
    );
  }
}
