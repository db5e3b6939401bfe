/**
 * The duties of one SOC, reckoned slowly and in the plainest way from everything that was said: written from the order
 * and from our readings of it (docs/statute.md) alone. It imports nothing of the code that it is compared with.
 * Events stand in the order in which they were received.
 */

import {
  cards,
  eventsOf,
  incidents,
  isCorrected,
  isRetracted,
  isTold,
  linked,
  linkedObject,
  mayName,
  protectedDuring,
  told,
  withLinks,
  withoutErrors,
  type DutyName,
  type Event,
  type History,
  type Level,
  type Notification,
  type Analysis,
} from "./duty-history.js";

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

export interface JudgedDuty extends DutyName {
  readonly startsAt: number;
  readonly dueAt: number;
  readonly standing: "RUNNING" | "MET" | "MET_LATE" | "OVERDUE" | "WAIVED";
  readonly lateness: number;
  /** L23 Nothing but a superseded confirmation opened it: it never was. */
  readonly isVoid: boolean;
}

/** Every duty that has opened, as it stands at that instant, which no event and no notification follows. */
export function dutiesAt(history: History, now: number): JudgedDuty[] {
  const said = withoutErrors(history);
  const known = withLinks(said);
  const byError = openedByError(history);
  return [...openedBy(said), ...byError]
    .filter(([key], place, all) => all.findIndex(([other]) => other === key) === place)
    .map(([key, duty]) => {
      // What opened by a link that was taken back, and by nothing else, never was.
      const isOwed = !byError.has(key) || openedBy(asRegisteredNow(said, duty.incident)).has(key);
      return isOwed ? judge(known, said, duty, now) : neverWas(known, duty);
    });
}

/** The duties toward the owners of objects to which something described was linked in error, as long as the link stood. */
function openedByError(history: History): Map<string, DutyName> {
  return new Map(
    eventsOf(history, "OBJECT_UNLINKED").flatMap((event) => {
      const asLinked = withoutErrors(before(history, event));
      const object = linkedObject(asLinked, event.incident, event.description);
      return [...openedBy(asLinked)].filter(([, duty]) => duty.incident === event.incident && duty.object === object);
    }),
  );
}

/** L23 The history as if what the register says of objects now had been known from the start, or until the incident's retraction. */
function asRegisteredNow(said: History, incident: string | null): History {
  const { events } = untilRetraction(said, incident);
  const isRegister = (event: Event): boolean => event.does === "RECLASSIFIED";
  return { ...said, events: [...events.filter(isRegister), ...events.filter((event) => !isRegister(event))] };
}

/** With its retraction an incident is judged no more. */
function untilRetraction(said: History, incident: string | null): History {
  const end = said.events.findIndex((event) => event.does === "RETRACTED" && event.incident === incident);
  return end === -1 ? said : { ...said, events: said.events.slice(0, end) };
}

/** What has opened stays, so the duties are those that any beginning of the history opens. */
function openedBy(said: History): Map<string, DutyName> {
  const opened = new Map<string, DutyName>();
  for (const beginning of beginnings(said))
    for (const duty of opens(withLinks(beginning))) {
      const named = { ...duty, object: linkedObject(said, duty.incident, duty.object) };
      opened.set(keyOf(named), named);
    }
  return opened;
}

