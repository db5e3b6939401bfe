import { describe, expect, test } from "vitest";
import { HOUR, instant, MINUTE, toIso } from "../../src/domain/instant.js";
import type { Subject } from "../../src/domain/notification.js";
import { sharedGateway } from "../support/gateway.js";
import { accepted, type Person } from "../support/person.js";
import { aNotifiedSoc, notified, partOf, RULE_OF, SUBJECTS } from "../support/notified-socs.js";

/** For all that ask of their own parties alone, whatever time it is. */
const shared = sharedGateway({ at: "MOVING" });

/** The answer that the rule of each kind asks for. */
function answers(soc: Person, subject: Subject, notificationId: string) {
  if (subject === "THREAT") return soc.analysesThreat(notificationId);
  if (subject === "EVENT") return soc.analysesEvent(notificationId);
  return soc.submitsCard({}, { notificationIds: [notificationId] });
}

describe("the clock of an answer", () => {
  test.each(SUBJECTS)(
    "R9.4 R9.5 R9.6 L16 notified of a(n) %s, each SOC has 72 hours from then, the last instant included",
    async (subject) => {
      const world = shared();
      const [soc, late] = [await world.soc(), await world.soc()];
      const notificationId = await notified(world, subject, soc, late);
      const notifiedAt = world.clock.now();
      const dueAt = toIso(instant(notifiedAt + 72 * HOUR));
      for (const one of [soc, late]) {
        const { availableAt, obligation } = await partOf(one, notificationId);
        expect(availableAt).toBe(toIso(notifiedAt));
        expect(obligation).toMatchObject({
          rule: RULE_OF[subject],
          kind: "ANSWER_NOTIFICATION",
          startsAt: toIso(notifiedAt),
        });
        expect(obligation).toMatchObject({ dueAt, standing: "RUNNING", dischargedAt: null });
      }
      world.clock.advance(72 * HOUR);
      expect((await partOf(late, notificationId)).obligation.standing).toBe("RUNNING");
      const inTime = accepted(await answers(soc, subject, notificationId));
      expect(inTime.warnings).toEqual([]);
      world.clock.advance(1);
      expect((await partOf(late, notificationId)).obligation.standing).toBe("OVERDUE");
      const tooLate = accepted(await answers(late, subject, notificationId));
      expect(tooLate.warnings).toMatchObject([{ rule: RULE_OF[subject], message: expect.stringContaining("late") }]);
      expect((await partOf(soc, notificationId)).obligation).toMatchObject({ standing: "MET", latenessSeconds: 0 });
      expect((await partOf(late, notificationId)).obligation).toMatchObject({
        standing: "MET_LATE",
        latenessSeconds: 0.001,
      });
    },
  );

  test("R9.5 R9.6 L17 what was not confirmed is answered by saying so with its grounds, late or not", async () => {
    for (const subject of ["EVENT", "INCIDENT"] as const) {
      const { world, soc, notificationId } = await aNotifiedSoc(shared(), subject);
      world.clock.advance(73 * HOUR);
      const denied = accepted(await soc.denies(notificationId, "The address is that of our own scanner."));
      expect(denied.warnings).toMatchObject([{ rule: RULE_OF[subject] }]);
      expect(await partOf(soc, notificationId)).toMatchObject({
        obligation: { standing: "MET_LATE", latenessSeconds: 3_600 },
        notConfirmed: { grounds: "The address is that of our own scanner.", receivedAt: toIso(world.clock.now()) },
        analyses: [],
        incidents: [],
      });
    }
  });

  test("L16 an acknowledgement is recorded once and moves no deadline", async () => {
    const { world, soc, notificationId } = await aNotifiedSoc(shared(), "THREAT");
    const before = (await partOf(soc, notificationId)).obligation;
    world.clock.advance(HOUR);
    const at = toIso(world.clock.now());
    const { notification } = accepted(await soc.acknowledges({ notificationId }));
    expect(notification?.id).toBe(notificationId);
    world.clock.advance(HOUR);
    accepted(await soc.acknowledges({ notificationId }));
    const colleague = await world.person(soc.partyId, "SOC_OPERATOR");
    accepted(await colleague.acknowledges({ notificationId }));
    expect(await partOf(soc, notificationId)).toMatchObject({ acknowledgedAt: at, obligation: before });
    world.clock.advance(70 * HOUR + 1);
    expect((await partOf(soc, notificationId)).obligation.standing).toBe("OVERDUE");
  });

  test("L16 one recipient's acknowledgement and answer are not another's", async () => {
    const world = shared();
    const [soc, other] = [await world.soc(), await world.soc()];
    const notificationId = await notified(world, "THREAT", soc, other);
    await soc.acknowledges({ notificationId });
    accepted(await soc.analysesThreat(notificationId));
    const part = await partOf(other, notificationId);
    expect(part).toMatchObject({ acknowledgedAt: null, analyses: [], obligation: { standing: "RUNNING" } });
  });

  test("L19 an answer that names a supplement answers the notification that it supplements", async () => {
    for (const subject of SUBJECTS) {
      const { world, soc, notificationId } = await aNotifiedSoc(shared(), subject);
      const centre = await world.nationalCentre();
      world.clock.advance(MINUTE);
      const { notification } = await centre.sendsNotification({ supplements: notificationId });
      accepted(await answers(soc, subject, notification.id));
      const part = await partOf(soc, notificationId);
      expect(part.obligation.standing).toBe("MET");
      expect([...part.analyses, ...part.incidents]).toHaveLength(1);
    }
  });

  test("L19 R9.6 a report that names a supplement is linked to the notification that it supplements, and its card answers that", async () => {
    const { world, soc, notificationId } = await aNotifiedSoc(shared(), "INCIDENT");
    const centre = await world.nationalCentre();
    world.clock.advance(MINUTE);
    const { notification } = await centre.sendsNotification({ supplements: notificationId });
    const { incident } = await soc.sendsReport({ notificationIds: [notification.id] });
    expect((await partOf(soc, notificationId)).incidents).toMatchObject([{ number: incident.number }]);
    await soc.sendsCard({ confirmedAt: incident.confirmedAt }, { incidentId: incident.id });
    expect((await partOf(soc, notificationId)).obligation.standing).toBe("MET");
  });

  test("L19 L2 what was withdrawn is never answered late, and in time it is answered in time", async () => {
    const world = shared();
    const [quick, slow] = [await world.soc(), await world.soc()];
    const notificationId = await notified(world, "THREAT", quick, slow);
    const centre = await world.nationalCentre();
    world.clock.advance(MINUTE);
    await centre.sendsNotification({ withdraws: notificationId });
    accepted(await quick.analysesThreat(notificationId));
    world.clock.advance(72 * HOUR);
    const { warnings } = accepted(await slow.analysesThreat(notificationId));
    expect(warnings.map(({ rule }) => rule)).toEqual(["L19"]);
    expect((await partOf(quick, notificationId)).obligation.standing).toBe("MET");
    expect(await partOf(slow, notificationId)).toMatchObject({
      analyses: [{ revision: 1 }],
      obligation: { standing: "WAIVED", latenessSeconds: 0 },
    });
  });
});
