import { describe, expect, test } from "vitest";
import { DAY, HOUR, instant, MINUTE, parseInstant, toIso } from "../../src/domain/instant.js";
import { lentGateway, sharedGateway, startGateway } from "../support/gateway.js";
import { anIncident } from "../support/mended-incidents.js";
import { aNotifiedSoc, partOf } from "../support/notified-socs.js";
import { accepted, LANGUAGES } from "../support/person.js";

const shared = sharedGateway();

describe("the day from which the terms hold", () => {
  test("H7a L15 by default it is 30 January 2026 in Almaty: an earlier confirmation opens nothing, and says so in three languages", async () => {
    await using world = await lentGateway({ at: "2026-01-30T00:00:00+05:00" });
    const soc = await world.soc();
    const inTime = await soc.sendsReport({ confirmedAt: "2026-01-30T00:00:00+05:00" });
    expect(inTime.incident.obligations.map(({ rule }) => rule)).toEqual(["R9.1", "R9.3"]);
    expect(inTime.warnings).toEqual([]);
    const messages = new Set<string>();
    for (const language of LANGUAGES) {
      const early = await soc.speaking(language).sendsReport({ confirmedAt: "2026-01-29T23:59:59.999+05:00" });
      expect(early.incident.obligations).toEqual([]);
      expect(early.warnings).toMatchObject([{ rule: "L15", path: ["input", "confirmedAt"] }]);
      messages.add(early.warnings[0]?.message ?? "");
    }
    expect(messages.size).toBe(3);
  });

  test("H7b L15 a notification that became available before it opens no answer", async () => {
    await using world = await startGateway({ settings: { IN_FORCE_FROM: "2027-01-01T00:00:00+05:00" } });
    await expect(
      aNotifiedSoc(world, "THREAT").then(({ soc, notificationId }) => soc.analysesThreat(notificationId)),
    ).resolves.toMatchObject({
      __typename: "AnalysisAccepted",
    });
    const { obligations } = await (
      await world.nationalCentre()
    ).gets<{ obligations: { nodes: unknown[] } }, object>("{ obligations { nodes { id } } }");
    expect(obligations.nodes).toEqual([]);
  });

  test("L15 L21 R9.5 R9.6 card and answer go by one confirmation: the one from which the duties run", async () => {
    await using world = await startGateway({ at: "2026-02-01T10:00:00Z" });
    const { soc, notificationId } = await aNotifiedSoc(world, "EVENT");
    const answer = async () => {
      const { standing, metBy } = (await partOf(soc, notificationId)).obligation;
      return { standing, metBy };
    };
    world.clock.advance(HOUR);
    accepted(await soc.denies(notificationId));
    const denied = { standing: "MET", metBy: "DENIAL" };
    world.clock.advance(72 * HOUR);
    const before = { confirmedAt: "2026-01-20T10:00:00Z", notificationIds: [notificationId] };
    const { incident } = await soc.sendsReport(before);
    expect(await answer()).toEqual({ standing: "OVERDUE", metBy: null });
    // Confirmed under the terms after the time for the answer, it leaves that as it was given.
    const card = { confirmedAt: "2026-02-04T10:30:00Z", occurredAt: "2026-02-04T09:45:00Z" };
    await soc.sendsCard(card, { incidentId: incident.id });
    expect(await soc.standings(incident.number)).not.toHaveProperty(["R9.6"]);
    expect(await answer()).toEqual(denied);
    // So do the answers that are judged with another incident, and with a correction.
    await soc.sendsReport({ confirmedAt: "2026-02-04T10:30:00Z", notificationIds: [notificationId] });
    expect(await answer()).toEqual(denied);
    const centre = await world.nationalCentre();
    accepted(await centre.correctsConfirmation(incident.id, parseInstant("2026-02-04T10:00:00Z")!));
    expect(await answer()).toEqual({ standing: "MET_LATE", metBy: "CARD" });
  });

  test("H7c L15 no SOC dates itself out of the order: duties that opened run on from the confirmation that was in force", async () => {
    await using world = await lentGateway({ settings: { IN_FORCE_FROM: "2026-03-01T14:58:00+05:00" } });
    const soc = await world.soc();
    const { incident } = await soc.sendsReport();
    const { warnings } = await soc.sendsCard({ confirmedAt: "2026-02-27T10:00:00Z" }, { incidentId: incident.id });
    expect(warnings).toMatchObject([{ rule: "L15", path: ["input", "card", "confirmedAt"] }]);
    expect(await soc.standings(incident.number)).toEqual({ "R9.1": "MET", "R9.3": "MET" });
  });

  test("H7d L4 a correction into the terms opens what was said before, met as it was met then", async () => {
    await using world = await lentGateway({ settings: { IN_FORCE_FROM: "2026-03-01T14:58:00+05:00" } });
    const { centre, soc, incident, on } = await anIncident(world);
    const early = await soc.sendsReport({ ...on, severity: "UNDETERMINED", confirmedAt: "2026-02-27T10:00:00Z" });
    expect(early.incident.obligations).toEqual([]);
    accepted(await centre.correctsConfirmation(early.incident.id, instant(world.clock.now() - MINUTE)));
    expect(await soc.standings(early.incident.number)).toEqual(await soc.standings(incident.number));
  });
});