function neverWas(known: History, duty: DutyName): JudgedDuty {
  const startsAt = ran(known, duty.incident ?? "").at(-1) ?? NaN;
  return { ...duty, startsAt, dueAt: startsAt + TERM[duty.rule], standing: "WAIVED", lateness: 0, isVoid: true };
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

/** The answer that a notification asks for by itself. */
const OWN = { THREAT: "R9.4", EVENT: "R9.5", INCIDENT: "R9.6" } as const;

function owedFor(rule: DutyName["rule"], whose: Partial<DutyName>): DutyName {
  return { incident: null, notification: null, object: null, ...whose, rule };
}

// What opens

function opens(known: History): DutyName[] {
  return [
    ...incidents(known).flatMap((incident) => opensForIncident(known, incident, runsFrom(known, incident))),
    ...inForce(known).map(({ id, subject }) => owedFor(OWN[subject], { notification: id })),
  ];
}

/** Notifications that became available before the order was in force open nothing either. */
function inForce(known: History): Notification[] {
  return known.notifications.filter(({ availableAt }) => availableAt >= known.inForceFrom);
}

/** What an incident opens by a confirmation. */
function opensForIncident(known: History, incident: string, confirmedAt: number | null): DutyName[] {
  if (confirmedAt === null) return [];
  const asking = inForce(known)
    .filter(({ id, subject }) =>
      linked(known, id)
        .slice(subject === "INCIDENT" ? 1 : 0)
        .includes(incident),
    )
    .filter(({ availableAt }) => confirmedAt <= availableAt + TERM["R9.6"]);
  return [
    owedFor("R9.1", { incident }),
    owedFor("R9.3", { incident }),
    ...protectedObjects(known, incident, confirmedAt).map((object) => owedFor("R9.2", { incident, object })),
    ...(undeterminedAs(known, incident) === null ? [] : [owedFor("RA.1", { incident })]),
    // R9.6 One of an incident asks by itself for the card of the first that it led to; every other incident owes its own.
    ...asking.map(({ id }) => owedFor("R9.6", { notification: id, incident })),
  ];
}

/**
 * L23 It never was where no confirmation that the incident ran from, and that the centre has not corrected, opens it by what is
 * registered of objects now; what a SOC described stays as it described it, though it was linked since.
 */
function isVoid(history: History, duty: DutyName): boolean {
  const { incident } = duty;
  if (incident === null) return false;
  const said = untilRetraction(history, incident);
  const all = confirmations(said, incident);
  const standing = isCorrected(said, incident) ? all.slice(-1) : all;
  return !standing.some((confirmedAt) =>
    [said, withLinks(said)]
      .flatMap((known) => opensForIncident(known, incident, confirmedAt))
      .some((one) => keyOf({ ...one, object: linkedObject(said, incident, one.object) }) === keyOf(duty)),
  );
}

/**
 * R9.2 The registered ones that were protected at the confirmation that counts, the others by what was said of them. Once the
 * incident is retracted no object that is registered anew opens it.
 */
function protectedObjects(known: History, incident: string, confirmedAt: number): string[] {
  if (isRetracted(known, incident)) return [];
  return told(known, incident)
    .flatMap(({ objects }) => objects)
    .flatMap((object) => {
      if (typeof object !== "string") return object.isProtected === true ? [object.description] : [];
      const periods = protectedDuring(known, object);
      return periods.some(({ from, until }) => from <= confirmedAt && (until === null || confirmedAt < until))
        ? [object]
        : [];
    });
}

// From when it runs, when it was met, when it was waived

/**
 * Whether an answer counts though it is later than the waiver by a clock that was set back: with its retraction an incident's
 * duties are judged no more, so that what was met stays met; any other waiver leaves what had met the duty before.
 */
function isKept(waiver: Event, met: number | null, answered: number): boolean {
  return waiver.does === "RETRACTED" ? met !== null : met === answered;
}

/** `said` is the history as it was said, without what its links say. */
function judge(history: History, said: History, duty: DutyName, now: number): JudgedDuty {
  const notification = history.notifications.find(({ id }) => id === duty.notification);
  const startsAt = notification?.availableAt ?? ran(history, duty.incident ?? "").at(-1) ?? NaN;
  const dueAt = startsAt + TERM[duty.rule];
  if (isVoid(said, duty)) return { ...duty, startsAt, dueAt, standing: "WAIVED", lateness: 0, isVoid: true };
  const waiver = waiverOf(said, duty);
  const answered = answeredAt(history, duty);
  const isIgnored =
    waiver !== null &&
    answered !== null &&
    answered > Math.max(dueAt, waiver.at) &&
    !isKept(waiver, answeredAt(withLinks(before(said, waiver)), duty), answered);
  const metAt = isIgnored ? null : answered;
  const late = (end: number): number => Math.max(0, end - dueAt);
  const as = (standing: JudgedDuty["standing"], lateness: number) => ({
    ...duty,
    startsAt,
    dueAt,
    standing,
    lateness,
    isVoid: false,
  });
  if (metAt !== null && metAt <= dueAt) return as("MET", 0);
  if (metAt !== null) return as("MET_LATE", late(metAt));
  if (waiver !== null) return as("WAIVED", late(waiver.at));
  return now <= dueAt ? as("RUNNING", 0) : as("OVERDUE", late(now));
}

/**
 * The confirmation from which duties run: the one that counts. One from before the order was in force opens and moves nothing:
 * what runs goes on from the earliest in force that the SOC declares, and so it begins once a card says that the incident itself
 * occurred in force. Null where nothing did, or the centre has corrected it to one that was not.
 */
function runsFrom(history: History, incident: string): number | null {
  return confirmations(history, incident).at(-1) ?? null;
}

/** Every one from which duties have run. */
function ran(history: History, incident: string): number[] {
  return confirmations(history, incident).filter((one) => one !== null);
}

/** The same after each thing that was said. */
function confirmations(history: History, incident: string): (number | null)[] {
  const all: (number | null)[] = [];
  let from: number | null = null;
  for (const known of beginnings(history).filter((one) => incidents(one).includes(incident))) {
    const confirmedAt = counted(known, incident);
    const declared = known.events
      .slice(-1)
      .filter(isTold)
      .filter((event) => event.incident === incident);
    if (confirmedAt >= history.inForceFrom) from = confirmedAt;
    else if (isCorrected(known, incident)) from = null;
    else if (
      from !== null ||
      declared.some((event) => event.does === "CARD" && event.occurredAt >= history.inForceFrom)
    )
      from = Math.min(
        ...told(known, incident)
          .map((event) => event.confirmedAt)
          .filter((one) => one >= history.inForceFrom),
      );
    all.push(from);
  }
  return all;
}

/**
 * The earliest, through the gateway or by another way. Where a notification asks for the card of an incident that it led to, only a
 * card meets it, by whatever way that comes.
 */
function answeredAt(history: History, duty: DutyName): number | null {
  const isCardAlone =
    duty.rule === "R9.6" && duty.incident === null && cardAskedFor(history, duty.notification) !== null;
  const receipts = possibleReceipts(history, duty.incident).filter((receipt) => keyOf(receipt.duty) === keyOf(duty));
  return first([answeredHere(history, duty), ...(isCardAlone ? [] : receipts.map(({ receivedAt }) => receivedAt))]);
}

function answeredHere(history: History, { rule, incident, notification, object }: DutyName): number | null {
  switch (rule) {
    case "R9.1":
      // L7 A card notifies too, by whatever way it came (L22).
      return first([...told(history, incident).map(({ at }) => at), firstCardAt(history, incident)]);
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
  const occurredAt = occurrence(history, incident);
  return first(
    eventsOf(history, "OWNER_NOTIFIED")
      .filter((event) => event.incident === incident && event.object === object && event.notifiedAt >= occurredAt)
      .map(({ notifiedAt }) => notifiedAt),
  );
}

/**
 * R9.5 By an analysis, or the card of an incident that was confirmed in its 72 hours; only against neither a denial counts, or
 * the card of one that was confirmed later.
 */
function eventAnsweredAt(history: History, notification: string | null): number | null {
  const analysedFirst = analysedAt(history, "EVENT_ANALYSIS", notification);
  const confirmed = live(history, notification).filter((incident) =>
    isConfirmedInTime(history, incident, notification),
  );
  if (analysedFirst !== null || confirmed.length > 0)
    return first([analysedFirst, ...confirmed.map((incident) => firstCardAt(history, incident))]);
  return first([deniedAt(history, notification), ...cardsOfLive(history, notification)]);
}

/**
 * R9.6 of the notification itself: it goes by the first incident that it led to, for ever. Where that one was retracted or was
 * confirmed after the 72 hours, the earliest of all that answers it.
 */
function incidentAnsweredAt(history: History, notification: string | null): number | null {
  const analysedFirst = analysedAt(history, "EVENT_ANALYSIS", notification);
  const denied = deniedAt(history, notification);
  if (linked(history, notification).length === 0) return analysedFirst ?? denied;
  const confirmed = cardAskedFor(history, notification);
  if (confirmed !== null) return firstCardAt(history, confirmed);
  return first([analysedFirst, denied, ...cardsOfLive(history, notification)]);
}

/** R9.6 The incident whose card a notification of an incident asks for by itself. */
function cardAskedFor(history: History, notification: string | null): string | null {
  const [confirmed] = linked(history, notification);
  if (confirmed === undefined || isRetracted(history, confirmed)) return null;
  return isConfirmedInTime(history, confirmed, notification) ? confirmed : null;
}

/** L21 By the confirmation from which its duties run, or the one that counts where none do (L15). */
function isConfirmedInTime(history: History, incident: string, notification: string | null): boolean {
  return (runsFrom(history, incident) ?? counted(history, incident)) <= startOf(history, notification) + TERM["R9.6"];
}

function cardsOfLive(history: History, notification: string | null): (number | null)[] {
  return live(history, notification).map((incident) => firstCardAt(history, incident));
}

function analysedAt(history: History, kind: Analysis, notification: string | null): number | null {
  return first(
    eventsOf(history, kind)
      .filter(({ notifications }) => notifications.includes(notification ?? ""))
      .map(({ at }) => at),
  );
}

/**
 * A granted retraction is the denial of every notification that led to the incident, made when it was requested; or when the
 * first card was received, if that was before: what was answered stays answered (L18).
 */
function deniedAt(history: History, notification: string | null): number | null {
  const denied = eventsOf(history, "DENIAL").filter(({ notifications }) => notifications.includes(notification ?? ""));
  const retracted = linked(history, notification).filter((incident) => isRetracted(history, incident));
  const ends = retracted.map((incident) => {
    const request = eventsOf(history, "RETRACTION_REQUESTED").findLast((event) => event.incident === incident);
    const end = first([request?.at ?? null, firstCardAt(history, incident)]) ?? NaN;
    return Math.max(end, startOf(history, notification));
  });
  return first([...denied.map(({ at }) => at), ...ends]);
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
 * The centre's waiver of that duty, the withdrawal of its notification or the retraction of its incident; or its SOC's closing of
 * it, until the incident names the object again. What opens later, or opens again, has been open from the start, so that it is
 * waived with the rest.
 */
function waiverOf(said: History, duty: DutyName): Event | null {
  const waiver = said.events.find(
    (event, place) =>
      (event.does === "WAIVER" && isOf(said, event.duty, duty)) ||
      (event.does === "WITHDRAWN" && event.notification === duty.notification) ||
      (event.does === "RETRACTED" && event.incident === duty.incident) ||
      (event.does === "CLOSED_BY_SOC" && isOf(said, event.duty, duty) && !isNamedAfter(said, duty, place)),
  );
  return waiver ?? null;
}

/** Whether what was waived is that duty: by its name, or by what that was linked to; but not where that had a duty of its own. */
function isOf(said: History, named: DutyName, duty: DutyName): boolean {
  const { incident } = duty;
  if (keyOf(named) === keyOf(duty)) return true;
  const object = linkedObject(said, named.incident, named.object);
  if (keyOf({ ...named, object }) !== keyOf(duty)) return false;
  const link = eventsOf(said, "OBJECT_LINKED").find(
    (event) => event.incident === incident && event.description === named.object,
  );
  return link !== undefined && !openedBy(before(asRegisteredNow(said, incident), link)).has(keyOf(duty));
}

/**
 * Whether a report or a card after that place names the object of a duty, by what links had said until then; or a link names it,
 * where the incident describes it then, or did when its SOC closed the duty.
 */
function isNamedAfter(said: History, duty: DutyName, place: number): boolean {
  const closedAt = said.events[place]?.at ?? NaN;
  return beginnings(said).some((beginning) => {
    const last = beginning.events.length - 1;
    const known = withLinks(beginning);
    const [event] = known.events.slice(-1);
    if (last <= place || !event) return false;
    if (event.does === "OBJECT_LINKED") {
      if (event.incident !== duty.incident || event.object !== duty.object) return false;
      const naming = told(known, event.incident);
      return [naming.at(-1), naming.findLast(({ at }) => at <= closedAt)].some(
        (one) => one?.objects.includes(event.object) ?? false,
      );
    }
    if (!isTold(event) || event.incident !== duty.incident) return false;
    const names = event.objects.map((one) => (typeof one === "string" ? one : one.description));
    return names.some((name) => mayName(event, name) && linkedObject(said, event.incident, name) === duty.object);
  });
}

// What was said

/** Through the gateway or by another way: one card meets all that ask for it (L22). */
function firstCardAt(history: History, incident: string | null): number | null {
  const otherwise = possibleReceipts(history, incident)
    .filter(({ duty }) => incident !== null && (duty.rule === "R9.3" || duty.rule === "R9.6"))
    .map(({ receivedAt }) => receivedAt);
  return first([...cards(history, incident).map(({ at }) => at), ...otherwise]);
}

/** L22 Of an incident, nothing before it occurred. */
function possibleReceipts(history: History, incident: string | null) {
  return eventsOf(history, "RECEIVED_OTHERWISE").filter(
    (event) => receivedOf(history, event) === incident && event.receivedAt >= occurrence(history, incident),
  );
}

/**
 * L22 The incident of which something was received: that of the duty or, where it was recorded as the answer to a notification of an
 * incident that had led to one by then, confirmed by when it was received, that one, whose card it is; null where it is an answer and
 * no more.
 */
export function receivedOf(history: History, event: Event & { does: "RECEIVED_OTHERWISE" }): string | null {
  const { rule, incident, notification } = event.duty;
  if (incident !== null || rule !== "R9.6") return incident;
  const then = before(history, event);
  const [led] = linked(then, notification);
  if (led === undefined || isRetracted(then, led)) return null;
  return (runsFrom(then, led) ?? counted(then, led)) <= event.receivedAt ? led : null;
}

/** By the latest card. */
function occurrence(history: History, incident: string | null): number {
  return cards(history, incident).at(-1)?.occurredAt ?? -Infinity;
}

/** The centre's last correction, else the earliest that the SOC has declared. */
function counted(history: History, incident: string): number {
  const corrected = eventsOf(history, "CORRECTION").findLast((event) => event.incident === incident);
  return corrected?.confirmedAt ?? Math.min(...told(history, incident).map(({ confirmedAt }) => confirmedAt));
}

/** Those that were not retracted. */
function live(history: History, notification: string | null): string[] {
  return linked(history, notification).filter((incident) => !isRetracted(history, incident));
}

/** When the hours of a notification begin. */
function startOf(history: History, notification: string | null): number {
  return history.notifications.find(({ id }) => id === notification)?.availableAt ?? NaN;
}

/** The earliest: a clock that is set back may give a later word an earlier arrival. */
function first(instants: readonly (number | null)[]): number | null {
  const known = instants.filter((instant) => instant !== null);
  return known.length === 0 ? null : Math.min(...known);
}
