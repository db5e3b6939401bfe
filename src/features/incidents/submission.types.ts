import { createUnionType, Field, ID, InputType, Int, InterfaceType, ObjectType, type ClassType } from "type-graphql";
import type { IncidentType, Severity } from "../../domain/incident-card.js";
import type { Instant } from "../../domain/instant.js";
import type { OwnerChannel } from "../../domain/parties.js";
import { DateTime, JournalPosition } from "../../graph/scalars.js";
import { AffectedObjectInput, IncidentCard, IncidentCardInput, IncidentTypeEnum, SeverityEnum } from "./card.types.js";
import { Incident, OwnerChannelEnum } from "./incident.types.js";
import { PlainType } from "../../graph/plain-type.js";

@PlainType({ description: "A broken rule." })
export class Violation {
  @Field(() => String, { description: "The rule's id (docs/statute.md)." })
  rule!: string;
  @Field(() => [String], { description: "Where: from the argument `input` down." })
  path!: readonly string[];
  @Field(() => String, { description: "What is wrong and what to do, in your language (Accept-Language)." })
  message!: string;
}

@PlainType({ description: "A doubtful but accepted value." })
export class Warning {
  @Field(() => String, { description: "The rule's id (docs/statute.md)." })
  rule!: string;
  @Field(() => [String], { description: "Where: from the argument `input` down; empty where it is about the whole." })
  path!: readonly string[];
  @Field(() => String, { description: "What is doubtful, in your language (Accept-Language)." })
  message!: string;
}

@PlainType({ description: "Proof that a submission was accepted: what, when, and its place in the audit chain." })
export class Receipt {
  @Field(() => ID, { description: "Opaque; the submission's own." })
  id!: string;
  @Field(() => String, { description: "The key under which it was sent." })
  submissionKey!: string;
  @Field(() => DateTime, {
    description: "When the gateway received it, by the gateway's clock: what terms are held against.",
  })
  receivedAt!: Instant;
  @Field(() => String, { description: "SHA-256 of the canonical content (RFC 8785), hexadecimal." })
  contentHash!: string;
  @Field(() => JournalPosition, { description: "Its entry's place in the audit chain." })
  position!: number;
  @Field(() => String, { description: "The chain's hash at that place, hexadecimal." })
  entryHash!: string;
}

@InterfaceType({
  description: "What every accepted submission answers.",
  resolveType: (source: { readonly __typename: string }) => source.__typename,
})
export abstract class SubmissionAccepted {
  @Field(() => Receipt, { description: "The proof. A retry with the same key gets the same." })
  receipt!: Receipt;
  @Field(() => [Warning], { description: "What was doubtful." })
  warnings!: Warning[];
}

@ObjectType({ implements: SubmissionAccepted, description: "The first word was accepted." })
export class ReportAccepted extends SubmissionAccepted {
  @Field(() => Incident, { description: "The incident that it opened." })
  incident!: Incident;
}

@ObjectType({ implements: SubmissionAccepted, description: "A card was accepted, first or corrected." })
export class CardAccepted extends SubmissionAccepted {
  @Field(() => Incident, { description: "Its incident." })
  incident!: Incident;
  @Field(() => IncidentCard, { description: "The card as kept." })
  card!: IncidentCard;
}

@ObjectType({ implements: SubmissionAccepted, description: "A review of the level was accepted." })
export class SeverityReviewAccepted extends SubmissionAccepted {
  @Field(() => Incident, { description: "Its incident." })
  incident!: Incident;
}

@ObjectType({ implements: SubmissionAccepted, description: "The word that the owner was told was accepted." })
export class OwnerNotificationAccepted extends SubmissionAccepted {
  @Field(() => Incident, { description: "Its incident." })
  incident!: Incident;
}

