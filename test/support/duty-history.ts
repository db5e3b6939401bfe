/** What was said about the incidents of one SOC and to it: what its duties follow from. Instants are milliseconds. */

export type Level = "UNDETERMINED" | "LOW" | "MEDIUM" | "HIGH";
/** An object by its id where it is registered, by its description where it is not; null: not known whether protected. */
export type HarmedObject = string | { readonly description: string; readonly isProtected: boolean | null };
export interface DutyName {
  readonly rule: "R9.1" | "R9.2" | "R9.3" | "R9.4" | "R9.5" | "R9.6" | "RA.1";
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
export type Report = Told & { readonly does: "REPORT"; readonly severity: Level | null };
export type Card = Told & { readonly does: "CARD"; readonly severity: Level; readonly occurredAt: number };
export type Analysis = "THREAT_ANALYSIS" | "EVENT_ANALYSIS";
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
  /** By its SOC: a duty toward the owner of an object that the incident does not name any more. */
  | (Said & { readonly does: "CLOSED_BY_SOC"; readonly duty: DutyName })
  /** By the national centre, which is told that an object is, or is not, protected from a time on that may have passed. */
  | (Said & {
      readonly does: "RECLASSIFIED";
      readonly object: string;
      readonly from: number;
      readonly isProtected: boolean;
    })
  | (Said & {
      readonly does: "RECEIVED_OTHERWISE";
      readonly id: string;
      readonly duty: DutyName;
      readonly receivedAt: number;
    })
  /** Such a receipt was recorded in error. */
  | (Said & { readonly does: "RECEIPT_WITHDRAWN"; readonly receipt: string })
  /** What the incident describes is a registered object. */
  | (OfIncident & { readonly does: "OBJECT_LINKED"; readonly description: string; readonly object: string })
  /** That was an error. */
  | (OfIncident & { readonly does: "OBJECT_UNLINKED"; readonly description: string });
export interface Notification {
  readonly id: string;
  readonly subject: "THREAT" | "EVENT" | "INCIDENT";
  readonly availableAt: number;
}
export interface Period {
  readonly from: number;
  readonly until: number | null;
}
export interface History {
  readonly inForceFrom: number;
  readonly objects: readonly {
    readonly id: string;
    readonly protectedDuring: readonly Period[];
  }[];
  readonly notifications: readonly Notification[];
  readonly events: readonly Event[];
}

/** Whether a report or a card names that object as one toward whose owner there may be duties: all but what is said to be of neither kind. */
export function mayName({ objects }: Pick<Report, "objects">, object: string | null): boolean {
  return objects.some((one) => {
    if (typeof one === "string") return one === object;
    return one.description === object && one.isProtected !== false;
  });
}

export function eventsOf<Does extends Event["does"]>(history: History, does: Does): (Event & { does: Does })[] {
  return history.events.filter((event): event is Event & { does: Does } => event.does === does);
}

export function incidents(history: History): string[] {
  return [...new Set(history.events.flatMap((event) => (isTold(event) ? [event.incident] : [])))];
}

export function isTold(event: Event): event is Report | Card {
  return event.does === "REPORT" || event.does === "CARD";
}

export function told(history: History, incident: string | null): (Report | Card)[] {
  return history.events.filter(isTold).filter((event) => event.incident === incident);
}

export function cards(history: History, incident: string | null): Card[] {
  return told(history, incident).filter((event) => event.does === "CARD");
}

/** The incidents that the notification led to, in the order in which that was said. */
export function linked(history: History, notification: string | null): string[] {
  const naming = history.events
    .filter((event): event is Report | Card | Analysed => "notifications" in event && event.does !== "DENIAL")
    .filter(({ notifications }) => notifications.includes(notification ?? ""));
  return [...new Set(naming.flatMap(({ incident }) => incident ?? []))];
}

/** When an object was protected, as it is registered by now: at first, and as what was told since then changed it. */
export function protectedDuring(history: History, object: string): readonly Period[] {
  const first = history.objects.find(({ id }) => id === object)?.protectedDuring ?? [];
  return eventsOf(history, "RECLASSIFIED")
    .filter((event) => event.object === object)
    .reduce<readonly Period[]>((periods, { from, isProtected }) => {
      const ended = periods.map((one) => ({ ...one, until: Math.min(one.until ?? Infinity, from) }));
      return isProtected ? [...ended, { from, until: null }] : ended;
    }, first);
}

export function isCorrected(history: History, incident: string): boolean {
  return eventsOf(history, "CORRECTION").some((event) => event.incident === incident);
}

export function isRetracted(history: History, incident: string): boolean {
  return eventsOf(history, "RETRACTED").some((event) => event.incident === incident);
}

/** The history without what was recorded in error. */
export function withoutErrors(history: History): History {
  const errors = eventsOf(history, "RECEIPT_WITHDRAWN").map(({ receipt }) => receipt);
  const events = history.events.filter((event, place) => {
    if (event.does === "RECEIVED_OTHERWISE") return !errors.includes(event.id);
    return event.does !== "OBJECT_LINKED" || !isUnlinked(history, event, place);
  });
  return { ...history, events };
}

function isUnlinked({ events }: History, link: Event & { does: "OBJECT_LINKED" }, place: number): boolean {
  return events.some(
    (event, later) =>
      event.does === "OBJECT_UNLINKED" &&
      later > place &&
      event.incident === link.incident &&
      event.description === link.description,
  );
}

/** What an object of an incident is by the links of this history: the registered one, where it was described. */
export function linkedObject(history: History, incident: string | null, object: string | null): string | null {
  const link = eventsOf(history, "OBJECT_LINKED").find(
    (event) => event.incident === incident && event.description === object,
  );
  return link?.object ?? object;
}

/** The history as if what its links say had been known from the start. */
export function withLinks(history: History): History {
  const named = (duty: DutyName): DutyName => ({ ...duty, object: linkedObject(history, duty.incident, duty.object) });
  const events = history.events.map((event): Event => {
    if (event.does === "WAIVER" || event.does === "CLOSED_BY_SOC") return { ...event, duty: named(event.duty) };
    if (event.does === "OWNER_NOTIFIED")
      return { ...event, object: linkedObject(history, event.incident, event.object) ?? event.object };
    if (!isTold(event)) return event;
    const objects = event.objects.map((one) => {
      const name = typeof one === "string" ? one : one.description;
      const object = linkedObject(history, event.incident, name);
      return object === null || object === name ? one : object;
    });
    return { ...event, objects };
  });
  return { ...history, events };
}
