import { Field, ID, InputType } from "type-graphql";
import type { IncidentFactKind } from "../../domain/facts.js";
import type { IncidentType, Severity } from "../../domain/incident-card.js";
import type { Instant } from "../../domain/instant.js";
import type { OpenQuestion } from "../../domain/open-questions.js";
import type { OwnerChannel } from "../../domain/parties.js";
import { connectionType } from "../../graph/connection-types.js";
import { registerValues } from "../../graph/enums.js";
import { Node } from "../../graph/node.js";
import { DateTime, FeedCursor } from "../../graph/scalars.js";
import { OwnerChannelEnum } from "../obligations/obligation.types.js";
import { IncidentTypeEnum, SeverityEnum } from "./card.types.js";
import { PlainType } from "../../graph/plain-type.js";
import { EACH_BY_CODE } from "../submissions/submission.types.js";

export const IncidentFactKindEnum = registerValues<IncidentFactKind>(
  "IncidentFactKind",
  "What happened to an incident.",
  {
    REPORTED: "The initial report was received (R9.1).",
    CARD_SUBMITTED: "The first card was received (R9.3).",
    CARD_AMENDED: "The card was corrected (L6).",
    SEVERITY_REVIEWED: "The level was reviewed (RA.1).",
    OWNER_NOTIFIED: "The owner was notified, by the gateway or according to the SOC (R9.2).",
    OWNER_NOT_REACHED:
      "The gateway could not reach the owner at an address: it is still trying, or gave that delivery up. The SOC should notify the owner itself.",
    OWNER_ACKNOWLEDGED: "The owner acknowledged (R9.2).",
    CORRECTION_REQUESTED: "The SOC asked to correct a confirmation that it declared by mistake (L4).",
    CORRECTION_REFUSED: "The national centre refused to correct the confirmation (L4).",
    CORRECTION_WITHDRAWN: "The SOC took its request to correct a confirmation back (L4).",
    CONFIRMATION_CORRECTED: "The national centre corrected the declared confirmation (L4).",
    OBLIGATION_WAIVED: "The national centre waived a duty.",
    RECEIVED_OTHERWISE: "The national centre recorded that a duty was met by another way than through the gateway.",
    RECEIPT_WITHDRAWN:
      "The national centre took back a record that a duty was met by another way: it was made in error (L22).",
    OBJECT_LINKED: "The national centre found that an object that it describes is a registered one (L9).",
    OBJECT_UNLINKED: "The national centre took such a finding back as made in error (L9).",
    LINKED_AS_SAME: "The national centre found that another dossier is of the same incident.",
    OBJECT_CHANGED:
      "The kinds, the owner or the holder of an object that it named were registered anew, from a time before its confirmation: R9.2 was judged anew.",
    UNLINKED_AS_SAME: "The national centre took back that other dossiers are of the same incident.",
    RETRACTION_REQUESTED: "The SOC asked to retract it as reported in error (L18).",
    RETRACTION_REFUSED: "The national centre refused the retraction.",
    RETRACTED: "The national centre granted the retraction; what was open is waived (L18).",
    TAKEN: "An officer of the national centre has it in hand; told to the national centre alone.",
    RELEASED: "No officer of the national centre has it in hand any more; told to the national centre alone.",
  },
);

@PlainType({
  implements: Node,
  description:
    "A confirmed incident and its dossier. An owner sees what was stated about objects that were its own at the time, and the incident as it was at the last such statement; nothing else.",
})
export class Incident extends Node {
  @Field(() => String, {
    description: "The number for people: the SOC's code, the year, and a count within the SOC's year.",
  })
  number!: string;
  @Field(() => IncidentTypeEnum, { description: "The type, according to the latest report or card." })
  type!: IncidentType;
  @Field(() => SeverityEnum, {
    nullable: true,
    description: "The level, according to the latest report, card revision or review (L10). Null if none gave one.",
  })
  severity!: Severity | null;
  @Field(() => DateTime, {
    description:
      "The earliest declared confirmation, or the national centre's correction of it: terms run from it (L4).",
  })
  confirmedAt!: Instant;
  @Field(() => DateTime, { nullable: true, description: "When it was retracted as reported in error (L18)." })
  retractedAt!: Instant | null;
  @Field(() => DateTime, { nullable: true, description: "When it occurred, according to the latest card." })
  occurredAt!: Instant | null;
  @Field(() => DateTime, {
    description:
      "When the gateway received the first report or card about it; for an owner, the first one that named its object.",
  })
  receivedAt!: Instant;
}

