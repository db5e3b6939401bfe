import type { SubmissionAct } from "../../domain/facts.js";
import { DOCUMENTS, type DocumentKind } from "../../domain/forms/documents.js";
import { actOf, type DocumentAct } from "../../exchange/content.js";
import type { JsonObject } from "../../domain/forms/read-form.js";

/** What a document asks of the gateway: the mutation that takes it, so that both go by the same rights, limits and rules. */
export interface Submission {
  readonly act: DocumentAct;
  readonly text: string;
  /** The same for a trial, which has no receipt. */
  readonly trial: string;
  readonly input: JsonObject;
  /** The place in the document of what the mutation calls by this path, from its `input` down. */
  readonly documentPath: (path: readonly string[]) => readonly string[];
}

const WARNINGS = "warnings { rule path message }";
const SEALED = "id submissionKey receivedAt contentHash position entryHash";
const RECEIPT = `isRepeated ${WARNINGS} receipt { ${SEALED} }`;
const INCIDENT = "incident { number obligations { rule objectCode objectDescription startsAt dueAt dischargedAt } }";
const CARD = "card { revision }";
const ANALYSIS = "analysis { id revision }";

/** What is asked of a receipt that was given before, to give it again. */
export const RECEIPT_AGAIN = `${SEALED} act ${WARNINGS} ${INCIDENT} ${CARD} ${ANALYSIS}`;

const REJECTED = "... on SubmissionRejected { reference receivedAt violations { rule path message } }";

interface Texts {
  readonly text: string;
  readonly trial: string;
}

function mutation(name: string, input: string, accepted: string, fields: string): Texts {
  const asking = (selection: string): string =>
    `mutation ($input: ${input}!) { result: ${name}(input: $input) { __typename ... on ${accepted} { ${selection} } ${REJECTED} } }`;
  return { text: asking(`${RECEIPT} ${fields}`), trial: asking(WARNINGS) };
}

const TEXTS: Readonly<Record<DocumentAct, Texts>> = {
  "incident.report": mutation("reportIncident", "ReportIncidentInput", "ReportAccepted", INCIDENT),
  "card.submit": mutation("submitIncidentCard", "SubmitIncidentCardInput", "CardAccepted", `${INCIDENT} ${CARD}`),
  "card.amend": mutation("amendIncidentCard", "AmendIncidentCardInput", "CardAccepted", `${INCIDENT} ${CARD}`),
  "threat.analyse": mutation(
    "submitThreatAnalysis",
    "SubmitThreatAnalysisInput",
    "AnalysisAccepted",
    `${INCIDENT} ${ANALYSIS}`,
  ),
  "event.analyse": mutation(
    "submitEventAnalysis",
    "SubmitEventAnalysisInput",
    "AnalysisAccepted",
    `${INCIDENT} ${ANALYSIS}`,
  ),
  "notification.deny": mutation("answerNotConfirmed", "AnswerNotConfirmedInput", "NotConfirmedAccepted", ""),
};

/** The mutation that takes a document of its form. */
export function submissionOf(kind: DocumentKind, content: JsonObject): Submission {
  const act = actOf(kind, content);
  return { act, ...TEXTS[act], input: inputOf(kind, content), documentPath: (path) => documentPath(act, path) };
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
