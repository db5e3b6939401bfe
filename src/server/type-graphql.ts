/**
 * TypeGraphQL, and where it is bent (decisions 8 and 10):
 *
 * - it wants a PubSub as soon as there is a subscription, though each of ours has its own `subscribe`; it gets one that throws,
 *   since one slow reader of the bundled PubSub would end the process
 * - its `resolveType` returns a promise, for which a compiled operation (`graphql-jit.ts`) cannot wait: it is overwritten
 * - resolvers that take only their source and the context are called directly, found in its own records (`getMetadataStorage`).
 *   It would sort their parameters again on each call, and copy a row into an instance of its class
 *
 * If the records change, no schema is built, and no test of `test/gateway` starts. Everything else shows in
 * `test/contract/schema` and `test/generated/operations`. The fields of `PlainType` (`graph/plain-type.ts`) go by an option that
 * TypeGraphQL documents.
 */
import { isAbstractType, isObjectType, type GraphQLSchema } from "graphql";
import { buildSchema, getMetadataStorage, type ContainerType, type NonEmptyArray } from "type-graphql";

type ResolverClass = new () => object;

/** What a schema is made of. */
interface Parts {
  /** Of which those that take something to make come from the container. */
  readonly resolvers: readonly unknown[];
  readonly container: ContainerType;
  /** The one instance of a resolver that takes nothing to make. */
  readonly statelessOf: (resolver: ResolverClass) => object;
  /** The type of a source where the schema names an interface or a union. */
  readonly typeOf: (source: never) => string;
}

export async function schemaOf({ resolvers, container, statelessOf, typeOf }: Parts): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    // Its type knows no resolvers that take something to make.
    resolvers: resolvers as unknown as NonEmptyArray<ResolverClass>,
    container,
    validate: false,
    // It would have the schema introspect itself at each start; whoever serves it validates it (graphql's `validateSchema`).
    skipCheck: true,
    pubSub: { publish: notPublished, subscribe: notPublished },
  });
  for (const type of Object.values(schema.getTypeMap()))
    if (isAbstractType(type)) type.resolveType = (source) => typeOf(source as never);
  callDirectly(schema, statelessOf);
  return schema;
}

function notPublished(): never {
  throw new Error("facts are read from the journal, not published");
}

type FieldMethod = (source: unknown, context: unknown) => unknown;

function callDirectly(schema: GraphQLSchema, statelessOf: (resolver: ResolverClass) => object): void {
  const { fieldResolvers, objectTypes } = getMetadataStorage();
  let count = 0;
  for (const { kind, target, methodName, schemaName, params = [], middlewares = [], getObjectType } of fieldResolvers) {
    const takes = params.toSorted((one, other) => one.index - other.index).map((param) => param.kind);
    const takesNoMore = takes.every((taken, index) => taken === (["root", "context"] as const)[index]);
    const typeClass = getObjectType?.();
    const type = schema.getType(objectTypes.find((one) => one.target === typeClass)?.name ?? "");
    if (kind !== "external" || middlewares.length > 0 || !takesNoMore || !isObjectType(type)) continue;
    const resolver = statelessOf(target as ResolverClass) as Readonly<Record<string, FieldMethod>>;
    const field = type.getFields()[schemaName];
    if (!field) continue;
    field.resolve = (source, _, context) => resolver[methodName]?.(source, context);
    count += 1;
  }
  if (count === 0) throw new Error("TypeGraphQL's records have changed");
}
