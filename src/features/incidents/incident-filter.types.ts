import { Field, ID, InputType } from "type-graphql";
import type {
  Consequence,
  IncidentScale,
  IncidentSign,
  IncidentType,
  NetworkContour,
  Recurrence,
  Severity,
} from "../../domain/incident-card.js";
import type { Subject } from "../../domain/notification.js";
import type { OpenQuestion } from "../../domain/open-questions.js";
import type { ObligationKind, Standing } from "../../domain/obligations.js";
import type { ObjectKind, Sector } from "../../domain/parties.js";
import { CodeComparison, setComparison } from "../../graph/comparisons.js";
import { registerValues } from "../../graph/enums.js";
import { Period } from "../../graph/period.js";
import { NotificationSubjectEnum } from "../notifications/notification.types.js";
import { ObligationKindEnum, StandingEnum } from "../obligations/obligation.types.js";
import { TermRuleEnum, type TermRuleName } from "../obligations/term-rule.types.js";
import { ObjectKindEnum, SectorEnum } from "../parties/protected-object.types.js";
import { EACH_BY_CODE } from "../submissions/submission.types.js";
import {
  ConsequenceEnum,
  IndicatorInput,
  IncidentScaleEnum,
  IncidentSignEnum,
  IncidentTypeEnum,
  NetworkContourEnum,
  RecurrenceEnum,
  SeverityEnum,
} from "./card.types.js";
import { OpenQuestionEnum } from "./incident.types.js";
import type { IncidentOrder, SortDirection, SortField } from "./filter/order.js";

export const IncidentOrderEnum = registerValues<IncidentOrder>(
  "IncidentOrder",
  "By when the first report or card was received.",
  {
    NEWEST_FIRST: "Latest first.",
    OLDEST_FIRST: "Earliest first.",
  },
);

export const IncidentSortFieldEnum = registerValues<SortField>(
  "IncidentSortField",
  "What a list of incidents can be ordered by.",
  {
    RECEIVED: "When the gateway received the first report or card about it: `receivedAt`.",
    CONFIRMED: "The confirmation from which terms run: `confirmedAt`.",
    SEVERITY: "The level: none, Undetermined, Low, Medium, High, in ascending order.",
    TYPE: "The type, by its name in the schema.",
  },
);

export const DirectionEnum = registerValues<SortDirection>("Direction", "In which direction a list is ordered.", {
  ASC: "Ascending: the lowest, the earliest first.",
  DESC: "Descending: the highest, the latest first.",
});

@InputType({ description: "One field that a list of incidents is ordered by." })
export class IncidentSort {
  @Field(() => IncidentSortFieldEnum, { description: "The field." })
  field!: SortField;
  @Field(() => DirectionEnum, { description: "Its direction." })
  direction!: SortDirection;
}

@InputType({ description: "A kind of obligation and its standing." })
export class ObligationCondition {
  @Field(() => ObligationKindEnum, { description: "The kind." })
  kind!: ObligationKind;
  @Field(() => [StandingEnum], { description: "One of these standings, at the instant of the answer." })
  standings!: Standing[];
}

@InputType({
  description: "What is asked of a level. Two that are given must both hold.",
})
export class SeverityComparison {
  @Field(() => SeverityEnum, { nullable: true, description: "It is this level." })
  eq?: Severity | null;
  @Field(() => [SeverityEnum], { nullable: true, description: "It is one of these." })
  in?: Severity[] | null;
  @Field(() => [SeverityEnum], { nullable: true, description: "It is none of these; so is what has no level." })
  notIn?: Severity[] | null;
  @Field(() => SeverityEnum, {
    nullable: true,
    description: "It is this level or a higher one; High is the highest, then Medium, Low, Undetermined.",
  })
  atLeast?: Severity | null;
  @Field(() => Boolean, { nullable: true, description: "True: nothing has given a level yet. False: something has." })
  isNull?: boolean | null;
}

