import type { SubmissionAct } from "../facts.js";
import { INDICATOR_TYPES } from "../indicator.js";
import { MARKINGS, type Marking } from "../notification.js";

/**
 * R13.2: what is only given out, member by member in its order: receipts, verdicts of trials, notifications, summaries of batches. From
 * here come what writes it, its XML Schema and its JSON Schema in OpenAPI.
 */

/** What a member holds. XML has a list as elements named `item`, one after the other, or (`isWrapped`) within one named like the member. */
export type OutgoingShape =
  | { readonly is: "text" | "instant" | "count" | "milliseconds" | "position" | "flag" }
  | { readonly is: "choice"; readonly values: readonly string[] }
  | { readonly is: "list"; readonly item: string; readonly of: OutgoingRecord; readonly isWrapped?: true }
  | OutgoingRecord;

export interface OutgoingRecord {
  readonly is: "record";
  /** What OpenAPI names it; absent: it is described where it stands. */
  readonly name?: string;
  readonly about?: string;
  readonly members: Readonly<Record<string, OutgoingMember>>;
}

/** What may stand by itself: in XML as this element. */
export interface OutgoingRoot<Held> extends OutgoingRecord {
  readonly element: string;
  readonly members: Described<Held>;
}

export interface OutgoingMember {
  readonly shape: OutgoingShape;
  /** In English, for programmers. */
  readonly about?: string;
  readonly isOptional?: true;
  /** Where XML has it; absent: in an element of its own. */
  readonly inXml?: "attribute" | "content";
}

/** A description of every member of `Held`, of which those are optional that may be absent. */
type Described<Held> = {
  readonly [Name in keyof Required<Held>]: OutgoingMember &
    (Partial<Pick<Held, Name>> extends Pick<Held, Name>
      ? { readonly isOptional: true }
      : { readonly isOptional?: never });
};

function record<Held>(members: Described<Held>, more: Pick<OutgoingRecord, "name" | "about"> = {}): OutgoingRecord {
  return { is: "record", ...more, members };
}

function root<Held>(
  element: string,
  members: Described<Held>,
  more: Required<Pick<OutgoingRecord, "name" | "about">>,
): OutgoingRoot<Held> {
  return { is: "record", element, ...more, members };
}

const text = { is: "text" } as const;
const instant = { is: "instant" } as const;
const count = { is: "count" } as const;

const ATTRIBUTE = "attribute";

/** A doubtful value of what was accepted. */
export interface ReceiptWarning {
  readonly rule: string;
  readonly pointer: string;
  readonly message: string;
}

const WARNING = record<ReceiptWarning>(
  {
    rule: { shape: text, inXml: ATTRIBUTE, about: "The rule's id (docs/statute.md)." },
    pointer: {
      shape: text,
      inXml: ATTRIBUTE,
      about: "RFC 6901, over the document's model in both formats; empty where the whole is meant.",
    },
    message: { shape: text, inXml: "content", about: "What is doubtful, in the language of Accept-Language." },
  },
  { name: "Warning", about: "A doubtful but accepted value." },
);

const WARNINGS = { shape: { is: "list", item: "warning", of: WARNING } } as const;

/** A duty of the incident that a receipt is about. */
export interface ReceiptDuty {
  readonly rule: string;
  readonly object?: string;
  readonly startsAt: string;
  readonly dueAt: string;
  readonly metAt?: string;
  readonly lateMs?: number;
}

const DUTY = record<ReceiptDuty>(
  {
    rule: { shape: text, inXml: ATTRIBUTE, about: "The term's rule (docs/statute.md)." },
    object: {
      shape: text,
      inXml: ATTRIBUTE,
      isOptional: true,
      about: "R9.2: the object, by its code or its description.",
    },
    startsAt: { shape: instant, inXml: ATTRIBUTE, about: "From when the term runs." },
    dueAt: { shape: instant, inXml: ATTRIBUTE, about: "When it ends." },
    metAt: { shape: instant, inXml: ATTRIBUTE, isOptional: true, about: "Absent while it is open." },
    lateMs: {
      shape: { is: "milliseconds" },
      inXml: ATTRIBUTE,
      isOptional: true,
      about: "Milliseconds past the term; absent where it was met in time or is open.",
    },
  },
  { name: "Duty" },
);

/** What was accepted, when, under which hash, and how the duties of its incident stand. */
export interface Receipt {
  readonly submissionKey: string;
  readonly isRepeated: boolean;
  readonly id: string;
  readonly act: SubmissionAct;
  readonly soc: string;
  readonly number?: string;
  readonly revision?: number;
  readonly location?: string;
  readonly receivedAt: string;
  readonly contentHash: string;
  readonly position: number;
  readonly entryHash: string;
  readonly arrivedAt?: string;
  readonly mtime?: string;
  readonly duties: readonly ReceiptDuty[];
  readonly warnings: readonly ReceiptWarning[];
}

