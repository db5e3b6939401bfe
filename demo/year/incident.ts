import type { IncidentCardInput, IncidentType, IndicatorInput, Severity } from "../../schema/operations.generated.js";

/** An incident of the fictional year 2026; times of Almaty, lengths in minutes after the confirmation. */
export interface IncidentOfTheYear {
  readonly soc: string;
  readonly confirmed: string;
  readonly reportedAfter: number;
  readonly type: IncidentType;
  readonly severity: Severity;
  /** The code of its object, or words for one that is not registered. */
  readonly object: string;
  readonly summary: string;
  readonly card?: CardOfTheYear;
  /** When its owner was told by telephone. */
  readonly ownerToldAfter?: number;
  readonly reviewed?: { readonly after: number; readonly severity: Severity };
  /** Why it was reported in error; the centre grants the retraction a day later. */
  readonly retracted?: string;
}

/** Its card; what it does not say is said of the incident. */
type CardOfTheYear = Pick<IncidentCardInput, "sign" | "contours" | "consequences"> & {
  readonly after: number;
  readonly nature: string;
  readonly measures: string;
  readonly indicators: readonly IndicatorInput[];
  readonly severity?: Severity;
  /** The number of an earlier incident. */
  readonly repeats?: string;
  /** Its answer to what the centre notified it of. */
  readonly answers?: "EVENT";
};

/** In minutes. */
export const HOUR = 60;
