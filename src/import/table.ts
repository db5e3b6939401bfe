import { createHash } from "node:crypto";
import { canonicalJson } from "../domain/canonical.js";
import { DOCUMENTS } from "../domain/forms/documents.js";
import type { Members } from "../domain/forms/form.js";
import { readForm } from "../domain/forms/read-form.js";
import { nearest } from "../domain/nearest.js";
import { canonicalKey } from "../domain/submission-key.js";
import { IMPORT_WORDS } from "../domain/wording/import-words.js";
import { inWords, say, type Locale, type Saying } from "../domain/wording/wording.js";
import { Draft, type Said } from "./draft.js";
import { kindOf } from "./files.js";
import { Obstacle, obstacle } from "./obstacle.js";
import { isKey, nameOf, plainName, type Mapping, type Use } from "./mapping.js";
import type { Entry, Fault, Source } from "./places.js";
import type { Merged, Sheet, SheetRow } from "./sheet.js";

/** A column of the sheet that goes somewhere. */
interface Column {
  readonly index: number;
  readonly name: string;
  readonly uses: readonly Use[];
}

interface Header {
  readonly columns: readonly Column[];
  readonly width: number;
  readonly about: readonly string[];
}

/** The rows of a table as documents. */
export class Table implements Source {
  private said: readonly string[] = [];

  constructor(
    private readonly sheet: Sheet,
    private readonly mapping: Mapping,
    private readonly locale: Locale,
    private readonly isCsv: boolean,
  ) {}

  about(): readonly string[] {
    return this.said;
  }

  async *entries(): AsyncGenerator<Entry> {
    const { headerRow } = this.mapping;
    const merged = new MergedRows(this.sheet.merged, this.locale);
    let header: Header | null = null;
    let open: Draft | null = null;
    const keys = new Map<string, number>();
    for await (const row of this.sheet.rows()) {
      if (row.row < headerRow) continue;
      if (!header) {
        header = this.headerOf(row);
        this.said = header.about;
        continue;
      }
      const { columns, width } = header;
      if (row.cells.every(({ text, fault }) => text.trim() === "" && fault === undefined)) continue;
      const said = columns.flatMap((column) => cellIn(row, column));
      const misfit = this.misfit(row, width, said) ?? merged.faultIn(row, columns, this.mapping.joinRows);
      const isMore = this.mapping.joinRows && open !== null && misfit === null && belongs(open, said);
      if (!isMore) {
        if (open) yield this.entry(open, columns, keys);
        open = new Draft(this.mapping, row.row, this.locale);
      }
      if (open && misfit) {
        open.isMisfit = true;
        open.faults.push(misfit);
      }
      for (const { column, cell } of misfit ? [] : said)
        for (const use of column.uses) open?.take(use, { row: row.row, column: column.name, cell });
    }
    if (!header) throw obstacle(say("importNoHeader", { row: headerRow }));
    if (open) yield this.entry(open, header.columns, keys);
  }

  private entry(draft: Draft, columns: readonly Column[], keys: Map<string, number>): Entry {
    const { document: kind } = this.mapping;
    const row = String(draft.row);
    draft.finish();
    const faults = [...draft.faults];
    const where = (path: readonly string[]): string => placeOf(path, draft, columns, this.locale);
    // What is missing because its cell cannot be read is no second fault.
    const { submissionKey: said, ...content } = draft.content;
    const failed = new Set(faults.map((fault) => fault.where));
    const form = readForm(kind, content, true);
    if (!form.ok && !draft.isMisfit)
      for (const { path, says } of form.faults) {
        const place = where(path);
        if (!failed.has(place)) faults.push(this.fault(place, says, kindOf(says.key, path)));
      }
    const hasColumn = columns.some(({ uses }) => uses.some(({ target }) => isKey(target)));
    if (hasColumn && said === undefined && !draft.isMisfit && !failed.has(where(["submissionKey"])))
      faults.push(this.fault(where(["submissionKey"]), say("importKeyMissing", {})));
    const key = hasColumn ? ((said as string | undefined) ?? null) : form.ok ? keyOf(form.content) : null;
    if (key !== null) {
      const earlier = keys.get(canonicalKey(key));
      if (earlier === undefined) keys.set(canonicalKey(key), draft.row);
      else faults.push(this.fault(where(["submissionKey"]), this.repeated(earlier, hasColumn)));
    }
    const isWhole = form.ok && key !== null && faults.length === 0;
    const document = isWhole ? { kind, content: { submissionKey: key, ...form.content } } : null;
    return { row, key, document, faults, where };
  }

