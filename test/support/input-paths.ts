import { readFileSync } from "node:fs";
import {
  buildSchema,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  OperationTypeNode,
  parse,
  type GraphQLInputType,
} from "graphql";

/** What a caller reads of an answer, as far as it names a place in what was sent. */
export interface Answered {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string; readonly path?: readonly string[] };
  }[];
}

const mutation = buildSchema(readFileSync("schema/gateway.graphql", "utf8")).getMutationType();

/**
 * The places that the warnings, violations and refusals of mutations name, and that nobody can find in the `input` that was sent: a
 * field that the input's type has not, or an item of a list that was not sent.
 */
export function unknownPlaces(source: string, variables: unknown, answer: Answered): string[] {
  const named = [...namedIn(answer.data), ...refusals(answer)];
  if (named.length === 0 || !isOfMutations(source)) return [];
  return named
    .filter(({ answer: key, path: [first, ...rest] }) => {
      return first !== "input" || !isPlace(rest, ...inputOf(source, variables, key));
    })
    .map(inWords);
}

/** Queries have no `input`: what they refuse names an argument. */
function isOfMutations(source: string): boolean {
  return parse(source).definitions.some(
    (one) => one.kind === Kind.OPERATION_DEFINITION && one.operation === OperationTypeNode.MUTATION,
  );
}

interface Named {
  /** The answer of which mutation: its name or alias. */
  readonly answer: string;
  readonly rule: string;
  readonly path: readonly string[];
}

function inWords({ answer, rule, path }: Named): string {
  return `${answer}: ${rule} names ${path.join(".")}`;
}

function namedIn(data: unknown): Named[] {
  return Object.entries(data ?? {}).flatMap(([answer, value]) => {
    const { warnings = [], violations = [] } = (value ?? {}) as Partial<
      Record<"warnings" | "violations", { readonly rule?: string; readonly path?: readonly string[] }[]>
    >;
    return [...warnings, ...violations].flatMap(({ rule, path }) =>
      path === undefined || path.length === 0 ? [] : [{ answer, rule: rule ?? "?", path }],
    );
  });
}

/** What the documents' form refuses may name anything that was sent; every other refusal names a field. */
function refusals({ errors = [] }: Answered): Named[] {
  return errors.flatMap(({ path: [answer] = [], extensions: { code, path } }) =>
    code === "BAD_USER_INPUT" || path === undefined || answer === undefined
      ? []
      : [{ answer: String(answer), rule: code, path }],
  );
}

/** The type and the value of the argument `input` of a mutation; nothing for a query. */
function inputOf(source: string, variables: unknown, key: string): [type?: GraphQLInputType, value?: unknown] {
  for (const definition of parse(source).definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION || definition.operation !== OperationTypeNode.MUTATION) continue;
    for (const field of definition.selectionSet.selections) {
      if (field.kind !== Kind.FIELD || (field.alias ?? field.name).value !== key) continue;
      const type = mutation?.getFields()[field.name.value]?.args.find(({ name }) => name === "input")?.type;
      const value = field.arguments?.find(({ name }) => name.value === "input")?.value;
      if (!type || value?.kind !== Kind.VARIABLE) return [];
      return [type, (variables as Record<string, unknown>)[value.name.value]];
    }
  }
  return [];
}

function isPlace(path: readonly string[], type?: GraphQLInputType, value?: unknown): boolean {
  const [step, ...rest] = path;
  if (type === undefined || step === undefined) return true;
  const bare = isNonNullType(type) ? type.ofType : type;
  if (isListType(bare)) {
    // One value in place of a list is a list of one.
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return /^\d+$/.test(step) && Number(step) < items.length && isPlace(rest, bare.ofType, items[Number(step)]);
  }
  if (!isInputObjectType(bare)) return false;
  const field = bare.getFields()[step];
  return (
    field !== undefined && isPlace(rest, field.type, (value as Record<string, unknown> | null | undefined)?.[step])
  );
}
