import type { DocumentKind } from "../../domain/forms/documents.js";
import type { SubmissionAct } from "../../domain/facts.js";
import type { JsonObject } from "../../domain/forms/read-form.js";

/** What a document asks of the gateway: the mutation that takes it, so that both go by the same rights, limits and rules. */
export interface Submission {
  readonly act: SubmissionAct;
  readonly text: string;
  /** The same for a trial, which has no receipt. */
  readonly trial: string;
  readonly input: JsonObject;
  /** The place in the document of what the mutation calls by this path, from its `input` down. */
  readonly documentPath: (path: readonly string[]) => readonly string[];
}

const WARNINGS = "warnings { rule path message }";
const RECEIPT = `isRepeated ${WARNINGS}
  receipt { id submissionKey receivedAt contentHash position entryHash }`;
const INCIDENT =
  "incident { number soc { code } obligations { rule objectCode objectDescription startsAt dueAt dischargedAt } }";
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

/** The mutation that takes a document of its form. */
export function submissionOf(kind: DocumentKind, content: JsonObject): Submission {
  switch (kind) {
    case "incidentReport": {
      const { report, ...rest } = content as JsonObject & { readonly report: JsonObject };
      const isOfReport = (name: string | undefined): boolean => name !== undefined && Object.hasOwn(report, name);
      return {
        act: "incident.report",
        ...TEXTS.report,
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

function as(act: SubmissionAct, texts: Texts, input: JsonObject): Submission {
  return { act, ...texts, input, documentPath: (path) => path };
}

/** In a document the objects of an analysis are called what they are: ids. */
function analysis(act: SubmissionAct, texts: Texts, content: JsonObject): Submission {
  const { objectIds, ...rest } = content["analysis"] as JsonObject;
  return {
    act,
    ...texts,
    input: { ...content, analysis: { ...rest, affectedObjects: objectIds ?? [] } },
    documentPath: ([first, second, ...more]) =>
      [first, first === "analysis" && second === "affectedObjects" ? "objectIds" : second, ...more].filter(
        (one) => one !== undefined,
      ),
  };
}
