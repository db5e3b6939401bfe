import { registerEnumType } from "type-graphql";

/** Makes a closed list of the domain an enum of the schema. Each value has its description. */
export function registerValues<Value extends string>(
  name: string,
  description: string,
  descriptions: Readonly<Record<Value, string>>,
): Record<Value, Value> {
  const values = Object.fromEntries(Object.keys(descriptions).map((value) => [value, value])) as Record<Value, Value>;
  const valuesConfig = Object.fromEntries(
    Object.entries<string>(descriptions).map(([value, text]) => [value, { description: text }]),
  ) as Record<Value, { description: string }>;
  registerEnumType(values, { name, description, valuesConfig });
  return values;
}
