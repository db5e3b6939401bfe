import type pg from "pg";
import type { Scope } from "../../src/domain/access.js";
import { instant } from "../../src/domain/instant.js";
import { foundFilter } from "../../src/features/incidents/filter/found-filter.js";
import type { SortKey } from "../../src/features/incidents/filter/order.js";
import type { IncidentFilter } from "../../src/features/incidents/incident-filter.types.js";
import { storesOf } from "../../src/operation/stores.js";
import type { Connection } from "../../src/platform/database.js";
import type { Window } from "../../src/platform/keyset.js";
import { SCOPE_ROLES } from "../../src/platform/roles.js";
import { SOCS } from "./country.js";

/** A node of a plan that was carried out, as PostgreSQL explains it in JSON. */
interface PlanNode {
  readonly "Relation Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: readonly PlanNode[];
}

/** Rows of the incidents, and of what belongs to them, that a plan looked at. */
function readBy(node: PlanNode): number {
  const isOurs = ["incident", "incident_object", "owner_incident"].includes(node["Relation Name"] ?? "");
  const own = isOurs ? (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"] : 0;
  return (node.Plans ?? []).reduce((sum, one) => sum + readBy(one), own);
}

export interface AskedPage {
  readonly filter?: IncidentFilter;
  readonly sortBy?: readonly SortKey[];
  readonly window?: Window;
}

const NOW = instant(Date.parse("2026-12-30T00:00:00Z"));
const NEWEST: readonly SortKey[] = [{ field: "RECEIVED", direction: "DESC" }];

/** How many rows the page's own statement reads, as the gateway sends it: under the scope's role, planned with its values. */
export async function rowsRead(session: pg.Client, scope: Scope, asked: AskedPage): Promise<number> {
  const party = scope.sees === "SOC" ? scope.soc : scope.sees === "OWNER" ? scope.owner : "";
  let read = 0;
  const explaining: Connection = {
    async query<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
      await session.query(`begin; set local role ${SCOPE_ROLES[scope.sees]}; set local dabyl.sees = '${scope.sees}';
        set local dabyl.party = '${party}'; set local jit = off`);
      try {
        if (/from (incident|owner_incident) i|join incident i/.test(sql)) {
          const { rows } = await session.query<{ "QUERY PLAN": readonly [{ readonly Plan: PlanNode }] }>(
            `explain (analyze, format json) ${sql}`,
            [...values],
          );
          for (const row of rows) read += readBy(row["QUERY PLAN"][0].Plan);
          return [];
        }
        return (await session.query(sql, [...values])).rows as Row[];
      } finally {
        await session.query("commit");
      }
    },
    insert: () => Promise.reject(new Error("nothing is inserted")),
  };
  const stores = storesOf(explaining, scope);
  const condition = await foundFilter(stores, asked.filter ?? {}, NOW, ["filter"]);
  await stores.incidents.page(condition, asked.sortBy ?? NEWEST, asked.window ?? {}, NOW);
  return read;
}

/**
 * Levels, types and confirmations for a country in which all incidents are alike, of whose objects each is covered by the SOC that
 * reports of it. Gives the codes of one that the first SOC covers, and of its owner.
 */
export async function vary(session: pg.Client): Promise<Codes> {
  await session.query(`
    update incident i set severity = (array['HIGH', 'MEDIUM', 'LOW', 'UNDETERMINED', null])[1 + n % 5],
      type = (array['OTHER', 'SPAM', 'PHISHING', 'BOTNET'])[1 + n % 4], confirmed_at = received_at - n % 7 * interval '1 minute'
    from (select id, row_number() over () as n from incident) m where m.id = i.id;
    update coverage c set soc_id = (select m.soc_id from incident_object m where m.object_id = c.object_id limit 1);
    insert into ownership (object_id, ordinal, owner_id, starts_at)
      select id, 1, owner_id, '-infinity' from protected_object on conflict do nothing;
    update incident_card c set scale = 'INDIVIDUAL' from incident i where i.id = c.incident_id and i.type = 'SPAM'`);
  for (const table of ["incident", "incident_object", "incident_card", "obligation", "coverage"])
    await session.query(`vacuum analyze ${table}`);
  const { rows } = await session.query<Codes>(
    `select o.code as object, p.code as owner from coverage c join protected_object o on o.id = c.object_id
       join party p on p.id = o.owner_id where c.soc_id = $1 limit 1`,
    [SOC],
  );
  return rows[0] ?? { object: "", owner: "" };
}

export interface Codes {
  readonly object: string;
  readonly owner: string;
}

const [SOC = ""] = SOCS;
const middle = "80000000-0000-0000-0000-000000000000";
const cursor = (order: string, ...values: string[]): string =>
  Buffer.from(JSON.stringify(["incidents", order, ...values, middle])).toString("base64url");
const WORST: readonly SortKey[] = [
  { field: "SEVERITY", direction: "DESC" },
  { field: "CONFIRMED", direction: "ASC" },
];
const DEEP = "2026-07-01T00:00:00.000Z";

export const PAGES: Readonly<Record<string, (codes: Codes) => AskedPage>> = {
  newest: () => ({}),
  "newest, deep": () => ({ window: { after: cursor("desc", DEEP) } }),
  "worst first": () => ({ sortBy: WORST }),
  "worst first, deep": () => ({ sortBy: WORST, window: { after: cursor("SEVERITY DESC, CONFIRMED ASC", "2", DEEP) } }),
  "worst first, deep and backward": () => ({
    sortBy: WORST,
    window: { last: 20, before: cursor("SEVERITY DESC, CONFIRMED ASC", "2", DEEP) },
  }),
  "by type": () => ({ sortBy: [{ field: "TYPE", direction: "ASC" }] }),
  "by type, deep": () => ({
    sortBy: [{ field: "TYPE", direction: "ASC" }],
    window: { after: cursor("TYPE ASC, RECEIVED DESC", "OTHER", DEEP) },
  }),
  "of a level": () => ({ filter: { severity: { eq: "MEDIUM" } } }),
  "of two types": () => ({ filter: { type: { in: ["SPAM", "BOTNET"] } } }),
  "of a period": () => ({ filter: { received: { last: { months: 0, days: 30, milliseconds: 0 } } } }),
  "of an object": ({ object }) => ({ filter: { object: { code: { eq: object } } } }),
  "of an owner": ({ owner }) => ({ filter: { object: { owner: { eq: owner } } } }),
  "of a sector": () => ({ filter: { object: { sectors: { any: ["HEALTH_CARE"] } } } }),
  "one object or one level": ({ object }) => ({
    filter: { or: [{ object: { code: { eq: object } } }, { severity: { eq: "HIGH" } }] },
  }),
  "with a card that says so": () => ({ filter: { card: { scale: "INDIVIDUAL" } } }),
  "with a duty": () => ({ filter: { duty: { rule: ["R9_3"], standings: ["MET"] } } }),
};

export const SCOPES: readonly Scope[] = [{ sees: "EVERYTHING" }, { sees: "SOC", soc: SOC }];
