/** What can happen to an incident, as the feed delivers it. Past tense; a kind never changes its meaning. */
export const INCIDENT_FACT_KINDS = [
  "REPORTED",
  "CARD_SUBMITTED",
  "CARD_AMENDED",
  "SEVERITY_REVIEWED",
  "OWNER_NOTIFIED",
  "OWNER_NOT_REACHED",
  "OWNER_ACKNOWLEDGED",
  "CORRECTION_REQUESTED",
  "CORRECTION_REFUSED",
  "CORRECTION_WITHDRAWN",
  "CONFIRMATION_CORRECTED",
  "OBLIGATION_WAIVED",
  "RECEIVED_OTHERWISE",
  "RECEIPT_WITHDRAWN",
  "OBJECT_LINKED",
  "OBJECT_UNLINKED",
  "LINKED_AS_SAME",
  "OBJECT_CHANGED",
  "UNLINKED_AS_SAME",
  "RETRACTION_REQUESTED",
  "RETRACTION_REFUSED",
  "RETRACTED",
  "TAKEN",
  "RELEASED",
] as const;
export type IncidentFactKind = (typeof INCIDENT_FACT_KINDS)[number];

/** In which order facts are listed, by position. */
export type FactOrder = "NEWEST_FIRST" | "OLDEST_FIRST";

/** What happens inside the national centre, and is told to nobody else. */
export const CENTRE_FACT_KINDS: readonly FactKind[] = ["TAKEN", "RELEASED"];

/** What can happen between the national centre and one recipient of a notification, as the feed delivers it. */
export const NOTIFICATION_FACT_KINDS = [
  "NOTIFIED",
  "SUPPLEMENTED",
  "WITHDRAWN",
  "ACKNOWLEDGED",
  "ANSWERED",
  "ANSWER_WAIVED",
  "INCIDENT_RETRACTED",
  "ANSWER_RECEIVED_OTHERWISE",
  "ANSWER_RECEIPT_WITHDRAWN",
] as const;
export type NotificationFactKind = (typeof NOTIFICATION_FACT_KINDS)[number];

/** What the clock announces of a duty, each once for each due time. */
export const ANNOUNCEMENTS = ["DUE_SOON", "OVERDUE"] as const;
export type Announcement = (typeof ANNOUNCEMENTS)[number];

/** What the clock announces about a duty. NOT_OVERDUE takes an OVERDUE back, after which that may come again. */
export const OBLIGATION_FACT_KINDS = [...ANNOUNCEMENTS, "NOT_OVERDUE"] as const;
export type ObligationFactKind = (typeof OBLIGATION_FACT_KINDS)[number];

export type FactKind = IncidentFactKind | NotificationFactKind | ObligationFactKind;

/** The acts that are submitted under a key and get a receipt. */
export const SUBMISSION_ACTS = [
  "incident.report",
  "card.submit",
  "card.amend",
  "severity.review",
  "owner.record",
  "owner.acknowledge",
  "retraction.request",
  "retraction.decide",
  "correction.request",
  "correction.refuse",
  "correction.withdraw",
  "incident.link",
  "object.link",
  "object.unlink",
  "incident.unlink",
  "incident.take",
  "incident.release",
  "confirmation.correct",
  "obligation.waive",
  "obligation.receive",
  "receipt.withdraw",
  "threat.register",
  "event.register",
  "detected-incident.register",
  "notification.send",
  "notification.acknowledge",
  "threat.analyse",
  "event.analyse",
  "notification.deny",
  "delivery.retry",
  "export.prepare",
] as const;
export type SubmissionAct = (typeof SUBMISSION_ACTS)[number];

/** Every act that leaves an entry in the journal. */
export const ACTS = [
  ...SUBMISSION_ACTS,
  "obligation.announce",
  "register.take",
  "export.begin",
  "export.end",
  "delivery.accept",
  "delivery.delay",
  "delivery.fail",
  "delivery.drop",
  "soc.register",
  "soc.end",
  "owner.register",
  "contact.change",
  "webhook.end",
  "object.register",
  "object.change",
  "object.end",
  "coverage.start",
  "coverage.end",
  "actor.register",
  "actor.change",
  "administrator.recover",
  "token.issue",
  "token.revoke",
  "folder.bind",
  "folder.unbind",
] as const;
export type Act = (typeof ACTS)[number];
