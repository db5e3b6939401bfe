import type { Fact } from "../../live/state.js";
import type { FactTone } from "../../parts/FactRow.js";
import type { IconName } from "../../parts/icons.js";
import type { Language } from "../../texts/languages.js";
import type { Texts } from "../../texts/texts.js";
import { writeDuration } from "../../time/durations.js";

/** How a fact is shown. What it names is of now: only its kind and time are of then. */
export interface FactWords {
  readonly icon: IconName;
  readonly tone: FactTone;
  readonly title: string;
  /** What it is about: an incident or a notification. */
  readonly number: string;
  readonly href: string;
  readonly lines: readonly string[];
}

type IncidentFact = Extract<Fact, { feed: "incidents" }>;
type NotificationFact = Extract<Fact, { feed: "notifications" }>;
type ObligationFact = Extract<Fact, { feed: "obligations" }>;

export function wordsOf(fact: Fact, texts: Texts, language: Language): FactWords {
  switch (fact.feed) {
    case "incidents":
      return ofIncident(fact, texts, language);
    case "notifications":
      return ofNotification(fact, texts);
    case "obligations":
      return ofObligation(fact, texts);
  }
}

/** The SOCs that a fact is about, by code; none for what is about no SOC. */
export function socsOf(fact: Fact): readonly string[] {
  return codesOf(fact).filter((code) => code !== undefined);
}

function codesOf(fact: Fact): readonly (string | undefined)[] {
  switch (fact.feed) {
    case "incidents":
      return [fact.incident.soc?.code];
    case "notifications":
      return [fact.recipient.soc?.code];
    case "obligations":
      return [fact.obligation.obligor?.code, fact.obligation.incident?.soc?.code];
  }
}

export const incidentHref = (number: string): string => `/incidents/${number}`;
export const notificationHref = (number: string): string => `/notifications/${number}`;

export const INCIDENT_ICONS: Readonly<Record<IncidentFact["kind"], readonly [IconName, FactTone]>> = {
  REPORTED: ["message", "plain"],
  CARD_SUBMITTED: ["card", "plain"],
  CARD_AMENDED: ["edit", "plain"],
  SEVERITY_REVIEWED: ["level", "plain"],
  OWNER_NOTIFIED: ["met", "met"],
  OWNER_ACKNOWLEDGED: ["met", "met"],
  OWNER_NOT_REACHED: ["owner", "late"],
  OBLIGATION_WAIVED: ["waived", "plain"],
  CORRECTION_REQUESTED: ["edit", "plain"],
  CORRECTION_WITHDRAWN: ["withdrawn", "plain"],
  CORRECTION_REFUSED: ["close", "plain"],
  CONFIRMATION_CORRECTED: ["edit", "plain"],
  RETRACTION_REQUESTED: ["withdrawn", "plain"],
  RETRACTED: ["withdrawn", "plain"],
  RETRACTION_REFUSED: ["close", "plain"],
  RECEIVED_OTHERWISE: ["phone", "plain"],
  RECEIPT_WITHDRAWN: ["withdrawn", "plain"],
  OBJECT_LINKED: ["object", "plain"],
  OBJECT_UNLINKED: ["object", "plain"],
  OBJECT_CHANGED: ["object", "plain"],
  LINKED_AS_SAME: ["link", "plain"],
  UNLINKED_AS_SAME: ["link", "plain"],
  TAKEN: ["person", "plain"],
  RELEASED: ["person", "plain"],
};

const NOTIFICATION_ICONS: Readonly<Record<NotificationFact["kind"], readonly [IconName, FactTone]>> = {
  NOTIFIED: ["mail", "plain"],
  ACKNOWLEDGED: ["met", "met"],
  ANSWERED: ["answer", "met"],
  ANSWER_WAIVED: ["waived", "plain"],
  ANSWER_RECEIVED_OTHERWISE: ["phone", "plain"],
  ANSWER_RECEIPT_WITHDRAWN: ["withdrawn", "plain"],
  SUPPLEMENTED: ["mail", "plain"],
  WITHDRAWN: ["withdrawn", "plain"],
  INCIDENT_RETRACTED: ["withdrawn", "plain"],
};

