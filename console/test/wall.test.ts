import { describe, expect, test } from "vitest";
import type { Fact, Incident, Obligation } from "../src/live/state.js";
import { lapsedSince, newlyHigh } from "../src/screens/wall/alarms.js";
import { dotted } from "../src/texts/one-line.js";
import { steadyRows } from "../src/shared/lists/steady-rows.js";
import { placeIn, shortNumber } from "../src/screens/wall/horizon-marks.js";
import { attentionOf, columnsOf, countsAt, countsBySoc, endedBy, timelineOf } from "../src/screens/wall/timeline.js";
import { readView, writeView } from "../src/screens/wall/wall-view.js";
import { HOUR, MINUTE } from "../src/time/almaty.js";

const NOW = Date.parse("2026-03-01T22:14:07Z");

const duty = (id: string, left: number, soc = "DEMO-GOV"): Obligation =>
  ({
    id,
    kind: "SUBMIT_CARD",
    rule: "R9.3",
    startsAt: new Date(NOW).toISOString(),
    dueAt: new Date(NOW + left).toISOString(),
    standing: left < 0 ? "OVERDUE" : "RUNNING",
    obligor: { id: soc, code: soc, name: soc },
    incident: { id: "i", number: "DEMO-GOV-2026-0011" },
    notification: null,
  }) as unknown as Obligation;

const DUTIES = [
  duty("long ago", -3 * HOUR),
  duty("announced", 10 * HOUR),
  duty("soon", 2 * MINUTE, "DEMO-WATER"),
  duty("just now", -MINUTE),
  duty("at this instant", 0),
  duty("tomorrow", 30 * HOUR),
];
const TIMELINE = timelineOf(DUTIES);
const idsOf = (duties: readonly Obligation[]): readonly string[] => duties.map(({ id }) => id);

describe("the timeline of open duties", () => {
  test("finds what has ended by a time without looking at each duty", () => {
    expect(TIMELINE.ends.map((end) => endedBy(TIMELINE, end))).toEqual([1, 2, 3, 4, 5, 6]);
    expect(endedBy(timelineOf([]), NOW)).toBe(0);
  });

  test("L1: the last instant of a term is in time, a millisecond later it is late", () => {
    expect(columnsOf(TIMELINE, NOW).OVERDUE).toEqual([0, 2]);
    expect(columnsOf(TIMELINE, NOW + 1).OVERDUE).toEqual([0, 3]);
  });

  test("changes its counts only when a duty passes into another column", () => {
    expect(countsAt(TIMELINE, NOW)).toBe("2 2 0 0 1 1");
    expect(countsAt(TIMELINE, NOW + 1)).toBe("3 1 0 0 1 1");
    expect(countsAt(TIMELINE, NOW + 1)).toBe(countsAt(TIMELINE, NOW + MINUTE));
  });

  test("puts what needs attention nearest to now first on both sides, and what was announced after it", () => {
    const announced = new Set(["announced"]);
    expect(idsOf(attentionOf(TIMELINE, { now: NOW, announced, column: null }))).toEqual([
      "just now",
      "long ago",
      "at this instant",
      "soon",
      "announced",
    ]);
    expect(idsOf(attentionOf(TIMELINE, { now: NOW, announced, column: "HOURS_72" }))).toEqual(["tomorrow"]);
  });

  test("counts each duty once for its SOC", () => {
    const counts = countsBySoc(TIMELINE, NOW, new Set(["announced"]));
    expect(counts.get("DEMO-GOV")).toEqual({ overdue: 2, soon: 1, running: 2 });
    expect(counts.get("DEMO-WATER")).toEqual({ overdue: 0, soon: 0, running: 1 });
  });
});

describe("the horizon", () => {
  test("places marks evenly before their end, and by orders of magnitude after it", () => {
    expect(placeIn("MINUTES_15", 0)).toBe(0);
    expect(placeIn("MINUTES_15", 7.5 * MINUTE)).toBeCloseTo(0.5);
    expect(placeIn("HOURS_72", 72 * HOUR)).toBe(1);
    expect(placeIn("OVERDUE", 0)).toBe(1);
    expect(placeIn("OVERDUE", -MINUTE)).toBeGreaterThan(placeIn("OVERDUE", -HOUR));
    expect(placeIn("OVERDUE", -72 * HOUR)).toBeCloseTo(0);
  });

  test("calls what it is about by what tells it from others", () => {
    expect(shortNumber(duty("a", 0))).toBe("GOV-0011");
    const answer = { ...duty("b", 0), incident: null, notification: { number: "NOTIFICATION-2026-0034" } };
    expect(shortNumber(answer as unknown as Obligation)).toBe("№ 0034");
  });
});

