import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root, Subscription } from "type-graphql";
import { FeedArgs } from "../../graph/feed-args.js";
import { OPAQUE_ID } from "../../graph/node.js";
import { toGlobalId } from "../../platform/identity.js";
import type { RequestContext } from "../../operation/request-context.js";
import { Obligation } from "../obligations/obligation.types.js";
import { Owner, Soc } from "../parties/party.types.js";
import { ProtectedObject } from "../parties/protected-object.types.js";
import { isPending } from "../../domain/decisions.js";
import { openQuestionsOf, type OpenQuestion } from "../../domain/open-questions.js";
import { addressOf } from "../../domain/forms/addresses.js";
import { CARD_FORM } from "../../domain/card-form.js";
import { affectedObjects } from "./affected-objects.js";
import { AffectedObject, IncidentCard, Indicator, labelled } from "./card.types.js";
import type { CardRow } from "./card.store.js";
import type { SameDecisionRow } from "./same-incident.store.js";
import { followIncidents, type IncidentFrameSource } from "./incident-feed.js";
import type { IncidentRow } from "./incident.store.js";
import {
  Incident,
  IncidentFeedFilter,
  IncidentFrame,
  ConfirmationCorrection,
  CorrectionRequest,
  ObjectLink,
  OpenQuestionEnum,
  IncidentReport,
  IncidentTaking,
  OwnerAcknowledgement,
  OwnerNotification,
  Retraction,
  SameIncidentDecision,
  SeverityReview,
} from "./incident.types.js";
import type { ObjectLinkRow } from "./object-link.store.js";
import type { AcknowledgementRow, OwnerNotificationRow } from "./owner-notification.store.js";
import type { ReportRow } from "./report.store.js";

@Resolver(() => Incident)
export class IncidentResolver {
  @Query(() => Incident, {
    nullable: true,
    description: "One incident by its number; null if it does not exist or you may not see it.",
  })
  incident(
    @Arg("number", () => String) number: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const reading = context.readingFor("read");
    return reading.lookingAhead(info, () => reading.incidents.byNumber(number));
  }

  @Subscription(() => IncidentFrame, {
    description:
      "Every fact about the incidents that you may see, live and without loss. Resume with the last cursor that you saw; delivery is at least once (docs/feed.md).",
    subscribe: ({ args, context }) => followIncidents(args, context),
  })
  incidentFeed(
    @Root() frame: IncidentFrameSource,
    @Args(() => FeedArgs) _from: FeedArgs,
    @Arg("filter", () => IncidentFeedFilter, { nullable: true }) _filter: IncidentFeedFilter | null,
  ): IncidentFrameSource {
    return frame;
  }

  @FieldResolver(() => ID, { description: OPAQUE_ID })
  id(@Root() incident: IncidentRow): string {
    return toGlobalId("Incident", incident.id);
  }

  @FieldResolver(() => Soc, { nullable: true, description: "The SOC whose incident it is." })
  soc(@Root() incident: IncidentRow, @Ctx() context: RequestContext) {
    return context.reading.party.load(incident.socId);
  }

  @FieldResolver(() => [AffectedObject], {
    description:
      "What it harmed, according to the latest report or card; for an owner, what of that is its own. With a description that the national centre has linked to a registered object, that object (L9).",
  })
  affectedObjects(@Root() incident: IncidentRow, @Ctx() context: RequestContext) {
    return affectedObjects(incident, context);
  }

  @FieldResolver(() => [ObjectLink], {
    description:
      "Which of the objects that it describes are registered ones, as the national centre found, oldest first (L9); for an owner its own.",
  })
  objectLinks(@Root() incident: IncidentRow, @Ctx() context: RequestContext) {
    return context.reading.objectLinksOfIncident.load(incident.id);
  }

  @FieldResolver(() => IncidentReport, {
    nullable: true,
    description: "The initial report, if there was one before the card.",
  })
  async report(@Root() incident: IncidentRow, @Ctx() context: RequestContext) {
    return (await context.reading.reportOfIncident.load(incident.id))[0] ?? null;
  }

  @FieldResolver(() => IncidentCard, { nullable: true, description: "The last revision of the card." })
  async card(@Root() incident: IncidentRow, @Ctx() context: RequestContext) {
    return (await context.reading.cardsOfIncident.load(incident.id)).at(-1) ?? null;
  }

