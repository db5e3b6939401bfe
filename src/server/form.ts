import {
  GraphQLError,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  Kind,
  typeFromAST,
  type ASTVisitor,
  type GraphQLInputType,
  type ObjectValueNode,
  type ValidationContext,
  type ValueNode,
} from "graphql";
import { Refusal } from "../domain/refusal.js";
import { say, type Saying } from "../domain/wording/wording.js";

/**
 * Faults of form, found before anything runs: a missing field, an unknown enum value, a value of the wrong type. Variables and
 * literals in the document are checked by the same code.
 */

/** Faults reported for one list; the rest show up once these are fixed. */
const FAULTS = 100;

interface FormFault {
  readonly path: readonly string[];
  readonly says: Saying;
}

/** A variable inside a literal: checked where its value is known. */
const VARIABLE = Symbol("variable");

/** An enum value written into a document, where a quoted string would be wrong. */
class EnumLiteral {
  constructor(readonly name: string) {}
}

/** A number with a fraction or an exponent, which no input of the schema accepts: `1.0` is not an integer. */
class FloatLiteral {
  constructor(readonly digits: string) {}
}

/** GraphQL's Int has 32 bits. */
const WHOLE = { least: -2_147_483_648, most: 2_147_483_647 };

/** The longest list accepted: for a submission's lists far above any rule's limit, for names and ids far less. */
function longestOf(item: GraphQLInputType): number {
  return isInputObjectType(getNamedType(item)) ? 100_000 : 1_000;
}

/** What in `value` (JSON, or a literal converted by `plain`) does not fit `type`: every fault with its path. */
export function judgeForm(
  type: GraphQLInputType,
  value: unknown,
  path: readonly string[],
  isLiteral = false,
): FormFault[] {
  if (value === VARIABLE) return [];
  if (isNonNullType(type)) {
    if (value === null || value === undefined) return [{ path, says: say("formMissing", {}) }];
    return judgeForm(type.ofType, value, path, isLiteral);
  }
  if (value === null || value === undefined) return [];
  if (isListType(type)) {
    if (!Array.isArray(value)) return judgeForm(type.ofType, value, path, isLiteral);
    const most = longestOf(type.ofType);
    if (value.length > most) return [{ path, says: say("formTooMany", { most }) }];
    const faults: FormFault[] = [];
    for (let index = 0; index < value.length && faults.length < FAULTS; index += 1)
      faults.push(...judgeForm(type.ofType, value[index], [...path, String(index)], isLiteral));
    return faults;
  }
  if (isInputObjectType(type)) {
    if (typeof value !== "object" || Array.isArray(value) || isScalarLiteral(value))
      return [{ path, says: say("formObject", {}) }];
    const given = value as Record<string, unknown>;
    const fields = type.getFields();
    const unknown = Object.keys(given)
      .filter((name) => !Object.hasOwn(fields, name))
      .slice(0, FAULTS)
      .map((name) => ({ path: [...path, name], says: say("formUnknownField", { name: shorten(name) }) }));
    const known = Object.values(fields).flatMap((field) => {
      const at = [...path, field.name];
      if (given[field.name] === undefined)
        return isRequiredInputField(field) ? [{ path: at, says: say("formMissing", {}) }] : [];
      return judgeForm(field.type, given[field.name], at, isLiteral);
    });
    return [...unknown, ...known];
  }
  if (isEnumType(type)) {
    const name = isLiteral ? (value instanceof EnumLiteral ? value.name : undefined) : value;
    if (typeof name === "string" && type.getValue(name)) return [];
    const allowed = type
      .getValues()
      .map((one) => one.name)
      .join(", ");
    const shown = shownOf(value);
    return [{ path, says: say("formUnknownValue", { value: shorten(shown), allowed }) }];
  }
  return fits(type.name, value) && parses(type, value) ? [] : [{ path, says: wanted(type.name, value) }];
}

function isScalarLiteral(value: unknown): value is EnumLiteral | FloatLiteral {
  return value instanceof EnumLiteral || value instanceof FloatLiteral;
}

function fits(scalar: string, value: unknown): boolean {
  switch (scalar) {
    case "String":
    case "DateTime":
    case "Date":
    case "Duration":
    case "FeedCursor":
      return typeof value === "string";
    case "ID":
      return typeof value === "string" || Number.isInteger(value);
    case "Boolean":
      return typeof value === "boolean";
    default:
      return !isScalarLiteral(value);
  }
}

function parses(type: { parseValue(value: unknown): unknown }, value: unknown): boolean {
  try {
    type.parseValue(value);
    return true;
  } catch {
    return false;
  }
}

function wanted(scalar: string, value: unknown): Saying {
  switch (scalar) {
    case "String":
    case "ID":
    case "FeedCursor":
      return say("formText", {});
    case "Int":
      return Number.isInteger(value) ? say("formWholeRange", WHOLE) : say("formWhole", {});
    case "Boolean":
      return say("formFlag", {});
    case "DateTime":
      return say("formInstant", {});
    case "Date":
      return say("formDate", {});
    case "Duration":
      return say("formDuration", {});
    default:
      return say("formOther", { type: scalar });
  }
}

/** A value for messages; nested values are left out, since they may be arbitrarily deep. */
function shownOf(value: unknown): string {
  if (value instanceof EnumLiteral) return value.name;
  if (value instanceof FloatLiteral) return value.digits;
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return Array.isArray(value) ? "[…]" : "{…}";
}

function shorten(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 80)}…`;
}

/** The fault as a request error, as GraphQL's specification requires (section 6.1.2). */
export function formError({ path, says }: FormFault, nodes?: ValueNode): GraphQLError {
  const originalError = new Refusal("BAD_USER_INPUT", says, path);
  return new GraphQLError(says.key, { nodes: nodes ?? null, originalError });
}

/** A literal as plain values. */
function plain(node: ValueNode): unknown {
  switch (node.kind) {
    case Kind.VARIABLE:
      return VARIABLE;
    case Kind.NULL:
      return null;
    case Kind.INT:
      return Number(node.value);
    case Kind.FLOAT:
      return new FloatLiteral(node.value);
    case Kind.STRING:
    case Kind.BOOLEAN:
      return node.value;
    case Kind.ENUM:
      return new EnumLiteral(node.value);
    case Kind.LIST:
      return node.values.map(plain);
    case Kind.OBJECT:
      return plainObject(node);
  }
}

function plainObject(node: ObjectValueNode): Record<string, unknown> {
  return Object.fromEntries(node.fields.map((field) => [field.name.value, plain(field.value)]));
}

/** A validation rule that replaces graphql's ValuesOfCorrectType: for argument literals and for defaults of variables. */
export function formRule(context: ValidationContext): ASTVisitor {
  const judge = (type: Maybe<GraphQLInputType>, value: ValueNode, path: string): void => {
    if (!type) return;
    for (const fault of judgeForm(type, plain(value), [path], true)) context.reportError(formError(fault, value));
  };
  return {
    Argument: ({ name, value }) => judge(context.getArgument()?.type, value, name.value),
    VariableDefinition({ type, variable, defaultValue }) {
      const declared = typeFromAST(context.getSchema(), type);
      if (defaultValue && isInputType(declared)) judge(declared, defaultValue, variable.name.value);
    },
  };
}

type Maybe<T> = T | null | undefined;
