import { ObjectType, type ObjectTypeOptions } from "type-graphql";

type Options = Omit<ObjectTypeOptions, "simpleResolvers">;

/**
 * An object type whose fields are read off their source, except those that have a resolver. Without TypeGraphQL's wrapper
 * around each of them an operation runs several times as fast. Sources that compute their fields need `ObjectType` itself.
 */
export function PlainType(options: Options): ClassDecorator;
export function PlainType(name: string, options: Options): ClassDecorator;
export function PlainType(nameOrOptions: string | Options, options?: Options): ClassDecorator {
  if (typeof nameOrOptions === "string") return ObjectType(nameOrOptions, { ...options, simpleResolvers: true });
  return ObjectType({ ...nameOrOptions, simpleResolvers: true });
}
