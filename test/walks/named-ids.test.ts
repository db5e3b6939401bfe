import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
} from "graphql";
import { createClient } from "graphql-ws";
import { expect, test, vi } from "vitest";
import WebSocket from "ws";
import { toFeedCursor } from "../../src/journal/live-feed.js";
import { toGlobalId } from "../../src/platform/identity.js";
import { sharedGateway } from "../support/gateway.js";
import { unique, type Person } from "../support/person.js";
import { schema } from "../support/whole-walk.js";

/** Nothing that is asked here is about what another test has made. */
const shared = sharedGateway({ settings: { COST_AT_ONCE: "100000000" } });

const TYPES =
  `Soc Owner NationalCentre ProtectedObject Incident IncidentCard Obligation Notification Threat SecurityEvent DetectedIncident
  Analysis Delivery Actor Token Coverage Receipt`.split(/\s+/);
const UUID = "01a20653-0000-7000-8000-000000000000";
const NO_IDS = ["DEMO-ENERGY", "", "nonsense", UUID, "\u0000", toGlobalId("constructor", UUID)];
const NOW = "2026-03-01T10:00:00Z";

/** Where an argument takes an id: the path down to it, and whether it is one of a list there. */
function idsUnder(
  path: readonly string[],
  type: GraphQLInputType,
  isList = false,
  within: readonly GraphQLInputType[] = [],
): { path: string[]; isList: boolean }[] {
  if (isNonNullType(type)) return idsUnder(path, type.ofType, isList, within);
  if (isListType(type)) return idsUnder(path, type.ofType, true, within);
  if (isInputObjectType(type)) {
    // What holds another of its kind takes the same there.
    if (isList || within.includes(type)) return [];
    const inside = [...within, type];
    return Object.values(type.getFields()).flatMap((field) =>
      idsUnder([...path, field.name], field.type, false, inside),
    );
  }
  return type.name === "ID" ? [{ path: [...path], isList }] : [];
}

/** Something that fits a type: what is required, and `id` at the path `to`. */
function valueOf(type: GraphQLInputType, to: readonly string[], id: unknown): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, to, id);
  if (isListType(type)) {
    if (to.length === 0 && id !== undefined) return [id];
    return isEnumType(getNamedType(type)) ? [valueOf(getNamedType(type), [], undefined)] : [];
  }
  if (isInputObjectType(type)) return fieldsOf(Object.values(type.getFields()), to, id);
  if (isEnumType(type)) return type.getValues()[0]?.name;
  const values: Record<string, unknown> = { Int: 1, Boolean: true, DateTime: NOW, Date: "2026-03-01", ID: id ?? "x" };
  return values[type.name] ?? unique("x");
}

function fieldsOf(fields: readonly (GraphQLArgument | GraphQLInputField)[], to: readonly string[], id: unknown) {
  const given = fields.filter(({ name, type }) => name === to[0] || isNonNullType(type));
  const [, ...rest] = to;
  const values = Object.fromEntries(
    given.map(({ name, type }) => [name, valueOf(type, name === to[0] ? rest : [], name === to[0] ? id : undefined)]),
  );
  // A period ends after it begins.
  return values["before"] === "2026-03-01" ? { ...values, before: "2026-04-01" } : values;
}

function documentOf(root: string, name: string, args: readonly GraphQLArgument[], given: object, selection: string) {
  const used = args.filter((argument) => argument.name in given);
  const declared = used.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(", ");
  const passed = used.map((argument) => `${argument.name}: $${argument.name}`).join(", ");
  return `${root} Try(${declared}) { ${name}(${passed}) { ${selection} } }`;
}

/** Every place of the schema where a query, subscription or mutation takes an id. */
function places(root: "Query" | "Subscription" | "Mutation") {
  const type = schema.getRootType(root.toLowerCase() as never);
  return Object.values(type?.getFields() ?? {}).flatMap((field) =>
    field.args.flatMap((argument) => idsUnder([argument.name], argument.type).map((place) => ({ field, ...place }))),
  );
}

/**
 * The errors with which a subscription is refused; null where its filter was taken: it begins after a cursor that lies ahead,
 * so that it is always refused for something.
 */
async function refusalOf(person: Person, query: string, variables: Record<string, unknown>): Promise<unknown> {
  const url = `${person.world.url.replace(/^http/, "ws")}/graphql`;
  const connectionParams = { authorization: `Bearer ${person.token}` };
  const client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0, connectionParams });
  const errors = await new Promise<unknown>((resolve, reject) => {
    const next = (frame: { readonly errors?: unknown }): void => resolve(frame.errors);
    client.subscribe({ query, variables }, { next, error: resolve, complete: () => reject(new Error("no refusal")) });
  });
  await client.dispose();
  return JSON.stringify(errors).includes("CURSOR_AHEAD") ? null : errors;
}

async function everybody(person: Person): Promise<Person> {
  await person.world.giveRoles(person, ["CENTRE_ADMINISTRATOR", "CENTRE_OPERATOR"]);
  return person;
}

