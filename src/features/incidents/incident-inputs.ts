import { referenceTo } from "../../platform/identity.js";
import type { Outcome, Sender } from "../submissions/submissions.js";
import type { CardService } from "./card.service.js";
import { cardDraft, notificationReferences, reportDraft } from "./drafts.js";
import type { IncidentService } from "./incident.service.js";
import type {
  AmendIncidentCardInput,
  ReportIncidentInput,
  SubmitIncidentCardInput,
} from "./incident-submission.types.js";

/** What an input asks for, whether it is submitted or only judged. */
type Submits<Service> = (service: Service, sender: Sender) => Promise<Outcome>;

export function reportOf({ submissionKey, notificationIds, ...input }: ReportIncidentInput): Submits<IncidentService> {
  const notifications = notificationReferences(notificationIds ?? []);
  const draft = reportDraft(input);
  return (incidents, sender) => incidents.report(sender, submissionKey, notifications, draft);
}

export function firstCardOf(input: SubmitIncidentCardInput): Submits<CardService> {
  const { submissionKey, incidentId, notificationIds, card } = input;
  const incident = typeof incidentId === "string" ? referenceTo("Incident", incidentId) : null;
  const notifications = notificationReferences(notificationIds ?? []);
  const draft = cardDraft(card);
  return (cards, sender) => cards.submit(sender, submissionKey, incident, notifications, draft);
}

export function amendmentOf(input: AmendIncidentCardInput): Submits<CardService> {
  const { submissionKey, incidentId, revision, notificationIds, card } = input;
  const incident = referenceTo("Incident", incidentId);
  const notifications = notificationReferences(notificationIds ?? []);
  const draft = cardDraft(card);
  return (cards, sender) => cards.amend(sender, submissionKey, { incident, revision, notifications }, draft);
}
