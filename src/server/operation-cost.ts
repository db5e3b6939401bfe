import {
  getNamedType,
  getNullableType,
  isListType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";

/** Rows that a list is taken to have where the operation does not say how many. */
const USUAL_LIST = 5;
/** Rows on a page where the operation names no number (platform/keyset.ts). */
const USUAL_PAGE = 20;

interface Measuring {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What one spread of each fragment costs; a cycle is another rule's fault and costs nothing. */
  readonly measured: Map<string, number>;
}

/**
 * An estimate of the values that an operation's answer holds: each field counts one, times the rows of the lists that it
 * stands in. A page counts as many rows as are asked for, another list USUAL_LIST. Introspection has limits of its own.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const root = schema.getRootType(operation.operation);
  const fragments = new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  );
  if (!root) return 0;
  return costOfSelections(operation.selectionSet, root, 1, { schema, fragments, variables, measured: new Map() });
}

/** `rows` is how many rows a list that stands directly here is taken to have. */
function costOfSelections(
  selections: SelectionSetNode,
  type: GraphQLNamedType,
  rows: number,
  measuring: Measuring,
): number {
  let cost = 0;
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FIELD) cost += costOfField(selection, type, rows, measuring);
    else if (selection.kind === Kind.INLINE_FRAGMENT)
      cost += costOfSelections(
        selection.selectionSet,
        narrowed(selection.typeCondition?.name.value, type, measuring),
        rows,
        measuring,
      );
    else cost += costOfSpread(selection.name.value, rows, measuring);
  }
  return cost;
}

function costOfField(field: FieldNode, type: GraphQLNamedType, rows: number, measuring: Measuring): number {
  const name = field.name.value;
  const definition = "getFields" in type ? type.getFields()[name] : undefined;
  if (!field.selectionSet || !definition || name.startsWith("__")) return 1;
  const isList = isListType(getNullableType(definition.type));
  const isConnection = "args" in definition && definition.args.some((argument) => argument.name === "first");
  const inside = isConnection ? pageOf(field, measuring) : USUAL_LIST;
  const cost = costOfSelections(field.selectionSet, getNamedType(definition.type), inside, measuring);
  return 1 + (isList ? rows : 1) * cost;
}

function costOfSpread(name: string, rows: number, measuring: Measuring): number {
  const key = `${name} ${rows}`;
  const known = measuring.measured.get(key);
  if (known !== undefined) return known;
  measuring.measured.set(key, 0);
  const fragment = measuring.fragments.get(name);
  const type = fragment && measuring.schema.getType(fragment.typeCondition.name.value);
  const cost = fragment && type ? costOfSelections(fragment.selectionSet, type, rows, measuring) : 0;
  measuring.measured.set(key, cost);
  return cost;
}

function narrowed(name: string | undefined, type: GraphQLNamedType, { schema }: Measuring): GraphQLNamedType {
  return (name === undefined ? undefined : schema.getType(name)) ?? type;
}

function pageOf(field: FieldNode, { variables }: Measuring): number {
  const size = (field.arguments ?? [])
    .filter(({ name }) => name.value === "first" || name.value === "last")
    .map(({ value }) => numberOf(value, variables))
    .find((known) => known !== null);
  return size ?? USUAL_PAGE;
}

function numberOf(value: ValueNode, variables: Readonly<Record<string, unknown>>): number | null {
  if (value.kind === Kind.INT) return Number(value.value);
  if (value.kind !== Kind.VARIABLE) return null;
  const given = variables[value.name.value];
  return typeof given === "number" ? given : null;
}
