import { Field, ID, InputType, ObjectType } from "type-graphql";
import type { NotificationFactKind } from "../../domain/facts.js";
import type { Instant } from "../../domain/instant.js";
import type { Marking, ReasonKind, Subject } from "../../domain/notification.js";
import type { IndicatorType } from "../../domain/indicator.js";
import type { Standing } from "../../domain/obligations.js";
import type { Sector } from "../../domain/parties.js";
import { connectionType } from "../../graph/connection-types.js";
import { registerValues } from "../../graph/enums.js";
import { Node } from "../../graph/node.js";
import { PlainType } from "../../graph/plain-type.js";
import { DateTime, FeedCursor } from "../../graph/scalars.js";
import { IndicatorInput, IndicatorTypeEnum } from "../incidents/card.types.js";
import { Incident } from "../incidents/incident.types.js";
import { StandingEnum } from "../obligations/obligation.types.js";
import { SectorEnum } from "../parties/protected-object.types.js";
import { MarkingEnum } from "./detection.types.js";
import {
  resultType,
  SubmissionAccepted,
  SubmissionInput,
  BY_NUMBER,
  EACH_BY_CODE,
  INCIDENT_REFERENCE,
} from "../submissions/submission.types.js";

export const NotificationSubjectEnum = registerValues<Subject>(
  "NotificationSubject",
  "What a notification is about; it determines how to answer (L17).",
  {
    THREAT: "A threat, answered by `submitThreatAnalysis` (R9.4). Қатер · Угроза ИБ.",
    EVENT:
      "A security event, answered by `submitEventAnalysis`, `submitIncidentCard` or `answerNotConfirmed` (R9.5). Оқиға · Событие ИБ.",
    INCIDENT:
      "An incident, answered by `submitIncidentCard`, `submitEventAnalysis` or `answerNotConfirmed` (R9.6). Оқыс оқиға · Инцидент ИБ.",
  },
);

export const ReasonKindEnum = registerValues<ReasonKind>("ReasonKind", "Why a SOC is notified.", {
  NAMED: "The SOC was named.",
  COVERS_OBJECT: "It covers an object that was named.",
  COVERS_SECTOR: "It covers an object of a sector that was named.",
  SHARES_INDICATOR:
    "One of its own incidents has an indicator named in the notification. A SOC sees this only if the notification itself shows the indicator.",
});

export const NotificationFactKindEnum = registerValues<NotificationFactKind>(
  "NotificationFactKind",
  "What happened between the national centre and one recipient.",
  {
    NOTIFIED: "The SOC was notified (R12.1); its 72 hours run (L16).",
    SUPPLEMENTED: "A supplement was sent; it restarts nothing (L19).",
    WITHDRAWN:
      "A notification was withdrawn, which waives its open answers, or a supplement, which waives nothing (L19).",
    ACKNOWLEDGED: "The SOC acknowledged receipt.",
    ANSWERED: "The SOC answered (R9.4, R9.5, R9.6).",
    ANSWER_WAIVED: "The national centre waived the answer.",
    INCIDENT_RETRACTED: "The incident that it is about was retracted as reported in error (L18).",
    ANSWER_RECEIPT_WITHDRAWN:
      "The national centre took back a record that the SOC had answered by another way: it was made in error (L22).",
    ANSWER_RECEIVED_OTHERWISE:
      "The national centre recorded that the answer came by another way than through the gateway.",
  },
);

@PlainType({ description: "One reason why a SOC is notified." })
export class NotificationReason {
  @Field(() => ReasonKindEnum, { description: "The kind of reason." })
  kind!: ReasonKind;
  @Field(() => SectorEnum, { nullable: true, description: "COVERS_SECTOR: the sector." })
  sector!: Sector | null;
  @Field(() => String, { nullable: true, description: "SHARES_INDICATOR: the indicator in its normal form." })
  indicator!: string | null;
}

