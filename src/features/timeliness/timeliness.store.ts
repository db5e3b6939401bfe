import { ownRowsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { Instant, LocalDate } from "../../domain/instant.js";
import type { Means, Standing, Term } from "../../domain/obligations.js";
import type { MonthSpan, Tally } from "../../domain/timeliness.js";
import type { Connection } from "../../platform/database.js";
import { all, Parameters, timestamp } from "../../platform/sql.js";
import { standingInSql } from "../obligations/standing-sql.js";

/** The duties of a month by their standing. */
export interface MonthTally extends Tally {
  /** Its first day. */
  readonly month: LocalDate;
}

/** How well a SOC meets one term. */
export interface TimelinessRow {
  readonly socId: string;
  readonly rule: Term["rule"];
  /** The months in which the term started for at least one duty, earliest first. */
  readonly months: readonly MonthTally[];
  /** Lateness in seconds of what was met late, is overdue or was when it was waived; null where nothing was. */
  readonly medianSeconds: number | null;
  readonly p95Seconds: number | null;
  readonly worstSeconds: number | null;
}

/** Of how many distinct incidents the duties of a SOC, or (null) of all, under one rule are. */
export interface IncidentCounts {
  readonly socId: string | null;
  readonly rule: Term["rule"];
  /** By the month's first day; under an empty text in all of them. */
  readonly incidents: Readonly<Record<string, number>>;
}

/** How well SOCs meet their terms, seen through one scope: a SOC sees its own record, an owner none. */
export class TimelinessStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  /**
   * By SOC and rule, from the duties under `termRules` whose term started in one of `months`, by their standing at `now`.
   * Each SOC,
   * rule and month is looked up in the index obligation_timeliness, so that nothing is sorted, hashed or read twice, however
   * many there are.
   */
  async ofSocs(
    socIds: readonly string[] | undefined,
    termRules: readonly Term["rule"][],
    months: readonly MonthSpan[],
    now: Instant,
  ): Promise<TimelinessRow[]> {
    const parameters = new Parameters();
    const at = parameters.add(timestamp(now));
    const rules = parameters.add(termRules);
    const [firsts, starts, ends] = [
      parameters.add(months.map(({ month }) => month)),
      parameters.add(months.map(({ startsAt }) => timestamp(startsAt))),
      parameters.add(months.map(({ endsAt }) => timestamp(endsAt))),
    ];
    const is = (wanted: Standing): string => standingInSql(wanted, "o", () => at);
    const metBy = (means: Means): string => `o.discharged_at is not null and o.met_by = '${means}'`;
    const conditionsOf: Readonly<Record<Exclude<keyof Tally, "retracted">, string>> = {
      opened: "true",
      met: is("MET"),
      late: is("MET_LATE"),
      overdue: is("OVERDUE"),
      waived: `${is("WAIVED")} and o.waived_at <= o.due_at`,
      waivedLate: `${is("WAIVED")} and o.waived_at > o.due_at`,
      running: is("RUNNING"),
      bySocStatement: metBy("SOC_STATEMENT"),
      receivedOtherwise: metBy("RECEIVED_OTHERWISE"),
      leftUndetermined: metBy("REVIEW_LEFT_UNDETERMINED"),
    };
    const { late, overdue, waivedLate } = conditionsOf;
    const counted = Object.entries(conditionsOf).map(
      ([name, condition]) => `count(*) filter (where not o.is_retracted and ${condition}) as "${name}"`,
    );
    const counts = ["retracted", ...Object.keys(conditionsOf)].map((name) => `'${name}', "${name}"`);
    const conditions = [ownRowsInScope(this.scope, parameters, "s")];
    if (socIds) conditions.push(`s.soc_id = any (${parameters.add(socIds)}::uuid[])`);
    return this.connection.query(
      `select s.soc_id as "socId", r.rule, kept.months, round(kept.percentiles[1]::numeric, 3)::float8 as "medianSeconds",
         round(kept.percentiles[2]::numeric, 3)::float8 as "p95Seconds", kept.worst as "worstSeconds"
       from (select id as soc_id, code from party where kind = 'SOC') s cross join unnest(${rules}::text[]) as r (rule),
         lateral (
           with tally as materialized (
             select m.month, t.* from unnest(${firsts}::date[], ${starts}::timestamptz[], ${ends}::timestamptz[])
               as m (month, starts_at, ends_at), lateral (
                 select count(*) filter (where o.is_retracted) as retracted, ${counted.join(", ")},
                   array_agg(extract(epoch from coalesce(o.discharged_at, o.waived_at, ${at}) - o.due_at)::float8)
                     filter (where not o.is_retracted and ((${late}) or (${overdue}) or (${waivedLate}))) as seconds
                 from obligation o where o.obligor_id = s.soc_id and o.rule = r.rule and not o.is_void
                   and o.starts_at >= m.starts_at and o.starts_at < m.ends_at
               ) t
             where t.opened + t.retracted > 0
           )
           select (select json_agg(json_build_object('month', month, ${counts.join(", ")}) order by month) from tally) as months,
             percentile_cont(array[0.5, 0.95]) within group (order by late.seconds) as percentiles, max(late.seconds) as worst
           from tally, unnest(tally.seconds) as late (seconds)
         ) kept
       where kept.months is not null and ${all(conditions)} order by s.code, r.rule`,
      parameters.values,
    );
  }

  /**
   * Distinct incidents of the same duties: dossiers that are linked as of one incident count once. Each dossier is of one SOC, and
   * has several duties under R9.2 and R9.6 alone, so that nothing else is sorted; what is linked, which is little, is taken off.
   */
  async incidentsOf(
    socIds: readonly string[] | undefined,
    termRules: readonly Term["rule"][],
    months: readonly MonthSpan[],
  ): Promise<IncidentCounts[]> {
    if (this.scope.sees === "OWNER") return [];
    const parameters = new Parameters();
    const rules = parameters.add(termRules);
    const spans = [
      `${parameters.add(months.map(({ month }) => month))}::date[]`,
      `${parameters.add(months.map(({ startsAt }) => timestamp(startsAt)))}::timestamptz[]`,
      `${parameters.add(months.map(({ endsAt }) => timestamp(endsAt)))}::timestamptz[]`,
    ];
    const within = (of: string): string =>
      `not o.is_retracted and not o.is_void and o.starts_at >= ${of}.starts_at and o.starts_at < ${of}.ends_at`;
    const ofSocs = [ownRowsInScope(this.scope, parameters, "s")];
    if (socIds) ofSocs.push(`s.soc_id = any (${parameters.add(socIds)}::uuid[])`);
    const hasSeveral = "rule in ('R9.2', 'R9.6')";
    return this.connection.query(
      `with m as materialized (select * from unnest(${spans.join(", ")}) as m (month, starts_at, ends_at)),
       s as materialized (select s.soc_id from (select id as soc_id from party where kind = 'SOC') s where ${all(ofSocs)}),
       of_month as (
         select s.soc_id, r.rule, m.month, t.count from s cross join unnest(${rules}::text[]) as r (rule) cross join m, lateral (
           select count(o.incident_id) filter (where not o.${hasSeveral})
             + count(distinct o.incident_id) filter (where o.${hasSeveral}) as count
           from obligation o where o.obligor_id = s.soc_id and o.rule = r.rule and ${within("m")}
         ) t where t.count > 0
       ), dossier as (
         select * from of_month union all
         select soc_id, rule, null, sum(count) from of_month where not ${hasSeveral} group by soc_id, rule union all
         select s.soc_id, r.rule, null, t.count from s cross join unnest(${rules}::text[]) as r (rule)
           cross join (select min(starts_at) as starts_at, max(ends_at) as ends_at from m) w, lateral (
             select count(distinct o.incident_id) as count
             from obligation o where o.obligor_id = s.soc_id and o.rule = r.rule and ${within("w")}
           ) t where r.${hasSeveral} and t.count > 0
       ), counted as (
         select soc_id, rule, month, count from dossier union all
         select null, rule, month, sum(count) from dossier group by rule, month
       ), linked as (
         select s.soc_id, o.rule, m.month, count(distinct l.incident_id) - count(distinct l.group_id) as more
         from same_incident l join obligation o on o.incident_id = l.incident_id join s on s.soc_id = o.obligor_id
           join m on ${within("m")}
         where o.rule = any (${rules})
         group by grouping sets ((s.soc_id, o.rule, m.month), (s.soc_id, o.rule), (o.rule, m.month), (o.rule))
       )
       select c.soc_id as "socId", c.rule,
         json_object_agg(coalesce(c.month::text, ''), c.count - coalesce(l.more, 0)) as incidents
       from counted c left join linked l on l.rule = c.rule and l.soc_id is not distinct from c.soc_id
         and l.month is not distinct from c.month
       group by c.soc_id, c.rule`,
      parameters.values,
    );
  }
}
