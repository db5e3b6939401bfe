import { expect, test } from "vitest";
import {
  ActorsDocument,
  type ActorsQuery,
  IssueTokenDocument,
  MeDocument,
  RevokeOwnTokenDocument,
} from "../../schema/operations.generated.js";
import { DAY, HOUR, instant, MINUTE, toIso } from "../../src/domain/instant.js";
import { toGlobalId } from "../../src/platform/identity.js";
import { eventually } from "../support/eventually.js";
import { sharedGateway } from "../support/gateway.js";
import { accepted, rejected, type Person } from "../support/person.js";

const shared = sharedGateway();

type Token = ActorsQuery["actors"]["nodes"][number]["tokens"][number];

async function tokensOf(person: Person): Promise<readonly Token[]> {
  const admin = shared().administrator();
  const { actors } = await admin.gets(ActorsDocument, { last: 20 });
  return actors.nodes.find(({ id }) => id === toGlobalId("Actor", person.actorId))?.tokens ?? [];
}

test("F1 F2 F3 a token has the name that it was issued with, or none", async () => {
  const world = shared();
  const admin = world.administrator();
  const soc = await world.soc();
  const expiresAt = toIso(instant(world.clock.now() + HOUR));
  const issue = async (name?: string | null) =>
    (await admin.gets(IssueTokenDocument, { input: { actorId: toGlobalId("Actor", soc.actorId), expiresAt, name } }))
      .issueToken;
  expect(accepted(await issue("Кезекші орны, 2-қабат")).token).toMatchObject({ name: "Кезекші орны, 2-қабат" });
  expect(accepted(await issue()).token).toMatchObject({ name: null, lastUsedAt: null });
  for (const [name, rule] of [
    [" ", "F1"],
    ["x".repeat(2_001), "F2"],
    ["bell\u0007", "F3"],
  ] as const)
    expect(rejected(await issue(name)).violations).toMatchObject([{ rule, path: ["input", "name"] }]);
});

/** A minute passes, and what was noted before it is written; `marker` is somebody who has used no token yet. */
async function minutePasses(marker: Person): Promise<void> {
  await marker.gets(MeDocument, {});
  await eventually(async () => {
    shared().clock.advance(MINUTE);
    return (await lastUseOf(marker)) !== null;
  });
}

const lastUseOf = async (person: Person) => (await tokensOf(person))[0]?.lastUsedAt ?? null;

test("when a token was last used is kept within a minute, and while it is in steady use no more often than every ten", async () => {
  const world = shared();
  const soc = await world.soc();
  expect(await lastUseOf(soc)).toBeNull();
  const first = toIso(world.clock.now());
  await soc.gets(MeDocument, {});
  await minutePasses(await world.soc());
  expect(await lastUseOf(soc)).toBe(first);
  await soc.gets(MeDocument, {});
  await minutePasses(await world.soc());
  expect(await lastUseOf(soc)).toBe(first);
  world.clock.advance(10 * MINUTE);
  const later = toIso(world.clock.now());
  await soc.gets(MeDocument, {});
  await minutePasses(await world.soc());
  expect(await lastUseOf(soc)).toBe(later);
});

test("a feed that only listens uses its token too", async () => {
  const world = shared();
  const soc = await world.soc();
  await using watch = await soc.watchIncidents();
  world.clock.advance(DAY);
  const since = world.clock.now();
  await eventually(async () => {
    world.clock.advance(MINUTE);
    return Date.parse((await lastUseOf(soc)) ?? "") >= since;
  });
  await watch.staysQuiet(() => soc.sendsReport());
});

test("whoever has a token may end it, whatever its roles: it opens nothing any more, its feeds end, and the journal says who did it", async () => {
  const world = shared();
  for (const person of [await world.soc(), await world.owner(), await world.nationalCentre("CENTRE_ANALYST")]) {
    const other = await world.soc();
    const { token } = (await person.gets(RevokeOwnTokenDocument, {})).revokeOwnToken;
    expect(token).toMatchObject({ id: toGlobalId("Token", person.tokenId), revokedAt: toIso(world.clock.now()) });
    const { errors } = await person.asks(MeDocument, {});
    expect(errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
    expect((await tokensOf(person))[0]?.revokedAt).toBe(token.revokedAt);
    expect((await tokensOf(other))[0]?.revokedAt).toBeNull();
    const { auditEntries } = await world.administrator().gets<{ auditEntries: { nodes: unknown[] } }, object>(
      `query ($actor: ID!) { auditEntries(first: 1, filter: { actor: $actor, act: "token.revoke" }) { nodes { act actor { id } refused { rule } } } }`, // prettier-ignore
      { actor: toGlobalId("Actor", person.actorId) },
    );
    expect(auditEntries.nodes).toMatchObject([{ act: "token.revoke", actor: { id: toGlobalId("Actor", person.actorId) } }]); // prettier-ignore
  }
});

test("an actor whose roles were taken away may still end its token", async () => {
  const world = shared();
  const soc = await world.soc();
  await world.giveRoles(soc, []);
  expect((await soc.gets(RevokeOwnTokenDocument, {})).revokeOwnToken.token.revokedAt).not.toBeNull();
});
