import { incidentOf, partsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { Instant } from "../../domain/instant.js";
import { instantIn } from "../../platform/columns.js";
import type { Connection } from "../../platform/database.js";
import { Parameters, timestamp, type Keys } from "../../platform/sql.js";

/** L9: what an incident describes and is a registered object, as the national centre found. */
export interface ObjectLinkRow {
  readonly id: string;
  readonly incidentId: string;
  readonly submissionId: string;
  readonly description: string;
  readonly objectId: string;
  readonly code: string;
  /** Whose the object was at the confirmation, and when what describes it was said. */
  readonly ownerIds: readonly string[];
  readonly reason: string;
  readonly linkedAt: Instant;
  /** When it was taken back as made in error, and why; null where it was not. */
  readonly unlinkedAt: Instant | null;
  readonly unlinkedReason: string | null;
  readonly unlinkingSubmissionId: string | null;
}

/** Links of descriptions to registered objects, seen through one scope. */
export class ObjectLinkStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  /** Oldest first. */
  async ofIncidents(incidentIds: Keys): Promise<ObjectLinkRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select l.id, l.incident_id as "incidentId", l.submission_id as "submissionId", l.description, l.object_id as "objectId",
         l.code, l.owner_ids as "ownerIds", l.reason, ${instantIn("l.linked_at")} as "linkedAt", ${instantIn("u.unlinked_at")} as "unlinkedAt",
         u.reason as "unlinkedReason", u.submission_id as "unlinkingSubmissionId"
       from object_link l left join object_unlinking u on u.object_link_id = l.id ${incidentOf(this.scope, "l")}
       where l.incident_id = any (${parameters.add(incidentIds)}) and ${partsInScope(this.scope, parameters, "l", "i")}
       order by l.incident_id, l.place`,
      parameters.values,
    );
  }

  async add(row: Omit<ObjectLinkRow, "unlinkedAt" | "unlinkedReason" | "unlinkingSubmissionId">): Promise<void> {
    await this.connection.query(
      `insert into object_link (id, incident_id, submission_id, description, object_id, code, owner_ids, reason, linked_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        row.id,
        row.incidentId,
        row.submissionId,
        row.description,
        row.objectId,
        row.code,
        row.ownerIds,
        row.reason,
        timestamp(row.linkedAt),
      ],
    );
  }

  /** These statements about a locked incident are about that object as well from now on, and whose it was then sees them. */
  async nameIn(
    submissionIds: readonly string[],
    { incidentId, objectId }: Pick<ObjectLinkRow, "incidentId" | "objectId">,
  ): Promise<void> {
    await this.connection.query(`select name_linked_object($1, $2::uuid[], $3)`, [incidentId, submissionIds, objectId]);
  }

  async addUnlinking(row: {
    readonly objectLinkId: string;
    readonly submissionId: string;
    readonly reason: string;
    readonly unlinkedAt: Instant;
  }): Promise<void> {
    await this.connection.query(
      `insert into object_unlinking (object_link_id, submission_id, reason, unlinked_at) values ($1, $2, $3, $4)`,
      [row.objectLinkId, row.submissionId, row.reason, timestamp(row.unlinkedAt)],
    );
  }
}
