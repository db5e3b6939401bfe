import type { Locale } from "./wording.js";

/** What the gateway says of questions for counts. */
const en = {
  dimensionsUnfit: (p: { most: number }) =>
    `Count by at least one thing and at most so many: ${p.most}; and name none of them twice.`,
  groupsTooMany: (p: { most: number }) =>
    `These are more groups than one answer holds (${p.most}). Count by fewer things or by longer times, shorten the period, or ask for the largest alone.`,
  topUnfit: (p: { most: number }) => `Ask for at least one group and at most ${p.most}.`,
  countedSingly: (p: { days: number }) =>
    `Sums by day are kept of SOC, type and level only; by anything else each incident is looked at, over a limited number of days (${p.days}). Shorten the period, or count by those.`,
  notYetCounted: () =>
    "The incidents of this database are still being counted for the first time. Ask again in a little while.",
  ownersMostCounted: (p: { most: number }) =>
    `Your objects have more incidents in this period than are counted at once (${p.most}). Shorten the period.`,
};

const ru: typeof en = {
  dimensionsUnfit: (p) =>
    `Укажите, по чему считать: не меньше одного признака и не больше чем ${p.most}, каждый один раз.`,
  groupsTooMany: (p) =>
    `Групп больше, чем помещается в один ответ (${p.most}). Считайте по меньшему числу признаков или по более длинным промежуткам, сократите период или запросите только крупнейшие.`,
  topUnfit: (p) => `Запросите не меньше одной группы и не больше чем ${p.most}.`,
  countedSingly: (p) =>
    `Суммы по дням ведутся только по ОЦИБ, типу и уровню; для остальных признаков просматривается каждый инцидент, не дольше чем за ${p.days} дн. Сократите период или считайте по этим признакам.`,
  notYetCounted: () => "Инциденты этой базы данных ещё подсчитываются впервые. Повторите запрос немного позже.",
  ownersMostCounted: (p) =>
    `За этот период у ваших объектов больше инцидентов, чем подсчитывается за один раз (${p.most}). Сократите период.`,
};

const kk: typeof en = {
  dimensionsUnfit: (p) =>
    `Не бойынша санау керегін көрсетіңіз: кемінде бір белгі, ең көбі ${p.most}, әрқайсысы бір рет.`,
  groupsTooMany: (p) =>
    `Топтар саны бір жауапқа сыятын шектен (${p.most}) асады. Азырақ белгі бойынша немесе ұзағырақ аралықтар бойынша санаңыз, кезеңді қысқартыңыз немесе ең ірі топтарды ғана сұраңыз.`,
  topUnfit: (p) => `Кемінде бір топ, ең көбі ${p.most} топ сұраңыз.`,
  countedSingly: (p) =>
    `Күндер бойынша қосындылар тек АҚЖО, түр және деңгей бойынша жүргізіледі; өзге белгілер үшін әр инцидент жеке қаралады, ең ұзағы ${p.days} күн. Кезеңді қысқартыңыз немесе осы белгілер бойынша санаңыз.`,
  notYetCounted: () => "Бұл дерекқордағы инциденттер алғаш рет саналып жатыр. Сұрауды сәл кейінірек қайталаңыз.",
  ownersMostCounted: (p) =>
    `Бұл кезеңде объектілеріңіздің инциденттері бір жолғы санау шегінен (${p.most}) асады. Кезеңді қысқартыңыз.`,
};

export const STATISTICS_SENTENCES = { en, ru, kk } as const satisfies Record<Locale, unknown>;
