import { atInAlmaty, clockInAlmaty, DAY, MINUTE, two } from "./almaty.js";

/** A day as it was typed; without a year where none was. */
interface TypedDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** Whether a field is about what has happened, or also about what is to come. */
export type Meant = "PAST" | "ANY";

/** Milliseconds into the future that somebody mistypes or that a clock is wrong by: it is shown as it was typed, not made a day ago. */
const SLIP = 60 * MINUTE;

/**
 * What a person typed into a field for a date and time, in Almaty, as an instant; null where it is none. Understood are
 * `02.03.2026 03:05:00`, `2.3.26 3:05`, `02.03 03:05`, `03:05`, `0305`, `2026-03-02T03:05` and a whole RFC 3339 time with its
 * offset. What is left out is what is nearest to `now`, but not in the future where `meant` is what has happened: at 15:47,
 * `3:05` is last night's.
 */
export function parseDateTime(typed: string, now: number, meant: Meant = "PAST"): number | null {
  const text = typed.trim();
  if (/^\d{4}-\d\d-\d\dT.+(?:Z|[+-]\d\d:\d\d)$/i.test(text)) {
    const at = Date.parse(text);
    return Number.isNaN(at) ? null : at;
  }
  const { day, rest } = takeDay(text);
  const time = takeTime(rest);
  return time === null ? null : nearest(day, time, now, meant);
}

/** What a person typed into a field for a date: `YYYY-MM-DD`, or null where it is none. A year that is left out is the nearest. */
export function parseDate(typed: string, now: number): string | null {
  const { day, rest } = takeDay(typed.trim());
  if (day === null || rest !== "") return null;
  const at = nearest(day, [12, 0, 0], now, "ANY");
  if (at === null) return null;
  const { year, month, day: ofMonth } = clockInAlmaty(at);
  return `${year}-${two(month)}-${two(ofMonth)}`;
}

function takeDay(text: string): { readonly day: TypedDay | null; readonly rest: string } {
  const iso = /^(\d{4})-(\d\d?)-(\d\d?)(?:[T\s,]+|$)/i.exec(text);
  if (iso) return { day: dayOf(iso[1], iso[2], iso[3]), rest: text.slice(iso[0].length) };
  const local = /^(\d\d?)[./-](\d\d?)(?:[./-](\d{4}|\d\d))?\.?(?:[\s,]+|$)/.exec(text);
  if (local) return { day: dayOf(local[3], local[2], local[1]), rest: text.slice(local[0].length) };
  const digits = /^(\d\d)(\d\d)(\d{4})(?:[\s,]+|$)/.exec(text);
  if (digits) return { day: dayOf(digits[3], digits[2], digits[1]), rest: text.slice(digits[0].length) };
  return { day: null, rest: text };
}

function dayOf(year: string | undefined, month: string | undefined, day: string | undefined): TypedDay {
  const written = year === undefined ? null : Number(year.length === 2 ? `20${year}` : year);
  return { year: written, month: Number(month), day: Number(day) };
}

type TypedTime = readonly [hour: number, minute: number, second: number];

function takeTime(text: string): TypedTime | null {
  const apart = /^(\d\d?)[:.\s](\d\d)(?:[:.\s](\d\d)(?:\.\d+)?)?$/.exec(text);
  const together = /^(\d\d)(\d\d)(\d\d)?$/.exec(text);
  const found = apart ?? together;
  return found && [Number(found[1]), Number(found[2]), Number(found[3] ?? 0)];
}

/** The typed moment that is nearest to `now`, of those that what was left out allows. */
function nearest(typed: TypedDay | null, time: TypedTime, now: number, meant: Meant): number | null {
  const { year } = clockInAlmaty(now);
  const days: TypedDay[] =
    typed === null
      ? [-1, 0, 1].map((ahead) => clockInAlmaty(now + ahead * DAY))
      : [-1, 0, 1].map((ahead) => ({ ...typed, year: typed.year ?? year + ahead }));
  const moments = days
    .map(({ year: on, month, day }) => atInAlmaty(on ?? year, month, day, ...time))
    .filter((at) => at !== null);
  const nearby = moments.filter((at) => meant === "ANY" || at <= now + SLIP);
  return (
    (nearby.length > 0 ? nearby : moments).toSorted((one, other) => Math.abs(one - now) - Math.abs(other - now))[0] ??
    null
  );
}
