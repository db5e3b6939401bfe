import { isOpen } from "../../live/standing.js";
import type { Duty, LiveState, Notification } from "../../live/state.js";
import { isAnswer } from "../../shared/duties/terms.js";

/** A notification as the list shows it. */
export interface BoxRow {
  readonly notification: Notification;
  /** The next answer that is owed to it; null where none is. */
  readonly duty: Duty | null;
  /** What was owed and is no more, where nothing is owed any more. */
  readonly past: Duty | null;
  /** Somebody (for a SOC: it) has not acknowledged its receipt. */
  readonly isUnacknowledged: boolean;
  readonly acknowledged: number;
  readonly answered: number;
}

export function rowOf(notification: Notification, obligations: ReadonlyMap<string, Duty>): BoxRow {
  const duties = notification.recipients.flatMap(({ obligation }) =>
    obligation ? [obligations.get(obligation.id) ?? obligation] : [],
  );
  const [duty = null] = duties.filter(isOpen).toSorted(byEnd);
  return {
    notification,
    duty,
    past: duty ? null : (duties[0] ?? null),
    isUnacknowledged: notification.recipients.some(({ acknowledgedAt }) => acknowledgedAt === null),
    acknowledged: notification.recipients.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length,
    answered: duties.filter(({ dischargedAt }) => dischargedAt !== null).length,
  };
}

/** Whether it waits: for a SOC's answer, or its acknowledgement where it has not answered; for the centre, for some SOC's answer. */
export function isWaiting({ duty, answered, isUnacknowledged, notification }: BoxRow, isCentre: boolean): boolean {
  return duty !== null || (!isCentre && isUnacknowledged && answered === 0 && !notification.withdrawal);
}

/** How many notifications wait; those of duties whose notification is not held are counted by the duty. */
export function waitingCount(
  { notifications, obligations }: Pick<LiveState, "notifications" | "obligations">,
  isCentre: boolean,
): number {
  const held = [...notifications.values()].filter((one) => isWaiting(rowOf(one, obligations), isCentre));
  const owed = [...obligations.values()].filter((duty) => isAnswer(duty) && isOpen(duty));
  return new Set([
    ...held.map(({ id }) => id),
    ...owed.flatMap(({ notification }) => (notification && !notifications.has(notification.id) ? notification.id : [])),
  ]).size;
}

/** The next end first, what is overdue before it; then what asks for no answer, the newest on top. */
export function inOrder(rows: readonly BoxRow[]): readonly BoxRow[] {
  return rows.toSorted((one, other) => {
    if (one.duty && other.duty) return byEnd(one.duty, other.duty) || bySending(one, other);
    if (one.duty || other.duty) return one.duty ? -1 : 1;
    return bySending(one, other);
  });
}

const byEnd = (one: Duty, other: Duty): number => Date.parse(one.dueAt) - Date.parse(other.dueAt);

const bySending = ({ notification: one }: BoxRow, { notification: other }: BoxRow): number =>
  Date.parse(other.sentAt) - Date.parse(one.sentAt) || (one.number < other.number ? 1 : -1);

/** The address of a notification; `search` is what the list is narrowed by. */
export function hrefOf(number: string | null, search: string): string {
  return `/notifications${number === null ? "" : `/${number}`}${search === "" ? "" : `?${search}`}`;
}
