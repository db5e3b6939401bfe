import type { Json } from "../domain/canonical.js";
import { DOCUMENT_KINDS, DOCUMENTS, type DocumentKind } from "../domain/forms/documents.js";
import type { RecordShape, Shape } from "../domain/forms/form.js";
import { INDICATOR_TYPES, type IndicatorType } from "../domain/indicator.js";
import { nearest } from "../domain/nearest.js";
import type { MappingFault } from "../domain/wording/mapping-sentences.js";
import { say, type Saying } from "../domain/wording/wording.js";
import { compileFormat, SERIAL } from "./dates.js";
import { Obstacle, obstacle, whyOf } from "./obstacle.js";

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

/** Reads a mapping; throws an `Obstacle` that names every fault in it. */
export function readMapping(text: string, file: string): Mapping {
  let given: unknown;
  try {
    given = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw obstacle(say("mappingNotJson", { file, why: whyOf(error) }));
  }
  const faults: Saying[] = [];
  const mapping = new MappingReader(faults, file).read(given);
  if (faults.length > 0 || !mapping) throw new Obstacle(faults);
  return mapping;
}

class MappingReader {
  constructor(
    private readonly faults: Saying[],
    private readonly file: string,
  ) {}

  read(given: unknown): Mapping | null {
    if (!isObject(given)) return this.fault(this.file, "OBJECT");
    this.known(given, MEMBERS, this.file);
    const document = this.one(given["document"], DOCUMENT_KINDS, "document", null);
    if (document === null) return null;
    const { sheet = null, headerRow = 1, joinRows = false, columns = {}, constants = {} } = given;
    if (sheet !== null && typeof sheet !== "string") this.fault("sheet", "SHEET");
    if (!Number.isSafeInteger(headerRow) || (headerRow as number) < 1) this.fault("headerRow", "HEADER_ROW");
    if (typeof joinRows !== "boolean") this.fault("joinRows", "JOIN_ROWS");
    const encoding = this.one(given["encoding"] ?? "utf-8", ENCODINGS, "encoding", "utf-8");
    const separator = this.one(given["separator"] ?? null, SEPARATORS, "separator", null, true);
    const read = new Map<string, { name: string; uses: readonly Use[] }>();
    if (!isObject(columns)) this.fault("columns", "COLUMNS");
    else
      for (const [name, use] of Object.entries(columns)) {
        const uses = (Array.isArray(use) ? use : [use]).flatMap((one: unknown) => this.use(document, name, one) ?? []);
        if (read.has(plainName(name))) this.fault(placeOf("columns", name), "TWICE");
        read.set(plainName(name), { name, uses });
      }
    if (read.size === 0) this.fault("columns", "NO_COLUMN");
    const keys = [...read.values()].filter(({ uses }) => uses.some(({ target }) => isKey(target)));
    if (keys.length > 1) this.fault("columns", "KEYS");
    if (joinRows === true && keys.length === 0) this.fault("columns", "JOIN_KEY");
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
    const at = placeOf("columns", column);
    const said: unknown = typeof given === "string" ? { to: given } : given;
    if (!isObject(said) || typeof said["to"] !== "string") return this.fault(at, "TO");
    this.known(said, OF_A_USE, at);
    const target = this.target(document, said["to"], placeOf(at, "to"));
    if (!target) return null;
    const { prefix = "", type = null, separators = USUAL_SEPARATORS, dates = [], values = {} } = said;
    if (typeof prefix !== "string") this.fault(placeOf(at, "prefix"), "PREFIX");
    const isType = type === null || INDICATOR_TYPES.includes(type as IndicatorType);
    if (!isType) this.one(type, INDICATOR_TYPES, placeOf(at, "type"), null);
    if (type !== null && target.is !== "indicators") this.fault(placeOf(at, "type"), "TYPE");
    if (!isTexts(separators) || separators.includes("")) this.fault(placeOf(at, "separators"), "SEPARATORS");
    if (!isTexts(dates)) this.fault(placeOf(at, "dates"), "DATES");
    else
      for (const format of dates)
        if (format !== SERIAL && !compileFormat(format)) this.fault(placeOf(placeOf(at, "dates"), format), "FORMAT");
    return {
      target,
      prefix: String(prefix),
      type: type as IndicatorType | null,
      separators: separators as readonly string[],
      dates: dates as readonly string[],
      values: this.values(values, target, placeOf(at, "values")),
    };
  }

