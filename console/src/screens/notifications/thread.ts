import type { NotificationThreadQuery, ThreadRecipientFragment } from "../../operations/generated.js";

export type Part = ThreadRecipientFragment;
export type Notification = Omit<NonNullable<NotificationThreadQuery["notification"]>, "recipients"> & {
  readonly recipients: readonly Part[];
};
export type Follower = Notification["followedBy"][number];
export type Analysis = Part["analyses"][number];
type Indicator = Notification["indicators"][number];

/** What the centre itself detected and tells of; null where it tells of a SOC's incident. */
export function detectedOf({ threat, event, detectedIncident }: Notification) {
  return threat ?? event ?? detectedIncident;
}

/** The indicators of what was detected and of the notification itself, each once. */
export function indicatorsOf(notification: Notification): readonly Indicator[] {
  const all = [...(detectedOf(notification)?.indicators ?? []), ...notification.indicators];
  return [...new Map(all.map((indicator) => [`${indicator.type} ${indicator.value}`, indicator])).values()];
}
