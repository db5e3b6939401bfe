import pg from "pg";
import type { Scope } from "../../src/domain/access.js";
import type { Connection } from "../../src/platform/database.js";
import { SCOPE_ROLES } from "../../src/platform/roles.js";

/** A node of a plan that was carried out, as PostgreSQL explains it in JSON. */
interface PlanNode {
  readonly "Relation Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: readonly PlanNode[];
}

/** Rows of tables that what `ask` reads looks at as the gateway runs it: under the scope's role, by a generic plan. */
export async function rowsLookedAt(
  session: pg.Client,
  scope: Scope,
  ask: (connection: Connection) => Promise<unknown>,
): Promise<number> {
  let looked = 0;
  const party = scope.sees === "SOC" ? scope.soc : scope.sees === "OWNER" ? scope.owner : "";
  const explaining: Connection = {
    async query(sql, values = []) {
      await session.query(`begin; set local role ${SCOPE_ROLES[scope.sees]}; set local dabyl.sees = '${scope.sees}';
        set local dabyl.party = '${party}'; set local plan_cache_mode = force_generic_plan; set local jit = off`);
      await session.query(`prepare asked as ${sql}`);
      const { rows } = await session.query<{ "QUERY PLAN": readonly [{ readonly Plan: PlanNode }] }>(
        `explain (analyze, format json) execute asked(${values.map(literal).join(", ")})`,
      );
      await session.query("deallocate asked; commit");
      for (const row of rows) looked += readBy(row["QUERY PLAN"][0].Plan);
      return [];
    },
    insert: () => Promise.reject(new Error("nothing is inserted")),
  };
  try {
    await ask(explaining);
  } finally {
    await session.query("rollback; deallocate all");
  }
  return looked;
}

function literal(value: unknown): string {
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString());
  if (!Array.isArray(value)) return pg.escapeLiteral(String(value));
  const elements = value.map((one) => (one === null ? "null" : JSON.stringify(one)));
  return pg.escapeLiteral(`{${elements.join(",")}}`);
}

function readBy(node: PlanNode): number {
  const own = node["Relation Name"]
    ? (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"]
    : 0;
  return (node.Plans ?? []).reduce((sum, one) => sum + readBy(one), own);
}
