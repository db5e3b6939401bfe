import { after, earlier, HOUR, MINUTE, type Instant } from "./instant.js";
import type { DeliveryState } from "./parties.js";
import type { Violation, Warning } from "./verdict.js";
import { say } from "./wording/wording.js";

/** The longest wait between two attempts, unless the receiver asks for a longer one; milliseconds. */
const LONGEST_WAIT = HOUR;

/** The facts about a delivery's attempts that decide what happens next. */
export interface Tries {
  /** From when it is tried: when it was queued, or queued again. */
  readonly since: Instant;
  /** Attempts from then on that failed. */
  readonly failures: number;
}

/** How long a delivery is tried, and the longest wait before its second attempt; milliseconds. */
export interface Patience {
  readonly window: number;
  readonly firstWait: number;
}

/** Whether a delivery that has failed once more at `now` is given up: only an attempt at the end of the window is the last. */
export function isGivenUp({ since }: Tries, now: Instant, { window }: Patience): boolean {
  return now >= after(since, window);
}

/**
 * When a delivery that failed at `now` is tried again: the wait doubles up to an hour. `chance` (0 to below 1) spreads those
 * that failed together. A receiver that asks for more time (`askedFor`, milliseconds; 0: nothing) is given it, but the last
 * attempt comes at the end of the window.
 */
export function triedAgainAt(
  { since, failures }: Tries,
  now: Instant,
  patience: Patience,
  { askedFor, chance }: { readonly askedFor: number; readonly chance: number },
): Instant {
  const longest = Math.min(LONGEST_WAIT, patience.firstWait * 2 ** (failures - 1));
  const wait = Math.max(askedFor, Math.round((longest * (1 + chance)) / 2));
  return earlier(after(now, wait), after(since, patience.window));
}

/**
 * R9.2: whether SOC and centre are notified, though it is tried on, that a message does not get through: the duty ends after 15
 * minutes, and the person who has to telephone needs most of them.
 */
export function isWorthReporting({ since, failures }: Tries, now: Instant): boolean {
  return failures >= 3 || now >= after(since, MINUTE);
}

/** F17: what is retried was given up, or had no mail server; and there is a channel for it, and a duty toward who would get it. */
export function judgeRetry(
  state: DeliveryState,
  { isCarried, isOwed }: { readonly isCarried: boolean; readonly isOwed: boolean },
): Violation[] {
  const path = ["deliveryId"];
  if (state !== "GIVEN_UP" && state !== "NO_MAIL_SERVER") return [{ rule: "F17", path, says: say("notGivenUp", {}) }];
  if (!isOwed) return [{ rule: "F17", path, says: say("notOwedAnyMore", {}) }];
  return isCarried ? [] : [{ rule: "F17", path, says: say("mailServerMissing", {}) }];
}

/** R9.2: warnings about notifying an owner through the gateway. */
export function warningsOfNotifying(
  { hasChannel, isCarried }: { readonly hasChannel: boolean; readonly isCarried: boolean },
  path: readonly string[],
): Warning[] {
  if (isCarried) return [];
  return [{ rule: "R9.2", path, says: hasChannel ? say("mailNotSent", {}) : say("ownerUnreachable", {}) }];
}

/** R9.2: that the gateway notifies nobody of what is only described. */
export function warningOfDescribed(path: readonly string[]): Warning[] {
  return [{ rule: "R9.2", path, says: say("ownerUnknown", {}) }];
}

/**
 * R9.2: whether SOC and centre do not know yet that a message does not get through, `unreachedAt` being when they were last
 * notified
 * of that, to an owner that has not been notified otherwise.
 */
export function isNews(
  { since }: Pick<Tries, "since">,
  { unreachedAt, isNotifiedOtherwise }: { readonly unreachedAt: Instant | null; readonly isNotifiedOtherwise: boolean },
): boolean {
  return (unreachedAt === null || unreachedAt < since) && !isNotifiedOtherwise;
}
