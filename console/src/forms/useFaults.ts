import { useMemo, useState } from "react";
import type { Fault } from "../parts/Field.js";
import type { SummedFault } from "../parts/ViolationSummary.js";
import { pathInForm } from "./path-in-form.js";
import type { Sending, Violation } from "./useSubmit.js";

/** A fault with the name of its field. */
export interface NamedFault extends Fault {
  readonly name: string;
}

/** What is wrong with a form, from one attempt to send it to the next. */
export interface Faults {
  /** Counts the attempts that failed: a second refusal is to be heard too. */
  readonly attempt: number;
  /** Whether the form found them itself, and nothing was sent. */
  readonly isUnsent: boolean;
  /** All that are left, in their order, for the summary. */
  readonly all: readonly SummedFault[];
  /** Those of one field. */
  readonly at: (name: string) => readonly NamedFault[];
  /** Those of a field and of what is in it. */
  readonly within: (name: string) => readonly NamedFault[];
  /** What was found before it was sent: by the form itself, or by the gateway that was asked (`isJudged`). */
  readonly found: (violations: readonly Violation[], isJudged?: boolean) => void;
  /** A field has been changed: what was wrong with it and with what is in it is not said any more. */
  readonly mended: (names: readonly string[]) => void;
  /** What stands in a field by now that was typed and not picked; empty: nothing. */
  readonly leaves: (name: string, typed: string) => void;
  /** Fields in which something stands that would not be sent, each with this sentence. */
  readonly unpicked: (says: string) => readonly Violation[];
}

const NONE: readonly NamedFault[] = [];

/**
 * What the gateway refused of what was sent, by the fields of a form. `nameOf` makes a field's name of the gateway's path; `labelOf` gives what people call the field,
 * null where the form has none of that name.
 */
export function useFaults(
  sending: Sending<unknown>,
  labelOf: (name: string) => string | null,
  nameOf: (path: readonly string[]) => string = (path) => path.join("."),
): Faults {
  const [state, setState] = useState<{
    readonly attempt: number;
    readonly isUnsent: boolean;
    readonly violations: readonly Violation[];
  }>({ attempt: 0, isUnsent: false, violations: [] });
  const [seen, see] = useState(sending);
  const [left] = useState(() => new Set<string>());
  if (seen !== sending) {
    see(sending);
    if (sending.state === "REJECTED")
      setState({ attempt: state.attempt + 1, isUnsent: false, violations: sending.violations });
  }
  return useMemo(() => {
    const named = state.violations.map((violation) => ({ ...violation, name: nameOf(pathInForm(violation.path)) }));
    const at = (isMeant: (name: string) => boolean): readonly NamedFault[] => {
      const found = named.filter(({ name }) => isMeant(name));
      return found.length === 0 ? NONE : found;
    };
    return {
      attempt: state.attempt,
      isUnsent: state.isUnsent,
      all: named.map(({ rule, message, name }) => {
        const label = labelOf(name);
        return { rule, message, field: label === null ? null : { name, label } };
      }),
      at: (wanted) => at((name) => name === wanted),
      within: (wanted) => at((name) => isWithin(name, wanted)),
      found: (violations, isJudged = false) =>
        setState(({ attempt }) => ({ attempt: attempt + 1, isUnsent: !isJudged, violations })),
      mended: (names) =>
        setState((before) => {
          const still = before.violations.filter(
            (violation) => !names.some((one) => isWithin(nameOf(pathInForm(violation.path)), one)),
          );
          return still.length === before.violations.length ? before : { ...before, violations: still };
        }),
      leaves: (name, typed) => void (typed.trim() === "" ? left.delete(name) : left.add(name)),
      unpicked: (says) => [...left].map((name) => ({ rule: "F6", path: name.split("."), message: says })),
    };
  }, [state, labelOf, nameOf, left]);
}

/** The names of what really changes: a field that is left writes out again what it holds, and its fault stays. */
export function changedIn<Value extends object>(before: Value, changes: Partial<Value>): readonly string[] {
  return Object.entries(changes)
    .filter(([name, held]) => !Object.is(before[name as keyof Value], held))
    .map(([name]) => name);
}

function isWithin(name: string, outer: string): boolean {
  return name === outer || name.startsWith(`${outer}.`);
}
