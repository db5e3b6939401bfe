import { INCIDENT_TYPES, SEVERITIES } from "../../src/domain/incident-card.js";
import { INDICATOR_TYPES, type IndicatorFault } from "../../src/domain/indicator.js";
import { HOUR, MINUTE, SECOND } from "../../src/domain/instant.js";
import { en } from "../../src/domain/wording/en.js";
import type { Catalog, Saying } from "../../src/domain/wording/wording.js";
import { at, on } from "./drafts.js";

export type Key = keyof Catalog;

/** The instant in the samples that have one. */
export const MOMENT = at("2026-03-01T10:00:00Z");
const OTHER_MOMENT = at("2026-03-02T20:30:15Z");

/** The instants in the samples; every other number is a count. */
export const INSTANTS: readonly unknown[] = [MOMENT, OTHER_MOMENT];

/** Every fault; the compiler checks that the list is complete. */
const FAULTS: Record<IndicatorFault, true> = {
  EMPTY: true,
  TOO_LONG: true,
  CONTROL_CHARACTER: true,
  HIDDEN_CHARACTER: true,
  STACKED_MARKS: true,
  WHITE_SPACE: true,
  NOT_IPV4: true,
  ADDRESS_RANGE: true,
  LEADING_ZERO: true,
  NOT_IPV6: true,
  ZONE_ID: true,
  NOT_CIDR: true,
  NO_PREFIX: true,
  BAD_PREFIX: true,
  HAS_PORT: true,
  NOT_DOMAIN: true,
  SINGLE_LABEL: true,
  WILDCARD: true,
  IS_AN_ADDRESS: true,
  NOT_URL: true,
  NO_SCHEME: true,
  UNKNOWN_SCHEME: true,
  SCHEME_TWICE: true,
  BACKSLASH: true,
  NO_HOST: true,
  NOT_URL_PATH: true,
  HAS_SCHEME: true,
  NO_PATH: true,
  NOT_HOST_PORT: true,
  NO_PORT: true,
  BAD_PORT: true,
  NOT_EMAIL: true,
  DISPLAY_NAME: true,
  NOT_HEX: true,
  HASH_LENGTH: true,
  IS_A_PATH: true,
  NOT_A_PATH: true,
  NO_HIVE: true,
  NOT_WALLET: true,
  BAD_CHECKSUM: true,
  NOT_ASN: true,
  NOT_CVE: true,
};

const UNNAMED = { suggests: null, named: null, place: null };

export const SOCKET_ENDS = [
  "TOKEN_MISSING",
  "TOKEN_UNREADABLE",
  "TOKEN_UNKNOWN",
  "TOKEN_EXPIRED",
  "TOKEN_REVOKED",
  "TOO_MANY_SOCKETS",
  "TOO_SLOW",
] as const;

