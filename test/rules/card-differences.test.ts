import fc from "fast-check";
import { expect, test } from "vitest";
import { differences, type Difference } from "../../src/domain/card-differences.js";
import { CARD_FIELDS, CARD_FORM, type FormField } from "../../src/domain/card-form.js";
import type { AffectedObject, IncidentCard, Indicator } from "../../src/domain/incident-card.js";
import type { ObjectKind } from "../../src/domain/parties.js";
import { spansBetween, type Span } from "../../src/domain/text-spans.js";

const words = fc.constantFrom("сервер", "файл", "192.0.2.7", "bad.example", "the", "a", "e\u0301", "🔥", "-", "...");
const space = fc.constantFrom(" ", "  ", "\n", "\t", ", ", ". ", "");
const text = fc.array(fc.tuple(words, space).map(([word, gap]) => word + gap), { maxLength: 30 }).map((all) => all.join("")); // prettier-ignore
const anyText = fc.oneof(text, fc.string({ unit: "grapheme" }));
const indicator = fc
  .record({
    type: fc.constantFrom("DOMAIN" as const, "OTHER" as const),
    value: fc.constantFrom("a.example", "b.example", "c.example"),
    dot: fc.constantFrom(".", "[.]"),
  })
  .map(({ type, value, dot }): Indicator => ({ type, value, submitted: value.replace(".", dot) }));
const kinds = fc.option(fc.subarray<ObjectKind>(["E_GOVERNMENT", "CRITICAL_INFRASTRUCTURE"]));
const described = fc
  .record({ description: fc.constantFrom("A mail server", "A boiler house"), kinds, ownerName: fc.option(text) })
  .map((said): AffectedObject => ({ objectId: null, code: null, ...said }));
const registered = fc
  .constantFrom("1", "2", "3")
  .map((id): AffectedObject => ({ objectId: id, code: `O-${id}`, description: null, kinds: null, ownerName: null }));

/** What a field of a kind may hold. */
function held(field: FormField): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case "date":
      return fc.constantFrom("2026-02-28", "2026-03-01");
    case "instant":
      return fc.constantFrom(1_772_000_000_000, 1_772_000_000_001);
    case "choice":
      return fc.constantFrom(...field.values);
    case "choices":
      return fc.shuffledSubarray([...field.values], { minLength: 1 });
    case "text":
      return anyText;
    case "optional text":
      return fc.option(anyText);
    case "indicators":
      return fc.array(indicator, { maxLength: 8 });
    case "affected objects":
      return fc.array(fc.oneof(described, registered), { minLength: 1, maxLength: 6 });
  }
}

const card = fc.record(
  Object.fromEntries(CARD_FIELDS.map(([name, field]) => [name, held(field)])),
) as unknown as fc.Arbitrary<IncidentCard>;

function between(before: IncidentCard, after: IncidentCard): Difference[] {
  return [...differences(before, after)];
}

function side(spans: readonly Span[], other: "ADDED" | "REMOVED"): string {
  return spans
    .filter(({ kind }) => kind !== other)
    .map((span) => span.text)
    .join("");
}

const nameOf = (item: unknown): string => {
  if (typeof item === "string") return item;
  const { type, value } = item as Indicator;
  if (type) return `${type} ${value}`;
  const { objectId, ...said } = item as AffectedObject;
  return objectId ?? JSON.stringify(said);
};
const namesOf = (several: unknown): string[] => [...new Set((several as readonly unknown[]).map(nameOf))].toSorted();

/** What a field holds, as far as its difference can say: several things in no order, an empty text like none. */
function seen({ kind }: FormField, value: unknown): unknown {
  if (["choices", "indicators", "affected objects"].includes(kind)) return namesOf(value);
  return kind === "optional text" ? (value ?? "") : value;
}

