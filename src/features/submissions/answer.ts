import { canonicalText } from "../../domain/text.js";
import type { RequestContext } from "../../operation/request-context.js";
import type { Outcome } from "./submissions.js";

/** The answer of a mutation. What it refers to is read on demand, after the act. */
export function answer(typename: string, outcome: Outcome, context: RequestContext) {
  if (!outcome.isAccepted) return { __typename: "SubmissionRejected", ...outcome };
  const { incidentId, cardId, notificationId, subjectId, submissionId, warnings } = outcome;
  return {
    __typename: typename,
    warnings,
    get incident() {
      return incidentId === null ? null : context.reading.incident.load(incidentId);
    },
    get card() {
      return cardId === null ? null : context.reading.card.load(cardId);
    },
    get notification() {
      return notificationId === null ? null : context.reading.notification.load(notificationId);
    },
    get threat() {
      return subjectId === null ? null : context.reading.concern.load(subjectId);
    },
    get event() {
      return subjectId === null ? null : context.reading.concern.load(subjectId);
    },
    get obligation() {
      return subjectId === null ? null : context.reading.obligation.load(subjectId);
    },
    get delivery() {
      return subjectId === null ? null : context.reading.delivery.load(subjectId);
    },
    get analysis() {
      return subjectId === null ? null : context.reading.analysis.load(subjectId);
    },
    get receipt() {
      return context.reading.receipt.load(submissionId);
    },
  };
}

/** A text that may be absent, in canonical form. */
export function optionalText(text: string | null | undefined): string | null {
  return typeof text === "string" ? canonicalText(text) : null;
}
