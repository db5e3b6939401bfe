import { expect, test } from "vitest";
import { createDatabase } from "../support/database.js";
import { compareFilters } from "../support/filters-compared.js";

test("some generated filters, orders and windows give the same ids in the same order as a naive evaluator", async () => {
  await using database = await createDatabase();
  const { compared, rows } = await compareFilters(database, 1, 300);
  expect(compared).toBeGreaterThanOrEqual(300);
  expect(rows).toBeGreaterThan(300);
});
