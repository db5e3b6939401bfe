import { CARD_FIELDS, CARD_FORM, DETAILS, type CardForm, type FormField } from "../domain/card-form.js";
import type { IncidentCard } from "../domain/incident-card.js";
import type { Instant } from "../domain/instant.js";
import { REVIEW_NOTE, SEVERITY_CRITERIA } from "../domain/wording/labels.js";
import { writeDate, writeTime } from "../domain/wording/times.js";
import type { Locale } from "../domain/wording/wording.js";
import { attachment, indicatorLists, indicatorTable, isAttached } from "./indicators.js";
import { objectsCell, type PaperObject } from "./objects.js";
import type { Box, Cell, Fact, Row, Sheet } from "./sheet.js";
import { ATTACHED, CARD_WORDS, NOTHING, wordsIn } from "./words.js";

/** One revision of a card, with all that is printed of it. */
export interface PaperCard {
  readonly number: string;
  /** Counted from 1. */
  readonly revision: number;
  readonly soc: { readonly code: string; readonly name: string };
  readonly receivedAt: Instant;
  readonly card: Omit<IncidentCard, "affectedObjects"> & { readonly affectedObjects: readonly PaperObject[] };
  /** Null where the card came by another way (L22) and nothing was sealed for its sender. Hashes are in hexadecimal. */
  readonly receipt: {
    readonly submissionKey: string;
    readonly contentHash: string;
    readonly position: string;
    readonly entryHash: string;
  } | null;
  /** Where the dossier is found (`dossierAddress`); null: no QR code is printed. */
  readonly address: string | null;
}

type Name = keyof CardForm;
type ChoiceField = Extract<FormField, { readonly values: unknown }>;
const IN_DETAILS: ReadonlySet<Name> = new Set(DETAILS.fields);

/** Where people read an incident's dossier: the console's page for it. `gateway` is its public address. */
export function dossierAddress(gateway: string, number: string): string {
  return new URL(`incidents/${encodeURIComponent(number)}`, gateway.replace(/\/*$/, "/")).href;
}

/** A revision of the card as annex 3 lays it out, in one language: every row of the form in its order, every box of every choice. */
export function cardPaper(paper: PaperCard, locale: Locale): Sheet {
  const words = wordsIn(CARD_WORDS, locale);
  const { number, revision, soc, receipt } = paper;
  const { indicators } = paper.card;
  const name = `${number} · ${words.revision} ${revision}`;
  return {
    locale,
    title: words.title,
    origin: words.origin,
    running: `${soc.code} · ${name}`,
    foot: receipt?.contentHash ?? name,
    at: paper.receivedAt,
    orientation: "portrait",
    facts: [
      { label: words.number, text: number },
      { label: words.revision, text: String(revision) },
      { label: words.soc, text: `${soc.name} (${soc.code})` },
      { label: words.receivedAt, text: writeTime(paper.receivedAt, locale) },
    ],
    code: paper.address === null ? null : { address: paper.address, caption: words.code },
    form: rowsOf(paper, locale),
    closing: { title: words.receipt, facts: receiptFacts(receipt, locale) },
    tables: [],
    attached: isAttached(indicators) ? attachment(indicatorLists(indicators), locale) : null,
  };
}

function receiptFacts(receipt: PaperCard["receipt"], locale: Locale): Fact[] {
  const words = wordsIn(CARD_WORDS, locale);
  if (receipt === null) return [{ label: words.receipt, text: words.noReceipt }];
  return (["submissionKey", "contentHash", "position", "entryHash"] as const).map((name) => ({
    label: words[name],
    text: receipt[name],
  }));
}

function rowsOf(paper: PaperCard, locale: Locale): Row[] {
  const rows = CARD_FIELDS.map(([name, field]) => ({
    name,
    row: { label: field.label[locale], cell: cellOf(name, field, paper, locale) },
  }));
  const isDetail = ({ name }: { readonly name: Name }): boolean => IN_DETAILS.has(name);
  const details = rows.filter(isDetail).map(({ row }) => row);
  const group: Row = { label: DETAILS.label[locale], cell: { kind: "rows", rows: details } };
  const first = rows.findIndex(isDetail);
  return rows.flatMap((one, index) => (index === first ? [group] : isDetail(one) ? [] : [one.row]));
}

function cellOf(name: Name, field: FormField, { card, receivedAt }: PaperCard, locale: Locale): Cell {
  const held = card[name];
  switch (field.kind) {
    case "date":
      return { kind: "text", text: writeDate(held as string, locale) };
    case "instant":
      return { kind: "text", text: writeTime(held as Instant, locale) };
    case "text":
    case "optional text":
      return { kind: "text", text: (held as string | null) ?? NOTHING };
    case "choice":
    case "choices":
      return { kind: "boxes", boxes: boxesOf(field, [held].flat() as string[], locale) };
    case "indicators":
      return isAttached(card.indicators)
        ? { kind: "text", text: ATTACHED[locale](card.indicators.length) }
        : { kind: "table", table: indicatorTable(card.indicators, locale), note: null };
    case "affected objects":
      return objectsCell(card.affectedObjects, receivedAt, locale);
  }
}

function boxesOf(field: ChoiceField, chosen: readonly string[], locale: Locale): Box[] {
  return field.values.map((value) => {
    const isChosen = chosen.includes(value);
    return {
      label: field.labels[value]?.[locale] ?? value,
      isChosen,
      note: isChosen ? noteOn(value, field, locale) : null,
    };
  });
}

/** The line of the table of levels that the chosen level is in; of an undetermined one also what the table's note asks for. */
function noteOn(value: string, field: ChoiceField, locale: Locale): string | null {
  if (field !== CARD_FORM.severity) return null;
  const level = value as keyof typeof SEVERITY_CRITERIA;
  const criteria = SEVERITY_CRITERIA[level][locale];
  return level === "UNDETERMINED" ? `${criteria}. ${REVIEW_NOTE[locale]}` : criteria;
}
