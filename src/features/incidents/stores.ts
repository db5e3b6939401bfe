import type { Scope } from "../../domain/access.js";
import { leadsOf, SAME_ROW, type Leads } from "../../operation/leads.js";
import { Loader, many, one } from "../../operation/loaders.js";
import type { Connection } from "../../platform/database.js";
import type { Page } from "../../platform/keyset.js";
import { CardRow, CardStore } from "./card.store.js";
import { CorrectionStore } from "./correction.store.js";
import { FactStore, questionOf, type FactPage, type FactRow } from "./fact.store.js";
import { HistoryStore } from "./history.store.js";
import { IncidentRow, IncidentStore } from "./incident.store.js";
import { NotificationLinkStore } from "./notification-link.store.js";
import { ObjectChangeStore } from "./object-change.store.js";
import { ObjectLinkStore, type ObjectLinkRow } from "./object-link.store.js";
import { OwnerCopyStore } from "./owner-copy.store.js";
import { OwnerNotificationRow, OwnerNotificationStore, type AcknowledgementRow } from "./owner-notification.store.js";
import { ReportRow, ReportStore } from "./report.store.js";
import { ReviewRow, ReviewStore } from "./review.store.js";
import { SameIncidentStore } from "./same-incident.store.js";
import { TakingStore } from "./taking.store.js";

/** Row classes that are inserted one by one. */
export const INCIDENT_ROWS = [IncidentRow, ReportRow, CardRow, ReviewRow, OwnerNotificationRow];

/** The stores of incidents and of what is said about them, on one connection, through one scope. */
export function incidentStores(connection: Connection, scope: Scope) {
  return {
    incidents: new IncidentStore(connection, scope),
    sameIncidents: new SameIncidentStore(connection, scope),
    ownerCopies: new OwnerCopyStore(connection, scope),
    notificationLinks: new NotificationLinkStore(connection, scope),
    facts: new FactStore(connection, scope),
    history: new HistoryStore(connection, scope),
    reports: new ReportStore(connection, scope),
    cards: new CardStore(connection, scope),
    reviews: new ReviewStore(connection, scope),
    ownerNotifications: new OwnerNotificationStore(connection, scope),
    corrections: new CorrectionStore(connection, scope),
    objectLinks: new ObjectLinkStore(connection, scope),
    objectChanges: new ObjectChangeStore(connection, scope),
    takings: new TakingStore(connection, scope),
  };
}

/** Loaders for what a page needs, in batches. */
export function incidentLoaders({
  incidents,
  facts,
  sameIncidents,
  reports,
  cards,
  reviews,
  ownerNotifications,
  corrections,
  objectLinks,
  takings,
}: ReturnType<typeof incidentStores>) {
  return {
    incident: one((ids) => incidents.byIds(ids)),
    /** By a question (`keyOf`). */
    factPage: new Loader<Page<FactRow> | null, FactPage>(
      (keys) => facts.pages((keys as readonly string[]).map(questionOf)),
      (keys, pages) => keys.map((key) => pages.find(({ question }) => question === key)?.page ?? null),
    ),
    incidentsOfNotification: many(
      (ids) => incidents.ofNotifications(ids),
      ({ notificationId }) => notificationId,
    ),
    registeredDescribedIn: many(
      (ids) => incidents.describingRegistered(ids),
      ({ incidentId }) => incidentId,
    ),
    sameAsIncident: many(
      (ids) => incidents.sameAs(ids),
      ({ sameAs }) => sameAs,
    ),
    earlierIncident: many(
      (ids) => incidents.repeatedBy(ids),
      ({ laterId }) => laterId,
    ),
    incidentsRepeating: many(
      (ids) => incidents.repeating(ids),
      ({ earlierId }) => earlierId,
    ),
    reportOfIncident: many(
      (ids) => reports.ofIncidents(ids),
      ({ incidentId }) => incidentId,
    ),
    card: one((ids) => cards.byIds(ids)),
    cardsOfIncident: many(
      (ids) => cards.ofIncidents(ids),
      ({ incidentId }) => incidentId,
    ),
    indicatorsOfCard: many(
      (ids) => cards.indicatorsOf(ids),
      ({ cardId }) => cardId,
    ),
    reviewsOfIncident: many(
      (ids) => reviews.ofIncidents(ids),
      ({ incidentId }) => incidentId,
    ),
    ownerNotificationsOfIncident: many(
      (ids) => ownerNotifications.ofIncidents(ids),
      ({ incidentId }) => incidentId,
    ),
    acknowledgementsOfIncident: many(
      (ids) => ownerNotifications.acknowledgementsOf(ids),
      ({ incidentId }) => incidentId,
    ),
    correctionsOfIncident: many(
      (ids) => corrections.correctionsOf(ids),
      ({ incidentId }) => incidentId,
    ),
    sameDecisionsOfIncident: many(
      (ids) => sameIncidents.decisionsOf(ids),
      ({ incidentId }) => incidentId,
    ),
    correctionRequestsOfIncident: many(
      (ids) => corrections.requestsOf(ids),
      ({ incidentId }) => incidentId,
    ),
    objectLinksOfIncident: many(
      (ids) => objectLinks.ofIncidents(ids),
      ({ incidentId }) => incidentId,
    ),
    takingOfIncident: many(
      (ids) => takings.ofIncidents(ids),
      ({ incidentId }) => incidentId,
    ),
    retractionsOfIncident: many(
      (ids) => corrections.retractionsOf(ids),
      ({ incidentId }) => incidentId,
    ),
  };
}