  private fault(where: string, says: Saying, kind: string = says.key): Fault {
    return { where, message: inWords(says, this.locale), kind };
  }

  private repeated(earlier: number, hasColumn: boolean): Saying {
    const is = !hasColumn ? "SAME" : this.mapping.joinRows ? "JOINED" : "KEY";
    return say("importKeyTwice", { is, row: IMPORT_WORDS[this.locale].row(earlier) });
  }

  /** Why a row says nothing that can be used. */
  private misfit({ row, cells }: SheetRow, width: number, said: readonly object[]): Fault | null {
    const where = IMPORT_WORDS[this.locale].row(row);
    const excess = cells.slice(width).find(({ text }) => text.trim() !== "");
    if (this.isCsv && (cells.length < width || excess))
      return this.fault(where, say("importRowWidth", { cells: cells.length, names: width }));
    return said.length === 0 ? this.fault(where, say("importRowEmpty", {})) : null;
  }

  private headerOf({ row, cells }: SheetRow): Header {
    const { mapping } = this;
    if (row !== mapping.headerRow) throw obstacle(say("importHeaderEmpty", { row: mapping.headerRow }));
    const merged = this.sheet.merged.find(({ rows: [first, last] }) => first <= row && row <= last);
    if (merged) throw obstacle(say("importHeaderMerged", { row, cells: merged.name }));
    const names = cells.map(({ text }) => plainName(text));
    const faults: Saying[] = [];
    const columns = [...mapping.columns].flatMap(([plain, { name, uses }]): Column[] => {
      const index = names.indexOf(plain);
      if (index < 0) {
        const near = nearest(
          plain,
          names.filter((one) => one !== "" && !mapping.columns.has(one)),
        );
        const known = cells.map(({ text }) => text.trim()).filter((text) => text !== "");
        const meant = near && (cells[names.indexOf(near)]?.text.trim() ?? null);
        faults.push(
          say("importColumnMissing", {
            row,
            column: name,
            meant,
            known: known.map((one) => `"${one}"`).join(", "),
          }),
        );
        return [];
      }
      if (names.indexOf(plain, index + 1) >= 0) faults.push(say("importColumnTwice", { column: name }));
      return [{ index, name: cells[index]?.text.replaceAll(/\s+/g, " ").trim() ?? name, uses }];
    });
    if (faults.length > 0) throw new Obstacle(faults);
    const inOrder = columns.toSorted((one, other) => one.index - other.index);
    const width = names.findLastIndex((name) => name !== "") + 1;
    return { columns: inOrder, width, about: this.aboutOf(cells, inOrder) };
  }

  private aboutOf(cells: SheetRow["cells"], columns: readonly Column[]): readonly string[] {
    const { mapping } = this;
    const unmapped = cells
      .map(({ text }, index) => ({ index, text: text.replaceAll(/\s+/g, " ").trim() }))
      .filter(({ index, text }) => text !== "" && !columns.some((column) => column.index === index));
    const filled = new Set([
      ...columns.flatMap(({ uses }) => uses.map(({ target }) => nameOf(target))),
      ...mapping.constants.map(([path]) => path.join(".")),
    ]);
    const empty = leavesOf(DOCUMENTS[mapping.document].shape.members, []).filter(
      (leaf) => ![...filled].some((one) => one === leaf || one.startsWith(`${leaf}.`)),
    );
    const key = columns.find(({ uses }) => uses.some(({ target }) => isKey(target)));
    const said: Saying[] = [
      ...columns.map(({ name, uses }) =>
        say("importGoes", { column: name, to: uses.map(({ target }) => nameOf(target)).join(", ") }),
      ),
      ...mapping.constants.map(([path, value]) =>
        say("importConstant", { path: path.join("."), value: JSON.stringify(value) }),
      ),
      say("importNowhere", { columns: unmapped.map(({ text }) => `"${text}"`).join(", ") || null }),
      say("importUnfilled", { members: empty.filter((one) => one !== "submissionKey").join(", ") || null }),
      key ? say("importKeyColumn", { column: key.name }) : say("importKeyMade", {}),
    ];
    return said.map((one) => inWords(one, this.locale));
  }
}

