import { DAY } from "./instant.js";
import { bandOf, couldHaveSeen, type CountBand, type Socs } from "./sharing.js";

/**
 * Which incidents belong together: those that are joined, directly or through others. Two incidents are joined by two values that both
 * show. One value is not enough: over common ones nearly all incidents of the country are one. Nor is a value that is on many.
 */

/** OPEN: it is one. CLOSED: too few are left of it. MERGED: it has gone into another. */
export const CAMPAIGN_STATES = ["OPEN", "CLOSED", "MERGED"] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/** Milliseconds back from an incident over which others are joined to it. */
export const JOINED_WITHIN = 30 * DAY;
/** The most incidents within that time on which a value may be and still join. */
export const MOST_INCIDENTS = 100;
/** Of them the newest so many are looked at. */
export const NEWEST = 20;
/** Values that join two incidents. */
const VALUES_THAT_JOIN = 2;
const [FEWEST_INCIDENTS, FEWEST_SOCS] = [3, 2];

/** For one value of an incident, those before it that show it within the time. */
export interface Before {
  /** How many, counted up to `MOST_INCIDENTS`: the incident itself is one more. */
  readonly count: number;
  /** The newest of them, `NEWEST` at most. */
  readonly newest: readonly string[];
}

/** The earlier incidents that one is joined to, given what was before each of its values. */
export function joinedTo(values: readonly Before[]): string[] {
  const shared = new Map<string, number>();
  for (const { count, newest } of values)
    if (count < MOST_INCIDENTS) for (const id of newest) shared.set(id, (shared.get(id) ?? 0) + 1);
  return [...shared].filter(([, number]) => number >= VALUES_THAT_JOIN).map(([id]) => id);
}

/** Whether incidents that belong together are a campaign. */
export function isCampaign(incidents: number, socs: number): boolean {
  return incidents >= FEWEST_INCIDENTS && socs >= FEWEST_SOCS;
}

/** The members in groups of those that are joined, directly or through others; each group, and all of them, in the members' order. */
export function groupsOf(
  members: readonly string[],
  pairs: readonly (readonly [one: string, other: string])[],
): readonly (readonly string[])[] {
  const parents = new Map(members.map((member) => [member, member]));
  const rootOf = (member: string): string => {
    let root = member;
    for (let parent = parents.get(root); parent !== undefined && parent !== root; parent = parents.get(root)) {
      // Halves the way for whoever comes next.
      parents.set(root, parents.get(parent) ?? parent);
      root = parent;
    }
    return root;
  };
  for (const [one, other] of pairs) parents.set(rootOf(one), rootOf(other));
  return [...Map.groupBy(members, rootOf).values()];
}

/** What was a group before, and how it may go on. */
export interface Former {
  readonly id: string;
  /** Where its members are now, as places in the list of groups, one for each. */
  readonly places: readonly number[];
  /** Since when it has been a campaign; null where it is none. */
  readonly campaignSince: number | null;
}

/** Of a new group: the former one that it goes on with, if any, and those that have gone into it. */
export interface Succession {
  readonly keeps: string | null;
  readonly takesIn: readonly string[];
}

/**
 * Which of `groups` new groups goes on with which former one. A former group goes on where most of its members are; where several come
 * together, as the one that has been a campaign for longest.
 */
export function successionOf(groups: number, former: readonly Former[]): readonly Succession[] {
  const comers = Map.groupBy(
    former.filter(({ places }) => places.length > 0),
    ({ places }) => mostFrequent(places),
  );
  const rank = ({ campaignSince }: Former): number => campaignSince ?? Infinity;
  return Array.from({ length: groups }, (_, place) => {
    const [kept, ...others] = (comers.get(place) ?? []).toSorted(
      (a, b) => compared(rank(a), rank(b)) || b.places.length - a.places.length || (a.id < b.id ? -1 : 1),
    );
    return { keeps: kept?.id ?? null, takesIn: others.map(({ id }) => id) };
  });
}

/** Of equally frequent ones the first. */
function mostFrequent(places: readonly number[]): number {
  const counts = [...Map.groupBy(places, (place) => place)].map(([place, all]) => [place, all.length] as const);
  return counts.toSorted(([a, some], [b, others]) => others - some || a - b)[0]?.[0] ?? 0;
}

/** As `a - b`, also of what never ends. */
function compared(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** The letters and digits of a number that are not taken for others. */
const CHARACTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** A campaign's number: it tells neither when it was made within the year nor how many there are. `bytes` are five random ones. */
export function campaignNumber(year: number, bytes: Iterable<number>): string {
  const written = [...bytes].map((byte) => CHARACTERS[byte % CHARACTERS.length]).join("");
  return `CAMPAIGN-${year}-${written}`;
}

/** One of a campaign's incidents. */
export interface CampaignMember {
  readonly incidentId: string;
  readonly socId: string;
  /** Of its registered objects. */
  readonly sectors: readonly string[];
}

/** What a SOC is shown of a campaign that it is in; its own incidents are not among those that are counted. */
export interface CampaignShown {
  readonly socId: string;
  readonly incidentIds: readonly string[];
  readonly otherSocs: CountBand;
  readonly otherIncidents: CountBand;
}

/**
 * What each SOC of a campaign is shown of it. Nothing where so few others could be in it that to be shown it would name them:
 * whether any is in it must then not be told (`bandOf`).
 */
export function shownToSocs(members: readonly CampaignMember[], socs: Socs): readonly CampaignShown[] {
  const bySoc = Map.groupBy(members, ({ socId }) => socId);
  return [...bySoc].flatMap(([socId, own]) => {
    const couldHave = couldHaveSeen(
      socId,
      own.map(({ sectors }) => sectors),
      socs,
    );
    const otherSocs = bandOf(bySoc.size - 1, couldHave);
    if (otherSocs.from === 0) return [];
    // Any number of SOCs has any number of incidents: those of one are not told from those of several.
    const otherIncidents = bandOf(members.length - own.length, Infinity);
    return [{ socId, incidentIds: own.map(({ incidentId }) => incidentId), otherSocs, otherIncidents }];
  });
}
