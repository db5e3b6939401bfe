import { afterAll, beforeAll, expect, test } from "vitest";
import pg from "pg";
import type { Scope } from "../../src/domain/access.js";
import { instant } from "../../src/domain/instant.js";
import { AuditStore } from "../../src/features/audit/audit.store.js";
import { FactStore } from "../../src/features/incidents/fact.store.js";
import type { Connection } from "../../src/platform/database.js";
import { SCOPE_ROLES } from "../../src/platform/roles.js";
import { createDatabase, type TestDatabase } from "../support/database.js";

/** A node of a plan that was carried out, as PostgreSQL explains it in JSON. */
interface PlanNode {
  readonly "Relation Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: readonly PlanNode[];
}

const ENTRIES = 60_000;
const INCIDENTS = 3_000;
const id = (kind: number, number: number): string =>
  `${kind}0000000-0000-0000-0000-${String(number).padStart(12, "0")}`;
const [SOC, OWNER, RARE] = [id(1, 7), id(2, 7), id(3, 1)];

let database: TestDatabase;
let session: pg.Client;
beforeAll(async () => {
  database = await createDatabase();
  session = new pg.Client({ connectionString: database.superuserUrl });
  await session.connect();
  // Entries of 20 SOCs, a minute apart; every 5,000th by an actor who does nothing else, and of an act that nobody else does.
  await session.query(
    `insert into journal (position, entry_id, body, hash, act, fact, incident_id, soc_id, object_ids, owner_ids, actor_id, party_id, at)
     select n, gen_random_uuid(), '{"request":"r","subject":null}', '\\x00',
       case when n % 5000 = 0 then 'token.issue' else 'card.amend' end, case when n % 5000 > 0 then 'CARD_AMENDED' end,
       case when n % 5000 > 0 then ('40000000-0000-0000-0000-' || lpad((n % ${INCIDENTS})::text, 12, '0'))::uuid end,
       ('10000000-0000-0000-0000-' || lpad((n % 20)::text, 12, '0'))::uuid, '{}',
       array[('20000000-0000-0000-0000-' || lpad((n % 40)::text, 12, '0'))::uuid],
       case when n % 5000 = 0 then '${RARE}'::uuid else ('30000000-0000-0000-0000-' || lpad((2 + n % 100)::text, 12, '0'))::uuid end,
       ('10000000-0000-0000-0000-' || lpad((n % 20)::text, 12, '0'))::uuid,
       timestamptz '2026-01-01T00:00:00Z' + n * interval '1 minute'
     from generate_series(1, ${ENTRIES}) n`,
  );
  await session.query("analyze journal");
});
afterAll(async () => {
  await session.end();
  await database[Symbol.asyncDispose]();
});

/** Rows of the journal that a statement looks at as the gateway runs it: under the scope's role, by a generic plan. */
async function looksAt(scope: Scope, ask: (connection: Connection) => Promise<unknown>): Promise<number> {
  let looked = 0;
  const explaining: Connection = {
    async query(sql, values = []) {
      const party = scope.sees === "SOC" ? scope.soc : scope.sees === "OWNER" ? scope.owner : "";
      await session.query(`begin; set local role ${SCOPE_ROLES[scope.sees]}; set local dabyl.sees = '${scope.sees}';
        set local dabyl.party = '${party}'; set local plan_cache_mode = force_generic_plan; set local jit = off`);
      await session.query(`prepare asked as ${sql}`);
      const given = values.map((one) =>
        pg.escapeLiteral(
          one instanceof Date ? one.toISOString() : Array.isArray(one) ? `{${one.join(",")}}` : String(one),
        ),
      );
      const { rows } = await session.query<{ "QUERY PLAN": readonly [{ readonly Plan: PlanNode }] }>(
        `explain (analyze, format json) execute asked(${given.join(", ")})`,
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

function readBy(node: PlanNode): number {
  const own = node["Relation Name"]
    ? (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"]
    : 0;
  return (node.Plans ?? []).reduce((sum, one) => sum + readBy(one), own);
}

const CENTRE: Scope = { sees: "EVERYTHING" };
const early = {
  from: instant(Date.parse("2026-01-03T00:00:00Z")),
  before: instant(Date.parse("2026-01-04T00:00:00Z")),
};

test.each([
  ["everything", {}],
  ["a day long ago", early],
  ["one party's", { partyId: SOC }],
  ["an actor's who did little", { actorId: RARE }],
  ["of an act that is rare", { act: "token.issue" as const }],
  ["an actor's of a day long ago", { actorId: id(3, 5), ...early }],
])("a page of the journal is found by an index: %s", async (_, filter) => {
  expect(await looksAt(CENTRE, (connection) => new AuditStore(connection, CENTRE).page(filter, {}))).toBeLessThan(50);
});

test("a page about one incident looks at that incident's entries alone", async () => {
  const filter = { incidentId: id(4, 107) };
  expect(
    await looksAt(CENTRE, (connection) => new AuditStore(connection, CENTRE).page(filter, {})),
  ).toBeLessThanOrEqual(ENTRIES / INCIDENTS);
});

test.each([CENTRE, { sees: "SOC", soc: SOC }, { sees: "OWNER", owner: OWNER }] as const)(
  "the chronicles of a page of incidents are found by an index: %s",
  async (scope) => {
    const questions = Array.from({ length: 20 }, (_, place) => ({
      incidentId: id(4, 7 + 20 * place),
      order: "NEWEST_FIRST" as const,
      window: { first: 5 },
    }));
    expect(await looksAt(scope, (connection) => new FactStore(connection, scope).pages(questions))).toBeLessThanOrEqual(
      (20 * ENTRIES) / INCIDENTS,
    );
  },
);
