import { expect, test } from "vitest";
import { IssueTokenDocument, RegisterSocDocument, StartCoverageDocument } from "../../schema/operations.generated.js";
import { HOUR, instant, MINUTE, toIso } from "../../src/domain/instant.js";
import { toGlobalId } from "../../src/platform/identity.js";
import { sharedGateway } from "../support/gateway.js";
import { codeOf } from "../support/inbox.js";
import { accepted, LANGUAGES, rejected, unique, type Person } from "../support/person.js";

const shared = sharedGateway({ at: "MOVING" });

interface Entry {
  readonly position: number;
  readonly hash: string;
  readonly act: string;
  readonly actor: { readonly id: string } | null;
  readonly subject: object | null;
  readonly refused: readonly { readonly rule: string; readonly path: readonly string[] }[] | null;
}
interface Entries {
  readonly nodes: readonly Entry[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const ENTRIES = `query ($filter: AuditFilter, $first: Int, $after: String) {
  auditEntries(filter: $filter, first: $first, after: $after) {
    nodes { position hash act at actor { id name } party { code } incident { number } door address requestId contentHash refused { rule path }
      subject { __typename ... on Soc { code } ... on Actor { name party { code } } ... on ProtectedObject { code }
        ... on Notification { number } ... on Threat { number } } }
    pageInfo { hasNextPage endCursor } } }`;

async function entriesFor(person: Person, filter: object, window: object = {}): Promise<Entries> {
  return (await person.gets<{ readonly auditEntries: Entries }, object>(ENTRIES, { filter, ...window })).auditEntries;
}

test("an administrator reads who did what, when, and whether it was refused, at its place in the chain; never what was said", async () => {
  const world = shared();
  const admin = world.administrator();
  const soc = await world.soc();
  const done = await soc.sendsReport({ summary: "A text that is nobody's business here." });
  rejected(await soc.asksForRetraction(done.incident.id, ""));
  const actor = toGlobalId("Actor", soc.actorId);
  const { nodes } = await entriesFor(admin, { actor });
  expect(nodes).toMatchObject([
    { act: "retraction.request", refused: [{ rule: "F1", path: ["grounds"] }], incident: null, door: "GRAPHQL" },
    {
      act: "incident.report",
      position: done.receipt.position,
      hash: done.receipt.entryHash,
      contentHash: done.receipt.contentHash,
      actor: { id: actor },
      incident: { number: done.incident.number },
      address: "127.0.0.1",
      refused: null,
    },
  ]);
  expect(JSON.stringify(nodes)).not.toContain("nobody's business");
});

test("the list is narrowed by actor, party, act, period and incident, and paged by cursor, latest first", async () => {
  const world = shared();
  const admin = world.administrator();
  const soc = await world.soc();
  const { incident } = await soc.sendsReport();
  world.clock.advance(MINUTE);
  const between = world.clock.now();
  world.clock.advance(MINUTE);
  await soc.sendsCard({ confirmedAt: incident.confirmedAt }, { incidentId: incident.id });
  await soc.sendsReport();
  const party = soc.party("Soc");
  const actsFor = async (filter: object) => (await entriesFor(admin, filter)).nodes.map(({ act }) => act);
  expect(await actsFor({ party, act: "card.submit" })).toEqual(["card.submit"]);
  expect(await actsFor({ party, period: { before: toIso(between) } })).not.toContain("card.submit");
  expect(await actsFor({ actor: toGlobalId("Actor", soc.actorId), period: { from: toIso(between) } })).toEqual([
    "incident.report",
    "card.submit",
  ]);
  const about = await actsFor({ incident: incident.number.toLowerCase() });
  expect(about.filter((act) => !act.startsWith("delivery."))).toEqual(["card.submit", "incident.report"]);
  const all = await entriesFor(admin, { party });
  const first = await entriesFor(admin, { party }, { first: 2 });
  expect(first.nodes).toEqual(all.nodes.slice(0, 2));
  const rest = await entriesFor(admin, { party }, { after: first.pageInfo.endCursor });
  expect(rest.nodes).toEqual(all.nodes.slice(2));
});

test("what an administrator did is in it, and nobody but administrators reads it", async () => {
  const world = shared();
  const admin = world.administrator();
  const soc = await world.soc();
  const input = { actorId: toGlobalId("Actor", soc.actorId), expiresAt: toIso(instant(world.clock.now() + HOUR)) };
  accepted((await admin.gets(IssueTokenDocument, { input })).issueToken);
  expect((await entriesFor(admin, { act: "token.issue" }, { first: 1 })).nodes).toMatchObject([
    { act: "token.issue", actor: { name: "Administrator" }, contentHash: null },
  ]);
  for (const person of [soc, await world.owner(), await world.nationalCentre()]) {
    const { errors } = await person.asks(ENTRIES, {});
    expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  }
});

test("an entry says what it is about: the party, the account of a token, the object of coverage, the threat, the notification", async () => {
  const world = shared();
  const admin = world.administrator();
  const centre = await world.nationalCentre();
  const soc = await world.soc();
  const object = await world.protectedObject();
  const code = unique("SOC");
  accepted((await admin.gets(RegisterSocDocument, { input: { code, name: "A SOC" } })).registerSoc);
  rejected((await admin.gets(RegisterSocDocument, { input: { code, name: "A SOC" } })).registerSoc);
  const expiresAt = toIso(instant(world.clock.now() + HOUR));
  const token = { actorId: toGlobalId("Actor", soc.actorId), expiresAt };
  accepted((await admin.gets(IssueTokenDocument, { input: token })).issueToken);
  const coverage = { objectId: object.code, socId: code, startsAt: toIso(world.clock.now()) };
  accepted((await admin.gets(StartCoverageDocument, { input: coverage })).startCoverage);
  const { threat } = accepted(await centre.registersThreat());
  const to = { socs: [soc.party("Soc")] };
  const { notification } = await centre.sendsNotification({ threatId: threat.id, to });
  await soc.acknowledges({ notificationId: notification.id });
  const subjectsOf = async (act: string, first = 1) =>
    (await entriesFor(admin, { act }, { first })).nodes.map(({ subject }) => subject);
  expect(await subjectsOf("soc.register", 2)).toEqual([null, { __typename: "Soc", code }]);
  expect(await subjectsOf("token.issue")).toMatchObject([{ __typename: "Actor", party: { code: await codeOf(soc) } }]);
  expect(await subjectsOf("coverage.start")).toEqual([{ __typename: "ProtectedObject", code: object.code }]);
  expect(await subjectsOf("threat.register")).toEqual([{ __typename: "Threat", number: threat.number }]);
  const told = { __typename: "Notification", number: notification.number };
  expect(await subjectsOf("notification.send")).toEqual([told]);
  expect(await subjectsOf("notification.acknowledge")).toEqual([told]);
});

test("a filter that nothing could match is refused, with its path, in three languages", async () => {
  const admin = shared().administrator();
  for (const [filter, path] of [
    [{ act: "card.burn" }, "act"],
    [{ actor: "nobody" }, "actor"],
    [{ party: "NO-SUCH-PARTY" }, "party"],
    [{ incident: "NO-2026-0001" }, "incident"],
  ] as const) {
    const messages = await Promise.all(
      LANGUAGES.map(async (language) => {
        const { errors } = await admin.speaking(language).asks(ENTRIES, { filter });
        expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", path: ["filter", path] } }]);
        return errors?.[0]?.message;
      }),
    );
    expect(new Set(messages).size).toBe(3);
  }
});

test("the centre lists every owner by code; a SOC those of the objects that it covers, an owner itself", async () => {
  const world = shared();
  const owner = await world.owner();
  const soc = await world.soc({ covering: [await world.protectedObject({ owner })] });
  const codesFor = async (person: Person) =>
    (
      await person.gets<{ readonly owners: { readonly nodes: readonly { readonly id: string }[] } }, object>(
        "{ owners(last: 100) { nodes { id code } } }",
        {},
      )
    ).owners.nodes.map(({ id }) => id);
  const mine = owner.party("Owner");
  expect(await codesFor(world.administrator())).toContain(mine);
  expect(await codesFor(soc)).toEqual([mine]);
  expect(await codesFor(owner)).toEqual([mine]);
  expect(await codesFor(await world.owner())).not.toContain(mine);
});