@InputType({ description: "What is asked of a type of incident. Two that are given must both hold." })
export class IncidentTypeComparison {
  @Field(() => IncidentTypeEnum, { nullable: true, description: "It is this type." })
  eq?: IncidentType | null;
  @Field(() => [IncidentTypeEnum], { nullable: true, description: "It is one of these." })
  in?: IncidentType[] | null;
  @Field(() => [IncidentTypeEnum], { nullable: true, description: "It is none of these." })
  notIn?: IncidentType[] | null;
}

const SectorSet = setComparison<Sector>("SectorSet", SectorEnum, "sectors");
const KindSet = setComparison<ObjectKind>("KindSet", ObjectKindEnum, "kinds");
const ContourSet = setComparison<NetworkContour>("ContourSet", NetworkContourEnum, "contours");
const ConsequenceSet = setComparison<Consequence>("ConsequenceSet", ConsequenceEnum, "consequences");
type SetOf<Value> = InstanceType<ReturnType<typeof setComparison<Value & string>>>;

@InputType({ description: "What is asked of the SOC whose incident it is, as far as you may see it." })
export class SocMatch {
  @Field(() => CodeComparison, { nullable: true, description: "Its code." })
  code?: CodeComparison | null;
}

@InputType({
  description:
    "What is asked of one of the objects that an incident affected: at least one of them has all of this. Only objects and owners that you may see count.",
})
export class ObjectMatch {
  @Field(() => CodeComparison, { nullable: true, description: "Its code." })
  code?: CodeComparison | null;
  @Field(() => CodeComparison, { nullable: true, description: "The code of its present owner." })
  owner?: CodeComparison | null;
  @Field(() => SectorSet, { nullable: true, description: "The sectors that it serves now." })
  sectors?: SetOf<Sector> | null;
  @Field(() => KindSet, { nullable: true, description: "Of which kinds it is now." })
  kinds?: SetOf<ObjectKind> | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "True: it is registered. False: it is only described; that has no code, owner, sector or kind.",
  })
  registered?: boolean | null;
}

@InputType({ description: "What is asked of the last revision of an incident's card. All that is given must hold." })
export class CardMatch {
  @Field(() => IncidentScaleEnum, { nullable: true, description: "The scale." })
  scale?: IncidentScale | null;
  @Field(() => IncidentSignEnum, { nullable: true, description: "The sign." })
  sign?: IncidentSign | null;
  @Field(() => ContourSet, { nullable: true, description: "The contours." })
  contours?: SetOf<NetworkContour> | null;
  @Field(() => ConsequenceSet, { nullable: true, description: "The consequences." })
  consequences?: SetOf<Consequence> | null;
  @Field(() => RecurrenceEnum, { nullable: true, description: "Whether it repeats an earlier incident." })
  recurrence?: Recurrence | null;
}

@InputType({
  description:
    "What is asked of one of the duties about an incident that you may see: at least one has all of this. Its standing is that at the instant of the answer.",
})
export class DutyMatch {
  @Field(() => [TermRuleEnum], { nullable: true, description: "Under one of these rules." })
  rule?: TermRuleName[] | null;
  @Field(() => [StandingEnum], { nullable: true, description: "With one of these standings." })
  standings?: Standing[] | null;
  @Field(() => Period, { nullable: true, description: "Whose deadline lies in this period." })
  due?: Period | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "True: no duty has all of this. False says the same as leaving it out.",
  })
  none?: boolean | null;
}

@InputType({ description: "What is asked of a notification that led to an incident, of those that you may see." })
export class NotificationMatch {
  @Field(() => String, { nullable: true, description: "Its number, in capitals or not." })
  number?: string | null;
  @Field(() => NotificationSubjectEnum, { nullable: true, description: "What it is about." })
  subject?: Subject | null;
}

