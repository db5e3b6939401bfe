/**
 * The duties of one SOC, reckoned slowly and in the plainest way from everything that was said: written from the order
 * and from our readings of it (docs/statute.md) alone. It imports nothing, least of all the code that it is compared with.
 * Instants are milliseconds; events stand in the order in which they were received.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TERM = {
  "R9.1": 15 * MINUTE,
  "R9.2": 15 * MINUTE,
  "R9.3": 72 * HOUR,
  "R9.4": 72 * HOUR,
  "R9.5": 72 * HOUR,
  "R9.6": 72 * HOUR,
  "RA.1": 48 * HOUR,
};

type Level = "UNDETERMINED" | "LOW" | "MEDIUM" | "HIGH";
/** An object by its id where it is registered, by its description where it is not; null: not known whether protected. */
export type HarmedObject = string | { readonly description: string; readonly isProtected: boolean | null };
export interface DutyName {
  readonly rule: keyof typeof TERM;
  readonly incident: string | null;
  readonly notification: string | null;
  /** The id or the description. */
  readonly object: string | null;
}
interface Said {
  /** When it was received. */
  readonly at: number;
}
type OfIncident = Said & { readonly incident: string };
type Told = OfIncident & {
  readonly confirmedAt: number;
  readonly objects: readonly HarmedObject[];
  readonly notifications: readonly string[];
};
type Report = Told & { readonly does: "REPORT"; readonly severity: Level | null };
type Card = Told & { readonly does: "CARD"; readonly severity: Level; readonly occurredAt: number };
type Analysis = "THREAT_ANALYSIS" | "EVENT_ANALYSIS";
/** It may say that an incident was confirmed, to which the notifications led. */
export type Analysed = Said & {
  readonly does: Analysis;
  readonly notifications: readonly string[];
  readonly incident?: string | null;
};
export type Event =
  | Report
  | Card
  | (OfIncident & { readonly does: "REVIEW"; readonly severity: Level })
  | (OfIncident & { readonly does: "OWNER_NOTIFIED"; readonly object: string; readonly notifiedAt: number })
  | (OfIncident & { readonly does: "CORRECTION"; readonly confirmedAt: number })
  | (OfIncident & { readonly does: "RETRACTION_REQUESTED" | "RETRACTED" })
  | Analysed
  | (Said & { readonly does: "DENIAL"; readonly notifications: readonly string[] })
  | (Said & { readonly does: "WITHDRAWN"; readonly notification: string })
  | (Said & { readonly does: "WAIVER"; readonly duty: DutyName })
  | (Said & { readonly does: "RECEIVED_OTHERWISE"; readonly duty: DutyName; readonly receivedAt: number });
interface Notification {
  readonly id: string;
  readonly subject: "THREAT" | "EVENT" | "INCIDENT";
  readonly availableAt: number;
}
export interface History {
  readonly inForceFrom: number;
  readonly objects: readonly {
    readonly id: string;
    readonly protectedDuring: readonly { readonly from: number; readonly until: number | null }[];
  }[];
  readonly notifications: readonly Notification[];
  readonly events: readonly Event[];
}
export interface JudgedDuty extends DutyName {
  readonly startsAt: number;
  readonly dueAt: number;
  readonly standing: "RUNNING" | "MET" | "MET_LATE" | "OVERDUE" | "WAIVED";
  readonly lateness: number;
}

/** Every duty that has opened, as it stands at that instant, which no event and no notification follows. */
export function dutiesAt(history: History, now: number): JudgedDuty[] {
  const opened = new Map<string, DutyName>();
  // What has opened stays, so the duties are those that any beginning of the history opens.
  for (const known of beginnings(history)) for (const duty of opens(known)) opened.set(keyOf(duty), duty);
  return [...opened.values()].map((duty) => judge(history, duty, now));
}

/** One text for each duty. */
export function keyOf({ rule, incident, notification, object }: DutyName): string {
  return JSON.stringify([rule, incident, notification, object]);
}

/** The history as it was known after no event, after one, and so on to the last. */
function beginnings(history: History): History[] {
  return [history.events.length, ...history.events.keys()]
    .toSorted((a, b) => a - b)
    .map((heard) => ({ ...history, events: history.events.slice(0, heard) }));
}

function before(history: History, event: Event): History {
  return { ...history, events: history.events.slice(0, history.events.indexOf(event)) };
}

function owedFor(rule: DutyName["rule"], whose: Partial<DutyName>): DutyName {
  return { incident: null, notification: null, object: null, ...whose, rule };
}

// What opens

function opens(known: History): DutyName[] {
  return [
    ...incidents(known).flatMap((incident) => opensForIncident(known, incident)),
    ...inForce(known).flatMap((notification) => opensForNotification(known, notification)),
  ];
}

/** Notifications that became available before the order was in force open nothing either. */
function inForce(known: History): Notification[] {
  return known.notifications.filter(({ availableAt }) => availableAt >= known.inForceFrom);
}

