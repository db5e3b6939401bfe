import { waiversInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { Instant } from "../../domain/instant.js";
import { instantIn } from "../../platform/columns.js";
import type { Connection } from "../../platform/database.js";
import { Parameters, timestamp, type Keys } from "../../platform/sql.js";

/** Why the national centre waived a duty, or its SOC closed it (F25), of what object that was said and whose it was then. */
export interface WaiverRow {
  readonly obligationId: string;
  /** Null for one from before this was kept. */
  readonly submissionId: string | null;
  readonly reason: string;
  readonly waivedAt: Instant;
  readonly isBySoc: boolean;
  readonly objectId: string | null;
  readonly objectDescription: string | null;
  readonly ownerId: string | null;
  readonly holderId: string | null;
}

/** Waivers, seen through one scope. */
export class WaiverStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  async add(row: WaiverRow): Promise<void> {
    await this.connection.query(
      `insert into waiver (obligation_id, submission_id, reason, waived_at, is_by_soc, object_id, object_description, owner_id,
         holder_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        row.obligationId,
        row.submissionId,
        row.reason,
        timestamp(row.waivedAt),
        row.isBySoc,
        row.objectId,
        row.objectDescription,
        row.ownerId,
        row.holderId,
      ],
    );
  }

  /** Why these duties were waived, oldest first, where that was said of what one may see. */
  async of(obligationIds: Keys): Promise<WaiverRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select o.id as "obligationId", w.submission_id as "submissionId", w.reason, ${instantIn("w.waived_at")} as "waivedAt", w.is_by_soc as "isBySoc",
         w.object_id as "objectId", w.object_description as "objectDescription", w.owner_id as "ownerId",
         w.holder_id as "holderId"
       from obligation o cross join lateral (
         select * from waiver own where own.obligation_id = o.id
         -- L9: what was linked in error was waived as what it was before, and is again.
         union all
         select before.* from obligation linked join waiver before on before.obligation_id = linked.id
         where linked.incident_id = o.incident_id and linked.id <> o.id and before.object_description = o.object_description
       ) w
       where o.id = any (${parameters.add(obligationIds)}) and ${waiversInScope(this.scope, parameters, "w", "o")}
       order by o.id, w.place`,
      parameters.values,
    );
  }
}
