import { rename, rm, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { NotifySocsInput } from "../../schema/operations.generated.js";
import { SECOND } from "../../src/domain/instant.js";
import { toFeedCursor } from "../../src/journal/live-feed.js";
import { eventually } from "../support/eventually.js";
import { exchange, TYPES } from "../support/exchange.js";
import { publishedXsd, xsdFaults } from "../support/published-xsd.js";
import { accepted, type Person } from "../support/person.js";
import { binds, codeOf, reserveScene, unbinds, type ReserveScene } from "../support/reserve-scene.js";

/** R12.1, R13.2: notifications as files in the reserve folder, for a SOC that cannot ask for them. */

const OUTBOUND = { RESERVE_OUTBOUND: "yes" };

/** Notifies SOCs of a threat; gives the notification's number and id. */
async function notifies(world: Person["world"], socs: readonly Person[], more: Partial<NotifySocsInput> = {}) {
  const centre = await world.nationalCentre();
  const about = async () => ({
    threatId: accepted(await centre.registersThreat()).threat.id,
    to: { socs: socs.map((soc) => soc.party("Soc")) },
  });
  const isFollowing = typeof more.supplements === "string" || typeof more.withdraws === "string";
  const { notification } = await centre.sendsNotification(isFollowing ? more : { ...(await about()), ...more });
  const query = "query ($id: ID!) { node(id: $id) { ... on Notification { number } } }";
  const { node } = await centre.gets<{ node: { number: string } }, object>(query, { id: notification.id });
  return { id: notification.id, number: node.number };
}

/** Lets the gateway look until `out` has these files. */
async function has({ world, party }: ReserveScene, ...numbers: readonly string[]): Promise<void> {
  await eventually(async () => {
    world.clock.advance(SECOND);
    const there = await party.names("out");
    return numbers.every((number) => there.includes(`${number}.xml`));
  });
  expect(await party.names("out")).toEqual(numbers.map((number) => `${number}.xml`).toSorted());
}

/** Lets the gateway look as often as it takes to give out the next one: whatever else it would give out is there by then. */
async function hasNothingBut(here: ReserveScene, ...numbers: readonly string[]): Promise<void> {
  const { number } = await notifies(here.world, [here.soc]);
  await has(here, ...numbers, number);
  await rm(here.party.at("out", `${number}.xml`));
}

test("each notification for the SOC is a file, the same as it is given over HTTP; what others are told is none", async () => {
  await using here = await reserveScene(OUTBOUND);
  const { world, soc, party } = here;
  const other = await world.soc();
  const own = await notifies(world, [soc, other], { text: "Бақылау серверлері <туралы> хабар" });
  await notifies(world, [other]);
  await has(here, own.number);
  const text = await party.reads(`${own.number}.xml`);
  const asked = await exchange(soc, `notifications/${own.number}`, { headers: { accept: TYPES.xml } });
  expect(text).toBe(asked.text);
  expect(xsdFaults(text, publishedXsd("exchange-1.xsd"))).toEqual([]);
});

test("L19 what follows a notification is a file of its own that names it", async () => {
  await using here = await reserveScene(OUTBOUND);
  const { world, soc, party } = here;
  const first = await notifies(world, [soc]);
  const supplement = await notifies(world, [soc], { supplements: first.id, text: "And more." });
  const withdrawal = await notifies(world, [soc], { withdraws: first.id, text: "No longer." });
  await has(here, first.number, supplement.number, withdrawal.number);
  expect(await party.reads(`${supplement.number}.xml`)).toContain(
    `<follows as="SUPPLEMENT" number="${first.number}"/>`,
  );
  expect(await party.reads(`${withdrawal.number}.xml`)).toContain(
    `<follows as="WITHDRAWAL" number="${first.number}"/>`,
  );
});

test("a notification is given out once, whether or not the SOC has taken it, by however many gateways", async () => {
  await using here = await reserveScene(OUTBOUND);
  const { world, soc, party } = here;
  await world.another();
  const [first, second] = [await notifies(world, [soc]), await notifies(world, [soc])];
  await has(here, first.number, second.number);
  await rm(party.at("out", `${first.number}.xml`));
  await hasNothingBut(here, second.number);
  await hasNothingBut(here, second.number);
});

test("that a SOC acknowledges a notification gives nothing out", async () => {
  await using here = await reserveScene(OUTBOUND);
  const { world, soc } = here;
  const { id, number } = await notifies(world, [soc]);
  await has(here, number);
  await soc.acknowledges({ notificationId: id });
  await hasNothingBut(here, number);
});

test("a folder that is new gets what its SOC was told before, in as many looks as that takes", async () => {
  await using here = await reserveScene(OUTBOUND);
  const { world, root } = here;
  const late = await world.soc();
  const told = [];
  for (let index = 0; index < 3; index += 1) told.push(await notifies(world, [late]));
  await binds(late);
  const party = await root.of(await codeOf(late));
  await has({ ...here, soc: late, party }, ...told.map(({ number }) => number));
});

test("while the folder is bound to nobody its notifications wait", async () => {
  await using here = await reserveScene(OUTBOUND);
  const { world, soc, party } = here;
  await unbinds(soc);
  const { number } = await notifies(world, [soc]);
  // Another party's folder is looked at as often.
  const other = await world.soc();
  await binds(other);
  const theirs = await here.root.of(await codeOf(other));
  const seen = await notifies(world, [other]);
  await has({ ...here, soc: other, party: theirs }, seen.number);
  expect(await party.names("out")).toEqual([]);
  await binds(soc);
  await has(here, number);
});

test("nothing is given out unless that is set", async () => {
  await using here = await reserveScene();
  const { world, soc, party } = here;
  await notifies(world, [soc]);
  await party.puts("broken.json", "{}");
  await party.answered(1, world.clock);
  expect(await party.names("out")).toEqual(["broken.refusal.json"]);
});

test("after a crash between two steps each notification is given out, and what was given out is not again", async () => {
  await using here = await reserveScene(OUTBOUND);
  const { world, soc, party } = here;
  const first = await notifies(world, [soc]);
  await has(here, first.number);
  // It was written and remembered, and the gateway ended before it was there.
  await rename(party.at("out", `${first.number}.xml`), party.at("out", `.told~${first.number}.xml`));
  const second = await notifies(world, [soc]);
  await has(here, first.number, second.number);
  await rm(party.at("out", `${first.number}.xml`));
  // The next one was half written, and not remembered.
  const next = second.number.replace(/\d+$/, (count) => String(Number(count) + 1).padStart(count.length, "0"));
  await writeFile(party.at("out", `.told~${next}.xml`), "<half");
  const third = await notifies(world, [soc]);
  expect(third.number).toBe(next);
  await has(here, second.number, third.number);
  expect(await party.reads(`${third.number}.xml`)).toContain("</notification>");
});

test("on the database of an earlier day all that it has is given out again, under the same names", async () => {
  await using here = await reserveScene(OUTBOUND);
  const { world, soc, party } = here;
  const told = JSON.stringify({ cursor: toFeedCursor(1_000_000), number: null });
  await writeFile(party.at("work", "told.json"), told);
  const { number } = await notifies(world, [soc]);
  await has(here, number);
});

test("the folder of a party that is no SOC gets none", async () => {
  await using here = await reserveScene(OUTBOUND);
  const { world, root } = here;
  const centre = await world.nationalCentre();
  await binds(centre);
  const party = await root.of(await codeOf(centre));
  await hasNothingBut(here);
  expect(await party.names("out")).toEqual([]);
});
