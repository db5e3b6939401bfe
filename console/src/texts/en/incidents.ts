import { countEn } from "../count.js";

/** The list of incidents. */
export const incidents = {
  title: "Incidents",
  find: "Go to an incident by its number",
  findPlaceholder: "Number of an incident",

  filters: { level: "Level", type: "Type", due: "Term", question: "Open question" },
  any: "all",
  anyQuestion: "any open question",
  dues: {
    OWNER_OPEN: "owner not told yet",
    OWNER_OVERDUE: "owner not told, overdue",
    CARD_OPEN: "card still to come",
    CARD_OVERDUE: "card overdue",
    LEVEL_OPEN: "level to be reviewed",
    LEVEL_OVERDUE: "level review overdue",
  },

  all: "Newest first",
  filtered: "Newest first, of those chosen",
  note: (count: number) => countEn(count, "incident on this page", "incidents on this page"),
  columns: {
    number: "Incident",
    level: "Level",
    confirmed: "Confirmed",
    next: "Ends next",
    questions: "Waits for",
  },
  nothingOpen: "nothing is owed",
  retracted: "retracted",
  takenByYou: "in your hands",
  none: "No incident yet",
  noneWhy: "Incidents appear here as soon as they are reported; the newest on top.",
  noneFits: "No incident fits",
  noneFitsWhy: "Change the filter, or clear it.",
  older: "Older",
  newer: "Newer",
};

export type Incidents = typeof incidents;
