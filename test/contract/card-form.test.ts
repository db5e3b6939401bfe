import { readFile } from "node:fs/promises";
import { isInputObjectType, isObjectType, Kind, parse } from "graphql";
import { expect, test } from "vitest";
import { CARD_FIELDS, CARD_FORM } from "../../src/domain/card-form.js";
import { judgeCard } from "../../src/domain/card-rules.js";
import { theSchema } from "../../src/server/schema.js";
import { aCardDraft, circumstances } from "../support/drafts.js";

const names = CARD_FIELDS.map(([name]) => name);

test("annex 3: every field of the form is asked for, shown, and asked back by whoever reads a card", async () => {
  const schema = await theSchema();
  const [input, output] = [schema.getType("IncidentCardInput"), schema.getType("IncidentCard")];
  if (!isInputObjectType(input) || !isObjectType(output)) throw new Error("the card is not in the schema");
  expect(Object.keys(input.getFields()).toSorted()).toEqual(names.toSorted());
  const { definitions } = parse(await readFile("schema/operations/incidents.graphql", "utf8"));
  const fragment = definitions.find(
    (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === "CardRevision",
  );
  const asked = fragment?.kind === Kind.FRAGMENT_DEFINITION ? fragment.selectionSet.selections : [];
  const askedNames = asked.flatMap((selection) => (selection.kind === Kind.FIELD ? [selection.name.value] : []));
  for (const name of names) {
    expect(output.getFields()).toHaveProperty(name);
    expect(askedNames).toContain(name);
  }
});

test("annex 3: every field has its label in three languages, and no two have the same", () => {
  for (const language of ["kk", "ru", "en"] as const) {
    const labels = CARD_FIELDS.map(([, { label }]) => label[language]);
    expect(labels.every((label) => label.trim() !== "")).toBe(true);
    expect(new Set(labels).size).toBe(names.length);
  }
});

test.each(CARD_FIELDS.filter(([, { kind }]) => ["text", "optional text", "choices"].includes(kind)))(
  "F1 to F4: %s is judged by what its kind must satisfy",
  (name, { kind }) => {
    const rulesOf = (held: unknown): string[] => {
      const judged = judgeCard(aCardDraft({ recurrence: "REPEAT", [name]: held }), circumstances());
      return judged.ok ? [] : judged.violations.map(({ rule, path }) => `${rule} ${path.join(".")}`);
    };
    const path = `card.${name}`;
    if (kind === "choices") {
      const [first] = CARD_FORM[name as "contours"].values;
      expect(rulesOf([])).toEqual([`F4 ${path}`]);
      expect(rulesOf([first, first])).toEqual([`F4 ${path}`]);
      return;
    }
    expect(rulesOf("x".repeat(401))).toEqual([`F2 ${path}`]);
    expect(rulesOf("a\u0000b")).toEqual([`F3 ${path}`]);
    expect(rulesOf(kind === "text" ? " " : null)).toEqual(kind === "text" ? [`F1 ${path}`] : []);
  },
);

test("R9.3: every choice of the form has a word for each of its values, and for no other", () => {
  for (const [name, field] of CARD_FIELDS)
    if ("values" in field)
      expect([name, Object.keys(field.labels).toSorted()]).toEqual([name, field.values.toSorted()]);
});
