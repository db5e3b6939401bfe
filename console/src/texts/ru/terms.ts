import { countRu } from "../count.js";
import type { Terms } from "../en/terms.js";

export const terms: Terms = {
  title: "Сроки",
  shown: "Какие обязанности показать",
  choices: {
    OPEN: "Открытые",
    OVERDUE: "Просроченные",
    MET: "Выполненные в срок",
    MET_LATE: "Выполненные с опозданием",
    WAIVED: "Снятые",
  },
  rules: "Правила",
  soc: "ОЦИБ",
  allSocs: "Все ОЦИБ",
  columns: { number: "О чём", duty: "Обязанность", soc: "Чья", due: "До", standing: "Состояние" },
  note: (count) => `${countRu(count, "обязанность", "обязанности", "обязанностей")} на странице`,
  emptyTitle: "Таких обязанностей нет",
  empty: "Выберите другое состояние или другие правила.",
  next: "Следующая страница",
  previous: "Предыдущая страница",
};
