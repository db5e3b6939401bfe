import type { Incident, Obligation } from "../../live/state.js";
import { columnsOf, type Timeline } from "./timeline.js";

/** What the wall sounds for, until somebody acknowledges it. */
export type Alarm =
  | { readonly key: string; readonly kind: "LAPSED"; readonly duty: Obligation }
  | { readonly key: string; readonly kind: "HIGH"; readonly incident: Incident };

/** Terms that lapsed since the wall was opened, the latest first. */
export function lapsedSince(timeline: Timeline, now: number, opened: number): readonly Alarm[] {
  const [from, to] = columnsOf(timeline, now).OVERDUE;
  const alarms: Alarm[] = [];
  for (let at = to - 1; at >= from && (timeline.ends[at] ?? 0) >= opened; at -= 1) {
    const duty = timeline.duties[at];
    if (duty) alarms.push({ key: `LAPSED ${duty.id} ${duty.dueAt}`, kind: "LAPSED", duty });
  }
  return alarms;
}

/** The level that each incident had when the wall saw it last. */
export type Levels = ReadonlyMap<string, Incident["severity"]>;

/**
 * Incidents that have come to the level High: newly reported with it since the wall was opened, or raised to it since the wall saw
 * them first. What is retracted sounds no more.
 */
export function newlyHigh(
  before: ReadonlySet<string>,
  levels: Levels,
  incidents: Iterable<Incident>,
  opened: number,
): ReadonlySet<string> {
  const high = new Set<string>();
  for (const { id, severity, receivedAt, retractedAt } of incidents) {
    if (severity !== "HIGH" || retractedAt) continue;
    const isNew = Date.parse(receivedAt) >= opened;
    const isRaised = levels.has(id) && levels.get(id) !== "HIGH";
    if (before.has(id) || isNew || isRaised) high.add(id);
  }
  return high;
}
