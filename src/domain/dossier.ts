import { linkedIn, objectKeyOf, withObject, withObjects, withObjectsOfDuties } from "./dossier/links.js";
import { met, withdrawal } from "./dossier/meeting.js";
import { confirmations, openedByBeginnings, opens, restarted } from "./dossier/opening.js";
import type { Dossier, Statement, Terms } from "./dossier/statement.js";
import { waived } from "./dossier/waivers.js";
import { beforeConfirmation, beforeInForce, beforeOccurrence, late, laterConfirmation } from "./dossier/warnings.js";
import type { Severity } from "./incident-card.js";
import type { Instant } from "./instant.js";
import { dutyKey, isSame, judgedAnew, objectKey, waive, type Obligation } from "./obligations.js";
import { figuresChanged } from "./timeliness.js";
import type { Warning } from "./verdict.js";

export { linkedIn } from "./dossier/links.js";
export { asksForCard, firstCardOf } from "./dossier/meeting.js";
export { late } from "./dossier/warnings.js";
export type {
  Dossier,
  NamedObject,
  ObjectName,
  Period,
  PeriodInMilliseconds,
  Statement,
  Terms,
} from "./dossier/statement.js";

export interface Applied {
  readonly dossier: Dossier;
  /** True where a card names a level in place of Undetermined, which is recorded as a review (L10). */
  readonly isReview: boolean;
  readonly warnings: readonly Warning[];
}

/**
 * What a statement does to an incident: opens, moves and meets its obligations (R9.1, R9.2, R9.3, R9.6, RA.1). `before` is null
 * for the first statement.
 */
export function apply(before: Dossier | null, statement: Statement, terms: Terms): Applied {
  const statements = [...(before?.statements ?? []), statement];
  const last = withObjects(statements).at(-1) ?? statement;
  const dossier = judge(statements, before?.obligations ?? [], terms);
  const level = statement.severity;
  const were = before?.obligations ?? [];
  // What is owed to the owner of what is linked now was owed as what described it.
  const known = statement.link ? [...were, ...were.map((one) => withObject(one, linkedIn(statements)))] : were;
  return {
    dossier,
    isReview: statement.said === "CARD" && isReviewed(before, level ?? null),
    warnings: [
      ...laterConfirmation(before, dossier, statement),
      ...beforeInForce(dossier, statement, terms),
      ...beforeOccurrence(dossier, statement),
      ...beforeConfirmation(dossier, statement, terms),
      ...late(known, dossier.obligations, statement.receivedAt, last),
      ...figuresChanged(were, dossier.obligations, statement.receivedAt),
    ],
  };
}

/** L10: once the level was Undetermined, every other level that a card names later is a review of it. */
function isReviewed(before: Dossier | null, level: Severity | null): boolean {
  const wasUndetermined = before?.statements.some(({ severity }) => severity === "UNDETERMINED") ?? false;
  return wasUndetermined && level !== "UNDETERMINED" && level !== before?.severity;
}

/** L22: the dossier without a receipt by another way that was recorded in error: what it met is judged anew from all the rest. */
export function withoutReceipt(before: Dossier, receiptId: string, now: Instant, terms: Terms): Applied {
  const rest = before.statements.filter(({ otherwise }) => otherwise?.id !== receiptId);
  return judgedWithout(before, judge(rest, before.obligations, terms), now);
}

/** A dossier without what was recorded in error; `known`: how its duties stood, by the names that they have now. */
function judgedWithout(before: Dossier, dossier: Dossier, now: Instant, known = before.obligations): Applied {
  const are = dossier.obligations;
  const warnings = [...late(known, are, now), ...figuresChanged(before.obligations, are, now)];
  return { dossier, isReview: false, warnings };
}

/**
 * L9: the dossier without a link that was made in error, as if it had never been. What opened for the object by that link alone is
 * void (L23); a duty toward the owner of what was described is owed again.
 */
