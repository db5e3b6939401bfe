import { Field, Int } from "type-graphql";
import type { CountBand as Band } from "../../domain/sharing.js";
import type { Marking } from "../../domain/notification.js";
import { PlainType } from "../../graph/plain-type.js";
import { MarkingEnum } from "../notifications/detection.types.js";

@PlainType({
  description:
    "How many there are, within two edges. For a SOC: 0, 1 to 2, 3 to 5, 6 to 10, 11 and more; 0 to 2 where so few could be meant that it would name them.",
})
export class CountBand {
  @Field(() => Int, { description: "At least so many." })
  from!: number;
  @Field(() => Int, { nullable: true, description: "At most so many; null: there is no upper edge." })
  to!: number | null;
}

@PlainType({
  description:
    "How many other SOCs have a value, within the last 30 days of Asia/Almaty and today. Nothing else is said of them: who, when, or of what.",
})
export class Spread {
  @Field(() => CountBand, {
    description:
      "Other SOCs with a sighting of it, as it was when the SOC's first card with it was taken in, or at the beginning of the day; between the two it does not change. For the national centre, of a value as such: how many SOCs have it now, exactly. To a SOC, what the national centre marked AMBER_STRICT or RED is not counted.",
  })
  otherSocs!: Band;
  @Field(() => MarkingEnum, {
    description:
      "The strictest marking with which the national centre told the SOC of the value, for itself the strictest that it gave it; AMBER where there is none.",
  })
  marking!: Marking;
}
