import type { Violation } from "../../forms/useSubmit.js";
import type { AnalysisInput, IncidentType, Severity, SubmitThreatAnalysisInput } from "../../operations/generated.js";
import type { Texts } from "../../texts/texts.js";
import { type IndicatorDraft, inputOfIndicators } from "../../shared/indicators/indicators.js";
import { Missing } from "../../shared/incident-form/missing.js";
import { inputOfObject, type ObjectDraft } from "../../shared/incident-form/objects.js";
import type { Analysis } from "./thread.js";

/** An analysis as it is being written. */
export interface AnalysisDraft {
  /** The revision that it corrects; null: it is the first one. */
  readonly revision: number | null;
  readonly findings: string;
  readonly conclusions: string;
  readonly measures: string;
  readonly recommendations: string;
  readonly indicators: readonly IndicatorDraft[];
  /** Codes of the SOC's own objects. */
  readonly objects: readonly string[];
  /** Numbers of notifications that it answers too. */
  readonly also: readonly string[];
  readonly incident: "NONE" | "KNOWN" | "NEW";
  readonly incidentNumber: string;
  readonly confirmedAt: string;
  readonly type: IncidentType | null;
  readonly severity: Severity | null;
  readonly summary: string;
  readonly affectedObjects: readonly ObjectDraft[];
  /** What stands in the field for objects and is none yet. */
  readonly typedObject: string;
}

export const NO_ANALYSIS: AnalysisDraft = {
  revision: null,
  findings: "",
  conclusions: "",
  measures: "",
  recommendations: "",
  indicators: [],
  objects: [],
  also: [],
  incident: "NONE",
  incidentNumber: "",
  confirmedAt: "",
  type: null,
  severity: null,
  summary: "",
  affectedObjects: [],
  typedObject: "",
};

/** A correction begins with what was sent. */
export function correctionOf(analysis: Analysis): AnalysisDraft {
  return {
    ...NO_ANALYSIS,
    revision: analysis.revision,
    findings: analysis.findings,
    conclusions: analysis.conclusions,
    measures: analysis.measures,
    recommendations: analysis.recommendations ?? "",
    indicators: analysis.indicators.map(({ submitted, type }) => ({ value: submitted, type })),
    objects: analysis.affectedObjects.map(({ code }) => code),
  };
}

/** What is sent, or what is missing for it. */
export function analysisInput(
  draft: AnalysisDraft,
  number: string,
  says: Texts["report"]["missing"],
  now: number,
): { readonly input: Omit<SubmitThreatAnalysisInput, "submissionKey"> | null; readonly faults: readonly Violation[] } {
  const missing = new Missing(says);
  for (const name of ["findings", "conclusions", "measures"] as const) missing.text(`analysis.${name}`, draft[name]);
  const analysis: AnalysisInput = {
    findings: draft.findings,
    measures: draft.measures,
    conclusions: draft.conclusions,
    ...(draft.recommendations.trim() === "" ? {} : { recommendations: draft.recommendations }),
    indicators: inputOfIndicators(draft.indicators),
    affectedObjects: draft.objects,
  };
  const confirmed = confirmedOf(draft, missing, now);
  if (missing.faults.length > 0) return { input: null, faults: missing.faults };
  const input = {
    notificationIds: [number, ...draft.also.filter((one) => one !== number)],
    ...(draft.revision === null ? {} : { revision: draft.revision }),
    analysis,
    ...confirmed,
  };
  return { input, faults: [] };
}

function confirmedOf(
  draft: AnalysisDraft,
  missing: Missing,
  now: number,
): Pick<SubmitThreatAnalysisInput, "incident" | "incidentId"> {
  switch (draft.incident) {
    case "NONE":
      return {};
    case "KNOWN":
      missing.text("incidentId", draft.incidentNumber);
      return { incidentId: draft.incidentNumber.trim() };
    case "NEW": {
      const confirmedAt = missing.instant("incident.confirmedAt", draft.confirmedAt, null, now);
      missing.choice("incident.type", draft.type);
      missing.text("incident.summary", draft.summary);
      missing.objects("incident.affectedObjects", draft.affectedObjects, draft.typedObject);
      if (draft.type === null) return {};
      return {
        incident: {
          confirmedAt,
          type: draft.type,
          summary: draft.summary,
          ...(draft.severity === null ? {} : { severity: draft.severity }),
          affectedObjects: draft.affectedObjects.map(inputOfObject),
        },
      };
    }
  }
}

/** The field of a path of the gateway, as the form names it. */
export function fieldOf(path: readonly string[]): string {
  return path.join(".");
}
