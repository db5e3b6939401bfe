import type { IncidentType, IndicatorDraft } from "../domain/incident-card.js";
import type { IndicatorType } from "../domain/indicator.js";
import { instant, parseInstant, toIso, type Instant } from "../domain/instant.js";

/**
 * Published data as cards: what is read out of CISA's catalogue of known exploited vulnerabilities and out of STIX 2.1,
 * how it is split, and what is sent again once the gateway has refused some of it. Nothing here reads or sends.
 */

/** Indicators on one card: enough that a card is a real one, few enough that a refusal sends little again. */
const CARD_SIZE = 500;

/** What a source says, as far as a card can hold it. */
export interface ReplayCard {
  readonly type: IncidentType;
  readonly occurredAt: string;
  readonly confirmedAt: string;
  readonly nature: string;
  readonly measures: string;
  readonly note: string;
  readonly indicators: readonly IndicatorDraft[];
}

/** A value that no card can hold, and why: told from the start, not sent. */
export interface LeftOut {
  readonly what: string;
  readonly why: string;
}

export interface ReplayData {
  readonly cards: readonly ReplayCard[];
  readonly leftOut: readonly LeftOut[];
}

type Members = Readonly<Record<string, unknown>>;

/** The cards of one published file, by what it is: null where it is neither a catalogue nor STIX. */
export function readPublished(content: unknown, source: string): ReplayData | null {
  const whole = membersOf(content);
  if (Array.isArray(whole["vulnerabilities"])) return readCatalogue(whole, whole["vulnerabilities"], source);
  const objects = Array.isArray(content)
    ? (content as unknown[])
    : Array.isArray(whole["objects"])
      ? (whole["objects"] as unknown[])
      : [content];
  const indicators = objects.map(membersOf).filter((object) => object["type"] === "indicator");
  const isStix = objects.some((object) => typeof membersOf(object)["type"] === "string");
  return isStix ? readIndicators(indicators, source) : null;
}

/** https://www.cisa.gov/known-exploited-vulnerabilities-catalog: every `cveID` is an indicator. */
function readCatalogue(catalogue: Members, entries: readonly unknown[], source: string): ReplayData {
  const vulnerabilities = entries.map(membersOf);
  const released = instantOf(catalogue["dateReleased"]);
  const leftOut: LeftOut[] = [];
  const known = vulnerabilities.filter((vulnerability, index) => {
    if (typeof vulnerability["cveID"] === "string") return true;
    leftOut.push({ what: `entry ${index} of ${source}`, why: "it has no cveID" });
    return false;
  });
  const cards = inParts(known, CARD_SIZE).map((part): ReplayCard => {
    const [first = {}] = part;
    const added = instantOf(`${textOf(first["dateAdded"])}T00:00:00Z`);
    const confirmedAt = released ?? added ?? instant(0);
    return {
      type: "VULNERABILITY_EXPLOITATION",
      occurredAt: toIso(earliest([added ?? confirmedAt, confirmedAt])),
      confirmedAt: toIso(confirmedAt),
      nature: `${textOf(first["vulnerabilityName"])}. ${textOf(first["shortDescription"])}`,
      measures: textOf(first["requiredAction"]) || "None that the catalogue tells.",
      note: `${textOf(catalogue["title"]) || source} ${textOf(catalogue["catalogVersion"])}`.trim(),
      indicators: part.map((vulnerability) => ({ type: "CVE", value: textOf(vulnerability["cveID"]) })),
    };
  });
  return { cards, leftOut };
}