/** The parameters of each sentence: one sample for every case that is worded differently. */
const SAMPLES: { readonly [K in Key]: readonly Parameters<Catalog[K]>[0][] } = {
  notFound: [{}],
  forbidden: [
    { roles: "SOC_READER, OWNER", needed: "CENTRE_OPERATOR" },
    { roles: "", needed: "CENTRE_OPERATOR, SOC_OPERATOR" },
  ],
  unauthenticated: [{}],
  authorizationUnreadable: [{}],
  tokenUnknown: [{}],
  tokenExpired: [{ at: MOMENT }],
  tokenRevoked: [{ at: MOMENT }],
  internal: [{ requestId: "req-17" }],
  bodyTooLarge: [{ limit: 4_194_304 }],
  operationTooCostly: (["tokens", "depth", "aliases", "definitions", "fields", "repeats"] as const).map((measure) => ({
    measure,
    limit: 731,
  })),
  answerTooCostly: (["cost", "bytes"] as const).map((measure) => ({ measure, limit: 731 })),
  rateLimited: [{ seconds: 17 }],
  tooManyAtOnce: [{}],
  readingUnavailable: [{}],
  actUnavailable: [{}],
  tokenUnchecked: [{}],
  endedUnanswered: [{}],
  upgradeBehind: [{}],
  unsealed: [{}],
  actHeldUp: [{}],
  readingHeldUp: [{}],
  readingTooLong: [{}],
  keyConflict: [{}],

  addressUnknown: [{}],
  bodyInPieces: [{}],
  hostUnfit: [{}],
  jsonTooFine: [{ most: 500_000, names: 5_000 }],
  targetUnreadable: [{}],
  methodUnfit: [{ allowed: "GET, POST" }],
  changeByGet: [{}],
  mediaTypeUnfit: [{}],
  charsetUnfit: [{ charset: "windows-1251" }],
  encodingUnfit: [{ encoding: "gzip" }],
  notUtf8: [{}],
  notJson: [{}],
  requestUnfit: [{}],
  requestPartUnfit: [{ part: "variables" }],
  answerTypeUnfit: [{}],
  headUnreadable: [{}],
  headTooLarge: [{}],
  requestTooSlow: [{}],
  tooManyWrongTokens: [{ seconds: 731 }],
  socketBusy: [{ limit: 137 }],
  socketFollowsMuch: [{ limit: 137 }],
  partyFollowsMuch: [{}],
  socketClosed: SOCKET_ENDS.map((why) => ({ why })),

  pageSize: [{ most: 137 }],
  listCursor: [{}],
  idUnfit: [{ type: "Soc" }],
  termRuleUnknown: [{ allowed: "R9.1, R9.2" }],
  feedCursor: [{}],
  cursorAhead: [{}],
  cursorExpired: [{}],

  operationUnnamed: [{ names: "Report, Submit" }, { names: "" }],
  subscriptionOverHttp: [{}],
  formMissing: [{}],
  formUnknownField: [{ name: "serverity" }],
  formUnknownValue: [{ value: "HUGE", allowed: "HIGH, LOW" }],
  formText: [{}],
  formWhole: [{}],
  formWholeRange: [{ least: -731, most: 731 }],
  formTooMany: [{ most: 731 }],
  formFlag: [{}],
  formObject: [{}],
  formInstant: [{}],
  formDate: [{}],
  formOther: [{ type: "IncidentCardInput" }],

  textEmpty: [{ mayBeUnknown: true }, { mayBeUnknown: false }],
  textTooLong: [{ length: 431, limit: 137 }],
  textControl: [{ character: "U+0007", place: 431 }],
  textReplaced: [{ place: 431 }],
  textStacked: [{}],
  choicesEmpty: [{}],
  choiceRepeated: [{ choice: "INTERNAL" }],
  noneWithOthers: [{}],
  objectOrDescription: [{ both: true }, { both: false }],
  objectNotCovered: [{}],
  confirmedInFuture: [{ confirmedAt: OTHER_MOMENT, now: MOMENT }],
  confirmedBeforeOccurrence: [{ confirmedAt: MOMENT, occurredAt: OTHER_MOMENT }],
  momentInFuture: [{ at: OTHER_MOMENT, now: MOMENT }],
  dateInFuture: [{ date: on("2026-03-09"), today: on("2026-03-01") }],
  indicatorsTooMany: [{ count: 431, limit: 137 }],
  indicatorFault: [
    ...(Object.keys(FAULTS) as IndicatorFault[]).map((fault) => ({ type: "URL" as const, fault, ...UNNAMED })),
    ...INDICATOR_TYPES.map((suggests) => ({ type: "CIDR" as const, fault: "NOT_CIDR" as const, ...UNNAMED, suggests })),
    { type: "DOMAIN", fault: "HIDDEN_CHARACTER", suggests: null, named: "U+200B", place: 431 },
    { type: "URL", fault: "UNKNOWN_SCHEME", suggests: "OTHER", named: "hxtq", place: null },
  ],
  indicatorDotless: [{}],
  indicatorRepeated: [{ value: "192.0.2.17", earlier: 431 }],
  keyUnfit: [{ limit: 137 }],
  revisionNotLast: [{ named: 431, last: 137 }],
  cardMissing: [{}],
  cardExists: [{ revision: 431 }],
  reasonMissing: [{}],
  notifiedBeforeOccurrence: [{ notifiedAt: MOMENT, occurredAt: OTHER_MOMENT }],
  noRegisteredObject: [{}],

  severityUnusual: SEVERITIES.flatMap((severity) => INCIDENT_TYPES.map((type) => ({ severity, type }))),
  confirmationLater: [{ declared: OTHER_MOMENT, counted: MOMENT }],
  acceptedLate: [{ dueAt: MOMENT, late: 79 * HOUR + 45 * MINUTE + 8 * SECOND }],

  codeUnfit: [{}],
  codeTaken: [{}],
  notOfKind: [{}],
  periodBackwards: [{ startsAt: MOMENT }],
  periodUnfit: [{ from: on("2026-03-09"), years: 137 }],
  coverageOverlaps: [{}],
  coverageEnded: [{}],
  rolesUnfit: [{ roles: "SOC_READER", kind: "OWNER", allowed: "OWNER" }],
  expiryPast: [{ now: MOMENT }],
  phoneUnfit: [{}],
  emailUnfit: [{}],

  confirmationCorrected: [{ declared: MOMENT, counted: OTHER_MOMENT }],
  answerOfOtherKind: (["THREAT", "EVENT", "INCIDENT"] as const).map((subject) => ({
    subject,
    mutations: "submitThreatAnalysis",
  })),
  answerExists: [{ revision: 731 }],
  answerMissing: [{}],
  answerRevisionNotLast: [{ named: 731, last: 137 }],
  deniedBefore: [{}],
  noRecipients: [{}],
  oneSubject: [{}],
  followUpAddressed: [{}],
  withdrawnBefore: [{}],
  incidentUnseen: [{ socs: "SOC-1, SOC-2" }],
  answerToWithdrawn: [{}],
  retractionPending: [{}],
  retractionMissing: [{}],
  incidentRetracted: [{}],
  obligationClosed: [{}],
  ownerUnreachable: [{}],
  mailNotSent: [{}],
  mailServerMissing: [{}],
  acknowledgedThing: [{}],
  notGivenUp: [{}],
  webhookUnfit: (["NOT_URL", "NOT_HTTPS", "CREDENTIALS", "PRIVATE_ADDRESS"] as const).map((fault) => ({ fault })),
};

/** Every sentence, by its key. */
export const KEYS = Object.keys(en) as Key[];

/** Everything that the gateway can say under a key. */
export function sayings(key: Key): Saying[] {
  return SAMPLES[key].map((about) => ({ key, about }) as Saying);
}
