import type { ObjectName } from "./dossier.js";
import { after, type Instant } from "./instant.js";
import type { Limits } from "./limits.js";
import { objectKey } from "./obligations.js";
import { judgeOptionalText, judgeText } from "./text.js";
import type { Violation } from "./verdict.js";
import { say } from "./wording/wording.js";

/** What a SOC says of notifying an owner itself: of which of the incident's objects (null: of its only one), and when. */
interface OwnerNotified {
  readonly notifiedAt: Instant;
  readonly recipient: string;
  readonly note: string | null;
}

/** F11, L8 and the texts: what is wrong with a SOC's statement that it notified the owner. */
export function judgeOwnerNotification(
  stated: OwnerNotified,
  occurredAt: Instant | null,
  now: Instant,
  limits: Limits,
): Violation[] {
  const violations = [
    ...judgeText(stated.recipient, ["recipient"], limits.summary),
    ...judgeOptionalText(stated.note, ["note"], limits.text),
  ];
  if (stated.notifiedAt > after(now, limits.clockSkew))
    violations.push({ rule: "F11", path: ["notifiedAt"], says: say("momentInFuture", { at: stated.notifiedAt, now }) });
  if (occurredAt !== null && stated.notifiedAt < occurredAt)
    violations.push({
      rule: "L8",
      path: ["notifiedAt"],
      says: say("notifiedBeforeOccurrence", { notifiedAt: stated.notifiedAt, occurredAt }),
    });
  return violations;
}

/**
 * F15: which object a statement about its owner means: the one that it names, of those that the incident has named so far; or,
 * where it names none, the only one that the incident names now.
 */
export function ownersObject(
  meant: ObjectName,
  { ever, now }: { readonly ever: readonly ObjectName[]; readonly now: readonly ObjectName[] },
): { readonly object: ObjectName | null; readonly violations: readonly Violation[] } {
  const isNamed = meant.objectId !== null || meant.description !== null;
  const fitting = isNamed
    ? ever.filter((one) => objectKey(one.objectId, one.description) === objectKey(meant.objectId, meant.description))
    : now;
  const [object = null] = fitting;
  if (object !== null && (isNamed || fitting.length === 1)) return { object, violations: [] };
  const path = [meant.objectId === null && meant.description !== null ? "objectDescription" : "objectId"];
  return { object: null, violations: [{ rule: "F15", path, says: say("whichObject", {}) }] };
}
