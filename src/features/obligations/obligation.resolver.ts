import { Arg, Args, Ctx, FieldResolver, Float, ID, Query, Resolver, Root } from "type-graphql";
import { OBLIGATION_FACT_KINDS } from "../../domain/facts.js";
import { SECOND, type Instant } from "../../domain/instant.js";
import { lateness, standing, type ObligationDimension, type Standing } from "../../domain/obligations.js";
import { WindowArgs } from "../../graph/connection.js";
import { Count } from "../../graph/count.js";
import { countedUpTo, listOf, type CountedList } from "../../graph/counted-list.js";
import { periodAt } from "../../graph/period.js";
import { OPAQUE_ID } from "../../graph/node.js";
import { DateTime, FeedCursor } from "../../graph/scalars.js";
import { RecentFactsArgs } from "../../graph/recent-facts-args.js";
import { toFeedCursor } from "../../journal/live-feed.js";
import { toGlobalId } from "../../platform/identity.js";
import type { Reading } from "../../operation/reading.js";
import { idsNamed } from "../submissions/references.js";
import type { RequestContext } from "../../operation/request-context.js";
import { Incident } from "../incidents/incident.types.js";
import { Actor, Party, Soc } from "../parties/party.types.js";
import { ProtectedObject } from "../parties/protected-object.types.js";
import { Receipt } from "../submissions/submission.types.js";
import type { ObligationFilter as StoreFilter } from "./filter-sql.js";
import type { ObligationCountRow } from "./obligation-counts.store.js";
import type { ObligationOrder, ObligationRow } from "./obligation.store.js";
import type { ReceivedOtherwiseRow } from "./receipt.store.js";
import type { WaiverRow } from "./waiver.store.js";
import {
  Obligation,
  ObligationConnection,
  ObligationCount,
  ObligationDimensionEnum,
  ObligationFilter,
  ObligationOrderEnum,
  ReceivedOtherwise,
  StandingEnum,
  WaivedByEnum,
  type WaivedBy,
} from "./obligation.types.js";
import { termRules } from "./term-rules.js";

/** Duties of a list that are counted one by one. */
const MOST_COUNTED = 10_000;

@Resolver(() => Obligation)
export class ObligationResolver {
  @Query(() => ObligationConnection, {
    description:
      "The duties that you may see: a SOC its own, an owner those about its objects, the national centre all.",
  })
  async obligations(
    @Ctx() context: RequestContext,
    @Args(() => WindowArgs) window: WindowArgs,
    @Arg("filter", () => ObligationFilter, { nullable: true }) filter: ObligationFilter | null,
    @Arg("orderBy", () => ObligationOrderEnum, { nullable: true, description: "Earliest deadline first by default." })
    orderBy: ObligationOrder | null,
  ) {
    const reading = context.readingFor("read");
    const asked = await storeFilter(reading, filter ?? {}, context.now);
    const page = await reading.obligations.page(asked, orderBy ?? "DUE_FIRST", window, context.now);
    return listOf(page, async () =>
      countedUpTo(MOST_COUNTED, await reading.obligationCounts.count(asked, context.now, MOST_COUNTED + 1)),
    );
  }

  @Query(() => [ObligationCount], {
    // All duties that fit are read, of which there may be very many.
    complexity: 10_000,
    description:
      "How many of the duties that you may see fit a filter, by SOC, rule and standing as far as you ask for each, in the order of the SOCs' codes. Every duty that is counted is read: ask for open standings or a period where you can.",
  })
  async obligationCounts(
    @Ctx() context: RequestContext,
    @Arg("by", () => [ObligationDimensionEnum], { description: "What to count by." })
    by: readonly ObligationDimension[],
    @Arg("filter", () => ObligationFilter, { nullable: true }) filter: ObligationFilter | null,
  ) {
    const reading = context.readingFor("read");
    return reading.obligationCounts.counts(await storeFilter(reading, filter ?? {}, context.now), by, context.now);
  }

  @FieldResolver(() => ID, { description: OPAQUE_ID })
  id(@Root() obligation: ObligationRow): string {
    return toGlobalId("Obligation", obligation.id);
  }

  @FieldResolver(() => StandingEnum)
  standing(@Root() obligation: ObligationRow, @Ctx() context: RequestContext): Standing {
    return standing(obligation, context.now);
  }

  @FieldResolver(() => Boolean)
  isDueSoon(@Root() obligation: ObligationRow, @Ctx() context: RequestContext): boolean {
    return obligation.soonAnnouncedFor === obligation.dueAt && standing(obligation, context.now) === "RUNNING";
  }

  @FieldResolver(() => Float)
  latenessSeconds(@Root() obligation: ObligationRow, @Ctx() context: RequestContext): number {
    // What a retraction waived was never owed.
    const isVoid = obligation.isRetracted && obligation.dischargedAt === null;
    return isVoid ? 0 : lateness(obligation, context.now) / SECOND;
  }

  @FieldResolver(() => DateTime, { nullable: true })
  waivedAt(@Root() { isVoid, waivedAt }: ObligationRow): Instant | null {
    // What never was is waived by nobody (L23).
    return isVoid ? null : waivedAt;
  }

  @FieldResolver(() => String, { nullable: true })
  async waivedReason(@Root() obligation: ObligationRow, @Ctx() context: RequestContext): Promise<string | null> {
    return (await waiverOf(obligation, context))?.reason ?? null;
  }

  @FieldResolver(() => WaivedByEnum, { nullable: true })
  async waivedBy(@Root() obligation: ObligationRow, @Ctx() context: RequestContext): Promise<WaivedBy | null> {
    const waiver = await waiverOf(obligation, context);
    return waiver && (waiver.isBySoc ? "SOC" : "NATIONAL_CENTRE");
  }

