import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { canonicalText, optionalText } from "../../domain/text.js";
import { idOf, referenceTo } from "../../platform/identity.js";
import type { Reading } from "../../operation/reading.js";
import type { RequestContext } from "../../operation/request-context.js";
import { incidentOf, resultOf, subjectOf } from "../submissions/result.js";
import type { Accepted } from "../submissions/submissions.js";
import type { CardService } from "./card.service.js";
import { incidentReferences } from "./drafts.js";
import { amendmentOf, firstCardOf, reportOf } from "./incident-inputs.js";
import type { IncidentService } from "./incident.service.js";
import type { ObjectLinkService } from "./object-link.service.js";
import type { ReceivedOtherwiseService } from "./received-otherwise.service.js";
import type { RetractionService } from "./retraction.service.js";
import type { SameIncidentService } from "./same-incident.service.js";
import type { WaiverService } from "./waiver.service.js";
import {
  AffectedObjectLinked,
  AffectedObjectUnlinked,
  CardAccepted,
  LinkSameIncidentsInput,
  LinkSameIncidentsResult,
  SameIncidentsLinked,
  SameIncidentsUnlinked,
  LinkAffectedObjectInput,
  LinkAffectedObjectResult,
  ObligationWaived,
  OwnerNotificationAccepted,
  ReportAccepted,
  RetractionDecided,
  RetractionRequested,
  SeverityReviewAccepted,
  AmendIncidentCardInput,
  AmendIncidentCardResult,
  DecideRetractionInput,
  DecideRetractionResult,
  RecordOwnerNotificationInput,
  RecordReceivedOtherwiseInput,
  RecordReceivedOtherwiseResult,
  ReceivedOtherwiseRecorded,
  ReceivedOtherwiseWithdrawn,
  RecordOwnerNotificationResult,
  ReportIncidentInput,
  ReportIncidentResult,
  RequestRetractionInput,
  RequestRetractionResult,
  ReviewSeverityInput,
  ReviewSeverityResult,
  SubmitIncidentCardInput,
  SubmitIncidentCardResult,
  WithdrawReceivedOtherwiseInput,
  WithdrawReceivedOtherwiseResult,
  UnlinkAffectedObjectInput,
  UnlinkAffectedObjectResult,
  UnlinkSameIncidentsInput,
  UnlinkSameIncidentsResult,
  WaiveObligationInput,
  WaiveObligationResult,
} from "./incident-submission.types.js";

/** What an accepted card returns. */
const CARD = {
  incident: incidentOf,
  card: ({ cardId }: Accepted, reading: Reading) => (cardId === null ? null : reading.card.load(cardId)),
};

/** The use cases that these mutations call. */
export interface IncidentUseCases {
  readonly cards: CardService;
  readonly incidents: IncidentService;
  readonly sameIncidents: SameIncidentService;
  readonly retractions: RetractionService;
  readonly waivers: WaiverService;
  readonly receivedOtherwise: ReceivedOtherwiseService;
  readonly objectLinks: ObjectLinkService;
}

@Resolver()
export class IncidentMutations {
  constructor(private readonly uses: IncidentUseCases) {}

  @Mutation(() => ReportIncidentResult, { description: "R9.1: notifies the national centre of a confirmed incident." })
  async reportIncident(
    @Arg("input", () => ReportIncidentInput) input: ReportIncidentInput,
    @Ctx() context: RequestContext,
  ) {
    const submits = reportOf(input);
    const done = await context.act(() => submits(this.uses.incidents, context.sender));
    return resultOf(ReportAccepted, done, context, { incident: incidentOf });
  }

  @Mutation(() => SubmitIncidentCardResult, { description: "R9.3: sends the first card of an incident." })
  async submitIncidentCard(
    @Arg("input", () => SubmitIncidentCardInput) input: SubmitIncidentCardInput,
    @Ctx() context: RequestContext,
  ) {
    const submits = firstCardOf(input);
    return resultOf(CardAccepted, await context.act(() => submits(this.uses.cards, context.sender)), context, CARD);
  }

  @Mutation(() => AmendIncidentCardResult, { description: "L6: corrects a card with a new revision." })
  async amendIncidentCard(
    @Arg("input", () => AmendIncidentCardInput) input: AmendIncidentCardInput,
    @Ctx() context: RequestContext,
  ) {
    const submits = amendmentOf(input);
    return resultOf(CardAccepted, await context.act(() => submits(this.uses.cards, context.sender)), context, CARD);
  }

