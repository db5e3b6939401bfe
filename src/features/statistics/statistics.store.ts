import { incidentsInScope, ownRowsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { Instant } from "../../domain/instant.js";
import {
  groupsOf,
  isMultiple,
  isSummed,
  isTime,
  MEASURES,
  VALUES,
  type Dimension,
  type Group,
  type Key,
  type Measure,
} from "../../domain/statistics.js";
import type { DaySpan } from "../../domain/timeliness.js";
import type { Connection } from "../../platform/database.js";
import { PLANNED_EACH_TIME } from "../../platform/prepared-statements.js";
import { all, Parameters } from "../../platform/sql.js";
import { isAlways, type Condition } from "../incidents/filter/condition.js";
import { filterSql } from "../incidents/filter/filter-sql.js";
import { asksKeptAlone, KEPT, type KeptCondition, keptSql } from "./kept-sql.js";

/** What is counted: incidents received in a period, of which a condition holds at an instant. */
export interface CountsAsked {
  readonly period: DaySpan;
  readonly condition: Condition;
  readonly now: Instant;
}

/** Incidents, each counted once, and by group. */
export interface Counts {
  readonly total: number;
  readonly groups: readonly Group[];
}

/** How long something took, over those incidents of a group of which it is known; seconds, interpolated. */
export interface Distribution {
  readonly measured: number;
  readonly medianSeconds: number | null;
  readonly p90Seconds: number | null;
  readonly p95Seconds: number | null;
}

/** The distributions of a group, by its keys. */
export interface GroupTimes {
  readonly keys: readonly Key[];
  readonly times: Readonly<Record<Measure, Distribution>>;
}

const SHARES = [0.5, 0.9, 0.95];

const SECONDS: Readonly<Record<Measure, string>> = {
  TIME_TO_REPORT: "f.report_seconds",
  TIME_TO_CARD: "f.card_seconds",
  TIME_TO_REVIEW: "f.review_seconds",
};

/** Counts of incidents, seen through one scope: a SOC counts its own, an owner those that it may see. */
export class StatisticsStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  /** The incidents that are asked for, in groups of no order. Of an owner's nothing is kept. */
  async counts(by: readonly Dimension[], asked: CountsAsked): Promise<Counts> {
    const [total, groups] = await Promise.all([this.total(asked), this.groups(by, asked)]);
    return { total, groups };
  }

  private async total(asked: CountsAsked): Promise<number> {
    const { period, condition } = asked;
    const parameters = new Parameters();
    const [row] = await this.connection.query<{ readonly total: number }>(
      asksKeptAlone(condition)
        ? `select coalesce(sum(f.incidents), 0)::int as total from ${this.summed(period, condition, parameters)}`
        : `${PLANNED_EACH_TIME}select count(*)::int as total from ${this.fitting(asked, parameters)}`,
      parameters.values,
    );
    return row?.total ?? 0;
  }

  private async groups(by: readonly Dimension[], asked: CountsAsked): Promise<Group[]> {
    const { period, condition } = asked;
    const parameters = new Parameters();
    const isOfSums = isSummed(by) && asksKeptAlone(condition);
    const count = isOfSums ? "sum(f.incidents)" : "count(*)";
    const rowsOf = isOfSums ? this.summed(period, condition, parameters) : this.fitting(asked, parameters);
    const columns = by.map(columnOf);
    const places = by.map((_, place) => place + 1).join(", ");
    const rows = await this.connection.query<{ readonly keys: readonly (string | null)[]; readonly incidents: number }>(
      `${plannedAs(asked)}select array[${columns.map((_, place) => `g.k${place}::text`).join(", ")}] as keys, g.incidents from (
         select ${columns.map((column, place) => `${column} as k${place}`).join(", ")}, ${count}::int as incidents
         from ${rowsOf} group by ${places}
       ) g where g.incidents > 0`,
      parameters.values,
    );
    return groupsOf(
      rows.map(({ keys, incidents }) => ({
        keys: by.map((dimension, place) => valuesOf(dimension, keys[place] ?? null)),
        incidents,
      })),
    );
  }

  /** How long reports, cards and reviews took, by group. */
  async times(by: readonly Dimension[], asked: CountsAsked): Promise<GroupTimes[]> {
    // How a SOC stands is not an owner's concern.
    if (this.scope.sees === "OWNER") return [];
    const parameters = new Parameters();
    const columns = by.map((dimension, place) => (isMultiple(dimension) ? `k${place}.bit` : columnOf(dimension)));
    const unfolded = by.map((dimension, place) => (isMultiple(dimension) ? unfoldedBy(dimension, place) : ""));
    const places = by.map((_, place) => place + 1).join(", ");
    const measured = MEASURES.flatMap((measure, place) => [
      `count(${SECONDS[measure]})::int as n${place}`,
      `percentile_cont(array[${SHARES.join(", ")}]) within group (order by ${SECONDS[measure]}) as p${place}`,
    ]);
    const rows = await this.connection.query<Record<string, unknown>>(
      `${plannedAs(asked)}select array[${columns.map((_, place) => `g.k${place}::text`).join(", ")}] as keys, g.* from (
         select ${columns.map((column, place) => `${column} as k${place}`).join(", ")}, ${measured.join(", ")}
         from ${this.fitting(asked, parameters, unfolded.join(" "))} group by ${places}
       ) g`,
      parameters.values,
    );
    return rows.map((row) => {
      const keys = row["keys"] as readonly (string | null)[];
      const times = MEASURES.map((measure, place) => [measure, distribution(row[`n${place}`], row[`p${place}`])]);
      return {
        keys: by.map((dimension, place) => keyOf(dimension, keys[place] ?? null)),
        times: Object.fromEntries(times) as GroupTimes["times"],
      };
    });
  }

  /** Sums of what is asked for. */
  private summed(period: CountsAsked["period"], condition: KeptCondition, parameters: Parameters): string {
    return `counted_day f where ${all([this.within(period, parameters), keptSql(condition, parameters)])}`;
  }

  /** Kept rows of what is asked for; `joined` to them. */
  private fitting({ period, condition, now }: CountsAsked, parameters: Parameters, joined = ""): string {
    const { scope } = this;
    const conditions = [this.within(period, parameters)];
    if (asksKeptAlone(condition)) {
      return `counted_incident f ${joined} where ${all([...conditions, keptSql(condition, parameters)])}`;
    }
    conditions.push(incidentsInScope(scope, parameters, "i"), filterSql(condition, { scope, parameters, now }));
    return `counted_incident f join incident i on i.id = f.incident_id ${joined} where ${all(conditions)}`;
  }

  private within({ from, before }: DaySpan, parameters: Parameters): string {
    return all([
      ownRowsInScope(this.scope, parameters, "f"),
      `f.day >= ${parameters.add(from)}::date and f.day < ${parameters.add(before)}::date`,
    ]);
  }
}

