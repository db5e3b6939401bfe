import type { Violation } from "../../forms/useSubmit.js";
import type { Marking, NotificationPreviewInput, NotifySocsInput, Sector } from "../../operations/generated.js";
import type { Texts } from "../../texts/texts.js";
import { type IndicatorDraft, inputOfIndicators } from "../../shared/indicators/indicators.js";

/** What a notification may be about. */
export type About = "THREAT" | "EVENT" | "DETECTED" | "INCIDENT";

/** A notification as it is being written. */
export interface NotifyDraft {
  readonly about: { readonly kind: About; readonly number: string } | null;
  /** Codes. */
  readonly socs: readonly string[];
  readonly objects: readonly string[];
  readonly sectors: readonly Sector[];
  readonly isSharing: boolean;
  readonly text: string;
  readonly marking: Marking | null;
  readonly indicators: readonly IndicatorDraft[];
}

export const NO_NOTIFICATION: NotifyDraft = {
  about: null,
  socs: [],
  objects: [],
  sectors: [],
  isSharing: false,
  text: "",
  marking: null,
  indicators: [],
};

/** The argument that names what it is about. */
export const ARGUMENT = {
  THREAT: "threatId",
  EVENT: "eventId",
  DETECTED: "detectedIncidentId",
  INCIDENT: "incidentId",
} as const satisfies Record<About, keyof NotifySocsInput>;

/** Whether anybody was chosen. */
export function hasRecipients({ socs, objects, sectors, isSharing }: NotifyDraft): boolean {
  return socs.length + objects.length + sectors.length > 0 || isSharing;
}

/** What the preview is asked; null while there is nothing to ask. */
export function previewInput(draft: NotifyDraft): NotificationPreviewInput | null {
  const { about, socs, objects, sectors, isSharing } = draft;
  if (!about || !hasRecipients(draft)) return null;
  const indicators = inputOfIndicators(draft.indicators);
  return {
    [ARGUMENT[about.kind]]: about.number,
    to: {
      ...(socs.length === 0 ? {} : { socs }),
      ...(objects.length === 0 ? {} : { objects }),
      ...(sectors.length === 0 ? {} : { sectors }),
      ...(isSharing ? { sharingIndicators: true } : {}),
    },
    // They reach somebody only where they are asked for.
    ...(isSharing && indicators.length > 0 ? { indicators } : {}),
  };
}

/** What is sent, or what is missing for it. */
export function notifyInput(
  draft: NotifyDraft,
  follows: { readonly supplements: string } | { readonly withdraws: string } | null,
  says: Texts["notify"]["missing"] & { readonly text: string },
): { readonly input: Omit<NotifySocsInput, "submissionKey"> | null; readonly faults: readonly Violation[] } {
  const faults: Violation[] = [];
  const miss = (field: string, message: string): void => void faults.push({ rule: "F1", path: [field], message });
  if (!follows && !draft.about) miss("about", says.about);
  if (!follows && !hasRecipients(draft)) miss("to", says.to);
  if (draft.text.trim() === "") miss("text", says.text);
  if (!draft.marking) miss("marking", says.marking);
  const { marking, text } = draft;
  if (faults.length > 0 || !marking) return { input: null, faults };
  const indicators = inputOfIndicators(draft.indicators);
  const more = indicators.length === 0 ? {} : { indicators };
  if (follows) return { input: { ...follows, text, marking, ...more }, faults };
  return { input: { ...previewInput(draft), text, marking, ...more }, faults };
}

/** The form's field of a path of the gateway. */
export function fieldOf(path: readonly string[]): string {
  const [first = "", second] = path;
  if (Object.values<string>(ARGUMENT).includes(first) || first === "supplements" || first === "withdraws")
    return "about";
  if (first === "to" && second !== undefined) return `to.${second}`;
  return path.join(".");
}

/** What a number that was typed names: the centre's own records say it themselves. */
export function aboutOf(number: string): NotifyDraft["about"] {
  const kind: About = number.startsWith("THREAT-")
    ? "THREAT"
    : number.startsWith("EVENT-")
      ? "EVENT"
      : number.startsWith("DETECTED-")
        ? "DETECTED"
        : "INCIDENT";
  return { kind, number };
}
