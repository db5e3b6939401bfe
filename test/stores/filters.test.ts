import { expect, test } from "vitest";
import { compareFilters } from "../support/filters-compared.js";

test("some generated filters, orders and windows give the same ids in the same order as a naive evaluator", async () => {
  const { compared, rows } = await compareFilters(1, 300);
  expect(compared).toBeGreaterThanOrEqual(300);
  expect(rows).toBeGreaterThan(300);
});