/** STIX 2.1, section 4.7: every value that an indicator's pattern is compared with. */
function readIndicators(objects: readonly Members[], source: string): ReplayData {
  const leftOut: LeftOut[] = [];
  const values: IndicatorDraft[] = [];
  for (const object of objects) {
    const pattern = textOf(object["pattern"]);
    const language = textOf(object["pattern_type"]) || "stix";
    if (language !== "stix") {
      leftOut.push({ what: pattern, why: `its language is ${language}` });
      continue;
    }
    try {
      for (const comparison of readPattern(pattern))
        if (comparison.isNegated) leftOut.push({ what: comparison.value, why: "the pattern holds without it" });
        else values.push({ type: indicatorTypeOf(comparison), value: comparison.value });
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      leftOut.push({ what: pattern, why: error.message });
    }
  }
  const [first = {}] = objects;
  const moments = objects
    .flatMap((object) => [object["valid_from"], object["created"], object["modified"]])
    .map(instantOf)
    .filter((moment) => moment !== null);
  const name = textOf(first["name"]);
  const description = textOf(first["description"]);
  const cards = inParts(values, CARD_SIZE).map((indicators): ReplayCard => {
    return {
      type: "VIRUS_ATTACK",
      occurredAt: toIso(earliest(moments)),
      confirmedAt: toIso(latest(moments)),
      nature: [name, description].filter((text) => text !== "").join(". ") || `Indicators of ${source}`,
      measures: "None that the source tells.",
      note: source,
      indicators,
    };
  });
  return { cards, leftOut };
}

/** A value of a pattern, and the object path that it is compared with: `["file", "hashes", "SHA-256"]`. */
export interface Comparison {
  readonly path: readonly string[];
  readonly operator: string;
  readonly value: string;
  readonly isNegated: boolean;
}

/** A pattern that does not follow STIX 2.1, section 9. */
export class PatternError extends Error {}

interface Token {
  readonly kind: "name" | "text" | "literal" | "sign" | "end";
  readonly text: string;
  readonly at: number;
}

const OPERATORS = new Set([
  "=",
  "==",
  "!=",
  "<>",
  "<",
  "<=",
  ">",
  ">=",
  "IN",
  "LIKE",
  "MATCHES",
  "ISSUBSET",
  "ISSUPERSET",
]);

/** The comparison expressions of a pattern, in its order; throws PatternError. */
export function readPattern(pattern: string): Comparison[] {
  const tokens = tokensOf(pattern);
  const comparisons: Comparison[] = [];
  let index = 0;
  const peek = (): Token => tokens[index] ?? { kind: "end", text: "", at: pattern.length };
  const take = (): Token => {
    const token = peek();
    index += 1;
    return token;
  };
  const fail = ({ text, at }: Token): never => {
    throw new PatternError(`the pattern cannot be read at character ${at}: ${text === "" ? "it ends" : text}`);
  };
  const takeSign = (sign: string): void => {
    const token = take();
    if (token.kind !== "sign" || token.text !== sign) fail(token);
  };
  const isNext = (...texts: string[]): boolean => peek().kind !== "text" && texts.includes(peek().text);

  /** `file:hashes.'SHA-256'`, `email-message:body_multipart[*].body_raw_ref.name`. */
  const takePath = (): string[] => {
    const type = take();
    if (type.kind !== "name") fail(type);
    const path = [type.text];
    takeSign(":");
    for (;;) {
      const step = take();
      if (step.kind !== "name" && step.kind !== "text") fail(step);
      path.push(step.text);
      while (isNext("[")) {
        take();
        const place = take();
        if (place.text !== "*" && !(place.kind === "literal" && /^-?\d+$/.test(place.text))) fail(place);
        takeSign("]");
      }
      if (!isNext(".")) return path;
      take();
    }
  };
  const takeConstant = (): string => {
    const token = take();
    const isConstant = token.kind === "text" || token.kind === "literal" || /^(true|false)$/i.test(token.text);
    return isConstant ? token.text : fail(token);
  };
  const takeConstants = (): string[] => {
    if (!isNext("(")) return [takeConstant()];
    take();
    if (isNext(")")) {
      take();
      return [];
    }
    const constants = [takeConstant()];
    while (isNext(",")) {
      take();
      constants.push(takeConstant());
    }
    takeSign(")");
    return constants;
  };
  const takeComparison = (): void => {
    if (isNext("(")) {
      take();
      takeComparisons();
      takeSign(")");
      return;
    }
    if (isNext("EXISTS", "NOT")) {
      const isNegated = take().text === "NOT";
      if (isNegated) takeSign("EXISTS");
      takePath();
      return;
    }
    const path = takePath();
    const isDenied = isNext("NOT");
    if (isDenied) take();
    const operator = take();
    if (operator.kind === "text" || !OPERATORS.has(operator.text)) fail(operator);
    const isNegated = isDenied !== ["!=", "<>"].includes(operator.text);
    const constants = operator.text === "IN" ? takeConstants() : [takeConstant()];
    for (const value of constants) comparisons.push({ path, operator: operator.text, value, isNegated });
  };
  const takeComparisons = (): void => {
    takeComparison();
    while (isNext("AND", "OR")) {
      take();
      takeComparison();
    }
  };

  let observations = 0;
  while (peek().kind !== "end") {
    // Between observations stand only AND, OR, FOLLOWEDBY, brackets and qualifiers of time, which compare nothing.
    if (!isNext("[")) {
      take();
      continue;
    }
    take();
    takeComparisons();
    takeSign("]");
    observations += 1;
  }
  return observations === 0 ? fail(peek()) : comparisons;
}

