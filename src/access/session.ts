import type { Instant } from "../domain/instant.js";
import type { Actor } from "../domain/parties.js";
import type { Connection } from "../platform/database.js";

/** An actor whose proof has been checked, and for how long that proof is valid. */
export interface Session {
  readonly actor: Actor;
  readonly expiresAt: Instant;
  /** What it is remembered by: the same for the same proof, and never a secret. */
  readonly key: string;
  /** SHA-256 of the token that is its proof; null if that is something else. */
  readonly tokenHash: Buffer | null;
  /** Checks the proof again: the session as of `now`. Throws UNAUTHENTICATED if the proof is no longer valid. */
  revalidate(connection: Connection, now: Instant): Promise<Session>;
  /** Whether `revalidate` would give the same. */
  stillStands(connection: Connection, now: Instant): Promise<boolean>;
}

/** What a request says about its caller and origin. */
export interface Credentials {
  /** The value of `Authorization`. */
  readonly authorization: string | undefined;
  readonly address: string | null;
  /** Aborted when the caller has gone. */
  readonly signal: AbortSignal;
}

/** A proof that was found in credentials and has not been checked. */
export interface Claim {
  /** The `key` of its session. */
  readonly key: string;
  /** Checks the proof; throws UNAUTHENTICATED if it is unknown, expired or revoked. */
  session(connection: Connection, now: Instant): Promise<Session>;
}

/** A way in which a caller can prove who it is. */
export interface Strategy {
  /** Null if the credentials hold no proof of this kind. */
  claimIn(credentials: Credentials): Claim | null;
}
