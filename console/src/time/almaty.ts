/** Times as clocks in Almaty show them; an instant is milliseconds since 1970-01-01T00:00:00Z. The browser's own zone is never asked. */

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Kazakhstan keeps one time zone, UTC+5, since 1 March 2024, 00:00 by the clocks of Almaty until then (UTC+6). */
const ONE_ZONE = Date.UTC(2024, 1, 29, 18);

/** What a clock shows, and how many hours that is ahead of UTC; `month` counts from 1. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ahead: number;
}

/** What clocks in Almaty show at `at`. */
export function clockInAlmaty(at: number): WallClock {
  const ahead = at >= ONE_ZONE ? 5 : aheadBefore2024(at);
  const shown = new Date(at + ahead * HOUR);
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    second: shown.getUTCSeconds(),
    ahead,
  };
}

/** The instant at which clocks in Almaty show this; null where no calendar or clock has it. */
export function atInAlmaty(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number | null {
  const asUtc = Date.UTC(year, month - 1, day, hour, minute, second);
  const shown = new Date(asUtc);
  const exists =
    year >= 1970 &&
    shown.getUTCFullYear() === year &&
    shown.getUTCMonth() === month - 1 &&
    shown.getUTCDate() === day &&
    hour < 24 &&
    minute < 60 &&
    second < 60;
  if (!exists) return null;
  // Where clocks went back, a time came twice: the later one counts, as the zone since is nearer to it.
  const found = [5, 6, 7]
    .map((ahead) => asUtc - ahead * HOUR)
    .find((at) => at + clockInAlmaty(at).ahead * HOUR === asUtc);
  return found ?? null;
}

/** A number below 100 in two digits. */
export function two(value: number): string {
  return String(value).padStart(2, "0");
}

let almaty: Intl.DateTimeFormat | undefined;

/** UTC+5, +6 or +7, with summer time until 2004: what the time-zone database has of years that no rule changes any more. */
function aheadBefore2024(at: number): number {
  almaty ??= new Intl.DateTimeFormat("en", { timeZone: "Asia/Almaty", timeZoneName: "longOffset" });
  const zone = almaty.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
  return Number(/\+0(\d)/.exec(zone)?.[1] ?? 6);
}
