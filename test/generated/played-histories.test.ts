import fc from "fast-check";
import { expect, test } from "vitest";
import { EARLIEST_IN_FORCE } from "../../src/domain/obligations.js";
import { HOUR } from "../../src/domain/instant.js";
import { asSentences, differences } from "../support/duty-differences.js";
import { histories, movedBy, START } from "../support/duty-histories.js";
import type { Event, History } from "../support/duty-history.js";
import { countDifferences } from "../support/counted-incidents.js";
import { tallyDifferences } from "../support/duty-tally.js";
import { lentGateway } from "../support/gateway.js";
import { notified, partOf } from "../support/notified-socs.js";
import { Player } from "../support/played-histories.js";

/** The gateway and its tables against the model of the order: histories said to it, of which it refuses what it must. */

/** 2, in the long run 100. */
const HISTORIES = Math.ceil(Number(process.env["DABYL_GENERATED"] ?? 2_000) / 1_000);

test(
  "what a gateway has made of all that it accepted is what the model makes of it",
  { timeout: 3_600_000 },
  async () => {
    await using world = await lentGateway({ at: "2026-05-01T00:00:00Z", settings: { COST_AT_ONCE: "1000000000000" } });
    const eventful = histories.filter(({ history }) => history.events.length > 5);
    const retracted = eventful.filter(({ history }) => history.events.some(({ does }) => does === "RETRACTED"));
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(eventful, retracted), async ({ history }) => {
        // The clock goes on, so that each history comes long after the one before it.
        const by = Math.max(0, world.clock.now() + 1_000 * HOUR - START);
        const played = await Player.play(world, movedBy(history, by), EARLIEST_IN_FORCE);
        accepted += played.history.events.length;
        expect(differences(played.history, played.duties, world.clock.now())).toEqual([]);
        expect(await tallyDifferences(world.database)).toEqual([]);
        expect(await countDifferences(world)).toEqual([]);
      }),
      { numRuns: HISTORIES, endOnFailure: true },
    );
    expect(accepted).toBeGreaterThan(2 * HISTORIES);
  },
);

const MINUTE = 60_000;
const at = (hours: number): number => START + hours * HOUR;
const plant = { description: "ЖЭО-3", isProtected: true };
const kiosk = { description: "kiosk", isProtected: false };
const told = { confirmedAt: at(1), notifications: ["N0", "N1"], severity: "UNDETERMINED" } as const;
const card = { ...told, does: "CARD", occurredAt: at(0.9) } as const;
const owner = (hour: number, incident: string, object: string): Event => ({
  does: "OWNER_NOTIFIED",
  at: at(hour),
  incident,
  object,
  notifiedAt: at(1) + MINUTE,
});
/** Two incidents of several objects, of which one is retracted; notifications of which one is withdrawn; a third after that. */
const STORY: History = {
  inForceFrom: 0,
  objects: ["O0", "O1"].map((id) => ({ id, protectedDuring: [{ from: 0, until: null }] })),
  notifications: (["INCIDENT", "EVENT", "THREAT"] as const).map((subject, place) => ({
    id: `N${place}`,
    subject,
    availableAt: at(0) + place,
  })),
  events: [
    { ...told, does: "REPORT", at: at(1), incident: "A", objects: ["O0", plant] },
    owner(1.1, "A", plant.description),
    { ...told, does: "REPORT", at: at(1.2), incident: "B", objects: ["O1", kiosk, plant] },
    { ...card, at: at(3), incident: "A", objects: ["O0", "O1"] },
    owner(3.1, "A", "O1"),
    owner(3.2, "B", kiosk.description),
    { does: "RETRACTION_REQUESTED", at: at(10), incident: "A" },
    { does: "RETRACTED", at: at(20), incident: "A" },
    { does: "WITHDRAWN", at: at(30), notification: "N1" },
    { ...card, at: at(74), incident: "B", objects: ["O1"], severity: "LOW", notifications: ["N2"] },
    { ...card, at: at(75), incident: "C", objects: [plant], notifications: ["N0", "N1"], severity: "HIGH" },
  ],
};

