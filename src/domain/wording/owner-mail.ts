import type { InEach, Locale } from "./wording.js";

/** What the mail to an owner says of itself. */
export const OWNER_MAIL = {
  heading: {
    kk: "Объектіңіздегі ақпараттық қауіпсіздіктің оқыс оқиғасы туралы хабарлама",
    ru: "Уведомление об инциденте информационной безопасности на вашем объекте",
    en: "Notification of an information-security incident on your object",
  },
  opening: {
    kk: "Төмендегі объектіңізге қызмет көрсететін ақпараттық қауіпсіздікті қамтамасыз етудің жедел орталығы (АҚЖО) онда болған оқыс оқиғаны растап, бұл туралы сізді хабардар етеді.",
    ru: "Оперативный центр обеспечения информационной безопасности (ОЦИБ), обслуживающий указанный ниже объект, подтвердил инцидент на нём и уведомляет вас об этом.",
    en: "The operational information-security centre (SOC) that serves the object below has confirmed an incident on it and notifies you of this.",
  },
  statute: {
    kk: "Бұл — 2018 жылғы 19 наурыздағы № 48/НҚ бұйрықпен бекітілген қағидалардың 9-тармағы талап ететін хабарлама.",
    ru: "Это уведомление, которого требует пункт 9 правил, утверждённых приказом № 48/НҚ от 19 марта 2018 года.",
    en: "This is the notification that paragraph 9 of the rules approved by order No. 48/НҚ of 19 March 2018 asks for.",
  },
  acknowledgement: {
    kk: "Хабарламаны алғаныңызды Ақпараттық қауіпсіздікті ұлттық үйлестіру орталығының (АҚҰҰО) шлюзінде растай аласыз.",
    ru: "Получение уведомления вы можете подтвердить в шлюзе Национального координационного центра информационной безопасности (НКЦИБ).",
    en: "You can acknowledge in the gateway of the National Coordination Centre for Information Security that you have received it.",
  },
  summary: { kk: "Не белгілі", ru: "Что известно", en: "What is known" },
} as const satisfies Readonly<Record<string, InEach>>;

/** The names of the facts, in the order in which they stand. */
export const OWNER_MAIL_FACTS = {
  incident: { kk: "Оқыс оқиғаның нөмірі", ru: "Номер инцидента", en: "Incident" },
  object: { kk: "Ақпараттандыру объектісі", ru: "Объект информатизации", en: "Protected object" },
  owner: { kk: "Меншік иесі немесе иеленуші", ru: "Собственник или владелец", en: "Owner or holder" },
  type: { kk: "Түрі", ru: "Вид", en: "Type" },
  severity: { kk: "Маңыздылық деңгейі", ru: "Уровень критичности", en: "Severity level" },
  confirmedAt: { kk: "Растау күні мен уақыты", ru: "Дата и время подтверждения", en: "Confirmed at" },
  soc: { kk: "АҚЖО", ru: "ОЦИБ", en: "SOC" },
} as const satisfies Readonly<Record<string, InEach>>;

/** A report may leave the level out. */
export const SEVERITY_UNKNOWN: InEach = {
  kk: "Әлі көрсетілмеген",
  ru: "Пока не указан",
  en: "Not stated yet",
};

/** The subject before it is cut: the incident, what it is, where. */
export const OWNER_MAIL_SUBJECT: Readonly<
  Record<Locale, (p: { readonly number: string; readonly what: string; readonly where: string }) => string>
> = {
  kk: (p) => `Оқыс оқиға ${p.number}: ${p.what}; объект ${p.where}`,
  ru: (p) => `Инцидент ${p.number}: ${p.what}; объект ${p.where}`,
  en: (p) => `Incident ${p.number}: ${p.what}; object ${p.where}`,
};
