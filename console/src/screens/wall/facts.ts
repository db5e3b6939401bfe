import type { Fact } from "../../live/state.js";
import { incidentHref, notificationHref } from "../../shared/addresses.js";
import { dutyOf } from "../../shared/duties/words.js";
import { INCIDENT_ICONS } from "../../shared/incidents/icons.js";
import { concerned, levelOf, objectOf, typeOf } from "../../shared/incidents/words.js";
import type { FactTone } from "../../parts/FactRow.js";
import type { IconName } from "../../parts/icons.js";
import type { Language } from "../../texts/languages.js";
import type { Texts } from "../../texts/texts.js";
import { dotted } from "../../texts/one-line.js";
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
