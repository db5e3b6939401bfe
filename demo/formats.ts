import type { Standing } from "../schema/operations.generated.js";
import { clockInAlmaty, instant } from "../src/domain/instant.js";
import type { Colour } from "./table.js";

/** A duty's standing: its label and colour. */
export const STANDINGS: Readonly<Record<Standing, { readonly label: string; readonly colour: Colour }>> = {
  RUNNING: { label: "running until", colour: "cyan" },
  MET: { label: "met", colour: "green" },
  MET_LATE: { label: "met late", colour: "yellow" },
  OVERDUE: { label: "OVERDUE", colour: "red" },
  WAIVED: { label: "waived", colour: "dim" },
};

/** The label of a standing without a time: `running`, not `running until`. */
export function standingLabel(standing: Standing): string {
  return STANDINGS[standing].label.replace(" until", "");
}

/** The object toward whose owner a duty is owed (R9.2): its code, or where its description begins; empty for other duties. */
export function objectOf({ objectCode, objectDescription }: Toward): string {
  if (objectCode !== null) return objectCode;
  const [beginning = "", ...rest] = wrapped(objectDescription ?? "", 20);
  return rest.length > 0 ? `“${beginning}…”` : beginning;
}

/** A duty by its rule and, where it is owed toward an object's owner, the object. */
export function dutyLabel(duty: Toward & { readonly rule: string }): string {
  return [duty.rule, objectOf(duty)].filter((part) => part !== "").join(" ");
}

interface Toward {
  readonly objectCode: string | null;
  readonly objectDescription: string | null;
}

/** Seconds in the two largest units that they fill: `79 h 45 min`, `8 h`, `12 min`, `8 s`. */
export function span(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return `${Math.ceil(seconds)} s`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? `${hours} h` : "", rest > 0 ? `${rest} min` : ""].filter((part) => part !== "").join(" ");
}

/** Milliseconds as people write them: `640 ms`, `2.3 s`. */
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

/** A receipt, short but still distinct. */
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
