import type { IncidentType, Severity } from "../domain/incident-card.js";
import { toAlmaty, toIso, type Instant } from "../domain/instant.js";
import {
  OWNER_MAIL,
  OWNER_MAIL_FACTS,
  OWNER_MAIL_SUBJECT,
  SEVERITY_LABELS,
  SEVERITY_UNKNOWN,
  TYPE_LABELS,
} from "../domain/wording/owner-mail.js";
import type { Locale } from "../domain/wording/wording.js";

/** What the owner of a protected object is told of an incident on it (R9.2). */
export interface OwnerMessage {
  readonly incidentNumber: string;
  readonly type: IncidentType;
  /** Null where the report left the level out. */
  readonly severity: Severity | null;
  readonly confirmedAt: Instant;
  /** What is known, in the SOC's words; may have several lines. */
  readonly summary: string;
  readonly objectCode: string;
  readonly objectName: string;
  readonly ownerName: string;
  readonly socName: string;
}

interface ComposedMail {
  /** One line of at most 150 characters. */
  readonly subject: string;
  readonly text: string;
  /** A whole document that loads nothing; what others wrote is shown in it, never run. */
  readonly html: string;
}

const SUBJECT_LENGTH = 150;

/** The mail to the owner, as text and as HTML that say the same. */
export function composeMail(message: OwnerMessage, locale: Locale): ComposedMail {
  const facts = factsOf(message, locale);
  const summary = linesOf(message.summary);
  return {
    subject: subjectOf(message, locale),
    text: asText(facts, summary, locale),
    html: asHtml(facts, summary, locale),
  };
}

/** The body of a webhook in JSON: type, time of the telling and data, after the Standard Webhooks specification. */
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

/** Characters that would break a line, or turn the direction of what follows and so disguise it. */
const UNRULY = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

function oneLine(text: string): string {
  return text.replace(UNRULY, " ").replace(/\s+/g, " ").trim();
}

function linesOf(text: string): string[] {
  return text.split(/\r\n?|\n/).map((line) => line.replace(UNRULY, " "));
}

function subjectOf(message: OwnerMessage, locale: Locale): string {
  const { incidentNumber, type, severity, objectCode, objectName } = message;
  const level = severity === null ? "" : `, ${SEVERITY_LABELS[severity][locale]}`;
  const subject = oneLine(
    OWNER_MAIL_SUBJECT[locale]({
      number: incidentNumber,
      what: TYPE_LABELS[type][locale] + level,
      where: `${objectCode}, ${objectName}`,
    }),
  );
  const characters = Array.from(subject);
  if (characters.length <= SUBJECT_LENGTH) return subject;
  return `${characters
    .slice(0, SUBJECT_LENGTH - 1)
    .join("")
    .trimEnd()}…`;
}

type Fact = readonly [label: string, value: string];

function factsOf(message: OwnerMessage, locale: Locale): Fact[] {
  const values: Record<keyof typeof OWNER_MAIL_FACTS, string> = {
    incident: message.incidentNumber,
    object: `${message.objectName} (${message.objectCode})`,
    owner: message.ownerName,
    type: TYPE_LABELS[message.type][locale],
    severity: (message.severity === null ? SEVERITY_UNKNOWN : SEVERITY_LABELS[message.severity])[locale],
    confirmedAt: toAlmaty(message.confirmedAt),
    soc: message.socName,
  };
  const names = Object.keys(OWNER_MAIL_FACTS) as (keyof typeof OWNER_MAIL_FACTS)[];
  return names.map((name) => [OWNER_MAIL_FACTS[name][locale], oneLine(values[name])]);
}

function asText(facts: readonly Fact[], summary: readonly string[], locale: Locale): string {
  return [
    OWNER_MAIL.heading[locale],
    "",
    OWNER_MAIL.opening[locale],
    "",
    ...facts.map(([label, value]) => `${label}: ${value}`),
    "",
    `${OWNER_MAIL.summary[locale]}:`,
    // Quoted, so that nothing in it can pass for a sentence of ours.
    ...summary.map((line) => `> ${line}`),
    "",
    OWNER_MAIL.acknowledgement[locale],
    "",
    OWNER_MAIL.statute[locale],
    "",
  ].join("\n");
}

/** Mail programs know few styles, and these only on the elements themselves. */
const STYLES = {
  body: "margin:0;padding:24px 12px;background:#f3f4f6;color:#1f2937;font:16px/1.5 Arial,'Noto Sans',sans-serif",
  sheet: "max-width:640px;margin:0 auto;padding:28px;background:#ffffff;border:1px solid #d1d5db;border-radius:6px",
  heading: "margin:0 0 16px;font-size:21px;line-height:1.3;color:#111827",
  paragraph: "margin:0 0 16px",
  table: "width:100%;margin:0 0 20px;border-collapse:collapse",
  label:
    "width:38%;padding:8px 12px 8px 0;border-bottom:1px solid #e5e7eb;text-align:left;vertical-align:top;font-weight:normal;color:#4b5563",
  value:
    "padding:8px 0;border-bottom:1px solid #e5e7eb;text-align:left;vertical-align:top;font-weight:bold;overflow-wrap:anywhere",
  subheading: "margin:0 0 8px;font-size:17px;line-height:1.3;color:#111827",
  summary:
    "margin:0 0 20px;padding:12px 16px;background:#f9fafb;border-left:4px solid #b91c1c;white-space:pre-wrap;overflow-wrap:anywhere",
  note: "margin:0;font-size:14px;color:#4b5563",
} as const;

function asHtml(facts: readonly Fact[], summary: readonly string[], locale: Locale): string {
  const rows = facts.map(
    ([label, value]) =>
      `<tr><th scope="row" style="${STYLES.label}">${escaped(label)}</th><td style="${STYLES.value}">${escaped(value)}</td></tr>`,
  );
  const heading = escaped(OWNER_MAIL.heading[locale]);
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${heading}</title>
</head>
<body style="${STYLES.body}">
<div style="${STYLES.sheet}">
<h1 style="${STYLES.heading}">${heading}</h1>
<p style="${STYLES.paragraph}">${escaped(OWNER_MAIL.opening[locale])}</p>
<table style="${STYLES.table}">
${rows.join("\n")}
</table>
<h2 style="${STYLES.subheading}">${escaped(OWNER_MAIL.summary[locale])}</h2>
<div style="${STYLES.summary}">${summary.map(escaped).join("<br>")}</div>
<p style="${STYLES.paragraph}">${escaped(OWNER_MAIL.acknowledgement[locale])}</p>
<p style="${STYLES.note}">${escaped(OWNER_MAIL.statute[locale])}</p>
</div>
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as text within HTML, between tags or in a quoted attribute. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