test("R9.2 R9.5 R9.6 several objects, two incidents of one notification, a retraction and a withdrawal", async () => {
  await using world = await lentGateway({ at: "2026-05-01T00:00:00Z" });
  const { history, duties } = await Player.play(world, STORY, EARLIEST_IN_FORCE);
  expect(history.events.map(({ does }) => does)).toEqual(STORY.events.map(({ does }) => does));
  expect(differences(history, duties, world.clock.now())).toEqual([]);
  expect(await tallyDifferences(world.database)).toEqual([]);
  expect(await countDifferences(world)).toEqual([]);
  const standings = asSentences(duties.map((duty) => ({ ...duty, lateness: 0 })));
  // What was open of the retracted one is waived; what was met of it stays so.
  expect(standings).toMatchObject({ "R9.2 A O0": "WAIVED", "R9.2 A O1": "MET", "R9.2 A ЖЭО-3": "MET" });
  expect(standings).toMatchObject({ "R9.6 A N1": "MET", "RA.1 A": "WAIVED" });
  // The word to the owner of one incident's object met nothing of another; what is neither critical nor e-government owes none.
  expect(standings).toMatchObject({ "R9.2 B O1": "OVERDUE", "R9.2 B ЖЭО-3": "OVERDUE", "R9.2 C ЖЭО-3": "OVERDUE" });
  expect(standings).not.toHaveProperty(["R9.2 B kiosk"]);
  // The retraction of the first incident answers N0 itself; the others owe their cards.
  expect(standings).toMatchObject({ "R9.6 N0": "MET", "R9.6 B N0": "MET_LATE", "R9.6 C N0": "MET_LATE" });
  // N1 was withdrawn, which holds for the incident that was linked to it afterwards too; N2 led to an incident late.
  expect(standings).toMatchObject({ "R9.5 N1": "WAIVED", "R9.6 B N1": "WAIVED", "R9.6 C N1": "WAIVED" });
  expect(standings).toMatchObject({ "R9.4 N2": "OVERDUE", "R9.6 B N2": "MET_LATE" });
});

test("RA.1 what was said first stays first, though the clock of another gateway runs behind", async () => {
  await using world = await lentGateway();
  const soc = await world.soc();
  const { incident } = await soc.sendsCard({ severity: "UNDETERMINED" });
  world.clock.advance(-1_000);
  await soc.reviews(incident.id, "LOW");
  world.clock.advance(2_000);
  await soc.amends(incident.id, 1, { severity: "UNDETERMINED" });
  expect(await soc.standings(incident.number)).toMatchObject({ "RA.1": "MET" });
});

test("R9.6 the correction of an analysis links its incident to the notification that it newly answers", async () => {
  await using world = await lentGateway();
  const soc = await world.soc();
  const [event, incident] = [await notified(world, "EVENT", soc), await notified(world, "INCIDENT", soc)];
  const reported = await soc.sendsCard();
  await soc.analysesEvent(event, {}, { incidentId: reported.incident.id });
  await soc.analysesEvent("", {}, { notificationIds: [event, incident], revision: 1 });
  expect((await partOf(soc, incident)).obligation.standing).toBe("MET");
});

test("L21 R9.5 an earlier confirmation that a correction of the card declares stands against the denial", async () => {
  await using world = await lentGateway({ at: "2026-05-01T00:00:00Z" });
  const events: Event[] = [
    { does: "DENIAL", at: at(1), notifications: ["N"] },
    { ...card, at: at(81), incident: "A", objects: [kiosk], notifications: ["N"], confirmedAt: at(80) },
    { ...card, at: at(82), incident: "A", objects: [kiosk], notifications: [], confirmedAt: at(70) },
  ];
  const notifications = [{ id: "N", subject: "EVENT", availableAt: at(0) } as const];
  const story = { inForceFrom: 0, objects: [], notifications, events };
  const { history, duties } = await Player.play(world, story, EARLIEST_IN_FORCE);
  expect(history.events).toHaveLength(3);
  expect(asSentences(duties)).toMatchObject({ "R9.5 N": `MET_LATE ${9 * HOUR}` });
  expect(differences(history, duties, world.clock.now())).toEqual([]);
  expect(await tallyDifferences(world.database)).toEqual([]);
  expect(await countDifferences(world)).toEqual([]);
});