@PlainType({ description: "The initial report of an incident (R9.1, L5)." })
export class IncidentReport {
  @Field(() => DateTime, { description: "The declared confirmation time." })
  confirmedAt!: Instant;
  @Field(() => IncidentTypeEnum, { description: "The type." })
  type!: IncidentType;
  @Field(() => String, { description: "What is known." })
  summary!: string;
  @Field(() => SeverityEnum, { nullable: true, description: "The level, if one was given." })
  severity!: Severity | null;
  @Field(() => DateTime, { description: "When the gateway received it." })
  receivedAt!: Instant;
}

@PlainType({
  description: "A recorded decision about the level (RA.1), made by a review or by a card that determined the level.",
})
export class SeverityReview {
  @Field(() => SeverityEnum, { nullable: true, description: "The level before." })
  previous!: Severity | null;
  @Field(() => SeverityEnum, { description: "The level decided." })
  severity!: Severity;
  @Field(() => String, {
    nullable: true,
    description: "The written reason; always present if the level stays at 1 (L11).",
  })
  reason!: string | null;
  @Field(() => DateTime, { description: "When the gateway received it." })
  receivedAt!: Instant;
}

@PlainType({ description: "The SOC's statement that it notified the owner itself: how and when (R9.2, L8)." })
export class OwnerNotification {
  @Field(() => String, { nullable: true, description: "The object, where it is not registered." })
  objectDescription!: string | null;
  @Field(() => OwnerChannelEnum, { description: "The channel." })
  channel!: OwnerChannel;
  @Field(() => String, { description: "The person who was notified, as the SOC wrote it." })
  recipient!: string;
  @Field(() => DateTime, { description: "When the owner was notified, according to the SOC." })
  notifiedAt!: Instant;
  @Field(() => String, { nullable: true, description: "What else is to be said about it." })
  note!: string | null;
  @Field(() => DateTime, { description: "When the gateway received that statement." })
  receivedAt!: Instant;
}

@PlainType({
  description:
    "An owner's statement that it knows of the incident on one of its objects (R9.2, L8): one for each object.",
})
export class OwnerAcknowledgement {
  @Field(() => DateTime, { description: "When the gateway received it." })
  receivedAt!: Instant;
}

@PlainType({ description: "A SOC's request to correct a confirmation that it declared by mistake (L4)." })
export class CorrectionRequest {
  @Field(() => DateTime, { description: "When it confirmed the incident, as it says now." })
  confirmedAt!: Instant;
  @Field(() => String, { description: "How the mistake came about." })
  reason!: string;
  @Field(() => DateTime, { description: "When the gateway received it." })
  requestedAt!: Instant;
  @Field(() => DateTime, {
    nullable: true,
    description:
      "When the national centre corrected the confirmation, to this time or another, or refused to; null until then. Of a retracted incident nothing is decided any more (L18).",
  })
  decidedAt!: Instant | null;
  @Field(() => String, { nullable: true, description: "Why it refused; null if it has not." })
  refusalReason!: string | null;
  @Field(() => DateTime, {
    nullable: true,
    description: "When a later request of the SOC took its place; null if none has.",
  })
  replacedAt!: Instant | null;
  @Field(() => DateTime, {
    nullable: true,
    description:
      "When a statement of the SOC made the time that it asks for the confirmation that counts, so that nothing was left to decide; null if none has.",
  })
  settledAt!: Instant | null;
  @Field(() => DateTime, { nullable: true, description: "When the SOC took it back; null if it has not." })
  withdrawnAt!: Instant | null;
}

@PlainType({
  description:
    "L9: that an object that the incident describes is a registered one. Its duties are judged as if it had been named so from the start.",
})
export class ObjectLink {
  @Field(() => String, { description: "The description." })
  description!: string;
  @Field(() => String, { description: "The code of the registered object." })
  code!: string;
  @Field(() => String, { description: "By what the national centre knows it." })
  reason!: string;
  @Field(() => DateTime, { description: "When the gateway received it." })
  linkedAt!: Instant;
  @Field(() => DateTime, {
    nullable: true,
    description: "When the national centre took it back as made in error: since then it is as if it had never been.",
  })
  unlinkedAt!: Instant | null;
  @Field(() => String, { nullable: true, description: "Why." })
  unlinkedReason!: string | null;
}

