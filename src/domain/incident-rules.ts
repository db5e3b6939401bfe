import type { Dossier, ObjectName } from "./dossier.js";
import { after, later, type Instant } from "./instant.js";
import type { Limits } from "./limits.js";
import { isOpen, objectKey, type Obligation } from "./obligations.js";
import type { AffectedObject } from "./incident-card.js";
import type { OwnerChannel, PartyKind } from "./parties.js";
import { judgeText } from "./text.js";
import { hasEnded, type Ended } from "./party-rules.js";
import type { Violation, Warning } from "./verdict.js";
import { say } from "./wording/wording.js";

/**
 * What may still be stated about an incident in its present state, and what may be corrected. Paths begin at the mutation's
 * input.
 */

/** F24: of an incident that was retracted nothing more is said. */
export function judgeStanding(
  { retractedAt }: { readonly retractedAt: Instant | null },
  path: readonly string[] = ["incidentId"],
): Violation[] {
  return retractedAt === null ? [] : [{ rule: "F24", path, says: say("incidentRetracted", {}) }];
}

/** F13: an incident has one first card. `lastRevision` is 0 where there is none yet. */
export function judgeFirstCard(lastRevision: number): Violation[] {
  if (lastRevision === 0) return [];
  return [{ rule: "F13", path: ["incidentId"], says: say("cardExists", { revision: lastRevision }) }];
}

/** F12, F13: a correction names the last revision of a card that there is. */
export function judgeRevision(named: number, last: number): Violation[] {
  if (last === 0) return [{ rule: "F13", path: ["incidentId"], says: say("cardMissing", {}) }];
  return named === last ? [] : [{ rule: "F12", path: ["revision"], says: say("revisionNotLast", { named, last }) }];
}

/** F30: an incident does not repeat itself. `id` is null for one that its card opens. */
export function judgeEarlierIncident(earlierId: string, id: string | null): Violation[] {
  if (earlierId !== id) return [];
  return [{ rule: "F30", path: ["card", "earlierIncidentNumber"], says: say("repeatsItself", {}) }];
}

/** F30: the earlier incident was retracted, occurred after this one, or is said to repeat it. */
export function warningsOfEarlier(
  earlier: { readonly number: string; readonly occurredAt: Instant | null; readonly retractedAt: Instant | null },
  occurredAt: Instant,
  repeatsThis: boolean,
): Warning[] {
  const { number } = earlier;
  const doubts = [
    ...(earlier.retractedAt === null ? [] : [say("earlierRetracted", { number })]),
    ...(earlier.occurredAt === null || earlier.occurredAt <= occurredAt
      ? []
      : [say("earlierIsLater", { number, earlier: earlier.occurredAt, occurredAt })]),
    ...(repeatsThis ? [say("earlierRepeatsThis", { number })] : []),
  ];
  return doubts.map((says) => ({ rule: "F30", path: ["card", "earlierIncidentNumber"], says }));
}

/** F17: the SOC that reports or sends a card has ended. */
export function warningOfEndedSoc(soc: Ended, now: Instant): Warning[] {
  const { endedAt, successor } = soc;
  if (endedAt === null || !hasEnded(soc, now)) return [];
  return [{ rule: "F17", path: [], says: say("socEnded", { endedAt, successor }) }];
}

/** L4: a SOC reports what it has confirmed: a confirmation that is corrected to after that is doubtful. */
export function warningOfLateCorrection(confirmedAt: Instant, receivedAt: Instant, { clockSkew }: Limits): Warning[] {
  if (confirmedAt <= after(receivedAt, clockSkew)) return [];
  return [{ rule: "L4", path: ["confirmedAt"], says: say("confirmedAfterReport", { confirmedAt, receivedAt }) }];
}

/** L23: what was received by another way is recorded of a duty that never was. */
export function warningOfVoid(isVoid: boolean): Warning[] {
  return isVoid ? [{ rule: "L23", path: ["obligationId"], says: say("dutyIsVoid", {}) }] : [];
}

