import { createHash } from "node:crypto";

/** The token of a generated actor, derived from its party and role. */
export function tokenOf(partyCode: string, role: string): string {
  return `bench-${partyCode}-${role}`;
}

/** The hash to look up for an `Authorization` header; without a header an empty hash, which no token has. */
export function tokenHash(authorization: string | undefined): Buffer {
  const token = /^Bearer (\S+)$/.exec(authorization ?? "")?.[1];
  return token === undefined ? Buffer.alloc(0) : createHash("sha256").update(token).digest();
}

/** The caller, by the hash of a valid token: every server of the benchmark runs this for each request. */
export const WHO_ASKS = `select p.id as "partyId", p.kind from token t join actor a on a.id = t.actor_id join party p on p.id = a.party_id
  where t.hash = $1 and t.revoked_at is null and t.expires_at > now()`;
