import { countKk } from "../count.js";
import type { Deliveries } from "../en/deliveries.js";

export const deliveries: Deliveries = {
  title: "Жеткізулер",
  shown: "Қай жеткізулер көрсетілсін",
  choices: { NOT_REACHED: "Иесі білмейді", ALL: "Барлығы" },
  columns: {
    about: "Не туралы",
    whom: "Кімге",
    state: "Күйі",
    queuedAt: "Кезекке қойылған уақыты",
    act: "Не істеуге болады",
  },
  attempts: (count) => countKk(count, "әрекет"),
  attempt: (ordinal) => `${ordinal}-әрекет`,
  attemptUnknown: "нәтижесі белгісіз: сол кезде шлюз тоқтап қалған",
  attemptAccepted: "қабылданды",
  attemptFailed: "қабылданбады",
  phone: (number) => `Иесінің телефоны: ${number}`,
  socPhone: (soc, number) => `${soc} иесіне өзі хабарлайды; телефоны: ${number}`,
  socTells: (soc) => `${soc} иесіне өзі хабарлайды.`,
  retry: "Қайта жіберу",
  retried: "Қайтадан кезекте",
  emptyTitle: "Иелердің бәрі біледі",
  empty: "Иесіне жетпеген хаттар себебімен бірге осында көрсетіледі: иесі білгенше немесе міндеттен босатылғанша.",
  emptyAllTitle: "Әзірге ештеңе жіберілген жоқ",
  emptyAll:
    "Оқыс оқиғада объект аталса немесе мерзім жақындаса, иелерге және байланыс мекенжайларына жіберілген хаттар осында шығады.",
  next: "Бұрынғылары",
  previous: "Кейінгілері",
};
