import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import type { IncidentType, Severity } from "../../domain/incident-card.js";
import type { Instant } from "../../domain/instant.js";
import type { OwnerChannel } from "../../domain/parties.js";
import { DateTime } from "../../graph/scalars.js";
import {
  EACH_BY_NUMBER,
  EACH_INCIDENT_REFERENCE,
  INCIDENT_REFERENCE,
  resultType,
  SubmissionAccepted,
  SubmissionInput,
  BY_CODE,
} from "../submissions/submission.types.js";
import { AffectedObjectInput, IncidentCard, IncidentCardInput, IncidentTypeEnum, SeverityEnum } from "./card.types.js";
import { Obligation, OwnerChannelEnum } from "../obligations/obligation.types.js";
import { Incident } from "./incident.types.js";

@ObjectType({ implements: SubmissionAccepted, description: "The initial report was accepted." })
export class ReportAccepted extends SubmissionAccepted {
  @Field(() => Incident, { description: "The incident that it opened." })
  incident!: Incident;
}

@ObjectType({
  implements: SubmissionAccepted,
  description: "The card was accepted, be it the first one or a correction.",
})
export class CardAccepted extends SubmissionAccepted {
  @Field(() => Incident, { description: "Its incident." })
  incident!: Incident;
  @Field(() => IncidentCard, { description: "The card as recorded." })
  card!: IncidentCard;
}

@ObjectType({ implements: SubmissionAccepted, description: "A review of the level was accepted." })
export class SeverityReviewAccepted extends SubmissionAccepted {
  @Field(() => Incident, { description: "Its incident." })
  incident!: Incident;
}

@ObjectType({ implements: SubmissionAccepted, description: "The statement that the owner was notified was accepted." })
export class OwnerNotificationAccepted extends SubmissionAccepted {
  @Field(() => Incident, { description: "Its incident." })
  incident!: Incident;
}

@ObjectType({ implements: SubmissionAccepted, description: "A retraction was requested." })
export class RetractionRequested extends SubmissionAccepted {
  @Field(() => Incident, { description: "The incident; its terms keep running (L18)." })
  incident!: Incident;
}

@ObjectType({ implements: SubmissionAccepted, description: "A retraction was granted or refused." })
export class RetractionDecided extends SubmissionAccepted {
  @Field(() => Incident, { description: "The incident." })
  incident!: Incident;
}

@ObjectType({ implements: SubmissionAccepted, description: "A duty was waived." })
export class ObligationWaived extends SubmissionAccepted {
  @Field(() => Obligation, { description: "The duty." })
  obligation!: Obligation;
}

export const ReportIncidentResult = resultType("ReportIncidentResult", ReportAccepted);
export const SubmitIncidentCardResult = resultType("SubmitIncidentCardResult", CardAccepted);
export const AmendIncidentCardResult = resultType("AmendIncidentCardResult", CardAccepted);
export const ReviewSeverityResult = resultType("ReviewSeverityResult", SeverityReviewAccepted);
export const RecordOwnerNotificationResult = resultType("RecordOwnerNotificationResult", OwnerNotificationAccepted);
@ObjectType({ implements: SubmissionAccepted, description: "Dossiers were linked as of one incident." })
export class SameIncidentsLinked extends SubmissionAccepted {
  @Field(() => Incident, { description: "One of them; `sameAs` has the others." })
  incident!: Incident;
}

@ObjectType({ implements: SubmissionAccepted, description: "A description was linked to a registered object (L9)." })
export class AffectedObjectLinked extends SubmissionAccepted {
  @Field(() => Incident, { description: "The incident, with its duties as they stand now." })
  incident!: Incident;
}

export const LinkAffectedObjectResult = resultType("LinkAffectedObjectResult", AffectedObjectLinked);

@ObjectType({ implements: SubmissionAccepted, description: "A link to a registered object was taken back (L9)." })
export class AffectedObjectUnlinked extends SubmissionAccepted {
  @Field(() => Incident, { description: "The incident, with its duties as they stand now." })
  incident!: Incident;
}

export const UnlinkAffectedObjectResult = resultType("UnlinkAffectedObjectResult", AffectedObjectUnlinked);
export const LinkSameIncidentsResult = resultType("LinkSameIncidentsResult", SameIncidentsLinked);

@ObjectType({ implements: SubmissionAccepted, description: "An incident was taken in hand." })
export class IncidentTaken extends SubmissionAccepted {
  @Field(() => Incident, { description: "The incident; `takenBy` says who has it." })
  incident!: Incident;
}

@ObjectType({ implements: SubmissionAccepted, description: "An incident was released." })
export class IncidentReleased extends SubmissionAccepted {
  @Field(() => Incident, { description: "The incident, which nobody has in hand any more." })
  incident!: Incident;
}

export const TakeIncidentResult = resultType("TakeIncidentResult", IncidentTaken);
export const ReleaseIncidentResult = resultType("ReleaseIncidentResult", IncidentReleased);

