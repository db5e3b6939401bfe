import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root, Subscription } from "type-graphql";
import { authorize } from "../../access/authorize.js";
import { NOTIFICATION_FACT_KINDS } from "../../domain/facts.js";
import { subjectOf, type DetectionKind } from "../../domain/notification.js";
import { byId, isNumber } from "../../domain/references.js";
import { Refusal } from "../../domain/refusal.js";
import { canonicalText } from "../../domain/text.js";
import { say } from "../../domain/wording/wording.js";
import { toConnection, WindowArgs } from "../../graph/connection.js";
import { OPAQUE_ID } from "../../graph/node.js";
import { FeedArgs } from "../../graph/feed-args.js";
import { FeedCursor } from "../../graph/scalars.js";
import { RecentFactsArgs } from "../../graph/recent-facts-args.js";
import { toFeedCursor } from "../../journal/live-feed.js";
import { referenceTo, toGlobalId } from "../../platform/identity.js";
import type { RequestContext } from "../../operation/request-context.js";
import { Indicator } from "../incidents/card.types.js";
import { indicatorDrafts } from "../incidents/drafts.js";
import type { IncidentRow } from "../incidents/incident.store.js";
import { Incident } from "../incidents/incident.types.js";
import type { ObligationRow } from "../obligations/obligation.store.js";
import { Obligation } from "../obligations/obligation.types.js";
import { incidentOf, notificationOf, resultOf } from "../submissions/result.js";
import type { AnswerService } from "./answer.service.js";
import { DetectedIncident, SecurityEvent, Threat } from "./detection.types.js";
import { followNotifications, type NotificationFrameSource } from "./notification-feed.js";
import type { NotificationService } from "./notification.service.js";
import { aboutWhat, addressingOf, incidentNumbered, previewMeant, notifiedIndicators } from "./notification-drafts.js";
import type { Addressed, NotificationRow } from "./notification.store.js";
import * as types from "./notification.types.js";
import type { OwnIndicatorRow } from "./own-indicator.store.js";

/** Notifications of the national centre, and their acknowledgements. */
@Resolver()
export class NotificationMutations {
  constructor(
    private readonly notifications: NotificationService,
    private readonly answers: AnswerService,
  ) {}

  @Mutation(() => types.NotifySocsResult, {
    description:
      "R12.1: notifies SOCs of a threat, an event or an incident, or supplements or withdraws an earlier notification.",
  })
  async notifySocs(
    @Arg("input", () => types.NotifySocsInput) input: types.NotifySocsInput,
    @Ctx() context: RequestContext,
  ) {
    const { submissionKey, text, marking, indicators, to } = input;
    const draft = { text: canonicalText(text), marking, indicators: indicatorDrafts(indicators ?? []) };
    const addressing = to ? addressingOf(to) : null;
    const done = await context.act(() =>
      this.notifications.send(context.sender, submissionKey, aboutWhat(input), addressing, draft),
    );
    return resultOf(types.SocsNotified, done, context, { notification: notificationOf });
  }

  @Mutation(() => types.AcknowledgeNotificationResult, {
    description: "Acknowledges receipt of a notification (as a SOC) or of an incident (as an owner, R9.2).",
  })
  async acknowledgeNotification(
    @Arg("input", () => types.AcknowledgeNotificationInput) input: types.AcknowledgeNotificationInput,
    @Ctx() context: RequestContext,
  ) {
    const { submissionKey, notificationId, incidentId, incidentNumber } = input;
    if ([notificationId, incidentId, incidentNumber].filter((one) => typeof one === "string").length !== 1)
      throw new Refusal("BAD_USER_INPUT", say("acknowledgedThing", {}), ["input"]);
    const numbered = typeof incidentNumber === "string" ? await incidentNumbered(incidentNumber, context) : null;
    const done = await context.act(() =>
      typeof notificationId === "string"
        ? this.answers.acknowledge(context.sender, submissionKey, referenceTo("Notification", notificationId))
        : this.answers.acknowledgeIncident(
            context.sender,
            submissionKey,
            numbered === null ? referenceTo("Incident", incidentId ?? "") : byId(numbered),
          ),
    );
    return resultOf(types.NotificationAcknowledged, done, context, {
      notification: notificationOf,
      incident: incidentOf,
    });
  }
}

