import { describe, expect, it, test } from "vitest";
import { afterFrames, afterOwnAct, begin, numbersOf, withFacts } from "../src/live/changes.js";
import { cursorsFor } from "../src/live/kept-cursors.js";
import { overdueAt, standingAt } from "../src/live/standing.js";
import {
  type Fact,
  type FeedFrame,
  type Incident,
  MOST_FACTS,
  MOST_HELD,
  NOTHING,
  type Obligation,
} from "../src/live/state.js";

const NOW = Date.parse("2026-03-02T03:14:00Z");
const MINUTE = 60_000;
const at = (minutes: number): string => new Date(NOW + minutes * MINUTE).toISOString();

const incident = (id: string): Incident =>
  ({ id, number: `DEMO-${id}`, severity: "HIGH", affectedObjects: [] }) as unknown as Incident;

const duty = (id: string, minutes: number, changes: Partial<Obligation> = {}): Obligation =>
  ({
    id,
    kind: "SUBMIT_CARD",
    rule: "R9.3",
    dueAt: at(minutes),
    dischargedAt: null,
    waivedAt: null,
    isVoid: false,
    standing: "RUNNING",
    incident: incident("1"),
    notification: null,
    ...changes,
  }) as unknown as Obligation;

const heardOf = (duties: readonly Obligation[], cursor = "a", minutes = 0): FeedFrame => ({
  feed: "incidents",
  frame: {
    cursor,
    kind: "REPORTED",
    at: at(minutes),
    incident: { ...incident("1"), obligations: duties },
  } as unknown as Extract<FeedFrame, { feed: "incidents" }>["frame"],
});

describe("a duty's standing on the page", () => {
  it("changes by itself when its term has passed, and not at the end of the term", () => {
    const running = duty("a", 0);
    expect(standingAt(running, NOW)).toBe("RUNNING");
    expect(standingAt(running, NOW + 1)).toBe("OVERDUE");
  });

  it("is what the gateway said once it is met or waived", () => {
    expect(standingAt(duty("a", -5, { standing: "MET", dischargedAt: at(-9) }), NOW)).toBe("MET");
    expect(standingAt(duty("a", -5, { standing: "WAIVED", waivedAt: at(-9) }), NOW)).toBe("WAIVED");
  });

  it("is overdue for a while and running again where the term was moved", () => {
    const [stood] = afterFrames(NOTHING, [
      heardOf([duty("a", -1)]),
      heardOf([duty("a", 30)], "b"),
    ]).obligations.values();
    expect(stood && standingAt(stood, NOW)).toBe("RUNNING");
  });
});

test("R9.6: an answer that is owed for an incident keeps its notification, whichever feed tells of it last", () => {
  const notification = { id: "n", number: "NOTIFICATION-1", subject: "INCIDENT" } as Obligation["notification"];
  const owed = duty("answer", 30, { kind: "ANSWER_NOTIFICATION", rule: "R9.6", incident: null, notification });
  const told = {
    feed: "notifications",
    frame: { cursor: "n1", kind: "SENT", at: at(0), notification, recipient: { obligation: owed } },
  } as unknown as FeedFrame;
  const ofIncident = heardOf([{ ...owed, notification: null }], "i1");
  for (const heard of [[told, ofIncident], [ofIncident, told], [heardOf([owed])]]) {
    const held = afterFrames(NOTHING, heard).obligations.get("answer");
    expect([held?.incident?.number, held?.notification?.number]).toEqual(["DEMO-1", "NOTIFICATION-1"]);
  }
  const own = afterOwnAct(afterFrames(NOTHING, [told]), {
    obligation: { ...owed, notification: null, incident: incident("1") },
  });
  expect(own.obligations.get("answer")?.notification?.number).toBe("NOTIFICATION-1");
});

test("what is overdue is counted at the moment", () => {
  const duties = [duty("late", -6), duty("later", -41), duty("soon", 2)];
  expect([overdueAt(duties, NOW), overdueAt(duties, NOW + 3 * MINUTE)]).toEqual([2, 3]);
});

