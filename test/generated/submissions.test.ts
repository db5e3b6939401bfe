import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { buildSchema, getNullableType, isInputObjectType, isListType, type GraphQLInputType } from "graphql";
import { createClient, type Client } from "graphql-ws";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import WebSocket from "ws";
import {
  IncidentDocument,
  SubmitIncidentCardDocument,
  type CardRevisionFragment,
  type IncidentCardInput,
  type SubmitIncidentCardMutation,
} from "../../schema/operations.generated.js";
import {
  CONSEQUENCES,
  INCIDENT_SCALES,
  INCIDENT_SIGNS,
  INCIDENT_TYPES,
  NETWORK_CONTOURS,
  RECURRENCES,
  SEVERITIES,
} from "../../src/domain/incident-card.js";
import { normalIndicator, type IndicatorType } from "../../src/domain/indicator.js";
import { instant, MINUTE } from "../../src/domain/instant.js";
import { RULES } from "../../src/domain/rules.js";
import {
  startGateway,
  unique,
  type Answer,
  type Person,
  type TestGateway,
  type TestObject,
} from "../support/gateway.js";
import { cardInput } from "../support/inputs.js";

/** What fast-check finds it prints with the seed and the path that repeat it: `fc.assert(…, { seed, path })`. */
const SCALE = Math.max(1, Number(process.env["DABYL_GENERATED"] ?? 5_000) / 5_000);
const RUNS = { numRuns: 60 * SCALE };
const MANY_RUNS = { numRuns: 250 * SCALE };
const PATIENCE = { timeout: 300_000 * SCALE };
const AT = "2026-03-01T10:00:00.000Z";
const NOW = Date.parse(AT);

const schema = buildSchema(readFileSync(new URL("../../schema/gateway.graphql", import.meta.url), "utf8"));

let world: TestGateway;
let soc: Person;
let object: TestObject;
let socket: Client;
beforeAll(async () => {
  world = await startGateway({ at: AT, settings: { COST_AT_ONCE: "1000000000000" } });
  object = await world.protectedObject();
  soc = await world.soc({ covering: [object] });
  socket = createClient({
    url: `${world.url.replace(/^http/, "ws")}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${soc.token}` },
    lazyCloseTimeout: 3_600_000,
    retryAttempts: 0,
  });
});
afterAll(async () => {
  await socket.dispose();
  await world[Symbol.asyncDispose]();
});

type Submitted = SubmitIncidentCardMutation["submitIncidentCard"];

/** Sends an input as it is; what is no JSON of the schema's shape included. */
async function sends(input: unknown): Promise<Answer<{ submitIncidentCard: Submitted }> & { status: number }> {
  return soc.asks(SubmitIncidentCardDocument, { input } as never);
}

// What is sent.

/** Characters that must survive: every script, both forms of accents, tabs and lines, right-to-left marks, emoji. */
const character = fc.oneof(
  fc.constantFrom(..."aZ0 \t\n", "\r\n", "\r", "é", "e\u0301", "й", "и\u0306", "қ", "Ә", "ﬁ", "Å", "\u212B", "가", "\u1100\u1161"),
  fc.constantFrom("\u202E", "\u200F", "\u2066", "\u200B", "\uFEFF", "\u2028", "\u00A0", "\uFFFF", "\u{10FFFF}", "🔥", "👩‍👩‍👧", "\"", "\\", "<", "$", "'"),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
); // prettier-ignore

/** A text that F1 to F3 let pass. */
const goodText = fc
  .array(character, { maxLength: 60 })
  .map((characters) => `x${characters.join("")}`)
  .filter((text) => text.isWellFormed() && !/(?![\t\n\r])\p{Cc}|\p{M}{31}/u.test(text));

const octet = fc.integer({ min: 0, max: 255 });
const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const name = fc
  .tuple(fc.array(label, { minLength: 1, maxLength: 3 }), fc.constantFrom("kz", "қаз", "example", "XYZ"))
  .map(([labels, top]) => [...labels, top].join("."));
const defanged = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(text, fc.constantFrom(".", "[.]", "(.)", "[dot]", "{.}")).map(([value, dot]) => value.replaceAll(".", dot));
const hex = (digits: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(..."0123456789abcdefABCDEF"), { minLength: digits, maxLength: digits })
    .map((all) => all.join(""));