@PlainType({ description: "The national centre's decision that dossiers are of one incident, or that they are not." })
export class SameIncidentDecision {
  @Field(() => Boolean, { description: "True: linked as of one incident. False: each stands alone again." })
  isLinked!: boolean;
  @Field(() => String, { description: "Who decided, by name." })
  by!: string;
  @Field(() => String, { description: "The reason." })
  reason!: string;
  @Field(() => DateTime, { description: "When the gateway received it." })
  decidedAt!: Instant;
}

@PlainType({ description: "Who of the national centre has an incident in hand." })
export class IncidentTaking {
  @Field(() => String, { description: "Who took it, by name." })
  by!: string;
  @Field(() => Boolean, { description: "Whether that is you." })
  isMine!: boolean;
  @Field(() => DateTime, { description: "When the gateway received that." })
  at!: Instant;
}

export const OpenQuestionEnum = registerValues<OpenQuestion>(
  "OpenQuestion",
  "What of an incident waits for somebody to clear it up.",
  {
    CONFIRMED_BEFORE_IT_OCCURRED: "The confirmation that counts is before the occurrence that the card names (L3).",
    CONFIRMED_BEFORE_THE_TERMS:
      "The confirmation that counts is before the terms were in force: it opens and moves nothing (L15).",
    OBJECT_OF_UNKNOWN_KIND:
      "It harmed an object that is not registered and of which the SOC does not know what it is (L9).",
    DESCRIBED_BY_REGISTERED_NAME:
      "It describes an object by the code or the name of a registered one, which may be meant (L9).",
    CORRECTION_REQUESTED: "The SOC has asked to correct a confirmation that it declared by mistake (L4).",
    RETRACTION_REQUESTED: "The SOC has asked to retract it as reported in error (L18).",
  },
);

@PlainType({ description: "The national centre's correction of the confirmation (L4)." })
export class ConfirmationCorrection {
  @Field(() => DateTime, { description: "The confirmation time before." })
  previous!: Instant;
  @Field(() => DateTime, { description: "The confirmation time from which terms run since this correction." })
  confirmedAt!: Instant;
  @Field(() => String, { description: "The reason." })
  reason!: string;
  @Field(() => DateTime, { description: "When the gateway received it." })
  receivedAt!: Instant;
}

@PlainType({ description: "A SOC's request to retract an incident reported in error, and the decision (L18)." })
export class Retraction {
  @Field(() => String, {
    nullable: true,
    description:
      "The grounds. For an owner, null (and so is `requestedAt`) if the card named another object at the time of the request.",
  })
  grounds!: string | null;
  @Field(() => DateTime, { nullable: true, description: "When the gateway received the request." })
  requestedAt!: Instant | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether it was granted; null until it is decided, and for an owner if the card named another object then.",
  })
  isGranted!: boolean | null;
  @Field(() => String, { nullable: true, description: "The reason for the decision." })
  reason!: string | null;
  @Field(() => DateTime, { nullable: true, description: "When it was decided." })
  decidedAt!: Instant | null;
}

const Connection = connectionType("Incident", Incident, "Incidents by keyset.");

@PlainType({ description: "Incidents, and the place in the feed at which they were read." })
export class IncidentConnection extends Connection {
  @Field(() => FeedCursor, { description: "Follow `incidentFeed` after this cursor and nothing is missed." })
  feedCursor!: string;
}

@PlainType({ description: "What a subscriber receives for one fact." })
export class IncidentFrame {
  @Field(() => FeedCursor, { description: "The cursor to resume after." })
  cursor!: string;
  @Field(() => IncidentFactKindEnum, { description: "What happened." })
  kind!: IncidentFactKind;
  @Field(() => DateTime, { description: "When the gateway received it." })
  at!: Instant;
  @Field(() => Incident, { description: "The incident as it is at delivery." })
  incident!: Incident;
}

@InputType({ description: "Narrows a feed by what never changes about a fact." })
export class IncidentFeedFilter {
  @Field(() => [ID], { nullable: true, description: `Facts of one of these SOCs. ${EACH_BY_CODE}` })
  socs?: string[] | null;
  @Field(() => [ID], {
    nullable: true,
    description: `Facts about one of these objects, as named at the time. For an owner: facts from the time when the object was its own. ${EACH_BY_CODE}`,
  })
  objects?: string[] | null;
  @Field(() => [IncidentFactKindEnum], { nullable: true, description: "Facts of one of these kinds." })
  kinds?: IncidentFactKind[] | null;
}
