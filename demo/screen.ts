import type { WriteStream } from "node:tty";
import type {
  NotificationPreviewQuery,
  ObligationFactKind,
  RejectionFragment,
} from "../schema/operations.generated.js";
import type { Accepted } from "./answers.js";
import type { Arrival } from "./live-screen.js";
import type { Mail } from "./mailbox.js";
import { painter, table, type Cell, type Colour, type Paint } from "./table.js";
import { almaty, dutyLabel, moment, place, receiptOf, span, standingLabel, timeOfDay, wrapped } from "./formats.js";

const WIDTH = 108;
const INDENT = " ".repeat(10);

/** The terminal on which the demonstration is played. Times are those of Asia/Almaty. */
export class Screen {
  private readonly paint: Paint;
  /** What arrives while somebody waits for the answer to a submission is shown after the answer. */
  private held: string[] | null = null;

  /** `stamp` gives the prefix of the next line: eight characters. */
  constructor(
    private readonly output: WriteStream,
    private readonly stamp: () => string = () => timeOfDay(),
  ) {
    this.paint = painter(output.isTTY && !process.env["NO_COLOR"]);
  }

  title(text: string): void {
    this.print(`\n${this.paint("bold", text)}`);
  }

  /** Begins a scene; somebody who looks on gets a moment to read the last one. */
  async scene(text: string): Promise<void> {
    if (this.output.isTTY) await new Promise((resolve) => setTimeout(resolve, 900));
    this.print(`\n${this.paint("bold", `— ${text}`)}`);
  }

  /** What somebody does, and the text that is sent with it. */
  does(who: { readonly code: string; readonly language: string }, what: string, text = ""): void {
    this.print(`${this.stamp()}  ${this.paint("blue", `${who.code} (${who.language})`)} ${what}`);
    if (text !== "") this.quote("dim", `“${text}”`);
  }

  /** What whoever looks on should know. */
  note(text: string): void {
    this.quote("dim", text);
  }

  /** What somebody is about to send; until the answer is shown, what arrives waits. */
  sends(who: { readonly code: string; readonly language: string }, what: string, text: string): void {
    this.does(who, what, text);
    this.held = [];
  }

  accepted(accepted: Accepted): void {
    const { incident, notification, threat, event, detectedIncident, receipt, warnings } = accepted;
    const numbers = [threat, event, detectedIncident, notification, incident].flatMap((one) =>
      one ? [one.number] : [],
    );
    const late = (incident?.obligations ?? []).filter(
      (duty) => duty.standing === "MET_LATE" && warnings.some(({ rule }) => rule === duty.rule),
    );
    const what = numbers.length > 0 ? ` ${numbers.join(" and ")}` : "";
    this.print(`${INDENT}${this.paint("green", "accepted")}${what}, receipt ${receiptOf(receipt)}`);
    for (const duty of late)
      this.print(`${INDENT}${this.paint("yellow", `late by ${span(duty.latenessSeconds)}`)} (${dutyLabel(duty)})`);
    for (const { rule, path, message } of warnings) this.quote("yellow", `warning ${rule} ${place(path)}: ${message}`);
    this.showHeld();
  }

  sameReceipt({ incident, receipt }: Accepted): void {
    const what = [...(incident ? [incident.number] : []), receiptOf(receipt)].join(", ");
    this.print(`${INDENT}${this.paint("green", "the same receipt")} ${what}`);
    this.showHeld();
  }

  rejected({ reference, violations }: RejectionFragment): void {
    this.print(`${INDENT}${this.paint("red", "refused")}, recorded as ${reference}`);
    for (const { rule, path, message } of violations) this.quote("red", `${rule} ${place(path)}: ${message}`);
    this.showHeld();
  }

  /** A fact on somebody's live screen. */
  arrival({ who, frame, latency }: Arrival): void {
    const { subject, duties } = "incident" in frame ? aboutIncident(frame) : aboutNotification(frame);
    const received = `${timeOfDay()}  ${this.paint("cyan", `▶ ${who} receives`)} ${frame.kind} ${subject} `;
    const lines = [received + this.paint("bold", `after ${latency} ms`), ...this.quoted("dim", duties.join(" · "))];
    if (this.held) this.held.push(...lines);
    else for (const line of lines) this.print(line);
  }

  /** What the clock announces of a duty. */
  announces({ stamp, kind, what, end }: Announced): void {
    const name = this.paint(ANNOUNCED[kind], `⏰ ${kind.replace("_", " ").toLowerCase()}`);
    const line = `${stamp}  ${name} ${what}, due at ${end}`;
    if (this.held) this.held.push(line);
    else this.print(line);
  }

