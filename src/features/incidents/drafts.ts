import { PLAIN_FIELDS, type CardFields, type PlainKind } from "../../domain/card-form.js";
import type { CardDraft, IndicatorDraft, ReportDraft } from "../../domain/incident-card.js";
import { canonicalText, optionalText } from "../../domain/text.js";
import { idOf } from "../../platform/identity.js";
import type { AffectedObjectInput, IncidentCardInput, IndicatorInput } from "./card.types.js";
import type { ReportIncidentInput } from "./incident-submission.types.js";

/** Inputs of the schema as drafts of the core: texts in canonical form, ids as internal ids. */

export function reportDraft(input: Omit<ReportIncidentInput, "submissionKey" | "notificationIds">): ReportDraft {
  return {
    confirmedAt: input.confirmedAt,
    type: input.type,
    summary: canonicalText(input.summary),
    affectedObject: affectedObjectDraft(input.affectedObject),
    severity: input.severity ?? null,
  };
}

export function cardDraft(input: IncidentCardInput): CardDraft {
  const plain = PLAIN_FIELDS.map(([name, { kind }]) => [name, heldBy(kind, input[name])]);
  return {
    ...(Object.fromEntries(plain) as CardFields),
    indicators: indicatorDrafts(input.indicators),
    affectedObject: affectedObjectDraft(input.affectedObject),
  };
}

/** What a field holds, of what was submitted: the schema's scalars and enums are read already. */
function heldBy(kind: PlainKind, given: unknown): unknown {
  switch (kind) {
    case "text":
      return canonicalText(given as string);
    case "optional text":
      return optionalText(given as string | null | undefined);
    case "date":
    case "instant":
    case "choice":
    case "choices":
      return given;
  }
}

/** The notifications that an input names, each once. */
export function notificationsNamed(globalIds: readonly string[] | null | undefined): string[] {
  return [...new Set((globalIds ?? []).map((id) => idOf("Notification", id)))];
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
