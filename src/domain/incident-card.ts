import type { CardFields } from "./card-form.js";
import type { IndicatorType } from "./indicator.js";
import type { Instant } from "./instant.js";
import type { ObjectKind } from "./parties.js";

/** The levels of annex 3, highest first: 4, 3, 2, 1. */
export const SEVERITIES = ["HIGH", "MEDIUM", "LOW", "UNDETERMINED"] as const;
export type Severity = (typeof SEVERITIES)[number];
/** The law's number of each level. */
export const SEVERITY_CODES: Readonly<Record<Severity, number>> = { HIGH: 4, MEDIUM: 3, LOW: 2, UNDETERMINED: 1 };

/** The form's ten types (annex 3). */
export const INCIDENT_TYPES = [
  "DENIAL_OF_SERVICE",
  "UNAUTHORIZED_ACCESS",
  "BOTNET",
  "VIRUS_ATTACK",
  "RANSOMWARE",
  "VULNERABILITY_EXPLOITATION",
  "CREDENTIAL_COMPROMISE",
  "PHISHING",
  "SPAM",
  "OTHER",
] as const;
export type IncidentType = (typeof INCIDENT_TYPES)[number];

export const INCIDENT_SCALES = ["INDIVIDUAL", "MASS"] as const;
export type IncidentScale = (typeof INCIDENT_SCALES)[number];

export const RECURRENCES = ["REPEAT", "NEW"] as const;
export type Recurrence = (typeof RECURRENCES)[number];

/** "Әрекет" is read as attempt (docs/statute.md). */
export const INCIDENT_SIGNS = ["ACTUAL", "ATTEMPT", "SUSPICION"] as const;
export type IncidentSign = (typeof INCIDENT_SIGNS)[number];

/** A statutory term of Kazakhstan, not a network perimeter. */
export const NETWORK_CONTOURS = ["INTERNAL", "EXTERNAL"] as const;
export type NetworkContour = (typeof NETWORK_CONTOURS)[number];

export const CONSEQUENCES = ["NONE", "OPERABILITY", "INTEGRITY", "CONFIDENTIALITY"] as const;
export type Consequence = (typeof CONSEQUENCES)[number];

/** One object that the incident harmed, as submitted: a registered object's id or code, or a description; exactly one, by F6. */
export interface AffectedObjectDraft {
  readonly objectId: string | null;
  readonly objectCode: string | null;
  readonly description: string | null;
  /** What an object is that is only described: e-government, critical, both, or (empty) neither. Null: not known. */
  readonly kinds: readonly ObjectKind[] | null;
  /** Whose it is, where it is only described and that is known. */
  readonly ownerName: string | null;
}

/** One object that the incident harmed, judged: a registered one by its id and code, any other by its description. */
export interface AffectedObject {
  readonly objectId: string | null;
  readonly code: string | null;
  readonly description: string | null;
  readonly kinds: readonly ObjectKind[] | null;
  readonly ownerName: string | null;
}

export interface IndicatorDraft {
  readonly type: IndicatorType;
  readonly value: string;
}

/** An observable sign of compromise: the text that was submitted beside its normal form. */
export interface Indicator {
  readonly type: IndicatorType;
  readonly submitted: string;
  readonly value: string;
}

/** A card as received, from any format, before judgement. Texts are in canonical form. */
export interface CardDraft extends CardFields {
  readonly indicators: readonly IndicatorDraft[];
  readonly affectedObjects: readonly AffectedObjectDraft[];
}

/** A card that the rules accept. */
export interface IncidentCard extends CardFields {
  readonly indicators: readonly Indicator[];
  readonly affectedObjects: readonly AffectedObject[];
}

/** R9.1 as read by L5: the contents of a report. */
export interface ReportDraft {
  readonly confirmedAt: Instant;
  readonly type: IncidentType;
  readonly summary: string;
  readonly affectedObjects: readonly AffectedObjectDraft[];
  readonly severity: Severity | null;
}

export interface IncidentReport extends Omit<ReportDraft, "affectedObjects"> {
  readonly affectedObjects: readonly AffectedObject[];
}
