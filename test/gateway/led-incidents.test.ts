import { describe, expect, test } from "vitest";
import { after, HOUR, instant, MINUTE, parseInstant, toIso } from "../../src/domain/instant.js";
import { lentGateway, sharedGateway } from "../support/gateway.js";
import { reportInput } from "../support/inputs.js";
import { aNotifiedSoc, notified, partOf, RULE_OF, SUBJECTS } from "../support/notified-socs.js";
import { accepted, rejected, type Person } from "../support/person.js";

/** For all that leave the clock alone. */
const shared = sharedGateway({ at: "MOVING" });

/** The duties of an incident, by rule: when each ends, how it stands and by how many hours it is late. */
async function duties(soc: Person, number: string) {
  const asked = `query ($number: String!) { incident(number: $number) {
    obligations { rule dueAt standing latenessSeconds metBy notification { id } } } }`;
  interface Seen {
    readonly incident: {
      readonly obligations: readonly {
        readonly rule: string;
        readonly dueAt: string;
        readonly standing: string;
        readonly latenessSeconds: number;
        readonly metBy: string | null;
        readonly notification: { readonly id: string } | null;
      }[];
    };
  }
  return (await soc.gets<Seen, object>(asked, { number })).incident.obligations;
}

describe("what a SOC confirms decides, not what the centre called it", () => {
  test("H1 R9.6 the card of an incident that an event's notification led to is due 72 hours from that notification", async () => {
    await using world = await lentGateway({ at: "2026-12-10T08:58:58.777Z" });
    const { soc, notificationId } = await aNotifiedSoc(world, "EVENT");
    world.clock.advance(69 * HOUR);
    const confirmedAt = toIso(world.clock.now());
    const incident = reportInput(world.clock.now(), { confirmedAt });
    const { incident: led } = accepted(await soc.analysesEvent(notificationId, {}, { incident }));
    world.clock.advance(10 * HOUR + 5 * MINUTE + 38_400);
    const { warnings } = await soc.sendsCard({ confirmedAt }, { incidentId: led!.id });
    expect(warnings.map(({ rule }) => rule)).toContain("R9.6");
    expect(await duties(soc, led!.number)).toMatchObject([
      { rule: "R9.1", standing: "MET" },
      { rule: "R9.3", standing: "MET" },
      {
        rule: "R9.6",
        dueAt: "2026-12-13T08:58:58.777Z",
        standing: "MET_LATE",
        latenessSeconds: (7 * HOUR + 5 * MINUTE + 38_400) / 1_000,
        notification: { id: notificationId },
      },
    ]);
    expect((await partOf(soc, notificationId)).obligation).toMatchObject({ rule: "R9.5", standing: "MET" });
  });

  test("L21 R9.6 does not open where the incident was confirmed after the notification's 72 hours: R9.3 alone runs", async () => {
    await using world = await lentGateway();
    const { soc, notificationId } = await aNotifiedSoc(world, "THREAT");
    world.clock.advance(72 * HOUR);
    const inTime = await soc.sendsReport({ confirmedAt: toIso(world.clock.now()), notificationIds: [notificationId] });
    world.clock.advance(1);
    const later = await soc.sendsReport({ confirmedAt: toIso(world.clock.now()), notificationIds: [notificationId] });
    const rules = async (number: string) => (await duties(soc, number)).map(({ rule }) => rule);
    expect(await rules(inTime.incident.number)).toEqual(["R9.1", "R9.3", "R9.6"]);
    expect(await rules(later.incident.number)).toEqual(["R9.1", "R9.3"]);
  });

  test.for(SUBJECTS)("H1 a card answers a notification of a(n) %s, named with its first card", async (subject) => {
    const { soc, notificationId } = await aNotifiedSoc(shared(), subject);
    const { incident } = await soc.sendsCard({}, { notificationIds: [notificationId] });
    expect((await duties(soc, incident.number)).find(({ rule }) => rule === "R9.6")).toMatchObject({
      standing: "MET",
      metBy: "CARD",
    });
    const { obligation, incidents } = await partOf(soc, notificationId);
    expect(incidents).toMatchObject([{ number: incident.number }]);
    // The analysis of a threat is owed without a condition.
    expect(obligation).toMatchObject({
      rule: RULE_OF[subject],
      standing: subject === "THREAT" ? "RUNNING" : "MET",
    });
  });

  test("H1 R9.4 R9.6 an event's analysis stands beside a threat's, which stays owed, and closes a notification of an incident", async () => {
    for (const [subject, standing] of [
      ["THREAT", "RUNNING"],
      ["INCIDENT", "MET"],
    ] as const) {
      const { soc, notificationId } = await aNotifiedSoc(shared(), subject);
      accepted(await soc.analysesEvent(notificationId));
      expect((await partOf(soc, notificationId)).obligation.standing).toBe(standing);
    }
  });
});

