import type { Json } from "../domain/canonical.js";
import { DOCUMENT_KINDS, DOCUMENTS, type DocumentKind } from "../domain/forms/documents.js";
import type { RecordShape, Shape } from "../domain/forms/form.js";
import { INDICATOR_TYPES, type IndicatorType } from "../domain/indicator.js";
import { nearest } from "../domain/nearest.js";
import { Hindrance } from "../platform/program.js";
import { compileFormat, SERIAL } from "./dates.js";

/** Where the cells of a column go. `path` is that of the member, or of the list in which `member` is one of each item. */
export type Target =
  | { readonly is: "one" | "each"; readonly path: readonly string[]; readonly shape: Shape }
  | { readonly is: "indicators"; readonly path: readonly string[] }
  | {
      readonly is: "member";
      readonly path: readonly string[];
      readonly member: string;
      readonly shape: Shape;
      readonly isList: boolean;
    };

/** One use of a column. */
export interface Use {
  readonly target: Target;
  /** What cells say, in small letters, as what the form says; null: nothing. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly dates: readonly string[];
  readonly separators: readonly string[];
  readonly prefix: string;
  readonly type: IndicatorType | null;
}

/** How the rows of a table become documents: docs/import.md. */
export interface Mapping {
  readonly document: DocumentKind;
  readonly sheet: string | null;
  readonly headerRow: number;
  readonly separator: string | null;
  readonly encoding: string;
  readonly joinRows: boolean;
  /** By the column's name, as `plainName` writes it. */
  readonly columns: ReadonlyMap<string, { readonly name: string; readonly uses: readonly Use[] }>;
  readonly constants: readonly (readonly [path: readonly string[], value: Json])[];
}

const MEMBERS = [
  "document",
  "sheet",
  "headerRow",
  "separator",
  "encoding",
  "joinRows",
  "columns",
  "constants",
  "comment",
] as const;
const OF_A_USE = ["to", "values", "dates", "separators", "type", "prefix"] as const;
const ENCODINGS = ["utf-8", "windows-1251"] as const;
const SEPARATORS = [";", ",", "\t"] as const;
/** Between several values in one cell. */
const USUAL_SEPARATORS = ["\n", ";"];

/** By which names of columns and what cells say are compared: white space and capitals do not count. */
export function plainName(name: string): string {
  return name.normalize("NFC").replaceAll(/\s+/g, " ").trim().toLowerCase();
}

/** Reads a mapping; throws a `Hindrance` that names every fault in it. */
export function readMapping(text: string, file: string): Mapping {
  let given: unknown;
  try {
    given = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new Hindrance(`${file} is no JSON: ${error instanceof Error ? error.message : "unreadable"}`);
  }
  const faults: string[] = [];
  const mapping = new MappingReader(faults).read(given);
  if (faults.length > 0 || !mapping) throw new Hindrance([`${file}:`, ...faults.map((one) => `  ${one}`)].join("\n"));
  return mapping;
}

class MappingReader {
  constructor(private readonly faults: string[]) {}

