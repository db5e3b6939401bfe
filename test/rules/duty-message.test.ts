import { describe, expect, test } from "vitest";
import { composeDutyMail, dutyWebhookBody, type DutyMessage } from "../../src/features/deliveries/duty-message.js";
import { ANNOUNCEMENTS } from "../../src/domain/facts.js";
import { OBLIGATION_KINDS } from "../../src/domain/obligations.js";
import { DUTY_LABELS, DUTY_MAIL, DUTY_MAIL_FACTS } from "../../src/domain/wording/duty-mail.js";
import { LOCALES, type InEach } from "../../src/domain/wording/wording.js";
import { at, NOW } from "../support/drafts.js";

function aMessage(overrides: Partial<DutyMessage> = {}): DutyMessage {
  return {
    announcement: "DUE_SOON",
    rule: "R9.3",
    kind: "SUBMIT_CARD",
    dueAt: at("2026-03-04T09:50:00Z"),
    incidentNumber: "DEMO-STEPPE-2026-0007",
    notificationNumber: null,
    objectCode: "GRID-1",
    objectName: "Қала электр желісі",
    socCode: "DEMO-STEPPE",
    socName: "Дала АҚЖО",
    ...overrides,
  };
}

describe("the mail about a duty", () => {
  const CASES = LOCALES.flatMap((locale) => ANNOUNCEMENTS.map((announcement) => ({ locale, announcement })));
  test.for(CASES)("says in $locale what is $announcement, of which incident and when its term ends", (one) => {
    const { locale, announcement } = one;
    const { subject, text, html } = composeDutyMail(aMessage({ announcement }), locale);
    for (const part of [
      "DEMO-STEPPE-2026-0007",
      "2026-03-04 14:50:00 UTC+5 Asia/Almaty",
      DUTY_LABELS.SUBMIT_CARD[locale],
    ])
      for (const whole of [subject, text, html]) expect(whole).toContain(part);
    for (const part of ["R9.3", "Қала электр желісі (GRID-1)", "Дала АҚЖО (DEMO-STEPPE)", "48/НҚ"])
      for (const whole of [text, html]) expect(whole).toContain(part);
    expect(text).toContain(DUTY_MAIL.opening[announcement][locale]);
    expect(html).toMatch(new RegExp(`^<!doctype html>\n<html lang="${locale}">`));
    expect(text + html).not.toMatch(/undefined|null/);
  });

  test("names the notification where the duty is an answer, and no object where there is none", () => {
    const about = {
      kind: "ANSWER_NOTIFICATION",
      rule: "R9.4",
      incidentNumber: null,
      objectCode: null,
      objectName: null,
    };
    const message = aMessage({ ...about, notificationNumber: "N-2026-0003" } as Partial<DutyMessage>);
    const { subject, text } = composeDutyMail(message, "en");
    expect(subject).toBe(
      "Notification N-2026-0003, due at 2026-03-04 14:50:00 UTC+5 Asia/Almaty: answer the notification",
    );
    expect(text).not.toContain(DUTY_MAIL_FACTS.object.en);
    expect(text).not.toContain(DUTY_MAIL_FACTS.incident.en);
  });

  test("has a subject of its own for each duty and announcement, in each language", () => {
    const subjects = CASES.flatMap(({ locale, announcement }) =>
      OBLIGATION_KINDS.map((kind) => composeDutyMail(aMessage({ announcement, kind }), locale).subject),
    );
    expect(new Set(subjects).size).toBe(subjects.length);
  });

  test("speaks one language at a time", () => {
    const { heading, opening, advice, statute } = DUTY_MAIL;
    const words: InEach[] = [DUTY_LABELS, DUTY_MAIL_FACTS, heading, opening, { advice, statute }].flatMap((part) =>
      Object.values<InEach>(part),
    );
    for (const { ru, en } of words) {
      expect(ru.replace("48/НҚ", "")).not.toMatch(/[әғқңөұүһі]/i);
      expect(en.replace("48/НҚ", "")).not.toMatch(/\p{Script=Cyrillic}/u);
    }
  });

  test("shows what others wrote and runs none of it", () => {
    const { text, html } = composeDutyMail(aMessage({ objectName: "<script>alert(1)</script>\r\nBcc: x" }), "en");
    expect(html).not.toContain("<script>");
    expect(text).toContain("<script>alert(1)</script> Bcc: x (GRID-1)");
  });
});

test("the body of a webhook has type, time of the telling and what the duty is", () => {
  expect(JSON.parse(dutyWebhookBody({ ...aMessage({ announcement: "OVERDUE", objectCode: null }), at: NOW }))).toEqual({
    type: "obligation.overdue",
    timestamp: "2026-03-01T10:00:00.000Z",
    data: {
      rule: "R9.3",
      kind: "SUBMIT_CARD",
      dueAt: "2026-03-04T09:50:00.000Z",
      incident: "DEMO-STEPPE-2026-0007",
      notification: null,
      soc: { code: "DEMO-STEPPE", name: "Дала АҚЖО" },
      object: null,
    },
  });
});