  /** What cells say and what it means; a name of the form that is misspelt is named with the nearest one. */
  private values(given: unknown, target: Target, at: string): Use["values"] {
    const read = new Map<string, readonly string[]>();
    if (!isObject(given)) {
      this.fault(at, "VALUES");
      return read;
    }
    const shape = target.is === "indicators" ? null : target.shape;
    for (const [said, meant] of Object.entries(given)) {
      const meanings: unknown[] = meant === null ? [] : [meant].flat();
      if (!isTexts(meanings)) this.fault(placeOf(at, said), "MEANING");
      else if (shape?.is === "choice") for (const one of meanings) this.one(one, shape.values, placeOf(at, said), null);
      read.set(plainName(said), meanings as string[]);
    }
    return read;
  }

  private constants(document: DocumentKind, given: unknown): Mapping["constants"] {
    if (!isObject(given)) {
      this.fault("constants", "CONSTANTS");
      return [];
    }
    return Object.entries(given).flatMap(([name, value]) => {
      const path = name.split(".");
      const shape = this.walk(document, path, placeOf("constants", name));
      return shape ? [[path, value as Json] as const] : [];
    });
  }

  private target(document: DocumentKind, to: string, at: string): Target | null {
    const path = to.split(".");
    let shape: Shape = DOCUMENTS[document].shape;
    for (const [depth, name] of path.entries()) {
      if (shape.is === "list" && shape.of.is === "record") {
        const inner: Shape | null = this.member(shape.of, name, at);
        if (!inner) return null;
        if (depth < path.length - 1) return this.fault(at, "LEADS");
        const isList = inner.is === "list";
        return { is: "member", path: path.slice(0, -1), member: name, shape: isList ? inner.of : inner, isList };
      }
      if (shape.is !== "record") return this.fault(at, "LEADS");
      const next: Shape | null = this.member(shape, name, at);
      if (!next) return null;
      shape = next;
    }
    if (shape.is === "record")
      return this.said(say("mappingMembers", { at, known: names(Object.keys(shape.members)) }));
    if (shape.is !== "list") return { is: "one", path, shape };
    if (shape.of.is !== "record") return { is: "each", path, shape: shape.of };
    if (shape.of.content !== undefined) return { is: "indicators", path };
    const members = Object.keys(shape.of.members).map((one) => `${to}.${one}`);
    return this.said(say("mappingMembers", { at, known: names(members) }));
  }

  private walk(document: DocumentKind, path: readonly string[], at: string): Shape | null {
    let shape: Shape = DOCUMENTS[document].shape;
    for (const name of path) {
      if (shape.is !== "record") return this.fault(at, "LEADS");
      const next: Shape | null = this.member(shape, name, at);
      if (!next) return null;
      shape = next;
    }
    return shape;
  }

  private member({ members }: RecordShape, name: string, at: string): Shape | null {
    if (Object.hasOwn(members, name)) return members[name]?.shape ?? null;
    return this.unknown(at, name, Object.keys(members));
  }

  private known(given: object, known: readonly string[], at: string): void {
    for (const name of Object.keys(given)) if (!known.includes(name)) this.unknown(at, name, known);
  }

  private one<T extends string>(
    given: unknown,
    known: readonly T[],
    at: string,
    otherwise: T | null,
    isOptional = false,
  ): T | null {
    if (isOptional && given === null) return null;
    const found = known.find((one) => one === given);
    if (found !== undefined) return found;
    this.unknown(at, typeof given === "string" ? given : (JSON.stringify(given) ?? ""), known);
    return otherwise;
  }

  private fault(at: string, is: MappingFault): null {
    return this.said(say("mappingUnfit", { at, is }));
  }

  /** The nearest of the names that are known is offered, or else all of them. */
  private unknown(at: string, given: string, known: readonly string[]): null {
    return this.said(say("mappingUnknown", { at, given, meant: nearest(given, known), known: names(known) }));
  }

  private said(says: Saying): null {
    this.faults.push(says);
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

/** A place in a mapping, by what stands there. */
function placeOf(above: string, name: string): string {
  return /^\w+$/.test(name) ? `${above}.${name}` : `${above}[${JSON.stringify(name)}]`;
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
