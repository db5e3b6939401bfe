import { clockInAlmaty, dayInAlmaty, instant, parseInstant, type Instant, type LocalDate } from "./instant.js";

/** A length of time by ISO 8601: years, months, weeks and days by the calendar of Almaty, the rest exact, in milliseconds. */
export interface Duration {
  readonly months: number;
  readonly days: number;
  readonly milliseconds: number;
}

const FORM =
  /^P(?=\d|T\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?=\d)(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?$/;

/** Reads `P30D`, `PT2H`, `P1Y6M`; null for anything else: a sign, a fraction, a length of nothing. */
export function parseDuration(text: string): Duration | null {
  const parts = FORM.exec(text.toUpperCase());
  if (!parts) return null;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  const read = {
    months: years * 12 + months,
    days: weeks * 7 + days,
    milliseconds: ((hours * 60 + minutes) * 60 + seconds) * 1_000,
  };
  return read.months + read.days + read.milliseconds === 0 ? null : read;
}

/** A duration as it is written, with what is nothing left out. */
export function writeDuration({ months, days, milliseconds }: Duration): string {
  const date = `${months > 0 ? `${months}M` : ""}${days > 0 ? `${days}D` : ""}`;
  return `P${date}${milliseconds > 0 ? `T${milliseconds / 1_000}S` : ""}`;
}

/**
 * The instant so long before (`-1`) or after (`1`) another: first months, to the last day of a shorter one, then days, at the same
 * time by the clocks of Almaty; then hours, minutes and seconds. Within the years 1970 to 9999.
 */
export function moved(at: Instant, { months, days, milliseconds }: Duration, direction: -1 | 1): Instant {
  const { date } = clockInAlmaty(at);
  const sinceMidnight = at - dayInAlmaty(date as LocalDate);
  const [year = 1970, month = 1, day = 1] = date.split("-").map(Number);
  const inMonth = new Date(Date.UTC(year, month - 1 + direction * months, 1));
  const longest = new Date(Date.UTC(inMonth.getUTCFullYear(), inMonth.getUTCMonth() + 1, 0)).getUTCDate();
  const reached = new Date(
    Date.UTC(inMonth.getUTCFullYear(), inMonth.getUTCMonth(), Math.min(day, longest) + direction * days),
  );
  if (reached.getUTCFullYear() < 1970) return instant(0);
  if (reached.getUTCFullYear() > 9999) return LATEST;
  const midnight = dayInAlmaty(reached.toISOString().slice(0, 10) as LocalDate);
  return instant(Math.min(LATEST, Math.max(0, midnight + sinceMidnight + direction * milliseconds)));
}

const LATEST = parseInstant("9999-12-31T23:59:59.999Z") ?? instant(0);

/** What of an instant a period asks for, in words of the caller: both ends are included by `last` and `next`. */
export interface PeriodAsked {
  readonly from?: Instant | null | undefined;
  readonly before?: Instant | null | undefined;
  readonly last?: Duration | null | undefined;
  readonly next?: Duration | null | undefined;
  readonly olderThan?: Duration | null | undefined;
}

/** From when (included) to when (not included). */
export interface Bounds {
  readonly from?: Instant;
  readonly before?: Instant;
}

/** A period as bounds, at `now`: all that is asked must hold. */
export function boundsOf({ from, before, last, next, olderThan }: PeriodAsked, now: Instant): Bounds {
  const justAfter = (at: Instant): Instant => instant(at + 1);
  const beginnings = [from, last && moved(now, last, -1), next && now].filter(isGiven);
  const ends = [
    before,
    last && justAfter(now),
    next && justAfter(moved(now, next, 1)),
    olderThan && moved(now, olderThan, -1),
  ].filter(isGiven);
  return {
    ...(beginnings.length > 0 ? { from: instant(Math.max(...beginnings)) } : {}),
    ...(ends.length > 0 ? { before: instant(Math.min(...ends)) } : {}),
  };
}

function isGiven(at: Instant | null | undefined): at is Instant {
  return at !== null && at !== undefined;
}

/** Whether no instant lies between these bounds. */
export function holdsNothing({ from, before }: Bounds): boolean {
  return from !== undefined && before !== undefined && from >= before;
}