  @Mutation(() => ReviewSeverityResult, { description: "RA.1: records a decision about the level." })
  async reviewSeverity(
    @Arg("input", () => ReviewSeverityInput) { submissionKey, incidentId, severity, reason }: ReviewSeverityInput,
    @Ctx() context: RequestContext,
  ) {
    const incident = referenceTo("Incident", incidentId);
    const draft = { severity, reason: optionalText(reason) };
    return resultOf(
      SeverityReviewAccepted,
      await context.act(() => this.uses.incidents.reviewSeverity(context.sender, submissionKey, incident, draft)),
      context,
      { incident: incidentOf },
    );
  }

  @Mutation(() => RecordOwnerNotificationResult, {
    description: "R9.2: records that your SOC notified the owner itself.",
  })
  async recordOwnerNotification(
    @Arg("input", () => RecordOwnerNotificationInput)
    { submissionKey, incidentId, ...input }: RecordOwnerNotificationInput,
    @Ctx() context: RequestContext,
  ) {
    const incident = referenceTo("Incident", incidentId);
    const draft = {
      objectId: typeof input.objectId === "string" ? idOf("ProtectedObject", input.objectId) : null,
      objectCode: optionalText(input.objectCode),
      objectDescription: optionalText(input.objectDescription),
      channel: input.channel,
      recipient: canonicalText(input.recipient),
      notifiedAt: input.notifiedAt,
      note: optionalText(input.note),
    };
    return resultOf(
      OwnerNotificationAccepted,
      await context.act(() =>
        this.uses.incidents.recordOwnerNotification(context.sender, submissionKey, incident, draft),
      ),
      context,
      { incident: incidentOf },
    );
  }

  @Mutation(() => RequestRetractionResult, {
    description: "L18: asks the national centre to retract an incident that your SOC reported in error.",
  })
  async requestRetraction(
    @Arg("input", () => RequestRetractionInput) { submissionKey, incidentId, grounds }: RequestRetractionInput,
    @Ctx() context: RequestContext,
  ) {
    const incident = referenceTo("Incident", incidentId);
    const done = await context.act(() =>
      this.uses.retractions.request(context.sender, submissionKey, incident, canonicalText(grounds)),
    );
    return resultOf(RetractionRequested, done, context, { incident: incidentOf });
  }

  @Mutation(() => LinkSameIncidentsResult, {
    description: "Records that dossiers of several SOCs are of one incident. For the national centre.",
  })
  async linkSameIncidents(
    @Arg("input", () => LinkSameIncidentsInput) { submissionKey, incidentIds, reason }: LinkSameIncidentsInput,
    @Ctx() context: RequestContext,
  ) {
    const incidents = incidentReferences(incidentIds);
    const done = await context.act(() =>
      this.uses.sameIncidents.link(context.sender, submissionKey, incidents, canonicalText(reason)),
    );
    return resultOf(SameIncidentsLinked, done, context, { incident: incidentOf });
  }

  @Mutation(() => UnlinkSameIncidentsResult, {
    description: "Takes back that dossiers are of one incident. For the national centre.",
  })
  async unlinkSameIncidents(
    @Arg("input", () => UnlinkSameIncidentsInput) { submissionKey, incidentIds, reason }: UnlinkSameIncidentsInput,
    @Ctx() context: RequestContext,
  ) {
    const incidents = incidentReferences(incidentIds);
    const done = await context.act(() =>
      this.uses.sameIncidents.unlink(context.sender, submissionKey, incidents, canonicalText(reason)),
    );
    return resultOf(SameIncidentsUnlinked, done, context, { incident: incidentOf });
  }

  @Mutation(() => LinkAffectedObjectResult, {
    description:
      "L9: records that an object that an incident describes is a registered one; R9.2 is judged as if it had been named so from the start. For the national centre.",
  })
  async linkAffectedObject(
    @Arg("input", () => LinkAffectedObjectInput)
    { submissionKey, incidentId, description, objectId, reason }: LinkAffectedObjectInput,
    @Ctx() context: RequestContext,
  ) {
    const incident = referenceTo("Incident", incidentId);
    const found = {
      description: canonicalText(description),
      object: referenceTo("ProtectedObject", objectId),
      reason: canonicalText(reason),
    };
    const done = await context.act(() => this.uses.objectLinks.link(context.sender, submissionKey, incident, found));
    return resultOf(AffectedObjectLinked, done, context, { incident: incidentOf });
  }

