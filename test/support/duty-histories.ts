import fc from "fast-check";
import {
  eventsOf,
  isTold,
  mayName,
  withLinks,
  withoutErrors,
  type DutyName,
  type Event,
  type HarmedObject,
  type History,
} from "./duty-history.js";
import { dutiesAt, receivedOf } from "./duty-model.js";

/** Histories of one SOC, made so that everything in them would be accepted, and so that instants fall on ends of terms. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const START = Date.parse("2026-06-01T00:00:00.000Z");
const INCIDENTS = ["A", "B", "C"];
const CRITICAL = { description: "ЖЭО-3", isProtected: true };
const UNKNOWN = { description: "ЖЭО-3", isProtected: null };
const OTHER = { description: "kiosk", isProtected: false };
const TERMS = [15 * MINUTE, 48 * HOUR, 72 * HOUR];
/** On an end, a millisecond before it and one after it. */
const AROUND = [0, 1, -1];

/** How often each is tried. */
const WEIGHTS: Record<Event["does"], number> = {
  CARD: 4,
  REPORT: 2,
  OWNER_NOTIFIED: 2,
  REVIEW: 1,
  CORRECTION: 1,
  WAIVER: 1,
  CLOSED_BY_SOC: 1,
  RETRACTION_REQUESTED: 1,
  RETRACTED: 1,
  THREAT_ANALYSIS: 1,
  EVENT_ANALYSIS: 1,
  DENIAL: 1,
  WITHDRAWN: 1,
  RECEIVED_OTHERWISE: 1,
  RECLASSIFIED: 2,
  RECEIPT_WITHDRAWN: 1,
  OBJECT_LINKED: 1,
  OBJECT_UNLINKED: 1,
};
const kinds = fc.constantFrom(
  ...(Object.keys(WEIGHTS) as Event["does"][]).flatMap((does) => Array.from({ length: WEIGHTS[does] }, () => does)),
);

const moments = fc
  .tuple(fc.constantFrom(0, 1, 24, 72, -24, -200), fc.constantFrom(...AROUND))
  .map(([hours, ms]) => START + hours * HOUR + ms);
const periods = fc.tuple(moments, fc.option(moments, { nil: null })).map(([from, until]) => [{ from, until }]);

/** The histories, each with an instant at which to judge it. */
export const histories: fc.Arbitrary<{ readonly history: History; readonly now: number }> = fc
  .record({
    inForceFrom: fc.oneof(
      { weight: 2, arbitrary: fc.constant(START - 5_000 * HOUR) },
      { weight: 1, arbitrary: moments },
    ),
    protectedDuring: fc.tuple(periods, periods),
    subjects: fc.array(fc.tuple(fc.constantFrom("THREAT", "EVENT", "INCIDENT"), moments), { maxLength: 3 }),
    steps: fc.array(fc.tuple(kinds, fc.array(fc.nat(59), { minLength: 16, maxLength: 16 })), {
      maxLength: 16,
      size: "max",
    }),
    later: fc.constantFrom(0, 0, 1, 15 * MINUTE, 48 * HOUR, 72 * HOUR),
  })
  .map(({ inForceFrom, protectedDuring, subjects, steps, later }) => {
    // The last one is at first not protected, and registered anew at times.
    const objects = [...protectedDuring, []].map((during, place) => ({ id: `O${place}`, protectedDuring: during }));
    const notifications = subjects.map(([subject, availableAt], place) => ({
      id: `N${place}`,
      subject,
      availableAt: Math.max(START - 24 * HOUR, availableAt),
    }));
    const events: Event[] = [];
    const history: History = { inForceFrom, objects, notifications, events };
    let clock = START;
    for (const [does, choices] of steps) {
      const choose = chooser(choices);
      clock += passed(choose);
      const event = next(history, does, clock, choose);
      if (event) events.push(event);
    }
    const instants = [...events, ...notifications.map(({ availableAt: at }) => ({ at }))].map(({ at }) => at);
    return { history, now: Math.max(clock, ...instants) + later };
  });

type Choose = <Of>(from: readonly Of[]) => Of | undefined;

/** Choices in turn, the simplest first, as fast-check shrinks numbers towards nought. */
function chooser(numbers: readonly number[]): Choose {
  let taken = 0;
  return (from) => from[(numbers[taken++ % numbers.length] ?? 0) % Math.max(1, from.length)];
}

/** Mostly a little; at times a term, or a clock that is set back. */
function passed(choose: Choose): number {
  const jump = choose([1, MINUTE, 5 * MINUTE, HOUR, 15 * MINUTE, 10 * HOUR, 0, 48 * HOUR, 72 * HOUR, -1, -HOUR]) ?? 0;
  return jump + (choose(AROUND) ?? 0);
}

