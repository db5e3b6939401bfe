import { describe, expect, test } from "vitest";
import { NotificationPreviewDocument } from "../../schema/operations.generated.js";
import { HOUR, instant } from "../../src/domain/instant.js";
import { sharedGateway } from "../support/gateway.js";
import { codeOf, inbox, whys } from "../support/inbox.js";
import { accepted, LANGUAGES, rejected, unique } from "../support/person.js";

/** Each test has SOCs, owners and objects of its own. */
const shared = sharedGateway();

/** Code, path and message of each refusal. */
function refusalsOf(answer: { readonly errors?: readonly { message: string; extensions: { code: string } }[] }) {
  return (answer.errors ?? []).map(({ message, extensions }) => ({ message, ...extensions }));
}

describe("a notification", () => {
  test("R12.1 F17 goes to SOCs and objects that are named by code, about what is named by number; so does its preview", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const object = await world.protectedObject();
    const [named, covering] = [await world.soc(), await world.soc({ covering: [object] })];
    const { threat } = accepted(await centre.registersThreat({ objects: [object.code.toLowerCase()] }));
    const to = { socs: [(await codeOf(named)).toLowerCase()], objects: [` ${object.code} `] };
    const about = { threatId: threat.number.toLowerCase(), to };
    const { notificationPreview } = await centre.gets(NotificationPreviewDocument, { input: about });
    const { notification } = await centre.sendsNotification({ ...about, submissionKey: "by code" });
    expect(whys(notification.recipients)).toEqual({
      [await codeOf(named)]: ["NAMED"],
      [await codeOf(covering)]: [`COVERS_OBJECT ${object.code}`],
    });
    expect(whys(notificationPreview)).toEqual(whys(notification.recipients));
    const [kept] = await world.database.asOwner("select content from submission where party_id = $1 and key = $2", [
      centre.partyId,
      "by code",
    ]);
    expect(JSON.parse(kept?.["content"] as string)).toMatchObject({
      about: { is: "THREAT", id: threat.number },
      to: { socIds: [await codeOf(named)], objectIds: [object.code] },
    });
    // What follows it names it by its number, and whoever received it acknowledges it by that.
    const follows = { threatId: null, to: null };
    await centre.sendsNotification({ ...follows, supplements: notification.number.toLowerCase() });
    accepted(await named.acknowledges({ notificationId: notification.number }));
    await centre.sendsNotification({ ...follows, withdraws: notification.number });
    expect(await inbox(named)).toHaveLength(3);
  });

  test("R12.1 F17 is of an incident, an event or a detected incident by its number too, never of one of another kind", async () => {
    const world = shared();
    const [centre, soc] = [await world.nationalCentre(), await world.soc()];
    const { incident } = await soc.sendsReport();
    const { event } = accepted(await centre.registersEvent());
    const { detectedIncident } = accepted(await centre.registersDetectedIncident());
    const to = { socs: [await codeOf(soc)] };
    for (const about of [
      { incidentId: incident.number },
      { eventId: event.number },
      { detectedIncidentId: detectedIncident.number },
    ])
      expect((await centre.sendsNotification({ ...about, to })).notification.recipients).toHaveLength(1);
    const input = { eventId: detectedIncident.number, to };
    expect(refusalsOf(await centre.asks(NotificationPreviewDocument, { input }))).toMatchObject([
      { code: "BAD_USER_INPUT", path: ["input", "eventId"] },
    ]);
    await expect(centre.notifies({ eventId: detectedIncident.number, to })).rejects.toThrow("NOT_FOUND");
  });

  test("F17 to a code that nothing has is refused at its place with the one that is probably meant, in three languages", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const [soc, object] = [await world.soc(), await world.protectedObject()];
    const { threat } = accepted(await centre.registersThreat());
    const code = await codeOf(soc);
    // An owner's code is none of a SOC's.
    const to = { socs: [code, `${code}X`, "QQQQQQQQQQQQQQQQ"], objects: [`X${object.code}`] };
    const messages = new Set<string>();
    for (const language of LANGUAGES) {
      const { violations } = rejected(await centre.speaking(language).notifies({ threatId: threat.id, to }));
      expect(violations).toMatchObject([
        { rule: "F17", path: ["input", "to", "socs", "1"], message: expect.stringContaining(`\`${code}\``) as unknown },
        { rule: "F17", path: ["input", "to", "socs", "2"] },
        { path: ["input", "to", "objects", "0"], message: expect.stringContaining(`\`${object.code}\``) as unknown },
      ]);
      expect(violations[1]?.message).not.toContain("`");
      for (const { message } of violations) messages.add(message);
    }
    expect(messages.size).toBe(9);
    const input = { threatId: threat.id, to };
    expect(refusalsOf(await centre.asks(NotificationPreviewDocument, { input }))).toMatchObject([
      { code: "BAD_USER_INPUT", path: ["input", "to", "socs", "1"] },
    ]);
  });
});

