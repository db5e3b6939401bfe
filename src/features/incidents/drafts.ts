import { PLAIN_FIELDS, type CardFields, type PlainKind } from "../../domain/card-form.js";
import type { AffectedObjectDraft, CardDraft, IndicatorDraft, ReportDraft } from "../../domain/incident-card.js";
import { referenceContent, type Reference } from "../../domain/references.js";
import { canonicalText, optionalText } from "../../domain/text.js";
import { idOf, referenceTo } from "../../platform/identity.js";
import type { AffectedObjectInput, IncidentCardInput, IndicatorInput } from "./card.types.js";
import type { ReportIncidentInput } from "./incident-submission.types.js";

/** Inputs of the schema as drafts of the core: texts in canonical form, ids as internal ids. */

export function reportDraft(input: Omit<ReportIncidentInput, "submissionKey" | "notificationIds">): ReportDraft {
  return {
    confirmedAt: input.confirmedAt,
    type: input.type,
    summary: canonicalText(input.summary),
    affectedObjects: input.affectedObjects.map(affectedObjectDraft),
    severity: input.severity ?? null,
  };
}

export function cardDraft(input: IncidentCardInput): CardDraft {
  const plain = PLAIN_FIELDS.map(([name, { kind }]) => [name, heldBy(kind, input[name])]);
  return {
    ...(Object.fromEntries(plain) as CardFields),
    indicators: indicatorDrafts(input.indicators),
    affectedObjects: input.affectedObjects.map(affectedObjectDraft),
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

/** What an input refers to: each once, as far as that can be seen from how it is written. */
export function referencesTo(type: string, texts: readonly string[] | null | undefined): Reference[] {
  const references = (texts ?? []).map((text, place) => ({ ...referenceTo(type, text), place }));
  const contents = references.map(referenceContent);
  return references.filter((_, index) => contents.indexOf(contents[index] ?? "") === index);
}

function affectedObjectDraft(input: AffectedObjectInput): AffectedObjectDraft {
  const { objectId, objectCode, description, kinds, ownerName } = input;
  return {
    objectId: typeof objectId === "string" ? idOf("ProtectedObject", objectId) : null,
    objectCode: optionalText(objectCode)?.toUpperCase() ?? null,
    description: optionalText(description),
    kinds: kinds ?? null,
    ownerName: optionalText(ownerName),
  };
}

export function indicatorDrafts(inputs: readonly IndicatorInput[]): IndicatorDraft[] {
  return inputs.map(({ type, value }) => ({ type, value: canonicalText(value) }));
}
