import type { Announcement } from "./facts.js";
import { after, HOUR, instant, MINUTE, type Instant } from "./instant.js";

/** What a SOC can owe. */
export const OBLIGATION_KINDS = [
  "NOTIFY_CENTRE",
  "NOTIFY_OWNER",
  "SUBMIT_CARD",
  "ANSWER_NOTIFICATION",
  "REVIEW_SEVERITY",
] as const;
export type ObligationKind = (typeof OBLIGATION_KINDS)[number];

export const STANDINGS = ["RUNNING", "MET", "MET_LATE", "OVERDUE", "WAIVED"] as const;
export type Standing = (typeof STANDINGS)[number];

/** What duties can be counted by. */
export const OBLIGATION_DIMENSIONS = ["SOC", "RULE", "STANDING"] as const;
export type ObligationDimension = (typeof OBLIGATION_DIMENSIONS)[number];

/** A statutory time: what must be done within `length` milliseconds of its start. */
export interface Term {
  readonly kind: ObligationKind;
  readonly rule: "R9.1" | "R9.2" | "R9.3" | "R9.4" | "R9.5" | "R9.6" | "RA.1";
  readonly length: number;
}

/** The terms that run from an incident's earliest declared confirmation (L4). The SOC is the obligor of each. */
export const CONFIRMATION_TERMS = {
  NOTIFY_CENTRE: { kind: "NOTIFY_CENTRE", rule: "R9.1", length: 15 * MINUTE },
  NOTIFY_OWNER: { kind: "NOTIFY_OWNER", rule: "R9.2", length: 15 * MINUTE },
  SUBMIT_CARD: { kind: "SUBMIT_CARD", rule: "R9.3", length: 72 * HOUR },
  REVIEW_SEVERITY: { kind: "REVIEW_SEVERITY", rule: "RA.1", length: 48 * HOUR },
} as const satisfies Record<string, Term>;

/** The terms that run from the moment at which a notification became available to the SOC (L16), by what it is about. */
export const ANSWER_TERMS = {
  THREAT: { kind: "ANSWER_NOTIFICATION", rule: "R9.4", length: 72 * HOUR },
  EVENT: { kind: "ANSWER_NOTIFICATION", rule: "R9.5", length: 72 * HOUR },
  INCIDENT: { kind: "ANSWER_NOTIFICATION", rule: "R9.6", length: 72 * HOUR },
} as const satisfies Record<string, Term>;

/** The terms as one version of the order sets them. Another version is another regime, and nothing else. */
export interface Regime {
  /** They apply to what begins at this instant or later; those of the earliest regime also to what began before. */
  readonly from: Instant;
  readonly confirmation: Readonly<Record<keyof typeof CONFIRMATION_TERMS, Term>>;
  readonly answer: Readonly<Record<keyof typeof ANSWER_TERMS, Term>>;
}

/** One regime and those that came after it. */
export type Regimes = readonly [Regime, ...Regime[]];

/**
 * L15: the earliest instant at which the amendment can have been in force. Registered on 19 January 2026, in force ten calendar
 * days after its first official publication: 30 January 2026, 00:00 in Almaty.
 */
export const EARLIEST_IN_FORCE = instant(Date.UTC(2026, 0, 29, 19));

/** What begins under one regime keeps its terms when the next one comes. This one: No. 17/НҚ of 14 January 2026. */
export const REGIMES: Regimes = [{ from: EARLIEST_IN_FORCE, confirmation: CONFIRMATION_TERMS, answer: ANSWER_TERMS }];

/** The regime that applies to what begins at `at`. */
export function regimeAt(at: Instant, regimes: Regimes = REGIMES): Regime {
  return regimes.findLast(({ from }) => from <= at) ?? regimes[0];
}

/** The rules that set a term. */
export const TERM_RULES = [...Object.values(CONFIRMATION_TERMS), ...Object.values(ANSWER_TERMS)].map(
  ({ rule }): Term["rule"] => rule,
);

/** What can meet a duty, as it is counted: some ways are the SOC's bare statement, or leave what they are about open. */
export const MEANS = [
  "REPORT",
  "CARD",
  "REVIEW",
  "REVIEW_LEFT_UNDETERMINED",
  "DELIVERY",
  "OWNER_ACKNOWLEDGEMENT",
  "SOC_STATEMENT",
  "ANALYSIS",
  "DENIAL",
  "RECEIVED_OTHERWISE",
] as const;
export type Means = (typeof MEANS)[number];

/** What one duty of a SOC is about, beside its incident: with rule and incident this distinguishes it from any other. */
export interface About {
  /** R9.2 only: the registered object whose owner must be notified. */
  readonly objectId: string | null;
  /** R9.2 only: the description of an object that is not registered. */
  readonly objectDescription: string | null;
  /** R9.4 to R9.6: the notification that asks for the answer. */
  readonly notificationId: string | null;
}

const NOTHING_ELSE: About = { objectId: null, objectDescription: null, notificationId: null };

/** A duty running under a term. */
export interface Obligation extends About {
  readonly kind: ObligationKind;
  readonly rule: Term["rule"];
  readonly startsAt: Instant;
  readonly dueAt: Instant;
  readonly dischargedAt: Instant | null;
  /** What met it; null until something has. */
  readonly metBy: Means | null;
  readonly waivedAt: Instant | null;
  /** True where nothing but a confirmation or a register entry opened it that has been corrected since: it never was (L23). */
  readonly isVoid: boolean;
}

