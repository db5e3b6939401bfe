import { ownRowsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { Instant, LocalDate } from "../../domain/instant.js";
import type { Means, Term } from "../../domain/obligations.js";
import { bySums, type MonthSpan, type Tally } from "../../domain/timeliness.js";
import type { Connection } from "../../platform/database.js";
import { all, Parameters, timestamp } from "../../platform/sql.js";

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

/** Which duties each count counts. */
const COUNTS: Readonly<Record<keyof Tally, string>> = {
  opened: "standing <> 'RETRACTED'",
  met: "standing = 'MET'",
  late: "standing = 'MET_LATE'",
  overdue: "standing = 'OVERDUE'",
  waived: "standing = 'WAIVED'",
  waivedLate: "standing = 'WAIVED_LATE'",
  running: "standing = 'RUNNING'",
  retracted: "standing = 'RETRACTED'",
  bySocStatement: metBy("SOC_STATEMENT"),
  receivedOtherwise: metBy("RECEIVED_OTHERWISE"),
  leftUndetermined: metBy("REVIEW_LEFT_UNDETERMINED"),
};

/** Which shares of the late duties were at most so late. */
const LATENESS = ["medianSeconds", "p95Seconds", "worstSeconds"];
const SHARES = [0.5, 0.95, 1];

/** The counts in the order of `COUNTS`, by name. */
function tallyOf(month: LocalDate, counts: Counted): MonthTally {
  const [opened, met, late, overdue, waived, waivedLate, running, retracted, ...how] = counts;
  const [bySocStatement, receivedOtherwise, leftUndetermined] = how;
  return {
    month,
    opened,
    met,
    late,
    overdue,
    waived,
    waivedLate,
    running,
    retracted,
    bySocStatement,
    receivedOtherwise,
    leftUndetermined,
  };
}

/** As many as there are counts. */
type Counted = readonly [number, number, number, number, number, number, number, number, number, number, number];

interface RecordRow extends Omit<TimelinessRow, "months"> {
  readonly months: readonly string[];
  readonly counts: readonly Counted[];
}

/** As the indexes of 0044 have it. */
const OPEN = "o.discharged_at is null and o.waived_at is null and not o.is_void and not o.is_retracted";
const LATE = "coalesce(o.discharged_at, o.waived_at) > o.due_at and not o.is_void and not o.is_retracted";

/** How well SOCs meet their terms, seen through one scope: a SOC sees its own record, an owner none. */
export class TimelinessStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  /**
   * By SOC and rule, from the duties under `termRules` whose term started in one of `months`, by their standing at `now`. What is
   * settled is added up from the sums of the months (`migrations/0044`), except for parts of months, which are counted; what is
   * open, and how late the rest was, is read out of an index that holds nothing else.
   */
  async ofSocs(
    socIds: readonly string[] | undefined,
    termRules: readonly Term["rule"][],
    months: readonly MonthSpan[],
    now: Instant,
  ): Promise<TimelinessRow[]> {
    const [first, last] = [months.at(0), months.at(-1)];
    if (!first || !last) return [];
    const { tallied, parts } = bySums(months);
    const parameters = new Parameters();
    const at = parameters.add(timestamp(now));
    const rules = `${parameters.add(termRules)}::text[]`;
    const [begins, ends] = [parameters.add(timestamp(first.startsAt)), parameters.add(timestamp(last.endsAt))];
    const firsts = `${parameters.add(months.map(({ month }) => month))}::date[]`;
    const starts = `${parameters.add(months.map(({ startsAt }) => timestamp(startsAt)))}::timestamptz[]`;
    const whole = `${parameters.add(tallied)}::date[]`;
    const counted = [
      `${parameters.add(parts.map(({ month }) => month))}::date[]`,
      `${parameters.add(parts.map(({ startsAt }) => timestamp(startsAt)))}::timestamptz[]`,
      `${parameters.add(parts.map(({ endsAt }) => timestamp(endsAt)))}::timestamptz[]`,
      `${parameters.add(parts.map(({ times }) => times))}::int[]`,
    ].join(", ");
    const socs = [ownRowsInScope(this.scope, parameters, "s")];
    if (socIds) socs.push(`s.soc_id = any (${parameters.add(socIds)}::uuid[])`);
    const ofPair = `o.obligor_id = p.soc_id and o.rule = p.rule`;
    const within = `o.starts_at >= ${begins} and o.starts_at < ${ends}`;
    const rows = await this.connection.query<RecordRow>(
      `with s as materialized (
         select s.soc_id, s.code from (select id as soc_id, code from party where kind = 'SOC') s where ${all(socs)}
       ), p as materialized (
         select s.soc_id, s.code, r.rule from s cross join unnest(${rules}) as r (rule)
       ), counted (soc_id, rule, month, standing, met_by, duties) as (
         ${["duty_tally", "duty_tally_change"]
           .map(
             (table) => `select t.obligor_id, t.rule, t.month, t.settled_as, t.met_by, t.duties from ${table} t
         where t.obligor_id in (select soc_id from s) and t.rule = any (${rules}) and t.month = any (${whole})`,
           )
           .join(" union all ")}
         union all
         select p.soc_id, p.rule, m.month, c.settled_as, c.met_by, m.times * c.duties
         from p cross join unnest(${counted}) as m (month, starts_at, ends_at, times), lateral (
           select d.settled_as, o.met_by, count(*)::int as duties
           from obligation o cross join settled_as(o.is_void, o.is_retracted, o.due_at, o.discharged_at, o.waived_at) as d (settled_as)
           where ${ofPair} and o.starts_at >= m.starts_at and o.starts_at < m.ends_at and d.settled_as is not null
           group by d.settled_as, o.met_by
         ) c
         union all
         select p.soc_id, p.rule, (${firsts})[abs(c.place)], case when c.place > 0 then 'RUNNING' else 'OVERDUE' end, null, c.duties
         from p, lateral (
           select width_bucket(o.starts_at, ${starts}) * case when o.due_at < ${at} then -1 else 1 end as place, count(*)::int as duties
           from obligation o where ${ofPair} and ${within} and ${OPEN} group by place
         ) c
       ), month as (
         select soc_id, rule, month, array[${Object.values(COUNTS)
           .map((condition) => `coalesce(sum(duties) filter (where ${condition}), 0)::int`)
           .join(", ")}] as counts,
           coalesce(sum(duties) filter (where standing in ('MET_LATE', 'WAIVED_LATE', 'OVERDUE')), 0) as late
         from counted group by soc_id, rule, month having sum(duties) > 0
       ), record as (
         select soc_id, rule, array_agg(month order by month) as months, json_agg(counts order by month) as counts, sum(late) as late
         from month group by soc_id, rule
       )
       select p.soc_id as "socId", p.rule, record.months::text[], record.counts, late.*
       from record join p on p.soc_id = record.soc_id and p.rule = record.rule, lateral (
         select percentile_disc(${placesOf(SHARES, "record.late")}) within group (order by l.by) as at from (
           select timestamp 'epoch' + (coalesce(o.discharged_at, o.waived_at) - o.due_at) as by
           from obligation o where ${ofPair} and ${within} and ${LATE}
           union all
           select timestamp 'epoch' + (${at} - o.due_at)
           from obligation o where ${ofPair} and ${within} and ${OPEN} and o.due_at < ${at}
         ) l
       ) l, lateral (select ${SHARES.map((share, place) => `${secondsOf(share, place, "l.at", "record.late")} as "${LATENESS[place]}"`).join(", ")}) late
       order by p.code, p.rule`,
      parameters.values,
    );
    return rows.map(({ counts, months: firstDays, ...row }) => ({
      ...row,
      months: counts.map((values, place) => tallyOf(firstDays[place] as LocalDate, values)),
    }));
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

  /** Adds to the sums what has changed since they were added up the last time. For the gateway itself. */
  async sumUp(): Promise<void> {
    await this.connection.query("select sum_up_duty_changes()");
  }
}

function metBy(means: Means): string {
  return `standing in ('MET', 'MET_LATE') and met_by = '${means}'`;
}

/**
 * The fractions with which percentile_disc gives, of `count` values, for each share the two values that percentile_cont lies
 * between. It sorts instants faster than percentile_cont sorts numbers.
 */
function placesOf(shares: readonly number[], count: string): string {
  const fraction = (round: string, share: number): string =>
    `(${round}(${share} * (${count} - 1)) + 0.5) / nullif(${count}, 0)`;
  return `array[${shares.flatMap((share) => [fraction("floor", share), fraction("ceil", share)]).join(", ")}]::float8[]`;
}

/** What percentile_cont would give for the share at this place, in seconds to the millisecond. */
function secondsOf(share: number, place: number, found: string, count: string): string {
  const [below, above] = [1, 2].map((one) => `extract(epoch from ${found}[${2 * place + one}])`);
  return `round(${below} + mod(${share} * (${count} - 1), 1) * (${above} - ${below}), 3)::float8`;
}
