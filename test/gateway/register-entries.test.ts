import { expect, test } from "vitest";
import { HOUR, instant, MINUTE, toIso } from "../../src/domain/instant.js";
import type { RegisterName } from "../../src/domain/registers.js";
import { eventually } from "../support/eventually.js";
import { lentGateway, sharedGateway, startGateway } from "../support/gateway.js";
import { hold, isWaiting } from "../support/held.js";
import { anIncident } from "../support/mended-incidents.js";
import { notified } from "../support/notified-socs.js";
import { accepted, type Person } from "../support/person.js";
import { startMailbox } from "../support/receivers.js";
import { codeOf } from "../support/reserve-scene.js";
import { MARCH, makesIncidents, rowsOf, takesRegister } from "../support/registers.js";

/** R13.2: what the cells of registers say, and what taking one out holds up. */

const shared = sharedGateway();

/** The cells of some columns of a register, entry by entry. */
async function cells(person: Person, name: RegisterName, ...columns: readonly string[]): Promise<string[][]> {
  const [head = [], ...rows] = await rowsOf(person, name);
  return rows.map((row) => columns.map((column) => row[head.indexOf(column)] ?? column));
}

test("R13.2 an incident has the time of its first card, however often that is corrected, and of its retraction", async () => {
  const world = shared();
  const { soc, centre, incident, on } = await anIncident(world);
  world.clock.advance(HOUR);
  accepted(await soc.submitsCard({ ...on, confirmedAt: incident.confirmedAt }, { incidentId: incident.id }));
  const cardAt = toIso(world.clock.now());
  world.clock.advance(HOUR);
  accepted(await soc.amends(incident.id, 1, { ...on, confirmedAt: incident.confirmedAt, note: "Екінші" }));
  accepted(await soc.asksForRetraction(incident.id));
  world.clock.advance(HOUR);
  accepted(await centre.decidesRetraction(incident.id, true));
  const [entry = []] = await cells(soc, "incidents", "Card received", "Retracted");
  expect(entry.map((cell) => toIso(instant(Date.parse(cell))))).toEqual([cardAt, toIso(world.clock.now())]);
  expect(await cells(soc, "retractions", "Outcome")).toEqual([["granted"]]);
});

test("R13.2 L19 of a notification each recipient has its own term and answer", async () => {
  const world = shared();
  const [quick, slow, centre] = [await world.soc(), await world.soc(), await world.nationalCentre()];
  const id = await notified(world, "EVENT", quick, slow);
  world.clock.advance(MINUTE);
  accepted(await quick.denies(id));
  await centre.sendsNotification({ supplements: id });
  for (const [soc, isAnswered] of [
    [quick, true],
    [slow, false],
  ] as const) {
    const entries = await cells(soc, "notifications", "Due at", "Answered", "Follows", "Notification");
    expect(entries.map(([due, answered]) => [due !== "", answered !== ""])).toEqual([
      [true, isAnswered],
      [false, false],
    ]);
    const one = { ...MARCH, soc: await codeOf(soc) };
    expect(await rowsOf(centre, "notifications", one)).toEqual(await rowsOf(soc, "notifications", one));
    const numbers = entries.map(([, , , number]) => number);
    expect(entries.map(([, , follows]) => follows)).toEqual(["", numbers[0]]);
  }
});

test("L18 R13.2 each request to correct a confirmation is listed with how it ended", async () => {
  const world = shared();
  const { soc, centre, incident, confirmedAt } = await anIncident(world);
  const asks = async (hours: number) =>
    accepted(await soc.asksForCorrection(incident.id, instant(confirmedAt - hours * HOUR)));
  const ends: (() => Promise<unknown>)[] = [
    () => centre.refusesCorrection(incident.id),
    () => soc.withdrawsCorrectionRequest(incident.id),
    () => centre.correctsConfirmation(incident.id, instant(confirmedAt - 4 * HOUR)),
    () => asks(20),
  ];
  for (const [index, end] of ends.entries()) {
    await asks(10 + index);
    world.clock.advance(MINUTE);
    await end();
    world.clock.advance(MINUTE);
  }
  expect(await cells(soc, "corrections", "Outcome", "Reason")).toEqual([
    ["refused", "The log says otherwise."],
    ["withdrawn by the SOC", ""],
    ["granted", "The clock of the SOC was wrong."],
    ["replaced by a later request", ""],
    ["undecided", ""],
  ]);
});

