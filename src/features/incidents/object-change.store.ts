import type { Scope } from "../../domain/access.js";
import { after, type Instant } from "../../domain/instant.js";
import type { Connection } from "../../platform/database.js";
import { timestamp } from "../../platform/sql.js";

/** A change of what an object is, or whose, from `since` on, by which incidents are judged anew. */
export interface ObjectChangeRow {
  readonly id: string;
  readonly objectId: string;
  readonly since: Instant;
  readonly isOfOwner: boolean;
}

/** Before every incident. */
const NONE = "00000000-0000-0000-0000-000000000000";

/** Milliseconds after which a change that nobody goes on with is left by its gateway. */
const LEFT_AFTER = 5_000;

/** Changes of objects, and how far they have been judged. For the national centre and the gateway. */
export class ObjectChangeStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  async add({ id, objectId, since, isOfOwner }: ObjectChangeRow, now: Instant): Promise<void> {
    await this.connection.query(
      `insert into object_change (id, object_id, since, is_of_owner, judged_up_to, judged_at) values ($1, $2, $3, $4, $5, $6)`,
      [id, objectId, timestamp(since), isOfOwner, NONE, timestamp(now)],
    );
  }

  /** Changes that are not judged to the end and nobody goes on with, those that waited longest first. */
  async left(now: Instant): Promise<string[]> {
    if (this.scope.sees !== "EVERYTHING") return [];
    const left = await this.connection.query<{ readonly id: string }>(
      `select id from object_change where not is_judged and judged_at <= $1 order by judged_at, id`,
      [timestamp(after(now, -LEFT_AFTER))],
    );
    return left.map(({ id }) => id);
  }

  /**
   * Locks a change that is not judged to the end, and gives the next incidents that it concerns. Null where it is, or another
   * gateway is at it.
   */
  async next(
    id: string,
    part: number,
  ): Promise<{ readonly change: ObjectChangeRow; readonly incidentIds: readonly string[] } | null> {
    if (this.scope.sees !== "EVERYTHING") return null;
    const [found] = await this.connection.query<ObjectChangeRow & { readonly judgedUpTo: string }>(
      `select id, object_id as "objectId", since, is_of_owner as "isOfOwner", judged_up_to as "judgedUpTo" from object_change
       where id = $1 and not is_judged for update skip locked`,
      [id],
    );
    if (!found) return null;
    const { judgedUpTo, ...change } = found;
    const incidents = await this.connection.query<{ readonly id: string }>(
      `select id from incidents_since($1, $2, $3, $4)`,
      [change.objectId, timestamp(change.since), judgedUpTo, part],
    );
    return { change, incidentIds: incidents.map((one) => one.id) };
  }

  /** The incidents up to `last` are judged; null: all of them. */
  async judged(id: string, last: string | null, now: Instant): Promise<void> {
    await this.connection.query(
      `update object_change set judged_up_to = coalesce($2, judged_up_to), is_judged = $2 is null, judged_at = $3 where id = $1`,
      [id, last, timestamp(now)],
    );
  }
}