@Resolver(() => types.Notification)
export class NotificationResolver {
  @Query(() => types.NotificationConnection, {
    description: "A SOC's inbox, or the national centre's outbox.",
  })
  async notifications(
    @Ctx() context: RequestContext,
    @Args(() => WindowArgs) window: WindowArgs,
    @Arg("filter", () => types.NotificationFilter, { nullable: true }) filter: types.NotificationFilter | null,
    @Arg("orderBy", () => types.NotificationOrderEnum, { nullable: true, description: "Newest first by default." })
    orderBy: types.NotificationOrder | null,
  ) {
    const { notifications } = context.readingFor("read");
    const { subjects, isUnacknowledged, isUnanswered, standings } = filter ?? {};
    const asked = {
      ...(subjects ? { subjects } : {}),
      ...(standings ? { standings } : {}),
      isUnacknowledged: isUnacknowledged === true,
      isUnanswered: isUnanswered === true,
    };
    if (orderBy !== "DUE_FIRST") return toConnection(await notifications.page(asked, window, context.now));
    const { party } = context.actor;
    // To the national centre a notification has as many deadlines as recipients.
    if (party.kind !== "SOC") throw new Refusal("BAD_USER_INPUT", say("dueFirstOfSoc", {}), ["orderBy"]);
    return toConnection(await notifications.pageByDue(party.id, asked, window, context.now));
  }

  @Query(() => types.Notification, {
    nullable: true,
    description: "A notification by its number, in capitals or not; null if there is none, or none that you may see.",
  })
  async notification(@Arg("number", () => String) number: string, @Ctx() context: RequestContext) {
    const reading = context.readingFor("read");
    const named = number.trim().toUpperCase();
    const [found] = isNumber(named) ? await reading.notifications.numbered([named]) : [];
    return found ? reading.notification.load(found.id) : null;
  }

  @Query(() => [types.PreviewedRecipient], {
    description: "R12.1: the SOCs that a notification would reach, and why, by code. Nothing is sent.",
  })
  async notificationPreview(
    @Arg("input", () => types.NotificationPreviewInput) input: types.NotificationPreviewInput,
    @Ctx() context: RequestContext,
  ): Promise<readonly Addressed[]> {
    authorize(context.actor, "notification.send");
    const { reading } = context;
    const { about, addressing } = await previewMeant(reading, context.actor.party.id, input);
    const shown = await notifiedIndicators(reading, about, indicatorDrafts(input.indicators ?? []));
    return reading.notifications.addressed(addressing, shown, context.now);
  }

  @Subscription(() => types.NotificationFrame, {
    description:
      "Every fact between the national centre and the SOCs that you may see, live and without loss. Resume with the last cursor that you saw; delivery is at least once (docs/feed.md).",
    subscribe: ({ args, context }) => followNotifications(args, context),
  })
  notificationFeed(
    @Root() frame: NotificationFrameSource,
    @Args(() => FeedArgs) _from: FeedArgs,
  ): NotificationFrameSource {
    return frame;
  }

  @FieldResolver(() => ID, { description: OPAQUE_ID })
  id(@Root() notification: NotificationRow): string {
    return toGlobalId("Notification", notification.id);
  }

  @FieldResolver(() => Threat, { nullable: true, description: "The threat that it is about." })
  async threat(@Root() notification: NotificationRow, @Ctx() context: RequestContext) {
    return detectionOf(notification, "THREAT", context);
  }

  @FieldResolver(() => SecurityEvent, { nullable: true, description: "The event that it is about." })
  async event(@Root() notification: NotificationRow, @Ctx() context: RequestContext) {
    return detectionOf(notification, "EVENT", context);
  }

  @FieldResolver(() => DetectedIncident, {
    nullable: true,
    description: "The incident that it is about, if the national centre itself detected it.",
  })
  async detectedIncident(@Root() notification: NotificationRow, @Ctx() context: RequestContext) {
    return detectionOf(notification, "DETECTED_INCIDENT", context);
  }

  @FieldResolver(() => Incident, {
    nullable: true,
    description: "The incident of a SOC that it is about, if you may see it.",
  })
  incident(@Root() notification: NotificationRow, @Ctx() context: RequestContext) {
    return notification.incidentId === null ? null : context.reading.incident.load(notification.incidentId);
  }

  @FieldResolver(() => [Indicator], { description: "Indicators in addition to those of what was detected." })
  indicators(@Root() notification: NotificationRow, @Ctx() context: RequestContext) {
    return context.reading.indicatorsOfNotification.load(notification.id);
  }

