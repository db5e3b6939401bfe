import {
  AcknowledgeNotificationDocument,
  AnswerNotConfirmedDocument,
  RegisterSecurityEventDocument,
  RegisterThreatDocument,
  SubmitEventAnalysisDocument,
  SubmitIncidentCardDocument,
  SubmitThreatAnalysisDocument,
  type IncidentRowFragment,
  type NotificationRowFragment,
} from "../schema/operations.generated.js";
import { clinicPhishing } from "./cards.js";
import { DemoError } from "./answers.js";
import type { Cast, Stage } from "./morning.js";
import {
  EVENT_NOTICE,
  INCIDENT_NOTICE,
  loginsAnalysis,
  loginsEvent,
  NOT_CONFIRMED_GROUNDS,
  ransomwareThreat,
  THREAT_NOTICE,
  threatAnalysis,
} from "./notices.js";
import type { Soc } from "./soc.js";

/** Plays the other direction: the centre notifies SOCs, they answer, an owner is notified and acknowledges. */
export async function playExchange(
  cast: Cast,
  { screen, mail, key }: Stage,
  phishing: IncidentRowFragment,
): Promise<void> {
  await screen.scene("A threat: whom would a notification reach, and why? Then the notification itself (R12.1)");
  const threat = await threatNotified(cast, key);
  await screen.scene("The analysis of the threat, in time (R9.4)");
  await threatAnalysed(cast.water, threat, key);
  await screen.scene("One event, two answers: not confirmed, and confirmed with an incident (R9.5)");
  const incident = await eventAnswered(cast, key);
  await screen.scene(
    `The owner of the object ${mail.isShown ? "is notified by mail, and " : ""}acknowledges (R9.2, L8)`,
  );
  await mail.about(incident, "whole");
  await cast.grid.acknowledges(incident.number, key("grid-knows"), cast.centre);
  await screen.scene("A notification of another SOC's incident, answered with a card (R9.6)");
  await mail.about(await incidentNoticeAnswered(cast, phishing, key), "in brief");
}

async function threatNotified(
  { centre, energy, health, water }: Cast,
  key: Stage["key"],
): Promise<NotificationRowFragment> {
  const clinic = centre.idOf("DEMO-CLINIC-RECORDS");
  const detection = ransomwareThreat(clinic);
  const { threat } = await centre.submits("records a threat", detection.summary, RegisterThreatDocument, {
    submissionKey: key("threat"),
    ...detection,
  });
  const about = {
    threatId: threat.id,
    to: { objects: [clinic], sectors: ["WATER_SUPPLY"], sharingIndicators: true },
  } as const;
  await centre.previews(about);
  const notice = { submissionKey: key("threat-notice"), ...about, text: THREAT_NOTICE, marking: "AMBER" } as const;
  const notification = await centre.notifies("notifies these SOCs of the threat", notice, [energy, health, water]);
  await acknowledges(health, notification, key("threat-health-has-it"));
  return notification;
}

async function threatAnalysed(soc: Soc, notification: NotificationRowFragment, key: Stage["key"]): Promise<void> {
  await acknowledges(soc, notification, key("threat-water-has-it"));
  const analysis = threatAnalysis(soc.object("DEMO-CANAL-PUMPS"));
  await soc.sends(
    "submits its analysis",
    `${analysis.findings} ${analysis.conclusions}`,
    SubmitThreatAnalysisDocument,
    { submissionKey: key("threat-analysis"), notificationIds: [notification.id], analysis },
    { number: notification.number, kind: "ANSWERED" },
  );
}

async function eventAnswered({ centre, energy, government }: Cast, key: Stage["key"]): Promise<IncidentRowFragment> {
  const detection = loginsEvent();
  const { event } = await centre.submits("records a security event", detection.summary, RegisterSecurityEventDocument, {
    submissionKey: key("event"),
    ...detection,
  });
  const { id: notificationId, number } = await centre.notifies(
    "notifies the SOCs of the two networks",
    {
      submissionKey: key("event-notice"),
      eventId: event.id,
      to: { socs: [centre.idOf(energy.code), centre.idOf(government.code)] },
      text: EVENT_NOTICE,
      marking: "GREEN",
    },
    [energy, government],
  );
  await government.sends(
    "answers: not confirmed, on these grounds",
    NOT_CONFIRMED_GROUNDS,
    AnswerNotConfirmedDocument,
    { submissionKey: key("event-denied"), notificationIds: [notificationId], grounds: NOT_CONFIRMED_GROUNDS },
    { number, kind: "ANSWERED" },
  );
  const confirmed = loginsAnalysis(energy.object("DEMO-GRID-SCADA"));
  const { incident } = await energy.sends(
    "answers: confirmed by its analysis, which opens an incident",
    `${confirmed.analysis.findings} ${confirmed.analysis.conclusions}`,
    SubmitEventAnalysisDocument,
    { submissionKey: key("event-analysis"), notificationIds: [notificationId], ...confirmed },
    { number, kind: "ANSWERED" },
    "REPORTED",
  );
  if (!incident) throw new DemoError("The analysis opened no incident.");
  return incident;
}

async function incidentNoticeAnswered(
  { centre, health }: Cast,
  phishing: IncidentRowFragment,
  key: Stage["key"],
): Promise<IncidentRowFragment> {
  const notification = await centre.notifies(
    `notifies ${health.code} of ${phishing.number}`,
    {
      submissionKey: key("incident-notice"),
      incidentId: phishing.id,
      to: { socs: [centre.idOf(health.code)] },
      text: INCIDENT_NOTICE,
      marking: "GREEN",
    },
    [health],
  );
  await acknowledges(health, notification, key("incident-health-has-it"));
  const card = clinicPhishing([health.object("DEMO-CLINIC-RECORDS")]);
  const { incident } = await health.sends(
    "answers with the card of its own incident",
    card.nature,
    SubmitIncidentCardDocument,
    { submissionKey: key("clinic-card"), notificationIds: [notification.id], card },
    "CARD_SUBMITTED",
    { number: notification.number, kind: "ANSWERED" },
  );
  return incident;
}

async function acknowledges(soc: Soc, notification: NotificationRowFragment, submissionKey: string): Promise<void> {
  await soc.sends(
    "acknowledges the notification",
    "",
    AcknowledgeNotificationDocument,
    { submissionKey, notificationId: notification.id },
    { number: notification.number, kind: "ACKNOWLEDGED" },
  );
}
