import { countKk } from "../count.js";
import type { Terms } from "../en/terms.js";

export const terms: Terms = {
  title: "Мерзімдер",
  shown: "Қай міндеттер көрсетілсін",
  choices: {
    OPEN: "Ашық",
    OVERDUE: "Мерзімі өткен",
    MET: "Мерзімінде орындалған",
    MET_LATE: "Кешігіп орындалған",
    WAIVED: "Босатылған",
  },
  rules: "Ережелер",
  soc: "АҚЖО",
  allSocs: "Барлық АҚЖО",
  columns: { number: "Не туралы", duty: "Міндет", soc: "Кімдікі", due: "Мерзімі", standing: "Күйі" },
  note: (count) => `бұл бетте ${countKk(count, "міндет")}`,
  emptyTitle: "Мұндай міндет жоқ",
  empty: "Басқа күйді немесе басқа ережелерді таңдаңыз.",
  next: "Келесі бет",
  previous: "Алдыңғы бет",
};
