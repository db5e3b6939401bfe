import type { Announcement } from "../facts.js";
import type { ObligationKind } from "../obligations.js";
import { OWNER_MAIL_FACTS } from "./owner-mail.js";
import type { InEach, Locale } from "./wording.js";

/** What must be done, in a few words: they end a subject. */
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
    ru: "пересмотреть неопределенный уровень критичности",
    en: "review the Undetermined severity level",
  },
};

/** What the mail about a duty says of itself. */
export const DUTY_MAIL = {
  heading: {
    DUE_SOON: {
      kk: "Міндетті орындау мерзімі аяқталып келеді",
      ru: "Срок исполнения обязанности истекает",
      en: "A duty is due soon",
    },
    OVERDUE: {
      kk: "Міндетті орындау мерзімі өтті",
      ru: "Срок исполнения обязанности истёк",
      en: "A duty is overdue",
    },
  },
  opening: {
    DUE_SOON: {
      kk: "Шлюз төмендегі міндеттің мерзімі аяқталуға жақын екенін, ал міндеттің әлі орындалмағанын хабарлайды.",
      ru: "Шлюз сообщает: срок указанной ниже обязанности скоро истекает, а она ещё не исполнена.",
      en: "The gateway announces that the term of the duty below ends soon, and that the duty has not been met yet.",
    },
    OVERDUE: {
      kk: "Шлюз төмендегі міндеттің мерзімі өткенін, ал міндеттің орындалмағанын хабарлайды. Кешіккен жіберу де қабылданып, кешіккен деп белгіленеді.",
      ru: "Шлюз сообщает: срок указанной ниже обязанности истёк, а она не исполнена. Отправленное с опозданием тоже принимается и отмечается как опоздание.",
      en: "The gateway announces that the term of the duty below has ended, and that the duty was not met. What is late is accepted as well, and recorded as late.",
    },
  },
  advice: {
    kk: "Міндеттің қазіргі жай-күйін Ақпараттық қауіпсіздікті ұлттық үйлестіру орталығының (АҚҰҰО) шлюзінен көре аласыз.",
    ru: "Как обстоит дело с обязанностью сейчас, показывает шлюз Национального координационного центра информационной безопасности (НКЦИБ).",
    en: "How the duty stands now is seen in the gateway of the National Coordination Centre for Information Security.",
  },
  statute: {
    kk: "Мерзімдер 2018 жылғы 19 наурыздағы № 48/НҚ бұйрықпен бекітілген қағидаларда белгіленген.",
    ru: "Сроки установлены правилами, утверждёнными приказом № 48/НҚ от 19 марта 2018 года.",
    en: "The terms are those of the rules approved by order No. 48/НҚ of 19 March 2018.",
  },
} as const satisfies {
  readonly heading: Readonly<Record<Announcement, InEach>>;
  readonly opening: Readonly<Record<Announcement, InEach>>;
  readonly advice: InEach;
  readonly statute: InEach;
};

/** The names of the facts, in the order in which they stand. */
export const DUTY_MAIL_FACTS = {
  duty: { kk: "Міндет", ru: "Обязанность", en: "Duty" },
  dueAt: { kk: "Мерзімнің аяқталуы", ru: "Окончание срока", en: "Due at" },
  incident: OWNER_MAIL_FACTS.incident,
  notification: { kk: "Хабарламаның нөмірі", ru: "Номер уведомления", en: "Notification" },
  object: OWNER_MAIL_FACTS.object,
  soc: OWNER_MAIL_FACTS.soc,
} as const satisfies Readonly<Record<string, InEach>>;

/** What a subject is made of; `dueAt` is the end of the term, as people read it. */
interface Subject {
  readonly announcement: Announcement;
  readonly about: "incident" | "notification";
  readonly number: string;
  readonly dueAt: string;
  readonly what: string;
}

const ABOUT: Readonly<Record<Subject["about"], InEach>> = {
  incident: { kk: "Оқыс оқиға", ru: "Инцидент", en: "Incident" },
  notification: { kk: "Хабарлама", ru: "Уведомление", en: "Notification" },
};

const ENDS: Readonly<Record<Announcement, InEach>> = {
  DUE_SOON: { kk: "мерзімі аяқталады", ru: "срок истекает", en: "due at" },
  OVERDUE: { kk: "мерзімі өтті", ru: "срок истёк", en: "overdue since" },
};

/** The subject before it is cut: which incident or notification, when it ends, what must be done. */
export function dutyMailSubject({ announcement, about, number, dueAt, what }: Subject, locale: Locale): string {
  return `${ABOUT[about][locale]} ${number}, ${ENDS[announcement][locale]} ${dueAt}: ${what}`;
}
