import { expect, test } from "vitest";
import { after, HOUR, instant } from "../../src/domain/instant.js";
import { TERM_RULES } from "../../src/domain/obligations.js";
import { AnnouncementStore } from "../../src/features/obligations/announcement.store.js";
import type { Connection } from "../../src/platform/database.js";
import { startGateway } from "../support/gateway.js";

/** A node of a plan that was carried out, as PostgreSQL explains it in JSON. */
interface PlanNode {
  readonly "Relation Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: readonly PlanNode[];
}

/** Rows of a table that a plan looked at. */
function readOf(table: string, node: PlanNode): number {
  const own =
    node["Relation Name"] === table
      ? (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"]
      : 0;
  return (node.Plans ?? []).reduce((sum, one) => sum + readOf(table, one), own);
}

test("what is to be announced is looked up by its deadline, however much else is open", async () => {
  await using world = await startGateway();
  const { partyId } = await world.soc();
  const owner = await world.database.session();
  try {
    await owner.query(
      `with made as (
         select gen_random_uuid() as id, now() + n * interval '1 hour' as due_at from generate_series(100, 20100) n
       ), incidents as (
         insert into incident (id, number, soc_id, affected, type, confirmed_at, received_at, last_revision)
         select id, 'FAR-' || id, $1, '[{"description": "An office network"}]', 'OTHER', now(), now(), 0 from made
       )
       insert into obligation (id, incident_id, obligor_id, kind, rule, starts_at, due_at)
       select gen_random_uuid(), id, $1, 'SUBMIT_CARD', 'R9.3', now(), due_at from made`,
      [partyId],
    );
    await owner.query("analyze");
    const read: number[] = [];
    const explaining: Connection = {
      async query(sql, values) {
        const { rows } = await owner.query<{ "QUERY PLAN": readonly [{ readonly Plan: PlanNode }] }>(
          `explain (analyze, format json) ${sql}`,
          values as unknown[],
        );
        read.push(...rows.map((row) => readOf("obligation", row["QUERY PLAN"][0].Plan)));
        return [];
      },
      insert: () => Promise.reject(new Error("nothing is inserted")),
    };
    const store = new AnnouncementStore(explaining, { sees: "EVERYTHING" });
    const now = instant(Date.now());
    const bounds = TERM_RULES.map((rule) => ({ rule, endsFrom: now, endsBefore: after(now, HOUR) }));
    await store.take("DUE_SOON", bounds);
    await store.take("OVERDUE", bounds);
    await store.take("OVERDUE", bounds, true);
    await store.takeBack();
    await store.nextEnds(TERM_RULES, now);
    expect(read).toHaveLength(5);
    for (const rows of read) expect(rows).toBeLessThan(100);
  } finally {
    await owner.end();
  }
});
