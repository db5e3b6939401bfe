import type {
  IncidentDeliveriesQuery,
  IncidentRowFragment,
  IncidentsQuery,
  NotificationsQuery,
  ObligationRowFragment,
  TimelinessQuery,
} from "../schema/operations.generated.js";
import type { Cell, Colour } from "./table.js";
import { almaty, moment, objectOf, span, STANDINGS, timeOfDay } from "./formats.js";

const RULES = ["R9.1", "R9.2", "R9.3", "R9.6", "RA.1"];
const NOTHING: Cell = { text: "—" };
const BLANK: Cell = { text: "" };

/**
 * The incidents, and the standing of each duty. Where a rule asks for several of one incident (of R9.2 each object, of R9.6 each
 * notification), each has a line and is named.
 */
export function incidentRows(incidents: readonly IncidentWithDuties[]): readonly (readonly Cell[])[] {
  const rows = incidents.flatMap(({ number, severity, confirmedAt, obligations }) => {
    const first = [{ text: number }, { text: severity ?? "—" }, { text: almaty(confirmedAt) }];
    const named = obligations.map((one) => ({ ...one, of: one.notification?.number ?? objectOf(one) }));
    const sorted = named.toSorted((one, other) => (one.of < other.of ? -1 : 1));
    const columns = RULES.map((rule) => sorted.filter((one) => one.rule === rule).map(dutyCell));
    const lines = Math.max(1, ...columns.map(({ length }) => length));
    return Array.from({ length: lines }, (_, line) => [
      ...(line === 0 ? first : first.map(() => BLANK)),
      ...columns.map((cells) => cells[line] ?? (line === 0 ? NOTHING : BLANK)),
    ]);
  });
  return [head("incident", "level", "confirmed", ...RULES), ...rows];
}

type IncidentWithDuties = IncidentsQuery["incidents"]["nodes"][number];

/** The standing, and of what: the object of R9.2, the notification of R9.6. */
function dutyCell({ of, ...obligation }: ObligationRowFragment & { readonly of: string }): Cell {
  const { text, ...colour } = standingOf(obligation);
  return { text: of === "" ? text : `${of} ${text}`, ...colour };
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

function acknowledged(by: { readonly receivedAt: string } | undefined): Cell {
  return by ? { text: timeOfDay(by.receivedAt) } : NOTHING;
}

/** How the gateway notified owners, a row for each delivery. */
export function deliveryRows(
  notified: readonly {
    readonly incident: IncidentRowFragment;
    readonly owners: NonNullable<IncidentDeliveriesQuery["incident"]>;
  }[],
): readonly (readonly Cell[])[] {
  const rows = notified.flatMap(({ incident, owners }) => {
    const acknowledgedBy = (party: string | undefined, object: string | undefined) =>
      owners.ownerAcknowledgements.find((one) => one.owner?.code === party && one.object?.code === object);
    return owners.deliveries.map(({ party, object, channel, state, acceptedAt, attempts }) => [
      { text: incident.number },
      { text: object?.code ?? "—" },
      { text: party?.code ?? "?" },
      { text: channel ?? "—" },
      { text: state, colour: STATE_COLOURS[state] },
      acceptedAt === null ? NOTHING : { text: timeOfDay(acceptedAt) },
      acceptedAt === null ? NOTHING : { text: moment(Date.parse(acceptedAt) - Date.parse(incident.receivedAt)) },
      acknowledged(acknowledgedBy(party?.code, object?.code)),
      { text: attempts.at(-1)?.proof ?? "—" },
    ]);
  });
  return [head("incident", "object", "owner", "by", "state", "notified", "after", "acknowledged", "proof"), ...rows];
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
