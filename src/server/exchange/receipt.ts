import type { SubmissionAct } from "../../domain/facts.js";
import { pointerOf } from "../../exchange/decoded.js";
import { textInXml, XML_DECLARATION, xmlElement } from "../../exchange/markup.js";
import type { Format } from "../../exchange/read-document.js";
import { NAMESPACE, VERSION } from "../../exchange/xml.js";
import type { Submission } from "./submission.js";

/** What a mutation answers where it accepts, as `submission.ts` asks for it. */
export interface AcceptedAnswer {
  readonly isRepeated: boolean;
  readonly warnings: readonly { readonly rule: string; readonly path: readonly string[]; readonly message: string }[];
  readonly receipt: {
    readonly id: string;
    readonly submissionKey: string;
    readonly receivedAt: string;
    readonly contentHash: string;
    readonly position: number;
    readonly entryHash: string;
  };
  readonly incident?: {
    readonly number: string;
    readonly obligations: readonly {
      readonly rule: string;
      readonly objectCode: string | null;
      readonly objectDescription: string | null;
      readonly startsAt: string;
      readonly dueAt: string;
      readonly dischargedAt: string | null;
    }[];
  } | null;
  readonly card?: { readonly revision: number } | null;
  readonly analysis?: { readonly id: string; readonly revision: number } | null;
}

/** A receipt as documents have it: what was accepted, when, under which hash, and how the duties of its incident stand. */
export interface Receipt {
  readonly submissionKey: string;
  readonly isRepeated: boolean;
  readonly id: string;
  readonly act: SubmissionAct;
  readonly soc: string;
  readonly number?: string;
  readonly revision?: number;
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

export function receiptOf({ act, documentPath }: Submission, soc: string, answer: AcceptedAnswer): Receipt {
  const { isRepeated, receipt, incident, warnings } = answer;
  const revision = (answer.card ?? answer.analysis)?.revision;
  const { id, submissionKey, ...sealed } = receipt;
  return {
    submissionKey,
    isRepeated,
    id,
    act,
    soc,
    ...(incident ? { number: incident.number } : {}),
    ...(revision === undefined ? {} : { revision }),
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
    warnings: warnings.map((one) => warningOf(one, documentPath)),
  };
}

/** What a trial comes to: that it would be accepted, and with which warnings. */
export type Verdict = Pick<Receipt, "act" | "warnings">;

export function verdictOf({ act, documentPath }: Submission, { warnings }: Pick<AcceptedAnswer, "warnings">): Verdict {
  return { act, warnings: warnings.map((one) => warningOf(one, documentPath)) };
}

function warningOf(
  { rule, path, message }: AcceptedAnswer["warnings"][number],
  documentPath: Submission["documentPath"],
): Receipt["warnings"][number] {
  return { rule, pointer: pointerOf(documentPath(path.slice(1))), message };
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
  "receivedAt",
  "contentHash",
  "position",
  "entryHash",
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
