/** A point in time: whole milliseconds since 1970-01-01T00:00:00Z. Stored and exchanged in UTC. */
export type Instant = number & { readonly __unit: "ms since epoch" };

/** A calendar date, `YYYY-MM-DD`, without a time zone of its own. */
export type LocalDate = string & { readonly __form: "YYYY-MM-DD" };

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Kazakhstan keeps one time zone, UTC+5, since 1 March 2024, 00:00 by the clocks of Almaty until then (UTC+6). */
const ONE_ZONE = Date.UTC(2024, 1, 29, 18);

/** `milliseconds` since the epoch as an instant. */
export function instant(milliseconds: number): Instant {
  return milliseconds as Instant;
}

/** The instant `length` milliseconds after `start`. */
export function after(start: Instant, length: number): Instant {
  return (start + length) as Instant;
}

/** The earlier one of two instants. */
export function earlier(one: Instant, other: Instant): Instant {
  return one <= other ? one : other;
}

/** The later one of two instants. */
export function later(one: Instant, other: Instant): Instant {
  return one >= other ? one : other;
}

const TWO_DIGITS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));
/** Dates by day since the epoch, as they were written before: those of one answer lie near each other, and Date writes slowly. */
const written = new Map<number, string>();
/** Dates that are kept. */
const WRITTEN = 1_000;

/** UTC with milliseconds, `2026-03-01T10:00:00.000Z`. */
export function toIso(at: Instant): string {
  const day = Math.floor(at / DAY);
  const ms = at - day * DAY;
  const [hour, minute, second] = [Math.floor(ms / HOUR), Math.floor(ms / MINUTE) % 60, Math.floor(ms / SECOND) % 60];
  const fraction = String(SECOND + (ms % SECOND)).slice(1);
  return `${dateOf(day)}T${TWO_DIGITS[hour]}:${TWO_DIGITS[minute]}:${TWO_DIGITS[second]}.${fraction}Z`;
}

function dateOf(day: number): string {
  const known = written.get(day);
  if (known !== undefined) return known;
  if (written.size >= WRITTEN) written.clear();
  const date = new Date(day * DAY).toISOString().slice(0, 10);
  written.set(day, date);
  return date;
}

/** What clocks in Almaty show at `at`, and how many hours that is ahead of UTC. */
export function clockInAlmaty(at: Instant): { readonly date: string; readonly time: string; readonly hours: number } {
  const hours = at >= ONE_ZONE ? 5 : hoursBefore2024(at);
  // Years past 9999 are written with a sign and six digits.
  const [date = "", time = ""] = new Date(at + hours * HOUR).toISOString().replace(/^\+0*/, "").split("T");
  return { date, time: time.slice(0, 8), hours };
}

let almaty: Intl.DateTimeFormat | undefined;

/** UTC+5, +6 or +7, with summer time until 2004: what the time-zone database has of years that no rule changes any more. */
function hoursBefore2024(at: Instant): number {
  almaty ??= new Intl.DateTimeFormat("en", { timeZone: "Asia/Almaty", timeZoneName: "longOffset" });
  const zone = almaty.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
  return Number(/\+0(\d)/.exec(zone)?.[1] ?? 6);
}

/** The calendar date that it is in Asia/Almaty at `at`. */
export function dateInAlmaty(at: Instant): LocalDate {
  return clockInAlmaty(at).date as LocalDate;
}

/** The instant at which a calendar date begins in Asia/Almaty. */
export function dayInAlmaty(date: LocalDate): Instant {
  const midnight = Date.parse(`${date}T00:00:00.000Z`);
  const candidates = [7, 6, 5].map((hours) => instant(midnight - hours * HOUR));
  return candidates.find((candidate) => dateInAlmaty(candidate) >= date) ?? instant(midnight);
}

const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,100}))?([Zz]|([+-])(\d{2}):(\d{2}))$/;

/**
 * Reads an RFC 3339 date-time with an offset, years 1970 to 9999. Digits past the millisecond are cut off.
 * Gives null for anything else: no offset, a day that the month does not have, 24:00, a leap second.
 */
export function parseInstant(text: string): Instant | null {
  const parts = RFC_3339.exec(text);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second, fraction = "", zone, sign, offsetHour = "0", offsetMinute = "0"] =
    parts;
  if (parseLocalDate(`${year}-${month}-${day}`) === null) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  if (Number(offsetHour) > 23 || Number(offsetMinute) > 59) return null;
  const local = Date.parse(
    `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, "0")}Z`,
  );
  const offset = zone?.toUpperCase() === "Z" ? 0 : Number(offsetHour) * HOUR + Number(offsetMinute) * MINUTE;
  const utc = sign === "-" ? local + offset : local - offset;
  return utc < 0 || utc > Date.UTC(9999, 11, 31, 23, 59, 59, 999) ? null : instant(utc);
}

/** Reads `YYYY-MM-DD`, years 1970 to 9999, a day that exists; null otherwise. */
export function parseLocalDate(text: string): LocalDate | null {
  if (!/^(19[7-9]\d|[2-9]\d{3})-\d{2}-\d{2}$/.test(text)) return null;
  const date = new Date(`${text}T00:00:00.000Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : (text as LocalDate);
}