const ipv4 = fc.tuple(octet, octet, octet, octet).map((octets) => octets.join("."));

const VALUES: Readonly<Record<IndicatorType, fc.Arbitrary<string>>> = {
  IPV4: defanged(ipv4),
  IPV6: fc.oneof(
    fc.ipV6(),
    fc.ipV6().map((text) => text.toUpperCase()),
  ),
  CIDR: fc.tuple(ipv4, fc.integer({ min: 0, max: 32 })).map(([address, prefix]) => `${address}/${prefix}`),
  DOMAIN: defanged(name),
  URL: fc.tuple(fc.constantFrom("http", "hxxps", "FTP"), name, fc.webPath()).map(([scheme, host, path]) => `${scheme}://${host}${path}`), // prettier-ignore
  URL_PATH: fc.tuple(name, fc.webPath()).map(([host, path]) => `${host}/${path}`),
  HOST_PORT: fc.tuple(defanged(name), fc.integer({ min: 1, max: 65_535 })).map(([host, port]) => `${host}:${port}`),
  EMAIL: fc.tuple(label, name).map(([local, host]) => `${local}@${host}`),
  MD5: hex(32),
  SHA1: hex(40),
  SHA256: hex(64),
  SHA512: hex(128),
  IMPHASH: hex(32),
  JA3: hex(32),
  FILE_PATH: fc.tuple(fc.constantFrom("C:\\", "%TEMP%\\", "/tmp/"), label, label).map((parts) => parts.join("")),
  REGISTRY_KEY: fc.tuple(fc.constantFrom("HKLM\\", "HKEY_CURRENT_USER\\"), label).map((parts) => parts.join("")),
  MUTEX: fc.tuple(fc.constantFrom("", "Global\\", "Local\\"), label).map((parts) => parts.join("")),
  USER_AGENT: label.map((product) => `${product}/1.0 (X11; Linux)`),
  WALLET: fc.tuple(fc.constant("0x"), hex(40)).map((parts) => parts.join("").toLowerCase()),
  ASN: fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((number) => `as${number}`),
  FILE_NAME: fc.tuple(label, label).map(([stem, ending]) => `${stem}.${ending}`),
  CVE: fc.tuple(fc.constantFrom("CVE", "cve"), fc.integer({ min: 1999, max: 2026 }), fc.integer({ min: 1_000, max: 99_999 })).map((parts) => parts.join("-")), // prettier-ignore
  OTHER: fc.stringMatching(/^[!-~]{1,30}$/),
};
const indicator = fc
  .constantFrom(...(Object.keys(VALUES) as IndicatorType[]))
  .chain((type) => VALUES[type].map((value) => ({ type, value })))
  .filter(({ type, value }) => normalIndicator(type, value).ok);