/** Merged cells by their rows. */
class MergedRows {
  private readonly all: readonly Merged[];
  private next = 0;
  private open: Merged[] = [];

  constructor(
    merged: readonly Merged[],
    private readonly locale: Locale,
  ) {
    this.all = merged.toSorted((one, other) => one.rows[0] - other.rows[0]);
  }

  /** Rows come in their order. Where rows belong together, a cell over several of them says the same for each. */
  faultIn({ row }: SheetRow, columns: readonly Column[], joinRows: boolean): Fault | null {
    for (let one = this.all[this.next]; one && one.rows[0] <= row; one = this.all[this.next]) {
      this.open.push(one);
      this.next += 1;
    }
    this.open = this.open.filter(({ rows }) => rows[1] >= row);
    for (const {
      name,
      columns: [first, last],
    } of this.open) {
      const column = columns.find(({ index }) => first <= index + 1 && index + 1 <= last);
      if (column && !(joinRows && first === last))
        return {
          where: IMPORT_WORDS[this.locale].cell(row, column.name),
          message: inWords(say("importMerged", { cells: name }), this.locale),
          kind: `importMerged ${column.name}`,
        };
    }
    return null;
  }
}

function cellIn({ cells }: SheetRow, column: Column): { column: Column; cell: Said["cell"] }[] {
  const cell = cells[column.index];
  return cell && (cell.text.trim() !== "" || cell.fault !== undefined) ? [{ column, cell }] : [];
}

/** Whether a row says more of the document that is open: it has the same key, or none. */
function belongs(open: Draft, said: readonly { column: Column; cell: Said["cell"] }[]): boolean {
  const own = said.find(({ column }) => column.uses.some(({ target }) => isKey(target)));
  if (!own) return true;
  const use = own.column.uses.find(({ target }) => isKey(target));
  return open.keyText !== null && open.keyText === `${use?.prefix ?? ""}${own.cell.text.trim()}`;
}

/** Where a member came from; of one that is not there, where it would have. */
function placeOf(path: readonly string[], draft: Draft, columns: readonly Column[], locale: Locale): string {
  const words = IMPORT_WORDS[locale];
  if (path.length === 0) return words.row(draft.row);
  const said = draft.cellOf(path);
  if (said) return words.cell(said.row, said.column);
  const name = path.filter((part) => !/^\d+$/.test(part)).join(".");
  const fits = (target: string): boolean =>
    target === name || target.startsWith(`${name}.`) || name.startsWith(`${target}.`);
  const column = columns.find(({ uses }) => uses.some(({ target }) => fits(nameOf(target))));
  return column ? words.cell(draft.row, column.name) : words.unfilled(draft.row, name);
}

/** Stable as long as the row says the same; 128 bits of its canonical content. */
function keyOf(content: Parameters<typeof canonicalJson>[0]): string {
  return `import-${createHash("sha256").update(canonicalJson(content)).digest("hex").slice(0, 32)}`;
}

/** Paths of what can be filled: members that are no records, and lists. */
function leavesOf(members: Members, path: readonly string[]): string[] {
  return Object.entries(members).flatMap(([name, { shape }]) =>
    shape.is === "record" ? leavesOf(shape.members, [...path, name]) : [[...path, name].join(".")],
  );
}
