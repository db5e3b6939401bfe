import type { Locale } from "./wording.js";

/** By what a filter is too large: conditions inside each other, conditions in all, values of a list, lists that would be read. */
export type FilterMeasure = "depth" | "leaves" | "values" | "branches";

type Measures = Readonly<Record<FilterMeasure, string>>;

const enMeasures: Measures = {
  depth: "conditions inside each other",
  leaves: "conditions",
  values: "values in a list",
  branches: "alternatives that ask about objects, cards, duties or notifications",
};
const ruMeasures: Measures = {
  depth: "вложенность условий",
  leaves: "число условий",
  values: "число значений в одном перечне",
  branches: "число вариантов, относящихся к объектам, карточкам, обязанностям или уведомлениям",
};
const kkMeasures: Measures = {
  depth: "шарттардың ішкі деңгейлері",
  leaves: "шарттар саны",
  values: "бір тізімдегі мәндер саны",
  branches: "объектілерге, карточкаларға, міндеттерге немесе хабарламаларға қатысты нұсқалар саны",
};

const en = {
  formDuration: () =>
    "Give a length of time by ISO 8601, in whole numbers and without a sign: P30D for 30 days, PT2H for 2 hours, P1M for a month.",
  filterNull: () => "There is nothing to compare with here. Give the value that is meant, or leave the field out.",
  filterEmpty: () => "Nothing is asked for here. Give at least one value, or leave the field out.",
  filterTooLarge: (p: { measure: FilterMeasure; most: number }) =>
    `The filter is too large. The most that is allowed is ${p.most} (${enMeasures[p.measure]}). Ask for several lists, or for less in one.`,
  describedHasNone: () =>
    "An object that is only described has no code, owner, sector or kind in the register. Ask for `registered: false` alone, or leave it out.",
  orderedTwice: () => "A list is ordered by `orderBy` or by `sortBy`, not by both. Leave one of them out.",
  sortFields: (p: { most: number }) =>
    `The number of fields that a list is ordered by must be from 1 to ${p.most}. Leave some out, or \`sortBy\` as a whole.`,
  sortFieldTwice: () => "The list is ordered by this field already. Leave one of the two out.",
  listsOfTooMany: (p: { most: number }) =>
    `Lists of incidents are read for at most ${p.most} SOCs or objects at once. Ask for smaller pages of them, or for the list \`incidents\` with a filter.`,
};

const ru: typeof en = {
  formDuration: () =>
    "Укажите длительность по ISO 8601 целыми числами и без знака: P30D (30 дней), PT2H (2 часа), P1M (месяц).",
  filterNull: () => "Сравнивать не с чем. Укажите нужное значение или уберите это поле.",
  filterEmpty: () => "Здесь ничего не указано. Добавьте хотя бы одно значение или уберите это поле.",
  filterTooLarge: (p) =>
    `Фильтр слишком велик. Допустимый предел: ${p.most} (${ruMeasures[p.measure]}). Запросите несколько списков или упростите фильтр.`,
  describedHasNone: () =>
    "У объекта, который только описан, в реестре нет ни кода, ни собственника, ни отрасли, ни вида. Оставьте одно `registered: false` или уберите его.",
  orderedTwice: () => "Порядок списка задаёт либо `orderBy`, либо `sortBy`. Уберите что-то одно.",
  sortFields: (p) =>
    `Число полей, по которым упорядочивается список, должно быть от 1 до ${p.most}. Уберите лишние или весь \`sortBy\`.`,
  sortFieldTwice: () => "По этому полю список уже упорядочен. Уберите повтор.",
  listsOfTooMany: (p) =>
    `Списки инцидентов можно получить за один раз не более чем по стольким ОЦИБ или объектам: ${p.most}. Уменьшите их страницы или запросите список \`incidents\` с фильтром.`,
};

const kk: typeof en = {
  formDuration: () =>
    "Ұзақтықты ISO 8601 бойынша бүтін сандармен, таңбасыз көрсетіңіз: P30D (30 күн), PT2H (2 сағат), P1M (бір ай).",
  filterNull: () => "Салыстыратын мән жоқ. Қажетті мәнді көрсетіңіз немесе бұл өрісті алып тастаңыз.",
  filterEmpty: () => "Мұнда ештеңе көрсетілмеген. Кемінде бір мән қосыңыз немесе бұл өрісті алып тастаңыз.",
  filterTooLarge: (p) =>
    `Сүзгі тым үлкен. Рұқсат етілген шек: ${p.most} (${kkMeasures[p.measure]}). Бірнеше тізім сұраңыз немесе сүзгіні қарапайым етіңіз.`,
  describedHasNone: () =>
    "Тек сипатталған объектінің тізілімде коды да, меншік иесі де, саласы да, түрі де жоқ. `registered: false` мәнін ғана қалдырыңыз немесе оны алып тастаңыз.",
  orderedTwice: () => "Тізімнің ретін `orderBy` немесе `sortBy` белгілейді. Біреуін алып тастаңыз.",
  sortFields: (p) =>
    `Тізімді реттейтін өрістердің саны 1–${p.most} болуы тиіс. Артығын немесе бүкіл \`sortBy\` өрісін алып тастаңыз.`,
  sortFieldTwice: () => "Тізім бұл өріс бойынша реттеліп тұр. Қайталанғанын алып тастаңыз.",
  listsOfTooMany: (p) =>
    `Оқыс оқиғалар тізімдерін бір сұрауда алуға болатын АҚЖО немесе объектілер шегі: ${p.most}. Олардың беттерін кішірейтіңіз немесе \`incidents\` тізімін сүзгімен сұраңыз.`,
};

/** What is wrong with a filter or an order of a list. */
export const FILTER_SENTENCES: Readonly<Record<Locale, typeof en>> = { en, ru, kk };
