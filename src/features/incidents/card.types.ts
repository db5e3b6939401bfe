import { Field, ID, InputType, Int } from "type-graphql";
import type {
  Consequence,
  IncidentScale,
  IncidentSign,
  IncidentType,
  NetworkContour,
  Recurrence,
  Severity,
} from "../../domain/incident-card.js";
import type { IndicatorType } from "../../domain/indicator.js";
import type { Instant, LocalDate } from "../../domain/instant.js";
import {
  CARD_LABELS,
  CONSEQUENCE_LABELS,
  CONTOUR_LABELS,
  RECURRENCE_LABELS,
  SCALE_LABELS,
  SEVERITY_CRITERIA,
  SEVERITY_LABELS,
  SIGN_LABELS,
  TYPE_LABELS,
} from "../../domain/wording/labels.js";
import type { InEach } from "../../domain/wording/wording.js";
import { registerValues } from "../../graph/enums.js";
import { Node } from "../../graph/node.js";
import { DateTime, LocalDateScalar } from "../../graph/scalars.js";
import { ProtectedObject } from "../parties/protected-object.types.js";
import { PlainType } from "../../graph/plain-type.js";

/** A label of annex 3 as a description: English first, then the form's own words. */
export function labelled({ kk, ru, en }: InEach, rest = ""): string {
  return `${en}${rest}. ${kk === ru ? kk : `${kk} · ${ru}`}.`;
}

function labelledEach<Value extends string>(labels: Readonly<Record<Value, InEach>>): Record<Value, string> {
  const entries = Object.entries<InEach>(labels).map(([value, label]) => [value, labelled(label)]);
  return Object.fromEntries(entries) as Record<Value, string>;
}

function level(severity: Severity, rest = ""): string {
  return labelled(SEVERITY_LABELS[severity], `: ${SEVERITY_CRITERIA[severity].en}${rest}`);
}

export const SeverityEnum = registerValues<Severity>(
  "Severity",
  "The severity level of an incident, with its criteria (annex 3).",
  {
    HIGH: level("HIGH"),
    MEDIUM: level("MEDIUM"),
    LOW: level("LOW"),
    UNDETERMINED: level("UNDETERMINED", "; to be reviewed within 48 hours of confirmation (RA.1)"),
  },
);

export const IncidentTypeEnum = registerValues<IncidentType>(
  "IncidentType",
  "The type of an incident (annex 3).",
  labelledEach(TYPE_LABELS),
);

export const IncidentScaleEnum = registerValues<IncidentScale>(
  "IncidentScale",
  labelled(CARD_LABELS.scale, " (annex 3)"),
  labelledEach(SCALE_LABELS),
);

export const RecurrenceEnum = registerValues<Recurrence>(
  "Recurrence",
  labelled(CARD_LABELS.recurrence, " (annex 3)"),
  labelledEach(RECURRENCE_LABELS),
);

export const IncidentSignEnum = registerValues<IncidentSign>(
  "IncidentSign",
  labelled(CARD_LABELS.sign, " (annex 3)"),
  labelledEach(SIGN_LABELS),
);

export const NetworkContourEnum = registerValues<NetworkContour>(
  "NetworkContour",
  labelled(CARD_LABELS.contours, " (annex 3): a statutory term of Kazakhstan, not a network perimeter"),
  labelledEach(CONTOUR_LABELS),
);

export const ConsequenceEnum = registerValues<Consequence>(
  "Consequence",
  labelled(CARD_LABELS.consequences, " (annex 3)"),
  { ...labelledEach(CONSEQUENCE_LABELS), NONE: labelled(CONSEQUENCE_LABELS.NONE, "; excludes the others (F5)") },
);

export const IndicatorTypeEnum = registerValues<IndicatorType>("IndicatorType", "What an indicator's value is (F8).", {
  IPV4: "An IPv4 address.",
  IPV6: "An IPv6 address.",
  CIDR: "An IPv4 or IPv6 network with its prefix; may have a single address.",
  DOMAIN: "A domain name, in any script.",
  URL: "A URL with a scheme and a host.",
  URL_PATH: "A host and a path whose scheme is not known: `bad.example/a`.",
  HOST_PORT: "A host and a port: `198.51.100.7:443`, `[2001:db8::1]:443`, `bad.example:8080`.",
  EMAIL: "An e-mail address.",
  MD5: "An MD5 hash of a file, hexadecimal.",
  SHA1: "A SHA-1 hash of a file, hexadecimal.",
  SHA256: "A SHA-256 hash of a file, hexadecimal.",
  SHA512: "A SHA-512 hash of a file, hexadecimal.",
  IMPHASH: "The hash of a Windows program's imports, 32 hexadecimal digits; not compared with MD5.",
  JA3: "The fingerprint of a TLS client, 32 hexadecimal digits; not compared with MD5.",
  FILE_NAME: "A file's name without its path, as it is.",
  FILE_PATH: "The path of a file or folder: case-insensitive for Windows, case-sensitive for POSIX.",
  REGISTRY_KEY: "A Windows registry key, from its hive on, with or without a value's name; case-insensitive.",
  MUTEX: "A mutex or another named system object, as it is, including `Global\\` or `Local\\`.",
  USER_AGENT: "The User-Agent of a client, as it is.",
  WALLET: "A cryptocurrency address; its checksum is verified if it has one.",
  ASN: "An autonomous system number: `AS64500`.",
  CVE: "A CVE id.",
  OTHER: "Anything else, as text.",
});

