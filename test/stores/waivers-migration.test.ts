import { DataSource } from "typeorm";
import { expect, test } from "vitest";
import { Waivers1764000000025 } from "../../migrations/0025-waivers.js";
import { HOUR, MINUTE } from "../../src/domain/instant.js";
import { startGateway, type TestGateway } from "../support/gateway.js";
import { anIncident } from "../support/mended-incidents.js";
import { accepted, type Person } from "../support/person.js";

/** What was waived before waivers were statements stays so, whatever is said of the incident afterwards. */

/** Puts the waivers back as they were kept before, `as` an earlier release had them, and migrates them again. */
async function migrated({ database }: TestGateway, as = "select 1"): Promise<void> {
  await database.asOwner("alter table obligation add column is_closed_by_soc boolean not null default false");
  await database.asOwner(`update obligation o set is_closed_by_soc = true from waiver w
    where w.obligation_id = o.id and w.is_by_soc and w.waived_at = o.waived_at`);
  await database.asOwner(`alter table waiver drop constraint waiver_pkey, drop column place, drop column object_description,
    drop column waived_at, drop column is_by_soc, add primary key (obligation_id)`);
  await database.asOwner(as);
  const dataSource = new DataSource({ type: "postgres", url: database.ownerUrl });
  await dataSource.initialize();
  const runner = dataSource.createQueryRunner();
  await new Waivers1764000000025().up(runner);
  await runner.release();
  await dataSource.destroy();
}

async function standingOf(person: Person, id: string): Promise<unknown> {
  const { data } = await person.asks<{ readonly node: { readonly standing: string } }, object>(
    `{ node(id: "${id}") { ... on Obligation { standing } } }`,
  );
  return data?.node.standing;
}

test("F25 R9.2 what its SOC closed stays closed", async () => {
  await using world = await startGateway();
  const other = await world.protectedObject();
  const { soc, incident } = await anIncident(world);
  const { confirmedAt } = incident;
  world.clock.advance(MINUTE);
  const card = { affectedObjects: [{ objectId: other.id }], confirmedAt, severity: "UNDETERMINED" as const };
  await soc.sendsCard(card, { incidentId: incident.id });
  world.clock.advance(MINUTE);
  const id = incident.obligations.find(({ rule }) => rule === "R9.2")?.id ?? "";
  accepted(await soc.waives(id, "It was another object."));
  await migrated(world);
  world.clock.advance(HOUR);
  accepted(await soc.reviews(incident.id, "LOW", "It is so."));
  expect(await standingOf(soc, id)).toBe("WAIVED");
});

test("L20 R9.3 what the centre waived stays waived, though an object of its incident was kept beside it", async () => {
  await using world = await startGateway();
  const { centre, soc, incident } = await anIncident(world);
  const id = incident.obligations.find(({ rule }) => rule === "R9.3")?.id ?? "";
  accepted(await centre.waives(id, "No card is needed."));
  await migrated(
    world,
    `update waiver w set object_id = i.object_ids[1] from obligation o join incident i on i.id = o.incident_id
     where o.id = w.obligation_id and o.rule = 'R9.3'`,
  );
  world.clock.advance(80 * HOUR);
  accepted(await soc.reviews(incident.id, "LOW", "It is so."));
  expect(await standingOf(soc, id)).toBe("WAIVED");
});

test("L9 L20 R9.2 what the centre waived of a description stays waived, though that was linked since", async () => {
  await using world = await startGateway();
  const centre = await world.nationalCentre();
  const object = await world.protectedObject();
  const soc = await world.soc();
  const plant = { description: "ЖЭО-3", kinds: ["CRITICAL_INFRASTRUCTURE" as const] };
  const { incident } = await soc.sendsReport({ affectedObjects: [plant], severity: "UNDETERMINED" });
  const id = incident.obligations.find(({ rule }) => rule === "R9.2")?.id ?? "";
  accepted(await centre.waives(id, "Told in the room."));
  accepted(await centre.linksObject(incident.id, "ЖЭО-3", object.id));
  await migrated(world);
  world.clock.advance(HOUR);
  accepted(await soc.reviews(incident.id, "LOW", "It is so."));
  expect(await standingOf(soc, id)).toBe("WAIVED");
});
