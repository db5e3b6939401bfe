import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { INCIDENT_TYPES, SEVERITIES } from "../../src/domain/incident-card.js";
import { INDICATOR_TYPES, type IndicatorFault } from "../../src/domain/indicator.js";
import { HOUR, MINUTE, SECOND, toAlmaty } from "../../src/domain/instant.js";
import { en } from "../../src/domain/wording/en.js";
import { kk } from "../../src/domain/wording/kk.js";
import { ru } from "../../src/domain/wording/ru.js";
import {
  inWords,
  LOCALES,
  negotiateLocale,
  say,
  type Catalog,
  type Locale,
  type Saying,
} from "../../src/domain/wording/wording.js";
import { at, on } from "../support/drafts.js";

type Key = keyof Catalog;

const CATALOGS: Record<Locale, Catalog> = { kk, ru, en };
const MOMENT = at("2026-03-01T10:00:00Z");
const OTHER_MOMENT = at("2026-03-02T20:30:15Z");

/** The instants that sentences speak of here, as people read them. */
const INSTANTS = new Map<unknown, string>([MOMENT, OTHER_MOMENT].map((moment) => [moment, toAlmaty(moment)]));

/** A list of every fault, which the compiler keeps whole. */
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

const SOCKET_ENDS = [
  "TOKEN_MISSING",
  "TOKEN_UNREADABLE",
  "TOKEN_UNKNOWN",
  "TOKEN_EXPIRED",
  "TOKEN_REVOKED",
  "TOO_MANY_SOCKETS",
  "TOO_SLOW",
] as const;

/** What each sentence may speak of: every case that it has words of its own for. */
const SAMPLES: { readonly [K in Key]: readonly Parameters<Catalog[K]>[0][] } = {
  notFound: [{}],
  forbidden: [{ roles: "SOC_READER, OWNER" }, { roles: "" }],
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
  jsonTooFine: [{ most: 500_000, names: 100_000 }],
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

  textEmpty: [{}],
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
  toldBeforeOccurrence: [{ toldAt: MOMENT, occurredAt: OTHER_MOMENT }],
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
  rolesUnfit: [{ roles: "SOC_READER", kind: "OWNER" }],
  expiryPast: [{ now: MOMENT }],
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
  nobodyTold: [{}],
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
  notPutAside: [{}],
  webhookUnfit: (["NOT_URL", "NOT_HTTPS", "CREDENTIALS", "PRIVATE_ADDRESS"] as const).map((fault) => ({ fault })),
};

const KEYS = Object.keys(en) as Key[];

/** Everything that the gateway can say under a key. */
function sayings(key: Key): Saying[] {
  return SAMPLES[key].map((about) => ({ key, about }) as Saying);
}

/** The words for what is spoken of that a reader must meet in every language: names, numbers, times. */
function facts({ key, about }: Saying): string[] {
  const translated = [
    "measure",
    "both",
    "fault",
    "late",
    "subject",
    "why",
    ...(key === "severityUnusual" ? ["severity", "type"] : []),
  ];
  return Object.entries(about as Readonly<Record<string, string | number | boolean | null>>)
    .filter(([name, value]) => !translated.includes(name) && value !== null && value !== "")
    .map(([, value]) => INSTANTS.get(value) ?? String(value));
}

test("why a socket is closed fits into a close frame (RFC 6455, section 5.5)", () => {
  for (const locale of LOCALES)
    for (const why of SOCKET_ENDS)
      expect(Buffer.byteLength(inWords(say("socketClosed", { why }), locale)), `${locale} ${why}`).toBeLessThanOrEqual(
        123,
      );
});

test("whoever has asked for too much is told that nothing was done, and that a key stays the same", () => {
  const refusals = [say("rateLimited", { seconds: 17 }), say("tooManyAtOnce", {}), say("socketBusy", { limit: 137 })];
  for (const refusal of refusals) {
    expect(inWords(refusal, "en")).toMatch(/nothing was done.*the same key/i);
    expect(inWords(refusal, "ru")).toMatch(/ничего не сделано.*с тем же ключом/i);
    expect(inWords(refusal, "kk")).toMatch(/ештеңе жасалған жоқ.*сол кілтпен/i);
  }
});

