import { partsOfObligationsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { Instant } from "../../domain/instant.js";
import { OBLIGATION_DIMENSIONS, type ObligationDimension, type Standing, type Term } from "../../domain/obligations.js";
import type { Connection } from "../../platform/database.js";
import { all, Parameters, timestamp } from "../../platform/sql.js";
import { conditionsOf, type ObligationFilter } from "./filter-sql.js";
import { standingOf } from "./standing-sql.js";

/** How many duties there are of one SOC, rule and standing; null: of all of them. */
export interface ObligationCountRow {
  readonly socId: string | null;
  readonly rule: Term["rule"] | null;
  readonly standing: Standing | null;
  readonly count: number;
}

/** Duties as numbers, seen through one scope. */
export class ObligationCountStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  /** How many fit the filter; no more than `most` are looked at. */
  async count(filter: ObligationFilter, now: Instant, most: number): Promise<number> {
    const parameters = new Parameters();
    const scopes = partsOfObligationsInScope(this.scope, parameters, "o");
    const conditions = conditionsOf(filter, this.scope, parameters, now);
    const fitting = scopes.map((scope) => `select 1 from obligation o where ${all([scope, ...conditions])}`);
    const [row] = await this.connection.query<{ readonly count: number }>(
      `select count(*)::int as count from (${fitting.join(" union all ")} limit ${parameters.add(most)}) fitting`,
      parameters.values,
    );
    return row?.count ?? 0;
  }

  /** How many fit the filter, by the dimensions that are asked for, in the order of the SOCs' codes; no row where there are none. */
  async counts(
    filter: ObligationFilter,
    by: readonly ObligationDimension[],
    now: Instant,
  ): Promise<ObligationCountRow[]> {
    const parameters = new Parameters();
    const scopes = partsOfObligationsInScope(this.scope, parameters, "o");
    const conditions = conditionsOf(filter, this.scope, parameters, now);
    const columns: Readonly<Record<ObligationDimension, () => string>> = {
      SOC: () => "o.obligor_id",
      RULE: () => "o.rule",
      STANDING: () => standingOf("o", () => parameters.add(timestamp(now))),
    };
    const selected = OBLIGATION_DIMENSIONS.map((one) => (by.includes(one) ? columns[one]() : "null")).join(", ");
    const fitting = scopes.map((scope) => `select ${selected} from obligation o where ${all([scope, ...conditions])}`);
    return this.connection.query(
      `with fitting (soc_id, rule, standing) as (${fitting.join(" union all ")}), counted as (
         select soc_id::uuid, rule, standing, count(*)::int as count from fitting group by soc_id, rule, standing
       )
       select c.soc_id as "socId", c.rule, c.standing, c.count from counted c left join party p on p.id = c.soc_id
       order by p.code, c.rule, c.standing`,
      parameters.values,
    );
  }
}
