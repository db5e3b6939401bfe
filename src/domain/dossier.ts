import type { Severity } from "./incident-card.js";
import type { Instant } from "./instant.js";
import {
  discharge,
  lateness,
  open,
  regimeAt,
  restart,
  waive,
  type Obligation,
  type Regime,
  type Regimes,
  type Term,
} from "./obligations.js";
import type { Warning } from "./verdict.js";
import { say } from "./wording/wording.js";

/** The part of an incident on which its terms depend. */
export interface Dossier {
  /** The earliest confirmation that the SOC has declared (L4), or the one to which the national centre corrected it. */
  readonly confirmedAt: Instant;
  /** True once the national centre has corrected it: no statement of a SOC moves it any more (L4). */
  readonly isCorrected: boolean;
  /** The latest statement on the level (L10); null where no statement has named one. */
  readonly severity: Severity | null;
  readonly obligations: readonly Obligation[];
  /** When each owner was notified (L8): one entry for each statement, delivery or acknowledgement, with its object. */
  readonly ownersNotified: readonly { readonly objectId: string; readonly at: Instant }[];
}

/** One statement about an incident, as far as terms and level are concerned. */
export interface Statement {
  readonly said: "REPORT" | "CARD" | "REVIEW" | "OWNER_NOTIFIED";
  /** "Sent" is received by the gateway (L1). */
  readonly receivedAt: Instant;
  /** The confirmation that a report or card declares. */
  readonly confirmedAt?: Instant;
  /** The path of that confirmation in the input, for a warning about it. */
  readonly confirmedAtPath?: readonly string[];
  readonly severity?: Severity | null;
  /** A registered object that the statement names; `isProtected` where R9.2 holds for it (L9). */
  readonly object?: { readonly id: string; readonly isProtected: boolean } | null;
  /** For OWNER_NOTIFIED: when the owner was notified (L8). */
  readonly notifiedAt?: Instant;
}

export interface Applied {
  readonly dossier: Dossier;
  /** True where an open RA.1 is met by this statement, which is then recorded as a review (L10). */
  readonly isReview: boolean;
  readonly warnings: readonly Warning[];
}

/**
 * What a statement does to an incident's dossier: opens, moves and meets its obligations (R9.1, R9.2, R9.3, RA.1). `before`
 * is null for the first statement. Confirmations before `inForceFrom` open nothing (L15); what is opened runs under the
 * terms that
 * held when the incident was confirmed.
 */
export function apply(
  before: Dossier | null,
  statement: Statement,
  inForceFrom: Instant | null,
  regimes?: Regimes,
): Applied {
  const confirmedAt = before?.isCorrected ? before.confirmedAt : earliest(before?.confirmedAt, statement.confirmedAt);
  const moved = restarted(before?.obligations ?? [], confirmedAt);
  const met = moved.map((obligation) =>
    meets(statement, obligation) ? discharge(obligation, metAt(statement)) : obligation,
  );
  const isReview =
    statement.said !== "REVIEW" &&
    met.some((obligation, index) => obligation.kind === "REVIEW_SEVERITY" && obligation !== moved[index]);
  const ownersNotified = [...(before?.ownersNotified ?? [])];
  if (statement.said === "OWNER_NOTIFIED" && statement.object)
    ownersNotified.push({ objectId: statement.object.id, at: metAt(statement) });

  const applies = inForceFrom === null || confirmedAt >= inForceFrom;
  const opening = applies ? opens(statement, met, regimeAt(confirmedAt, regimes).confirmation) : [];
  const opened = opening.map((term) => start(term, confirmedAt, statement, ownersNotified));
  return {
    dossier: {
      confirmedAt,
      isCorrected: before?.isCorrected ?? false,
      severity: statement.severity ?? before?.severity ?? null,
      obligations: [...met, ...opened],
      ownersNotified,
    },
    isReview,
    warnings: [...laterConfirmation(before, statement), ...late(before?.obligations ?? [], [...met, ...opened])],
  };
}

/** L4: the national centre's correction of the confirmation. Every duty of the incident runs from it. */
export function correct(before: Dossier, confirmedAt: Instant): Dossier {
  return { ...before, confirmedAt, isCorrected: true, obligations: restarted(before.obligations, confirmedAt) };
}

/** L18: the incident was reported in error: what is still open is no longer owed. */
export function retract(before: Dossier, at: Instant): Dossier {
  return { ...before, obligations: before.obligations.map((obligation) => waive(obligation, at)) };
}

