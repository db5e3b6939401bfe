import { describe, expect, test, vi } from "vitest";
import { AcknowledgeNotificationDocument } from "../../schema/operations.generated.js";
import { HOUR, instant, toIso } from "../../src/domain/instant.js";
import { FactStore } from "../../src/features/incidents/fact.store.js";
import { sharedGateway } from "../support/gateway.js";
import { accepted, unique, type Person } from "../support/person.js";

const shared = sharedGateway();

interface Named {
  readonly name: string;
}
interface Fact {
  readonly kind: string | null;
  readonly announcement: string | null;
  readonly position: number;
  readonly at: string;
  readonly actor: Named | null;
  readonly party: { readonly code: string } | null;
  readonly receipt: { readonly position: number; readonly act: string } | null;
  readonly about: { readonly __typename: string; readonly revision?: number; readonly rule?: string } | null;
  readonly objects: readonly { readonly code: string }[];
}
interface Chronicle {
  readonly nodes: readonly Fact[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const FACTS = `nodes { kind announcement position at actor { name } party { code } receipt { position act } objects { code }
    about { __typename ... on IncidentCard { revision } ... on Obligation { rule } } }
  pageInfo { hasNextPage endCursor }`;
const CHRONICLE = `query ($number: String!, $first: Int, $after: String, $last: Int, $before: String, $orderBy: FactOrder) {
  incident(number: $number) { facts(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy) { ${FACTS} } } }`;

async function chronicleOf(person: Person, number: string, asked: object = {}): Promise<Chronicle> {
  const answer = await person.gets<{ readonly incident: { readonly facts: Chronicle } }, object>(CHRONICLE, {
    number,
    orderBy: "OLDEST_FIRST",
    ...asked,
  });
  return answer.incident.facts;
}

/** An incident on an owner's object: reported, described by a card, acknowledged by the owner, corrected by the centre. */
async function aDossier() {
  const world = shared();
  const centre = await world.nationalCentre();
  const owner = await world.owner();
  const object = await world.protectedObject({ owner });
  const soc = await world.soc({ covering: [object] });
  const on = { affectedObjects: [{ objectId: object.id }] };
  const { incident } = await soc.sendsReport(on);
  await soc.sendsCard({ ...on, confirmedAt: incident.confirmedAt }, { incidentId: incident.id });
  const known = { submissionKey: unique("key"), incidentId: incident.id };
  accepted((await owner.gets(AcknowledgeNotificationDocument, { input: known })).acknowledgeNotification);
  const duty = incident.obligations.find(({ rule }) => rule === "R9.3");
  accepted(await centre.recordsReceived(duty?.id ?? "", world.clock.now()));
  return { world, centre, owner, object, soc, incident };
}

describe("the chronicle of an incident", () => {
  test("it has every fact in the journal's order, each with who did it, the receipt, and what it is about", async () => {
    const { centre, soc, owner, object, incident } = await aDossier();
    const { nodes } = await chronicleOf(centre, incident.number);
    expect(nodes.map(({ kind }) => kind).filter((kind) => kind !== "OWNER_NOT_REACHED")).toEqual([
      "REPORTED",
      "CARD_SUBMITTED",
      "OWNER_ACKNOWLEDGED",
      "RECEIVED_OTHERWISE",
    ]);
    const of = (wanted: string) => nodes.find(({ kind }) => kind === wanted);
    const codeOf = async (person: Person) =>
      (await person.gets<{ me: { party: { code: string } } }, object>("{ me { party { code } } }", {})).me.party.code;
    expect(of("REPORTED")).toMatchObject({
      actor: { name: expect.stringMatching(/^actor/) },
      party: { code: await codeOf(soc) },
      receipt: { act: "incident.report", position: of("REPORTED")?.position },
      about: { __typename: "IncidentReport" },
      objects: [{ code: object.code }],
      announcement: null,
    });
    expect(of("CARD_SUBMITTED")).toMatchObject({ about: { __typename: "IncidentCard", revision: 1 } });
    expect(of("OWNER_ACKNOWLEDGED")).toMatchObject({
      party: { code: await codeOf(owner) },
      about: { __typename: "OwnerAcknowledgement" },
    });
    expect(of("RECEIVED_OTHERWISE")).toMatchObject({
      receipt: { act: "obligation.receive" },
      about: { __typename: "Obligation", rule: "R9.3" },
    });
    expect(nodes.map(({ position }) => position)).toEqual(
      nodes.map(({ position }) => position).toSorted((a, b) => a - b),
    );
  });

  test("each party knows its own people by name, others by their party alone; the centre knows everybody", async () => {
    const { centre, soc, owner, incident } = await aDossier();
    const namesSeenBy = async (person: Person) =>
      Object.fromEntries(
        (await chronicleOf(person, incident.number)).nodes.map(({ kind, actor, receipt }) => [
          kind,
          { isNamed: actor !== null, hasReceipt: receipt !== null },
        ]),
      );
    const known = { isNamed: true, hasReceipt: true };
    const unknown = { isNamed: false, hasReceipt: false };
    expect(await namesSeenBy(centre)).toMatchObject({
      REPORTED: known,
      OWNER_ACKNOWLEDGED: known,
      RECEIVED_OTHERWISE: known,
    });
    expect(await namesSeenBy(soc)).toMatchObject({
      REPORTED: known,
      CARD_SUBMITTED: known,
      OWNER_ACKNOWLEDGED: unknown,
      RECEIVED_OTHERWISE: unknown,
    });
    expect(await namesSeenBy(owner)).toMatchObject({ REPORTED: unknown, OWNER_ACKNOWLEDGED: known });
  });

  test("an owner has the facts that its feed tells: none of how the SOC stands toward the centre, none of before its time", async () => {
    const { world, soc, owner, object, incident } = await aDossier();
    accepted(await soc.asksForCorrection(incident.id, instant(Date.parse(incident.confirmedAt) + 1)));
    const next = await world.owner();
    await world.handOver(object, next, world.clock.now());
    await soc.amends(incident.id, 1, {
      affectedObjects: [{ objectId: object.id }],
      confirmedAt: incident.confirmedAt,
    });
    const kindsSeenBy = async (person: Person) =>
      (await chronicleOf(person, incident.number)).nodes.map(({ kind }) => kind);
    expect(await kindsSeenBy(soc)).toEqual(expect.arrayContaining(["CORRECTION_REQUESTED", "CARD_AMENDED"]));
    expect(await kindsSeenBy(owner)).not.toContain("CORRECTION_REQUESTED");
    expect(await kindsSeenBy(owner)).not.toContain("CARD_AMENDED");
    expect(await kindsSeenBy(next)).toEqual(["CARD_AMENDED"]);
    const stranger = await world.owner();
    expect(await stranger.gets("query ($n: String!) { incident(number: $n) { id } }", { n: incident.number })).toEqual({
      incident: null,
    });
  });

  test("R9.3 the clock's announcements of its duties are in it, done by nobody", async () => {
    const world = shared();
    const soc = await world.soc();
    await using watch = await soc.watchObligations();
    const confirmedAt = toIso(instant(world.clock.now() - 73 * HOUR));
    const { incident } = await soc.sendsReport({ confirmedAt });
    world.clock.advance(60_000);
    await watch.next();
    const { nodes } = await chronicleOf(soc, incident.number);
    expect(nodes.find(({ announcement }) => announcement === "OVERDUE")).toMatchObject({
      kind: null,
      actor: null,
      party: null,
      receipt: null,
      about: { __typename: "Obligation", rule: "R9.3" },
    });
  });

  test("it is paged by position, from both ends; a cursor of the other order is refused", async () => {
    const { centre, incident } = await aDossier();
    const all = (await chronicleOf(centre, incident.number)).nodes.map(({ position }) => position);
    const first = await chronicleOf(centre, incident.number, { first: 2 });
    expect(first.nodes.map(({ position }) => position)).toEqual(all.slice(0, 2));
    expect(first.pageInfo.hasNextPage).toBe(true);
    const rest = await chronicleOf(centre, incident.number, { first: 100, after: first.pageInfo.endCursor });
    expect(rest.nodes.map(({ position }) => position)).toEqual(all.slice(2));
    const last = await chronicleOf(centre, incident.number, { last: 1 });
    expect(last.nodes.map(({ position }) => position)).toEqual(all.slice(-1));
    const newest = await chronicleOf(centre, incident.number, { orderBy: null });
    expect(newest.nodes.map(({ position }) => position)).toEqual(all.toReversed());
    const { errors } = await centre.asks(CHRONICLE, {
      number: incident.number,
      orderBy: "NEWEST_FIRST",
      after: first.pageInfo.endCursor,
    });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
  });

  test("the chronicles of a page of incidents are read by one statement", async () => {
    const { soc } = await aDossier();
    await soc.sendsReport();
    const read = vi.spyOn(FactStore.prototype, "pages");
    try {
      const answer = await soc.gets<{ incidents: { nodes: { facts: Chronicle }[] } }, object>(
        `{ incidents(first: 10) { nodes { facts(first: 3) { ${FACTS} } } } }`,
        {},
      );
      expect(answer.incidents.nodes.map(({ facts }) => facts.nodes.length > 0)).toEqual([true, true]);
      expect(read).toHaveBeenCalledTimes(1);
    } finally {
      read.mockRestore();
    }
  });
});