test("F6 F17 an object that a card names by a code that nothing has is refused with the one that is probably meant", async () => {
  const world = shared();
  const object = await world.protectedObject();
  const soc = await world.soc({ covering: [object] });
  const typo = `${object.code.slice(0, 1)}X${object.code.slice(1)}`;
  const path = ["input", "card", "affectedObjects", "0", "objectCode"];
  for (const [who, near] of [
    [soc, object.code],
    [await world.soc(), null],
  ] as const) {
    const { violations } = rejected(await who.submitsCard({ affectedObjects: [{ objectCode: typo }] }));
    expect(violations).toMatchObject([{ rule: "F17", path }]);
    if (near === null) expect(violations[0]?.message).not.toContain(object.code);
    else expect(violations[0]?.message).toContain(`\`${near}\``);
  }
});

test("F17 of what a SOC may not see no code is offered to it", async () => {
  const world = shared();
  const [seen, hidden] = [await world.protectedObject(), await world.protectedObject()];
  const soc = await world.soc({ covering: [seen] });
  const { event } = accepted(await (await world.nationalCentre()).registersEvent());
  const centre = await world.nationalCentre();
  const { notification } = await centre.sendsNotification({ eventId: event.id, to: { socs: [await codeOf(soc)] } });
  const offered = async (code: string): Promise<string | undefined> => {
    const analysis = { affectedObjects: [code] };
    return rejected(await soc.analysesEvent(notification.id, analysis)).violations[0]?.message;
  };
  expect(await offered(`${seen.code}XX`)).toContain(`\`${seen.code}\``);
  expect(await offered(`${hidden.code}XX`)).not.toContain(hidden.code);
  expect(await offered(hidden.code)).not.toContain(hidden.code);
});

