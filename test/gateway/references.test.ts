import { describe, expect, test } from "vitest";
import {
  AcknowledgeNotificationDocument,
  AmendIncidentCardDocument,
  AnswerNotConfirmedDocument,
  SubmitIncidentCardDocument,
} from "../../schema/operations.generated.js";
import type { Subject } from "../../src/domain/notification.js";
import { fromGlobalId } from "../../src/platform/identity.js";
import { sharedGateway } from "../support/gateway.js";
import { accepted, rejected, unique, type Person } from "../support/person.js";
import { cardInput, reportInput } from "../support/inputs.js";
import { aNotifiedSoc, notified, numberOf, partOf } from "../support/notified-socs.js";

/** For all that ask of their own parties alone. */
const shared = sharedGateway();

/** The content under a key, as it was kept. */
async function contentUnder({ world, partyId }: Person, key: string): Promise<Record<string, unknown>> {
  const [kept] = await world.database.asOwner("select content from submission where party_id = $1 and key = $2", [
    partyId,
    key,
  ]);
  return JSON.parse(kept?.["content"] as string) as Record<string, unknown>;
}

/** A SOC that was notified, with the number of the notification. */
async function aNotified(subject: Subject) {
  const told = await aNotifiedSoc(shared(), subject);
  return { ...told, number: await numberOf(told.soc, told.notificationId) };
}

function innerId(globalId: string): string {
  return fromGlobalId(globalId)?.id ?? "";
}

/** The refusal of a card of this incident. */
async function refusalOf(soc: Person, submission: object): Promise<unknown> {
  const input = { submissionKey: unique("key"), card: cardInput(soc.world.clock.now()), ...submission };
  const { errors } = await soc.asks(SubmitIncidentCardDocument, { input });
  return errors?.map(({ message, extensions: { code, path } }) => ({ message, code, path }));
}

describe("an incident by its number or by key", () => {
  test("R9.3 L6 its card and a correction name it by its number, in capitals or not", async () => {
    const soc = await shared().soc();
    const { incident } = await soc.sendsReport();
    const number = incident.number.toLowerCase();
    const sent = await soc.sendsCard({}, { incidentId: number, submissionKey: "card" });
    expect(sent.incident.id).toBe(incident.id);
    const amended = accepted(await soc.amends(` ${incident.number} `, 1, {}, { submissionKey: "amendment" }));
    expect(amended).toMatchObject({ incident: { id: incident.id }, card: { revision: 2 } });
    for (const key of ["card", "amendment"])
      expect(await contentUnder(soc, key)).toMatchObject({ incident: incident.number });
  });

  test("R9.3 L6 its card names it by the key of the report that opened it, a correction by the key of the card", async () => {
    const soc = await shared().soc();
    const { incident } = await soc.sendsReport({ submissionKey: "report й" });
    const sent = await soc.sendsCard({}, { incidentId: "key:report и\u0306", submissionKey: "card" });
    expect(sent.incident.id).toBe(incident.id);
    expect(await contentUnder(soc, "card")).toMatchObject({ incident: "key:report й" });
    const amended = accepted(await soc.amends("key:card", 1));
    expect(amended).toMatchObject({ incident: { id: incident.id }, card: { revision: 2 } });
  });

  test("any submission about it will do, whoever of the party sent it; one that is about none will not", async () => {
    const { soc, notificationId } = await aNotified("EVENT");
    const input = { submissionKey: "acknowledged", notificationId };
    accepted((await soc.gets(AcknowledgeNotificationDocument, { input })).acknowledgeNotification);
    expect(await refusalOf(soc, { incidentId: "key:acknowledged" })).toMatchObject([{ code: "NOT_FOUND" }]);
    const incident = reportInput(soc.world.clock.now());
    const opened = accepted(await soc.analysesEvent(notificationId, {}, { submissionKey: "analysis", incident }));
    const colleague = await soc.world.person(soc.partyId, "SOC_OPERATOR");
    const sent = await colleague.sendsCard({}, { incidentId: "key:analysis" });
    expect(sent.incident.id).toBe(opened.incident?.id);
  });

  test("R9.4 R9.5 an analysis names what it confirmed in the same ways, and a later revision keeps it", async () => {
    const { soc, number } = await aNotified("THREAT");
    const { incident } = await soc.sendsReport({ submissionKey: "report" });
    const first = accepted(await soc.analysesThreat(number, {}, { incidentId: "key:report" }));
    expect(first.incident?.id).toBe(incident.id);
    const second = accepted(await soc.analysesThreat(number, {}, { revision: 1 }));
    expect(second.incident?.id).toBe(incident.id);
    const event = await aNotified("EVENT");
    const reported = await event.soc.sendsReport();
    const incidentId = reported.incident.number.toLowerCase();
    expect(accepted(await event.soc.analysesEvent(event.number, {}, { incidentId })).incident?.id).toBe(
      reported.incident.id,
    );
  });
});

