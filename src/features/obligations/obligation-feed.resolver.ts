import { Arg, Args, Resolver, Root, Subscription } from "type-graphql";
import { FeedArgs } from "../../graph/feed-args.js";
import { followObligations, type ObligationFrameSource } from "./obligation-feed.js";
import { ObligationFeedFilter, ObligationFrame } from "./obligation-feed.types.js";

@Resolver()
export class ObligationFeedResolver {
  @Subscription(() => ObligationFrame, {
    description:
      "Announcements about the duties that you may see (due soon, overdue), live and without loss. Resume with the last cursor that you saw; delivery is at least once (docs/feed.md).",
    subscribe: ({ args, context }) => followObligations(args, context),
  })
  obligationFeed(
    @Root() frame: ObligationFrameSource,
    @Args(() => FeedArgs) _from: FeedArgs,
    @Arg("filter", () => ObligationFeedFilter, { nullable: true }) _filter: ObligationFeedFilter | null,
  ): ObligationFrameSource {
    return frame;
  }
}
