import type { Json } from "../domain/canonical.js";
import { CARD_FIELDS } from "../domain/card-form.js";
import type { Shape } from "../domain/forms/form.js";
import { toIso } from "../domain/instant.js";
import { IMPORT_WORDS } from "../domain/wording/import-words.js";
import { inWords, say, type Locale, type Saying } from "../domain/wording/wording.js";
import { compileFormat, instantInAlmaty, readWhen } from "./dates.js";
import { indicatorIn } from "./indicators.js";
import { nameOf, plainName, type Mapping, type Target, type Use } from "./mapping.js";
import type { Fault } from "./places.js";
import type { Cell } from "./sheet.js";

/** A cell of a column that goes somewhere. */
export interface Said {
  readonly row: number;
  readonly column: string;
  readonly cell: Cell;
}

/** A part of what a cell says, and which cell. */
interface Piece {
  readonly text: string;
  /** The same where numbers are dates. */
  readonly asDate?: string;
  readonly from: Said;
}

/** What fills one member: each use of a column that goes there, with what it says. */
interface Filling {
  readonly target: Target;
  readonly dates: string[];
  readonly pieces: Piece[];
}

type Members = Record<string, Json>;

/** What rows say, as a document before it is judged by its form: JSON, and which cell each member came from. */
export class Draft {
  readonly content: Members = {};
  /** Whether the row cannot be used at all: then nothing else is said of it. */
  isMisfit = false;
  readonly faults: Fault[] = [];
  private readonly from = new Map<string, Said>();
  private readonly fillings = new Map<string, Filling>();

  constructor(
    private readonly mapping: Mapping,
    readonly row: number,
    private readonly locale: Locale,
  ) {}

  /** Takes a cell that is not empty. Of rows that belong together the first one speaks for what is said once. */
  take(use: Use, said: Said): void {
    const { target } = use;
    if (said.cell.fault !== undefined) return this.fault(said, said.cell.fault);
    const name = nameOf(target);
    const filling = this.fillings.get(name) ?? { target, dates: [], pieces: [] };
    this.fillings.set(name, filling);
    for (const format of use.dates) if (!filling.dates.includes(format)) filling.dates.push(format);
    const texts = isOne(target) ? [said.cell.text.trim()] : split(said.cell.text, use.separators);
    const pieces = texts.flatMap((text) => this.meanings(use, text)).map((text) => ({ text, from: said }));
    const earlier = filling.pieces.find(({ from }) => from.column === said.column);
    if (!isOne(target) || !earlier || earlier.from.row === said.row) filling.pieces.push(...pieces);
    else if (pieces.some(({ text }) => text !== earlier.text))
      this.fault(said, say("importBelongs", { row: earlier.from.row, said: shown(earlier.text) }));
  }

  /** Makes the document of what was taken. */
  finish(): void {
    const lists = new Map<string, { readonly path: readonly string[]; readonly members: Filling[] }>();
    for (const filling of this.fillings.values()) {
      const { target } = filling;
      if (filling.pieces.length === 0) continue;
      if (target.is === "member") {
        const name = target.path.join(".");
        const list = lists.get(name) ?? { path: target.path, members: [] };
        list.members.push(filling);
        lists.set(name, list);
      } else this.fill(filling, target);
    }
    for (const { path, members } of lists.values()) this.fillList(path, members);
    for (const [path, value] of this.mapping.constants) if (this.at(path) === undefined) this.put(path, value, null);
  }

  /** The key, as far as it is known yet. */
  get keyText(): string | null {
    return this.fillings.get("submissionKey")?.pieces[0]?.text ?? null;
  }

