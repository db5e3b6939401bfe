import { RECEIPT, SUMMARY, type Summary } from "../../domain/forms/outgoing.js";
import { XML_DECLARATION, xmlElement } from "../../exchange/markup.js";
import { inUtf8, NDJSON_TYPE, XML_TYPE } from "../../exchange/media-types.js";
import type { Format } from "../../exchange/read-document.js";
import { outgoingInXml } from "../../exchange/write-outgoing.js";
import { NAMESPACE, VERSION } from "../../exchange/xml-names.js";
import { problemInXml } from "./problem.js";
import type { Outcome } from "./submitter.js";

/** What became of an item of a batch; `index` counts from 0, blank lines not counted. */
export interface Result {
  readonly index: number;
  /** Null where it has none that could be read. */
  readonly submissionKey: string | null;
  readonly outcome: Outcome;
}

export const RESULT_TYPES: Readonly<Record<Format, string>> = {
  json: inUtf8(NDJSON_TYPE),
  xml: inUtf8(XML_TYPE),
};

/** A stream of results: one a line, in JSON or as elements of `results`. */
export interface ResultWriter {
  readonly head: string;
  result(result: Result): string;
  summary(summary: Summary): string;
}

/** `isMinimal`: without receipts. */
export function resultWriter(format: Format, isMinimal: boolean): ResultWriter {
  return format === "json" ? inJson(isMinimal) : inXml(isMinimal);
}

function inJson(isMinimal: boolean): ResultWriter {
  return {
    head: "",
    result: ({ index, submissionKey, outcome }) => {
      const key = submissionKey === null ? {} : { submissionKey };
      const about = { index, status: statusOf(outcome), ...key };
      const said = "problem" in outcome ? { problem: outcome.problem } : isMinimal ? {} : { receipt: outcome.accepted };
      return `${JSON.stringify({ ...about, ...said })}\n`;
    },
    summary: (summary) => `${JSON.stringify({ summary })}\n`,
  };
}

function inXml(isMinimal: boolean): ResultWriter {
  return {
    head: `${XML_DECLARATION}<results xmlns="${NAMESPACE}" version="${VERSION}">\n`,
    result: ({ index, submissionKey, outcome }) => {
      const said =
        "problem" in outcome
          ? problemInXml(outcome.problem)
          : isMinimal
            ? ""
            : outgoingInXml("receipt", RECEIPT, outcome.accepted, { version: VERSION });
      return `${xmlElement("result", { index, status: statusOf(outcome), submissionKey }, said)}\n`;
    },
    summary: (summary) => `${outgoingInXml("summary", SUMMARY, summary)}\n</results>\n`,
  };
}

function statusOf(outcome: Outcome): number {
  return "problem" in outcome ? outcome.problem.status : 200;
}
