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
interface Told {
  readonly at: number;
  readonly incident: string;
  readonly confirmedAt: number;
  readonly objects: readonly HarmedObject[];
  readonly notifications: readonly string[];
}
type Report = Told & { readonly does: "REPORT"; readonly severity: Level | null };
type Card = Told & { readonly does: "CARD"; readonly severity: Level; readonly occurredAt: number };
interface Answer {
  readonly does: "THREAT_ANALYSIS" | "EVENT_ANALYSIS" | "DENIAL";
  readonly at: number;
  readonly notifications: readonly string[];
}
export type Event =
  | Report
  | Card
  | Answer
  | { readonly does: "REVIEW"; readonly at: number; readonly incident: string; readonly severity: Level }
  | {
      readonly does: "OWNER_NOTIFIED";
      readonly at: number;
      readonly incident: string;
      readonly object: string;
      readonly notifiedAt: number;
    }
  | { readonly does: "CORRECTION"; readonly at: number; readonly incident: string; readonly confirmedAt: number }
  | { readonly does: "RETRACTION_REQUESTED" | "RETRACTED"; readonly at: number; readonly incident: string }
  | { readonly does: "WITHDRAWN"; readonly at: number; readonly notification: string }
  | { readonly does: "WAIVER"; readonly at: number; readonly duty: DutyName }
  | { readonly does: "RECEIVED_OTHERWISE"; readonly at: number; readonly duty: DutyName; readonly receivedAt: number };
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
  for (const known of beginnings(history)) {
    for (const duty of opens(known)) opened.set(keyOf(duty), duty);
    // R9.6 When the first linked incident is retracted, the notification's own duty goes by the next and takes its place.
    for (const { id, subject } of known.notifications) {
      const [incident] = leading(known, id);
      if (subject === "INCIDENT" && incident !== undefined)
        opened.delete(keyOf(owedFor("R9.6", { notification: id, incident })));
    }
  }
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

/** A confirmation before the order was in force opens nothing, whatever it would open. */
function isInForce(known: History, incident: string): boolean {
  return counted(known, incident) >= known.inForceFrom;
}

/** Notifications that became available before the order was in force open nothing either. */
function inForce(known: History): Notification[] {
  return known.notifications.filter(({ availableAt }) => availableAt >= known.inForceFrom);
}

function opensForIncident(known: History, incident: string): DutyName[] {
  if (!isInForce(known, incident)) return [];
  return [
    owedFor("R9.1", { incident }),
    owedFor("R9.3", { incident }),
    ...protectedObjects(known, incident).map((object) => owedFor("R9.2", { incident, object })),
    ...(undeterminedAs(known, incident) === null ? [] : [owedFor("RA.1", { incident })]),
  ];
}

