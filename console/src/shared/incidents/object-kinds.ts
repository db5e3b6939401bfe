import type { ObjectKind } from "../../operations/generated.js";
import type { Texts } from "../../texts/texts.js";

/** The kinds of an object in their short names; null is what nobody has said yet. */
export function kindsOf(
  kinds: readonly ObjectKind[] | null | undefined,
  words: Texts["words"],
  { kindUnknown }: Texts["dossier"],
): string {
  if (kinds === null || kinds === undefined) return kindUnknown;
  return kinds.map((kind) => words.objectKinds[kind]).join(", ");
}
