import type { IndicatorDraft } from "../domain/incident-card.js";
import type { ReplayCard } from "./replay-data.js";

/** How replayed cards are sent, and what became of their values. */

interface ViolationAnswered {
  readonly rule: string;
  readonly path: readonly string[];
  readonly message: string;
}

/** What the gateway says to a card. A violation's path begins with `input`. */
export type Verdict =
  | {
      readonly isAccepted: true;
      readonly indicators: readonly { readonly submitted: string; readonly value: string }[];
    }
  | { readonly isAccepted: false; readonly violations: readonly ViolationAnswered[] };

/** One value that the gateway refused, with its message. */
export interface RefusedValue extends IndicatorDraft {
  readonly reason: string;
}

/** What became of the values that were sent. */
export interface Tally {
  readonly cards: number;
  readonly unchanged: number;
  /** Accepted, and brought to another spelling by which they are compared. */
  readonly respelt: number;
  readonly refused: readonly RefusedValue[];
  /** Reasons for which a whole card was refused: its values were neither accepted nor refused for themselves. */
  readonly unsent: readonly { readonly values: number; readonly reason: string }[];
}

/**
 * Sends every card. What a violation names by its path is taken out and the rest is sent again, until it is accepted or
 * nothing is left.
 */
export async function replayCards(
  cards: readonly ReplayCard[],
  submit: (card: ReplayCard) => Promise<Verdict>,
): Promise<Tally> {
  const refused: RefusedValue[] = [];
  const unsent: Tally["unsent"][number][] = [];
  const accepted: { readonly submitted: string; readonly value: string }[][] = [];
  for (const card of cards) {
    let { indicators } = card;
    while (indicators.length > 0) {
      const verdict = await submit({ ...card, indicators });
      if (verdict.isAccepted) {
        accepted.push([...verdict.indicators]);
        break;
      }
      const reasons = reasonsByIndex(verdict.violations);
      const left = indicators.filter((_, index) => !reasons.has(index));
      if (left.length === indicators.length) {
        const reason = verdict.violations.map(({ rule, message }) => `${rule}: ${message}`).join(" ");
        unsent.push({ values: indicators.length, reason });
        break;
      }
      for (const [index, reason] of reasons) {
        const indicator = indicators[index];
        if (indicator) refused.push({ ...indicator, reason });
      }
      indicators = left;
    }
  }
  const values = accepted.flat();
  const unchanged = values.filter(({ submitted, value }) => submitted === value).length;
  return { cards: accepted.length, unchanged, respelt: values.length - unchanged, refused, unsent };
}

/** What is said about each indicator: a path such as `input.card.indicators.3.value`. */
function reasonsByIndex(violations: readonly ViolationAnswered[]): Map<number, string> {
  const found = violations.flatMap(({ path, message }) => {
    const [input, part, list, index] = path;
    const isIndicator = input === "input" && part === "card" && list === "indicators" && index !== undefined;
    return isIndicator ? [[Number(index), message] as const] : [];
  });
  return new Map(found);
}