/** Opens a duty under a term that runs from `startsAt`. */
export function open(term: Term, startsAt: Instant, about: Partial<About> = {}): Obligation {
  const { kind, rule, length } = term;
  const dueAt = after(startsAt, length);
  const untouched = { dischargedAt: null, metBy: null, waivedAt: null, isVoid: false };
  return { ...NOTHING_ELSE, ...about, kind, rule, startsAt, dueAt, ...untouched };
}

/**
 * By what an object is known for the same in two statements: a registered one by its id, any other by its description, whatever
 * its capitals and spaces.
 */
export function objectKey(objectId: string | null, description: string | null): string | null {
  return objectId ?? (description === null ? null : `"${description.trim().replaceAll(/\s+/g, " ").toLowerCase()}`);
}

/** One text for each duty of an incident, or of a notification and SOC: the same duties have the same. */
export function dutyKey(duty: Pick<Obligation, "rule" | keyof About>): string {
  return JSON.stringify([duty.rule, objectKey(duty.objectId, duty.objectDescription), duty.notificationId]);
}

/** Whether two duties of one incident, or of one notification and SOC, are the same one. */
export function isSame(
  one: Pick<Obligation, "rule" | keyof About>,
  other: Pick<Obligation, "rule" | keyof About>,
): boolean {
  return (
    one.rule === other.rule &&
    objectKey(one.objectId, one.objectDescription) === objectKey(other.objectId, other.objectDescription) &&
    one.notificationId === other.notificationId
  );
}

/**
 * The duty met at `at`, or as early as it had been met before. What was waived is met afterwards only by what came in time: it
 * was no longer owed.
 */
export function discharge(obligation: Obligation, at: Instant, metBy: Means): Obligation {
  const { waivedAt, dischargedAt, dueAt, isVoid } = obligation;
  if (isVoid) return obligation;
  if (dischargedAt !== null && dischargedAt <= at) return obligation;
  if (waivedAt !== null && at > waivedAt && at > dueAt) return obligation;
  return { ...obligation, dischargedAt: at, metBy };
}

/** The duty no longer owed from `at` on, unless it was met or waived before. */
export function waive(obligation: Obligation, at: Instant): Obligation {
  return isOpen(obligation) ? { ...obligation, waivedAt: at } : obligation;
}

/**
 * A duty judged anew by `meet`, as if nothing had met it yet. L19: one about a notification that was withdrawn is no longer owed
 * from then on, whatever opens it or what met it was taken back; what had met it before goes on meeting it. `withdrawnAt` is null
 * for any other.
 */
export function judgedAnew(
  known: Obligation,
  withdrawnAt: Instant | null,
  meet: (duty: Obligation) => Obligation,
): Obligation {
  const unmet = { ...known, dischargedAt: null, metBy: null };
  if (withdrawnAt === null || known.waivedAt !== null) return meet(unmet);
  const met = meet({ ...unmet, waivedAt: withdrawnAt });
  // Two gateways' clocks may differ: what met it then may carry a later instant than the withdrawal.
  const before = known.dischargedAt === null ? met : meet(unmet);
  if (before.dischargedAt !== null && before.dischargedAt === known.dischargedAt) return before;
  return met.dischargedAt !== null && met.dischargedAt <= withdrawnAt ? { ...met, waivedAt: null } : met;
}

/** What makes a duty late, and so what undoes it: times that a SOC said, the centre's correction, a link, what was taken back. */
export type Cause = "TIMES" | "CORRECTION" | "LINK" | "TAKEN_BACK";

/** Whether the duty is neither met nor waived, nor void. */
export function isOpen({ dischargedAt, waivedAt, isVoid }: Obligation): boolean {
  return dischargedAt === null && waivedAt === null && !isVoid;
}

/**
 * When the clock has to announce that the duty is due soon and that it is overdue: `lead` milliseconds before its end, and with
 * the first instant that is no longer in time (L1). A term shorter than its lead is due soon from its start. The clock
 * announces; it decides nothing: `standing` alone does.
 */
export function announcedAt(
  { startsAt, dueAt }: Pick<Obligation, "startsAt" | "dueAt">,
  lead: number,
): Readonly<Record<Announcement, Instant>> {
  return { DUE_SOON: Math.max(startsAt, dueAt - lead) as Instant, OVERDUE: after(dueAt, 1) };
}

/** The duty's standing at `now`. The last instant of a term is in time (L1). What was met stays met; lateness is L2. */
export function standing(obligation: Obligation, now: Instant): Standing {
  if (obligation.dischargedAt !== null) return obligation.dischargedAt <= obligation.dueAt ? "MET" : "MET_LATE";
  if (obligation.waivedAt !== null || obligation.isVoid) return "WAIVED";
  return now <= obligation.dueAt ? "RUNNING" : "OVERDUE";
}

/** Whether an announcement about a duty's deadline is still true at `now`. */
export function stillHolds(
  { announcement, dueAt }: { readonly announcement: Announcement; readonly dueAt: Instant },
  obligation: Obligation,
  now: Instant,
): boolean {
  return (
    obligation.dueAt === dueAt && standing(obligation, now) === (announcement === "OVERDUE" ? "OVERDUE" : "RUNNING")
  );
}

/** Milliseconds past the deadline, until it was met, or else waived, or else until `now`; 0 if in time or void (L2, L20, L23). */
export function lateness({ dischargedAt, waivedAt, dueAt, isVoid }: Obligation, now: Instant): number {
  if (isVoid) return 0;
  return Math.max(0, (dischargedAt ?? waivedAt ?? now) - dueAt);
}
