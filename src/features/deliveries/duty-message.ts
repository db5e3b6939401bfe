import type { Announcement } from "../../domain/facts.js";
import { toIso, type Instant } from "../../domain/instant.js";
import type { DutyMessage } from "../../domain/messages.js";
import {
  DUTY_MAIL,
  DUTY_MAIL_FACTS,
  dutyMailOpening,
  dutyMailSubject,
  dutyWithRule,
} from "../../domain/wording/duty-mail.js";
import { contactLine } from "../../domain/wording/owner-mail.js";
import { writeTime } from "../../domain/wording/times.js";
import type { Locale } from "../../domain/wording/wording.js";
import { frameMail, type ComposedMail } from "../../outbound/mail-frame.js";

const WEBHOOK_TYPES: Readonly<Record<Announcement, string>> = {
  DUE_SOON: "obligation.due_soon",
  OVERDUE: "obligation.overdue",
};

/** The mail about a duty, as it is sent at `now`. */
export function composeDutyMail(message: DutyMessage, now: Instant, locale: Locale): ComposedMail {
  const { announcement, kind, incidentNumber, notificationNumber } = message;
  const about = {
    announcement,
    kind,
    about: incidentNumber === null ? "notification" : "incident",
    number: incidentNumber ?? notificationNumber ?? "",
    dueAt: message.dueAt,
  } as const;
  const parts = {
    subject: dutyMailSubject(about, locale),
    heading: DUTY_MAIL.heading[announcement][locale],
    opening: dutyMailOpening(message, now, locale),
    facts: factsOf(message, locale),
    quotation: null,
    advice: DUTY_MAIL.advice[locale],
    statute: DUTY_MAIL.statute[locale],
  };
  return frameMail(parts, locale);
}

/** The body of a webhook in JSON: type, time of the call and data, after the Standard Webhooks specification. */
export function dutyWebhookBody(message: DutyMessage & { readonly at: Instant }): string {
  const { objectCode, objectName } = message;
  return JSON.stringify({
    type: WEBHOOK_TYPES[message.announcement],
    timestamp: toIso(message.at),
    data: {
      rule: message.rule,
      kind: message.kind,
      dueAt: toIso(message.dueAt),
      incident: message.incidentNumber,
      notification: message.notificationNumber,
      soc: { code: message.socCode, name: message.socName },
      object: objectCode === null ? null : { code: objectCode, name: objectName },
    },
  });
}

function factsOf(message: DutyMessage, locale: Locale): [label: string, value: string][] {
  const { objectCode, objectName } = message;
  const values: Record<keyof typeof DUTY_MAIL_FACTS, string | null> = {
    duty: dutyWithRule(message, locale),
    dueAt: writeTime(message.dueAt, locale),
    incident: message.incidentNumber,
    notification: message.notificationNumber,
    object: objectCode === null ? null : `${objectName ?? ""} (${objectCode})`,
    soc: `${message.socName} (${message.socCode})`,
    contact: contactLine({ name: message.contactName, phone: message.contactPhone, email: message.contactEmail }),
  };
  const names = Object.keys(DUTY_MAIL_FACTS) as (keyof typeof DUTY_MAIL_FACTS)[];
  return names.flatMap((name) => {
    const value = values[name];
    return value === null ? [] : [[DUTY_MAIL_FACTS[name][locale], value]];
  });
}
