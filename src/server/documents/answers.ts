import type {
  AcceptedFragment,
  DutiesFragment,
  ReceiptGivenQuery,
  RejectedFragment,
  WarnedFragment,
} from "../../../schema/exchange.generated.js";

/** What a mutation answers to a document, as `schema/exchange/documents.graphql` asks for it. */

type Given = NonNullable<ReceiptGivenQuery["receipt"]>;

/** Where it accepts. */
export type AcceptedAnswer = AcceptedFragment & {
  readonly incident?: DutiesFragment | null;
  readonly card?: Given["card"];
  readonly analysis?: Given["analysis"];
};

/** Where it would, in a trial. */
export interface TriedAnswer {
  readonly warnings: readonly WarnedFragment[];
}

export type RejectedAnswer = RejectedFragment & { readonly __typename: "SubmissionRejected" };
