import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import type { Announcement } from "../../domain/facts.js";
import type { Instant } from "../../domain/instant.js";
import type { DeliveryChannel, DeliveryState } from "../../domain/parties.js";
import { connectionType } from "../../graph/connection-types.js";
import { registerValues } from "../../graph/enums.js";
import { Node } from "../../graph/node.js";
import { PlainType } from "../../graph/plain-type.js";
import { DateTime } from "../../graph/scalars.js";
import { ObligationFactKindEnum } from "../obligations/obligation-feed.types.js";
import { resultType, SubmissionAccepted, SubmissionInput } from "../submissions/submission.types.js";

export const DeliveryChannelEnum = registerValues<DeliveryChannel>(
  "DeliveryChannel",
  "How the gateway notifies a party.",
  { EMAIL: "By e-mail.", WEBHOOK: "By a call to the party's system, following the Standard Webhooks specification." },
);

export const DeliveryStateEnum = registerValues<DeliveryState>("DeliveryState", "The state of a delivery.", {
  NO_ADDRESS:
    "The owner or holder has no registered address: where the other one is not reached either, the SOC has to notify it itself (R9.2).",
  NO_MAIL_SERVER:
    "It would go by e-mail, but the gateway has no mail server: the SOC has to notify the owner itself (R9.2). The national centre can retry it once there is one.",
  QUEUED: "Being sent, or waiting for another attempt.",
  ACCEPTED: "The receiving server accepted it. A delivery to an owner meets R9.2 from that moment (L8).",
  GIVEN_UP:
    "Given up (dead-lettered) after a day of attempts (`DELIVERY_WINDOW_HOURS`), or at once if trying again cannot help; the national centre can retry it.",
  OBSOLETE:
    "No longer sent: before a server accepted it, the duty was met, waived or moved, or the incident was retracted.",
});

@PlainType({
  implements: Node,
  description:
    "A notification that the gateway sends to one address: to an owner about an incident (R9.2, L8), or to the contact of a SOC or of the national centre about a duty.",
})
export class Delivery extends Node {
  @Field(() => DeliveryChannelEnum, { nullable: true, description: "The channel; null if the owner has no address." })
  channel!: DeliveryChannel | null;
  @Field(() => DeliveryStateEnum, { description: "The delivery's state." })
  state!: DeliveryState;
  @Field(() => ObligationFactKindEnum, {
    nullable: true,
    description: "What was announced about the duty: DUE_SOON or OVERDUE.",
  })
  announcement!: Announcement | null;
  @Field(() => DateTime, {
    description: "When it was queued: with the submission that named the object, or with the announcement.",
  })
  queuedAt!: Instant;
  @Field(() => DateTime, { nullable: true, description: "When the receiving server accepted it." })
  acceptedAt!: Instant | null;
}

@PlainType({ description: "One attempt to hand the message over, and its proof." })
export class DeliveryAttempt {
  @Field(() => Int, { description: "From 1." })
  ordinal!: number;
  @Field(() => DateTime, { description: "When it began." })
  startedAt!: Instant;
  @Field(() => DateTime, {
    nullable: true,
    description: "When it ended; null if the gateway stopped before the outcome was known.",
  })
  endedAt!: Instant | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the receiving server accepted it; null while the outcome is unknown.",
  })
  isAccepted!: boolean | null;
  @Field(() => String, {
    nullable: true,
    description: "What the receiving server answered, or why it was not reached; in English.",
  })
  proof!: string | null;
  @Field(() => Boolean, {
    description:
      "True if an earlier attempt may have arrived as well; the receiver recognises a repeat by the message's id.",
  })
  isRepeat!: boolean;
}

export const DeliveryConnection = connectionType("Delivery", Delivery, "Deliveries by keyset, newest first.");

@InputType({ description: "The delivery to retry: one that was given up or had no mail server." })
export class RetryDeliveryInput extends SubmissionInput {
  @Field(() => ID, { description: "The delivery." })
  deliveryId!: string;
}

@ObjectType({
  implements: SubmissionAccepted,
  description: "The delivery is queued again.",
})
export class DeliveryRetried extends SubmissionAccepted {
  @Field(() => Delivery, { description: "The delivery." })
  delivery!: Delivery;
}

export const RetryDeliveryResult = resultType("RetryDeliveryResult", DeliveryRetried);
