import type {
  Consequence,
  IncidentScale,
  IncidentSign,
  IncidentType,
  NetworkContour,
  Recurrence,
  Severity,
} from "../incident-card.js";
import type { Cause } from "../obligations.js";
import type { Reader } from "./reader.js";
import type { InEach, Locale } from "./wording.js";

/**
 * The labels of annex 3's choices (order 17/НҚ) and the criteria of its table of levels: Kazakh verbatim, Russian and English in
 * our rendering (docs/statute.md, Notes). Those of its fields are in `card-form.ts`.
 */

export const SCALE_LABELS: Readonly<Record<IncidentScale, InEach>> = {
  INDIVIDUAL: { kk: "Жеке", ru: "Единичный", en: "Individual" },
  MASS: { kk: "Жаппай", ru: "Массовый", en: "Mass" },
};

export const RECURRENCE_LABELS: Readonly<Record<Recurrence, InEach>> = {
  NEW: { kk: "Жаңа", ru: "Новый", en: "New" },
  REPEAT: { kk: "Қайта", ru: "Повторный", en: "Repeat" },
};

export const SIGN_LABELS: Readonly<Record<IncidentSign, InEach>> = {
  ACTUAL: { kk: "Жарамды", ru: "Действительный", en: "Actual" },
  ATTEMPT: { kk: "Әрекет", ru: "Попытка", en: "Attempt" },
  SUSPICION: { kk: "Күдік", ru: "Подозрение", en: "Suspicion" },
};

export const CONTOUR_LABELS: Readonly<Record<NetworkContour, InEach>> = {
  INTERNAL: {
    kk: "Ішкі шеңбердің жергілікті желісі",
    ru: "Локальная сеть внутреннего контура",
    en: "Local network of the internal contour",
  },
  EXTERNAL: {
    kk: "Сыртқы шеңбердің жергілікті желісі",
    ru: "Локальная сеть внешнего контура",
    en: "Local network of the external contour",
  },
};

export const CONSEQUENCE_LABELS: Readonly<Record<Consequence, InEach>> = {
  NONE: { kk: "Салдары жоқ", ru: "Последствий нет", en: "No consequences" },
  OPERABILITY: {
    kk: "Жұмысқа қабілеттілігінің бұзылуы",
    ru: "Нарушение работоспособности",
    en: "Loss of operability",
  },
  INTEGRITY: { kk: "Тұтастығының бұзылуы", ru: "Нарушение целостности", en: "Loss of integrity" },
  CONFIDENTIALITY: {
    kk: "Ақпараттың құпиялылық режимінің бұзылуы",
    ru: "Нарушение режима конфиденциальности информации",
    en: "Breach of the information's confidentiality regime",
  },
};

export const TYPE_LABELS: Readonly<Record<IncidentType, InEach>> = {
  DENIAL_OF_SERVICE: {
    kk: "Қызмет көрсетуден бас тарту (DoS, DDoS)",
    ru: "Отказ в обслуживании (DoS, DDoS)",
    en: "Denial of service (DoS, DDoS)",
  },
  UNAUTHORIZED_ACCESS: {
    kk: "Рұқсатсыз қол жеткізу және мазмұнды түрлендіру",
    ru: "Несанкционированный доступ и модификация содержания",
    en: "Unauthorized access and content modification",
  },
  BOTNET: { kk: "Ботнет", ru: "Ботнет", en: "Botnet" },
  VIRUS_ATTACK: { kk: "Вирустық шабуыл", ru: "Вирусная атака", en: "Virus attack" },
  RANSOMWARE: { kk: "Шифрлаушы", ru: "Шифровальщик", en: "Ransomware" },
  VULNERABILITY_EXPLOITATION: {
    kk: "Осалдықты пайдалану",
    ru: "Эксплуатация уязвимости",
    en: "Vulnerability exploitation",
  },
  CREDENTIAL_COMPROMISE: {
    kk: "Аутентификация/авторизация құралдарының жария етілуі",
    ru: "Компрометация средств аутентификации/авторизации",
    en: "Compromise of authentication or authorization means",
  },
  PHISHING: { kk: "Фишинг", ru: "Фишинг", en: "Phishing" },
  SPAM: { kk: "Спам", ru: "Спам", en: "Spam" },
  OTHER: {
    kk: "Өзге ақпараттық қауіпсіздіктің оқыс оқиғалары",
    ru: "Иные инциденты ИБ",
    en: "Other information-security incidents",
  },
};

export const SEVERITY_LABELS: Readonly<Record<Severity, InEach>> = {
  HIGH: { kk: "Жоғары (4)", ru: "Высокий (4)", en: "High (4)" },
  MEDIUM: { kk: "Орташа (3)", ru: "Средний (3)", en: "Medium (3)" },
  LOW: { kk: "Төмен (2)", ru: "Низкий (2)", en: "Low (2)" },
  UNDETERMINED: { kk: "Анықталмаған (1)", ru: "Неопределённый (1)", en: "Undetermined (1)" },
};

