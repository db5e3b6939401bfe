import { toIso, type Instant } from "../../domain/instant.js";
import type { OwnerMessage } from "../../domain/messages.js";
import { SEVERITY_LABELS, TYPE_LABELS } from "../../domain/wording/labels.js";
import {
  contactLine,
  OWNER_MAIL,
  OWNER_MAIL_FACTS,
  OWNER_MAIL_SUBJECT,
  SEVERITY_UNKNOWN,
} from "../../domain/wording/owner-mail.js";
import { writeTime } from "../../domain/wording/times.js";
import type { Locale } from "../../domain/wording/wording.js";
import { frameMail, type ComposedMail } from "../../outbound/mail-frame.js";

/** The mail to the owner. */
export function composeMail(message: OwnerMessage, locale: Locale): ComposedMail {
  const parts = {
    subject: subjectOf(message, locale),
    heading: OWNER_MAIL.heading[locale],
    opening: OWNER_MAIL.opening[locale],
    facts: factsOf(message, locale),
    quotation: { heading: OWNER_MAIL.summary[locale], words: message.summary },
    advice: OWNER_MAIL.acknowledgement[locale],
    statute: OWNER_MAIL.statute[locale],
  };
  return frameMail(parts, locale);
}

/** The body of a webhook in JSON: type, time of the call and data, after the Standard Webhooks specification. */
export function webhookBody(message: OwnerMessage & { readonly at: Instant }): string {
  return JSON.stringify({
    type: "incident.owner_notified",
    timestamp: toIso(message.at),
    data: {
      incident: message.incidentNumber,
      type: message.type,
      severity: message.severity,
      confirmedAt: toIso(message.confirmedAt),
      object: { code: message.objectCode, name: message.objectName },
      owner: message.ownerName,
      soc: message.socName,
      summary: message.summary,
    },
  });
}

function subjectOf(message: OwnerMessage, locale: Locale): string {
  const { incidentNumber, type, severity, objectCode, objectName } = message;
  const level = severity === null ? "" : `, ${SEVERITY_LABELS[severity][locale]}`;
  return OWNER_MAIL_SUBJECT[locale]({
    number: incidentNumber,
    what: TYPE_LABELS[type][locale] + level,
    where: `${objectCode}, ${objectName}`,
  });
}

function factsOf(message: OwnerMessage, locale: Locale): [label: string, value: string][] {
  const values: Record<keyof typeof OWNER_MAIL_FACTS, string | null> = {
    incident: message.incidentNumber,
    object: `${message.objectName} (${message.objectCode})`,
    owner: message.ownerName,
    type: TYPE_LABELS[message.type][locale],
    severity: (message.severity === null ? SEVERITY_UNKNOWN : SEVERITY_LABELS[message.severity])[locale],
    confirmedAt: writeTime(message.confirmedAt, locale),
    soc: message.socName,
    contact: contactLine({ name: null, phone: message.socPhone, email: message.socEmail }),
  };
  const names = Object.keys(OWNER_MAIL_FACTS) as (keyof typeof OWNER_MAIL_FACTS)[];
  return names.flatMap((name) => {
    const value = values[name];
    return value === null ? [] : [[OWNER_MAIL_FACTS[name][locale], value]];
  });
}
