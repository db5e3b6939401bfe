import type { Consequence, IncidentType, Severity } from "./incident-card.js";
import type { Warning } from "./verdict.js";
import { say } from "./wording/wording.js";

/**
 * The form's types that each row of annex 3's severity table names. The table's "malware" is read as virus attack and
 * botnet, its "unauthorized access" as unauthorized access and content modification. Undetermined names none.
 */
export const TYPES_OF_LEVELS: Readonly<Record<Severity, readonly IncidentType[]>> = {
  HIGH: [
    "UNAUTHORIZED_ACCESS",
    "VULNERABILITY_EXPLOITATION",
    "RANSOMWARE",
    "VIRUS_ATTACK",
    "BOTNET",
    "DENIAL_OF_SERVICE",
    "OTHER",
  ],
  MEDIUM: [
    "UNAUTHORIZED_ACCESS",
    "RANSOMWARE",
    "VIRUS_ATTACK",
    "BOTNET",
    "DENIAL_OF_SERVICE",
    "VULNERABILITY_EXPLOITATION",
    "OTHER",
  ],
  LOW: ["VIRUS_ATTACK", "BOTNET", "DENIAL_OF_SERVICE", "VULNERABILITY_EXPLOITATION", "SPAM", "PHISHING", "OTHER"],
  UNDETERMINED: [],
};

/**
 * L13, a heuristic of ours: warns where the level's row does not name the type. Undetermined never warns, nor does
 * credential compromise, which is in no row.
 */
export function severityWarnings(severity: Severity, type: IncidentType, path: readonly string[]): Warning[] {
  if (severity === "UNDETERMINED" || type === "CREDENTIAL_COMPROMISE") return [];
  if (TYPES_OF_LEVELS[severity].includes(type)) return [];
  return [{ rule: "L13", path, says: say("severityUnusual", { severity, type }) }];
}

/** The consequences that the criteria of each row of the table of levels do not allow for. */
const UNFIT: Readonly<Record<Severity, readonly Consequence[]>> = {
  HIGH: ["NONE"],
  MEDIUM: ["NONE"],
  LOW: ["OPERABILITY", "INTEGRITY", "CONFIDENTIALITY"],
  UNDETERMINED: ["OPERABILITY"],
};

/**
 * L13: warns where the consequences on a card are not those of its level by the table's own criteria: High and Medium have some,
 * Low has no effect, and Undetermined leaves open whether services are affected.
 */
export function criteriaWarnings(
  severity: Severity,
  consequences: readonly Consequence[],
  path: readonly string[],
): Warning[] {
  const unfit = consequences.filter((one) => UNFIT[severity].includes(one));
  return unfit.length === 0
    ? []
    : [{ rule: "L13", path, says: say("severityUnfit", { severity, consequences: unfit }) }];
}
