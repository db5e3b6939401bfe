import { dateInAlmaty, dayInAlmaty, instant, type Instant, type LocalDate } from "./instant.js";
import { standing, type Means, type Obligation } from "./obligations.js";
import type { Violation, Warning } from "./verdict.js";
import { say } from "./wording/wording.js";

/** Days of Asia/Almaty: from one (included) to another (not included). */
export interface DaySpan {
  readonly from: LocalDate;
  readonly before: LocalDate;
}

/** The longest period of a timeliness query, in calendar years. */
const MOST_YEARS = 10;

/** F18: a period ends after it begins, and ten years later at the latest. */
export function judgeDaySpan({ from, before }: DaySpan): Violation[] {
  const years = Number(before.slice(0, 4)) - Number(from.slice(0, 4));
  const isTooLong = years > MOST_YEARS || (years === MOST_YEARS && before.slice(4) > from.slice(4));
  if (before > from && !isTooLong) return [];
  return [{ rule: "F18", path: ["before"], says: say("periodUnfit", { from, years: MOST_YEARS }) }];
}

/** The part of a calendar month of Asia/Almaty that lies in a period. */
export interface MonthSpan {
  /** The month's first day, which may lie before the period. */
  readonly month: LocalDate;
  readonly startsAt: Instant;
  /** Not included. */
  readonly endsAt: Instant;
}

/** The calendar months that a period touches, earliest first. */
export function monthsOf({ from, before }: DaySpan): MonthSpan[] {
  const spans: MonthSpan[] = [];
  let month = `${from.slice(0, 8)}01` as LocalDate;
  for (;;) {
    const next = monthAfter(month);
    // Dates compare as texts as long as their years have four digits.
    const isLast = next.length > before.length || next >= before;
    spans.push({
      month,
      startsAt: dayInAlmaty(month < from ? from : month),
      endsAt: dayInAlmaty(isLast ? before : next),
    });
    if (isLast) return spans;
    month = next;
  }
}

/** The last month that has a date after it; of that one nothing is whole. */
const LAST = "9999-12-01";

/** A part of a month whose duties are counted one by one: added, or taken off the sums of the whole month. */
interface CountedPart extends MonthSpan {
  readonly times: 1 | -1;
}

/**
 * From what the duties of these spans are counted, where the sums of whole months are known: of a month of which more than half
 * is asked for from its sums, less what is not.
 */
export function bySums(spans: readonly MonthSpan[]): {
  readonly tallied: readonly LocalDate[];
  readonly parts: readonly CountedPart[];
} {
  const tallied: LocalDate[] = [];
  const parts: CountedPart[] = [];
  for (const [place, span] of spans.entries()) {
    const { month, startsAt, endsAt } = span;
    if (place > 0 && place < spans.length - 1) {
      // Between two others it is whole.
      tallied.push(month);
      continue;
    }
    const begins = dayInAlmaty(month);
    const ends = month < LAST ? dayInAlmaty(monthAfter(month)) : instant(Infinity);
    if (endsAt - startsAt > (ends - begins) / 2) {
      tallied.push(month);
      if (begins < startsAt) parts.push({ month, startsAt: begins, endsAt: startsAt, times: -1 });
      if (endsAt < ends) parts.push({ month, startsAt: endsAt, endsAt: ends, times: -1 });
    } else parts.push({ ...span, times: 1 });
  }
  return { tallied, parts };
}