describe("alarms", () => {
  test("sound for terms that lapsed since the wall was opened, the latest first, and for none before", () => {
    const lapsed = lapsedSince(TIMELINE, NOW + 3 * MINUTE, NOW);
    expect(lapsed.map(({ key }) => key.split(" ").slice(1, -1).join(" "))).toEqual(["soon", "at this instant"]);
  });

  test("sound for level 4 that is new or was raised, not for what the wall was opened with, and not for what was retracted", () => {
    const incident = (
      id: string,
      severity: Incident["severity"],
      receivedAt: number,
      retractedAt: string | null = null,
    ) => ({ id, severity, receivedAt: new Date(receivedAt).toISOString(), retractedAt }) as Incident;
    const seen = new Map<string, Incident["severity"]>([
      ["old", "HIGH"],
      ["raised", "LOW"],
    ]);
    const incidents = [
      incident("old", "HIGH", NOW - HOUR),
      incident("raised", "HIGH", NOW - HOUR),
      incident("new", "HIGH", NOW + MINUTE),
      incident("low", "LOW", NOW + MINUTE),
      incident("retracted", "HIGH", NOW + MINUTE, "2026-03-01T22:20:00Z"),
    ];
    const heard = { incidents: new Map(incidents.map((one) => [one.id, one])), facts: [] };
    expect([...newlyHigh(new Map(), seen, heard, NOW).keys()]).toEqual(["raised", "new"]);
  });

  test("sound for what was raised to level 4 though it is older than what the page has read (RA.1)", () => {
    const old = { id: "old", severity: "HIGH", receivedAt: new Date(NOW - 30 * HOUR).toISOString() } as Incident;
    const heardOf = (kind: string, at: number) => ({
      incidents: new Map([[old.id, old]]),
      facts: [{ kind, at: new Date(at).toISOString(), incident: old } as unknown as Fact],
    });
    const highAfter = (kind: string, at: number) => newlyHigh(new Map(), new Map(), heardOf(kind, at), NOW);
    expect(highAfter("SEVERITY_REVIEWED", NOW + MINUTE).has("old")).toBe(true);
    expect(highAfter("SEVERITY_REVIEWED", NOW - MINUTE).has("old")).toBe(false);
    expect(highAfter("CARD_SUBMITTED", NOW + MINUTE).has("old")).toBe(false);
  });

  test("sound on for an incident that the page holds no more, until somebody acknowledges them", () => {
    const old = { id: "old", severity: "HIGH" } as Incident;
    expect(newlyHigh(new Map([["old", old]]), new Map(), { incidents: new Map(), facts: [] }, NOW).has("old")).toBe(
      true,
    );
  });
});

describe("a list that somebody is at", () => {
  const key = (row: string): string => row;

  test("keeps its rows, says which are gone and how many wait", () => {
    const held = steadyRows(["a", "b"], ["c", "b", "d"], () => false, key);
    expect(held.rows.map(({ row, isGone }) => `${row}${isGone ? " gone" : ""}`)).toEqual(["a gone", "b"]);
    expect(held.waiting).toBe(2);
  });

  test("is the list itself while nobody is at it", () => {
    expect(steadyRows(null, ["c", "b"], () => false, key)).toMatchObject({
      rows: [{ row: "c" }, { row: "b" }],
      waiting: 0,
    });
  });
});

describe("the wall's address", () => {
  test("has what is looked at, and nothing of what is left as it is", () => {
    const view = { isWall: true, socs: ["DEMO-GOV", "DEMO-WATER"], part: "list", column: "HOUR_1" } as const;
    expect(writeView(view)).toBe("?wall=1&socs=DEMO-GOV,DEMO-WATER&part=list&column=HOUR_1");
    expect(readView(writeView(view))).toEqual(view);
    expect(writeView(readView(""))).toBe("");
  });

  test("reads codes in small letters, and no part or column that there is not", () => {
    expect(readView("?socs=demo-gov,&part=roof&column=NEVER")).toEqual({
      isWall: false,
      socs: ["DEMO-GOV"],
      part: null,
      column: null,
    });
  });
});

test("a line of several parts keeps its order, whatever turns one of them around", () => {
  expect(dotted("Ransomware", "invoice \u202Efdp.exe", "", "kind\u2069 not\u2066 known")).toBe(
    "Ransomware · invoice fdp.exe · kind not known",
  );
});