describe("an incident by its number or by the key under which it was sent", () => {
  test("RA.1 R9.2 L18 L4 its SOC reviews it, says whom it told, asks for its retraction or correction, and takes that back", async () => {
    const world = shared();
    const object = await world.protectedObject();
    const [soc, stranger] = [await world.soc({ covering: [object] }), await world.soc()];
    const { incident } = await soc.sendsReport({
      submissionKey: "opened",
      affectedObjects: [{ objectId: object.id }],
      severity: "UNDETERMINED",
    });
    const number = incident.number.toLowerCase();
    const now = world.clock.now();
    expect(accepted(await soc.reviews("key:opened", "LOW")).incident.id).toBe(incident.id);
    const told = await soc.recordsOwnerNotified(number, now);
    expect(accepted(told).incident.id).toBe(incident.id);
    const earlier = instant(now - HOUR);
    expect(accepted(await soc.asksForCorrection(number, earlier)).incident.id).toBe(incident.id);
    expect(accepted(await soc.withdrawsCorrectionRequest("key:opened")).incident.id).toBe(incident.id);
    expect(accepted(await soc.asksForRetraction(number)).incident.id).toBe(incident.id);
    await expect(stranger.reviews(number, "HIGH")).rejects.toThrow("NOT_FOUND");
    await expect(stranger.reviews("key:opened", "HIGH")).rejects.toThrow("NOT_FOUND");
  });

  test("L4 L9 L18 the centre corrects, links, refuses and decides by it", async () => {
    const world = shared();
    const [centre, soc, other] = [await world.nationalCentre(), await world.soc(), await world.soc()];
    const object = await world.protectedObject();
    const { incident } = await soc.sendsReport({ affectedObjects: [{ description: "A server of the office" }] });
    const { incident: same } = await other.sendsReport();
    const number = incident.number.toLowerCase();
    const linked = accepted(await centre.linksObject(number, "A server of the office", object.code.toLowerCase()));
    expect(linked.incident.id).toBe(incident.id);
    expect(accepted(await centre.unlinksObject(number, "A server of the office")).incident.id).toBe(incident.id);
    await expect(centre.linksObject(number, "A server of the office", `${object.code}X`)).rejects.toThrow("NOT_FOUND");
    // By number and by id it is one.
    const alone = rejected(await centre.links([number, incident.id]));
    expect(alone.violations).toMatchObject([{ rule: "F17", path: ["input", "incidentIds"] }]);
    accepted(await centre.links([number, incident.id, same.number]));
    accepted(await centre.unlinks([same.number]));
    const earlier = instant(world.clock.now() - HOUR);
    accepted(await soc.asksForCorrection(incident.id, earlier));
    accepted(await centre.refusesCorrection(number));
    accepted(await centre.correctsConfirmation(number, earlier));
    accepted(await soc.asksForRetraction(incident.id));
    expect(accepted(await centre.decidesRetraction(number, true)).incident.id).toBe(incident.id);
  });
});

test("R9.2 L8 an owner acknowledges an incident by its number where its id stands, too", async () => {
  const world = shared();
  const owner = await world.owner();
  const object = await world.protectedObject({ owner });
  const soc = await world.soc({ covering: [object] });
  const { incident } = await soc.sendsReport({ affectedObjects: [{ objectId: object.id }] });
  const { incident: known } = accepted(await owner.acknowledges({ incidentId: incident.number.toLowerCase() }));
  expect(known?.number).toBe(incident.number);
});

test("F17 parties and objects are administered by code; a code that nothing has is refused with the one that is probably meant", async () => {
  const world = shared();
  const admin = world.administrator();
  const [code, other] = [unique("BY-CODE"), unique("BY-CODE")];
  const act = async (name: string, input: string, selection: string) =>
    (
      await admin.gets<Record<string, Record<string, unknown>>, object>(
        `mutation { ${name}(input: { ${input} }) { __typename ${selection} ... on SubmissionRejected { violations { rule path message } } } }`,
        {},
      )
    )[name];
  await act("registerSoc", `code: "${code}-SOC", name: "S"`, "");
  await act("registerSoc", `code: "${other}-SOC", name: "S"`, "");
  await act("registerOwner", `code: "${code}-OWNER", name: "O", email: "duty@owner.example"`, "");
  await act("registerOwner", `code: "${code}-HOLDER", name: "H", email: "duty@owner.example"`, "");
  const draft = 'name: "N", kinds: [], sectors: []';
  for (const one of [code, other])
    expect(
      await act(
        "registerProtectedObject",
        `code: "${one}-OBJECT", ${draft}, ownerId: "${code}-owner"`,
        "... on ProtectedObjectRegistered { object { owner { code } } }",
      ),
    ).toMatchObject({ object: { owner: { code: `${code}-OWNER` } } });
  const typenames = [];
  for (const [name, input] of [
    ["startCoverage", `socId: "${code}-soc", objectId: "${code}-object", startsAt: "2026-01-01T00:00:00Z"`],
    ["changeProtectedObject", `objectId: "${code}-OBJECT", holderId: "${code}-HOLDER"`],
    ["changeContact", `partyId: "${code}-SOC", phone: "+7 700 000 00 00"`],
    ["registerActor", `partyId: "${code}-SOC", name: "Duty officer", roles: [SOC_OPERATOR]`],
    ["unbindReserveFolder", `partyId: "${code}-SOC"`],
    [
      "endProtectedObject",
      `objectId: "${code}-OBJECT", endsAt: "2030-01-01T00:00:00Z", reason: "R", replacedById: "${other}-OBJECT"`,
    ],
    ["endSoc", `socId: "${code}-SOC", endsAt: "2030-01-01T00:00:00Z", reason: "R", replacedById: "${other}-SOC"`],
  ] as const)
    typenames.push((await act(name, input, ""))?.["__typename"]);
  expect(typenames).not.toContain("SubmissionRejected");
  const misspelt = `socId: "${other}-SOCK", objectId: "${other}-OBJECTS", startsAt: "2026-01-01T00:00:00Z"`;
  expect(await act("startCoverage", misspelt, "")).toMatchObject({
    violations: [
      { rule: "F17", path: ["input", "socId"], message: expect.stringContaining(`\`${other}-SOC\` is`) as unknown },
      { path: ["input", "objectId"], message: expect.stringContaining(`\`${other}-OBJECT\` is`) as unknown },
    ],
  });
  // Codes of other kinds are none.
  expect(await act("registerActor", `partyId: "${code}-OBJECT", name: "N", roles: [SOC_OPERATOR]`, "")).toMatchObject({
    violations: [{ rule: "F17", path: ["input", "partyId"] }],
  });
});