const SIGNS = ["!=", "<>", "<=", ">=", "==", "=", "<", ">", "[", "]", "(", ")", ":", ".", ",", "*"];

function tokensOf(pattern: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < pattern.length) {
    const rest = pattern.slice(at);
    const space = /^(?:\s+|\/\/[^\n]*|\/\*[^]*?\*\/)/.exec(rest)?.[0];
    if (space !== undefined) {
      at += space.length;
      continue;
    }
    const token = textAt(pattern, at) ?? wordAt(rest, at);
    if (!token) throw new PatternError(`the pattern cannot be read at character ${at}: ${rest.slice(0, 1)}`);
    tokens.push(token.token);
    at += token.length;
  }
  return tokens;
}

/** A constant in quotes, `'…'`, and those of instants, bytes and bits: `t'…'`, `b'…'`, `h'…'`. */
function textAt(pattern: string, start: number): { readonly token: Token; readonly length: number } | null {
  const isPrefixed = /[tbh]/.test(pattern.charAt(start)) && pattern.charAt(start + 1) === "'";
  const open = isPrefixed ? start + 1 : start;
  if (pattern.charAt(open) !== "'") return null;
  let text = "";
  for (let at = open + 1; at < pattern.length; at += 1) {
    const character = pattern.charAt(at);
    if (character === "'") {
      const kind = isPrefixed ? "literal" : "text";
      return { token: { kind, text, at: start }, length: at + 1 - start };
    }
    if (character === "\\") at += 1;
    text += pattern.charAt(at);
  }
  throw new PatternError(`the pattern cannot be read at character ${start}: a quotation mark is missing`);
}

function wordAt(rest: string, at: number): { readonly token: Token; readonly length: number } | null {
  const name = /^[A-Za-z_][\w-]*/.exec(rest)?.[0];
  if (name !== undefined) {
    const kind = OPERATORS.has(name) || ["AND", "OR", "NOT", "EXISTS"].includes(name) ? "sign" : "name";
    return { token: { kind, text: name, at }, length: name.length };
  }
  const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)/.exec(rest)?.[0];
  if (number !== undefined) return { token: { kind: "literal", text: number, at }, length: number.length };
  const sign = SIGNS.find((one) => rest.startsWith(one));
  return sign === undefined ? null : { token: { kind: "sign", text: sign, at }, length: sign.length };
}

const HASHES: Readonly<Record<string, IndicatorType>> = {
  MD5: "MD5",
  SHA1: "SHA1",
  SHA256: "SHA256",
  SHA512: "SHA512",
};