/** One of the spellings of an instant that RFC 3339 permits. */
function spelling(at: number, { offset: wanted, digits, isLower }: Spelling): string {
  // No year before 1970 is read, whatever the offset makes of it.
  const offset = at < 1_440 * MINUTE ? 0 : wanted;
  const sign = offset < 0 ? "-" : "+";
  const two = (number: number): string => String(number).padStart(2, "0");
  const zone = `${sign}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  const [whole = "", fraction = ""] = new Date(at + offset * MINUTE).toISOString().slice(0, -1).split(".");
  const shortest = fraction.replace(/0+$/, "");
  const shown = shortest.padEnd(Math.max(digits, shortest.length), "0");
  const text = `${whole}${shown === "" ? "" : `.${shown}`}${offset === 0 && digits % 2 === 0 ? "Z" : zone}`;
  return isLower ? text.toLowerCase() : text;
}
interface Spelling {
  readonly offset: number;
  readonly digits: number;
  readonly isLower: boolean;
}
const spellings = fc.record({
  offset: fc.oneof(fc.constantFrom(0, 300, -1_439, 1_439), fc.integer({ min: -1_439, max: 1_439 })),
  digits: fc.integer({ min: 0, max: 9 }),
  isLower: fc.boolean(),
});

/** The moments of a card, from the first instant that there is to the allowance for clocks that differ. */
const moments = fc
  .tuple(
    fc.oneof(fc.integer({ min: 0, max: NOW }), fc.constantFrom(0, NOW, NOW + 2 * MINUTE)),
    fc.oneof(fc.integer({ min: 0, max: NOW }), fc.constantFrom(0, NOW)),
  )
  .map(([one, other]) => ({ occurredAt: Math.min(one, other), confirmedAt: Math.max(one, other) }));

/** A card that breaks no rule. */
const goodCard = fc
  .record({
    times: moments,
    form: spellings,
    registeredOn: fc.constantFrom("1970-01-01", "2024-02-29", "2026-02-28", "2026-03-01"),
    severity: fc.constantFrom(...SEVERITIES),
    type: fc.constantFrom(...INCIDENT_TYPES),
    scale: fc.constantFrom(...INCIDENT_SCALES),
    recurrence: fc.constantFrom(...RECURRENCES),
    indicators: fc.array(indicator, { maxLength: 8 }),
    sign: fc.constantFrom(...INCIDENT_SIGNS),
    contours: fc.shuffledSubarray([...NETWORK_CONTOURS], { minLength: 1 }),
    nature: goodText,
    consequences: fc.oneof(
      fc.constant(["NONE" as const]),
      fc.shuffledSubarray(CONSEQUENCES.filter((one) => one !== "NONE"), { minLength: 1 }), // prettier-ignore
    ),
    isRegistered: fc.boolean(),
    description: goodText,
    measures: goodText,
    note: fc.option(fc.oneof(goodText, fc.constant(""))),
  })
  .map(({ times, form, isRegistered, description, ...card }): IncidentCardInput => {
    return {
      ...card,
      occurredAt: spelling(times.occurredAt, form),
      confirmedAt: spelling(times.confirmedAt, form),
      // Coverage began long ago, but not before everything.
      affectedObject:
        isRegistered && times.confirmedAt > NOW - 900 * 60 * MINUTE ? { objectId: object.id } : { description },
    };
  });

// What must come of it, written down here again from the contract.

function canonical(text: string): string {
  return text.replace(/\r\n?/g, "\n").normalize("NFC");
}

/** RFC 8785 of what has no numbers and no nulls but those left out. */
function spelled(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(spelled).join(",")}]`;
  const members = value as Record<string, unknown>;
  const names = Object.keys(members).filter((member) => members[member] !== null && members[member] !== undefined);
  return `{${names
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((member) => `${JSON.stringify(member)}:${spelled(members[member])}`)
    .join(",")}}`;
}

function utc(text: string): string {
  return new Date(text.toUpperCase().replace(/(\.\d{3})\d+/, "$1")).toISOString();
}

/** An instant that is a millisecond away. */
function nextTo(text: string): string {
  const at = Date.parse(utc(text));
  return new Date(at % 2 === 0 ? at + 1 : at - 1).toISOString();
}

function contentHash(card: IncidentCardInput): string {
  const { objectId, description } = card.affectedObject;
  // The opaque id names the type and the id of the row: `ProtectedObject:018f…`.
  const inner = typeof objectId === "string" ? Buffer.from(objectId, "base64url").toString().split(":")[1] : null;
  const content = {
    act: "card.submit",
    card: {
      ...card,
      occurredAt: utc(card.occurredAt),
      confirmedAt: utc(card.confirmedAt),
      nature: canonical(card.nature),
      measures: canonical(card.measures),
      note: typeof card.note === "string" ? canonical(card.note) : null,
      affectedObject: { objectId: inner, description: typeof description === "string" ? canonical(description) : null },
      indicators: card.indicators.map(({ type, value }) => ({ type, value: canonical(value) })),
    },
  };
  return createHash("sha256").update(spelled(content)).digest("hex");
}

/** What a reader sees of a card that was sent. */
function readable(card: IncidentCardInput) {
  const { affectedObject, indicators, nature, measures, note, occurredAt, confirmedAt, ...reported } = card;
  const { objectId, description } = affectedObject;
  return {
    ...reported,
    revision: 1,
    receivedAt: AT,
    occurredAt: utc(occurredAt),
    confirmedAt: utc(confirmedAt),
    nature: canonical(nature),
    measures: canonical(measures),
    note: typeof note === "string" ? canonical(note) : null,
    affectedObject: {
      object: typeof objectId === "string" ? { id: object.id, code: object.code, name: object.code } : null,
      description: typeof description === "string" ? canonical(description) : null,
    },
    indicators: indicators.map(({ type, value }) => {
      const normal = normalIndicator(type, canonical(value));
      return { type, submitted: canonical(value), value: normal.ok ? normal.value : "none" };
    }),
  };
}

