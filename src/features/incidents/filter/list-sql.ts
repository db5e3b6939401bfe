import { incidentsInScope } from "../../../access/scope-sql.js";
import type { MixedPaging, OrderColumn } from "../../../platform/mixed-keyset.js";
import { all } from "../../../platform/sql.js";
import { branchesOf, conjunctsOf, type Condition } from "./condition.js";
import { filterSql, type Asking } from "./filter-sql.js";

/** Where incidents are read from: an owner reads its own copies. */
export type IncidentTable = "incident" | "owner_incident";

/** Objects of each of which a page is looked up. */
export const MOST_OBJECTS = 64;

export interface ListAsked {
  readonly table: IncidentTable;
  readonly condition: Condition;
  readonly order: readonly Pick<OrderColumn<never>, "column">[];
  readonly paging: Pick<MixedPaging<never>, "branches" | "orderBy" | "limit">;
  /** Whose list it is, where it is that of each of several: of a row \`p\` with their ids. */
  readonly parent?: "SOC" | "OBJECT";
}

/**
 * By what a page is found; we choose it, since what the planner takes for the least work changes with the size of the tables.
 * OBJECTS: the page of each object, out of the index that has an object's incidents in order. WALK: in the order of the list, until
 * the page is full.
 */
type Driver =
  | { readonly by: "WALK" }
  /** `ids` is SQL where it is told by the parent. */
  | { readonly by: "OBJECTS"; readonly ids: readonly string[] | string; readonly rest: Condition };

/** What the index of an object's incidents has in order. */
const IN_INDEX: ReadonlySet<string> = new Set(["received_at", "id"]);

export function driverOf(
  condition: Condition,
  { table, order, parent }: Omit<ListAsked, "condition" | "paging">,
): Driver {
  if (table !== "incident" || order.some(({ column }) => !IN_INDEX.has(column))) return { by: "WALK" };
  if (parent === "OBJECT") return { by: "OBJECTS", ids: "array[p.id]", rest: condition };
  const conjuncts = conjunctsOf(condition);
  const objects = conjuncts.find((one) => one.is === "OBJECTS" && one.ids.length <= MOST_OBJECTS);
  // One SOC's own list is walked: what it has of an object is no small part of it.
  if (objects?.is !== "OBJECTS" || parent === "SOC") return { by: "WALK" };
  return { by: "OBJECTS", ids: objects.ids, rest: { is: "ALL", of: conjuncts.filter((one) => one !== objects) } };
}

/**
 * The statement of a page; `selected` is what it gives of a row `i`. One list is read as it is; where there are several
 * (alternatives that ask other tables, parts of an order of both directions), a page of each, of which the page is made.
 */
export function pageSql(selected: string, asked: ListAsked, asking: Asking): string {
  const { table, condition, paging } = asked;
  const [branch = "true", ...others] = paging.branches("i");
  const isOne = others.length === 0 && branchesOf(condition).length === 1 && driverOf(condition, asked).by === "WALK";
  if (isOne) return walkSql(selected, condition, branch, asked, asking);
  return `select ${selected} from (${keysSql(asked, asking)}) k join ${table} i on i.id = k.id
    where ${incidentsInScope(asking.scope, asking.parameters, "i")} order by ${paging.orderBy("i")}`;
}

/** The statement of a page of each of these parents, an array of ids; their id is `"parentId"`. */
export function pagesSql(selected: string, parents: string, asked: ListAsked, asking: Asking): string {
  return `select ${selected}, p.id as "parentId" from unnest(${parents}::uuid[]) with ordinality p (id, place)
    cross join lateral (${keysSql(asked, asking)}) k join ${asked.table} i on i.id = k.id
    where ${incidentsInScope(asking.scope, asking.parameters, "i")} order by p.place, ${asked.paging.orderBy("i")}`;
}

/** What identifies and orders the rows of a page. */
function keysSql(asked: ListAsked, asking: Asking): string {
  const { paging, order } = asked;
  const columns = order.map(({ column }) => `k.${column}`).join(", ");
  const parts = branchesOf(asked.condition).flatMap((one) => partsOf(one, asked, asking));
  return `select distinct ${columns} from (${parts.map((part) => `(${part})`).join(" union all ")}) k
    order by ${paging.orderBy("k")} limit ${paging.limit}`;
}

function partsOf(condition: Condition, asked: ListAsked, asking: Asking): string[] {
  const driver = driverOf(condition, asked);
  const { paging } = asked;
  if (driver.by === "WALK") {
    const keys = asked.order.map(({ column }) => `i.${column}`).join(", ");
    return paging.branches("i").map((branch) => walkSql(keys, condition, branch, asked, asking));
  }
  const ids = typeof driver.ids === "string" ? driver.ids : `${asking.parameters.add(driver.ids)}::uuid[]`;
  return paging.branches("m").map((branch) => objectsSql(ids, driver.rest, branch, asked, asking));
}

function walkSql(
  selected: string,
  condition: Condition,
  branch: string,
  { table, paging, parent }: ListAsked,
  asking: Asking,
): string {
  const conditions = [...ofParent(parent, table), branch, ...fits(condition, asking)];
  return `select ${selected} from ${table} i where ${all(conditions)} order by ${paging.orderBy("i")} limit ${paging.limit}`;
}

function ofParent(parent: ListAsked["parent"], table: IncidentTable): string[] {
  if (parent === undefined) return [];
  if (parent === "SOC") return ["i.soc_id = p.id"];
  return table === "owner_incident"
    ? ["p.id = any (i.object_ids)"]
    : ["i.id in (select m.incident_id from incident_object m where m.object_id = p.id)"];
}

function objectsSql(
  ids: string,
  rest: Condition,
  branch: string,
  { order, paging }: ListAsked,
  asking: Asking,
): string {
  const keys = (alias: string): string => order.map(({ column }) => `${alias}.${column}`).join(", ");
  // One that names two of the objects is on the page of each. By its "offset 0" the incident is looked up for each row of the index:
  // for one SOC the planner would otherwise read all of its incidents for each object.
  return `select distinct ${keys("q")} from unnest(${ids}) o (id) cross join lateral (
      select ${keys("m")} from (select m.received_at, m.incident_id as id from incident_object m where m.object_id = o.id) m
        cross join lateral (select from incident i where ${all(["i.id = m.id", ...fits(rest, asking)])} offset 0) i
      where ${branch} order by ${paging.orderBy("m")} limit ${paging.limit}
    ) q order by ${paging.orderBy("q")} limit ${paging.limit}`;
}

/** How many fit, at most `most`, which is a parameter. */
export function countSql({ table, condition }: Counted, most: string, asking: Asking): string {
  return `select count(*)::int as count from (select from ${table} i where ${all(fits(condition, asking))} limit ${most}) c`;
}

/** How many of a sample fit: of the pages of the table so many in a hundred as `percent`, a parameter, says; the same ones each time. */
export function sampleSql({ table, condition }: Counted, percent: string, asking: Asking): string {
  return `select count(*)::int as count from ${table} i tablesample system (${percent}) repeatable (1)
    where ${all(fits(condition, asking))}`;
}

type Counted = Pick<ListAsked, "table" | "condition">;

function fits(condition: Condition, asking: Asking): string[] {
  return [incidentsInScope(asking.scope, asking.parameters, "i"), filterSql(condition, asking)];
}
