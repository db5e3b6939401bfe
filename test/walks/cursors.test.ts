import { isObjectType, isRequiredArgument } from "graphql";
import { beforeAll, expect, test } from "vitest";
import { toFeedCursor } from "../../src/journal/live-feed.js";
import { campaignsUp } from "../support/campaigns.js";
import { sharedGateway, type TestGateway } from "../support/gateway.js";
import { accepted, type Person } from "../support/person.js";
import { schema } from "../support/whole-walk.js";

/** Every list of the schema that is paged by cursor. */
const LISTS = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ args }) =>
  args.some(({ name }) => name === "after"),
);

/** Those that need nothing else; the search, which is ordered by rank and goes forward alone, has tests of its own. */
const PLAIN_LISTS = LISTS.filter(({ args }) => !args.some(isRequiredArgument));

/** A world in which each list has two rows, seen by somebody who may ask for all of them, and a SOC. */
async function fullLists(world: TestGateway): Promise<{ readonly centre: Person; readonly soc: Person }> {
  const centre = await world.nationalCentre("CENTRE_ADMINISTRATOR");
  await world.giveRoles(centre, ["CENTRE_ADMINISTRATOR", "CENTRE_OPERATOR"]);
  let soc = await world.soc();
  for (let count = 0; count < 2; count += 1) {
    const object = await world.protectedObject({ owner: await world.owner(null) });
    soc = await world.soc({ covering: [object] });
    await soc.sendsReport({ affectedObjects: [{ objectId: object.id }] });
    // For the list of indicators.
    await soc.sendsCard();
    const { threat } = accepted(await centre.registersThreat());
    accepted(await centre.registersEvent());
    accepted(await centre.registersDetectedIncident());
    await centre.sendsNotification({ threatId: threat.id, to: { socs: [soc.party("Soc")] } });
  }
  const other = await world.soc();
  for (const name of ["one", "two"]) {
    const indicators = ["a", "b"].map((label) => ({ type: "DOMAIN" as const, value: `${label}.${name}.example` }));
    for (const one of [soc, soc, other]) await one.sendsCard({ indicators });
  }
  await campaignsUp(world);
  return { centre, soc };
}

interface Page {
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: { readonly endCursor: string };
}

async function pageOf(person: Person, list: string, args: string): Promise<Page | null> {
  const { data } = await person.asks<Record<string, Page>, object>(
    `{ ${list}(${args}) { edges { cursor } pageInfo { endCursor } } }`,
  );
  return data?.[list] ?? null;
}

async function refusalOf(person: Person, list: string, args: string) {
  const { errors } = await person.asks(`{ ${list}(${args}) { edges { cursor } } }`);
  return errors?.map(({ message, extensions: { code, path } }) => ({ message, code, path }));
}

const shared = sharedGateway();
let centre: Person;
let soc: Person;
beforeAll(async () => {
  ({ centre, soc } = await fullLists(shared()));
});

test("a cursor of one list is refused by every other, forward and backward", async () => {
  expect(LISTS.length).toBeGreaterThan(8);
  for (const { name: from } of PLAIN_LISTS) {
    const first = await pageOf(centre, from, "first: 1");
    const cursor = first?.pageInfo.endCursor ?? "";
    expect({ from, cursor }).not.toEqual({ from, cursor: "" });
    for (const { name: to } of PLAIN_LISTS)
      for (const argument of ["after", "before"]) {
        const refused = await refusalOf(centre, to, `${argument}: "${cursor}"`);
        const expected = [{ code: "BAD_USER_INPUT", path: [argument] }];
        if (to === from) expect({ from, refused }).toEqual({ from, refused: undefined });
        else expect({ from, to, refused }).toMatchObject({ from, to, refused: expected });
      }
    // Neither a place in the feed nor a cursor without a list's name is one.
    const unnamed = JSON.parse(Buffer.from(cursor, "base64url").toString()) as unknown[];
    const old = Buffer.from(JSON.stringify(unnamed.slice(2))).toString("base64url");
    for (const text of [toFeedCursor(0), old, "nonsense"])
      expect(await refusalOf(centre, from, `after: "${text}"`)).toMatchObject([
        { code: "BAD_USER_INPUT", message: expect.stringContaining("not a cursor of this list") as unknown },
      ]);
  }
});

test("a cursor of a list in one order is refused by the same list in the other", async () => {
  for (const { name, args } of LISTS) {
    const order = args.find((argument) => argument.name === "orderBy")?.type;
    if (!order || !("getValues" in order)) continue;
    const [one, other] = order.getValues().map((value) => value.name);
    // Only what one SOC was sent has one deadline each.
    const person = name === "notifications" ? soc : centre;
    const page = await pageOf(person, name, `first: 1, orderBy: ${one}`);
    const after = `after: "${page?.pageInfo.endCursor}"`;
    expect(await refusalOf(person, name, `${after}, orderBy: ${one}`)).toBeUndefined();
    expect(await refusalOf(person, name, `${after}, orderBy: ${other}`)).toMatchObject([{ code: "BAD_USER_INPUT" }]);
  }
});

test("every connection of the schema is one of the lists", () => {
  const connections = Object.values(schema.getTypeMap()).filter(
    // Facts are an incident's own list (`test/gateway/chronicle`).
    (type) => isObjectType(type) && type.name.endsWith("Connection") && type.name !== "FactConnection",
  );
  expect(new Set(LISTS.map(({ type }) => String(type).replace("!", ""))).size).toBe(connections.length);
});
