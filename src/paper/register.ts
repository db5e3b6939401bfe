import type { Instant } from "../domain/instant.js";
import type { Days, Entries, RegisterName } from "../domain/registers.js";
import { dutyWithRule } from "../domain/wording/duty-mail.js";
import { SEVERITY_LABELS, TYPE_LABELS } from "../domain/wording/labels.js";
import { writeDate, writeTime, writeTimeInTable } from "../domain/wording/times.js";
import type { Locale } from "../domain/wording/wording.js";
import {
  inLocale,
  OUTCOME_WORDS,
  REGISTER_TITLES,
  REGISTER_WORDS,
  TOPIC_WORDS,
  WAIVED_BY_WORDS,
  WAY_WORDS,
  writePeriod,
} from "./register-words.js";
import type { Column, Sheet } from "./sheet.js";
import { NOTHING, wordsIn } from "./words.js";

/** What a cell of a register holds: words, an instant, or nothing. */
export type Held = string | Instant | null;

/** A register over a period, in one language: printed by `registerSheet`, given out as CSV by `toCsv`. */
export interface Register {
  readonly locale: Locale;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Held[])[];
  /** Whose it is and of which days, as it is printed. */
  readonly scope: string;
  readonly period: string;
}

type Cells<Entry> = readonly {
  readonly label: keyof typeof REGISTER_WORDS;
  readonly share: number;
  readonly of: (entry: Entry, locale: Locale) => Held;
}[];

/** The columns of each register, in their order. */
const COLUMNS: { readonly [Name in RegisterName]: Cells<Entries[Name]> } = {
  incidents: [
    { label: "incident", share: 14, of: ({ number }) => number },
    { label: "soc", share: 9, of: ({ soc }) => soc },
    { label: "type", share: 12, of: ({ type }, locale) => inLocale(TYPE_LABELS, type, locale) },
    { label: "severity", share: 11, of: ({ severity }, locale) => inLocale(SEVERITY_LABELS, severity, locale) },
    { label: "confirmedAt", share: 10, of: ({ confirmedAt }) => confirmedAt },
    { label: "notifiedAt", share: 10, of: ({ notifiedAt }) => notifiedAt },
    { label: "cardAt", share: 10, of: ({ cardAt }) => cardAt },
    { label: "objects", share: 15, of: ({ objects }) => objects.join("; ") || null },
    { label: "retractedAt", share: 10, of: ({ retractedAt }) => retractedAt },
  ],
  notifications: [
    { label: "notification", share: 14, of: ({ number }) => number },
    { label: "topic", share: 14, of: ({ topic }, locale) => inLocale(TOPIC_WORDS, topic, locale) },
    { label: "follows", share: 14, of: ({ follows }) => follows },
    { label: "recipient", share: 12, of: ({ recipient }) => recipient },
    { label: "availableAt", share: 12, of: ({ availableAt }) => availableAt },
    { label: "acknowledgedAt", share: 12, of: ({ acknowledgedAt }) => acknowledgedAt },
    { label: "dueAt", share: 12, of: ({ dueAt }) => dueAt },
    { label: "answeredAt", share: 12, of: ({ answeredAt }) => answeredAt },
  ],
  "owners-notified": [
    { label: "incident", share: 14, of: ({ incident }) => incident },
    { label: "soc", share: 10, of: ({ soc }) => soc },
    { label: "object", share: 17, of: ({ object }) => object },
    { label: "owner", share: 18, of: ({ owner }) => owner },
    { label: "way", share: 11, of: ({ way }, locale) => inLocale(WAY_WORDS, way, locale) },
    { label: "toldAt", share: 10, of: ({ toldAt }) => toldAt },
    { label: "recordedAt", share: 10, of: ({ recordedAt }) => recordedAt },
    { label: "dueAt", share: 10, of: ({ dueAt }) => dueAt },
  ],
  waivers: [
    { label: "of", share: 14, of: ({ of }) => of },
    { label: "soc", share: 10, of: ({ soc }) => soc },
    { label: "duty", share: 16, of: ({ duty, rule }, locale) => dutyWithRule({ kind: duty, rule }, locale) },
    { label: "object", share: 15, of: ({ object }) => object },
    { label: "decidedAt", share: 10, of: ({ waivedAt }) => waivedAt },
    { label: "waivedBy", share: 10, of: ({ isBySoc }, locale) => WAIVED_BY_WORDS[isBySoc ? "SOC" : "CENTRE"][locale] },
    { label: "reason", share: 25, of: ({ reason }) => reason },
  ],
  corrections: [
    { label: "incident", share: 11, of: ({ incident }) => incident },
    { label: "soc", share: 8, of: ({ soc }) => soc },
    { label: "askedAt", share: 9, of: ({ askedAt }) => askedAt },
    { label: "askedFor", share: 10, of: ({ askedFor }) => askedFor },
    { label: "grounds", share: 12, of: ({ grounds }) => grounds },
    { label: "decidedAt", share: 9, of: ({ decidedAt }) => decidedAt },
    { label: "outcome", share: 10, of: ({ outcome }, locale) => inLocale(OUTCOME_WORDS, outcome, locale) },
    { label: "previous", share: 10, of: ({ previous }) => previous },
    { label: "correctedTo", share: 10, of: ({ correctedTo }) => correctedTo },
    { label: "reason", share: 11, of: ({ reason }) => reason },
  ],
  retractions: [
    { label: "incident", share: 14, of: ({ incident }) => incident },
    { label: "soc", share: 10, of: ({ soc }) => soc },
    { label: "askedAt", share: 10, of: ({ askedAt }) => askedAt },
    { label: "grounds", share: 23, of: ({ grounds }) => grounds },
    { label: "decidedAt", share: 10, of: ({ decidedAt }) => decidedAt },
    { label: "outcome", share: 10, of: ({ outcome }, locale) => inLocale(OUTCOME_WORDS, outcome, locale) },
    { label: "reason", share: 23, of: ({ reason }) => reason },
  ],
};

