import { expect, test } from "vitest";
import {
  ChangeContactDocument,
  ContactsDocument,
  DeliveriesDocument,
  RetryDeliveryDocument,
  type ChangeContactInput,
} from "../../schema/operations.generated.js";
import { after, HOUR, instant, MINUTE, parseInstant, SECOND, type Instant } from "../../src/domain/instant.js";
import { writeTimeShort } from "../../src/domain/wording/times.js";
import { toGlobalId } from "../../src/platform/identity.js";
import { eventually } from "../support/eventually.js";
import { startGateway, type TestGateway } from "../support/gateway.js";
import { accepted, rejected, unique, type Person } from "../support/person.js";
import { sharedMailWorld } from "../support/mail-world.js";
import { startMailbox, startReceiver } from "../support/receivers.js";

/** Sets where a party is notified from now on. */
async function setsContact(
  person: Person,
  contact: Omit<ChangeContactInput, "partyId">,
  type: "Soc" | "NationalCentre",
) {
  const input = { partyId: person.party(type), ...contact };
  return accepted((await person.world.administrator().gets(ChangeContactDocument, { input })).changeContact);
}

/** Turns the clock past an instant and lets it look, until what it announces has come out. */
async function passes(world: TestGateway, at: Instant, isOut: () => boolean | Promise<boolean>): Promise<void> {
  world.clock.advance(Math.max(0, at - world.clock.now()));
  await eventually(() => {
    world.clock.advance(SECOND);
    return isOut();
  });
}

/** An incident of which only the card is owed, with when that is due. */
async function owesCard(
  soc: Person,
): Promise<{ readonly number: string; readonly id: string; readonly duty: string; readonly dueAt: Instant }> {
  const { incident } = await soc.sendsReport();
  const duty = incident.obligations.find(({ rule }) => rule === "R9.3");
  return { ...incident, duty: duty?.id ?? "", dueAt: parseInstant(duty?.dueAt ?? "") ?? instant(0) };
}

/** The card is due soon from here on. */
function soon(dueAt: Instant): Instant {
  return after(dueAt, -12 * HOUR);
}

/** Everybody's deliveries, or those to some SOCs. */
async function deliveriesOf(centre: Person, ...socs: readonly Person[]) {
  const { nodes } = (await centre.gets(DeliveriesDocument, { first: 100 })).deliveries;
  return nodes.filter(({ party }) => socs.length === 0 || socs.some((soc) => soc.party("Soc") === party?.id));
}

/** For all whose SOCs have addresses of their own. */
const shared = sharedMailWorld();

function anAddress(): string {
  return `${unique("duty").toLowerCase()}@soc.example`;
}

function mailsTo(email: string) {
  return shared().mailbox.mails.filter(({ to }) => [to].flat().some((one) => one?.text === email));
}

test("R9.3 what the clock announces reaches the SOC's mailbox and the centre's webhook once, each contact in its language", async () => {
  await using mailbox = await startMailbox();
  await using receiver = await startReceiver();
  const settings = { SMTP_URL: mailbox.url, WEBHOOK_ALLOWED_HOSTS: "127.0.0.1" };
  await using world = await startGateway({ settings });
  const centre = await world.nationalCentre();
  const soc = await world.soc();
  await setsContact(soc, { email: "duty@soc.example", language: "RU" }, "Soc");
  const { webhookSecret } = await setsContact(centre, { webhookUrl: receiver.url }, "NationalCentre");
  expect(webhookSecret).toMatch(/^whsec_/);
  const { number, dueAt } = await owesCard(soc);
  await passes(world, soon(dueAt), () => mailbox.mails.length > 0 && receiver.calls.length > 0);
  // The clock looks again and again.
  for (let look = 0; look < 5; look += 1) await passes(world, after(world.clock.now(), MINUTE), () => true);
  await setsContact(soc, { language: "KK" }, "Soc");
  await passes(world, after(dueAt, 1), async () => {
    const states = (await deliveriesOf(centre)).map(({ state }) => state);
    return states.length > 2 && !states.includes("QUEUED");
  });

  expect(mailbox.mails.map(({ subject }) => subject)).toEqual([
    `Срок истекает (${writeTimeShort(dueAt)}): направить карточку инцидента ИБ; инцидент ${number}`,
    `МЕРЗІМІ ӨТТІ (${writeTimeShort(dueAt)}): оқыс оқиға карточкасын жіберу; оқыс оқиға ${number}`,
  ]);
  expect(mailbox.mails[0]?.to).toMatchObject({ text: "duty@soc.example" });
  expect(mailbox.mails[0]?.text).toContain(number);
  expect(receiver.calls.map(({ body }) => JSON.parse(body) as object)).toEqual(
    ["obligation.due_soon", "obligation.overdue"].map((type) =>
      expect.objectContaining({
        type,
        data: expect.objectContaining({ rule: "R9.3", kind: "SUBMIT_CARD", incident: number, notification: null }),
      }),
    ),
  );
  const deliveries = await deliveriesOf(centre);
  expect(deliveries).toHaveLength(4);
  expect(deliveries).toEqual(
    deliveries.map(() =>
      expect.objectContaining({ state: "ACCEPTED", incident: null, object: null, obligation: expect.anything() }),
    ),
  );
  expect(await soc.standings(number)).toMatchObject({ "R9.3": "OVERDUE" });
});

