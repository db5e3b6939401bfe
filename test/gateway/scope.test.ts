import { beforeAll, expect, test } from "vitest";
import {
  IncidentDocument,
  IncidentsDocument,
  NodeDocument,
  ProtectedObjectsDocument,
  SocsDocument,
} from "../../schema/operations.generated.js";
import { instant, MINUTE, toIso } from "../../src/domain/instant.js";
import { toGlobalId } from "../../src/platform/identity.js";
import { sharedGateway, type TestGateway } from "../support/gateway.js";
import { accepted, type Person } from "../support/person.js";
import { cardInput } from "../support/inputs.js";

/** An incident of one SOC on one owner's object, and three parties that have nothing to do with it. */
async function makeSecret(world: TestGateway) {
  const owner = await world.owner();
  const object = await world.protectedObject({ owner });
  const soc = await world.soc({ covering: [object] });
  const { incident } = await soc.sendsReport({ affectedObjects: [{ objectId: object.id }], severity: "UNDETERMINED" });
  const { card } = await soc.sendsCard(
    { affectedObjects: [{ objectId: object.id }], confirmedAt: incident.confirmedAt, severity: "UNDETERMINED" },
    { incidentId: incident.id },
  );
  const otherSoc = await world.soc({ covering: [await world.protectedObject()] });
  const otherOwner = await world.owner();
  await world.protectedObject({ owner: otherOwner });
  const strangers = { otherSoc, otherOwner, newSoc: await world.soc() };
  return { world, owner, object, soc, incident, card, strangers };
}

const shared = sharedGateway();
/** Nobody changes it. */
let secret: Awaited<ReturnType<typeof makeSecret>>;
beforeAll(async () => {
  secret = await makeSecret(shared());
});

/** What each mutation would do to the incident, as a document and its input without a key. */
function acts(world: TestGateway, incidentId: string): Record<string, object> {
  const now = world.clock.now();
  return {
    submitIncidentCard: { incidentId, card: cardInput(now) },
    amendIncidentCard: { incidentId, revision: 1, card: cardInput(now) },
    reviewSeverity: { incidentId, severity: "LOW" },
    recordOwnerNotification: {
      incidentId,
      channel: "EMAIL",
      recipient: "someone",
      notifiedAt: toIso(instant(now - MINUTE)),
    },
  };
}

