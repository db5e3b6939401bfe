import type { Consequence, IncidentType, Severity } from "../incident-card.js";
import type { IndicatorFault, IndicatorType } from "../indicator.js";
import type { Instant, LocalDate } from "../instant.js";
import type { Marking, Subject } from "../notification.js";
import type { Cause } from "../obligations.js";
import type { WebhookFault } from "../parties.js";
import type { Mutation, Nothing, Reader } from "./reader.js";
import { DOCUMENT_SENTENCES } from "./document-sentences.js";
import { EXPORT_SENTENCES } from "./export-sentences.js";
import { FILTER_SENTENCES } from "./filter-sentences.js";
import { IMPORT_SENTENCES } from "./import-sentences.js";
import { MAPPING_SENTENCES } from "./mapping-sentences.js";
import { INDICATOR_FAULTS } from "./indicator-faults.js";
import { CONSEQUENCE_LABELS, SEVERITY_CRITERIA, SEVERITY_LABELS, TYPE_LABELS, UNDOING } from "./labels.js";
import { STATISTICS_SENTENCES } from "./statistics-sentences.js";
import { SOCKET_ENDS, type SocketEnd } from "./socket-ends.js";
import { writeDate, writeDuration, writeMonth, writeTime } from "./times.js";

const subjects: Record<Subject, string> = { THREAT: "a threat", EVENT: "a security event", INCIDENT: "an incident" };

const webhookFaults: Record<WebhookFault, string> = {
  NOT_URL: "It is not a URL: give one such as https://example.kz/hook",
  NOT_HTTPS: "It is not encrypted: give an address with https",
  CREDENTIALS: "It has a user name or password in it: leave that out",
  PRIVATE_ADDRESS: "It is an address of a private network: give a public one",
};

const measures = {
  tokens: "tokens",
  depth: "levels",
  aliases: "aliases",
  definitions: "operations and fragments",
  fields: "fields, with fragments spread",
  repeats: "fields of one name in one place",
};

const answerMeasures = { cost: "values", bytes: "bytes" };

/** By what a document is too large. */
export type DocumentMeasure = keyof typeof measures;
/** By what an answer is too large. */
export type AnswerMeasure = keyof typeof answerMeasures;
const time = (at: Instant): string => writeTime(at, "en");
const day = (on: LocalDate): string => writeDate(on, "en");

/** R9.2: the object toward whose owner a duty is; by its code, or as it was described. */
const of = (object: string | null): string => (object === null ? "" : ` (object: ${object})`);

