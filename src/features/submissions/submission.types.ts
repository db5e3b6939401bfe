import { createUnionType, Field, ID, InputType, InterfaceType, type ClassType } from "type-graphql";
import type { SubmissionAct } from "../../domain/facts.js";
import type { Instant } from "../../domain/instant.js";
import { PlainType } from "../../graph/plain-type.js";
import { DateTime, JournalPosition } from "../../graph/scalars.js";

@PlainType({ description: "A broken rule." })
export class Violation {
  @Field(() => String, { description: "The rule's id (docs/statute.md)." })
  rule!: string;
  @Field(() => [String], { description: "The path of the value, from the argument `input`." })
  path!: readonly string[];
  @Field(() => String, {
    description:
      "Which sentence `message` is, the same in every language: a name that programs may tell cases of one rule apart by. New ones come with new rules.",
  })
  code!: string;
  @Field(() => String, { description: "What is wrong and how to correct it, in your language (Accept-Language)." })
  message!: string;
}

@PlainType({ description: "A doubtful but accepted value." })
export class Warning {
  @Field(() => String, { description: "The rule's id (docs/statute.md)." })
  rule!: string;
  @Field(() => [String], {
    description:
      "The path of the value, from the argument `input`; empty if the warning concerns the whole submission.",
  })
  path!: readonly string[];
  @Field(() => String, {
    description:
      "Which sentence `message` is, the same in every language: a name that programs may tell cases of one rule apart by. New ones come with new rules.",
  })
  code!: string;
  @Field(() => String, { description: "What is doubtful, in your language (Accept-Language)." })
  message!: string;
}

@PlainType({ description: "Proof that a submission was accepted: what, when, and where it is in the audit chain." })
export class Receipt {
  @Field(() => ID, { description: "Opaque; the submission's own." })
  id!: string;
  @Field(() => String, { description: "The key under which it was sent." })
  submissionKey!: string;
  @Field(() => String, { description: "What it was: `card.submit`, `card.amend`, `incident.report` and so on." })
  act!: SubmissionAct;
  @Field(() => DateTime, {
    description: "When the gateway received it, by the gateway's clock; deadlines are compared with this instant.",
  })
  receivedAt!: Instant;
  @Field(() => String, { description: "SHA-256 of the canonical content (RFC 8785), hexadecimal." })
  contentHash!: string;
  @Field(() => JournalPosition, { description: "The position of its entry in the audit chain." })
  position!: number;
  @Field(() => String, { description: "The chain's hash at that position, hexadecimal." })
  entryHash!: string;
}

@InterfaceType({
  description: "What every accepted submission returns.",
  resolveType: (source: { readonly __typename: string }) => source.__typename,
})
export abstract class SubmissionAccepted {
  @Field(() => Receipt, { description: "The receipt. A retry with the same key gets the same one." })
  receipt!: Receipt;
  @Field(() => [Warning], { description: "What was accepted but is doubtful." })
  warnings!: Warning[];
  @Field(() => Boolean, {
    description: "True if the same had been accepted under this key before: nothing was recorded again.",
  })
  isRepeated!: boolean;
}

@PlainType({ description: "A submission that breaks rules: nothing was kept except a record of the attempt." })
export class SubmissionRejected {
  @Field(() => String, { description: "The id of the attempt's entry in the journal, to quote to the operator." })
  reference!: string;
  @Field(() => DateTime, { description: "When the gateway received it." })
  receivedAt!: Instant;
  @Field(() => [Violation], { description: "Every broken rule." })
  violations!: Violation[];
}

@PlainType({ description: "What a submission would come to, of which nothing was kept." })
export class SubmissionCheck {
  @Field(() => Boolean, { description: "Whether it would be accepted as things stand now." })
  isAcceptable!: boolean;
  @Field(() => Boolean, { description: "True if the same was accepted under this key before." })
  isRepeated!: boolean;
  @Field(() => [Violation], { description: "Every broken rule." })
  violations!: Violation[];
  @Field(() => [Warning], { description: "What would be accepted but is doubtful; empty as long as a rule is broken." })
  warnings!: Warning[];
}

/** The union of what a mutation answers: what was done, or a rejection. */
export function resultType<Done extends object>(name: string, done: ClassType<Done>) {
  return createUnionType({
    name,
    description: "What was accepted, or SubmissionRejected.",
    types: () => [done, SubmissionRejected] as const,
    resolveType: (source) => (source as unknown as { readonly __typename: string }).__typename,
  });
}

/** How an input refers to an incident and to notifications (`domain/references.ts`). */
const INCIDENT =
  "its id; by its number, in capitals or not; or by `key:K`: the incident that your party's submission under the key K opened or was about.";
export const INCIDENT_REFERENCE = `By ${INCIDENT}`;
export const EACH_INCIDENT_REFERENCE = `Each by ${INCIDENT}`;

/** The same of what has no key, and of what has a code. */
export const BY_NUMBER = "By its id, or by its number, in capitals or not.";
export const EACH_BY_NUMBER = "Each by its id, or by its number, in capitals or not.";
export const BY_CODE = "By its id, or by its code, in capitals or not.";
export const EACH_BY_CODE = "Each by its id, or by its code, in capitals or not.";

@InputType({ description: "What every submission names." })
export abstract class SubmissionInput {
  @Field(() => String, {
    description:
      "Your idempotency key, 1 to 200 printable characters (F10). Repeated with the same content, it returns the first answer; with different content, CONFLICT.",
  })
  submissionKey!: string;
}
