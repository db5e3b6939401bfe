import { CARD, INDICATORS, REPORT } from "../../domain/forms/documents.js";
import { drafter, type Drafter } from "../../domain/forms/draft.js";
import { list, reference, type ReferredType, type Shape } from "../../domain/forms/form.js";
import type { CardDraft, IndicatorDraft, ReportDraft } from "../../domain/incident-card.js";
import type { Reference } from "../../domain/references.js";
import { idOf, referenceTo } from "../../platform/identity.js";
import type { IncidentCardInput, IndicatorInput } from "./card.types.js";
import type { ReportIncidentInput } from "./incident-submission.types.js";

/** Inputs of the schema as drafts of the core: their fields are the members of the forms. */

/** The draft of what is of a form. */
export function drafterOf(shape: Shape): Drafter {
  return drafter(shape, { idOf, referenceTo });
}

export const reportDraft = drafterOf(REPORT) as (
  input: Omit<ReportIncidentInput, "submissionKey" | "notificationIds">,
) => ReportDraft;

export const cardDraft = drafterOf(CARD) as (input: IncidentCardInput) => CardDraft;

export const indicatorDrafts = drafterOf(INDICATORS) as (inputs: readonly IndicatorInput[]) => IndicatorDraft[];

/** What an input refers to: each once, as far as that can be seen from how it is written. */
const references = (type: ReferredType, member: string) =>
  drafterOf(list(member, reference(type))) as (texts: readonly string[]) => Reference[];
export const notificationReferences = references("Notification", "notificationId");
export const incidentReferences = references("Incident", "incidentId");
