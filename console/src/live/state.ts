import type {
  IncidentFactKind,
  LiveDutyFragment,
  LiveIncidentFragment,
  LiveIncidentsSubscription,
  LiveNotificationFragment,
  LiveNotificationsSubscription,
  LiveObligationFragment,
  LiveObligationsSubscription,
  NotificationFactKind,
  ObligationFactKind,
} from "../operations/generated.js";

export type Duty = LiveDutyFragment;
export type Obligation = LiveObligationFragment;
export type Incident = LiveIncidentFragment;
export type Notification = LiveNotificationFragment;

export type IncidentFrame = LiveIncidentsSubscription["incidentFeed"];
export type NotificationFrame = LiveNotificationsSubscription["notificationFeed"];
export type ObligationFrame = LiveObligationsSubscription["obligationFeed"];

/** The three feeds that the page follows. */
export type FeedName = "incidents" | "notifications" | "obligations";

/** A frame with the feed that it came by. */
export type FeedFrame =
  | { readonly feed: "incidents"; readonly frame: IncidentFrame }
  | { readonly feed: "notifications"; readonly frame: NotificationFrame }
  | { readonly feed: "obligations"; readonly frame: ObligationFrame };

/** What happened, as the feed's line shows it: the kind and the time are of then, whatever else it names is of now. */
export type Fact = {
  /** One for each fact: a feed may bring it twice. */
  readonly key: string;
  readonly cursor: string;
  /** When the gateway received what became the fact. */
  readonly at: string;
} & (
  | { readonly feed: "incidents"; readonly kind: IncidentFactKind; readonly incident: Incident }
  | {
      readonly feed: "notifications";
      readonly kind: NotificationFactKind;
      readonly notification: Notification;
      readonly recipient: NotificationFrame["recipient"];
    }
  | { readonly feed: "obligations"; readonly kind: ObligationFactKind; readonly obligation: Obligation }
);

/** What the page holds, by id. Only what is in `changes.ts` makes another of it. */
export interface LiveState {
  /** False until the lists have been read for the first time. */
  readonly isReady: boolean;
  /** Duties that are open. Their `standing` is of when they were read: ask `standingAt`. */
  readonly obligations: ReadonlyMap<string, Obligation>;
  /** The newest, and those of which something was heard since; those heard of longest ago first, and at most `MOST_HELD` without an open duty. */
  readonly incidents: ReadonlyMap<string, Incident>;
  readonly notifications: ReadonlyMap<string, Notification>;
  /** The latest facts, newest first, at most `MOST_FACTS`. */
  readonly facts: readonly Fact[];
  /** Duties that have been met, waived or made void since the lists were read, as the feed of what they are of says. */
  readonly closed: ReadonlySet<string>;
  /** Duties of which the feed announced that their term is near. */
  readonly dueSoon: ReadonlySet<string>;
}

/** Lists as they were read at one time. */
export interface Snapshot {
  readonly obligations: readonly Obligation[];
  readonly incidents: readonly Incident[];
  readonly notifications: readonly Notification[];
}

export const MOST_FACTS = 500;
/** The latest of them. */
export const MOST_CLOSED = 5_000;
/** Of incidents and of notifications each, besides those that an open duty is about: a page that stays open for weeks grows no further. */
export const MOST_HELD = 1_000;

export const NOTHING: LiveState = {
  isReady: false,
  obligations: new Map(),
  incidents: new Map(),
  notifications: new Map(),
  facts: [],
  closed: new Set(),
  dueSoon: new Set(),
};