@ObjectType({ implements: SubmissionAccepted, description: "Dossiers stand alone again." })
export class SameIncidentsUnlinked extends SubmissionAccepted {
  @Field(() => Incident, { description: "One of them." })
  incident!: Incident;
}

export const UnlinkSameIncidentsResult = resultType("UnlinkSameIncidentsResult", SameIncidentsUnlinked);
export const RequestRetractionResult = resultType("RequestRetractionResult", RetractionRequested);
export const DecideRetractionResult = resultType("DecideRetractionResult", RetractionDecided);
@ObjectType({ implements: SubmissionAccepted, description: "What met a duty by another way was recorded (L22)." })
export class ReceivedOtherwiseRecorded extends SubmissionAccepted {
  @Field(() => Obligation, { description: "The duty." })
  obligation!: Obligation;
}

@ObjectType({
  implements: SubmissionAccepted,
  description: "A record of what met a duty by another way was taken back (L22).",
})
export class ReceivedOtherwiseWithdrawn extends SubmissionAccepted {
  @Field(() => Obligation, { description: "The duty, as it stands without it." })
  obligation!: Obligation;
}

export const WithdrawReceivedOtherwiseResult = resultType(
  "WithdrawReceivedOtherwiseResult",
  ReceivedOtherwiseWithdrawn,
);
export const RecordReceivedOtherwiseResult = resultType("RecordReceivedOtherwiseResult", ReceivedOtherwiseRecorded);
export const WaiveObligationResult = resultType("WaiveObligationResult", ObligationWaived);

const NOTIFICATIONS_THAT_LED = `Notifications of any kind that led to it, at most 100: linked to it from then on, and answered by its card (R9.6, L17, L21). ${EACH_BY_NUMBER}`;

@InputType({ description: "R9.1, L5: the initial report of an incident." })
export class ReportIncidentInput extends SubmissionInput {
  @Field(() => DateTime, { description: "When your SOC confirmed it (L3)." })
  confirmedAt!: Instant;
  @Field(() => IncidentTypeEnum, { description: "The type." })
  type!: IncidentType;
  @Field(() => String, { description: "What is known, at most 2,000 characters." })
  summary!: string;
  @Field(() => [AffectedObjectInput], { description: "Each object that it harmed, at most 100 (F6, F7)." })
  affectedObjects!: AffectedObjectInput[];
  @Field(() => SeverityEnum, { nullable: true, description: "The level, if known; absent is not Undetermined (L10)." })
  severity?: Severity | null;
  @Field(() => [ID], { nullable: true, description: NOTIFICATIONS_THAT_LED })
  notificationIds?: string[] | null;
}

@InputType({ description: "R9.3: the first card of an incident, reported before or opened by it (L7)." })
export class SubmitIncidentCardInput extends SubmissionInput {
  @Field(() => ID, {
    nullable: true,
    description: `The incident reported before; absent: the card opens one. ${INCIDENT_REFERENCE}`,
  })
  incidentId?: string | null;
  @Field(() => [ID], { nullable: true, description: NOTIFICATIONS_THAT_LED })
  notificationIds?: string[] | null;
  @Field(() => IncidentCardInput, { description: "The card." })
  card!: IncidentCardInput;
}

@InputType({ description: "L6: a correction. It is a complete new revision." })
export class AmendIncidentCardInput extends SubmissionInput {
  @Field(() => ID, { description: `The incident. ${INCIDENT_REFERENCE}` })
  incidentId!: string;
  @Field(() => Int, { description: "The revision that it corrects: the last one (F12)." })
  revision!: number;
  @Field(() => [ID], { nullable: true, description: `More n${NOTIFICATIONS_THAT_LED.slice(1)}` })
  notificationIds?: string[] | null;
  @Field(() => IncidentCardInput, { description: "The complete corrected card." })
  card!: IncidentCardInput;
}

@InputType({ description: "RA.1: a decision about the level." })
export class ReviewSeverityInput extends SubmissionInput {
  @Field(() => ID, { description: `The incident. ${INCIDENT_REFERENCE}` })
  incidentId!: string;
  @Field(() => SeverityEnum, { description: "The level decided." })
  severity!: Severity;
  @Field(() => String, { nullable: true, description: "The reason; required if the level stays Undetermined (L11)." })
  reason?: string | null;
}

@InputType({ description: "R9.2, L8: your SOC's statement that it notified the owner itself." })
export class RecordOwnerNotificationInput extends SubmissionInput {
  @Field(() => ID, { description: `The incident. ${INCIDENT_REFERENCE}` })
  incidentId!: string;
  @Field(() => ID, {
    nullable: true,
    description: "The object, of those that the incident has named; absent: the only one that it names now (F15).",
  })
  objectId?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "The same by its code, in capitals or not, as for an object that your SOC does not cover.",
  })
  objectCode?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "The same of one that is not registered, as the card describes it.",
  })
  objectDescription?: string | null;
  @Field(() => OwnerChannelEnum, { description: "The channel." })
  channel!: OwnerChannel;
  @Field(() => String, { description: "The person who was notified, at most 2,000 characters." })
  recipient!: string;
  @Field(() => DateTime, { description: "When the owner was notified; not in the future (F11)." })
  notifiedAt!: Instant;
  @Field(() => String, { nullable: true, description: "Further details." })
  note?: string | null;
}

