import type { Scope } from "../../domain/access.js";
import type { IncidentRow } from "../incidents/incident.store.js";
import type { ObligationRow } from "../obligations/obligation.store.js";
import { leadsOf, type Leads } from "../../operation/leads.js";
import { many, one } from "../../operation/loaders.js";
import type { Connection } from "../../platform/database.js";
import { AnalysisRow, AnswerStore, DenialRow } from "./answer.store.js";
import { DetectionRow, DetectionStore } from "./detection.store.js";
import { NotificationRow, NotificationStore, type RecipientRow } from "./notification.store.js";
import { OwnIndicatorStore, type OwnIndicatorRow } from "./own-indicator.store.js";

/** Row classes that are inserted one by one. */
export const NOTIFICATION_ROWS = [DetectionRow, NotificationRow, AnalysisRow, DenialRow];

/** The stores of detections, notifications and their answers, on one connection, through one scope. */
export function notificationStores(connection: Connection, scope: Scope) {
  return {
    detections: new DetectionStore(connection, scope),
    notifications: new NotificationStore(connection, scope),
    answers: new AnswerStore(connection, scope),
    ownIndicators: new OwnIndicatorStore(connection, scope),
  };
}

/** Loaders for what a page needs, in batches. */
export function notificationLoaders({
  detections,
  notifications,
  answers,
  ownIndicators,
}: ReturnType<typeof notificationStores>) {
  return {
    detection: one((ids) => detections.byIds(ids)),
    indicatorsOfDetection: many(
      (ids) => detections.indicatorsOf(ids),
      ({ detectionId }) => detectionId,
    ),
    objectsOfDetection: many(
      (ids) => detections.objectsOf(ids),
      ({ detectionId }) => detectionId,
    ),
    notification: one((ids) => notifications.byIds(ids)),
    notificationsOfDetection: many(
      (ids) => notifications.ofDetections(ids),
      ({ detectionId }) => detectionId,
    ),
    notificationsAboutIncident: many(
      (ids) => notifications.aboutIncidents(ids),
      ({ incidentId }) => incidentId,
    ),
    notificationsOfIncident: many(
      (ids) => notifications.ledTo(ids),
      ({ ledTo }) => ledTo,
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
    ownIndicatorsOfNotification: many(
      (ids) => ownIndicators.of(ids),
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
    denial: one((ids) => answers.denialsByIds(ids)),
    answersToNotification: many(
      (ids) => answers.givenTo(ids),
      ({ notificationId }) => notificationId,
    ),
    indicatorsOfAnalysis: many(
      (ids) => answers.indicatorsOf(ids),
      ({ analysisId }) => analysisId,
    ),
  };
}

/** Where the fields of notifications lead, and what leads to one (`operation/leads.ts`). */
export const NOTIFICATION_LEADS: Leads = {
  Incident: leadsOf<IncidentRow>({
    notifications: { to: "notificationsOfIncident", by: "id" },
    notificationsAbout: { to: "notificationsAboutIncident", by: "id" },
  }),
  Obligation: leadsOf<ObligationRow>({ notification: { to: "notification", by: "notificationId" } }),
  Notification: leadsOf<NotificationRow>({
    incident: { to: "incident", by: "incidentId" },
    indicators: { to: "indicatorsOfNotification", by: "id" },
    ownIndicators: { to: "ownIndicatorsOfNotification", by: "id" },
    follows: { to: "notification", by: "followsId" },
    followedBy: { to: "followingNotification", by: "id" },
    recipients: { to: "recipientsOfNotification", by: "id" },
    incidents: { to: "incidentsOfNotification", by: "id" },
  }),
  OwnIndicator: leadsOf<OwnIndicatorRow>({ incidents: { to: "incident", by: "incidentIds", isArray: true } }),
  NotificationRecipient: leadsOf<RecipientRow>({ soc: { to: "party", by: "socId" } }),
};
