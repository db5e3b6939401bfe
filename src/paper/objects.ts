import type { AffectedObject } from "../domain/incident-card.js";
import type { Instant } from "../domain/instant.js";
import type { Capacity } from "../domain/parties.js";
import { writeTime } from "../domain/wording/times.js";
import type { Locale } from "../domain/wording/wording.js";
import type { Cell, Column } from "./sheet.js";
import { CAPACITY_WORDS, CARD_WORDS, KIND_WORDS, NOTHING, REGISTERED_NOTE, wordsIn } from "./words.js";

/** An object that the incident harmed, as it is printed: what the card says of it, and beside it what the register has. */
export interface PaperObject extends Omit<AffectedObject, "objectId"> {
  /** Null: it is not registered, or not the reader's to see. */
  readonly registered: {
    readonly name: string;
    /** Of which kinds it was when the revision was received, and whose; null, or none: not known. */
    readonly kinds: AffectedObject["kinds"];
    readonly owners: readonly { readonly capacity: Capacity; readonly name: string }[];
  } | null;
}

/** The objects of a revision that was received at `at`, in a table. What is the register's and not the card's is called so. */
export function objectsCell(objects: readonly PaperObject[], at: Instant, locale: Locale): Cell {
  const words = wordsIn(CARD_WORDS, locale);
  return {
    kind: "table",
    table: {
      columns: [{ label: words.place, share: 6 }, ...objectColumns(locale)],
      rows: objects.map((object, index) => [String(index + 1), ...objectCells(object, locale)]),
      nothing: NOTHING,
    },
    note: registeredNote(objects, at, locale),
  };
}

/** What an object is, of which kind, and whose: a table's columns, and the cells for one. */
export function objectColumns(locale: Locale): Column[] {
  const words = wordsIn(CARD_WORDS, locale);
  return [
    { label: words.object, share: 37 },
    { label: words.objectKinds, share: 21 },
    { label: words.owner, share: 36 },
  ];
}

export function objectCells(object: PaperObject, locale: Locale): string[] {
  const { code, description, kinds, ownerName, registered } = object;
  const byRegister = (text: string | null): string[] =>
    text === null ? [] : [`${CARD_WORDS.byRegister[locale]} ${text}`];
  const lines = (...all: readonly (readonly string[])[]): string => all.flat().join("\n") || NOTHING;
  const owners = registered?.owners.map(({ capacity, name }) => `${name} (${CAPACITY_WORDS[capacity][locale]})`) ?? [];
  // A description that is linked to a registered object stays what the card says.
  const isLinked = code !== null && description !== null;
  const named = [isLinked ? code : null, registered?.name ?? null].filter((one) => one !== null);
  return [
    lines([description ?? code ?? NOTHING], byRegister(named.length > 0 ? named.join(", ") : null)),
    lines(
      description === null ? [] : [writeKinds(kinds, locale)],
      byRegister(registered?.kinds ? writeKinds(registered.kinds, locale) : null),
    ),
    lines(ownerName === null ? [] : [ownerName], byRegister(owners.length > 0 ? owners.join("; ") : null)),
  ];
}

/** What is said below such a table; null where all of it is the card's. */
export function registeredNote(objects: readonly PaperObject[], at: Instant, locale: Locale): string | null {
  return objects.some(({ code }) => code !== null) ? REGISTERED_NOTE[locale](writeTime(at, locale)) : null;
}

/** What an object is: e-government, critical, both, neither (empty) or not known (null). */
export function writeKinds(kinds: AffectedObject["kinds"], locale: Locale): string {
  const shown = kinds === null ? (["UNKNOWN"] as const) : kinds.length === 0 ? (["NEITHER"] as const) : kinds;
  return shown.map((kind) => KIND_WORDS[kind][locale]).join(", ");
}
