import type { CardDraft, IndicatorDraft, ReportDraft } from "../../domain/incident-card.js";
import { canonicalText, optionalText } from "../../domain/text.js";
import { idOf } from "../../platform/identity.js";
import type { AffectedObjectInput, IncidentCardInput, IndicatorInput } from "./card.types.js";
import type { ReportIncidentInput } from "./incident-submission.types.js";

/** Inputs of the schema as drafts of the core: texts in canonical form, ids as internal ids. */

export function reportDraft(input: Omit<ReportIncidentInput, "submissionKey" | "notificationId">): ReportDraft {
  return {
    confirmedAt: input.confirmedAt,
    type: input.type,
    summary: canonicalText(input.summary),
    affectedObject: affectedObjectDraft(input.affectedObject),
    severity: input.severity ?? null,
  };
}

export function cardDraft(input: IncidentCardInput): CardDraft {
  return {
    registeredOn: input.registeredOn,
    severity: input.severity,
    type: input.type,
    scale: input.scale,
    occurredAt: input.occurredAt,
    confirmedAt: input.confirmedAt,
    recurrence: input.recurrence,
    indicators: indicatorDrafts(input.indicators),
    sign: input.sign,
    contours: input.contours,
    nature: canonicalText(input.nature),
    consequences: input.consequences,
    affectedObject: affectedObjectDraft(input.affectedObject),
    measures: canonicalText(input.measures),
    note: optionalText(input.note),
  };
}

function affectedObjectDraft({ objectId, description }: AffectedObjectInput): CardDraft["affectedObject"] {
  return {
    objectId: typeof objectId === "string" ? idOf("ProtectedObject", objectId) : null,
    description: optionalText(description),
  };
}

export function indicatorDrafts(inputs: readonly IndicatorInput[]): IndicatorDraft[] {
  return inputs.map(({ type, value }) => ({ type, value: canonicalText(value) }));
}