@InputType({
  description:
    "What is asked of the indicators of an incident's last card, of what you may see. Each that is given must hold, of one value or another. What was retracted shows none.",
})
export class IndicatorMatch {
  @Field(() => IndicatorInput, { nullable: true, description: "It shows this value, in any spelling." })
  is?: IndicatorInput | null;
  @Field(() => [IndicatorInput], { nullable: true, description: "It shows one of these values." })
  list?: IndicatorInput[] | null;
  @Field(() => String, { nullable: true, description: "It shows this host, or one, a URL or a mailbox under it." })
  under?: string | null;
  @Field(() => String, { nullable: true, description: "It shows this address, or one in this network." })
  within?: string | null;
}

@InputType({
  description:
    "Narrows a list of incidents. All given conditions must hold; an empty list in `socs`, `objects`, `severities`, `types` or `openQuestions` matches nothing. Anywhere else null, an empty list and an empty object are refused with BAD_USER_INPUT, and so is a code that nothing has which you may see. At most 4 conditions inside each other by `and`, `or` and `not`, 30 in all, 200 values in a list.",
})
export class IncidentFilter {
  @Field(() => [IncidentFilter], { nullable: true, description: "All of these hold." })
  and?: IncidentFilter[] | null;
  @Field(() => [IncidentFilter], {
    nullable: true,
    description:
      "One of these holds, beside all that stands next to it. Where they ask about objects, cards, duties, notifications or indicators, at most 4.",
  })
  or?: IncidentFilter[] | null;
  @Field(() => IncidentFilter, { nullable: true, description: "This does not hold." })
  not?: IncidentFilter | null;
  @Field(() => [ID], { nullable: true, description: `Of one of these SOCs. ${EACH_BY_CODE}` })
  socs?: string[] | null;
  @Field(() => SocMatch, { nullable: true, description: "Of a SOC with this." })
  soc?: SocMatch | null;
  @Field(() => [ID], { nullable: true, description: `On one of these protected objects. ${EACH_BY_CODE}` })
  objects?: string[] | null;
  @Field(() => ObjectMatch, { nullable: true, description: "That affected an object with all of this." })
  object?: ObjectMatch | null;
  @Field(() => [SeverityEnum], { nullable: true, description: "At one of these levels now." })
  severities?: Severity[] | null;
  @Field(() => SeverityComparison, { nullable: true, description: "Whose level is now so." })
  severity?: SeverityComparison | null;
  @Field(() => [IncidentTypeEnum], { nullable: true, description: "Of one of these types." })
  types?: IncidentType[] | null;
  @Field(() => IncidentTypeComparison, { nullable: true, description: "Whose type is so." })
  type?: IncidentTypeComparison | null;
  @Field(() => Period, {
    nullable: true,
    description: "Whose first report or card the gateway received in this period.",
  })
  received?: Period | null;
  @Field(() => Period, {
    nullable: true,
    description: "Whose confirmation time (the one from which terms run) lies in this period.",
  })
  confirmed?: Period | null;
  @Field(() => Period, {
    nullable: true,
    description: "Which occurred in this period, according to the latest card; without a card none does.",
  })
  occurred?: Period | null;
  @Field(() => CardMatch, { nullable: true, description: "The last revision of whose card says all of this." })
  card?: CardMatch | null;
  @Field(() => Boolean, { nullable: true, description: "Whether it has a card that you may see." })
  hasCard?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "Whether it was retracted as reported in error (L18)." })
  retracted?: boolean | null;
  @Field(() => DutyMatch, { nullable: true, description: "About which there is a duty with all of this, or none." })
  duty?: DutyMatch | null;
  @Field(() => NotificationMatch, { nullable: true, description: "To which a notification with this led." })
  notification?: NotificationMatch | null;
  @Field(() => IndicatorMatch, { nullable: true, description: "Whose last card shows an indicator like this." })
  indicator?: IndicatorMatch | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether its last card shows a CVE that CISA's catalogue names as known to be exploited, of what you may see. What was retracted shows none.",
  })
  knownExploited?: boolean | null;
  @Field(() => [OpenQuestionEnum], { nullable: true, description: "With one of these open questions." })
  openQuestions?: OpenQuestion[] | null;
  @Field(() => ObligationCondition, { nullable: true, description: "With an obligation of this kind and standing." })
  obligation?: ObligationCondition | null;
}
