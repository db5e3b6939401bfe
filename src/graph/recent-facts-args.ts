import { ArgsType, Field, Int } from "type-graphql";
import type { Instant } from "../domain/instant.js";
import { DateTime } from "./scalars.js";

/** From where a list's `feedCursor` begins: without either, from what was read. */
@ArgsType()
export class RecentFactsArgs {
  @Field(() => DateTime, {
    nullable: true,
    description:
      "Begin earlier: before the first fact of this feed that you may see and the gateway received at this instant or later. At most a day ago.",
  })
  since?: Instant | null;
  @Field(() => Int, {
    nullable: true,
    description:
      "Begin earlier: before the last so many of these facts, 1 to 500; without `since` those of the last day.",
  })
  last?: number | null;
}
