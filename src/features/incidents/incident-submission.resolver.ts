import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { canonicalText } from "../../domain/text.js";
import { idOf } from "../../platform/identity.js";
import type { RequestContext } from "../../operation/request-context.js";
import { answer, optionalText } from "../submissions/answer.js";
import type { CardService } from "./card.service.js";
import type { CorrectionService } from "./correction.service.js";
import { cardDraft, reportDraft } from "./drafts.js";
import type { IncidentService } from "./incident.service.js";
import {
  AmendIncidentCardInput,
  AmendIncidentCardResult,
  CorrectConfirmationInput,
  CorrectConfirmationResult,
  DecideRetractionInput,
  DecideRetractionResult,
  RecordOwnerNotificationInput,
  RecordOwnerNotificationResult,
  ReportIncidentInput,
  ReportIncidentResult,
  RequestRetractionInput,
  RequestRetractionResult,
  ReviewSeverityInput,
  ReviewSeverityResult,
  SubmitIncidentCardInput,
  SubmitIncidentCardResult,
  WaiveObligationInput,
  WaiveObligationResult,
} from "./incident-submission.types.js";

@Resolver()
export class IncidentMutations {
  constructor(
    private readonly cards: CardService,
    private readonly incidents: IncidentService,
    private readonly corrections: CorrectionService,
  ) {}

  @Mutation(() => ReportIncidentResult, { description: "R9.1: notifies the national centre of a confirmed incident." })
  async reportIncident(
    @Arg("input", () => ReportIncidentInput) { submissionKey, notificationId, ...input }: ReportIncidentInput,
    @Ctx() context: RequestContext,
  ) {
    const notification = typeof notificationId === "string" ? idOf("Notification", notificationId) : null;
    const draft = reportDraft(input);
    return answer(
      "ReportAccepted",
      await context.act(() => this.incidents.report(context.sender, submissionKey, notification, draft)),
      context,
    );
  }

  @Mutation(() => SubmitIncidentCardResult, { description: "R9.3: sends the first card of an incident." })
  async submitIncidentCard(
    @Arg("input", () => SubmitIncidentCardInput)
    { submissionKey, incidentId, notificationId, card }: SubmitIncidentCardInput,
    @Ctx() context: RequestContext,
  ) {
    const incident = typeof incidentId === "string" ? idOf("Incident", incidentId) : null;
    const notification = typeof notificationId === "string" ? idOf("Notification", notificationId) : null;
    const draft = cardDraft(card);
    return answer(
      "CardAccepted",
      await context.act(() => this.cards.submit(context.sender, submissionKey, incident, notification, draft)),
      context,
    );
  }

  @Mutation(() => AmendIncidentCardResult, { description: "L6: corrects a card with a new revision." })
  async amendIncidentCard(
    @Arg("input", () => AmendIncidentCardInput) { submissionKey, incidentId, revision, card }: AmendIncidentCardInput,
    @Ctx() context: RequestContext,
  ) {
    const incident = idOf("Incident", incidentId);
    const draft = cardDraft(card);
    return answer(
      "CardAccepted",
      await context.act(() => this.cards.amend(context.sender, submissionKey, incident, revision, draft)),
      context,
    );
  }

  @Mutation(() => ReviewSeverityResult, { description: "RA.1: records a decision about the level." })
  async reviewSeverity(
    @Arg("input", () => ReviewSeverityInput) { submissionKey, incidentId, severity, reason }: ReviewSeverityInput,
    @Ctx() context: RequestContext,
  ) {
    const incident = idOf("Incident", incidentId);
    const draft = { severity, reason: optionalText(reason) };
    return answer(
      "SeverityReviewAccepted",
      await context.act(() => this.incidents.reviewSeverity(context.sender, submissionKey, incident, draft)),
      context,
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
    const incident = idOf("Incident", incidentId);
    const draft = {
      channel: input.channel,
      recipient: canonicalText(input.recipient),
      notifiedAt: input.notifiedAt,
      note: optionalText(input.note),
    };
    return answer(
      "OwnerNotificationAccepted",
      await context.act(() => this.incidents.recordOwnerNotification(context.sender, submissionKey, incident, draft)),
      context,
    );
  }

  @Mutation(() => RequestRetractionResult, {
    description: "L18: asks the national centre to retract an incident that your SOC reported in error.",
  })
  async requestRetraction(
    @Arg("input", () => RequestRetractionInput) { submissionKey, incidentId, grounds }: RequestRetractionInput,
    @Ctx() context: RequestContext,
  ) {
    const incident = idOf("Incident", incidentId);
    const done = await context.act(() =>
      this.corrections.requestRetraction(context.sender, submissionKey, incident, canonicalText(grounds)),
    );
    return answer("RetractionRequested", done, context);
  }

  @Mutation(() => DecideRetractionResult, { description: "L18: grants or refuses a retraction; the dossier is kept." })
  async decideRetraction(
    @Arg("input", () => DecideRetractionInput)
    { submissionKey, incidentId, isGranted, reason }: DecideRetractionInput,
    @Ctx() context: RequestContext,
  ) {
    const incident = idOf("Incident", incidentId);
    const decision = { isGranted, reason: canonicalText(reason) };
    const done = await context.act(() =>
      this.corrections.decideRetraction(context.sender, submissionKey, incident, decision),
    );
    return answer("RetractionDecided", done, context);
  }

  @Mutation(() => CorrectConfirmationResult, {
    description:
      "L4: corrects the declared confirmation, with a written reason; every term of the incident moves with it.",
  })
  async correctConfirmation(
    @Arg("input", () => CorrectConfirmationInput)
    { submissionKey, incidentId, confirmedAt, reason }: CorrectConfirmationInput,
    @Ctx() context: RequestContext,
  ) {
    const incident = idOf("Incident", incidentId);
    const correction = { confirmedAt, reason: canonicalText(reason) };
    const done = await context.act(() =>
      this.corrections.correctConfirmation(context.sender, submissionKey, incident, correction),
    );
    return answer("ConfirmationCorrected", done, context);
  }

  @Mutation(() => WaiveObligationResult, { description: "Waives a duty that is open, with a written reason." })
  async waiveObligation(
    @Arg("input", () => WaiveObligationInput) { submissionKey, obligationId, reason }: WaiveObligationInput,
    @Ctx() context: RequestContext,
  ) {
    const obligation = idOf("Obligation", obligationId);
    const done = await context.act(() =>
      this.corrections.waiveObligation(context.sender, submissionKey, obligation, canonicalText(reason)),
    );
    return answer("ObligationWaived", done, context);
  }
}
