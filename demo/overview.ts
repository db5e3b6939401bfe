import type {
  IncidentDeliveriesQuery,
  IncidentRowFragment,
  NotificationsQuery,
  ObligationRowFragment,
  TimelinessQuery,
} from "../schema/operations.generated.js";
import type { Cell, Colour } from "./table.js";
import { almaty, moment, span, STANDINGS, timeOfDay } from "./formats.js";

const RULES = ["R9.1", "R9.2", "R9.3", "RA.1"];
const NOTHING: Cell = { text: "—" };

/** The incidents, and the standing of each duty. */
export function incidentRows(incidents: readonly IncidentRowFragment[]): readonly (readonly Cell[])[] {
  const rows = incidents.map(({ number, severity, confirmedAt, obligations }) => [
    { text: number },
    { text: severity ?? "—" },
    { text: almaty(confirmedAt) },
    ...RULES.map((rule) => standingOf(obligations.find((one) => one.rule === rule))),
  ]);
  return [head("incident", "level", "confirmed", ...RULES), ...rows];
}

/** The notifications of SOCs, a row for each recipient. */
export function notificationRows(
  notifications: readonly NotificationsQuery["notifications"]["nodes"][number][],
): readonly (readonly Cell[])[] {
  const rows = notifications.flatMap((notification) =>
    notification.recipients.map((recipient) => [
      { text: notification.number },
      { text: notification.subject },
      { text: recipient.soc?.code ?? "?" },
      recipient.obligation ? { text: almaty(recipient.obligation.dueAt) } : NOTHING,
      standingOf(recipient.obligation ?? undefined, "without due time"),
      recipient.acknowledgedAt === null ? NOTHING : { text: timeOfDay(recipient.acknowledgedAt) },
      { text: answerOf(notification, recipient) },
    ]),
  );
  return [head("notification", "kind", "recipient", "due", "standing", "acknowledged", "answered"), ...rows];
}

/** How the gateway notified owners, a row for each delivery. */
export function deliveryRows(
  notified: readonly {
    readonly incident: IncidentRowFragment;
    readonly owners: NonNullable<IncidentDeliveriesQuery["incident"]>;
  }[],
): readonly (readonly Cell[])[] {
  const rows = notified.flatMap(({ incident, owners }) =>
    owners.deliveries.map(({ party, channel, state, acceptedAt, attempts }) => {
      const acknowledged = owners.ownerAcknowledgements.at(0);
      return [
        { text: incident.number },
        { text: party?.code ?? "?" },
        { text: channel ?? "—" },
        { text: state, colour: STATE_COLOURS[state] },
        acceptedAt === null ? NOTHING : { text: timeOfDay(acceptedAt) },
        acceptedAt === null ? NOTHING : { text: moment(Date.parse(acceptedAt) - Date.parse(incident.receivedAt)) },
        acknowledged ? { text: timeOfDay(acknowledged.receivedAt) } : NOTHING,
        { text: attempts.at(-1)?.proof ?? "—" },
      ];
    }),
  );
  return [head("incident", "owner", "by", "state", "notified", "after", "acknowledged", "proof"), ...rows];
}

/** How SOCs kept their terms, a row for each SOC and rule. */
export function timelinessRows(kept: TimelinessQuery["timeliness"]): readonly (readonly Cell[])[] {
  const rows = kept.map(({ soc, rule, opened, met, late, overdue, running, shareInTime, lateness }) => [
    { text: soc?.code ?? "?" },
    { text: rule },
    ...[opened, met, late, overdue, running].map((count) => ({ text: String(count) })),
    { text: shareInTime === null ? "—" : `${Math.round(shareInTime * 100)} %` },
    lateness ? { text: span(lateness.worstSeconds), colour: "yellow" as const } : NOTHING,
  ]);
  return [head("SOC", "rule", "opened", "met", "late", "overdue", "running", "in time", "latest by"), ...rows];
}

const STATE_COLOURS = {
  NO_ADDRESS: "yellow",
  NO_MAIL_SERVER: "yellow",
  QUEUED: "cyan",
  ACCEPTED: "green",
  GIVEN_UP: "red",
  OBSOLETE: "cyan",
} as const;

function head(...names: string[]): Cell[] {
  return names.map((text) => ({ text, colour: "bold" as const }));
}

function standingOf(
  obligation: ObligationRowFragment | undefined,
  due: "with due time" | "without due time" = "with due time",
): Cell {
  if (!obligation) return NOTHING;
  const { standing, dueAt, latenessSeconds } = obligation;
  const { label, colour }: { readonly label: string; readonly colour: Colour } = STANDINGS[standing];
  if (standing === "RUNNING")
    return { text: due === "with due time" ? `${label} ${almaty(dueAt)}` : "running", colour };
  return { text: latenessSeconds > 0 ? `${label} +${span(latenessSeconds)}` : label, colour };
}

type Sent = NotificationsQuery["notifications"]["nodes"][number];

/** What a recipient answered with, and the incident that came of it. */
function answerOf(
  { incidents }: Sent,
  { soc, analyses, notConfirmed, obligation }: Sent["recipients"][number],
): string {
  const analysis = analyses.at(-1);
  const incident = incidents.find((one) => one.soc?.code === soc?.code);
  const opened = incident ? `, ${incident.number}` : "";
  if (analysis) return `analysis${opened}`;
  if (notConfirmed) return "not confirmed";
  return obligation?.dischargedAt ? `card${opened}` : "—";
}
