import { Field, ID, InputType } from "type-graphql";
import type { IncidentFactKind } from "../../domain/facts.js";
import type { IncidentType, Severity } from "../../domain/incident-card.js";
import type { Instant } from "../../domain/instant.js";
import type { ObligationKind, Standing } from "../../domain/obligations.js";
import type { OwnerChannel } from "../../domain/parties.js";
import { connectionType } from "../../graph/connection-types.js";
import { registerValues } from "../../graph/enums.js";
import { Node } from "../../graph/node.js";
import { Period } from "../../graph/period.js";
import { DateTime, FeedCursor } from "../../graph/scalars.js";
import { ObligationKindEnum, StandingEnum } from "../obligations/obligation.types.js";
import { IncidentTypeEnum, SeverityEnum } from "./card.types.js";
import type { IncidentOrder } from "./incident.store.js";
import { PlainType } from "../../graph/plain-type.js";

export const OwnerChannelEnum = registerValues<OwnerChannel>("OwnerChannel", "How a SOC told an owner itself.", {
  TELEPHONE: "By telephone.",
  EMAIL: "By e-mail.",
  MESSENGER: "By messaging app.",
  IN_PERSON: "In person.",
  LETTER: "By letter.",
  OTHER: "In another way, told in the note.",
});

export const IncidentFactKindEnum = registerValues<IncidentFactKind>(
  "IncidentFactKind",
  "What happened to an incident.",
  {
    REPORTED: "The first word arrived (R9.1).",
    CARD_SUBMITTED: "The first card arrived (R9.3).",
    CARD_AMENDED: "The card was corrected (L6).",
    SEVERITY_REVIEWED: "The level was reviewed (RA.1).",
    OWNER_NOTIFIED: "The owner was notified, by the gateway or according to the SOC (R9.2).",
    OWNER_NOT_REACHED:
      "The gateway does not reach the owner at an address: it tries on, or has put that aside. The SOC should tell the owner itself.",
    OWNER_ACKNOWLEDGED: "The owner acknowledged (R9.2).",
    CONFIRMATION_CORRECTED: "The national centre corrected the declared confirmation (L4).",
    OBLIGATION_WAIVED: "The national centre waived a duty.",
    RETRACTION_REQUESTED: "The SOC asked to retract it as reported in error (L18).",
    RETRACTION_REFUSED: "The national centre refused the retraction.",
    RETRACTED: "The national centre granted the retraction; what was open is waived (L18).",
  },
);

