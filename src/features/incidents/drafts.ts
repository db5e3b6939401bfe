import { CARD, INDICATORS, REPORT } from "../../domain/forms/documents.js";
import { drafting } from "../../domain/forms/draft.js";
import { list, reference, type ReferredType, type Shape } from "../../domain/forms/form.js";
import type { CardDraft, IndicatorDraft, ReportDraft } from "../../domain/incident-card.js";
import type { Reference } from "../../domain/references.js";
import { idOf, referenceTo } from "../../platform/identity.js";
import type { IncidentCardInput, IndicatorInput } from "./card.types.js";
import type { ReportIncidentInput } from "./incident-submission.types.js";

/** Inputs of the schema as drafts of the core: their fields are the members of the forms. */

/** The draft of what is of a form. */
export function drafter<Input, Draft>(shape: Shape): (input: Input) => Draft {
  return drafting<Draft>(shape, { idOf, referenceTo });
}

export const reportDraft = drafter<Omit<ReportIncidentInput, "submissionKey" | "notificationIds">, ReportDraft>(REPORT);

export const cardDraft = drafter<IncidentCardInput, CardDraft>(CARD);

export const indicatorDrafts = drafter<readonly IndicatorInput[], IndicatorDraft[]>(INDICATORS);

/** What an input refers to: each once, as far as that can be seen from how it is written. */
const references = (type: ReferredType, member: string) =>
  drafter<readonly string[], Reference[]>(list(member, reference(type)));
export const notificationReferences = references("Notification", "notificationId");
export const incidentReferences = references("Incident", "incidentId");
