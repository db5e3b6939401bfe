import { Field, Float, InputType, Int } from "type-graphql";
import type { LocalDate } from "../../domain/instant.js";
import { registerValues } from "../../graph/enums.js";
import { PlainType } from "../../graph/plain-type.js";
import { LocalDateScalar } from "../../graph/scalars.js";

@InputType({ description: "Days of Asia/Almaty: from one (included) to another (not included), at most ten years." })
export class TimelinessPeriod {
  @Field(() => LocalDateScalar, { description: "Included." })
  from!: LocalDate;
  @Field(() => LocalDateScalar, { description: "Not included." })
  before!: LocalDate;
}

/** In which order the records come. */
export type TimelinessOrder = "SOC" | "LEAST_IN_TIME";

export const TimelinessOrderEnum = registerValues("TimelinessOrder", "The order of records.", {
  SOC: "By the SOC's code, then by rule.",
  LEAST_IN_TIME: "Lowest share in time first; rows without a share last.",
});

/** How duties stand whose term started in some time, as the type `name`. */
function tallyType(name: string, description: string) {
  @PlainType(name, { description })
  class TimelinessTally {
    @Field(() => Int, { description: "Duties whose term started in that time." })
    opened!: number;
    @Field(() => Int, { description: "Duties met in time, of those opened." })
    met!: number;
    @Field(() => Int, { description: "Met late (L2)." })
    late!: number;
    @Field(() => Int, { description: "Open and past their time at the instant of the answer." })
    overdue!: number;
    @Field(() => Int, { description: "No longer asked for." })
    waived!: number;
    @Field(() => Int, { description: "Open and in time at the instant of the answer." })
    running!: number;
    @Field(() => Float, {
      nullable: true,
      description: "Met in time, among what was met or is overdue: 0 to 1. Null where nothing is yet.",
    })
    shareInTime!: number | null;
  }
  return TimelinessTally;
}

const MONTH = "How a term was kept by the duties that started in one calendar month, as far as it lies in the period.";

@PlainType({ description: MONTH })
export class TimelinessMonth extends tallyType("TimelinessMonth", MONTH) {
  @Field(() => LocalDateScalar, { description: "The month's first day, in Asia/Almaty." })
  month!: LocalDate;
}

@PlainType({ description: "By how many seconds, to the millisecond, duties were met late or are overdue." })
export class TimelinessLateness {
  @Field(() => Float, { description: "The median, interpolated." })
  medianSeconds!: number;
  @Field(() => Float, { description: "The 95th percentile, interpolated." })
  p95Seconds!: number;
  @Field(() => Float, { description: "The latest of them." })
  worstSeconds!: number;
}

const RECORD = "How one SOC keeps one term: the duties whose term started in a period.";

@PlainType({ description: RECORD })
export class Timeliness extends tallyType("Timeliness", RECORD) {
  @Field(() => String, { description: "The rule that sets the term: R9.1 to R9.6 or RA.1." })
  rule!: string;
  @Field(() => TimelinessLateness, { nullable: true, description: "Null where nothing was met late or is overdue." })
  lateness!: TimelinessLateness | null;
}
