import {
  AmendIncidentCardDocument,
  AnswerNotConfirmedDocument,
  ReportIncidentDocument,
  SubmitEventAnalysisDocument,
  SubmitIncidentCardDocument,
  SubmitThreatAnalysisDocument,
  TryAmendIncidentCardDocument,
  TryAnswerNotConfirmedDocument,
  TryReportIncidentDocument,
  TrySubmitEventAnalysisDocument,
  TrySubmitIncidentCardDocument,
  TrySubmitThreatAnalysisDocument,
  type TypedDocumentString,
} from "../../../schema/exchange.generated.js";
import type { SubmissionAct } from "../../domain/facts.js";
import { DOCUMENTS, type DocumentKind } from "../../domain/forms/documents.js";
import { actOf, type DocumentAct } from "../../exchange/content.js";
import type { JsonObject } from "../../domain/forms/read-form.js";
import type { AcceptedAnswer, RejectedAnswer, TriedAnswer } from "./answers.js";

/** A mutation that takes what its form says, which is read by that form. */
export type Mutation<Accepted> = TypedDocumentString<{ readonly result: Accepted | RejectedAnswer }, { input: never }>;

/** What a document asks of the gateway: the mutation that takes it, so that both go by the same rights, limits and rules. */
export interface Submission {
  readonly act: DocumentAct;
  readonly mutation: Mutation<AcceptedAnswer>;
  /** The same for a trial, which has no receipt. */
  readonly trial: Mutation<TriedAnswer>;
  readonly input: JsonObject;
  /** The place in the document of what the mutation calls by this path, from its `input` down. */
  readonly documentPath: (path: readonly string[]) => readonly string[];
}

const MUTATIONS: Readonly<Record<DocumentAct, Pick<Submission, "mutation" | "trial">>> = {
  "incident.report": { mutation: ReportIncidentDocument, trial: TryReportIncidentDocument },
  "card.submit": { mutation: SubmitIncidentCardDocument, trial: TrySubmitIncidentCardDocument },
  "card.amend": { mutation: AmendIncidentCardDocument, trial: TryAmendIncidentCardDocument },
  "threat.analyse": { mutation: SubmitThreatAnalysisDocument, trial: TrySubmitThreatAnalysisDocument },
  "event.analyse": { mutation: SubmitEventAnalysisDocument, trial: TrySubmitEventAnalysisDocument },
  "notification.deny": { mutation: AnswerNotConfirmedDocument, trial: TryAnswerNotConfirmedDocument },
};

/** The mutation that takes a document of its form. */
export function submissionOf(kind: DocumentKind, content: JsonObject): Submission {
  const act = actOf(kind, content);
  return { act, ...MUTATIONS[act], input: inputOf(kind, content), documentPath: (path) => documentPath(act, path) };
}

/** The input of its mutation, where that is not the document itself. */
function inputOf(kind: DocumentKind, content: JsonObject): JsonObject {
  switch (kind) {
    case "incidentReport": {
      const { report, ...rest } = content as JsonObject & { readonly report: JsonObject };
      return { ...report, ...rest };
    }
    case "threatAnalysis":
    case "eventAnalysis": {
      // In a document the objects of an analysis are called what they are: ids.
      const { objectIds, ...rest } = content["analysis"] as JsonObject;
      return { ...content, analysis: { ...rest, affectedObjects: objectIds ?? [] } };
    }
    case "incidentCard":
    case "notConfirmed":
      return content;
  }
}

/** The place in the document of an act of what its mutation calls by this path, from its `input` down. */
export function documentPath(act: SubmissionAct, path: readonly string[]): readonly string[] {
  const [first, second, ...more] = path;
  const { report } = DOCUMENTS.incidentReport.shape.members;
  if (act === "incident.report") return Object.hasOwn(report.shape.members, first ?? "") ? ["report", ...path] : path;
  const isAnalysis = act === "threat.analyse" || act === "event.analyse";
  return isAnalysis && first === "analysis" && second === "affectedObjects" ? [first, "objectIds", ...more] : path;
}
