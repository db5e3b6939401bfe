/** What a person chooses on this computer. */
export const settings = {
  title: "Settings",
  why: "These hold in this browser only, and at once.",
  language: "Language of the page and of the gateway's sentences",
  theme: "Appearance",
  keys: "Keys",
  sound: "Sound",
  soundOn: "The wall sounds when a term lapses and when a level 4 comes in",
  drafts: "Drafts",
  draftsOn: "Keep what I am writing on this device",
  draftsWhy:
    "Drafts lie here in clear for at most 30 days. Without them, what you are writing is lost when the page is closed.",
  draftsDiscard: "Throw away the drafts that are kept now",
  draftsForbidden:
    "The operator of this gateway lets no draft be kept in a browser. Send or copy what you write before you leave a form.",
  draftsNone: "No draft is kept.",
  wall: "Wall of monitors",
  wallWhy: "Without navigation and larger, for several monitors side by side. It needs no keyboard.",
  wallOpen: "Open the wall for monitors",
  wallParts: { horizon: "Horizon only", list: "What needs attention only", feed: "Feed only" },
};

export type Settings = typeof settings;
