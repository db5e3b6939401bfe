import type { Instant } from "../../domain/instant.js";
import type { Actor } from "../../domain/parties.js";
import { newToken, sha256 } from "../../platform/hash.js";
import { newId } from "../../platform/identity.js";
import { Hindrance } from "../../platform/program.js";
import type { UnitOfWork } from "../../operation/unit-of-work.js";

/** Thrown where there is a national centre already: its administrators issue tokens. */
export class AlreadyBootstrapped extends Hindrance {
  constructor() {
    super(
      "This database has a national centre already. Its administrators issue further tokens; if none of them can get in any more, npm run admin:recover makes another one.",
    );
  }
}

/**
 * Makes the national centre and its first administrator on an empty database. Returns the administrator and its token,
 * which is stored nowhere else.
 */
export async function bootstrap(
  unitOfWork: UnitOfWork,
  draft: { readonly code: string; readonly name: string; readonly administrator: string },
  now: Instant,
  expiresAt: Instant,
): Promise<{ readonly actor: Actor; readonly secret: string }> {
  const secret = newToken();
  const party = { id: newId(now), kind: "NATIONAL_CENTRE" as const, code: draft.code, name: draft.name };
  const actor: Actor = {
    id: newId(now),
    name: draft.administrator,
    roles: ["CENTRE_ADMINISTRATOR"],
    party,
  };
  const origin = { requestId: "bootstrap", address: null };
  const entry = await unitOfWork.run(actor, origin, async (work) => {
    const { rows } = await work.parties.page("NATIONAL_CENTRE", { now }, { first: 1 });
    if (rows.length > 0) throw new AlreadyBootstrapped();
    const tokenId = newId(now);
    await work.parties.add({
      ...party,
      email: null,
      phone: null,
      language: null,
      registeredAt: now,
      endedAt: null,
      replacedById: null,
    });
    await work.actors.add({ id: actor.id, partyId: party.id, name: actor.name, roles: actor.roles, registeredAt: now });
    await work.actors.addToken({
      id: tokenId,
      actorId: actor.id,
      hash: sha256(secret),
      name: null,
      issuedAt: now,
      expiresAt,
      revokedAt: null,
      lastUsedAt: null,
    });
    return work.record([
      { act: "actor.register", at: now, subject: actor.id },
      { act: "token.issue", at: now, subject: tokenId },
    ]);
  });
  await unitOfWork.sealed(entry);
  return { actor, secret };
}
