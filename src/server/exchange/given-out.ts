import type { JsonObject } from "../../domain/forms/read-form.js";
import type { DocumentKind } from "../../domain/forms/documents.js";
import type { SubmissionAct } from "../../domain/facts.js";
import { documentOf } from "../../exchange/content.js";
import { receiptOf, type AcceptedAnswer, type Receipt } from "./receipt.js";
import { RECEIPT_AGAIN } from "./submission.js";
import type { GivenOut } from "../../exchange/write-document.js";

/** What is asked of the graph for a document that is given out, and how the answer becomes one: within the caller's own scope. */

/** A document as it was sent, with what the gateway knows of it. */
export interface DocumentGiven {
  readonly kind: DocumentKind;
  readonly content: JsonObject;
  readonly given: GivenOut;
  readonly revision: number | null;
}

const RECEIPT = "receipt { submissionKey contentHash content receivedAt }";

/** What is asked of a card. */
export const CARD = `revision ${RECEIPT}`;

export const QUERIES = {
  report: `query ($number: String!) { incident(number: $number) { number soc { code } report { ${RECEIPT} } } }`,
  analysis: `query ($id: ID!) { node(id: $id) { ... on Analysis { kind revision ${RECEIPT} } } }`,
  receipt: `query ($key: String!) { me { party { ... on Soc { code } } } receipt(submissionKey: $key) { ${RECEIPT_AGAIN} } }`,
} as const;

interface AnsweredReceipt {
  readonly submissionKey: string;
  readonly contentHash: string;
  readonly content: string;
  readonly receivedAt: string;
}

/** An incident's card as the graph answers it. */
export interface AnsweredCard {
  readonly number: string;
  readonly soc: { readonly code: string };
  readonly card: { readonly revision: number; readonly receipt: AnsweredReceipt | null } | null;
}

/** Null where there is none, or its receipt is not the caller's to see. */
export function cardGiven({ number, soc, card }: AnsweredCard): DocumentGiven | null {
  return card && documentGiven(card.receipt, { number, soc: soc.code }, card.revision);
}

export function reportGiven(data: unknown): DocumentGiven | null {
  const { incident } = data as {
    readonly incident: {
      readonly number: string;
      readonly soc: { readonly code: string };
      readonly report: { readonly receipt: AnsweredReceipt | null } | null;
    } | null;
  };
  return (
    incident &&
    documentGiven(incident.report?.receipt ?? null, { number: incident.number, soc: incident.soc.code }, null)
  );
}

/** The analysis of an id, if it is of this kind. */
export function analysisGiven(data: unknown, kind: DocumentKind): DocumentGiven | null {
  const { node } = data as {
    readonly node: { readonly revision: number; readonly receipt: AnsweredReceipt | null } | null;
  };
  const given = documentGiven(node?.receipt ?? null, {}, node?.revision ?? null);
  return given?.kind === kind ? given : null;
}

function documentGiven(
  receipt: AnsweredReceipt | null,
  given: GivenOut,
  revision: number | null,
): DocumentGiven | null {
  if (!receipt) return null;
  const { submissionKey, contentHash, receivedAt } = receipt;
  const document = documentOf(JSON.parse(receipt.content) as JsonObject, submissionKey);
  return document && { ...document, revision, given: { ...given, receivedAt, contentHash } };
}

/** What `RECEIPT_AGAIN` is answered with. */
type ReceiptAgain = AcceptedAnswer["receipt"] &
  Required<Pick<AcceptedAnswer, "warnings" | "incident" | "card" | "analysis">> & { readonly act: SubmissionAct };

/** The receipt of what was accepted under a key, as its sender was given it, with duties as they stand now; null where nothing was. */
export function receiptGiven(data: unknown): Receipt | null {
  const { me, receipt: found } = data as {
    readonly me: { readonly party: { readonly code?: string } };
    readonly receipt: ReceiptAgain | null;
  };
  if (!found) return null;
  const { act, warnings, incident, card, analysis, ...receipt } = found;
  const answer = { isRepeated: true, warnings, receipt, incident, card, analysis };
  return receiptOf(act, me.party.code ?? "", answer);
}
