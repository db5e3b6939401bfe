import { countEn } from "../count.js";

/** The frame: sections, the link to the gateway, signing in, drafts and what can go wrong anywhere. */
export const shell = {
  name: "Dabyl",
  skipToContent: "Skip to the content",
  menu: "Menu",
  more: "More",
  title: (page: string, attention: number) => `${attention > 0 ? `(${attention}) ` : ""}${page} · Dabyl`,

  sections: {
    label: "Sections",
    wall: "Wall",
    shift: "My shift",
    objects: "Objects",
    myObjects: "My objects",
    incidents: "Incidents",
    terms: "Terms",
    notifications: "Notifications",
    deliveries: "Deliveries",
    timeliness: "Timeliness",
    administration: "Administration",
    settings: "Settings",
    help: "Help",
    report: "New report",
    notify: "Notify SOCs",
    /** What a number beside a section counts. */
    overdue: (count: number) => `${count} overdue`,
    unanswered: (count: number) => `${count} unanswered`,
  },

  link: {
    connecting: "Connecting",
    live: "Live",
    lost: "No link",
    catchingUp: "Catching up",
    refused: "Refused",
    lostBanner: (since: string) =>
      `No link to the gateway since ${since}. What was known last is shown; clocks run on, new facts are not seen.`,
    retryIn: (seconds: number) => `Trying again in ${seconds} s; what was missed will come in its order.`,
    retrying: "Trying again…",
    retryNow: "Try now",
    catchingUpBanner: (missed: number) => `Catching up: ${countEn(missed, "fact", "facts")} so far.`,
    catchingUpUncounted: "Catching up with what was missed.",
    readAgain: (at: string) => `The list was read again at ${at}.`,
    cursorAhead:
      "The gateway has another or an older database. Everything was read again; tell the gateway's administrator.",
    sectionGone: (section: string) => `“${section}” is no longer open to you.`,
    back: "The link is back.",
  },

  clock: {
    zone: "Almaty, UTC+5",
    slow: (by: string) => `This computer is ${by} slow. Terms are counted by the gateway's clock.`,
    fast: (by: string) => `This computer is ${by} fast. Terms are counted by the gateway's clock.`,
    unknown: "The gateway's clock is not known yet.",
  },

  sound: {
    on: "Sound is on",
    off: "Sound is off",
    turnOn: "Turn the sound on",
    turnOff: "Turn the sound off",
    test: "Try the sound",
    blocked: "The browser keeps this page silent until you click on it.",
  },

  language: "Language",
  theme: { label: "Appearance", system: "As the system", light: "Light", dark: "Dark" },
  person: {
    menu: (name: string) => `${name}: settings, lock, sign out`,
    lock: "Lock",
    signOut: "Sign out",
    endToken: "Sign out and end the token",
    endTokenWhy:
      "The token with which you signed in is not accepted any more, on this computer or any other, also in programs that use it. To sign in again you need a new one from the administrator of the national centre.",
    endTokenFailed: (says: string) => `The token has not been ended, and you are still signed in. ${says}`,
    of: (name: string, party: string) => `${name}, ${party}`,
  },

  receipt: {
    find: "Find a receipt by its key",
    key: "Submission key",
    act: "Find",
    none: "Nothing of your organisation was accepted under this key. If it has just been sent, look again in a moment.",
  },

  signIn: {
    title: "Sign in",
    token: "Access token",
    tokenHelp:
      "Paste the token that the administrator of the national centre gave you. It stays in the open tabs of the console and is forgotten when the last one is closed.",
    show: "Show the token",
    hide: "Hide the token",
    act: "Sign in",
    checking: "Checking…",
    empty: "Paste your token.",
    again: "Sign in again",
    ended: "Your token is no longer accepted. Paste a new one: everything beneath stays as you left it.",
    other: (name: string) => `This token is of somebody else. What you were writing belongs to ${name} and stays kept.`,
    signedOut: "You have signed out.",
    signedOutElsewhere: "You signed out in another window.",
    noRoles: "You have no role here. Ask the administrator of the national centre for one.",
  },
  lock: {
    title: "Locked",
    idle: "Nothing was pressed for 12 hours. What is shown goes on; to act, sign in again.",
    unlock: "Unlock",
  },

  errors: {
    title: "This did not work",
    unreachable: "The gateway does not answer. Check your network; the page tries again by itself.",
    refused: "The gateway refused.",
    busy: "The gateway is busy. Try again in a few seconds.",
    unknown: "Something failed in this page. Load it again: your drafts are kept.",
    requestId: (id: string) => `Number of the request, for the operator: ${id}`,
    tryAgain: "Try again",
    reload: "Load the page again",
    notFoundTitle: "There is nothing here",
    notFound: "Nothing was found at this address, or it is not open to you. Check the number.",
    notForYouTitle: "Not for your role",
    notForYou: (roles: string) =>
      `This needs another role. You have: ${roles}. Ask the administrator of the national centre.`,
    partMissing:
      "This part of the page could not be fetched: there is no link, or the gateway has been updated. Load the page again once there is a link: your drafts are kept.",
    noStorage:
      "This browser keeps no drafts (switched off in the settings, a private window, or no room left). Do not close the page before it is sent.",
  },

  states: {
    loading: "Loading…",
    stale: (at: string) => `As of ${at}`,
    newRows: (count: number) => `${count} new`,
    showNew: (count: number) => `Show ${count} new`,
    showMore: "Show more",
    of: (shown: string, all: string) => `${shown} of ${all}`,
  },

  drafts: {
    onThisDevice: "Draft on this device",
    saved: "saved",
    savedAt: (at: string) => `Saved ${at}`,
    saving: "Saving…",
    notSaved: "Not saved",
    key: "submission key",
    repeat: "sending again",
    repeatSafe: "safe: the same key",
    onSignOut: (count: number) =>
      `${countEn(count, "draft is", "drafts are")} kept on this device and not sent. Drafts are shown to nobody else in the console, but they lie here in clear.`,
    keepAll: "Keep the drafts and sign out",
    discardAll: "Throw them away and sign out",
    discard: "Throw the draft away",
    discardAsk: "Throw this draft away? It cannot be brought back.",
    otherTab: "This draft is open in another tab. Here it can only be read.",
    takeOver: "Write here instead",
    closeAndKeep: "Save and close",
  },

  sending: {
    sending: "Sending…",
    retrying: (seconds: number) =>
      `No answer yet. Trying again in ${seconds} s under the same key: nothing is recorded twice.`,
    accepted: "Accepted",
    repeated: "This had been accepted before: nothing was recorded again.",
    rejected: (count: number) => `The gateway found ${countEn(count, "fault", "faults")}. Nothing was lost.`,
    incomplete: (count: number) => `Not sent yet: ${countEn(count, "thing is", "things are")} missing.`,
    failed: "Not sent. The draft is kept; try again under the same key.",
    maybe: "It is not known whether this was recorded. Send it again: under the same key nothing is recorded twice.",
    conflict: "This key was accepted with other content. Correct what was accepted, or send this under a new key.",
    newKey: "Send under a new key",
    warnings: "Accepted, but look at this",
  },

  acts: {
    send: "Send",
    save: "Save",
    cancel: "Cancel",
    close: "Close",
    open: "Open",
    edit: "Edit",
    add: "Add",
    remove: "Remove",
    copy: "Copy",
    copied: "Copied",
    confirm: "Confirm",
    back: "Back",
    search: "Search",
    filter: "Filter",
    clearFilter: "Clear the filter",
    print: "Print",
    export: "Export",
  },

  keyboard: {
    title: "Keys",
    help: "All keys",
    palette: "Commands",
    palettePlaceholder: "What do you want to do?",
    paletteEmpty: "No such command.",
    everywhere: "Everywhere",
    lists: "In lists",
    forms: "In forms",
    here: "On this page",
    followedBy: "then",
    singleLetters: "Single letters as keys",
    singleLettersHelp: "Switch them off where they get in the way of speech input or another program.",
    row: "row",
    nextRow: "Next row",
    previousRow: "Previous row",
    openRow: "Open the row",
    search: "Search",
    goTo: (section: string) => `Go to: ${section}`,
    nextFault: "Next fault",
    previousFault: "Previous fault",
    sendForm: "Send",
    saveDraft: "Save the draft",
    copyNumber: "Copy the number",
    showNew: "Show what is new",
  },
};

export type Shell = typeof shell;
