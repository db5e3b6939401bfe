import { Field, InputType } from "type-graphql";
import { boundsOf, holdsNothing, type Bounds, type Duration } from "../domain/duration.js";
import type { Instant } from "../domain/instant.js";
import { Refusal } from "../domain/refusal.js";
import { say } from "../domain/wording/wording.js";
import { DateTime, DurationScalar } from "./scalars.js";

@InputType({
  description:
    "A period, between two instants or from the instant of the answer, which is one for a whole operation. All that is given must hold.",
})
export class Period {
  @Field(() => DateTime, { nullable: true, description: "The beginning, inclusive." })
  from?: Instant | null;
  @Field(() => DateTime, { nullable: true, description: "The end, exclusive." })
  before?: Instant | null;
  @Field(() => DurationScalar, { nullable: true, description: "From so long ago until now, both inclusive: `P30D`." })
  last?: Duration | null;
  @Field(() => DurationScalar, { nullable: true, description: "From now until so much later, both inclusive: `PT2H`." })
  next?: Duration | null;
  @Field(() => DurationScalar, { nullable: true, description: "Before so long ago: `P1Y`." })
  olderThan?: Duration | null;
}

/** The bounds of a period at `now`. Throws BAD_USER_INPUT, at `path`, for one in which no instant lies. */
export function periodAt(period: Period | null | undefined, now: Instant, path: readonly string[]): Bounds {
  if (!period) return {};
  const bounds = boundsOf(period, now);
  if (bounds.from === undefined || !holdsNothing(bounds)) return bounds;
  const end = period.before ? "before" : period.olderThan ? "olderThan" : period.next ? "next" : "last";
  throw new Refusal("BAD_USER_INPUT", say("periodBackwards", { startsAt: bounds.from }), [...path, end]);
}
