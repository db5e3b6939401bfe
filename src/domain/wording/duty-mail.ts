import type { Announcement } from "../facts.js";
import type { Obligation, ObligationKind } from "../obligations.js";
import type { Instant } from "../instant.js";
import { OWNER_MAIL_FACTS } from "./owner-mail.js";
import { writeDuration, writeTime, writeTimeShort } from "./times.js";
import type { InEach, Locale } from "./wording.js";

/** What must be done, in short: it is part of a subject. */
export const DUTY_LABELS: Readonly<Record<ObligationKind, InEach>> = {
  NOTIFY_CENTRE: { kk: "АҚҰҰО-ны хабардар ету", ru: "уведомить НКЦИБ", en: "notify the national centre" },
  NOTIFY_OWNER: {
    kk: "объектінің меншік иесін немесе иеленушісін хабардар ету",
    ru: "уведомить собственника или владельца объекта",
    en: "notify the object's owner or holder",
  },
  SUBMIT_CARD: {
    kk: "оқыс оқиға карточкасын жіберу",
    ru: "направить карточку инцидента ИБ",
    en: "send the incident card",
  },
  ANSWER_NOTIFICATION: {
    kk: "хабарламаға жауап беру",
    ru: "ответить на уведомление",
    en: "answer the notification",
  },
  REVIEW_SEVERITY: {
    kk: "анықталмаған маңыздылық деңгейін қайта қарау",
    ru: "пересмотреть неопределённый уровень критичности",
    en: "review the Undetermined severity level",
  },
};

/** What the mail about a duty says of itself. */
export const DUTY_MAIL = {
  heading: {
    DUE_SOON: {
      kk: "Міндеттің орындалу мерзімі аяқталып келеді",
      ru: "Срок исполнения обязанности истекает",
      en: "A duty is due soon",
    },
    OVERDUE: {
      kk: "Міндеттің орындалу мерзімі өтіп кетті",
      ru: "Срок исполнения обязанности истёк",
      en: "A duty is overdue",
    },
  },
  advice: {
    kk: "Міндеттің қазіргі жай-күйін Ақпараттық қауіпсіздікті ұлттық үйлестіру орталығының (АҚҰҰО) шлюзінен қараңыз.",
    ru: "Текущее состояние обязанности смотрите в шлюзе Национального координационного центра информационной безопасности (НКЦИБ).",
    en: "Check the duty's current standing in the gateway of the National Coordination Centre for Information Security.",
  },
  statute: {
    kk: "Мерзімдер 2018 жылғы 19 наурыздағы №\u00a048/НҚ бұйрықпен бекітілген қағидаларда белгіленген.",
    ru: "Сроки установлены правилами, утверждёнными приказом №\u00a048/НҚ от 19\u00a0марта 2018\u00a0года.",
    en: "The terms are those of the rules approved by order No.\u00a048/НҚ of 19\u00a0March 2018.",
  },
} as const satisfies {
  readonly heading: Readonly<Record<Announcement, InEach>>;
  readonly advice: InEach;
  readonly statute: InEach;
};

/**
 * The first line: what is to be done, by when, and how much time that is from `now`, when the mail is sent.
 */
export function dutyMailOpening(
  {
    announcement,
    kind,
    dueAt,
  }: { readonly announcement: Announcement; readonly kind: ObligationKind; readonly dueAt: Instant },
  now: Instant,
  locale: Locale,
): string {
  const what = DUTY_LABELS[kind][locale];
  const at = writeTime(dueAt, locale);
  const length = writeDuration(Math.abs(dueAt - now), locale);
  const isOver = announcement === "OVERDUE" || dueAt <= now;
  switch (locale) {
    case "kk":
      return isOver
        ? `${capital(what)} керек: мерзімі ${at} өтіп кетті (${length} бұрын). Қазір орындаңыз: шлюз кешігіп жіберілгенді де қабылдап, кешіккен деп белгілейді.`
        : `${capital(what)} керек: ${length} қалды, мерзімі ${at} аяқталады.`;
    case "ru":
      return isOver
        ? `Необходимо ${what}: срок истёк ${at} (${length} назад). Сделайте это сейчас: шлюз примет отправленное и после срока и отметит опоздание.`
        : `Необходимо ${what}: осталось ${length}, срок истекает ${at}.`;
    case "en":
      return isOver
        ? `${capital(what)} now: this was due by ${at} (${length} ago). Late submissions are accepted and recorded as late.`
        : `${capital(what)}: ${length} left, due by ${at}.`;
  }
}

/** Where the order says so, beside the rule's id that the gateway uses. */
const PLACES: Readonly<Record<"9" | "annex", InEach>> = {
  "9": { kk: "9-тармақ", ru: "пункт 9", en: "paragraph 9" },
  annex: { kk: "3-қосымша", ru: "приложение 3", en: "annex 3" },
};

/** A duty by its name, and the rule under which it is owed. */
export function dutyWithRule(
  { kind, rule }: { readonly kind: ObligationKind; readonly rule: Obligation["rule"] },
  locale: Locale,
): string {
  const place = PLACES[rule === "RA.1" ? "annex" : "9"][locale];
  return `${capital(DUTY_LABELS[kind][locale])} (${place}; ${rule})`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The names of the facts, in the order in which they stand. */
export const DUTY_MAIL_FACTS = {
  duty: { kk: "Міндет", ru: "Обязанность", en: "Duty" },
  dueAt: { kk: "Мерзімнің аяқталуы", ru: "Окончание срока", en: "Due at" },
  incident: OWNER_MAIL_FACTS.incident,
  notification: { kk: "Хабарламаның нөмірі", ru: "Номер уведомления", en: "Notification" },
  object: OWNER_MAIL_FACTS.object,
  soc: OWNER_MAIL_FACTS.soc,
  contact: OWNER_MAIL_FACTS.contact,
} as const satisfies Readonly<Record<string, InEach>>;

/** What a subject is made of. */
interface Subject {
  readonly announcement: Announcement;
  readonly kind: ObligationKind;
  readonly about: "incident" | "notification";
  readonly number: string;
  readonly dueAt: Instant;
}

const ABOUT: Readonly<Record<Subject["about"], InEach>> = {
  incident: { kk: "оқыс оқиға", ru: "инцидент", en: "incident" },
  notification: { kk: "хабарлама", ru: "уведомление", en: "notification" },
};

/** The subject before it is cut. A telephone shows some forty characters, so the state and what is to be done come first. */
export function dutyMailSubject({ announcement, kind, about, number, dueAt }: Subject, locale: Locale): string {
  const at = writeTimeShort(dueAt);
  const rest = `${DUTY_LABELS[kind][locale]}; ${ABOUT[about][locale]} ${number}`;
  switch (locale) {
    case "kk":
      return `${announcement === "OVERDUE" ? "МЕРЗІМІ ӨТТІ" : "Мерзімі жақын"} (${at}): ${rest}`;
    case "ru":
      return `${announcement === "OVERDUE" ? "СРОК ИСТЁК" : "Срок истекает"} (${at}): ${rest}`;
    case "en":
      return `${announcement === "OVERDUE" ? "OVERDUE" : "Due soon"} (${at}): ${rest}`;
  }
}
