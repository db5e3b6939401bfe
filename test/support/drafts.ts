import { PLAIN_FIELDS, type CardFields } from "../../src/domain/card-form.js";
import type { Circumstances, KnownObject } from "../../src/domain/card-rules.js";
import type { AffectedObjectDraft, CardDraft, ReportDraft } from "../../src/domain/incident-card.js";
import { MINUTE, parseInstant, parseLocalDate, type Instant, type LocalDate } from "../../src/domain/instant.js";
import type { Limits } from "../../src/domain/limits.js";

/** The instant of an RFC 3339 string. */
export function at(text: string): Instant {
  const read = parseInstant(text);
  if (read === null) throw new Error(`${text} is no instant`);
  return read;
}

export function on(text: string): LocalDate {
  const read = parseLocalDate(text);
  if (read === null) throw new Error(`${text} is no date`);
  return read;
}

/** When the gateway receives a draft, unless a test says otherwise: 15:00 in Asia/Almaty. */
export const NOW = at("2026-03-01T10:00:00Z");

/** The product's own limits, but fewer indicators and shorter texts, so that a test can exceed them. */
const LIMITS: Limits = {
  text: 400,
  summary: 100,
  indicators: 5,
  affectedObjects: 3,
  notifications: 100,
  submissionKey: 200,
  clockSkew: 2 * MINUTE,
};

/** An object that the SOC covered. */
export const OBJECT = "018f0000-0000-7000-8000-000000000001";
export const COVERED: KnownObject = {
  registered: { id: OBJECT, code: "REGISTRY", endedAt: null, successor: null },
  isCovered: true,
  isRegisteredName: false,
  near: null,
};

/** What judging a draft requires besides the draft; a named object is one that the SOC covered. */
export function circumstances(overrides: Partial<Circumstances> = {}): Circumstances {
  return { now: NOW, limits: LIMITS, objects: [COVERED, COVERED, COVERED, COVERED], ...overrides };
}

/** An object as a draft names it. */
export function affected(named: Partial<AffectedObjectDraft>): AffectedObjectDraft {
  return { objectId: null, objectCode: null, description: null, kinds: null, ownerName: null, ...named };
}

type OptionalName = { [Name in keyof CardFields]: null extends CardFields[Name] ? Name : never }[keyof CardFields];

/** Every field that may be left out, left out. */
const NOT_FILLED = Object.fromEntries(
  PLAIN_FIELDS.filter(([, { kind }]) => kind === "optional text").map(([name]) => [name, null]),
) as Record<OptionalName, null>;

/** A card that the rules accept without a warning. */
export function aCardDraft(overrides: Partial<CardDraft> = {}): CardDraft {
  return {
    registeredOn: on("2026-03-01"),
    severity: "HIGH",
    type: "RANSOMWARE",
    scale: "INDIVIDUAL",
    occurredAt: at("2026-03-01T08:00:00Z"),
    confirmedAt: at("2026-03-01T09:50:00Z"),
    recurrence: "NEW",
    indicators: [{ type: "IPV4", value: "192.0.2[.]17" }],
    sign: "ACTUAL",
    contours: ["INTERNAL"],
    nature: "Тіркеу серверіндегі файлдар шифрланды.",
    consequences: ["LOW", "UNDETERMINED"].includes(overrides.severity ?? "HIGH") ? ["NONE"] : ["OPERABILITY"],
    affectedObjects: [affected({ objectId: OBJECT })],
    measures: "Сервер желіден ажыратылды.",
    ...NOT_FILLED,
    ...overrides,
  };
}

/** A report that the rules accept without a warning. */
export function aReportDraft(overrides: Partial<ReportDraft> = {}): ReportDraft {
  return {
    confirmedAt: at("2026-03-01T09:50:00Z"),
    type: "RANSOMWARE",
    summary: "Тіркеу серверіндегі файлдар шифрланып жатыр.",
    affectedObjects: [affected({ objectId: OBJECT })],
    severity: null,
    ...overrides,
  };
}
