import { deepEqual } from "node:assert/strict";
import type { Scope } from "../../src/domain/access.js";
import { SECOND } from "../../src/domain/instant.js";
import { Refusal } from "../../src/domain/refusal.js";
import { foundFilter } from "../../src/features/incidents/filter/found-filter.js";
import { wholeOrder } from "../../src/features/incidents/filter/order.js";
import { storesOf } from "../../src/operation/stores.js";
import { Availability } from "../../src/platform/availability.js";
import { loneClient, scopedConnection } from "../../src/platform/database.js";
import { toCursor, type Window } from "../../src/platform/keyset.js";
import { createLogger } from "../../src/platform/logger.js";
import { Pool } from "../../src/platform/pool.js";
import type { TestDatabase } from "./database.js";
import { Evaluator } from "./filter-evaluator.js";
import { FilterGenerator } from "./generated-filters.js";
import { chances, makeWorld, picking, writeWorld, type IncidentWorld, type WorldIncident } from "./incident-world.js";

const INCIDENTS = 400;

/**
 * Asks `count` generated filters, orders and windows of the database and of the evaluator, as the national centre, a SOC and an owner
 * in turn, and expects the same ids in the same order. What differs is thrown with the seed that repeats it.
 */
export async function compareFilters(
  database: Pick<TestDatabase, "superuserUrl" | "nearGatewayUrl">,
  seed: number,
  count: number,
): Promise<{ compared: number; rows: number }> {
  const world = makeWorld(seed, INCIDENTS);
  await writeWorld(database, world);
  const url = database.nearGatewayUrl;
  const availability = new Availability(() => loneClient(url, "test", SECOND), createLogger("silent"));
  const pool = Pool.open(url, availability, {
    size: 3,
    connect: 60 * SECOND,
    statement: 60 * SECOND,
    lock: 60 * SECOND,
  });
  try {
    const done = await Promise.all(
      scopesOf(world).map((scope, index) => compareIn(scope, world, pool, seed * 3 + index, Math.ceil(count / 3))),
    );
    return {
      compared: done.reduce((sum, one) => sum + one.compared, 0),
      rows: done.reduce((sum, one) => sum + one.rows, 0),
    };
  } finally {
    availability.stop();
    await pool.destroy();
  }
}

/** Everything; a SOC that sees nothing of the last owner's objects; an owner. */
function scopesOf({ socs, owners }: IncidentWorld): readonly Scope[] {
  return [
    { sees: "EVERYTHING" },
    { sees: "SOC", soc: socs[0]?.id ?? "" },
    { sees: "OWNER", owner: owners[0]?.id ?? "" },
  ];
}

async function compareIn(scope: Scope, world: IncidentWorld, pool: Pool, seed: number, count: number) {
  const stores = storesOf(scopedConnection(pool, scope), scope);
  const generator = new FilterGenerator(seed, world, scope);
  const evaluator = new Evaluator(world, scope);
  const { upTo, chance } = picking(chances(seed));
  let rows = 0;
  let compared = 0;
  while (compared < count) {
    const filter = generator.filter();
    const sortBy = generator.order();
    const expected = evaluator.list(filter, sortBy);
    const { list, order, columns } = wholeOrder(sortBy);
    const cursorOf = (row: WorldIncident): string =>
      toCursor(
        { list, direction: order, columns: [], types: [], valuesOf: () => [] },
        columns.map((column) => column.valueOf(row as never)),
      );
    const window: Window = chance(0.5) ? { first: upTo(12) } : { last: upTo(12) };
    const places = chance(0.3) ? [] : [upTo(expected.length - 1), upTo(expected.length - 1)].toSorted((a, b) => a - b);
    const [start, end] = expected.length === 0 ? [] : places;
    const isBoth = chance(0.2);
    const isAfter = isBoth || chance(0.7) === (window.first !== undefined);
    const asked: Window = {
      ...window,
      ...(start !== undefined && isAfter ? { after: cursorOf(expected[start] as WorldIncident) } : {}),
      ...(end !== undefined && (isBoth || !isAfter) ? { before: cursorOf(expected[end] as WorldIncident) } : {}),
    };
    const within = expected.slice(asked.after ? (start ?? 0) + 1 : 0, asked.before ? end : undefined);
    const size = asked.first ?? asked.last ?? 0;
    const page = asked.first === undefined ? within.slice(Math.max(0, within.length - size)) : within.slice(0, size);
    const says = JSON.stringify({ seed, compared, scope: scope.sees, filter, sortBy, asked });
    try {
      const condition = await foundFilter(stores, filter, world.now, ["filter"]);
      const found = await stores.incidents.page(condition, sortBy, asked, world.now);
      deepEqual(
        found.rows.map(({ number }) => number),
        page.map(({ number }) => number),
      );
      if (chance(0.15))
        deepEqual(await stores.incidents.count(condition, world.now), { value: expected.length, isExact: true });
    } catch (error) {
      // Alternatives that ask other tables may be too many.
      if (error instanceof Refusal && error.says.key === "filterTooLarge") continue;
      throw new Error(says, { cause: error });
    }
    rows += page.length;
    compared += 1;
  }
  return { compared, rows };
}
