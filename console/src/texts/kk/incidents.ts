import { countKk } from "../count.js";
import type { Incidents } from "../en/incidents.js";

export const incidents: Incidents = {
  title: "Оқыс оқиғалар",
  find: "Оқыс оқиғаға нөмірі бойынша өту",
  findPlaceholder: "Оқыс оқиғаның нөмірі",

  filters: { level: "Деңгейі", type: "Түрі", due: "Мерзімі", question: "Ашық мәселе" },
  any: "барлығы",
  anyQuestion: "кез келген ашық мәселе",
  dues: {
    OWNER_OPEN: "иесі әлі хабардар етілмеген",
    OWNER_OVERDUE: "иесі хабардар етілмеген, мерзімі өткен",
    CARD_OPEN: "карточка әлі түспеген",
    CARD_OVERDUE: "карточканың мерзімі өткен",
    LEVEL_OPEN: "деңгейі қайта қаралуға тиіс",
    LEVEL_OVERDUE: "деңгейді қайта қараудың мерзімі өткен",
  },

  all: "Алдымен жаңалары",
  filtered: "Таңдалғандары, алдымен жаңалары",
  note: (count) => `бұл бетте ${countKk(count, "оқыс оқиға")}`,
  columns: {
    number: "Оқыс оқиға",
    level: "Деңгейі",
    confirmed: "Расталған",
    next: "Ең жақын мерзім",
    questions: "Шешімді күтеді",
  },
  nothingOpen: "ашық мерзім жоқ",
  retracted: "кері қайтарып алынған",
  takenByYou: "сіздің бақылауыңызда",
  none: "Оқыс оқиғалар әлі жоқ",
  noneWhy: "Оқыс оқиғалар хабарланған бойда осында шығады, жаңалары — жоғарыда.",
  noneFits: "Сай келетін оқыс оқиға жоқ",
  noneFitsWhy: "Сүзгіні өзгертіңіз немесе тазартыңыз.",
  older: "Ертеректері",
  newer: "Кейінгілері",
};
