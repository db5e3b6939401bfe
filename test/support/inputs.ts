import { dateInAlmaty, instant, MINUTE, parseInstant, toIso, type Instant } from "../../src/domain/instant.js";
import type {
  AnalysisInput,
  IncidentCardInput,
  RegisterDetectionInput,
  ReportIncidentInput,
  Severity,
} from "../../schema/operations.generated.js";

/** A card that breaks no rule, confirmed a minute before `now` and half an hour after the incident occurred. */
export function cardInput(now: Instant, changes: Partial<IncidentCardInput> = {}): IncidentCardInput {
  const confirmedAt = changes.confirmedAt ?? toIso(instant(now - MINUTE));
  return {
    registeredOn: dateInAlmaty(now),
    severity: "HIGH",
    type: "RANSOMWARE",
    scale: "INDIVIDUAL",
    occurredAt: toIso(instant((parseInstant(confirmedAt) ?? now) - 30 * MINUTE)),
    confirmedAt,
    recurrence: "NEW",
    indicators: [{ type: "IPV4", value: "192.0.2.1" }],
    sign: "ACTUAL",
    contours: ["INTERNAL"],
    nature: "Files on two servers were encrypted.",
    consequences: consequencesOf(changes.severity),
    affectedObjects: [{ description: "An office network that is not registered" }],
    measures: "The servers were taken off the network.",
    ...changes,
  };
}

/** Consequences that fit a level by the criteria of the table of levels (L13). */
function consequencesOf(severity: Severity = "HIGH"): IncidentCardInput["consequences"] {
  return severity === "HIGH" || severity === "MEDIUM" ? ["OPERABILITY"] : ["NONE"];
}

/** A report that breaks no rule, without its key. */
export function reportInput(
  now: Instant,
  changes: Partial<ReportIncidentInput> = {},
): Omit<ReportIncidentInput, "submissionKey"> {
  return {
    confirmedAt: toIso(instant(now - MINUTE)),
    type: "RANSOMWARE",
    summary: "Files are being encrypted.",
    affectedObjects: [{ description: "An office network that is not registered" }],
    ...changes,
  };
}

/** A threat or security event that breaks no rule, without its key; it does not say whom it concerns. */
export function detectionInput(
  now: Instant,
  changes: Partial<RegisterDetectionInput> = {},
): Omit<RegisterDetectionInput, "submissionKey"> {
  return {
    summary: "Mail with an archive that encrypts files.",
    observedAt: toIso(instant(now - 10 * MINUTE)),
    source: "A partner abroad",
    marking: "AMBER",
    indicators: [],
    types: ["RANSOMWARE"],
    sectors: [],
    objects: [],
    ...changes,
  };
}

/** An analysis that breaks no rule. */
export function analysisInput(changes: Partial<AnalysisInput> = {}): AnalysisInput {
  return {
    findings: "Two mailboxes have received it.",
    affectedObjects: [],
    indicators: [],
    measures: "The mail was deleted.",
    conclusions: "Nothing was opened.",
    ...changes,
  };
}
