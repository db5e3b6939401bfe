import { afterAll, beforeAll, expect, test } from "vitest";
import pg from "pg";
import type { Scope } from "../../src/domain/access.js";
import { instant } from "../../src/domain/instant.js";
import { REGISTER_NAMES } from "../../src/domain/registers.js";
import { RegisterStore, type EntryKey } from "../../src/features/registers/register.store.js";
import type { Connection } from "../../src/platform/database.js";
import { SCOPE_ROLES } from "../../src/platform/roles.js";
import { createDatabase, type TestDatabase } from "../support/database.js";
import { fillCountry, IDLE, SOCS } from "../support/country.js";

/** A node of a plan that was carried out, as PostgreSQL explains it in JSON. */
interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: readonly PlanNode[];
}

/** Rows of tables that a plan looked at. */
function readBy(node: PlanNode): number {
  const own = node["Relation Name"]
    ? (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"]
    : 0;
  return (node.Plans ?? []).reduce((sum, one) => sum + readBy(one), own);
}

const INCIDENTS = 20_000;
const year = { begins: instant(Date.parse("2025-12-31T19:00:00Z")), ends: instant(Date.parse("2026-12-31T19:00:00Z")) };
const middle: EntryKey = {
  at: instant(Date.parse("2026-07-01T00:00:00Z")),
  id: "80000000-0000-0000-0000-000000000000",
};

let database: TestDatabase;
let session: pg.Client;
beforeAll(async () => {
  database = await createDatabase();
  await fillCountry(database, INCIDENTS);
  session = new pg.Client({ connectionString: database.superuserUrl });
  await session.connect();
});
afterAll(async () => {
  await session.end();
  await database[Symbol.asyncDispose]();
});

/** What a statement reads as the gateway runs it: under the scope's role, by a generic plan. */
async function plansOf(scope: Scope, ask: (store: RegisterStore) => Promise<unknown>): Promise<PlanNode[]> {
  const plans: PlanNode[] = [];
  const explaining: Connection = {
    async query(sql, values = []) {
      const party = scope.sees === "SOC" ? scope.soc : "";
      await session.query(`begin; set local role ${SCOPE_ROLES[scope.sees]}; set local dabyl.sees = '${scope.sees}';
        set local dabyl.party = '${party}'; set local plan_cache_mode = force_generic_plan; set local jit = off; set local timezone = 'UTC'`);
      await session.query(`prepare asked as ${sql}`);
      const given = values.map((one) => pg.escapeLiteral(one instanceof Date ? one.toISOString() : String(one)));
      const { rows } = await session.query<{ "QUERY PLAN": readonly [{ readonly Plan: PlanNode }] }>(
        `explain (analyze, format json) execute asked(${given.join(", ")})`,
      );
      await session.query("deallocate asked; commit");
      for (const row of rows) plans.push(row["QUERY PLAN"][0].Plan);
      return [];
    },
    insert: () => Promise.reject(new Error("nothing is inserted")),
  };
  try {
    await ask(new RegisterStore(explaining, scope));
  } finally {
    await session.query("rollback; deallocate all");
  }
  return plans;
}

const CENTRE: Scope = { sees: "EVERYTHING" };
const [SOC = ""] = SOCS;
/** Rows of other tables that are looked up for an entry, at most, and what a plan reads besides. */
const EACH = 60;
const BESIDES = 500;

test.for(REGISTER_NAMES)(
  "a page of the country's register of %s reads what is on it, however long that is",
  async (name) => {
    for (const last of [null, middle]) {
      const [plan] = await plansOf(CENTRE, (store) => store.page(name, { ...year, socId: null }, last));
      const entries = plan?.["Actual Rows"] ?? 0;
      expect(entries).toBeGreaterThanOrEqual(100);
      expect(plan && readBy(plan)).toBeLessThan(EACH * entries + BESIDES);
    }
  },
);

test.for(REGISTER_NAMES)(
  "one SOC's register of %s is found by what is its own, also where it has nothing",
  async (name) => {
    const whose: readonly (readonly [Scope, string | null])[] = [
      [CENTRE, SOC],
      [{ sees: "SOC", soc: SOC }, null],
      [CENTRE, IDLE],
      [{ sees: "SOC", soc: IDLE }, null],
    ];
    for (const [scope, socId] of whose) {
      const [plan] = await plansOf(scope, (store) => store.page(name, { ...year, socId }, null));
      // What is rare is looked through for all SOCs, each entry once; of the rest only what is the SOC's own is read.
      const isRare = ["waivers", "corrections", "retractions"].includes(name);
      const looked = isRare ? INCIDENTS / 10 : INCIDENTS / SOCS.length;
      const most = EACH * Math.max(plan?.["Actual Rows"] ?? 0, looked) + BESIDES;
      expect(plan && readBy(plan)).toBeLessThan(most);
    }
  },
);
