import { describe, expect, test } from "vitest";
import { AmendIncidentCardDocument, SubmitIncidentCardDocument } from "../../schema/operations.generated.js";
import { cardInput } from "../support/inputs.js";
import { sharedGateway } from "../support/gateway.js";
import { HOUR, instant, toIso } from "../../src/domain/instant.js";
import { accepted, LANGUAGES, rejected, unique, type Person } from "../support/person.js";

const shared = sharedGateway();

/** The earlier incident that one repeats, and those that repeat it, by their numbers. */
async function around(person: Person, number: string): Promise<readonly [string | null, readonly string[]]> {
  const asked = `query ($number: String!) { incident(number: $number) { earlierIncident { number } repeatedBy { number } } }`;
  interface Seen {
    readonly incident: {
      readonly earlierIncident: { readonly number: string } | null;
      readonly repeatedBy: readonly { readonly number: string }[];
    };
  }
  const { incident } = await person.gets<Seen, object>(asked, { number });
  return [incident.earlierIncident?.number ?? null, incident.repeatedBy.map((one) => one.number)];
}

function repeatOf(earlierIncidentNumber: string) {
  return { recurrence: "REPEAT", earlierIncidentNumber } as const;
}

describe("a repeat incident", () => {
  test("F30 names the earlier one by its number in any case, shown from both sides to its SOC and the centre", async () => {
    const world = shared();
    const object = await world.protectedObject();
    const soc = await world.soc({ covering: [object] });
    const owner = await world.person(object.ownerId, "OWNER");
    const on = { affectedObjects: [{ objectId: object.id }] };
    const first = (await soc.sendsCard(on)).incident.number;
    const { incident, card } = await soc.sendsCard({ ...on, ...repeatOf(` ${first.toLowerCase()}`) });
    expect(card.earlierIncidentNumber).toBe(first);
    const second = incident.number;
    world.clock.advance(1_000);
    const third = (await soc.sendsCard(repeatOf(first))).incident.number;
    const centre = await world.nationalCentre();
    for (const person of [soc, centre]) {
      expect(await around(person, first)).toEqual([null, [second, third]]);
      expect(await around(person, second)).toEqual([first, []]);
    }
    // Its owner sees what is about its own object.
    expect(await around(owner, first)).toEqual([null, [second]]);
    expect(await around(owner, second)).toEqual([first, []]);
  });

  test("F30 is what its latest card says: a correction may name another one, or none", async () => {
    const soc = await shared().soc();
    const [first, other] = [(await soc.sendsCard()).incident.number, (await soc.sendsCard()).incident.number];
    const { incident } = await soc.sendsCard(repeatOf(first));
    await soc.amends(incident.id, 1, repeatOf(other));
    expect(await around(soc, first)).toEqual([null, []]);
    expect(await around(soc, other)).toEqual([null, [incident.number]]);
    await soc.amends(incident.id, 2, { recurrence: "REPEAT", earlierIncidentNumber: " " });
    expect(await around(soc, incident.number)).toEqual([null, []]);
  });

  test("F30 an earlier one on the card of a new incident, or the incident itself, is refused in three languages", async () => {
    const world = shared();
    const soc = await world.soc();
    const { incident } = await soc.sendsCard();
    const messages = new Set<string>();
    for (const language of LANGUAGES) {
      const speaking = soc.speaking(language);
      const refused = rejected(await speaking.submitsCard({ earlierIncidentNumber: incident.number }));
      const itself = rejected(await speaking.amends(incident.id, 1, repeatOf(incident.number)));
      for (const { violations } of [refused, itself]) {
        expect(violations).toMatchObject([{ rule: "F30", path: ["input", "card", "earlierIncidentNumber"] }]);
        messages.add(violations[0]?.message ?? "");
      }
    }
    expect(messages.size).toBe(6);
  });

  test("F30 one that was retracted, that occurred later, or that is said to repeat this one, is accepted with a warning", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    const messages = new Set<string>();
    const doubted = (warnings: readonly { rule: string; path: readonly string[]; message: string }[]) => {
      const doubts = warnings.filter(({ rule }) => rule === "F30");
      for (const { path, message } of doubts) {
        expect(path).toEqual(["input", "card", "earlierIncidentNumber"]);
        messages.add(message);
      }
      return doubts.length;
    };
    const { incident: first } = await soc.sendsCard();
    const { incident: second, warnings } = await soc.sendsCard(repeatOf(first.number));
    expect(doubted(warnings)).toBe(0);
    expect(doubted(accepted(await soc.amends(first.id, 1, repeatOf(second.number))).warnings)).toBe(1);
    const occurredAt = toIso(instant(world.clock.now() - 30 * HOUR));
    const registeredOn = occurredAt.slice(0, 10);
    expect(doubted((await soc.sendsCard({ ...repeatOf(first.number), occurredAt, registeredOn })).warnings)).toBe(1);
    accepted(await soc.asksForRetraction(second.id));
    accepted(await centre.decidesRetraction(second.id, true));
    expect(doubted((await soc.sendsCard(repeatOf(second.number))).warnings)).toBe(1);
    expect(messages.size).toBe(3);
  });

  test("another SOC's incident, and one that there is not, are not found", async () => {
    const world = shared();
    const [soc, other] = [await world.soc(), await world.soc()];
    const foreign = (await other.sendsCard()).incident.number;
    const { incident } = await soc.sendsCard();
    for (const number of [foreign, "NOBODY-2026-0001", "no number at all"]) {
      const card = cardInput(world.clock.now(), repeatOf(number));
      const amended = { incidentId: incident.id, revision: 1, card };
      for (const { errors } of [
        await soc.asks(SubmitIncidentCardDocument, { input: { submissionKey: unique("key"), card } }),
        await soc.asks(AmendIncidentCardDocument, { input: { submissionKey: unique("key"), ...amended } }),
      ])
        expect(errors).toMatchObject([
          { extensions: { code: "NOT_FOUND", path: ["input", "card", "earlierIncidentNumber"] } },
        ]);
    }
  });
});