/** What narrows is planned with its values, as in lists. */
const plannedAs = ({ condition }: CountsAsked): string => (isAlways(condition) ? "" : PLANNED_EACH_TIME);

function columnOf(dimension: Dimension): string {
  if (isTime(dimension)) return dimension === "DAY" ? "f.day" : `date_trunc('${dimension.toLowerCase()}', f.day)::date`;
  return dimension === "SOC" ? "f.soc_id" : `f.${KEPT[dimension].column}`;
}

/** A row for each value of a set, and one where there is none. */
function unfoldedBy(dimension: keyof typeof KEPT, place: number): string {
  const column = `f.${KEPT[dimension].column}`;
  return `cross join lateral (
    select bit from generate_series(0, ${VALUES[dimension].length - 1}) bit where ${column} & (1 << bit) <> 0
    union all select null where ${column} = 0) k${place}`;
}

/** What a kept column means; of a set all that is in it. */
function valuesOf(dimension: Dimension, kept: string | null): readonly Key[] {
  if (isTime(dimension) || dimension === "SOC") return [kept];
  if (dimension === "SIGN") return KEPT.SIGN.values(kept === null ? null : Number(kept));
  return KEPT[dimension].values(Number(kept));
}

/** The same where sets are unfolded. */
function keyOf(dimension: Dimension, kept: string | null): Key {
  if (isMultiple(dimension)) return kept === null ? null : (VALUES[dimension][Number(kept)] ?? null);
  return valuesOf(dimension, kept)[0] ?? null;
}

function distribution(measured: unknown, percentiles: unknown): Distribution {
  const [median = null, p90 = null, p95 = null] = (percentiles ?? []) as readonly (number | null)[];
  return { measured: Number(measured), medianSeconds: median, p90Seconds: p90, p95Seconds: p95 };
}