function monthAfter(month: LocalDate): LocalDate {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  const text = number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, "0")}-01`;
  return text as LocalDate;
}

/**
 * How many duties stand how. Those of retracted incidents are none of the others (L18); `opened` is the sum of `met`, `late`,
 * `overdue`, `waived`, `waivedLate` and `running`. The last three say of those that were met how that is known.
 */
const COUNTS = [
  "opened",
  "met",
  "late",
  "overdue",
  "waived",
  "waivedLate",
  "running",
  "retracted",
  "bySocStatement",
  "receivedOtherwise",
  "leftUndetermined",
] as const;

export type Tally = Readonly<Record<(typeof COUNTS)[number], number>>;

/** The tallies as one. */
export function total(tallies: readonly Tally[]): Tally {
  const sum = (count: keyof Tally): number => tallies.reduce((all, tally) => all + tally[count], 0);
  return Object.fromEntries(COUNTS.map((count) => [count, sum(count)])) as unknown as Tally;
}

/** The share met in time among duties that were met, are overdue or were when they were waived (L20), 0 to 1; null if there are none. */
export function shareInTime({ met, late, overdue, waivedLate }: Tally): number | null {
  const judged = met + late + overdue + waivedLate;
  return judged === 0 ? null : met / judged;
}

/** Ascending by the share in time; rows without a share last. */
export function byShareInTime(one: { readonly shareInTime: number | null }, other: typeof one): number {
  return (one.shareInTime ?? 2) - (other.shareInTime ?? 2);
}

/** A duty as it is counted. */
export type CountedDuty = Obligation & { readonly isRetracted?: boolean };

/**
 * The months that have ended by `now` of which a change of these duties moves the counts: a warning for each rule. What was told
 * of such a month is not what `timeliness` says of it any more. That what was running is met in its time was to be expected.
 */
export function figuresChanged(before: readonly CountedDuty[], after: readonly CountedDuty[], now: Instant): Warning[] {
  const [were, are] = [countsOf(before, now), countsOf(after, now)];
  const months = new Map<Obligation["rule"], Set<LocalDate>>();
  for (const [key, { rule, month }] of [...were.counted, ...are.counted])
    if (were.times(key) !== are.times(key) && dayInAlmaty(monthAfter(month)) <= now)
      months.set(rule, (months.get(rule) ?? new Set()).add(month));
  return inOrder(months);
}

/**
 * The same where dossiers are linked as one incident, or taken apart: distinct incidents are counted by rule and month, and those
 * that had a duty of the same rule in the same month are one, or one no more.
 */
export function distinctChanged(
  duties: readonly (CountedDuty & { readonly incidentId: string | null })[],
  now: Instant,
): Warning[] {
  const months = new Map<Obligation["rule"], Set<LocalDate>>();
  const incidents = new Map<string, string | null>();
  for (const { rule, startsAt, incidentId } of duties.filter(({ isVoid, isRetracted }) => !isVoid && !isRetracted)) {
    const month = monthOf(startsAt);
    const key = `${rule} ${month}`;
    const isOfAnother = incidents.has(key) && incidents.get(key) !== incidentId;
    if (isOfAnother && dayInAlmaty(monthAfter(month)) <= now)
      months.set(rule, (months.get(rule) ?? new Set()).add(month));
    incidents.set(key, incidentId);
  }
  return inOrder(months);
}

function inOrder(months: ReadonlyMap<Obligation["rule"], ReadonlySet<LocalDate>>): Warning[] {
  return [...months]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([rule, changed]) => ({ rule, path: [], says: say("figuresChanged", { months: [...changed].toSorted() }) }));
}

function monthOf(at: Instant): LocalDate {
  return `${dateInAlmaty(at).slice(0, 7)}-01` as LocalDate;
}

/** One such warning for each rule of all that one submission does. */
export function figuresTogether(warnings: readonly Warning[]): Warning[] {
  const months = new Map<Warning["rule"], Set<LocalDate>>();
  for (const { rule, says } of warnings)
    if (says.key === "figuresChanged") months.set(rule, new Set([...(months.get(rule) ?? []), ...says.about.months]));
  const told = new Set<Warning["rule"]>();
  return warnings.flatMap((one): Warning[] => {
    const { rule } = one;
    if (one.says.key !== "figuresChanged") return [one];
    if (told.has(rule)) return [];
    told.add(rule);
    return [{ ...one, says: say("figuresChanged", { months: [...(months.get(rule) ?? [])].toSorted() }) }];
  });
}

/** How often each count of a rule and a month counts one of these duties. */
function countsOf(duties: readonly CountedDuty[], now: Instant) {
  const counted = new Map<string, { readonly rule: Obligation["rule"]; readonly month: LocalDate }>();
  const times = new Map<string, number>();
  for (const duty of duties.filter(({ isVoid }) => !isVoid)) {
    const { rule } = duty;
    const month = monthOf(duty.startsAt);
    const key = JSON.stringify([rule, month, countedAs(duty, now)]);
    counted.set(key, { rule, month });
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  return { counted, times: (key: string): number => times.get(key) ?? 0 };
}

/** Means that are counted by themselves. */
const COUNTED_MEANS: readonly (Means | null)[] = ["SOC_STATEMENT", "RECEIVED_OTHERWISE", "REVIEW_LEFT_UNDETERMINED"];

/** By what a duty is told from others in the counts of its month. */
function countedAs(duty: CountedDuty, now: Instant): readonly unknown[] {
  if (duty.isRetracted) return ["retracted"];
  const { waivedAt, dueAt, metBy } = duty;
  const as = standing(duty, now);
  if (as === "RUNNING" || (as === "MET" && !COUNTED_MEANS.includes(metBy))) return ["RUNNING"];
  if (as === "WAIVED") return [as, waivedAt !== null && waivedAt > dueAt];
  return [as, COUNTED_MEANS.includes(metBy) ? metBy : null];
}
