import type { CardFields } from "./card-form.js";
import type { IndicatorType } from "./indicator.js";
import type { Instant } from "./instant.js";

/** The levels of annex 3, highest first: 4, 3, 2, 1. */
export const SEVERITIES = ["HIGH", "MEDIUM", "LOW", "UNDETERMINED"] as const;
export type Severity = (typeof SEVERITIES)[number];

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

export const RECURRENCES = ["NEW", "REPEAT"] as const;
export type Recurrence = (typeof RECURRENCES)[number];

/** "Әрекет" is read as attempt (docs/statute.md). */
export const INCIDENT_SIGNS = ["ACTUAL", "ATTEMPT", "SUSPICION"] as const;
export type IncidentSign = (typeof INCIDENT_SIGNS)[number];

/** A statutory term of Kazakhstan, not a network perimeter. */
export const NETWORK_CONTOURS = ["INTERNAL", "EXTERNAL"] as const;
export type NetworkContour = (typeof NETWORK_CONTOURS)[number];

export const CONSEQUENCES = ["NONE", "OPERABILITY", "INTEGRITY", "CONFIDENTIALITY"] as const;
export type Consequence = (typeof CONSEQUENCES)[number];

/** What the incident harmed, as submitted: a registered object's id or a description; exactly one, by F6. */
export interface AffectedObjectDraft {
  readonly objectId: string | null;
  readonly description: string | null;
}

/** What the incident harmed, judged. */
export type AffectedObject =
  { readonly objectId: string; readonly description: null } | { readonly objectId: null; readonly description: string };

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
  readonly affectedObject: AffectedObjectDraft;
}

/** A card that the rules accept. */
export interface IncidentCard extends CardFields {
  readonly indicators: readonly Indicator[];
  readonly affectedObject: AffectedObject;
}

/** R9.1 as read by L5: the contents of a report. */
export interface ReportDraft {
  readonly confirmedAt: Instant;
  readonly type: IncidentType;
  readonly summary: string;
  readonly affectedObject: AffectedObjectDraft;
  readonly severity: Severity | null;
}

export interface IncidentReport extends Omit<ReportDraft, "affectedObject"> {
  readonly affectedObject: AffectedObject;
}
