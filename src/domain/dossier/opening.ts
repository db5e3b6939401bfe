import { after, earlier, type Instant } from "../instant.js";
import { dutyKey, open, regimeAt, type Obligation, type Regime, type Regimes, type Term } from "../obligations.js";
import { keyOf, linkedIn } from "./links.js";
import type { NamedObject, Period, Statement, Terms } from "./statement.js";

/**
 * R9.2: the duties that any beginning of the statements opens toward owners, as it was then linked, by what the register says now:
 * what has opened stays (L14). Each as the last that opened it would have it.
 */
export function openedByBeginnings(statements: readonly Statement[], { inForceFrom, regimes }: Terms): Obligation[] {
  const { ranAt } = confirmations(statements, inForceFrom);
  const named = new Map<string, NamedObject>();
  const opened = new Map<string, Obligation>();
  for (const [place, { objects = [], link }] of statements.entries()) {
    for (const one of objects) if (one.protectedIn.length > 0) named.set(keyOf(one) ?? "", one);
    const confirmedAt = ranAt[place] ?? null;
    const isAsBefore = objects.length === 0 && !link && confirmedAt === (ranAt[place - 1] ?? null);
    if (confirmedAt === null || isAsBefore) continue;
    const { NOTIFY_OWNER } = regimeAt(confirmedAt, regimes).confirmation;
    const links = linkedIn(statements.slice(0, place + 1));
    for (const one of named.values()) {
      const { objectId, description, protectedIn } = links.get(keyOf(one)) ?? one;
      if (!isWithin(confirmedAt, protectedIn)) continue;
      const duty = open(NOTIFY_OWNER, confirmedAt, { objectId, objectDescription: description });
      opened.set(dutyKey(duty), duty);
    }
  }
  return [...opened.values()];
}

/**
 * The confirmation that counts (L4), and where that is before the terms were in force the earliest that the SOC declared under
 * them (L15): from that one duties run, so that no statement of its SOC dates an incident out of them. Null where there was none,
 * where nothing says that the incident occurred under them, and where the national centre has corrected it to before that.
 * `ranFrom`: those that duties have run from, without what was corrected (L23); `ranAt`: which it was after each statement.
 */
export function confirmations(statements: readonly Statement[], inForceFrom: Instant) {
  let counted: Instant | null = null;
  let inForce: Instant | null = null;
  let isCorrected = false;
  let underTerms: Instant | null = null;
  const ranFrom = new Set<Instant>();
  const ranAt: (Instant | null)[] = [];
  for (const [place, { said, confirmedAt, occurredAt }] of statements.entries()) {
    ranAt[place] = inForce;
    if (confirmedAt === undefined || (isCorrected && said !== "CORRECTION")) continue;
    isCorrected ||= said === "CORRECTION";
    counted = counted === null || said === "CORRECTION" ? confirmedAt : earlier(counted, confirmedAt);
    if (confirmedAt >= inForceFrom) underTerms = underTerms === null ? confirmedAt : earlier(underTerms, confirmedAt);
    // One that counts before that day hides none that the SOC declared under the terms, of what occurred under them.
    if (counted >= inForceFrom) inForce = counted;
    else if (said === "CORRECTION") inForce = null;
    else if (inForce !== null || (occurredAt !== undefined && occurredAt >= inForceFrom)) inForce = underTerms;
    if (said === "CORRECTION") ranFrom.clear();
    if (inForce !== null) ranFrom.add(inForce);
    ranAt[place] = inForce;
  }
  if (counted === null) throw new Error("the first statement about an incident declares its confirmation");
  return { counted, inForce, isCorrected, ranFrom: [...ranFrom], ranAt };
}

/** The duties that these statements open. RA.1 opens once, when the level first becomes Undetermined (L10). */
export function opens(
  statements: readonly Statement[],
  confirmedAt: Instant,
  { inForceFrom, regimes }: Terms,
): Obligation[] {
  const { NOTIFY_CENTRE, NOTIFY_OWNER, SUBMIT_CARD, REVIEW_SEVERITY } = regimeAt(confirmedAt, regimes).confirmation;
  const opening = new Map<string, Obligation>();
  const owe = (duty: Obligation): void => {
    const key = dutyKey(duty);
    if (!opening.has(key)) opening.set(key, duty);
  };
  for (const { said, severity, objects = [], notification } of statements) {
    if (said === "REPORT" || said === "CARD") {
      owe(open(NOTIFY_CENTRE, confirmedAt));
      owe(open(SUBMIT_CARD, confirmedAt));
    }
    for (const { objectId, description, protectedIn } of objects)
      if (isWithin(confirmedAt, protectedIn))
        owe(open(NOTIFY_OWNER, confirmedAt, { objectId, objectDescription: description }));
    if (severity === "UNDETERMINED") owe(open(REVIEW_SEVERITY, confirmedAt));
    // L21: where the incident is confirmed after the time for the answer, R9.3 alone runs.
    if (notification?.isOwed && notification.availableAt >= inForceFrom) {
      const { id, availableAt } = notification;
      const card = open(regimeAt(availableAt, regimes).answer.INCIDENT, availableAt, { notificationId: id });
      if (confirmedAt <= card.dueAt) owe(card);
    }
  }
  return [...opening.values()];
}

export function isWithin(at: Instant, periods: readonly Period[]): boolean {
  return periods.some(({ from, until }) => from <= at && (until === null || at < until));
}

/** A duty that has opened, with the time that it has by the confirmation; one about a notification keeps its start. */
export function restarted(one: Obligation, confirmedAt: Instant | null, regimes: Regimes | undefined): Obligation {
  const startsAt = one.notificationId === null ? (confirmedAt ?? one.startsAt) : one.startsAt;
  const { length } = termOf(one, regimeAt(startsAt, regimes));
  return { ...one, startsAt, dueAt: after(startsAt, length) };
}

function termOf({ rule }: Obligation, { confirmation, answer }: Regime): Term {
  const term = [...Object.values(confirmation), ...Object.values(answer)].find((one) => one.rule === rule);
  if (!term) throw new Error(`no term of rule ${rule}`);
  return term;
}
