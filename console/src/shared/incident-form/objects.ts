import type { AffectedObjectInput, FormObjectFragment, ObjectKind } from "../../operations/generated.js";

/** What a described object is: not known is not the same as neither (R9.2). */
export type DescribedKind = "UNKNOWN" | "NEITHER" | "BOTH" | ObjectKind;

/** An affected object as the form holds it: by the code of the register, or described. */
export interface ObjectDraft {
  /** Null: it is described. */
  readonly code: string | null;
  /** What the register calls it. */
  readonly name: string;
  readonly description: string;
  readonly kind: DescribedKind;
  readonly ownerName: string;
}

export function registered(code: string, name: string): ObjectDraft {
  return { code, name, description: "", kind: "UNKNOWN", ownerName: "" };
}

export function described(description: string): ObjectDraft {
  return { code: null, name: "", description, kind: "UNKNOWN", ownerName: "" };
}

/** An object as a report or card has it. */
export function objectOf({ code, description, kinds, ownerName, object }: FormObjectFragment): ObjectDraft {
  if (description === null && code !== null) return registered(code, object?.name ?? "");
  return { code: null, name: "", description: description ?? "", kind: kindOf(kinds), ownerName: ownerName ?? "" };
}

export function inputOfObject({ code, description, kind, ownerName }: ObjectDraft): AffectedObjectInput {
  if (code !== null) return { objectCode: code };
  const kinds = kindsOf(kind);
  return {
    description,
    ...(kinds ? { kinds } : {}),
    ...(ownerName.trim() === "" ? {} : { ownerName }),
  };
}

function kindOf(kinds: readonly ObjectKind[] | null): DescribedKind {
  if (kinds === null) return "UNKNOWN";
  return kinds.length > 1 ? "BOTH" : (kinds[0] ?? "NEITHER");
}

function kindsOf(kind: DescribedKind): readonly ObjectKind[] | null {
  switch (kind) {
    case "UNKNOWN":
      return null;
    case "NEITHER":
      return [];
    case "BOTH":
      return ["E_GOVERNMENT", "CRITICAL_INFRASTRUCTURE"];
    case "E_GOVERNMENT":
    case "CRITICAL_INFRASTRUCTURE":
      return [kind];
  }
}
