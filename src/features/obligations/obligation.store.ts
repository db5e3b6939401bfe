import { obligationsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { Instant } from "../../domain/instant.js";
import type { Obligation } from "../../domain/obligations.js";
import type { Connection } from "../../platform/database.js";
import { newId } from "../../platform/identity.js";
import { Parameters, timestamp } from "../../platform/sql.js";

/** A duty as kept: its terms, whose it is, and what it is about: an incident or a notification. */
export interface ObligationRow extends Obligation {
  readonly id: string;
  readonly incidentId: string | null;
  readonly notificationId: string | null;
  readonly debtorId: string;
  readonly waivedReason: string | null;
}

const COLUMNS = `o.id, o.incident_id as "incidentId", o.notification_id as "notificationId", o.debtor_id as "debtorId", o.kind,
  o.rule, o.object_id as "objectId", o.starts_at as "startsAt", o.due_at as "dueAt", o.discharged_at as "dischargedAt",
  o.waived_at as "waivedAt", o.waived_reason as "waivedReason"`;

/** Obligations, seen through one scope. */
export class ObligationStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  async byIds(ids: readonly string[]): Promise<ObligationRow[]> {
    return this.select("o.id", ids);
  }

  /** The duties of these incidents in the order of their rules. */
  async ofIncidents(incidentIds: readonly string[]): Promise<ObligationRow[]> {
    return this.select("o.incident_id", incidentIds);
  }

  /** The answers that these notifications ask for. */
  async ofNotifications(notificationIds: readonly string[]): Promise<ObligationRow[]> {
    return this.select("o.notification_id", notificationIds);
  }

  /** The answer that a notification asks of one SOC, locked until the transaction ends. */
  async lockAnswer(notificationId: string, debtorId: string): Promise<ObligationRow | null> {
    const parameters = new Parameters();
    const [row] = await this.connection.query<ObligationRow>(
      `select ${COLUMNS} from obligation o
       where o.notification_id = ${parameters.add(notificationId)} and o.debtor_id = ${parameters.add(debtorId)}
         and ${obligationsInScope(this.scope, parameters, "o")} for update`,
      parameters.values,
    );
    return row ?? null;
  }

  /** Writes the duties of a locked incident: new ones are opened, known ones take their new times. */
  async put(incidentId: string, debtorId: string, obligations: readonly Obligation[], now: Instant): Promise<void> {
    if (obligations.length === 0) return;
    const at = (pick: (obligation: Obligation) => Instant | null): (Date | null)[] =>
      obligations.map(pick).map((instant) => (instant === null ? null : timestamp(instant)));
    await this.connection.query(
      `insert into obligation (id, incident_id, debtor_id, kind, rule, object_id, starts_at, due_at, discharged_at, waived_at)
       select n.id, $1, $2, n.kind, n.rule, n.object_id, n.starts_at, n.due_at, n.discharged_at, n.waived_at
       from unnest($3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::timestamptz[], $8::timestamptz[],
         $9::timestamptz[], $10::timestamptz[])
         as n (id, kind, rule, object_id, starts_at, due_at, discharged_at, waived_at)
       on conflict (incident_id, kind, object_id) where incident_id is not null do update set starts_at = excluded.starts_at,
         due_at = excluded.due_at, discharged_at = excluded.discharged_at, waived_at = excluded.waived_at`,
      [
        incidentId,
        debtorId,
        obligations.map(() => newId(now)),
        obligations.map((obligation) => obligation.kind),
        obligations.map((obligation) => obligation.rule),
        obligations.map((obligation) => obligation.objectId),
        at((obligation) => obligation.startsAt),
        at((obligation) => obligation.dueAt),
        at((obligation) => obligation.dischargedAt),
        at((obligation) => obligation.waivedAt),
      ],
    );
  }

  /** Opens one duty about a notification for each of these SOCs. */
  async openAnswers(
    notificationId: string,
    debtorIds: readonly string[],
    answer: Obligation,
    now: Instant,
  ): Promise<void> {
    await this.connection.query(
      `insert into obligation (id, notification_id, debtor_id, kind, rule, starts_at, due_at)
       select n.id, $1, n.debtor_id, $2, $3, $4, $5 from unnest($6::uuid[], $7::uuid[]) as n (id, debtor_id)`,
      [
        notificationId,
        answer.kind,
        answer.rule,
        timestamp(answer.startsAt),
        timestamp(answer.dueAt),
        debtorIds.map(() => newId(now)),
        debtorIds,
      ],
    );
  }

  /** Writes what became of one duty. */
  async change(row: ObligationRow): Promise<void> {
    const at = (instant: Instant | null): Date | null => (instant === null ? null : timestamp(instant));
    await this.connection.query(
      `update obligation set discharged_at = $2, waived_at = $3, waived_reason = $4 where id = $1`,
      [row.id, at(row.dischargedAt), at(row.waivedAt), row.waivedReason],
    );
  }

  /** L19: waives the answers that a notification still asks for; gives the SOCs that owed one. */
  async waiveAnswers(notificationIds: readonly string[], at: Instant): Promise<string[]> {
    const rows = await this.connection.query<{ debtorId: string }>(
      `update obligation set waived_at = $2
       where notification_id = any ($1) and discharged_at is null and waived_at is null returning debtor_id as "debtorId"`,
      [notificationIds, timestamp(at)],
    );
    return rows.map(({ debtorId }) => debtorId);
  }

  private select(column: string, ids: readonly string[]): Promise<ObligationRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select ${COLUMNS} from obligation o
       where ${column} = any (${parameters.add(ids)}) and ${obligationsInScope(this.scope, parameters, "o")}
       order by o.incident_id, o.notification_id, o.rule, o.starts_at, o.id`,
      parameters.values,
    );
  }
}
