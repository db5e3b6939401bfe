import { NOTIFICATION_FACT_KINDS } from "../../domain/facts.js";
import { Following, type FeedStart, type FrameSource } from "../../operation/feed-frames.js";
import type { RequestContext } from "../../operation/request-context.js";
import type { NotificationRow, RecipientRow } from "./notification.store.js";

/** A frame of `notificationFeed`: the notification and the part of the SOC that the fact is about. */
export interface NotificationFrameSource extends FrameSource {
  readonly notification: NotificationRow;
  readonly recipient: RecipientRow;
}

/** The frames of `notificationFeed`: a SOC receives what is between it and the centre, the centre all of it. */
export function followNotifications(
  args: FeedStart,
  context: RequestContext,
): Following<Omit<NotificationFrameSource, keyof FrameSource>> {
  return new Following(context, args, { kinds: NOTIFICATION_FACT_KINDS }, async (reading, fact) => {
    const { notificationId, socId } = fact;
    if (notificationId === null) return null;
    const [notification, recipients] = await Promise.all([
      reading.notification.load(notificationId),
      reading.recipientsOfNotification.load(notificationId),
    ]);
    const recipient = recipients.find((one) => one.socId === socId);
    return notification && recipient ? { notification, recipient } : null;
  });
}
