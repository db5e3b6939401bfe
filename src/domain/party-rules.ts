import { isMailbox } from "./indicator/mailboxes.js";
import type { Instant } from "./instant.js";
import type { Limits } from "./limits.js";
import { PARTY_KIND_OF_ROLE, ROLES, type PartyKind, type Role, type WebhookFault } from "./parties.js";
import { judgeText } from "./text.js";
import type { Violation } from "./verdict.js";
import { say } from "./wording/wording.js";

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
  const strange = roles.filter((role) => PARTY_KIND_OF_ROLE[role] !== kind);
  if (strange.length === 0) return [];
  const allowed = ROLES.filter((role) => PARTY_KIND_OF_ROLE[role] === kind).join(", ");
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

/** F18: a token holds for some time. */
export function judgeExpiry(expiresAt: Instant, now: Instant): Violation[] {
  return expiresAt > now ? [] : [{ rule: "F18", path: ["expiresAt"], says: say("expiryPast", { now }) }];
}