  read(given: unknown): Mapping | null {
    if (!isObject(given)) return this.fault("A mapping is an object: see docs/import.md.");
    this.known(given, MEMBERS, "a mapping");
    const document = this.one(given["document"], DOCUMENT_KINDS, "`document`", null);
    if (document === null) return null;
    const { sheet = null, headerRow = 1, joinRows = false, columns = {}, constants = {} } = given;
    if (sheet !== null && typeof sheet !== "string") this.fault("`sheet` is the name of a sheet.");
    if (!Number.isSafeInteger(headerRow) || (headerRow as number) < 1)
      this.fault("`headerRow` is the number of the row that names the columns, from 1.");
    if (typeof joinRows !== "boolean") this.fault("`joinRows` is true or false.");
    const encoding = this.one(given["encoding"] ?? "utf-8", ENCODINGS, "`encoding`", "utf-8");
    const separator = this.one(given["separator"] ?? null, SEPARATORS, "`separator`", null, true);
    const read = new Map<string, { name: string; uses: readonly Use[] }>();
    if (!isObject(columns)) this.fault("`columns` is an object: the name of each column, and where its cells go.");
    else
      for (const [name, use] of Object.entries(columns)) {
        const uses = (Array.isArray(use) ? use : [use]).flatMap((one: unknown) => this.use(document, name, one) ?? []);
        if (read.has(plainName(name))) this.fault(`Column "${name}" is named twice.`);
        read.set(plainName(name), { name, uses });
      }
    if (read.size === 0) this.fault("`columns` names no column.");
    const keys = [...read.values()].filter(({ uses }) => uses.some(({ target }) => isKey(target)));
    if (keys.length > 1) this.fault("`submissionKey` comes from one column.");
    if (joinRows === true && keys.length === 0)
      this.fault("With `joinRows` a column goes to `submissionKey`: rows that have the same belong together.");
    return {
      document,
      sheet: sheet as string | null,
      headerRow: headerRow as number,
      separator,
      encoding: encoding ?? "utf-8",
      joinRows: joinRows === true,
      columns: read,
      constants: this.constants(document, constants),
    };
  }

  private use(document: DocumentKind, column: string, given: unknown): Use | null {
    const about = `Column "${column}"`;
    const said: unknown = typeof given === "string" ? { to: given } : given;
    if (!isObject(said) || typeof said["to"] !== "string")
      return this.fault(`${about} says where its cells go: "to" and the path of a member, such as "card.nature".`);
    this.known(said, OF_A_USE, about);
    const target = this.target(document, said["to"], about);
    if (!target) return null;
    const { prefix = "", type = null, separators = USUAL_SEPARATORS, dates = [], values = {} } = said;
    if (typeof prefix !== "string") this.fault(`${about}: "prefix" is a text.`);
    const isType = type === null || INDICATOR_TYPES.includes(type as IndicatorType);
    if (!isType) this.one(type, INDICATOR_TYPES, `${about}, "type"`, null);
    if (type !== null && target.is !== "indicators") this.fault(`${about}: "type" is for a list of indicators.`);
    if (!isTexts(separators) || separators.includes("")) this.fault(`${about}: "separators" is a list of texts.`);
    if (!isTexts(dates)) this.fault(`${about}: "dates" is a list of formats, such as "dd.MM.yyyy HH:mm".`);
    else
      for (const format of dates)
        if (format !== SERIAL && !compileFormat(format))
          this.fault(
            `${about}: "${format}" is no format: yyyy or yy, MM or M, dd or d, and with a time HH or H, mm, ss.`,
          );
    return {
      target,
      prefix: String(prefix),
      type: type as IndicatorType | null,
      separators: separators as readonly string[],
      dates: dates as readonly string[],
      values: this.values(values, target, about),
    };
  }

  /** What cells say and what it means; a name of the form that is misspelt is named with the nearest one. */
  private values(given: unknown, target: Target, about: string): Use["values"] {
    const read = new Map<string, readonly string[]>();
    if (!isObject(given)) {
      this.fault(`${about}: "values" is an object, such as {"высокий": "HIGH"}.`);
      return read;
    }
    const shape = target.is === "indicators" ? null : target.shape;
    for (const [said, meant] of Object.entries(given)) {
      const meanings: unknown[] = meant === null ? [] : [meant].flat();
      if (!isTexts(meanings)) this.fault(`${about}: what "${said}" means is a text, several, or null for nothing.`);
      else if (shape?.is === "choice")
        for (const one of meanings) this.one(one, shape.values, `${about}, "values" of "${said}"`, null);
      read.set(plainName(said), meanings as string[]);
    }
    return read;
  }

