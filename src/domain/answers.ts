import { earlier, later, type Instant } from "./instant.js";
import type { AnalysisKind, Subject } from "./notification.js";
import { asWithdrawn, discharge, type Means, type Obligation } from "./obligations.js";

/** An incident to which a notification led. */
export interface LedIncident {
  readonly id: string;
  /** When its first card was received; null before that. */
  readonly cardAt: Instant | null;
  /** When the SOC asked for the retraction that was granted; null where none was. */
  readonly retractionRequestedAt: Instant | null;
}

/** All that one SOC answered a notification with, and to which incidents it led. */
export interface Answers {
  /** The first revision of each analysis: a correction is no later answer. */
  readonly analyses: readonly { readonly kind: AnalysisKind; readonly receivedAt: Instant }[];
  readonly denials: readonly Instant[];
  /** In the order in which they were linked. */
  readonly incidents: readonly LedIncident[];
  /** When answers that came by another way reached the national centre (L22). */
  readonly otherwise: readonly Instant[];
  /** When the notification was withdrawn; null where it was not (L19). */
  readonly withdrawnAt: Instant | null;
}

/**
 * L17, L21: the answer that a notification asks of a SOC, as what the SOC has answered meets it. A card stands over an analysis
 * of an event, and that over a denial; each is judged by its own arrival, so that no early denial keeps a late answer in time.
 * Only its own analysis answers a threat.
 */
export function judgeAnswer(duty: Obligation, subject: Subject, answers: Answers): Obligation {
  const unmet = { ...duty, dischargedAt: null, metBy: null };
  const means = [
    answered(subject, answers, duty.startsAt) ?? [],
    answers.otherwise.map((at): Meeting => ({ at, by: "RECEIVED_OTHERWISE" })),
  ].flat();
  return asWithdrawn(unmet, answers.withdrawnAt, (one) =>
    means.reduce((best, { at, by }) => discharge(best, at, by), one),
  );
}

/** When and by what a duty is met. */
interface Meeting {
  readonly at: Instant;
  readonly by: Means;
}

function answered(subject: Subject, answers: Answers, availableAt: Instant): Meeting | null {
  const live = answers.incidents.filter(({ retractionRequestedAt }) => retractionRequestedAt === null);
  const analysis = first(
    "ANALYSIS",
    answers.analyses
      .filter(({ kind }) => (kind === "THREAT") === (subject === "THREAT"))
      .map(({ receivedAt }) => receivedAt),
  );
  if (subject === "THREAT") return analysis;
  // A card that was there before the notification meets it when that becomes available.
  const cards = live.flatMap(({ cardAt }) => (cardAt === null ? [] : [later(cardAt, availableAt)]));
  const [led] = answers.incidents;
  // One about an incident goes by the first one that it led to: every other owes a card of its own (L21).
  if (subject === "INCIDENT" && led && led.retractionRequestedAt === null)
    return led.cardAt === null ? null : { at: later(led.cardAt, availableAt), by: "CARD" };
  const denial = first("DENIAL", [
    ...answers.denials,
    // What was retracted is not confirmed any more, from when the SOC said so (L18).
    ...answers.incidents.flatMap(({ retractionRequestedAt }) => retractionRequestedAt ?? []),
  ]);
  if (subject === "INCIDENT") return analysis ?? denial;
  const card = first("CARD", cards);
  if (analysis && card) return card.at < analysis.at ? card : analysis;
  return analysis ?? card ?? (live.length > 0 ? null : denial);
}

function first(by: Means, instants: readonly Instant[]): Meeting | null {
  return instants.length === 0 ? null : { at: instants.reduce(earlier), by };
}
