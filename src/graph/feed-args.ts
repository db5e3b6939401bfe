import { ArgsType, Field } from "type-graphql";
import { FeedCursor } from "./scalars.js";

/** What every feed takes. */
@ArgsType()
export class FeedArgs {
  @Field(() => FeedCursor, { nullable: true, description: "Start after this cursor; absent: from now." })
  after?: string | null;
  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Say once when everything has been sent that had happened before you subscribed, also if that was nothing: a message without data, with `extensions.caughtUp` and `extensions.cursor`. What comes before it is repeated, what comes after it is live.",
  })
  mark!: boolean;
}