test("R9.2 L9 what is registered of an object from a time that has passed judges what was confirmed since then", async () => {
  await using world = await lentGateway({ at: "2026-05-01T00:00:00Z" });
  const report = (incident: string, hour: number): Event => ({
    does: "REPORT",
    at: at(hour) + MINUTE,
    incident,
    confirmedAt: at(hour),
    severity: "LOW",
    notifications: [],
    objects: ["O"],
  });
  const registered = (hour: number, from: number, isProtected: boolean): Event => ({
    does: "RECLASSIFIED",
    at: at(hour),
    object: "O",
    from: at(from),
    isProtected,
  });
  const events: Event[] = [
    report("A", 1),
    report("B", 3),
    { does: "CORRECTION", at: at(4), incident: "A", confirmedAt: at(1.5) },
    owner(4.1, "B", "O"),
    registered(5, 2, true),
    // It is dated into the time in which the object is protected.
    { does: "CORRECTION", at: at(6), incident: "A", confirmedAt: at(2) },
    registered(7, 2.5, false),
    report("C", 8),
  ];
  const story = { inForceFrom: 0, objects: [{ id: "O", protectedDuring: [] }], notifications: [], events };
  const { history, duties } = await Player.play(world, story, EARLIEST_IN_FORCE);
  expect(history.events).toHaveLength(events.length);
  expect(differences(history, duties, world.clock.now())).toEqual([]);
  expect(await tallyDifferences(world.database)).toEqual([]);
  expect(await countDifferences(world)).toEqual([]);
  const standings = asSentences(duties.map((duty) => ({ ...duty, lateness: 0 })));
  // A owes it since its confirmation was corrected; B owed it until the register said that the object had ceased to be protected.
  expect(standings).toMatchObject({ "R9.2 A O": "OVERDUE", "R9.2 B O": "WAIVED" });
  expect(standings).not.toHaveProperty(["R9.2 C O"]);
});

test("L9 L22 L23 a link, a receipt that is taken back, and a correction of a mistaken correction", async () => {
  await using world = await lentGateway({ at: "2026-05-01T00:00:00Z" });
  const receipt = { rule: "R9.3", incident: "A", notification: null, object: null } as const;
  const events: Event[] = [
    { ...told, does: "REPORT", at: at(1), incident: "A", objects: [plant, kiosk], notifications: ["N"] },
    owner(1.1, "A", plant.description),
    { does: "OBJECT_LINKED", at: at(2), incident: "A", description: plant.description, object: "O0" },
    { does: "OBJECT_LINKED", at: at(2.1), incident: "A", description: kiosk.description, object: "O1" },
    { does: "RECEIVED_OTHERWISE", at: at(3), id: "R", duty: receipt, receivedAt: at(2) },
    { does: "CORRECTION", at: at(4), incident: "A", confirmedAt: at(-2) },
    { does: "CORRECTION", at: at(5), incident: "A", confirmedAt: at(0.9) },
    { does: "RECEIPT_WITHDRAWN", at: at(90), receipt: "R" },
    { ...card, at: at(91), incident: "A", objects: [plant], notifications: [], severity: "LOW" },
  ];
  const story: History = {
    inForceFrom: 0,
    objects: [
      { id: "O0", protectedDuring: [] },
      { id: "O1", protectedDuring: [{ from: at(-3), until: at(0) }] },
    ],
    notifications: [{ id: "N", subject: "EVENT", availableAt: at(-1) }],
    events,
  };
  const { history, duties } = await Player.play(world, story, EARLIEST_IN_FORCE);
  expect(history.events.map(({ does }) => does)).toEqual(events.map(({ does }) => does));
  expect(differences(history, duties, world.clock.now())).toEqual([]);
  expect(await tallyDifferences(world.database)).toEqual([]);
  expect(await countDifferences(world)).toEqual([]);
  const standings = asSentences(duties.map((duty) => ({ ...duty, lateness: 0 })));
  // The plant is no protected object, but its duty had opened (L14); the kiosk was one by the mistaken confirmation alone.
  expect(standings).toMatchObject({ "R9.2 A O0": "MET", "R9.2 A O1": "WAIVED", "R9.3 A": "MET_LATE" });
  expect(duties.filter(({ isVoid }) => isVoid)).toMatchObject([{ rule: "R9.2", object: "O1", lateness: 0 }]);
});