test("what a query or a feed is narrowed to by what can name nothing is refused with its path, never answered with an empty list", async () => {
  const world = shared();
  const centre = await everybody(await world.nationalCentre("CENTRE_OPERATOR"));
  const found = [...places("Query"), ...places("Subscription")];
  expect(found.length).toBeGreaterThan(12);
  for (const { field, path, isList } of found) {
    if (field.name === "node") continue;
    const fits: string[] = [];
    for (const id of [...TYPES.map((type) => toGlobalId(type, UUID)), ...NO_IDS]) {
      const isFeed = field.name.endsWith("Feed");
      const given = { ...fieldsOf(field.args, path, id), ...(isFeed ? { after: toFeedCursor(1_000_000) } : {}) };
      const document = documentOf(isFeed ? "subscription" : "query", field.name, field.args, given, "__typename");
      const { errors } = isFeed
        ? { errors: await refusalOf(centre, document, given) }
        : await centre.asks(document, given);
      if (!errors) fits.push(id);
      else
        expect({ at: `${field.name} ${path.join(".")}`, id, errors }).toMatchObject({
          errors: [{ extensions: { code: "BAD_USER_INPUT", path: isList ? [...path, "0"] : path } }],
        });
    }
    // Ids of one type fit, and of no other; a party is of one of three.
    const at = `${field.name} ${path.join(".")}`;
    const types = path.at(-1) === "party" ? 3 : 1;
    expect({ at, fits }).toEqual({ at, fits: Array.from({ length: types }, () => expect.any(String) as unknown) });
  }
});

test("rules that set no term are refused with their path and those that do", async () => {
  const world = shared();
  const centre = await world.nationalCentre();
  const asked = [
    ['{ obligations(filter: { rules: ["R9.1", "R9.7"] }) { nodes { id } } }', ["filter", "rules", "1"]],
    [
      '{ timeliness(period: { from: "2026-01-01", before: "2027-01-01" }, rules: ["\\u0000"]) { rule } }',
      ["rules", "0"],
    ],
  ] as const;
  for (const [document, path] of asked)
    expect((await centre.asks(document)).errors).toMatchObject([
      {
        message: "There is no term under a rule of this name: use one of R9.1, R9.2, R9.3, R9.4, R9.5, R9.6, RA.1.",
        extensions: { code: "BAD_USER_INPUT", path },
      },
    ]);
  expect(await centre.gets("{ obligations(filter: { rules: [], socs: [] }) { nodes { id } } }")).toEqual({
    obligations: { nodes: [] },
  });
});

test("an act that names what cannot exist is answered like one that names what does not, and nothing fails", async () => {
  const world = shared();
  const people = [await everybody(await world.nationalCentre("CENTRE_OPERATOR")), await world.soc()];
  const ids = [toGlobalId("Receipt", UUID), toGlobalId("constructor", UUID), "DEMO-ENERGY", "\u0000"];
  for (const { field, path } of places("Mutation")) {
    const answers = new Set<string>();
    for (const person of people)
      for (const id of ids) {
        const given = fieldsOf(field.args, path, id);
        const isJudged = isUnionType(getNamedType(field.type));
        const selection = `__typename${isJudged ? " ... on SubmissionRejected { violations { rule } }" : ""}`;
        const { data, errors } = await person.asks<Record<string, { __typename: string }>, object>(
          documentOf("mutation", field.name, field.args, given, selection),
          given,
        );
        const at = `${field.name} ${path.join(".")} ${id}`;
        const is = errors?.[0]?.extensions.code ?? data?.[field.name]?.__typename ?? "";
        expect({ at, is }).toEqual({ at, is: expect.not.stringContaining("INTERNAL") as unknown });
        answers.add(is);
      }
    const allowed = ["NOT_FOUND", "FORBIDDEN", "BAD_USER_INPUT", "SubmissionRejected", "SubmissionCheck"];
    expect({ at: path.join("."), is: [...answers].filter((one) => !allowed.includes(one)) }).toMatchObject({ is: [] });
  }
});

test("`node` gives null for whatever names nothing, a name that every object has included", async () => {
  const world = shared();
  const centre = await world.nationalCentre();
  const names = ["constructor", "toString", "__proto__", "hasOwnProperty", "valueOf", "Actor", "x"];
  for (const id of [...names.map((name) => toGlobalId(name, UUID)), ...NO_IDS]) {
    const answer = await centre.asks("query ($id: ID!) { node(id: $id) { id } }", { id });
    expect({ id, answer }).toMatchObject({ id, answer: { status: 200, data: { node: null } } });
    expect({ id, errors: answer.errors }).toEqual({ id, errors: undefined });
  }
});

test("an incident is found by its number in capitals or not", async () => {
  const world = shared();
  const soc = await world.soc();
  const { incident } = await soc.sendsReport();
  for (const number of [incident.number, incident.number.toLowerCase()])
    expect(await soc.gets("query ($number: String!) { incident(number: $number) { id } }", { number })).toEqual({
      incident: { id: incident.id },
    });
});

vi.setConfig({ testTimeout: 120_000 });

test("a period in which no instant lies is refused by its place, and gives no empty list", async () => {
  const centre = await shared().nationalCentre();
  const backwards = '{ from: "2026-03-02T00:00:00Z", before: "2026-03-01T00:00:00Z" }';
  const empty = '{ from: "2026-03-02T00:00:00Z", before: "2026-03-02T00:00:00Z" }';
  for (const [list, name] of [
    ["incidents", "received"],
    ["incidents", "confirmed"],
    ["obligations", "due"],
  ] as const)
    for (const period of [backwards, empty]) {
      const { errors } = await centre.asks(`{ ${list}(filter: { ${name}: ${period} }) { nodes { id } } }`);
      expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", path: ["filter", name, "before"] } }]);
    }
});