describe("notifications by their numbers", () => {
  test("R9.1 R9.6 a report, a card and a correction name what led to them, in capitals or not", async () => {
    const led = "query ($number: String!) { incident(number: $number) { notifications { id } } }";
    const { soc, number, notificationId } = await aNotified("EVENT");
    const reported = await soc.sendsReport({ notificationIds: [number.toLowerCase()], submissionKey: "report" });
    expect(await contentUnder(soc, "report")).toMatchObject({ notifications: [number] });
    const carded = await soc.sendsCard({}, { notificationIds: [number] });
    const amended = await soc.sendsCard();
    accepted(await soc.amends(amended.incident.id, 1, {}, { notificationIds: [number] }));
    for (const { incident } of [reported, carded, amended])
      expect(await soc.gets(led, { number: incident.number })).toEqual({
        incident: { notifications: [{ id: notificationId }] },
      });
  });

  test("R9.4 R9.5 L17 an analysis and a denial answer what they name by number", async () => {
    const threat = await aNotified("THREAT");
    accepted(await threat.soc.analysesThreat(threat.number));
    const analysed = await aNotified("EVENT");
    accepted(await analysed.soc.analysesEvent(analysed.number.toLowerCase()));
    const denied = await aNotified("EVENT");
    accepted(await denied.soc.denies(denied.number));
    for (const { soc, notificationId } of [threat, analysed, denied])
      expect(await partOf(soc, notificationId)).toMatchObject({ obligation: { standing: "MET" } });
  });

  test("the same one by its number and by its id is one notification", async () => {
    const { soc, number, notificationId } = await aNotified("EVENT");
    const sent = accepted(
      await soc.analysesEvent("", {}, { notificationIds: [number, notificationId], submissionKey: "twice" }),
    );
    expect(await contentUnder(soc, "twice")).toMatchObject({ notifications: [number, innerId(notificationId)] });
    const kept = await soc.world.database.asOwner(
      "select notification_id as id from analysis_notification where analysis_id = $1",
      [innerId(sent.analysis.id)],
    );
    expect(kept).toEqual([{ id: innerId(notificationId) }]);
  });
});

test("R9.4 F17 an analysis names its objects by code as well; one that is not the SOC's is refused at its place", async () => {
  const { soc, object, number } = await aNotified("THREAT");
  const foreign = await soc.world.protectedObject();
  const refused = rejected(await soc.analysesThreat(number, { affectedObjects: [object.code, foreign.code, "key:x"] }));
  expect(refused.violations.map(({ rule, path }) => [rule, path.join(".")])).toEqual([
    ["F17", "input.analysis.affectedObjects.1"],
    ["F17", "input.analysis.affectedObjects.2"],
  ]);
  const affectedObjects = [object.code.toLowerCase(), object.id];
  const sent = accepted(await soc.analysesThreat(number, { affectedObjects }, { submissionKey: "coded" }));
  expect(sent.analysis.affectedObjects).toMatchObject([{ code: object.code }]);
  expect(await contentUnder(soc, "coded")).toMatchObject({
    analysis: { objectIds: [object.code, innerId(object.id)] },
  });
});

describe("what is not there, and what may not be seen", () => {
  test("a card of an incident that is another SOC's, by number or by its key, is answered as one of no incident", async () => {
    const [soc, other] = [await shared().soc(), await shared().soc()];
    const { incident } = await other.sendsReport({ submissionKey: "theirs" });
    const { number, notificationId } = await aNotified("EVENT");
    const [nothing] = [await refusalOf(soc, { incidentId: "NOBODY-2026-0001" })];
    expect(nothing).toMatchObject([{ code: "NOT_FOUND", path: ["input", "incidentId"] }]);
    for (const incidentId of [incident.id, incident.number, "key:", "key:\u0000", number, notificationId])
      expect({ incidentId, is: await refusalOf(soc, { incidentId }) }).toEqual({ incidentId, is: nothing });
    // By key there is only what is one's own: what another SOC has under it makes no difference.
    const [theirs, nobodys] = [
      await refusalOf(soc, { incidentId: "key:theirs" }),
      await refusalOf(soc, { incidentId: "key:nobody" }),
    ];
    expect(JSON.stringify(theirs)).toBe(
      JSON.stringify(nobodys).replaceAll("key:nobody", "key:theirs").replaceAll("nobody", "theirs"),
    );
    expect(theirs).toMatchObject([{ code: "NOT_FOUND", path: ["input", "incidentId"] }]);
  });

  test("a notification of another SOC's, by its number, is answered as none, at its place", async () => {
    const mine = await aNotified("EVENT");
    const theirs = await aNotified("EVENT");
    const second = (reference: string) => refusalOf(mine.soc, { notificationIds: [mine.number, reference] });
    const nothing = await second("NOTIFICATION-1999-0001");
    expect(nothing).toMatchObject([{ code: "NOT_FOUND", path: ["input", "notificationIds", "1"] }]);
    await mine.soc.sendsReport({ submissionKey: "report", notificationIds: [mine.number] });
    // No submission of a SOC makes a notification: by key there is none.
    for (const reference of [theirs.number, theirs.notificationId, "key:report", "\u0000"])
      expect({ reference, is: await second(reference) }).toEqual({ reference, is: nothing });
  });

  test("a key that is not accepted yet leads nowhere, also its own", async () => {
    const soc = await shared().soc();
    await soc.submitsCard({ nature: "" }, { submissionKey: "refused" });
    expect(await refusalOf(soc, { incidentId: "key:refused" })).toMatchObject([{ code: "NOT_FOUND" }]);
    expect(await refusalOf(soc, { incidentId: "key:own", submissionKey: "own" })).toMatchObject([
      { code: "NOT_FOUND" },
    ]);
    const { incident } = await soc.sendsReport({ submissionKey: "refused" });
    expect((await soc.sendsCard({}, { incidentId: "key:refused" })).incident.id).toBe(incident.id);
  });
});

