import { incidentOf, incidentsInScope, ownObjectInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { Instant } from "../../domain/instant.js";
import type { Obligation } from "../../domain/obligations.js";
import type { Connection } from "../../platform/database.js";
import { newId } from "../../platform/identity.js";
import { Parameters, timestamp } from "../../platform/sql.js";

/** A duty as kept: its terms, whose it is, and what it is about. */
export interface ObligationRow extends Obligation {
  readonly id: string;
  readonly incidentId: string;
  readonly debtorId: string;
}

const COLUMNS = `o.id, o.incident_id as "incidentId", o.debtor_id as "debtorId", o.kind, o.rule, o.object_id as "objectId",
  o.starts_at as "startsAt", o.due_at as "dueAt", o.discharged_at as "dischargedAt", o.waived_at as "waivedAt"`;

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
       on conflict (incident_id, kind, object_id) do update set starts_at = excluded.starts_at, due_at = excluded.due_at,
         discharged_at = excluded.discharged_at, waived_at = excluded.waived_at`,
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

  private select(column: string, ids: readonly string[]): Promise<ObligationRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select ${COLUMNS} from obligation o ${incidentOf(this.scope, "o")}
       where ${column} = any (${parameters.add(ids)}) and ${incidentsInScope(this.scope, parameters, "i")}
         and (o.object_id is null or ${ownObjectInScope(this.scope, parameters, "o.object_id")})
       order by o.incident_id, o.rule, o.starts_at, o.id`,
      parameters.values,
    );
  }
}
