import {
  RecordOwnerNotificationDocument,
  RecordReceivedOtherwiseDocument,
  RegisterDetectedIncidentDocument,
  RegisterSecurityEventDocument,
  ReportIncidentDocument,
  SubmitIncidentCardDocument,
  type IncidentRowFragment,
  type NotificationRowFragment,
} from "../schema/operations.generated.js";
import { MINUTE } from "../src/domain/instant.js";
import { ago, dispatchersRansomware } from "./cards.js";
import { DemoError } from "./answers.js";
import type { Cast, Stage } from "./morning.js";
import { loginsEvent } from "./notices.js";

/** What the centre detected. */
const DETECTED = "Files of two dispatchers' stations are offered for sale.";

/** An object that nobody has registered, with its owner or holder. */
const BOILER_HOUSE = {
  description: "Қалалық қазандықтың диспетчерлік сервері, тізілімде жоқ",
  kinds: ["CRITICAL_INFRASTRUCTURE" as const],
  ownerName: "Imaginary district heating (demonstration)",
};

/**
 * One incident, three objects, of which one is not registered; two notifications that led to it and one card that answers both; and
 * a telephone call while the line to the gateway was cut.
 */
export async function playCutLine(cast: Cast, { screen, mail, key }: Stage): Promise<void> {
  const { centre, energy } = cast;
  await screen.scene("Two notifications: an event, and an incident that the centre itself detected (R12.1)");
  const notifications = await bothNotified(cast, key);
  await screen.scene("The line is cut: the SOC telephones in time, and reports too late on three objects (R9.1, R9.2)");
  screen.does(energy, "telephoned the centre at minute 4, which the gateway does not know yet");
  screen.note(
    "Three objects: DEMO-GRID-SCADA, registered as critical; DEMO-GRID-OFFICE, registered as neither, so that no R9.2 runs for it; and the dispatchers' server of a boiler house, which nobody has registered and which the SOC says is critical.",
  );
  const incident = await reportedLate(cast, notifications, key);
  await mail.about(incident, "in brief");
  await screen.scene("The centre records the telephone call: it counts from when it reached it (L22)");
  const report = incident.obligations.find(({ rule }) => rule === "R9.1");
  if (!report) throw new DemoError("The incident owes no report.");
  await centre.submits("records that it was told by telephone at minute 4", "", RecordReceivedOtherwiseDocument, {
    submissionKey: key("line-call"),
    obligationId: report.id,
    channel: "TELEPHONE",
    receivedAt: ago(20 * MINUTE),
    receivedBy: "The centre's duty desk",
    reason: "The SOC's line to the gateway was cut; the call was taken down.",
  });
  await centre.live.receives({ number: incident.number, kind: "RECEIVED_OTHERWISE" });
  await energy.sends(
    "records that it told the boiler house's holder itself, by telephone",
    "",
    RecordOwnerNotificationDocument,
    {
      submissionKey: key("line-boiler"),
      incidentId: incident.id,
      objectDescription: BOILER_HOUSE.description,
      channel: "TELEPHONE",
      recipient: "The dispatcher of the boiler house",
      notifiedAt: ago(15 * MINUTE),
    },
    "OWNER_NOTIFIED",
  );
  await screen.scene("One card meets R9.3, and answers both notifications (R9.5, R9.6)");
  const card = dispatchersRansomware(harmed(cast), incident.confirmedAt);
  await energy.sends(
    "submits the card",
    card.nature,
    SubmitIncidentCardDocument,
    { submissionKey: key("line-card"), incidentId: incident.id, card },
    "CARD_SUBMITTED",
    ...notifications.map(({ number }) => ({ number, kind: "ANSWERED" as const })),
  );
}

async function bothNotified({ centre, energy }: Cast, key: Stage["key"]): Promise<readonly NotificationRowFragment[]> {
  const to = { socs: [centre.idOf(energy.code)] };
  const detection = loginsEvent();
  const { event } = await centre.submits("records a security event", detection.summary, RegisterSecurityEventDocument, {
    submissionKey: key("line-event"),
    ...detection,
  });
  const { detectedIncident } = await centre.submits(
    "records an incident that it detected itself",
    DETECTED,
    RegisterDetectedIncidentDocument,
    {
      submissionKey: key("line-detected"),
      ...detection,
      summary: DETECTED,
    },
  );
  const text = "Look at the stations from which the dispatchers work, and at what reaches them from outside.";
  const common = { to, text, marking: "GREEN" as const };
  return [
    await centre.notifies(
      "notifies the SOC of the event",
      { submissionKey: key("line-a"), eventId: event.id, ...common },
      [energy],
    ),
    await centre.notifies(
      "notifies the SOC of the incident",
      { submissionKey: key("line-b"), detectedIncidentId: detectedIncident.id, ...common },
      [energy],
    ),
  ];
}

async function reportedLate(
  cast: Cast,
  notifications: readonly NotificationRowFragment[],
  key: Stage["key"],
): Promise<IncidentRowFragment> {
  const summary =
    "Екі диспетчерлік станцияда және қазандық серверінде файлдар шифрланған; байланыс желісі үзілген болатын.";
  const { incident } = await cast.energy.sends(
    "reports what it confirmed 24 minutes ago, and the two notifications that led to it",
    summary,
    ReportIncidentDocument,
    {
      submissionKey: key("line-report"),
      confirmedAt: ago(24 * MINUTE),
      type: "RANSOMWARE",
      summary,
      affectedObjects: harmed(cast),
      severity: "HIGH",
      notificationIds: notifications.map(({ id }) => id),
    },
    "REPORTED",
  );
  return incident;
}

function harmed({ energy }: Cast) {
  return [energy.object("DEMO-GRID-SCADA"), energy.object("DEMO-GRID-OFFICE"), BOILER_HOUSE];
}