function next(history: History, does: Event["does"], at: number, choose: Choose): Event | null {
  const told = history.events.filter((event) => event.does === "REPORT" || event.does === "CARD");
  const ended = history.events.flatMap((event) => (event.does === "RETRACTED" ? [event.incident] : []));
  const asked = history.events.flatMap((event) => (event.does === "RETRACTION_REQUESTED" ? [event.incident] : []));
  const known = INCIDENTS.filter((id) => told.some(({ incident }) => incident === id) && !ended.includes(id));
  const fresh = INCIDENTS.filter((id) => told.every(({ incident }) => incident !== id));
  const available = history.notifications.filter(({ availableAt }) => availableAt <= at);
  const some = (): string[] => several(available, choose).map(({ id }) => id);
  const incident = choose(known);
  switch (does) {
    case "REPORT": {
      const begun = fresh[0];
      const severity = choose([null, "UNDETERMINED", "LOW"] as const) ?? null;
      return begun === undefined ? null : { does, severity, ...said(history, at, begun, some(), choose) };
    }
    case "CARD": {
      const whose = choose([...known, ...fresh.slice(0, 1)]);
      if (whose === undefined) return null;
      const severity = choose(["LOW", "UNDETERMINED", "HIGH"] as const) ?? "LOW";
      const card = said(history, at, whose, some(), choose);
      return { does, severity, ...card, occurredAt: card.confirmedAt - (choose([0, 1, HOUR, 100 * HOUR]) ?? 0) };
    }
    case "REVIEW": {
      const severity = choose(["LOW", "UNDETERMINED", "MEDIUM"] as const) ?? "LOW";
      return incident === undefined ? null : { does, at, incident, severity };
    }
    case "OWNER_NOTIFIED": {
      const harmed = told.filter((event) => event.incident === incident).flatMap(({ objects }) => objects);
      const object = choose(harmed.map((one) => (typeof one === "string" ? one : one.description)));
      const notifiedAt = Math.min(at, instant(history, at, choose));
      return incident === undefined || object === undefined ? null : { does, at, incident, object, notifiedAt };
    }
    case "CORRECTION": {
      const confirmedAt = Math.min(at, instant(history, at, choose));
      return incident === undefined ? null : { does, at, incident, confirmedAt };
    }
    case "WAIVER": {
      const open = dutiesAt(history, at).filter(({ standing }) => standing === "RUNNING" || standing === "OVERDUE");
      const duty = choose(open.filter((one) => begins(history, one) <= at));
      return duty ? { does, at, duty: named(duty) } : null;
    }
    case "CLOSED_BY_SOC": {
      const left = dutiesAt(history, at).filter(({ rule, standing, incident: whose, object }) => {
        const last = withLinks(withoutErrors(history)).events.findLast(
          (event) => isTold(event) && event.incident === whose,
        );
        const isOpen = standing === "RUNNING" || standing === "OVERDUE";
        return rule === "R9.2" && isOpen && last !== undefined && isTold(last) && !mayName(last, object);
      });
      const duty = choose(left);
      return duty ? { does, at, duty: named(duty) } : null;
    }
    case "RETRACTION_REQUESTED":
      return incident === undefined || asked.includes(incident) ? null : { does, at, incident };
    case "RETRACTED":
      return incident === undefined || !asked.includes(incident) ? null : { does, at, incident };
    case "THREAT_ANALYSIS":
    case "EVENT_ANALYSIS":
    case "DENIAL": {
      const confirmed = choose([null, ...known]) ?? null;
      const answered = several(
        available.filter(
          ({ subject }) => does === "EVENT_ANALYSIS" || (subject === "THREAT") === (does === "THREAT_ANALYSIS"),
        ),
        choose,
      );
      if (answered.length === 0) return null;
      const answer = { at, notifications: answered.map(({ id }) => id) };
      return does === "DENIAL" ? { does, ...answer } : { does, ...answer, incident: confirmed };
    }
    case "WITHDRAWN": {
      const withdrawn = history.events.flatMap((event) => (event.does === "WITHDRAWN" ? [event.notification] : []));
      const notification = choose(available.filter(({ id }) => !withdrawn.includes(id)))?.id;
      // The core knows when it was withdrawn, not what was received before: the test of the fault shows what that does.
      const last = Math.max(at, ...history.events.map((event) => event.at));
      return notification === undefined ? null : { does, at: last, notification };
    }
    case "RECLASSIFIED": {
      const object = history.objects.at(-1)?.id ?? "";
      const earlier = history.events.findLast((event) => event.does === "RECLASSIFIED");
      // Often what was told last is taken back, from when it had been told or before.
      const from = choose([earlier?.from ?? at, instant(history, at, choose)]) ?? at;
      return {
        does,
        at,
        object,
        from: Math.min(at, from),
        isProtected: choose([earlier?.isProtected !== true, true]) ?? true,
      };
    }
    case "RECEIVED_OTHERWISE": {
      // What the owner is owed does not come to the centre; nothing comes before what it is about (L22).
      const duty = choose(dutiesAt(history, at).filter((one) => one.rule !== "R9.2" && receivable(history, one) <= at));
      if (!duty) return null;
      const receivedAt = Math.max(receivable(history, duty), Math.min(at, instant(history, at, choose)));
      return { does, at, id: `R${history.events.length}`, duty: named(duty), receivedAt };
    }
    case "RECEIPT_WITHDRAWN": {
      const before = eventsOf(history, "RECEIPT_WITHDRAWN").map(({ receipt }) => receipt);
      // F24: of an incident that was retracted none is taken back, whichever duty it was recorded on.
      const left = eventsOf(history, "RECEIVED_OTHERWISE").filter(
        (event) => !before.includes(event.id) && !ended.includes(receivedOf(history, event) ?? ""),
      );
      const receipt = choose(left)?.id;
      return receipt === undefined ? null : { does, at, receipt };
    }
    case "OBJECT_LINKED": {
      const harmed = told.filter((event) => event.incident === incident).flatMap(({ objects }) => objects);
      const links = eventsOf(withoutErrors(history), does).filter((event) => event.incident === incident);
      // The core knows when it was linked, not what was received before.
      const last = Math.max(at, ...history.events.map((event) => event.at));
      const description = choose(
        harmed
          .flatMap((one) => (typeof one === "string" ? [] : [one.description]))
          .filter((one) => links.every((link) => link.description !== one)),
      );
      const object = choose(
        history.objects.map(({ id }) => id).filter((id) => links.every((link) => link.object !== id)),
      );
      return incident === undefined || description === undefined || object === undefined
        ? null
        : { does, at: last, incident, description, object };
    }
    case "OBJECT_UNLINKED": {
      const links = eventsOf(withoutErrors(history), "OBJECT_LINKED").filter((event) => event.incident === incident);
      const description = choose(links.map((link) => link.description));
      return incident === undefined || description === undefined ? null : { does, at, incident, description };
    }
  }
}

