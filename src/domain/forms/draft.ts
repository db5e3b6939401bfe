import { parseInstant } from "../instant.js";
import { referenceContent, type Reference } from "../references.js";
import { canonicalText } from "../text.js";
import type { ReferredType, Shape } from "./form.js";

/** How what is referred to is understood: by the gateway's own ids. */
export interface Identifiers {
  /** The inner id of an opaque one; of any other text an id that nothing has. */
  readonly idOf: (type: ReferredType, opaque: string) => string;
  readonly referenceTo: (type: ReferredType, text: string) => Reference;
}

export type Drafter = (given: unknown) => unknown;

/**
 * Makes drafts of the core of what is of a form, whatever it came as: texts and codes in canonical form, instants as such, ids as inner
 * ids; null where an optional member is absent, and no items where nothing is referred to. What is given must be of the form, but that
 * instants may have been read already.
 */
export function drafter(shape: Shape, identifiers: Identifiers): Drafter {
  switch (shape.is) {
    case "record": {
      const members = Object.entries(shape.members).map(([name, { shape: inner }]) => ({
        name,
        draft: absentAsNull(inner, drafter(inner, identifiers)),
      }));
      return (given) => {
        const held: Record<string, unknown> = {};
        for (const { name, draft } of members) held[name] = draft((given as Record<string, unknown>)[name]);
        return held;
      };
    }
    case "list": {
      if (shape.of.is === "reference") {
        const { to } = shape.of;
        return (given) => referencesTo(to, given as readonly string[], identifiers);
      }
      const draft = drafter(shape.of, identifiers);
      return (given) => (given as readonly unknown[]).map(draft);
    }
    case "reference": {
      const { to } = shape;
      return (given) => identifiers.referenceTo(to, given as string);
    }
    case "id": {
      const { to } = shape;
      return (given) => identifiers.idOf(to, given as string);
    }
    case "text":
      return (given) => canonicalText(given as string);
    case "code":
      return (given) => canonicalText(given as string).toUpperCase();
    case "instant":
      return (given) => (typeof given === "string" ? parseInstant(given) : given);
    case "count":
    case "date":
    case "choice":
      return (given) => given;
  }
}

function absentAsNull(shape: Shape, draft: Drafter): Drafter {
  const absent = shape.is === "list" && shape.of.is === "reference" ? [] : null;
  return (given) => (given === undefined || given === null ? absent : draft(given));
}

/** What a list refers to: each once, as far as that can be seen from how it is written. */
function referencesTo(to: ReferredType, texts: readonly string[], { referenceTo }: Identifiers): Reference[] {
  const references = texts.map((text, place) => ({ ...referenceTo(to, text), place }));
  const contents = references.map(referenceContent);
  return references.filter((_, index) => contents.indexOf(contents[index] ?? "") === index);
}
