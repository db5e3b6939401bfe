import { Field, ID, InputType, ObjectType } from "type-graphql";
import type { IncidentType } from "../../domain/incident-card.js";
import type { Instant } from "../../domain/instant.js";
import type { Marking } from "../../domain/notification.js";
import type { Sector } from "../../domain/parties.js";
import { connectionType } from "../../graph/connection-types.js";
import { registerValues } from "../../graph/enums.js";
import { Node } from "../../graph/node.js";
import { PlainType } from "../../graph/plain-type.js";
import { DateTime } from "../../graph/scalars.js";
import { IncidentTypeEnum, IndicatorInput } from "../incidents/card.types.js";
import { SectorEnum } from "../parties/protected-object.types.js";
import { resultType, SubmissionAccepted, SubmissionInput, EACH_BY_CODE } from "../submissions/submission.types.js";

export const MarkingEnum = registerValues<Marking>("Marking", "TLP 2.0: how widely the content may be shared.", {
  CLEAR: "TLP:CLEAR, no restriction.",
  GREEN: "TLP:GREEN, within the community.",
  AMBER: "TLP:AMBER, within the organisation and its clients who need to know.",
  AMBER_STRICT: "TLP:AMBER+STRICT, within the organisation.",
  RED: "TLP:RED, for the recipients only.",
});

/** What the national centre detected, as it recorded it: every kind has the same fields. */
function detectionType(name: string, description: string) {
  @PlainType(name, { implements: Node, description })
  class Detection extends Node {
    @Field(() => String, { description: "The number for people." })
    number!: string;
    @Field(() => String, { description: "What it is." })
    summary!: string;
    @Field(() => DateTime, { description: "When it was observed." })
    observedAt!: Instant;
    @Field(() => String, { description: "The source of the information." })
    source!: string;
    @Field(() => MarkingEnum, { description: "How widely it may be shared." })
    marking!: Marking;
    @Field(() => [IncidentTypeEnum], { description: "The types of incident: its own, or those that it may lead to." })
    types!: readonly IncidentType[];
    @Field(() => [SectorEnum], { description: "The sectors that it concerns." })
    sectors!: readonly Sector[];
    @Field(() => DateTime, { description: "When the gateway received it." })
    receivedAt!: Instant;
  }
  return Detection;
}

export const Threat = detectionType(
  "Threat",
  "A threat, as the national centre recorded it (R12.1). Қатер · Угроза ИБ.",
);
export const SecurityEvent = detectionType(
  "SecurityEvent",
  "A security event, not yet an incident, as the national centre recorded it (R12.1). Оқиға · Событие ИБ.",
);
export const DetectedIncident = detectionType(
  "DetectedIncident",
  "An incident that the national centre itself detected (R12.1). It has no SOC's dossier, and no SOC owes anything for it until it is notified. Оқыс оқиға · Инцидент ИБ.",
);

export const ThreatConnection = connectionType("Threat", Threat, "Threats by keyset, newest first.");
export const SecurityEventConnection = connectionType(
  "SecurityEvent",
  SecurityEvent,
  "Security events by keyset, newest first.",
);
export const DetectedIncidentConnection = connectionType(
  "DetectedIncident",
  DetectedIncident,
  "Incidents that the national centre detected, by keyset, newest first.",
);

@InputType({ description: "A threat or security event to record." })
export class RegisterDetectionInput extends SubmissionInput {
  @Field(() => String, { description: "What it is (F1 to F3)." })
  summary!: string;
  @Field(() => DateTime, { description: "When it was observed; not in the future (F11)." })
  observedAt!: Instant;
  @Field(() => String, { description: "The source of the information, at most 2,000 characters." })
  source!: string;
  @Field(() => MarkingEnum, { description: "How widely it may be shared." })
  marking!: Marking;
  @Field(() => [IndicatorInput], { description: "Its indicators; may be empty (F8, F9)." })
  indicators!: IndicatorInput[];
  @Field(() => [IncidentTypeEnum], {
    description: "The types of incident: its own, or those that it may lead to; may be empty.",
  })
  types!: IncidentType[];
  @Field(() => [SectorEnum], { description: "The sectors that it concerns; may be empty." })
  sectors!: Sector[];
  @Field(() => [ID], { description: `The protected objects that it concerns; may be empty. ${EACH_BY_CODE}` })
  objects!: string[];
}

@InputType({ description: "R12.1: an incident that the national centre itself detected, to record." })
export class RegisterDetectedIncidentInput extends RegisterDetectionInput {}

@ObjectType({ implements: SubmissionAccepted, description: "The threat was recorded." })
export class ThreatRegistered extends SubmissionAccepted {
  @Field(() => Threat, { description: "The threat." })
  threat!: InstanceType<typeof Threat>;
}

@ObjectType({ implements: SubmissionAccepted, description: "The security event was recorded." })
export class SecurityEventRegistered extends SubmissionAccepted {
  @Field(() => SecurityEvent, { description: "The event." })
  event!: InstanceType<typeof SecurityEvent>;
}

@ObjectType({
  implements: SubmissionAccepted,
  description: "The incident that the national centre detected was recorded.",
})
export class DetectedIncidentRegistered extends SubmissionAccepted {
  @Field(() => DetectedIncident, { description: "The incident." })
  detectedIncident!: InstanceType<typeof DetectedIncident>;
}

export const RegisterThreatResult = resultType("RegisterThreatResult", ThreatRegistered);
export const RegisterSecurityEventResult = resultType("RegisterSecurityEventResult", SecurityEventRegistered);
export const RegisterDetectedIncidentResult = resultType("RegisterDetectedIncidentResult", DetectedIncidentRegistered);