  private constants(document: DocumentKind, given: unknown): Mapping["constants"] {
    if (!isObject(given)) {
      this.fault("`constants` is an object: paths of members, and what they hold where no column says it.");
      return [];
    }
    return Object.entries(given).flatMap(([name, value]) => {
      const path = name.split(".");
      const shape = this.walk(document, path, `Constant "${name}"`);
      return shape ? [[path, value as Json] as const] : [];
    });
  }

  private target(document: DocumentKind, to: string, about: string): Target | null {
    const path = to.split(".");
    let shape: Shape = DOCUMENTS[document].shape;
    for (const [depth, name] of path.entries()) {
      if (shape.is === "list" && shape.of.is === "record") {
        const inner: Shape | null = this.member(shape.of, name, `${about}, "${to}"`);
        if (!inner) return null;
        if (depth < path.length - 1) return this.fault(`${about}: "${to}" leads into something that has no members.`);
        const isList = inner.is === "list";
        return { is: "member", path: path.slice(0, -1), member: name, shape: isList ? inner.of : inner, isList };
      }
      if (shape.is !== "record") return this.fault(`${about}: "${to}" leads into something that has no members.`);
      const next: Shape | null = this.member(shape, name, `${about}, "${to}"`);
      if (!next) return null;
      shape = next;
    }
    if (shape.is === "record")
      return this.fault(`${about}: "${to}" has members, name one of them: ${names(Object.keys(shape.members))}.`);
    if (shape.is !== "list") return { is: "one", path, shape };
    if (shape.of.is !== "record") return { is: "each", path, shape: shape.of };
    if (shape.of.content !== undefined) return { is: "indicators", path };
    const members = Object.keys(shape.of.members).map((one) => `${to}.${one}`);
    return this.fault(`${about}: each of "${to}" has members, name one of them: ${names(members)}.`);
  }

  private walk(document: DocumentKind, path: readonly string[], about: string): Shape | null {
    let shape: Shape = DOCUMENTS[document].shape;
    for (const name of path) {
      if (shape.is !== "record") return this.fault(`${about} leads into something that has no members of its own.`);
      const next: Shape | null = this.member(shape, name, about);
      if (!next) return null;
      shape = next;
    }
    return shape;
  }

  private member({ members }: RecordShape, name: string, about: string): Shape | null {
    if (Object.hasOwn(members, name)) return members[name]?.shape ?? null;
    return this.fault(`${about}: there is no "${name}". ${hint(name, Object.keys(members))}`);
  }

  private known(given: object, known: readonly string[], about: string): void {
    for (const name of Object.keys(given))
      if (!known.includes(name)) this.fault(`${about} has no "${name}". ${hint(name, known)}`);
  }

  private one<T extends string>(
    given: unknown,
    known: readonly T[],
    about: string,
    otherwise: T | null,
    isOptional = false,
  ): T | null {
    if (isOptional && given === null) return null;
    const found = known.find((one) => one === given);
    if (found !== undefined) return found;
    this.fault(`${about} is ${JSON.stringify(given) ?? "missing"}. ${hint(String(given), known)}`);
    return otherwise;
  }

  private fault(message: string): null {
    this.faults.push(message);
    return null;
  }
}

export function isKey({ is, path }: Target): boolean {
  return is === "one" && path.length === 1 && path[0] === "submissionKey";
}

/** The path of what a target fills, as a mapping writes it. */
export function nameOf(target: Target): string {
  return (target.is === "member" ? [...target.path, target.member] : target.path).join(".");
}

function hint(given: string, known: readonly string[]): string {
  const near = nearest(given, known);
  return near === null ? `Known: ${names(known)}.` : `Did you mean "${near}"?`;
}

function names(all: readonly string[]): string {
  return all.map((one) => JSON.stringify(one)).join(", ");
}

function isObject(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === "object" && given !== null && !Array.isArray(given);
}

function isTexts(given: unknown): given is readonly string[] {
  return Array.isArray(given) && given.every((one) => typeof one === "string");
}
