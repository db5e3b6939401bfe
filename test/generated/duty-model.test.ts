import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { histories } from "../support/duty-histories.js";
import { differences } from "../support/duty-differences.js";
import type { DutyName, Event, History } from "../support/duty-history.js";
import { dutiesAt, keyOf } from "../support/duty-model.js";
import { judgedByDomain } from "../support/judged-histories.js";

/** The core against a model of the order that was written without it: what is owed, until when, how it stands, how late it is. */

/** 500, in the long run 10,000. */
const HISTORIES = Number(process.env["DABYL_GENERATED"] ?? 5_000) / 10;
const STANDINGS = ["RUNNING", "MET", "MET_LATE", "OVERDUE", "WAIVED"];

test("whatever is said and in whatever order, the core owes, meets and waives what the model does", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(histories, ({ history, now }) => {
      const judged = judgedByDomain(history, now);
      expect(differences(history, judged, now)).toEqual([]);
      for (const { rule, standing } of judged) seen.add(`${rule} ${standing}`);
    }),
    { numRuns: HISTORIES },
  );
  // With the first word an incident's R9.1 is met, and nothing is left to be waived; that it is void (L23) is rare.
  seen.delete("R9.1 WAIVED");
  const rules = ["R9.2", "R9.3", "R9.4", "R9.5", "R9.6", "RA.1"];
  const reached = ["R9.1 MET", "R9.1 MET_LATE", ...rules.flatMap((rule) => STANDINGS.map((one) => `${rule} ${one}`))];
  expect([...seen].toSorted()).toEqual(reached.toSorted());
});

describe("what generated histories have shown first", () => {
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
  const analysed = (at: number): Event => ({ does: "EVENT_ANALYSIS", at, notifications: ["N"] });
  const agree = (history: History, duty: Partial<DutyName>): void => {
    const key = keyOf({ rule: "R9.6", incident: null, notification: "N", object: null, ...duty });
    const [judged, wanted] = [judgedByDomain, dutiesAt].map((judge) =>
      judge(history, 80 * HOUR).find((one) => keyOf(one) === key),
    );
    expect(judged).toEqual(wanted);
  };

  test("R9.6 L19 a notification that was withdrawn asks for no card of an incident that is linked to it later", () => {
    agree(about("EVENT", [withdrawn, report("A", 3 * HOUR)]), { incident: "A" });
  });

  test("R9.5 L19 a notification that was withdrawn asks for nothing again when its denial is superseded", () => {
    const denied: Event = { does: "DENIAL", at: HOUR, notifications: ["N"] };
    agree(about("EVENT", [denied, withdrawn, report("A", 3 * HOUR)]), { rule: "R9.5" });
  });

  test("R9.6 L21 one notification and one incident have one duty, also when the first incident was retracted", () => {
    const retracted = ["RETRACTION_REQUESTED", "RETRACTED"] as const;
    const events = [report("A", 1), report("B", 2), ...retracted.map((does) => ({ does, at: 3, incident: "A" }))];
    agree(about("INCIDENT", events), { incident: "B" });
  });

  test("R9.5 L19 what was met late before the withdrawal stays so, though the clock of that one runs behind", () => {
    const behind: Event = { does: "WITHDRAWN", at: 73 * HOUR - 1, notification: "N" };
    agree(about("EVENT", [analysed(73 * HOUR), behind, analysed(74 * HOUR)]), { rule: "R9.5" });
  });

  test("L9 L23 what a wrong link alone had opened is void, though the object is named by itself since", () => {
    const [to, was] = [100 * HOUR, 99 * HOUR];
    const said = { does: "CARD", incident: "A", severity: "LOW", notifications: [] } as const;
    const events: Event[] = [
      {
        ...said,
        at: to,
        confirmedAt: to,
        occurredAt: to,
        objects: [{ description: "ЖЭО-3", isProtected: true }],
      },
      { does: "OBJECT_LINKED", at: to, incident: "A", description: "ЖЭО-3", object: "O" },
      { ...said, at: was + 1, confirmedAt: was, occurredAt: was, objects: ["O"] },
      { does: "OBJECT_UNLINKED", at: was + 2, incident: "A", description: "ЖЭО-3" },
    ];
    const history = { ...about("EVENT", events), objects: [{ id: "O", protectedDuring: [{ from: to, until: null }] }] };
    expect(differences(history, judgedByDomain(history, to), to)).toEqual([]);
  });
});