/** Where the fields of an incident and of what is said of it lead (`operation/leads.ts`). */
export const INCIDENT_LEADS: Leads = {
  Incident: leadsOf<IncidentRow>({
    soc: { to: "party", by: "socId" },
    affectedObjects: SAME_ROW,
    objectLinks: { to: "objectLinksOfIncident", by: "id" },
    report: { to: "reportOfIncident", by: "id" },
    card: { to: "cardsOfIncident", by: "id", goesNoFurther: true },
    cardRevisions: { to: "cardsOfIncident", by: "id" },
    cardDifferences: { to: "cardsOfIncident", by: "id", goesNoFurther: true },
    severityReviews: { to: "reviewsOfIncident", by: "id" },
    ownerNotifications: { to: "ownerNotificationsOfIncident", by: "id" },
    ownerAcknowledgements: { to: "acknowledgementsOfIncident", by: "id" },
    confirmationCorrections: { to: "correctionsOfIncident", by: "id" },
    earlierIncident: { to: "earlierIncident", by: "id" },
    repeatedBy: { to: "incidentsRepeating", by: "id" },
    sameAs: { to: "sameAsIncident", by: "id" },
    correctionRequests: { to: "correctionRequestsOfIncident", by: "id" },
    openQuestions: [
      { to: "correctionRequestsOfIncident", by: "id" },
      { to: "retractionsOfIncident", by: "id" },
      { to: "registeredDescribedIn", by: "id" },
    ],
    retractions: { to: "retractionsOfIncident", by: "id" },
    takenBy: { to: "takingOfIncident", by: "id" },
    obligations: { to: "obligationsOfIncident", by: "id" },
  }),
  AffectedObject: leadsOf<IncidentRow>({ object: { to: "object", by: "objectIds", isArray: true } }),
  IncidentCard: leadsOf<CardRow>({ indicators: { to: "indicatorsOfCard", by: "id" }, affectedObjects: SAME_ROW }),
  IncidentReport: leadsOf<ReportRow>({ affectedObjects: SAME_ROW }),
  OwnerNotification: leadsOf<OwnerNotificationRow>({ object: { to: "object", by: "objectId" } }),
  OwnerAcknowledgement: leadsOf<AcknowledgementRow>({
    owner: { to: "party", by: "ownerId" },
    object: { to: "object", by: "objectId" },
  }),
  ObjectLink: leadsOf<ObjectLinkRow>({ object: { to: "object", by: "objectId" } }),
};