function withoutId({ id: _, ...card }: CardRevisionFragment): object {
  return card;
}

/** The acceptance was recorded as it was answered: read again, proven by its hash, the same for the same key. */
async function expectKept(card: IncidentCardInput, submissionKey: string, answer: Submitted): Promise<void> {
  if (answer.__typename !== "CardAccepted") throw new Error(`rejected: ${JSON.stringify(answer.violations)}`);
  expect(answer.receipt).toMatchObject({ submissionKey, receivedAt: AT, contentHash: contentHash(card) });
  expect(withoutId(answer.card)).toEqual(readable(card));
  const { incident } = await soc.gets(IncidentDocument, { number: answer.incident.number });
  expect(incident?.cardRevisions).toEqual([answer.card]);
  const again = await soc.gets(SubmitIncidentCardDocument, { input: { submissionKey, card } });
  expect(again.submitIncidentCard).toEqual(answer);
}

const CODES = ["BAD_USER_INPUT", "BAD_REQUEST", "NOT_FOUND", "CONFLICT"];

/** Neither a fault of ours nor a refusal that does not say what it is about. */
function expectJudged({ status, data, errors }: Answer<{ submitIncidentCard: Submitted }> & { status: number }): void {
  expect(status, JSON.stringify(errors)).toBeLessThan(500);
  for (const { extensions, message } of errors ?? []) {
    expect(CODES, message).toContain(extensions.code);
    if (extensions.code === "BAD_USER_INPUT") expectPath(extensions.path ?? [], extensions.path?.at(-1));
  }
  const answer = data?.submitIncidentCard;
  if (!answer) expect(errors?.length).toBeGreaterThan(0);
  else if (answer.__typename === "SubmissionRejected") {
    expect(answer.violations.length).toBeGreaterThan(0);
    for (const { rule, path, message } of answer.violations) {
      expect(Object.keys(RULES)).toContain(rule);
      expect(message.length).toBeGreaterThan(10);
      expectPath(path);
    }
  }
}

/** The path leads from the argument `input` to a place that its type has. A field that is not known is its last step. */
function expectPath(path: readonly string[], unknown?: string): void {
  expect(path[0]).toBe("input");
  let type: GraphQLInputType | undefined = schema.getType("SubmitIncidentCardInput") as GraphQLInputType;
  for (const step of path.slice(1)) {
    let here: GraphQLInputType = getNullableType(type);
    // GraphQL takes one value for a list of one; its place has no number then.
    if (isListType(here) && !/^\d+$/.test(step)) here = getNullableType(here.ofType);
    if (isListType(here)) {
      type = here.ofType;
    } else if (isInputObjectType(here) && Object.hasOwn(here.getFields(), step)) {
      type = here.getFields()[step]?.type;
    } else {
      expect(step, `no such place: ${path.join(".")}`).toBe(unknown);
      return;
    }
    if (!type) return;
  }
}

