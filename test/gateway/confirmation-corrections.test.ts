import { describe, expect, test } from "vitest";
import { IncidentDocument } from "../../schema/operations.generated.js";
import { HOUR, instant, MINUTE, parseInstant, SECOND, toIso, type Instant } from "../../src/domain/instant.js";
import { sharedGateway } from "../support/gateway.js";
import { accepted, rejected, type Person, LANGUAGES } from "../support/person.js";
import { anIncident, mendings } from "../support/mended-incidents.js";

/** For all that ask of their own parties alone, whatever time it is. */
const shared = sharedGateway();

/** The due times of an incident's duties, by rule. */
async function dueTimes(person: Person, number: string): Promise<Record<string, string>> {
  const { incident } = await person.gets(IncidentDocument, { number });
  return Object.fromEntries((incident?.obligations ?? []).map(({ rule, dueAt }) => [rule, dueAt]));
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
      [await centre.correctsConfirmation(incident.id, confirmedAt, " "), "F1", "reason"],
      [await centre.correctsConfirmation(incident.id, confirmedAt, "x".repeat(20_001)), "F2", "reason"],
    ] as const;
    for (const [answer, rule, path] of cases)
      expect(rejected(answer).violations).toMatchObject([{ rule, path: ["input", path] }]);
    expect(await mendings(soc, carded.number)).toMatchObject({
      confirmedAt: incident.confirmedAt,
      confirmationCorrections: [],
    });
    accepted(await centre.correctsConfirmation(incident.id, instant(confirmedAt - 30 * MINUTE)));
  });

  test("L4 what was waived stays waived when the terms move", async () => {
    const { centre, soc, incident, confirmedAt } = await anIncident(shared());
    const duty = incident.obligations.find(({ rule }) => rule === "R9.2");
    accepted(await centre.waives(duty?.id ?? ""));
    accepted(await centre.correctsConfirmation(incident.id, instant(confirmedAt - HOUR)));
    expect(await soc.standings(incident.number)).toMatchObject({ "R9.1": "MET_LATE", "R9.2": "WAIVED" });
  });
});
