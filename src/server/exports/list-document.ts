import {
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  Kind,
  OperationTypeNode,
  print,
  visit,
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type VariableDefinitionNode,
} from "graphql";
import type { Column } from "../../domain/exports.js";
import { say, type Saying } from "../../domain/wording/wording.js";
import { fragmentsOf } from "../operation.js";

/** A document that asks for one list, made into one that asks for a page of it. */
export interface ListDocument {
  readonly text: string;
  /** Where the list is in the answer, and under which name its rows are. */
  readonly path: readonly string[];
  readonly rows: string;
  readonly columns: readonly Column[];
  /** Names of the variables that say how many rows, and after which. */
  readonly first: string;
  readonly after: string;
}

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** Arguments that say which page. */
const WINDOW: readonly string[] = ["first", "after", "last", "before"];

class Fault extends Error {
  constructor(readonly says: Saying) {
    super(says.key);
  }
}

/** The list of a valid document; or why it is none (F31). */
export function listIn(document: DocumentNode, schema: GraphQLSchema): ListDocument | { readonly fault: Saying } {
  try {
    return listOf(document, schema);
  } catch (error) {
    if (error instanceof Fault) return { fault: error.says };
    throw error;
  }
}

function listOf(document: DocumentNode, schema: GraphQLSchema): ListDocument {
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  const query = schema.getQueryType();
  if (operations.length !== 1 || operation?.operation !== OperationTypeNode.QUERY || !query)
    throw new Fault(say("exportOneOperation", {}));
  const fragments = fragmentsOf(document);
  const { steps, connection } = wayTo(operation.selectionSet, query, fragments);
  const rows = rowsOf(connection, fragments);
  const taken = new Set((operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value));
  const first = unused("exportFirst", taken);
  const after = unused("exportAfter", taken);
  const page: FieldNode = {
    ...connection,
    arguments: [...(connection.arguments ?? []), argument("first", first), argument("after", after)],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [rows, PAGE_INFO] },
  };
  const whole = steps.reduceRight<FieldNode>(
    (inner, step) => ({ ...step, selectionSet: { kind: Kind.SELECTION_SET, selections: [inner] } }),
    page,
  );
  return {
    text: written(operation, whole, fragments, [defined(first, "Int", true), defined(after, "String", false)]),
    path: [...steps, connection].map(nameOf),
    rows: nameOf(rows),
    columns: columnsOf(rows, fragments),
    first,
    after,
  };
}

/** The fields that lead to the list, each alone at its place, and its own. */
function wayTo(
  selectionSet: SelectionSetNode,
  query: GraphQLObjectType,
  fragments: Fragments,
): { readonly steps: readonly FieldNode[]; readonly connection: FieldNode } {
  const steps: FieldNode[] = [];
  let [type, selections] = [query, selectionSet];
  for (;;) {
    const fields = plainFields(selections, fragments);
    const [field] = fields;
    if (!field || fields.length > 1)
      throw new Fault(say("exportOneList", { fields: fields.map(nameOf).slice(0, 20).join(", ") }));
    const definition = type.getFields()[field.name.value];
    const inner = definition && getNamedType(definition.type);
    if (!definition || !inner || !isObjectType(inner) || isListType(getNullableType(definition.type)))
      throw new Fault(say("exportNoList", { field: field.name.value }));
    if (isConnection(definition, inner)) {
      const window = field.arguments?.find(({ name }) => WINDOW.includes(name.value));
      if (window) throw new Fault(say("exportWhole", { argument: window.name.value }));
      return { steps, connection: field };
    }
    steps.push(field);
    selections = field.selectionSet as SelectionSetNode;
    type = inner;
  }
}

function isConnection({ args }: GraphQLField<unknown, unknown>, type: GraphQLObjectType): boolean {
  const fields = type.getFields();
  const takes = (name: string): boolean => args.some((one) => one.name === name);
  return "pageInfo" in fields && ("nodes" in fields || "edges" in fields) && takes("first") && takes("after");
}