/** The pattern for every language: one function for each sentence, from its parameters to its text. */
export const en = {
  nothingUnderKey: (p: { key: string }) =>
    `Your party has no incident under the key "${p.key}": correct the key, or send first what opens it.`,
  notFound: () => "Not found, or not visible to you. Check the id or number.",
  forbidden: (p: { roles: string; needed: string }) =>
    `${p.roles ? `Your roles (${p.roles}) do not permit this` : "You have no role, so this is not permitted"}. It takes one of: ${p.needed}. Ask the national centre's administrator.`,
  unauthenticated: () => "This needs a token: send `Authorization: Bearer TOKEN`.",
  authorizationUnreadable: () => "The authorization is unreadable: send `Bearer`, a space and the token.",
  tokenUnknown: () =>
    "The token is not recognised. Check that all of it was copied, or ask the national centre's administrator for a new one.",
  tokenExpired: (p: { at: Instant }) =>
    `The token expired on ${time(p.at)}. Ask the national centre's administrator for a new one.`,
  tokenRevoked: (p: { at: Instant }) =>
    `The token was revoked on ${time(p.at)}. Ask the national centre's administrator for a new one.`,
  internal: (p: { requestId: string }) =>
    `Something failed on our side. A submission was kept whole or not at all: send it again with the same key. Quote request ${p.requestId} if it fails again.`,
  bodyTooLarge: (p: { limit: number }) =>
    `The request is larger than the limit in bytes (${p.limit}). Send less at once.`,
  operationTooCostly: (p: { measure: DocumentMeasure; limit: number }) =>
    `The operation exceeds the limit of ${p.limit} for ${measures[p.measure]}. Ask for less at once; pass values as variables.`,
  answerTooCostly: (p: { measure: AnswerMeasure; limit: number }, { way }: Reader) =>
    `The answer exceeds the limit of ${p.limit} for ${answerMeasures[p.measure]}. Ask for less at once: smaller pages${way === "GRAPHQL" ? ", fewer fields" : ""}.`,
  rateLimited: (p: { seconds: number }) =>
    `Your party has asked for too much in a short time, and nothing was done. Try again in ${p.seconds} s, with the same key if there was one. Asking for less at once shortens the wait.`,
  tooManyAtOnce: () =>
    "Your party has too many requests in progress. Nothing was done: wait until some are answered, then try again, with the same key if there was one.",
  readingUnavailable: () => "The database is unavailable. Try again in a few seconds.",
  actUnavailable: () =>
    "The database is unavailable, so the outcome cannot be confirmed. Send it again with the same key in a few seconds: it will not be recorded twice.",
  tokenUnchecked: () =>
    "The token cannot be checked at the moment, and nothing was done. Try again in a few seconds, with the same key if there was one.",
  endedUnanswered: () =>
    "The gateway is shutting down, and the outcome of this request is unknown. Try again in a few seconds, with the same key if there was one: nothing will be recorded twice.",
  unsealed: () =>
    "This was recorded, but its receipt is not ready yet: the journal is delayed. Send it again with the same key in a few seconds to get the receipt.",
  actHeldUp: () =>
    "Someone else is changing the same record, or the gateway is overloaded. Nothing was recorded: send it again with the same key in a few seconds.",
  readingHeldUp: () =>
    "This cannot be read at the moment: the data is being rebuilt, or the gateway is overloaded. Try again in a few seconds.",
  readingTooLong: () => "Reading this took too long. Ask for less at once: fewer rows, a narrower filter.",
  keyConflict: () =>
    "This submission key has already been used with different content. Use a new key for a new submission; to correct the earlier one, send an amendment.",

  addressUnknown: () => "There is nothing at this address. GraphQL is at /graphql, the schema at /schema.graphql.",
  noConsole: (p: { why: "NOT_BUILT" | "SWITCHED_OFF" }) =>
    p.why === "NOT_BUILT"
      ? "The console has not been built here. Whoever runs this gateway builds it with `npm run build:console` and starts the gateway again. Everything else works."
      : "The console is switched off here (CONSOLE_DIR). Everything else works.",
  bodyInPieces: () =>
    "The body arrived in too many small pieces and was not read to the end. Send it with a Content-Length, or in chunks of a few kilobytes.",
  hostUnfit: () => "An HTTP/1.1 request must have exactly one Host header.",
  jsonTooFine: (p: { most: number; names: number }) =>
    `The JSON exceeds the limit of ${p.most} for objects, lists and their members, or of ${p.names} for different field names. Send less at once.`,
  targetUnreadable: () => "The request's address cannot be decoded. Percent-encode it in UTF-8 (RFC 3986).",
  methodUnfit: (p: { allowed: string }) => `This address does not accept that method: use ${p.allowed}.`,
  changeByGet: () => "Send a mutation by POST: GET is for queries.",
  mediaTypeUnfit: () => "Send the request as JSON, with `content-type: application/json`.",
  charsetUnfit: (p: { charset: string }) => `The charset ${p.charset} is not supported: send the request in UTF-8.`,
  transferUnfit: (p: { coding: string }) =>
    `The transfer coding ${p.coding} is not supported: send the request as \`chunked\` alone, or with its length.`,
  encodingUnfit: (p: { encoding: string }) =>
    `The content encoding ${p.encoding} is not supported: send the request without it.`,
  notUtf8: () => "The request has bytes that are not UTF-8, and nothing was recorded. Send it again in UTF-8.",
  notJson: () => "The body is not JSON (RFC 8259). Send one object with `query`.",
  requestUnfit: () => "Send one JSON object with the document in `query`; batches are not supported.",
  requestPartUnfit: (p: { part: string }) =>
    `\`${p.part}\` has the wrong type: \`variables\` and \`extensions\` take an object, \`operationName\` a string.`,
  answerTypeUnfit: () => "Accept `application/graphql-response+json` or `application/json`.",
  headUnreadable: () => "The HTTP request cannot be parsed (RFC 9112).",
  headTooLarge: () => "The request's headers are too large. Send fewer or shorter ones.",
  upgradeBehind: () =>
    "A WebSocket was requested before an earlier request on this connection had been answered. Open it on a separate connection.",
  requestTooSlow: () => "The request did not arrive in time. Send it again, in one piece.",
  tooManyWrongTokens: (p: { seconds: number }) =>
    `Too many invalid tokens came from your address. Correct the token and try again in ${p.seconds} s.`,
  socketBusy: (p: { limit: number }) =>
    `This socket has reached its limit of operations in progress (${p.limit}), and nothing was done. Wait for one to end, then try again, with the same key if there was one.`,
  socketFollowsMuch: (p: { limit: number }) =>
    `This socket has reached its limit of subscriptions (${p.limit}). End one, or combine several.`,
  socketClosed: (p: { why: SocketEnd }) => SOCKET_ENDS.en[p.why],
  partyFollowsMuch: () =>
    "Your party, or you yourself, have reached the limit of subscriptions on this gateway. End some, or combine several.",

  pageSize: (p: { most: number }) =>
    `The number of rows must be from 0 to ${p.most}. Ask for one page, then continue from its cursor.`,
  listCursor: (_: Nothing, { way }: Reader) =>
    `This is not a cursor of this list in this order. Take one from ${way === "GRAPHQL" ? "`pageInfo` or an edge" : "an item"} of the same list.`,
  searchLength: (p: { most: number }) =>
    `The text of a search is too long: its limit in characters is ${p.most}. Leave the words that tell most.`,
  searchWords: (p: { most: number }) =>
    `A search has too many words: the limit is ${p.most}. Leave those that tell most.`,
  searchNothing: () =>
    "There is no word here to search for. Give one that tells something, in Kazakh, Russian or English.",
  dueFirstOfSoc: () =>
    "Only a SOC's own notifications have one deadline each to be ordered by. Order them by NEWEST_FIRST.",
  termRuleUnknown: (p: { allowed: string }) => `There is no term under a rule of this name: use one of ${p.allowed}.`,
  actUnknown: (p: { allowed: string }) => `There is no act of this name: use one of ${p.allowed}.`,
  feedCursor: () => "This is not a cursor of the feed. Take one from a frame or from a list's `feedCursor`.",
  feedSince: (p: { earliest: Instant }) =>
    `A feed begins at most a day ago, now at ${time(p.earliest)}. Read what is older from the list, or keep the cursors of the feed.`,
  feedLast: (p: { most: number }) => `The number of facts to begin with must be from 1 to ${p.most}.`,
  cursorAhead: () =>
    "This cursor is ahead of the journal: it belongs to another database, or an older backup was restored. Read the list and continue from its `feedCursor`.",
  cursorExpired: () =>
    "Entries after this cursor are no longer kept. Read the list and continue from its `feedCursor`.",

  subscriptionOverHttp: () =>
    "Subscriptions run over a WebSocket: the same address with ws:// or wss://, protocol graphql-transport-ws.",
  operationUnnamed: (p: { names: string }) =>
    `Name one operation of the document in \`operationName\`${p.names ? `: ${p.names}` : ""}.`,
  formMissing: () => "This field is required: give a value.",
  formUnknownField: (p: { name: string }) => `There is no field "${p.name}" here: leave it out or correct its name.`,
  formUnknownValue: (p: { value: string; allowed: string }) =>
    `"${p.value}" is not a value of this field: use one of ${p.allowed}.`,
  formText: () => "Give a string in quotes.",
  formWhole: () => "Give a whole number.",
  formWholeRange: (p: { least: number; most: number }) => `Give a whole number from ${p.least} to ${p.most}.`,
  formTooMany: (p: { most: number }) => `Give at most ${p.most} of them.`,
  formFlag: () => "Give true or false.",
  formObject: () => "Give an object with fields.",
  formInstant: () => "Give a date and time with an offset (RFC 3339), such as 2026-03-01T15:00:00+05:00.",
  formDate: () => "Give a date that exists, such as 2026-03-01.",
  formOther: (p: { type: string }) => `The value is not a valid ${p.type}.`,

  textEmpty: (p: { mayBeUnknown: boolean }) =>
    p.mayBeUnknown
      ? "The text is empty: write what is known, even if that is only that nothing is known yet."
      : "The text is empty: fill it in.",
  textTooLong: (p: { length: number; limit: number }) =>
    `The text is too long: its length in characters is ${p.length}, and the limit is ${p.limit}. Shorten it.`,
  textControl: (p: { character: string; place: number }) =>
    `The text has a control character, ${p.character}, at position ${p.place}. Remove it; tabs and line breaks are allowed.`,
  textReplaced: (p: { place: number }) =>
    `The text has U+FFFD at position ${p.place}: a character was lost when your system decoded it. Check the encoding (UTF-8) and correct the text.`,
  textStacked: () => "The text has more than 30 combining marks in a row, which nobody can read. Remove them.",
  choicesEmpty: () => "Choose at least one.",
  choiceRepeated: (p: { choice: string }) => `${p.choice} is listed twice: keep one.`,
  noneWithOthers: () => "NONE excludes every other consequence: keep NONE alone, or the others without it.",
  newWithEarlier: () =>
    "A new incident repeats no earlier one: leave the number out, or give the recurrence as REPEAT.",
  repeatsItself: () => "This is the incident's own number: give that of the earlier one, or leave it out.",
  objectOrDescription: (p: { both: boolean }) =>
    p.both
      ? "More than one of objectId, objectCode and description is given: keep exactly one."
      : "None of objectId, objectCode and description is given: give exactly one.",
  objectNotCovered: () =>
    "Accepted, but your SOC covered this object neither at the occurrence or the confirmation nor now. Check that it is the right one.",
  confirmedInFuture: (p: { confirmedAt: Instant; now: Instant }) =>
    `The confirmation (${time(p.confirmedAt)}) is in the future: the gateway's clock says ${time(p.now)}. Correct it, and check your clock and UTC offset.`,
  confirmedBeforeOccurrence: (p: { confirmedAt: Instant; occurredAt: Instant }) =>
    `The confirmation (${time(p.confirmedAt)}) is before the occurrence (${time(p.occurredAt)}). Correct one of them.`,
  momentInFuture: (p: { at: Instant; now: Instant }) =>
    `${time(p.at)} is in the future: the gateway's clock says ${time(p.now)}. Correct it, and check your clock and UTC offset.`,
  dateInFuture: (p: { date: LocalDate; today: LocalDate }) =>
    `${day(p.date)} is in the future: in Almaty it is ${day(p.today)}. Correct the date.`,
  registeredBeforeOccurrence: (p: { registeredOn: LocalDate; occurredOn: LocalDate }) =>
    `The date of registration (${day(p.registeredOn)}) is before the day of the occurrence (${day(p.occurredOn)}, in Almaty). Correct one of them.`,
  indicatorsTooMany: (p: { count: number; limit: number }) =>
    `Too many indicators: the limit is ${p.limit}, and there are ${p.count}. Send the most important ones.`,
  indicatorFault: (p: {
    type: IndicatorType;
    fault: IndicatorFault;
    suggests: IndicatorType | null;
    named: string | null;
    place: number | null;
  }) => {
    const where = p.named === null ? "" : ` (${p.named}${p.place === null ? "" : ` at character ${p.place}`})`;
    const advice =
      p.suggests === null
        ? ""
        : p.suggests === "OTHER"
          ? " The type OTHER accepts it as it is."
          : ` It looks like ${p.suggests}.`;
    return `The value does not match type ${p.type}. ${INDICATOR_FAULTS.en[p.fault]}${where}.${advice}`;
  },
  indicatorDotless: () =>
    "The URL's host is a single word. It was accepted as it is; if part of the name is missing, submit the whole name.",
  indicatorRepeated: (p: { value: string; earlier: number }, { way }: Reader) =>
    `This repeats \`indicators${way === "GRAPHQL" ? "." : "/"}${p.earlier}\` (${p.value}); it counts once.`,
  keyUnfit: (p: { limit: number }) =>
    `A submission key consists of printable characters, from 1 to ${p.limit} of them. Choose one that your side will send again when it retries.`,
  revisionNotLast: (p: { named: number; last: number }) =>
    `Revision ${p.named} is not the last one: the card is at revision ${p.last}. Read that revision and amend it.`,
  cardMissing: (_: Nothing, { by }: Reader) =>
    `There is no card to correct yet. Submit the first one ${by("submitIncidentCard")}.`,
  cardExists: (p: { revision: number }, { by }: Reader) =>
    `The incident has a card already, at revision ${p.revision}. To correct it, name that revision and send a whole card once more ${by("amendIncidentCard")}.`,
  reasonMissing: () => "A level that stays Undetermined needs a written reason.",
  notifiedBeforeOccurrence: (p: { notifiedAt: Instant; occurredAt: Instant }) =>
    `The owner or holder cannot have been notified (${time(p.notifiedAt)}) before the incident occurred (${time(p.occurredAt)}). Correct the time.`,
  objectsTooMany: (p: { count: number; limit: number }) =>
    `Too many affected objects: the limit is ${p.limit}, and there are ${p.count}. Describe those of one system together.`,
  describedAndRegistered: () =>
    "Kinds and owner are said of an object that is only described; those of a registered one are known. Leave them out.",
  describesRegistered: () =>
    "An object of this code or name is registered. Accepted as a description; name the object by objectCode, so that its owner or holder is notified.",
  descriptionUnknown: () => "The incident describes no such object. Give the description as its report or card has it.",
  descriptionNotLinked: () =>
    "No link of this description stands in the incident. `objectLinks` of the incident has those that were made.",
  descriptionLinkedBefore: () =>
    "This description has been linked to an object already. If that was the wrong one, the SOC names the right one on a corrected card.",
  whichObject: () =>
    "Say whose owner or holder was notified: name one of the incident's objects by objectId or objectCode, or by objectDescription as the card has it.",

  severityUnusual: (p: { severity: Severity; type: IncidentType }) =>
    `The severity table does not name "${TYPE_LABELS[p.type].en}" at the level ${SEVERITY_LABELS[p.severity].en}. Accepted as sent; check the level.`,
  severityUnfit: (p: { severity: Severity; consequences: readonly Consequence[] }) =>
    `In the severity table the level ${SEVERITY_LABELS[p.severity].en} means: ${SEVERITY_CRITERIA[p.severity].en}. The card names: ${p.consequences.map((one) => CONSEQUENCE_LABELS[one].en).join("; ")}. Accepted as sent; check the level and the consequences.`,
  confirmationLater: (p: { declared: Instant; counted: Instant }, { by }: Reader) =>
    `The later confirmation time (${time(p.declared)}) was recorded but changes no deadline: terms run from ${time(p.counted)}. If the earlier one is wrong, the SOC asks the national centre to correct it ${by("requestConfirmationCorrection")}.`,
  acceptedLate: (p: { dueAt: Instant; late: number; object: string | null }) =>
    `Accepted and recorded as late by ${writeDuration(p.late, "en")}: it was due by ${time(p.dueAt)}${of(p.object)}.`,
  metLate: (p: { dueAt: Instant; late: number; object: string | null }) =>
    `By this, it is met, late by ${writeDuration(p.late, "en")}: it was due by ${time(p.dueAt)}${of(p.object)}.`,
  noLongerMet: (p: { dueAt: Instant; object: string | null }) =>
    `This is open again, due by ${time(p.dueAt)}${of(p.object)}: what had closed it does not count any more. It is to be done again, unless what was said is corrected.`,
  owedToOwner: (_: Nothing, { by }: Reader) =>
    `This is owed to the owner or holder, not to the centre. The SOC records it ${by("recordOwnerNotification")}.`,
  receivedTooEarly: (p: { receivedAt: Instant; earliest: Instant }) =>
    `Nothing about this can have been received (${time(p.receivedAt)}) before ${time(p.earliest)}. Correct the time.`,
  receiptWithdrawnBefore: () =>
    "This record was taken back before. Record what was received anew, if it was after all.",
  figuresChanged: (p: { months: readonly LocalDate[] }, { way }: Reader) =>
    `This changes the figures of months that have ended (by the calendar of Almaty): ${p.months.map((one) => writeMonth(one, "en")).join(", ")}. Query \`timeliness\` again${way === "GRAPHQL" ? "" : " over GraphQL"} before you use them.`,
  madeLate: (p: { dueAt: Instant; late: number; object: string | null; cause: Cause }, { by }: Reader) =>
    `By this, it is late by ${writeDuration(p.late, "en")}: it was due by ${time(p.dueAt)}${of(p.object)}. ${UNDOING[p.cause].en(by)}`,
  overdueNow: (p: { dueAt: Instant; late: number; object: string | null }) =>
    `This is overdue by ${writeDuration(p.late, "en")}: it was due by ${time(p.dueAt)}${of(p.object)}. It is still to be done; late is accepted.`,
  confirmedBeforeForce: (p: { confirmedAt: Instant; inForceFrom: Instant }) =>
    `Confirmed (${time(p.confirmedAt)}) before the terms were in force (${time(p.inForceFrom)}): no deadline follows from that. Check the time; the national centre sees a list of such incidents.`,
  declaredUnderForce: (p: { confirmedAt: Instant; inForceFrom: Instant; runsFrom: Instant }) =>
    `Confirmed (${time(p.confirmedAt)}) before the terms were in force (${time(p.inForceFrom)}), but a confirmation under them was declared as well: deadlines run from the earliest such (${time(p.runsFrom)}). Check the times; the national centre sees a list of such incidents.`,
  receivedBeforeConfirmation: (p: { receivedAt: Instant; confirmedAt: Instant }) =>
    `This was received (${time(p.receivedAt)}) before the confirmation or the terms (${time(p.confirmedAt)}). It counts; check the time, and take the record back if it is wrong.`,
  answerBeforeConfirmation: (p: { receivedAt: Instant; confirmedAt: Instant }) =>
    `This was received (${time(p.receivedAt)}) before the incident was confirmed (${time(p.confirmedAt)}), so it is recorded as an answer to the notification, not as the incident's card. If it was the card, record it on that incident's duty under R9.3.`,
  notifiedBeforeConfirmation: (p: { notifiedAt: Instant; confirmedAt: Instant }) =>
    `This says that the owner or holder was notified (${time(p.notifiedAt)}) before the confirmation (${time(p.confirmedAt)}). It counts; check the time.`,
  countedBeforeOccurrence: (p: { confirmedAt: Instant; occurredAt: Instant }, { by }: Reader) =>
    `The confirmation that counts (${time(p.confirmedAt)}) is before the occurrence on this card (${time(p.occurredAt)}). If the occurrence is right, ask for a correction ${by("requestConfirmationCorrection")}.`,

  codeUnfit: () => "A code is 2 to 32 characters: capital Latin letters, digits and hyphens. Choose another.",
  codeTaken: () => "This code is taken. Choose another.",
  notOfKind: (p: { near: string | null }) =>
    `Nothing of the expected kind has this id, number or code. ${p.near === null ? "Check it." : `\`${p.near}\` is probably meant.`}`,
  periodBackwards: (p: { startsAt: Instant }) => `The end must come after the beginning (${time(p.startsAt)}).`,
  periodUnfit: (p: { from: LocalDate; years: number }) =>
    `The period must end after it begins (${day(p.from)}), and may not be longer than the limit in years (${p.years}).`,
  coverageOverlaps: () => "This SOC already covers the object during that time. End the other period first.",
  coverageBeyondEnd: (p: { code: string; endedAt: Instant }) =>
    `${p.code} ends at ${time(p.endedAt)}, and coverage lasts no longer: give an \`endsAt\` that is no later.`,
  coverageEnded: () => "This period has already ended; its end cannot be changed.",
  ended: (p: { code: string; endedAt: Instant; successor: string | null }) =>
    `${p.code} ended at ${time(p.endedAt)}. ${p.successor === null ? "Nothing replaces it; check what is meant." : `${p.successor} replaces it: name that one if it is meant.`}`,
  stayOwed: (p: { rule: string; count: number; dueAt: Instant }, { by }: Reader) =>
    `Duties under ${p.rule} that are open stay owed after the end: ${p.count}, the earliest due by ${time(p.dueAt)}. They can still be met; the national centre can waive them ${by("waiveObligation")}.`,
  dutyIsVoid: (_: Nothing, { by }: Reader) =>
    `Recorded, but this duty never was: what had opened it was corrected, so nothing meets it. If another duty was met, record it there, and take this record back ${by("withdrawReceivedOtherwise")}.`,
  confirmedAfterReport: (p: { confirmedAt: Instant; receivedAt: Instant }, { by }: Reader) =>
    `Accepted, but the incident was reported on ${time(p.receivedAt)}, before this confirmation (${time(p.confirmedAt)}): a SOC reports what it has confirmed. If that is mistyped, correct it again ${by("correctConfirmation")}.`,
  socEnded: (p: { endedAt: Instant; successor: string | null }) =>
    `Accepted, though your SOC ended on ${time(p.endedAt)}. What was confirmed after that is ${p.successor === null ? "the concern of whichever SOC covers the object now" : `the concern of ${p.successor}, which replaces it`}.`,
  earlierRetracted: (p: { number: string }) =>
    `Accepted, but ${p.number} was retracted as reported in error: nothing repeats it. Name another one, or none.`,
  earlierIsLater: (p: { number: string; earlier: Instant; occurredAt: Instant }) =>
    `Accepted, but ${p.number} occurred on ${time(p.earlier)}, after this one (${time(p.occurredAt)}): it is no earlier incident. Check both.`,
  earlierRepeatsThis: (p: { number: string }, { by }: Reader) =>
    `Accepted, but the card of ${p.number} says that it repeats this incident. Only one of the two can be the earlier: correct the other card ${by("amendIncidentCard")}.`,
  endsBeforeRegistered: (p: { registeredAt: Instant }) =>
    `It was registered on ${time(p.registeredAt)} and cannot end before that. Give a later end.`,
  successorUnfit: () => "What replaces it must be another one that has no end itself. Name that one, or none.",
  holderIsOwner: () => "An object's owner and its holder are two parties. Name another one here, or remove the holder.",
  rolesUnfit: (p: { roles: string; kind: string; allowed: string }) =>
    `A party of kind ${p.kind} cannot have: ${p.roles}. Choose from: ${p.allowed}.`,
  expiryPast: (p: { now: Instant }) => `The expiry must be in the future: the gateway's clock says ${time(p.now)}.`,
  phoneUnfit: () => "This is not an international telephone number: give one such as +7 7172 000000.",
  emailUnfit: () => "This is not an e-mail address: give one such as name@example.kz.",

  confirmationCorrected: (p: { declared: Instant; counted: Instant }) =>
    `The confirmation (${time(p.declared)}) was recorded but changes no deadline: the national centre has corrected it, and terms run from ${time(p.counted)}.`,
  answerOfOtherKind: (p: { subject: Subject; mutations: readonly Mutation[] }, { byOneOf }: Reader) =>
    `The notification is about ${subjects[p.subject]}. Answer it by itself, ${byOneOf(p.mutations)}.`,
  answerExists: (p: { revision: number }) =>
    `Your SOC has already answered this notification (revision ${p.revision}). To correct the answer, name that revision.`,
  analysedBefore: () =>
    "Your SOC has answered with an analysis. If the event was none after all, correct the analysis with a revision that says so.",
  incidentConfirmed: (_: Nothing, { by }: Reader) =>
    `Your SOC has confirmed an incident that this notification led to. If it was none, ask for its retraction ${by("requestRetraction")}.`,
  incidentReportedBefore: () =>
    "The revision that this one corrects has confirmed an incident already. Leave the report out, or name the incident with incidentId.",
  secondDossier: (p: { numbers: string }) =>
    `Your SOC has already opened an incident that this notification led to: ${p.numbers}. If this is the same one, send what is still due in the first, its card above all, then ask for the retraction of the second.`,
  notificationsTooMany: (p: { count: number; limit: number }) =>
    `Too many notifications: the limit is ${p.limit}, and there are ${p.count}. Name the others in another submission.`,
  answerMissing: () => "There is no answer to correct yet: omit the revision.",
  answerRevisionNotLast: (p: { named: number; last: number }) =>
    `Revision ${p.named} is not the last one: the answer is at revision ${p.last}. Read that revision and correct it.`,
  deniedBefore: () =>
    "Your SOC has already said that this was not confirmed. If it has been confirmed since, send the results of the analysis or the card.",
  noRecipients: () =>
    "No SOC matches these recipients. Name SOCs, objects or sectors, and check `notificationPreview` before you send.",
  oneSubject: () =>
    "A notification is about exactly one thing: give exactly one of threatId, eventId, detectedIncidentId, incidentId, supplements and withdraws.",
  followUpAddressed: () =>
    "A supplement or withdrawal goes to the original recipients: leave `to` out. To notify others, send a new notification.",
  withdrawnAlready: () => "This notification has been withdrawn already: there is nothing left to withdraw.",
  withdrawnBefore: () => "This notification has been withdrawn already. Send a new one.",
  markingTooLoose: (p: { marking: Marking; least: Marking; allowed: string }) =>
    `The marking ${p.marking} is looser than ${p.least}, that of what is told. Choose one of: ${p.allowed}.`,
  redToSectors: (p: { sectors: string }) =>
    `Accepted, but RED is for the eyes of individual recipients only (TLP 2.0), and this goes to whole sectors: ${p.sectors}. Check the marking, or name the SOCs.`,
  redFollowsToSectors: (p: { sectors: string }) =>
    `Accepted, but RED is for the eyes of individual recipients only (TLP 2.0), and this goes to the recipients of what it follows, which went to whole sectors: ${p.sectors}. What only some of them may see belongs in a notification of its own that names them.`,
  toldIncidentRetracted: (_: Nothing, { by }: Reader) =>
    `This incident was retracted as reported in error, so SOCs are not notified of it any more. Withdraw what they were notified of (\`withdraws\`); if there is an incident after all, record it ${by("registerDetectedIncident")}.`,
  incidentUnseen: (p: { socs: string }) =>
    `These recipients see nothing of the incident itself, only what the notification says: ${p.socs}.`,
  standsBelowCard: (_: Nothing, { by }: Reader) =>
    `The card of the incident that your SOC has confirmed is the answer that stands, or is owed in place of any other: the analysis was recorded beside it. If the incident was none, ask for its retraction ${by("requestRetraction")}.`,
  threatStillOwed: (_: Nothing, { by }: Reader) =>
    `The analysis of this threat is still owed: neither the analysis of an event nor an incident card takes its place. Send it ${by("submitThreatAnalysis")}.`,
  answerToWithdrawn: () =>
    "The notification has been withdrawn in the meantime: the answer was recorded, though that notification no longer asks for it.",
  twoDossiers: () => "Name at least two dossiers that are of one incident.",
  dossiersLinkedBefore: () => "These dossiers are linked as one incident already: there is nothing left to link.",
  dossiersTooMany: (p: { count: number; limit: number }) =>
    `Too many dossiers: the limit is ${p.limit}, and there are ${p.count}. Link the others to one of these afterwards.`,
  notLinked: () =>
    "This dossier is linked with no other one: leave it out. `sameAs` of an incident has those that are linked with it.",
  notTaken: () => "This incident is not in anybody's hands: there is nothing to release.",
  takenByAnother: (p: { by: string; at: Instant }) =>
    `${p.by} had it in hand since ${time(p.at)}: agree with each other.`,
  correctionToTheSame: (p: { counted: Instant }) =>
    `${time(p.counted)} is the confirmation that counts already. Give the time at which the incident was in fact confirmed; if that is this one, nothing is to be corrected.`,
  correctionMissing: (_: Nothing, { by }: Reader) =>
    `There is no request to correct a confirmation waiting for a decision. A SOC makes one ${by("requestConfirmationCorrection")}.`,
  retractionPending: () => "A retraction has already been requested. The national centre will decide.",
  retractionMissing: (_: Nothing, { by }: Reader) =>
    `There is no retraction request waiting for a decision. A SOC makes one ${by("requestRetraction")}.`,
  incidentRetracted: () =>
    "This incident was retracted as reported in error and accepts nothing further. If there is an incident after all, report it as a new one.",
  notYoursToWaive: () =>
    "Only the national centre waives this. Your SOC may close a duty toward the owner of an object that its card names no more, or describes as of neither kind.",
  describedAsRegistered: () =>
    "The incident describes an object by the code or the name of a registered one, which may be the one that this duty is about. Amend the card to name that by `objectId` or `objectCode`, or ask the national centre.",
  obligationClosed: () => "This duty is no longer open: it was met or waived already, or is void.",
  ownerUnknown: (_: Nothing, { by }: Reader) =>
    `The gateway does not know the owner or holder of an object that is only described, and notifies nobody. The SOC notifies it itself and records it ${by("recordOwnerNotification")}.`,
  ownerUnreachable: (_: Nothing, { by }: Reader) =>
    `No address is registered for the object's owner or holder, so the gateway cannot notify it. The SOC notifies it itself and records it ${by("recordOwnerNotification")}.`,
  mailNotSent: (_: Nothing, { by }: Reader) =>
    `The gateway has no mail server, and the object's owner or holder has no other address here. The SOC notifies it itself and records it ${by("recordOwnerNotification")}.`,
  mailServerMissing: () =>
    "There is still no mail server (SMTP_URL), so this cannot be sent. Ask the gateway's operator to set one, or notify the recipient in another way.",
  notGivenUp: () =>
    "This delivery cannot be retried: only one in state GIVEN_UP or NO_MAIL_SERVER can. See its `state`.",
  notOwedAnyMore: () =>
    "The notification is not owed to this owner or holder any more: the object was another one's at the confirmation. See the deliveries to that one.",
  acknowledgedThing: () =>
    "Give exactly one: the notification (for a SOC), or the incident by its id or its number (for an owner or holder).",
  webhookUnfit: (p: { fault: WebhookFault }) => `This cannot be called as a webhook. ${webhookFaults[p.fault]}.`,

  ...DOCUMENT_SENTENCES.en,
  ...EXPORT_SENTENCES.en,
  ...FILTER_SENTENCES.en,
  ...IMPORT_SENTENCES.en,
  ...MAPPING_SENTENCES.en,
  ...STATISTICS_SENTENCES.en,
};