test("R9.4 the answer to a notification is announced to contacts by the notification's number", async () => {
  const { world } = shared();
  const centre = await world.nationalCentre();
  const soc = await world.soc();
  const email = anAddress();
  await setsContact(soc, { email, language: "EN" }, "Soc");
  const { threat } = accepted(await centre.registersThreat());
  const { notification } = await centre.sendsNotification({ threatId: threat.id, to: { socs: [soc.party("Soc")] } });
  await passes(world, after(world.clock.now(), 61 * HOUR), () => mailsTo(email).length > 0);
  expect(mailsTo(email)[0]?.subject).toMatch(/^Due soon \(/);
  expect(mailsTo(email)[0]?.subject).toContain(`; notification ${notification.number}`);
});

test("a duty that is met before its end sends nothing", async () => {
  const { world } = shared();
  const soc = await world.soc();
  const email = anAddress();
  await setsContact(soc, { email }, "Soc");
  const met = await owesCard(soc);
  const open = await owesCard(soc);
  await soc.sendsCard({}, { incidentId: met.id });
  await passes(world, soon(open.dueAt), () => mailsTo(email).length > 0);
  await passes(world, after(open.dueAt, 1), () => mailsTo(email).length > 1);
  expect(mailsTo(email).map(({ subject }) => subject?.includes(open.number))).toEqual([true, true]);
});

test("two gateways on one database send one mail for each announcement", async () => {
  await using mailbox = await startMailbox();
  await using world = await startGateway({ settings: { SMTP_URL: mailbox.url } });
  await world.another();
  const soc = await world.soc();
  await setsContact(soc, { email: "duty@soc.example" }, "Soc");
  const numbers: string[] = [];
  let last = world.clock.now();
  for (let count = 0; count < 5; count += 1) {
    const { number, dueAt } = await owesCard(soc);
    numbers.push(number);
    last = dueAt;
  }
  await passes(world, soon(last), () => mailbox.mails.length >= 5);
  // What would have been sent twice would lie before these.
  await passes(world, after(last, 1), () => mailbox.mails.length >= 10);
  const notified = mailbox.mails.map(({ subject }) => numbers.find((number) => subject?.endsWith(number)) ?? "another");
  expect(notified.toSorted()).toEqual([...numbers, ...numbers].toSorted());
  expect(await deliveriesOf(await world.nationalCentre())).toHaveLength(10);
});

test("a deadline that a duty comes back to is not announced again", async () => {
  const { world } = shared();
  const centre = await world.nationalCentre();
  const soc = await world.soc();
  const email = anAddress();
  await setsContact(soc, { email, language: "EN" }, "Soc");
  const { id, dueAt } = await owesCard(soc);
  const earlier = after(dueAt, -MINUTE);
  await passes(world, soon(dueAt), () => mailsTo(email).length > 0);
  accepted(await centre.correctsConfirmation(id, after(earlier, -72 * HOUR)));
  await passes(world, world.clock.now(), () => mailsTo(email).length > 1);
  accepted(await centre.correctsConfirmation(id, after(dueAt, -72 * HOUR)));
  await passes(world, after(dueAt, 1), () => mailsTo(email).length > 2);
  expect(mailsTo(email).map(({ subject }) => /^[^:]+ \([^)]+\)/.exec(subject ?? "")?.[0])).toEqual([
    `Due soon (${writeTimeShort(dueAt)})`,
    `Due soon (${writeTimeShort(earlier)})`,
    `OVERDUE (${writeTimeShort(dueAt)})`,
  ]);
});