@PlainType({ description: "An observable sign of compromise." })
export class Indicator {
  @Field(() => IndicatorTypeEnum, { description: "What the value is." })
  type!: IndicatorType;
  @Field(() => String, { description: "The value in its normal form: equal indicators have equal values." })
  value!: string;
  @Field(() => String, { description: "The value as it was submitted." })
  submitted!: string;
}

@PlainType({ description: "What the incident harmed: a registered object or a description." })
export class AffectedObject {
  @Field(() => ProtectedObject, { nullable: true, description: "The registered object, if you may see it." })
  object!: ProtectedObject | null;
  @Field(() => String, { nullable: true, description: "The description of an object that is not registered." })
  description!: string | null;
}

@PlainType({
  implements: Node,
  description: "Annex 3: one revision of an incident's card. A correction is a new revision; none is overwritten (L6).",
})
export class IncidentCard extends Node {
  @Field(() => Int, { description: "From 1." })
  revision!: number;
  @Field(() => DateTime, { description: "When the gateway received it." })
  receivedAt!: Instant;
  @Field(() => LocalDateScalar, { description: labelled(CARD_LABELS.registeredOn) })
  registeredOn!: LocalDate;
  @Field(() => SeverityEnum, { description: labelled(CARD_LABELS.severity) })
  severity!: Severity;
  @Field(() => IncidentTypeEnum, { description: labelled(CARD_LABELS.type) })
  type!: IncidentType;
  @Field(() => IncidentScaleEnum, { description: labelled(CARD_LABELS.scale) })
  scale!: IncidentScale;
  @Field(() => DateTime, { description: labelled(CARD_LABELS.occurredAt) })
  occurredAt!: Instant;
  @Field(() => DateTime, {
    description: labelled(CARD_LABELS.confirmedAt, ", as this revision declares"),
  })
  confirmedAt!: Instant;
  @Field(() => RecurrenceEnum, { description: labelled(CARD_LABELS.recurrence) })
  recurrence!: Recurrence;
  @Field(() => IncidentSignEnum, { description: labelled(CARD_LABELS.sign) })
  sign!: IncidentSign;
  @Field(() => [NetworkContourEnum], { description: labelled(CARD_LABELS.contours) })
  contours!: readonly NetworkContour[];
  @Field(() => String, { description: labelled(CARD_LABELS.nature) })
  nature!: string;
  @Field(() => [ConsequenceEnum], { description: labelled(CARD_LABELS.consequences) })
  consequences!: readonly Consequence[];
  @Field(() => String, { description: labelled(CARD_LABELS.measures) })
  measures!: string;
  @Field(() => String, { nullable: true, description: labelled(CARD_LABELS.note) })
  note!: string | null;
}

@InputType({ description: "An indicator of compromise as submitted; defanged forms are understood (F8)." })
export class IndicatorInput {
  @Field(() => IndicatorTypeEnum, { description: "What the value is." })
  type!: IndicatorType;
  @Field(() => String, { description: "The value, at most 4,000 characters." })
  value!: string;
}

@InputType({ description: "Give exactly one of the two (F6)." })
export class AffectedObjectInput {
  @Field(() => ID, {
    nullable: true,
    description: "A registered object that your SOC covered at the confirmation (F7).",
  })
  objectId?: string | null;
  @Field(() => String, { nullable: true, description: "The description of an object that is not registered." })
  description?: string | null;
}

@InputType({ description: "Annex 3, as submitted. All fields but the note are required (L12)." })
export class IncidentCardInput {
  @Field(() => LocalDateScalar, { description: "Date of registration; not in the future (F11)." })
  registeredOn!: LocalDate;
  @Field(() => SeverityEnum, { description: "The level." })
  severity!: Severity;
  @Field(() => IncidentTypeEnum, { description: "The type." })
  type!: IncidentType;
  @Field(() => IncidentScaleEnum, { description: "Individual or mass." })
  scale!: IncidentScale;
  @Field(() => DateTime, { description: "When it occurred." })
  occurredAt!: Instant;
  @Field(() => DateTime, {
    description: "When your SOC confirmed it; terms run from the earliest one declared (L3, L4).",
  })
  confirmedAt!: Instant;
  @Field(() => RecurrenceEnum, { description: "New or repeat." })
  recurrence!: Recurrence;
  @Field(() => [IndicatorInput], { description: "Indicators of compromise; may be empty (F9)." })
  indicators!: IndicatorInput[];
  @Field(() => IncidentSignEnum, { description: "Actual, attempt or suspicion." })
  sign!: IncidentSign;
  @Field(() => [NetworkContourEnum], { description: "One or both contours (F4)." })
  contours!: NetworkContour[];
  @Field(() => String, { description: "The nature of the incident (F1 to F3)." })
  nature!: string;
  @Field(() => [ConsequenceEnum], { description: "NONE alone, or any of the others (F4, F5)." })
  consequences!: Consequence[];
  @Field(() => AffectedObjectInput, { description: "What it harmed (F6, F7)." })
  affectedObject!: AffectedObjectInput;
  @Field(() => String, { description: "Measures taken (F1 to F3)." })
  measures!: string;
  @Field(() => String, { nullable: true, description: "A note (F2, F3)." })
  note?: string | null;
}