  @FieldResolver(() => [types.OwnIndicator], {
    description:
      "To a SOC: which of its indicators, and of those of what was detected, are on the last cards of your SOC's own incidents. Empty for everybody else.",
  })
  ownIndicators(@Root() notification: NotificationRow, @Ctx() context: RequestContext) {
    return context.reading.ownIndicatorsOfNotification.load(notification.id);
  }

  @FieldResolver(() => types.Notification, {
    nullable: true,
    description: "The notification that it supplements or withdraws.",
  })
  follows(@Root() notification: NotificationRow, @Ctx() context: RequestContext) {
    return notification.followsId === null ? null : context.reading.notification.load(notification.followsId);
  }

  @FieldResolver(() => Boolean, { description: "Whether it withdraws the one that it follows." })
  isWithdrawal(@Root() notification: NotificationRow): boolean {
    return notification.followsAs === "WITHDRAWAL";
  }

  @FieldResolver(() => [types.Notification], {
    description: "The notifications that supplemented or withdrew it, oldest first.",
  })
  followedBy(@Root() notification: NotificationRow, @Ctx() context: RequestContext) {
    return context.reading.followingNotification.load(notification.id);
  }

  @FieldResolver(() => types.Notification, {
    nullable: true,
    description: "The notification that withdrew it; for a supplement also the one that withdrew what it supplements.",
  })
  async withdrawal(@Root() { id, followsId, followsAs }: NotificationRow, @Ctx() context: RequestContext) {
    const withdrawn = followsAs === "SUPPLEMENT" && followsId !== null ? [id, followsId] : [id];
    const following = await Promise.all(withdrawn.map((one) => context.reading.followingNotification.load(one)));
    return following.flat().find((one) => one.followsAs === "WITHDRAWAL") ?? null;
  }

  @FieldResolver(() => [types.NotificationRecipient], {
    description: "The recipients, by code: the national centre sees all of them, a SOC only itself.",
  })
  recipients(@Root() notification: NotificationRow, @Ctx() context: RequestContext) {
    return context.reading.recipientsOfNotification.load(notification.id);
  }

  @FieldResolver(() => [Incident], { description: "The incidents to which it led, oldest first." })
  incidents(@Root() notification: NotificationRow, @Ctx() context: RequestContext) {
    return context.reading.incidentsOfNotification.load(notification.id);
  }
}

@Resolver(() => types.OwnIndicator)
export class OwnIndicatorResolver {
  @FieldResolver(() => [Incident], { description: "Your SOC's incidents that have it, newest first: the latest 20." })
  async incidents(@Root() { incidentIds }: OwnIndicatorRow, @Ctx() context: RequestContext) {
    const found = await Promise.all(incidentIds.map((id) => context.reading.incident.load(id)));
    return found.filter((one) => one !== null);
  }
}

@Resolver(() => types.NotificationConnection)
export class NotificationConnectionResolver {
  @FieldResolver(() => FeedCursor)
  async feedCursor(
    @Ctx() context: RequestContext,
    @Args(() => RecentFactsArgs) recent: RecentFactsArgs,
  ): Promise<string> {
    return toFeedCursor(await context.reading.feedPosition(NOTIFICATION_FACT_KINDS, recent, context.now));
  }
}

/** What this feature adds to an incident. */
@Resolver(() => Incident)
export class IncidentNotificationResolver {
  @FieldResolver(() => [types.Notification], {
    description: "The notifications that led to it, in the order in which they were linked; links are only added.",
  })
  notifications(@Root() incident: IncidentRow, @Ctx() context: RequestContext) {
    return context.reading.notificationsOfIncident.load(incident.id);
  }

  @FieldResolver(() => [types.Notification], {
    description: "The notifications about it that you may see, oldest first; each says when it was retracted.",
  })
  notificationsAbout(@Root() incident: IncidentRow, @Ctx() context: RequestContext) {
    return context.reading.notificationsAboutIncident.load(incident.id);
  }
}

/** What this feature adds to a duty. */
@Resolver(() => Obligation)
export class ObligationNotificationResolver {
  @FieldResolver(() => types.Notification, { nullable: true, description: "The notification that it answers." })
  notification(@Root() obligation: ObligationRow, @Ctx() context: RequestContext) {
    return obligation.notificationId === null ? null : context.reading.notification.load(obligation.notificationId);
  }
}

async function detectionOf(notification: NotificationRow, kind: DetectionKind, context: RequestContext) {
  const { subject, detectionId } = notification;
  return subject === subjectOf(kind) && detectionId !== null ? context.reading.detection.load(detectionId) : null;
}
