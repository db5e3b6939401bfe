import { Field, ID, InputType } from "type-graphql";
import type { ObligationFactKind } from "../../domain/facts.js";
import type { Instant } from "../../domain/instant.js";
import { registerValues } from "../../graph/enums.js";
import { PlainType } from "../../graph/plain-type.js";
import { DateTime, FeedCursor } from "../../graph/scalars.js";
import { Obligation } from "./obligation.types.js";
import { EACH_BY_CODE } from "../submissions/submission.types.js";

export const ObligationFactKindEnum = registerValues<ObligationFactKind>(
  "ObligationFactKind",
  "What is announced about a duty: DUE_SOON and OVERDUE once for each deadline, NOT_OVERDUE if an OVERDUE was wrong.",
  {
    DUE_SOON: "The deadline is near; the operator sets how near, for each rule.",
    OVERDUE:
      "The deadline has passed. The announcement may come later (after an outage); `dueAt` says when the deadline was.",
    NOT_OVERDUE:
      "It was announced as overdue but was not: what met or waived it was received, or happened, in time and was recorded only later.",
  },
);

@PlainType({ description: "What a subscriber receives for one fact of `obligationFeed`." })
export class ObligationFrame {
  @Field(() => FeedCursor, { description: "The cursor to resume after." })
  cursor!: string;
  @Field(() => ObligationFactKindEnum, { description: "The announcement." })
  kind!: ObligationFactKind;
  @Field(() => DateTime, { description: "When it was announced." })
  at!: Instant;
  @Field(() => Obligation, { description: "The duty as it is at delivery." })
  obligation!: Obligation;
}

@InputType({ description: "Narrows a feed by what never changes about a fact." })
export class ObligationFeedFilter {
  @Field(() => [ID], { nullable: true, description: `Duties of one of these SOCs. ${EACH_BY_CODE}` })
  socs?: string[] | null;
  @Field(() => [ID], {
    nullable: true,
    description: `About one of these objects, as named when it was announced. ${EACH_BY_CODE}`,
  })
  objects?: string[] | null;
  @Field(() => [ObligationFactKindEnum], { nullable: true, description: "Announcements of one of these kinds." })
  kinds?: ObligationFactKind[] | null;
}
