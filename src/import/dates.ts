import {
  clockInAlmaty,
  DAY,
  HOUR,
  instant,
  parseInstant,
  parseLocalDate,
  toIso,
  type Instant,
} from "../domain/instant.js";

/** A date as a table has it: by the clocks of Almaty, with or without a time; or an instant that says its own zone. */
export type When =
  { readonly date: string; readonly time: string | null } | { readonly at: Instant } | { readonly noSuchDay: string };

/** What stands for a part of a date in a format, and what it is read by. */
const PARTS: Readonly<Record<string, string>> = {
  yyyy: String.raw`(?<year>\d{4})`,
  yy: String.raw`(?<year>\d{2})`,
  MM: String.raw`(?<month>\d{2})`,
  M: String.raw`(?<month>\d{1,2})`,
  dd: String.raw`(?<day>\d{2})`,
  d: String.raw`(?<day>\d{1,2})`,
  HH: String.raw`(?<hour>\d{2})`,
  H: String.raw`(?<hour>\d{1,2})`,
  mm: String.raw`(?<minute>\d{2})`,
  ss: String.raw`(?<second>\d{2})`,
};

/** The format by which a cell holds the number that Excel counts days by. */
export const SERIAL = "serial";

/** ISO 8601 without a zone: always read. */
const ISO = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

const compiled = new Map<string, RegExp>();

/** A format as what reads it; null where it does not say year, month and day once each, or minutes without hours. */
export function compileFormat(format: string): RegExp | null {
  const known = compiled.get(format);
  if (known) return known;
  const seen: string[] = [];
  const source = format.replaceAll(/yyyy|yy|MM|M|dd|d|HH|H|mm|ss|\s+|[^]/g, (part) => {
    const read = Object.hasOwn(PARTS, part) ? PARTS[part] : undefined;
    if (read === undefined) return /^\s+$/.test(part) ? String.raw`\s+` : part.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");
    seen.push(part[0] ?? "");
    return read;
  });
  const parts = [...seen].sort().join("");
  if (!["Mdy", "HMdmy", "HMdmsy"].includes(parts)) return null;
  const pattern = new RegExp(`^${source}$`);
  compiled.set(format, pattern);
  return pattern;
}

/** Reads a date by the formats of its column, or as ISO 8601, or (RFC 3339) with a zone of its own. Null: by none of them. */
export function readWhen(text: string, formats: readonly string[]): When | null {
  const at = parseInstant(text);
  if (at !== null) return { at };
  for (const format of [...formats, ...ISO]) {
    if (format === SERIAL) {
      const days = /^\d{1,7}(?:[.,]\d+)?$/.test(text) ? whenOfSerial(Number(text.replace(",", ".")), false) : null;
      if (days) return days;
      continue;
    }
    const found = compileFormat(format)?.exec(text)?.groups;
    if (!found) continue;
    const { year = "", month = "", day = "", hour, minute = "00", second = "00" } = found;
    const date = `${year.padStart(4, "20")}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    if (parseLocalDate(date) === null) return { noSuchDay: date };
    if (hour === undefined) return { date, time: null };
    if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
    return { date, time: `${hour.padStart(2, "0")}:${minute}:${second}` };
  }
  return null;
}

/** Between Excel's day 0 (1899-12-30, as it counts from March 1900 on) and the epoch; its other count begins in 1904. */
const BEFORE_EPOCH = 25_569;
const FROM_1904 = 1_462;

/** What Excel means by a number in a cell of dates, rounded to the second; null outside the years 1970 to 9999. */
export function whenOfSerial(serial: number, isFrom1904: boolean): { date: string; time: string } | null {
  const ms = Math.round((serial + (isFrom1904 ? FROM_1904 : 0) - BEFORE_EPOCH) * 86_400) * 1_000;
  if (!(ms >= 0 && ms < Date.UTC(10_000, 0, 1))) return null;
  const text = toIso(instant(ms));
  return { date: text.slice(0, 10), time: text.slice(11, 19) };
}

/** The time of a number of Excel's below 1: `04:40:00`. */
export function timeOfSerial(serial: number): string {
  return toIso(instant((Math.round(serial * 86_400) * 1_000) % DAY)).slice(11, 19);
}

/** The instant at which clocks in Almaty show this; null where they never did. Of two, when the clocks were put back, the later one. */
export function instantInAlmaty(date: string, time: string): Instant | null {
  const shown = Date.parse(`${date}T${time}.000Z`);
  const candidates = [5, 6, 7].map((hours) => instant(shown - hours * HOUR));
  const fits = (at: Instant): boolean => {
    const clock = clockInAlmaty(at);
    return at >= 0 && clock.date === date && clock.time === time;
  };
  return candidates.find(fits) ?? null;
}
