import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { CHOICES } from "../../domain/forms/choices.js";
import { DAY, dayInAlmaty, type LocalDate } from "../../domain/instant.js";
import { Refusal } from "../../domain/refusal.js";
import {
  counted,
  groupsOf,
  inOrder,
  isMultiple,
  isSummed,
  isTime,
  MOST_DAYS_SINGLY,
  type Dimension,
  type Group,
  type Key,
  type Measure,
  nameOfTime,
} from "../../domain/statistics.js";
import { judgeDaySpan } from "../../domain/timeliness.js";
import { say } from "../../domain/wording/wording.js";
import { FeedCursor } from "../../graph/scalars.js";
import { toFeedCursor } from "../../journal/live-feed.js";
import type { Reading } from "../../operation/reading.js";
import type { RequestContext } from "../../operation/request-context.js";
import { ALWAYS } from "../incidents/filter/condition.js";
import { foundFilter } from "../incidents/filter/found-filter.js";
import { IncidentFilter } from "../incidents/incident-filter.types.js";
import { Soc } from "../parties/party.types.js";
import { TimelinessPeriod } from "../timeliness/timeliness.types.js";
import { asksKeptAlone } from "./kept-sql.js";
import type { Counts, CountsAsked, GroupTimes } from "./statistics.store.js";
import {
  DimensionEnum,
  Distribution,
  GroupKey,
  IncidentGroup,
  IncidentStatistics,
  MeasureEnum,
} from "./statistics.types.js";

/** By how many dimensions incidents are counted at once, and how many groups one answer has. */
const MOST_DIMENSIONS = 3;
const MOST_GROUPS = 5_000;

/** Of an owner's incidents, which are looked at one by one, at most so many. */
const MOST_OF_OWNER = 20_000;

/** A group with what its fields need. */
interface GroupSource extends Group {
  readonly by: readonly Dimension[];
  readonly share: number;
  /** Of all groups of the answer, read once. */
  readonly times: () => Promise<ReadonlyMap<string, GroupTimes>>;
}

interface KeySource {
  readonly dimension: Dimension;
  readonly key: Key;
}

@Resolver(() => IncidentStatistics)
export class StatisticsResolver {
  @Query(() => IncidentStatistics, {
    // Thousands of sums, or as many incidents as a year has, are read for it.
    complexity: 10_000,
    description:
      "How many of the incidents that you may see were received in a period, by what you ask for: the centre counts all, a SOC its own, an owner those of its objects. Retracted incidents count, as in `incidents`. By SOC, type, level and time over at most ten years, by anything else over at most 400 days.",
  })
  async incidentStatistics(
    @Ctx() context: RequestContext,
    @Arg("by", () => [DimensionEnum], {
      description: `What to count by: one to ${MOST_DIMENSIONS} of them, each once.`,
    })
    by: readonly Dimension[],
    @Arg("period", () => TimelinessPeriod, {
      description: "The days in Asia/Almaty on which the gateway received the first report or card.",
    })
    period: TimelinessPeriod,
    @Arg("filter", () => IncidentFilter, {
      nullable: true,
      description:
        "Only incidents of which this holds now, as `incidents` would list them; over a period of at most 400 days, if it asks more than level, type, SOC and retraction.",
    })
    filter: IncidentFilter | null | undefined,
    @Arg("top", () => Int, {
      nullable: true,
      description: `Only the largest groups, so many of them: 1 to ${MOST_GROUPS}.`,
    })
    top: number | null | undefined,
  ) {
    const [violation] = judgeDaySpan(period);
    if (violation) throw new Refusal("BAD_USER_INPUT", violation.says, ["period", ...violation.path]);
    if (by.length === 0 || by.length > MOST_DIMENSIONS || new Set(by).size < by.length)
      throw new Refusal("BAD_USER_INPUT", say("dimensionsUnfit", { most: MOST_DIMENSIONS }), ["by"]);
    if (typeof top === "number" && (top < 1 || top > MOST_GROUPS))
      throw new Refusal("BAD_USER_INPUT", say("topUnfit", { most: MOST_GROUPS }), ["top"]);
    const isLong = (Date.parse(period.before) - Date.parse(period.from)) / DAY > MOST_DAYS_SINGLY;
    const expectShort = (): void => {
      if (isLong) throw new Refusal("BAD_USER_INPUT", say("countedSingly", { days: MOST_DAYS_SINGLY }), ["period"]);
    };
    const reading = context.readingFor("read");
    const { position, walkedTo } = await reading.counting.progress();
    if (position === null || walkedTo !== null)
      throw new Refusal("UNAVAILABLE", say("notYetCounted", {}), [], { retryAfterSeconds: 10 });
    const { now } = context;
    const condition = filter ? await foundFilter(reading, filter, now, ["filter"]) : ALWAYS;
    if (!isSummed(by) || !asksKeptAlone(condition)) expectShort();
    const asked = { period, condition, now };
    const counts = await countsOf(reading, context.actor.party.kind === "OWNER", by, asked);
    if (counts === null)
      throw new Refusal("BAD_USER_INPUT", say("ownersMostCounted", { most: MOST_OF_OWNER }), ["period"]);
    const { total, groups } = counts;
    if (typeof top !== "number" && groups.length > MOST_GROUPS)
      throw new Refusal("BAD_USER_INPUT", say("groupsTooMany", { most: MOST_GROUPS }), ["by"]);
    const socIds = by.includes("SOC") ? groups.map(({ keys }) => keys[by.indexOf("SOC")] ?? "") : [];
    const socs = await reading.parties.byIds([...new Set(socIds)]);
    const ordered = inOrder(
      groups,
      by,
      socs.toSorted((a, b) => (a.code < b.code ? -1 : 1)).map(({ id }) => id),
    );
    const shown =
      typeof top !== "number"
        ? ordered
        : ordered.toSorted((one, other) => other.incidents - one.incidents).slice(0, top);
    let read: Promise<ReadonlyMap<string, GroupTimes>> | undefined;
    const times = async (): Promise<ReadonlyMap<string, GroupTimes>> => {
      expectShort();
      read ??= reading.statistics
        .times(by, asked)
        .then((found) => new Map(found.map((one) => [JSON.stringify(one.keys), one])));
      return read;
    };
    return {
      total,
      groups: shown.map((group): GroupSource => ({ ...group, by, share: group.incidents / total, times })),
      groupsLeftOut: groups.length - shown.length,
      isMultiple: by.some(isMultiple),
      asOf: toFeedCursor(position),
    };
  }

