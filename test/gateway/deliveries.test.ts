import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import {
  ChangeContactDocument,
  DeliveriesDocument,
  IncidentDeliveriesDocument,
  IncidentDocument,
  RetryDeliveryDocument,
} from "../../schema/operations.generated.js";
import { MINUTE, toIso } from "../../src/domain/instant.js";
import { toGlobalId } from "../../src/platform/identity.js";
import { eventually } from "../support/eventually.js";
import { lentGateway, startGateway, type TestGateway } from "../support/gateway.js";
import { accepted, rejected, unique, type Person } from "../support/person.js";
import { sharedMailWorld } from "../support/mail-world.js";
import { startMailbox, startReceiver, type Mailbox } from "../support/receivers.js";

/** For tests whose owners are notified of their own incidents. */
const shared = sharedMailWorld();

function mailsAbout({ number }: { readonly number: string }) {
  return shared().mailbox.mails.filter(({ subject }) => subject?.includes(number));
}

/** The owner's webhook, and the secret that signs its calls. */
async function listens(world: TestGateway, owner: Person, webhookUrl: string): Promise<string> {
  const input = { partyId: toGlobalId("Owner", owner.partyId), webhookUrl };
  const { changeContact } = await world.administrator().gets(ChangeContactDocument, { input });
  return accepted(changeContact).webhookSecret ?? "";
}

async function deliveriesOf(person: Person, number: string) {
  return (await person.gets(IncidentDeliveriesDocument, { number })).incident?.deliveries ?? [];
}

/** An incident on a critical object whose owner's server refuses the mail, as the centre has been notified. */
async function isRefused(world: TestGateway, mailbox: Mailbox) {
  mailbox.reply = "REFUSE";
  const object = await world.protectedObject();
  const soc = await world.soc({ covering: [object] });
  const centre = await world.nationalCentre();
  const watch = await centre.watchIncidents();
  const { incident } = await soc.sendsReport({ affectedObjects: [{ objectId: object.id }] });
  expect((await watch.take(2)).map(({ kind }) => kind)).toEqual(["REPORTED", "OWNER_NOT_REACHED"]);
  return { soc, centre, watch, incident };
}

test("R9.2 a report on a critical object sends its owner a mail, and the duty is met when the owner's server accepted it", async () => {
  const { world } = shared();
  const owner = await world.owner();
  const object = await world.protectedObject({ owner });
  const soc = await world.soc({ covering: [object] });
  const watch = await soc.watchIncidents();
  const confirmedAt = toIso(world.clock.now());
  world.clock.advance(3 * MINUTE);
  const { incident, warnings } = await soc.sendsReport({
    confirmedAt,
    summary: "Файлдар шифрланған <script>alert(1)</script>",
    affectedObjects: [{ objectId: object.id }],
  });
  expect(warnings).toEqual([]);
  const facts = await watch.take(2);
  expect(facts.map(({ kind }) => kind)).toEqual(["REPORTED", "OWNER_NOTIFIED"]);
  const [mail] = mailsAbout(incident);
  expect(mail?.to).toMatchObject({ text: "duty@owner.example" });
  expect(mail?.subject).toContain(incident.number);
  expect(mail?.text).toContain("Файлдар шифрланған <script>alert(1)</script>");
  expect(mail?.html).not.toContain("<script>");
  const [delivery] = await deliveriesOf(soc, incident.number);
  expect(delivery).toMatchObject({ channel: "EMAIL", state: "ACCEPTED", acceptedAt: toIso(world.clock.now()) });
  expect(delivery?.attempts).toEqual([
    expect.objectContaining({
      ordinal: 1,
      isAccepted: true,
      isRepeat: false,
      proof: expect.stringMatching(/^250 queued as \d+$/),
    }),
  ]);
  expect(await soc.standings(incident.number)).toMatchObject({ "R9.2": "MET" });
});

