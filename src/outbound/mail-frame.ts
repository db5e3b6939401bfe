import type { Locale } from "../domain/wording/wording.js";

/** A mail as its server takes it. */
export interface ComposedMail {
  /** One line of at most 150 characters. */
  readonly subject: string;
  readonly text: string;
  /** A whole document that loads nothing; what others wrote is shown in it, never run. */
  readonly html: string;
}

/** What a mail says, in one language, before it is text and HTML. Facts may hold what others wrote. */
export interface MailParts {
  readonly subject: string;
  readonly heading: string;
  readonly opening: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** Quoted text of several lines, under its own heading; null: none. */
  readonly quotation: { readonly heading: string; readonly words: string } | null;
  /** What the reader can do. */
  readonly advice: string;
  /** By which rule the mail is sent. */
  readonly statute: string;
}

const SUBJECT_LENGTH = 150;

/** A mail, as text and as HTML that say the same. */
export function frameMail(parts: MailParts, locale: Locale): ComposedMail {
  const facts = parts.facts.map(([label, value]) => [label, oneLine(value)] as const);
  const tamed = { ...parts, facts };
  return { subject: cut(oneLine(parts.subject)), text: asText(tamed), html: asHtml(tamed, locale) };
}

/** Characters that would break a line, or turn the direction of what follows and so disguise it. */
const UNRULY = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

function oneLine(text: string): string {
  return text.replace(UNRULY, " ").replace(/\s+/g, " ").trim();
}

function linesOf(text: string): string[] {
  return text.split(/\r\n?|\n/).map((line) => line.replace(UNRULY, " "));
}

function cut(subject: string): string {
  const characters = Array.from(subject);
  if (characters.length <= SUBJECT_LENGTH) return subject;
  return `${characters
    .slice(0, SUBJECT_LENGTH - 1)
    .join("")
    .trimEnd()}…`;
}

function asText({ heading, opening, facts, quotation, advice, statute }: MailParts): string {
  return [
    heading,
    "",
    opening,
    "",
    ...facts.map(([label, value]) => `${label}: ${value}`),
    "",
    // Quoted, so that nothing in it can pass for a sentence of ours.
    ...(quotation ? [`${quotation.heading}:`, ...linesOf(quotation.words).map((line) => `> ${line}`), ""] : []),
    advice,
    "",
    statute,
    "",
  ].join("\n");
}

/**
 * Mail programs know few styles, and these only on the elements themselves. On a telephone's 360 pixels there is no room for two
 * columns: long Kazakh words would break in the middle.
 */
const STYLES = {
  body: "margin:0;padding:16px 8px;background:#f3f4f6;color:#1f2937;font:16px/1.5 Arial,'Noto Sans',sans-serif",
  sheet: "max-width:640px;margin:0 auto;padding:16px;background:#ffffff;border:1px solid #d1d5db;border-radius:6px",
  heading: "margin:0 0 16px;font-size:21px;line-height:1.3;color:#111827",
  paragraph: "margin:0 0 16px",
  facts: "margin:0 0 20px",
  label: "padding:8px 0 0;font-size:14px;color:#4b5563",
  value:
    "margin:0;padding:0 0 8px;border-bottom:1px solid #e5e7eb;font-weight:bold;overflow-wrap:break-word;hyphens:auto",
  subheading: "margin:0 0 8px;font-size:17px;line-height:1.3;color:#111827",
  summary:
    "margin:0 0 20px;padding:12px 16px;background:#f9fafb;border-left:4px solid #b91c1c;white-space:pre-wrap;overflow-wrap:break-word",
  note: "margin:0;font-size:14px;color:#4b5563",
} as const;

function asHtml(parts: MailParts, locale: Locale): string {
  const rows = parts.facts.map(
    ([label, value]) =>
      `<dt style="${STYLES.label}">${escaped(label)}</dt>
<dd style="${STYLES.value}">${escaped(value)}</dd>`,
  );
  const heading = escaped(parts.heading);
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
<p style="${STYLES.paragraph}">${escaped(parts.opening)}</p>
<dl style="${STYLES.facts}">
${rows.join("\n")}
</dl>
${quoted(parts.quotation)}<p style="${STYLES.paragraph}">${escaped(parts.advice)}</p>
<p style="${STYLES.note}">${escaped(parts.statute)}</p>
</div>
</body>
</html>
`;
}

function quoted(quotation: MailParts["quotation"]): string {
  if (quotation === null) return "";
  return `<h2 style="${STYLES.subheading}">${escaped(quotation.heading)}</h2>
<div style="${STYLES.summary}">${linesOf(quotation.words).map(escaped).join("<br>")}</div>
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
