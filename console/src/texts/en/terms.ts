import { countEn } from "../count.js";

/** All duties by their terms. */
export const terms = {
  title: "Terms",
  shown: "Duties shown",
  choices: { OPEN: "Open", OVERDUE: "Overdue", MET: "Met", MET_LATE: "Met late", WAIVED: "Waived" },
  rules: "Rules",
  soc: "SOC",
  allSocs: "All SOCs",
  columns: { number: "About", duty: "Duty", soc: "Whose", due: "Due by", standing: "Standing" },
  note: (count: number) => countEn(count, "duty on this page", "duties on this page"),
  emptyTitle: "No duty of this kind",
  empty: "Choose another standing, or other rules.",
  next: "Next page",
  previous: "Previous page",
};

export type Terms = typeof terms;
