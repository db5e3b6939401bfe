import { Field, Float, InputType, Int } from "type-graphql";
import type { LocalDate } from "../../domain/instant.js";
import { registerValues } from "../../graph/enums.js";
import { PlainType } from "../../graph/plain-type.js";
import { LocalDateScalar } from "../../graph/scalars.js";

@InputType({
  description: "A period of days in Asia/Almaty: from one (inclusive) to another (exclusive), at most ten years.",
})
export class TimelinessPeriod {
  @Field(() => LocalDateScalar, { description: "The beginning, inclusive." })
  from!: LocalDate;
  @Field(() => LocalDateScalar, { description: "The end, exclusive." })
  before!: LocalDate;
}

/** In which order the records come. */
export type TimelinessOrder = "SOC" | "LEAST_IN_TIME";

export const TimelinessOrderEnum = registerValues("TimelinessOrder", "The order of the records.", {
  SOC: "By the SOC's code, then by rule.",
  LEAST_IN_TIME: "Lowest share in time first; rows without a share last.",
});

/** How duties stand whose term started in some time, as the type `name`. */
function tallyType(name: string, description: string) {
  @PlainType(name, { description })
  class TimelinessTally {
    @Field(() => Int, { description: "Duties whose term started in that period." })
    opened!: number;
    @Field(() => Int, { description: "Duties met in time, of those opened." })
    met!: number;
    @Field(() => Int, { description: "Met late (L2)." })
    late!: number;
    @Field(() => Int, { description: "Open and past the deadline at the instant of the answer." })
    overdue!: number;
    @Field(() => Int, { description: "No longer required, waived before the deadline." })
    waived!: number;
    @Field(() => Int, { description: "Waived after the deadline: late until then (L20)." })
    waivedLate!: number;
    @Field(() => Int, { description: "Open and in time at the instant of the answer." })
    running!: number;
    @Field(() => Int, { description: "Of retracted incidents: in none of the other counts (L18)." })
    retracted!: number;
    @Field(() => Int, {
      description: "Of those met, by the SOC's own statement alone that it notified the owner (R9.2).",
    })
    bySocStatement!: number;
    @Field(() => Int, { description: "Of those met, by another way than through the gateway (L22)." })
    receivedOtherwise!: number;
    @Field(() => Int, { description: "Of those met, by a review that left the level Undetermined (L11)." })
    leftUndetermined!: number;
    @Field(() => Float, {
      nullable: true,
      description:
        "The share met in time, among duties that were met, are overdue, or were when they were waived: 0 to 1. Null if there are none.",
    })
    shareInTime!: number | null;
  }
  return TimelinessTally;
}

const MONTH = "How well a term was met by the duties that started in one calendar month, within the period.";

@PlainType({ description: MONTH })
export class TimelinessMonth extends tallyType("TimelinessMonth", MONTH) {
  @Field(() => LocalDateScalar, { description: "The month's first day, in Asia/Almaty." })
  month!: LocalDate;
}

@PlainType({
  description:
    "By how many seconds, to the millisecond, duties were late: until they were met or waived, or until now.",
})
export class TimelinessLateness {
  @Field(() => Float, { description: "The median, interpolated." })
  medianSeconds!: number;
  @Field(() => Float, { description: "The 95th percentile, interpolated." })
  p95Seconds!: number;
  @Field(() => Float, { description: "The greatest lateness." })
  worstSeconds!: number;
}

const RECORD = "How well one SOC meets one term: the duties whose term started in a period.";

@PlainType({ description: RECORD })
export class Timeliness extends tallyType("Timeliness", RECORD) {
  @Field(() => String, { description: "The rule that sets the term: R9.1 to R9.6 or RA.1." })
  rule!: string;
  @Field(() => TimelinessLateness, {
    nullable: true,
    description: "How late they were; null if none was late.",
  })
  lateness!: TimelinessLateness | null;
}
