import { expect, test } from "vitest";
import { createDatabase } from "../support/database.js";
import { compareFilters } from "../support/filters-compared.js";
import { PATIENCE } from "../support/generated-runs.js";

const SEED = Number(process.env["DABYL_SEED"] ?? 1);

test(
  "10,000 generated filters, orders and windows give the same ids in the same order as a naive evaluator, in three scopes",
  PATIENCE,
  async () => {
    const begun = performance.now();
    await using database = await createDatabase();
    const { compared, rows } = await compareFilters(database, SEED, 10_000);
    console.log(`${compared} filters compared, ${rows} rows, ${Math.round((performance.now() - begun) / 1_000)} s`);
    expect(compared).toBeGreaterThanOrEqual(10_000);
  },
);