/** What a report and a card have in common. */
function said(history: History, at: number, incident: string, notifications: string[], choose: Choose) {
  const objects = several<HarmedObject>([...history.objects.map(({ id }) => id), CRITICAL, UNKNOWN, OTHER], choose);
  return { at, incident, confirmedAt: Math.min(at, instant(history, at, choose)), objects, notifications };
}

/** An instant at which something could change: just now, a term ago, the end of a notification's term, the day of force. */
function instant(history: History, at: number, choose: Choose): number {
  const terms = TERMS.map((term) => at - term);
  const ends = history.notifications.map(({ availableAt }) => availableAt + 72 * HOUR);
  const changes = history.objects.flatMap(({ protectedDuring }) =>
    protectedDuring.flatMap(({ from, until }) => [from, until ?? from]),
  );
  const before = history.events.flatMap((event) => {
    if (event.does === "RECLASSIFIED") return [event.from];
    return "confirmedAt" in event ? [event.confirmedAt] : [];
  });
  const moment = choose([at, at - MINUTE, ...terms, ...ends, ...changes, ...before, history.inForceFrom]) ?? at;
  return moment + (choose(AROUND) ?? 0);
}

/** None, one or several. */
function several<Of>(from: readonly Of[], choose: Choose): Of[] {
  const first = choose([null, ...from, ...from]);
  const second = choose([null, null, ...from]);
  return [...new Set([first, second])].filter((one) => one !== null && one !== undefined);
}

function begins(history: History, { notification }: DutyName): number {
  return history.notifications.find(({ id }) => id === notification)?.availableAt ?? -Infinity;
}

/** The earliest at which it can be received: when its notification became available, or its incident occurred. */
function receivable(history: History, duty: DutyName): number {
  if (duty.incident === null) return begins(history, duty);
  const cards = history.events.filter((event) => event.does === "CARD");
  const occurredAt = cards.findLast(({ incident }) => incident === duty.incident)?.occurredAt ?? -Infinity;
  return Math.max(occurredAt, begins(history, duty));
}

function named({ rule, incident, notification, object }: DutyName): DutyName {
  return { rule, incident, notification, object };
}

/** The same history so many milliseconds later, each event after the one before it. */
export function movedBy(history: History, by: number): History {
  let last = -Infinity;
  const events = history.events.map((event) => {
    last = Math.max(last + 1, event.at);
    return { ...event, at: last };
  });
  return moved({ ...history, events }, by);
}

/** Every number of a history is an instant. */
function moved<Value>(value: Value, by: number): Value {
  if (typeof value === "number") return (value + by) as Value;
  if (Array.isArray(value)) return value.map((one: unknown) => moved(one, by)) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, moved<unknown>(one, by)])) as Value;
}
