import { expect, test } from "vitest";
import { NodeDocument, NotificationsDocument } from "../../schema/operations.generated.js";
import { sharedGateway } from "../support/gateway.js";
import { accepted, type Person, LANGUAGES } from "../support/person.js";
import { codeOf, inbox, whys } from "../support/inbox.js";

/** Each test has SOCs, objects and indicators of its own. */
const shared = sharedGateway("NEW");

/** Everything that somebody can read of notifications, as one text. */
async function everythingOf(person: Person): Promise<string> {
  const notification = `id number text recipients { soc { code } reasons { kind sector indicator object { code } }
    obligation { rule obligor { code } } analyses { findings } notConfirmed { grounds } }`;
  const detection = `number objects { code owner { code } } sectors indicators { value } notifications { ${notification} }`;
  const queries = [
    `{ notifications(first: 5) { nodes { ${notification} threat { ${detection} } event { ${detection} } incident { number }
      incidents { number } followedBy { ${notification} } follows { ${notification} } } } }`,
    `{ threats(first: 5) { nodes { ${detection} } } securityEvents(first: 5) { nodes { ${detection} } } }`,
    "{ socs { nodes { code } } protectedObjects { nodes { code } } incidents { nodes { number } } }",
  ];
  return JSON.stringify(await Promise.all(queries.map((query) => person.gets(query))));
}

test("R12.1 a recipient gets its own reasons and the objects that it covers, and sees no other recipient anywhere", async () => {
  const world = shared();
  const centre = await world.nationalCentre();
  const [mine, theirs] = [await world.protectedObject(), await world.protectedObject()];
  const soc = await world.soc({ covering: [mine] });
  const other = await world.soc({ covering: [theirs] });
  const indicator = { type: "DOMAIN" as const, value: "shared.example" };
  const { incident } = await other.sendsCard({ indicators: [indicator], affectedObjects: [{ objectId: theirs.id }] });
  const { threat } = accepted(await centre.registersThreat({ objects: [theirs.id, mine.id] }));
  await using watch = await soc.watchNotifications();
  const to = { objects: [mine.id, theirs.id], socs: [other.party("Soc")], sharingIndicators: true };
  const about = { threatId: threat.id, indicators: [indicator] };
  const { notification } = await centre.sendsNotification({ ...about, to });
  expect(Object.values(whys(notification.recipients)).flat()).toHaveLength(4);
  await other.acknowledges({ notificationId: notification.id });
  await other.analysesThreat(notification.id, { findings: "Found by the other one." });
  await centre.sendsNotification({ supplements: notification.id, text: "More of it." });

  const seen = await everythingOf(soc);
  expect(seen).toContain(mine.code);
  expect(seen).toContain("COVERS_OBJECT");
  const frames = await watch.take(2);
  expect(frames.map(({ kind }) => kind)).toEqual(["NOTIFIED", "SUPPLEMENTED"]);
  expect(whys(frames.map(({ recipient }) => recipient))).toEqual({
    [await codeOf(soc)]: [`COVERS_OBJECT ${mine.code}`],
  });
  const secrets = [
    await codeOf(other),
    other.partyId,
    other.party("Soc"),
    theirs.code,
    theirs.id,
    incident.number,
    "Found by the other one.",
    "SHARES_INDICATOR",
    "NAMED",
  ];
  for (const secret of secrets) expect(seen + JSON.stringify(frames), secret).not.toContain(secret);
  // What is kept from one is there for the centre.
  const whole = await everythingOf(centre);
  for (const secret of [theirs.code, "Found by the other one.", "SHARES_INDICATOR", incident.number])
    expect(whole).toContain(secret);
});

test("a SOC without notifications sees none, whatever it asks, and an owner has none", async () => {
  const world = shared();
  const centre = await world.nationalCentre();
  const owner = await world.owner();
  const object = await world.protectedObject({ owner });
  const soc = await world.soc({ covering: [object] });
  const { event } = accepted(await centre.registersEvent({ objects: [object.id] }));
  const { notification } = await centre.sendsNotification({ eventId: event.id, to: { objects: [object.id] } });
  const { analysis } = accepted(await soc.analysesEvent(notification.id));
  const [recipient] = notification.recipients;
  for (const stranger of [await world.soc(), owner, await world.owner()]) {
    const { notifications } = await stranger.gets(NotificationsDocument, {});
    expect(notifications.nodes).toEqual([]);
    for (const id of [event.id, notification.id, analysis.id, recipient?.obligation?.id ?? ""])
      expect(await stranger.gets(NodeDocument, { id })).toEqual({ node: null });
  }
  expect(await soc.gets(NodeDocument, { id: notification.id })).toMatchObject({ node: { id: notification.id } });
});

test("R12.1 an incident of which a recipient sees nothing: the sender is warned, and the recipient gets the text alone", async () => {
  const world = shared();
  const centre = await world.nationalCentre();
  const [soc, other] = [await world.soc(), await world.soc()];
  const { incident } = await soc.sendsReport({ summary: "Known to one." });
  const to = { socs: [soc.party("Soc"), other.party("Soc")] };
  const messages = new Set<string>();
  for (const language of LANGUAGES) {
    const sent = await centre.speaking(language).sendsNotification({ incidentId: incident.id, to, text: "Beware." });
    expect(sent.warnings).toMatchObject([{ rule: "R12.1", path: ["input", "incidentId"] }]);
    expect(sent.warnings[0]?.message).toContain(await codeOf(other));
    expect(sent.warnings[0]?.message).not.toContain(await codeOf(soc));
    messages.add(sent.warnings[0]?.message ?? "");
  }
  expect(messages.size).toBe(3);
  expect((await inbox(soc))[0]).toMatchObject({ subject: "INCIDENT", incident: { number: incident.number } });
  expect((await inbox(other))[0]).toMatchObject({ subject: "INCIDENT", text: "Beware.", incident: null });
  expect(await everythingOf(other)).not.toContain(incident.number);
  const alone = await centre.sendsNotification({ incidentId: incident.id, to: { socs: [soc.party("Soc")] } });
  expect(alone.warnings).toEqual([]);
});
