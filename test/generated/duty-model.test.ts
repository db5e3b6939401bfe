import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { histories } from "../support/duty-histories.js";
import { dutiesAt, keyOf, type DutyName, type Event, type History, type JudgedDuty } from "../support/duty-model.js";
import { judgedByDomain } from "../support/judged-histories.js";

/** The core against a model of the order that was written without it: what is owed, until when, how it stands, how late it is. */

/** 500, in the long run 10,000. */
const HISTORIES = Number(process.env["DABYL_GENERATED"] ?? 5_000) / 10;
const STANDINGS = ["RUNNING", "MET", "MET_LATE", "OVERDUE", "WAIVED"];

type Duties = ReadonlyMap<string, JudgedDuty>;
const byName = (duties: readonly JudgedDuty[]): Duties => new Map(duties.map((duty) => [keyOf(duty), duty]));
const shown = (duties: Duties) => Object.fromEntries([...duties].toSorted(([a], [b]) => (a < b ? -1 : 1)));

test("whatever is said and in whatever order, the core owes, meets and waives what the model does", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(histories, ({ history, now }) => {
      const wanted = byName(dutiesAt(history, now));
      const judged = byName(judgedByDomain(history, now));
      const others = [...judged].filter(([key, duty]) => !isKnownFault(history, duty, wanted.get(key)));
      const compared = [...wanted].filter(([key, duty]) => !isKnownFault(history, judged.get(key) ?? duty, duty));
      expect(shown(new Map(others))).toEqual(shown(new Map(compared)));
      for (const { rule, standing } of wanted.values()) seen.add(`${rule} ${standing}`);
    }),
    { numRuns: HISTORIES },
  );
  // With the first word an incident's R9.1 is met, and nothing is left to be waived.
  const rules = ["R9.2", "R9.3", "R9.4", "R9.5", "R9.6", "RA.1"];
  const reached = ["R9.1 MET", "R9.1 MET_LATE", ...rules.flatMap((rule) => STANDINGS.map((one) => `${rule} ${one}`))];
  expect([...seen].toSorted()).toEqual(reached.toSorted());
});

/** Where the core is known to differ: each is a test below, which fails as long as it does. */
function isKnownFault(history: History, judged: JudgedDuty, wanted: JudgedDuty | undefined): boolean {
  const { events, notifications } = history;
  const isAboutIncident = notifications.some(({ id, subject }) => id === judged.notification && subject === "INCIDENT");
  if (wanted === undefined) return isAboutIncident && events.some(({ does }) => does === "RETRACTED");
  const after = events.slice(
    events.findIndex((event) => event.does === "WITHDRAWN" && event.notification === wanted.notification),
  );
  const isWithdrawn = wanted.standing === "WAIVED" && after[0]?.does === "WITHDRAWN";
  return (
    isWithdrawn && (judged.standing !== "WAIVED" || after.some(({ does }) => ["WAIVER", "RETRACTED"].includes(does)))
  );
}

describe("known faults of the core", () => {
  const HOUR = 3_600_000;
  const about = (subject: "EVENT" | "INCIDENT", events: Event[]): History => ({
    inForceFrom: 0,
    objects: [],
    notifications: [{ id: "N", subject, availableAt: 0 }],
    events,
  });
  const report = (incident: string, at: number): Event => ({
    does: "REPORT",
    incident,
    at,
    confirmedAt: at,
    severity: null,
    objects: [],
    notifications: ["N"],
  });
  const withdrawn: Event = { does: "WITHDRAWN", at: 2 * HOUR, notification: "N" };
  const agree = (history: History, duty: Partial<DutyName>): void => {
    const key = keyOf({ rule: "R9.6", incident: null, notification: "N", object: null, ...duty });
    const judged = byName(judgedByDomain(history, 80 * HOUR)).get(key);
    expect(judged).toEqual(byName(dutiesAt(history, 80 * HOUR)).get(key));
  };

  test.fails(
    "R9.6 L19 a notification that was withdrawn asks for no card of an incident that is linked to it later",
    () => {
      agree(about("EVENT", [withdrawn, report("A", 3 * HOUR)]), { incident: "A" });
    },
  );

  test.fails("R9.5 L19 a notification that was withdrawn asks for nothing again when its denial is superseded", () => {
    const denied: Event = { does: "DENIAL", at: HOUR, notifications: ["N"] };
    agree(about("EVENT", [denied, withdrawn, report("A", 3 * HOUR)]), { rule: "R9.5" });
  });

  test.fails(
    "R9.6 L21 one notification and one incident have one duty, also when the first incident was retracted",
    () => {
      const retracted = ["RETRACTION_REQUESTED", "RETRACTED"] as const;
      const events = [report("A", 1), report("B", 2), ...retracted.map((does) => ({ does, at: 3, incident: "A" }))];
      agree(about("INCIDENT", events), { incident: "B" });
    },
  );
});