@InputType({ description: "Dossiers that are of one incident." })
export class LinkSameIncidentsInput extends SubmissionInput {
  @Field(() => [ID], {
    description: `At least two incidents; those that were linked to one of them before come along. ${EACH_INCIDENT_REFERENCE}`,
  })
  incidentIds!: string[];
  @Field(() => String, { description: "By what they are known to be one (F1 to F3)." })
  reason!: string;
}

@InputType({ description: "Dossiers that are not of the incident that they were linked with." })
export class UnlinkSameIncidentsInput extends SubmissionInput {
  @Field(() => [ID], {
    description: `Incidents that are linked with others, at most 100: each stands alone from then on; those that are not named stay linked. ${EACH_INCIDENT_REFERENCE}`,
  })
  incidentIds!: string[];
  @Field(() => String, { description: "Why they are not one (F1 to F3)." })
  reason!: string;
}

@InputType({ description: "An incident that an officer of the national centre takes in hand." })
export class TakeIncidentInput extends SubmissionInput {
  @Field(() => ID, { description: `The incident. ${INCIDENT_REFERENCE}` })
  incidentId!: string;
}

@InputType({ description: "An incident that an officer of the national centre has in hand no more." })
export class ReleaseIncidentInput extends SubmissionInput {
  @Field(() => ID, { description: `The incident. ${INCIDENT_REFERENCE}` })
  incidentId!: string;
}

@InputType({ description: "L18: a request to retract an incident that your SOC reported in error." })
export class RequestRetractionInput extends SubmissionInput {
  @Field(() => ID, { description: `The incident. ${INCIDENT_REFERENCE}` })
  incidentId!: string;
  @Field(() => String, { description: "The grounds (F1 to F3)." })
  grounds!: string;
}

@InputType({ description: "L18: the decision about a retraction." })
export class DecideRetractionInput extends SubmissionInput {
  @Field(() => ID, { description: `The incident. ${INCIDENT_REFERENCE}` })
  incidentId!: string;
  @Field(() => Boolean, {
    description: "True: the incident is retracted and its open duties are waived. False: the incident remains.",
  })
  isGranted!: boolean;
  @Field(() => String, { description: "The reason (F1 to F3)." })
  reason!: string;
}

@InputType({
  description: "L22: what reached the national centre by telephone, on paper or otherwise, and meets a duty.",
})
export class RecordReceivedOtherwiseInput extends SubmissionInput {
  @Field(() => ID, { description: "The duty, open, met late or waived: the earliest receipt counts." })
  obligationId!: string;
  @Field(() => OwnerChannelEnum, { description: "The way." })
  channel!: OwnerChannel;
  @Field(() => DateTime, { description: "When it reached the national centre; not in the future (F11)." })
  receivedAt!: Instant;
  @Field(() => String, { description: "Who received it there, at most 2,000 characters." })
  receivedBy!: string;
  @Field(() => String, { description: "Why it came by that way (F1 to F3)." })
  reason!: string;
}

@InputType({ description: "L22: a record of what met a duty by another way that was made in error." })
export class WithdrawReceivedOtherwiseInput extends SubmissionInput {
  @Field(() => ID, { description: "The record, of those of its duty; it is taken back once." })
  receivedOtherwiseId!: string;
  @Field(() => String, { description: "How the error came about (F1 to F3)." })
  reason!: string;
}

@InputType({ description: "L9: an object that an incident describes and that is a registered one." })
export class LinkAffectedObjectInput extends SubmissionInput {
  @Field(() => ID, { description: `The incident. ${INCIDENT_REFERENCE}` })
  incidentId!: string;
  @Field(() => String, {
    description: "The description as a report or card of the incident has it, whatever its capitals and spaces.",
  })
  description!: string;
  @Field(() => ID, { description: `The registered object. ${BY_CODE}` })
  objectId!: string;
  @Field(() => String, { description: "By what it is known to be that object (F1 to F3)." })
  reason!: string;
}

@InputType({ description: "L9: a link to a registered object that was made in error." })
export class UnlinkAffectedObjectInput extends SubmissionInput {
  @Field(() => ID, { description: `The incident. ${INCIDENT_REFERENCE}` })
  incidentId!: string;
  @Field(() => String, { description: "The description that was linked, whatever its capitals and spaces (F17)." })
  description!: string;
  @Field(() => String, { description: "By what it is known to be another object (F1 to F3)." })
  reason!: string;
}

@InputType({ description: "The duty to waive, and why." })
export class WaiveObligationInput extends SubmissionInput {
  @Field(() => ID, { description: "The duty; it must be open, and for a SOC one that a correction left over (F25)." })
  obligationId!: string;
  @Field(() => String, { description: "The reason (F1 to F3)." })
  reason!: string;
}
