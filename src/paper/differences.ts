import type { Indicator } from "../domain/incident-card.js";
import type { Instant } from "../domain/instant.js";
import { writeTime } from "../domain/wording/times.js";
import type { Span } from "../domain/text-spans.js";
import type { Locale } from "../domain/wording/wording.js";
import { DIFFERENCE_WORDS, LEFT_OUT } from "./difference-words.js";
import { attachment, indicatorLists, indicatorTable, isAttached } from "./indicators.js";
import { objectCells, objectColumns, type PaperObject } from "./objects.js";
import type { Cell, Fact, Mark, Row, Sheet, Table } from "./sheet.js";
import { ATTACHED, CARD_WORDS, NOTHING, wordsIn } from "./words.js";

/** A date, a time or a choice; `label` is how it is written in the reader's language. */
interface Value {
  readonly value: string;
  readonly label: string;
}

/** A field in which two revisions differ, in the form's words for it, and how. */
export type PaperDifference = { readonly field: string; readonly label: string } & (
  | { readonly kind: "value"; readonly before: Value; readonly after: Value }
  | { readonly kind: "choices"; readonly added: readonly Value[]; readonly removed: readonly Value[] }
  | { readonly kind: "text"; readonly spans: readonly Span[] }
  | { readonly kind: "indicators"; readonly added: readonly Indicator[]; readonly removed: readonly Indicator[] }
  | {
      readonly kind: "affectedObjects";
      readonly added: readonly PaperObject[];
      readonly removed: readonly PaperObject[];
    }
);

/** A revision of a card, by what tells it from others; no hash where it came by another way (L22). */
export interface PaperRevision {
  readonly revision: number;
  readonly receivedAt: Instant;
  readonly contentHash: string | null;
}

/** What differs between two revisions of a card, the later of which may be either; in the form's order. */
export interface PaperDifferences {
  readonly number: string;
  readonly soc: { readonly code: string; readonly name: string };
  readonly from: PaperRevision;
  readonly to: PaperRevision;
  readonly differences: readonly PaperDifference[];
  readonly address: string | null;
}

/** What differs, field by field: what went is struck and what came is marked, both with signs that are there in black and white. */
export function differencesPaper(paper: PaperDifferences, locale: Locale): Sheet {
  const words = wordsIn(DIFFERENCE_WORDS, locale);
  const card = wordsIn(CARD_WORDS, locale);
  const { number, soc, from, to, differences } = paper;
  const name = `${number} · ${card.revision} ${from.revision} → ${to.revision}`;
  const lists = differences.flatMap((one) => (one.kind === "indicators" ? attached(one, locale) : []));
  return {
    locale,
    title: words.title,
    origin: null,
    running: `${soc.code} · ${name}`,
    foot: name,
    at: Math.max(from.receivedAt, to.receivedAt) as Instant,
    orientation: "portrait",
    facts: [
      { label: card.number, text: number },
      { label: card.soc, text: `${soc.name} (${soc.code})` },
      revisionFact(words.from, from, locale),
      revisionFact(words.to, to, locale),
    ],
    code: paper.address === null ? null : { address: paper.address, caption: card.code },
    form: [
      { label: words.howToRead, cell: { kind: "marks", marks: went(words.removed).concat(gap, came(words.added)) } },
      ...(differences.length > 0
        ? differences.map((one): Row => ({ label: one.label, cell: cellOf(one, locale) }))
        : [{ label: words.title, cell: { kind: "text" as const, text: words.nothing } }]),
    ],
    closing: {
      title: card.contentHash,
      facts: [from, to].map(({ revision, contentHash }) => ({
        label: `${card.revision} ${revision}`,
        text: contentHash ?? NOTHING,
      })),
    },
    tables: [],
    attached: lists.length > 0 ? attachment(lists, locale) : null,
  };
}

function revisionFact(label: string, { revision, receivedAt }: PaperRevision, locale: Locale): Fact {
  return { label, text: `${revision} (${writeTime(receivedAt, locale)})` };
}

function cellOf(one: PaperDifference, locale: Locale): Cell {
  const words = wordsIn(DIFFERENCE_WORDS, locale);
  switch (one.kind) {
    case "value":
      return { kind: "marks", marks: [...went(one.before.label), gap, ...came(one.after.label)] };
    case "choices":
      return { kind: "marks", marks: choiceMarks(one.removed, one.added) };
    case "text":
      return { kind: "marks", marks: textMarks(one.spans, locale) };
    case "indicators":
      if (isAttached([...one.removed, ...one.added]))
        return {
          kind: "text",
          text: `${words.removed}: ${ATTACHED[locale](one.removed.length)}\n${words.added}: ${ATTACHED[locale](one.added.length)}`,
        };
      return { kind: "table", table: changed(one, indicatorTable, locale), note: null };
    case "affectedObjects":
      return { kind: "table", table: changed(one, objectTable, locale), note: null };
  }
}

