import { getIntrospectionQuery } from "graphql";
import type { Chance } from "./chance.js";
import { NAMES } from "./operation-draft.js";

export interface Request {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly operationName?: string;
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
export const FAULTS: Readonly<Record<string, Change>> = {
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
export const LARGE: Readonly<Record<string, Change>> = {
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
