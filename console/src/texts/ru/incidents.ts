import { countRu } from "../count.js";
import type { Incidents } from "../en/incidents.js";

export const incidents: Incidents = {
  title: "Инциденты",
  find: "Перейти к инциденту по номеру",
  findPlaceholder: "Номер инцидента",

  filters: { level: "Уровень", type: "Вид", due: "Срок", question: "Открытый вопрос" },
  any: "все",
  anyQuestion: "любой открытый вопрос",
  dues: {
    OWNER_OPEN: "владелец ещё не уведомлён",
    OWNER_OVERDUE: "владелец не уведомлён, просрочено",
    CARD_OPEN: "карточка ещё не получена",
    CARD_OVERDUE: "карточка просрочена",
    LEVEL_OPEN: "уровень предстоит пересмотреть",
    LEVEL_OVERDUE: "пересмотр уровня просрочен",
  },

  all: "Сначала новые",
  filtered: "По фильтру, сначала новые",
  note: (count) => `${countRu(count, "инцидент", "инцидента", "инцидентов")} на странице`,
  columns: {
    number: "Инцидент",
    level: "Уровень",
    confirmed: "Подтверждён",
    next: "Ближайший срок",
    questions: "Ждёт решения",
  },
  nothingOpen: "сроков нет",
  retracted: "отозван",
  takenByYou: "на вашем контроле",
  none: "Инцидентов ещё нет",
  noneWhy: "Инциденты появляются здесь сразу после сообщения, новые — сверху.",
  noneFits: "По фильтру ничего не найдено",
  noneFitsWhy: "Измените или сбросьте фильтр.",
  older: "Более ранние",
  newer: "Более поздние",
};
