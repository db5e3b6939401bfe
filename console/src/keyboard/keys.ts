/** A key as it lies on the keyboard, whatever alphabet is on: `KeyJ`, `Ctrl+KeyK`, `Shift+Slash`; two after each other: `KeyG KeyW`. */
export type Keys = string;

export interface Pressed {
  readonly code: string;
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** How a press is written in `Keys`. */
export function keysOf({ code, key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): Keys {
  // No letter, and wherever it lies: who has found it means it.
  if (key === "?") return "Shift+Slash";
  // A Mac's command key stands for Ctrl.
  const held = [ctrlKey || metaKey ? "Ctrl+" : "", altKey ? "Alt+" : "", shiftKey ? "Shift+" : ""].join("");
  return `${held}${code.replace(/^Numpad(?=Enter|\d)/, "").replace(/^(?=\d$)/, "Digit")}`;
}

/** Keys that print something: they are off in fields, and whoever speaks to the computer may switch them off. */
export function isPrinting(keys: Keys): boolean {
  return /^(Shift\+)?(Key[A-Z]|Digit\d|Slash|Period|Comma|Space)\b/.test(keys);
}

/** How keys are shown: `G`, `Ctrl K`, `?`. */
export function namesOf(keys: Keys): readonly string[] {
  return keys.split(" ").map((one) => {
    if (one === "Shift+Slash") return "?";
    return one
      .replaceAll("+", " ")
      .replace(/\bKey([A-Z])$/, "$1")
      .replace(/\bDigit(\d)$/, "$1")
      .replace(/\bSlash$/, "/")
      .replace(/\bPeriod$/, ".")
      .replace(/\bEscape$/, "Esc");
  });
}

/** What a press means after what was pressed before: complete keys, the beginning of some (`waits`), or neither. */
export function readPress(
  pending: Keys | null,
  press: Keys,
  known: readonly Keys[],
): { readonly keys: Keys | null; readonly waits: Keys | null } {
  const whole = pending === null ? press : `${pending} ${press}`;
  if (known.includes(whole)) return { keys: whole, waits: null };
  if (known.some((keys) => keys.startsWith(`${whole} `))) return { keys: null, waits: whole };
  return pending === null ? { keys: null, waits: null } : readPress(null, press, known);
}
