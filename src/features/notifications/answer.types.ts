import { createUnionType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import type { IncidentType, Severity } from "../../domain/incident-card.js";
import type { Instant } from "../../domain/instant.js";
import type { AnalysisKind } from "../../domain/notification.js";
import { registerValues } from "../../graph/enums.js";
import { Node } from "../../graph/node.js";
import { PlainType } from "../../graph/plain-type.js";
import { DateTime } from "../../graph/scalars.js";
import { AffectedObjectInput, IncidentTypeEnum, IndicatorInput, SeverityEnum } from "../incidents/card.types.js";
import { Incident, Retraction } from "../incidents/incident.types.js";
import { ReceivedOtherwise } from "../obligations/obligation.types.js";
import {
  EACH_BY_NUMBER,
  INCIDENT_REFERENCE,
  resultType,
  SubmissionAccepted,
  SubmissionInput,
} from "../submissions/submission.types.js";
import { Notification } from "./notification.types.js";

export const AnalysisKindEnum = registerValues<AnalysisKind>("AnalysisKind", "What was analysed.", {
  THREAT: "A threat (R9.4).",
  EVENT: "A security event (R9.5).",
});

@PlainType({
  implements: Node,
  description: "One revision of a SOC's analysis of a threat or an event (R9.4, R9.5). None is overwritten.",
})
export class Analysis extends Node {
  @Field(() => AnalysisKindEnum, { description: "What was analysed." })
  kind!: AnalysisKind;
  @Field(() => Int, { description: "From 1." })
  revision!: number;
  @Field(() => String, { description: "What was found." })
  findings!: string;
  @Field(() => String, { description: "Measures taken." })
  measures!: string;
  @Field(() => String, { description: "Conclusions." })
  conclusions!: string;
  @Field(() => String, { nullable: true, description: "Recommendations." })
  recommendations!: string | null;
  @Field(() => DateTime, { description: "When the gateway received it." })
  receivedAt!: Instant;
}

@PlainType({ description: "A SOC's statement that what it was notified of was not confirmed (R9.5, R9.6)." })
export class NotConfirmed {
  @Field(() => String, { description: "The grounds." })
  grounds!: string;
  @Field(() => DateTime, { description: "When the gateway received it." })
  receivedAt!: Instant;
}

export const Answer = createUnionType({
  name: "Answer",
  description:
    "What a SOC answered: an analysis; an incident, by its card; that nothing was confirmed; a granted retraction, which is the same; or what came by another way.",
  types: () => [Analysis, Incident, NotConfirmed, Retraction, ReceivedOtherwise] as const,
  resolveType: (source) => (source as unknown as { readonly __typename: string }).__typename,
});
export type AnswerName = "Analysis" | "Incident" | "NotConfirmed" | "Retraction" | "ReceivedOtherwise";

@PlainType({ description: "One answer of a SOC to a notification." })
export class GivenAnswer {
  @Field(() => DateTime, {
    description:
      "When it was received; a card that was there before the notification: when that became available. Of a retraction, when it was asked for.",
  })
  at!: Instant;
  @Field(() => DateTime, {
    description:
      "By what its time is judged: of a corrected analysis, when its first revision was received (L17); of any other answer, `at`. Of a granted retraction, the incident's first card if that was earlier (L18).",
  })
  countsFrom!: Instant;
  @Field(() => Answer, { description: "The answer." })
  answer!: object;
}

@PlainType({
  description:
    "What a SOC has answered a notification with under one rule (L17, L21): what stands, and what else it answered.",
})
export class AnswersUnderRule {
  @Field(() => String, { description: "R9.4, R9.5 or R9.6." })
  rule!: string;
  @Field(() => GivenAnswer, {
    nullable: true,
    description:
      "The answer that stands: a card over the latest revision of an analysis, and that over a denial. Null while an incident that was confirmed owes its card in place of what was answered before.",
  })
  current!: GivenAnswer | null;
  @Field(() => [GivenAnswer], {
    description:
      "The other answers under the rule, oldest first: what the current one replaced, and what was given since and did not become the current one.",
  })
  others!: readonly GivenAnswer[];
}

@InputType({ description: "The results of an analysis." })
export class AnalysisInput {
  @Field(() => String, { description: "What was found (F1 to F3)." })
  findings!: string;
  @Field(() => [ID], {
    description:
      "Objects that it affects, of those that your SOC covers, each by its id, or by its code, in capitals or not; may be empty.",
  })
  affectedObjects!: string[];
  @Field(() => [IndicatorInput], { description: "Indicators that were found; may be empty (F8, F9)." })
  indicators!: IndicatorInput[];
  @Field(() => String, { description: "Measures taken (F1 to F3)." })
  measures!: string;
  @Field(() => String, { description: "Conclusions (F1 to F3)." })
  conclusions!: string;
  @Field(() => String, { nullable: true, description: "Recommendations (F2, F3)." })
  recommendations?: string | null;
}

@InputType({ description: "An incident that an analysis confirmed: its initial report (R9.1, L5)." })
export class ConfirmedIncidentInput {
  @Field(() => DateTime, { description: "When your SOC confirmed it (L3)." })
  confirmedAt!: Instant;
  @Field(() => IncidentTypeEnum, { description: "The type." })
  type!: IncidentType;
  @Field(() => String, { description: "What is known, at most 2,000 characters." })
  summary!: string;
  @Field(() => [AffectedObjectInput], { description: "Each object that it harmed, at most 100 (F6, F7)." })
  affectedObjects!: AffectedObjectInput[];
  @Field(() => SeverityEnum, { nullable: true, description: "The level, if known; absent is not Undetermined (L10)." })
  severity?: Severity | null;
}

@InputType({ description: "What every analysis names." })
abstract class SubmitAnalysisInput extends SubmissionInput {
  @Field(() => [ID], { description: `The notifications that it answers, at most 100. ${EACH_BY_NUMBER}` })
  notificationIds!: string[];
  @Field(() => Int, {
    nullable: true,
    description: "The revision that it corrects: the last one (F23); absent for the first analysis.",
  })
  revision?: number | null;
  @Field(() => AnalysisInput, { description: "The results." })
  analysis!: AnalysisInput;
  @Field(() => ConfirmedIncidentInput, {
    nullable: true,
    description: "An incident that it confirmed; it is opened with the analysis, and the two are linked.",
  })
  incident?: ConfirmedIncidentInput | null;
  @Field(() => ID, {
    nullable: true,
    description: `An incident of your SOC's that it confirmed and that was reported before; the two are linked. ${INCIDENT_REFERENCE}`,
  })
  incidentId?: string | null;
}

@InputType({ description: "R9.4: the analysis of a threat." })
export class SubmitThreatAnalysisInput extends SubmitAnalysisInput {}

@InputType({ description: "R9.5: the analysis of a security event that was confirmed." })
export class SubmitEventAnalysisInput extends SubmitAnalysisInput {}

@InputType({ description: "R9.5, R9.6: the statement that the event or incident was not confirmed." })
export class AnswerNotConfirmedInput extends SubmissionInput {
  @Field(() => [ID], { description: `The notifications that it answers, at most 100. ${EACH_BY_NUMBER}` })
  notificationIds!: string[];
  @Field(() => String, { description: "The grounds (F1 to F3)." })
  grounds!: string;
}

@ObjectType({
  implements: SubmissionAccepted,
  description: "The analysis was accepted, be it the first one or a correction.",
})
export class AnalysisAccepted extends SubmissionAccepted {
  @Field(() => Notification, { description: "The notification that it answers, the first one of those named." })
  notification!: Notification;
  @Field(() => Analysis, { description: "The analysis as recorded." })
  analysis!: Analysis;
  @Field(() => Incident, { nullable: true, description: "The incident that it confirmed." })
  incident!: Incident | null;
}

@ObjectType({ implements: SubmissionAccepted, description: "The statement that nothing was confirmed was accepted." })
export class NotConfirmedAccepted extends SubmissionAccepted {
  @Field(() => Notification, { description: "The notification that it answers, the first one of those named." })
  notification!: Notification;
}

export const SubmitThreatAnalysisResult = resultType("SubmitThreatAnalysisResult", AnalysisAccepted);
export const SubmitEventAnalysisResult = resultType("SubmitEventAnalysisResult", AnalysisAccepted);
export const AnswerNotConfirmedResult = resultType("AnswerNotConfirmedResult", NotConfirmedAccepted);