describe("what is heard", () => {
  it("replaces an incident's duties: those that are met leave, and so do those that are gone", () => {
    const state = begin(NOTHING, { obligations: [duty("a", 5), duty("b", 5)], incidents: [], notifications: [] });
    const met = duty("a", 5, { standing: "MET", dischargedAt: at(0) });
    expect([...afterFrames(state, [heardOf([met])]).obligations.keys()]).toEqual([]);
  });

  it("brings new duties with the incident that they are of", () => {
    const { obligations, incidents } = afterFrames(NOTHING, [heardOf([duty("a", 5)])]);
    expect(obligations.get("a")?.incident?.number).toBe("DEMO-1");
    expect(incidents.get("1")).toBeDefined();
  });

  it("lets go of what was not heard of for longest, and of nothing that an open duty is about", () => {
    const about = (id: string, duties: readonly Obligation[] = []): FeedFrame => {
      const heard = heardOf(duties, id) as Extract<FeedFrame, { feed: "incidents" }>;
      return { ...heard, frame: { ...heard.frame, incident: { ...heard.frame.incident, id } } };
    };
    const owed = duty("a", 5, { incident: incident("owed") });
    const many = Array.from({ length: MOST_HELD + 5 }, (_, index) => about(`n${index}`));
    const { incidents } = afterFrames(NOTHING, [about("owed", [owed]), about("again"), ...many, about("again")]);
    expect(incidents.size).toBe(MOST_HELD + 1);
    expect(["owed", "again", "n0", "n5", "n6"].filter((id) => incidents.has(id))).toEqual(["owed", "again", "n6"]);
  });

  it("is one fact however often it comes", () => {
    const { facts } = afterFrames(NOTHING, [heardOf([]), heardOf([]), heardOf([], "b")]);
    expect(facts.map(({ cursor }) => cursor)).toEqual(["b", "a"]);
  });

  it("stands in the order of its times, newest first, whichever feed was faster", () => {
    const { facts } = afterFrames(NOTHING, [heardOf([], "late", 9), heardOf([], "early", 3)]);
    expect(facts.map(({ cursor }) => cursor)).toEqual(["late", "early"]);
  });

  it("marks a duty as due soon until it is done or the announcement is taken back", () => {
    const announced = (kind: string): FeedFrame =>
      ({
        feed: "obligations",
        frame: { cursor: kind, kind, at: at(0), obligation: duty("a", 5) },
      }) as unknown as FeedFrame;
    const soon = afterFrames(NOTHING, [announced("DUE_SOON")]);
    expect(soon.dueSoon.has("a")).toBe(true);
    expect(afterFrames(soon, [announced("NOT_OVERDUE")]).dueSoon.has("a")).toBe(false);
    expect(afterFrames(soon, [heardOf([duty("a", 5, { standing: "MET", dischargedAt: at(1) })])]).dueSoon.size).toBe(0);
  });

  const announces = (kind: string, about: Obligation): FeedFrame =>
    ({ feed: "obligations", frame: { cursor: kind, kind, at: at(0), obligation: about } }) as unknown as FeedFrame;
  const met = duty("a", 5, { standing: "MET", dischargedAt: at(0) });
  const waived = duty("a", 5, { standing: "WAIVED", waivedAt: at(0) });

  it.each([
    ["was met", heardOf([met], "b")],
    ["was waived", heardOf([waived], "b")],
    ["is gone", heardOf([], "b")],
  ])("opens no duty again that %s, by an announcement that was read before and comes after", (_, closing) => {
    const owed = begin(NOTHING, { obligations: [duty("a", 5)], incidents: [], notifications: [] });
    for (const kind of ["DUE_SOON", "OVERDUE"]) {
      const { obligations, dueSoon } = afterFrames(owed, [closing, announces(kind, duty("a", 5))]);
      expect([obligations.size, dueSoon.size]).toEqual([0, 0]);
    }
  });

  it("opens no duty again that one has waived oneself", () => {
    const owed = begin(NOTHING, { obligations: [duty("a", 5)], incidents: [], notifications: [] });
    const done = afterOwnAct(owed, { obligation: waived });
    expect(afterFrames(done, [announces("OVERDUE", duty("a", 5))]).obligations.size).toBe(0);
  });

  it("keeps the term that its incident's feed told, whatever an announcement says that was read before", () => {
    const moved = afterFrames(NOTHING, [heardOf([duty("a", 30)], "b"), announces("OVERDUE", duty("a", -1))]);
    expect(moved.obligations.get("a")?.dueAt).toBe(at(30));
  });

  it("opens a duty that was beyond what was read, and again one that its incident's feed opens again", () => {
    expect(afterFrames(NOTHING, [announces("DUE_SOON", duty("a", 5))]).obligations.has("a")).toBe(true);
    const again = afterFrames(NOTHING, [heardOf([met]), heardOf([duty("a", 5)], "b"), announces("DUE_SOON", met)]);
    expect([...again.dueSoon]).toEqual(["a"]);
  });

  it("makes readings old by the numbers that it is about", () => {
    const [fact] = afterFrames(NOTHING, [heardOf([])]).facts;
    expect(fact && numbersOf(fact)).toEqual(["DEMO-1"]);
  });
});

describe("the line of facts", () => {
  const facts = Array.from({ length: MOST_FACTS + 2 }, (_, index) => ({
    key: `${index}`,
    cursor: `c${index}`,
    feed: index % 2 ? "incidents" : "obligations",
    at: at(index),
  })) as unknown as Fact[];

  it("holds five hundred, the newest", () => {
    const line = withFacts([], facts);
    expect(line).toHaveLength(MOST_FACTS);
    expect(line[0]?.cursor).toBe(`c${MOST_FACTS + 1}`);
  });

  it("can be read again after a reload: from the cursor of the newest that fell off, by feed", () => {
    expect(
      cursorsFor({ incidents: "x", obligations: "x", notifications: "x" }, [facts[3], facts[2], facts[1]] as Fact[]),
    ).toEqual({
      incidents: "c3",
      obligations: "c2",
      notifications: "x",
    });
  });
});
