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

/** The types of which each says who submitted it (`submitted.resolver.ts`). */
const SUBMITTED = [
  "IncidentReport",
  "IncidentCard",
  "SeverityReview",
  "OwnerNotification",
  "OwnerAcknowledgement",
  "CorrectionRequest",
  "ConfirmationCorrection",
  "Retraction",
  "ObjectLink",
  "ReceivedOtherwise",
];

/** Where the fields of what was submitted, and those that lead to submissions, lead (`operation/leads.ts`). */
export const SUBMISSION_LEADS: Leads = {
  ...Object.fromEntries(
    SUBMITTED.map((type) => [
      type,
      leadsOf<{ readonly submissionId: string | null }>({
        submittedBy: { to: "actorOfSubmission", by: "submissionId" },
      }),
    ]),
  ),
  Soc: leadsOf<PartyRow>({ lastHeardAt: { to: "lastHeard", by: "id" } }),
};
