import {
  CONSEQUENCES,
  INCIDENT_SCALES,
  INCIDENT_SIGNS,
  INCIDENT_TYPES,
  NETWORK_CONTOURS,
  RECURRENCES,
  SEVERITIES,
} from "../incident-card.js";
import { INDICATOR_TYPES } from "../indicator.js";
import { OBJECT_KINDS, SECTORS } from "../parties.js";
import { INDICATOR_TYPE_LABELS } from "../wording/indicator-labels.js";
import {
  CONSEQUENCE_LABELS,
  CONTOUR_LABELS,
  RECURRENCE_LABELS,
  SCALE_LABELS,
  SEVERITY_LABELS,
  SIGN_LABELS,
  TYPE_LABELS,
} from "../wording/labels.js";
import { OBJECT_KIND_LABELS, SECTOR_LABELS } from "../wording/object-labels.js";
import type { InEach } from "../wording/wording.js";

export interface Choices {
  readonly values: readonly string[];
  readonly labels: Readonly<Record<string, InEach>>;
}

/** What is chosen from in documents and in registers of objects, by the schema's names: values in the form's order, with their labels. */
export const CHOICES = {
  Severity: { values: SEVERITIES, labels: SEVERITY_LABELS },
  IncidentType: { values: INCIDENT_TYPES, labels: TYPE_LABELS },
  IncidentScale: { values: INCIDENT_SCALES, labels: SCALE_LABELS },
  Recurrence: { values: RECURRENCES, labels: RECURRENCE_LABELS },
  IncidentSign: { values: INCIDENT_SIGNS, labels: SIGN_LABELS },
  NetworkContour: { values: NETWORK_CONTOURS, labels: CONTOUR_LABELS },
  Consequence: { values: CONSEQUENCES, labels: CONSEQUENCE_LABELS },
  IndicatorType: { values: INDICATOR_TYPES, labels: INDICATOR_TYPE_LABELS },
  ObjectKind: { values: OBJECT_KINDS, labels: OBJECT_KIND_LABELS },
  Sector: { values: SECTORS, labels: SECTOR_LABELS },
} as const satisfies Readonly<Record<string, Choices>>;

export type ChoiceName = keyof typeof CHOICES;

/** What the schema calls a choice from these values. */
export function choiceNameOf(values: readonly string[]): ChoiceName {
  const found = Object.entries<Choices>(CHOICES).find(([, choices]) => choices.values === values);
  if (!found) throw new Error(`no choice has these values: ${values.join(", ")}`);
  return found[0] as ChoiceName;
}
