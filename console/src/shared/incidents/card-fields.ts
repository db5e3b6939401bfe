import type { FormCardFragment } from "../../operations/generated.js";
import type { Language } from "../../texts/languages.js";
import type { Texts } from "../../texts/texts.js";
import { writeFull, writeFullDay } from "../../time/write.js";
import { inOrder } from "../../texts/one-line.js";
import { kindsOf } from "./object-kinds.js";

export type Card = FormCardFragment;
export type FieldName = keyof Texts["form"]["documents"]["incidentCard"]["members"]["card"]["members"];

/** Annex 3's fields in its order. */
export function fieldNames({ form }: Texts): readonly FieldName[] {
  return Object.keys(form.documents.incidentCard.members.card.members) as FieldName[];
}

/** What a field of a card says, as one text or as several things; empty where nothing was filled in. */
export function saidIn(card: Card, name: FieldName, texts: Texts, language: Language): readonly string[] {
  const { choices } = texts.form;
  const one = (text: string | null | undefined): readonly string[] => (text ? [text] : []);
  switch (name) {
    case "registeredOn":
      return [dayIn(card.registeredOn, language)];
    case "occurredAt":
    case "confirmedAt":
      return [writeFull(Date.parse(card[name]), language)];
    case "severity":
      return [choices.Severity[card.severity].label];
    case "type":
      return [choices.IncidentType[card.type].label];
    case "scale":
      return [choices.IncidentScale[card.scale].label];
    case "recurrence":
      return [choices.Recurrence[card.recurrence].label];
    case "sign":
      return [choices.IncidentSign[card.sign].label];
    case "contours":
      return card.contours.map((value) => choices.NetworkContour[value].label);
    case "consequences":
      return card.consequences.map((value) => choices.Consequence[value].label);
    case "indicators":
      return card.indicators.map((indicator) => indicatorText(indicator, texts));
    case "affectedObjects":
      return card.affectedObjects.map((object) => objectText(object, texts));
    case "earlierIncidentNumber":
    case "note":
      return one(card[name]);
    case "nature":
    case "measures":
      return one(card[name]);
  }
}

/** A value of a difference as this page writes it elsewhere: dates and times its own way, choices by the form's words. */
export function valueIn(
  { label, value }: { readonly label: string; readonly value: string },
  name: FieldName,
  language: Language,
): string {
  if (name === "registeredOn") return dayIn(value, language);
  if (name === "occurredAt" || name === "confirmedAt") return writeFull(Date.parse(value), language);
  return label;
}

/** A day that the gateway gives as `2026-03-01`. */
function dayIn(date: string, language: Language): string {
  return writeFullDay(Date.parse(`${date}T00:00:00+05:00`), language);
}

export function indicatorText(
  { type, value }: Pick<Card["indicators"][number], "type" | "value">,
  { form }: Texts,
): string {
  return `${inOrder(value)} · ${form.choices.IndicatorType[type].label}`;
}

export function objectText(
  { code, description, kinds, ownerName, object }: Card["affectedObjects"][number],
  { dossier, words }: Texts,
): string {
  const name = object?.name ?? description ?? code ?? "";
  const about = [
    object && description ? dossier.chronicle.quoted(description) : "",
    code ?? "",
    description !== null && code === null ? kindsOf(kinds, words, dossier) : "",
    ownerName ? dossier.ownerIs(ownerName) : "",
  ].filter(Boolean);
  return about.length === 0 ? name : `${inOrder(name)} (${about.map(inOrder).join("; ")})`;
}
