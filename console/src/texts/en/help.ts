/** Help: keys, what the signs mean, whom to call. */
export const help = {
  title: "Help",
  begin: {
    title: "Where to begin",
    centre: "The wall shows what is late and what ends next. Nothing has to be pressed: it changes by itself.",
    soc: "“My shift” shows what you owe. N begins a new report; six fields, and the gateway has received it.",
    owner: "“My objects” shows what happened to your objects. “I know” says that you have been told.",
    none: "You have no role here. Ask the administrator of the national centre for one.",
  },
  signs: {
    title: "What the signs mean",
    levels: "Levels",
    standings: "Terms",
    marks: "Marks on the horizon",
    link: "Link to the gateway",
    linkLive: "What you see is what the gateway knows.",
    linkLost: "What was known last is shown, and the page tries again by itself.",
    linkCatching: "What was missed comes in its order.",
  },
  keys: {
    title: "Keys",
    why: "Letters are places on the keyboard: they work whichever alphabet is on.",
    off: "Single letters are switched off in the settings.",
    fields: {
      title: "In forms",
      send: "Send",
      save: "Save the draft",
      next: "Next fault",
      previous: "Previous fault",
    },
    list: {
      title: "In lists",
      open: "Open",
      back: "Back, or close what is on top",
      newRows: "Show what is new",
      copy: "Copy the number",
      search: "Search",
    },
    wall: {
      title: "On the wall",
      acknowledge: "Acknowledge an alarm",
      waive: "Waive a duty",
      parts: "To the parts of the wall",
    },
    acts: { report: "New report", answer: "Answer a notification", owner: "Tell the owner" },
  },
  trouble: {
    title: "When something is wrong",
    link: "No link: look at your network. Terms run on; report by telephone and enter it later.",
    token: "The token has ended: paste a new one over the page. What you were writing stays.",
    clock: "The computer's clock is wrong: the page says so, and counts by the gateway's clock.",
    refused: "The gateway refuses: each sentence stands at its field with the rule. Nothing typed is lost.",
    again: "It is not known whether it was sent: send it again. Under the same key nothing is recorded twice.",
  },
  call: {
    title: "Whom to call",
    noPhone: "No telephone number is registered. Ask the administrator of the national centre.",
    owner: "Your SOC's duty officer: the number is in the mails about your incidents.",
    gateway: "When the page says that the gateway is at fault, tell its administrator the number of the request.",
  },
};

export type Help = typeof help;
