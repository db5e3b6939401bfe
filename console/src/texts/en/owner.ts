import { countEn } from "../count.js";

/** An owner's objects. */
export const owner = {
  title: "My objects",
  new: "You have not said yet that you know",
  known: "You know",
  retracted: "Reported in error",
  newCount: (count: number) => countEn(count, "incident is new to you", "incidents are new to you"),
  allKnown: "You know of everything that was reported about your objects",
  none: "Nothing has been reported about your objects",
  noneWhy:
    "When a SOC reports an incident that affects one of your objects, it appears here, and the gateway writes to your address.",
  open: "Read",
  older: "Older",
  newer: "Newer",
  back: "All incidents on my objects",

  page: {
    title: (number: string) => `Incident ${number}`,
    objects: "Your objects that it affects",
    confirmed: "Confirmed",
    occurred: "Occurred",
    reported: "Reported to the national centre",
    level: "Level",
    what: "What happened",
    done: "What the SOC has done",
    consequences: "Consequences",
    revision: (revision: number, at: string) => `From the card, revision ${revision}, ${at}`,
    fromReport: "From the first report; the card comes within 72 hours.",
    onlyNamed: "More has not been stated about your object yet.",
    print: "The card on paper",
    retracted: "This incident was retracted: it had been reported in error.",
    who: "Who tells you",
    soc: "Your SOC",
    call: "Call",
    noPhone:
      "Its telephone number is not shown here: take it from the mail about this incident, or from your instructions.",
  },
  know: {
    act: "I know",
    says: "Press it when you have read this. The SOC and the national centre then see that you know, and when.",
    met: "It is on record that you know.",
    knownSince: (at: string) => `You said that you know: ${at}`,
    by: (name: string) => `by ${name}`,
  },
};

export type Owner = typeof owner;