  /** The cell that a member came from, or the nearest above it. */
  cellOf(path: readonly string[]): Said | null {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const said = this.from.get(path.slice(0, depth).join("/"));
      if (said) return said;
    }
    return null;
  }

  private fill({ pieces, dates }: Filling, target: Exclude<Target, { is: "member" }>): void {
    const { path } = target;
    const [first] = pieces;
    if (!first) return;
    if (target.is === "one") {
      const isDate = target.shape.is === "instant" || target.shape.is === "date";
      const text = pieces.map((piece) => piece.text).join(isDate ? " " : "\n");
      const asDate = pieces.map((piece) => piece.from.cell.asDate ?? piece.text).join(" ");
      const value = this.value(target.shape, { text, asDate, from: first.from }, dates);
      if (value !== null) this.put(path, value, first.from);
      return;
    }
    const items = pieces.flatMap((piece) => {
      const item = target.is === "each" ? this.value(target.shape, piece, dates) : this.indicator(piece);
      return item === null ? [] : [{ item, from: piece.from }];
    });
    this.put(
      path,
      items.map(({ item }) => item),
      first.from,
    );
    for (const [index, { from }] of items.entries()) this.from.set([...path, index].join("/"), from);
  }

  /** Each row has items of its own. In a row each member says one thing for each item, or one for all of them. */
  private fillList(path: readonly string[], members: readonly Filling[]): void {
    const items: Members[] = [];
    const rows = new Set(members.flatMap(({ pieces }) => pieces.map(({ from }) => from.row)));
    for (const row of [...rows].toSorted((one, other) => one - other)) {
      const ofRow = members.map((one) => ({ ...one, pieces: one.pieces.filter(({ from }) => from.row === row) }));
      this.addItems(path, items, ofRow);
    }
    const [from] = members.flatMap(({ pieces }) => pieces.map((piece) => piece.from));
    this.put(path, items, from ?? null);
  }

  private addItems(path: readonly string[], items: Members[], members: readonly Filling[]): void {
    const count = Math.max(...members.map(({ pieces }) => pieces.length));
    const before = items.length;
    const own = Array.from({ length: count }, (): Members => ({}));
    items.push(...own);
    for (const { target, pieces, dates } of members) {
      const [first] = pieces;
      if (target.is !== "member" || !first) continue;
      if (pieces.length !== 1 && pieces.length !== count) {
        const most = members.find((one) => one.pieces.length === count)?.pieces[0]?.from.column ?? "";
        this.fault(first.from, say("importCounts", { count: pieces.length, column: most, most: count }));
        continue;
      }
      for (const [index, item] of own.entries()) {
        const piece = pieces[pieces.length === 1 ? 0 : index] ?? first;
        const value = target.isList
          ? piece.text.split(",").map((text) => this.value(target.shape, { ...piece, text: text.trim() }, dates))
          : this.value(target.shape, piece, dates);
        if (value === null) continue;
        item[target.member] = value;
        this.from.set([...path, before + index, target.member].join("/"), piece.from);
        this.from.set([...path, before + index].join("/"), piece.from);
      }
    }
  }

  /** By the mapping's table of values, else as it stands; behind its prefix. */
  private meanings({ values, prefix, target }: Use, text: string): readonly string[] {
    const meant = values.get(plainName(text));
    if (meant) return target.is === "member" && target.isList ? [meant.join(",")].filter(Boolean) : meant;
    return [prefix + text];
  }

  private value(shape: Shape, { text, from, asDate = text }: Piece, dates: readonly string[]): Json {
    switch (shape.is) {
      case "instant":
      case "date":
        return this.when(shape.is, [text, asDate], from, dates);
      case "count":
        return /^\d{1,10}$/.test(text) ? Number(text) : this.unfit(from, say("importNoNumber", { said: shown(text) }));
      case "choice":
        return this.choice(shape.values, text);
      case "text":
      case "code":
      case "id":
      case "reference":
      case "list":
      case "record":
        return text;
    }
  }

  /** By its name, or by what annex 3 calls it in any language. The form says what is wrong with any other. */
  private choice(values: readonly string[], text: string): Json {
    const said = plainName(text);
    return values.find((value) => plainName(value) === said || LABELS.get(value)?.has(said)) ?? text;
  }

  private when(is: "instant" | "date", texts: readonly string[], from: Said, dates: readonly string[]): Json {
    const [text = ""] = texts;
    const when = texts.map((one) => readWhen(one, dates)).find((one) => one !== null) ?? null;
    const hasNoTime = (): null => this.unfit(from, say("importNoTime", { said: shown(text) }));
    if (when === null) {
      // Without the time that its format has behind the date.
      const days = dates.map((format) => format.replace(/[^dMy]*H.*$/, ""));
      if (is === "instant" && days.some((day) => compileFormat(day)?.test(text))) return hasNoTime();
      const hint = /^\d{5}(?:[.,]\d+)?\b/.test(text) ? "SERIAL" : null;
      const formats = [...dates, is === "date" ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm"].map((one) => `"${one}"`).join(", ");
      return this.unfit(from, say("importNoDate", { said: shown(text), formats, is: hint }));
    }
    if ("noSuchDay" in when) return this.unfit(from, say("importNoDay", { said: shown(text) }));
    if ("at" in when) return is === "instant" ? toIso(when.at) : text.slice(0, 10);
    if (is === "date") return when.date;
    if (when.time === null) return hasNoTime();
    const at = instantInAlmaty(when.date, when.time);
    return at === null ? this.unfit(from, say("importNoClock", { said: shown(text) })) : toIso(at);
  }

  private indicator({ text, from }: Piece): Json {
    const use = this.useOf(from.column);
    const read = indicatorIn(text, use?.type ?? null);
    if (read) return { type: read.type, value: read.value };
    const is = text.includes(",") ? "SEVERAL" : null;
    return this.unfit(from, say("importIndicator", { said: shown(text), is }));
  }

  private useOf(column: string): Use | undefined {
    return this.mapping.columns.get(plainName(column))?.uses.find(({ target }) => target.is === "indicators");
  }

  private at(path: readonly string[]): Json | undefined {
    let held: Json | undefined = this.content;
    for (const name of path) held = (held as Members | undefined)?.[name];
    return held;
  }

  private put(path: readonly string[], value: Json, from: Said | null): void {
    let held = this.content;
    for (const name of path.slice(0, -1)) held = (held[name] ??= {}) as Members;
    held[path.at(-1) ?? ""] = value;
    if (from) this.from.set(path.join("/"), from);
  }

  private unfit(said: Said, says: Saying): null {
    this.fault(said, says);
    return null;
  }

  private fault({ row, column }: Said, says: Saying): void {
    const where = IMPORT_WORDS[this.locale].cell(row, column);
    this.faults.push({ where, message: inWords(says, this.locale), kind: `${says.key} ${column}` });
  }
}

/** What annex 3 calls each of its choices. */
const LABELS = new Map<string, Set<string>>();
for (const [, field] of CARD_FIELDS)
  if (field.kind === "choice" || field.kind === "choices")
    for (const [value, label] of Object.entries(field.labels)) {
      const known = LABELS.get(value) ?? new Set();
      // `Высокий (4)` is `Высокий`, too.
      for (const word of Object.values(label)) known.add(plainName(word)).add(plainName(word.replace(/ \(\d\)$/, "")));
      LABELS.set(value, known);
    }

function isOne({ is }: Target): boolean {
  return is === "one";
}

function split(text: string, separators: readonly string[]): string[] {
  let parts = [text.replaceAll(/\r\n?/g, "\n")];
  for (const separator of separators) parts = parts.flatMap((part) => part.split(separator));
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

function shown(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return short.replaceAll(/\s+/g, " ");
}
