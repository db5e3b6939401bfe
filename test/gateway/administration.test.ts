import { expect, test } from "vitest";
import {
  ActorsDocument,
  ChangeActorRolesDocument,
  ChangeProtectedObjectDocument,
  EndCoverageDocument,
  IssueTokenDocument,
  MeDocument,
  RegisterActorDocument,
  RegisterOwnerDocument,
  RegisterProtectedObjectDocument,
  RegisterSocDocument,
  RevokeTokenDocument,
  StartCoverageDocument,
} from "../../schema/operations.generated.js";
import { HOUR, instant, toIso } from "../../src/domain/instant.js";
import { sharedGateway } from "../support/gateway.js";
import { accepted, rejected } from "../support/person.js";

/** Each test gives codes of its own. */
const shared = sharedGateway();

test("an administrator makes a SOC that can submit, from nothing, and shuts it out again", async () => {
  const world = shared();
  const admin = world.administrator();
  const now = world.clock.now();
  const { soc } = accepted(
    (await admin.gets(RegisterSocDocument, { input: { code: "NEW", name: "New SOC" } })).registerSoc,
  );
  const owner = accepted(
    (await admin.gets(RegisterOwnerDocument, { input: { code: "OWN", name: "Owner", email: "duty@own.example" } }))
      .registerOwner,
  ).owner;
  const { object } = accepted(
    (
      await admin.gets(RegisterProtectedObjectDocument, {
        input: { code: "OBJ", name: "Object", kinds: ["E_GOVERNMENT"], sectors: ["BANKING"], ownerId: owner.id },
      })
    ).registerProtectedObject,
  );
  const startsAt = toIso(instant(now - 24 * HOUR));
  accepted(
    (await admin.gets(StartCoverageDocument, { input: { socId: soc.id, objectId: object.id, startsAt } }))
      .startCoverage,
  );
  const { actor } = accepted(
    (await admin.gets(RegisterActorDocument, { input: { partyId: soc.id, name: "Duty", roles: ["SOC_OPERATOR"] } }))
      .registerActor,
  );
  const issued = accepted(
    (await admin.gets(IssueTokenDocument, { input: { actorId: actor.id, expiresAt: toIso(instant(now + HOUR)) } }))
      .issueToken,
  );
  const operator = admin.withToken(issued.secret);
  expect((await operator.gets(MeDocument, {})).me).toMatchObject({
    name: "Duty",
    roles: ["SOC_OPERATOR"],
    party: { code: "NEW" },
  });
  expect((await operator.sendsCard({ affectedObjects: [{ objectId: object.id }] })).incident.number).toBe(
    "NEW-2026-0001",
  );

  const { actors } = await admin.gets(ActorsDocument, {});
  expect(JSON.stringify(actors)).not.toContain(issued.secret);
  expect(actors.nodes.find(({ id }) => id === actor.id)?.tokens).toMatchObject([
    { id: issued.token.id, revokedAt: null },
  ]);
  accepted((await admin.gets(RevokeTokenDocument, { input: { tokenId: issued.token.id } })).revokeToken);
  expect((await operator.asks(MeDocument, {})).errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
});

test("tokens are kept as hashes only", async () => {
  const world = shared();
  const soc = await world.soc();
  const [dump] = await world.database.asOwner(
    "select string_agg(t::text, ' ') || (select string_agg(body, ' ') from journal) as everything from token t",
  );
  expect(dump?.["everything"]).not.toContain(soc.token);
  expect(dump?.["everything"]).not.toContain(soc.token.slice(8, 30));
});

test("F16 a code may be written in small letters, and is kept in capitals", async () => {
  const admin = shared().administrator();
  const { soc } = accepted(
    (await admin.gets(RegisterSocDocument, { input: { code: "small-Letters-1", name: "A SOC" } })).registerSoc,
  );
  const query = "query ($id: ID!) { node(id: $id) { ... on Soc { code } } }";
  expect(await admin.gets(query, { id: soc.id })).toEqual({ node: { code: "SMALL-LETTERS-1" } });
});

test("F16 F17 F18 F19 F20 what the administrator gets wrong is refused with rule and path", async () => {
  const world = shared();
  const admin = world.administrator();
  const object = await world.protectedObject();
  const soc = await world.soc({ covering: [object] });
  const now = toIso(world.clock.now());
  const past = toIso(instant(world.clock.now() - HOUR));
  const cases = [
    [(await admin.gets(RegisterSocDocument, { input: { code: "s_mall", name: "x" } })).registerSoc, "F16", "code"],
    [(await admin.gets(RegisterSocDocument, { input: { code: "CENTRE", name: "x" } })).registerSoc, "F16", "code"],
    [(await admin.gets(RegisterSocDocument, { input: { code: "centre", name: "x" } })).registerSoc, "F16", "code"],
    [(await admin.gets(RegisterSocDocument, { input: { code: "FINE", name: " " } })).registerSoc, "F1", "name"],
    [
      (await admin.gets(RegisterOwnerDocument, { input: { code: "FINE", name: "x", email: "no" } })).registerOwner,
      "F20",
      "email",
    ],
    [
      (
        await admin.gets(RegisterProtectedObjectDocument, {
          input: { code: "FINE", name: "x", kinds: [], sectors: [], ownerId: soc.party("Soc") },
        })
      ).registerProtectedObject,
      "F17",
      "ownerId",
    ],
    [
      (await admin.gets(ChangeProtectedObjectDocument, { input: { objectId: "none", name: "x" } }))
        .changeProtectedObject,
      "F17",
      "objectId",
    ],
    [
      (
        await admin.gets(StartCoverageDocument, {
          input: { socId: soc.party("Soc"), objectId: object.id, startsAt: now },
        })
      ).startCoverage,
      "F18",
      "startsAt",
    ],
    [
      (
        await admin.gets(StartCoverageDocument, {
          input: { socId: (await world.soc()).party("Soc"), objectId: object.id, startsAt: now, endsAt: past },
        })
      ).startCoverage,
      "F18",
      "endsAt",
    ],
    [
      (await admin.gets(EndCoverageDocument, { input: { coverageId: "none", endsAt: now } })).endCoverage,
      "F17",
      "coverageId",
    ],
    [
      (
        await admin.gets(RegisterActorDocument, {
          input: { partyId: soc.party("Soc"), name: "x", roles: ["CENTRE_ADMINISTRATOR"] },
        })
      ).registerActor,
      "F19",
      "roles",
    ],
    [
      (await admin.gets(ChangeActorRolesDocument, { input: { actorId: "none", roles: [] } })).changeActorRoles,
      "F17",
      "actorId",
    ],
    [
      (await admin.gets(IssueTokenDocument, { input: { actorId: "none", expiresAt: past } })).issueToken,
      "F18",
      "expiresAt",
    ],
    [(await admin.gets(RevokeTokenDocument, { input: { tokenId: "none" } })).revokeToken, "F17", "tokenId"],
  ] as const;
  for (const [answer, rule, field] of cases) {
    const { violations } = rejected<{ readonly __typename: string }>(answer) as unknown as {
      violations: { rule: string; path: string[] }[];
    };
    expect(violations).toContainEqual(expect.objectContaining({ rule, path: ["input", field] }));
  }
});

test("two administrators at once cannot give one code twice", async () => {
  const world = shared();
  const admin = world.administrator();
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => admin.gets(RegisterSocDocument, { input: { code: "SAME", name: "x" } })),
  );
  expect(answers.filter(({ registerSoc }) => registerSoc.__typename === "SocRegistered")).toHaveLength(1);
});
