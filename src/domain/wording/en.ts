import type { IncidentType, Severity } from "../incident-card.js";
import type { IndicatorFault, IndicatorType } from "../indicator.js";
import { toAlmaty, toDuration, type Instant, type LocalDate } from "../instant.js";
import type { Subject } from "../notification.js";
import type { WebhookFault } from "../parties.js";
import { SEVERITY_LABELS, TYPE_LABELS } from "./labels.js";

const faults: Record<IndicatorFault, string> = {
  EMPTY: "It is empty: give the value",
  TOO_LONG: "It is too long: give one value, at most 4,000 characters (a file name 255, a domain name 253, a label 63)",
  CONTROL_CHARACTER: "It has a control character: give the value on one line without tabs",
  HIDDEN_CHARACTER: "It has a character inside that nobody can see: remove it",
  STACKED_MARKS: "It has more than 30 combining marks in a row: remove them",
  WHITE_SPACE: "It has white space inside: give one value alone",
  NOT_IPV4: "It is no IPv4 address: give four numbers from 0 to 255, such as 192.0.2.1",
  ADDRESS_RANGE: "It stands for several addresses: give each one, or their network as CIDR, such as 192.0.2.0/24",
  LEADING_ZERO: "A number in it begins with 0, which some read as octal: write it without the zero",
  NOT_IPV6: "It is no IPv6 address: give one such as 2001:db8::1",
  ZONE_ID: "It names a network interface (%…) that means something on one machine only: leave that out",
  NOT_CIDR: "It is no network: give an address and a prefix, such as 192.0.2.0/24",
  NO_PREFIX: "The prefix is missing: add it, such as /24, or use the type of a single address",
  BAD_PREFIX: "The prefix does not fit the address: give 0 to 32 for IPv4, 0 to 128 for IPv6",
  HAS_PORT: "It has a port: give it without, or use the type HOST_PORT",
  NOT_DOMAIN: "It is no domain name: give one such as example.kz",
  SINGLE_LABEL: "It is a single word: give the full domain name, with its dot",
  WILDCARD: "It has a wildcard: give a name that was observed",
  IS_AN_ADDRESS: "It is an IP address: use the type of addresses",
  NOT_URL: "It is no URL: give one such as https://example.kz/path",
  NO_SCHEME: "The scheme is missing: add it if it was observed; otherwise use URL_PATH, HOST_PORT or DOMAIN",
  UNKNOWN_SCHEME: "There is no such scheme: write the one that was observed, such as https",
  SCHEME_TWICE: "It has two schemes, one after the other: keep one",
  BACKSLASH: "It has a backslash before the path, which may be a slash or part of a dot: write what was meant",
  NO_HOST: "It names no host: give a URL with // and a host",
  NOT_URL_PATH: "It is no host with a path: give one such as example.kz/path",
  HAS_SCHEME: "It has a scheme: use the type URL",
  NO_PATH: "It is a host alone: use the type of names or addresses",
  NOT_HOST_PORT: "It is no host with a port: give one such as example.kz:8080 or [2001:db8::1]:443",
  NO_PORT: "The port is missing: add it, such as :443, or use the type of names or addresses",
  BAD_PORT: "Its port is none: give 1 to 65535 without leading zeros",
  NOT_EMAIL: "It is no e-mail address: give one such as name@example.kz",
  DISPLAY_NAME: "It has a display name: give the address alone",
  NOT_HEX: "It has characters that are not hexadecimal: give digits and a to f",
  HASH_LENGTH: "Its length is another hash's: give the whole hash of the type named",
  IS_A_PATH: "It is a path: give the file's name alone, or use the type FILE_PATH",
  NOT_A_PATH: "It is no path of a file: give one such as C:\\Windows\\evil.exe or /tmp/evil",
  NO_HIVE: "It does not begin with a hive of the registry: give one such as HKLM\\Software\\Example",
  NOT_WALLET: "It is no address of a wallet that is known here: check it, or use the type OTHER",
  BAD_CHECKSUM: "Its checksum does not hold, so a letter is wrong or missing: copy the address again",
  NOT_ASN: "It is no number of an autonomous system: give one such as AS64500",
  NOT_CVE: "It is no CVE id: give one such as CVE-2026-12345",
};

