import {
  inQuotes,
  markingsInWords,
  placeOf,
  rolesInWords,
  sectorsInWords,
  typeInWords,
  typesInWords,
} from "./console-names.js";
import { INDICATOR_FAULTS } from "./indicator-faults.js";
import { CONSEQUENCE_LABELS, RECURRENCE_LABELS } from "./labels.js";
import { SOCKET_ENDS, type SocketEnd } from "./socket-ends.js";
import { writeMonth, writeTime } from "./times.js";
import type { Catalog } from "./wording.js";

/** A page that asks in a way that this gateway does not know: it is older or newer. */
const misfit =
  "This page and the gateway do not fit together: one of them is newer. Load the page again; if that does not help, tell the gateway's administrator.";

const ends: Partial<Record<SocketEnd, string>> = {
  TOKEN_MISSING: "There was no token: sign in.",
  TOKEN_UNREADABLE: "The token cannot be read: copy all of it once more.",
  TOKEN_UNKNOWN: "The token is not known here.",
  TOKEN_EXPIRED: "The token has expired.",
  TOKEN_REVOKED: "The token was revoked.",
  TOO_MANY_SOCKETS: "Your organisation has too many pages open: close some.",
  TOO_SLOW: "This page could not keep up: it connects again by itself.",
  FELL_BEHIND: "This page could not keep up: it connects again by itself.",
  TOO_MANY_REFUSALS: "Too much of your organisation is being refused: try again later.",
  MESSAGE_INVALID: "This page does not fit the gateway: load it again.",
  MESSAGE_TOO_FINE: "This is too much at once: send less.",
  SIGN_TOO_LARGE: "This page does not fit the gateway: load it again.",
  ID_TOO_LONG: "This page does not fit the gateway: load it again.",
  ID_IN_USE: "This page does not fit the gateway: load it again.",
  INIT_LATE: "Signing in took too long: load the page again.",
  INIT_REPEATED: "This page does not fit the gateway: load it again.",
  INIT_TOO_LARGE: "The token is too long: copy it alone.",
  SUBPROTOCOL_MISSING: "This page does not fit the gateway: load it again.",
};

