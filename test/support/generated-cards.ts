import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { buildSchema, getNullableType, isInputObjectType, isListType, type GraphQLInputType } from "graphql";
import { expect } from "vitest";
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
import { dateInAlmaty, instant, MINUTE } from "../../src/domain/instant.js";
import { RULES } from "../../src/domain/rules.js";
import type { TestObject } from "./gateway.js";
import type { Answer } from "./person.js";
import { AT, type Sender } from "./generated-runs.js";
import { PLAIN_FIELDS } from "../../src/domain/card-form.js";

export const NOW = Date.parse(AT);

const schema = buildSchema(readFileSync(new URL("../../schema/gateway.graphql", import.meta.url), "utf8"));

export type Submitted = SubmitIncidentCardMutation["submitIncidentCard"];

/** Sends an input as it is; what is no JSON of the schema's shape included. */
export async function sends(
  { soc }: Sender,
  input: unknown,
): Promise<Answer<{ submitIncidentCard: Submitted }> & { status: number }> {
  return soc.asks(SubmitIncidentCardDocument, { input } as never);
}

// What is sent.

/** Characters that must survive: every script, both forms of accents, tabs and lines, right-to-left marks, emoji. */
export const character = fc.oneof(
  fc.constantFrom(
    ..."aZ0 \t\n",
    "\r\n",
    "\r",
    "é",
    "e\u0301",
    "й",
    "и\u0306",
    "қ",
    "Ә",
    "ﬁ",
    "Å",
    "\u212B",
    "가",
    "\u1100\u1161",
  ),
  fc.constantFrom(
    "\u202E",
    "\u200F",
    "\u2066",
    "\u200B",
    "\uFEFF",
    "\u2028",
    "\u00A0",
    "\uFFFD",
    "\u{10FFFF}",
    "🔥",
    "👩‍👩‍👧",
    '"',
    "\\",
    "<",
    "$",
    "'",
  ),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
);

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
export function spelling(at: number, { offset: wanted, digits, isLower }: Spelling): string {
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
export const spellings = fc.record({
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
export function goodCard(object: TestObject): fc.Arbitrary<IncidentCardInput> {
  return fc
    .record({
      times: moments,
      form: spellings,
      registeredOn: fc.constantFrom("2024-02-29", "2026-02-28", "2026-03-01"),
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
        registeredOn: [card.registeredOn, dateInAlmaty(instant(times.occurredAt))].toSorted().at(-1) ?? "",
        occurredAt: spelling(times.occurredAt, form),
        confirmedAt: spelling(times.confirmedAt, form),
        // Coverage began long ago, but not before everything.
        affectedObjects: [
          isRegistered && times.confirmedAt > NOW - 900 * 60 * MINUTE ? { objectId: object.id } : { description },
        ],
      };
    });
}

// What must come of it, written down here again from the contract.

/** A text as it is kept. */
export function canonical(text: string): string {
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

/** An instant as it is kept. */
export function utc(text: string): string {
  return new Date(text.toUpperCase().replace(/(\.\d{3})\d+/, "$1")).toISOString();
}

/** An instant that is a millisecond away. */
export function nextTo(text: string): string {
  const at = Date.parse(utc(text));
  return new Date(at % 2 === 0 ? at + 1 : at - 1).toISOString();
}

/** The fields that are kept as what they hold. */
function plainlyKept(card: IncidentCardInput): object {
  const kept = PLAIN_FIELDS.map(([field, { kind }]) => {
    const given: unknown = card[field] ?? null;
    if (typeof given !== "string") return [field, given];
    return [field, kind === "instant" ? utc(given) : kind.endsWith("text") ? canonical(given) : given];
  });
  return Object.fromEntries(kept) as object;
}

export function contentHash(card: IncidentCardInput): string {
  const [{ objectId = null, description = null } = {}] = card.affectedObjects;
  // The opaque id names the type and the id of the row: `ProtectedObject:018f…`.
  const inner = typeof objectId === "string" ? Buffer.from(objectId, "base64url").toString().split(":")[1] : null;
  const content = {
    act: "card.submit",
    notifications: [],
    card: {
      ...plainlyKept(card),
      affectedObjects: [
        { objectId: inner, description: typeof description === "string" ? canonical(description) : null },
      ],
      indicators: card.indicators.map(({ type, value }) => ({ type, value: canonical(value) })),
    },
  };
  return createHash("sha256").update(spelled(content)).digest("hex");
}

/** What a reader sees of a card that was sent. */
function readable(card: IncidentCardInput, object: TestObject) {
  const { affectedObjects, indicators } = card;
  const [{ objectId = null, description = null } = {}] = affectedObjects;
  return {
    ...plainlyKept(card),
    revision: 1,
    receivedAt: AT,
    affectedObjects: [
      {
        object: typeof objectId === "string" ? { id: object.id, code: object.code, name: object.code } : null,
        code: typeof objectId === "string" ? object.code : null,
        kinds: null,
        ownerName: null,
        description: typeof description === "string" ? canonical(description) : null,
      },
    ],
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
export async function expectKept(
  { soc, object }: Sender,
  card: IncidentCardInput,
  submissionKey: string,
  answer: Submitted,
): Promise<void> {
  if (answer.__typename !== "CardAccepted") throw new Error(`rejected: ${JSON.stringify(answer.violations)}`);
  expect(answer.receipt).toMatchObject({ submissionKey, receivedAt: AT, contentHash: contentHash(card) });
  expect(withoutId(answer.card)).toEqual(readable(card, object));
  const { incident } = await soc.gets(IncidentDocument, { number: answer.incident.number });
  expect(incident?.cardRevisions).toEqual([answer.card]);
  const again = await soc.gets(SubmitIncidentCardDocument, { input: { submissionKey, card } });
  expect(again.submitIncidentCard).toEqual(answer);
}

const CODES = ["BAD_USER_INPUT", "BAD_REQUEST", "NOT_FOUND", "CONFLICT"];

/** Neither a fault of ours nor a refusal that does not say what it is about. */
export function expectJudged({
  status,
  data,
  errors,
}: Answer<{ submitIncidentCard: Submitted }> & { status: number }): void {
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
