import { describe, expect, test } from "vitest";
import { HOUR, instant, MINUTE, parseInstant, toIso } from "../../src/domain/instant.js";
import { OPEN_QUESTIONS, type OpenQuestion } from "../../src/domain/open-questions.js";
import { lentGateway, startGateway } from "../support/gateway.js";
import { accepted, LANGUAGES, rejected, type Person } from "../support/person.js";

const ASKED = `query ($questions: [OpenQuestion!]!) {
  incidents(filter: { openQuestions: $questions }) { nodes { number openQuestions } } }`;

async function listed(person: Person, questions: readonly OpenQuestion[]) {
  interface Seen {
    readonly incidents: {
      readonly nodes: readonly { readonly number: string; readonly openQuestions: OpenQuestion[] }[];
    };
  }
  return (await person.gets<Seen, object>(ASKED, { questions })).incidents.nodes;
}

/** How the requests to correct an incident's confirmation ended, oldest first. */
async function requestsOf(person: Person, number: string) {
  interface Seen {
    readonly incident: { readonly correctionRequests: readonly Record<string, string | null>[] };
  }
  const asked = `query ($number: String!) { incident(number: $number) {
    correctionRequests { confirmedAt decidedAt replacedAt settledAt withdrawnAt } } }`;
  return (await person.gets<Seen, object>(asked, { number })).incident.correctionRequests;
}