  @Mutation(() => UnlinkAffectedObjectResult, {
    description:
      "L9: takes back that a described object is a registered one; from then on that is as if it had never been. For the national centre.",
  })
  async unlinkAffectedObject(
    @Arg("input", () => UnlinkAffectedObjectInput)
    { submissionKey, incidentId, description, reason }: UnlinkAffectedObjectInput,
    @Ctx() context: RequestContext,
  ) {
    const incident = referenceTo("Incident", incidentId);
    const wrong = { description: canonicalText(description), reason: canonicalText(reason) };
    const done = await context.act(() => this.uses.objectLinks.unlink(context.sender, submissionKey, incident, wrong));
    return resultOf(AffectedObjectUnlinked, done, context, { incident: incidentOf });
  }

  @Mutation(() => DecideRetractionResult, { description: "L18: grants or refuses a retraction; the dossier is kept." })
  async decideRetraction(
    @Arg("input", () => DecideRetractionInput)
    { submissionKey, incidentId, isGranted, reason }: DecideRetractionInput,
    @Ctx() context: RequestContext,
  ) {
    const incident = referenceTo("Incident", incidentId);
    const decision = { isGranted, reason: canonicalText(reason) };
    const done = await context.act(() =>
      this.uses.retractions.decide(context.sender, submissionKey, incident, decision),
    );
    return resultOf(RetractionDecided, done, context, { incident: incidentOf });
  }

  @Mutation(() => RecordReceivedOtherwiseResult, {
    description:
      "L22: records that a duty was met by another way than through the gateway, such as by telephone in an outage. For the national centre.",
  })
  async recordReceivedOtherwise(
    @Arg("input", () => RecordReceivedOtherwiseInput)
    { submissionKey, obligationId, channel, receivedAt, receivedBy, reason }: RecordReceivedOtherwiseInput,
    @Ctx() context: RequestContext,
  ) {
    const obligation = idOf("Obligation", obligationId);
    const draft = { channel, receivedAt, receivedBy: canonicalText(receivedBy), reason: canonicalText(reason) };
    const done = await context.act(() =>
      this.uses.receivedOtherwise.record(context.sender, submissionKey, obligation, draft),
    );
    return resultOf(ReceivedOtherwiseRecorded, done, context, {
      obligation: (accepted, reading) => subjectOf(accepted, reading.obligation),
    });
  }

  @Mutation(() => WithdrawReceivedOtherwiseResult, {
    description:
      "L22: takes back a record of what met a duty by another way, made in error. The record stays, and meets nothing any more. For the national centre.",
  })
  async withdrawReceivedOtherwise(
    @Arg("input", () => WithdrawReceivedOtherwiseInput)
    { submissionKey, receivedOtherwiseId, reason }: WithdrawReceivedOtherwiseInput,
    @Ctx() context: RequestContext,
  ) {
    const receipt = idOf("ReceivedOtherwise", receivedOtherwiseId);
    const done = await context.act(() =>
      this.uses.receivedOtherwise.withdraw(context.sender, submissionKey, receipt, canonicalText(reason)),
    );
    return resultOf(ReceivedOtherwiseWithdrawn, done, context, {
      obligation: (accepted, reading) => subjectOf(accepted, reading.obligation),
    });
  }

  @Mutation(() => WaiveObligationResult, { description: "Waives a duty that is open, with a written reason." })
  async waiveObligation(
    @Arg("input", () => WaiveObligationInput) { submissionKey, obligationId, reason }: WaiveObligationInput,
    @Ctx() context: RequestContext,
  ) {
    const obligation = idOf("Obligation", obligationId);
    const done = await context.act(() =>
      this.uses.waivers.waive(context.sender, submissionKey, obligation, canonicalText(reason)),
    );
    return resultOf(ObligationWaived, done, context, {
      obligation: (accepted, reading) => subjectOf(accepted, reading.obligation),
    });
  }
}
