import type { Alarm } from "../../live/alarms.js";
import type { Fact, Incident } from "../../live/state.js";
import { columnsOf, type Timeline } from "./timeline.js";

/** Terms that lapsed since `opened`, the latest first. */
export function lapsedSince(timeline: Timeline, now: number, opened: number): readonly Alarm[] {
  const [from, to] = columnsOf(timeline, now).OVERDUE;
  const alarms: Alarm[] = [];
  for (let at = to - 1; at >= from && (timeline.ends[at] ?? 0) >= opened; at -= 1) {
    const duty = timeline.duties[at];
    if (duty) alarms.push({ key: `LAPSED ${duty.id} ${duty.dueAt}`, kind: "LAPSED", duty });
  }
  return alarms;
}

/** The level that each incident had when it was seen last. */
export type Levels = ReadonlyMap<string, Incident["severity"]>;

/**
 * Incidents that have come to the level High, by id: newly reported with it since `opened`, or raised to it since. One whose
 * level before is not known (it is older than what the page has read) was raised if the line of facts says that its level was reviewed.
 * What is retracted sounds no more; what the page has let go sounds on.
 */
export function newlyHigh(
  before: ReadonlyMap<string, Incident>,
  levels: Levels,
  { incidents, facts }: { readonly incidents: ReadonlyMap<string, Incident>; readonly facts: readonly Fact[] },
  opened: number,
): ReadonlyMap<string, Incident> {
  const reviewed = new Set(
    facts.flatMap((fact) =>
      fact.kind === "SEVERITY_REVIEWED" && Date.parse(fact.at) >= opened ? [fact.incident.id] : [],
    ),
  );
  const high = new Map([...before].filter(([id]) => !incidents.has(id)));
  for (const [id, incident] of incidents) {
    if (incident.severity !== "HIGH" || incident.retractedAt) continue;
    const isNew = Date.parse(incident.receivedAt) >= opened;
    const isRaised = levels.has(id) ? levels.get(id) !== "HIGH" : reviewed.has(id);
    if (before.has(id) || isNew || isRaised) high.set(id, incident);
  }
  return high;
}
