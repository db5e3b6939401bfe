import {
  getNamedType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { fromGlobalId } from "../../src/platform/identity.js";

/** How many objects deep a walk goes. */
const DEPTH = 4;
/** How many of these have ids: a walk asks for each id, so from every object it sees those beside it, with their parts. */
const NODES = 2;

/** Values for arguments, by the argument's name. */
export type Arguments = Readonly<Record<string, unknown>>;

/** A document that requests everything reachable from a root field, with its variables. */
export interface Step {
  readonly name: string;
  readonly document: string;
  readonly variables: Record<string, unknown>;
}

/**
 * One step for each field of the root type, generated from the schema, so a field added later is walked as well. `node` requests
 * the fields of the id's own type, or the leaves of every type if the id names none, for which there is nothing to be found.
 */
export function stepsOf(schema: GraphQLSchema, root: "Query" | "Subscription", fill: Arguments): Step[] {
  const type = schema.getType(root);
  if (!isObjectType(type)) throw new Error(`the schema has no ${root}`);
  return Object.values(type.getFields()).map((field) => stepOf(schema, root, field, fill));
}

/** Selections of whole types by name: a walk requests each of them many times. */
const selections = new WeakMap<GraphQLSchema, Map<string, string>>();

function wholeSelectionOf(schema: GraphQLSchema, type: GraphQLNamedType): string {
  const made = selections.get(schema) ?? new Map<string, string>();
  selections.set(schema, made);
  const selection = made.get(type.name) ?? selectionOf(schema, type, []);
  made.set(type.name, selection);
  return selection;
}

/** The member of an interface that an id belongs to; null if it names none. */
function memberOfId(schema: GraphQLSchema, type: GraphQLInterfaceType, id: unknown): GraphQLObjectType | null {
  const member = schema.getType(fromGlobalId(String(id))?.type ?? "");
  return isObjectType(member) && schema.isSubType(type, member) ? member : null;
}

function stepOf(
  schema: GraphQLSchema,
  root: "Query" | "Subscription",
  field: GraphQLField<unknown, unknown>,
  fill: Arguments,
): Step {
  const given = field.args.filter((argument) => argument.name in fill || isRequiredArgument(argument));
  const variables = Object.fromEntries(
    given.map(({ name, type }) => [name, name in fill ? fill[name] : valueOf(type)]),
  );
  const declared = given.map(({ name, type }) => `$${name}: ${String(type)}`).join(", ");
  const passed = given.map(({ name }) => `${name}: $${name}`).join(", ");
  const type = getNamedType(field.type);
  const member = isInterfaceType(type) ? memberOfId(schema, type, variables["id"]) : null;
  const selection =
    isInterfaceType(type) && !member ? selectionOf(schema, type, [], 1) : wholeSelectionOf(schema, member ?? type);
  const document = `${root.toLowerCase()} Walk${declared ? `(${declared})` : ""} { ${field.name}${passed ? `(${passed})` : ""} ${selection} }`;
  return { name: field.name, document, variables };
}

/** Every field of a type and its members, so many objects deep, down to the third occurrence of a type. */
export function selectionOf(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  path: readonly string[],
  depth: number = DEPTH,
): string {
  if (isLeafType(type)) return "";
  const node = schema.getType("Node");
  // Who did something hangs on most objects, and counts like those that have ids.
  const isNode = (name: string): boolean =>
    name === "Actor" || (isInterfaceType(node) && schema.getPossibleTypes(node).some((member) => member.name === name));
  const members = isUnionType(type) || isInterfaceType(type) ? schema.getPossibleTypes(type) : [type];
  const parts = members.map((member) => {
    if (!isObjectType(member)) return "";
    const here = [...path, member.name];
    const fields = Object.values(member.getFields()).flatMap((field) => {
      const named = getNamedType(field.type);
      if (isLeafType(named)) return [`${member.name}_${field.name}: ${field.name}`];
      const nodes = here.filter(isNode).length + (isNode(named.name) ? 1 : 0);
      const isFar = here.length >= depth || here.filter((name) => name === named.name).length >= 2;
      if (isFar || nodes > NODES || field.args.some((argument) => isNonNullType(argument.type))) return [];
      const inner = selectionOf(schema, named, here, depth);
      return inner ? [`${member.name}_${field.name}: ${field.name} ${inner}`] : [];
    });
    return fields.length > 0 ? `... on ${member.name} { ${fields.join(" ")} }` : "";
  });
  const all = parts.filter(Boolean).join(" ");
  return all ? `{ __typename ${all} }` : "";
}

/** Every leaf that a walk can reach, as `Type.field`. */
export function leavesOf(schema: GraphQLSchema, documents: readonly string[]): Set<string> {
  const leaves = new Set<string>();
  for (const document of documents)
    for (const [, type = "", field = ""] of document.matchAll(/\b([A-Z]\w*?)_(\w+): \2(?= (?!\{))/g))
      if (schema.getType(type)) leaves.add(`${type}.${field}`);
  return leaves;
}

/** Walks an answer and reports every leaf with a value. */
export function seenIn(answer: unknown, report: (leaf: string, value: string) => void): void {
  if (Array.isArray(answer)) {
    for (const item of answer) seenIn(item, report);
    return;
  }
  if (answer === null || typeof answer !== "object") return;
  for (const [alias, value] of Object.entries(answer)) {
    const [, type, field] = /^([A-Z]\w*?)_(\w+)$/.exec(alias) ?? [];
    if (type && field && value !== null)
      for (const leaf of [value].flat()) if (typeof leaf !== "object") report(`${type}.${field}`, String(leaf));
    seenIn(value, report);
  }
}

/** A value that fits an input type, for arguments without one. */
function valueOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  return type.name === "Int" ? 1 : "x";
}