async function tries(person: Person, mutation: string, input: object): Promise<unknown> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation Try($input: ${type}!) { ${mutation}(input: $input) { __typename ... on SubmissionRejected { violations { rule path message } } } }`;
  const { data, errors } = await person.asks(document, { input: { submissionKey: `${mutation}-try`, ...input } });
  return { data, errors: errors?.map(({ message, extensions: { code, path } }) => ({ message, code, path })) };
}

test("another SOC, an owner of other objects and a new SOC find nothing in lists, by number, by id or by filter", async () => {
  const { soc, object, incident, card, strangers } = secret;
  const ids = [
    incident.id,
    card.id,
    object.id,
    soc.party("Soc"),
    toGlobalId("Owner", object.ownerId),
    ...incident.obligations.map(({ id }) => id),
  ];
  for (const [name, stranger] of Object.entries(strangers)) {
    expect((await stranger.gets(IncidentsDocument, {})).incidents.nodes, name).toEqual([]);
    for (const filter of [
      { socs: [soc.party("Soc")] },
      { objects: [object.id] },
      { severities: ["UNDETERMINED" as const] },
    ])
      expect((await stranger.gets(IncidentsDocument, { filter })).incidents.nodes, name).toEqual([]);
    expect(await stranger.gets(IncidentDocument, { number: incident.number })).toEqual({ incident: null });
    for (const id of ids) expect(await stranger.gets(NodeDocument, { id }), `${name} ${id}`).toEqual({ node: null });
    const { socs } = await stranger.gets(SocsDocument, {});
    expect(socs.nodes.map(({ id }) => id)).not.toContain(soc.party("Soc"));
    const { protectedObjects } = await stranger.gets(ProtectedObjectsDocument, {});
    expect(protectedObjects.nodes.map(({ id }) => id)).not.toContain(object.id);
  }
});

test("each of them gets, for every act on it, exactly what an incident that does not exist gets", async () => {
  const { world, incident, strangers } = secret;
  const nothing = toGlobalId("Incident", "01a20653-0000-7000-8000-000000000000");
  for (const [name, stranger] of Object.entries(strangers))
    for (const mutation of Object.keys(acts(world, ""))) {
      const onSecret = await tries(stranger, mutation, acts(world, incident.id)[mutation] ?? {});
      const onNothing = await tries(stranger, mutation, acts(world, nothing)[mutation] ?? {});
      expect(onSecret, `${name} ${mutation}`).toEqual(onNothing);
      expect(onSecret).toMatchObject({ errors: [{ code: name === "otherOwner" ? "FORBIDDEN" : "NOT_FOUND" }] });
    }
  const [kept] = await world.database.asOwner("select last_revision from incident where number = $1", [
    incident.number,
  ]);
  expect(kept).toEqual({ last_revision: 1 });
});

test("an owner sees the incidents on its own objects and acts on none", async () => {
  const { world, owner, incident } = secret;
  const { incident: seen } = await owner.gets(IncidentDocument, { number: incident.number });
  expect(seen).toMatchObject({ id: incident.id, soc: { code: incident.soc?.code } });
  for (const [mutation, input] of Object.entries(acts(world, incident.id)))
    expect(await tries(owner, mutation, input)).toMatchObject({ errors: [{ code: "FORBIDDEN" }] });
});

test("an owner does not see what a revision says of somebody else's object", async () => {
  const world = shared();
  const [first, second] = [await world.owner(), await world.owner()];
  const [mine, theirs] = [
    await world.protectedObject({ owner: first }),
    await world.protectedObject({ owner: second }),
  ];
  const soc = await world.soc({ covering: [mine, theirs] });
  const { incident } = await soc.sendsCard({
    affectedObjects: [{ objectId: mine.id }],
    nature: "About the first one.",
  });
  await soc.amends(incident.id, 1, { affectedObjects: [{ objectId: theirs.id }], nature: "About the second one." });
  const { incident: kept } = await first.gets(IncidentDocument, { number: incident.number });
  expect(JSON.stringify(kept)).toContain("About the first one.");
  expect(JSON.stringify(kept)).not.toContain("About the second one.");
  expect(kept?.obligations.map(({ rule }) => rule)).toEqual(["R9.2"]);
  // What it was notified of it may still acknowledge.
  accepted(await first.acknowledges({ incidentId: incident.id }));
  const { incident: seen } = await second.gets(IncidentDocument, { number: incident.number });
  expect(JSON.stringify(seen)).toContain("About the second one.");
  expect(JSON.stringify(seen)).not.toContain("About the first one.");
  expect(seen?.obligations.filter(({ rule }) => rule === "R9.2")).toHaveLength(1);
});

test("roles: readers and analysts change nothing, administrators administer, others do not", async () => {
  const { world, soc, incident } = secret;
  const readers = [
    await world.nationalCentre("CENTRE_ANALYST"),
    await world.nationalCentre("CENTRE_OPERATOR"),
    await world.person(soc.partyId, "SOC_READER"),
  ];
  for (const reader of readers) {
    expect((await reader.gets(IncidentDocument, { number: incident.number })).incident?.id).toBe(incident.id);
    for (const [mutation, input] of Object.entries(acts(world, incident.id)))
      expect(await tries(reader, mutation, input)).toMatchObject({ errors: [{ code: "FORBIDDEN" }] });
  }
  const register = `mutation { registerSoc(input: { code: "NEW-SOC", name: "New" }) { __typename } }`;
  for (const person of [...readers, soc])
    expect((await person.asks(register)).errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  expect((await soc.asks("{ actors { nodes { name } } }")).errors).toMatchObject([
    { extensions: { code: "FORBIDDEN" } },
  ]);
  expect(await world.administrator().gets(register)).toEqual({ registerSoc: { __typename: "SocRegistered" } });
});

test("who has no token sees nothing", async () => {
  const { world, soc, incident, object } = secret;
  const nobody = soc.withToken("");
  const queries = [
    "{ me { name } }",
    "{ socs { nodes { code } } }",
    "{ protectedObjects { nodes { code } } }",
    "{ incidents { nodes { number } } }",
    `{ incident(number: "${incident.number}") { id } }`,
    `{ node(id: "${object.id}") { id } }`,
    "{ actors { nodes { name } } }",
  ];
  for (const query of queries)
    expect((await nobody.asks(query)).errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
  for (const [mutation, input] of Object.entries(acts(world, incident.id)))
    expect(await tries(nobody, mutation, input)).toMatchObject({ errors: [{ code: "UNAUTHENTICATED" }] });
  expect(await nobody.asks("{ __typename }")).toMatchObject({
    status: 401,
    errors: [{ extensions: { code: "UNAUTHENTICATED" } }],
  });
});

test("an actor without roles sees itself and nothing else", async () => {
  const { world, soc, incident, object } = secret;
  const person = await world.person(soc.partyId, "SOC_OPERATOR");
  await world.giveRoles(person, []);
  expect(await person.gets("{ me { roles } }")).toEqual({ me: { roles: [] } });
  const queries = [
    "{ socs { nodes { code } } }",
    "{ protectedObjects { nodes { code } } }",
    "{ incidents { nodes { number } } }",
    `{ incident(number: "${incident.number}") { id } }`,
    `{ node(id: "${object.id}") { id } }`,
  ];
  for (const query of queries)
    expect((await person.asks(query)).errors, query).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
});
