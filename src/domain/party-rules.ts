import { isMailbox } from "./indicator/mailboxes.js";
import { after, type Instant } from "./instant.js";
import type { Limits } from "./limits.js";
import type { Term } from "./obligations.js";
import { isRoleOf, ROLES, type PartyKind, type Role, type WebhookFault } from "./parties.js";
import { unknownReference } from "./references.js";
import { judgeText } from "./text.js";
import type { Violation, Warning } from "./verdict.js";
import { say, type Saying } from "./wording/wording.js";

/** F16: a code as it is kept: in capitals, however it was written. */
export function keptCode(code: string): string {
  return code.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase());
}

/** F16, F1 to F3: what is wrong with a code and a name. */
export function judgeNaming(naming: { readonly code: string; readonly name: string }, limits: Limits): Violation[] {
  const violations = judgeText(naming.name, ["name"], limits.summary);
  if (!/^[A-Z0-9][A-Z0-9-]{0,30}[A-Z0-9]$/.test(naming.code))
    violations.push({ rule: "F16", path: ["code"], says: say("codeUnfit", {}) });
  return violations;
}

/** F20. */
export function judgeEmail(email: string | null): Violation[] {
  if (email === null || isMailbox(email)) return [];
  return [{ rule: "F20", path: ["email"], says: say("emailUnfit", {}) }];
}

/** F27: an international number: +, 7 to 15 digits (E.164), spaces, hyphens and brackets between them. */
export function judgePhone(phone: string | null): Violation[] {
  if (
    phone === null ||
    (phone.length <= 40 && /^\+[\d ()-]+$/.test(phone) && /^\d{7,15}$/.test(phone.replace(/\D/g, "")))
  )
    return [];
  return [{ rule: "F27", path: ["phone"], says: say("phoneUnfit", {}) }];
}

/** F4, F19: what is wrong with the roles of an actor of a party of this kind. */
export function judgeRoles(roles: readonly Role[], kind: PartyKind): Violation[] {
  const path = ["roles"];
  if (roles.length === 0) return [{ rule: "F4", path, says: say("choicesEmpty", {}) }];
  const strange = roles.filter((role) => !isRoleOf(role, kind));
  if (strange.length === 0) return [];
  const allowed = ROLES.filter((role) => isRoleOf(role, kind)).join(", ");
  return [{ rule: "F19", path, says: say("rolesUnfit", { roles: strange.join(", "), kind, allowed }) }];
}

interface Span {
  readonly startsAt: Instant;
  readonly endsAt: Instant | null;
}

/** F18: an end comes after its beginning. */
export function judgeSpan(span: Span): Violation[] {
  if (span.endsAt === null || span.endsAt > span.startsAt) return [];
  return [{ rule: "F18", path: ["endsAt"], says: say("periodBackwards", { startsAt: span.startsAt }) }];
}

/** F18: no two periods of one SOC and one object share an instant. The end is not part of a period. */
export function judgeOverlap(span: Span, others: readonly Span[]): Violation[] {
  const overlaps = others.some(
    (other) =>
      (other.endsAt === null || span.startsAt < other.endsAt) && (span.endsAt === null || other.startsAt < span.endsAt),
  );
  return overlaps ? [{ rule: "F18", path: ["startsAt"], says: say("coverageOverlaps", {}) }] : [];
}

/** F16: a code is one party's, or one object's. */
export function codeTaken(): Violation {
  return { rule: "F16", path: ["code"], says: say("codeTaken", {}) };
}

/** F21: what is wrong with a webhook's address; null: nothing. */
export function judgeWebhook(fault: WebhookFault | null): Violation[] {
  return fault === null ? [] : [{ rule: "F21", path: ["webhookUrl"], says: say("webhookUnfit", { fault }) }];
}

/** F18: a period that has ended is not ended once more. */
export function judgeCoverageEnd({ endsAt }: Span, now: Instant): Violation[] {
  if (endsAt === null || endsAt > now) return [];
  return [{ rule: "F18", path: ["endsAt"], says: say("coverageEnded", {}) }];
}