/** What people at the console read where `en` speaks of the API: the pattern for the other languages. */
export const consoleEn = {
  requestUnfit: () => misfit,
  forbidden: (p) =>
    `${p.roles ? `Your roles (${rolesInWords(p.roles, "en")}) do not permit this` : "You have no role, so this is not permitted"}. It takes one of: ${rolesInWords(p.needed, "en")}. Ask the national centre's administrator.`,
  unauthenticated: () => "Sign in: this needs your token.",
  authorizationUnreadable: () => "The token cannot be read: copy all of it once more, without spaces.",
  bodyTooLarge: (p) =>
    `This is too large to be sent (the limit in bytes is ${p.limit}): shorten it, or send it in parts.`,
  answerTooCostly: () => "This is too much to be shown at once. Narrow the filter or the search.",
  keyConflict: () =>
    "Something else was accepted under this submission key. Correct what was accepted, or send this under a new key.",
  socketBusy: () => "Too much is under way on this page, and nothing was done. Try again in a few seconds.",
  socketClosed: (p) => ends[p.why] ?? SOCKET_ENDS.en[p.why],
  socketFollowsMuch: () => "Too much is open on this page: load it again.",
  partyFollowsMuch: () => "Your organisation has too many pages of the console open. Close those that nobody looks at.",
  cursorAhead: () =>
    "The gateway has another or an older database than this page saw. Load the page again, and tell the gateway's administrator.",
  cursorExpired: () => "This page was away for longer than facts are kept. Load it again.",
  formText: () => "Write a text here.",
  formFlag: () => "Choose yes or no here.",
  formInstant: () => "Give the date and time, such as 02.03.2026 03:05.",
  formDate: () => "Give a date that exists, such as 02.03.2026.",
  textReplaced: (p) => `A character was lost at position ${p.place}, before the text came here. Write that place anew.`,
  choiceRepeated: () => "One choice is made twice: keep one.",
  noneWithOthers: () =>
    `${inQuotes(CONSEQUENCE_LABELS.NONE.en, "en")} excludes every other consequence: keep that alone, or the others without it.`,
  newWithEarlier: () =>
    `A new incident repeats no earlier one: leave the number out, or choose ${inQuotes(RECURRENCE_LABELS.REPEAT.en, "en")}.`,
  objectOrDescription: (p) =>
    p.both
      ? "The object is named in more than one way: either pick it from the list or describe it."
      : "No object is named: pick it from the list, or describe it.",
  indicatorFault: (p) => {
    const where = p.named === null ? "" : ` (${p.named}${p.place === null ? "" : ` at character ${p.place}`})`;
    const type = p.suggests && typeInWords(p.suggests, "en");
    const advice =
      type === null
        ? ""
        : p.suggests === "OTHER"
          ? ` The type ${type} accepts it as it is.`
          : ` It looks like ${type}.`;
    return `The value does not match the type ${typeInWords(p.type, "en")}. ${typesInWords(INDICATOR_FAULTS.en[p.fault], "en")}${where}.${advice}`;
  },
  indicatorRepeated: (p) => `This repeats indicator ${p.earlier + 1} (${p.value}); it counts once.`,
  cardExists: (p, { by }) =>
    `The incident has a card already, at revision ${p.revision}. Correct that one ${by("amendIncidentCard")}.`,
  describesRegistered: () =>
    "An object of this code or name is registered. Accepted as a description; pick the object from the list, so that its owner or holder is notified.",
  descriptionNotLinked: () => "Nothing was linked to this description, or that was taken back.",
  whichObject: () => "Say whose owner or holder was notified: choose one of the incident's objects.",
  figuresChanged: (p) =>
    `This changes the figures of months that have ended (by the calendar of Almaty): ${p.months.map((one) => writeMonth(one, "en")).join(", ")}. Open ${placeOf("timeliness", "en")} again before you use them.`,
  notOfKind: (p) =>
    `Nothing of the expected kind has this number or code. ${p.near === null ? "Check it." : `${inQuotes(p.near, "en")} is probably meant.`}`,
  coverageBeyondEnd: (p) =>
    `${p.code} ends at ${writeTime(p.endedAt, "en")}, and coverage lasts no longer: give an end that is no later.`,
  rolesUnfit: (p) =>
    `An account of this party cannot have: ${rolesInWords(p.roles, "en")}. Choose from: ${rolesInWords(p.allowed, "en")}.`,
  answerExists: (p) =>
    `Your SOC has already answered this notification (revision ${p.revision}). Correct that answer with ${placeOf("correctAnalysis", "en")}.`,
  incidentReportedBefore: () =>
    `The revision that this one corrects has confirmed an incident already. Leave the new one out, or choose ${placeOf("knownIncident", "en")}.`,
  answerMissing: () => "There is no answer to correct yet. Load the page again and send this as the first one.",
  noRecipients: () =>
    `No SOC fits what you have chosen. Choose SOCs, objects or sectors, and look at ${placeOf("preview", "en")} before you send.`,
  oneSubject: () => "A notification is about exactly one thing: choose one.",
  followUpAddressed: () =>
    "A supplement or withdrawal goes to the original recipients. To notify others, send a new notification.",
  markingTooLoose: (p) =>
    `The marking ${markingsInWords(p.marking)} is looser than ${markingsInWords(p.least)}, that of what is told. Choose one of: ${markingsInWords(p.allowed)}.`,
  redToSectors: (p) =>
    `Accepted, but TLP:RED is for the eyes of individual recipients only (TLP 2.0), and this goes to whole sectors: ${sectorsInWords(p.sectors, "en")}. Check the marking, or name the SOCs.`,
  redFollowsToSectors: (p) =>
    `Accepted, but TLP:RED is for the eyes of individual recipients only (TLP 2.0), and this goes to the recipients of what it follows, which went to whole sectors: ${sectorsInWords(p.sectors, "en")}. What only some of them may see belongs in a notification of its own that names them.`,
  toldIncidentRetracted: (_, { by }) =>
    `This incident was retracted as reported in error, so SOCs are not notified of it any more. Withdraw what they were notified of with ${placeOf("withdraw", "en")}; if there is an incident after all, record it ${by("registerDetectedIncident")}.`,
  notLinked: () =>
    `This incident is linked with no other one: leave it out. Those that are linked stand under ${placeOf("related", "en")}.`,
  describedAsRegistered: (_, { by }) =>
    `The incident describes an object by the code or the name of a registered one, which may be the one that this duty is about. Pick that one from the list on the card ${by("amendIncidentCard")}, or ask the national centre.`,
  mailServerMissing: () =>
    "The gateway still has no mail server, so this cannot be sent. Ask the gateway's administrator to set one, or notify the recipient in another way.",
  notGivenUp: () =>
    "Only what was given up, or had no mail server, can be sent again; this delivery is in another state. Look at the list again.",
  acknowledgedThing: () => "Acknowledge exactly one: a notification, or an incident.",
  printTooLarge: () => "This is too large for a PDF: print the page instead.",
  printBusy: () => "Too much is being printed at the moment. Try again in a few seconds, or print the page instead.",
  printUnmade: () => "A PDF cannot be made of this here: print the page instead.",
} satisfies Partial<Catalog>;

export type ConsoleCatalog = Pick<Catalog, keyof typeof consoleEn>;
