import type { ToldFragment } from "../../../schema/exchange.generated.js";
import type { Format } from "../../exchange/read-document.js";
import { textInXml, XML_DECLARATION, xmlElement } from "../../exchange/markup.js";
import { NAMESPACE, VERSION } from "../../exchange/xml.js";

/** A notification as the one who reads it was told it (R12.1). */
export interface NotificationDocument {
  readonly number: string;
  readonly id: string;
  /** Its position in the list that it stands in. */
  readonly cursor?: string;
  readonly about: { readonly kind: string; readonly number?: string };
  readonly follows?: { readonly as: "SUPPLEMENT" | "WITHDRAWAL"; readonly number: string };
  readonly marking: string;
  readonly text: string;
  readonly indicators: readonly { readonly type: string; readonly value: string }[];
  /** For a SOC when it became available to it (L16), for the national centre when it was sent. */
  readonly availableAt: string;
  /** By when this SOC has to answer; absent where nothing is owed, and for the national centre. */
  readonly answerDueAt?: string;
}

/** `isOfSoc`: the reader is a SOC, which sees its own part alone. */
export function notificationDocument(answered: ToldFragment, isOfSoc: boolean, cursor?: string): NotificationDocument {
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

/** As it stands by itself. */
export function writeWholeNotification(document: NotificationDocument, format: Format): string {
  const written = writeNotification(document, format);
  return format === "json" ? written : `${XML_DECLARATION}${written}\n`;
}

/** In XML without the declaration, so that it can stand in a list. */
export function writeNotification(document: NotificationDocument, format: Format): string {
  if (format === "json") return JSON.stringify(document);
  const { number, id, cursor, about, follows, marking, text, indicators, availableAt, answerDueAt } = document;
  const listed = indicators.map(({ type, value }) => xmlElement("indicator", { type }, textInXml(value)));
  const members = [
    xmlElement("about", about),
    follows ? xmlElement("follows", follows) : "",
    xmlElement("marking", {}, marking),
    xmlElement("text", {}, textInXml(text)),
    xmlElement("indicators", {}, listed.join("")),
    xmlElement("availableAt", {}, availableAt),
    answerDueAt === undefined ? "" : xmlElement("answerDueAt", {}, answerDueAt),
  ];
  return xmlElement("notification", { xmlns: NAMESPACE, version: VERSION, number, id, cursor }, members.join(""));
}