/** What is asked for: of one SOC (by what it is called) or of the whole country (null), over days that both count. */
export interface Asked extends Days {
  readonly locale: Locale;
  readonly soc: string | null;
}

/** The register `name` of `entries`, in their order. */
export function registerOf<Name extends RegisterName>(
  name: Name,
  entries: readonly Entries[Name][],
  { locale, soc, from, until }: Asked,
): Register {
  const words = wordsIn(REGISTER_WORDS, locale);
  const cells: Cells<Entries[Name]> = COLUMNS[name];
  return {
    locale,
    title: REGISTER_TITLES[name][locale],
    columns: cells.map(({ label, share }) => ({ label: words[label], share })),
    rows: entries.map((entry) => cells.map(({ of }) => of(entry, locale))),
    scope: soc ?? words.country,
    period: writePeriod(writeDate(from, locale), writeDate(until, locale)),
  };
}

/** A register as it is printed; `takenAt` is when it was taken out, which is an entry in the journal too. */
export function registerSheet(register: Register, takenAt: Instant): Sheet {
  const { locale, title, columns, rows, scope, period } = register;
  const words = wordsIn(REGISTER_WORDS, locale);
  const shown = (held: Held): string =>
    held === null ? NOTHING : typeof held === "number" ? writeTimeInTable(held, locale) : held;
  return {
    locale,
    title,
    origin: null,
    running: `${title} · ${period}`,
    foot: `${words.takenAt}: ${writeTime(takenAt, locale)}`,
    at: takenAt,
    orientation: "landscape",
    facts: [
      { label: words.scope, text: scope },
      { label: words.period, text: period },
      { label: words.count, text: String(rows.length) },
      { label: words.takenAt, text: writeTime(takenAt, locale) },
    ],
    code: null,
    form: [],
    closing: null,
    tables: [{ title: null, table: { columns, rows: rows.map((row) => row.map(shown)), nothing: words.nothing } }],
    attached: null,
  };
}
