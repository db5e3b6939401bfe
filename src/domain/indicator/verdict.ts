import type { IndicatorFault, IndicatorType, NormalIndicator } from "../indicator.js";

/** What a type asks of a text that has no invisible margins and is in NFC. */
export type Rule = (text: string) => NormalIndicator;

/** An accepted value in its normal form. */
export function normal(value: string): NormalIndicator {
  return { ok: true, value };
}

/** A refusal; `named` is the part of the value that is wrong, where naming it helps. */
export function refused(
  fault: IndicatorFault,
  more: { readonly suggests?: IndicatorType; readonly named?: string; readonly place?: number } = {},
): NormalIndicator {
  return { ok: false, fault, ...more };
}