describe("a card that breaks no rule", PATIENCE, () => {
  test("is accepted, readable again as it was sent, proven by its hash, and the same for the same key", async () => {
    await fc.assert(
      fc.asyncProperty(goodCard, async (card) => {
        const submissionKey = unique("good");
        const { submitIncidentCard } = await soc.gets(SubmitIncidentCardDocument, { input: { submissionKey, card } });
        await expectKept(card, submissionKey, submitIncidentCard);
      }),
      RUNS,
    );
  });

  test("is the same card in another spelling: order of names, null for absent, accents, line ends, offsets", async () => {
    const decomposed = (text: string): string => text.normalize("NFD").replace(/\n/g, "\r\n");
    await fc.assert(
      fc.asyncProperty(goodCard, spellings, async (card, other) => {
        const submissionKey = unique("respelt");
        const first = await soc.gets(SubmitIncidentCardDocument, { input: { submissionKey, card } });
        const respelt = {
          ...card,
          occurredAt: spelling(Date.parse(utc(card.occurredAt)), other),
          confirmedAt: spelling(Date.parse(utc(card.confirmedAt)), other),
          nature: decomposed(canonical(card.nature)),
          measures: decomposed(canonical(card.measures)),
          note: typeof card.note === "string" ? decomposed(canonical(card.note)) : undefined,
          affectedObject:
            typeof card.affectedObject.objectId === "string"
              ? { description: null, objectId: card.affectedObject.objectId }
              : { description: decomposed(canonical(card.affectedObject.description ?? "")), objectId: null },
        };
        // Marks that stack up only when taken apart are another text, which F3 refuses.
        fc.pre(!/\p{M}{31}/u.test(JSON.stringify(respelt)));
        const turned = Object.fromEntries(Object.entries(respelt).reverse()) as IncidentCardInput;
        const again = await soc.gets(SubmitIncidentCardDocument, { input: { card: turned, submissionKey } });
        expect(again.submitIncidentCard).toEqual(first.submitIncidentCard);
      }),
      RUNS,
    );
  });

  const CHANGES: Readonly<Record<string, (card: IncidentCardInput) => Partial<IncidentCardInput>>> = {
    "another level": ({ severity }) => ({ severity: severity === "HIGH" ? "LOW" : "HIGH" }),
    "another scale": ({ scale }) => ({ scale: scale === "MASS" ? "INDIVIDUAL" : "MASS" }),
    "another date": ({ registeredOn }) => ({
      registeredOn: registeredOn === "2026-02-01" ? "2026-02-02" : "2026-02-01",
    }),
    "a millisecond": ({ confirmedAt }) => ({ confirmedAt: nextTo(confirmedAt) }),
    "a letter": ({ nature }) => ({ nature: `${nature}.` }),
    "a space at the end": ({ measures }) => ({ measures: `${measures} ` }),
    "a mark that nobody sees": ({ nature }) => ({ nature: `${nature}\u200B` }),
    "a letter in its compatible form": ({ nature }) => ({ nature: `${nature}ﬁ` }),
    "a note": ({ note }) => ({ note: typeof note === "string" ? null : "" }),
    "another description": ({ affectedObject: { description } }) => ({
      affectedObject: { description: `${description ?? ""}!` },
    }),
    "an indicator more": ({ indicators }) => ({ indicators: [...indicators, { type: "OTHER", value: "more" }] }),
    "another order": ({ contours }) => ({
      contours: contours.length > 1 ? [...contours].reverse() : ["INTERNAL", "EXTERNAL"],
    }),
    "another spelling of an indicator": ({ indicators }) => ({
      indicators: indicators.length > 0 ? indicators.map(({ type, value }) => ({ type, value: ` ${value}` })) : [{ type: "OTHER", value: "x" }], // prettier-ignore
    }),
  };

  test("is another card with any other change, and its key is taken", async () => {
    await fc.assert(
      fc.asyncProperty(goodCard, fc.constantFrom(...Object.keys(CHANGES)), async (card, change) => {
        const submissionKey = unique("changed");
        const first = await soc.gets(SubmitIncidentCardDocument, { input: { submissionKey, card } });
        expect(first.submitIncidentCard.__typename).toBe("CardAccepted");
        const changed = { ...card, ...CHANGES[change]?.(card) };
        expect(contentHash(changed)).not.toBe(contentHash(card));
        const { errors } = await sends({ submissionKey, card: changed });
        expect(errors, change).toMatchObject([{ extensions: { code: "CONFLICT", path: ["input", "submissionKey"] } }]);
      }),
      RUNS,
    );
  });
});

