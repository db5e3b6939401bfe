import {
  getOperationAST,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import type { RequestContext } from "../operation/request-context.js";

/** A prepared document with the rest of the request. */
export interface Operation {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** The operation that a request names; null if there is none of that name, or several and no name. */
export function operationOf(
  document: DocumentNode,
  operationName: string | null | undefined,
): OperationDefinitionNode | null {
  return getOperationAST(document, operationName) ?? null;
}

export function isMutation({ document, operationName }: Operation): boolean {
  return operationOf(document, operationName)?.operation === OperationTypeNode.MUTATION;
}

/** Fields of its root, counted as often as they are requested. */
export function rootFields({ document, operationName }: Operation): number {
  const operation = operationOf(document, operationName);
  return operation ? fieldsOf(operation.selectionSet, fragmentsOf(document)) : 0;
}

function fieldsOf({ selections }: SelectionSetNode, fragments: ReturnType<typeof fragmentsOf>): number {
  return selections.reduce((count, one) => {
    if (one.kind === Kind.FIELD) return count + 1;
    const { selectionSet } = (one.kind === Kind.INLINE_FRAGMENT ? one : fragments[one.name.value]) ?? {};
    return count + (selectionSet ? fieldsOf(selectionSet, fragments) : 0);
  }, 0);
}

/** The fragments of a document, by name. */
export function fragmentsOf({ definitions }: DocumentNode): Readonly<Record<string, FragmentDefinitionNode>> {
  return Object.fromEntries(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])),
  );
}

/** An operation as graphql takes it. */
export function argumentsOf(
  schema: GraphQLSchema,
  { document, operationName, variables }: Operation,
  contextValue: RequestContext,
) {
  return {
    schema,
    document,
    operationName: operationName ?? null,
    variableValues: variables ?? {},
    contextValue,
  };
}