/** The criteria of the table of levels: what an incident of this level does. */
export const SEVERITY_CRITERIA: Readonly<Record<Severity, InEach>> = {
  HIGH: {
    kk: "қызметтерді көрсету/жұмыстарды орындау мүмкінсіздігіне және (немесе) аса маңызды деректердің жоғалуына/түрленуіне және (немесе) аса маңызды деректерді өңдейтін ақпараттандыру объектісінің құпиялылығының бұзылуына әкеп соғатын ақпараттық қауіпсіздіктің оқыс оқиғалары",
    ru: "инциденты ИБ, приводящие к невозможности оказания услуг/выполнения работ и (или) утрате/изменению критически важных данных и (или) нарушению конфиденциальности объекта информатизации, обрабатывающего критически важные данные",
    en: "incidents that make services or work impossible, or lose or alter critically important data, or breach the confidentiality of an object that processes such data",
  },
  MEDIUM: {
    kk: "қызметтер көрсетуді/жұмыстарды орындауды елеулі шектеуге және (немесе) аса маңызды болып табылмайтын деректердің жоғалуына/түрленуіне және (немесе) аса маңызды болып табылмайтын деректерді өңдейтін ақпараттандыру объектісінің құпиялылығының бұзылуына әкелетін ақпараттық қауіпсіздіктің оқыс оқиғалары",
    ru: "инциденты ИБ, приводящие к существенному ограничению оказания услуг/выполнения работ и (или) утрате/изменению данных, не являющихся критически важными, и (или) нарушению конфиденциальности объекта информатизации, обрабатывающего такие данные",
    en: "incidents that substantially limit services or work, or lose or alter data that are not critically important, or breach the confidentiality of an object that processes such data",
  },
  LOW: {
    kk: "қызметтерді көрсетуге/жұмыстарды орындауға әсер етпейтін ақпараттық қауіпсіздіктің оқыс оқиғалары",
    ru: "инциденты ИБ, не влияющие на оказание услуг/выполнение работ",
    en: "incidents that do not affect services or work",
  },
  UNDETERMINED: {
    kk: "Ақпараттық қауіпсіздік оқыс оқиғасының қызметтерді көрсетуге әсері анықталмаған",
    ru: "влияние инцидента ИБ на оказание услуг не определено",
    en: "the effect on services has not been determined",
  },
};

/** What the table notes on its last line (RA.1). */
export const REVIEW_NOTE: InEach = {
  kk: "Ақпараттық қауіпсіздіктің оқыс оқиғасы расталған сәттен бастап 48 (қырық сегіз) сағат ішінде деңгейді қайта қарау қажет.",
  ru: "Уровень необходимо пересмотреть в течение 48 (сорока восьми) часов с момента подтверждения инцидента ИБ.",
  en: "The level must be reviewed within 48 (forty-eight) hours of the confirmation of the incident.",
};

/** How what makes a duty late is undone where it was an error. */
export const UNDOING: Readonly<Record<Cause, Readonly<Record<Locale, (by: Reader["by"]) => string>>>> = {
  TIMES: {
    kk: (by) =>
      `Уақыт қате жазылса, АҚЖО туындау уақытын ${by("amendIncidentCard")} түзетеді, ал растау уақытын түзетуді ${by("requestConfirmationCorrection")} сұрайды.`,
    ru: (by) =>
      `Если время указано ошибочно, ОЦИБ исправляет время возникновения ${by("amendIncidentCard")}, а об исправлении времени подтверждения просит ${by("requestConfirmationCorrection")}.`,
    en: (by) =>
      `If a time was mistyped, the SOC corrects the occurrence ${by("amendIncidentCard")}, and asks for a correction of the confirmation ${by("requestConfirmationCorrection")}.`,
  },
  CORRECTION: {
    kk: (by) => `Түзетілген уақыт қате болса, растау уақытын ${by("correctConfirmation")} қайта түзетіңіз.`,
    ru: (by) => `Если исправленное время ошибочно, исправьте время подтверждения ещё раз ${by("correctConfirmation")}.`,
    en: (by) => `If the corrected time is mistyped, correct the confirmation once more ${by("correctConfirmation")}.`,
  },
  LINK: {
    kk: (by) => `Байланыс қате болса, оны ${by("unlinkAffectedObject")} кері қайтарып алыңыз.`,
    ru: (by) => `Если объект указан ошибочно, отмените это ${by("unlinkAffectedObject")}.`,
    en: (by) => `If the link is wrong, take it back ${by("unlinkAffectedObject")}.`,
  },
  TAKEN_BACK: {
    kk: (by) =>
      `Кері қайтарып алынған мәлімет дұрыс болса, оны қайта жазыңыз: түскен мәліметті ${by("recordReceivedOtherwise")}, байланысты ${by("linkAffectedObject")}.`,
    ru: (by) =>
      `Если отменённое всё же верно, запишите его заново: полученное ${by("recordReceivedOtherwise")}, связь с объектом ${by("linkAffectedObject")}.`,
    en: (by) =>
      `If what was taken back is true after all, record it again: what was received ${by("recordReceivedOtherwise")}, a link ${by("linkAffectedObject")}.`,
  },
};