test("R9.2 a card on a protected object notifies its owner too, once for the object; an ordinary object's owner is not notified", async () => {
  const { world } = shared();
  const ordinary = await world.protectedObject({ kinds: [] });
  const object = await world.protectedObject({ kinds: ["E_GOVERNMENT"] });
  const soc = await world.soc({ covering: [object, ordinary] });
  const watch = await soc.watchIncidents();
  const quiet = await soc.sendsCard({ affectedObjects: [{ objectId: ordinary.id }] });
  const { incident } = await soc.sendsCard({ affectedObjects: [{ objectId: object.id }] });
  await watch.take(3);
  await soc.amends(incident.id, 1, { affectedObjects: [{ objectId: object.id }] });
  await watch.take(1);
  expect(await deliveriesOf(soc, quiet.incident.number)).toEqual([]);
  expect(await deliveriesOf(soc, incident.number)).toHaveLength(1);
  expect([...mailsAbout(quiet.incident), ...mailsAbout(incident)]).toHaveLength(1);
});

test("R9.2 a webhook is signed after the Standard Webhooks specification and holds what the owner needs", async () => {
  await using receiver = await startReceiver();
  await using world = await lentGateway({ settings: { WEBHOOK_ALLOWED_HOSTS: "127.0.0.1" } });
  const owner = await world.owner();
  const secret = await listens(world, owner, receiver.url);
  const object = await world.protectedObject({ owner });
  const soc = await world.soc({ covering: [object] });
  const watch = await soc.watchIncidents();
  const { incident } = await soc.sendsReport({ summary: "A summary.", affectedObjects: [{ objectId: object.id }] });
  await watch.take(2);
  const [call] = receiver.calls;
  expect(call?.headers["webhook-id"]).toMatch(/^msg_/);
  // The library holds the time of the call against the clock of this machine; the gateway's clock is the test's.
  const timestamp = Number(call?.headers["webhook-timestamp"]) * 1_000;
  const signed = new Webhook(secret).sign(String(call?.headers["webhook-id"]), new Date(timestamp), call?.body ?? "");
  expect(call?.headers["webhook-signature"]).toBe(signed);
  expect(JSON.parse(call?.body ?? "")).toMatchObject({
    type: "incident.owner_notified",
    data: { incident: incident.number, summary: "A summary.", object: { code: object.code } },
  });
});

test("R9.2 an owner without an address shows to SOC and centre at once, and the SOC is warned", async () => {
  const { world } = shared();
  const owner = await world.owner();
  const input = { partyId: toGlobalId("Owner", owner.partyId), email: null };
  await world.administrator().gets(ChangeContactDocument, { input });
  const object = await world.protectedObject({ owner });
  const soc = await world.soc({ covering: [object] });
  const centre = await world.nationalCentre();
  const { incident, warnings } = await soc.sendsReport({ affectedObjects: [{ objectId: object.id }] });
  expect(warnings).toEqual([expect.objectContaining({ rule: "R9.2", path: ["input", "affectedObjects", "0"] })]);
  for (const person of [soc, centre])
    expect(await deliveriesOf(person, incident.number)).toEqual([
      expect.objectContaining({ channel: null, state: "NO_ADDRESS", attempts: [] }),
    ]);
  expect(await soc.standings(incident.number)).toMatchObject({ "R9.2": "RUNNING" });
});

