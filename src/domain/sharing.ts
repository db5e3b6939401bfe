import { DAY, dateInAlmaty, dayInAlmaty, instant, type Instant } from "./instant.js";
import { MARKINGS, type Marking } from "./notification.js";

/**
 * What a SOC is told of how many others have what it has, and what not: bands instead of numbers, so that nobody learns of one other
 * SOC, when it reported, or what. Each answer is fixed for the day, so that asking often tells no more than asking once.
 */

/** From so many to so many; `to` is null where there is no upper edge. */
export interface CountBand {
  readonly from: number;
  readonly to: number | null;
}

/** Days in Asia/Almaty over which others' sightings count, and today so far. */
const WINDOW_DAYS = 30;
/** Distinct values, new to a SOC, of which it is told in a day; the others wait for the next: guessing by cards is slow. */
export const NEW_VALUES_A_DAY = 5_000;
/** Where fewer other SOCs could have seen something, whether any did would name them. */
const FEWEST_OTHERS = 3;

const NONE: CountBand = { from: 0, to: 0 };
const FEW: CountBand = { from: 1, to: 2 };
/** One answer, where few could have seen it. */
const NONE_OR_FEW: CountBand = { from: 0, to: 2 };
const BANDS: readonly CountBand[] = [NONE, FEW, { from: 3, to: 5 }, { from: 6, to: 10 }, { from: 11, to: null }];
/** So many are as good as all: nobody needs to be counted beyond. */
export const MOST_COUNTED = 11;

/** From when on others' sightings count: the beginning of a day in Asia/Almaty, so that none leaves in the course of a day. */
export function windowStart(now: Instant): Instant {
  const noon = dayInAlmaty(dateInAlmaty(now)) + DAY / 2;
  return dayInAlmaty(dateInAlmaty(instant(noon - WINDOW_DAYS * DAY)));
}

/** The band of `others`, where `couldHave` other SOCs could be among them. */
export function bandOf(others: number, couldHave: number): CountBand {
  const band = BANDS.findLast(({ from }) => others >= from) ?? NONE;
  return couldHave < FEWEST_OTHERS && band.from <= FEW.from ? NONE_OR_FEW : band;
}

/** The strictest of what the national centre marked a value with; AMBER where it marked nothing: a card has no marking. */
export function strictest(markings: readonly Marking[]): Marking {
  const places = markings.map((marking) => MARKINGS.indexOf(marking));
  return MARKINGS[Math.max(...places)] ?? "AMBER";
}

/** Whether SOCs are told that others have a value of this marking. */
export function isCounted(marking: Marking): boolean {
  return marking !== "RED" && marking !== "AMBER_STRICT";
}

/** What there is to know of a value that a SOC has. */
export interface SpreadFacts {
  /** Other SOCs with a sighting in the window, up to `MOST_COUNTED`. */
  readonly others: number;
  /** Other SOCs that could have one: those of the sectors of the incident, of several incidents of the one with fewest. */
  readonly couldHave: number;
  /** With what the national centre marked it, whoever was told. */
  readonly markings: readonly Marking[];
  /** With what the SOC was told of it. */
  readonly told: readonly Marking[];
}

/** What a SOC is told of a value. */
export interface Spread {
  readonly otherSocs: CountBand;
  readonly marking: Marking;
}

/**
 * A value that must not be counted looks like one that nobody else has, or its absence would tell that the national centre told
 * somebody of it. The marking is the one that the SOC itself was told.
 */
export function judgeSpread({ others, couldHave, markings, told }: SpreadFacts): Spread {
  const counted = isCounted(strictest(markings)) ? others : 0;
  return { otherSocs: bandOf(counted, couldHave), marking: strictest(told) };
}

/** Which SOCs there are, and which of them cover objects of a sector. */
export interface Socs {
  readonly bySector: ReadonlyMap<string, ReadonlySet<string>>;
  readonly all: ReadonlySet<string>;
}

/** How many of `all` but `soc` could have seen what incidents in these sectors show: of the incident with fewest. */
export function couldHaveSeen(soc: string, incidents: readonly (readonly string[])[], { bySector, all }: Socs): number {
  const othersAmong = (socs: ReadonlySet<string>): number => socs.size - (socs.has(soc) ? 1 : 0);
  const ofEach = incidents.map((sectors) =>
    // Of an object that is not registered no sector is known.
    sectors.length === 0 ? all : new Set(sectors.flatMap((sector) => [...(bySector.get(sector) ?? [])])),
  );
  return Math.min(othersAmong(all), ...ofEach.map(othersAmong));
}
