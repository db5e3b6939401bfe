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
  getIntrospectionQuery,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from "graphql";
import { fromGlobalId } from "../../src/platform/identity.js";

/**
 * GraphQL documents generated from the schema, each from one number, so that a failing document can be made again. More than half
 * are valid; the others are broken in one of the ways of `FAULTS`, or large in one of `LARGE`.
 */

/** What a document can refer to in the world that it is sent to. */
export interface Known {
  readonly ids: readonly string[];
  readonly numbers: readonly string[];
  readonly listCursors: readonly string[];
  readonly feedCursors: readonly string[];
}

interface Request {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly operationName?: string;
}

/** A request, and how it was made. */
export interface GeneratedDocument extends Request {
  readonly seed: number;
  /** What is wrong or large about it; `valid` if nothing is meant to be. */
  readonly kind: string;
  /** The strongest operation that it may contain. */
  readonly operation: "query" | "mutation" | "subscription";
}

/** A pseudo-random sequence, repeatable by its seed (mulberry32). */
class Chance {
  constructor(private state: number) {}

  /** At least 0, less than 1. */
  fraction(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  is(likelihood: number): boolean {
    return this.fraction() < likelihood;
  }

  /** From 0 to `most`, inclusive. */
  upTo(most: number): number {
    return Math.floor(this.fraction() * (most + 1));
  }

  one<T>(things: readonly T[]): T {
    const thing = things[this.upTo(things.length - 1)];
    if (thing === undefined) throw new Error("nothing to choose from");
    return thing;
  }

  some<T>(things: readonly T[], likelihood: number): T[] {
    return things.filter(() => this.is(likelihood));
  }
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
const NAMES = [
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
class Draft {
  readonly variables: Record<string, unknown> = {};
  readonly declared: string[] = [];
  readonly fragments: string[] = [];
  private aliases = 0;
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
    const chosen = fields.filter((field) => isNonNullType(field.type) || chance.is(0.4));
    return Object.fromEntries(chosen.map((field) => [field.name, this.value(field.type, field.name)]));
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

function replaced(text: string, start: number, length: number, by: string): string {
  return text.slice(0, start) + by + text.slice(start + length);
}

type Change = (document: Request, chance: Chance) => Partial<Request>;

function repeated(count: number, part: (index: number) => string, separator = " "): string {
  return Array.from({ length: count }, (_, index) => part(index)).join(separator);
}

const NOISE = ["{", "}", "(", ")", "[", "]", "$", "@", "...", "!", ":", "=", "|", "&", '"', '"""', "#", "\u0000", "\uFEFF", "\u202E", "é", "\\", "0", "-", "1e400", "\uD800"]; // prettier-ignore

/** Breaks a document, or returns another that is broken. */
const FAULTS: Readonly<Record<string, Change>> = {
  "cut off": ({ query }, chance) => ({ query: query.slice(0, chance.upTo(query.length)) }),
  "a character missing": ({ query }, chance) => ({ query: replaced(query, chance.upTo(query.length), 1, "") }),
  "noise inside": ({ query }, chance) => ({ query: replaced(query, chance.upTo(query.length), 0, chance.one(NOISE)) }),
  "two places changed for each other": ({ query }, chance) => {
    const words = query.split(" ");
    const [one, other] = [chance.upTo(words.length - 1), chance.upTo(words.length - 1)];
    return {
      query: words
        .with(one, words[other] ?? "")
        .with(other, words[one] ?? "")
        .join(" "),
    };
  },
  "an unknown field": ({ query }, chance) => ({
    query: query.replace(/\{ /, `{ ${chance.one([...NAMES, "nonsense"])} `),
  }),
  "an unknown argument": () => ({ query: '{ incidents(colour: "red", __proto__: 1, toString: {}) { nodes { id } } }' }),
  "an unknown type": ({ query }, chance) => ({ query: `${query} fragment Odd on ${chance.one(NAMES)} { id }` }),
  "an unknown fragment": ({ query }, chance) => ({
    query: query.replace(/\{ /, `{ ...${chance.one(["F99", ...NAMES])} `),
  }),
  "an unused fragment": ({ query }) => ({ query: `${query} fragment Unused on Incident { id }` }),
  "a fragment twice": () => ({ query: "{ me { ...F } } fragment F on Actor { id } fragment F on Actor { name }" }),
  "a fragment in a circle": (_, chance) => {
    const length = 1 + chance.upTo(5);
    const inner = (index: number): string => `fragment C${index} on Incident { id ...C${(index + 1) % length} }`;
    const deep = (index: number): string =>
      `fragment C${index} on Incident { obligations { incident { ...C${(index + 1) % length} } } }`;
    return { query: `{ incidents { nodes { ...C0 } } } ${repeated(length, chance.is(0.5) ? inner : deep)}` };
  },
  "a fragment on an input": () => ({ query: "{ me { ...F } } fragment F on IncidentCardInput { nature }" }),
  "a name twice": ({ query }) => ({ query: `query Twice { me { id } } query Twice { me { id } } ${query}` }),
  "no name to choose by": ({ query }) => ({ query: `{ me { id } } ${query}` }),
  "several and none chosen": ({ query }) => ({ query: `query Other { me { id } } ${query}` }),
  "one of several": ({ query }, chance) => {
    const operationName = chance.one(["Other", "Generated", "Nobody", "", ...NAMES]);
    return { query: `query Other { me { id } } ${query}`, operationName };
  },
  "another operation's name": (_, chance) => ({ operationName: chance.one([...NAMES, "Nobody", "x".repeat(500)]) }),
  "a variable that is not declared": ({ query }) => ({
    query: query.replace(/\{ /, "{ odd: incident(number: $nowhere) { id } "),
  }),
  "a variable that is not used": (_, chance) => ({ query: `query Q($${chance.one(NAMES)}: Int) { me { id } }` }),
  "a variable of a strange name": (_, chance) => {
    const name = chance.one(NAMES);
    const text = chance.is(0.5) ? { [name]: chance.one([1, "x", null]) } : {};
    const fallback = chance.one(["", " = 3", " = null"]);
    return {
      query: `query Q($${name}: Int${fallback}) { incidents(first: $${name}) { nodes { id } } }`,
      variables: text,
    };
  },
  "a variable of another type": (_, chance) => {
    const type = chance.one([
      "String",
      "[Int]",
      "Incident",
      "Nothing",
      "Boolean!",
      "IncidentFilter",
      "[[[[Int!]!]!]!]!",
    ]);
    return { query: `query Q($v: ${type}) { incidents(first: $v) { nodes { id } } }`, variables: { v: 1 } };
  },
  "variables that nobody asked for": ({ variables }, chance) => ({
    variables: { ...variables, [chance.one(NAMES.slice(1))]: { a: [1] }, another: "x" },
  }),
  "variables of another kind": ({ variables }, chance) => ({
    variables: Object.fromEntries(
      Object.keys(variables).map((name) => [
        name,
        chance.one<unknown>([1, 1.5, "x", "", true, null, [], {}, [[]], 1e300, { constructor: 1 }, "9".repeat(400)]),
      ]),
    ),
  }),
  "variables missing": () => ({ variables: {} }),
  "a required argument missing": () => ({ query: "{ incident { id } node { id } }" }),
  "numbers out of bounds": (_, chance) => {
    const number = chance.one([
      "99999999999",
      "-1",
      "2147483648",
      "1.5",
      "1e9",
      "9".repeat(400),
      "1e400",
      "-0",
      '"3"',
      "null",
      "007",
    ]);
    return { query: `{ incidents(first: ${number}, last: ${number}) { nodes { id } } }` };
  },
  "a leaf with fields": () => ({ query: "{ me { name { length } } }" }),
  "an object without fields": (_, chance) => ({
    query: chance.one(["{ me }", "{ me { } }", "{ incidents { nodes } }"]),
  }),
  "an unknown directive": ({ query }) => ({ query: query.replace(/\{ /, "{ __typename @nonsense(if: true) ") }),
  "a directive twice": () => ({ query: "{ me @include(if: true) @include(if: true) @skip(if: false) { id } }" }),
  "a directive without its argument": () => ({
    query: "{ me @include { id } another: me @skip(unless: true) { id } }",
  }),
  "a definition in place of a question": (_, chance) => ({
    query: chance.one(["type Query { me: Int }", "schema { query: Query }", "extend type Query { x: Int }", "# nothing", "directive @x on FIELD", "   ", ","]), // prettier-ignore
  }),
  "texts of every spelling": (_, chance) => ({
    query: `{ incident(number: ${chance.one(['"\\u0000"', '"\\uD83D\\uDE00"', '"\\uD83D"', '"\\u{1F600}"', '"\\u{110000}"', '"\\x"', '"""block \\""" text"""', '"""\n  a\n b"""', '"a\nb"', "'x'", '"\\u202E"', '""', '"""""""'])}) { id } }`, // prettier-ignore
  }),
  "strange aliases": (_, chance) => ({ query: `{ ${chance.some(NAMES, 0.5).map((name) => `${name}: me { ${name}: id }`).join(" ")} __typename }` }), // prettier-ignore
  "one name for two things": () => ({
    query: "{ me { id: name } me { id } socs { nodes { x: code } nodes { x: id } } }",
  }),
  "two feeds at once": () => ({ query: "subscription { a: incidentFeed { at } b: incidentFeed { at } }" }),
};

/** A query that nests `levels` deep from an incident. */
function downward(levels: number, inner: string): string {
  return `{ incidents(first: 3) { nodes { ${"obligations { incident { ".repeat(levels)}${inner}${" } }".repeat(levels)} } } }`;
}

/** Large in one dimension, on both sides of the limit. */
const LARGE: Readonly<Record<string, Change>> = {
  "deep fields": (_, chance) => ({ query: downward(chance.upTo(3) * chance.upTo(6), "id") }),
  "deep fields of nothing": (_, chance) => {
    const depth = chance.one([30, 300, 3_000, 9_000]);
    return { query: `${"{ a ".repeat(depth)}${"}".repeat(depth)}` };
  },
  "deep values": (_, chance) => {
    const depth = chance.one([30, 300, 3_000, 9_000]);
    const [open, close] = chance.one([["[", "]"], ["{a:", "}"]]); // prettier-ignore
    return { query: `{ incident(number: ${(open ?? "").repeat(depth)}1${(close ?? "").repeat(depth)}) { id } }` };
  },
  "deep variables": (_, chance) => {
    const depth = chance.one([30, 300, 2_000]);
    const query = "query Q($f: IncidentFilter) { incidents(filter: $f) { nodes { id } } }";
    const types = JSON.parse(`${"[".repeat(depth)}${"]".repeat(depth)}`) as unknown;
    return { query, variables: { f: chance.one([{ types }, { socs: types }, { received: types }]) } };
  },
  "deep types": (_, chance) => {
    const depth = chance.one([30, 300, 3_000, 9_000]);
    return {
      query: `query Q($v: ${"[".repeat(depth)}Int${"]".repeat(depth)}) { incidents(first: $v) { nodes { id } } }`,
    };
  },
  "deep inline fragments": (_, chance) => {
    const depth = chance.one([30, 300, 3_000, 6_000]);
    return { query: `${"{ ... ".repeat(depth)}{ me { name } }${" }".repeat(depth)}` };
  },
  "a chain of fragments": (_, chance) => {
    const length = chance.one([30, 300, 3_000]);
    const next = (index: number): string => `fragment F${index} on Query { ...F${index + 1} }`;
    return { query: `{ ...F0 } ${repeated(length, next)} fragment F${length} on Query { me { id } }` };
  },
  "fragments that double": (_, chance) => {
    const length = 5 + chance.upTo(25);
    const double = (index: number): string => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`;
    return { query: `{ ...F0 } ${repeated(length, double)} fragment F${length} on Query { me { id } }` };
  },
  "many aliases": (_, chance) => ({
    query: `{ ${repeated(90 + chance.upTo(20), (index) => `a${index}: me { id }`)} }`,
  }),
  "many aliases in a fragment": (_, chance) => ({
    query: `{ me { ...F } } fragment F on Actor { ${repeated(90 + chance.upTo(20), (index) => `a${index}: id`)} }`,
  }),
  "many aliased lists": (_, chance) => ({
    query: `{ ${repeated(chance.one([10, 100]), (index) => `a${index}: incidents(first: 2) { nodes { obligations { incident { number } } } }`)} }`,
  }),
  "many tokens": (_, chance) => ({
    query: `{ me { id } } # \n ${repeated(chance.one([4_980, 5_010]), () => "query Q { a }")}`,
  }),
  "one field many times": (_, chance) => ({ query: `{ me { ${"name ".repeat(chance.one([10, 100, 1_000]))} } }` }),
  "one object many times": (_, chance) => ({ query: `{ ${"me { id } ".repeat(chance.one([10, 100, 400]))} }` }),
  "a wide question": (_, chance) => ({
    query: downward(1 + chance.upTo(2), "number cardRevisions { indicators { value } } obligations { rule standing }"),
  }),
  "the whole schema": () => ({ query: getIntrospectionQuery() }),
  "the schema in depth": (_, chance) => {
    const levels = chance.upTo(4);
    return { query: `{ __schema { types { ${"fields { type { ".repeat(levels)}name${" } }".repeat(levels)} } } }` };
  },
  "one type": (_, chance) => ({
    query: `{ __type(name: "${chance.one(["Incident", "Nothing", ...NAMES])}") { name kind fields { name } ${chance.one(["ofType { ofType { name } }", "interfaces { name }", ""])} } }`, // prettier-ignore
  }),
  "many directives": (_, chance) => ({
    query: `{ me { id ${"@skip(if: false) ".repeat(chance.one([2, 50, 500]))} } }`,
  }),
  "many variables": (_, chance) => {
    const count = chance.one([10, 300, 1_000]);
    return { query: `query Q(${repeated(count, (index) => `$v${index}: Int`)}) { me { id } }`, variables: {} };
  },
  "many operations": (_, chance) => ({ query: repeated(chance.one([10, 300]), (index) => `query Q${index} { me { id } }`), operationName: "Q3" }), // prettier-ignore
  "a long name": (_, chance) => ({ query: `{ ${"n".repeat(chance.one([100, 50_000]))} }` }),
  "a long text": (_, chance) => ({ query: `{ incident(number: "${"9".repeat(chance.one([100, 200_000]))}") { id } }` }),
};

/** The document of a seed, for a world that is partly known. */
export function documentOf(schema: GraphQLSchema, known: Known, seed: number): GeneratedDocument {
  const chance = new Chance(seed);
  const draft = new Draft(schema, known, seed, chance);
  const fate = chance.fraction();
  const operation = fate < 0.12 ? "mutation" : fate < 0.14 ? "subscription" : "query";
  const root = { query: "Query", mutation: "Mutation", subscription: "Subscription" } as const;
  // A mutation gets one field: when it is sent again, no other may have changed the world in between.
  const selection = draft.root(root[operation], operation === "query" ? 1 + chance.upTo(2) : 1);
  const whole = { query: draft.operation(operation, "Generated", selection), variables: draft.variables };
  const kinds = chance.is(0.3) ? FAULTS : chance.is(0.15) ? LARGE : {};
  const kind = Object.keys(kinds).length > 0 ? chance.one(Object.keys(kinds)) : "valid";
  const made = { ...whole, ...kinds[kind]?.(whole, chance) };
  return { seed, kind, operation: operationIn(made.query), ...made };
}

/** What a document may do, whatever was done to it. */
function operationIn(query: string): GeneratedDocument["operation"] {
  return query.includes("mutation") ? "mutation" : query.includes("subscription") ? "subscription" : "query";
}