/** A field's value with its difference, if there is one. */
function applied(field: FormField, before: unknown, difference: Difference | undefined): unknown {
  if (!difference) return seen(field, before);
  if ("after" in difference) {
    expect(difference.before).toBe(before);
    return difference.after;
  }
  if ("spans" in difference) {
    expect(side(difference.spans, "ADDED")).toBe(before ?? "");
    return side(difference.spans, "REMOVED");
  }
  const removed = namesOf(difference.removed);
  expect(namesOf(before)).toEqual(expect.arrayContaining(removed));
  const stayed = namesOf(before).filter((name) => !removed.includes(name));
  return [...stayed, ...namesOf(difference.added)].toSorted();
}

test("L6: a revision with its difference to another one is the other one, and only what differs is named, in the form's order", () => {
  fc.assert(
    fc.property(card, card, fc.subarray(CARD_FIELDS.map(([name]) => name)), (before, other, changed) => {
      const after = { ...before, ...Object.fromEntries(changed.map((name) => [name, other[name]])) } as IncidentCard;
      const found = between(before, after);
      const differing = CARD_FIELDS.filter(
        ([name, field]) => JSON.stringify(seen(field, before[name])) !== JSON.stringify(seen(field, after[name])),
      );
      expect(found.map(({ field }) => field)).toEqual(differing.map(([name]) => name));
      for (const [name, field] of CARD_FIELDS)
        expect(applied(field, before[name], found.find((one) => one.field === name))).toEqual(seen(field, after[name])); // prettier-ignore
    }),
  );
});

test.each(CARD_FIELDS)("annex 3: a change of %s alone is a difference of that field alone", (name, field) => {
  const [before] = fc.sample(card, { numRuns: 1, seed: 1 });
  if (!before) throw new Error("no card");
  const values = fc.sample(held(field), { numRuns: 100, seed: 1 });
  const other = values.find(
    (value) => JSON.stringify(seen(field, value)) !== JSON.stringify(seen(field, before[name])),
  );
  expect(between(before, { ...before, [name]: other })).toMatchObject([{ field: name }]);
  expect(between(before, before)).toEqual([]);
});

test("annex 3: every choice of the form has its label in three languages", () => {
  for (const field of Object.values(CARD_FORM))
    if ("values" in field) {
      expect(Object.keys(field.labels).toSorted()).toEqual([...field.values].toSorted());
      for (const label of Object.values(field.labels)) expect(Object.keys(label)).toEqual(["kk", "ru", "en"]);
    }
});

test("an indicator that is spelled otherwise is no difference, nor is one that stands there twice, or elsewhere", () => {
  const [before] = fc.sample(card, { numRuns: 1 });
  if (!before) throw new Error("no card");
  const one: Indicator = { type: "DOMAIN", value: "a.example", submitted: "a.example" };
  const defanged = { ...one, submitted: "a[.]example" };
  const two: Indicator = { type: "IPV4", value: "192.0.2.7", submitted: "192.0.2.7" };
  expect(between({ ...before, indicators: [one, two] }, { ...before, indicators: [two, defanged, two] })).toEqual([]);
  expect(between({ ...before, indicators: [one] }, { ...before, indicators: [two] })).toEqual([
    { field: "indicators", kind: "indicators", added: [two], removed: [one] },
  ]);
});

test("L9: a registered object is the same by its id; a described one of which something else is said went and came", () => {
  const [before] = fc.sample(card, { numRuns: 1 });
  if (!before) throw new Error("no card");
  const ofObjects = (old: readonly AffectedObject[], now: readonly AffectedObject[]): Difference[] =>
    between({ ...before, affectedObjects: old }, { ...before, affectedObjects: now });
  const object = { objectId: "1", code: "GRID", description: null, kinds: null, ownerName: null };
  expect(ofObjects([object], [{ ...object, code: "GRID-2" }])).toEqual([]);
  const server = { objectId: null, code: null, description: "A server", kinds: null, ownerName: null };
  const critical = { ...server, kinds: ["CRITICAL_INFRASTRUCTURE"] as const };
  expect(ofObjects([object, server], [object, critical])).toMatchObject([{ added: [critical], removed: [server] }]);
  const owned = { ...server, ownerName: "Қиял" };
  expect(ofObjects([server], [owned])).toMatchObject([{ added: [owned], removed: [server] }]);
  const ofBoth = { ...server, kinds: ["E_GOVERNMENT", "CRITICAL_INFRASTRUCTURE"] as const };
  expect(ofObjects([ofBoth], [{ ...ofBoth, kinds: ofBoth.kinds.toReversed() }])).toEqual([]);
});