describe("words that make duties late", () => {
  test("M1 L4 an earlier confirmation says of each duty that it makes late by how much, and what to do about it", async () => {
    const world = shared();
    const soc = await world.soc();
    const confirmedAt = instant(world.clock.now() - 10 * MINUTE);
    const { incident } = await soc.sendsReport({ confirmedAt: toIso(confirmedAt) });
    await soc.sendsCard({ confirmedAt: toIso(confirmedAt) }, { incidentId: incident.id });
    const mistyped = toIso(instant(world.clock.now() - 80 * HOUR));
    const { warnings } = accepted(await soc.amends(incident.id, 1, { confirmedAt: mistyped }));
    const late = warnings.filter(({ message }) => message.includes("late by"));
    expect(late.map(({ rule }) => rule)).toEqual(["R9.1", "R9.3"]);
    for (const { message } of late) expect(message).toMatch(/late by .*`requestConfirmationCorrection`/);
    // They move into a month that has ended (L23).
    for (const { message } of warnings.filter((one) => !late.includes(one))) expect(message).toContain("February 2026");
  });

  test("M1 L4 so does the centre's own correction", async () => {
    const { world, centre, incident } = await anIncident(shared());
    const earlier = instant(world.clock.now() - 2 * HOUR);
    const { warnings } = accepted(await centre.correctsConfirmation(incident.id, earlier));
    expect(warnings.map(({ rule }) => rule).toSorted()).toEqual(["R9.1", "R9.2"]);
  });

  test("M2 L3 the confirmation that counts, before the occurrence that a card names, is warned about", async () => {
    const world = shared();
    const soc = await world.soc();
    const ago = (hours: number): string => toIso(instant(world.clock.now() - hours * HOUR));
    const { incident } = await soc.sendsReport({ confirmedAt: ago(5) });
    const { warnings } = await soc.sendsCard(
      { occurredAt: ago(1), confirmedAt: toIso(instant(world.clock.now() - MINUTE)) },
      { incidentId: incident.id },
    );
    expect(warnings.map(({ rule, path }) => [rule, path.at(-1)])).toEqual([
      ["L4", "confirmedAt"],
      ["L3", "occurredAt"],
    ]);
  });
});

describe("words to the owner", () => {
  test("H4a L8 what was said before the occurrence was known counts no more once a card says that it came later", async () => {
    const { world, soc, incident, on } = await anIncident(shared());
    const now = world.clock.now();
    accepted(await soc.recordsOwnerNotified(incident.id, instant(now - 400 * DAY)));
    expect(await soc.standings(incident.number)).toMatchObject({ "R9.2": "MET" });
    const occurredAt = toIso(instant(now - 2 * MINUTE));
    await soc.sendsCard({ ...on, confirmedAt: incident.confirmedAt, occurredAt }, { incidentId: incident.id });
    expect(await soc.standings(incident.number)).toMatchObject({ "R9.2": "RUNNING" });
    accepted(await soc.recordsOwnerNotified(incident.id, now));
    expect(await soc.standings(incident.number)).toMatchObject({ "R9.2": "MET" });
  });

  test("H4d L9 R9.2 goes by what the object was at the confirmation: neither listed since nor struck off since", async () => {
    const world = shared();
    const administrator = world.administrator();
    const listed = await world.protectedObject({ kinds: [] });
    const struck = await world.protectedObject();
    const soc = await world.soc({ covering: [listed, struck] });
    const confirmedAt = toIso(instant(world.clock.now() - 10 * MINUTE));
    const change = `mutation ($input: ChangeProtectedObjectInput!) { changeProtectedObject(input: $input) { __typename } }`;
    for (const [{ id }, kinds] of [
      [listed, ["CRITICAL_INFRASTRUCTURE"]],
      [struck, []],
    ] as const)
      await administrator.gets(change, { input: { objectId: id, kinds } });
    const rules = async (id: string) =>
      (await soc.sendsReport({ confirmedAt, affectedObjects: [{ objectId: id }] })).incident.obligations.map(
        ({ rule }) => rule,
      );
    expect(await rules(listed.id)).toEqual(["R9.1", "R9.3"]);
    expect(await rules(struck.id)).toEqual(["R9.1", "R9.2", "R9.3"]);
  });
});
