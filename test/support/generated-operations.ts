import type { GraphQLSchema } from "graphql";
import { Chance } from "./chance.js";
import { Draft, type Known } from "./operation-draft.js";
import { FAULTS, LARGE, type Request } from "./operation-faults.js";

/**
 * GraphQL documents generated from the schema, each from one number, so that a failing document can be made again. More than half
 * are valid; the others are broken in one of the ways of `FAULTS`, or large in one of `LARGE`.
 */

/** A request, and how it was made. */
export interface GeneratedDocument extends Request {
  readonly seed: number;
  /** What is wrong or large about it; `valid` if nothing is meant to be. */
  readonly kind: string;
  /** The strongest operation that it may contain. */
  readonly operation: "query" | "mutation" | "subscription";
}

/** The document of a seed, for a world that is partly known. */
export function documentOf(schema: GraphQLSchema, known: Known, seed: number): GeneratedDocument {
  const chance = new Chance(seed);
  const draft = new Draft(schema, known, seed, chance);
  const fate = chance.fraction();
  const operation = fate < 0.12 ? "mutation" : fate < 0.14 ? "subscription" : "query";
  const root = { query: "Query", mutation: "Mutation", subscription: "Subscription" } as const;
  // A mutation gets one field: when it is sent again, no other may have changed the world in between.
  const selection = draft.root(root[operation], operation === "query" ? 1 + chance.upTo(2) : 1);
  const whole = { query: draft.operation(operation, "Generated", selection), variables: draft.variables };
  const kinds = chance.is(0.3) ? FAULTS : chance.is(0.15) ? LARGE : {};
  const kind = Object.keys(kinds).length > 0 ? chance.one(Object.keys(kinds)) : "valid";
  const made = { ...whole, ...kinds[kind]?.(whole, chance) };
  return { seed, kind, operation: operationIn(made.query), ...made };
}

/** What a document may do, whatever was done to it. */
function operationIn(query: string): GeneratedDocument["operation"] {
  return query.includes("mutation") ? "mutation" : query.includes("subscription") ? "subscription" : "query";
}
