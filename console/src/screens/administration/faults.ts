import { createContext, use } from "react";
import type { Fault } from "../../parts/Field.js";

/** What was refused of a form, by the names of its fields. */
export interface FormFaults {
  readonly of: (name: string) => readonly Fault[];
  /** The field has been changed: what was refused of it is not said any more. */
  readonly mended: (name: string) => void;
}

export const FaultsContext = createContext<FormFaults>({ of: () => [], mended: () => undefined });

/** Of one field of the form around: what was refused of it, and `changes`, by which each change of it goes. */
export function useFieldFaults(name: string) {
  const { of, mended } = use(FaultsContext);
  return {
    faults: of(name),
    changes:
      <Value>(change: (value: Value) => void) =>
      (value: Value): void => {
        mended(name);
        change(value);
      },
  };
}
