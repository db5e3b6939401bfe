import type { History } from "./duty-history.js";
import { dutiesAt, keyOf, type JudgedDuty } from "./duty-model.js";

/** A duty that the model and the gateway do not judge alike; undefined where there is none. */
interface Difference {
  readonly wanted: JudgedDuty | undefined;
  readonly judged: JudgedDuty | undefined;
}

/** Where what was made of a history at that instant differs from the model. */
export function differences(history: History, judged: readonly JudgedDuty[], now: number): Difference[] {
  const wanted = byName(dutiesAt(history, now));
  const made = byName(judged);
  return [...new Set([...wanted.keys(), ...made.keys()])]
    .map((key) => ({ wanted: wanted.get(key), judged: made.get(key) }))
    .filter((one) => !isAlike(one));
}

/** Each duty as "rule incident notification object", with its standing and, where it has one, its lateness in ms. */
export function asSentences(duties: readonly JudgedDuty[]): Record<string, string> {
  return Object.fromEntries(
    duties.map(({ rule, incident, notification, object, standing, lateness }) => [
      [rule, incident, notification, object].filter((part) => part !== null).join(" "),
      lateness === 0 ? standing : `${standing} ${lateness}`,
    ]),
  );
}

function byName(duties: readonly JudgedDuty[]): Map<string, JudgedDuty> {
  return new Map(duties.map((duty) => [keyOf(duty), duty]));
}

function isAlike({ wanted, judged }: Difference): boolean {
  return (
    wanted?.startsAt === judged?.startsAt &&
    wanted?.dueAt === judged?.dueAt &&
    wanted?.standing === judged?.standing &&
    wanted?.lateness === judged?.lateness &&
    wanted?.isVoid === judged?.isVoid
  );
}
