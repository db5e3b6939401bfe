import { readFile } from "node:fs/promises";
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { toFeedCursor } from "../../src/journal/live-feed.js";
import { fromGlobalId } from "../../src/platform/identity.js";
import type { Person } from "./person.js";

/** The schema as published. */
export const schema = buildSchema(await readFile("schema/gateway.graphql", "utf8"));

/** Settings under which a whole walk fits into one operation. */
export const LARGE = {
  MAX_OPERATION_ALIASES: "100000",
  MAX_OPERATION_DEPTH: "100",
  MAX_OPERATION_TOKENS: "1000000",
  MAX_OPERATION_COST: "1000000000",
  COST_AT_ONCE: "1000000000000",
  COST_PER_MINUTE: "1000000000000",
  // The webhook receiver is on this machine.
  WEBHOOK_ALLOWED_HOSTS: "127.0.0.1",
};

/** How many objects deep a walk goes: enough to return to an incident from each of its parts and from a notification. */
const DEPTH = 4;

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
 * the fields of the id's own type, if the id names one.
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
  const given = field.args.filter((argument) => argument.name in fill || isNonNullType(argument.type));
  const variables = Object.fromEntries(
    given.map(({ name, type }) => [name, name in fill ? fill[name] : valueOf(type)]),
  );
  const declared = given.map(({ name, type }) => `$${name}: ${String(type)}`).join(", ");
  const passed = given.map(({ name }) => `${name}: $${name}`).join(", ");
  const type = getNamedType(field.type);
  const member = isInterfaceType(type) ? memberOfId(schema, type, variables["id"]) : null;
  const selection = wholeSelectionOf(schema, member ?? type);
  const document = `${root.toLowerCase()} Walk${declared ? `(${declared})` : ""} { ${field.name}${passed ? `(${passed})` : ""} ${selection} }`;
  return { name: field.name, document, variables };
}

/** Every field of a type and its members, down to the third occurrence of a type. */
export function selectionOf(schema: GraphQLSchema, type: GraphQLNamedType, path: readonly string[]): string {
  if (isLeafType(type)) return "";
  const members = isUnionType(type) || isInterfaceType(type) ? schema.getPossibleTypes(type) : [type];
  const parts = members.map((member) => {
    if (!isObjectType(member)) return "";
    const here = [...path, member.name];
    const fields = Object.values(member.getFields()).flatMap((field) => {
      const named = getNamedType(field.type);
      if (isLeafType(named)) return [`${member.name}_${field.name}: ${field.name}`];
      const isFar = here.length >= DEPTH || here.filter((name) => name === named.name).length >= 2;
      if (isFar || field.args.some((argument) => isNonNullType(argument.type))) return [];
      const inner = selectionOf(schema, named, here);
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

/** How many facts of each feed a person sees. */
export type Facts = Readonly<Record<string, number>>;

export interface Walked {
  /** Everything that was sent over the wire. */
  readonly wire: string;
  readonly leaves: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Queries everything there is: every query, `node` for every given id, and the whole feed. */
export async function walk(
  person: Person,
  ids: Iterable<string>,
  numbers: Iterable<string>,
  facts: Facts,
  preview: object | null = null,
): Promise<Walked> {
  const leaves = new Map<string, Set<string>>();
  const wire: string[] = [];
  const collect = (answer: unknown): void => {
    wire.push(JSON.stringify(answer));
    seenIn(answer, (leaf, value) => leaves.set(leaf, (leaves.get(leaf) ?? new Set()).add(value)));
  };
  const ask = async (document: string, variables: object): Promise<void> =>
    collect(await person.asks(document, variables));
  const fills = [{}, ...[...ids].map((id) => ({ id })), ...[...numbers].map((number) => ({ number }))];
  for (const fill of fills)
    for (const { name, document, variables } of stepsOf(schema, "Query", fill)) {
      const isOfFill = Object.keys(fill).every((argument) => argument in variables);
      const needsFill = name === "node" || name === "incident";
      if (Object.keys(fill).length === 0 ? !needsFill : isOfFill && needsFill) await ask(document, variables);
    }
  // Every duty of a test's world starts in this period.
  const period = { from: "2026-01-01", before: "2027-01-01" };
  for (const { name, document, variables } of stepsOf(schema, "Query", { period }))
    if (name === "timeliness") await ask(document, variables);
  if (preview)
    for (const { name, document, variables } of stepsOf(schema, "Query", { input: preview }))
      if (name === "notificationPreview") await ask(document, variables);
  for (const { name, document, variables } of stepsOf(schema, "Subscription", { after: toFeedCursor(0) }))
    for (const frame of await framesOf(person, document, variables, facts[name] ?? 0)) collect(frame);
  return { wire: wire.join("\n"), leaves };
}

/** What a person receives from a subscription: `count` frames, and whatever arrived before the answer to a later query. */
async function framesOf(
  person: Person,
  query: string,
  variables: Record<string, unknown>,
  count: number,
): Promise<unknown[]> {
  const client = createClient({
    url: `${person.world.url.replace(/^http/, "ws")}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: person.token ? { authorization: `Bearer ${person.token}` } : {},
  });
  const received: unknown[] = [];
  await new Promise<void>((resolve) => {
    const collect = (answer: unknown): void => {
      received.push(answer);
      if (received.length === count) resolve();
    };
    client.subscribe({ query, variables }, { next: collect, error: () => resolve(), complete: resolve });
    if (count === 0)
      client.subscribe(
        { query: "{ __typename }" },
        { next: () => undefined, error: () => resolve(), complete: resolve },
      );
  });
  await client.dispose();
  return received;
}
