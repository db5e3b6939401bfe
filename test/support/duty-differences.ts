import { dutiesAt, keyOf, type History, type JudgedDuty } from "./duty-model.js";

/** A duty that the model and the gateway do not judge alike; undefined where there is none. */
interface Difference {
  readonly wanted: JudgedDuty | undefined;
  readonly judged: JudgedDuty | undefined;
}

/** Where what was made of a history at that instant differs from the model, but for the known faults. */
export function differences(history: History, judged: readonly JudgedDuty[], now: number): Difference[] {
  const wanted = byName(dutiesAt(history, now));
  const made = byName(judged);
  return [...new Set([...wanted.keys(), ...made.keys()])]
    .map((key) => ({ wanted: wanted.get(key), judged: made.get(key) }))
    .filter((one) => !isAlike(one) && !isKnownFault(history, one));
}

function byName(duties: readonly JudgedDuty[]): Map<string, JudgedDuty> {
  return new Map(duties.map((duty) => [keyOf(duty), duty]));
}

function isAlike({ wanted, judged }: Difference): boolean {
  return (
    wanted?.startsAt === judged?.startsAt &&
    wanted?.dueAt === judged?.dueAt &&
    wanted?.standing === judged?.standing &&
    wanted?.lateness === judged?.lateness
  );
}

/** What test/generated/duty-model.test.ts shows in a test of its own, which fails as long as the fault is there. */
function isKnownFault({ events, notifications }: History, { wanted, judged }: Difference): boolean {
  if (judged === undefined) return false;
  if (wanted === undefined) {
    const { subject } = notifications.find(({ id }) => id === judged.notification) ?? {};
    return subject === "INCIDENT" && events.some(({ does }) => does === "RETRACTED");
  }
  const place = events.findIndex((one) => one.does === "WITHDRAWN" && one.notification === wanted.notification);
  if (place === -1 || wanted.standing !== "WAIVED") return false;
  return (
    judged.standing !== "WAIVED" || events.slice(place).some(({ does }) => does === "WAIVER" || does === "RETRACTED")
  );
}
