import { Field, ID, InputType } from "type-graphql";
import type { ObligationFactKind } from "../../domain/facts.js";
import type { Instant } from "../../domain/instant.js";
import { registerValues } from "../../graph/enums.js";
import { PlainType } from "../../graph/plain-type.js";
import { DateTime, FeedCursor } from "../../graph/scalars.js";
import { Obligation } from "./obligation.types.js";

export const ObligationFactKindEnum = registerValues<ObligationFactKind>(
  "ObligationFactKind",
  "What the clock tells of a duty: DUE_SOON and OVERDUE once for each due time, NOT_OVERDUE where an OVERDUE was wrong.",
  {
    DUE_SOON: "The deadline is near; the operator sets how near, for each rule.",
    OVERDUE: "Its end has passed. The announcement may come later (after an outage); the duty says when its end was.",
    NOT_OVERDUE:
      "It was announced as overdue, and was not: what met or waived it had been received, or had happened, in time and was kept only afterwards.",
  },
);

@PlainType({ description: "What one subscriber gets for one fact of `obligationFeed`." })
export class ObligationFrame {
  @Field(() => FeedCursor, { description: "Resume after this one." })
  cursor!: string;
  @Field(() => ObligationFactKindEnum, { description: "What is announced." })
  kind!: ObligationFactKind;
  @Field(() => DateTime, { description: "When the clock announced it." })
  at!: Instant;
  @Field(() => Obligation, { description: "The duty as it stands at delivery." })
  obligation!: Obligation;
}

@InputType({ description: "Narrows a feed, by what never changes about a fact." })
export class ObligationFeedFilter {
  @Field(() => [ID], { nullable: true, description: "Duties of one of these SOCs." })
  socs?: string[] | null;
  @Field(() => [ID], { nullable: true, description: "About one of these objects, as named when it was announced." })
  objects?: string[] | null;
  @Field(() => [ObligationFactKindEnum], { nullable: true, description: "Announcements of one of these kinds." })
  kinds?: ObligationFactKind[] | null;
}
