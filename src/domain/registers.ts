import type { RequestOutcome } from "./decisions.js";
import type { IncidentType, Severity } from "./incident-card.js";
import { after, DAY, dayInAlmaty, type Instant, type LocalDate } from "./instant.js";
import type { Topic } from "./notification.js";
import type { ObligationKind, Term } from "./obligations.js";
import type { OwnerChannel } from "./parties.js";
import { Refusal } from "./refusal.js";
import { say } from "./wording/wording.js";

/**
 * Registers over a period (R13.2). What puts an entry into a period is the instant at which the gateway recorded what the entry
 * begins with, by its own clock: the first report or card of an incident, a notification to its recipient, the word that an owner was
 * notified, a waiver, a request for a correction or a retraction (or a correction without one). That never changes: confirmations are
 * corrected and statements come late, but every entry is in one period for ever, and periods that follow each other add up.
 */
export const REGISTER_NAMES = [
  "incidents",
  "notifications",
  "owners-notified",
  "waivers",
  "corrections",
  "retractions",
] as const;
export type RegisterName = (typeof REGISTER_NAMES)[number];

/** What the registers list, each entry in a row. */
export interface Entries {
  readonly incidents: {
    readonly number: string;
    readonly soc: string;
    readonly type: IncidentType;
    readonly severity: Severity | null;
    readonly confirmedAt: Instant;
    /** When the national centre was notified (R9.1), and when the first card reached it (R9.3). */
    readonly notifiedAt: Instant;
    readonly cardAt: Instant | null;
    /** Codes of those that are registered and that one may see, descriptions of the others. */
    readonly objects: readonly string[];
    readonly retractedAt: Instant | null;
  };
  /** One for each recipient of each notification. */
  readonly notifications: {
    readonly number: string;
    readonly topic: Topic;
    /** The number of the notification that this one adds to or withdraws. */
    readonly follows: string | null;
    readonly recipient: string;
    readonly availableAt: Instant;
    readonly acknowledgedAt: Instant | null;
    readonly dueAt: Instant | null;
    readonly answeredAt: Instant | null;
  };
  readonly "owners-notified": {
    readonly incident: string;
    readonly soc: string;
    readonly object: string | null;
    readonly owner: string | null;
    /** By the SOC itself over a channel, by a delivery of the gateway, or as the owner itself acknowledged (L8). */
    readonly way: OwnerChannel | "GATEWAY" | "ACKNOWLEDGEMENT";
    readonly toldAt: Instant;
    readonly recordedAt: Instant;
    readonly dueAt: Instant | null;
  };
  readonly waivers: {
    /** The number of the incident or of the notification. */
    readonly of: string;
    readonly soc: string;
    readonly duty: ObligationKind;
    readonly rule: Term["rule"];
    readonly object: string | null;
    readonly waivedAt: Instant;
    /** Whether its SOC closed it (F25). */
    readonly isBySoc: boolean;
    readonly reason: string;
  };
  readonly corrections: {
    readonly incident: string;
    readonly soc: string;
    /** Null, as what is asked for and why, where the national centre corrected it of itself. */
    readonly askedAt: Instant | null;
    readonly askedFor: Instant | null;
    readonly grounds: string | null;
    readonly decidedAt: Instant | null;
    readonly outcome: RequestOutcome;
    /** The confirmation before it was corrected, and since. */
    readonly previous: Instant | null;
    readonly correctedTo: Instant | null;
    readonly reason: string | null;
  };
  readonly retractions: {
    readonly incident: string;
    readonly soc: string;
    readonly askedAt: Instant;
    readonly grounds: string;
    readonly decidedAt: Instant | null;
    readonly outcome: RequestOutcome;
    readonly reason: string | null;
  };
}

/** Days of Asia/Almaty, both counted. */
export interface Days {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** The longest period: a leap year. */
export const MOST_DAYS = 366;

/** Throws BAD_USER_INPUT, at `until`, for days that run backwards or are too many. */
export function expectDays({ from, until }: Days): void {
  const days = (midnight(until) - midnight(from)) / DAY + 1;
  if (days >= 1 && days <= MOST_DAYS) return;
  throw new Refusal("BAD_USER_INPUT", say("daysUnfit", { from, most: MOST_DAYS }), ["until"]);
}

/** From when until before when these days are. */
export function spanOf({ from, until }: Days): { readonly begins: Instant; readonly ends: Instant } {
  const next = new Date(midnight(until) + DAY).toISOString().slice(0, 10);
  // Dates have years of four digits: after the last one no clock is changed.
  const ends = until === "9999-12-31" ? after(dayInAlmaty(until), DAY) : dayInAlmaty(next as LocalDate);
  return { begins: dayInAlmaty(from), ends };
}

function midnight(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00.000Z`);
}
