import { queryOf, useView } from "../../page/useView.js";
import type { ObligationFilter, ObligationOrder, Standing } from "../../operations/generated.js";
import { FIRST_PAGE, type PageAt } from "../../parts/Pages.js";

export const SHOWN_TERMS = ["OPEN", "OVERDUE", "MET", "MET_LATE", "WAIVED"] as const;
export type ShownTerms = (typeof SHOWN_TERMS)[number];
export const RULES = ["R9.1", "R9.2", "R9.3", "R9.4", "R9.5", "R9.6", "RA.1"] as const;
export type Rule = (typeof RULES)[number];

/** What of the terms is looked at; the address has it. */
export interface TermsView {
  readonly shown: ShownTerms;
  /** None: all. */
  readonly rules: readonly Rule[];
  /** The code of one SOC; empty: all. */
  readonly soc: string;
  readonly page: PageAt;
}

const STANDINGS: Readonly<Record<ShownTerms, readonly Standing[]>> = {
  OPEN: ["RUNNING", "OVERDUE"],
  OVERDUE: ["OVERDUE"],
  MET: ["MET"],
  MET_LATE: ["MET_LATE"],
  WAIVED: ["WAIVED"],
};

function read(search: string): TermsView {
  const query = new URLSearchParams(search);
  const rules = (query.get("rules") ?? "").split(",");
  return {
    shown: SHOWN_TERMS.find((known) => known === query.get("shown")) ?? "OPEN",
    rules: RULES.filter((known) => rules.includes(known)),
    soc: (query.get("soc") ?? "").toUpperCase(),
    page: { after: query.get("after") ?? "", before: query.get("before") ?? "" },
  };
}

function write({ shown, rules, soc, page }: TermsView): string {
  return queryOf({ shown: shown === "OPEN" ? "" : shown, rules: rules.join(","), soc, ...page });
}

/** What the gateway is asked: what is open by its next end, what is over by the latest. */
export function askedFor({ shown, rules, soc }: TermsView): { filter: ObligationFilter; orderBy: ObligationOrder } {
  return {
    filter: {
      standings: STANDINGS[shown],
      ...(rules.length > 0 ? { rules } : {}),
      ...(soc === "" ? {} : { socs: [soc] }),
    },
    orderBy: shown === "OPEN" || shown === "OVERDUE" ? "DUE_FIRST" : "DUE_LAST",
  };
}

// A page of another list is none of this one.
const ADDRESS = { read, write, afresh: { page: FIRST_PAGE } };

export const useTermsView = () => useView<TermsView>(ADDRESS);