function opensForIncident(known: History, incident: string): DutyName[] {
  if (runsFrom(known, incident) === null) return [];
  return [
    owedFor("R9.1", { incident }),
    owedFor("R9.3", { incident }),
    ...protectedObjects(known, incident).map((object) => owedFor("R9.2", { incident, object })),
    ...(undeterminedAs(known, incident) === null ? [] : [owedFor("RA.1", { incident })]),
  ];
}

/** R9.2 The registered ones that were protected at the confirmation that counts, the others by what was said of them. */
function protectedObjects(known: History, incident: string): string[] {
  const confirmedAt = runsFrom(known, incident) ?? -Infinity;
  return told(known, incident)
    .flatMap(({ objects }) => objects)
    .flatMap((object) => {
      if (typeof object !== "string") return object.isProtected === true ? [object.description] : [];
      const periods = known.objects.find(({ id }) => id === object)?.protectedDuring ?? [];
      return periods.some(({ from, until }) => from <= confirmedAt && (until === null || confirmedAt < until))
        ? [object]
        : [];
    });
}

/** R9.6 One of an incident asks by itself for the card of the first that it led to; every other incident owes its own. */
function opensForNotification(known: History, { id, subject, availableAt }: Notification): DutyName[] {
  const owing = linked(known, id)
    .slice(subject === "INCIDENT" ? 1 : 0)
    .filter((incident) => (runsFrom(known, incident) ?? Infinity) <= availableAt + TERM["R9.6"])
    .map((incident) => owedFor("R9.6", { notification: id, incident }));
  const own = { THREAT: "R9.4", EVENT: "R9.5", INCIDENT: "R9.6" } as const;
  return [owedFor(own[subject], { notification: id }), ...owing];
}

// From when it runs, when it was met, when it was waived

function judge(history: History, duty: DutyName, now: number): JudgedDuty {
  const notification = history.notifications.find(({ id }) => id === duty.notification);
  const startsAt = notification?.availableAt ?? runsFrom(history, duty.incident ?? "") ?? NaN;
  const dueAt = startsAt + TERM[duty.rule];
  const waiver = waiverOf(history, duty);
  const answered = answeredAt(history, duty);
  const isIgnored =
    waiver !== null &&
    answered !== null &&
    answered > Math.max(dueAt, waiver.at) &&
    // What had met it before stays, though a clock that was set back may have waived it at an earlier instant.
    answeredAt(before(history, waiver), duty) !== answered;
  const metAt = isIgnored ? null : answered;
  const late = (end: number): number => Math.max(0, end - dueAt);
  const as = (standing: JudgedDuty["standing"], lateness: number) => ({ ...duty, startsAt, dueAt, standing, lateness });
  if (metAt !== null && metAt <= dueAt) return as("MET", 0);
  if (metAt !== null) return as("MET_LATE", late(metAt));
  if (waiver !== null) return as("WAIVED", late(waiver.at));
  return now <= dueAt ? as("RUNNING", 0) : as("OVERDUE", late(now));
}

/**
 * The confirmation that counts. One from before the order was in force opens and moves nothing: what it follows stays as it
 * was, by the last confirmation that counted and was in force. Null where there was none.
 */
function runsFrom(history: History, incident: string): number | null {
  return (
    beginnings(history)
      .filter((known) => incidents(known).includes(incident))
      .map((known) => counted(known, incident))
      .findLast((confirmedAt) => confirmedAt >= history.inForceFrom) ?? null
  );
}

/** The earliest, through the gateway or by another way. */
function answeredAt(history: History, duty: DutyName): number | null {
  const receipts = eventsOf(history, "RECEIVED_OTHERWISE").filter((receipt) => keyOf(receipt.duty) === keyOf(duty));
  return first([answeredHere(history, duty), ...receipts.map(({ receivedAt }) => receivedAt)]);
}

function answeredHere(history: History, { rule, incident, notification, object }: DutyName): number | null {
  switch (rule) {
    case "R9.1":
      return first(told(history, incident).map(({ at }) => at));
    case "R9.2":
      return ownerNotifiedAt(history, incident, object);
    case "R9.3":
      return firstCardAt(history, incident);
    case "R9.4":
      return analysedAt(history, "THREAT_ANALYSIS", notification);
    case "R9.5":
      return eventAnsweredAt(history, notification);
    case "R9.6":
      return incident === null ? incidentAnsweredAt(history, notification) : firstCardAt(history, incident);
    case "RA.1":
      return reviewedAt(history, incident);
  }
}

/** R9.2 Told before the incident occurred, by the latest card, does not count. */
function ownerNotifiedAt(history: History, incident: string | null, object: string | null): number | null {
  const occurredAt = cards(history, incident).at(-1)?.occurredAt ?? -Infinity;
  return first(
    eventsOf(history, "OWNER_NOTIFIED")
      .filter((event) => event.incident === incident && event.object === object && event.notifiedAt >= occurredAt)
      .map(({ notifiedAt }) => notifiedAt),
  );
}