describe("what of an incident waits for somebody to clear it up", () => {
  test("L3 L9 L15 each contradiction is on the centre's list until it is resolved, and the list says what the incident says", async () => {
    await using world = await startGateway({ settings: { IN_FORCE_FROM: "2026-02-01T00:00:00+05:00" } });
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    const ago = (hours: number): string => toIso(instant(world.clock.now() - hours * HOUR));
    const known = [{ description: "A kiosk", kinds: [] }];
    const clear = await soc.sendsReport({ affectedObjects: known });
    const contradictory = await soc.sendsReport({ confirmedAt: ago(5), affectedObjects: known });
    const card = {
      affectedObjects: known,
      occurredAt: ago(1),
      confirmedAt: toIso(instant(world.clock.now() - MINUTE)),
    };
    await soc.sendsCard(card, { incidentId: contradictory.incident.id });
    const early = await soc.sendsReport({ confirmedAt: "2026-01-31T10:00:00Z", affectedObjects: known });
    const unknown = await soc.sendsReport();
    const expected = {
      [contradictory.incident.number]: ["CONFIRMED_BEFORE_IT_OCCURRED"],
      [early.incident.number]: ["CONFIRMED_BEFORE_THE_TERMS"],
      [unknown.incident.number]: ["OBJECT_OF_UNKNOWN_KIND"],
    };
    for (const person of [centre, soc]) {
      const all = await listed(person, OPEN_QUESTIONS);
      expect(Object.fromEntries(all.map(({ number, openQuestions }) => [number, openQuestions]))).toEqual(expected);
      for (const question of OPEN_QUESTIONS)
        expect((await listed(person, [question])).map(({ number }) => number)).toEqual(
          all.filter(({ openQuestions }) => openQuestions.includes(question)).map(({ number }) => number),
        );
      expect(await listed(person, [])).toEqual([]);
    }
    expect(JSON.stringify(await listed(centre, OPEN_QUESTIONS))).not.toContain(clear.incident.number);
    accepted(await centre.correctsConfirmation(contradictory.incident.id, instant(world.clock.now() - MINUTE)));
    expect(await listed(centre, ["CONFIRMED_BEFORE_IT_OCCURRED"])).toEqual([]);
    // What was reported in error waits for nobody (L18).
    accepted(await soc.asksForRetraction(unknown.incident.id));
    accepted(await centre.decidesRetraction(unknown.incident.id, true));
    expect(await listed(centre, ["OBJECT_OF_UNKNOWN_KIND"])).toEqual([]);
  });

  test("M1 L4 F24 a SOC asks to correct what it mistyped; the centre's correction decides it, or its refusal", async () => {
    await using world = await lentGateway();
    const centre = await world.nationalCentre();
    const owner = await world.owner();
    const object = await world.protectedObject({ owner });
    const soc = await world.soc({ covering: [object] });
    const confirmedAt = instant(world.clock.now() - MINUTE);
    const { incident } = await soc.sendsReport({
      confirmedAt: toIso(instant(confirmedAt - 300 * HOUR)),
      affectedObjects: [{ objectId: object.id }],
    });
    await using watch = await centre.watchIncidents();
    const asked = accepted(await soc.asksForCorrection(incident.id, confirmedAt));
    expect(asked.incident).toMatchObject({
      openQuestions: ["CORRECTION_REQUESTED"],
      correctionRequests: [{ confirmedAt: toIso(confirmedAt), decidedAt: null }],
    });
    expect(await watch.next()).toMatchObject({ kind: "CORRECTION_REQUESTED", incident: { id: incident.id } });
    expect(await listed(owner, OPEN_QUESTIONS)).toEqual([]);
    // Refused, it may be asked for again.
    await expect(soc.refusesCorrection(incident.id)).rejects.toThrow("FORBIDDEN");
    const before = await soc.standings(incident.number);
    const refused = accepted(await centre.refusesCorrection(incident.id, "Its log says otherwise."));
    expect(refused.incident).toMatchObject({
      openQuestions: [],
      correctionRequests: [{ decidedAt: toIso(world.clock.now()), refusalReason: "Its log says otherwise." }],
    });
    expect(await watch.next()).toMatchObject({ kind: "CORRECTION_REFUSED", incident: { id: incident.id } });
    expect(await soc.standings(incident.number)).toEqual(before);
    const refusals = new Set<string>();
    for (const language of LANGUAGES) {
      const { violations } = rejected(await centre.speaking(language).refusesCorrection(incident.id));
      expect(violations).toMatchObject([{ rule: "F24", path: ["input", "incidentId"] }]);
      refusals.add(violations[0]?.message ?? "");
    }
    expect(refusals.size).toBe(3);
    accepted(await soc.asksForCorrection(incident.id, confirmedAt));
    expect(await listed(centre, ["CORRECTION_REQUESTED"])).toHaveLength(1);
    accepted(await centre.correctsConfirmation(incident.id, confirmedAt));
    expect(await soc.standings(incident.number)).toMatchObject({ "R9.1": "MET" });
    expect(await listed(centre, ["CORRECTION_REQUESTED"])).toEqual([]);
    await expect(centre.asksForCorrection(incident.id, confirmedAt)).rejects.toThrow("FORBIDDEN");
  });

  test("L4 F24 a request that was mistyped is replaced by the next one; one for the time that counts already is refused", async () => {
    await using world = await startGateway();
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    const ago = (minutes: number) => instant(world.clock.now() - minutes * MINUTE);
    const { incident } = await soc.sendsReport({
      confirmedAt: toIso(ago(60)),
      affectedObjects: [{ description: "A kiosk", kinds: [] }],
    });
    const [mistyped, right] = [ago(50), ago(5)];
    accepted(await soc.asksForCorrection(incident.id, mistyped));
    const replaced = accepted(await soc.asksForCorrection(incident.id, right));
    expect(replaced.incident).toMatchObject({
      openQuestions: ["CORRECTION_REQUESTED"],
      correctionRequests: [
        { confirmedAt: toIso(mistyped), decidedAt: null, replacedAt: toIso(world.clock.now()) },
        { confirmedAt: toIso(right), decidedAt: null, replacedAt: null },
      ],
    });
    const messages = new Set<string>();
    for (const language of LANGUAGES) {
      const { violations } = rejected(await soc.speaking(language).asksForCorrection(incident.id, ago(60)));
      expect(violations).toMatchObject([{ rule: "L4", path: ["input", "confirmedAt"] }]);
      messages.add(violations[0]?.message ?? "");
    }
    expect(messages.size).toBe(3);
    // What the centre decides is the one that is pending.
    const refused = accepted(await centre.refusesCorrection(incident.id, "Its log says otherwise."));
    expect(refused.incident).toMatchObject({
      openQuestions: [],
      correctionRequests: [
        { refusalReason: null, decidedAt: null },
        { refusalReason: "Its log says otherwise.", decidedAt: toIso(world.clock.now()) },
      ],
    });
    expect(await listed(centre, OPEN_QUESTIONS)).toEqual([]);
  });

  test("L4 the centre corrects to no time that counts already: refused as for the SOC, in three languages, and a request goes on waiting", async () => {
    await using world = await startGateway();
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    const ago = (minutes: number) => instant(world.clock.now() - minutes * MINUTE);
    const affectedObjects = [{ description: "A kiosk", kinds: [] }];
    const { incident } = await soc.sendsReport({ confirmedAt: toIso(ago(60)), affectedObjects });
    accepted(await soc.asksForCorrection(incident.id, ago(50)));
    const messages = new Set<string>();
    for (const language of LANGUAGES) {
      const { violations } = rejected(await centre.speaking(language).correctsConfirmation(incident.id, ago(60)));
      expect(violations).toMatchObject([{ rule: "L4", path: ["input", "confirmedAt"] }]);
      messages.add(violations[0]?.message ?? "");
    }
    expect(messages.size).toBe(3);
    expect(await listed(centre, ["CORRECTION_REQUESTED"])).toHaveLength(1);
    const corrected = accepted(await centre.correctsConfirmation(incident.id, ago(50)));
    expect(corrected.incident).toMatchObject({ confirmedAt: toIso(ago(50)) });
    expect(await listed(centre, OPEN_QUESTIONS)).toEqual([]);
  });

  test("L4 L15 L23 where the time that counts is before the terms, and duties run from another one, the centre corrects to it all the same", async () => {
    await using world = await startGateway({ at: "2026-02-01T10:00:00Z" });
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    const early = parseInstant("2026-01-20T10:00:00Z")!;
    const { incident } = await soc.sendsReport({ confirmedAt: "2026-02-01T09:00:00Z" });
    await soc.sendsCard({ confirmedAt: toIso(early), occurredAt: toIso(early) }, { incidentId: incident.id });
    expect(await soc.standings(incident.number)).toMatchObject({ "R9.3": "MET" });
    accepted(await soc.asksForCorrection(incident.id, early));
    accepted(await centre.correctsConfirmation(incident.id, early));
    expect(await soc.standings(incident.number)).toMatchObject({ "R9.3": "WAIVED" });
    expect(rejected(await centre.correctsConfirmation(incident.id, early)).violations).toMatchObject([{ rule: "L4" }]);
  });

  test("L4 F24 a request whose time comes to count by a card is settled by that, and waits no more", async () => {
    await using world = await startGateway();
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    const ago = (minutes: number) => instant(world.clock.now() - minutes * MINUTE);
    const affectedObjects = [{ description: "A kiosk", kinds: [] }];
    const { incident } = await soc.sendsReport({ confirmedAt: toIso(ago(60)), affectedObjects });
    const asked = ago(90);
    accepted(await soc.asksForCorrection(incident.id, asked));
    const card = { affectedObjects, occurredAt: toIso(ago(600)) };
    await soc.sendsCard({ ...card, confirmedAt: toIso(ago(80)) }, { incidentId: incident.id });
    expect(await listed(centre, ["CORRECTION_REQUESTED"])).toHaveLength(1);
    const amended = accepted(await soc.amends(incident.id, 1, { ...card, confirmedAt: toIso(asked) }));
    expect(amended.incident).toMatchObject({ confirmedAt: toIso(asked) });
    expect(await listed(centre, OPEN_QUESTIONS)).toEqual([]);
    expect(await requestsOf(centre, incident.number)).toEqual([
      {
        confirmedAt: toIso(asked),
        decidedAt: null,
        replacedAt: null,
        settledAt: toIso(world.clock.now()),
        withdrawnAt: null,
      },
    ]);
    expect(rejected(await centre.refusesCorrection(incident.id)).violations).toMatchObject([{ rule: "F24" }]);
    // Another one is made as before, and what was settled stays as it was.
    accepted(await soc.asksForCorrection(incident.id, ago(70)));
    expect((await requestsOf(centre, incident.number)).map(({ replacedAt }) => replacedAt)).toEqual([null, null]);
    expect(await listed(centre, ["CORRECTION_REQUESTED"])).toHaveLength(1);
  });

  test("L4 F24 a SOC takes back its own request while it waits, without making another", async () => {
    await using world = await startGateway();
    const centre = await world.nationalCentre();
    const [soc, other] = [await world.soc(), await world.soc()];
    const confirmedAt = instant(world.clock.now() - MINUTE);
    const affectedObjects = [{ description: "A kiosk", kinds: [] }];
    const { incident } = await soc.sendsReport({ confirmedAt: toIso(confirmedAt), affectedObjects });
    accepted(await soc.asksForCorrection(incident.id, world.clock.now()));
    await expect(centre.withdrawsCorrectionRequest(incident.id)).rejects.toThrow("FORBIDDEN");
    await expect(other.withdrawsCorrectionRequest(incident.id)).rejects.toThrow("NOT_FOUND");
    await using watch = await centre.watchIncidents();
    const before = await soc.standings(incident.number);
    const withdrawn = accepted(await soc.withdrawsCorrectionRequest(incident.id));
    expect(withdrawn.incident).toMatchObject({
      openQuestions: [],
      correctionRequests: [{ withdrawnAt: toIso(world.clock.now()), decidedAt: null, replacedAt: null }],
    });
    expect(await watch.next()).toMatchObject({ kind: "CORRECTION_WITHDRAWN", incident: { id: incident.id } });
    expect(await soc.standings(incident.number)).toEqual(before);
    expect(await listed(centre, OPEN_QUESTIONS)).toEqual([]);
    expect(rejected(await centre.refusesCorrection(incident.id)).violations).toMatchObject([{ rule: "F24" }]);
    for (const language of LANGUAGES)
      expect(rejected(await soc.speaking(language).withdrawsCorrectionRequest(incident.id)).violations).toMatchObject([
        { rule: "F24", path: ["input", "incidentId"] },
      ]);
    // What the centre decides is the next one; the one that was taken back stays as it was.
    world.clock.advance(MINUTE);
    accepted(await soc.asksForCorrection(incident.id, world.clock.now()));
    accepted(await centre.correctsConfirmation(incident.id, world.clock.now()));
    expect((await requestsOf(soc, incident.number)).map(({ decidedAt }) => decidedAt)).toEqual([
      null,
      toIso(world.clock.now()),
    ]);
  });

  test("L18 a request for retraction is on the centre's list until it is granted or refused", async () => {
    await using world = await startGateway();
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    const { incident } = await soc.sendsReport({ affectedObjects: [{ description: "A kiosk", kinds: [] }] });
    const asked = [{ number: incident.number, openQuestions: ["RETRACTION_REQUESTED"] }];
    accepted(await soc.asksForRetraction(incident.id));
    for (const person of [centre, soc]) expect(await listed(person, ["RETRACTION_REQUESTED"])).toEqual(asked);
    accepted(await centre.decidesRetraction(incident.id, false));
    expect(await listed(centre, OPEN_QUESTIONS)).toEqual([]);
    accepted(await soc.asksForRetraction(incident.id));
    expect(await listed(centre, OPEN_QUESTIONS)).toEqual(asked);
    accepted(await centre.decidesRetraction(incident.id, true));
    expect(await listed(centre, OPEN_QUESTIONS)).toEqual([]);
  });
});
