import type { Scope } from "../../domain/access.js";
import { many, one } from "../../operation/loaders.js";
import type { Connection } from "../../platform/database.js";
import { AnalysisRow, AnswerStore, DenialRow } from "./answer.store.js";
import { ConcernRow, ConcernStore } from "./concern.store.js";
import { NotificationRow, NotificationStore } from "./notification.store.js";

/** Row classes that are inserted one by one. */
export const NOTIFICATION_ROWS = [ConcernRow, NotificationRow, AnalysisRow, DenialRow];

/** The stores of threats, events, notifications and their answers, on one connection, through one scope. */
export function notificationStores(connection: Connection, scope: Scope) {
  return {
    concerns: new ConcernStore(connection, scope),
    notifications: new NotificationStore(connection, scope),
    answers: new AnswerStore(connection, scope),
  };
}

/** Loaders for what a page needs, in batches. */
export function notificationLoaders({ concerns, notifications, answers }: ReturnType<typeof notificationStores>) {
  return {
    concern: one((ids) => concerns.byIds(ids)),
    indicatorsOfConcern: many(
      (ids) => concerns.indicatorsOf(ids),
      ({ concernId }) => concernId,
    ),
    objectsOfConcern: many(
      (ids) => concerns.objectsOf(ids),
      ({ concernId }) => concernId,
    ),
    notification: one((ids) => notifications.byIds(ids)),
    notificationsOfConcern: many(
      (ids) => notifications.ofConcerns(ids),
      ({ concernId }) => concernId,
    ),
    followingNotification: many(
      (ids) => notifications.following(ids),
      ({ followsId }) => followsId,
    ),
    recipientsOfNotification: many(
      (ids) => notifications.recipientsOf(ids),
      ({ notificationId }) => notificationId,
    ),
    indicatorsOfNotification: many(
      (ids) => notifications.indicatorsOf(ids),
      ({ notificationId }) => notificationId,
    ),
    analysis: one((ids) => answers.byIds(ids)),
    analysesOfNotification: many(
      (ids) => answers.analysesOf(ids),
      ({ notificationId }) => notificationId,
    ),
    denialsOfNotification: many(
      (ids) => answers.denialsOf(ids),
      ({ notificationId }) => notificationId,
    ),
    indicatorsOfAnalysis: many(
      (ids) => answers.indicatorsOf(ids),
      ({ analysisId }) => analysisId,
    ),
  };
}
