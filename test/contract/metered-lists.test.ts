import {
  getNamedType,
  getNullableType,
  isEnumType,
  isIntrospectionType,
  isLeafType,
  isListType,
  isObjectType,
} from "graphql";
import { expect, test } from "vitest";
import { isConnection } from "../../src/server/operation-cost.js";
import { theSchema } from "../../src/server/schema.js";

/** Lists of texts whose length the gateway itself decides: the way to a fault in an input. */
const PATHS = ["Violation.path", "Warning.path", "RefusedRule.path"];
/** Texts of which there are at most as many as words in a search. */
const WORDS = ["SearchConnection.meant"];
/** Texts of which there are at most as many as fields in a document. */
const FIELDS = ["Export.columns"];

test("every list is charged as it comes, or holds values of which there are few", async () => {
  const schema = await theSchema();
  const forgotten: string[] = [];
  let lists = 0;
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!isListType(getNullableType(field.type))) continue;
      lists += 1;
      const name = `${type.name}.${field.name}`;
      const item = getNamedType(field.type);
      const isBounded = isLeafType(item)
        ? isEnumType(item) || [...PATHS, ...WORDS, ...FIELDS].includes(name)
        : field.extensions["isCharged"];
      if (isBounded !== true) forgotten.push(name);
    }
  }
  expect(forgotten).toEqual([]);
  expect(lists).toBeGreaterThan(50);
});

/** The best first: nobody asks for the worst, and what one is of differs. */
const FORWARD = ["Query.search"];

test("only fields of the roots are asked for by pages, and each of them takes both ends", async () => {
  const schema = await theSchema();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!isConnection(field) || FORWARD.includes(`${type.name}.${field.name}`)) continue;
      const item = getNamedType(field.type);
      expect(field.args.map(({ name }) => name)).toEqual(expect.arrayContaining(["first", "after", "last", "before"]));
      expect(isObjectType(item) && Object.keys(item.getFields())).toEqual(expect.arrayContaining(["edges", "nodes"]));
    }
  }
});