  @FieldResolver(() => Receipt, {
    nullable: true,
    description:
      "The receipt of its waiver, where somebody waived it by itself: for whoever did and the national centre, null for others.",
  })
  async waiverReceipt(@Root() obligation: ObligationRow, @Ctx() context: RequestContext) {
    const submissionId = (await waiverOf(obligation, context))?.submissionId ?? null;
    return submissionId === null ? null : context.reading.receipt.load(submissionId);
  }

  @FieldResolver(() => Actor, {
    nullable: true,
    description: "Who waived it by itself: for that actor's own party and the national centre, null for others.",
  })
  async waiverSubmittedBy(@Root() obligation: ObligationRow, @Ctx() context: RequestContext) {
    const submissionId = (await waiverOf(obligation, context))?.submissionId ?? null;
    return submissionId === null ? null : (await context.reading.actorOfSubmission.load(submissionId))[0];
  }

  @FieldResolver(() => [ReceivedOtherwise], {
    description:
      "What the national centre recorded on it as received by another way than through the gateway, oldest first; what was recorded in error says so (L22). A card meets all that ask for it: what met this duty may be recorded on another one, of those of its incident.",
  })
  receivedOtherwise(@Root() obligation: ObligationRow, @Ctx() context: RequestContext) {
    return context.reading.receivedOtherwise.load(obligation.id);
  }

  @FieldResolver(() => Party, { nullable: true, description: "The party that owes the duty." })
  obligor(@Root() obligation: ObligationRow, @Ctx() context: RequestContext) {
    return context.reading.party.load(obligation.obligorId);
  }

  @FieldResolver(() => ProtectedObject, {
    nullable: true,
    description: "R9.2: the object whose owner must be notified.",
  })
  object(@Root() obligation: ObligationRow, @Ctx() context: RequestContext) {
    return obligation.objectId === null ? null : context.reading.object.load(obligation.objectId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "R9.2: the object's code, for an object that you may not see, too; null where it is not registered.",
  })
  async objectCode(@Root() obligation: ObligationRow, @Ctx() context: RequestContext): Promise<string | null> {
    if (obligation.objectId === null) return null;
    return (await context.reading.objectCodeOfObligation.load(obligation.id))[0]?.code ?? null;
  }

  @FieldResolver(() => Incident, { nullable: true, description: "The incident that it is about." })
  incident(@Root() obligation: ObligationRow, @Ctx() context: RequestContext) {
    return obligation.incidentId === null ? null : context.reading.incident.load(obligation.incidentId);
  }
}

@Resolver(() => ObligationCount)
export class ObligationCountResolver {
  @FieldResolver(() => Soc, {
    nullable: true,
    description: "The SOC; null where they are not counted by it, or you may not see it.",
  })
  soc(@Root() { socId }: ObligationCountRow, @Ctx() context: RequestContext) {
    return socId === null ? null : context.reading.party.load(socId);
  }
}

@Resolver(() => ReceivedOtherwise)
export class ReceivedOtherwiseResolver {
  @FieldResolver(() => ID, { description: OPAQUE_ID })
  id(@Root() receipt: ReceivedOtherwiseRow): string {
    return toGlobalId("ReceivedOtherwise", receipt.id);
  }
}

@Resolver(() => ObligationConnection)
export class ObligationConnectionResolver {
  @FieldResolver(() => FeedCursor)
  async feedCursor(
    @Ctx() context: RequestContext,
    @Args(() => RecentFactsArgs) recent: RecentFactsArgs,
  ): Promise<string> {
    return toFeedCursor(await context.reading.feedPosition(OBLIGATION_FACT_KINDS, recent, context.now));
  }

  @FieldResolver(() => Count, {
    complexity: 1_000,
    description:
      "How many duties there are in the whole list, whatever the page: counted up to 10,000, beyond that `isExact` is false and there are that many and more.",
  })
  totalCount(@Root() list: CountedList): Promise<Count> {
    return list.counted();
  }
}

/** The statement that waived a duty; what was owed again since is waived by none, nor is what never was (L23). */
async function waiverOf({ id, waivedAt, isVoid }: ObligationRow, context: RequestContext): Promise<WaiverRow | null> {
  if (isVoid) return null;
  const waivers = await context.reading.waiversOfObligation.load(id);
  return waivers.findLast((one) => one.waivedAt === waivedAt) ?? null;
}

async function storeFilter(reading: Reading, filter: ObligationFilter, now: Instant): Promise<StoreFilter> {
  const { socs, objects, incidents, notifications, rules, kinds, standings, due } = filter;
  const { from, before } = periodAt(due, now, ["filter", "due"]);
  return {
    ...(socs ? { obligorIds: await idsNamed(reading, "Soc", socs, ["filter", "socs"]) } : {}),
    ...(objects ? { objectIds: await idsNamed(reading, "ProtectedObject", objects, ["filter", "objects"]) } : {}),
    ...(incidents ? { incidentIds: await idsNamed(reading, "Incident", incidents, ["filter", "incidents"]) } : {}),
    ...(notifications
      ? { notificationIds: await idsNamed(reading, "Notification", notifications, ["filter", "notifications"]) }
      : {}),
    ...(rules ? { rules: termRules(rules, ["filter", "rules"]) } : {}),
    ...(kinds ? { kinds } : {}),
    ...(standings ? { standings } : {}),
    ...(from === undefined ? {} : { dueFrom: from }),
    ...(before === undefined ? {} : { dueBefore: before }),
  };
}
