import { submissionsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { Instant } from "../../domain/instant.js";
import { instantIn } from "../../platform/columns.js";
import type { Connection } from "../../platform/database.js";
import { Parameters, timestamp } from "../../platform/sql.js";

/** An export that was prepared; its id is its submission's. */
export interface PreparedRow {
  readonly id: string;
  readonly partyId: string;
  readonly actorId: string;
  /** SHA-256 of the token by which it was asked for. */
  readonly tokenHash: Buffer;
  /** SHA-256 of the secret in its address. */
  readonly secretHash: Buffer;
  readonly expiresAt: Instant;
  readonly fetchedAt: Instant | null;
}

const COLUMNS = `e.submission_id as id, e.party_id as "partyId", e.actor_id as "actorId", e.token_hash as "tokenHash",
  e.secret_hash as "secretHash", ${instantIn("e.expires_at")} as "expiresAt", ${instantIn("e.fetched_at")} as "fetchedAt"`;

/** Exports that were prepared: those of one's own party. */
export class ExportStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  async byId(id: string): Promise<PreparedRow | null> {
    return this.one("e.submission_id", id);
  }

  async bySecret(secretHash: Buffer): Promise<PreparedRow | null> {
    return this.one("e.secret_hash", secretHash);
  }

  private async one(column: string, value: string | Buffer): Promise<PreparedRow | null> {
    const parameters = new Parameters();
    const [found] = await this.connection.query<PreparedRow>(
      `select ${COLUMNS} from prepared_export e
       where ${column} = ${parameters.add(value)} and ${submissionsInScope(this.scope, parameters, "e")}`,
      parameters.values,
    );
    return found ?? null;
  }

  /** How many an actor has that can still be fetched. */
  async waiting(actorId: string, now: Instant): Promise<number> {
    const [found] = await this.connection.query<{ count: number }>(
      `select count(*)::int as count from prepared_export where actor_id = $1 and fetched_at is null and expires_at > $2`,
      [actorId, timestamp(now)],
    );
    return found?.count ?? 0;
  }

  async add(row: Omit<PreparedRow, "fetchedAt">): Promise<void> {
    await this.connection.query(
      `insert into prepared_export (submission_id, party_id, actor_id, token_hash, secret_hash, expires_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [row.id, row.partyId, row.actorId, row.tokenHash, row.secretHash, timestamp(row.expiresAt)],
    );
  }

  /** Gives an actor's own export, as long as it can be fetched, another address; false where it no longer can. */
  async readdress(
    { id, actorId, tokenHash, secretHash }: Pick<PreparedRow, "id" | "actorId" | "tokenHash" | "secretHash">,
    now: Instant,
  ): Promise<boolean> {
    const changed = await this.connection.query(
      `update prepared_export set token_hash = $3, secret_hash = $4
       where submission_id = $1 and actor_id = $2 and fetched_at is null and expires_at > $5 returning 1`,
      [id, actorId, tokenHash, secretHash, timestamp(now)],
    );
    return changed.length > 0;
  }

  /** Uses its address up; false where that has been done, or it has expired or changed. */
  async take({ id, secretHash }: Pick<PreparedRow, "id" | "secretHash">, now: Instant): Promise<boolean> {
    const taken = await this.connection.query(
      `update prepared_export set fetched_at = $3
       where submission_id = $1 and secret_hash = $2 and fetched_at is null and expires_at > $3 returning 1`,
      [id, secretHash, timestamp(now)],
    );
    return taken.length > 0;
  }
}
