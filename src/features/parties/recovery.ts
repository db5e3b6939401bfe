import type { Instant } from "../../domain/instant.js";
import { DATABASE_OWNER, type Role } from "../../domain/parties.js";
import { appendEntries } from "../../journal/journal.store.js";
import type { Connection } from "../../platform/database.js";
import { newToken, sha256 } from "../../platform/hash.js";
import { newId } from "../../platform/identity.js";
import { Hindrance } from "../../platform/program.js";
import { timestamp } from "../../platform/sql.js";

/** A new administrator of a centre that nobody could administer any more. */
export interface Recovery {
  readonly centre: string;
  /** The token, stored nowhere else. */
  readonly secret: string;
  /** Its entry's position in the audit chain. */
  readonly position: number;
  /** Other administrators that still have a valid token. */
  readonly others: readonly string[];
}

/**
 * Creates a new administrator of the national centre, with the database owner's login: `connection` is a transaction of
 * that role, in which the act is sealed as well. A new actor, and not a new token of an old one: so the chain distinguishes
 * what was done before and after, and no old token becomes valid again.
 */
export async function recover(
  connection: Connection,
  draft: { readonly name: string; readonly reason: string },
  now: Instant,
  expiresAt: Instant,
): Promise<Recovery> {
  const [centre] = await connection.query<{ id: string; name: string }>(
    `select id, name from party where kind = 'NATIONAL_CENTRE'`,
  );
  if (!centre)
    throw new Hindrance(
      "This database has no national centre yet: npm run admin:bootstrap makes it and its first administrator.",
    );
  const role: Role = "CENTRE_ADMINISTRATOR";
  const others = await connection.query<{ name: string }>(
    `select a.name from actor a where $1 = any (a.roles) and exists (
       select from token t where t.actor_id = a.id and t.revoked_at is null and t.expires_at > $2) order by a.id`,
    [role, timestamp(now)],
  );
  const [actorId, tokenId, secret] = [newId(now), newId(now), newToken()];
  await connection.query(`insert into actor (id, party_id, name, roles, registered_at) values ($1, $2, $3, $4, $5)`, [
    actorId,
    centre.id,
    draft.name,
    [role],
    timestamp(now),
  ]);
  await connection.query(`insert into token (id, actor_id, hash, issued_at, expires_at) values ($1, $2, $3, $4, $5)`, [
    tokenId,
    actorId,
    sha256(secret),
    timestamp(now),
    timestamp(expiresAt),
  ]);
  const [from] = await connection.query<{ address: string | null }>(`select host(inet_client_addr()) as address`);
  const origin = { requestId: "admin:recover", address: from?.address ?? null };
  const entry = await appendEntries(connection, DATABASE_OWNER, origin, [
    { act: "administrator.recover", at: now, subject: actorId, reason: draft.reason },
    { act: "token.issue", at: now, subject: tokenId },
  ]);
  const places = await connection.query<{ position: string }>(`select position from seal_journal($1)`, [[entry]]);
  return {
    centre: centre.name,
    secret,
    position: Number(places[0]?.position),
    others: others.map(({ name }) => name),
  };
}