test("a SOC without a contact gets nothing, and another one only messages about its own duties", async () => {
  const { world } = shared();
  const centre = await world.nationalCentre();
  const [silent, notified] = [await world.soc(), await world.soc()];
  const email = anAddress();
  await setsContact(notified, { email }, "Soc");
  await owesCard(silent);
  const { number, dueAt } = await owesCard(notified);
  await passes(world, soon(dueAt), () => mailsTo(email).length > 0);
  await passes(world, after(dueAt, 1), () => mailsTo(email).length > 1);
  expect(mailsTo(email).map(({ subject }) => subject?.includes(number))).toEqual([true, true]);
  expect((await deliveriesOf(centre, silent, notified)).map(({ party }) => party?.id)).toEqual([
    notified.party("Soc"),
    notified.party("Soc"),
  ]);
});

test("what a contact's server refuses is given up, seen by the centre and retried, and is not a fact", async () => {
  const { world, mailbox } = shared();
  mailbox.reply = "REFUSE";
  const centre = await world.nationalCentre();
  const soc = await world.soc();
  const email = anAddress();
  await setsContact(soc, { email }, "Soc");
  const watch = await centre.watchIncidents();
  const { dueAt } = await owesCard(soc);
  const stateOf = async (): Promise<string | undefined> => (await deliveriesOf(centre, soc))[0]?.state;
  await passes(world, soon(dueAt), async () => (await stateOf()) === "GIVEN_UP");
  const [aside] = await deliveriesOf(centre, soc);
  expect(aside).toMatchObject({ announcement: "DUE_SOON", obligation: { rule: "R9.3" }, incident: null });
  mailbox.reply = "ACCEPT";
  const release = { submissionKey: unique("key"), deliveryId: aside?.id ?? "" };
  accepted((await centre.gets(RetryDeliveryDocument, { input: release })).retryDelivery);
  await eventually(async () => (await stateOf()) === "ACCEPTED");
  await soc.sendsReport();
  expect((await watch.take(2)).map(({ kind }) => kind)).toEqual(["REPORTED", "REPORTED"]);
});

test("what was met, waived or moved before a server accepted its mail is not sent any more", async () => {
  const { world, mailbox } = shared();
  mailbox.reply = "REFUSE";
  const centre = await world.nationalCentre();
  const soc = await world.soc();
  const email = anAddress();
  await setsContact(soc, { email }, "Soc");
  const [met, waived, moved, open] = [
    await owesCard(soc),
    await owesCard(soc),
    await owesCard(soc),
    await owesCard(soc),
  ];
  const aside = async () => (await deliveriesOf(centre, soc)).filter(({ state }) => state === "GIVEN_UP");
  await passes(world, soon(open.dueAt), async () => (await aside()).length === 4);
  const refused = await aside();
  await soc.sendsCard({}, { incidentId: met.id });
  accepted(await centre.waives(waived.duty));
  accepted(await centre.correctsConfirmation(moved.id, after(moved.dueAt, -73 * HOUR)));
  mailbox.reply = "ACCEPT";
  for (const { id } of refused) {
    const input = { submissionKey: unique("key"), deliveryId: id };
    accepted((await centre.gets(RetryDeliveryDocument, { input })).retryDelivery);
  }
  const firstOnes = async () =>
    (await deliveriesOf(centre, soc)).filter(({ id }) => refused.some((one) => one.id === id));
  await eventually(async () => (await firstOnes()).every(({ state }) => state !== "QUEUED"));
  const states = (await firstOnes()).map(({ obligation, state }) => [obligation?.id, state]);
  expect(Object.fromEntries(states)).toEqual({
    [met.duty]: "OBSOLETE",
    [waived.duty]: "OBSOLETE",
    [moved.duty]: "OBSOLETE",
    [open.duty]: "ACCEPTED",
  });
});

