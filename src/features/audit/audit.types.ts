import { createUnionType, Field, ID, InputType } from "type-graphql";
import type { Act } from "../../domain/facts.js";
import type { Instant } from "../../domain/instant.js";
import { connectionType } from "../../graph/connection-types.js";
import { registerValues } from "../../graph/enums.js";
import { Period } from "../../graph/period.js";
import { PlainType } from "../../graph/plain-type.js";
import { DateTime, JournalPosition } from "../../graph/scalars.js";
import { DetectedIncident, SecurityEvent, Threat } from "../notifications/detection.types.js";
import { Notification } from "../notifications/notification.types.js";
import { Actor, NationalCentre, Owner, Soc } from "../parties/party.types.js";
import { ProtectedObject } from "../parties/protected-object.types.js";
import { BY_CODE, BY_NUMBER } from "../submissions/submission.types.js";

export type DoorName = "GRAPHQL" | "JSON" | "XML" | "FOLDER";
export const DoorEnum = registerValues<DoorName>("Door", "The way by which something was sent to the gateway.", {
  GRAPHQL: "A GraphQL operation.",
  JSON: "A document in JSON.",
  XML: "A document in XML.",
  FOLDER: "A file in the reserve folder (R13.2).",
});

@PlainType({ description: "A rule that a refused act broke, and where." })
export class RefusedRule {
  @Field(() => String, { description: "The rule's id (docs/statute.md)." })
  rule!: string;
  @Field(() => [String], { description: "The path of the value within what was sent." })
  path!: readonly string[];
}

export const AuditSubject = createUnionType({
  name: "AuditSubject",
  description: "What an act made, changed or was about, beside an incident.",
  types: () =>
    [
      Soc,
      Owner,
      NationalCentre,
      Actor,
      ProtectedObject,
      Notification,
      Threat,
      SecurityEvent,
      DetectedIncident,
    ] as const,
  resolveType: (source) => (source as unknown as { readonly __typename: string }).__typename,
});

@PlainType({
  description:
    "An entry of the journal: who did what, when, from where, and with what outcome. Never what was said: of that only the hash.",
})
export class AuditEntry {
  @Field(() => JournalPosition, { description: "Its position in the audit chain." })
  position!: number;
  @Field(() => String, { description: "What was done: `card.submit`, `token.issue` and so on." })
  act!: Act;
  @Field(() => DateTime, { description: "When the gateway received it, by its own clock." })
  at!: Instant;
  @Field(() => String, {
    nullable: true,
    description: "SHA-256 of the canonical content (RFC 8785), hexadecimal; null for an act without content.",
  })
  contentHash!: string | null;
  @Field(() => String, { description: "The id of the request, as the gateway's log has it." })
  requestId!: string;
  @Field(() => String, { nullable: true, description: "The caller's network address, where there was a caller." })
  address!: string | null;
}

@InputType({ description: "Narrows the list of entries. All given conditions must hold." })
export class AuditFilter {
  @Field(() => ID, { nullable: true, description: "By this actor." })
  actor?: string | null;
  @Field(() => ID, { nullable: true, description: `By actors of this party. ${BY_CODE}` })
  party?: string | null;
  @Field(() => String, { nullable: true, description: "Of this act: `card.submit`, `token.issue` and so on." })
  act?: string | null;
  @Field(() => Period, { nullable: true, description: "Received in this period." })
  period?: Period | null;
  @Field(() => ID, { nullable: true, description: `About this incident. ${BY_NUMBER}` })
  incident?: string | null;
}

export const AuditEntryConnection = connectionType("AuditEntry", AuditEntry, "Entries of the journal, latest first.");
