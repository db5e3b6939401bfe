import type { Scope } from "../../domain/access.js";
import { leadsOf, type Leads } from "../../operation/leads.js";
import { one } from "../../operation/loaders.js";
import type { Connection } from "../../platform/database.js";
import type { PartyRow } from "../parties/party.store.js";
import { SubmissionRow, SubmissionStore } from "./submission.store.js";

/** Row classes that are inserted one by one. */
export const SUBMISSION_ROWS = [SubmissionRow];

/** The stores of submissions, on one connection, through one scope. */
export function submissionStores(connection: Connection, scope: Scope) {
  return {
    submissions: new SubmissionStore(connection, scope),
  };
}

/** Loaders for what a page needs, in batches. */
export function submissionLoaders({ submissions }: ReturnType<typeof submissionStores>) {
  return {
    receipt: one((ids) => submissions.receipts(ids)),
    outcome: one((ids) => submissions.outcomes(ids)),
    lastHeard: one((ids) => submissions.lastHeard(ids)),
    content: one((ids) => submissions.contents(ids)),
  };
}

/** What leads to submissions (`operation/leads.ts`). */
export const SUBMISSION_LEADS: Leads = { Soc: leadsOf<PartyRow>({ lastHeardAt: { to: "lastHeard", by: "id" } }) };
