import { describe, expect, test } from "vitest";
import { IncidentDocument } from "../../schema/operations.generated.js";
import { HOUR, instant, MINUTE, parseInstant, SECOND, toIso, type Instant } from "../../src/domain/instant.js";
import { lentGateway, sharedGateway, type TestGateway } from "../support/gateway.js";
import { accepted, rejected, type Person, LANGUAGES } from "../support/person.js";
import { anIncident, mendings } from "../support/mended-incidents.js";
import { notified } from "../support/notified-socs.js";

/** For all that ask of their own parties alone, whatever time it is. */
const shared = sharedGateway();

/** The due times of an incident's duties, by rule. */
async function dueTimes(person: Person, number: string): Promise<Record<string, string>> {
  const { incident } = await person.gets(IncidentDocument, { number });
  return Object.fromEntries((incident?.obligations ?? []).map(({ rule, dueAt }) => [rule, dueAt]));
}

/** Lets the clock look once so much time has passed. */
async function passes(world: TestGateway, milliseconds: number): Promise<void> {
  await world.clock.atRest();
  world.clock.advance(milliseconds);
}

describe("a confirmation that the centre corrects", () => {
  const within = (confirmedAt: Instant) => ({
    "R9.1": toIso(instant(confirmedAt + 15 * MINUTE)),
    "R9.2": toIso(instant(confirmedAt + 15 * MINUTE)),
    "R9.3": toIso(instant(confirmedAt + 72 * HOUR)),
    "RA.1": toIso(instant(confirmedAt + 48 * HOUR)),
  });

  test("L4 every term of the incident moves with it, forward and back, and the reason is kept", async () => {
    const { world, centre, soc, incident, confirmedAt } = await anIncident(shared());
    await using watch = await soc.watchIncidents();
    expect(await dueTimes(soc, incident.number)).toEqual(within(confirmedAt));
    const earlier = instant(confirmedAt - 2 * HOUR);
    const corrected = accepted(await centre.correctsConfirmation(incident.id, earlier, "Its log says so."));
    expect(corrected.incident.confirmedAt).toBe(toIso(earlier));
    expect(await watch.next()).toMatchObject({ kind: "CONFIRMATION_CORRECTED", incident: { id: incident.id } });
    expect(await dueTimes(soc, incident.number)).toEqual(within(earlier));
    expect(await soc.standings(incident.number)).toEqual({
      "R9.1": "MET_LATE",
      "R9.2": "OVERDUE",
      "R9.3": "RUNNING",
      "RA.1": "RUNNING",
    });

    world.clock.advance(MINUTE);
    const later = instant(confirmedAt + 30 * SECOND);
    accepted(await centre.correctsConfirmation(incident.id, later, "Its clock was slow."));
    expect(await dueTimes(soc, incident.number)).toEqual(within(later));
    expect(await soc.standings(incident.number)).toMatchObject({ "R9.1": "MET", "R9.2": "RUNNING" });
    expect(await mendings(soc, incident.number)).toMatchObject({
      confirmedAt: toIso(later),
      confirmationCorrections: [
        { previous: toIso(confirmedAt), confirmedAt: toIso(earlier), reason: "Its log says so." },
        {
          previous: toIso(earlier),
          confirmedAt: toIso(later),
          reason: "Its clock was slow.",
          receivedAt: toIso(world.clock.now()),
        },
      ],
    });
  });

  test("L4 after that a SOC's statements move nothing, earlier or later, and get a warning", async () => {
    const { centre, soc, on, incident, confirmedAt } = await anIncident(shared());
    const counted = instant(confirmedAt - HOUR);
    accepted(await centre.correctsConfirmation(incident.id, counted));
    const messages = new Set<string>();
    const declared = [confirmedAt, instant(counted - 10 * HOUR), instant(counted + MINUTE)];
    for (const [index, language] of LANGUAGES.entries()) {
      const changes = {
        ...on,
        confirmedAt: toIso(declared[index]!),
        severity: "UNDETERMINED" as const,
        type: "OTHER" as const,
      };
      const speaker = soc.speaking(language);
      const sent =
        index === 0
          ? await speaker.sendsCard(changes, { incidentId: incident.id })
          : accepted(await speaker.amends(incident.id, index, changes));
      const warning = sent.warnings.find(({ rule }) => rule === "L4");
      expect(warning?.path).toEqual(["input", "card", "confirmedAt"]);
      messages.add(warning?.message ?? "");
      expect(sent.card.confirmedAt).toBe(toIso(declared[index]!));
      expect(sent.incident.confirmedAt).toBe(toIso(counted));
    }
    expect(messages.size).toBe(3);
    expect(await dueTimes(soc, incident.number)).toEqual(within(counted));
    const same = accepted(await soc.amends(incident.id, 3, { ...on, confirmedAt: toIso(counted) }));
    expect(same.warnings.map(({ rule }) => rule)).not.toContain("L4");
  });

  test("L4 a duty that opens after it counts from the corrected confirmation", async () => {
    const { centre, soc } = await anIncident(shared());
    const { incident } = await soc.sendsReport();
    const counted = instant(parseInstant(incident.confirmedAt)! - 49 * HOUR);
    accepted(await centre.correctsConfirmation(incident.id, counted));
    const changes = { confirmedAt: incident.confirmedAt, severity: "UNDETERMINED" as const, type: "OTHER" as const };
    await soc.sendsCard(changes, { incidentId: incident.id });
    expect((await dueTimes(soc, incident.number))["RA.1"]).toBe(toIso(instant(counted + 48 * HOUR)));
    expect(await soc.standings(incident.number)).toMatchObject({ "R9.3": "MET", "RA.1": "OVERDUE" });
  });

  test("L3 it is neither in the future nor before the occurrence, and needs its reason", async () => {
    const { world, centre, soc, on, incident, confirmedAt } = await anIncident(shared());
    const { incident: carded } = await soc.sendsCard(
      { ...on, confirmedAt: incident.confirmedAt },
      { incidentId: incident.id },
    );
    const cases = [
      [await centre.correctsConfirmation(incident.id, instant(world.clock.now() + HOUR)), "L3", "confirmedAt"],
      [await centre.correctsConfirmation(incident.id, instant(confirmedAt - 31 * MINUTE)), "L3", "confirmedAt"],
      [await centre.correctsConfirmation(incident.id, instant(confirmedAt - 1), " "), "F1", "reason"],
      [await centre.correctsConfirmation(incident.id, instant(confirmedAt - 1), "x".repeat(20_001)), "F2", "reason"],
    ] as const;
    for (const [answer, rule, path] of cases)
      expect(rejected(answer).violations).toMatchObject([{ rule, path: ["input", path] }]);
    expect(await mendings(soc, carded.number)).toMatchObject({
      confirmedAt: incident.confirmedAt,
      confirmationCorrections: [],
    });
    accepted(await centre.correctsConfirmation(incident.id, instant(confirmedAt - 30 * MINUTE)));
  });

  test("L2 R9.2 of several objects each warning says which, in three languages, though the SOC covers it or not; none says to correct what the centre corrected", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const [covered, other] = [await world.protectedObject(), await world.protectedObject()];
    const soc = await world.soc({ covering: [covered] });
    const description = `A boiler house ${"of the city ".repeat(20)}`;
    const affectedObjects = [
      { objectCode: covered.code },
      { objectCode: other.code },
      { description, kinds: ["CRITICAL_INFRASTRUCTURE" as const] },
    ];
    const confirmedAt = world.clock.now();
    const { incident } = await soc.sendsReport({ affectedObjects, confirmedAt: toIso(confirmedAt) });
    for (const [place, language] of LANGUAGES.entries()) {
      const earlier = instant(confirmedAt - (place + 1) * HOUR);
      const { warnings } = accepted(await centre.speaking(language).correctsConfirmation(incident.id, earlier));
      const toOwners = warnings.filter(({ rule, path }) => rule === "R9.2" && path.length === 0);
      expect(toOwners).toHaveLength(3);
      for (const object of [covered.code, other.code, "A boiler house of the city"])
        expect(toOwners.filter(({ message }) => message.includes(object))).toHaveLength(1);
      for (const { message } of warnings) {
        expect(message.length).toBeLessThan(400);
        expect(message).not.toContain("requestConfirmationCorrection");
      }
      expect(warnings.find(({ rule }) => rule === "R9.1")?.message).toContain("correctConfirmation");
    }
  });

  test("L23 R9.2 what only a mistaken correction had opened never was: shown as such, announced and counted nowhere", async () => {
    await using world = await lentGateway({ at: "2026-04-10T10:00:00Z" });
    const centre = await world.nationalCentre();
    const object = await world.protectedObject();
    const soc = await world.soc({ covering: [object] });
    world.clock.advance(HOUR);
    await world.reclassify(object, []);
    world.clock.advance(HOUR);
    const confirmedAt = world.clock.now();
    const { incident } = await soc.sendsReport({ affectedObjects: [{ objectId: object.id }] });
    expect(await soc.standings(incident.number)).not.toHaveProperty(["R9.2"]);
    const mistyped = instant(confirmedAt - 90 * MINUTE);
    await using watch = await centre.watchObligations({ filter: { kinds: ["OVERDUE", "NOT_OVERDUE"] } });
    const mistaken = accepted(await centre.correctsConfirmation(incident.id, mistyped));
    expect(mistaken.warnings).toMatchObject([
      { rule: "R9.1" },
      { rule: "R9.2" },
      { rule: "R9.2", path: ["input", "confirmedAt"] },
    ]);
    await passes(world, SECOND);
    expect(await watch.next()).toMatchObject({ kind: "OVERDUE", obligation: { rule: "R9.2" } });
    const right = accepted(await centre.correctsConfirmation(incident.id, instant(confirmedAt - MINUTE)));
    expect(right.warnings).toEqual([]);
    await passes(world, SECOND);
    expect(await watch.next()).toMatchObject({ kind: "NOT_OVERDUE", obligation: { rule: "R9.2" } });
    const asked = `{ incident(number: "${incident.number}") { obligations { rule standing isVoid latenessSeconds } } }`;
    const { data } = await soc.asks<{ incident: { obligations: { rule: string }[] } }, object>(asked);
    expect(data?.incident.obligations).toContainEqual({
      rule: "R9.2",
      standing: "WAIVED",
      isVoid: true,
      latenessSeconds: 0,
    });
    expect(data?.incident.obligations).toContainEqual(expect.objectContaining({ rule: "R9.1", isVoid: false }));
    const open = `{ waived: obligations(filter: { standings: [WAIVED] }) { nodes { rule } }
      overdue: obligations(filter: { standings: [OVERDUE, RUNNING] }) { nodes { rule } }
      timeliness(period: { from: "2026-04-01", before: "2026-05-01" }) { rule opened } }`;
    expect((await soc.asks(open)).data).toEqual({
      waived: { nodes: [{ rule: "R9.2" }] },
      overdue: { nodes: [{ rule: "R9.3" }] },
      timeliness: [
        { rule: "R9.1", opened: 1 },
        { rule: "R9.3", opened: 1 },
      ],
    });
    // Beside an incident whose owner is owed the word, it is of no incident that counts.
    await soc.sendsReport({ affectedObjects: [{ description: "ЖЭО-3", kinds: ["CRITICAL_INFRASTRUCTURE"] }] });
    const counted = `{ timeliness(period: { from: "2026-04-01", before: "2026-05-01" }, rules: ["R9.2"]) { opened incidents } }`;
    expect((await soc.asks(counted)).data).toEqual({ timeliness: [{ opened: 1, incidents: 1 }] });
    await passes(world, 80 * HOUR);
    expect(await watch.next()).toMatchObject({ kind: "OVERDUE", obligation: { rule: "R9.3" } });
    // Corrected back it is owed again, as if it had been all the time.
    accepted(await centre.correctsConfirmation(incident.id, mistyped));
    expect(await soc.standings(incident.number)).toMatchObject({ "R9.2": "OVERDUE" });
  });

  test("L4 L22 what moves the figures of a month that has ended says which, in three languages", async () => {
    await using world = await lentGateway({ at: "2026-03-31T18:00:00Z" });
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    const confirmedAt = world.clock.now();
    const { incident } = await soc.sendsReport({ confirmedAt: toIso(confirmedAt) });
    const duty = incident.obligations.find(({ rule }) => rule === "R9.3")?.id ?? "";
    const early = accepted(await centre.correctsConfirmation(incident.id, instant(confirmedAt - MINUTE)));
    expect(early.warnings).toEqual([]);
    world.clock.advance(HOUR);
    const moved = accepted(await centre.correctsConfirmation(incident.id, world.clock.now()));
    expect(moved.warnings.map(({ rule, message }) => [rule, message])).toEqual([
      ["L4", expect.stringContaining("before this confirmation")],
      ["R9.1", expect.stringContaining("(by the calendar of Almaty): March 2026.")],
      ["R9.3", expect.stringContaining("(by the calendar of Almaty): March 2026.")],
    ]);
    const back = accepted(await centre.speaking("ru").correctsConfirmation(incident.id, confirmedAt));
    expect(back.warnings.filter(({ message }) => message.includes("март 2026 года"))).toHaveLength(2);
    const { obligation, warnings } = accepted(await centre.speaking("kk").recordsReceived(duty, world.clock.now()));
    expect(warnings).toMatchObject([{ rule: "R9.3", message: expect.stringContaining("2026 жылғы наурыз") }]);
    const receipt = obligation.receivedOtherwise[0]?.id ?? "";
    const taken = accepted(await centre.withdrawsReceived(receipt));
    expect(taken.warnings.map(({ message }) => message.includes("March 2026"))).toContain(true);
    expect(accepted(await centre.waives(duty)).warnings).toMatchObject([{ rule: "R9.3" }]);
    accepted(await soc.asksForRetraction(incident.id));
    expect(accepted(await centre.decidesRetraction(incident.id, true)).warnings.map(({ rule }) => rule)).toEqual([
      "R9.1",
      "R9.3",
    ]);
  });

  test("L4 L23 so does what a SOC says itself: report, card, amendment, its word to the owner, an analysis that links", async () => {
    await using world = await lentGateway({ at: "2026-03-20T10:00:00Z" });
    const [object, soc] = [await world.protectedObject(), await world.soc()];
    const event = await notified(world, "EVENT", soc);
    world.clock.advance(13 * 24 * HOUR);
    const months = ({ warnings }: { warnings: readonly { rule: string; message: string }[] }) =>
      warnings.flatMap(({ rule, message }) => {
        const [, named] = /calendar of Almaty\): (.*?)\./u.exec(message) ?? [];
        return named === undefined ? [] : [`${rule} ${named}`];
      });
    const objects = { affectedObjects: [{ objectId: object.id }] };
    const said = { ...objects, confirmedAt: "2026-03-21T10:00:00Z", occurredAt: "2026-02-10T10:00:00Z" };
    const report = await soc.sendsReport({ ...objects, confirmedAt: said.confirmedAt });
    expect(months(report)).toEqual(["R9.1 March 2026", "R9.2 March 2026", "R9.3 March 2026"]);
    const { id } = report.incident;
    const linked = accepted(await soc.analysesEvent(event, {}, { incidentId: id }));
    expect(months(linked).toSorted()).toEqual(["R9.5 March 2026", "R9.6 March 2026"]);
    expect(months(await soc.sendsCard(said, { incidentId: id }))).toEqual(["R9.3 March 2026", "R9.6 March 2026"]);
    const moved = accepted(await soc.amends(id, 1, { ...said, confirmedAt: "2026-02-11T10:00:00Z" }));
    expect(months(moved)).toEqual(["R9.1", "R9.2", "R9.3"].map((rule) => `${rule} February 2026, March 2026`));
    const told = parseInstant("2026-02-11T10:05:00Z")!;
    expect(months(accepted(await soc.recordsOwnerNotified(id, told, { objectId: object.id })))).toEqual([
      "R9.2 February 2026",
    ]);
  });

  test("L4 what was waived stays waived when the terms move", async () => {
    const { centre, soc, incident, confirmedAt } = await anIncident(shared());
    const duty = incident.obligations.find(({ rule }) => rule === "R9.2");
    accepted(await centre.waives(duty?.id ?? ""));
    accepted(await centre.correctsConfirmation(incident.id, instant(confirmedAt - HOUR)));
    expect(await soc.standings(incident.number)).toMatchObject({ "R9.1": "MET_LATE", "R9.2": "WAIVED" });
  });
});
