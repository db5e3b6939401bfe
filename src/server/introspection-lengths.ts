import {
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import type { Lengths } from "./operation-cost.js";

/** Lengths of the lists that describe a type, a field or a directive. */
type Counts = Readonly<Record<string, number>>;

const made = new WeakMap<GraphQLSchema, Lengths>();

/**
 * How long introspection's lists are in this schema. Under `types`, all types are requested, so a list counts with its average
 * length; a single type may be the one with the longest list.
 */
export function introspectionLengths(schema: GraphQLSchema): Lengths {
  const known = made.get(schema);
  if (known) return known;
  const types = Object.values(schema.getTypeMap());
  const lengths = {
    types: types.map(countsOf),
    fields: types.flatMap((type) => fieldsOf(type).map(({ args }) => ({ args: args.length }))),
    directives: schema.getDirectives().map(({ args }) => ({ args: args.length })),
  };
  const { types: ofTypes, fields: ofFields, directives } = lengths;
  const schemas: Counts = { types: types.length, directives: directives.length };
  const longest = lengthsOf("longest", {
    __Schema: schemas,
    __Type: joined(ofTypes, longestOf),
    __Field: joined(ofFields, longestOf),
    __Directive: joined(directives, longestOf),
  });
  const average = lengthsOf(
    "average",
    { __Schema: schemas, __Type: joined(ofTypes, averageOf), __Field: joined(ofFields, averageOf) },
    longest,
  );
  const root: Lengths = { ...longest, key: "schema", inside: (_, field) => (field === "types" ? average : longest) };
  made.set(schema, root);
  return root;
}

/** Lists of one kind of description; a type that one of them leads to may be any (`elsewhere`). */
function lengthsOf(key: string, counts: Readonly<Record<string, Counts>>, elsewhere?: Lengths): Lengths {
  const lengths: Lengths = {
    key,
    of: (type, field) => counts[type.name]?.[field] ?? 1,
    inside: (type, field) =>
      elsewhere === undefined || (type.name === "__Type" && (field === "fields" || field === "inputFields"))
        ? lengths
        : elsewhere,
  };
  return lengths;
}

function countsOf(type: GraphQLNamedType, _: number, all: readonly GraphQLNamedType[]): Counts {
  return {
    fields: fieldsOf(type).length,
    interfaces: isObjectType(type) || isInterfaceType(type) ? type.getInterfaces().length : 0,
    possibleTypes: isAbstractType(type) ? all.filter((one) => isMember(one, type)).length : 0,
    enumValues: isEnumType(type) ? type.getValues().length : 0,
    inputFields: isInputObjectType(type) ? Object.keys(type.getFields()).length : 0,
  };
}

function isMember(one: GraphQLNamedType, type: GraphQLNamedType): boolean {
  if (!isObjectType(one)) return false;
  return isInterfaceType(type)
    ? one.getInterfaces().includes(type)
    : "getTypes" in type && type.getTypes().includes(one);
}

function fieldsOf(type: GraphQLNamedType): ReturnType<GraphQLObjectType["getFields"]>[string][] {
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
}

/** Combines many counts into one value per name. */
function joined(all: readonly Counts[], join: (numbers: readonly number[]) => number): Counts {
  const names = Object.keys(all[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, join(all.map((one) => one[name] ?? 0))]));
}

function longestOf(numbers: readonly number[]): number {
  return Math.max(...numbers);
}

function averageOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
