import type { Instant } from "../domain/instant.js";
import { isRoleOf, type Actor, type PartyKind, type Role } from "../domain/parties.js";
import { Refusal } from "../domain/refusal.js";
import { say } from "../domain/wording/wording.js";
import type { Connection } from "../platform/database.js";
import { sha256 } from "../platform/hash.js";
import type { Claim, Session, Strategy } from "./session.js";

interface TokenRow {
  /** The token's whole meaning, as one string. */
  readonly mark: string;
  readonly expiresAt: Instant;
  readonly revokedAt: Instant | null;
  readonly actorId: string;
  readonly actorName: string;
  readonly roles: Role[];
  readonly partyId: string;
  readonly partyKind: PartyKind;
  readonly partyCode: string;
  readonly partyName: string;
}

/** Access tokens of this gateway, sent as `Authorization: Bearer TOKEN` (RFC 6750, section 2.1). Only their hashes are kept. */
export const tokenStrategy: Strategy = {
  claimIn: ({ authorization }) => {
    const token = /^Bearer +([\x21-\x7E]{1,512}) *$/i.exec(authorization ?? "")?.[1];
    return token === undefined ? null : claimOf(sha256(token));
  },
};

function claimOf(hash: Buffer): Claim {
  return {
    key: `token ${hash.toString("hex")}`,
    session: (connection, now) => sessionOf(connection, hash, now),
  };
}

/** The session of a token, by its SHA-256; throws UNAUTHENTICATED if it is unknown, expired or revoked. */
export async function sessionOf(connection: Connection, hash: Buffer, now: Instant): Promise<Session> {
  const [row] = await connection.query<TokenRow>(
    `select expires_at as "expiresAt", revoked_at as "revokedAt", actor_id as "actorId", actor_name as "actorName", roles,
       party_id as "partyId", party_kind as "partyKind", party_code as "partyCode", party_name as "partyName", t::text as mark
     from find_token($1) t`,
    [hash],
  );
  if (!row) throw new Refusal("UNAUTHENTICATED", say("tokenUnknown", {}));
  if (row.revokedAt !== null) throw new Refusal("UNAUTHENTICATED", say("tokenRevoked", { at: row.revokedAt }));
  if (row.expiresAt <= now) throw new Refusal("UNAUTHENTICATED", say("tokenExpired", { at: row.expiresAt }));
  const { mark, expiresAt } = row;
  const actor: Actor = {
    id: row.actorId,
    name: row.actorName,
    // F19: a role of another kind of party grants nothing, whatever the table says.
    roles: row.roles.filter((role) => isRoleOf(role, row.partyKind)),
    party: { id: row.partyId, kind: row.partyKind, code: row.partyCode, name: row.partyName },
  };
  return {
    actor,
    expiresAt,
    key: claimOf(hash).key,
    tokenHash: hash,
    revalidate: (again, then) => sessionOf(again, hash, then),
    stillStands: async (again, then) => {
      const [found] = await again.query<{ mark: string }>(`select t::text as mark from find_token($1) t`, [hash]);
      return found?.mark === mark && expiresAt > then;
    },
  };
}
