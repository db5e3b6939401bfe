import { Ctx, FieldResolver, Resolver, Root, type ClassType } from "type-graphql";
import type { RequestContext } from "../../operation/request-context.js";
import { IncidentCard } from "../incidents/card.types.js";
import {
  ConfirmationCorrection,
  CorrectionRequest,
  IncidentReport,
  ObjectLink,
  OwnerAcknowledgement,
  OwnerNotification,
  Retraction,
  SameIncidentDecision,
  SeverityReview,
} from "../incidents/incident.types.js";
import { Analysis, NotConfirmed } from "../notifications/answer.types.js";
import { DetectedIncident, SecurityEvent, Threat } from "../notifications/detection.types.js";
import { Notification } from "../notifications/notification.types.js";
import { ReceivedOtherwise } from "../obligations/obligation.types.js";
import { Actor } from "../parties/party.types.js";
import { Receipt } from "./submission.types.js";

const FOR_WHOM = "for the party that submitted it and the national centre, null for others";
const ITS_RECEIPT = `The receipt of the submission that it came by: ${FOR_WHOM}, and until it is sealed.`;
const ITS_ACTOR = `Who submitted it: ${FOR_WHOM}.`;

/** The types whose rows name the submission that they came by; null where that is not seen. */
const SUBMITTED = [
  IncidentReport,
  IncidentCard,
  SeverityReview,
  OwnerNotification,
  OwnerAcknowledgement,
  CorrectionRequest,
  ConfirmationCorrection,
  Retraction,
  ObjectLink,
  SameIncidentDecision,
  ReceivedOtherwise,
  Analysis,
  NotConfirmed,
  Threat,
  SecurityEvent,
  DetectedIncident,
  Notification,
] as const satisfies readonly ClassType[];

/** Who submitted a statement, and its receipt: the same for every type of them. */
export const SUBMITTED_RESOLVERS = SUBMITTED.map((type: ClassType) => {
  @Resolver(() => type)
  class SubmittedResolver {
    @FieldResolver(() => Actor, { nullable: true, description: ITS_ACTOR })
    submittedBy(@Root() { submissionId }: { readonly submissionId: string | null }, @Ctx() context: RequestContext) {
      return actorOf(submissionId, context);
    }

    @FieldResolver(() => Receipt, { nullable: true, description: ITS_RECEIPT })
    receipt(@Root() { submissionId }: { readonly submissionId: string | null }, @Ctx() context: RequestContext) {
      return receiptOf(submissionId, context);
    }
  }
  return SubmittedResolver;
});

@Resolver(() => Retraction)
export class RetractionDecisionResolver {
  @FieldResolver(() => Actor, { nullable: true, description: "Who decided: for the national centre, null for others." })
  decidedBy(@Root() retraction: { readonly decisionSubmissionId: string | null }, @Ctx() context: RequestContext) {
    return actorOf(retraction.decisionSubmissionId, context);
  }

  @FieldResolver(() => Receipt, {
    nullable: true,
    description: "The receipt of the decision: for the national centre, null for others.",
  })
  decisionReceipt(
    @Root() retraction: { readonly decisionSubmissionId: string | null },
    @Ctx() context: RequestContext,
  ) {
    return receiptOf(retraction.decisionSubmissionId, context);
  }
}

@Resolver(() => ObjectLink)
export class ObjectUnlinkingResolver {
  @FieldResolver(() => Actor, {
    nullable: true,
    description: "Who took it back: for the national centre, null for others.",
  })
  unlinkedBy(@Root() link: { readonly unlinkingSubmissionId: string | null }, @Ctx() context: RequestContext) {
    return actorOf(link.unlinkingSubmissionId, context);
  }

  @FieldResolver(() => Receipt, {
    nullable: true,
    description: "The receipt of its taking back: for the national centre, null for others.",
  })
  unlinkingReceipt(@Root() link: { readonly unlinkingSubmissionId: string | null }, @Ctx() context: RequestContext) {
    return receiptOf(link.unlinkingSubmissionId, context);
  }
}

@Resolver(() => ReceivedOtherwise)
export class ReceiptWithdrawalResolver {
  @FieldResolver(() => Receipt, {
    nullable: true,
    description: "The receipt of its taking back: for the national centre, null for others.",
  })
  withdrawalReceipt(
    @Root() record: { readonly withdrawalSubmissionId: string | null },
    @Ctx() context: RequestContext,
  ) {
    return receiptOf(record.withdrawalSubmissionId, context);
  }
}

function actorOf(submissionId: string | null, { reading }: RequestContext) {
  return submissionId === null ? null : reading.actorOfSubmission.load(submissionId).then(([actor]) => actor ?? null);
}

function receiptOf(submissionId: string | null, { reading }: RequestContext) {
  return submissionId === null ? null : reading.receipt.load(submissionId);
}
