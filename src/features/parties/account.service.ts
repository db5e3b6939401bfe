import type { Instant } from "../../domain/instant.js";
import type { Limits } from "../../domain/limits.js";
import type { Role } from "../../domain/parties.js";
import { judgeExpiry, judgeRoles } from "../../domain/party-rules.js";
import { unknownReference, type Reference } from "../../domain/references.js";
import { judgeText } from "../../domain/text.js";
import { newToken, sha256 } from "../../platform/hash.js";
import { newId } from "../../platform/identity.js";
import type { UnitOfWork } from "../../operation/unit-of-work.js";
import { meant } from "../submissions/references.js";
import type { Sender } from "../submissions/submissions.js";
import type { ActorRow, TokenRecord } from "./actor.store.js";
import type { Administered, Administration, Administrator } from "./administered.js";
import type { PartyRow } from "./party.store.js";

/** Actors and their tokens, by the administrators of the national centre; one's own token anybody may end. */
export class AccountService {
  constructor(
    private readonly administration: Administration,
    private readonly unitOfWork: UnitOfWork,
    private readonly limits: Limits,
  ) {}

  registerActor(
    administrator: Administrator,
    { party: named, ...draft }: { readonly party: Reference; readonly name: string; readonly roles: readonly Role[] },
  ): Promise<Administered<ActorRow>> {
    return this.administration.perform(administrator, "actor.register", async (work, now) => {
      const { id: partyId, near } = await meant(work, "Party", named);
      const [party] = await work.parties.byIds([partyId]);
      const violations = [
        ...judgeText(draft.name, ["name"], this.limits.summary),
        ...(party ? judgeRoles(draft.roles, party.kind) : [unknownReference(["partyId"], near)]),
      ];
      if (violations.length > 0) return { violations };
      const actor = { id: newId(now), partyId, ...draft, roles: [...new Set(draft.roles)], registeredAt: now };
      await work.actors.add(actor);
      return { result: actor, subject: actor.id };
    });
  }

  /** An empty list of roles locks an actor out; its tokens then permit nothing. */
  changeRoles(administrator: Administrator, actorId: string, roles: readonly Role[]): Promise<Administered<ActorRow>> {
    return this.administration.perform(administrator, "actor.change", async (work) => {
      const actor = await work.actors.byId(actorId);
      if (!actor) return { violations: [unknownReference(["actorId"])] };
      const [party] = await work.parties.byIds([actor.partyId]);
      const violations = party && roles.length > 0 ? judgeRoles(roles, party.kind) : [];
      if (violations.length > 0) return { violations };
      const changed = { ...actor, roles: [...new Set(roles)] };
      await work.actors.changeRoles(actorId, changed.roles);
      return { result: changed, subject: actorId };
    });
  }

  /** The token itself is in the result and nowhere else: the gateway stores its hash. */
  issueToken(
    administrator: Administrator,
    actorId: string,
    expiresAt: Instant,
    name: string | null = null,
  ): Promise<Administered<{ readonly secret: string; readonly token: TokenRecord }>> {
    return this.administration.perform(administrator, "token.issue", async (work, now) => {
      const actor = await work.actors.byId(actorId);
      const violations = [
        ...(actor ? [] : [unknownReference(["actorId"])]),
        ...judgeExpiry(expiresAt, now),
        ...(name === null ? [] : judgeText(name, ["name"], this.limits.summary)),
      ];
      if (violations.length > 0) return { violations };
      const secret = newToken();
      const token = { id: newId(now), actorId, name, issuedAt: now, expiresAt, revokedAt: null, lastUsedAt: null };
      await work.actors.addToken({ ...token, hash: sha256(secret) });
      return { result: { secret, token }, subject: token.id };
    });
  }

  revokeToken(administrator: Administrator, tokenId: string): Promise<Administered<TokenRecord>> {
    return this.administration.perform(administrator, "token.revoke", async (work, now) => {
      const token = await work.actors.tokenById(tokenId);
      if (!token) return { violations: [unknownReference(["tokenId"])] };
      await work.actors.revokeToken(tokenId, now);
      return { result: { ...token, revokedAt: token.revokedAt ?? now }, subject: tokenId };
    });
  }

  /**
   * Ends the token that the caller has sent, for good: whoever has it may. Two sockets of one token may ask at once: the first
   * revocation counts, and both are recorded.
   */
  async revokeOwnToken({ actor, origin, receivedAt }: Sender, hash: Buffer): Promise<TokenRecord> {
    const { revoked, entryId } = await this.unitOfWork.run(actor, origin, async (work) => {
      // No scope but the gateway's own shows tokens.
      const { actors } = work.asGateway();
      const token = await actors.tokenOf(hash);
      if (!token) throw new Error("a token that was accepted is not there");
      await actors.revokeToken(token.id, receivedAt);
      const done = await work.record([{ act: "token.revoke", at: receivedAt, subject: token.id }]);
      return { revoked: { ...token, revokedAt: token.revokedAt ?? receivedAt }, entryId: done };
    });
    await this.unitOfWork.sealed(entryId);
    return revoked;
  }

  /** From now on the files in the reserve folder of the actor's party act as this actor, whoever did before. */
  bindFolder(administrator: Administrator, actorId: string): Promise<Administered<ActorRow>> {
    return this.administration.perform(administrator, "folder.bind", async (work) => {
      const actor = await work.actors.byId(actorId);
      if (!actor) return { violations: [unknownReference(["actorId"])] };
      await work.actors.bindFolder(actor.partyId, actorId);
      return { result: actor, subject: actorId };
    });
  }

  /** Files in a party's reserve folder wait from now on. Done again, it changes nothing. */
  unbindFolder(administrator: Administrator, named: Reference): Promise<Administered<PartyRow>> {
    return this.administration.perform(administrator, "folder.unbind", async (work) => {
      const { id: partyId, near } = await meant(work, "Party", named);
      const [party] = await work.parties.byIds([partyId]);
      if (!party) return { violations: [unknownReference(["partyId"], near)] };
      await work.actors.bindFolder(partyId, null);
      return { result: party, subject: partyId };
    });
  }
}