export function withoutLink(before: Dossier, description: string, now: Instant, terms: Terms): Applied {
  const key = objectKey(null, description);
  const wrong = before.statements.find(
    ({ link }) => link?.takenBackAt === null && objectKey(null, link.description) === key,
  );
  if (!wrong?.link) return { dossier: before, isReview: false, warnings: [] };
  const link = { ...wrong.link, takenBackAt: now };
  const statements = before.statements.map((one) => (one === wrong ? { ...one, link } : one));
  const owed = openedByBeginnings(statements, terms);
  const described = owed.findLast((one) => one.objectDescription !== null && objectKeyOf(one) === key);
  const known = before.obligations.find((one) => objectKeyOf(one) === key);
  const opened = described && !known ? [...before.obligations, described] : before.obligations;
  const dossier = judge(statements, opened, terms);
  // As the object's duty stood, so stood that of what is described again.
  const were = before.obligations.flatMap((one) =>
    described && one.objectId === link.objectId && (known?.isVoid ?? true)
      ? [one, { ...one, objectId: null, objectDescription: described.objectDescription }]
      : [one],
  );
  return judgedWithout(before, dossier, now, were);
}

/**
 * An incident's dossier by all that was said of it, in the order of receipt, as if the confirmation that counts had been known
 * from the start (L4), and what the register says of its objects now. What has `opened` before stays (L14), void where no
 * confirmation that stands opens it by that register (L23); the rest of it is judged anew.
 */
export function judge(all: readonly Statement[], opened: readonly Obligation[], terms: Terms): Dossier {
  const { inForceFrom, regimes } = terms;
  const statements = withObjects(all);
  const { counted, inForce, isCorrected, ranFrom } = confirmations(statements, inForceFrom);
  const occurredAt = statements.findLast((one) => one.occurredAt !== undefined)?.occurredAt ?? null;
  const severity = statements.findLast((one) => (one.severity ?? null) !== null)?.severity ?? null;
  const opensBy = (said: readonly Statement[], confirmedAt: Instant): Obligation[] => opens(said, confirmedAt, terms);
  const opening = inForce === null ? [] : opensBy(statements, inForce);
  const kept = withObjectsOfDuties(opened, all).map((one) => restarted(one, inForce, regimes));
  const owedNow = new Set(opening.map(dutyKey));
  const isLeft = kept.some((one) => !owedNow.has(dutyKey(one)));
  // What a SOC's own words alone opened it cannot take back: an earlier confirmation, a link of what it described.
  const owedOnce = new Set(
    (isLeft ? ranFrom : []).flatMap((one) =>
      [...opensBy(statements, one), ...withObjectsOfDuties(opensBy(all, one), all)].map(dutyKey),
    ),
  );
  // An object to which a description was linked in error is named only from where the SOC names it by itself.
  const mistaken = new Set(all.flatMap(({ link }) => (link && link.takenBackAt !== null ? link.objectId : [])));
  const owedWithoutError = new Set(
    (mistaken.size === 0 ? [] : withObjectsOfDuties(openedByBeginnings(all, terms), all)).map(dutyKey),
  );
  const isByError = ({ objectId }: Obligation, key: string): boolean =>
    objectId !== null && mistaken.has(objectId) && !owedWithoutError.has(key);
  const isVoid = (one: Obligation, key = dutyKey(one)): boolean =>
    !owedNow.has(key) && (!owedOnce.has(key) || isByError(one, key));
  const owed = [
    ...kept.map((one) => ({ ...one, isVoid: isVoid(one) })),
    ...opening.filter((one) => !kept.some((other) => isSame(one, other))),
  ];
  const obligations = owed.map((one) =>
    judgedAnew(waived(one, all, terms), withdrawal(one, statements), (duty) => met(duty, statements, occurredAt)),
  );
  const isBeforeTerms = counted < inForceFrom;
  const known = { isBeforeTerms, runsFrom: inForce, isCorrected, occurredAt, severity };
  return { confirmedAt: counted, ...known, obligations, statements: all };
}

/** L18: the incident was reported in error: what is still open is no longer owed. */
export function retract(before: Dossier, at: Instant): Dossier {
  return { ...before, obligations: before.obligations.map((obligation) => waive(obligation, at)) };
}
