import { DataSource } from "typeorm";
import { expect, test } from "vitest";
import { CardsByAnotherWay1764000000041 } from "../../migrations/0041-cards-by-another-way.js";
import { EndedRequests1764000000042 } from "../../migrations/0042-ended-requests.js";
import { HOUR, instant, MINUTE, toIso } from "../../src/domain/instant.js";
import { startGateway, type TestGateway } from "../support/gateway.js";
import { notified, partOf } from "../support/notified-socs.js";
import { accepted } from "../support/person.js";

/** Has the rows as an earlier release kept them, and migrates them again. */
async function migrated(
  { database }: TestGateway,
  migration: CardsByAnotherWay1764000000041 | EndedRequests1764000000042,
  ...before: readonly string[]
): Promise<void> {
  for (const statement of before) await database.asOwner(statement);
  const dataSource = new DataSource({ type: "postgres", url: database.ownerUrl });
  await dataSource.initialize();
  const runner = dataSource.createQueryRunner();
  await migration.up(runner);
  await runner.release();
  await dataSource.destroy();
}

test("L22 R9.3 R9.6 what answered a notification by another way after it had led to an incident is that one's card; any other stays an answer", async () => {
  await using world = await startGateway();
  const centre = await world.nationalCentre();
  const soc = await world.soc();
  const early = await notified(world, "INCIDENT", soc);
  const beforeConfirmed = world.clock.now();
  world.clock.advance(HOUR);
  const third = await soc.sendsReport({ notificationIds: [early] });
  const [led, later] = [await notified(world, "INCIDENT", soc), await notified(world, "INCIDENT", soc)];
  const { incident } = await soc.sendsReport({ notificationIds: [led] });
  const answer = async (id: string) => (await partOf(soc, id)).obligation;
  for (const id of [led, later]) accepted(await centre.recordsReceived((await answer(id)).id, world.clock.now()));
  accepted(await centre.recordsReceived((await answer(early)).id, beforeConfirmed));
  const second = await soc.sendsReport({ notificationIds: [later] });
  await migrated(
    world,
    new CardsByAnotherWay1764000000041(),
    "alter table received_otherwise drop column incident_id",
    "update obligation set discharged_at = null, met_by = null where rule = 'R9.3'",
  );
  const met = { standing: "MET", metBy: "RECEIVED_OTHERWISE" };
  expect(await soc.standings(incident.number)).toMatchObject({ "R9.3": "MET" });
  for (const { number } of [second.incident, third.incident])
    expect(await soc.standings(number)).toMatchObject({ "R9.3": "RUNNING" });
  // What is said afterwards leaves it so.
  world.clock.advance(80 * HOUR);
  for (const { id, confirmedAt } of [incident, second.incident])
    await soc.sendsCard({ confirmedAt }, { incidentId: id });
  expect(await answer(led)).toMatchObject(met);
  expect(await soc.standings(incident.number)).toMatchObject({ "R9.3": "MET" });
  expect(await answer(later)).toMatchObject({ standing: "MET_LATE", metBy: "CARD" });
  expect(await soc.standings(second.incident.number)).toMatchObject({ "R9.3": "MET_LATE" });
});

test("L4 a request whose time had come to count by itself is settled by the card that said so; another one waits on", async () => {
  await using world = await startGateway();
  const centre = await world.nationalCentre();
  const soc = await world.soc();
  const ago = (minutes: number) => instant(world.clock.now() - minutes * MINUTE);
  const [settled, waiting] = [await soc.sendsReport(), await soc.sendsReport()];
  const [sooner, other] = [ago(20), ago(25)];
  for (const { incident } of [settled, waiting]) accepted(await soc.asksForCorrection(incident.id, sooner));
  world.clock.advance(MINUTE);
  const settledAt = toIso(world.clock.now());
  await soc.sendsCard({ confirmedAt: toIso(sooner) }, { incidentId: settled.incident.id });
  await soc.sendsCard({ confirmedAt: toIso(other) }, { incidentId: waiting.incident.id });
  world.clock.advance(MINUTE);
  await migrated(
    world,
    new EndedRequests1764000000042(),
    "drop index correction_request_pending",
    "alter table correction_request drop column settled_at, drop column withdrawn_at",
    "create unique index correction_request_pending on correction_request (incident_id) where decided_at is null and replaced_at is null",
  );
  const asked = `query ($number: String!) { incident(number: $number) { openQuestions correctionRequests { settledAt } } }`;
  const seen = (number: string) => centre.gets(asked, { number });
  expect(await seen(settled.incident.number)).toMatchObject({ incident: { correctionRequests: [{ settledAt }] } });
  expect(await seen(waiting.incident.number)).toMatchObject({
    incident: {
      openQuestions: expect.arrayContaining(["CORRECTION_REQUESTED"]),
      correctionRequests: [{ settledAt: null }],
    },
  });
  accepted(await soc.withdrawsCorrectionRequest(waiting.incident.id));
});