const subjects: Record<Subject, string> = { THREAT: "a threat", EVENT: "a security event", INCIDENT: "an incident" };

const webhookFaults: Record<WebhookFault, string> = {
  NOT_URL: "It is no URL: give one such as https://example.kz/hook",
  NOT_HTTPS: "It is not encrypted: give an address with https",
  CREDENTIALS: "It has a user name or password in it: leave that out",
  PRIVATE_ADDRESS: "It is an address of a private network: give a public one",
};

const units = { hour: "h", minute: "min", second: "s" };

const measures = {
  tokens: "tokens",
  depth: "levels",
  aliases: "aliases",
  definitions: "operations and fragments",
  fields: "fields, with its fragments spread",
  repeats: "fields of one name in one place",
};

const answerMeasures = { cost: "values", bytes: "bytes" };

/** By what a document is too large. */
export type DocumentMeasure = keyof typeof measures;
/** By what an answer is too large. */
export type AnswerMeasure = keyof typeof answerMeasures;
/** Why a socket is closed. Each fits in a close frame: at most 123 bytes (RFC 6455, section 5.5). */
export type SocketEnd =
  | "TOKEN_MISSING"
  | "TOKEN_UNREADABLE"
  | "TOKEN_UNKNOWN"
  | "TOKEN_EXPIRED"
  | "TOKEN_REVOKED"
  | "TOO_MANY_SOCKETS"
  | "TOO_SLOW";

const socketEnds: Record<SocketEnd, string> = {
  TOKEN_MISSING: "Unauthorized: send the token as `authorization` in connection_init.",
  TOKEN_UNREADABLE: "Forbidden: send `Bearer`, a space and the token.",
  TOKEN_UNKNOWN: "Forbidden: the token is not known here.",
  TOKEN_EXPIRED: "Forbidden: the token has expired.",
  TOKEN_REVOKED: "Forbidden: the token was revoked.",
  TOO_MANY_SOCKETS: "Too many sockets of your party: close some, then connect again.",
  TOO_SLOW: "Reader too slow: connect again and ask for less at once.",
};