describe("many incidents, many notifications", () => {
  test("H3a R9.6 a card that was there before a notification about its incident meets it once an amendment names it", async () => {
    const world = shared();
    const { soc, notificationId } = await aNotifiedSoc(world, "INCIDENT");
    const { incident } = await soc.sendsCard();
    const first = await soc.amends(incident.id, 1, {}, { notificationIds: [notificationId] });
    expect(accepted(first).incident.number).toBe(incident.number);
    const { obligation, incidents } = await partOf(soc, notificationId);
    expect(obligation).toMatchObject({ standing: "MET", metBy: "CARD" });
    expect(incidents).toMatchObject([{ number: incident.number }]);
  });

  test("H3b a link is added and never moved: report and card name two notifications, one card meets both", async () => {
    const world = shared();
    const { soc, notificationId } = await aNotifiedSoc(world, "INCIDENT");
    const second = await notified(world, "INCIDENT", soc);
    const { incident } = await soc.sendsReport({ notificationIds: [notificationId] });
    await soc.sendsCard({ confirmedAt: incident.confirmedAt }, { incidentId: incident.id, notificationIds: [second] });
    for (const id of [notificationId, second])
      expect(await partOf(soc, id)).toMatchObject({
        obligation: { standing: "MET" },
        incidents: [{ number: incident.number }],
      });
    const asked = "query ($number: String!) { incident(number: $number) { notifications { id } } }";
    interface Led {
      readonly incident: { readonly notifications: readonly { readonly id: string }[] };
    }
    const seen = await soc.gets<Led, object>(asked, { number: incident.number });
    expect(seen.incident.notifications.map(({ id }) => id).toSorted()).toEqual([notificationId, second].toSorted());
  });

  test("H3c R9.4 one analysis answers a threat that was notified twice", async () => {
    const world = shared();
    const { soc, notificationId } = await aNotifiedSoc(world, "THREAT");
    const second = await notified(world, "THREAT", soc);
    const sent = accepted(await soc.analysesThreat(notificationId, {}, { notificationIds: [notificationId, second] }));
    for (const id of [notificationId, second])
      expect(await partOf(soc, id)).toMatchObject({
        obligation: { standing: "MET" },
        analyses: [{ id: sent.analysis.id }],
      });
  });

  test("H3 R9.6 the second incident of a notification owes its own card, late by its own arrival", async () => {
    await using world = await lentGateway();
    const { soc, notificationId } = await aNotifiedSoc(world, "INCIDENT");
    const first = await soc.sendsReport({ notificationIds: [notificationId] });
    const second = await soc.sendsReport({ notificationIds: [notificationId] });
    await soc.sendsCard({ confirmedAt: first.incident.confirmedAt }, { incidentId: first.incident.id });
    world.clock.advance(80 * HOUR);
    expect((await partOf(soc, notificationId)).obligation.standing).toBe("MET");
    const owed = (await duties(soc, second.incident.number)).filter(({ rule }) => rule === "R9.6");
    expect(owed).toMatchObject([{ standing: "OVERDUE" }]);
    const ofFirst = (await duties(soc, first.incident.number)).filter(({ rule }) => rule === "R9.6");
    expect(ofFirst).toMatchObject([{ standing: "MET" }]);
  });

  test("H3 R9.6 another SOC's incident that the notification led to earlier makes this SOC owe no second card", async () => {
    await using world = await lentGateway();
    const [other, soc] = [await world.soc(), await world.soc()];
    const told = await notified(world, "INCIDENT", other, soc);
    await other.sendsReport({ notificationIds: [told] });
    const { incident } = await soc.sendsReport({ notificationIds: [told] });
    await soc.sendsCard({ confirmedAt: incident.confirmedAt }, { incidentId: incident.id });
    // The centre, which sees both, has the whole history judged anew.
    const centre = await world.nationalCentre();
    accepted(await centre.correctsConfirmation(incident.id, instant(world.clock.now() - 2 * MINUTE)));
    const { data } = await soc.asks<{ obligations: { nodes: { rule: string }[] } }, object>(
      "{ obligations { nodes { rule } } }",
    );
    expect(data?.obligations.nodes.map(({ rule }) => rule).toSorted()).toEqual(["R9.1", "R9.3", "R9.6"]);
  });

  test("L21 a link that is added later opens R9.6 as if it had been there from the start, overdue at once, and says so", async () => {
    await using world = await lentGateway();
    const { soc, notificationId } = await aNotifiedSoc(world, "THREAT");
    const { incident } = await soc.sendsReport({ confirmedAt: toIso(instant(world.clock.now() - MINUTE)) });
    accepted(await soc.analysesThreat(notificationId));
    world.clock.advance(90 * HOUR);
    const again = accepted(
      await soc.analysesThreat(notificationId, { findings: "More." }, { revision: 1, incidentId: incident.id }),
    );
    expect(again.warnings).toMatchObject([{ rule: "R9.6", message: expect.stringContaining("overdue") }]);
    expect((await duties(soc, incident.number)).find(({ rule }) => rule === "R9.6")).toMatchObject({
      dueAt: toIso(after(parseInstant((await partOf(soc, notificationId)).availableAt)!, 72 * HOUR)),
      standing: "OVERDUE",
      latenessSeconds: (18 * HOUR) / 1_000,
    });
  });

  test("M9 a card that opens an incident beside one that waits for its card is warned about, with that one's number", async () => {
    const { soc, notificationId } = await aNotifiedSoc(shared(), "INCIDENT");
    const { incident } = await soc.sendsReport({ notificationIds: [notificationId] });
    const { warnings } = await soc.sendsCard({}, { notificationIds: [notificationId] });
    expect(warnings).toMatchObject([{ rule: "R9.6", message: expect.stringContaining(incident.number) }]);
  });
});