test("R9.2 R13.2 an owner whom the gateway notified is listed as such, with the term", async () => {
  await using mailbox = await startMailbox();
  await using world = await startGateway({ settings: { SMTP_URL: mailbox.url } });
  const { soc, object } = await anIncident(world);
  await eventually(async () => (await cells(soc, "owners-notified", "How")).length > 0);
  const [entry = []] = await cells(soc, "owners-notified", "How", "Protected object", "Due at", "Notified");
  expect(entry).toEqual([
    "by the gateway",
    object.code,
    expect.stringMatching(/^2026-/) as string,
    expect.stringMatching(/^2026-/) as string,
  ]);
});

test("R13.2 what is recorded from the next millisecond on is not in a register, though its day is", async () => {
  const world = shared();
  const soc = await world.soc();
  await soc.sendsReport();
  const later = toIso(instant(world.clock.now() + 1));
  await world.database.asOwner("update incident set received_at = $1 where soc_id = $2", [later, soc.partyId]);
  expect(await rowsOf(soc, "incidents")).toHaveLength(1);
  world.clock.advance(1);
  expect(await rowsOf(soc, "incidents")).toHaveLength(2);
});

test("R13.2 a party takes one register out at a time, another party does not wait for it; who asks with HEAD takes none", async () => {
  await using world = await lentGateway();
  const [soc, other] = [await world.soc(), await world.soc()];
  await using held = await hold(world.database, "lock table correction_request in access exclusive mode");
  const first = takesRegister(soc, "corrections.csv");
  await isWaiting(world.database, 1);
  let isThere = false;
  const second = takesRegister(soc, "incidents.csv").then(({ status }) => {
    isThere = true;
    return status;
  });
  for (let count = 0; count < 3; count += 1) expect((await takesRegister(other, "incidents.csv")).status).toBe(200);
  expect(isThere).toBe(false);
  await held.letGo();
  expect([(await first).status, await second]).toEqual([200, 200]);
  const { from, until } = MARCH;
  const head = await fetch(`${world.url}/exchange/registers/incidents.csv?from=${from}&until=${until}`, {
    method: "HEAD",
    headers: { authorization: `Bearer ${soc.token}` },
  });
  expect(head.status).toBe(405);
});

test("R13.2 a register of long texts is not laid out, with however few entries", async () => {
  const world = shared();
  const soc = await world.soc();
  await makesIncidents(soc, 81, "ы".repeat(50_000));
  expect((await takesRegister(soc, "incidents.html")).problem).toMatchObject({ code: "QUERY_TOO_COSTLY" });
});

test("R13.2 CSV comes no faster than its party's budget of readings comes back", async () => {
  await using world = await lentGateway({ settings: { COST_AT_ONCE: "4000", COST_PER_MINUTE: "1" } });
  const [soc, other] = [await world.soc(), await world.soc()];
  await makesIncidents(soc, 3_000, "An office network");
  const gone = new AbortController();
  const { from, until } = MARCH;
  const answer = await fetch(`${world.url}/exchange/registers/incidents.csv?from=${from}&until=${until}`, {
    headers: { authorization: `Bearer ${soc.token}` },
    signal: gone.signal,
  });
  let text = "";
  const decoder = new TextDecoder();
  const reading = (async () => {
    for await (const piece of answer.body ?? []) text += decoder.decode(piece as Uint8Array, { stream: true });
  })().catch(() => undefined);
  const rows = (): number => text.split("\r\n").length - 2;
  await eventually(() => rows() >= 1_000);
  for (let count = 0; count < 3; count += 1) await takesRegister(other, "incidents.csv");
  expect(rows()).toBe(1_000);
  gone.abort();
  await reading;
});