describe("a list or feed", () => {
  test("is narrowed to SOCs, objects, incidents and notifications by code and number", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const object = await world.protectedObject();
    const soc = await world.soc({ covering: [object] });
    const { incident } = await soc.sendsReport({ affectedObjects: [{ objectId: object.id }] });
    const code = (await codeOf(soc)).toLowerCase();
    const nodes = [{ number: incident.number }];
    for (const filter of [`socs: ["${code}"]`, `objects: ["${object.code}"]`])
      expect(await centre.gets(`{ incidents(filter: { ${filter} }) { nodes { number } } }`)).toEqual({
        incidents: { nodes },
      });
    for (const filter of [`socs: ["${code}"]`, `objects: ["${object.code}"]`, `incidents: ["${incident.number}"]`]) {
      const { obligations } = await centre.gets<{ obligations: { nodes: { incident: unknown }[] } }, object>(
        `{ obligations(filter: { ${filter} }) { nodes { incident { number } } } }`,
        {},
      );
      expect(new Set(obligations.nodes.map((one) => JSON.stringify(one.incident)))).toEqual(
        new Set([JSON.stringify(nodes[0])]),
      );
    }
    expect((await soc.asks(`{ incidents(filter: { socs: ["${code}"] }) { nodes { number } } }`)).data).toEqual({
      incidents: { nodes },
    });
    await using feed = await centre.watchIncidents({ filter: { socs: [code] } });
    const { incident: later } = await soc.sendsReport();
    expect((await feed.next()).incident.id).toBe(later.id);
  });

  test("is refused at its place where a code or number is of nothing that the caller may see", async () => {
    const world = shared();
    const [soc, stranger] = [await world.soc(), await world.soc()];
    const { incident } = await stranger.sendsReport();
    const code = await codeOf(stranger);
    for (const [filter, path] of [
      [`socs: ["${code}"]`, "socs"],
      [`incidents: ["${incident.number}"]`, "incidents"],
    ] as const) {
      const answer = await soc.asks(`{ obligations(filter: { ${filter} }) { nodes { id } } }`);
      expect(refusalsOf(answer)).toMatchObject([{ code: "BAD_USER_INPUT", path: ["filter", path, "0"] }]);
      expect(refusalsOf(answer)[0]?.message).not.toContain(code);
    }
  });
});