/** A SOC or an object, which may have ended. */
export interface Ended {
  readonly code: string;
  /** From when on it exists no more; null: it has no end. */
  readonly endedAt: Instant | null;
  /** The code of what replaces it. */
  readonly successor: string | null;
}

/** Whether it existed no more at an instant. */
export function hasEnded({ endedAt }: Pick<Ended, "endedAt">, at: Instant): boolean {
  return endedAt !== null && endedAt <= at;
}

/** That it has ended, and what to name instead. */
export function endOf({ code, endedAt, successor }: Ended): Saying {
  return endedAt === null ? say("notOfKind", { near: null }) : say("ended", { code, endedAt, successor });
}

/** What is open of a kind of duty: how many there are, and the earliest end of their terms. */
export interface OpenDuties {
  readonly rule: Term["rule"];
  readonly count: number;
  readonly dueAt: Instant;
}

/** F17: what is still owed by a SOC that ends, or toward the owner of an object that does, stays owed. */
export function warningsOfOwed(open: readonly OpenDuties[], path: readonly string[]): Warning[] {
  return open.map(({ rule, count, dueAt }) => ({ rule, path, says: say("stayOwed", { rule, count, dueAt }) }));
}

/** F17: what has ended is named no more; an end that is still to come, at `at`, is no obstacle. */
export function judgeLiving(named: Ended, at: Instant, path: readonly string[]): Violation[] {
  return hasEnded(named, at) ? [{ rule: "F17", path, says: endOf(named) }] : [];
}

/** F17: no coverage reaches beyond the end of its SOC or its object. */
export function judgeCovered(named: Ended, { endsAt }: Pick<Span, "endsAt">, path: readonly string[]): Violation[] {
  const isBeyond = named.endedAt !== null && (endsAt === null || endsAt > named.endedAt);
  if (!isBeyond || named.endedAt === null) return [];
  const { code, endedAt } = named;
  return [{ rule: "F17", path, says: say("coverageBeyondEnd", { code, endedAt }) }];
}

/** F18: an end comes after the registration, and after the beginning of the coverage that it ends. */
export function judgeEnd(
  { registeredAt }: { readonly registeredAt: Instant },
  endsAt: Instant,
  coverage: readonly Span[],
): Violation[] {
  if (endsAt < registeredAt)
    return [{ rule: "F18", path: ["endsAt"], says: say("endsBeforeRegistered", { registeredAt }) }];
  return coverage.flatMap(({ startsAt }) => judgeSpan({ startsAt, endsAt })).slice(0, 1);
}

/**
 * F17: what replaces a SOC or an object is another one, and has no end, unless it was named as that before. `successor`: null if
 * there is none of that id or code; then `near` is the code that was probably meant.
 */
export function judgeSuccessor(
  successor: { readonly id: string; readonly endedAt: Instant | null } | null,
  ending: { readonly id: string; readonly replacedById: string | null },
  near: string | null = null,
): Violation[] {
  const path = ["replacedById"];
  if (successor === null) return [unknownReference(path, near)];
  if (successor.id === ending.replacedById) return [];
  if (successor.id !== ending.id && successor.endedAt === null) return [];
  return [{ rule: "F17", path, says: say("successorUnfit", {}) }];
}

/** F17: who holds an object beside its owner is somebody else. */
export function judgeHolder(holderId: string | null, ownerId: string, path: readonly string[]): Violation[] {
  return holderId === ownerId ? [{ rule: "F17", path, says: say("holderIsOwner", {}) }] : [];
}

/** F11: what an object is, and whose, is not told of the future. */
export function judgeFrom(from: Instant | null, now: Instant, { clockSkew }: Pick<Limits, "clockSkew">): Violation[] {
  if (from === null || from <= after(now, clockSkew)) return [];
  return [{ rule: "F11", path: ["from"], says: say("momentInFuture", { at: from, now }) }];
}

/** F18: a token holds for some time. */
export function judgeExpiry(expiresAt: Instant, now: Instant): Violation[] {
  return expiresAt > now ? [] : [{ rule: "F18", path: ["expiresAt"], says: say("expiryPast", { now }) }];
}
