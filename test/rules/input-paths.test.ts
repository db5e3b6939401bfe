import { expect, test } from "vitest";
import { unknownPlaces } from "../support/input-paths.js";

const SOURCE =
  "mutation ($input: AmendIncidentCardInput!) { amended: amendIncidentCard(input: $input) { __typename } }";
const INPUT = { input: { card: { affectedObjects: [{ objectId: "x" }], contours: "INTERNAL" } } };

function unknown(path: readonly string[]): string[] {
  return unknownPlaces(SOURCE, INPUT, { data: { amended: { warnings: [{ rule: "L4", path }], violations: [] } } });
}

test("a place that a warning names is one of the input that was sent", () => {
  for (const path of [
    [],
    ["input"],
    ["input", "card", "note"],
    ["input", "card", "affectedObjects", "0", "kinds"],
    ["input", "card", "contours", "0"],
  ])
    expect(unknown(path)).toEqual([]);
  for (const path of [
    ["card", "note"],
    ["input", "note"],
    ["input", "card", "affectedObjects", "1"],
    ["input", "card", "affectedObjects", "kinds"],
    ["input", "card", "note", "0"],
  ])
    expect(unknown(path)).toEqual([`amended: L4 names ${path.join(".")}`]);
});

test("a refusal names such a place too, but for one of the form, which names whatever was sent", () => {
  const answer = (code: string) => ({
    data: null,
    errors: [{ path: ["amended"], extensions: { code, path: ["input", "incidentID"] } }],
  });
  expect(unknownPlaces(SOURCE, INPUT, answer("NOT_FOUND"))).toEqual(["amended: NOT_FOUND names input.incidentID"]);
  expect(unknownPlaces(SOURCE, INPUT, answer("BAD_USER_INPUT"))).toEqual([]);
});
