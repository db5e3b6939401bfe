import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";
import { LARGEST_PAGE, USUAL_PAGE } from "../platform/keyset.js";
import { introspectionLengths } from "./introspection-lengths.js";
import { fragmentsOf } from "./operation.js";

/**
 * The cost of an operation is counted in values of its answer: each field is one, times the rows of the lists around it; a list
 * of plain values is one value. A field under `@skip` or `@include` counts, and an abstract type counts as the most expensive of
 * its types. A field may have its own price (`priceOf`).
 */

/** Rows assumed for a list if the operation does not say how many. */
const USUAL_LIST = 5;

/** How many rows are assumed for the lists directly at this place. */
export interface Lengths {
  /** Distinguishes these lengths from others. */
  readonly key: string;
  of(type: GraphQLObjectType, field: string): number;
  /** The lengths inside a field. */
  inside(type: GraphQLObjectType, field: string): Lengths;
}

interface Measuring {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Null: a list counts as one value, and its rows are charged as they come. */
  readonly pageOf: ((field: FieldNode) => number) | null;
  /** Costs already computed, by type and lengths. Another rule reports a cycle of fragments; here it costs nothing. */
  readonly measured: Map<SelectionSetNode, Map<string, number>>;
}

/** Estimates an operation: a page counts the rows requested, any other list USUAL_LIST, introspection its actual lengths. */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const root = schema.getRootType(operation.operation);
  const fragments = fragmentsOf(document);
  const pageOf = (field: FieldNode): number => pageSizeOf(field, operation, variables);
  return root
    ? costOfSelections(operation.selectionSet, root, rows(1), { schema, fragments, pageOf, measured: new Map() })
    : 0;
}

const valuesOfNode = new WeakMap<FieldNode, number>();

/** Values of one row of a list being resolved, or of a root type, without those of lists inside it. */
export function valuesOfRow({ schema, fragments, fieldNodes, returnType }: RowInfo): number {
  let values = 0;
  for (const node of fieldNodes) {
    const known = valuesOfNode.get(node);
    const counted = known ?? valuesWithin(node.selectionSet, getNamedType(returnType), schema, fragments);
    if (known === undefined) valuesOfNode.set(node, counted);
    values += counted;
  }
  return values;
}

type RowInfo = Pick<GraphQLResolveInfo, "schema" | "fragments" | "fieldNodes" | "returnType">;

/** Values of an object with this selection, without the rows of its lists. */
export function valuesWithin(
  selections: SelectionSetNode | undefined,
  type: GraphQLNamedType,
  schema: GraphQLSchema,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
): number {
  return selections
    ? costOfSelections(selections, type, rows(1), { schema, fragments, pageOf: null, measured: new Map() })
    : 1;
}

function costOfSelections(
  selections: SelectionSetNode,
  type: GraphQLNamedType,
  lengths: Lengths,
  measuring: Measuring,
): number {
  if (isAbstractType(type))
    return Math.max(
      ...measuring.schema.getPossibleTypes(type).map((one) => costOfSelections(selections, one, lengths, measuring)),
    );
  if (!isObjectType(type)) return 0;
  const measured = measuring.measured.get(selections) ?? new Map<string, number>();
  measuring.measured.set(selections, measured);
  const key = `${type.name} ${lengths.key}`;
  const known = measured.get(key);
  if (known !== undefined) return known;
  measured.set(key, 0);
  let cost = 0;
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FIELD) cost += costOfField(selection, type, lengths, measuring);
    else {
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : measuring.fragments[selection.name.value];
      if (fragment && applies(fragment.typeCondition?.name.value, type, measuring.schema))
        cost += costOfSelections(fragment.selectionSet, type, lengths, measuring);
    }
  }
  measured.set(key, cost);
  return cost;
}

function costOfField(field: FieldNode, type: GraphQLObjectType, lengths: Lengths, measuring: Measuring): number {
  const name = field.name.value;
  const isMeta = name === SchemaMetaFieldDef.name || name === TypeMetaFieldDef.name;
  const definition = isMeta
    ? name === SchemaMetaFieldDef.name
      ? SchemaMetaFieldDef
      : TypeMetaFieldDef
    : type.getFields()[name];
  if (!field.selectionSet || !definition) return 1;
  const isList = isListType(getNullableType(definition.type));
  const isOfIntrospection = isMeta || type.name.startsWith("__");
  const price = priceOf(definition);
  if (isList && !isOfIntrospection && !measuring.pageOf) return 1 + price;
  const inside = isMeta
    ? introspectionLengths(measuring.schema)
    : isOfIntrospection
      ? lengths.inside(type, name)
      : rows(isConnection(definition) ? (measuring.pageOf?.(field) ?? 1) : USUAL_LIST);
  const cost = costOfSelections(field.selectionSet, getNamedType(definition.type), inside, measuring);
  return 1 + price + Math.ceil((isList ? lengths.of(type, name) : 1) * cost);
}

/** What a field costs on top of its values if a few of them take PostgreSQL long to find; TypeGraphQL calls it `complexity`. */
function priceOf({ extensions }: GraphQLField<unknown, unknown>): number {
  return typeof extensions["complexity"] === "number" ? extensions["complexity"] : 0;
}

function applies(condition: string | undefined, type: GraphQLObjectType, schema: GraphQLSchema): boolean {
  if (condition === undefined || condition === type.name) return true;
  const named = schema.getType(condition);
  return isAbstractType(named) && schema.isSubType(named, type);
}

/** A paginated field. */
export function isConnection({ args }: GraphQLField<unknown, unknown>): boolean {
  return args.some(({ name }) => name === "first");
}

/** A field that returns a list of objects, whose resolver charges its rows. */
export function isListOfObjects({ type }: { readonly type: GraphQLOutputType }): boolean {
  return isListType(getNullableType(type)) && !isLeafType(getNamedType(type));
}

const ROWS = new Map<number, Lengths>();

/** The same number for every list. */
function rows(count: number): Lengths {
  const known = ROWS.get(count);
  if (known) return known;
  const made: Lengths = { key: String(count), of: () => count, inside: () => made };
  ROWS.set(count, made);
  return made;
}

/** 0 to LARGEST_PAGE: larger sizes are refused when the argument is read, and must not lower the estimate before that. */
function pageSizeOf(
  field: FieldNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const sizes = (field.arguments ?? [])
    .filter(({ name }) => name.value === "first" || name.value === "last")
    .map(({ value }) => valueOf(value, operation, variables))
    .filter((size) => size !== null && size !== undefined)
    // What is no number (NaN among it) counts as the largest page until it is refused.
    .map((size) => (typeof size === "number" && size < LARGEST_PAGE ? Math.max(size, 0) : LARGEST_PAGE));
  return sizes.length === 0 ? USUAL_PAGE : Math.max(...sizes);
}

function valueOf(
  value: ValueNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): unknown {
  if (value.kind === Kind.NULL) return null;
  if (value.kind === Kind.INT) return Number(value.value);
  if (value.kind !== Kind.VARIABLE) return value;
  const name = value.name.value;
  if (Object.hasOwn(variables, name) && variables[name] !== undefined) return variables[name];
  const preset = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name)?.defaultValue;
  return preset && valueOf(preset, operation, {});
}
