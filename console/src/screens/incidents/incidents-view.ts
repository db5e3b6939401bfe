import { queryOf, useView } from "../../page/useView.js";
import type {
  IncidentFilter,
  IncidentType,
  ObligationKind,
  OpenQuestion,
  Severity,
} from "../../operations/generated.js";
import { FIRST_PAGE, type PageAt } from "../../parts/Pages.js";
import { LEVELS } from "../../parts/Severity.js";

export const TYPES = [
  "UNAUTHORIZED_ACCESS",
  "VULNERABILITY_EXPLOITATION",
  "RANSOMWARE",
  "CREDENTIAL_COMPROMISE",
  "VIRUS_ATTACK",
  "BOTNET",
  "DENIAL_OF_SERVICE",
  "SPAM",
  "PHISHING",
  "OTHER",
] as const satisfies readonly IncidentType[];

export const QUESTIONS = [
  "CORRECTION_REQUESTED",
  "RETRACTION_REQUESTED",
  "DESCRIBED_BY_REGISTERED_NAME",
  "OBJECT_OF_UNKNOWN_KIND",
  "CONFIRMED_BEFORE_IT_OCCURRED",
  "CONFIRMED_BEFORE_THE_TERMS",
] as const satisfies readonly OpenQuestion[];

/** What may be due on an incident: `OPEN` is whatever still runs or has passed. */
export const DUES = [
  "OWNER_OPEN",
  "OWNER_OVERDUE",
  "CARD_OPEN",
  "CARD_OVERDUE",
  "LEVEL_OPEN",
  "LEVEL_OVERDUE",
] as const;
export type Due = (typeof DUES)[number];

const KINDS: Readonly<Record<string, ObligationKind>> = {
  OWNER: "NOTIFY_OWNER",
  CARD: "SUBMIT_CARD",
  LEVEL: "REVIEW_SEVERITY",
};

/** The duty that a choice is about, and whether only where its term has passed. */
export function dutyOfDue(due: Due): { readonly kind: ObligationKind; readonly isOverdue: boolean } {
  const [kind = "", standing] = due.split("_");
  return { kind: KINDS[kind] ?? "SUBMIT_CARD", isOverdue: standing === "OVERDUE" };
}

/** Which incidents are looked at; the address has it, so that going back and a link bring it back. */
export interface IncidentsView {
  /** The code of one SOC; empty: all. */
  readonly soc: string;
  /** None: all. */
  readonly levels: readonly Severity[];
  readonly type: IncidentType | "";
  readonly question: OpenQuestion | "ANY" | "";
  readonly due: Due | "";
  readonly page: PageAt;
}

function read(search: string): IncidentsView {
  const query = new URLSearchParams(search);
  const get = (name: string): string => query.get(name) ?? "";
  const levels = get("level").toUpperCase().split(",");
  return {
    soc: get("soc").toUpperCase(),
    levels: LEVELS.filter((level) => levels.includes(level)),
    type: TYPES.find((type) => type === get("type")) ?? "",
    question: (["ANY", ...QUESTIONS] as const).find((question) => question === get("question")) ?? "",
    due: DUES.find((due) => due === get("due")) ?? "",
    page: { after: get("after"), before: get("before") },
  };
}

/** The part of the address behind the question mark, with it; empty where nothing was chosen. */
export function writeView({ levels, page, ...chosen }: IncidentsView): string {
  return queryOf({ level: levels.join(","), ...chosen, ...page });
}

export function isFiltered({ soc, levels, type, question, due }: IncidentsView): boolean {
  return soc !== "" || levels.length > 0 || type !== "" || question !== "" || due !== "";
}

/** What the gateway is asked. */
export function filterOf({ soc, levels, type, question, due }: IncidentsView): IncidentFilter {
  const duty = due === "" ? null : dutyOfDue(due);
  return {
    ...(soc === "" ? {} : { socs: [soc] }),
    ...(levels.length === 0 ? {} : { severities: levels }),
    ...(type === "" ? {} : { types: [type] }),
    ...(question === "" ? {} : { openQuestions: question === "ANY" ? QUESTIONS : [question] }),
    ...(duty === null
      ? {}
      : { obligation: { kind: duty.kind, standings: duty.isOverdue ? ["OVERDUE"] : ["RUNNING", "OVERDUE"] } }),
  };
}

// A page of another list is none of this one.
const ADDRESS = { read, write: writeView, afresh: { page: FIRST_PAGE } };

export const useIncidentsView = () => useView<IncidentsView>(ADDRESS);