/** The field of a list that has its rows. */
function rowsOf(connection: FieldNode, fragments: Fragments): FieldNode {
  const fields = connection.selectionSet ? plainFields(connection.selectionSet, fragments) : [];
  const rows = fields.filter(({ name }) => name.value === "nodes" || name.value === "edges");
  if (!rows[0] || rows.length > 1) throw new Fault(say("exportRows", {}));
  return rows[0];
}

/** The fields of a selection, those of one name in one; those of its fragments too. */
function plainFields(selectionSet: SelectionSetNode, fragments: Fragments): readonly FieldNode[] {
  const fields = new Map<string, FieldNode>();
  const add = ({ selections }: SelectionSetNode): void => {
    for (const one of selections) {
      if ((one.directives ?? []).length > 0) throw new Fault(say("exportPlain", {}));
      if (one.kind === Kind.FIELD) {
        const known = fields.get(nameOf(one));
        const both = [...(known?.selectionSet?.selections ?? []), ...(one.selectionSet?.selections ?? [])];
        const merged =
          both.length === 0 ? {} : { selectionSet: { kind: Kind.SELECTION_SET, selections: both } as const };
        fields.set(nameOf(one), { ...one, ...merged });
      } else {
        const inner = one.kind === Kind.INLINE_FRAGMENT ? one : fragments[one.name.value];
        if (inner) add(inner.selectionSet);
      }
    }
  };
  add(selectionSet);
  return [...fields.values()];
}

/** Every value below a row, by the names that lead to it, in the order in which they are first selected. */
function columnsOf(rows: FieldNode, fragments: Fragments): readonly Column[] {
  const columns = new Map<string, Column>();
  const add = ({ selections }: SelectionSetNode, before: Column): void => {
    for (const one of selections) {
      if (one.kind === Kind.FIELD) {
        const column = [...before, nameOf(one)];
        if (one.selectionSet) add(one.selectionSet, column);
        else columns.set(column.join("."), column);
      } else {
        const inner = one.kind === Kind.INLINE_FRAGMENT ? one : fragments[one.name.value];
        if (inner) add(inner.selectionSet, before);
      }
    }
  };
  if (rows.selectionSet) add(rows.selectionSet, []);
  return [...columns.values()];
}

/** With only what it still uses of fragments and variables. */
function written(
  operation: OperationDefinitionNode,
  root: FieldNode,
  fragments: Fragments,
  added: readonly VariableDefinitionNode[],
): string {
  const variables = new Set<string>();
  const used = new Map<string, FragmentDefinitionNode>();
  const look = (node: FieldNode | FragmentDefinitionNode): void => {
    visit(node, {
      Variable: ({ name }) => void variables.add(name.value),
      FragmentSpread({ name }) {
        const fragment = fragments[name.value];
        if (!fragment || used.has(name.value)) return;
        used.set(name.value, fragment);
        look(fragment);
      },
    });
  };
  look(root);
  const kept = (operation.variableDefinitions ?? []).filter(({ variable }) => variables.has(variable.name.value));
  const asked: OperationDefinitionNode = {
    ...operation,
    variableDefinitions: [...kept, ...added],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [root] },
  };
  return [asked, ...used.values()].map(print).join("\n");
}

function nameOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

function unused(name: string, taken: ReadonlySet<string>): string {
  return taken.has(name) ? unused(`${name}_`, taken) : name;
}

function named(value: string) {
  return { kind: Kind.NAME, value } as const;
}

function argument(of: string, variable: string): ArgumentNode {
  return { kind: Kind.ARGUMENT, name: named(of), value: { kind: Kind.VARIABLE, name: named(variable) } };
}

function defined(variable: string, type: string, isRequired: boolean): VariableDefinitionNode {
  const ofType = { kind: Kind.NAMED_TYPE, name: named(type) } as const;
  return {
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: named(variable) },
    type: isRequired ? { kind: Kind.NON_NULL_TYPE, type: ofType } : ofType,
  };
}

const PAGE_INFO: FieldNode = {
  kind: Kind.FIELD,
  name: named("pageInfo"),
  selectionSet: {
    kind: Kind.SELECTION_SET,
    selections: ["hasNextPage", "endCursor"].map((one) => ({ kind: Kind.FIELD, name: named(one) })),
  },
};
