import { countEn } from "../count.js";

/** The centre's wall. */
export const wall = {
  title: "Wall",

  attention: {
    title: "Needs attention",
    ofColumn: (name: string) => `Open duties: ${name}`,
    note: (shown: number, open: number) => `${shown} of ${open} open, nearest to now on top`,
    all: "Show what needs attention",
    more: (count: number) => `${countEn(count, "more duty", "more duties")} in Terms`,
    emptyTitle: "Nothing is late, and nothing ends within 15 minutes",
    empty: "Duties appear here once their term is near or has passed.",
    next: (what: string) => `Next: ${what}`,
    emptyColumn: "No open duty ends in this time.",
    noneOpen: "No duty is open",
    noneOpenWhy: "What a SOC reports or the centre sends opens the next ones.",
    gone: "no longer open",
    showNew: (count: number) => `${count} new`,
  },
  /** Why an owner does not know yet. */
  notReached: {
    NO_ADDRESS: "no address: the SOC tells the owner itself",
    NO_MAIL_SERVER: "no mail server: the SOC tells the owner itself",
    GIVEN_UP: "the mail was given up: somebody must call",
    QUEUED: "the mail is being sent",
    NOT_YET: "the mail is not accepted: the SOC calls the owner",
    ACCEPTED: "accepted by the server",
    OBSOLETE: "no longer needed",
  },

  feed: {
    title: "Feed",
    note: "every fact, none lost",
    showNew: (count: number) => `${count} new while you were reading`,
    emptyTitle: "No new facts yet",
    empty: "Facts appear here as they come: reports, cards, answers, lapsed terms.",
    lapsed: (rule: string) => `Term has passed: ${rule}`,
    dueSoon: (rule: string) => `Term ends soon: ${rule}`,
    reportedIn: (time: string) => `reported in ${time}`,
    revision: (revision: number) => `revision ${revision}`,
  },

  socs: {
    title: "SOCs",
    heard: (at: string) => `last heard ${at}`,
    notHeard: "not heard yet",
    overdue: (count: number) => `${count} overdue`,
    soon: (count: number) => `${count} due soon`,
    running: (count: number) => `${count} running`,
    only: (codes: string) => `SOCs: ${codes}`,
    all: "All SOCs",
    showAll: "Show all SOCs",
    more: (count: number) => `${count} more`,
    fewer: "Fewer",
  },

  acts: {
    take: "take it",
    takeNumber: (number: string) => `Take ${number} in hand`,
    release: (number: string) => `Release ${number}`,
    acknowledge: "Acknowledge the alarm",
    waive: "Waive the duty",
    waiveShort: "waive",
    waiveAsk:
      "The duty is no longer asked for; what is late by now stays late. This is on record with your name and reason, and is not taken back.",
    waiveReason: "Reason",
    waived: "The duty is waived.",
    open: "dossier",
    wallMode: "Monitor view",
    leaveWallMode: "Leave the monitor view",
    part: (name: string) => `Go to: ${name}`,
  },
  taken: (name: string) => `taken by ${name}`,

  alarm: {
    lapsed: (duty: string, number: string) => `Term has passed: ${duty}, ${number}`,
    high: (number: string) => `Level 4, High: ${number}`,
    waiting: (count: number) => `${countEn(count, "alarm", "alarms")} not acknowledged`,
    silence: "Acknowledge",
    more: (count: number) => `and ${count} more`,
    showAll: (count: number) => `Show all ${countEn(count, "alarm", "alarms")}`,
    soundOff: "Sound is off: turn it on above to hear alarms.",
    system: "Show alarms on the desktop too",
    systemRefused: "The browser does not let this page show alarms on the desktop.",
    newFacts: (count: number) => countEn(count, "new fact", "new facts"),
  },
};

export type Wall = typeof wall;
