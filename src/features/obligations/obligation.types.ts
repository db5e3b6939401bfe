import { Field, Float } from "type-graphql";
import type { Instant } from "../../domain/instant.js";
import type { ObligationKind, Standing } from "../../domain/obligations.js";
import { registerValues } from "../../graph/enums.js";
import { Node } from "../../graph/node.js";
import { DateTime } from "../../graph/scalars.js";
import { PlainType } from "../../graph/plain-type.js";

export const ObligationKindEnum = registerValues<ObligationKind>("ObligationKind", "What must be done.", {
  NOTIFY_CENTRE: "R9.1: tell the national centre, within 15 minutes of confirmation.",
  NOTIFY_OWNER: "R9.2: tell the object's owner, within 15 minutes of confirmation.",
  SUBMIT_CARD: "R9.3: send the incident card, within 72 hours of confirmation.",
  ANSWER_NOTIFICATION: "R9.4 to R9.6: answer a notification, within 72 hours of when it became available (L16).",
  REVIEW_SEVERITY: "RA.1: review an Undetermined level, within 48 hours of confirmation.",
});

export const StandingEnum = registerValues<Standing>("Standing", "How an obligation stands at an instant.", {
  RUNNING: "Open and in time; the last instant of the term is in time (L1).",
  MET: "Done in time.",
  MET_LATE: "Done, past its time (L2).",
  OVERDUE: "Open, past its time.",
  WAIVED: "No longer asked for.",
});

@PlainType({ implements: Node, description: "A duty running under a term of the order." })
export class Obligation extends Node {
  @Field(() => ObligationKindEnum, { description: "What must be done." })
  kind!: ObligationKind;
  @Field(() => String, { description: "The rule that asks for it: R9.1 to R9.6 or RA.1." })
  rule!: string;
  @Field(() => DateTime, {
    description:
      "From when the term runs: the earliest declared confirmation (L4), or when the notification came (L16).",
  })
  startsAt!: Instant;
  @Field(() => DateTime, { description: "The last instant in time." })
  dueAt!: Instant;
  @Field(() => DateTime, { nullable: true, description: "When it was met." })
  dischargedAt!: Instant | null;
  @Field(() => DateTime, { nullable: true, description: "When it was waived." })
  waivedAt!: Instant | null;
  @Field(() => String, {
    nullable: true,
    description: "Why it was waived, where the national centre did so by itself.",
  })
  waivedReason!: string | null;
  @Field(() => StandingEnum, { description: "How it stands at the instant of this answer." })
  standing!: Standing;
  @Field(() => Float, {
    description: "Seconds past the due time, to the millisecond: until it was met, else until now. 0 when in time.",
  })
  latenessSeconds!: number;
}
