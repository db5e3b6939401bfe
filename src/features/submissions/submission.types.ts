import { createUnionType, Field, ID, InputType, InterfaceType, type ClassType } from "type-graphql";
import type { Instant } from "../../domain/instant.js";
import { PlainType } from "../../graph/plain-type.js";
import { DateTime, JournalPosition } from "../../graph/scalars.js";

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

@PlainType({ description: "Proof that a submission was accepted: what, when, and where it is in the audit chain." })
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

@PlainType({ description: "A submission that breaks rules: nothing was kept except a record of the attempt." })
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
    description: "What was accepted, or SubmissionRejected.",
    types: () => [done, SubmissionRejected] as const,
    resolveType: (source) => (source as unknown as { readonly __typename: string }).__typename,
  });
}

@InputType({ description: "What every submission names." })
export abstract class SubmissionInput {
  @Field(() => String, {
    description:
      "Your idempotency key, 1 to 200 printable characters (F10). Repeated with the same content, it returns the first answer; with different content, CONFLICT.",
  })
  submissionKey!: string;
}