export const RECEIPT = root<Receipt>(
  "receipt",
  {
    submissionKey: { shape: text, inXml: ATTRIBUTE, about: "The key under which it was sent." },
    isRepeated: { shape: { is: "flag" }, inXml: ATTRIBUTE, about: "The same had been accepted before." },
    id: { shape: text, about: "Opaque." },
    act: { shape: text, about: "What it was: card.submit, card.amend, incident.report and so on." },
    soc: { shape: text, about: "The SOC's code." },
    number: { shape: text, isOptional: true, about: "The incident's number, where it is about one." },
    revision: { shape: count, isOptional: true, about: "Of a card or an analysis." },
    location: {
      shape: text,
      isOptional: true,
      about: "Where the document is from now on; absent where it has no address of its own.",
    },
    receivedAt: { shape: instant, about: "By the gateway's clock; terms are compared with it." },
    contentHash: { shape: text, about: "SHA-256 of the canonical content (RFC 8785), hexadecimal." },
    position: { shape: { is: "position" }, about: "In the audit chain." },
    entryHash: { shape: text, about: "The chain's hash at that position, hexadecimal." },
    arrivedAt: {
      shape: instant,
      isOptional: true,
      about: "In the reserve folder alone: since when the file was there.",
    },
    mtime: {
      shape: instant,
      isOptional: true,
      about: "In the reserve folder alone: when its sender says to have written it.",
    },
    duties: { shape: { is: "list", item: "duty", of: DUTY }, about: "The incident's, as they stand." },
    warnings: WARNINGS,
  },
  {
    name: "Receipt",
    about: "What was accepted, when, under which hash, where it is in the audit chain, and how the duties stand.",
  },
);

/** What a trial comes to: that it would be accepted, and with which warnings. */
export type Verdict = Pick<Receipt, "act" | "warnings">;

export const VERDICT = root<Verdict>(
  "verdict",
  {
    act: { shape: text, inXml: ATTRIBUTE, about: "What it would be: card.submit and so on." },
    warnings: WARNINGS,
  },
  { name: "Verdict", about: "That a document would be accepted." },
);

/** A notification as the one who reads it was told it (R12.1). */
export interface ToldNotification {
  readonly number: string;
  readonly id: string;
  readonly cursor?: string;
  readonly about: { readonly kind: string; readonly number?: string };
  readonly follows?: { readonly as: "SUPPLEMENT" | "WITHDRAWAL"; readonly number: string };
  readonly marking: Marking;
  readonly text: string;
  readonly indicators: readonly { readonly type: string; readonly value: string }[];
  readonly availableAt: string;
  readonly answerDueAt?: string;
}

export const NOTIFICATION = root<ToldNotification>(
  "notification",
  {
    number: { shape: text, inXml: ATTRIBUTE, about: "The notification's own number." },
    id: { shape: text, inXml: ATTRIBUTE, about: "Opaque." },
    cursor: { shape: text, inXml: ATTRIBUTE, isOptional: true, about: "In a list: its position, for `after`." },
    about: {
      shape: record<ToldNotification["about"]>({
        kind: { shape: { is: "choice", values: ["THREAT", "EVENT", "INCIDENT"] }, inXml: ATTRIBUTE },
        number: { shape: text, inXml: ATTRIBUTE, isOptional: true, about: "Of what it is about." },
      }),
    },
    follows: {
      shape: record<NonNullable<ToldNotification["follows"]>>({
        as: { shape: { is: "choice", values: ["SUPPLEMENT", "WITHDRAWAL"] }, inXml: ATTRIBUTE },
        number: { shape: text, inXml: ATTRIBUTE, about: "Of the notification that it follows." },
      }),
      isOptional: true,
    },
    marking: { shape: { is: "choice", values: MARKINGS }, about: "TLP 2.0." },
    text: { shape: text, about: "What is told." },
    indicators: {
      shape: {
        is: "list",
        item: "indicator",
        isWrapped: true,
        of: record<ToldNotification["indicators"][number]>({
          type: { shape: { is: "choice", values: INDICATOR_TYPES }, inXml: ATTRIBUTE },
          value: { shape: text, inXml: "content" },
        }),
      },
    },
    availableAt: {
      shape: instant,
      about: "To a SOC when it became available to it (L16), to the national centre when it was sent.",
    },
    answerDueAt: {
      shape: instant,
      isOptional: true,
      about: "By when this SOC has to answer; absent where nothing is owed.",
    },
  },
  { name: "Notification", about: "A notification as the one who reads it was told it (R12.1)." },
);

/** How many items of a batch were read, and what became of them. */
export interface Summary {
  readonly read: number;
  readonly accepted: number;
  readonly repeated: number;
  readonly refused: number;
  readonly isComplete: boolean;
}

export const SUMMARY = record<Summary>({
  read: { shape: count, inXml: ATTRIBUTE, about: "Documents." },
  accepted: { shape: count, inXml: ATTRIBUTE, about: "Anew; also those whose receipt is not ready yet." },
  repeated: { shape: count, inXml: ATTRIBUTE, about: "Accepted before." },
  refused: { shape: count, inXml: ATTRIBUTE, about: "Each with its problem." },
  isComplete: { shape: { is: "flag" }, inXml: ATTRIBUTE, about: "All that was sent has been read." },
});
