import { parseInstant } from "../../src/domain/instant.js";
import type { TestGateway } from "./gateway.js";
import type { Person } from "./person.js";

/** An incident on a protected object of which there is only the report. */
export async function anIncident(world: TestGateway) {
  const centre = await world.nationalCentre();
  const owner = await world.owner();
  const object = await world.protectedObject({ owner });
  const soc = await world.soc({ covering: [object] });
  const on = { affectedObjects: [{ objectId: object.id }] };
  const { incident } = await soc.sendsReport({ ...on, severity: "UNDETERMINED" });
  const confirmedAt = parseInstant(incident.confirmedAt)!;
  return { world, centre, owner, object, soc, on, incident, confirmedAt };
}

/** What was done to an incident, as its readers see it. */
export async function mendings(person: Person, number: string) {
  const query = `query ($number: String!) { incident(number: $number) { retractedAt confirmedAt
    retractions { grounds requestedAt isGranted reason decidedAt }
    confirmationCorrections { previous confirmedAt reason receivedAt }
    ownerAcknowledgements { receivedAt } } }`;
  interface Mended {
    readonly incident: {
      readonly retractedAt: string | null;
      readonly confirmedAt: string;
      readonly retractions: readonly object[];
      readonly confirmationCorrections: readonly object[];
      readonly ownerAcknowledgements: readonly object[];
    };
  }
  return (await person.gets<Mended, object>(query, { number })).incident;
}