const gap: Mark = { kind: "KEPT", text: "\n" };

function went(text: string): Mark[] {
  return [{ kind: "REMOVED", text }];
}

function came(text: string): Mark[] {
  return [{ kind: "ADDED", text }];
}

function choiceMarks(removed: readonly Value[], added: readonly Value[]): Mark[] {
  const all = [...removed.flatMap(({ label }) => went(label)), ...added.flatMap(({ label }) => came(label))];
  return all.flatMap((mark, place) => (place === 0 ? [mark] : [gap, mark]));
}

/** How much of what stayed stands beside what changed, in characters; of what is little longer than that nothing is left out. */
const BESIDE = 160;
const LITTLE = 80;

/** A text that differs: white space that both sides of a change begin with stands before their signs. */
function textMarks(spans: readonly Span[], locale: Locale): Mark[] {
  return spans.flatMap(({ kind, text }, place): Mark[] => {
    if (kind === "KEPT") return keptMarks(text, place === 0, place === spans.length - 1, locale);
    const [last, next] = [spans[place - 1], spans[place + 1]];
    if (kind === "REMOVED") {
      const lead = next?.kind === "ADDED" ? commonSpace(text, next.text) : spacesOf(text);
      return [...stayed(lead), { kind, text: shown(text.slice(lead.length)) }];
    }
    const isReplacing = last?.kind === "REMOVED";
    const lead = isReplacing ? commonSpace(last.text, text) : spacesOf(text);
    return [...stayed(isReplacing ? " " : lead), { kind, text: shown(text.slice(lead.length)) }];
  });
}

function stayed(text: string): Mark[] {
  return text === "" ? [] : [{ kind: "KEPT", text }];
}

function commonSpace(one: string, other: string): string {
  let length = 0;
  while (
    length < Math.min(one.length, other.length) - 1 &&
    one[length] === other[length] &&
    /\s/.test(one[length] ?? "")
  )
    length += 1;
  return one.slice(0, length);
}

function spacesOf(text: string): string {
  return /^ +(?=\S)/.exec(text)?.[0] ?? "";
}

/** White space that changed can be seen: the end of a line, and spaces where there is nothing else. */
function shown(text: string): string {
  return (/\S/.test(text) ? text : text.replaceAll(" ", "·")).replaceAll("\n", "¶\n");
}

/** Of a long text that stayed, what is next to a change. */
function keptMarks(text: string, isFirst: boolean, isLast: boolean, locale: Locale): Mark[] {
  const before = isFirst ? "" : text.slice(0, BESIDE).replace(/\s\S*$/, "");
  const after = isLast ? "" : text.slice(-BESIDE).replace(/^\S*\s/, "");
  const left = text.length - before.length - after.length;
  if (left <= LITTLE) return stayed(text);
  const aside: Mark = { kind: "ASIDE", text: LEFT_OUT[locale](left) };
  return [...stayed(before && `${before} `), aside, ...stayed(after && ` ${after}`)];
}

interface Changed<Item> {
  readonly added: readonly Item[];
  readonly removed: readonly Item[];
}

/** What went and what came in one table, which says so of each. */
function changed<Item>(
  { removed, added }: Changed<Item>,
  tabled: (items: readonly Item[], locale: Locale) => Table,
  locale: Locale,
): Table {
  const words = wordsIn(DIFFERENCE_WORDS, locale);
  const { columns, nothing } = tabled([], locale);
  const rowsOf = (items: readonly Item[], word: string): string[][] =>
    tabled(items, locale).rows.map(([, ...cells]) => [word, ...cells]);
  return {
    columns: [{ label: words.change, share: 22 }, ...columns.slice(1)],
    rows: [...rowsOf(removed, `− ${words.removed}`), ...rowsOf(added, `+ ${words.added}`)],
    nothing,
  };
}

function objectTable(objects: readonly PaperObject[], locale: Locale): Table {
  const rows = objects.map((object) => ["", ...objectCells(object, locale)]);
  return { columns: [{ label: "", share: 1 }, ...objectColumns(locale)], rows, nothing: NOTHING };
}

function attached({ removed, added }: Changed<Indicator>, locale: Locale) {
  const words = wordsIn(DIFFERENCE_WORDS, locale);
  if (!isAttached([...removed, ...added])) return [];
  const named = (items: readonly Indicator[], word: string) =>
    indicatorLists(items).map(({ label, lines }) => ({ label: `${word} · ${label}`, lines }));
  return [...named(removed, `− ${words.removed}`), ...named(added, `+ ${words.added}`)];
}