/** R9.5 */
function eventAnsweredAt(history: History, notification: string | null): number | null {
  const analysedFirst = analysedAt(history, "EVENT_ANALYSIS", notification);
  const confirmed = linked(history, notification).filter((incident) => !isRetracted(history, incident));
  if (analysedFirst === null && confirmed.length === 0) return deniedAt(history, notification);
  return first([analysedFirst, ...confirmed.map((incident) => firstCardAt(history, incident))]);
}

/** R9.6 of the notification itself: it goes by the first incident that it led to, for ever. Retracted, that one is a denial. */
function incidentAnsweredAt(history: History, notification: string | null): number | null {
  const [confirmed] = linked(history, notification);
  if (confirmed !== undefined && !isRetracted(history, confirmed)) return firstCardAt(history, confirmed);
  return analysedAt(history, "EVENT_ANALYSIS", notification) ?? deniedAt(history, notification);
}

function analysedAt(history: History, kind: Analysis, notification: string | null): number | null {
  return first(
    eventsOf(history, kind)
      .filter(({ notifications }) => notifications.includes(notification ?? ""))
      .map(({ at }) => at),
  );
}

/** A granted retraction is the denial of every notification that led to the incident, made when it was requested. */
function deniedAt(history: History, notification: string | null): number | null {
  const denied = eventsOf(history, "DENIAL").filter(({ notifications }) => notifications.includes(notification ?? ""));
  const retracted = linked(history, notification).filter((incident) => isRetracted(history, incident));
  const requested = retracted.map((incident) =>
    eventsOf(history, "RETRACTION_REQUESTED").findLast((event) => event.incident === incident),
  );
  return first([...denied, ...requested].map((event) => event?.at ?? null));
}

/** RA.1 The place in the history of what first made the level Undetermined. */
function undeterminedAs(history: History, incident: string | null): number | null {
  const place = history.events.findIndex((event) => levelOf(event, incident) === "UNDETERMINED");
  return place === -1 ? null : place;
}

/** RA.1 By another level, or by a review, which may also leave it. */
function reviewedAt(history: History, incident: string | null): number | null {
  const later = history.events.slice((undeterminedAs(history, incident) ?? Infinity) + 1);
  const reviews = later.filter((event) => {
    const level = levelOf(event, incident);
    return level !== null && (level !== "UNDETERMINED" || event.does === "REVIEW");
  });
  return first(reviews.map(({ at }) => at));
}

function levelOf(event: Event, incident: string | null): Level | null {
  const hasLevel = event.does === "REPORT" || event.does === "CARD" || event.does === "REVIEW";
  return hasLevel && event.incident === incident ? event.severity : null;
}

/**
 * The centre's waiver of that duty, the withdrawal of its notification or the retraction of its incident. What opens later, or
 * opens again, has been open from the start, so that it is waived with the rest.
 */
function waiverOf(history: History, duty: DutyName): Event | null {
  const waiver = history.events.find(
    (event) =>
      (event.does === "WAIVER" && keyOf(event.duty) === keyOf(duty)) ||
      (event.does === "WITHDRAWN" && event.notification === duty.notification) ||
      (event.does === "RETRACTED" && event.incident === duty.incident),
  );
  return waiver ?? null;
}

// What was said

function eventsOf<Does extends Event["does"]>(history: History, does: Does): (Event & { does: Does })[] {
  return history.events.filter((event): event is Event & { does: Does } => event.does === does);
}

function incidents(history: History): string[] {
  return [...new Set(history.events.flatMap((event) => (isTold(event) ? [event.incident] : [])))];
}

function isTold(event: Event): event is Report | Card {
  return event.does === "REPORT" || event.does === "CARD";
}

function told(history: History, incident: string | null): (Report | Card)[] {
  return history.events.filter(isTold).filter((event) => event.incident === incident);
}

function cards(history: History, incident: string | null): Card[] {
  return told(history, incident).filter((event) => event.does === "CARD");
}

function firstCardAt(history: History, incident: string | null): number | null {
  return first(cards(history, incident).map(({ at }) => at));
}

/** The centre's last correction, else the earliest that the SOC has declared. */
function counted(history: History, incident: string): number {
  const corrected = eventsOf(history, "CORRECTION").findLast((event) => event.incident === incident);
  return corrected?.confirmedAt ?? Math.min(...told(history, incident).map(({ confirmedAt }) => confirmedAt));
}

/** The incidents that the notification led to, in the order in which that was said. */
function linked(history: History, notification: string | null): string[] {
  const naming = history.events
    .filter((event): event is Report | Card | Analysed => "notifications" in event && event.does !== "DENIAL")
    .filter(({ notifications }) => notifications.includes(notification ?? ""));
  return [...new Set(naming.flatMap(({ incident }) => incident ?? []))];
}

function isRetracted(history: History, incident: string): boolean {
  return eventsOf(history, "RETRACTED").some((event) => event.incident === incident);
}

/** The earliest: a clock that is set back may give a later word an earlier arrival. */
function first(instants: readonly (number | null)[]): number | null {
  const known = instants.filter((instant) => instant !== null);
  return known.length === 0 ? null : Math.min(...known);
}
