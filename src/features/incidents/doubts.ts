import { warningOfEndedSoc, warningsOfEarlier } from "../../domain/incident-rules.js";
import type { Instant } from "../../domain/instant.js";
import type { Warning } from "../../domain/verdict.js";
import type { Work } from "../../operation/unit-of-work.js";
import type { IncidentRow } from "./incident.store.js";

/** F17: that the SOC that speaks has ended; what it owes it can still do. */
export async function warningsOfEnded(work: Work, socId: string, now: Instant): Promise<Warning[]> {
  const [soc] = await work.parties.withSuccessors(await work.parties.byIds([socId]));
  return soc ? warningOfEndedSoc(soc, now) : [];
}

/** F30: what is doubtful about the earlier incident that a card names. `id`: null for an incident that its card opens. */
export async function doubtsOfEarlier(
  work: Work,
  earlier: IncidentRow | null,
  card: { readonly occurredAt: Instant },
  id: string | null,
): Promise<Warning[]> {
  if (earlier === null) return [];
  const [before] = id === null ? [] : await work.incidents.repeatedBy([earlier.id]);
  return warningsOfEarlier(earlier, card.occurredAt, before !== undefined && before.id === id);
}
