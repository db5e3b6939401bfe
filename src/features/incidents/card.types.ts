import { Field, ID, InputType, Int } from "type-graphql";
import { CARD_FIELDS, CARD_FORM, PLAIN_FIELDS, type CardFields, type FormField } from "../../domain/card-form.js";
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
import type { Instant } from "../../domain/instant.js";
import type { ObjectKind } from "../../domain/parties.js";
import {
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
import { ObjectKindEnum, ProtectedObject } from "../parties/protected-object.types.js";
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
  labelled(CARD_FORM.scale.label, " (annex 3)"),
  labelledEach(SCALE_LABELS),
);

export const RecurrenceEnum = registerValues<Recurrence>(
  "Recurrence",
  labelled(CARD_FORM.recurrence.label, " (annex 3)"),
  labelledEach(RECURRENCE_LABELS),
);

export const IncidentSignEnum = registerValues<IncidentSign>(
  "IncidentSign",
  labelled(CARD_FORM.sign.label, " (annex 3)"),
  labelledEach(SIGN_LABELS),
);

export const NetworkContourEnum = registerValues<NetworkContour>(
  "NetworkContour",
  labelled(CARD_FORM.contours.label, " (annex 3): a statutory term of Kazakhstan, not a network perimeter"),
  labelledEach(CONTOUR_LABELS),
);

export const ConsequenceEnum = registerValues<Consequence>(
  "Consequence",
  labelled(CARD_FORM.consequences.label, " (annex 3)"),
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

@PlainType({ description: "One object that the incident harmed: a registered one or a description." })
export class AffectedObject {
  @Field(() => ProtectedObject, { nullable: true, description: "The registered object, if you may see it." })
  object!: ProtectedObject | null;
  @Field(() => String, {
    nullable: true,
    description:
      "The code of a registered object, named as such or linked to the description by the national centre (L9).",
  })
  code!: string | null;
  @Field(() => String, { nullable: true, description: "The description of an object that is not registered." })
  description!: string | null;
  @Field(() => [ObjectKindEnum], {
    nullable: true,
    description: "What an object is that is only described; empty: of neither kind, null: not known.",
  })
  kinds!: readonly ObjectKind[] | null;
  @Field(() => String, { nullable: true, description: "The owner or holder of an object that is only described." })
  ownerName!: string | null;
}

/** What a field of the form is in the schema. */
function typeOf(name: string, { kind }: FormField): () => object {
  switch (kind) {
    case "date":
      return () => LocalDateScalar;
    case "instant":
      return () => DateTime;
    case "choice":
      return () => enumOf(name);
    case "choices":
      return () => [enumOf(name)];
    case "indicators":
      return () => [IndicatorInput];
    case "affected objects":
      return () => [AffectedObjectInput];
    case "text":
    case "optional text":
      return () => String;
  }
}

const ENUMS: Readonly<Record<string, object>> = {
  severity: SeverityEnum,
  type: IncidentTypeEnum,
  scale: IncidentScaleEnum,
  recurrence: RecurrenceEnum,
  sign: IncidentSignEnum,
  contours: NetworkContourEnum,
  consequences: ConsequenceEnum,
};

function enumOf(name: string): object {
  const found = ENUMS[name];
  if (!found) throw new Error(`the choice ${name} of the card has no enum of the schema`);
  return found;
}

@PlainType({
  implements: Node,
  description: "Annex 3: one revision of an incident's card. A correction is a new revision; none is overwritten (L6).",
})
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging -- its static block makes what the interface adds
export class IncidentCard extends Node {
  @Field(() => Int, { description: "From 1." })
  revision!: number;
  @Field(() => DateTime, { description: "When the gateway received it." })
  receivedAt!: Instant;

  static {
    for (const [name, field] of PLAIN_FIELDS) {
      const description = labelled(field.label, field.shown);
      Field(typeOf(name, field), { nullable: field.kind === "optional text", description })(this.prototype, name);
    }
  }
}
export interface IncidentCard extends CardFields {}

@InputType({ description: "An indicator of compromise as submitted; defanged forms are understood (F8)." })
export class IndicatorInput {
  @Field(() => IndicatorTypeEnum, { description: "What the value is." })
  type!: IndicatorType;
  @Field(() => String, { description: "The value, at most 4,000 characters." })
  value!: string;
}

@InputType({ description: "Give exactly one of objectId, objectCode and description (F6)." })
export class AffectedObjectInput {
  @Field(() => ID, {
    nullable: true,
    description: "A registered object; that your SOC does not cover it is warned about (F7).",
  })
  objectId?: string | null;
  @Field(() => String, { nullable: true, description: "The same by its code, in capitals or not." })
  objectCode?: string | null;
  @Field(() => String, { nullable: true, description: "An object that is not registered, at most 2,000 characters." })
  description?: string | null;
  @Field(() => [ObjectKindEnum], {
    nullable: true,
    description:
      "With a description: what the object is. R9.2 runs for an e-government or critical one; empty: neither; absent: not known.",
  })
  kinds?: ObjectKind[] | null;
  @Field(() => String, { nullable: true, description: "With a description: its owner or holder, if known." })
  ownerName?: string | null;
}

@InputType({
  description:
    "Annex 3, as submitted. All fields but the note and the number of an earlier incident are required (L12).",
})
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging -- its static block makes what the interface adds
export class IncidentCardInput {
  indicators!: IndicatorInput[];
  affectedObjects!: AffectedObjectInput[];

  static {
    for (const [name, field] of CARD_FIELDS) {
      const options = { nullable: field.kind === "optional text", description: field.asks };
      Field(typeOf(name, field), options)(this.prototype, name);
    }
  }
}
export interface IncidentCardInput extends CardFields {}
