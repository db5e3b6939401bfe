import { newWebhookSecret, webhookFault } from "../../outbound/webhook.js";
import type { Limits } from "../../domain/limits.js";
import type { PartyKind } from "../../domain/parties.js";
import { judgeEmail, judgeNaming, judgePhone, judgeWebhook, warningsOfOwed } from "../../domain/party-rules.js";
import { unknownReference, type Reference } from "../../domain/references.js";
import type { Locale } from "../../domain/wording/wording.js";
import { newId } from "../../platform/identity.js";
import { meant } from "../submissions/references.js";
import type { PartyRow } from "./party.store.js";
import type { Administered, Administration, Administrator } from "./administered.js";
import { endSaid, type EndDraft, type Ending, judgeEnding, lockedEnds } from "./ends.js";

/** What changes about how a party is reached; what is absent stays, null removes. */
interface ContactChanges {
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly language?: Locale | null;
  readonly webhookUrl?: string | null;
}

/** What is registered has no end yet. */
const NEW = { endedAt: null, replacedById: null };

/** SOCs and owners, by the administrators of the national centre. */
export class PartyService {
  constructor(
    private readonly administration: Administration,
    private readonly limits: Limits,
    /** Hosts that a webhook may name though they are private. */
    private readonly allowedHosts: readonly string[],
  ) {}

  register(
    administrator: Administrator,
    kind: Exclude<PartyKind, "NATIONAL_CENTRE">,
    draft: { readonly code: string; readonly name: string; readonly email: string | null },
  ): Promise<Administered<PartyRow>> {
    return this.administration.perform(
      administrator,
      kind === "SOC" ? "soc.register" : "owner.register",
      async (work, now) => {
        const violations = [...judgeNaming(draft, this.limits), ...judgeEmail(draft.email)];
        if (violations.length > 0) return { violations };
        const party = { id: newId(now), kind, phone: null, language: null, ...draft, ...NEW, registeredAt: now };
        await work.parties.add(party);
        return { result: party, subject: party.id };
      },
    );
  }

  /**
   * Where a party is reached, and in which language; null: nowhere, and in Kazakh. The secret of a new webhook is in the result,
   * to be shown once.
   */
  changeContact(
    administrator: Administrator,
    named: Reference,
    changes: ContactChanges,
  ): Promise<Administered<{ readonly party: PartyRow; readonly webhookSecret: string | null }>> {
    return this.administration.perform(administrator, "contact.change", async (work) => {
      const { id: partyId, near } = await meant(work, "Party", named);
      const { webhookUrl, ...rest } = changes;
      const fault = typeof webhookUrl === "string" ? webhookFault(webhookUrl, this.allowedHosts) : null;
      const violations = [...judgeEmail(rest.email ?? null), ...judgePhone(rest.phone ?? null), ...judgeWebhook(fault)];
      if (violations.length === 0) await work.parties.changeContact(partyId, rest);
      // As it is after the change: the rest may change concurrently.
      const [party] = await work.parties.byIds([partyId]);
      if (!party) return { violations: [unknownReference(["partyId"], near)] };
      if (violations.length > 0) return { violations };
      const webhookSecret = typeof webhookUrl === "string" ? newWebhookSecret() : null;
      if (webhookUrl !== undefined) await work.parties.putWebhook(partyId, webhookUrl, webhookSecret);
      return { result: { party, webhookSecret }, subject: partyId };
    });
  }

  /** A SOC that has ended covers nothing and is not notified of anything new; what it owes it can still do. Ended again, its end moves. */
  endSoc(administrator: Administrator, named: Reference, draft: EndDraft): Promise<Administered<Ending<PartyRow>>> {
    return this.administration.perform(administrator, "soc.end", async (work) => {
      const { id: socId, near } = await meant(work, "Soc", named);
      const replacing = draft.replacedBy && (await meant(work, "Soc", draft.replacedBy));
      const replacedById = replacing?.id ?? null;
      const [soc, found] = await lockedEnds(socId, replacedById, (id) => work.parties.lock(id));
      if (soc?.kind !== "SOC") return { violations: [unknownReference(["socId"], near)] };
      const coverage = await work.objects.coverageBeyond({ socId }, draft.endsAt);
      const successor = { found: found?.kind === "SOC" ? found : null, named: replacing };
      const violations = judgeEnding(soc, successor, coverage, draft, this.limits);
      if (violations.length > 0) return { violations };
      const { endsAt, reason } = draft;
      await work.objects.endCoverage(
        coverage.map(({ id }) => id),
        endsAt,
      );
      await work.parties.end(socId, endsAt, replacedById);
      const result = {
        ended: { ...soc, endedAt: endsAt, replacedById },
        warnings: warningsOfOwed(await work.obligations.openOf({ socId }), ["socId"]),
      };
      return { result, subject: socId, reason, content: endSaid(endsAt, replacedById) };
    });
  }
}
