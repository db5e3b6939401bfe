import { Field, Float, ID, InputType, Int } from "type-graphql";
import type { Instant } from "../../domain/instant.js";
import type { OwnerChannel } from "../../domain/parties.js";
import type { Means, ObligationDimension, ObligationKind, Standing } from "../../domain/obligations.js";
import { connectionType } from "../../graph/connection-types.js";
import { registerValues } from "../../graph/enums.js";
import { Node, OPAQUE_ID } from "../../graph/node.js";
import { Period } from "../../graph/period.js";
import { DateTime, FeedCursor } from "../../graph/scalars.js";
import { PlainType } from "../../graph/plain-type.js";
import { EACH_BY_CODE, EACH_BY_NUMBER } from "../submissions/submission.types.js";

export const ObligationKindEnum = registerValues<ObligationKind>("ObligationKind", "What must be done.", {
  NOTIFY_CENTRE: "R9.1: notify the national centre, within 15 minutes of confirmation.",
  NOTIFY_OWNER: "R9.2: notify the object's owner or holder, within 15 minutes of confirmation.",
  SUBMIT_CARD: "R9.3: send the incident card, within 72 hours of confirmation.",
  ANSWER_NOTIFICATION: "R9.4 to R9.6: answer a notification, within 72 hours of when it became available (L16).",
  REVIEW_SEVERITY: "RA.1: review an Undetermined level, within 48 hours of confirmation.",
});

export const StandingEnum = registerValues<Standing>(
  "Standing",
  "The standing (status) of an obligation at an instant.",
  {
    RUNNING: "Open and in time; the deadline itself is still in time (L1).",
    MET: "Met in time.",
    MET_LATE: "Met after the deadline (L2).",
    OVERDUE: "Open, past the deadline.",
    WAIVED: "No longer required.",
  },
);

export const OwnerChannelEnum = registerValues<OwnerChannel>(
  "OwnerChannel",
  "A way beside the gateway: how a SOC notified an owner itself, or how something reached the national centre.",
  {
    TELEPHONE: "By telephone.",
    EMAIL: "By e-mail.",
    MESSENGER: "By messaging app.",
    IN_PERSON: "In person.",
    LETTER: "By letter.",
    OTHER: "In another way, described in the note.",
  },
);

export const MeansEnum = registerValues<Means>("MeansOfDischarge", "What met an obligation.", {
  REPORT: "The report of the incident.",
  CARD: "A card.",
  REVIEW: "A review that named a level.",
  REVIEW_LEFT_UNDETERMINED: "A review that left the level Undetermined, with its reason (L11).",
  DELIVERY: "The gateway's message, which the owner's or holder's server accepted.",
  OWNER_ACKNOWLEDGEMENT: "The acknowledgement of the owner or holder.",
  SOC_STATEMENT: "The SOC's own statement that it notified the owner or holder.",
  ANALYSIS: "An analysis.",
  DENIAL: "The statement that nothing was confirmed.",
  RECEIVED_OTHERWISE: "What reached the national centre by another way than through the gateway (L22).",
});

export type WaivedBy = "NATIONAL_CENTRE" | "SOC";

export const WaivedByEnum = registerValues<WaivedBy>("WaivedBy", "Who waived a duty by itself.", {
  NATIONAL_CENTRE: "The national centre.",
  SOC: "The SOC that owed it: a correction had left it over (F25).",
});

@PlainType({
  description: "L22: what reached the national centre by another way than through the gateway, as it recorded it.",
})
export class ReceivedOtherwise {
  @Field(() => ID, { description: OPAQUE_ID })
  id!: string;
  @Field(() => OwnerChannelEnum, { description: "The way." })
  channel!: OwnerChannel;
  @Field(() => DateTime, { description: "When it reached the national centre." })
  receivedAt!: Instant;
  @Field(() => String, { description: "Who received it there." })
  receivedBy!: string;
  @Field(() => String, { description: "The name of who recorded it." })
  recordedBy!: string;
  @Field(() => String, { description: "Why it came by that way." })
  reason!: string;
  @Field(() => DateTime, { description: "When the gateway received the record." })
  recordedAt!: Instant;
  @Field(() => DateTime, {
    nullable: true,
    description: "When the national centre took it back as recorded in error: since then it meets nothing.",
  })
  withdrawnAt!: Instant | null;
  @Field(() => String, { nullable: true, description: "Who took it back there." })
  withdrawnBy!: string | null;
  @Field(() => String, { nullable: true, description: "Why." })
  withdrawnReason!: string | null;
}

