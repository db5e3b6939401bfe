import { earlier, later, type Instant } from "../instant.js";
import { discharge, isSame, type Means, type Obligation } from "../obligations.js";
import { isAbout } from "./links.js";
import { isWithin } from "./opening.js";
import type { Dossier, Statement, Told } from "./statement.js";

/** When the first card reached the national centre, through the gateway or by another way (L22); null before that. */
export function firstCardOf({ statements, occurredAt }: Pick<Dossier, "statements" | "occurredAt">): Instant | null {
  const arrivals = statements.flatMap(({ said, receivedAt, otherwise }) => {
    if (said === "CARD") return [receivedAt];
    return otherwise && asksForCard(otherwise.duty) && isPossible(otherwise.at, occurredAt) ? [otherwise.at] : [];
  });
  return arrivals.length === 0 ? null : arrivals.reduce(earlier);
}

/** L22: whether nothing but a card meets this duty of an incident, so that its receipt is one. */
export function asksForCard({ rule }: Pick<Obligation, "rule">): boolean {
  return rule === "R9.3" || rule === "R9.6";
}

/** L8, L22: nothing was told or received of what had not happened yet. */
function isPossible(at: Instant, occurredAt: Instant | null): boolean {
  return occurredAt === null || at >= occurredAt;
}

/** When the notification that a duty is about was withdrawn. */
export function withdrawal({ notificationId }: Obligation, statements: readonly Statement[]): Instant | null {
  if (notificationId === null) return null;
  return statements.find(({ notification }) => notification?.id === notificationId)?.notification?.withdrawnAt ?? null;
}

/** A duty with what meets it of all that was said. */
export function met(duty: Obligation, statements: readonly Statement[], occurredAt: Instant | null): Obligation {
  const first = duty.kind === "REVIEW_SEVERITY" ? firstUndetermined(statements) + 1 : 0;
  return statements.slice(first).reduce((one, statement) => {
    const meeting = meets(statement, duty, occurredAt);
    return meeting === null ? one : discharge(one, meeting.at, meeting.by);
  }, duty);
}

function firstUndetermined(statements: readonly Statement[]): number {
  return statements.findIndex(({ severity }) => severity === "UNDETERMINED");
}

/** When and by what a statement meets a duty; null where it does not. */
function meets(
  statement: Statement,
  duty: Obligation,
  occurredAt: Instant | null,
): { readonly at: Instant; readonly by: Means } | null {
  const { said, receivedAt, severity, owner, otherwise } = statement;
  if (otherwise && !isPossible(otherwise.at, occurredAt)) return null;
  if (otherwise && isSame(otherwise.duty, duty)) return { at: otherwise.at, by: "RECEIVED_OTHERWISE" };
  const isCard = otherwise !== undefined && asksForCard(otherwise.duty);
  switch (duty.kind) {
    case "NOTIFY_CENTRE":
      // L7, L22: a card notifies too, by whatever way it came.
      if (isCard) return { at: otherwise.at, by: "RECEIVED_OTHERWISE" };
      return said === "REPORT" || said === "CARD" ? { at: receivedAt, by: said } : null;
    case "SUBMIT_CARD":
      if (isCard) return { at: otherwise.at, by: "RECEIVED_OTHERWISE" };
      return said === "CARD" ? { at: receivedAt, by: "CARD" } : null;
    case "ANSWER_NOTIFICATION":
      // L21: a card that was there before meets it at the moment at which the notification became available.
      if (isCard) return { at: later(otherwise.at, duty.startsAt), by: "RECEIVED_OTHERWISE" };
      return said === "CARD" ? { at: later(receivedAt, duty.startsAt), by: "CARD" } : null;
    case "NOTIFY_OWNER":
      // L8: nobody says that it notified of what has not happened yet; what was delivered or acknowledged is that very incident.
      if (!owner || !isAbout(duty, owner.of) || !isToldToOwner(owner.told ?? null, duty)) return null;
      return owner.means !== "SOC_STATEMENT" || isPossible(owner.notifiedAt, occurredAt)
        ? { at: owner.notifiedAt, by: owner.means }
        : null;
    case "REVIEW_SEVERITY":
      if (said === "REVIEW")
        return { at: receivedAt, by: severity === "UNDETERMINED" ? "REVIEW_LEFT_UNDETERMINED" : "REVIEW" };
      return said === "CARD" && severity !== "UNDETERMINED" ? { at: receivedAt, by: "CARD" } : null;
  }
}

/** L8: the owner at the confirmation that counts, or the one whom the register named when it was told. */
function isToldToOwner(told: Told | null, { startsAt }: Obligation): boolean {
  return told === null || told.wasOwner || isWithin(startsAt, told.ownedIn);
}
