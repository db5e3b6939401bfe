import { countEn } from "../count.js";

/** Deliveries to owners and contacts. */
export const deliveries = {
  title: "Deliveries",
  shown: "Deliveries shown",
  choices: { NOT_REACHED: "Owners who do not know", ALL: "All" },
  columns: { about: "About", whom: "To whom", state: "State", queuedAt: "Queued", act: "What can be done" },
  attempts: (count: number) => countEn(count, "attempt", "attempts"),
  attempt: (ordinal: number) => `Attempt ${ordinal}`,
  attemptUnknown: "its outcome is not known: the gateway stopped meanwhile",
  attemptAccepted: "accepted",
  attemptFailed: "not accepted",
  phone: (number: string) => `Telephone of the owner: ${number}`,
  socPhone: (soc: string, number: string) => `${soc} tells the owner itself; its telephone: ${number}`,
  socTells: (soc: string) => `${soc} tells the owner itself.`,
  retry: "Send again",
  retried: "Queued again",
  emptyTitle: "Every owner knows",
  empty: "What did not reach an owner appears here, with the reason, until the owner knows or the duty is waived.",
  emptyAllTitle: "Nothing has been sent yet",
  emptyAll: "Mails to owners and contacts appear here once an incident names an object or a term comes near.",
  next: "Older",
  previous: "Newer",
};

export type Deliveries = typeof deliveries;
