import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { Refusal } from "../../domain/refusal.js";
import { TERM_RULES } from "../../domain/obligations.js";
import { byShareInTime, judgeDaySpan, monthsOf, shareInTime, total } from "../../domain/timeliness.js";
import { idsNamed } from "../submissions/references.js";
import type { RequestContext } from "../../operation/request-context.js";
import { termRules } from "../obligations/term-rules.js";
import { Soc } from "../parties/party.types.js";
import type { IncidentCounts, MonthTally, TimelinessRow } from "./timeliness.store.js";
import {
  Timeliness,
  TimelinessMonth,
  type TimelinessOrder,
  TimelinessOrderEnum,
  TimelinessPeriod,
} from "./timeliness.types.js";
import { EACH_BY_CODE } from "../submissions/submission.types.js";

const INCIDENTS =
  "Distinct incidents of those opened: dossiers that the national centre linked as of one incident (`sameAs`) count once. R9.4 and R9.5 are of notifications, and count none.";
const OF_ALL_SOCS =
  "The same over all SOCs of the answer: where dossiers of several SOCs are of one incident, `incidents` of their rows do not add up.";

@Resolver(() => Timeliness)
export class TimelinessResolver {
  @Query(() => [Timeliness], {
    // All duties of the period that were late are read, of which there may be very many.
    complexity: 10_000,
    description:
      "How well SOCs meet their terms, one row per SOC and rule that had a duty, counted by dossier: the centre sees all, a SOC itself.",
  })
  async timeliness(
    @Ctx() context: RequestContext,
    @Arg("period", () => TimelinessPeriod, {
      description: "The days on which the terms of the duties started, in Asia/Almaty.",
    })
    period: TimelinessPeriod,
    @Arg("socs", () => [ID], { nullable: true, description: `Only these SOCs. ${EACH_BY_CODE}` })
    socs: readonly string[] | null,
    @Arg("rules", () => [String], { nullable: true, description: "Under one of these rules: R9.1 to R9.6 or RA.1." })
    rules: readonly string[] | null,
    @Arg("orderBy", () => TimelinessOrderEnum, { nullable: true, description: "By SOC by default." })
    orderBy: TimelinessOrder | null,
  ) {
    const [violation] = judgeDaySpan(period);
    if (violation) throw new Refusal("BAD_USER_INPUT", violation.says, ["period", ...violation.path]);
    const asked = rules ? termRules(rules, ["rules"]) : TERM_RULES;
    const reading = context.readingFor("read");
    const { timeliness } = reading;
    const socIds = socs ? await idsNamed(reading, "Soc", socs, ["socs"]) : undefined;
    const months = monthsOf(period);
    const rows = await timeliness.ofSocs(socIds, asked, months, context.now);
    let counts: Promise<IncidentCounts[]> | undefined;
    // For all rows at once, where a row is asked for them.
    const countIncidents = () => (counts ??= timeliness.incidentsOf(socIds, asked, months));
    const records = rows.map((row) => {
      const tally = total(row.months);
      return {
        ...row,
        ...tally,
        countIncidents,
        shareInTime: shareInTime(tally),
        lateness: row.worstSeconds === null ? null : row,
      };
    });
    return orderBy === "LEAST_IN_TIME" ? records.toSorted(byShareInTime) : records;
  }

  @FieldResolver(() => Soc, { nullable: true, description: "The SOC whose record it is." })
  soc(@Root() { socId }: TimelinessRow, @Ctx() context: RequestContext) {
    return context.reading.party.load(socId);
  }

  @FieldResolver(() => [TimelinessMonth], {
    description: "The same by calendar month, earliest first; months without a duty are omitted.",
  })
  months(@Root() { months, socId, rule, countIncidents }: TimelinessRow & Counting) {
    return months.map((month) => ({ ...month, shareInTime: shareInTime(month), socId, rule, countIncidents }));
  }

  @FieldResolver(() => Int, { description: INCIDENTS })
  incidents(@Root() row: TimelinessRow & Counting): Promise<number> {
    return incidentsOf(row, row.socId, "");
  }

  @FieldResolver(() => Int, { description: OF_ALL_SOCS })
  incidentsOfAllSocs(@Root() row: TimelinessRow & Counting): Promise<number> {
    return incidentsOf(row, null, "");
  }
}

@Resolver(() => TimelinessMonth)
export class TimelinessMonthResolver {
  @FieldResolver(() => Int, { description: INCIDENTS })
  incidents(@Root() month: MonthTally & Counting): Promise<number> {
    return incidentsOf(month, month.socId, month.month);
  }

  @FieldResolver(() => Int, { description: OF_ALL_SOCS })
  incidentsOfAllSocs(@Root() month: MonthTally & Counting): Promise<number> {
    return incidentsOf(month, null, month.month);
  }
}

/** A record, or a month of one, that may be asked for distinct incidents. */
interface Counting extends Pick<TimelinessRow, "socId" | "rule"> {
  readonly countIncidents: () => Promise<IncidentCounts[]>;
}

async function incidentsOf(counting: Counting, socId: string | null, month: string): Promise<number> {
  const counts = await counting.countIncidents();
  return counts.find((one) => one.socId === socId && one.rule === counting.rule)?.incidents[month] ?? 0;
}