  @FieldResolver(() => [IncidentCard], { description: "Every revision of the card, oldest first." })
  cardRevisions(@Root() incident: IncidentRow, @Ctx() context: RequestContext) {
    return context.reading.cardsOfIncident.load(incident.id);
  }

  @FieldResolver(() => [SeverityReview], { description: "The decisions about the level, oldest first (RA.1)." })
  severityReviews(@Root() incident: IncidentRow, @Ctx() context: RequestContext) {
    return context.reading.reviewsOfIncident.load(incident.id);
  }

  @FieldResolver(() => [OwnerNotification], {
    description: "The SOC's statements that it notified the owner itself, oldest first (R9.2).",
  })
  ownerNotifications(@Root() incident: IncidentRow, @Ctx() context: RequestContext) {
    return context.reading.ownerNotificationsOfIncident.load(incident.id);
  }

  @FieldResolver(() => [OwnerAcknowledgement], {
    description: "The owners' acknowledgements, oldest first (R9.2).",
  })
  ownerAcknowledgements(@Root() incident: IncidentRow, @Ctx() context: RequestContext) {
    return context.reading.acknowledgementsOfIncident.load(incident.id);
  }

  @FieldResolver(() => [ConfirmationCorrection], {
    description: "The corrections of its confirmation, oldest first (L4).",
  })
  confirmationCorrections(@Root() incident: IncidentRow, @Ctx() context: RequestContext) {
    return context.reading.correctionsOfIncident.load(incident.id);
  }

  @FieldResolver(() => Incident, {
    nullable: true,
    description: "The earlier incident that it repeats, according to the latest card, if you may see it (F30).",
  })
  async earlierIncident(@Root() incident: IncidentRow, @Ctx() context: RequestContext) {
    return (await context.reading.earlierIncident.load(incident.id))[0] ?? null;
  }

  @FieldResolver(() => [Incident], {
    description: "The later incidents that repeat it, according to their latest cards, oldest first (F30).",
  })
  repeatedBy(@Root() incident: IncidentRow, @Ctx() context: RequestContext) {
    return context.reading.incidentsRepeating.load(incident.id);
  }

  @FieldResolver(() => [Incident], {
    description:
      "Other dossiers of the same incident that you may see, as the national centre linked them; each keeps its own duties, which `timeliness` counts by dossier; its `incidents` count them as one.",
  })
  sameAs(@Root() incident: IncidentRow, @Ctx() context: RequestContext) {
    return context.reading.sameAsIncident.load(incident.id);
  }

  @FieldResolver(() => [SameIncidentDecision], {
    description:
      "The decisions that it is, or is not, the same incident as others, oldest first; for the national centre alone.",
  })
  sameAsDecisions(@Root() incident: IncidentRow, @Ctx() context: RequestContext) {
    return context.reading.sameDecisionsOfIncident.load(incident.id);
  }

  @FieldResolver(() => IncidentTaking, {
    nullable: true,
    description: "Who of the national centre has it in hand; for the national centre alone, null for others.",
  })
  async takenBy(@Root() incident: IncidentRow, @Ctx() context: RequestContext) {
    const [taken] = await context.reading.takingOfIncident.load(incident.id);
    return taken ? { ...taken, isMine: taken.actorId === context.actor.id } : null;
  }

  @FieldResolver(() => [CorrectionRequest], {
    description: "The SOC's requests to correct its confirmation, oldest first (L4); for an owner none.",
  })
  correctionRequests(@Root() incident: IncidentRow, @Ctx() context: RequestContext) {
    return context.reading.correctionRequestsOfIncident.load(incident.id);
  }

  @FieldResolver(() => [OpenQuestionEnum], {
    description: "What of it waits for somebody to clear it up (L3, L4, L9, L15, L18); for an owner none.",
  })
  async openQuestions(@Root() incident: IncidentRow, @Ctx() context: RequestContext): Promise<OpenQuestion[]> {
    if (context.actor?.party.kind === "OWNER") return [];
    const [corrections, retractions, registered] = await Promise.all([
      context.reading.correctionRequestsOfIncident.load(incident.id),
      context.reading.retractionsOfIncident.load(incident.id),
      context.reading.registeredDescribedIn.load(incident.id),
    ]);
    return openQuestionsOf(incident, {
      isCorrectionRequested: corrections.some(isPending),
      isRetractionRequested: retractions.some(({ decidedAt }) => decidedAt === null),
      isRegisteredDescribed: registered.length > 0,
    });
  }