describe("a card that breaks rules", PATIENCE, () => {
  /** One fault each: what it changes, and what must be said about it. */
  const FAULTS: Readonly<Record<string, readonly [change: (card: IncidentCardInput) => Partial<IncidentCardInput>, rule: string, path: string]>> = {
    "nothing to see": [() => ({ nature: "\u200B \u2066\n" }), "F1", "nature"],
    "too long": [() => ({ measures: "𝒳".repeat(20_001) }), "F2", "measures"],
    "a bell": [({ nature }) => ({ nature: `${nature}\u0007` }), "F3", "nature"],
    "a NUL in a note": [() => ({ note: "\u0000" }), "F3", "note"],
    "half a pair": [({ measures }) => ({ measures: `${measures}\uDC00` }), "F3", "measures"],
    "stacked marks": [() => ({ note: `a${"\u0301".repeat(31)}` }), "F3", "note"],
    "no contour": [() => ({ contours: [] }), "F4", "contours"],
    "a consequence twice": [() => ({ consequences: ["INTEGRITY", "INTEGRITY"] }), "F4", "consequences"],
    "none and some": [() => ({ consequences: ["INTEGRITY", "NONE"] }), "F5", "consequences"],
    "both": [() => ({ affectedObject: { objectId: "x", description: "y" } }), "F6", "affectedObject"],
    "nobody's object": [() => ({ affectedObject: { objectId: "__proto__" } }), "F7", "affectedObject.objectId"],
    "confirmed tomorrow": [() => ({ confirmedAt: "9999-12-31T23:59:59.999Z" }), "L3", "confirmedAt"],
    "occurred after all": [() => ({ occurredAt: "2026-03-01T15:02:00.001+05:00" }), "F11", "occurredAt"],
    "registered in the last year": [() => ({ registeredOn: "9999-12-31" }), "F11", "registeredOn"],
    "an indicator in front that is none": [({ indicators }) => ({ indicators: [{ type: "MD5", value: "x" }, ...indicators] }), "F8", "indicators.0.value"],
    "too many": [() => ({ indicators: Array.from({ length: 10_001 }, () => ({ type: "OTHER" as const, value: "x" })) }), "F9", "indicators"],
  }; // prettier-ignore

  test("is refused for each of them, by rule and path", async () => {
    const names = fc.uniqueArray(fc.constantFrom(...Object.keys(FAULTS)), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(goodCard, names, async (good, faults) => {
        // Of two faults in one field the later one is left.
        const broken = new Map(
          faults.flatMap((fault) => (FAULTS[fault] ? [[FAULTS[fault][2].split(".")[0], FAULTS[fault]]] : [])),
        );
        const card = Object.assign(
          {},
          good,
          ...[...broken.values()].map(([change]) => change(good)),
        ) as IncidentCardInput;
        const answer = await sends({ submissionKey: unique("broken"), card });
        expectJudged(answer);
        const rejected = answer.data?.submitIncidentCard;
        if (rejected?.__typename !== "SubmissionRejected") throw new Error(`accepted: ${JSON.stringify(answer)}`);
        const reported = rejected.violations.map(({ rule, path }) => `${rule} ${path.join(".")}`);
        for (const [, rule, path] of broken.values()) expect(reported).toContain(`${rule} input.card.${path}`);
      }),
      RUNS,
    );
  });
});

