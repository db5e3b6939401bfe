import type { InEach, Locale } from "./wording.js";

/** What the mail to an owner says of itself. */
export const OWNER_MAIL = {
  heading: {
    kk: "Объектіңіздегі ақпараттық қауіпсіздіктің оқыс оқиғасы туралы хабарлама",
    ru: "Уведомление об инциденте информационной безопасности на вашем объекте",
    en: "Notification of an information-security incident affecting your protected object",
  },
  opening: {
    kk: "Төмендегі объектіңізге қызмет көрсететін ақпараттық қауіпсіздікті қамтамасыз етудің жедел орталығы (АҚЖО) онда болған оқыс оқиғаны растады. Осы хабарламаны алғаныңызды растап, төменде көрсетілген АҚЖО-ға хабарласыңыз.",
    ru: "Оперативный центр обеспечения информационной безопасности (ОЦИБ), обслуживающий указанный ниже объект, подтвердил инцидент на нём. Подтвердите получение этого уведомления и свяжитесь с указанным ниже ОЦИБ.",
    en: "The operational information-security centre (SOC) that serves the object named below has confirmed an incident affecting it. Acknowledge this notification and contact the SOC named below.",
  },
  statute: {
    kk: "Бұл — 2018 жылғы 19 наурыздағы №\u00a048/НҚ бұйрықпен бекітілген қағидалардың 9-тармағы талап ететін хабарлама.",
    ru: "Это уведомление, которого требует пункт 9 правил, утверждённых приказом №\u00a048/НҚ от 19\u00a0марта 2018\u00a0года.",
    en: "This is the notification that paragraph 9 of the rules approved by order No.\u00a048/НҚ of 19\u00a0March 2018 requires.",
  },
  acknowledgement: {
    kk: "Хабарламаны алғаныңызды Ақпараттық қауіпсіздікті ұлттық үйлестіру орталығының (АҚҰҰО) шлюзінде оқыс оқиғаның нөмірін көрсетіп растаңыз. Сұрақтар бойынша жоғарыда көрсетілген АҚЖО-ға хабарласыңыз.",
    ru: "Подтвердите получение в шлюзе Национального координационного центра информационной безопасности (НКЦИБ), указав номер инцидента. По вопросам обращайтесь в указанный выше ОЦИБ.",
    en: "Please acknowledge receipt in the gateway of the National Coordination Centre for Information Security, quoting the incident number. For questions, contact the SOC named above.",
  },
  summary: { kk: "Не белгілі", ru: "Что известно", en: "What is known" },
} as const satisfies Readonly<Record<string, InEach>>;

/** The names of the facts, in the order in which they stand. */
export const OWNER_MAIL_FACTS = {
  incident: { kk: "Оқыс оқиғаның нөмірі", ru: "Номер инцидента", en: "Incident number" },
  object: { kk: "Ақпараттандыру объектісі", ru: "Объект информатизации", en: "Protected object" },
  owner: { kk: "Меншік иесі немесе иеленушісі", ru: "Собственник или владелец", en: "Owner or holder" },
  type: { kk: "Түрі", ru: "Вид", en: "Type" },
  severity: { kk: "Маңыздылық деңгейі", ru: "Уровень критичности", en: "Severity level" },
  confirmedAt: { kk: "Растау күні мен уақыты", ru: "Дата и время подтверждения", en: "Confirmed at" },
  soc: { kk: "АҚЖО", ru: "ОЦИБ", en: "SOC" },
  contact: { kk: "Байланыс", ru: "Связь", en: "Contact" },
} as const satisfies Readonly<Record<string, InEach>>;

/** Whom to call, and how; null where nothing is known but the name. */
export function contactLine(contact: {
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}): string | null {
  const ways = [contact.phone, contact.email].filter((way) => way !== null).join(", ");
  if (ways === "") return null;
  return contact.name === null ? ways : `${contact.name}: ${ways}`;
}

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