  @FieldResolver(() => [Retraction], { description: "The requests to retract it, oldest first (L18)." })
  retractions(@Root() incident: IncidentRow, @Ctx() context: RequestContext) {
    return context.reading.retractionsOfIncident.load(incident.id);
  }

  @FieldResolver(() => [Obligation], { description: "The duties about it, in the order of their rules." })
  obligations(@Root() incident: IncidentRow, @Ctx() context: RequestContext) {
    return context.reading.obligationsOfIncident.load(incident.id);
  }
}

@Resolver(() => IncidentCard)
export class IncidentCardResolver {
  @FieldResolver(() => ID, { description: OPAQUE_ID })
  id(@Root() card: CardRow): string {
    return toGlobalId("IncidentCard", card.id);
  }

  @FieldResolver(() => String, {
    description:
      "Where it is on paper, as annex 3 lays it out: a PDF in the language of Accept-Language, below the gateway's own address, with your token. `.html` in place of `.pdf` is a page to print.",
  })
  async paper(@Root() card: CardRow, @Ctx() context: RequestContext): Promise<string> {
    const incident = await context.reading.incident.load(card.incidentId);
    if (!incident) throw new Error("whoever sees a card sees its incident");
    return `${addressOf("cardRevision", { number: incident.number, revision: String(card.revision) })}.pdf`;
  }

  @FieldResolver(() => [Indicator], { description: labelled(CARD_FORM.indicators.label) })
  indicators(@Root() card: CardRow, @Ctx() context: RequestContext) {
    return context.reading.indicatorsOfCard.load(card.id);
  }

  @FieldResolver(() => [AffectedObject], { description: labelled(CARD_FORM.affectedObjects.label) })
  affectedObjects(@Root() card: CardRow, @Ctx() context: RequestContext) {
    return affectedObjects(card, context);
  }
}

@Resolver(() => IncidentReport)
export class IncidentReportResolver {
  @FieldResolver(() => [AffectedObject], { description: "What it harmed, according to the initial report." })
  affectedObjects(@Root() report: ReportRow, @Ctx() context: RequestContext) {
    return affectedObjects(report, context);
  }
}

@Resolver(() => SameIncidentDecision)
export class SameIncidentDecisionResolver {
  @FieldResolver(() => [Incident], { description: "The dossiers that the decision names." })
  async incidents(@Root() { incidentIds }: SameDecisionRow, @Ctx() context: RequestContext) {
    const found = await Promise.all(incidentIds.map((id) => context.reading.incident.load(id)));
    return found.filter((incident) => incident !== null);
  }
}

@Resolver(() => OwnerNotification)
export class OwnerNotificationResolver {
  @FieldResolver(() => ProtectedObject, { nullable: true, description: "The object whose owner was notified." })
  object(@Root() notification: OwnerNotificationRow, @Ctx() context: RequestContext) {
    return notification.objectId === null ? null : context.reading.object.load(notification.objectId);
  }
}

@Resolver(() => OwnerAcknowledgement)
export class OwnerAcknowledgementResolver {
  @FieldResolver(() => Owner, { nullable: true, description: "Who acknowledged, if you may see it." })
  owner(@Root() { ownerId }: AcknowledgementRow, @Ctx() context: RequestContext) {
    return context.reading.party.load(ownerId);
  }

  @FieldResolver(() => ProtectedObject, { nullable: true, description: "Its object, if you may see it." })
  object(@Root() { objectId }: AcknowledgementRow, @Ctx() context: RequestContext) {
    return context.reading.object.load(objectId);
  }
}

@Resolver(() => ObjectLink)
export class ObjectLinkResolver {
  @FieldResolver(() => ProtectedObject, { nullable: true, description: "The registered object, if you may see it." })
  object(@Root() link: ObjectLinkRow, @Ctx() context: RequestContext) {
    return context.reading.object.load(link.objectId);
  }
}