@PlainType({ description: "A submission that breaks rules: nothing of it was kept but that it was tried." })
export class SubmissionRejected {
  @Field(() => String, { description: "The attempt's entry in the journal, to name it by." })
  reference!: string;
  @Field(() => DateTime, { description: "When the gateway received it." })
  receivedAt!: Instant;
  @Field(() => [Violation], { description: "Every broken rule." })
  violations!: Violation[];
}

/** The union of what a mutation answers: what was done, or a rejection. */
export function resultType<Done extends object>(name: string, done: ClassType<Done>) {
  return createUnionType({
    name,
    description: "Done or rejected.",
    types: () => [done, SubmissionRejected] as const,
    resolveType: (source) => (source as unknown as { readonly __typename: string }).__typename,
  });
}

export const ReportIncidentResult = resultType("ReportIncidentResult", ReportAccepted);
export const SubmitIncidentCardResult = resultType("SubmitIncidentCardResult", CardAccepted);
export const AmendIncidentCardResult = resultType("AmendIncidentCardResult", CardAccepted);
export const ReviewSeverityResult = resultType("ReviewSeverityResult", SeverityReviewAccepted);
export const RecordOwnerNotificationResult = resultType("RecordOwnerNotificationResult", OwnerNotificationAccepted);

@InputType({ description: "What every submission names." })
export abstract class SubmissionInput {
  @Field(() => String, {
    description:
      "Your idempotency key, 1 to 200 printable characters (F10). Sent again with the same content it gets the first answer; with other content CONFLICT.",
  })
  submissionKey!: string;
}

@InputType({ description: "R9.1, L5: the first word about an incident." })
export class ReportIncidentInput extends SubmissionInput {
  @Field(() => DateTime, { description: "When your SOC confirmed it (L3)." })
  confirmedAt!: Instant;
  @Field(() => IncidentTypeEnum, { description: "The type." })
  type!: IncidentType;
  @Field(() => String, { description: "What is known, at most 2,000 characters." })
  summary!: string;
  @Field(() => AffectedObjectInput, { description: "What it harmed." })
  affectedObject!: AffectedObjectInput;
  @Field(() => SeverityEnum, { nullable: true, description: "The level, if known; absent is not Undetermined (L10)." })
  severity?: Severity | null;
}

@InputType({ description: "R9.3: the first card of an incident, reported before or opened by it (L7)." })
export class SubmitIncidentCardInput extends SubmissionInput {
  @Field(() => ID, { nullable: true, description: "The incident reported before; absent: the card opens one." })
  incidentId?: string | null;
  @Field(() => IncidentCardInput, { description: "The card." })
  card!: IncidentCardInput;
}

@InputType({ description: "L6: a correction, which is a whole new revision." })
export class AmendIncidentCardInput extends SubmissionInput {
  @Field(() => ID, { description: "The incident." })
  incidentId!: string;
  @Field(() => Int, { description: "The revision that it corrects: the last one (F12)." })
  revision!: number;
  @Field(() => IncidentCardInput, { description: "The card as it should read." })
  card!: IncidentCardInput;
}

@InputType({ description: "RA.1: a decision about the level." })
export class ReviewSeverityInput extends SubmissionInput {
  @Field(() => ID, { description: "The incident." })
  incidentId!: string;
  @Field(() => SeverityEnum, { description: "The level decided." })
  severity!: Severity;
  @Field(() => String, { nullable: true, description: "Why; required where the level stays Undetermined (L11)." })
  reason?: string | null;
}

@InputType({ description: "R9.2, L8: that your SOC told the owner itself." })
export class RecordOwnerNotificationInput extends SubmissionInput {
  @Field(() => ID, { description: "The incident; it must be on a registered object (F15)." })
  incidentId!: string;
  @Field(() => OwnerChannelEnum, { description: "How." })
  channel!: OwnerChannel;
  @Field(() => String, { description: "Whom, at most 2,000 characters." })
  recipient!: string;
  @Field(() => DateTime, { description: "When; not in the future (F11)." })
  toldAt!: Instant;
  @Field(() => String, { nullable: true, description: "What else is to be said about it." })
  note?: string | null;
}
