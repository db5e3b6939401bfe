import type { DocumentKind } from "../../domain/forms/documents.js";
import type { SubmissionAct } from "../../domain/facts.js";
import type { JsonObject } from "../../domain/forms/read-form.js";

/** What a document asks of the gateway: the mutation that takes it, so that both go by the same rights, limits and rules. */
export interface Submission {
  readonly act: SubmissionAct;
  readonly text: string;
  readonly input: JsonObject;
  /** The place in the document of what the mutation calls by this path, from its `input` down. */
  documentPath(path: readonly string[]): readonly string[];
}

const RECEIPT = `isRepeated warnings { rule path message }
  receipt { id submissionKey receivedAt contentHash position entryHash }`;
const INCIDENT = "incident { number soc { code } obligations { rule startsAt dueAt dischargedAt standing } }";
const REJECTED = "... on SubmissionRejected { reference receivedAt violations { rule path message } }";

function mutation(name: string, input: string, accepted: string, fields: string): string {
  return `mutation ($input: ${input}!) { result: ${name}(input: $input) { __typename ... on ${accepted} { ${RECEIPT} ${fields} } ${REJECTED} } }`;
}

const TEXTS = {
  report: mutation("reportIncident", "ReportIncidentInput", "ReportAccepted", INCIDENT),
  submit: mutation("submitIncidentCard", "SubmitIncidentCardInput", "CardAccepted", `${INCIDENT} card { revision }`),
  amend: mutation("amendIncidentCard", "AmendIncidentCardInput", "CardAccepted", `${INCIDENT} card { revision }`),
  threat: mutation(
    "submitThreatAnalysis",
    "SubmitThreatAnalysisInput",
    "AnalysisAccepted",
    `${INCIDENT} analysis { revision }`,
  ),
  event: mutation(
    "submitEventAnalysis",
    "SubmitEventAnalysisInput",
    "AnalysisAccepted",
    `${INCIDENT} analysis { revision }`,
  ),
  deny: mutation("answerNotConfirmed", "AnswerNotConfirmedInput", "NotConfirmedAccepted", ""),
};

/** The texts of all of them, for whoever checks that the schema has them. */
export const SUBMISSION_TEXTS: readonly string[] = Object.values(TEXTS);

/** The mutation that takes a document of its form. */
export function submissionOf(kind: DocumentKind, content: JsonObject): Submission {
  switch (kind) {
    case "incidentReport": {
      const { report, ...rest } = content as JsonObject & { readonly report: JsonObject };
      const isOfReport = (name: string | undefined): boolean => name !== undefined && Object.hasOwn(report, name);
      return {
        act: "incident.report",
        text: TEXTS.report,
        input: { ...report, ...rest },
        documentPath: (path) => (isOfReport(path[0]) ? ["report", ...path] : path),
      };
    }
    case "incidentCard":
      // A card that names the revision that it corrects is a correction (L6).
      if (content["revision"] !== undefined) return as("card.amend", TEXTS.amend, content);
      return as("card.submit", TEXTS.submit, content);
    case "threatAnalysis":
      return analysis("threat.analyse", TEXTS.threat, content);
    case "eventAnalysis":
      return analysis("event.analyse", TEXTS.event, content);
    case "notConfirmed":
      return as("notification.deny", TEXTS.deny, content);
  }
}

function as(act: SubmissionAct, text: string, input: JsonObject): Submission {
  return { act, text, input, documentPath: (path) => path };
}

/** In a document the objects of an analysis are called what they are: ids. */
function analysis(act: SubmissionAct, text: string, content: JsonObject): Submission {
  const { objectIds, ...rest } = content["analysis"] as JsonObject;
  return {
    act,
    text,
    input: { ...content, analysis: { ...rest, affectedObjects: objectIds ?? [] } },
    documentPath: ([first, second, ...more]) =>
      [first, first === "analysis" && second === "affectedObjects" ? "objectIds" : second, ...more].filter(
        (one) => one !== undefined,
      ),
  };
}
