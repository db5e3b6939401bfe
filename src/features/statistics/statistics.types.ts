import { Field, Float, Int } from "type-graphql";
import type { Dimension, Measure } from "../../domain/statistics.js";
import { registerValues } from "../../graph/enums.js";
import { PlainType } from "../../graph/plain-type.js";

const MULTIPLE = "An incident with several counts under each.";

export const DimensionEnum = registerValues<Dimension>("IncidentDimension", "What incidents are counted by.", {
  SEVERITY: "By the level now.",
  TYPE: "By the type now.",
  SOC: "By the SOC whose incident it is.",
  SIGN: "By the sign of the latest card.",
  SECTOR: `By the sectors of the registered objects that it harmed, as the register has them now. ${MULTIPLE}`,
  OBJECT_KIND: `By the kinds of these objects, as the register has them now. ${MULTIPLE}`,
  CONTOUR: `By the contours of the latest card. ${MULTIPLE}`,
  CONSEQUENCE: `By the consequences of the latest card. ${MULTIPLE}`,
  DAY: "By the day in Asia/Almaty on which the gateway received the first report or card.",
  WEEK: "By the week of that day, from Monday (ISO 8601).",
  MONTH: "By the calendar month of that day.",
  QUARTER: "By the quarter of that day.",
  YEAR: "By the year of that day.",
});

export const MeasureEnum = registerValues<Measure>(
  "IncidentMeasure",
  "How long something took: from the beginning of a term until what met it.",
  {
    TIME_TO_REPORT: "The notification of the national centre (R9.1).",
    TIME_TO_CARD: "The card (R9.3).",
    TIME_TO_REVIEW: "The review of an undetermined level (RA.1).",
  },
);

@PlainType({ description: "How long something took, over the incidents of a group of which that is known." })
export class Distribution {
  @Field(() => Int, { description: "How many incidents it is known of." })
  measured!: number;
  @Field(() => Float, {
    nullable: true,
    description: "The median in seconds, interpolated; null if it is known of none.",
  })
  medianSeconds!: number | null;
  @Field(() => Float, { nullable: true, description: "The 90th percentile in seconds, interpolated." })
  p90Seconds!: number | null;
  @Field(() => Float, { nullable: true, description: "The 95th percentile in seconds, interpolated." })
  p95Seconds!: number | null;
}

@PlainType({ description: "What the incidents of a group have in common in one dimension." })
export class GroupKey {
  @Field(() => DimensionEnum, { description: "What is counted by." })
  dimension!: Dimension;
  @Field(() => String, {
    nullable: true,
    description:
      "The value as the schema writes it: a name of an enum, the code of a SOC, the first day of a time (`2026-03-01`). Null: none is known, as the sign of an incident without a card.",
  })
  value!: string | null;
}

@PlainType({ description: "The incidents that have the same keys." })
export class IncidentGroup {
  @Field(() => [GroupKey], { description: "In the order of the dimensions that were asked for." })
  keys!: GroupKey[];
  @Field(() => Int, { description: "How many incidents; at least one." })
  incidents!: number;
  @Field(() => Float, { description: "Their share of all incidents of the answer (`total`): 0 to 1." })
  share!: number;
}

@PlainType({ description: "Incidents as numbers." })
export class IncidentStatistics {
  @Field(() => Int, { description: "How many incidents were received in the period, each counted once." })
  total!: number;
  @Field(() => [IncidentGroup], {
    description:
      "In the order of their keys: enums in their own order, SOCs by code, times from the earliest, what is not known last. With `top` the largest first.",
  })
  groups!: IncidentGroup[];
  @Field(() => Int, { description: "How many groups `top` left out." })
  groupsLeftOut!: number;
  @Field(() => Boolean, {
    description:
      "Whether an incident may be in several groups, so that they add up to more than `total`: by sector, kind of object, contour or consequence.",
  })
  isMultiple!: boolean;
}
