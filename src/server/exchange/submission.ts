import type { DocumentKind } from "../../domain/forms/documents.js";
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
const RECEIPT = `isRepeated ${WARNINGS}
  receipt { id submissionKey receivedAt contentHash position entryHash }`;
const INCIDENT = "incident { number obligations { rule objectCode objectDescription startsAt dueAt dischargedAt } }";
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
  "card.submit": mutation(
    "submitIncidentCard",
    "SubmitIncidentCardInput",
    "CardAccepted",
    `${INCIDENT} card { revision }`,
  ),
  "card.amend": mutation(
    "amendIncidentCard",
    "AmendIncidentCardInput",
    "CardAccepted",
    `${INCIDENT} card { revision }`,
  ),
  "threat.analyse": mutation(
    "submitThreatAnalysis",
    "SubmitThreatAnalysisInput",
    "AnalysisAccepted",
    `${INCIDENT} analysis { id revision }`,
  ),
  "event.analyse": mutation(
    "submitEventAnalysis",
    "SubmitEventAnalysisInput",
    "AnalysisAccepted",
    `${INCIDENT} analysis { id revision }`,
  ),
  "notification.deny": mutation("answerNotConfirmed", "AnswerNotConfirmedInput", "NotConfirmedAccepted", ""),
};

/** The mutation that takes a document of its form. */
export function submissionOf(kind: DocumentKind, content: JsonObject): Submission {
  const act = actOf(kind, content);
  return { act, ...TEXTS[act], ...inputOf(kind, content) };
}

/** The input of its mutation, where that is not the document itself, and what its paths are in the document. */
function inputOf(kind: DocumentKind, content: JsonObject): Pick<Submission, "input" | "documentPath"> {
  switch (kind) {
    case "incidentReport": {
      const { report, ...rest } = content as JsonObject & { readonly report: JsonObject };
      const isOfReport = (name: string | undefined): boolean => name !== undefined && Object.hasOwn(report, name);
      return {
        input: { ...report, ...rest },
        documentPath: (path) => (isOfReport(path[0]) ? ["report", ...path] : path),
      };
    }
    case "threatAnalysis":
    case "eventAnalysis": {
      // In a document the objects of an analysis are called what they are: ids.
      const { objectIds, ...rest } = content["analysis"] as JsonObject;
      return {
        input: { ...content, analysis: { ...rest, affectedObjects: objectIds ?? [] } },
        documentPath: ([first, second, ...more]) =>
          [first, first === "analysis" && second === "affectedObjects" ? "objectIds" : second, ...more].filter(
            (one) => one !== undefined,
          ),
      };
    }
    case "incidentCard":
    case "notConfirmed":
      return { input: content, documentPath: (path) => path };
  }
}
