import type { RequestOutcome } from "../domain/decisions.js";
import type { Topic } from "../domain/notification.js";
import type { OwnerChannel } from "../domain/parties.js";
import type { RegisterName } from "../domain/registers.js";
import type { InEach, Locale } from "../domain/wording/wording.js";

export const REGISTER_TITLES = {
  incidents: {
    kk: "Ақпараттық қауіпсіздіктің оқыс оқиғаларының тізілімі",
    ru: "Реестр инцидентов информационной безопасности",
    en: "Register of information-security incidents",
  },
  notifications: {
    kk: "АҚҰҰО хабарламалары мен олардың алушыларының тізілімі",
    ru: "Реестр уведомлений НКЦИБ и их получателей",
    en: "Register of the national centre's notifications and their recipients",
  },
  "owners-notified": {
    kk: "Хабардар етілген меншік иелері мен иеленушілердің тізілімі",
    ru: "Реестр уведомлений собственников и владельцев",
    en: "Register of owners and holders notified",
  },
  waivers: { kk: "Босатулар тізілімі", ru: "Реестр снятий обязанностей", en: "Register of waivers" },
  corrections: {
    kk: "Растау уақытын түзетулер тізілімі",
    ru: "Реестр исправлений времени подтверждения",
    en: "Register of corrections of confirmations",
  },
  retractions: { kk: "Кері қайтарып алулар тізілімі", ru: "Реестр отзывов", en: "Register of retractions" },
} as const satisfies Readonly<Record<RegisterName, InEach>>;

export const REGISTER_WORDS = {
  country: { kk: "Барлық АҚЖО", ru: "Все ОЦИБ", en: "All SOCs" },
  scope: { kk: "Кім бойынша", ru: "По кому", en: "Scope" },
  period: { kk: "Кезең", ru: "Период", en: "Period" },
  count: { kk: "Жазбалар саны", ru: "Число записей", en: "Number of entries" },
  takenAt: { kk: "Алынған уақыты", ru: "Получено", en: "Taken out" },
  nothing: {
    kk: "Бұл кезеңде жазба жоқ.",
    ru: "За этот период записей нет.",
    en: "There are no entries in this period.",
  },

  incident: { kk: "Оқыс оқиғаның нөмірі", ru: "Номер инцидента", en: "Incident number" },
  soc: { kk: "АҚЖО", ru: "ОЦИБ", en: "SOC" },
  type: { kk: "Түрі", ru: "Вид", en: "Type" },
  severity: { kk: "Маңыздылық деңгейі", ru: "Уровень критичности", en: "Severity level" },
  confirmedAt: { kk: "Растау уақыты", ru: "Подтверждён", en: "Confirmed" },
  notifiedAt: { kk: "АҚҰҰО хабардар етілді", ru: "НКЦИБ уведомлён", en: "National centre notified" },
  cardAt: { kk: "Карточка түсті", ru: "Карточка получена", en: "Card received" },
  objects: { kk: "Зиян келтірілген объект", ru: "Пострадавший объект", en: "Affected object" },
  retractedAt: { kk: "Кері қайтарып алынды", ru: "Отозван", en: "Retracted" },

  notification: { kk: "Хабарламаның нөмірі", ru: "Номер уведомления", en: "Notification" },
  topic: { kk: "Не туралы", ru: "О чём", en: "About" },
  follows: { kk: "Қай хабарламаға", ru: "К какому уведомлению", en: "Follows" },
  recipient: { kk: "Алушы", ru: "Получатель", en: "Recipient" },
  availableAt: { kk: "Қолжетімді болды", ru: "Стало доступно", en: "Available" },
  acknowledgedAt: { kk: "Алғанын растау", ru: "Получение подтверждено", en: "Acknowledged" },
  dueAt: { kk: "Мерзімнің аяқталуы", ru: "Окончание срока", en: "Due at" },
  answeredAt: { kk: "Жауап берілді", ru: "Ответ получен", en: "Answered" },

  object: { kk: "Ақпараттандыру объектісі", ru: "Объект информатизации", en: "Protected object" },
  owner: { kk: "Меншік иесі немесе иеленушісі", ru: "Собственник или владелец", en: "Owner or holder" },
  way: { kk: "Қалай", ru: "Каким образом", en: "How" },
  toldAt: { kk: "Хабардар етілді", ru: "Уведомлён", en: "Notified" },
  recordedAt: { kk: "Шлюзге жазылды", ru: "Записано в шлюзе", en: "Recorded" },

  of: { kk: "Оқыс оқиға немесе хабарлама", ru: "Инцидент или уведомление", en: "Incident or notification" },
  duty: { kk: "Міндет", ru: "Обязанность", en: "Duty" },
  waivedBy: { kk: "Кім босатты", ru: "Кто снял", en: "Waived by" },
  askedFor: { kk: "Сұралған растау уақыты", ru: "Запрошенное время подтверждения", en: "Confirmation asked for" },
  grounds: { kk: "Сұрау негізі", ru: "Основание запроса", en: "Grounds of the request" },
  previous: { kk: "Бұрынғы растау уақыты", ru: "Прежнее время подтверждения", en: "Confirmation before" },
  correctedTo: { kk: "Түзетілген растау уақыты", ru: "Исправленное время подтверждения", en: "Confirmation since" },
  askedAt: { kk: "Сұралды", ru: "Запрошено", en: "Requested" },
  decidedAt: { kk: "Шешілді", ru: "Решено", en: "Decided" },
  outcome: { kk: "Нәтиже", ru: "Итог", en: "Outcome" },
  reason: { kk: "Себебі", ru: "Основание", en: "Reason" },
} as const satisfies Readonly<Record<string, InEach>>;

