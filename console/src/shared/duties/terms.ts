import type { Duty, Obligation } from "../../live/state.js";
import type { ShownStanding } from "../../parts/Standing.js";
import type { ShownTerm } from "../../parts/TermBar.js";
import { standingAt } from "../../live/standing.js";

/** In what time a duty was met, or by how much late; milliseconds. Null where it was not met. */
export function lengthOf({ standing, startsAt, dueAt, dischargedAt }: Duty): number | null {
  if (!dischargedAt) return null;
  return Date.parse(dischargedAt) - Date.parse(standing === "MET_LATE" ? dueAt : startsAt);
}

/** A duty as a bar shows it at `now`, milliseconds by the gateway's clock. */
export function termOf(duty: Duty & { readonly rule: string }, now: number, isDueSoon: boolean): ShownTerm {
  const standing = standingAt(duty, now);
  const shown: ShownStanding = standing === "RUNNING" && isDueSoon ? "DUE_SOON" : standing;
  return {
    rule: duty.rule as ShownTerm["rule"],
    standing: shown,
    startsAt: Date.parse(duty.startsAt),
    dueAt: Date.parse(duty.dueAt),
    metAt: duty.dischargedAt ? Date.parse(duty.dischargedAt) : null,
  };
}

/** Whether it asks for a card: that of an incident, also where a notification led to it (L21). */
export function asksForCard({ kind, incident }: Pick<Obligation, "kind" | "incident">): boolean {
  return kind === "SUBMIT_CARD" || (kind === "ANSWER_NOTIFICATION" && incident !== null);
}

/** Whether it is the answer that a notification asks for by itself, and its page shows. */
export function isAnswer(duty: Pick<Obligation, "kind" | "incident">): boolean {
  return duty.kind === "ANSWER_NOTIFICATION" && !asksForCard(duty);
}