test("the same incident by its number, by its id and by key is another content each time, and under one key a conflict", async () => {
  const soc = await shared().soc();
  const { incident } = await soc.sendsReport({ submissionKey: "report" });
  const card = cardInput(soc.world.clock.now());
  const sends = (incidentId: string, notificationIds?: string[]) =>
    soc.asks(SubmitIncidentCardDocument, { input: { submissionKey: "card", incidentId, card, notificationIds } });
  const first = (await sends(incident.number)).data?.submitIncidentCard;
  expect((await sends(incident.number.toLowerCase())).data?.submitIncidentCard).toEqual(first);
  for (const incidentId of [incident.id, "key:report"])
    expect((await sends(incidentId)).errors).toMatchObject([
      { extensions: { code: "CONFLICT", path: ["input", "submissionKey"] } },
    ]);
});

test("what names an incident by its id has the content that it always had", async () => {
  const { soc, object, number, notificationId } = await aNotified("THREAT");
  const { incident } = await soc.sendsReport();
  const ids = { incidentId: incident.id, notificationIds: [notificationId] };
  await soc.sendsCard({}, { submissionKey: "card", ...ids });
  expect(await contentUnder(soc, "card")).toMatchObject({
    incident: innerId(incident.id),
    notifications: [innerId(notificationId)],
  });
  const input = { submissionKey: "amendment", revision: 1, card: cardInput(soc.world.clock.now()), ...ids };
  accepted((await soc.gets(AmendIncidentCardDocument, { input })).amendIncidentCard);
  expect(await contentUnder(soc, "amendment")).toMatchObject({
    incident: innerId(incident.id),
    notifications: [innerId(notificationId)],
  });
  const affectedObjects = [object.id];
  accepted(await soc.analysesThreat(number, { affectedObjects }, { submissionKey: "analysis", ...ids }));
  expect(await contentUnder(soc, "analysis")).toMatchObject({
    incidentId: innerId(incident.id),
    notifications: [innerId(notificationId)],
    analysis: { objectIds: [innerId(object.id)] },
  });
});

describe("what a document that is given out is proven by", () => {
  const OF_CARDS = `query ($number: String!) { incident(number: $number) { cardRevisions { revision
    receipt { id submissionKey receivedAt contentHash position entryHash } } } }`;

  test("each revision of a card has the receipt that it was acknowledged with: for its SOC and the centre, for an owner none", async () => {
    const owner = await shared().owner();
    const object = await shared().protectedObject({ owner });
    const soc = await shared().soc({ covering: [object] });
    const changes = { affectedObjects: [{ objectId: object.id }] };
    const first = await soc.sendsCard(changes);
    const second = accepted(await soc.amends(first.incident.id, 1, changes));
    const { number } = first.incident;
    for (const person of [soc, await shared().nationalCentre()])
      expect(await person.gets(OF_CARDS, { number })).toEqual({
        incident: {
          cardRevisions: [
            { revision: 1, receipt: first.receipt },
            { revision: 2, receipt: second.receipt },
          ],
        },
      });
    expect(await owner.gets(OF_CARDS, { number })).toEqual({
      incident: {
        cardRevisions: [
          { revision: 1, receipt: null },
          { revision: 2, receipt: null },
        ],
      },
    });
  });

  test("an analysis has its receipt, for its SOC and the centre", async () => {
    const { soc, number } = await aNotified("EVENT");
    const { receipt, analysis } = accepted(await soc.analysesEvent(number));
    const document = `query ($id: ID!) { node(id: $id) { ... on Analysis {
      receipt { id submissionKey receivedAt contentHash position entryHash } } } }`;
    for (const person of [soc, await shared().nationalCentre()])
      expect(await person.gets(document, { id: analysis.id })).toEqual({ node: { receipt } });
  });
});

test("F17 of references of which some are named twice, the wrong one is named by its place in what was sent", async () => {
  const world = shared();
  const soc = await world.soc();
  const known = await notified(world, "EVENT", soc);
  const input = {
    submissionKey: unique("key"),
    notificationIds: [known, known, "NOTIFICATION-2026-9999"],
    grounds: "Nothing.",
  };
  const { errors } = await soc.asks(AnswerNotConfirmedDocument, { input });
  expect(errors?.[0]?.extensions).toMatchObject({ code: "NOT_FOUND", path: ["input", "notificationIds", "2"] });
});
