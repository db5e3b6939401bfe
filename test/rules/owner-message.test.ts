import { describe, expect, test } from "vitest";
import { composeMail, webhookBody } from "../../src/features/deliveries/owner-message.js";
import type { OwnerMessage } from "../../src/domain/messages.js";
import { INCIDENT_TYPES, SEVERITIES } from "../../src/domain/incident-card.js";
import { SEVERITY_LABELS, TYPE_LABELS } from "../../src/domain/wording/labels.js";
import { OWNER_MAIL, OWNER_MAIL_FACTS, SEVERITY_UNKNOWN } from "../../src/domain/wording/owner-mail.js";
import { writeTime } from "../../src/domain/wording/times.js";
import { LOCALES } from "../../src/domain/wording/wording.js";
import { at, NOW } from "../support/drafts.js";

/** Each of the letters that Kazakh has beside the Russian ones, in both cases. */
const KAZAKH_LETTERS = "ӘәҒғҚқҢңӨөҰұҮүҺһІі";

function aMessage(overrides: Partial<OwnerMessage> = {}): OwnerMessage {
  return {
    incidentNumber: "DEMO-STEPPE-2026-0007",
    type: "RANSOMWARE",
    severity: "HIGH",
    confirmedAt: at("2026-03-01T09:50:00Z"),
    summary: "Тіркеу серверіндегі файлдар шифрланып жатыр.\nСервер желіден ажыратылды.",
    objectCode: "GRID-1",
    objectName: "Қала электр желісі",
    ownerName: "«Жарық» ЖШС",
    socName: "Дала АҚЖО",
    socPhone: "+7 000 000 00 01",
    socEmail: null,
    ...overrides,
  };
}

/** What an HTML mail shows: its text without tags, entities read. */
function shown(html: string): string {
  return html
    .slice(html.indexOf("<body"))
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

describe("the mail to an owner", () => {
  test.for(LOCALES)("R9.2 says in %s which incident it is, on what, how grave, since when and from whom", (locale) => {
    const { subject, text, html } = composeMail(aMessage(), locale);
    for (const part of ["DEMO-STEPPE-2026-0007", "GRID-1", "Қала электр желісі", TYPE_LABELS.RANSOMWARE[locale]])
      expect(subject).toContain(part);
    const facts = [
      "DEMO-STEPPE-2026-0007",
      "Қала электр желісі (GRID-1)",
      "«Жарық» ЖШС",
      TYPE_LABELS.RANSOMWARE[locale],
      SEVERITY_LABELS.HIGH[locale],
      writeTime(at("2026-03-01T09:50:00Z"), locale),
      "Дала АҚЖО",
      "+7 000 000 00 01",
      "Тіркеу серверіндегі файлдар шифрланып жатыр.",
      "Сервер желіден ажыратылды.",
      `${locale === "en" ? "No." : "№"}\u00a048/НҚ`,
      OWNER_MAIL.acknowledgement[locale],
    ];
    for (const fact of facts) {
      expect(text).toContain(fact);
      expect(shown(html)).toContain(fact);
    }
    expect(html).toMatch(new RegExp(`^<!doctype html>\n<html lang="${locale}">`));
  });

  test.for(INCIDENT_TYPES)("has a label for the type %s in each language", (type) => {
    const subjects = LOCALES.map((locale) => composeMail(aMessage({ type }), locale).subject);
    expect(new Set(subjects).size).toBe(3);
    for (const locale of LOCALES)
      expect(composeMail(aMessage({ type }), locale).text).toContain(TYPE_LABELS[type][locale]);
  });

  test.for([...SEVERITIES, null])("has a label for the level %s in each language", (severity) => {
    for (const locale of LOCALES) {
      const label = severity === null ? SEVERITY_UNKNOWN[locale] : SEVERITY_LABELS[severity][locale];
      const { subject, text } = composeMail(aMessage({ severity }), locale);
      expect(text).toContain(label);
      expect(subject.includes(label)).toBe(severity !== null);
    }
  });

  test("speaks one language at a time", () => {
    const words = [TYPE_LABELS, SEVERITY_LABELS, OWNER_MAIL, OWNER_MAIL_FACTS].flatMap((part) => Object.values(part));
    for (const { ru, en } of words) {
      expect(ru.replace("48/НҚ", "")).not.toMatch(/[әғқңөұүһі]/i);
      expect(en.replace("48/НҚ", "")).not.toMatch(/\p{Script=Cyrillic}/u);
    }
    expect(OWNER_MAIL.heading.kk).toMatch(/[әғқңөұүһі]/i);
  });

  test("keeps the Kazakh letters as they are", () => {
    const { subject, text, html } = composeMail(
      aMessage({ objectName: KAZAKH_LETTERS, summary: KAZAKH_LETTERS, ownerName: KAZAKH_LETTERS }),
      "kk",
    );
    for (const part of [subject, text, html]) expect(part).toContain(KAZAKH_LETTERS);
  });

  test("shows markup as text wherever it is, and loads nothing", () => {
    const markup = `<script>alert("1")</script><img src='https://example.kz/x' onerror=alert(1)>&amp;`;
    const { html } = composeMail(
      aMessage({
        incidentNumber: markup,
        summary: markup,
        objectCode: markup,
        objectName: markup,
        ownerName: markup,
        socName: markup,
      }),
      "en",
    );
    expect(html).not.toMatch(/<(script|img|link|style|iframe)|(?:src|href)=["h]|url\(/i);
    expect(shown(html).split(markup).length - 1).toBe(6);
  });

  test("keeps the lines of the summary", () => {
    const { text, html } = composeMail(aMessage({ summary: "one\r\ntwo\n\n  three" }), "en");
    expect(text).toContain("> one\n> two\n> \n>   three\n");
    expect(html).toContain("one<br>two<br><br>  three</div>");
  });

  test("has a subject of one line, whatever the names hold, and cuts it between characters", () => {
    const { subject } = composeMail(aMessage({ objectName: "a\r\nBcc: x@example.kz\u2028\u202Eb\tc" }), "en");
    expect(subject).toMatch(/object GRID-1, a Bcc: x@example\.kz b c$/);
    for (const padding of ["", "x"]) {
      const long = composeMail(aMessage({ objectName: padding + "🛰".repeat(2_000) }), "kk").subject;
      expect(Array.from(long)).toHaveLength(150);
      expect(long).toMatch(/🛰…$/u);
      expect(long.isWellFormed()).toBe(true);
    }
  });

  test("lets no text of others pass for a line of its own", () => {
    const { text } = composeMail(aMessage({ ownerName: "a\nSOC: forged", summary: "x\u0085SOC: forged" }), "en");
    expect(text.split("\n").filter((line) => line.startsWith("SOC: "))).toEqual(["SOC: Дала АҚЖО"]);
  });
});

test("the body of a webhook has type, time of the call and data", () => {
  expect(JSON.parse(webhookBody({ ...aMessage({ severity: null }), at: NOW }))).toEqual({
    type: "incident.owner_notified",
    timestamp: "2026-03-01T10:00:00.000Z",
    data: {
      incident: "DEMO-STEPPE-2026-0007",
      type: "RANSOMWARE",
      severity: null,
      confirmedAt: "2026-03-01T09:50:00.000Z",
      object: { code: "GRID-1", name: "Қала электр желісі" },
      owner: "«Жарық» ЖШС",
      soc: "Дала АҚЖО",
      summary: "Тіркеу серверіндегі файлдар шифрланып жатыр.\nСервер желіден ажыратылды.",
    },
  });
});
