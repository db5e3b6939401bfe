import type { SubmissionAct } from "../../domain/facts.js";
import { pointerOf } from "../../exchange/decoded.js";
import { textInXml, XML_DECLARATION, xmlElement } from "../../exchange/markup.js";
import type { Format } from "../../exchange/read-document.js";
import { NAMESPACE, VERSION } from "../../exchange/xml.js";
import type { AcceptedAnswer, TriedAnswer } from "./answers.js";
import { documentPath } from "./submission.js";

/** A receipt as documents have it: what was accepted, when, under which hash, and how the duties of its incident stand. */
export interface Receipt {
  readonly submissionKey: string;
  readonly isRepeated: boolean;
  readonly id: string;
  readonly act: SubmissionAct;
  readonly soc: string;
  readonly number?: string;
  readonly revision?: number;
  /** Where the document is from now on; absent where it has no address of its own. */
  readonly location?: string;
  readonly receivedAt: string;
  readonly contentHash: string;
  readonly position: number;
  readonly entryHash: string;
  /** Of a file in the reserve folder: since when it was there, and when its sender says to have written it last. */
  readonly arrivedAt?: string;
  readonly mtime?: string;
  readonly duties: readonly {
    readonly rule: string;
    /** R9.2: the object, by its code or its description. */
    readonly object?: string;
    readonly startsAt: string;
    readonly dueAt: string;
    readonly metAt?: string;
    /** Milliseconds past the term; absent where it was met in time or is open. */
    readonly lateMs?: number;
  }[];
  readonly warnings: readonly { readonly rule: string; readonly pointer: string; readonly message: string }[];
}

export function receiptOf(act: SubmissionAct, soc: string, answer: AcceptedAnswer): Receipt {
  const { isRepeated, receipt, incident, warnings } = answer;
  const revision = (answer.card ?? answer.analysis)?.revision;
  const location = locationOf(act, answer);
  const { id, submissionKey, ...sealed } = receipt;
  return {
    submissionKey,
    isRepeated,
    id,
    act,
    soc,
    ...(incident ? { number: incident.number } : {}),
    ...(revision === undefined ? {} : { revision }),
    ...(location === null ? {} : { location }),
    ...sealed,
    duties: (incident?.obligations ?? []).map(
      ({ rule, objectCode, objectDescription, startsAt, dueAt, dischargedAt }) => {
        const object = objectCode ?? objectDescription;
        const late = dischargedAt === null ? 0 : Date.parse(dischargedAt) - Date.parse(dueAt);
        return {
          rule,
          ...(object === null ? {} : { object }),
          startsAt,
          dueAt,
          ...(dischargedAt === null ? {} : { metAt: dischargedAt }),
          ...(late > 0 ? { lateMs: late } : {}),
        };
      },
    ),
    warnings: warnings.map((one) => warningOf(act, one)),
  };
}

function locationOf(act: SubmissionAct, { incident, card, analysis }: AcceptedAnswer): string | null {
  if (act === "incident.report") return `/exchange/incident-reports/${incident?.number}`;
  if (act === "threat.analyse") return `/exchange/threat-analyses/${analysis?.id}`;
  if (act === "event.analyse") return `/exchange/event-analyses/${analysis?.id}`;
  return incident && card ? `/exchange/incident-cards/${incident.number}/revisions/${card.revision}` : null;
}

/** What a trial comes to: that it would be accepted, and with which warnings. */
export type Verdict = Pick<Receipt, "act" | "warnings">;

export function verdictOf(act: SubmissionAct, { warnings }: TriedAnswer): Verdict {
  return { act, warnings: warnings.map((one) => warningOf(act, one)) };
}

function warningOf(
  act: SubmissionAct,
  { rule, path, message }: TriedAnswer["warnings"][number],
): Receipt["warnings"][number] {
  return { rule, pointer: pointerOf(documentPath(act, path.slice(1))), message };
}

export function writeVerdict(verdict: Verdict, format: Format): string {
  if (format === "json") return JSON.stringify(verdict);
  const warnings = verdict.warnings.map(warningInXml);
  const attributes = { xmlns: NAMESPACE, version: VERSION, act: verdict.act };
  return `${XML_DECLARATION}${xmlElement("verdict", attributes, warnings.join(""))}\n`;
}

function warningInXml({ message, ...where }: Receipt["warnings"][number]): string {
  return xmlElement("warning", where, textInXml(message));
}

/** In the order of the XML Schema. */
const MEMBERS = [
  "id",
  "act",
  "soc",
  "number",
  "revision",
  "location",
  "receivedAt",
  "contentHash",
  "position",
  "entryHash",
  "arrivedAt",
  "mtime",
] as const satisfies readonly (keyof Receipt)[];

export function writeReceipt(receipt: Receipt, format: Format): string {
  if (format === "json") return JSON.stringify(receipt);
  return `${XML_DECLARATION}${receiptInXml(receipt, { xmlns: NAMESPACE, version: VERSION })}\n`;
}

/** The element by itself, with these attributes beside its own. */
export function receiptInXml(receipt: Receipt, root: Readonly<Record<string, string>>): string {
  const { submissionKey, isRepeated, duties, warnings } = receipt;
  const members = MEMBERS.map((name) =>
    receipt[name] === undefined ? "" : xmlElement(name, {}, textInXml(String(receipt[name]))),
  );
  const lines = [...members, ...duties.map((duty) => xmlElement("duty", duty)), ...warnings.map(warningInXml)];
  return xmlElement("receipt", { ...root, submissionKey, isRepeated }, lines.join(""));
}
