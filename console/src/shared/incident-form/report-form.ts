import type { Violation } from "../../forms/useSubmit.js";
import type { IncidentType, ReportIncidentInput, Severity } from "../../operations/generated.js";
import type { Texts } from "../../texts/texts.js";
import { Missing } from "./missing.js";
import { inputOfObject, type ObjectDraft } from "./objects.js";

/** A report as it is being written. */
export interface ReportDraft {
  /** As it is typed. */
  readonly confirmedAt: string;
  readonly type: IncidentType | null;
  readonly severity: Severity | null;
  readonly summary: string;
  readonly affectedObjects: readonly ObjectDraft[];
  /** What stands in the field for objects and is none yet. */
  readonly typedObject: string;
  /** Their numbers. */
  readonly notificationIds: readonly string[];
}

export const NO_REPORT: ReportDraft = {
  confirmedAt: "",
  type: null,
  severity: null,
  summary: "",
  affectedObjects: [],
  typedObject: "",
  notificationIds: [],
};

/** What is sent, or what is missing for it. */
export function reportInput(
  draft: ReportDraft,
  says: Texts["report"]["missing"],
  now: number,
): { readonly input: Omit<ReportIncidentInput, "submissionKey"> | null; readonly faults: readonly Violation[] } {
  const missing = new Missing(says);
  const confirmedAt = missing.instant("confirmedAt", draft.confirmedAt, null, now);
  missing.choice("type", draft.type);
  missing.objects("affectedObjects", draft.affectedObjects, draft.typedObject);
  missing.text("summary", draft.summary);
  const { type, severity, summary, notificationIds } = draft;
  if (missing.faults.length > 0 || type === null) return { input: null, faults: missing.faults };
  const input = {
    confirmedAt,
    type,
    summary,
    ...(severity === null ? {} : { severity }),
    affectedObjects: draft.affectedObjects.map(inputOfObject),
    ...(notificationIds.length === 0 ? {} : { notificationIds }),
  };
  return { input, faults: [] };
}