/** R9.2 The registered ones that were protected at the confirmation that counts, the others by what was said of them. */
function protectedObjects(known: History, incident: string): string[] {
  const confirmedAt = counted(known, incident);
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

function opensForNotification(known: History, { id, subject, availableAt }: Notification): DutyName[] {
  const owing = leading(known, id)
    .slice(subject === "INCIDENT" ? 1 : 0)
    .filter((incident) => isInForce(known, incident))
    .filter((incident) => counted(known, incident) <= availableAt + TERM["R9.6"])
    .map((incident) => owedFor("R9.6", { notification: id, incident }));
  const own = { THREAT: "R9.4", EVENT: "R9.5", INCIDENT: "R9.6" } as const;
  return [owedFor(own[subject], { notification: id }), ...owing];
}

// From when it runs, when it was met, when it was waived

function judge(history: History, duty: DutyName, now: number): JudgedDuty {
  const notification = history.notifications.find(({ id }) => id === duty.notification);
  const startsAt = notification?.availableAt ?? runsFrom(history, duty.incident ?? "");
  const dueAt = startsAt + TERM[duty.rule];
  const answered = first([
    answeredAt(history, duty),
    ...eventsOf(history, "RECEIVED_OTHERWISE")
      .filter((receipt) => keyOf(receipt.duty) === keyOf(duty))
      .map(({ receivedAt }) => receivedAt),
  ]);
  const waivedAt = waived(history, duty);
  const isIgnored = answered !== null && waivedAt !== null && answered > Math.max(dueAt, waivedAt);
  const metAt = isIgnored ? null : answered;
  const late = (until: number): number => Math.max(0, until - dueAt);
  const as = (standing: JudgedDuty["standing"], lateness: number) => ({ ...duty, startsAt, dueAt, standing, lateness });
  if (metAt !== null && metAt <= dueAt) return as("MET", 0);
  if (metAt !== null && (waivedAt === null || metAt <= waivedAt)) return as("MET_LATE", late(metAt));
  if (waivedAt !== null) return as("WAIVED", late(waivedAt));
  return now <= dueAt ? as("RUNNING", 0) : as("OVERDUE", late(now));
}

/** From the confirmation that counts; where that one is before the order was in force, from the earliest that counted and was not. */
function runsFrom(history: History, incident: string): number {
  const counting = counted(history, incident);
  if (counting >= history.inForceFrom) return counting;
  return Math.min(
    ...beginnings(history)
      .filter((known) => incidents(known).includes(incident) && isInForce(known, incident))
      .map((known) => counted(known, incident)),
  );
}

function answeredAt(history: History, { rule, incident, notification, object }: DutyName): number | null {
  switch (rule) {
    case "R9.1":
      return told(history, incident)[0]?.at ?? null;
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
  const confirmed = leading(history, notification);
  if (analysedFirst === null && confirmed.length === 0) return deniedAt(history, notification);
  return first([analysedFirst, ...confirmed.map((incident) => firstCardAt(history, incident))]);
}

/** R9.6 of the notification itself. */
function incidentAnsweredAt(history: History, notification: string | null): number | null {
  const [confirmed] = leading(history, notification);
  if (confirmed !== undefined) return firstCardAt(history, confirmed);
  return analysedAt(history, "EVENT_ANALYSIS", notification) ?? deniedAt(history, notification);
}

function analysedAt(
  history: History,
  kind: "THREAT_ANALYSIS" | "EVENT_ANALYSIS",
  notification: string | null,
): number | null {
  return eventsOf(history, kind).find(({ notifications }) => notifications.includes(notification ?? ""))?.at ?? null;
}

/** A granted retraction is the denial of every notification that led to the incident, made when it was requested. */
function deniedAt(history: History, notification: string | null): number | null {
  const denied = eventsOf(history, "DENIAL").find(({ notifications }) => notifications.includes(notification ?? ""));
  const retracted = linked(history, notification).filter((incident) => isRetracted(history, incident));
  const requested = retracted.map((incident) =>
    eventsOf(history, "RETRACTION_REQUESTED").findLast((event) => event.incident === incident),
  );
  return first([denied, ...requested].map((event) => event?.at ?? null));
}

/** RA.1 The place in the history of what first made the level Undetermined. */
function undeterminedAs(history: History, incident: string | null): number | null {
  const place = history.events.findIndex((event) => levelOf(event, incident) === "UNDETERMINED");
  return place === -1 ? null : place;
}

/** RA.1 By another level, or by a review, which may also leave it. */
function reviewedAt(history: History, incident: string | null): number | null {
  const later = history.events.slice((undeterminedAs(history, incident) ?? Infinity) + 1);
  const review = later.find((event) => {
    const level = levelOf(event, incident);
    return level !== null && (level !== "UNDETERMINED" || event.does === "REVIEW");
  });
  return review?.at ?? null;
}

function levelOf(event: Event, incident: string | null): Level | null {
  const hasLevel = event.does === "REPORT" || event.does === "CARD" || event.does === "REVIEW";
  return hasLevel && event.incident === incident ? event.severity : null;
}

/** By the centre's waiver of that duty, the withdrawal of its notification or the retraction of its incident. */
function waived(history: History, duty: DutyName): number | null {
  const waiver = history.events.find(
    (event) =>
      (event.does === "WAIVER" && keyOf(event.duty) === keyOf(duty)) ||
      (event.does === "WITHDRAWN" && event.notification === duty.notification) ||
      (event.does === "RETRACTED" && event.incident === duty.incident),
  );
  return waiver?.at ?? null;
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
  return cards(history, incident)[0]?.at ?? null;
}

/** The centre's last correction, else the earliest that the SOC has declared. */
function counted(history: History, incident: string): number {
  const corrected = eventsOf(history, "CORRECTION").findLast((event) => event.incident === incident);
  return corrected?.confirmedAt ?? Math.min(...told(history, incident).map(({ confirmedAt }) => confirmedAt));
}

/** The incidents that the notification led to, in the order in which that was said. */
function linked(history: History, notification: string | null): string[] {
  const naming = history.events
    .filter(isTold)
    .filter(({ notifications }) => notifications.includes(notification ?? ""));
  return [...new Set(naming.map(({ incident }) => incident))];
}

/** Those of them that are not retracted. */
function leading(history: History, notification: string | null): string[] {
  return linked(history, notification).filter((incident) => !isRetracted(history, incident));
}

function isRetracted(history: History, incident: string): boolean {
  return eventsOf(history, "RETRACTED").some((event) => event.incident === incident);
}

function first(instants: readonly (number | null)[]): number | null {
  const known = instants.filter((instant) => instant !== null);
  return known.length === 0 ? null : Math.min(...known);
}
