import { buildSchema, Kind, parse, type FieldNode, type FragmentDefinitionNode } from "graphql";
import { expect, test } from "vitest";
import { planOf, type Asked, type Leads } from "../../src/operation/leads.js";

const SCHEMA = buildSchema(`
  interface Node { id: ID! }
  type Query { incident: Incident }
  type Incident implements Node { id: ID! card: Card soc: Soc }
  type Card implements Node { id: ID! indicators: String }
  type Soc implements Node { id: ID! name: String }`);
const LEADS: Leads = {
  Incident: {
    card: { to: "cardsOfIncident", by: "id" },
    soc: { to: "party", by: "socId" },
  },
  Card: { indicators: { to: "indicatorsOfCard", by: "id" } },
};

/** The root field of a document, and how often its fragments are looked up. */
function asked(document: string): { readonly asked: Asked; readonly lookups: () => number } {
  const { definitions } = parse(document);
  let lookups = 0;
  const known: Record<string, FragmentDefinitionNode> = {};
  let root: FieldNode | null = null;
  for (const one of definitions) {
    if (one.kind === Kind.FRAGMENT_DEFINITION) known[one.name.value] = one;
    else if (one.kind === Kind.OPERATION_DEFINITION) root = one.selectionSet.selections[0] as FieldNode;
  }
  const fragments = new Proxy(known, {
    get: (all, name: string) => {
      lookups += 1;
      return all[name];
    },
  });
  const returnType = SCHEMA.getQueryType()?.getFields()["incident"]?.type;
  if (!root || !returnType) throw new Error("no such field");
  return {
    asked: { fieldName: "incident", fieldNodes: [root], fragments, returnType, schema: SCHEMA },
    lookups: () => lookups,
  };
}

test("fragments that spread the next one twice, thirty levels deep, are looked at once each, not 2^30 times", () => {
  const LEVELS = 30;
  const chain = Array.from(
    { length: LEVELS },
    (_, level) => `fragment F${level} on Incident { ...F${level + 1} ...F${level + 1} }`,
  );
  // At the end is what costs nothing: no incident is a card.
  const last = `fragment F${LEVELS} on Incident { soc { name } ... on Node { ... on Card { id } } }`;
  const { asked: field, lookups } = asked(`{ incident { ...F0 } } ${chain.join("\n")} ${last}`);
  expect(planOf(LEADS, field).shape).toBe("incident party(.socId)");
  expect(lookups()).toBeLessThanOrEqual(2 * LEVELS + 1);
});
