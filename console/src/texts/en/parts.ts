import { countEn } from "../count.js";

/** What the parts of screens say by themselves. */
export const parts = {
  copy: (text: string) => `Copy ${text}`,
  remove: (name: string) => `Remove ${name}`,
  reasonMissing: "Give the reason.",
  choiceMissing: "Choose one.",
  characters: (count: string, limit: string) => `${count} of ${limit} characters`,
  tooMuch: (length: string) => `The text has ${length} characters: too many for a field. Nothing was put in.`,
  typeToFind: "Type to find",
  found: (count: number) => (count === 0 ? "Nothing found" : countEn(count, "choice", "choices")),

  thatIs: (moment: string) => `that is ${moment}`,
  now: "Now",
  today: "Today",
  dateTimePattern: "DD.MM.YYYY HH:MM",
  datePattern: "DD.MM.YYYY",
  dateTimeUnread: "This is no date and time. Type it as 02.03.2026 03:05.",

  /** The criteria of annex 3's table of levels, in short. */
  criteria: {
    HIGH: "services impossible; critical data lost, altered or disclosed",
    MEDIUM: "services substantially limited; other data lost, altered or disclosed",
    LOW: "services are not affected",
    UNDETERMINED: "effect not determined; review within 48 h",
  },

  receipt: {
    title: "Receipt",
    receivedAt: "received by the gateway",
    position: "position in the journal",
    entryHash: "hash of the entry",
    contentHash: "hash of the content",
    submissionKey: "submission key",
  },

  horizon: {
    label: "Open duties by the time that is left",
    overdue: "overdue",
    within: { 15: "within 15 min", 60: "within 1 h", 360: "within 6 h", 1440: "within 24 h", 4320: "within 72 h" },
    now: (at: string) => `now ${at}`,
    shapes: {
      owner: "notify the owner, 15 min",
      card: "card, 72 h",
      level: "level review, 48 h",
      answer: "answer to a notification, 72 h",
    },
    withoutR91: "R9.1 is never here: the gateway learns of an incident when that duty has been met",
  },
};

export type Parts = typeof parts;
