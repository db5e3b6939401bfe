import { standingAt } from "../../live/standing.js";
import type { Incident, Obligation } from "../../live/state.js";
import { dutyOfDue, type IncidentsView } from "./incidents-view.js";

/** Open duties by the incident that they are about, the nearest end first. */
export function dutiesByIncident(obligations: Iterable<Obligation>): ReadonlyMap<string, readonly Obligation[]> {
  const duties = new Map<string, Obligation[]>();
  for (const duty of obligations) {
    const { incident } = duty;
    if (!incident) continue;
    const held = duties.get(incident.id);
    if (held) held.push(duty);
    else duties.set(incident.id, [duty]);
  }
  for (const held of duties.values()) held.sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
  return duties;
}

/** Whether an incident belongs to the list, as far as the page itself knows it: what the gateway would answer. */
export function fits(incident: Incident, duties: readonly Obligation[], view: IncidentsView, now: number): boolean {
  const { soc, levels, type, question, due } = view;
  const open = incident.openQuestions;
  const owed = due === "" ? null : dutyOfDue(due);
  return (
    (soc === "" || incident.soc?.code.toUpperCase() === soc) &&
    (levels.length === 0 || levels.some((level) => level === incident.severity)) &&
    (type === "" || incident.type === type) &&
    (question === "" || (question === "ANY" ? open.length > 0 : open.includes(question))) &&
    (owed === null ||
      duties.some((duty) => duty.kind === owed.kind && (!owed.isOverdue || standingAt(duty, now) === "OVERDUE")))
  );
}

/**
 * A page of the list as it is now: what was read, as it stands since, and on the first page what has come since. What a list of
 * duties no longer holds goes away by the same rule as at the gateway.
 */
export function rowsOf(
  read: readonly Incident[],
  heard: ReadonlyMap<string, Incident>,
  fitsNow: (incident: Incident) => boolean,
  page: { readonly isFirst: boolean; readonly hasNext: boolean },
): readonly Incident[] {
  const known = new Set(read.map(({ id }) => id));
  const rows = read.flatMap((one) => {
    const now = heard.get(one.id);
    return now === undefined ? [one] : fitsNow(now) ? [now] : [];
  });
  if (!page.isFirst) return rows;
  const times = read.map(({ receivedAt }) => Date.parse(receivedAt));
  const newest = Math.max(0, ...times);
  // Of a page that is of one instant from its beginning to its end, the next may be too.
  const isOfOne = page.hasNext && times.every((at) => at === newest);
  const come = [...heard.values()].filter((one) => {
    const at = Date.parse(one.receivedAt);
    return !known.has(one.id) && (isOfOne ? at > newest : at >= newest) && fitsNow(one);
  });
  return [...come.sort((a, b) => Date.parse(b.receivedAt) - Date.parse(a.receivedAt)), ...rows];
}