@PlainType({
  implements: Node,
  description:
    "A notification from the national centre to SOCs (R12.1). It is never edited: a later one supplements or withdraws it.",
})
export class Notification extends Node {
  @Field(() => String, { description: "The number for people." })
  number!: string;
  @Field(() => NotificationSubjectEnum, { description: "What it is about." })
  subject!: Subject;
  @Field(() => String, { description: "What it says." })
  text!: string;
  @Field(() => MarkingEnum, { description: "How widely it may be shared." })
  marking!: Marking;
  @Field(() => DateTime, { description: "When it was sent." })
  sentAt!: Instant;
  @Field(() => DateTime, {
    nullable: true,
    description: "When the incident that it is about was retracted as reported in error (L18).",
  })
  incidentRetractedAt!: Instant | null;
}

@PlainType({ description: "An indicator of a notification that your SOC has seen itself." })
export class OwnIndicator {
  @Field(() => IndicatorTypeEnum, { description: "The indicator's type." })
  type!: IndicatorType;
  @Field(() => String, { description: "The indicator in its normal form, by which indicators are compared (F8)." })
  value!: string;
}

@PlainType({ description: "One SOC that was notified, and its acknowledgement and answer." })
export class NotificationRecipient {
  @Field(() => DateTime, { description: "From when it was available to the SOC: its 72 hours run from here (L16)." })
  availableAt!: Instant;
  @Field(() => DateTime, { nullable: true, description: "When the SOC acknowledged receipt. That moves no deadline." })
  acknowledgedAt!: Instant | null;
}

@PlainType({ description: "A SOC that a notification would reach." })
export class PreviewedRecipient {
  @Field(() => [NotificationReason], { description: "The reason." })
  reasons!: NotificationReason[];
}

const Connection = connectionType("Notification", Notification, "Notifications by keyset.");

@PlainType({ description: "Notifications, and the place in the feed at which they were read." })
export class NotificationConnection extends Connection {
  @Field(() => FeedCursor, { description: "Follow `notificationFeed` after this cursor and nothing is missed." })
  feedCursor!: string;
}

@PlainType({ description: "What a subscriber receives for one fact of `notificationFeed`." })
export class NotificationFrame {
  @Field(() => FeedCursor, { description: "The cursor to resume after." })
  cursor!: string;
  @Field(() => NotificationFactKindEnum, { description: "What happened." })
  kind!: NotificationFactKind;
  @Field(() => DateTime, { description: "When it happened." })
  at!: Instant;
  @Field(() => Notification, { description: "The notification." })
  notification!: Notification;
  @Field(() => NotificationRecipient, { description: "The recipient that it is about: for a SOC, itself." })
  recipient!: NotificationRecipient;
}

@InputType({ description: "Narrows a list of notifications. All given conditions must hold." })
export class NotificationFilter {
  @Field(() => [NotificationSubjectEnum], { nullable: true, description: "About one of these subjects." })
  subjects?: Subject[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "True: only those that somebody (for a SOC: your SOC) has not acknowledged.",
  })
  isUnacknowledged?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: only those that somebody (for a SOC: your SOC) still has to answer, in time or not (R9.4 to R9.6). Cards of incidents to which they led are duties of those (L21).",
  })
  isUnanswered?: boolean | null;
  @Field(() => [StandingEnum], {
    nullable: true,
    description:
      "Whose answer, of somebody (for a SOC: of your SOC), has one of these standings at the instant of the answer. An empty list matches nothing.",
  })
  standings?: Standing[] | null;
}

export type NotificationOrder = "NEWEST_FIRST" | "DUE_FIRST";

export const NotificationOrderEnum = registerValues<NotificationOrder>(
  "NotificationOrder",
  "By when they were sent, or by what they ask for.",
  {
    NEWEST_FIRST: "Latest first.",
    DUE_FIRST:
      "For a SOC: by the deadline of its answer (R9.4 to R9.6), earliest first; those that ask it for none, as supplements, are left out.",
  },
);

@InputType({
  description: "The recipients of a notification: every SOC that matches at least one of these conditions.",
})
export class RecipientsInput {
  @Field(() => [ID], { nullable: true, description: `These SOCs. ${EACH_BY_CODE}` })
  socs?: string[] | null;
  @Field(() => [ID], { nullable: true, description: `SOCs that cover one of these objects now. ${EACH_BY_CODE}` })
  objects?: string[] | null;
  @Field(() => [SectorEnum], { nullable: true, description: "SOCs that cover an object in one of these sectors now." })
  sectors?: Sector[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "True: SOCs with an incident that shares an indicator with the notification.",
  })
  sharingIndicators?: boolean | null;
}

