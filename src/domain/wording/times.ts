import { clockInAlmaty, DAY, HOUR, MINUTE, SECOND, type Instant, type LocalDate } from "../instant.js";
import type { Locale } from "./wording.js";

/** Days, months and years as they are written in one language; `month` counts from 1. */
type WriteDate = (year: string, month: number, day: number) => string;

const KK_MONTHS = [
  "қаңтар",
  "ақпан",
  "наурыз",
  "сәуір",
  "мамыр",
  "маусым",
  "шілде",
  "тамыз",
  "қыркүйек",
  "қазан",
  "қараша",
  "желтоқсан",
];
const EN_MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const RU_MONTHS = [
  "январь",
  "февраль",
  "март",
  "апрель",
  "май",
  "июнь",
  "июль",
  "август",
  "сентябрь",
  "октябрь",
  "ноябрь",
  "декабрь",
];

const two = (value: number): string => String(value).padStart(2, "0");

const NUMERIC: WriteDate = (year, month, day) => `${two(day)}.${two(month)}.${year}`;

const DATES: Readonly<Record<Locale, WriteDate>> = {
  kk: (year, month, day) => `${year} жылғы ${day} ${KK_MONTHS[month - 1] ?? ""}`,
  ru: NUMERIC,
  en: (year, month, day) => `${day} ${EN_MONTHS[month - 1] ?? ""} ${year}`,
};

/**
 * An instant as people in Kazakhstan write it, by the clocks of Almaty: `2026 жылғы 1 наурыз, 15:00:00 UTC+5`,
 * `01.03.2026, 15:00:00 UTC+5`, `1 March 2026, 15:00:00 UTC+5`; before March 2024 UTC+6, as those clocks showed then.
 */
export function writeTime(at: Instant, locale: Locale): string {
  const { date, time, hours } = clockInAlmaty(at);
  return `${writeDate(date, locale)}, ${time} UTC+${hours}`;
}

/** A date of a calendar as it is written in one language: `2026 жылғы 1 наурыз`, `01.03.2026`, `1 March 2026`. */
export function writeDate(date: LocalDate | string, locale: Locale): string {
  const [year = "", month, day] = date.split("-");
  return DATES[locale](year, Number(month), Number(day));
}

const MONTHS: Readonly<Record<Locale, (year: string, month: number) => string>> = {
  kk: (year, month) => `${year} жылғы ${KK_MONTHS[month - 1] ?? ""}`,
  ru: (year, month) => `${RU_MONTHS[month - 1] ?? ""} ${year} года`,
  en: (year, month) => `${EN_MONTHS[month - 1] ?? ""} ${year}`,
};

/** The month of a date: `2026 жылғы наурыз`, `март 2026 года`, `March 2026`. */
export function writeMonth(date: LocalDate, locale: Locale): string {
  const [year = "", month] = date.split("-");
  return MONTHS[locale](year, Number(month));
}

const SHORT_DATES: Readonly<Record<Locale, WriteDate>> = {
  kk: NUMERIC,
  ru: NUMERIC,
  en: (year, month, day) => `${day} ${(EN_MONTHS[month - 1] ?? "").slice(0, 3)} ${year}`,
};

/** The same as `writeTime` for a cell of a table: `01.03.2026, 15:00:00 UTC+5`, `1 Mar 2026, 15:00:00 UTC+5`. */
export function writeTimeInTable(at: Instant, locale: Locale): string {
  const { date, time, hours } = clockInAlmaty(at);
  const [year = "", month, day] = date.split("-");
  return `${SHORT_DATES[locale](year, Number(month), Number(day))}, ${time} UTC+${hours}`;
}

/** The same as `writeTime` for a line in which room is short: minute, day and month, `15:00, 01.03`. */
export function writeTimeShort(at: Instant): string {
  const { date, time } = clockInAlmaty(at);
  const [, month = "", day = ""] = date.split("-");
  return `${time.slice(0, 5)}, ${day}.${month}`;
}

const UNITS: Readonly<Record<Locale, readonly [day: string, hour: string, minute: string, second: string]>> = {
  kk: ["тәулік", "сағ", "мин", "с"],
  ru: ["сут", "ч", "мин", "с"],
  en: ["d", "h", "min", "s"],
};
/** From here on days are written too: a statutory term is spoken of in hours. */
const IN_DAYS = 10 * DAY;

/**
 * A length of time in milliseconds as people write it, such as `79 h 45 min 8 s`, from ten days on `11 d 2 h`; what is
 * shorter than a
 * second counts as one.
 */
export function writeDuration(milliseconds: number, locale: Locale): string {
  const length = Math.ceil(milliseconds / SECOND) * SECOND;
  const [day, hour, minute, second] = UNITS[locale];
  const days = length >= IN_DAYS ? Math.floor(length / DAY) : 0;
  const rest = length - days * DAY;
  const parts = [
    [days, day],
    [Math.floor(rest / HOUR), hour],
    [Math.floor(rest / MINUTE) % 60, minute],
    [Math.floor(rest / SECOND) % 60, second],
  ] as const;
  const written = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return written.length > 0 ? written.join(" ") : `0 ${second}`;
}
