import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { INCIDENT_FACT_KINDS } from "../../domain/facts.js";
import { Refusal } from "../../domain/refusal.js";
import { say } from "../../domain/wording/wording.js";
import { WindowArgs } from "../../graph/connection.js";
import { Count } from "../../graph/count.js";
import { listOf, type CountedList } from "../../graph/counted-list.js";
import { FeedCursor } from "../../graph/scalars.js";
import { RecentFactsArgs } from "../../graph/recent-facts-args.js";
import { toFeedCursor } from "../../journal/live-feed.js";
import { Loader } from "../../operation/loaders.js";
import type { Reading } from "../../operation/reading.js";
import type { RequestContext } from "../../operation/request-context.js";
import type { PartyRow } from "../parties/party.store.js";
import { Soc } from "../parties/party.types.js";
import type { ProtectedObjectRow } from "../parties/protected-object.store.js";
import { ProtectedObject } from "../parties/protected-object.types.js";
import { foundFilter } from "./filter/found-filter.js";
import { ALWAYS, normalForm, type Condition } from "./filter/condition.js";
import { orderAsked, type IncidentOrder } from "./filter/order.js";
import { IncidentFilter, IncidentOrderEnum, IncidentSort } from "./incident-filter.types.js";
import type { Count as CountSource } from "./incident.store.js";
import { IncidentConnection } from "./incident.types.js";

const SORT_BY =
  "The fields that it is ordered by, at most 3, in place of `orderBy`; a cursor is one of this order alone. What is equal in all of them comes by a time, if there is none among them (after SEVERITY alone `confirmedAt`, else `receivedAt`), in the other direction than the last of them; and then by id. Read out of an index, however many incidents there are: RECEIVED; SEVERITY, with CONFIRMED in the other direction; TYPE, with RECEIVED in the other direction. Of another order all that fits is read.";

const OF_EACH =
  "The same arguments as of `incidents`, and read out of the same indexes. For at most 20 at once: beyond that BAD_USER_INPUT.";

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
    return listOf(page, () => reading.incidents.count(condition, context.now));
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
      "How many incidents there are in the whole list, whatever the page: counted up to 10,000 (for a SOC or an owner 100,000), beyond that an estimate.",
  })
  totalCount(@Root() list: CountedList): Promise<CountSource> {
    return list.counted();
  }
}

@Resolver(() => Soc)
export class IncidentsOfSocResolver {
  @FieldResolver(() => IncidentConnection, { description: `Its incidents that you may see. ${OF_EACH}` })
  incidents(
    @Root() { id }: PartyRow,
    @Ctx() context: RequestContext,
    @Args(() => WindowArgs) window: WindowArgs,
    @Arg("filter", () => IncidentFilter, { nullable: true }) filter: IncidentFilter | null,
    @Arg("sortBy", () => [IncidentSort], { nullable: true, description: SORT_BY }) sortBy: IncidentSort[] | null,
  ) {
    return listOfParent(context, { parent: "SOC", filter, sortBy, window }, id);
  }
}

@Resolver(() => ProtectedObject)
export class IncidentsOfObjectResolver {
  @FieldResolver(() => IncidentConnection, {
    description: `The incidents that you may see which affected it, by the latest report or card. ${OF_EACH}`,
  })
  incidents(
    @Root() { id }: ProtectedObjectRow,
    @Ctx() context: RequestContext,
    @Args(() => WindowArgs) window: WindowArgs,
    @Arg("filter", () => IncidentFilter, { nullable: true }) filter: IncidentFilter | null,
    @Arg("sortBy", () => [IncidentSort], { nullable: true, description: SORT_BY }) sortBy: IncidentSort[] | null,
  ) {
    return listOfParent(context, { parent: "OBJECT", filter, sortBy, window }, id);
  }
}

type List = ReturnType<typeof listOf>;

/** The list that is asked for of each of several SOCs or objects. */
interface ListOfEach {
  readonly parent: "SOC" | "OBJECT";
  readonly filter: IncidentFilter | null | undefined;
  readonly sortBy: readonly IncidentSort[] | null | undefined;
  readonly window: WindowArgs;
}

/** Lists that are read at once, for so many SOCs or objects at the most. */
const MOST_LISTS = 20;

/** The lists of one reading, by what is asked of each; then by whose they are. */
const lists = new WeakMap<Reading, Map<string, Loader<List, List>>>();

function listOfParent(context: RequestContext, asked: ListOfEach, id: string) {
  const { reading } = context;
  const known = lists.get(reading) ?? new Map<string, Loader<List, List>>();
  lists.set(reading, known);
  const key = JSON.stringify(asked);
  const loader =
    known.get(key) ??
    new Loader<List, List>(
      (ids) => listsOf(context, asked, ids as readonly string[]),
      (ids, found) => ids.map((_, index) => found[index] as List),
    );
  known.set(key, loader);
  return loader.load(id);
}

/** One statement for all of them. */
async function listsOf(
  context: RequestContext,
  { parent, filter, sortBy, window }: ListOfEach,
  ids: readonly string[],
) {
  const { reading, now } = context;
  if (ids.length > MOST_LISTS) throw new Refusal("BAD_USER_INPUT", say("listsOfTooMany", { most: MOST_LISTS }));
  const order = orderAsked(sortBy ?? null, null);
  const condition = filter ? await foundFilter(reading, filter, now, ["filter"]) : ALWAYS;
  const pages = await reading.incidents.pagesOf(parent, ids, condition, order, window, now);
  return pages.map(({ parentId, page }) => {
    const own: Condition = parent === "SOC" ? { is: "SOC", ids: [parentId] } : { is: "OBJECTS", ids: [parentId] };
    const whole = normalForm({ is: "ALL", of: [own, condition] });
    return listOf(page, () => reading.incidents.count(whole, now));
  });
}
