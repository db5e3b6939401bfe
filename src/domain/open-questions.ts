import type { AffectedObject } from "./incident-card.js";
import type { Instant } from "./instant.js";

/**
 * What of an incident waits for somebody to clear it up. It was accepted, for a duty's minutes ran; the national centre has a
 * list.
 */
export const OPEN_QUESTIONS = [
  "CONFIRMED_BEFORE_IT_OCCURRED",
  "CONFIRMED_BEFORE_THE_TERMS",
  "OBJECT_OF_UNKNOWN_KIND",
  "DESCRIBED_BY_REGISTERED_NAME",
  "CORRECTION_REQUESTED",
  "RETRACTION_REQUESTED",
] as const;
export type OpenQuestion = (typeof OPEN_QUESTIONS)[number];

/** What the questions go by. */
export interface Questionable {
  readonly confirmedAt: Instant;
  /** True where that is before the terms were in force (L15). */
  readonly isBeforeTerms: boolean;
  readonly occurredAt: Instant | null;
  readonly affected: readonly AffectedObject[];
  readonly retractedAt: Instant | null;
}

/** What is known beside the incident itself. */
export interface OutsideOfIt {
  /** Its SOC has asked it of the national centre, which has not decided yet. */
  readonly isCorrectionRequested: boolean;
  readonly isRetractionRequested: boolean;
  /** What it describes is the code or name of a registered object. */
  readonly isRegisteredDescribed: boolean;
}

/** L3, L9, L15, L18: the open questions of an incident; one that was retracted has none. The store asks the same in SQL. */
export function openQuestionsOf(
  { confirmedAt, isBeforeTerms, occurredAt, affected, retractedAt }: Questionable,
  { isCorrectionRequested, isRetractionRequested, isRegisteredDescribed }: OutsideOfIt,
): OpenQuestion[] {
  if (retractedAt !== null) return [];
  const holds: Readonly<Record<OpenQuestion, boolean>> = {
    CONFIRMED_BEFORE_IT_OCCURRED: occurredAt !== null && confirmedAt < occurredAt,
    CONFIRMED_BEFORE_THE_TERMS: isBeforeTerms,
    OBJECT_OF_UNKNOWN_KIND: affected.some(({ objectId, kinds }) => objectId === null && kinds === null),
    DESCRIBED_BY_REGISTERED_NAME: isRegisteredDescribed,
    CORRECTION_REQUESTED: isCorrectionRequested,
    RETRACTION_REQUESTED: isRetractionRequested,
  };
  return OPEN_QUESTIONS.filter((question) => holds[question]);
}
