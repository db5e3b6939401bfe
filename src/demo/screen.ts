import type { WriteStream } from "node:tty";
import type { IncidentRowFragment, RejectionFragment, Standing } from "../../schema/operations.generated.js";
import { instant, toAlmaty } from "../domain/instant.js";
import type { Arrival } from "./centre.js";
import type { Accepted } from "./client.js";
import { painter, table, type Colour, type Paint } from "./table.js";

const WIDTH = 108;
const INDENT = " ".repeat(10);
const RULES = ["R9.1", "R9.2", "R9.3", "RA.1"];

const STANDINGS: Record<Standing, { readonly word: string; readonly colour: Colour }> = {
  RUNNING: { word: "running to", colour: "cyan" },
  MET: { word: "met", colour: "green" },
  MET_LATE: { word: "met late", colour: "yellow" },
  OVERDUE: { word: "OVERDUE", colour: "red" },
  WAIVED: { word: "waived", colour: "dim" },
};

/** The terminal on which the morning is played. Times are those of Asia/Almaty. */
export class Screen {
  private readonly paint: Paint;

  constructor(private readonly output: WriteStream) {
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

  /** What a SOC is about to send. */
  sends(soc: { readonly code: string; readonly language: string }, what: string, text: string): void {
    this.print(`${now()}  ${this.paint("blue", `${soc.code} (${soc.language})`)} ${what}`);
    if (text !== "") this.quote("dim", `“${text}”`);
  }

  accepted({ incident, receipt, warnings }: Accepted): void {
    const late = incident.obligations.filter(
      (duty) => duty.standing === "MET_LATE" && warnings.some(({ rule }) => rule === duty.rule),
    );
    this.print(`${INDENT}${this.paint("green", "accepted")} ${incident.number}, receipt ${receiptOf(receipt)}`);
    for (const { rule, latenessSeconds } of late)
      this.print(`${INDENT}${this.paint("yellow", `late by ${span(latenessSeconds)}`)} (${rule})`);
    for (const { rule, path, message } of warnings) this.quote("yellow", `warning ${rule} ${place(path)}: ${message}`);
  }

  sameReceipt({ incident, receipt }: Accepted): void {
    this.print(`${INDENT}${this.paint("green", "the same receipt")} ${incident.number}, ${receiptOf(receipt)}`);
  }

  rejected({ reference, violations }: RejectionFragment): void {
    this.print(`${INDENT}${this.paint("red", "refused")}, recorded as ${reference}`);
    for (const { rule, path, message } of violations) this.quote("red", `${rule} ${place(path)}: ${message}`);
  }

  /** A fact on the centre's screen. */
  arrival({ frame, latency }: Arrival): void {
    const { kind, incident } = frame;
    const duties = incident.obligations.map(({ rule, standing }) => `${rule} ${STANDINGS[standing].word}`);
    const told = `${kind} ${incident.number} ${incident.type} ${incident.severity ?? "no level yet"}`;
    this.print(
      `${now()}  ${this.paint("cyan", "▶ centre hears")} ${told} ${this.paint("bold", `after ${latency} ms`)}`,
    );
    this.quote("dim", duties.map((duty) => duty.replace(" to", "")).join(" · "));
  }

  /** What the centre sees of `incidents`, and how each duty stands. */
  dossiers(incidents: readonly IncidentRowFragment[]): void {
    const head = ["incident", "level", "confirmed", ...RULES].map((text) => ({ text, colour: "bold" as const }));
    const rows = incidents.map(({ number, severity, confirmedAt, obligations }) => [
      { text: number },
      { text: severity ?? "—" },
      { text: almaty(confirmedAt) },
      ...RULES.map((rule) => standingOf(obligations.find((one) => one.rule === rule))),
    ]);
    for (const line of table([head, ...rows], this.paint)) this.print(line);
  }

  print(line: string): void {
    this.output.write(`${line}\n`);
  }

  private quote(colour: Colour, text: string): void {
    for (const line of wrapped(text, WIDTH - INDENT.length)) this.print(`${INDENT}${this.paint(colour, line)}`);
  }
}

function standingOf(obligation: IncidentRowFragment["obligations"][number] | undefined) {
  if (!obligation) return { text: "—" };
  const { standing, dueAt, latenessSeconds } = obligation;
  const { word, colour } = STANDINGS[standing];
  if (standing === "RUNNING") return { text: `${word} ${almaty(dueAt)}`, colour };
  return { text: latenessSeconds > 0 ? `${word} +${span(latenessSeconds)}` : word, colour };
}

function span(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return `${Math.ceil(seconds)} s`;
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Month, day and minute, as `02-28 23:59`. */
function almaty(iso: string): string {
  return toAlmaty(instant(Date.parse(iso))).slice(5, 16);
}

function now(): string {
  return toAlmaty(instant(Date.now())).slice(11, 19);
}

function place(path: readonly string[]): string {
  return path.length === 0 ? "(the whole)" : path.join(".");
}

function receiptOf({ position, entryHash }: Accepted["receipt"]): string {
  return `no. ${position} ${entryHash.slice(0, 12)}…`;
}

function wrapped(text: string, width: number): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1) ?? "";
    if (line !== "" && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines;
}
