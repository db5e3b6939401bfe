import { describe, expect, test } from "vitest";
import { composeDutyMail, dutyWebhookBody } from "../../src/features/deliveries/duty-message.js";
import type { DutyMessage } from "../../src/domain/messages.js";
import { ANNOUNCEMENTS } from "../../src/domain/facts.js";
import { OBLIGATION_KINDS } from "../../src/domain/obligations.js";
import { DUTY_LABELS, DUTY_MAIL, DUTY_MAIL_FACTS, dutyMailOpening } from "../../src/domain/wording/duty-mail.js";
import { after, HOUR, MINUTE, type Instant } from "../../src/domain/instant.js";
import { writeTime } from "../../src/domain/wording/times.js";
import { LOCALES, type InEach } from "../../src/domain/wording/wording.js";
import { at, NOW } from "../support/drafts.js";

const DUE = at("2026-03-04T09:50:00Z");

function aMessage(overrides: Partial<DutyMessage> = {}): DutyMessage {
  return {
    announcement: "DUE_SOON",
    rule: "R9.3",
    kind: "SUBMIT_CARD",
    dueAt: DUE,
    incidentNumber: "DEMO-STEPPE-2026-0007",
    notificationNumber: null,
    objectCode: "GRID-1",
    objectName: "Қала электр желісі",
    socCode: "DEMO-STEPPE",
    socName: "Дала АҚЖО",
    contactName: "Дала АҚЖО",
    contactPhone: "+7 000 000 00 01",
    contactEmail: null,
    ...overrides,
  };
}

describe("the mail about a duty", () => {
  const CASES = LOCALES.flatMap((locale) => ANNOUNCEMENTS.map((announcement) => ({ locale, announcement })));
  test.for(CASES)("says in $locale what is $announcement, of which incident and when its term ends", (one) => {
    const { locale, announcement } = one;
    const { subject, text, html } = composeDutyMail(aMessage({ announcement }), NOW, locale);
    expect(subject).toContain("(14:50, 04.03)");
    for (const part of ["DEMO-STEPPE-2026-0007", DUTY_LABELS.SUBMIT_CARD[locale]])
      // It begins a line of the mail, and follows in its subject.
      for (const whole of [subject, text, html]) expect(whole.toLowerCase()).toContain(part.toLowerCase());
    for (const part of [
      writeTime(DUE, locale),
      { kk: "(9-тармақ; R9.3)", ru: "(пункт 9; R9.3)", en: "(paragraph 9; R9.3)" }[locale],
      "Қала электр желісі (GRID-1)",
      "Дала АҚЖО (DEMO-STEPPE)",
      "Дала АҚЖО: +7 000 000 00 01",
      "48/НҚ",
    ])
      for (const whole of [text, html]) expect(whole).toContain(part);
    expect(text).toContain(DUTY_MAIL.heading[announcement][locale]);
    expect(html).toMatch(new RegExp(`^<!doctype html>\n<html lang="${locale}">`));
    expect(text + html).not.toMatch(/undefined|null/);
  });

  test("begins with what is to be done, and with how much time is left when it is sent, or how late it is", () => {
    const opening = (now: Instant) => LOCALES.map((locale) => dutyMailOpening(aMessage(), now, locale));
    expect(opening(after(DUE, -12 * HOUR))).toEqual([
      "Оқыс оқиға карточкасын жіберу керек: 12 сағ қалды, мерзімі 2026 жылғы 4 наурыз, 14:50:00 UTC+5 аяқталады.",
      "Необходимо направить карточку инцидента ИБ: осталось 12 ч, срок истекает 04.03.2026, 14:50:00 UTC+5.",
      "Send the incident card: 12 h left, due by 4 March 2026, 14:50:00 UTC+5.",
    ]);
    expect(opening(after(DUE, 5 * MINUTE))).toEqual([
      expect.stringMatching(/^Оқыс оқиға карточкасын жіберу керек: мерзімі .* өтіп кетті \(5 мин бұрын\)/),
      expect.stringMatching(/^Необходимо направить карточку инцидента ИБ: срок истёк .* \(5 мин назад\)/),
      expect.stringMatching(/^Send the incident card now: this was due by .* \(5 min ago\)/),
    ]);
  });

  test("a subject shows state and time in the first thirty characters, as many as a telephone shows", () => {
    for (const { locale, announcement } of CASES) {
      const { subject } = composeDutyMail(aMessage({ announcement }), NOW, locale);
      expect(subject.slice(0, 30)).toContain("(14:50, 04.03)");
    }
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
    const { subject, text } = composeDutyMail(message, NOW, "en");
    expect(subject).toBe("Due soon (14:50, 04.03): answer the notification; notification N-2026-0003");
    expect(text).not.toContain(DUTY_MAIL_FACTS.object.en);
    expect(text).not.toContain(DUTY_MAIL_FACTS.incident.en);
  });

  test("has a subject of its own for each duty and announcement, in each language", () => {
    const subjects = CASES.flatMap(({ locale, announcement }) =>
      OBLIGATION_KINDS.map((kind) => composeDutyMail(aMessage({ announcement, kind }), NOW, locale).subject),
    );
    expect(new Set(subjects).size).toBe(subjects.length);
  });

  test("speaks one language at a time", () => {
    const { heading, advice, statute } = DUTY_MAIL;
    const words: InEach[] = [DUTY_LABELS, DUTY_MAIL_FACTS, heading, { advice, statute }].flatMap((part) =>
      Object.values<InEach>(part),
    );
    for (const { ru, en } of words) {
      expect(ru.replace("48/НҚ", "")).not.toMatch(/[әғқңөұүһі]/i);
      expect(en.replace("48/НҚ", "")).not.toMatch(/\p{Script=Cyrillic}/u);
    }
  });

  test("shows what others wrote and runs none of it", () => {
    const { text, html } = composeDutyMail(aMessage({ objectName: "<script>alert(1)</script>\r\nBcc: x" }), NOW, "en");
    expect(html).not.toContain("<script>");
    expect(text).toContain("<script>alert(1)</script> Bcc: x (GRID-1)");
  });
});

test("the body of a webhook has type, time of the call and what the duty is", () => {
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
