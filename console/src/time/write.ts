import type { Language } from "../texts/languages.js";
import { clockInAlmaty, two } from "./almaty.js";

/**
 * Times and dates as people write them, by the clocks of Almaty. The tables are our own: Chromium says that it has Kazakh and
 * writes `2026 M03 2`. A test compares them with Node's full ICU.
 */

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  kk: "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split(" "),
  ru: "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};
/** As they stand beside a day. */
const OF_MONTHS: Readonly<Record<Language, readonly string[]>> = {
  kk: MONTHS.kk,
  ru: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" "),
  en: MONTHS.en,
};
const SHORT_MONTHS: Readonly<Record<Language, readonly string[]>> = {
  kk: "қаң ақп нау сәу мам мау шіл там қыр қаз қар жел".split(" "),
  ru: "янв фев мар апр май июн июл авг сен окт ноя дек".split(" "),
  en: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "),
};

const named = (names: Readonly<Record<Language, readonly string[]>>, language: Language, month: number): string =>
  names[language][month - 1] ?? "";

/** `03:14:07`. */
export function writeClock(at: number): string {
  const { hour, minute, second } = clockInAlmaty(at);
  return `${two(hour)}:${two(minute)}:${two(second)}`;
}

/** `03:14`. */
export function writeMinute(at: number): string {
  return writeClock(at).slice(0, 5);
}

/** The day without its year: `2 наурыз`, `2 марта`, `2 March`. */
export function writeDay(at: number, language: Language): string {
  const { month, day } = clockInAlmaty(at);
  return `${day}\u00a0${named(OF_MONTHS, language, month)}`;
}

/** The day with its year: `2026 жылғы 2 наурыз`, `2 марта 2026 года`, `2 March 2026`. */
export function writeFullDay(at: number, language: Language): string {
  const { year, month, day } = clockInAlmaty(at);
  const of = `${day}\u00a0${named(OF_MONTHS, language, month)}`;
  switch (language) {
    case "kk":
      return `${year}\u00a0жылғы ${of}`;
    case "ru":
      return `${of} ${year}\u00a0года`;
    case "en":
      return `${of} ${year}`;
  }
}

/** A day in a cell or field: `02.03.2026` in each language, for it is also what people type. */
export function writeDate(at: number): string {
  const { year, month, day } = clockInAlmaty(at);
  return `${two(day)}.${two(month)}.${year}`;
}

/** What a field for a date and time holds: `02.03.2026 03:14:07`. */
export function writeDateTime(at: number): string {
  return `${writeDate(at)} ${writeClock(at)}`;
}

/**
 * A moment as near to `now` as it is: the time alone on the same day (`03:14:07`), with its day in the same year
 * (`2 марта, 03:14:07`), else with its year too.
 */
export function writeMoment(at: number, now: number, language: Language): string {
  const [then, today] = [clockInAlmaty(at), clockInAlmaty(now)];
  if (then.year !== today.year) return `${writeFullDay(at, language)}, ${writeClock(at)}`;
  if (then.month === today.month && then.day === today.day) return writeClock(at);
  return `${writeDay(at, language)}, ${writeClock(at)}`;
}

/** A moment in full, for titles and prints: `2 марта 2026 года, 03:14:07 UTC+5`. */
export function writeFull(at: number, language: Language): string {
  return `${writeFullDay(at, language)}, ${writeClock(at)}\u00a0UTC+${clockInAlmaty(at).ahead}`;
}

/** The month of a date: `2026 жылғы наурыз`, `март 2026`, `March 2026`. */
export function writeMonth(at: number, language: Language): string {
  const { year, month } = clockInAlmaty(at);
  const name = named(MONTHS, language, month);
  switch (language) {
    case "kk":
      return `${year}\u00a0жылғы ${name}`;
    case "ru":
    case "en":
      return `${name}\u00a0${year}`;
  }
}

/** A month on an axis: `нау`, `мар`, `Mar`. */
export function writeShortMonth(month: number, language: Language): string {
  return named(SHORT_MONTHS, language, month);
}
