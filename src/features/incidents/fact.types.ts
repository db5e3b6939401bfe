import { createUnionType, Field } from "type-graphql";
import type { FactOrder } from "../../domain/facts.js";
import type { Instant } from "../../domain/instant.js";
import { connectionType } from "../../graph/connection-types.js";
import { registerValues } from "../../graph/enums.js";
import { PlainType } from "../../graph/plain-type.js";
import { DateTime, JournalPosition } from "../../graph/scalars.js";
import { Delivery } from "../deliveries/delivery.types.js";
import { Obligation } from "../obligations/obligation.types.js";
import { IncidentCard } from "./card.types.js";
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
} from "./incident.types.js";

export const FactOrderEnum = registerValues<FactOrder>("FactOrder", "By the position in the journal.", {
  NEWEST_FIRST: "Latest first.",
  OLDEST_FIRST: "Earliest first.",
});

/** What a fact is about, by its name in the schema. */
export type FactSubjectName =
  | "IncidentReport"
  | "IncidentCard"
  | "SeverityReview"
  | "OwnerNotification"
  | "OwnerAcknowledgement"
  | "CorrectionRequest"
  | "ConfirmationCorrection"
  | "Retraction"
  | "ObjectLink"
  | "SameIncidentDecision"
  | "Obligation"
  | "Delivery";

export const FactSubject = createUnionType({
  name: "FactSubject",
  description:
    "What a fact is about: what was stated or decided, the duty that was waived, met by another way or announced, or the delivery.",
  types: () =>
    [
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
      Obligation,
      Delivery,
    ] as const,
  resolveType: (source) => (source as unknown as { readonly __typename: FactSubjectName }).__typename,
});

@PlainType({
  description:
    "One fact about an incident, as the journal has it: what the feeds tell of it, with who did it. Either `kind` or `announcement` is set.",
})
export class Fact {
  @Field(() => JournalPosition, { description: "The position of its entry in the audit chain." })
  position!: number;
  @Field(() => DateTime, { description: "When the gateway received it, by its own clock." })
  at!: Instant;
}

export const FactConnection = connectionType("Fact", Fact, "Facts about an incident, by position.");