function restarted(obligations: readonly Obligation[], startsAt: Instant): Obligation[] {
  return obligations.map((one) => (one.startsAt === startsAt ? one : restart(one, startsAt)));
}

/** Which duties a statement opens that are not open yet. RA.1 opens once, when the level first becomes Undetermined (L10). */
function opens(statement: Statement, existing: readonly Obligation[], terms: Regime["confirmation"]): Term[] {
  const isOpen = (term: Term, objectId: string | null = null): boolean =>
    existing.some((obligation) => obligation.kind === term.kind && obligation.objectId === objectId);
  const opening: Term[] = [];
  if (statement.said === "REPORT" || statement.said === "CARD")
    opening.push(...[terms.NOTIFY_CENTRE, terms.SUBMIT_CARD].filter((term) => !isOpen(term)));
  if (
    statement.said !== "OWNER_NOTIFIED" &&
    statement.object?.isProtected &&
    !isOpen(terms.NOTIFY_OWNER, statement.object.id)
  )
    opening.push(terms.NOTIFY_OWNER);
  if (statement.severity === "UNDETERMINED" && !isOpen(terms.REVIEW_SEVERITY)) opening.push(terms.REVIEW_SEVERITY);
  return opening;
}

/**
 * A duty as it opens; one that the same statement meets is met at once (L7), one whose owner was notified already as well
 * (L8).
 */
function start(
  term: Term,
  confirmedAt: Instant,
  statement: Statement,
  ownersNotified: Dossier["ownersNotified"],
): Obligation {
  const objectId = term.kind === "NOTIFY_OWNER" ? (statement.object?.id ?? null) : null;
  const obligation = open(term, confirmedAt, objectId);
  if (term.kind === "REVIEW_SEVERITY") return obligation;
  if (meets(statement, obligation)) return discharge(obligation, metAt(statement));
  return ownersNotified
    .filter((notified) => term.kind === "NOTIFY_OWNER" && notified.objectId === objectId)
    .reduce((met, { at }) => discharge(met, at), obligation);
}

/** Whether a statement meets a duty that is open before it. */
function meets(statement: Statement, obligation: Obligation): boolean {
  switch (obligation.kind) {
    case "NOTIFY_CENTRE":
      return (statement.said === "REPORT" || statement.said === "CARD") && obligation.dischargedAt === null;
    case "SUBMIT_CARD":
      return statement.said === "CARD" && obligation.dischargedAt === null;
    case "NOTIFY_OWNER":
      return statement.said === "OWNER_NOTIFIED" && statement.object?.id === obligation.objectId;
    case "REVIEW_SEVERITY":
      if (obligation.dischargedAt !== null) return false;
      return (
        statement.said === "REVIEW" || (statement.severity !== "UNDETERMINED" && (statement.severity ?? null) !== null)
      );
    case "ANSWER_NOTIFICATION":
      return false;
  }
}

function metAt(statement: Statement): Instant {
  return statement.said === "OWNER_NOTIFIED" ? (statement.notifiedAt ?? statement.receivedAt) : statement.receivedAt;
}

function earliest(a: Instant | undefined, b: Instant | undefined): Instant {
  const known = [a, b].filter((at) => at !== undefined);
  if (known.length === 0) throw new Error("the first statement about an incident declares its confirmation");
  return Math.min(...known) as Instant;
}

/** L4: a confirmation that does not count is kept on the card, moves nothing, and is warned about. */
function laterConfirmation(before: Dossier | null, statement: Statement): Warning[] {
  if (before === null || statement.confirmedAt === undefined || statement.confirmedAt === before.confirmedAt) return [];
  if (before.isCorrected) {
    const says = say("confirmationCorrected", { declared: statement.confirmedAt, counted: before.confirmedAt });
    return [{ rule: "L4", path: statement.confirmedAtPath ?? [], says }];
  }
  if (statement.confirmedAt < before.confirmedAt) return [];
  const says = say("confirmationLater", { declared: statement.confirmedAt, counted: before.confirmedAt });
  return [{ rule: "L4", path: statement.confirmedAtPath ?? [], says }];
}

/** L2: a duty that a statement met after its time. */
export function late(before: readonly Obligation[], after: readonly Obligation[]): Warning[] {
  return after.flatMap((obligation, index) => {
    const { dischargedAt, dueAt, rule } = obligation;
    if (dischargedAt === null || (before[index]?.dischargedAt ?? null) !== null) return [];
    const milliseconds = lateness(obligation, dischargedAt);
    if (milliseconds === 0) return [];
    return [{ rule, path: [], says: say("acceptedLate", { dueAt, late: milliseconds }) }];
  });
}
