import { expect, test, vi } from "vitest";
import { ChangeContactDocument, RetryDeliveryDocument } from "../../schema/operations.generated.js";
import { MINUTE, toIso } from "../../src/domain/instant.js";
import { startGateway } from "../support/gateway.js";
import { changesObject, seenBy, standingsFor } from "../support/holders.js";
import { accepted, unique, type Person } from "../support/person.js";
import { startMailbox, startReceiver } from "../support/receivers.js";

const QUICK = { WEBHOOK_ALLOWED_HOSTS: "127.0.0.1", DELIVERY_RETRY_SECONDS: "1" };

/** Resolves once a delivery about an incident is in this state; gives its id. */
function delivered(person: Person, number: string, state: string): Promise<string> {
  const found = async () => (await seenBy(person, number))?.deliveries.find((one) => one.state === state)?.id ?? "";
  return vi.waitUntil(found, { timeout: 60_000, interval: 200 });
}

test("R9.2 where the owner's server refuses the mail, the holder's meets it; both hear that it is overdue, and each that it was notified itself", async () => {
  await using mailbox = await startMailbox();
  await using receiver = await startReceiver();
  await using world = await startGateway({ settings: { ...QUICK, SMTP_URL: mailbox.url } });
  const [owner, holder, centre] = [await world.owner(), await world.owner(null), await world.nationalCentre()];
  const contact = { partyId: holder.party("Owner"), webhookUrl: receiver.url };
  accepted((await world.administrator().gets(ChangeContactDocument, { input: contact })).changeContact);
  const object = await world.protectedObject({ owner, holder });
  const soc = await world.soc({ covering: [object] });
  const after = await owner.feedHead();
  mailbox.reply = "REFUSE";
  receiver.status = 500;
  const on = { affectedObjects: [{ objectId: object.id }] };
  const { incident } = await soc.sendsReport(on);
  const { number } = incident;
  const refused = await delivered(centre, number, "GIVEN_UP");
  world.clock.advance(20 * MINUTE);
  for (const person of [owner, holder]) {
    await using duties = await person.watchObligations({ after });
    expect(await duties.next()).toMatchObject({ kind: "OVERDUE", obligation: { rule: "R9.2" } });
  }
  receiver.status = 204;
  await delivered(centre, number, "ACCEPTED");
  expect(await standingsFor(soc, number)).toEqual([{ standing: "MET_LATE", metBy: "DELIVERY" }]);
  // Nobody has to be called any more; that the owner gets its mail, too, changes nothing.
  const untold = `{ deliveries(ownerNotNotified: true, states: [GIVEN_UP]) { nodes { id } } }`;
  expect(await centre.gets(untold)).toEqual({ deliveries: { nodes: [] } });
  mailbox.reply = "ACCEPT";
  const retry = { submissionKey: unique("key"), deliveryId: refused };
  accepted((await centre.gets(RetryDeliveryDocument, { input: retry })).retryDelivery);
  await vi.waitUntil(() => mailbox.mails.length === 2, { timeout: 60_000 });
  const filter = { kinds: ["OWNER_NOTIFIED" as const, "REPORTED" as const] };
  for (const person of [owner, holder]) {
    await using facts = await person.watchIncidents({ after, filter });
    expect((await facts.take(2)).map(({ kind }) => kind)).toEqual(["REPORTED", "OWNER_NOTIFIED"]);
  }
  // A message to a holder that turns out to have been none is not sent.
  receiver.status = 500;
  const second = (await soc.sendsReport({ ...on, confirmedAt: toIso(world.clock.now()) })).incident;
  await vi.waitUntil(() => receiver.calls.some(({ body }) => body.includes(second.number)), { timeout: 60_000 });
  const error = { holderId: null, from: toIso(world.clock.now()), reason: "It moved out before." };
  accepted(await changesObject(world, object.id, error));
  await delivered(centre, second.number, "OBSOLETE");
});
