import type { Standing } from "../../schema/operations.generated.js";
import { clockInAlmaty, instant } from "../domain/instant.js";
import type { Colour } from "./table.js";

/** How a duty stands, in a word and its colour. */
export const STANDINGS: Readonly<Record<Standing, { readonly word: string; readonly colour: Colour }>> = {
  RUNNING: { word: "running until", colour: "cyan" },
  MET: { word: "met", colour: "green" },
  MET_LATE: { word: "met late", colour: "yellow" },
  OVERDUE: { word: "OVERDUE", colour: "red" },
  WAIVED: { word: "waived", colour: "dim" },
};

/** The standing of a duty that no time goes with: `running`, not `running to`. */
export function standingLabel(standing: Standing): string {
  return STANDINGS[standing].word.replace(" to", "");
}

/** Seconds in the two largest units that they fill: `79 h 45 min`, `12 min`, `8 s`. */
export function span(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return `${Math.ceil(seconds)} s`;
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Milliseconds as a person says them: `640 ms`, `2.3 s`. */
export function moment(milliseconds: number): string {
  return milliseconds < 1_000 ? `${milliseconds} ms` : `${(milliseconds / 1_000).toFixed(1)} s`;
}

/** Month, day and minute in Almaty, as `02-28 23:59`. */
export function almaty(iso: string): string {
  const { date, time } = clockInAlmaty(instant(Date.parse(iso)));
  return `${date.slice(5)} ${time.slice(0, 5)}`;
}

/** The time of day in Almaty, as `23:59:07`; of `iso`, or now. */
export function timeOfDay(iso?: string): string {
  return clockInAlmaty(instant(iso === undefined ? Date.now() : Date.parse(iso))).time;
}

/** Where in a submission something is. */
export function place(path: readonly string[]): string {
  return path.length === 0 ? "(the whole)" : path.join(".");
}

/** A receipt, as short as it can be told apart. */
export function receiptOf({ position, entryHash }: { readonly position: number; readonly entryHash: string }): string {
  return `no. ${position} ${entryHash.slice(0, 12)}…`;
}

/** A text in lines of at most `width` characters. */
export function wrapped(text: string, width: number): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1) ?? "";
    if (line !== "" && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines;
}