function ofIncident({ kind, incident }: IncidentFact, texts: Texts, language: Language): FactWords {
  const { words, wall } = texts;
  const [icon, tone] = INCIDENT_ICONS[kind];
  const took = Date.parse(incident.receivedAt) - Date.parse(incident.confirmedAt);
  return {
    icon,
    tone,
    title: words.incidentFacts[kind],
    number: incident.number,
    href: incidentHref(incident.number),
    lines: [
      kind === "REPORTED"
        ? dotted(
            levelOf(incident.severity, texts),
            typeOf(incident.type, texts),
            wall.feed.reportedIn(writeDuration(took, language)),
          )
        : kind === "CARD_SUBMITTED" || kind === "CARD_AMENDED"
          ? dotted(levelOf(incident.severity, texts), incident.card ? wall.feed.revision(incident.card.revision) : "")
          : dotted(levelOf(incident.severity, texts), objectOf(incident)),
    ].filter(Boolean),
  };
}

function ofNotification({ kind, notification, recipient }: NotificationFact, { words }: Texts): FactWords {
  const [icon, tone] = NOTIFICATION_ICONS[kind];
  return {
    icon,
    tone,
    title: words.notificationFacts[kind],
    number: notification.number,
    href: notificationHref(notification.number),
    lines: [dotted(recipient.soc?.code ?? "", words.subjects[notification.subject])],
  };
}

function ofObligation({ kind, obligation }: ObligationFact, texts: Texts): FactWords {
  const { words, wall } = texts;
  const { rule, incident, notification, obligor } = obligation;
  const number = incident?.number ?? notification?.number ?? "";
  return {
    icon: kind === "OVERDUE" ? "overdue" : kind === "DUE_SOON" ? "soon" : "met",
    tone: kind === "OVERDUE" ? "late" : kind === "NOT_OVERDUE" ? "met" : "plain",
    title:
      kind === "OVERDUE"
        ? wall.feed.lapsed(rule)
        : kind === "DUE_SOON"
          ? wall.feed.dueSoon(rule)
          : `${words.obligationFacts[kind]}: ${rule}`,
    number,
    href: incident ? incidentHref(number) : notificationHref(number),
    lines: [dotted(dutyOf(rule, texts), (incident && concerned(obligation, incident)) ?? obligor?.code ?? "")],
  };
}

export function dutyOf(rule: string, { words }: Texts): string {
  return rule in words.duties ? words.duties[rule as keyof typeof words.duties].short : rule;
}

export function typeOf(type: keyof Texts["form"]["choices"]["IncidentType"], { form }: Texts): string {
  return form.choices.IncidentType[type].label;
}

const DIGITS = { HIGH: 4, MEDIUM: 3, LOW: 2, UNDETERMINED: 1 } as const;

function levelOf(level: keyof typeof DIGITS | null | undefined, { words }: Texts): string {
  return level ? `${DIGITS[level]} ${words.levels[level]}` : words.levelUnknown;
}

/** The affected objects in a few words: the first, and how many more. */
export function objectOf({ affectedObjects }: Extract<Fact, { feed: "incidents" }>["incident"]): string {
  const [first] = affectedObjects;
  const name = first?.object?.name ?? first?.code ?? first?.description ?? "";
  return affectedObjects.length > 1 ? `${name} +${affectedObjects.length - 1}` : name;
}

/** The object that a duty is about, by its name where that is known; of one about none those of its incident. */
export function concerned(
  { objectCode, objectDescription }: Pick<ObligationFact["obligation"], "objectCode" | "objectDescription">,
  incident: Extract<Fact, { feed: "incidents" }>["incident"],
): string {
  const object = incident.affectedObjects.find(({ code }) => code !== null && code === objectCode)?.object;
  return object?.name ?? objectCode ?? objectDescription ?? objectOf(incident);
}

/** Parts in one line; the empty ones are left out, and so is what would write one of them into the others. */
export function dotted(...parts: readonly string[]): string {
  return parts.filter(Boolean).map(inOrder).join(" · ");
}

/** A text without the characters that turn around how it and what comes after it is read (UAX 9, explicit directions). */
export function inOrder(text: string): string {
  return text.replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, "");
}