describe("a hostile submission", PATIENCE, () => {
  const strangeName = fc.constantFrom("__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "", "card", "0", "\u0000", "length", "then", "toJSON"); // prettier-ignore
  const strangeText = fc.oneof(
    fc.constantFrom("", "\u0000", "\uD800", "\uDFFF\uD800", "\u202E", "NaN", "null", "0x10", "-1", "1e999", "{{7*7}}", "';--", "\\u0000", "${x}"),
    fc.constantFrom("HIGH", "High", "RANSOMWARE", "2026-02-30", "0000-00-00", "2026-03-01", "1969-12-31T23:59:59Z", "9999-12-31T23:59:59.999-23:59", "2026-03-01T10:00:00"),
    fc.string({ unit: "binary", maxLength: 50 }),
    fc.tuple(character, fc.constantFrom(3_000, 20_001, 60_000)).map(([unit, count]) => unit.repeat(count)),
    fc.constantFrom("e\u0301".repeat(5_000), `a${"\u0327\u0301".repeat(20_000)}`, "\u0344".repeat(10_000)),
  ); // prettier-ignore
  const strange: fc.Arbitrary<unknown> = fc.oneof(
    { weight: 3, arbitrary: strangeText },
    fc.constantFrom<unknown>(null, true, 0, -0, 1.5, 1e308, 2 ** 53, -(2 ** 31), [], {}, [[]], [null], [[[[]]]], {
      type: "IPV4",
    }),
    fc.array(strangeText, { maxLength: 4 }),
    fc.dictionary(strangeName, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 }),
    fc.integer({ min: 1_000, max: 12_000 }).map((count) => Array.from({ length: count }, (_, index) => ({ type: "IPV4", value: `10.0.${index >> 8}.${index & 255}` }))), // prettier-ignore
    fc.constant(Array.from({ length: 3_000 }, () => ({}))),
  );
  const fields = Object.keys(cardInput(instant(NOW))).map((field) => `card.${field}`);
  const places = fc.oneof(
    fc.constantFrom("submissionKey", "incidentId", "card", "card.note", ...fields),
    fc.constantFrom("card.affectedObject.objectId", "card.affectedObject.description", "card.contours.0"),
    fc.constantFrom("card.indicators.0", "card.indicators.0.type", "card.indicators.0.value"),
    fc.constantFrom("__proto__", "constructor", "card.__proto__", "card.constructor.prototype", "card.toString"),
    fc.constantFrom("card.affectedObject.__proto__", "card.indicators.__proto__"),
  );

  /** The same JSON with something else at one place; also where a name would mean something to JavaScript. */
  function withAt(whole: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
    if (step === undefined) return value;
    const copy: object = Array.isArray(whole) ? [...(whole as unknown[])] : { ...(whole as object) };
    const inner: unknown = Object.hasOwn(copy, step) ? (copy as Record<string, unknown>)[step] : {};
    return Object.defineProperty(copy, step, {
      value: withAt(inner, rest, value),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }

  test("is judged: never an error of ours, every path leads to a place, and what is accepted was kept", async () => {
    const changes = fc.array(fc.tuple(places, strange), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(goodCard, changes, async (card, changed) => {
        const input = changed.reduce<unknown>((sum, [place, value]) => withAt(sum, place.split("."), value), {
          submissionKey: unique("hostile"),
          card,
        });
        const answer = await sends(input);
        expectJudged(answer);
        const accepted = answer.data?.submitIncidentCard;
        if (accepted?.__typename !== "CardAccepted") return;
        // GraphQL takes one value for a list of one.
        const sent = input as { submissionKey: string; card: IncidentCardInput };
        const { contours, consequences, indicators } = sent.card;
        const whole = {
          ...sent.card,
          contours: [contours].flat(),
          consequences: [consequences].flat(),
          indicators: [indicators].flat(),
        };
        await expectKept(whole, sent.submissionKey, accepted);
      }),
      MANY_RUNS,
    );
  });

  test("may be nested as deep as a body can hold", async () => {
    for (const field of ["severity", "nature", "indicators", "affectedObject", "registeredOn", "contours"])
      for (const [open, close] of [
        ["[", "]"],
        ['{"a":', "}"],
      ] as const) {
        // prettier-ignore
        const deep = `${open.repeat(100_000)}1${close.repeat(100_000)}`;
        const query =
          "mutation Card($input: SubmitIncidentCardInput!) { submitIncidentCard(input: $input) { __typename } }";
        const body = JSON.stringify({ query, variables: { input: { submissionKey: "deep", card: { [field]: "@" } } } });
        const response = await fetch(`${world.url}/graphql`, {
          method: "POST",
          headers: { "content-type": "application/json", authorization: `Bearer ${soc.token}` },
          body: body.replace('"@"', deep),
        });
        expect(response.status, `${field} ${open}`).toBe(400);
        expect(await response.text()).toContain('"code":"BAD_');
      }
  });

  test("says whatever it likes to be and is something that its type can be", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 3, stringUnit: "binary" }), async (input) => {
        expectJudged(await sends(input));
      }),
      RUNS,
    );
  });
});

