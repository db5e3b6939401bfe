import { Refusal } from "../domain/refusal.js";
import { say } from "../domain/wording/wording.js";
import type { Clock } from "../platform/clock.js";
import type { Connection } from "../platform/database.js";
import type { Presumptions } from "./presumptions.js";
import type { Claim, Credentials, Session, Strategy } from "./session.js";
import { sessionOf, tokenStrategy } from "./token-strategy.js";
import type { TokenUses } from "./token-uses.js";
import type { WrongTokens } from "./wrong-tokens.js";

/** The ways in which a caller can prove who it is; the first one that finds a proof decides. */
const STRATEGIES: readonly Strategy[] = [tokenStrategy];

/** Authentication: comes before anything else in a request, the same over HTTP and on a socket. */
export class Authentication {
  constructor(
    private readonly connection: Connection,
    private readonly clock: Clock,
    private readonly presumptions: Presumptions,
    private readonly wrongTokens: WrongTokens,
    private readonly uses: TokenUses,
  ) {}

  /**
   * The session of a proof, presumed if it is cached, to be confirmed while the answer is made.
   * Throws UNAUTHENTICATED where no proof is given, and as `session` does.
   */
  async presume(credentials: Credentials): Promise<{ readonly session: Session; readonly isPresumed: boolean }> {
    const claim = claimIn(credentials);
    const known = claim && this.presumptions.of(claim.key, this.clock.now());
    if (known) {
      this.uses.note(known);
      return { session: known, isPresumed: true };
    }
    const session = await this.session(credentials);
    this.presumptions.remember(session);
    return { session, isPresumed: false };
  }

  /**
   * Throws UNAUTHENTICATED where no proof is given, or one that is unreadable, unknown, expired or revoked; for one that
   * was never valid it comes the later, the more of them the address has sent, and in the end as RATE_LIMITED
   * (`WrongTokens`).
   */
  async session(credentials: Credentials): Promise<Session> {
    const { authorization, address, signal } = credentials;
    const claim = claimIn(credentials);
    if (!claim && !authorization) throw new Refusal("UNAUTHENTICATED", say("unauthenticated", {}));
    return this.wrongTokens.slowing(address, signal, async () => {
      if (!claim) throw new Refusal("UNAUTHENTICATED", say("authorizationUnreadable", {}));
      const session = await claim.session(this.connection, this.clock.now());
      this.uses.note(session);
      return session;
    });
  }

  /** The session of a token that is known by its SHA-256 alone; throws UNAUTHENTICATED if it is no longer valid. */
  ofToken(hash: Buffer): Promise<Session> {
    return sessionOf(this.connection, hash, this.clock.now());
  }

  /** Checks a session's proof again; throws UNAUTHENTICATED if it is no longer valid. */
  again(session: Session): Promise<Session> {
    return session.revalidate(this.connection, this.clock.now());
  }

  /** A presumption that turned out wrong. */
  forget(session: Session): void {
    this.presumptions.forget(session);
  }
}

function claimIn(credentials: Credentials): Claim | null {
  for (const strategy of STRATEGIES) {
    const claim = strategy.claimIn(credentials);
    if (claim) return claim;
  }
  return null;
}