@PlainType({
  implements: Node,
  description:
    "A confirmed incident and its dossier. An owner sees it as it stood when something was last said of an object that was its own then, with what was said of its objects, and nothing else.",
})
export class Incident extends Node {
  @Field(() => String, {
    description: "The number for people: the SOC's code, the year, the SOC's count in that year.",
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
  @Field(() => DateTime, { nullable: true, description: "When it occurred, by the latest card." })
  occurredAt!: Instant | null;
  @Field(() => DateTime, {
    description:
      "When the gateway received the first report or card about it; for an owner, the first thing said of its object.",
  })
  receivedAt!: Instant;
}

@PlainType({ description: "The first word about an incident (R9.1, L5)." })
export class IncidentReport {
  @Field(() => DateTime, { description: "The declared confirmation." })
  confirmedAt!: Instant;
  @Field(() => IncidentTypeEnum, { description: "The type." })
  type!: IncidentType;
  @Field(() => String, { description: "What is known." })
  summary!: string;
  @Field(() => SeverityEnum, { nullable: true, description: "The level, if it was named." })
  severity!: Severity | null;
  @Field(() => DateTime, { description: "When the gateway received it." })
  receivedAt!: Instant;
}

@PlainType({
  description: "A recorded decision about the level (RA.1), by a review or by a card that named a level at last.",
})
export class SeverityReview {
  @Field(() => SeverityEnum, { nullable: true, description: "The level before." })
  previous!: Severity | null;
  @Field(() => SeverityEnum, { description: "The level decided." })
  severity!: Severity;
  @Field(() => String, {
    nullable: true,
    description: "The written reason; always there where the level stays 1 (L11).",
  })
  reason!: string | null;
  @Field(() => DateTime, { description: "When the gateway received it." })
  receivedAt!: Instant;
}

@PlainType({ description: "The SOC's word that it told the owner itself: how and when (R9.2, L8)." })
export class OwnerNotification {
  @Field(() => OwnerChannelEnum, { description: "How." })
  channel!: OwnerChannel;
  @Field(() => String, { description: "Whom, in the SOC's words." })
  recipient!: string;
  @Field(() => DateTime, { description: "When the owner was notified, according to the SOC." })
  notifiedAt!: Instant;
  @Field(() => String, { nullable: true, description: "What else is to be said about it." })
  note!: string | null;
  @Field(() => DateTime, { description: "When the gateway received that word." })
  receivedAt!: Instant;
}

@PlainType({ description: "An owner's own word that it knows of the incident (R9.2, L8)." })
export class OwnerAcknowledgement {
  @Field(() => DateTime, { description: "When the gateway received it." })
  receivedAt!: Instant;
}

@PlainType({ description: "The national centre's correction of the confirmation (L4)." })
export class ConfirmationCorrection {
  @Field(() => DateTime, { description: "The confirmation before." })
  previous!: Instant;
  @Field(() => DateTime, { description: "The confirmation time from which terms run since this correction." })
  confirmedAt!: Instant;
  @Field(() => String, { description: "Why." })
  reason!: string;
  @Field(() => DateTime, { description: "When the gateway received it." })
  receivedAt!: Instant;
}

@PlainType({ description: "A SOC's request to retract an incident reported in error, and the decision (L18)." })
export class Retraction {
  @Field(() => String, {
    nullable: true,
    description:
      "On what grounds. For an owner null, as the time, where the card named another object when it was asked for.",
  })
  grounds!: string | null;
  @Field(() => DateTime, { nullable: true, description: "When the gateway received the request." })
  requestedAt!: Instant | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether it was granted; null until it is decided, and for an owner where the card named another object then.",
  })
  isGranted!: boolean | null;
  @Field(() => String, { nullable: true, description: "Why it was decided so." })
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

@PlainType({ description: "What one subscriber gets for one fact." })
export class IncidentFrame {
  @Field(() => FeedCursor, { description: "Resume after this one." })
  cursor!: string;
  @Field(() => IncidentFactKindEnum, { description: "What happened." })
  kind!: IncidentFactKind;
  @Field(() => DateTime, { description: "When the gateway received it." })
  at!: Instant;
  @Field(() => Incident, { description: "The incident as it stands at delivery." })
  incident!: Incident;
}

export const IncidentOrderEnum = registerValues<IncidentOrder>("IncidentOrder", "By the instant of the first word.", {
  NEWEST_FIRST: "The latest one first.",
  OLDEST_FIRST: "The earliest one first.",
});

@InputType({ description: "A kind of obligation and how it stands." })
export class ObligationCondition {
  @Field(() => ObligationKindEnum, { description: "The kind." })
  kind!: ObligationKind;
  @Field(() => [StandingEnum], { description: "One of these standings, at the instant of the answer." })
  standings!: Standing[];
}

@InputType({
  description: "Narrows a list of incidents. All given conditions must hold; an empty list matches nothing.",
})
export class IncidentFilter {
  @Field(() => [ID], { nullable: true, description: "Of one of these SOCs." })
  socs?: string[] | null;
  @Field(() => [ID], { nullable: true, description: "On one of these protected objects." })
  objects?: string[] | null;
  @Field(() => [SeverityEnum], { nullable: true, description: "At one of these levels now." })
  severities?: Severity[] | null;
  @Field(() => [IncidentTypeEnum], { nullable: true, description: "Of one of these types." })
  types?: IncidentType[] | null;
  @Field(() => Period, { nullable: true, description: "Whose first word the gateway received in this time." })
  received?: Period | null;
  @Field(() => Period, {
    nullable: true,
    description: "Whose confirmation time (the one from which terms run) lies in this period.",
  })
  confirmed?: Period | null;
  @Field(() => ObligationCondition, { nullable: true, description: "With an obligation of this kind and standing." })
  obligation?: ObligationCondition | null;
}

@InputType({ description: "Narrows a feed, by what never changes about a fact." })
export class IncidentFeedFilter {
  @Field(() => [ID], { nullable: true, description: "Facts of one of these SOCs." })
  socs?: string[] | null;
  @Field(() => [ID], {
    nullable: true,
    description:
      "Facts on one of these objects, as named when it happened. For an owner: those that happened in its time.",
  })
  objects?: string[] | null;
  @Field(() => [IncidentFactKindEnum], { nullable: true, description: "Facts of one of these kinds." })
  kinds?: IncidentFactKind[] | null;
}