test("R9.2 what a server refuses for good is given up, seen by the centre, and retried", async () => {
  const { world, mailbox } = shared();
  const { soc, centre, watch, incident } = await isRefused(world, mailbox);
  const { deliveries } = await centre.gets(DeliveriesDocument, { states: ["GIVEN_UP"] });
  const aside = deliveries.nodes.find((one) => one.incident?.number === incident.number);
  expect(aside).toMatchObject({ state: "GIVEN_UP", incident: { number: incident.number } });
  expect(aside?.attempts).toEqual([
    expect.objectContaining({ isAccepted: false, proof: expect.stringMatching(/550/) }),
  ]);
  expect((await soc.asks(DeliveriesDocument, {})).errors?.[0]?.extensions.code).toBe("FORBIDDEN");

  mailbox.reply = "ACCEPT";
  const release = { submissionKey: unique("key"), deliveryId: aside?.id ?? "" };
  accepted((await centre.gets(RetryDeliveryDocument, { input: release })).retryDelivery);
  expect((await watch.take(1)).map(({ kind }) => kind)).toEqual(["OWNER_NOTIFIED"]);
  const again = { submissionKey: unique("key"), deliveryId: aside?.id ?? "" };
  const { violations } = rejected((await centre.gets(RetryDeliveryDocument, { input: again })).retryDelivery);
  expect(violations).toEqual([expect.objectContaining({ rule: "F17", path: ["input", "deliveryId"] })]);
  const [first, second] = mailsAbout(incident);
  expect(second?.messageId).toBe(first?.messageId);
});

test("R9.2 L18 the owner is not notified any more of an incident that was retracted before its mail was accepted", async () => {
  await using mailbox = await startMailbox();
  await using world = await startGateway({ settings: { SMTP_URL: mailbox.url } });
  const { soc, centre, incident } = await isRefused(world, mailbox);
  accepted(await soc.asksForRetraction(incident.id));
  accepted(await centre.decidesRetraction(incident.id, true));
  mailbox.reply = "ACCEPT";
  const [aside] = await deliveriesOf(centre, incident.number);
  const release = { submissionKey: unique("key"), deliveryId: aside?.id ?? "" };
  accepted((await centre.gets(RetryDeliveryDocument, { input: release })).retryDelivery);
  await eventually(async () => (await deliveriesOf(centre, incident.number))[0]?.state === "OBSOLETE");
  expect(mailbox.mails).toHaveLength(1);
  const acts = await world.database.asOwner("select act from journal where act like 'delivery.%' order by position");
  expect(acts).toEqual([{ act: "delivery.fail" }, { act: "delivery.retry" }, { act: "delivery.drop" }]);
});

test("F20 F21 an address that is no address, a webhook without https, with a password or in a private network are refused", async () => {
  const { world } = shared();
  const owner = await world.owner();
  const partyId = toGlobalId("Owner", owner.partyId);
  const administrator = world.administrator();
  const broken = async (changes: object) => {
    const input = { partyId, ...changes };
    const { violations } = rejected((await administrator.gets(ChangeContactDocument, { input })).changeContact);
    return violations.map(({ rule, path }) => `${rule} ${path.join(".")}`);
  };
  expect(await broken({ email: "nobody" })).toEqual(["F20 input.email"]);
  for (const webhookUrl of [
    "no address",
    "http://hook.example/",
    "https://user:word@hook.example/",
    "https://127.0.0.1/",
    "https://[::1]/",
    "https://10.0.0.1/",
    "https://169.254.169.254/",
  ])
    expect({ webhookUrl, broken: await broken({ webhookUrl }) }).toEqual({
      webhookUrl,
      broken: ["F21 input.webhookUrl"],
    });
});

test("R9.2 an owner sees how it was notified of incidents on its own objects, and not the secret of its webhook", async () => {
  const { world } = shared();
  const owner = await world.owner();
  const object = await world.protectedObject({ owner });
  const soc = await world.soc({ covering: [object] });
  const watch = await owner.watchIncidents();
  const { incident } = await soc.sendsReport({ affectedObjects: [{ objectId: object.id }] });
  expect((await watch.take(2)).map(({ kind }) => kind)).toEqual(["REPORTED", "OWNER_NOTIFIED"]);
  expect(await deliveriesOf(owner, incident.number)).toEqual([expect.objectContaining({ state: "ACCEPTED" })]);
  expect(await deliveriesOf(await world.owner(), incident.number)).toEqual([]);
  const { incident: seen } = await owner.gets(IncidentDocument, { number: incident.number });
  expect(seen?.number).toBe(incident.number);
});
