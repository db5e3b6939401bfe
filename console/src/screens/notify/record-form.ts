import type { Violation } from "../../forms/useSubmit.js";
import type { IncidentType, Marking, RegisterDetectionInput, Sector } from "../../operations/generated.js";
import type { Texts } from "../../texts/texts.js";
import { type IndicatorDraft, inputOfIndicators } from "../../shared/indicators/indicators.js";
import { Missing } from "../../shared/incident-form/missing.js";

/** What was detected, as it is being written. */
export interface RecordDraft {
  readonly kind: "THREAT" | "EVENT" | "DETECTED";
  readonly observedAt: string;
  readonly source: string;
  readonly summary: string;
  readonly marking: Marking | null;
  readonly types: readonly IncidentType[];
  readonly sectors: readonly Sector[];
  /** Codes. */
  readonly objects: readonly string[];
  readonly indicators: readonly IndicatorDraft[];
}

export const NO_RECORD: RecordDraft = {
  kind: "THREAT",
  observedAt: "",
  source: "",
  summary: "",
  marking: null,
  types: [],
  sectors: [],
  objects: [],
  indicators: [],
};

/** What is sent, or what is missing for it. */
export function recordInput(
  draft: RecordDraft,
  says: Texts["report"]["missing"],
  now: number,
): { readonly input: Omit<RegisterDetectionInput, "submissionKey"> | null; readonly faults: readonly Violation[] } {
  const missing = new Missing(says);
  missing.text("summary", draft.summary);
  const observedAt = missing.instant("observedAt", draft.observedAt, null, now);
  missing.text("source", draft.source);
  missing.choice("marking", draft.marking);
  const { summary, source, marking, types, sectors, objects } = draft;
  if (missing.faults.length > 0 || marking === null) return { input: null, faults: missing.faults };
  const indicators = inputOfIndicators(draft.indicators);
  return { input: { summary, observedAt, source, marking, types, sectors, objects, indicators }, faults: [] };
}
