import { readFile } from "node:fs/promises";
import { buildSchema } from "graphql";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { instant, MINUTE, toIso } from "../../src/domain/instant.js";
import { toFeedCursor } from "../../src/journal/live-feed.js";
import { startGateway, type Person, type TestGateway, type TestObject } from "./gateway.js";
import { seenIn, stepsOf } from "./walk.js";

/** The schema as published. */
export const schema = buildSchema(await readFile("schema/gateway.graphql", "utf8"));

/** Leaves that nothing can fill yet; one that gets its first way to be filled must leave this list. */
export const EMPTY_YET = new Set(["Obligation.waivedAt"]);

/** Settings under which a whole walk is one operation. */
export const LARGE = {
  MAX_OPERATION_ALIASES: "100000",
  MAX_OPERATION_DEPTH: "100",
  MAX_OPERATION_TOKENS: "1000000",
  MAX_OPERATION_COST: "1000000000",
};

/** Values that are no secret by themselves: the schema's own words, instants, counts. */
const PLAIN = /^([A-Z][A-Z_]*|[A-Z][a-z]\w*|[RLF]A?\d*\.?\d*|true|false|-?\d+(\.\d+)?|\d{4}-\d\d-\d\d(T[\d:.]+Z)?)$/;

export interface Walked {
  /** Everything that came over the wire. */
  readonly wire: string;
  readonly leaves: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Asks for everything there is, by every query, `node` for every id given, and the whole feed. */
export async function walk(
  person: Person,
  ids: Iterable<string>,
  numbers: Iterable<string>,
  frames: number,
): Promise<Walked> {
  const leaves = new Map<string, Set<string>>();
  const wire: string[] = [];
  const hear = (answer: unknown): void => {
    wire.push(JSON.stringify(answer));
    seenIn(answer, (leaf, value) => leaves.set(leaf, (leaves.get(leaf) ?? new Set()).add(value)));
  };
  const ask = async (document: string, variables: object): Promise<void> =>
    hear(await person.asks(document, variables));
  const fills = [{}, ...[...ids].map((id) => ({ id })), ...[...numbers].map((number) => ({ number }))];
  for (const fill of fills)
    for (const { name, document, variables } of stepsOf(schema, "Query", fill)) {
      const isOfFill = Object.keys(fill).every((argument) => argument in variables);
      const needsFill = name === "node" || name === "incident";
      if (Object.keys(fill).length === 0 ? !needsFill : isOfFill && needsFill) await ask(document, variables);
    }
  for (const { document, variables } of stepsOf(schema, "Subscription", { after: toFeedCursor(0) }))
    for (const frame of await framesOf(person, document, variables, frames)) hear(frame);
  return { wire: wire.join("\n"), leaves };
}

/** What a person hears of a subscription: `count` frames, and whatever came before the answer to a later question. */
async function framesOf(
  person: Person,
  query: string,
  variables: Record<string, unknown>,
  count: number,
): Promise<unknown[]> {
  const client = createClient({
    url: `${person.world.url.replace(/^http/, "ws")}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: person.token ? { authorization: `Bearer ${person.token}` } : {},
  });
  const heard: unknown[] = [];
  await new Promise<void>((resolve) => {
    const hear = (answer: unknown): void => {
      heard.push(answer);
      if (heard.length === count) resolve();
    };
    client.subscribe({ query, variables }, { next: hear, error: () => resolve(), complete: resolve });
    if (count === 0)
      client.subscribe(
        { query: "{ __typename }" },
        { next: () => undefined, error: () => resolve(), complete: resolve },
      );
  });
  await client.dispose();
  return heard;
}

export interface Secret {
  readonly world: TestGateway;
  readonly soc: Person;
  readonly owner: Person;
  readonly object: TestObject;
  readonly centre: Walked;
  /** Everything that the national centre sees of the secret and did not see before. */
  readonly canaries: readonly string[];
  readonly ids: ReadonlySet<string>;
  readonly numbers: readonly string[];
  readonly strangers: Readonly<Record<string, { readonly person: Person; readonly facts: number }>>;
}

/** A world of strangers with incidents of their own, then one dossier in which every field that can hold something does. */
export async function makeSecret(): Promise<Secret> {
  const world = await startGateway({ settings: LARGE });
  const administrator = world.administrator();
  const otherOwner = await world.owner();
  const otherObject = await world.protectedObject({ owner: otherOwner });
  const otherSoc = await world.soc({ covering: [otherObject] });
  await otherSoc.sendsCard({ affectedObject: { objectId: otherObject.id } });
  const newSoc = await world.soc();
  const newOwner = await world.owner();
  const before = await walk(administrator, [], [], 1);
  const known = new Set([...before.leaves.values()].flatMap((values) => [...values]));

  const owner = await world.owner();
  const object = await world.protectedObject({ owner, kinds: ["CRITICAL_INFRASTRUCTURE", "E_GOVERNMENT"] });
  const soc = await world.soc();
  await world.endCoverage(await world.cover(soc.partyId, object), instant(world.clock.now() + 1_000 * MINUTE));
  const on = { affectedObject: { objectId: object.id } };
  const reported = await soc.sendsReport({ ...on, summary: "canary summary", severity: "UNDETERMINED" });
  const { id, number, confirmedAt } = reported.incident;
  const card = {
    ...on,
    confirmedAt,
    nature: "canary nature",
    measures: "canary measures",
    note: "canary note",
    indicators: [{ type: "DOMAIN" as const, value: "canary[.]example" }],
  };
  await soc.sendsCard({ ...card, severity: "UNDETERMINED" }, { incidentId: id });
  await soc.reviews(id, "UNDETERMINED", "canary reason");
  await soc.amends(id, 1, card);
  await soc.recordsOwnerTold(id, world.clock.now(), "canary note of telling");
  const described = await soc.sendsReport({ affectedObject: { description: "canary description" } });
  const stale = await world.person(soc.partyId, "SOC_READER");
  await world.revoke(stale);

  const first = await walk(administrator, [], [], 7);
  const ids = new Set([...first.leaves].filter(([leaf]) => leaf.endsWith(".id")).flatMap(([, values]) => [...values]));
  const centre = await walk(administrator, ids, [number, described.incident.number], 7);
  const canaries = [...new Set([...centre.leaves.values()].flatMap((values) => [...values]))].filter(
    (value) => !known.has(value) && !PLAIN.test(value),
  );
  return {
    world,
    soc,
    owner,
    object,
    centre,
    canaries,
    ids,
    numbers: [number, described.incident.number],
    strangers: {
      "another SOC": { person: otherSoc, facts: 1 },
      "an owner of other objects": { person: otherOwner, facts: 1 },
      "a new SOC": { person: newSoc, facts: 0 },
      "a new owner": { person: newOwner, facts: 0 },
      "an actor without roles": { person: await withoutRoles(world, soc), facts: 0 },
      nobody: { person: soc.withToken(""), facts: 0 },
    },
  };
}

async function withoutRoles(world: TestGateway, soc: Person): Promise<Person> {
  const person = await world.person(soc.partyId, "SOC_READER");
  await world.giveRoles(person, []);
  return person;
}

/** Words of ours that every refusal may hold. */
export function leaks({ canaries }: Secret, wire: string, given: readonly string[] = []): string[] {
  return canaries.filter((canary) => !given.includes(canary) && wire.includes(canary));
}

/** A card that claims the secret's object. */
export function hostileCard(now: number, object: TestObject): object {
  return {
    registeredOn: toIso(instant(now)).slice(0, 10),
    severity: "LOW",
    type: "OTHER",
    scale: "MASS",
    occurredAt: toIso(instant(now - MINUTE)),
    confirmedAt: toIso(instant(now - MINUTE)),
    recurrence: "NEW",
    indicators: [],
    sign: "ATTEMPT",
    contours: ["EXTERNAL"],
    nature: "x",
    consequences: ["NONE"],
    affectedObject: { objectId: object.id },
    measures: "x",
  };
}
