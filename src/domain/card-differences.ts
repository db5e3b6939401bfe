import { CARD_FIELDS, type CardForm, type FormField } from "./card-form.js";
import type { AffectedObject, IncidentCard, Indicator } from "./incident-card.js";
import type { Instant, LocalDate } from "./instant.js";
import { spansBetween, type Span } from "./text-spans.js";

/** What came and what went of several, whose order says nothing. */
interface Change<Item> {
  readonly added: readonly Item[];
  readonly removed: readonly Item[];
}

/** How a field differs, by its kind. */
type Differing =
  | { readonly kind: "date"; readonly before: LocalDate; readonly after: LocalDate }
  | { readonly kind: "instant"; readonly before: Instant; readonly after: Instant }
  | { readonly kind: "choice"; readonly before: string; readonly after: string }
  | ({ readonly kind: "choices" } & Change<string>)
  | { readonly kind: "text"; readonly spans: readonly Span[] }
  | ({ readonly kind: "indicators" } & Change<Indicator>)
  | ({ readonly kind: "affected objects" } & Change<AffectedObject>);

/** A field in which two revisions of a card differ, and how. */
export type Difference = Differing & { readonly field: keyof CardForm };

/**
 * What differs between two revisions of a card, in the form's order, each field as it is asked for: long texts and many indicators
 * take some ten milliseconds each. Indicators are compared by type and normal form, registered objects by id, described ones by all
 * that is said of them: one whose kinds or owner alone differ was removed and added. An empty text is the same as none.
 */
export function* differences(before: IncidentCard, after: IncidentCard): Generator<Difference, void> {
  for (const [field, { kind }] of CARD_FIELDS) {
    const differing = differingIn(kind, before[field], after[field]);
    if (differing) yield { field, ...differing };
  }
}

/** How a field of a kind differs; null where it does not. */
function differingIn(kind: FormField["kind"], before: unknown, after: unknown): Differing | null {
  switch (kind) {
    case "date":
      return before === after ? null : { kind, before: before as LocalDate, after: after as LocalDate };
    case "instant":
      return before === after ? null : { kind, before: before as Instant, after: after as Instant };
    case "choice":
      return before === after ? null : { kind, before: before as string, after: after as string };
    case "choices": {
      const change = changeOf(before as readonly string[], after as readonly string[], (choice) => choice);
      return change && { kind, ...change };
    }
    case "text":
    case "optional text": {
      const [old, now] = [(before as string | null) ?? "", (after as string | null) ?? ""];
      return old === now ? null : { kind: "text", spans: spansBetween(old, now) };
    }
    case "indicators": {
      const change = changeOf(before as readonly Indicator[], after as readonly Indicator[], nameOfIndicator);
      return change && { kind, ...change };
    }
    case "affected objects": {
      const change = changeOf(before as readonly AffectedObject[], after as readonly AffectedObject[], nameOfObject);
      return change && { kind, ...change };
    }
  }
}

/** What is on one side only, each once, in its side's order; null where nothing is. */
function changeOf<Item>(
  before: readonly Item[],
  after: readonly Item[],
  nameOf: (item: Item) => string,
): Change<Item> | null {
  const [old, now] = [byName(before, nameOf), byName(after, nameOf)];
  const added = [...now].flatMap(([name, item]) => (old.has(name) ? [] : [item]));
  const removed = [...old].flatMap(([name, item]) => (now.has(name) ? [] : [item]));
  return added.length + removed.length === 0 ? null : { added, removed };
}

function byName<Item>(items: readonly Item[], nameOf: (item: Item) => string): ReadonlyMap<string, Item> {
  const named = new Map<string, Item>();
  for (const item of items) {
    const name = nameOf(item);
    if (!named.has(name)) named.set(name, item);
  }
  return named;
}

function nameOfIndicator({ type, value }: Indicator): string {
  return `${type} ${value}`;
}

function nameOfObject({ objectId, description, kinds, ownerName }: AffectedObject): string {
  return objectId ?? JSON.stringify([description, kinds?.toSorted() ?? null, ownerName]);
}
