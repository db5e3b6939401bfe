import type { Indicator } from "../domain/incident-card.js";
import type { Locale } from "../domain/wording/wording.js";
import type { Lines, Sheet, Table } from "./sheet.js";
import { CARD_WORDS, NOTHING, wordsIn } from "./words.js";

/** More than these would leave the form's labels alone on page after page. */
const IN_THE_FORM = 20;

export function isAttached(indicators: readonly Indicator[]): boolean {
  return indicators.length > IN_THE_FORM;
}

export function indicatorTable(indicators: readonly Indicator[], locale: Locale): Table {
  const words = wordsIn(CARD_WORDS, locale);
  const columns = [
    { label: words.place, share: 6 },
    { label: words.indicatorType, share: 16 },
    { label: words.submitted, share: 44 },
    { label: words.normalForm, share: 34 },
  ];
  const rows = indicators.map(({ type, submitted, value }, index) => [
    String(index + 1),
    type,
    submitted,
    submitted === value ? NOTHING : value,
  ]);
  return { columns, rows, nothing: NOTHING };
}

/** Many indicators, type by type, each with its place among them all. */
export function indicatorLists(indicators: readonly Indicator[]): Lines[] {
  const byType = Map.groupBy(
    indicators.map((indicator, index) => ({ ...indicator, place: index + 1 })),
    ({ type }) => type,
  );
  return [...byType].map(([type, all]) => ({
    label: `${type} (${all.length})`,
    lines: all.map(
      ({ place, submitted, value }) => `${place}. ${submitted}${submitted === value ? "" : ` → ${value}`}`,
    ),
  }));
}

export function attachment(lists: readonly Lines[], locale: Locale): NonNullable<Sheet["attached"]> {
  const words = wordsIn(CARD_WORDS, locale);
  return { title: words.attached, note: words.howAttached, lists };
}