/** F24: one retraction is asked for at a time. */
export function judgeRetractionRequest(isPending: boolean): Violation[] {
  return isPending ? [{ rule: "F24", path: ["incidentId"], says: say("retractionPending", {}) }] : [];
}

/** F24: what is decided has been asked for. */
export function judgeRetractionDecision(isPending: boolean): Violation[] {
  return isPending ? [] : [{ rule: "F24", path: ["incidentId"], says: say("retractionMissing", {}) }];
}

/** L4, L15: whether that confirmation counts already, and duties run from no other. */
export function countsAlready(
  confirmedAt: Instant,
  { confirmedAt: counted, runsFrom }: Pick<Dossier, "confirmedAt" | "runsFrom">,
): boolean {
  return confirmedAt === counted && (runsFrom ?? counted) === counted;
}

/** L4: a correction, asked for or made, is to another time than the one that counts. */
export function judgeOtherConfirmation(
  confirmedAt: Instant,
  dossier: Pick<Dossier, "confirmedAt" | "runsFrom">,
): Violation[] {
  if (!countsAlready(confirmedAt, dossier)) return [];
  return [{ rule: "L4", path: ["confirmedAt"], says: say("correctionToTheSame", { counted: confirmedAt }) }];
}

/** F24: a request to correct a confirmation is refused or taken back while it waits. */
export function judgePendingCorrection(isPending: boolean): Violation[] {
  return isPending ? [] : [{ rule: "F24", path: ["incidentId"], says: say("correctionMissing", {}) }];
}

/** L22: a receipt is taken back once. */
export function judgeReceiptWithdrawal({ withdrawnAt }: { readonly withdrawnAt: Instant | null }): Violation[] {
  if (withdrawnAt === null) return [];
  return [{ rule: "L22", path: ["receivedOtherwiseId"], says: say("receiptWithdrawnBefore", {}) }];
}

/** L3: a corrected confirmation is not before the occurrence on the card. */
export function judgeCorrection(confirmedAt: Instant, occurredAt: Instant | null): Violation[] {
  if (occurredAt === null || confirmedAt >= occurredAt) return [];
  return [{ rule: "L3", path: ["confirmedAt"], says: say("confirmedBeforeOccurrence", { confirmedAt, occurredAt }) }];
}

/**
 * F25: a duty is waived while it is open: any by the national centre; by its SOC one toward the owner of an object that the
 * incident does not name any more, or as of neither kind (`named`: what it names now), and does not describe by what is the code
 * or the name of a registered object: that may be the one (`isRegisteredDescribed`).
 */
export function judgeWaiver(
  obligation: Obligation,
  by: PartyKind,
  named: readonly AffectedObject[],
  isRegisteredDescribed = false,
): Violation[] {
  const path = ["obligationId"];
  if (!isOpen(obligation)) return [{ rule: "F25", path, says: say("obligationClosed", {}) }];
  if (by === "NATIONAL_CENTRE") return [];
  const { kind, objectId, objectDescription } = obligation;
  const key = objectKey(objectId, objectDescription);
  // One that is described, and is now said to be of neither kind, owes its owner nothing either.
  const isNamed = named.some(
    (one) => objectKey(one.objectId, one.description) === key && (one.objectId !== null || one.kinds?.length !== 0),
  );
  if (kind !== "NOTIFY_OWNER" || isNamed) return [{ rule: "F25", path, says: say("notYoursToWaive", {}) }];
  return isRegisteredDescribed ? [{ rule: "F25", path, says: say("describedAsRegistered", {}) }] : [];
}

/** L22: what reached the national centre by another way than through the gateway. */
export interface ReceivedOtherwiseDraft {
  readonly channel: OwnerChannel;
  readonly receivedAt: Instant;
  readonly receivedBy: string;
  readonly reason: string;
}

/**
 * F1 to F3, F11, L22: what is wrong with a record of what was received by another way. Nothing was received before the incident
 * occurred or before the notification was available; and what the owner is owed does not come to the centre.
 */