describe("every sentence", () => {
  test("stands in every catalogue", () => {
    for (const locale of LOCALES) expect(Object.keys(CATALOGS[locale]).sort()).toEqual([...KEYS].sort());
  });

  test.for(KEYS)("%s is said in Kazakh, Russian and English", (key) => {
    for (const saying of sayings(key)) {
      const [inKazakh, inRussian, inEnglish] = [inWords(saying, "kk"), inWords(saying, "ru"), inWords(saying, "en")];
      expect(inKazakh).toMatch(/[әғқңөұүһі]/i);
      expect(inRussian).toMatch(/[а-яё]{3}/i);
      expect(inRussian).not.toMatch(/[әғқңөұүһі]/i);
      expect(inEnglish).toMatch(/[a-z]{3}/i);
      expect(inEnglish).not.toMatch(/\p{Script=Cyrillic}/u);
      expect(new Set([inKazakh, inRussian, inEnglish]).size).toBe(3);
    }
  });

  test.for(KEYS)("%s is a whole sentence that leaves out nothing that it speaks of", (key) => {
    for (const saying of sayings(key))
      for (const locale of LOCALES) {
        const words = inWords(saying, locale);
        expect(words).toMatch(/[^.]\.$/);
        expect(words).not.toMatch(/undefined|null|NaN|\[object|\$\{| {2}|\.\./);
        for (const fact of facts(saying)) expect(words).toContain(fact);
      }
  });

  test.for(KEYS)("%s has words of its own for each case that it may speak of", (key) => {
    for (const locale of LOCALES) {
      const words = sayings(key).map((saying) => inWords(saying, locale));
      expect(new Set(words).size).toBe(words.length);
    }
  });

  test("L2 how late something is stands in hours, minutes and seconds, in the units of each language", () => {
    const saying = say("acceptedLate", { dueAt: MOMENT, late: 79 * HOUR + 45 * MINUTE + 8 * SECOND });
    expect(inWords(saying, "kk")).toContain("79 сағ 45 мин 8 с ");
    expect(inWords(saying, "ru")).toContain("79 ч 45 мин 8 с:");
    expect(inWords(saying, "en")).toContain("79 h 45 min 8 s:");
  });

  test("is put into words by its key, in the language asked for", () => {
    const saying = say("reasonMissing", {});
    expect(inWords(saying, "kk")).toBe(kk.reasonMissing({}));
    expect(inWords(saying, "ru")).toBe(ru.reasonMissing({}));
    expect(inWords(saying, "en")).toBe(CATALOGS.en.reasonMissing({}));
  });
});

describe("the language of an answer (RFC 9110, section 12.5.4)", () => {
  const WISHES: readonly (readonly [header: string | undefined, locale: Locale])[] = [
    [undefined, "en"],
    ["", "en"],
    ["kk", "kk"],
    ["KK", "kk"],
    ["kk-KZ", "kk"],
    ["kk-Cyrl-KZ", "kk"],
    ["ru-RU,ru;q=0.9,en-US;q=0.8,en;q=0.7", "ru"],
    ["en;q=0.5, kk;q=0.8, ru;q=0.7", "kk"],
    ["en;q=0.1, ru;q=0.11", "ru"],
    ["ru, kk", "ru"],
    ["ru;q=0.5, kk;q=0.5", "ru"],
    ["de, fr;q=0.9", "en"],
    ["de, fr;q=0.9, ru;q=0.1", "ru"],
    ["de;q=1.0,kk;q=0.001", "kk"],
    ["ru;q=0, kk;q=0.1", "kk"],
    ["ru;q=0.000", "en"],
    ["kk ; q=0.2 , ru ; q=0.3", "ru"],
    ["kk;Q=0.2,ru;Q=0.3", "ru"],
    ["*", "en"],
    ["*;q=0.1, kk", "kk"],
    ["de, *;q=0.5", "en"],
    ["kk;q=0.3, *;q=0.5", "en"],
    ["*;q=0", "en"],
    [",,kk,", "kk"],
    ["kkk, ru", "ru"],
    ["k, ru", "ru"],
  ];
  test.for(WISHES)("%j is answered in %s", ([header, locale]) => {
    expect(negotiateLocale(header)).toBe(locale);
  });

  test("a wildcard stands for the languages that are not named beside it", () => {
    expect(["kk", "ru"]).toContain(negotiateLocale("en;q=0, *"));
    expect(["kk", "ru"]).toContain(negotiateLocale("en;q=0.1, *;q=0.5"));
  });

  test("the language that is wished for most is answered, in whatever order the wishes stand", () => {
    const weights = fc.uniqueArray(fc.integer({ min: 1, max: 1_000 }), { minLength: 3, maxLength: 3 });
    const orders = fc.shuffledSubarray([...LOCALES], { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(weights, orders, (thousandths, order) => {
        const wishes = order.map((locale, index) => ({ locale, weight: (thousandths[index] ?? 1) / 1_000 }));
        const header = wishes.map(({ locale, weight }) => `${locale};q=${weight.toFixed(3)}`).join(", ");
        const most = wishes.reduce((best, wish) => (wish.weight > best.weight ? wish : best));
        expect(negotiateLocale(header)).toBe(most.locale);
      }),
    );
  });

  test("no header makes it fail or take long", () => {
    const hostile = [
      ",".repeat(1_000_000),
      "kk;".repeat(300_000),
      `kk;q=${"0".repeat(1_000_000)}`,
      `kk;q=0.5${" ".repeat(1_000_000)}x`,
      "-".repeat(1_000_000),
      "*,".repeat(500_000),
      "__proto__, constructor;q=0.9, toString",
      "kk\u0000, ru\r\nX-Header: 1",
      "\ud800;q=NaN, ;q=, q=1, ;;;==",
      "kk;q=1e9, ru;q=-1, en;q=Infinity",
    ];
    // Of this process alone, whatever else the machine has to do. One that backtracks would take minutes.
    const start = process.cpuUsage();
    for (const header of hostile) expect(LOCALES).toContain(negotiateLocale(header));
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1_000).toBeLessThan(3_000);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (header) => {
        expect(LOCALES).toContain(negotiateLocale(header));
      }),
    );
  });
});
