import { expect, test } from "vitest";
import { INCIDENT_TYPES, SEVERITIES, type IncidentType } from "../../src/domain/incident-card.js";
import { severityWarnings } from "../../src/domain/severity.js";

/**
 * Annex 3's second table, a column for each of its rows 4 to 1: `+` where the row names the type or we read it as named,
 * `!` where it does not. Credential compromise stands in no row, and row 1 is no list of types.
 */
const TABLE: Record<IncidentType, string> = {
  UNAUTHORIZED_ACCESS: "+ + ! +",
  VULNERABILITY_EXPLOITATION: "+ + + +",
  RANSOMWARE: "+ + ! +",
  VIRUS_ATTACK: "+ + + +",
  BOTNET: "+ + + +",
  DENIAL_OF_SERVICE: "+ + + +",
  SPAM: "! ! + +",
  PHISHING: "! ! + +",
  CREDENTIAL_COMPROMISE: "+ + + +",
  OTHER: "+ + + +",
};

const CELLS = INCIDENT_TYPES.flatMap((type) =>
  SEVERITIES.map((severity, column) => ({ severity, type, warns: TABLE[type].split(" ")[column] === "!" })),
);

test.for(CELLS)("L13 the level $severity for $type warns: $warns", ({ severity, type, warns }) => {
  const path = ["card", "severity"];
  const expected = [{ rule: "L13", path, says: { key: "severityUnusual", about: { severity, type } } }];
  expect(severityWarnings(severity, type, path)).toEqual(warns ? expected : []);
});

test("the levels are those of annex 3, highest first", () => {
  expect(SEVERITIES).toEqual(["HIGH", "MEDIUM", "LOW", "UNDETERMINED"]);
});