@InputType({ description: "R12.1: a notification: text, subject and recipients." })
export class NotifySocsInput extends SubmissionInput {
  @Field(() => ID, { nullable: true, description: `About this threat. Exactly one of the six (F22). ${BY_NUMBER}` })
  threatId?: string | null;
  @Field(() => ID, { nullable: true, description: `About this security event. ${BY_NUMBER}` })
  eventId?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: `About this incident that the national centre itself detected. ${BY_NUMBER}`,
  })
  detectedIncidentId?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: `About this incident of a SOC, of which other SOCs see only the notification's text; not a retracted one (F24). ${INCIDENT_REFERENCE}`,
  })
  incidentId?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: `Supplements this notification; goes to its recipients (L19). ${BY_NUMBER}`,
  })
  supplements?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: `Withdraws this notification, or this supplement alone; goes to its recipients (L19). ${BY_NUMBER}`,
  })
  withdraws?: string | null;
  @Field(() => RecipientsInput, {
    nullable: true,
    description: "The recipients; absent if it supplements or withdraws another one (F22).",
  })
  to?: RecipientsInput | null;
  @Field(() => String, { description: "The text (F1 to F3)." })
  text!: string;
  @Field(() => MarkingEnum, {
    description: "How widely it may be shared: no wider than what is told, or what it follows (F28).",
  })
  marking!: Marking;
  @Field(() => [IndicatorInput], {
    nullable: true,
    description: "Indicators in addition to those of what was detected.",
  })
  indicators?: IndicatorInput[] | null;
}

@InputType({ description: "A notification whose recipients are to be previewed." })
export class NotificationPreviewInput {
  @Field(() => ID, { nullable: true, description: `About this threat. ${BY_NUMBER}` })
  threatId?: string | null;
  @Field(() => ID, { nullable: true, description: `About this security event. ${BY_NUMBER}` })
  eventId?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: `About this incident that the national centre itself detected. ${BY_NUMBER}`,
  })
  detectedIncidentId?: string | null;
  @Field(() => ID, { nullable: true, description: `About this incident of a SOC. ${INCIDENT_REFERENCE}` })
  incidentId?: string | null;
  @Field(() => RecipientsInput, { description: "The recipients." })
  to!: RecipientsInput;
  @Field(() => [IndicatorInput], {
    nullable: true,
    description: "Indicators in addition to those of what was detected.",
  })
  indicators?: IndicatorInput[] | null;
}

@InputType({
  description:
    "Acknowledges receipt: by a SOC, of a notification; by an owner, of an incident, by its id or its number. Give exactly one of the three.",
})
export class AcknowledgeNotificationInput extends SubmissionInput {
  @Field(() => ID, { nullable: true, description: `The notification that your SOC acknowledges. ${BY_NUMBER}` })
  notificationId?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: `The incident affecting your object that you acknowledge (R9.2, L8). ${BY_NUMBER}`,
  })
  incidentId?: string | null;
  @Field(() => String, { nullable: true, description: "The same by its number, in capitals or not." })
  incidentNumber?: string | null;
}

@ObjectType({ implements: SubmissionAccepted, description: "The SOCs were notified." })
export class SocsNotified extends SubmissionAccepted {
  @Field(() => Notification, { description: "The notification." })
  notification!: Notification;
}

@ObjectType({ implements: SubmissionAccepted, description: "Your acknowledgement was recorded." })
export class NotificationAcknowledged extends SubmissionAccepted {
  @Field(() => Notification, { nullable: true, description: "The notification, where a SOC acknowledged one." })
  notification!: Notification | null;
  @Field(() => Incident, { nullable: true, description: "The incident, where an owner acknowledged one." })
  incident!: Incident | null;
}

export const NotifySocsResult = resultType("NotifySocsResult", SocsNotified);
export const AcknowledgeNotificationResult = resultType("AcknowledgeNotificationResult", NotificationAcknowledged);