/** What a compared value is, by its object path; an expression that values are matched with is no value of its type. */
export function indicatorTypeOf({ path, operator, value }: Comparison): IndicatorType {
  if (operator === "LIKE" || operator === "MATCHES" || /^[<>]=?$/.test(operator)) return "OTHER";
  const [object = "", property = "", last = ""] = path;
  if (object === "file" && property === "hashes") return HASHES[last.toUpperCase().replaceAll("-", "")] ?? "OTHER";
  if (object === "email-message" && property === "from_ref" && last === "value") return "EMAIL";
  switch (`${object}:${path.slice(1).join(".")}`) {
    case "ipv4-addr:value":
      return value.includes("/") ? "CIDR" : "IPV4";
    case "ipv6-addr:value":
      return value.includes("/") ? "CIDR" : "IPV6";
    case "domain-name:value":
      return "DOMAIN";
    case "url:value":
      return "URL";
    case "email-addr:value":
      return "EMAIL";
    case "file:name":
      return "FILE_NAME";
    default:
      return "OTHER";
  }
}

interface ViolationTold {
  readonly rule: string;
  readonly path: readonly string[];
  readonly message: string;
}

/** What the gateway says to a card. A violation's path begins with `input`. */
export type Verdict =
  | {
      readonly isAccepted: true;
      readonly indicators: readonly { readonly submitted: string; readonly value: string }[];
    }
  | { readonly isAccepted: false; readonly violations: readonly ViolationTold[] };

/** One value that the gateway refused, in its words. */
export interface RefusedValue extends IndicatorDraft {
  readonly reason: string;
}

/** What became of the values that were sent. */
export interface Tally {
  readonly cards: number;
  readonly unchanged: number;
  /** Accepted, and brought to another spelling by which they are compared. */
  readonly respelt: number;
  readonly refused: readonly RefusedValue[];
  /** Reasons for which a whole card was refused: its values were neither accepted nor refused for themselves. */
  readonly unsent: readonly { readonly values: number; readonly reason: string }[];
}

/**
 * Sends every card. What a violation names by its path is taken out and the rest is sent again, until it is accepted or
 * nothing is left.
 */
export async function replayCards(
  cards: readonly ReplayCard[],
  submit: (card: ReplayCard) => Promise<Verdict>,
): Promise<Tally> {
  const refused: RefusedValue[] = [];
  const unsent: Tally["unsent"][number][] = [];
  const accepted: { readonly submitted: string; readonly value: string }[][] = [];
  for (const card of cards) {
    let { indicators } = card;
    while (indicators.length > 0) {
      const verdict = await submit({ ...card, indicators });
      if (verdict.isAccepted) {
        accepted.push([...verdict.indicators]);
        break;
      }
      const reasons = reasonsByIndex(verdict.violations);
      const left = indicators.filter((_, index) => !reasons.has(index));
      if (left.length === indicators.length) {
        const reason = verdict.violations.map(({ rule, message }) => `${rule}: ${message}`).join(" ");
        unsent.push({ values: indicators.length, reason });
        break;
      }
      for (const [index, reason] of reasons) {
        const indicator = indicators[index];
        if (indicator) refused.push({ ...indicator, reason });
      }
      indicators = left;
    }
  }
  const values = accepted.flat();
  const unchanged = values.filter(({ submitted, value }) => submitted === value).length;
  return { cards: accepted.length, unchanged, respelt: values.length - unchanged, refused, unsent };
}

/** What is said about each indicator: a path such as `input.card.indicators.3.value`. */
function reasonsByIndex(violations: readonly ViolationTold[]): Map<number, string> {
  const found = violations.flatMap(({ path, message }) => {
    const [input, part, list, index] = path;
    const isIndicator = input === "input" && part === "card" && list === "indicators" && index !== undefined;
    return isIndicator ? [[Number(index), message] as const] : [];
  });
  return new Map(found);
}

function inParts<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
}

function membersOf(value: unknown): Members {
  return typeof value === "object" && value !== null ? (value as Members) : {};
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function instantOf(value: unknown): Instant | null {
  return typeof value === "string" ? parseInstant(value) : null;
}

function earliest(moments: readonly Instant[]): Instant {
  return moments.reduce((one, other) => (one <= other ? one : other), moments[0] ?? instant(0));
}

function latest(moments: readonly Instant[]): Instant {
  return moments.reduce((one, other) => (one >= other ? one : other), moments[0] ?? instant(0));
}
