import type { Scope } from "../../domain/access.js";
import type { Instant } from "../../domain/instant.js";
import type { Connection } from "../../platform/database.js";
import { timestamp } from "../../platform/sql.js";

/** Objects of one owner. */
export interface OwnedObjects {
  readonly ownerId: string;
  readonly objectIds: readonly string[];
}

/** The owners' copies of incidents, which they read through `IncidentStore`. */
export class OwnerCopyStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  /**
   * Writes the copies for the owners of the objects that a statement at `now` is about: the locked incident after that statement,
   * of what it harmed only what is the owner's own. One statement, however many owners there are.
   */
  async keep(id: string, owners: readonly OwnedObjects[], now: Instant): Promise<void> {
    if (owners.length === 0) return;
    await this.connection.query(
      `insert into owner_incident (owner_id, id, number, soc_id, object_ids, affected, type, severity, confirmed_at, occurred_at,
         received_at, last_revision, is_corrected, retracted_at)
       select w."ownerId", i.id, i.number, i.soc_id, w."objectIds", (select coalesce(jsonb_agg(a order by n), '[]') from
           jsonb_array_elements(i.affected) with ordinality as e (a, n) where (a ->> 'objectId')::uuid = any (w."objectIds")),
         i.type, i.severity, i.confirmed_at, i.occurred_at, $3, i.last_revision, i.is_corrected, i.retracted_at
       from incident i, jsonb_to_recordset($2::jsonb) as w ("ownerId" uuid, "objectIds" uuid[]) where i.id = $1
       on conflict (owner_id, id) do update set object_ids = excluded.object_ids, affected = excluded.affected,
         type = excluded.type, severity = excluded.severity, confirmed_at = excluded.confirmed_at,
         occurred_at = excluded.occurred_at, last_revision = excluded.last_revision, is_corrected = excluded.is_corrected,
         retracted_at = excluded.retracted_at`,
      [id, JSON.stringify(owners), timestamp(now)],
    );
  }

  /** The owners who have a copy of an incident, with what of it was their own. For the national centre only. */
  async owners(id: string): Promise<OwnedObjects[]> {
    if (this.scope.sees !== "EVERYTHING") return [];
    return this.connection.query(
      `select owner_id as "ownerId", object_ids as "objectIds" from owner_incident where id = $1 order by owner_id`,
      [id],
    );
  }

  /** Writes to all copies of a locked incident that it was retracted; what else a former owner's copy says stays (L18). */
  async retract(id: string, at: Instant): Promise<void> {
    await this.connection.query(`update owner_incident set retracted_at = $2 where id = $1`, [id, timestamp(at)]);
  }
}
