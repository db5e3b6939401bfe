import { countEn } from "../count.js";

/** A SOC's shift, the report of R9.1, and telling owners (R9.2). */
export const report = {
  title: "Report an incident",
  law15: "15 minutes from the confirmation",
  toCentre: "The national centre is told as soon as the report is accepted; the card follows within 72 hours.",

  shift: {
    title: "My shift",
    confirm: "I confirmed it now",
    confirmAnother: "I confirmed another one now",
    confirmHelp: "Takes down this moment as the confirmation and opens the report. The 15 minutes of R9.1 run from it.",
    goOn: "Go on with the report",
    onlyReads: "Your role reads. Reports are sent by the SOC's duty officers.",
    owners: "Owners still to be told",
    ownersNote: "R9.2, 15 min",
    noOwners: "Nobody waits to be told",
    noOwnersWhy:
      "Owners of critical and e-government objects in your open incidents appear here until they have been told.",
    duties: "Cards and levels",
    noDuties: "No card and no level is due",
    noDutiesWhy:
      "After a report its card appears here, due within 72 hours, and the review of an Undetermined level, within 48.",
    duty: "duty",
    level: "level",
    term: "term",
    notifications: "Notifications to answer",
    noNotifications: "No notification waits for your answer",
    noNotificationsWhy: "Notifications of the national centre appear here until you have answered them.",
    acknowledged: "receipt acknowledged",
    unacknowledged: "receipt not acknowledged",
    drafts: "Drafts on this device",
    noDrafts: "Nothing was begun and left",
    noDraftsWhy: "What you begin to write is kept here until it is sent.",
    draftOf: {
      report: "Report",
      card: (number: string) => (number ? `Card of ${number}` : "Card without a report"),
      owner: (number: string) => `Owner told, ${number}`,
      answer: (number: string) => `Answer to ${number}`,
      other: "Form",
    },
  },

  /** The six fields; their labels are those of annex 3. */
  fields: {
    level: "not known yet",
    levelHelp: "“Not known yet” is not “Undetermined”: only that starts the 48 hours of its review.",
    summaryHelp: "What is known, in two or three sentences.",
    objectsHelp: "By name or code. What is not registered is described.",
    notifications: "Notifications of the centre that led to it",
    notificationsHelp: "If there are any: its card answers them.",
    byNumber: (number: string) => `By its number: ${number}`,
    optional: "may be left out",
  },
  clock: "Notify the national centre",
  clockFuture: "This time is still to come: check the day and the time.",
  clockUnknown: "Give the time of the confirmation: the 15 minutes run from it.",
  send: "Send to the centre",
  linkLost: "There is no link to the gateway",
  linkLostSays: (until: string) =>
    `If it does not come back, tell the national centre by telephone until ${until} and write down whom you spoke to. Nothing that you typed is lost; the report can be sent afterwards.`,
  centrePhone: "Duty officer of the national centre",
  noCentrePhone: "The centre's telephone number is not in the gateway: take it from your instructions.",

  objects: {
    find: "Add an object",
    describe: (typed: string) => `Not registered: describe “${typed}”`,
    byCode: (code: string) => `By its code in the register: ${code}`,
    none: "No object is named yet",
    description: "Object that is not registered",
    kinds: "What it is",
    kindsHelp: "For a critical or an e-government object the owner must be told within 15 minutes.",
    kindChoices: {
      UNKNOWN: "not known",
      NEITHER: "neither",
      BOTH: "both",
    },
    ownerName: "Its owner or holder",
    item: (place: number) => `Object ${place}`,
  },

  accepted: {
    title: "The national centre knows",
    number: "Number of the incident",
    card: "Go on to the card",
    cardWhy: (by: string) => `The card of annex 3 is due ${by}. It takes over what you have reported.`,
    another: "Report another incident",
    noOwner: "No owner has to be told: the objects are neither critical nor of e-government.",
    kindUnknown:
      "It is not known whether an owner has to be told: the kind of an object was not said. Say it in the card; the 15 minutes have been running since the confirmation.",
  },

  owner: {
    title: "Tell the owner",
    byMail: (name: string) => `The gateway tells ${name} by e-mail. You need not do it.`,
    byMailSlow: "If you tell it yourself, record it: that meets the term as well.",
    why: {
      NO_ADDRESS: "The gateway has no address of the owner: tell it yourself.",
      NO_MAIL_SERVER: "The gateway has no mail server: tell the owner yourself.",
      GIVEN_UP: "The owner's mail server took nothing: tell the owner yourself.",
      NOT_REACHED:
        "The gateway has not reached the owner so far and tries again: do not wait, tell the owner yourself.",
      NOT_REGISTERED: "The object is not registered: tell its owner yourself.",
      NOT_KNOWN: "It is not known whether the gateway reaches the owner: tell it yourself.",
    },
    phone: "Telephone",
    noPhone: "no telephone number is registered",
    unknownOwner: "owner not known",
    /** `by`: what met it. */
    done: (by: string | null) => (by ? `Met by: ${by}.` : "The duty was waived."),
    text: "What to say",
    say: (is: {
      readonly soc: string;
      readonly object: string;
      readonly type: string;
      readonly level: string | null;
      /** Null: today. */
      readonly day: string | null;
      readonly at: string;
      readonly number: string;
    }) =>
      `This is the duty officer of ${is.soc}. At ${is.at}, Almaty time,${is.day === null ? "" : ` on ${is.day}`} we confirmed an information-security incident at your object “${is.object}”: ${is.type}${is.level ? `, level ${is.level}` : ""}. Its number is ${is.number}. Please tell me your name: I record that you were told.`,
    record: "Record that the owner was told",
    notifiedAt: "When",
    channel: "How",
    recipient: "Who was told",
    recipientHelp: "Name and position",
    note: "Note",
    send: "Record",
    met: "Recorded: R9.2 is met",
    recorded: "Recorded",
  },

  /** What the form finds itself, because it cannot be sent otherwise. */
  check: {
    act: "Check",
    acceptable: "The gateway would accept it as it is. Nothing has been sent.",
    doubtful: "The gateway would accept it, but look at this. Nothing has been sent.",
  },
  missing: {
    choice: "Choose one.",
    choices: "Choose at least one value.",
    text: "The text is empty: fill it in.",
    moment: "Give the date and time, such as 02.03.2026 03:05.",
    date: "Give the date, such as 02.03.2026.",
    object: "Name at least one object.",
    typedObject: "Pick the object from the list, or describe it.",
    unpicked: "What was typed here was not picked, and would not be sent: pick it from the list, or clear it.",
  },

  form: {
    faults: (count: number) => countEn(count, "fault", "faults"),
    firstFault: "to the first one",
    receiptOf: (what: string) => `Receipt: ${what}`,
  },
};

export type Report = typeof report;
