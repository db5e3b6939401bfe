import { expect, test } from "vitest";
import { DeliveriesDocument, RetryDeliveryDocument } from "../../schema/operations.generated.js";
import { startGateway } from "../support/gateway.js";
import { accepted, unique } from "../support/person.js";
import { startMailbox } from "../support/receivers.js";

test("R9.2 a message that waited until the card named another owner's object says what was said of its own, and nothing of the other", async () => {
  await using mailbox = await startMailbox();
  mailbox.reply = "REFUSE";
  await using world = await startGateway({ settings: { SMTP_URL: mailbox.url } });
  const centre = await world.nationalCentre();
  await using watch = await centre.watchIncidents();
  const [mine, theirs] = [
    await world.protectedObject({ owner: await world.owner("first@owner.example") }),
    await world.protectedObject({ owner: await world.owner("second@owner.example") }),
  ];
  const soc = await world.soc({ covering: [mine, theirs] });
  const reported = {
    affectedObjects: [{ objectId: mine.id }],
    summary: "Of the first one alone.",
    severity: "LOW" as const,
  };
  const { incident } = await soc.sendsReport(reported);
  expect((await watch.take(2)).map(({ kind }) => kind)).toEqual(["REPORTED", "OWNER_NOT_REACHED"]);

  mailbox.reply = "ACCEPT";
  const card = {
    affectedObjects: [{ objectId: theirs.id }],
    nature: "Of the second one alone.",
    severity: "HIGH" as const,
  };
  await soc.sendsCard(card, { incidentId: incident.id });
  expect((await watch.take(2)).map(({ kind }) => kind)).toEqual(["CARD_SUBMITTED", "OWNER_NOTIFIED"]);
  const { deliveries } = await centre.gets(DeliveriesDocument, { states: ["GIVEN_UP"] });
  const release = { submissionKey: unique("key"), deliveryId: deliveries.nodes[0]?.id ?? "" };
  accepted((await centre.gets(RetryDeliveryDocument, { input: release })).retryDelivery);
  expect((await watch.next()).kind).toBe("OWNER_NOTIFIED");

  const [, second, first] = mailbox.mails;
  expect(second?.to).toMatchObject({ text: "second@owner.example" });
  expect(second?.text).toContain("Of the second one alone.");
  expect(second?.text).not.toContain("Of the first one alone.");
  expect(first?.to).toMatchObject({ text: "first@owner.example" });
  expect(first?.text).toContain("Of the first one alone.");
  expect(first?.text).not.toContain("Of the second one alone.");
  expect(first?.subject).not.toBe(second?.subject);
});