  /** Whom a notification would reach, and why. */
  preview(recipients: NotificationPreviewQuery["notificationPreview"]): void {
    const width = Math.max(...recipients.map(({ soc }) => soc?.code.length ?? 0));
    for (const { soc, reasons } of recipients) {
      const [first = "", ...more] = wrapped(reasonsIn(reasons), WIDTH - INDENT.length - width - 2);
      this.print(`${INDENT}${this.paint("cyan", (soc?.code ?? "?").padEnd(width))}  ${first}`);
      for (const line of more) this.print(`${INDENT}${" ".repeat(width)}  ${line}`);
    }
  }

  /** A mail in an owner's mailbox, in full or in one line, and how long after the report it was there. */
  mail(mail: Mail, latency: number, isWhole: boolean): void {
    const { from, to, subject, messageId, text } = mail;
    const after = this.paint("bold", `${moment(latency)} after the report`);
    this.print(
      `${timeOfDay(new Date(mail.takenAt).toISOString())}  ${this.paint("cyan", `✉ ${to} gets mail`)} ${after}`,
    );
    if (!isWhole) return this.quote("dim", `“${subject}”`);
    const head = { From: from, To: to, Subject: subject, "Message-ID": messageId };
    const lines = [
      ...Object.entries(head).map(([name, value]) => `${name}: ${value}`),
      "",
      ...text.trimEnd().split("\n"),
    ];
    for (const line of lines.flatMap((one) => wrapped(one, WIDTH - INDENT.length - 2)))
      this.print(`${INDENT}${this.paint("dim", "│")} ${line}`.trimEnd());
  }

  table(rows: readonly (readonly Cell[])[]): void {
    for (const line of table(rows, this.paint)) this.print(line.trimEnd());
  }

  print(line: string): void {
    this.output.write(`${line}\n`);
  }

  private showHeld(): void {
    const lines = this.held ?? [];
    this.held = null;
    for (const line of lines) this.print(line);
  }

  private quote(colour: Colour, text: string): void {
    for (const line of this.quoted(colour, text)) this.print(line);
  }

  private quoted(colour: Colour, text: string): string[] {
    return wrapped(text, WIDTH - INDENT.length).map((line) => `${INDENT}${this.paint(colour, line)}`);
  }
}

const ANNOUNCED: Readonly<Record<ObligationFactKind, Colour>> = {
  DUE_SOON: "yellow",
  OVERDUE: "red",
  NOT_OVERDUE: "green",
};

interface Announced {
  readonly stamp: string;
  readonly kind: ObligationFactKind;
  readonly what: string;
  /** When the duty's time ends, on the same scale as `stamp`. */
  readonly end: string;
}

interface Shown {
  readonly subject: string;
  readonly duties: readonly string[];
}

function aboutIncident({ incident }: Extract<Arrival["frame"], { readonly incident: unknown }>): Shown {
  const { number, type, severity, obligations } = incident;
  return {
    subject: `${number} ${type} ${severity ?? "no level yet"}`,
    duties: obligations.map((duty) => `${dutyLabel(duty)} ${standingLabel(duty.standing)}`),
  };
}

/** For the recipient, the day on which its answer is due; for the centre, the SOC that acted. */
function aboutNotification(frame: Extract<Arrival["frame"], { readonly notification: unknown }>): Shown {
  const { kind, notification, recipient } = frame;
  const { soc, obligation } = recipient;
  const subject = `${notification.number} about ${THINGS[notification.subject]}`;
  if (!obligation) return { subject, duties: [] };
  const duty = `${obligation.rule} ${standingLabel(obligation.standing)}`;
  if (kind === "NOTIFIED")
    return { subject, duties: [`${duty} until ${almaty(obligation.dueAt)}`, markingOf(notification)] };
  return { subject: `${subject} by ${soc?.code ?? "?"}`, duties: [duty] };
}

const THINGS = { THREAT: "a threat", EVENT: "an event", INCIDENT: "an incident" };

function markingOf({ marking }: { readonly marking: string }): string {
  return `TLP:${marking.replace("_", "+")}`;
}

type Reasons = NotificationPreviewQuery["notificationPreview"][number]["reasons"];

function reasonsIn(reasons: Reasons): string {
  const indicators = reasons.flatMap(({ indicator }) => (indicator === null ? [] : [shortened(indicator)]));
  const texts = reasons.flatMap(({ kind, object, sector }) => {
    switch (kind) {
      case "NAMED":
        return ["is named"];
      case "COVERS_OBJECT":
        return [`covers the object ${object?.code ?? "?"}`];
      case "COVERS_SECTOR":
        return [`covers an object of the sector ${sector ?? "?"}`];
      case "SHARES_INDICATOR":
        return [];
    }
  });
  if (indicators.length > 0) texts.push(`has an incident of its own with ${indicators.join(" and ")}`);
  return texts.join("; ");
}

function shortened(text: string): string {
  return text.length > 24 ? `${text.slice(0, 12)}…` : text;
}
