/**
 * Every rule that the gateway applies, by its stable id. `law`: order No. 48/НҚ as amended by No. 17/НҚ of 14 January
 * 2026. `reading`: how we read what the law leaves open. `form`: what we ask of a submission so that it can be kept.
 * `docs/statute.md` has a row for each; a test holds the two together.
 */
export const RULES = {
  "R2.1": { origin: "law", says: "what a critical ICT infrastructure object is, and its sectors" },
  "R2.2": { origin: "law", says: "what an e-government informatization object is" },
  "R9.1": { origin: "law", says: "the SOC notifies the national centre within 15 minutes of confirmation" },
  "R9.2": { origin: "law", says: "the SOC notifies the object's owner within 15 minutes of confirmation" },
  "R9.3": { origin: "law", says: "the SOC sends the incident card within 72 hours of confirmation" },
  "R9.4": { origin: "law", says: "notified of a threat, the SOC sends the threat's analysis within 72 hours" },
  "R9.5": {
    origin: "law",
    says: "notified of an event that it confirms, the SOC sends the event's analysis within 72 hours",
  },
  "R9.6": { origin: "law", says: "notified of an incident that it confirms, the SOC sends the card within 72 hours" },
  "R12.1": { origin: "law", says: "the national centre notifies SOCs in the part that concerns them" },
  "R13.2": { origin: "law", says: "data are exchanged in XML or JSON: a document has the published form" },
  "RA.1": { origin: "law", says: "an Undetermined level is reviewed within 48 hours of confirmation" },

  L1: { origin: "reading", says: "sent means received by the gateway; a limit includes its last instant" },
  L2: { origin: "reading", says: "what is late is accepted and recorded as late, never refused" },
  L3: {
    origin: "reading",
    says: "the clock runs from the declared confirmation, neither future nor before occurrence",
  },
  L4: { origin: "reading", says: "terms run from the earliest declared confirmation; a later one moves nothing" },
  L5: { origin: "reading", says: "a report has type, summary and affected object" },
  L6: { origin: "reading", says: "a card is corrected by a new revision; the first accepted one meets R9.3" },
  L7: { origin: "reading", says: "a card before any report also notifies the centre; it never meets R9.2" },
  L8: {
    origin: "reading",
    says: "R9.2 is met at the earliest moment at which the owner at the confirmation was notified",
  },
  L9: {
    origin: "reading",
    says: "R9.2 has a clock only for what was an e-government or critical object at the confirmation, also if that is registered later",
  },
  L10: {
    origin: "reading",
    says: "the level is that of the latest report, card or review; RA.1 opens when it first becomes Undetermined",
  },
  L11: { origin: "reading", says: "a review may leave the level Undetermined with a written reason" },
  L12: {
    origin: "reading",
    says: "all fields but the note and an earlier incident are required; consequences and contours may be several",
  },
  L13: {
    origin: "reading",
    says: "consequences or a type that do not fit the level's row of the severity table give a warning",
  },
  L14: { origin: "reading", says: "a correction of a card takes back no duty that has opened" },
  L15: { origin: "reading", says: "the terms hold for confirmations from the day the amendment is in force" },
  L16: { origin: "reading", says: "notified is the moment at which the notification became available to the SOC" },
  L17: {
    origin: "reading",
    says: "what a SOC confirms decides which answer a notification has; only its own analysis answers a threat",
  },
  L18: {
    origin: "reading",
    says: "an incident reported in error stays on record; the centre's grant waives what is open",
  },
  L19: {
    origin: "reading",
    says: "withdrawing a notification waives open answers; supplementing one, or withdrawing a supplement, changes none",
  },

  L20: { origin: "reading", says: "what is waived after its end was late until then" },
  L21: {
    origin: "reading",
    says: "every incident that a notification led to owes its card 72 hours from it, if confirmed within them",
  },
  L22: { origin: "reading", says: "what reached the national centre by another way counts from when it reached it" },
  L23: {
    origin: "reading",
    says: "what nothing but a confirmation or a register entry opened that was corrected since never was",
  },

  F1: { origin: "form", says: "a required text has content" },
  F2: { origin: "form", says: "a text is no longer than its limit" },
  F3: { origin: "form", says: "a text has no control characters but tab and line feed, and no stacked marks" },
  F4: { origin: "form", says: "a list of choices has at least one and none twice" },
  F5: { origin: "form", says: "no consequences excludes every other consequence" },
  F6: { origin: "form", says: "an affected object is a registered one, by id or code, or a description: exactly one" },
  F7: {
    origin: "form",
    says: "an object that the SOC covered neither then nor now, or that had ended, gives a warning",
  },
  F8: { origin: "form", says: "an indicator's value matches its type" },
  F9: { origin: "form", says: "a submission has no more indicators, objects and notifications than the limits" },
  F10: { origin: "form", says: "a submission key has 1 to 200 printable characters" },
  F11: { origin: "form", says: "a date or time of something done is not in the future" },
  F12: { origin: "form", says: "an amendment names the last revision" },
  F13: { origin: "form", says: "an incident has one first card; later ones are amendments" },
  F14: { origin: "form", says: "the same indicator twice on a card counts once" },
  F15: { origin: "form", says: "a statement that an owner was notified names one of the incident's objects" },
  F16: { origin: "form", says: "a code is 2 to 32 capital Latin letters, digits and hyphens, and nobody else's" },
  F17: { origin: "form", says: "what a mutation refers to exists, is of the right kind and has not ended" },
  F18: { origin: "form", says: "a period ends after it begins and does not overlap another of the same" },
  F19: { origin: "form", says: "an actor's roles are roles of its party's kind" },
  F20: { origin: "form", says: "an e-mail address is valid" },
  F21: { origin: "form", says: "a webhook's address is a public https URL without a password" },
  F22: {
    origin: "form",
    says: "a notification is about one thing and has a recipient; a follow-up goes to the original recipients",
  },
  F23: {
    origin: "form",
    says: "a second answer names the revision that it corrects; what was not confirmed is denied once",
  },
  F24: {
    origin: "form",
    says: "there is one retraction request at a time, decided once; a retracted incident accepts nothing more",
  },
  F25: { origin: "form", says: "only a duty that is open is waived; by its SOC only one that a correction left over" },
  F26: { origin: "form", says: "a text with U+FFFD was spoiled before it was sent: a warning" },
  F27: { origin: "form", says: "a telephone number is international (E.164)" },
  F28: { origin: "form", says: "a notification's marking is no looser than that of what is told" },
  F29: { origin: "form", says: "an incident is registered on the day on which it occurred, or later" },
  F30: { origin: "form", says: "only the card of a repeat incident names an earlier one, and that is another one" },
  F31: { origin: "form", says: "what is exported is one list, as a whole" },
} as const satisfies Record<string, { origin: "law" | "reading" | "form"; says: string }>;

export type RuleId = keyof typeof RULES;
