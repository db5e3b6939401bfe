import type { IndicatorType } from "../indicator.js";
import type { Role } from "../parties.js";
import { INDICATOR_TYPE_LABELS } from "./indicator-labels.js";
import { SECTOR_LABELS } from "./object-labels.js";
import type { Mutation } from "./reader.js";
import type { InEach, Locale } from "./wording.js";

/** What stands on the console, letter by letter: `test/rules/console-wording.test.ts` holds it to the console's own texts. */

/** The act, button or screen by which a person does what a mutation does. */
export const CONSOLE_NAMES: Readonly<Record<Mutation, InEach>> = {
  submitIncidentCard: { kk: "Карточканы толтыру", ru: "Заполнить карточку", en: "Write the card" },
  amendIncidentCard: { kk: "Карточканы түзету", ru: "Исправить карточку", en: "Correct the card" },
  submitThreatAnalysis: { kk: "Талдауды жіберу", ru: "Отправить анализ", en: "Send the analysis" },
  submitEventAnalysis: { kk: "Талдауды жіберу", ru: "Отправить анализ", en: "Send the analysis" },
  answerNotConfirmed: { kk: "Расталмады", ru: "Не подтвердилось", en: "It was not confirmed" },
  requestConfirmationCorrection: {
    kk: "Растау уақытын түзетуді сұрау",
    ru: "Попросить исправить время подтверждения",
    en: "Ask to correct the confirmation",
  },
  correctConfirmation: {
    kk: "Растау уақытын түзету",
    ru: "Исправить время подтверждения",
    en: "Correct the confirmation",
  },
  requestRetraction: {
    kk: "Оқыс оқиғаны кері қайтарып алуды сұрау",
    ru: "Попросить отозвать инцидент",
    en: "Ask to retract the incident",
  },
  recordOwnerNotification: { kk: "Иесін хабардар ету", ru: "Уведомить владельца", en: "Tell the owner" },
  recordReceivedOtherwise: {
    kk: "Басқа жолмен түсті",
    ru: "Получено другим путём",
    en: "Received by another way",
  },
  withdrawReceivedOtherwise: {
    kk: "Түскені туралы жазбаны кері қайтарып алу",
    ru: "Отменить запись о полученном",
    en: "Take back a record of what was received",
  },
  registerDetectedIncident: { kk: "Жаңасын жазу", ru: "Записать новое", en: "Record something new" },
  linkAffectedObject: {
    kk: "Сипатталған объектіні тізілімнен табу",
    ru: "Найти описанный объект в реестре",
    en: "Identify a described object",
  },
  unlinkAffectedObject: {
    kk: "Сипаттаманың тізіліммен байланысын кері қайтарып алу",
    ru: "Отменить связь описания с реестром",
    en: "Take back that a described object is a registered one",
  },
  waiveObligation: { kk: "Міндеттен босату", ru: "Снять обязанность", en: "Waive a duty" },
};

/** What else sentences point to on the console. */
export const CONSOLE_PLACES = {
  correctAnalysis: { kk: "Талдауды түзету", ru: "Исправить анализ", en: "Correct the analysis" },
  knownIncident: { kk: "Бұрын хабарланған", ru: "Уже сообщённый", en: "One that we have reported" },
  preview: { kk: "Кімге жетеді", ru: "До кого дойдёт", en: "Whom it would reach" },
  timeliness: { kk: "Уақтылылық", ru: "Своевременность", en: "Timeliness" },
  withdraw: { kk: "Кері қайтарып алу", ru: "Отозвать", en: "Withdraw it" },
  related: { kk: "Байланысты оқыс оқиғалар", ru: "Связанные инциденты", en: "Related incidents" },
} as const satisfies Readonly<Record<string, InEach>>;

export type Place = keyof typeof CONSOLE_PLACES;

/** A place on the console, in quotation marks. */
export function placeOf(place: Place, locale: Locale): string {
  return inQuotes(CONSOLE_PLACES[place][locale], locale);
}

export const ROLE_LABELS: Readonly<Record<Role, InEach>> = {
  CENTRE_OPERATOR: { kk: "АҚҰҰО кезекшісі", ru: "Дежурный НКЦИБ", en: "Duty officer of the centre" },
  CENTRE_ANALYST: { kk: "АҚҰҰО талдаушысы", ru: "Аналитик НКЦИБ", en: "Analyst of the centre" },
  CENTRE_ADMINISTRATOR: { kk: "АҚҰҰО әкімшісі", ru: "Администратор НКЦИБ", en: "Administrator of the centre" },
  SOC_OPERATOR: { kk: "АҚЖО кезекшісі", ru: "Дежурный ОЦИБ", en: "Duty officer of a SOC" },
  SOC_READER: { kk: "АҚЖО бақылаушысы", ru: "Наблюдатель ОЦИБ", en: "Reader of a SOC" },
  OWNER: { kk: "Меншік иесі немесе иеленушісі", ru: "Собственник или владелец", en: "Owner or holder" },
  EXPORTER: { kk: "Деректерді жүктеп алушы", ru: "Выгрузка данных", en: "Exporter" },
};

/** Constants, joined by commas, in words. */
export const rolesInWords = (roles: string, locale: Locale): string => inWordsOf(ROLE_LABELS, roles, locale);
export const sectorsInWords = (sectors: string, locale: Locale): string => inWordsOf(SECTOR_LABELS, sectors, locale);

function inWordsOf(labels: Readonly<Record<string, InEach>>, constants: string, locale: Locale): string {
  return constants
    .split(", ")
    .map((constant) => labels[constant]?.[locale] ?? constant)
    .join("; ");
}

/** As TLP 2.0 writes markings: in each language alike. */
export function markingsInWords(markings: string): string {
  return markings
    .split(", ")
    .map((marking) => `TLP:${marking.replace("_", "+")}`)
    .join(", ");
}

/** A type of indicators as the card offers it. */
export function typeInWords(type: IndicatorType, locale: Locale): string {
  return inQuotes(INDICATOR_TYPE_LABELS[type][locale], locale);
}

/** Those whose constant is no word of this field, such as CIDR is. */
const CONSTANTS = Object.entries(INDICATOR_TYPE_LABELS).flatMap(([type, { en }]) => (en.includes(type) ? [] : type));
const CONSTANT = new RegExp(`\\b(?:${CONSTANTS.join("|")})\\b`, "g");

/** What is wrong with an indicator, with the types that it names as the card offers them. */
export function typesInWords(fault: string, locale: Locale): string {
  return fault.replaceAll(CONSTANT, (type) => typeInWords(type as IndicatorType, locale));
}

/** What stands on a screen, as each language quotes it. */
export function inQuotes(name: string, locale: Locale): string {
  return locale === "en" ? `“${name}”` : `«${name}»`;
}
