import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from "graphql";
import { fromGlobalId } from "../../src/platform/identity.js";
import type { Chance } from "./chance.js";

/** What a document can refer to in the world that it is sent to. */
export interface Known {
  readonly ids: readonly string[];
  readonly numbers: readonly string[];
  readonly listCursors: readonly string[];
  readonly feedCursors: readonly string[];
}

/** The most fields in one selection, and the deepest nesting. */
const WIDTH = 5;
const DEPTH = 7;

const TEXTS = [
  "x",
  "Тіркеу сервері",
  "йо",
  "a\nb",
  'quoted "text"',
  "back\\slash",
  "\u202Ebidi",
  "𝒳🔥",
  "",
  " ",
  "\u0000",
  "\uD800",
];
export const NAMES = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "__typename",
  "query",
  "null",
  "on",
  "true",
];

const INDICATORS: readonly (readonly [string, string])[] = [
  ["IPV4", "192.0.2[.]7"],
  ["IPV6", "2001:DB8::7"],
  ["DOMAIN", "Пример[.]қаз"],
  ["URL", "hxxps://example[.]kz/a"],
  ["CVE", "cve-2026-0001"],
  ["OTHER", "anything"],
  ["MD5", "xyz"],
];

/** A document being built: its text, its variables, its fragments. */
export class Draft {
  readonly variables: Record<string, unknown> = {};
  readonly declared: string[] = [];
  readonly fragments: string[] = [];
  private aliases = 0;
  private nesting = 0;
  private readonly ready = new Map<string, string[]>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly known: Known,
    private readonly seed: number,
    readonly chance: Chance,
  ) {}

  /** The selection set of a root type: the requested fields, or random ones. */
  root(type: "Query" | "Mutation" | "Subscription", fieldCount: number): string {
    const root = this.schema.getType(type);
    if (!isObjectType(root)) throw new Error(`no type ${type}`);
    const fields = Object.values(root.getFields());
    const chosen = Array.from({ length: fieldCount }, () => this.field(this.chance.one(fields), "", 0));
    return `{ ${[...chosen, ...this.chance.some(["__typename"], type === "Subscription" ? 0 : 0.1)].join(" ")} }`;
  }

  alias(): string {
    this.aliases += 1;
    return `a${this.aliases}`;
  }

  /** `prefix` keeps members of one union apart, since their fields of the same name may have different types. */
  field(field: GraphQLField<unknown, unknown>, prefix: string, depth: number): string {
    const named = getNamedType(field.type);
    const passed = this.arguments(field.args);
    const isAliased = passed !== "" || prefix !== "" || (this.aliases < 40 && this.chance.is(0.05));
    const alias = isAliased ? `${this.alias()}${prefix}: ` : "";
    const selection = isLeafType(named) ? "" : ` ${this.selection(named, depth + 1)}`;
    return `${alias}${field.name}${passed}${this.directives()}${selection}`;
  }

  selection(type: GraphQLNamedType, depth: number): string {
    if (isUnionType(type) || isInterfaceType(type)) {
      const common = isInterfaceType(type) ? Object.values(type.getFields()) : [];
      const leaves = common
        .filter((field) => isLeafType(getNamedType(field.type)) && this.chance.is(0.5))
        .map(({ name }) => name);
      const parts = this.chance
        .some(this.schema.getPossibleTypes(type), 0.6)
        .map((member) => `... on ${member.name}${this.directives()} ${this.fields(member, depth, member.name)}`);
      return `{ ${["__typename", ...leaves, ...parts].join(" ")} }`;
    }
    if (this.aliases < 60 && this.chance.is(0.15)) return `{ ...${this.fragment(type, depth)}${this.directives()} }`;
    if (this.chance.is(0.1)) return `{ ... ${this.directives()} ${this.fields(type, depth, "")} }`;
    return this.fields(type, depth, "");
  }

  /** The document: an operation that declares the variables used, and the fragments. */
  operation(kind: string, name: string, selection: string): string {
    const declarations = this.declared.length > 0 ? `(${this.declared.join(", ")})` : "";
    return [`${kind} ${name}${declarations} ${selection}`, ...this.fragments].join("\n");
  }

  /** A value that fits the type, most of the time; as JSON. */
  value(type: GraphQLInputType, name: string): unknown {
    const { chance } = this;
    if (isNonNullType(type)) return this.value(type.ofType, name) ?? this.value(type.ofType, name) ?? "";
    if (isListType(type)) {
      const inner = getNamedType(type);
      if (isEnumType(inner))
        return [...new Set(Array.from({ length: 1 + chance.upTo(1) }, () => this.value(type.ofType, name)))];
      return Array.from({ length: chance.upTo(3) }, () => this.value(type.ofType, name));
    }
    if (isEnumType(type)) return chance.one(type.getValues()).name;
    if (isInputObjectType(type)) return this.inputObject(type.name, Object.values(type.getFields()));
    return this.scalar(type.name, name);
  }

  /** A value as a literal of the document: strings as JSON writes them. */
  literal(type: GraphQLInputType, value: unknown): string {
    if (value === null || value === undefined) return "null";
    if (isNonNullType(type)) return this.literal(type.ofType, value);
    if (isListType(type))
      return Array.isArray(value) ? `[${value.map((item) => this.literal(type.ofType, item)).join(", ")}]` : "null";
    if (isInputObjectType(type)) {
      const fields = type.getFields();
      const members = Object.entries(value).map(([name, member]) => {
        const field = fields[name];
        return `${name}: ${field ? this.literal(field.type, member) : "null"}`;
      });
      return `{${members.join(", ")}}`;
    }
    return isEnumType(type) && typeof value === "string" ? value : JSON.stringify(value);
  }

  private inputObject(type: string, fields: readonly GraphQLInputField[]): Record<string, unknown> {
    const { chance } = this;
    if (type === "IndicatorInput") {
      const [kind, value] = chance.one(INDICATORS);
      return { type: kind, value };
    }
    if (type === "AffectedObjectInput" && chance.is(0.9))
      return chance.is(0.7) ? { description: chance.one(TEXTS) } : { objectId: chance.one(this.known.ids) };
    // What holds others of its kind holds few of them, or drafts would have no end.
    const isAgain = (field: GraphQLInputField): boolean => getNamedType(field.type).name === type;
    const chosen = fields.filter(
      (field) => isNonNullType(field.type) || chance.is(isAgain(field) ? 0.4 / (1 + 4 * this.nesting) : 0.4),
    );
    this.nesting += 1;
    const values = chosen.map((field) => [field.name, this.value(field.type, field.name)]);
    this.nesting -= 1;
    return Object.fromEntries(values);
  }

  private scalar(type: string, name: string): unknown {
    const { chance, known } = this;
    switch (type) {
      case "Int":
        return name === "revision"
          ? chance.one([1, 1, 2, 0])
          : chance.one(chance.is(0.9) ? [1, 2, 3, 5, 20, 0] : [-1, 101, 2_147_483_647]);
      case "Boolean":
        return chance.is(0.5);
      case "DateTime": {
        const [early, late] = ["2026-02-2", "2026-03-01T09:5"];
        const digit = chance.upTo(7);
        return name === "occurredAt" ? `${early}${digit}T10:00:00+05:00` : `${late}${digit}:00.5Z`;
      }
      case "Date":
        return `2026-${name === "before" ? "03" : "02"}-1${chance.upTo(9)}`;
      case "FeedCursor":
        return chance.is(0.8) ? chance.one(known.feedCursors) : "nonsense";
      case "ID":
        return chance.is(0.9) ? chance.one(chance.is(0.8) ? this.idsFor(name) : known.ids) : chance.one(TEXTS);
      default:
        // A cursor belongs to one list: most others refuse it.
        if (name === "after" || name === "before")
          return chance.is(0.4) ? null : chance.one([...known.listCursors, "nonsense"]);
        if (name === "number") return chance.one(known.numbers);
        if (name === "rules") return chance.is(0.9) ? chance.one(["R9.1", "R9.3", "RA.1"]) : "R9.7";
        if (name === "submissionKey") return `generated-${this.seed}-${chance.upTo(1)}`;
        // Mostly a string that a card can hold.
        return chance.is(0.7) ? `${name} 1` : chance.one(TEXTS);
    }
  }

  /** The ids of the type that an argument of this name filters a list by; every id for any other name. */
  private idsFor(name: string): readonly string[] {
    const type = { socs: "Soc", objects: "ProtectedObject", incidents: "Incident" }[name];
    const fitting = this.known.ids.filter((id) => fromGlobalId(id)?.type === type);
    return fitting.length > 0 ? fitting : this.known.ids;
  }

  private fields(type: GraphQLNamedType, depth: number, prefix: string): string {
    if (!isObjectType(type)) return "{ __typename }";
    const all = Object.values(type.getFields());
    const leaves = all.filter((field) => isLeafType(getNamedType(field.type)));
    const branches = depth < DEPTH && this.aliases < 80 ? all.filter((field) => !leaves.includes(field)) : [];
    const wanted = [...this.chance.some(leaves, 2 / WIDTH), ...this.chance.some(branches, 2 / WIDTH)].slice(0, WIDTH);
    const texts = wanted.map((field) => this.field(field, prefix, depth));
    return `{ ${texts.length > 0 ? texts.join(" ") : "__typename"} }`;
  }

  /** The name of a fragment on the type: an existing one, or a new one. None is spread before it is complete. */
  private fragment(type: GraphQLNamedType, depth: number): string {
    const ready = this.ready.get(type.name) ?? [];
    if (ready.length > 0 && this.chance.is(0.5)) return this.chance.one(ready);
    const body = this.fields(type, depth, "");
    const name = `F${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${type.name} ${body}`);
    this.ready.set(type.name, [...ready, name]);
    return name;
  }

  private arguments(args: readonly GraphQLArgument[]): string {
    const likelihood = (name: string): number => (["after", "before"].includes(name) ? 0.08 : 0.3);
    const chosen = args.filter(({ type, name }) => isNonNullType(type) || this.chance.is(likelihood(name)));
    if (chosen.length === 0) return "";
    return `(${chosen.map((argument) => `${argument.name}: ${this.argument(argument)}`).join(", ")})`;
  }

  private argument({ name, type }: GraphQLArgument): string {
    const value = this.chance.is(0.05) && !isNonNullType(type) ? null : this.value(type, name);
    return this.chance.is(0.5) ? this.literal(type, value) : this.variable(String(type), value);
  }

  private variable(type: string, value: unknown): string {
    const name = `v${this.declared.length}`;
    const isAbsent = value === null && this.chance.is(0.5);
    this.declared.push(`$${name}: ${type}`);
    if (!isAbsent) this.variables[name] = value;
    return `$${name}`;
  }

  private directives(): string {
    if (!this.chance.is(0.06)) return "";
    const condition = this.chance.is(0.5)
      ? String(this.chance.is(0.5))
      : this.variable("Boolean!", this.chance.is(0.5));
    return ` @${this.chance.one(["include", "skip"])}(if: ${condition})`;
  }
}