test("a SOC sees its own contact, the centre every one, and nobody another's", async () => {
  await using mailbox = await startMailbox();
  const settings = { SMTP_URL: mailbox.url, WEBHOOK_ALLOWED_HOSTS: "127.0.0.1" };
  await using world = await startGateway({ settings });
  const centre = await world.nationalCentre();
  const owner = await world.owner();
  const object = await world.protectedObject({ owner, kinds: [] });
  const [soc, other] = [await world.soc({ covering: [object] }), await world.soc({ covering: [object] })];
  const words = { soc: "duty@soc.example", centre: "duty@centre.example", hook: "https://hook.soc.example/" };
  await setsContact(soc, { email: words.soc, language: "RU", webhookUrl: words.hook }, "Soc");
  await setsContact(centre, { email: words.centre, language: "EN" }, "NationalCentre");
  const seenBy = async (person: Person): Promise<string[]> => {
    const everything = [
      await person.gets(ContactsDocument, {}),
      await person.asks(
        "{ protectedObjects { nodes { owner { webhookUrl } coverage { soc { email language webhookUrl } } } } }",
      ),
      await person.asks("query ($id: ID!) { node(id: $id) { ... on NationalCentre { email webhookUrl } } }", {
        id: centre.party("NationalCentre"),
      }),
    ];
    return Object.values(words).filter((word) => JSON.stringify(everything).includes(word));
  };
  expect(await seenBy(centre)).toEqual(Object.values(words));
  expect(await seenBy(soc)).toEqual([words.soc]);
  expect((await soc.gets(ContactsDocument, {})).me.party).toMatchObject({ email: words.soc, language: "RU" });
  for (const stranger of [other, owner]) expect(await seenBy(stranger)).toEqual([]);

  const { dueAt } = await owesCard(soc);
  await passes(world, soon(dueAt), () => mailbox.mails.length > 1);
  const [toCentre, toSoc] = [centre.party("NationalCentre"), soc.party("Soc")].map(
    async (id) => (await deliveriesOf(centre)).find(({ party }) => party?.id === id)?.id ?? "",
  );
  const finds = async (person: Person, id: string | undefined): Promise<boolean> =>
    (await person.asks<{ node: object | null }, object>("query ($id: ID!) { node(id: $id) { id } }", { id })).data
      ?.node !== null;
  for (const [person, isNotified] of [
    [centre, true],
    [soc, false],
    [other, false],
    [owner, false],
  ] as const)
    expect(await finds(person, await toCentre)).toBe(isNotified);
  for (const [person, isNotified] of [
    [centre, true],
    [soc, true],
    [other, false],
    [owner, false],
  ] as const)
    expect(await finds(person, await toSoc)).toBe(isNotified);
});

test("R9.1, L22: a SOC sees the national centre's telephone, to call where the gateway cannot be reached; an owner does not", async () => {
  const { world } = shared();
  const centre = await world.nationalCentre();
  const phone = "+7 000 000 00 00";
  await setsContact(centre, { email: "desk@centre.example", phone }, "NationalCentre");
  const seenBy = async (person: Person) =>
    (await person.gets<{ nationalCentre: object }, object>("{ nationalCentre { phone email } }")).nationalCentre;
  expect(await seenBy(centre)).toEqual({ phone, email: "desk@centre.example" });
  expect(await seenBy(await world.soc())).toEqual({ phone, email: null });
  expect(await seenBy(await world.owner())).toEqual({ phone: null, email: null });
});

test("F17 F20 F27 a contact is somebody's, its address and telephone number are valid; only an administrator changes it", async () => {
  const { world } = shared();
  const soc = await world.soc();
  const administrator = world.administrator();
  const broken = async (input: ChangeContactInput) => {
    const { violations } = rejected((await administrator.gets(ChangeContactDocument, { input })).changeContact);
    return violations.map(({ rule, path }) => `${rule} ${path.join(".")}`);
  };
  const nobody = toGlobalId("Soc", "00000000-0000-7000-8000-000000000000");
  expect(await broken({ partyId: nobody, email: "duty@soc.example" })).toEqual(["F17 input.partyId"]);
  expect(await broken({ partyId: soc.party("Soc"), email: "nobody" })).toEqual(["F20 input.email"]);
  expect(await broken({ partyId: soc.party("Soc"), phone: "112" })).toEqual(["F27 input.phone"]);
  const input = { partyId: soc.party("Soc"), email: "duty@soc.example" };
  for (const person of [soc, await world.nationalCentre()])
    expect((await person.asks(ChangeContactDocument, { input })).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
});