test("words of a text are spans: what stayed, what went before what came, and no two of one kind beside each other", () => {
  fc.assert(
    fc.property(anyText, anyText, (before, after) => {
      const spans = spansBetween(before, after);
      expect([side(spans, "ADDED"), side(spans, "REMOVED")]).toEqual([before, after]);
      spans.forEach((span, place) => {
        expect(span.text).not.toBe("");
        const next = spans[place + 1]?.kind;
        expect(next).not.toBe(span.kind);
        if (span.kind === "ADDED") expect(next).not.toBe("REMOVED");
      });
    }),
  );
});

test.each([
  [
    "The server 10.0.0.1 was down.",
    "The server 10.0.0.2 was off, down.",
    "The server[- 10.0.0.1][+ 10.0.0.2] was[+ off,] down.",
  ],
  ["Файлдар шифрланды.", "Файлдар шифрланды, хат қалды.", "Файлдар шифрланды[+, хат қалды]."],
  ["", "A note.", "[+A note.]"],
  ["A note.", "", "[-A note.]"],
  ["one, two", "three, four", "[-one, two][+three, four]"],
  ["a-1 b c", "b a-2 c", "[-a-1 b][+b a-2] c"],
])("%j and %j differ by words", (before, after, shown) => {
  const marks = { KEPT: "", REMOVED: "-", ADDED: "+" };
  const spans = spansBetween(before, after).map(({ kind, text: said }) => (kind === "KEPT" ? said : `[${marks[kind]}${said}]`)); // prettier-ignore
  expect(spans.join("")).toBe(shown);
});

/** Texts of 20,000 characters that have little in common, or nothing, and cannot be told apart quickly. */
const LONG: Readonly<Record<string, readonly [string, string]>> = {
  "words of two kinds": [many((n) => `с${(n * 7_919) % 1_009} `), many((n) => `с${(n * 104_729) % 997} `)],
  "two words in another order": [many((n) => ((n * n) % 7 < 3 ? "а " : "б ")), many((n) => ((n * n) % 11 < 5 ? "а " : "б "))], // prettier-ignore
  "signs without words": [many((n) => ".,;"[n % 3] ?? ""), many((n) => ";.,:"[n % 4] ?? "")],
  "one word": [many(() => "x"), many(() => "y")],
  "white space": [many(() => " "), many(() => "\n")],
};

function many(part: (place: number) => string): string {
  return Array.from({ length: 20_000 }, (_, place) => part(place)).join("").slice(0, 20_000); // prettier-ignore
}

test.each(Object.entries(LONG))("F2: two long texts of %s are compared in bounded time", (_, [before, after]) => {
  const times = Array.from({ length: 5 }, () => {
    const begun = process.cpuUsage();
    const spans = spansBetween(before, after);
    const { user, system } = process.cpuUsage(begun);
    expect([side(spans, "ADDED"), side(spans, "REMOVED")]).toEqual([before, after]);
    return (user + system) / 1_000;
  });
  // Of processor time, and the best of five: the first ones are compiled.
  expect(Math.min(...times)).toBeLessThan(50);
});

test("a long text in which one word in ten is another is still compared by words", () => {
  const before = many((n) => `сөз${(n * 7_919) % 1_009} `);
  const after = before.split(" ").map((word, place) => (place % 10 === 0 ? `жаңа${place}` : word)).join(" "); // prettier-ignore
  const stayed = side(spansBetween(before, after).filter(({ kind }) => kind === "KEPT"), "ADDED"); // prettier-ignore
  expect(stayed.length).toBeGreaterThan(0.85 * before.length);
});
