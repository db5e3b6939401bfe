import { countEn } from "../count.js";

/** The card of annex 3. */
export const card = {
  title: "Incident card",
  amendTitle: (revision: number) => `Incident card: correct revision ${revision}`,
  annex: "annex 3",
  sections: {
    label: "Sections of the card",
    registration: "Registration and level",
    details: "Details",
    nature: "Nature and consequences",
    objects: "Affected object",
    measures: "Measures and note",
    links: "Notifications",
  },
  signs: { FAULT: "has faults", FILLED: "filled in", OPEN: "not complete yet" },

  due: "The first card that is accepted meets the term; it can be corrected later.",
  noTerm: "No term runs for this card.",
  amends: "A correction is a new revision. Earlier revisions stay on record.",
  taken: "Taken over from the report. Look it through and complete it.",
  levelFull: (criteria: string) => `Annex 3: ${criteria}.`,

  indicators: {
    help: "Paste a list, one to a line: types are recognised, brackets that disarm addresses are undone. May stay empty.",
    type: "Type",
    typed: "As typed",
    understood: "As understood",
    row: (place: number) => `Indicator ${place}`,
    typeOf: (place: number) => `Type of indicator ${place}`,
    valueOf: (place: number) => `Value of indicator ${place}`,
    remove: (place: number) => `Remove indicator ${place}`,
    add: "Add a line",
    count: (count: number) => countEn(count, "indicator", "indicators"),
  },
  earlierHelp: "If it is known: the number of your SOC's earlier incident.",

  meanwhile: {
    title: (revision: number) => `Revision ${revision} came meanwhile`,
    says: "Somebody else has sent it. What you typed is untouched. Look at what differs, then build on it.",
    theirs: (revision: number) => `in revision ${revision}`,
    before: "before",
    yours: "in your form",
    both: "changed by both",
    build: (revision: number) => `Build on revision ${revision}`,
    buildHelp: "What only the other one changed is taken over; what you changed stays yours.",
    take: (revision: number) => `Take it from revision ${revision}`,
    nothing: "Its fields say the same as those that you began with.",
    removed: "removed",
    added: "added",
    empty: "empty",
    built: (revision: number) => `Your form is built on revision ${revision} now.`,
  },

  accepted: {
    title: (revision: number) => `Card accepted, revision ${revision}`,
    toIncident: "Open the incident",
    toShift: "Back to my shift",
    warnings: "Doubtful, and accepted",
  },
  retracted: "The incident was retracted: nothing more is accepted about it (F24).",
  notYours: "This incident is another SOC's: its card is that SOC's to send.",
};

export type Card = typeof card;