describe("answers that contradict each other", () => {
  test("M4 F23 after a card a denial is a request for retraction; once that is granted the notification is denied", async () => {
    const world = shared();
    const { soc, notificationId } = await aNotifiedSoc(world, "INCIDENT");
    const centre = await world.nationalCentre();
    const { incident } = await soc.sendsReport({ notificationIds: [notificationId] });
    const { violations } = rejected(await soc.denies(notificationId));
    expect(violations).toMatchObject([
      { rule: "F23", path: ["input", "notificationIds", "0"], message: expect.stringContaining("requestRetraction") },
    ]);
    accepted(await soc.asksForRetraction(incident.id));
    accepted(await centre.decidesRetraction(incident.id, true));
    expect((await partOf(soc, notificationId)).obligation).toMatchObject({ standing: "MET", metBy: "DENIAL" });
  });

  test("M4 a revision that repeats the incident that was confirmed before is refused, and opens no second one", async () => {
    const { world, soc, notificationId } = await aNotifiedSoc(shared(), "EVENT");
    const incident = reportInput(world.clock.now());
    accepted(await soc.analysesEvent(notificationId, {}, { incident }));
    const { violations } = rejected(await soc.analysesEvent(notificationId, {}, { revision: 1, incident }));
    expect(violations).toMatchObject([{ rule: "F23", path: ["input", "incident"] }]);
    expect((await partOf(soc, notificationId)).incidents).toHaveLength(1);
  });
});