export function judgeReceivedOtherwise(
  draft: ReceivedOtherwiseDraft,
  duty: Pick<Obligation, "kind" | "startsAt">,
  occurredAt: Instant | null,
  now: Instant,
  limits: Limits,
): Violation[] {
  const { receivedAt, receivedBy, reason } = draft;
  const violations = [
    ...judgeText(receivedBy, ["receivedBy"], limits.summary),
    ...judgeText(reason, ["reason"], limits.text),
  ];
  const path = ["receivedAt"];
  if (receivedAt > after(now, limits.clockSkew))
    violations.push({ rule: "F11", path, says: say("momentInFuture", { at: receivedAt, now }) });
  if (duty.kind === "NOTIFY_OWNER")
    violations.push({ rule: "L22", path: ["obligationId"], says: say("owedToOwner", {}) });
  const bounds = [duty.kind === "ANSWER_NOTIFICATION" ? duty.startsAt : null, occurredAt].filter((at) => at !== null);
  const earliest = bounds.length === 0 ? null : bounds.reduce(later);
  if (earliest !== null && receivedAt < earliest)
    violations.push({ rule: "L22", path, says: say("receivedTooEarly", { receivedAt, earliest }) });
  return violations;
}

/**
 * F17: a description is linked that the incident has (`ever`: all that it has named), and once. `linked`: the keys of those that
 * are.
 */
export function judgeObjectLink(
  description: string,
  ever: readonly ObjectName[],
  linked: ReadonlyMap<string | null, unknown>,
): Violation[] {
  const path = ["description"];
  const key = objectKey(null, description);
  if (linked.has(key)) return [{ rule: "F17", path, says: say("descriptionLinkedBefore", {}) }];
  if (ever.some((one) => objectKey(one.objectId, one.description) === key)) return [];
  return [{ rule: "F17", path, says: say("descriptionUnknown", {}) }];
}

/** F17: a link is taken back that stands. `linked`: the keys of the descriptions that are linked. */
export function judgeObjectUnlink(description: string, linked: ReadonlyMap<string | null, unknown>): Violation[] {
  if (linked.has(objectKey(null, description))) return [];
  return [{ rule: "F17", path: ["description"], says: say("descriptionNotLinked", {}) }];
}

/** Dossiers that are linked at once. */
const MOST_DOSSIERS = 100;

/** F9: how many dossiers are linked at once. */
export function judgeDossierCount(count: number): Violation[] {
  const says = say("dossiersTooMany", { count, limit: MOST_DOSSIERS });
  return count > MOST_DOSSIERS ? [{ rule: "F9", path: ["incidentIds"], says }] : [];
}

/** F17: dossiers are linked as of one incident where there are two at least, and none of them was retracted. `place`: where each is named. */
export function judgeSameIncident(
  incidents: readonly { readonly id: string; readonly retractedAt: Instant | null; readonly place: number }[],
  linked: readonly { readonly id: string; readonly sameAs: string }[],
): Violation[] {
  const path = ["incidentIds"];
  if (incidents.length < 2) return [{ rule: "F17", path, says: say("twoDossiers", {}) }];
  const [first, ...rest] = incidents;
  if (rest.every(({ id }) => linked.some((one) => one.sameAs === first?.id && one.id === id)))
    return [{ rule: "F17", path, says: say("dossiersLinkedBefore", {}) }];
  return incidents.flatMap(({ retractedAt, place }) =>
    retractedAt === null
      ? []
      : [{ rule: "F24" as const, path: [...path, String(place)], says: say("incidentRetracted", {}) }],
  );
}

/** F4, F17: dossiers that are taken apart are named, and each is linked with another one. `place`: where each is named. */
export function judgeUnlinking(
  dossiers: readonly { readonly isLinked: boolean; readonly place: number }[],
): Violation[] {
  const path = ["incidentIds"];
  if (dossiers.length === 0) return [{ rule: "F4", path, says: say("choicesEmpty", {}) }];
  return dossiers.flatMap(({ isLinked, place }) =>
    isLinked ? [] : [{ rule: "F17" as const, path: [...path, String(place)], says: say("notLinked", {}) }],
  );
}
