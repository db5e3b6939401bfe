import type { IncidentType, Severity } from "./incident-card.js";
import { earlier, type Instant } from "./instant.js";

/** One statement about an object while it was an owner's: by a report, a card revision, a review or a correction. */
export interface StatementForOwner {
  readonly said: "REPORT" | "CARD" | "REVIEW" | "CORRECTION";
  /** Of a report and a card; null otherwise. */
  readonly type: IncidentType | null;
  /** The level that it names; null where it names none. */
  readonly severity: Severity | null;
  /** The confirmation that a report or a card declares, or to which it was corrected. */
  readonly confirmedAt: Instant | null;
  /** A report's summary, a card's nature. */
  readonly text: string | null;
}

/** What an owner is notified of: an incident on its object (R9.2). */
export interface ContentForOwner {
  readonly type: IncidentType;
  readonly severity: Severity | null;
  readonly confirmedAt: Instant;
  readonly summary: string;
}

/**
 * R9.2: the content of an owner's message: the latest report or card of its object, with the latest level (L10) and the
 * confirmation that counts (L4) among the statements about that object. `statements` are those alone, in their order. Null where
 * neither a report nor a card is among them: there is nothing to send.
 */
export function contentForOwner(statements: readonly StatementForOwner[]): ContentForOwner | null {
  let content: ContentForOwner | null = null;
  let severity: Severity | null = null;
  let confirmedAt: Instant | null = null;
  let isCorrected = false;
  for (const statement of statements) {
    const { said, type, text } = statement;
    severity = statement.severity ?? severity;
    if (said === "CORRECTION") isCorrected = true;
    if (statement.confirmedAt !== null && (said === "CORRECTION" || !isCorrected))
      confirmedAt =
        confirmedAt === null || said === "CORRECTION"
          ? statement.confirmedAt
          : earlier(confirmedAt, statement.confirmedAt);
    if (type !== null && text !== null && confirmedAt !== null)
      content = { type, severity, confirmedAt, summary: text };
  }
  return content && { ...content, severity, confirmedAt: confirmedAt ?? content.confirmedAt };
}
