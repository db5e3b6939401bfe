import { authorize } from "../../access/authorize.js";
import type { Json } from "../../domain/canonical.js";
import type { Act } from "../../domain/facts.js";
import type { Instant } from "../../domain/instant.js";
import type { Actor } from "../../domain/parties.js";
import { codeTaken } from "../../domain/party-rules.js";
import type { Violation } from "../../domain/verdict.js";
import type { Origin } from "../../journal/journal.store.js";
import type { Clock } from "../../platform/clock.js";
import { violates } from "../../platform/database.js";
import type { UnitOfWork, Work } from "../../operation/unit-of-work.js";

export interface Administrator {
  readonly actor: Actor;
  readonly origin: Origin;
}

/** Done, with what was made or changed; or refused, with every broken rule. */
export type Administered<T> =
  | { readonly isAccepted: true; readonly result: T }
  | {
      readonly isAccepted: false;
      readonly reference: string;
      readonly receivedAt: Instant;
      readonly violations: readonly Violation[];
    };

type Decision<T> =
  | { readonly violations: readonly Violation[] }
  | {
      readonly result: T;
      readonly subject: string;
      /** Why it was done, where that is asked for. */
      readonly reason?: string;
      /** What was registered, where that is not what the subject itself says for ever. */
      readonly content?: Json;
    };

/** Carries out what an administrator decides, and records it: done or refused. */
export class Administration {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async perform<T>(
    { actor, origin }: Administrator,
    act: Act,
    decide: (work: Work, now: Instant) => Promise<Decision<T>>,
  ): Promise<Administered<T>> {
    authorize(actor, "party.administer");
    const now = this.clock.now();
    const decision = await this.unitOfWork
      .run(actor, origin, async (work) => {
        const decided = await decide(work, now);
        if ("violations" in decided) return decided;
        const { subject, reason, content } = decided;
        const given = { ...(reason === undefined ? {} : { reason }), ...(content === undefined ? {} : { content }) };
        const entryId = await work.record([{ act, at: now, subject, ...given }]);
        return { ...decided, entryId };
      })
      .catch((error: unknown) => {
        if (!violates(error, "party_code_key") && !violates(error, "protected_object_code_key")) throw error;
        return { violations: [codeTaken()] };
      });
    if ("violations" in decision) {
      const { violations } = decision;
      const refused = violations.map(({ rule, path }) => ({ rule, path }));
      const reference = await this.unitOfWork.run(actor, origin, (work) => work.record([{ act, at: now, refused }]));
      return { isAccepted: false, reference, receivedAt: now, violations };
    }
    await this.unitOfWork.sealed(decision.entryId);
    return { isAccepted: true, result: decision.result };
  }
}