describe("a cursor", PATIENCE, () => {
  const base64 = (text: string): string => Buffer.from(text).toString("base64url");
  const uuid = "019ca8d7-2d00-7000-8000-000000000001";
  /** A text that some part of the way could take for an instant. */
  const strangeInstant = fc.oneof(
    fc.constantFrom("0000-01-01T00:00:00.000Z", "0001-01-01T00:00:00.000Z", "2026-02-30T00:00:00.000Z", "2026-02-28T24:00:00.000Z"),
    fc.constantFrom("9999-12-31T23:59:59.999Z", "2026-03-01T10:00:60.000Z", "infinity", "-infinity", "epoch", "now", "BC"),
    fc.tuple(fc.integer({ min: 0, max: 9_999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }), fc.integer({ min: 0, max: 24 })).map(
      ([year, month, day, hour]) => `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}T${String(hour).padStart(2, "0")}:00:00.000Z`,
    ),
  ); // prettier-ignore
  const part = fc.oneof(strangeInstant, fc.constantFrom(uuid, uuid.toUpperCase(), "'", "x".repeat(200), "\u0000", ""), fc.jsonValue({ maxDepth: 1 })); // prettier-ignore
  const listCursor = fc.oneof(
    fc.tuple(strangeInstant, fc.constant(uuid)).map((parts) => base64(JSON.stringify(["incidents", "desc", ...parts]))),
    fc.array(part, { maxLength: 3 }).map((parts) => base64(JSON.stringify(parts))),
    fc.jsonValue({ maxDepth: 2 }).map((value) => base64(JSON.stringify(value))),
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.constantFrom("", "=", "[]", "\u0000", base64("[".repeat(20_000)), "A".repeat(100_000)),
  );
  const LISTS = ["incidents", "socs", "protectedObjects"] as const;

  /** A real cursor with one character changed, added or gone. */
  const mutated = (cursor: string): fc.Arbitrary<string> =>
    fc
      .tuple(fc.nat(cursor.length), fc.nat(1), fc.string({ maxLength: 2 }))
      .map(([at, gone, by]) => cursor.slice(0, at) + by + cursor.slice(at + gone));

  test("of a list is a page or a specific refusal", async () => {
    await soc.sendsReport();
    const { incidents } = await soc.gets<{ incidents: { edges: { cursor: string }[] } }, object>("{ incidents { edges { cursor } } }"); // prettier-ignore
    const real = incidents.edges[0]?.cursor ?? "";
    const asked = fc.tuple(
      fc.oneof(listCursor, mutated(real)),
      fc.constantFrom(...LISTS),
      fc.constantFrom("after", "before"),
    );
    await fc.assert(
      fc.asyncProperty(asked, async ([cursor, list, argument]) => {
        const query = `query Page($cursor: String) { ${list}(first: 3, ${argument}: $cursor) { nodes { id } pageInfo { endCursor } } }`;
        const { status, data, errors } = await soc.asks<Record<string, { nodes: unknown[] }>, object>(query, {
          cursor,
        });
        expect(status).toBeLessThan(500);
        if (data) expect(data[list]?.nodes).toBeInstanceOf(Array);
        else expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", path: [argument] } }]);
      }),
      {
        ...MANY_RUNS,
        // What JavaScript takes for a day and PostgreSQL does not.
        examples: ["0000-01-01", "2026-02-30"].map((day) => [
          [base64(JSON.stringify(["incidents", "desc", `${day}T00:00:00.000Z`, uuid])), "incidents", "after"],
        ]),
      },
    );
  });

  test("of the feed is followed or specifically refused, and the socket stays open", async () => {
    const positions = fc.oneof(
      fc.bigInt({ min: -(2n ** 66n), max: 2n ** 66n }).map((position) => base64(`feed:${position}`)),
      fc
        .constantFrom("feed:", "feed:00", "feed:1e3", "feed:0x1", "feed:9007199254740993", "list:1", "feed:1 ")
        .map(base64),
      mutated(base64("feed:3")),
      fc.string({ unit: "binary", maxLength: 40 }),
    );
    let closed = 0;
    socket.on("closed", () => (closed += 1));
    const asks = async (query: string, variables: Record<string, unknown>): Promise<string[]> => {
      const codes: string[] = [];
      const leave = socket.subscribe(
        { query, variables },
        {
          next: ({ errors }) => codes.push(...(errors ?? []).map(codeOf)),
          error: (error) => codes.push(...(Array.isArray(error) ? error.map(codeOf) : [`closed: ${String(error)}`])),
          complete: () => undefined,
        },
      );
      // Messages of one socket are taken in order, so by this answer the feed was followed or refused.
      await new Promise<void>((resolve, reject) =>
        socket.subscribe({ query: "{ me { id } }" }, { next: () => undefined, error: reject, complete: resolve }),
      );
      leave();
      return codes;
    };
    await fc.assert(
      fc.asyncProperty(positions, async (after) => {
        const codes = await asks("subscription Feed($after: FeedCursor) { incidentFeed(after: $after) { cursor } }", {
          after,
        });
        for (const code of codes) expect(["BAD_USER_INPUT", "CURSOR_AHEAD", "CURSOR_EXPIRED"]).toContain(code);
        expect(closed).toBe(0);
      }),
      MANY_RUNS,
    );
  });
});

function codeOf({ extensions }: { readonly extensions?: Readonly<Record<string, unknown>> }): string {
  return String(extensions?.["code"]);
}
