import { describe, expect, it } from "vitest";
import type { LiveState, Notification, Obligation } from "../src/live/state.js";
import { fieldOf, NO_NOTIFICATION, previewInput } from "../src/screens/notify/notify-form.js";
import { inOrder, isWaiting, rowOf, waitingCount } from "../src/screens/notifications/box.js";

function sent(
  number: string,
  sentAt: string,
  dueAt: string | null,
  acknowledgedAt: string | null = null,
): Notification {
  const obligation =
    dueAt === null
      ? null
      : {
          id: `o ${number}`,
          standing: "RUNNING",
          startsAt: sentAt,
          dueAt,
          dischargedAt: null,
          waivedAt: null,
          isVoid: false,
        };
  const recipient = { soc: null, availableAt: sentAt, acknowledgedAt, obligation };
  return { id: number, number, sentAt, recipients: [recipient] } as unknown as Notification;
}

describe("the list of notifications", () => {
  it("has the next end on top, and what asks for no answer beneath, the newest first", () => {
    const rows = [
      sent("1", "2026-03-01T10:00:00Z", null),
      sent("2", "2026-03-01T11:00:00Z", null),
      sent("3", "2026-03-01T09:00:00Z", "2026-03-04T09:00:00Z"),
      sent("4", "2026-03-01T08:00:00Z", "2026-03-04T08:00:00Z"),
    ].map((notification) => rowOf(notification, new Map()));
    expect(inOrder(rows).map(({ notification }) => notification.number)).toEqual(["4", "3", "2", "1"]);
  });

  it("holds for a SOC what it has not acknowledged too, for the centre only what some SOC has to answer", () => {
    const supplement = rowOf(sent("1", "2026-03-01T10:00:00Z", null), new Map());
    expect([isWaiting(supplement, false), isWaiting(supplement, true)]).toEqual([true, false]);
  });

  it("L21: counts beside its section what its tab counts: no answered one, and no card of an incident that one led to", () => {
    const open = sent("1", "2026-03-01T10:00:00Z", "2026-03-04T10:00:00Z");
    const answered = sent("2", "2026-03-01T10:00:00Z", "2026-03-04T10:00:00Z");
    const [part] = answered.recipients;
    Object.assign(part?.obligation ?? {}, { standing: "MET", dischargedAt: "2026-03-01T11:00:00Z" });
    const owed = (id: string, notification: string, incident: object | null) =>
      ({
        ...open.recipients[0]?.obligation,
        id,
        kind: "ANSWER_NOTIFICATION",
        notification: { id: notification },
        incident,
      }) as Obligation;
    const duties = [
      owed("o 1", "1", null),
      owed("card", "2", {}),
      owed("card of old", "0", {}),
      owed("old", "0", null),
    ];
    const notifications: LiveState["notifications"] = new Map([open, answered].map((one) => [one.id, one]));
    const obligations: LiveState["obligations"] = new Map(duties.map((one) => [one.id, one]));
    const rows = [...notifications.values()].map((one) => rowOf(one, obligations));
    expect(rows.filter((row) => isWaiting(row, false)).map(({ notification }) => notification.number)).toEqual(["1"]);
    // And one older than what the page holds.
    for (const isCentre of [true, false]) expect(waitingCount({ notifications, obligations }, isCentre)).toBe(2);
  });
});

describe("a notification that is being written", () => {
  it("has a preview once it is about something and goes to somebody", () => {
    expect(previewInput(NO_NOTIFICATION)).toBeNull();
    const about = { kind: "EVENT", number: "EVENT-2026-0001" } as const;
    expect(previewInput({ ...NO_NOTIFICATION, about })).toBeNull();
    expect(previewInput({ ...NO_NOTIFICATION, about, socs: ["DEMO-WATER"] })).toEqual({
      eventId: "EVENT-2026-0001",
      to: { socs: ["DEMO-WATER"] },
    });
  });

  it("has each path of the gateway at one of its fields", () => {
    const paths = [["threatId"], ["withdraws"], ["to"], ["to", "socs", "0"], ["indicators", "0", "value"]];
    expect(paths.map(fieldOf)).toEqual(["about", "about", "to", "to.socs", "indicators.0.value"]);
  });
});
