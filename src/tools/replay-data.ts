import type { IncidentType, IndicatorDraft } from "../domain/incident-card.js";
import { instant, parseInstant, toIso, type Instant } from "../domain/instant.js";
import { isObservable, isStix, observedValue, valuesOf } from "./stix-values.js";

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

/** A value that no card can hold, and why: known from the start, not sent. */
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
  const parts: unknown[] = Array.isArray(content)
    ? content
    : Array.isArray(whole["objects"]) && whole["type"] === "bundle"
      ? whole["objects"]
      : [content];
  const objects = parts.map(membersOf);
  return isStix(whole) || objects.some(isStix) ? readIndicators(objects, source) : null;
}

/** https://www.cisa.gov/known-exploited-vulnerabilities-catalog: every `cveID` is an indicator. */
function readCatalogue(catalogue: Members, entries: readonly unknown[], source: string): ReplayData {
  const vulnerabilities = entries.map(membersOf);
  const published = instantOf(catalogue["dateReleased"]);
  const leftOut: LeftOut[] = [];
  const known = vulnerabilities.filter((vulnerability, index) => {
    if (typeof vulnerability["cveID"] === "string") return true;
    leftOut.push({ what: `entry ${index} of ${source}`, why: "it has no cveID" });
    return false;
  });
  const cards = inParts(known, CARD_SIZE).map((part): ReplayCard => {
    const [first = {}] = part;
    const added = instantOf(`${textOf(first["dateAdded"])}T00:00:00Z`);
    const confirmedAt = published ?? added ?? instant(0);
    return {
      type: "VULNERABILITY_EXPLOITATION",
      occurredAt: toIso(earliest([added ?? confirmedAt, confirmedAt])),
      confirmedAt: toIso(confirmedAt),
      nature: `${textOf(first["vulnerabilityName"])}. ${textOf(first["shortDescription"])}`,
      measures: textOf(first["requiredAction"]) || "None given in the catalogue.",
      note: `${textOf(catalogue["title"]) || source} ${textOf(catalogue["catalogVersion"])}`.trim(),
      indicators: part.map((vulnerability) => ({ type: "CVE", value: textOf(vulnerability["cveID"]) })),
    };
  });
  return { cards, leftOut };
}

/**
 * STIX 2.1, section 4.7: every value that an indicator's pattern is compared with. What was merely observed (section 6)
 * is left out: nobody says of it that it is a sign of compromise.
 */
function readIndicators(objects: readonly Members[], source: string): ReplayData {
  const indicators = objects.filter((object) => object["type"] === "indicator");
  const leftOut: LeftOut[] = objects
    .filter(isObservable)
    .map((object) => ({ what: observedValue(object), why: "it was observed, and no indicator's pattern names it" }));
  const values: IndicatorDraft[] = [];
  for (const object of indicators) {
    const found = valuesOf(object);
    leftOut.push(...found.leftOut);
    values.push(...found.values);
  }
  const [first = {}] = indicators;
  const moments = indicators
    .flatMap((object) => [object["valid_from"], object["created"], object["modified"]])
    .map(instantOf)
    .filter((moment) => moment !== null);
  const name = textOf(first["name"]);
  const description = textOf(first["description"]);
  const cards = inParts(values, CARD_SIZE).map((part): ReplayCard => {
    return {
      type: "VIRUS_ATTACK",
      occurredAt: toIso(earliest(moments)),
      confirmedAt: toIso(latest(moments)),
      nature: [name, description].filter((text) => text !== "").join(". ") || `Indicators of ${source}`,
      measures: "None given by the source.",
      note: source,
      indicators: part,
    };
  });
  return { cards, leftOut };
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
