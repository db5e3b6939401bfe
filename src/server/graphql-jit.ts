/**
 * graphql-jit, and where it is made to answer as graphql does (decision 10). It compiles an operation into a function, and differs
 * in seven places, each mended here: a variable whose type contains itself is compiled without end, variables are looked up on an
 * object with a prototype, one that may not be null is missed although it has a default, an alias `__proto__` and a field that is
 * asked for twice, once on a condition, come out of order, errors have a class of their own, and an answer without data lacks the
 * field. An eighth, that it does not wait for a promised type, is mended where the types are (`type-graphql.ts`).
 *
 * Shown by `test/generated/operations`, which has each document answered by both: the first time interpreted, then compiled.
 */
import {
  execute,
  getNamedType,
  GraphQLError,
  isInputObjectType,
  Kind,
  valueFromASTUntyped,
  visit,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type SelectionSetNode,
} from "graphql";
import { compileQuery, isCompiledQuery, type CompiledQuery } from "graphql-jit";
import type { RequestContext } from "../operation/request-context.js";
import { argumentsOf, operationOf, type Operation } from "./operation.js";

/** Compiled operations of one document. */
const COMPILED = 8;

/** Executes an operation, given its root value. */
type Executor = (root: unknown, context: RequestContext) => ExecutionResult | Promise<ExecutionResult>;

/** Operations that are compiled when they come again: documents come either repeatedly or never again. */
export class CompiledOperations {
  /** By document, then by operation name. When a document is dropped, what was compiled from it goes too. */
  private readonly compiled = new WeakMap<DocumentNode, Map<string, CompiledQuery | null>>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** Interprets an operation the first time, and runs it compiled from then on. */
  executorOf(operation: Operation): Executor {
    const compiled = this.compiledOf(operation);
    if (!compiled)
      return (rootValue, context) => execute({ ...argumentsOf(this.schema, operation, context), rootValue });
    return async (root, context) => asGraphqlTells(await compiled.query(root, context, declaredOf(operation)));
  }

  private compiledOf({ document, operationName }: Operation): CompiledQuery | null {
    const name = operationName ?? "";
    const known = this.compiled.get(document) ?? new Map<string, CompiledQuery | null>();
    this.compiled.set(document, known);
    const compiled = known.get(name);
    if (compiled) return compiled;
    // Compiling does not pay for a single use. What cannot be compiled is tried again each time, and interpreted.
    const isFirst = compiled === undefined || known.size > COMPILED;
    const made =
      isFirst ||
      hasAliasOfPrototype(document) ||
      hasEndlessVariable(this.schema, document) ||
      hasConditionalTwin(document)
        ? null
        : compileQuery(this.schema, document, operationName ?? undefined);
    const kept = made && isCompiledQuery(made) ? made : null;
    known.set(name, kept);
    return kept;
  }
}

/** The variables that the operation declares, with their defaults, without a prototype, in which a compiled operation would find a `$constructor`. */
function declaredOf({ document, operationName, variables }: Operation): Record<string, unknown> {
  const declared = Object.create(null) as Record<string, unknown>;
  for (const { variable, defaultValue } of operationOf(document, operationName)?.variableDefinitions ?? []) {
    const name = variable.name.value;
    if (variables && Object.hasOwn(variables, name)) declared[name] = variables[name];
    else if (defaultValue) declared[name] = valueFromASTUntyped(defaultValue);
  }
  return declared;
}

/** Compiled operations throw their own error class, which has neither extensions nor locations. */
function asGraphqlTells({ data, errors }: ExecutionResult): ExecutionResult {
  if (!errors) return { data: data ?? null };
  const told = errors.map(({ message, originalError, path, locations }) => {
    const error = new GraphQLError(message, { originalError: originalError ?? null, path: path ?? null });
    return Object.defineProperty(error, "locations", { value: locations, enumerable: true });
  });
  return { data: data ?? null, errors: told };
}

/** Whether the document has an alias __proto__, which a compiled operation returns out of order. */
function hasAliasOfPrototype(document: DocumentNode): boolean {
  let isFound = false;
  visit(document, { Field: ({ alias }) => void (isFound ||= alias?.value === "__proto__") });
  return isFound;
}

/**
 * Whether the document asks in one place twice for the same name, and once of them by `@skip` or `@include`: compiled, it stands where
 * it was asked for first, whether it was included there or not.
 */
function hasConditionalTwin(document: DocumentNode): boolean {
  let isConditional = false;
  visit(document, {
    Directive: ({ name }) => void (isConditional ||= name.value === "skip" || name.value === "include"),
  });
  if (!isConditional) return false;
  const fragments = new Map(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
  let left = MOST_LOOKED_AT;
  const fieldsOf = ({ selections }: SelectionSetNode, isWithin: boolean): readonly Asked[] =>
    selections.flatMap((node) => {
      left -= 1;
      if (left < 0) return [];
      const isAsked = isWithin || (node.directives ?? []).length > 0;
      if (node.kind === Kind.FIELD)
        return [{ name: (node.alias ?? node.name).value, set: node.selectionSet, isConditional: isAsked }];
      const set = node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : fragments.get(node.name.value)?.selectionSet;
      return set ? fieldsOf(set, isAsked) : [];
    });
  const isTwin = (sets: readonly SelectionSetNode[]): boolean =>
    [
      ...Map.groupBy(
        sets.flatMap((set) => fieldsOf(set, false)),
        ({ name }) => name,
      ).values(),
    ].some(
      (same) =>
        (same.length > 1 && same.some((one) => one.isConditional)) || isTwin(same.flatMap(({ set }) => set ?? [])),
    );
  return (
    document.definitions.some((one) => one.kind === Kind.OPERATION_DEFINITION && isTwin([one.selectionSet])) || left < 0
  );
}

/** Selections that are looked at, with those of fragments wherever they are spread: what has more is interpreted. */
const MOST_LOOKED_AT = 10_000;

/** A name that is asked for in one place. */
interface Asked {
  readonly name: string;
  readonly set: SelectionSetNode | undefined;
  readonly isConditional: boolean;
}

/**
 * Whether the document declares a variable of a type of input that contains itself, such as a filter of filters: the code that reads it
 * is written out for each level, without end.
 */
function hasEndlessVariable(schema: GraphQLSchema, document: DocumentNode): boolean {
  let isFound = false;
  visit(document, { NamedType: ({ name }) => void (isFound ||= containsItself(schema.getType(name.value), [])) });
  return isFound;
}

function containsItself(type: unknown, within: readonly unknown[]): boolean {
  if (!isInputObjectType(type)) return false;
  if (within.includes(type)) return true;
  return Object.values(type.getFields()).some((field) => containsItself(getNamedType(field.type), [...within, type]));
}