export const TOPIC_WORDS: Readonly<Record<Topic, InEach>> = {
  THREAT: { kk: "Қатер", ru: "Угроза ИБ", en: "Threat" },
  EVENT: { kk: "Оқиға", ru: "Событие ИБ", en: "Event" },
  DETECTED_INCIDENT: {
    kk: "АҚҰҰО анықтаған оқыс оқиға",
    ru: "Инцидент ИБ, выявленный НКЦИБ",
    en: "Incident that the centre detected",
  },
  INCIDENT: { kk: "Оқыс оқиға", ru: "Инцидент ИБ", en: "Incident" },
};

export const WAY_WORDS: Readonly<Record<OwnerChannel | "GATEWAY" | "ACKNOWLEDGEMENT", InEach>> = {
  EMAIL: { kk: "электрондық поштамен", ru: "по электронной почте", en: "by e-mail" },
  IN_PERSON: { kk: "жеке кездесіп", ru: "лично", en: "in person" },
  LETTER: { kk: "хатпен", ru: "письмом", en: "by letter" },
  MESSENGER: { kk: "мессенджермен", ru: "через мессенджер", en: "by messaging app" },
  TELEPHONE: { kk: "телефонмен", ru: "по телефону", en: "by telephone" },
  OTHER: { kk: "басқа жолмен", ru: "иным образом", en: "in another way" },
  GATEWAY: { kk: "шлюз арқылы", ru: "через шлюз", en: "by the gateway" },
  ACKNOWLEDGEMENT: { kk: "өзі растады", ru: "подтвердил сам", en: "its own acknowledgement" },
};

export const WAIVED_BY_WORDS = {
  CENTRE: { kk: "АҚҰҰО", ru: "НКЦИБ", en: "national centre" },
  SOC: { kk: "АҚЖО", ru: "ОЦИБ", en: "SOC" },
} as const satisfies Readonly<Record<string, InEach>>;

export const OUTCOME_WORDS: Readonly<Record<RequestOutcome, InEach>> = {
  GRANTED: { kk: "қабылданды", ru: "удовлетворено", en: "granted" },
  REFUSED: { kk: "қабылданбады", ru: "отказано", en: "refused" },
  OPEN: { kk: "шешілмеген", ru: "не решено", en: "undecided" },
  REPLACED: { kk: "кейінгі сұрау алмастырды", ru: "заменено новым запросом", en: "replaced by a later request" },
  SETTLED: { kk: "шешуді қажет етпейді", ru: "решения не требуется", en: "nothing left to decide" },
  WITHDRAWN: { kk: "АҚЖО қайтарып алды", ru: "отозвано ОЦИБ", en: "withdrawn by the SOC" },
};

/** From the first day to the last one, both counted. */
export const writePeriod = (from: string, until: string): string => (from === until ? from : `${from} – ${until}`);

/** What `table` calls `key` in one language; null where there is nothing to call. */
export function inLocale<Key extends string>(
  table: Readonly<Record<Key, InEach>>,
  key: Key | null,
  locale: Locale,
): string | null {
  return key === null ? null : table[key][locale];
}
