import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { INCIDENT_FACT_KINDS } from "../../domain/facts.js";
import { toConnection, WindowArgs } from "../../graph/connection.js";
import { Count } from "../../graph/count.js";
import { FeedCursor } from "../../graph/scalars.js";
import { RecentFactsArgs } from "../../graph/recent-facts-args.js";
import { toFeedCursor } from "../../journal/live-feed.js";
import type { RequestContext } from "../../operation/request-context.js";
import { foundFilter } from "./filter/found-filter.js";
import { ALWAYS } from "./filter/condition.js";
import { orderAsked, type IncidentOrder } from "./filter/order.js";
import { IncidentFilter, IncidentOrderEnum, IncidentSort } from "./incident-filter.types.js";
import type { Count as CountSource } from "./incident.store.js";
import { IncidentConnection } from "./incident.types.js";

/** A page of a list, and how to count the list. */
interface ListSource {
  readonly counted: () => Promise<CountSource>;
}

const SORT_BY =
  "The fields that it is ordered by, at most 3, in place of `orderBy`; a cursor is one of this order alone. What is equal in all of them comes by a time, if there is none among them (after SEVERITY alone `confirmedAt`, else `receivedAt`), in the other direction than the last of them; and then by id. Read out of an index, however many incidents there are: RECEIVED; SEVERITY, with CONFIRMED in the other direction; TYPE, with RECEIVED in the other direction. Of another order all that fits is read.";

@Resolver(() => IncidentConnection)
export class IncidentListResolver {
  @Query(() => IncidentConnection, { description: "The incidents that you may see." })
  async incidents(
    @Ctx() context: RequestContext,
    @Args(() => WindowArgs) window: WindowArgs,
    @Arg("filter", () => IncidentFilter, { nullable: true }) filter: IncidentFilter | null,
    @Arg("orderBy", () => IncidentOrderEnum, { nullable: true, description: "Newest first by default." })
    orderBy: IncidentOrder | null,
    @Arg("sortBy", () => [IncidentSort], { nullable: true, description: SORT_BY }) sortBy: IncidentSort[] | null,
  ) {
    const reading = context.readingFor("read");
    const order = orderAsked(sortBy ?? null, orderBy ?? null);
    const condition = filter ? await foundFilter(reading, filter, context.now, ["filter"]) : ALWAYS;
    const page = await reading.incidents.page(condition, order, window, context.now);
    return Object.assign(toConnection(page), { counted: () => reading.incidents.count(condition, context.now) });
  }

  @FieldResolver(() => FeedCursor)
  async feedCursor(
    @Ctx() context: RequestContext,
    @Args(() => RecentFactsArgs) recent: RecentFactsArgs,
  ): Promise<string> {
    return toFeedCursor(await context.reading.feedPosition(INCIDENT_FACT_KINDS, recent, context.now));
  }

  @FieldResolver(() => Count, {
    // Up to 10,000 rows are counted, and a sample looked at.
    complexity: 1_000,
    description:
      "How many incidents there are in the whole list, whatever the page: counted up to 10,000, beyond that an estimate.",
  })
  totalCount(@Root() list: ListSource): Promise<CountSource> {
    return list.counted();
  }
}
