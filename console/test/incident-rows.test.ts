import { describe, expect, it } from "vitest";
import type { Incident } from "../src/live/state.js";
import { rowsOf } from "../src/screens/incidents/rows.js";

const incident = (id: string, second: number): Incident =>
  ({ id, receivedAt: new Date(Date.UTC(2026, 2, 1, 0, 0, second)).toISOString() }) as Incident;
const heard = (...all: readonly Incident[]): ReadonlyMap<string, Incident> => new Map(all.map((one) => [one.id, one]));
const ids = (rows: readonly Incident[]): readonly string[] => rows.map(({ id }) => id);
const ALL = (): boolean => true;

describe("the first page of incidents", () => {
  const read = [incident("b", 2), incident("a", 1)];

  it("has above it what has come since, also in the instant of its first row", () => {
    const rows = rowsOf(read, heard(incident("d", 3), incident("c", 2)), ALL, { isFirst: true, hasNext: true });
    expect(ids(rows)).toEqual(["d", "c", "b", "a"]);
  });

  it("has nothing of the next page, though all came in one instant", () => {
    const page = [incident("d", 1), incident("c", 1)];
    const known = heard(incident("b", 1), incident("a", 1), incident("e", 2));
    expect(ids(rowsOf(page, known, ALL, { isFirst: true, hasNext: true }))).toEqual(["e", "d", "c"]);
  });
});

it("a later page has nothing above it", () => {
  const rows = rowsOf([incident("a", 1)], heard(incident("b", 2)), ALL, { isFirst: false, hasNext: false });
  expect(ids(rows)).toEqual(["a"]);
});
