import type {
  AnalysisGivenQuery,
  CardsGivenQuery,
  ReceiptGivenQuery,
  ReportGivenQuery,
  SentByFragment,
  ToldFragment,
} from "../../../schema/exchange.generated.js";
import type { JsonObject } from "../../domain/forms/read-form.js";
import type { DocumentKind } from "../../domain/forms/documents.js";
import type { ToldNotification, Receipt } from "../../domain/forms/outgoing.js";
import type { SubmissionAct } from "../../domain/facts.js";
import { documentOf } from "../../exchange/content.js";
import { ofItsType } from "./graph-client.js";
import { receiptOf } from "./receipt.js";
import type { GivenOut } from "../../exchange/write-document.js";

/** How what the graph answers (`schema/exchange/given-out.graphql`) becomes a document that is given out: within the caller's own scope. */

/** A document as it was sent, with what the gateway knows of it. */
export interface DocumentGiven {
  readonly kind: DocumentKind;
  readonly content: JsonObject;
  readonly given: GivenOut;
  readonly revision: number | null;
}

/** An incident of which its card was asked. */
type WithCard = NonNullable<CardsGivenQuery["incidents"]["edges"][number]["node"]>;

/** Null where there is none, or its receipt or its SOC is not the caller's to see. */
export function cardGiven({ number, soc, card }: WithCard): DocumentGiven | null {
  return soc && card && documentGiven(card.receipt, { number, soc: soc.code }, card.revision);
}

/** The same of an incident's report. */
export function reportGiven({ incident }: ReportGivenQuery): DocumentGiven | null {
  if (!incident?.soc) return null;
  const { number, soc, report } = incident;
  return documentGiven(report?.receipt ?? null, { number, soc: soc.code }, null);
}

/** The analysis of an id, if it is of this kind. */
export function analysisGiven({ node }: AnalysisGivenQuery, kind: DocumentKind): DocumentGiven | null {
  const analysis = ofItsType(node);
  const given = analysis && documentGiven(analysis.receipt, {}, analysis.revision);
  return given?.kind === kind ? given : null;
}

function documentGiven(receipt: SentByFragment | null, given: GivenOut, revision: number | null): DocumentGiven | null {
  if (!receipt) return null;
  const { submissionKey, contentHash, receivedAt } = receipt;
  const document = documentOf(JSON.parse(receipt.content) as JsonObject, submissionKey);
  return document && { ...document, revision, given: { ...given, receivedAt, contentHash } };
}

/** The receipt of what was accepted under a key, as its sender was given it, with duties as they stand now; null where nothing was. */
export function receiptGiven({ me, receipt: found }: ReceiptGivenQuery): Receipt | null {
  if (!found) return null;
  const { act, warnings, incident, card, analysis, ...receipt } = found;
  const answer = { isRepeated: true, warnings, receipt, incident, card, analysis };
  return receiptOf(act as SubmissionAct, ofItsType(me.party)?.code ?? "", answer);
}

/** A notification as its reader was told it. `isOfSoc`: that is a SOC, which sees its own part alone. */
export function notificationGiven(answered: ToldFragment, isOfSoc: boolean, cursor?: string): ToldNotification {
  const { number, id, subject, marking, text, sentAt, isWithdrawal, follows, indicators } = answered;
  const of = answered.threat ?? answered.event ?? answered.detectedIncident ?? answered.incident;
  const [part] = isOfSoc ? answered.recipients : [];
  const dueAt = part?.obligation?.dueAt;
  return {
    number,
    id,
    ...(cursor === undefined ? {} : { cursor }),
    about: { kind: subject, ...(of ? { number: of.number } : {}) },
    ...(follows ? { follows: { as: isWithdrawal ? "WITHDRAWAL" : "SUPPLEMENT", number: follows.number } } : {}),
    marking,
    text,
    indicators: indicators.map(({ type, value }) => ({ type, value })),
    availableAt: part?.availableAt ?? sentAt,
    ...(dueAt === undefined ? {} : { answerDueAt: dueAt }),
  };
}
