import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import {
  ChangeContactDocument,
  DeliveriesDocument,
  IncidentDeliveriesDocument,
  RetryDeliveryDocument,
} from "../../schema/operations.generated.js";
import { compose } from "../../src/compose.js";
import { MINUTE } from "../../src/domain/instant.js";
import { readConfig } from "../../src/platform/config.js";
import { createLogger } from "../../src/platform/logger.js";
import { eventually } from "../support/eventually.js";
import { lentGateway, sharedGateway, startGateway, type TestGateway } from "../support/gateway.js";
import { accepted, rejected, unique, type Person } from "../support/person.js";
import { startMailbox, startReceiver } from "../support/receivers.js";

/** Each test has its own owner or SOC that is to be notified. */
const shared = sharedGateway({ settings: { SMTP_URL: "none", WEBHOOK_ALLOWED_HOSTS: "127.0.0.1" } });

async function serves(world: TestGateway, owner?: Person) {
  const object = await world.protectedObject(owner ? { owner } : {});
  const soc = await world.soc({ covering: [object] });
  return { object, soc, on: { affectedObjects: [{ objectId: object.id }] } };
}

async function statesOf(person: Person, number: string) {
  const { incident } = await person.gets(IncidentDeliveriesDocument, { number });
  return (incident?.deliveries ?? []).map(
    ({ channel, state, attempts }) => `${channel ?? "none"} ${state} ${attempts.length}`,
  );
}

test("R9.2 without a mail server SOC and centre know at once that an owner with an e-mail address alone is not notified", async () => {
  const world = shared();
  const numbers: string[] = [];
  const { soc, on } = await serves(world);
  const centre = await world.nationalCentre();
  for (const [language, words] of [
    ["en", "has no mail server"],
    ["ru", "нет почтового сервера"],
    ["kk", "пошта сервері жоқ"],
  ] as const) {
    const { incident, warnings } = await soc.speaking(language).sendsReport(on);
    numbers.push(incident.number);
    expect(warnings).toEqual([
      expect.objectContaining({
        rule: "R9.2",
        path: ["input", "affectedObjects", "0"],
        message: expect.stringContaining(words),
      }),
    ]);
    for (const person of [soc, centre])
      expect(await statesOf(person, incident.number)).toEqual(["EMAIL NO_MAIL_SERVER 0"]);
    expect(await soc.standings(incident.number)).toMatchObject({ "R9.2": "RUNNING" });
  }
  const { warnings, incident } = await soc.sendsCard(on);
  numbers.push(incident.number);
  expect(warnings).toContainEqual(
    expect.objectContaining({ rule: "R9.2", path: ["input", "card", "affectedObjects", "0"] }),
  );
  const { deliveries } = await centre.gets(DeliveriesDocument, { states: ["NO_MAIL_SERVER"] });
  const notified = deliveries.nodes.flatMap((one) => one.incident?.number ?? []);
  expect(notified.filter((number) => numbers.includes(number)).toSorted()).toEqual(numbers.toSorted());
});

test("R9.2 without a mail server an owner's webhook is called all the same, and nobody is warned", async () => {
  await using receiver = await startReceiver();
  const world = shared();
  const owner = await world.owner();
  const input = { partyId: owner.party("Owner"), webhookUrl: receiver.url };
  accepted((await world.administrator().gets(ChangeContactDocument, { input })).changeContact);
  const { soc, on } = await serves(world, owner);
  const { incident, warnings } = await soc.sendsReport(on);
  expect(warnings).toEqual([]);
  await eventually(async () => (await soc.standings(incident.number))["R9.2"] === "MET");
  expect((await statesOf(soc, incident.number)).toSorted()).toEqual(["EMAIL NO_MAIL_SERVER 0", "WEBHOOK ACCEPTED 1"]);
});

test("R9.2 what had no mail server is released once there is one, and not before", async () => {
  await using mailbox = await startMailbox();
  await using world = await startGateway();
  const { soc, on } = await serves(world);
  const centre = await world.nationalCentre();
  const { incident } = await soc.sendsReport(on);
  const [delivery] = (await centre.gets(DeliveriesDocument, { states: ["NO_MAIL_SERVER"] })).deliveries.nodes;
  const release = async (person: Person) => {
    const input = { submissionKey: unique("key"), deliveryId: delivery?.id ?? "" };
    return (await person.gets(RetryDeliveryDocument, { input })).retryDelivery;
  };
  expect(rejected(await release(centre)).violations).toEqual([
    expect.objectContaining({
      rule: "F17",
      path: ["input", "deliveryId"],
      message: expect.stringContaining("SMTP_URL"),
    }),
  ]);
  await world.stops();
  const config = readConfig({ PORT: "0", LOG_LEVEL: "silent", SMTP_URL: mailbox.url });
  const other = await compose(world.database.gatewayUrl, config, world.clock, createLogger("silent"));
  world.others.push(other);
  const url = await other.listen();
  accepted(await release(centre.through(url)));
  await eventually(async () => (await soc.through(url).standings(incident.number))["R9.2"] === "MET");
  expect(mailbox.mails).toHaveLength(1);
});

test("R9.3 without a mail server a contact's announcement says so too", async () => {
  const world = shared();
  const [soc, centre] = [await world.soc(), await world.nationalCentre()];
  const input = { partyId: soc.party("Soc"), email: "duty@soc.example" };
  accepted((await world.administrator().gets(ChangeContactDocument, { input })).changeContact);
  await soc.sendsReport();
  world.clock.advance(72 * 60 * MINUTE);
  await eventually(async () => {
    world.clock.advance(1_000);
    const { deliveries } = await centre.gets(DeliveriesDocument, { states: ["NO_MAIL_SERVER"] });
    return deliveries.nodes.some(
      ({ announcement, party }) => announcement === "OVERDUE" && party?.id === input.partyId,
    );
  });
});

test("R9.2 the cookbook lists the owners that nobody has notified, and not those notified by telephone", async () => {
  await using world = await lentGateway();
  const centre = await world.nationalCentre();
  const { soc, on } = await serves(world);
  const [notified, unnotified, retracted] = [
    await soc.sendsReport(on),
    await soc.sendsReport(on),
    await soc.sendsReport(on),
  ];
  accepted(await soc.recordsOwnerNotified(notified.incident.id, world.clock.now()));
  accepted(await soc.asksForRetraction(retracted.incident.id));
  accepted(await centre.decidesRetraction(retracted.incident.id, true));
  const page = await readFile("docs/cookbook.md", "utf8");
  const [, question = ""] = /^```graphql\n(query OwnersNotReached .*?)^```$/ms.exec(page) ?? [];
  const { data } = await centre.asks<{ deliveries: { nodes: { incident: { number: string } }[] } }, object>(question);
  expect(data?.deliveries.nodes.map(({ incident }) => incident.number)).toEqual([unnotified.incident.number]);
});
