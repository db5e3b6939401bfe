import { earlier, later, type Instant } from "./instant.js";
import type { AnalysisKind, Subject } from "./notification.js";
import { discharge, judgedAnew, type Means, type Obligation } from "./obligations.js";

/** An incident to which a notification led. */
export interface LedIncident {
  readonly id: string;
  /** The confirmation that counts (L4). */
  readonly confirmedAt: Instant;
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
  const means = [
    answered(subject, answers, duty) ?? [],
    answers.otherwise.map((at): Meeting => ({ at, by: "RECEIVED_OTHERWISE" })),
  ].flat();
  return judgedAnew(duty, answers.withdrawnAt, (one) =>
    means.reduce((best, { at, by }) => discharge(best, at, by), one),
  );
}

/** When and by what a duty is met. */
interface Meeting {
  readonly at: Instant;
  readonly by: Means;
}

function answered(subject: Subject, answers: Answers, { startsAt, dueAt }: Obligation): Meeting | null {
  const ofKind = answers.analyses.filter(({ kind }) => (kind === "THREAT") === (subject === "THREAT"));
  const analysis = first(
    "ANALYSIS",
    ofKind.map(({ receivedAt }) => receivedAt),
  );
  if (subject === "THREAT") return analysis;
  const live = answers.incidents.filter(({ retractionRequestedAt }) => retractionRequestedAt === null);
  // A card that was there before the notification meets it when that becomes available.
  const cardOf = (incidents: readonly LedIncident[]): Meeting | null =>
    first(
      "CARD",
      incidents.flatMap(({ cardAt }) => (cardAt === null ? [] : [later(cardAt, startsAt)])),
    );
  const denial = first("DENIAL", [
    ...answers.denials,
    // What was retracted is not confirmed any more, from when the SOC said so; what it had answered by then stays answered (L18).
    ...answers.incidents.flatMap(({ retractionRequestedAt, cardAt }) =>
      retractionRequestedAt === null
        ? []
        : [earlier(retractionRequestedAt, later(cardAt ?? retractionRequestedAt, startsAt))],
    ),
  ]);
  // Where an incident is confirmed after the time for the answer, R9.3 alone runs, and the answer stands as it was given (L21).
  const owed = live.filter(({ confirmedAt }) => confirmedAt <= dueAt);
  if (subject === "EVENT") {
    const confirmed = soonest(analysis, cardOf(owed));
    return confirmed ?? (owed.length > 0 ? null : soonest(denial, cardOf(live)));
  }
  // One about an incident goes by the first one that it led to: every other owes a card of its own.
  const [led] = answers.incidents;
  if (!led) return analysis ?? denial;
  return owed.includes(led) ? cardOf([led]) : soonest(soonest(analysis, cardOf(live)), denial);
}

function soonest(one: Meeting | null, other: Meeting | null): Meeting | null {
  if (one === null || other === null) return one ?? other;
  return other.at < one.at ? other : one;
}

function first(by: Means, instants: readonly Instant[]): Meeting | null {
  return instants.length === 0 ? null : { at: instants.reduce(earlier), by };
}