@PlainType({ implements: Node, description: "A duty running under a term of the order." })
export class Obligation extends Node {
  @Field(() => ObligationKindEnum, { description: "What must be done." })
  kind!: ObligationKind;
  @Field(() => String, { description: "The rule that requires it: R9.1 to R9.6 or RA.1." })
  rule!: string;
  @Field(() => DateTime, {
    description:
      "When the term starts: the earliest declared confirmation (L4), or when the notification became available (L16).",
  })
  startsAt!: Instant;
  @Field(() => DateTime, { description: "The deadline; this instant still counts as in time (L1)." })
  dueAt!: Instant;
  @Field(() => DateTime, { nullable: true, description: "When it was met." })
  dischargedAt!: Instant | null;
  @Field(() => MeansEnum, { nullable: true, description: "What met it; null until something has." })
  metBy!: Means | null;
  @Field(() => String, { nullable: true, description: "R9.2: the object, where it is not registered." })
  objectDescription!: string | null;
  @Field(() => DateTime, { nullable: true, description: "When it was waived; null for what never was (`isVoid`)." })
  waivedAt!: Instant | null;
  @Field(() => String, {
    nullable: true,
    description:
      "The reason of whoever waived it by itself (`waivedBy`); null where it is waived by what was said of its incident or its notification.",
  })
  waivedReason!: string | null;
  @Field(() => WaivedByEnum, {
    nullable: true,
    description: "Who waived it by itself. Null as `waivedReason` is.",
  })
  waivedBy!: WaivedBy | null;
  @Field(() => Boolean, {
    description: "True for a duty of a retracted incident: it counts as neither kept nor broken (L18).",
  })
  isRetracted!: boolean;
  @Field(() => Boolean, {
    description:
      "True for a duty that never was: nothing but a confirmation or a register entry opened it that was corrected since (L23), or it was of a described object toward whose owner the same duty runs by its registration (L9). It counts as neither kept nor broken.",
  })
  isVoid!: boolean;
  @Field(() => StandingEnum, { description: "Its standing at the instant of this answer." })
  standing!: Standing;
  @Field(() => Boolean, {
    description:
      "True while it is running and its deadline has been announced as near (`DUE_SOON` of `obligationFeed`, `DUE_SOON_MINUTES`).",
  })
  isDueSoon!: boolean;
  @Field(() => Float, {
    description:
      "Seconds late, to the millisecond: until it was met or waived (L20), or until now if it is open. 0 if in time.",
  })
  latenessSeconds!: number;
}

const Connection = connectionType("Obligation", Obligation, "Duties by keyset.");

@PlainType({ description: "Duties, and the place in the feed at which they were read." })
export class ObligationConnection extends Connection {
  @Field(() => FeedCursor, { description: "Follow `obligationFeed` after this cursor and nothing is missed." })
  feedCursor!: string;
}

export const ObligationOrderEnum = registerValues("ObligationOrder", "By deadline.", {
  DUE_FIRST: "Earliest deadline first.",
  DUE_LAST: "Latest deadline first.",
});

export const ObligationDimensionEnum = registerValues<ObligationDimension>(
  "ObligationDimension",
  "What duties are counted by.",
  {
    SOC: "By the SOC that owes them.",
    RULE: "By the rule that requires them.",
    STANDING: "By their standing at the instant of the answer.",
  },
);

@PlainType({ description: "How many duties there are of one SOC, under one rule, with one standing." })
export class ObligationCount {
  @Field(() => String, {
    nullable: true,
    description: "The rule: R9.1 to R9.6 or RA.1; null where they are not counted by it.",
  })
  rule!: string | null;
  @Field(() => StandingEnum, {
    nullable: true,
    description: "The standing; null where they are not counted by it.",
  })
  standing!: Standing | null;
  @Field(() => Int, { description: "How many duties; at least one." })
  count!: number;
}

@InputType({
  description: "Narrows a list of duties. All given conditions must hold; an empty list matches nothing.",
})
export class ObligationFilter {
  @Field(() => [ID], { nullable: true, description: `Of one of these SOCs. ${EACH_BY_CODE}` })
  socs?: string[] | null;
  @Field(() => [ID], {
    nullable: true,
    description: `About one of these objects: R9.2 towards its owner, other duties about an incident that affected it. ${EACH_BY_CODE}`,
  })
  objects?: string[] | null;
  @Field(() => [ID], { nullable: true, description: `About one of these incidents. ${EACH_BY_NUMBER}` })
  incidents?: string[] | null;
  @Field(() => [ID], {
    nullable: true,
    description: `The answer to one of these notifications. ${EACH_BY_NUMBER}`,
  })
  notifications?: string[] | null;
  @Field(() => [String], { nullable: true, description: "Under one of these rules: R9.1 to R9.6 or RA.1." })
  rules?: string[] | null;
  @Field(() => [ObligationKindEnum], { nullable: true, description: "Of one of these kinds." })
  kinds?: ObligationKind[] | null;
  @Field(() => [StandingEnum], {
    nullable: true,
    description: "With one of these standings at the instant of the answer.",
  })
  standings?: Standing[] | null;
  @Field(() => Period, { nullable: true, description: "Whose deadline lies in this period." })
  due?: Period | null;
}
