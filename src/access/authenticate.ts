import type { Instant } from "../domain/instant.js";
import { PARTY_KIND_OF_ROLE, type Actor, type PartyKind, type Role } from "../domain/parties.js";
import { Refusal } from "../domain/refusal.js";
import { say } from "../domain/wording/wording.js";
import type { Connection } from "../platform/database.js";
import type { Clock } from "../platform/clock.js";
import { sha256 } from "../platform/hash.js";
import type { WrongTokens } from "./wrong-tokens.js";

/** An actor whose token has been looked at, and how long that token is valid. */
export interface Session {
  readonly actor: Actor;
  readonly expiresAt: Instant;
  readonly tokenHash: Buffer;
  /** The token's whole meaning when it was looked up, as one string. */
  readonly mark: string;
}

interface TokenRow {
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

/** The token in an `Authorization` value (RFC 6750, section 2.1); null where it is not `Bearer TOKEN`. */
function tokenIn(authorization: string | undefined): string | null {
  return /^Bearer +([\x21-\x7E]{1,512}) *$/i.exec(authorization ?? "")?.[1] ?? null;
}

/** The hash of the token in an `Authorization` value; throws UNAUTHENTICATED if it is not `Bearer TOKEN`. */
function tokenHashOf(authorization: string): Buffer {
  const token = tokenIn(authorization);
  if (token === null) throw new Refusal("UNAUTHENTICATED", say("authorizationUnreadable", {}));
  return sha256(token);
}

/** Looks up again what a token's hash means; throws UNAUTHENTICATED for a token that is unknown, expired or revoked. */
export async function resume(connection: Connection, tokenHash: Buffer, now: Instant): Promise<Session> {
  const [row] = await connection.query<TokenRow>(
    `select expires_at as "expiresAt", revoked_at as "revokedAt", actor_id as "actorId", actor_name as "actorName", roles,
       party_id as "partyId", party_kind as "partyKind", party_code as "partyCode", party_name as "partyName", t::text as mark
     from find_token($1) t`,
    [tokenHash],
  );
  if (!row) throw new Refusal("UNAUTHENTICATED", say("tokenUnknown", {}));
  if (row.revokedAt !== null) throw new Refusal("UNAUTHENTICATED", say("tokenRevoked", { at: row.revokedAt }));
  if (row.expiresAt <= now) throw new Refusal("UNAUTHENTICATED", say("tokenExpired", { at: row.expiresAt }));
  const actor: Actor = {
    id: row.actorId,
    name: row.actorName,
    // F19: a role of another kind of party grants nothing, whatever the table says.
    roles: row.roles.filter((role) => PARTY_KIND_OF_ROLE[role] === row.partyKind),
    party: { id: row.partyId, kind: row.partyKind, code: row.partyCode, name: row.partyName },
  };
  return { actor, expiresAt: row.expiresAt, tokenHash, mark: row.mark };
}

/** Whether the session's token still has the same meaning at `now`. */
export async function stillStands(connection: Connection, session: Session, now: Instant): Promise<boolean> {
  const [row] = await connection.query<{ mark: string }>(`select t::text as mark from find_token($1) t`, [
    session.tokenHash,
  ]);
  return row?.mark === session.mark && session.expiresAt > now;
}

/** Sessions that are remembered. */
const REMEMBERED = 1_000;

/**
 * The meanings of tokens when they were last looked up: enough to begin a reading with, whose answer is sent only when the
 * token, looked up again within the same transaction, has the same meaning.
 */
export class Presumptions {
  private readonly sessions = new Map<string, Session>();
  private seen = 0;

  /** `changes` grows with everything that may have changed somebody's rights: then all are looked up again. */
  constructor(private readonly changes: () => number = () => 0) {}

  remember(session: Session): void {
    const key = session.tokenHash.toString("hex");
    this.sessions.delete(key);
    this.sessions.set(key, session);
    const oldest = this.sessions.keys().next();
    if (this.sessions.size > REMEMBERED && !oldest.done) this.sessions.delete(oldest.value);
  }

  forget({ tokenHash }: Session): void {
    this.sessions.delete(tokenHash.toString("hex"));
  }

  of(tokenHash: Buffer, now: Instant): Session | null {
    const changes = this.changes();
    if (changes !== this.seen) this.sessions.clear();
    this.seen = changes;
    const known = this.sessions.get(tokenHash.toString("hex"));
    return known && known.expiresAt > now ? known : null;
  }
}

/** What a request says about its caller and origin. */
export interface Credentials {
  /** The value of `Authorization`. */
  readonly authorization: string | undefined;
  readonly address: string | null;
  /** Aborted when the caller has gone. */
  readonly signal: AbortSignal;
}

/** Authentication: comes before anything else in a request, the same over HTTP and on a socket. */
export class Authentication {
  constructor(
    private readonly connection: Connection,
    private readonly clock: Clock,
    private readonly presumptions: Presumptions,
    private readonly wrongTokens: WrongTokens,
  ) {}

  /**
   * The session of a token, presumed if the token is cached, to be confirmed while the answer is made.
   * Throws UNAUTHENTICATED where no token is given, and as `session` does.
   */
  async presume(credentials: Credentials): Promise<{ readonly session: Session; readonly isPresumed: boolean }> {
    const known = this.presumptionOf(credentials.authorization);
    if (known) return { session: known, isPresumed: true };
    const session = await this.session(credentials);
    this.presumptions.remember(session);
    return { session, isPresumed: false };
  }

  /**
   * Throws UNAUTHENTICATED where no token is given, or one that is unreadable, unknown, expired or revoked; for one that
   * was never
   * valid it comes the later, the more of them the address has sent, and in the end as RATE_LIMITED (`WrongTokens`).
   */
  async session({ authorization, address, signal }: Credentials): Promise<Session> {
    if (!authorization) throw new Refusal("UNAUTHENTICATED", say("unauthenticated", {}));
    return this.wrongTokens.slowing(address, signal, async () =>
      resume(this.connection, tokenHashOf(authorization), this.clock.now()),
    );
  }

  /** Looks up again what a session's token means; throws UNAUTHENTICATED if it is no longer valid. */
  async again({ tokenHash }: Session): Promise<Session> {
    return resume(this.connection, tokenHash, this.clock.now());
  }

  /** A presumption that turned out wrong. */
  forget(session: Session): void {
    this.presumptions.forget(session);
  }

  private presumptionOf(authorization: string | undefined): Session | null {
    const token = tokenIn(authorization);
    return token === null ? null : this.presumptions.of(sha256(token), this.clock.now());
  }
}
