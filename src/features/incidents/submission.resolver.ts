import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import type { CardDraft } from "../../domain/incident-card.js";
import { canonicalText } from "../../domain/text.js";
import type { Violation as DomainViolation } from "../../domain/verdict.js";
import { inWords } from "../../domain/wording/wording.js";
import { OPAQUE_ID } from "../../graph/node.js";
import { idOf, toGlobalId } from "../../platform/identity.js";
import type { RequestContext } from "../../request-context.js";
import type { CardService } from "./card.service.js";
import type { AffectedObjectInput, IncidentCardInput } from "./card.types.js";
import type { IncidentService } from "./incident.service.js";
import type { ReceiptRecord } from "./submission.store.js";
import type { Outcome } from "./submissions.js";
import {
  AmendIncidentCardInput,
  AmendIncidentCardResult,
  Receipt,
  RecordOwnerNotificationInput,
  RecordOwnerNotificationResult,
  ReportIncidentInput,
  ReportIncidentResult,
  ReviewSeverityInput,
  ReviewSeverityResult,
  SubmitIncidentCardInput,
  SubmitIncidentCardResult,
  Violation,
  Warning,
} from "./submission.types.js";

@Resolver()
export class SubmissionResolver {
  constructor(
    private readonly cards: CardService,
    private readonly incidents: IncidentService,
  ) {}

  @Mutation(() => ReportIncidentResult, { description: "R9.1: tells the national centre of a confirmed incident." })
  async reportIncident(
    @Arg("input", () => ReportIncidentInput) { submissionKey, ...input }: ReportIncidentInput,
    @Ctx() context: RequestContext,
  ) {
    const draft = {
      confirmedAt: input.confirmedAt,
      type: input.type,
      summary: canonicalText(input.summary),
      affectedObject: affectedObjectDraft(input.affectedObject),
      severity: input.severity ?? null,
    };
    return answer(
      "ReportAccepted",
      await context.act(() => this.incidents.report(context.sender, submissionKey, draft)),
      context,
    );
  }

  @Mutation(() => SubmitIncidentCardResult, { description: "R9.3: sends the first card of an incident." })
  async submitIncidentCard(
    @Arg("input", () => SubmitIncidentCardInput) { submissionKey, incidentId, card }: SubmitIncidentCardInput,
    @Ctx() context: RequestContext,
  ) {
    const incident = typeof incidentId === "string" ? idOf("Incident", incidentId) : null;
    const draft = cardDraft(card);
    return answer(
      "CardAccepted",
      await context.act(() => this.cards.submit(context.sender, submissionKey, incident, draft)),
      context,
    );
  }

  @Mutation(() => AmendIncidentCardResult, { description: "L6: corrects a card by a new revision." })
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

  @Mutation(() => RecordOwnerNotificationResult, { description: "R9.2: records that your SOC told the owner itself." })
  async recordOwnerNotification(
    @Arg("input", () => RecordOwnerNotificationInput)
    { submissionKey, incidentId, ...input }: RecordOwnerNotificationInput,
    @Ctx() context: RequestContext,
  ) {
    const incident = idOf("Incident", incidentId);
    const draft = {
      channel: input.channel,
      recipient: canonicalText(input.recipient),
      toldAt: input.toldAt,
      note: optionalText(input.note),
    };
    return answer(
      "OwnerNotificationAccepted",
      await context.act(() => this.incidents.recordOwnerNotification(context.sender, submissionKey, incident, draft)),
      context,
    );
  }
}

@Resolver(() => Receipt)
export class ReceiptResolver {
  @FieldResolver(() => ID, { description: OPAQUE_ID })
  id(@Root() receipt: ReceiptRecord): string {
    return toGlobalId("Receipt", receipt.id);
  }

  @FieldResolver(() => String)
  submissionKey(@Root() receipt: ReceiptRecord): string {
    return receipt.key;
  }

  @FieldResolver(() => String)
  contentHash(@Root() receipt: ReceiptRecord): string {
    return receipt.contentHash.toString("hex");
  }

  @FieldResolver(() => String)
  entryHash(@Root() receipt: ReceiptRecord): string {
    return receipt.entryHash.toString("hex");
  }
}

@Resolver(() => Violation)
export class ViolationResolver {
  @FieldResolver(() => [String])
  path(@Root() violation: DomainViolation): readonly string[] {
    return fromInput(violation.path);
  }

  @FieldResolver(() => String)
  message(@Root() violation: DomainViolation, @Ctx() context: RequestContext): string {
    return inWords(violation.says, context.caller.locale);
  }
}

@Resolver(() => Warning)
export class WarningResolver {
  @FieldResolver(() => [String])
  path(@Root() warning: DomainViolation): readonly string[] {
    return fromInput(warning.path);
  }

  @FieldResolver(() => String)
  message(@Root() warning: DomainViolation, @Ctx() context: RequestContext): string {
    return inWords(warning.says, context.caller.locale);
  }
}

/** The rules know paths within a submission; in the schema a submission is the argument `input`. */
function fromInput(path: readonly string[]): readonly string[] {
  return path.length === 0 ? path : ["input", ...path];
}

/** What a mutation answers. What it leads to is read when it is asked for, after the act. */
function answer(typename: string, outcome: Outcome, context: RequestContext) {
  if (!outcome.isAccepted) return { __typename: "SubmissionRejected", ...outcome };
  const { incidentId, cardId, submissionId, warnings } = outcome;
  return {
    __typename: typename,
    warnings,
    get incident() {
      return context.reading.incident.load(incidentId);
    },
    get card() {
      return cardId === null ? null : context.reading.card.load(cardId);
    },
    get receipt() {
      return context.reading.receipt.load(submissionId);
    },
  };
}

function cardDraft(input: IncidentCardInput): CardDraft {
  return {
    registeredOn: input.registeredOn,
    severity: input.severity,
    type: input.type,
    scale: input.scale,
    occurredAt: input.occurredAt,
    confirmedAt: input.confirmedAt,
    recurrence: input.recurrence,
    indicators: input.indicators.map(({ type, value }) => ({ type, value: canonicalText(value) })),
    sign: input.sign,
    contours: input.contours,
    nature: canonicalText(input.nature),
    consequences: input.consequences,
    affectedObject: affectedObjectDraft(input.affectedObject),
    measures: canonicalText(input.measures),
    note: optionalText(input.note),
  };
}

function affectedObjectDraft({ objectId, description }: AffectedObjectInput): CardDraft["affectedObject"] {
  return {
    objectId: typeof objectId === "string" ? idOf("ProtectedObject", objectId) : null,
    description: optionalText(description),
  };
}

function optionalText(text: string | null | undefined): string | null {
  return typeof text === "string" ? canonicalText(text) : null;
}
