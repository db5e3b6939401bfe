import type { Severity } from "../incident-card.js";
import type { Instant } from "../instant.js";
import type { About, Means, Obligation, Regimes } from "../obligations.js";

/** An object that an incident harmed: a registered one by its id, any other by its description (F6). */
export interface ObjectName {
  readonly objectId: string | null;
  readonly description: string | null;
}

/** From when (included) to when (not included; null: open). */
export interface Period {
  readonly from: Instant;
  readonly until: Instant | null;
}

/** The same in milliseconds, as the database tells it: null for what has no beginning, or no end yet. */
export interface PeriodInMilliseconds {
  readonly from: number | null;
  readonly until: number | null;
}

/** An object as a report or a card names it. */
export interface NamedObject extends ObjectName {
  /** When it is an e-government or critical object, so that R9.2 holds for it (L9); what is only described: always, or never. */
  readonly protectedIn: readonly Period[];
  /** True for what is described without being known whether it is one: that opens nothing, and closes nothing (F25). */
  readonly isUnknown?: boolean;
}

/** Who was told of an incident on an object: when that party was its owner, and whether the register named it when it was told. */
export interface Told {
  readonly ownedIn: readonly Period[];
  readonly wasOwner: boolean;
}

/** One thing that was said of an incident, as far as terms and level are concerned. */
export interface Statement {
  readonly said:
    | "REPORT"
    | "CARD"
    | "REVIEW"
    | "OWNER_NOTIFIED"
    | "CORRECTION"
    | "LED_BY"
    | "RECEIVED_OTHERWISE"
    | "OBJECT_LINKED"
    | "WAIVED";
  /** "Sent" is received by the gateway (L1). */
  readonly receivedAt: Instant;
  /** The confirmation that a report or card declares, or to which the national centre corrects it. */
  readonly confirmedAt?: Instant;
  /** The path of that confirmation in the input, for a warning about it. */
  readonly confirmedAtPath?: readonly string[];
  /** CARD: when the incident occurred. */
  readonly occurredAt?: Instant;
  readonly severity?: Severity | null;
  /** REPORT, CARD: what the incident harmed. */
  readonly objects?: readonly NamedObject[];
  /** OWNER_NOTIFIED: whose owner or holder was notified, when, and how that is known (L8). */
  readonly owner?: {
    readonly of: ObjectName;
    readonly notifiedAt: Instant;
    readonly means: Means;
    /** Who was told; absent: the one to whom it is owed, as the SOC says. */
    readonly told?: Told | null;
  };
  /** LED_BY: a notification that led to the incident; `isOwed` where its card is a duty of this incident's own (L21). */
  readonly notification?: {
    readonly id: string;
    readonly availableAt: Instant;
    readonly isOwed: boolean;
    /** When it was withdrawn; null where it was not (L19). */
    readonly withdrawnAt: Instant | null;
  };
  /** RECEIVED_OTHERWISE: the duty that was met by another way, and when that reached the national centre (L22). */
  readonly otherwise?: {
    readonly id: string;
    readonly duty: Pick<Obligation, "rule" | keyof About>;
    readonly at: Instant;
  };
  /** OBJECT_LINKED: the registered object that a description is (L9), and when that is protected. */
  readonly link?: {
    readonly description: string;
    readonly objectId: string;
    readonly protectedIn: readonly Period[];
    /** When it was taken back as made in error; null where it stands. */
    readonly takenBackAt: Instant | null;
  };
  /** WAIVED: the duty that the national centre waived, or that its SOC closed, because a correction had left it over (F25). */
  readonly waived?: { readonly duty: Pick<Obligation, "rule" | keyof About>; readonly isBySoc: boolean };
}

/** The part of an incident on which its terms depend. */
export interface Dossier {
  /** The earliest confirmation that the SOC has declared (L4), or the one to which the national centre corrected it. */
  readonly confirmedAt: Instant;
  /** True where that is before the terms were in force (L15). */
  readonly isBeforeTerms: boolean;
  /** The confirmation from which duties run: the same one, or the earliest under the terms (L15); null where none is. */
  readonly runsFrom: Instant | null;
  /** True once the national centre has corrected it: no statement of a SOC moves it any more (L4). */
  readonly isCorrected: boolean;
  /** When it occurred, by the latest card; null before the first one. */
  readonly occurredAt: Instant | null;
  /** The latest statement on the level (L10); null where no statement has named one. */
  readonly severity: Severity | null;
  readonly obligations: readonly Obligation[];
  /** All that was said, in the order of receipt: what follows from it is judged anew with every statement. */
  readonly statements: readonly Statement[];
}

/** Under which terms an incident is judged. */
export interface Terms {
  /** L15: confirmations before it open nothing. */
  readonly inForceFrom: Instant;
  readonly regimes?: Regimes;
}
