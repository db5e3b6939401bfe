import { createHash } from "node:crypto";

/** The token of a generated actor: whoever has generated the world knows them all. */
export function tokenOf(partyCode: string, role: string): string {
  return `bench-${partyCode}-${role}`;
}

/** What an `Authorization` header is looked up by; an empty hash, which no token has, where there is none. */
export function tokenHash(authorization: string | undefined): Buffer {
  const token = /^Bearer (\S+)$/.exec(authorization ?? "")?.[1];
  return token === undefined ? Buffer.alloc(0) : createHash("sha256").update(token).digest();
}

/** Who asks, by the hash of a token that holds: what every server of the bench looks up for each request. */
export const WHO_ASKS = `select p.id as "partyId", p.kind from token t join actor a on a.id = t.actor_id join party p on p.id = a.party_id
  where t.hash = $1 and t.revoked_at is null and t.expires_at > now()`;