/** The pattern for every language: one function for each sentence, from what it speaks of to its words. */
export const en = {
  notFound: () => "There is no such thing, or it is not yours to see. Check the id or number.",
  forbidden: (p: { roles: string }) =>
    `Your roles (${p.roles || "none"}) do not permit this. Ask the national centre's administrator for the role.`,
  unauthenticated: () => "This needs a token: send `Authorization: Bearer TOKEN`.",
  authorizationUnreadable: () => "The authorization is unreadable: send `Bearer`, a space and the token.",
  tokenUnknown: () =>
    "The token is not known here. Check that it was copied whole, or ask the administrator for a new one.",
  tokenExpired: (p: { at: Instant }) =>
    `The token expired at ${toAlmaty(p.at)}. Ask the national centre's administrator for a new one.`,
  tokenRevoked: (p: { at: Instant }) =>
    `The token was revoked at ${toAlmaty(p.at)}. Ask the national centre's administrator for a new one.`,
  internal: (p: { requestId: string }) =>
    `Something failed on our side. Nothing half-done was kept; try again with the same key. Request ${p.requestId}.`,
  bodyTooLarge: (p: { limit: number }) => `The request is larger than ${p.limit} bytes. Send less at once.`,
  operationTooCostly: (p: { measure: DocumentMeasure; limit: number }) =>
    `The operation has more than ${p.limit} ${measures[p.measure]}. Ask for less at once; pass values as variables.`,
  answerTooCostly: (p: { measure: AnswerMeasure; limit: number }) =>
    `The answer would have more than ${p.limit} ${answerMeasures[p.measure]}. Ask for less at once: smaller pages, fewer fields.`,
  rateLimited: (p: { seconds: number }) =>
    `Too much has been asked for in a short time, so nothing was done. Send the same again in ${p.seconds} s, with the same key if it had one. To wait less, ask for less at once.`,
  tooManyAtOnce: () =>
    "Your party asks for more at once than is served. Nothing was done: wait until others of its requests are answered, then send the same again, with the same key if it had one.",
  readingUnavailable: () => "The database cannot be reached just now. Ask again in a few seconds.",
  actUnavailable: () =>
    "The database cannot be reached just now, so nothing can be confirmed. Send the same again with the same key in a few seconds: what was kept is not kept twice.",
  tokenUnchecked: () =>
    "The token cannot be checked just now, so nothing was done. Send the same again in a few seconds, with the same key if it had one.",
  endedUnanswered: () =>
    "The gateway is shutting down and cannot say what became of this. Send the same again in a few seconds, with the same key if it had one: what was kept is not kept twice.",
  unsealed: () =>
    "This was kept, but there is no receipt for it yet: the journal stands still. Send the same again with the same key in a few seconds to get the receipt.",
  actHeldUp: () =>
    "Somebody else is at work on the same thing, or the gateway has too much to do. Nothing was kept: send the same again with the same key in a few seconds.",
  readingHeldUp: () =>
    "This cannot be read just now: it is being rebuilt, or there is too much to do. Ask again in a few seconds.",
  readingTooLong: () => "The answer took too long to find. Ask for less at once: fewer rows, a narrower filter.",
  keyConflict: () =>
    "This submission key was accepted with other content. Use a new key for a new submission, or an amendment to correct.",

  addressUnknown: () =>
    "There is nothing at this address. GraphQL is at /graphql, the schema's text at /schema.graphql.",
  bodyInPieces: () =>
    "The body came in too many small pieces, and was not read to its end. Send it with its length (Content-Length), or in chunks of some kilobytes.",
  hostUnfit: () => "A request of HTTP/1.1 names its host, once, in the header Host.",
  jsonTooFine: (p: { most: number; names: number }) =>
    `The JSON has more than ${p.most} objects, lists and parts of them, or more than ${p.names} different names of fields. Send less at once.`,
  targetUnreadable: () => "The address of the request cannot be read. Percent-encode it in UTF-8 (RFC 3986).",
  methodUnfit: (p: { allowed: string }) => `This address does not take that method: use ${p.allowed}.`,
  changeByGet: () => "Send a mutation by POST: GET is for queries.",
  mediaTypeUnfit: () => "Send the request as JSON, with `content-type: application/json`.",
  charsetUnfit: (p: { charset: string }) => `The charset ${p.charset} is not taken here: send the request in UTF-8.`,
  encodingUnfit: (p: { encoding: string }) =>
    `The encoding ${p.encoding} is not taken here: send the request as it is.`,
  notUtf8: () => "The request has bytes that are not UTF-8, and nothing of it was kept. Send it again in UTF-8.",
  notJson: () => "The body is not JSON (RFC 8259). Send one object with `query`.",
  requestUnfit: () => "Send one JSON object with the document in `query`; several at once are not taken.",
  requestPartUnfit: (p: { part: string }) =>
    `\`${p.part}\` has the wrong form: give an object for \`variables\` and \`extensions\`, a text for \`operationName\`.`,
  answerTypeUnfit: () => "Accept `application/graphql-response+json` or `application/json`.",
  headUnreadable: () => "This is no HTTP request that can be read (RFC 9112).",
  headTooLarge: () => "The head of the request is too large. Send fewer or shorter header fields.",
  upgradeBehind: () =>
    "A WebSocket was asked for before an earlier request on this connection was answered. Open it on a connection of its own.",
  requestTooSlow: () => "The request did not arrive in time. Send it again, in one piece.",
  tooManyWrongTokens: (p: { seconds: number }) =>
    `Too many wrong tokens came from your address. Correct the token and try again in ${p.seconds} s.`,
  socketBusy: (p: { limit: number }) =>
    `This socket has ${p.limit} operations under way and takes no more: nothing was done. Wait for one to end, then send the same again, with the same key if it had one.`,
  socketFollowsMuch: (p: { limit: number }) =>
    `This socket has ${p.limit} subscriptions, and more are not taken. End one, or ask for several things in one.`,
  socketClosed: (p: { why: SocketEnd }) => socketEnds[p.why],
  partyFollowsMuch: () =>
    "Your party, or you yourself, have reached the limit of subscriptions on this gateway. End some, or combine several.",

  pageSize: (p: { most: number }) => `Ask for 0 to ${p.most} rows and go on with the cursor.`,
  listCursor: () =>
    "This is no cursor of this list in this order. Take one from `pageInfo` or an edge of the same list.",
  idUnfit: (p: { type: string }) =>
    `This is no id of the type ${p.type}. Give the \`id\` that the gateway answered, not a code or a number.`,
  termRuleUnknown: (p: { allowed: string }) => `No rule of this name sets a term: use one of ${p.allowed}.`,
  feedCursor: () => "This is no cursor of the feed. Take one from a frame or from a list's `feedCursor`.",
  cursorAhead: () =>
    "This cursor is ahead of the journal: it belongs to another database. Read the list and go on from its `feedCursor`.",
  cursorExpired: () => "What follows this cursor is no longer kept. Read the list and go on from its `feedCursor`.",

  subscriptionOverHttp: () =>
    "A subscription is followed over the socket: the same address with ws:// or wss://, protocol graphql-transport-ws.",
  operationUnnamed: (p: { names: string }) =>
    `Name one operation of the document in \`operationName\`${p.names ? `: ${p.names}` : ""}.`,
  formMissing: () => "This field is required: give a value.",
  formUnknownField: (p: { name: string }) => `There is no field "${p.name}" here: leave it out or correct its name.`,
  formUnknownValue: (p: { value: string; allowed: string }) =>
    `"${p.value}" is not a value of this field: use one of ${p.allowed}.`,
  formText: () => "Give a text in quotes.",
  formWhole: () => "Give a whole number.",
  formWholeRange: (p: { least: number; most: number }) => `Give a whole number from ${p.least} to ${p.most}.`,
  formTooMany: (p: { most: number }) => `Give at most ${p.most} of them.`,
  formFlag: () => "Give true or false.",
  formObject: () => "Give an object with fields.",
  formInstant: () => "Give a date and time with an offset (RFC 3339), such as 2026-03-01T15:00:00+05:00.",
  formDate: () => "Give a date that exists, such as 2026-03-01.",
  formOther: (p: { type: string }) => `The value does not fit the type ${p.type}.`,

  textEmpty: () => "There is no text here: write what is known, if only that nothing is known yet.",
  textTooLong: (p: { length: number; limit: number }) =>
    `The text has ${p.length} characters; at most ${p.limit} are kept. Shorten it.`,
  textControl: (p: { character: string; place: number }) =>
    `The text has the character ${p.character} at place ${p.place}, which cannot be shown. Remove it; tabs and line feeds may stay.`,
  textReplaced: (p: { place: number }) =>
    `The text has the character U+FFFD at place ${p.place}: something could not be decoded before it was sent, and is lost. Check your side's encoding (UTF-8) and correct the text.`,
  textStacked: () => "The text has more than 30 combining marks in a row, which nobody can read. Remove them.",
  choicesEmpty: () => "Choose at least one.",
  choiceRepeated: (p: { choice: string }) => `${p.choice} stands here twice: keep it once.`,
  noneWithOthers: () => "NONE excludes every other consequence: keep NONE alone, or the others without it.",
  objectOrDescription: (p: { both: boolean }) =>
    p.both
      ? "Both a registered object and a description are given: keep exactly one."
      : "Neither a registered object nor a description is given: give exactly one.",
  objectNotCovered: () =>
    "This is no object that your SOC covered at the confirmation. Choose one of `protectedObjects`, or describe it.",
  confirmedInFuture: (p: { confirmedAt: Instant; now: Instant }) =>
    `The confirmation (${toAlmaty(p.confirmedAt)}) is in the future; here it is ${toAlmaty(p.now)}. Correct it, and check your clock and offset.`,
  confirmedBeforeOccurrence: (p: { confirmedAt: Instant; occurredAt: Instant }) =>
    `The confirmation (${toAlmaty(p.confirmedAt)}) is before the occurrence (${toAlmaty(p.occurredAt)}). Correct one of them.`,
  momentInFuture: (p: { at: Instant; now: Instant }) =>
    `${toAlmaty(p.at)} is in the future; here it is ${toAlmaty(p.now)}. Correct it, and check your clock and offset.`,
  dateInFuture: (p: { date: LocalDate; today: LocalDate }) =>
    `${p.date} is in the future; in Asia/Almaty it is ${p.today}. Correct the date.`,
  indicatorsTooMany: (p: { count: number; limit: number }) =>
    `These are ${p.count} indicators; at most ${p.limit} are kept. Send the most telling ones.`,
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
          ? " The type OTHER takes it as it stands."
          : ` It looks like ${p.suggests}.`;
    return `The value is no ${p.type}. ${faults[p.fault]}${where}.${advice}`;
  },
  indicatorDotless: () =>
    "The URL's host is a single word. It is kept as it stands; if it is half of a name, submit it again with its dot.",
  indicatorRepeated: (p: { value: string; earlier: number }) =>
    `The same indicator stands at place ${p.earlier} already (${p.value}); it counts once.`,
  keyUnfit: (p: { limit: number }) =>
    `A submission key has 1 to ${p.limit} printable characters. Choose one that your side will repeat when it tries again.`,
  revisionNotLast: (p: { named: number; last: number }) =>
    `Revision ${p.named} is not the last one: the card stands at revision ${p.last}. Read it, and correct that one.`,
  cardMissing: () => "There is no card to correct yet. Submit the first one with `submitIncidentCard`.",
  cardExists: (p: { revision: number }) =>
    `The incident has a card already, at revision ${p.revision}. Correct it with \`amendIncidentCard\`.`,
  reasonMissing: () => "A level that stays Undetermined needs a written reason.",
  toldBeforeOccurrence: (p: { toldAt: Instant; occurredAt: Instant }) =>
    `The owner cannot have been told (${toAlmaty(p.toldAt)}) before the incident occurred (${toAlmaty(p.occurredAt)}). Correct the time.`,
  noRegisteredObject: () =>
    "The incident is on no registered object, so no owner is known. Correct the card's affected object first.",

  severityUnusual: (p: { severity: Severity; type: IncidentType }) =>
    `The severity table does not name "${TYPE_LABELS[p.type].en}" at the level ${SEVERITY_LABELS[p.severity].en}. Accepted as sent; check the level.`,
  confirmationLater: (p: { declared: Instant; counted: Instant }) =>
    `A later confirmation (${toAlmaty(p.declared)}) is kept and moves nothing: terms run from ${toAlmaty(p.counted)}. Only the national centre can correct it.`,
  acceptedLate: (p: { dueAt: Instant; late: number }) =>
    `Accepted and recorded as late by ${toDuration(p.late, units)}: it was due at ${toAlmaty(p.dueAt)}.`,

  codeUnfit: () => "A code has 2 to 32 capital Latin letters, digits and hyphens. Choose such a one.",
  codeTaken: () => "This code is taken. Choose another.",
  notOfKind: () => "There is none of the right kind with this id. Check the id.",
  periodBackwards: (p: { startsAt: Instant }) => `The end must come after the beginning (${toAlmaty(p.startsAt)}).`,
  periodUnfit: (p: { from: LocalDate; years: number }) =>
    `The period must end after it begins (${p.from}), and at most ${p.years} years later.`,
  coverageOverlaps: () => "This SOC covers the object in that time already. End the other period first.",
  coverageEnded: () => "This period has ended already, and an end is not moved.",
  rolesUnfit: (p: { roles: string; kind: string }) => `${p.roles}: not a role of a party of the kind ${p.kind}.`,
  expiryPast: (p: { now: Instant }) => `The expiry must lie in the future; here it is ${toAlmaty(p.now)}.`,
  emailUnfit: () => "This is no e-mail address: give one such as name@example.kz.",

  confirmationCorrected: (p: { declared: Instant; counted: Instant }) =>
    `The confirmation (${toAlmaty(p.declared)}) is kept and moves nothing: the national centre has corrected it, and terms run from ${toAlmaty(p.counted)}.`,
  answerOfOtherKind: (p: { subject: Subject; mutations: string }) =>
    `The notification is about ${subjects[p.subject]}. Answer it with ${p.mutations}.`,
  answerExists: (p: { revision: number }) =>
    `Your SOC has answered this notification, at revision ${p.revision}. To correct that answer, name the revision.`,
  answerMissing: () => "There is no answer to correct yet: leave the revision out.",
  answerRevisionNotLast: (p: { named: number; last: number }) =>
    `Revision ${p.named} is not the last one: the answer stands at revision ${p.last}. Read it, and correct that one.`,
  deniedBefore: () =>
    "Your SOC has already said that this was not confirmed. If it was confirmed since, send the analysis or the card.",
  nobodyTold: () =>
    "Nobody fits this addressing. Name SOCs, objects or sectors, and look at `notificationPreview` before you send.",
  oneSubject: () =>
    "A notification is about exactly one thing: give one of threatId, eventId and incidentId, or of supplements and withdraws.",
  followUpAddressed: () =>
    "A supplement or withdrawal goes to those who were told: leave the addressing out. To tell others, send a new notification.",
  withdrawnBefore: () => "This notification has been withdrawn already. Send a new one.",
  incidentUnseen: (p: { socs: string }) =>
    `These recipients see nothing of the incident itself, only what the notification says: ${p.socs}.`,
  answerToWithdrawn: () =>
    "The notification was withdrawn in the meantime: the answer is kept, and was no longer owed.",
  retractionPending: () => "A retraction is asked for already. The national centre will decide about it.",
  retractionMissing: () =>
    "Nobody has asked for a retraction that is still to be decided. The SOC asks with `requestRetraction`.",
  incidentRetracted: () =>
    "The incident was retracted as reported in error, and its dossier is closed. Report a new incident.",
  obligationClosed: () => "This duty is no longer open: it was met or waived. There is nothing to waive.",
  ownerUnreachable: () =>
    "The object's owner has no address here, so the gateway can tell nobody. Tell the owner yourself and record it with `recordOwnerNotification`.",
  mailNotSent: () =>
    "The gateway sends no mail, and the object's owner has no other address here. Tell the owner yourself and record it with `recordOwnerNotification`.",
  mailServerMissing: () =>
    "There is still no mail server (SMTP_URL), so this delivery would stay where it is. Ask the gateway's operator for one, or tell the recipient in another way.",
  notPutAside: () => "This delivery is not put aside: it is on its way, or it arrived. There is nothing to release.",
  acknowledgedThing: () => "Give exactly one: the notification (for a SOC) or the incident (for an owner).",
  webhookUnfit: (p: { fault: WebhookFault }) => `This cannot be called as a webhook. ${webhookFaults[p.fault]}.`,
};
