import { readFile } from "node:fs/promises";
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  lexicographicSortSchema,
  printSchema,
} from "graphql";
import { expect, test } from "vitest";
import { schemaText } from "../../src/server/schema.js";

const published = buildSchema(await readFile("schema/gateway.graphql", "utf8"));

/** The names that others build on: what each type must at least have. */
const FIXED = {
  Severity: "HIGH MEDIUM LOW UNDETERMINED",
  IncidentType:
    "DENIAL_OF_SERVICE UNAUTHORIZED_ACCESS BOTNET VIRUS_ATTACK RANSOMWARE VULNERABILITY_EXPLOITATION CREDENTIAL_COMPROMISE PHISHING SPAM OTHER",
  IncidentScale: "INDIVIDUAL MASS",
  Recurrence: "NEW REPEAT",
  IncidentSign: "ACTUAL ATTEMPT SUSPICION",
  NetworkContour: "INTERNAL EXTERNAL",
  Consequence: "NONE OPERABILITY INTEGRITY CONFIDENTIALITY",
  IndicatorType:
    "IPV4 IPV6 CIDR DOMAIN URL URL_PATH HOST_PORT EMAIL MD5 SHA1 SHA256 SHA512 IMPHASH JA3 FILE_NAME FILE_PATH REGISTRY_KEY MUTEX USER_AGENT WALLET ASN CVE OTHER",
  ObjectKind: "E_GOVERNMENT CRITICAL_INFRASTRUCTURE",
  ObligationKind: "NOTIFY_CENTRE NOTIFY_OWNER SUBMIT_CARD ANSWER_NOTIFICATION REVIEW_SEVERITY",
  Standing: "RUNNING MET MET_LATE OVERDUE WAIVED",
  IncidentFactKind:
    "REPORTED CARD_SUBMITTED CARD_AMENDED SEVERITY_REVIEWED OWNER_NOTIFIED CONFIRMATION_CORRECTED RETRACTED",
  Mutation: "reportIncident submitIncidentCard amendIncidentCard reviewSeverity recordOwnerNotification",
  Subscription: "incidentFeed",
  Query: "me socs protectedObjects incidents incident node obligations timeliness serverTime limits obligationCounts",
  IncidentCardInput:
    "registeredOn severity type scale occurredAt confirmedAt recurrence indicators sign contours nature consequences affectedObjects measures note",
  AffectedObjectInput: "objectId description",
  IndicatorInput: "type value",
  SubmitIncidentCardInput: "submissionKey incidentId card",
  ReportIncidentInput: "submissionKey confirmedAt type summary affectedObjects severity",
  SubmissionAccepted: "receipt warnings",
  SubmitIncidentCardResult: "CardAccepted SubmissionRejected",
  CardAccepted: "incident card receipt warnings",
  SubmissionRejected: "reference receivedAt violations",
  Violation: "rule path message",
  Warning: "rule path message",
  IncidentFrame: "cursor kind at incident",
  IncidentConnection: "edges nodes pageInfo feedCursor",
  ObligationConnection: "edges nodes pageInfo feedCursor",
} as const;

test.each(Object.entries(FIXED))("the published schema keeps %s", (name, names) => {
  const type = published.getType(name);
  const found = isEnumType(type)
    ? type.getValues().map((value) => value.name)
    : isUnionType(type)
      ? type.getTypes().map((member) => member.name)
      : isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
        ? Object.keys(type.getFields())
        : [];
  expect(found).toEqual(expect.arrayContaining(names.split(" ")));
});

test("the published schema is the schema of the code", async () => {
  const text = `${printSchema(lexicographicSortSchema(published))}\n`;
  expect(text).toBe(await schemaText());
});

test("every description begins in English", () => {
  const descriptions = Array.from(printSchema(published).matchAll(/"""\s*([^]*?)\s*"""/g), ([, text = ""]) => text);
  expect(descriptions.length).toBeGreaterThan(500);
  expect(descriptions.filter((text) => !/^[A-Z`"]/.test(text))).toEqual([]);
});

test("everything in the schema is described", () => {
  const bare: string[] = [];
  for (const type of Object.values(published.getTypeMap())) {
    if (
      type.name.startsWith("__") ||
      ["String", "Int", "Float", "Boolean", "ID", "Query", "Mutation", "Subscription"].includes(type.name)
    )
      continue;
    if (!type.description) bare.push(type.name);
  }
  for (const type of Object.values(published.getTypeMap())) {
    if (type.name.startsWith("__")) continue;
    if (isEnumType(type))
      bare.push(
        ...type
          .getValues()
          .filter((value) => !value.description)
          .map((value) => `${type.name}.${value.name}`),
      );
    if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type))
      bare.push(
        ...Object.values(type.getFields())
          .filter((field) => !field.description)
          .map((field) => `${type.name}.${field.name}`),
      );
  }
  expect(bare).toEqual([]);
});