  @FieldResolver(() => FeedCursor, {
    description: "Up to which place in the feeds incidents were counted: about a second ago.",
  })
  asOf(@Root() { asOf }: { readonly asOf: string }): string {
    return asOf;
  }
}

/** Of an owner's incidents, of which it sees its own part, nothing is kept. Null where there are too many to be looked at. */
async function countsOf(
  { statistics, countedIncidents }: Pick<Reading, "statistics" | "countedIncidents">,
  isOwner: boolean,
  by: readonly Dimension[],
  asked: CountsAsked,
): Promise<Counts | null> {
  if (!isOwner) return statistics.counts(by, asked);
  const { period } = asked;
  const [from, before] = [dayInAlmaty(period.from), dayInAlmaty(period.before)];
  const incidents = await countedIncidents.freshWithin(from, before, { ...asked, most: MOST_OF_OWNER + 1 });
  if (incidents.length > MOST_OF_OWNER) return null;
  return { total: incidents.length, groups: groupsOf(incidents.map((incident) => counted(incident, by))) };
}

@Resolver(() => IncidentGroup)
export class IncidentGroupResolver {
  @FieldResolver(() => [GroupKey])
  keys(@Root() { keys, by }: GroupSource): KeySource[] {
    return by.map((dimension, place) => ({ dimension, key: keys[place] ?? null }));
  }

  @FieldResolver(() => Distribution, {
    nullable: true,
    description: `How long something took in these incidents; BAD_USER_INPUT over a period of more than ${MOST_DAYS_SINGLY} days. Null for an owner: how a SOC stands is not its concern.`,
  })
  async time(
    @Root() { keys, times }: GroupSource,
    @Arg("of", () => MeasureEnum, { description: "What." }) of: Measure,
  ): Promise<Distribution | null> {
    return (await times()).get(JSON.stringify(keys))?.times[of] ?? null;
  }
}

/** The enum whose labels a dimension has. */
const LABELLED = {
  SEVERITY: "Severity",
  TYPE: "IncidentType",
  SIGN: "IncidentSign",
  SECTOR: "Sector",
  OBJECT_KIND: "ObjectKind",
  CONTOUR: "NetworkContour",
  CONSEQUENCE: "Consequence",
} as const satisfies Partial<Record<Dimension, keyof typeof CHOICES>>;

@Resolver(() => GroupKey)
export class GroupKeyResolver {
  @FieldResolver(() => String, { nullable: true })
  async value(@Root() { dimension, key }: KeySource, @Ctx() context: RequestContext): Promise<string | null> {
    return dimension === "SOC" && key !== null ? ((await context.reading.party.load(key))?.code ?? null) : key;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "The value in the caller's language, as annex 3 has it; a SOC's name; of times `2026-03-05`, `2026-W10`, `2026-03`, `2026-Q1` or `2026` (ISO 8601).",
  })
  async label(@Root() { dimension, key }: KeySource, @Ctx() context: RequestContext): Promise<string | null> {
    if (key === null) return key;
    if (isTime(dimension)) return nameOfTime(dimension, key as LocalDate);
    if (dimension === "SOC") return (await context.reading.party.load(key))?.name ?? null;
    const { labels }: { readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>> } =
      CHOICES[LABELLED[dimension]];
    return labels[key]?.[context.caller.locale] ?? key;
  }

  @FieldResolver(() => Soc, { nullable: true, description: "The SOC, where incidents are counted by it." })
  soc(@Root() { dimension, key }: KeySource, @Ctx() context: RequestContext) {
    return dimension === "SOC" && key !== null ? context.reading.party.load(key) : null;
  }
}
