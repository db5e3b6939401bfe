import { incidentOf, partsOfOwnerInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { Instant } from "../../domain/instant.js";
import type { Connection } from "../../platform/database.js";
import { Parameters, timestamp } from "../../platform/sql.js";

/** L9: what an incident describes and is a registered object, as the national centre found. */
export interface ObjectLinkRow {
  readonly id: string;
  readonly incidentId: string;
  readonly submissionId: string;
  readonly description: string;
  readonly objectId: string;
  readonly code: string;
  /** The object's owner at that time. */
  readonly ownerId: string;
  readonly reason: string;
  readonly linkedAt: Instant;
}

/** Links of descriptions to registered objects, seen through one scope. */
export class ObjectLinkStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  /** Oldest first. */
  async ofIncidents(incidentIds: readonly string[]): Promise<ObjectLinkRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select l.id, l.incident_id as "incidentId", l.submission_id as "submissionId", l.description, l.object_id as "objectId",
         l.code, l.owner_id as "ownerId", l.reason, l.linked_at as "linkedAt"
       from object_link l ${incidentOf(this.scope, "l")}
       where l.incident_id = any (${parameters.add(incidentIds)}) and ${partsOfOwnerInScope(this.scope, parameters, "l", "i")}
       order by l.incident_id, l.place`,
      parameters.values,
    );
  }

  async add(row: ObjectLinkRow): Promise<void> {
    await this.connection.query(
      `insert into object_link (id, incident_id, submission_id, description, object_id, code, owner_id, reason, linked_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        row.id,
        row.incidentId,
        row.submissionId,
        row.description,
        row.objectId,
        row.code,
        row.ownerId,
        row.reason,
        timestamp(row.linkedAt),
      ],
    );
  }

  /** These statements about a locked incident are about that object as well from now on, and its owner sees them. */
  async nameIn(
    submissionIds: readonly string[],
    { incidentId, objectId, ownerId }: Pick<ObjectLinkRow, "incidentId" | "objectId" | "ownerId">,
  ): Promise<void> {
    await this.connection.query(`select name_linked_object($1, $2::uuid[], $3, $4)`, [
      incidentId,
      submissionIds,
      objectId,
      ownerId,
    ]);
  }
}
