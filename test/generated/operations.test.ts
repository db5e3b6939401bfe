import { readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import { createClient, type Client } from "graphql-ws";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import WebSocket from "ws";
import { Habits } from "../../src/operation/habits.js";
import { LookAhead } from "../../src/operation/look-ahead.js";
import { toGlobalId } from "../../src/platform/identity.js";
import type { Known } from "../support/operation-draft.js";
import { documentOf, type GeneratedDocument } from "../support/generated-operations.js";
import { lentGateway, type TestGateway } from "../support/gateway.js";
import type { Person } from "../support/person.js";

/** How many documents, and the first one's seed: what a failure prints to repeat one of them. */
const COUNT = Number(process.env["DABYL_GENERATED"] ?? 400);
const SEED = Number(process.env["DABYL_SEED"] ?? 1);
const IN_FLIGHT = 8;

const schema = buildSchema(readFileSync(new URL("../../schema/gateway.graphql", import.meta.url), "utf8"));

interface Reported {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string; readonly path?: readonly string[] };
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly Reported[];
}

/** One connection of the public client of graphql-ws, which opens a new one after the gateway has closed it. */
class Socket {
  private readonly client: Client;

  constructor(person: Person) {
    this.client = createClient({
      url: `${person.world.url.replace(/^http/, "ws")}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: person.token ? { authorization: `Bearer ${person.token}` } : {},
      lazyCloseTimeout: 3_600_000,
      retryAttempts: 0,
    });
  }

  /** The first answer, or an error where the socket was closed. */
  async asks(document: Pick<GeneratedDocument, "query" | "variables" | "operationName">): Promise<Answer> {
    const { query, variables, operationName } = document;
    const payload = { query, variables, ...(operationName === undefined ? {} : { operationName }) };
    return new Promise((resolve, reject) => {
      let answer: Answer = {};
      this.client.subscribe(payload, {
        next: (result) => (answer = result as Answer),
        error: (error) => (Array.isArray(error) ? resolve({ errors: error as Reported[] }) : reject(reasonOf(error))),
        complete: () => resolve(answer),
      });
    });
  }

  /** What a subscription is answered with until an answer to something asked after it is there. */
  async follows({ query, variables }: GeneratedDocument): Promise<Answer> {
    let answer: Answer = {};
    const leave = this.client.subscribe(
      { query, variables },
      {
        next: (result) => (answer = result as Answer),
        error: (error) =>
          (answer = { errors: Array.isArray(error) ? (error as Reported[]) : [{ message: String(error) }] }),
        complete: () => undefined,
      },
    );
    await this.asks({ query: "{ __typename }", variables: {} });
    leave();
    return answer;
  }

  async close(): Promise<void> {
    await this.client.dispose();
  }
}

function reasonOf(error: unknown): Error {
  const { code, reason } = error as { code?: number; reason?: string };
  return code === undefined ? new Error(String(error)) : new Error(`the socket was closed: ${code} ${reason ?? ""}`);
}

async function overHttp(
  person: Person,
  { query, variables, operationName }: GeneratedDocument,
): Promise<Answer & { status: number }> {
  const response = await fetch(`${person.world.url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(person.token ? { authorization: `Bearer ${person.token}` } : {}),
    },
    body: JSON.stringify({ query, variables, operationName }),
    // Far longer than any answer takes: what waits for ever is reported with its seed.
    signal: AbortSignal.timeout(60_000),
  });
  return { status: response.status, ...((await response.json()) as Answer) };
}

/** What must be the same over both ways: all but the request's id, and what names one attempt among many. */
function comparable({ data, errors }: Answer): unknown {
  // The second time a document is compiled. Of several fields that each leave nothing of the answer, one of the two ways may
  // report another one (GraphQL, section 6.4.4).
  const reported =
    data === null
      ? [errors && errors.length > 0 ? "refused" : "empty"]
      : (errors ?? []).map(({ message, path, extensions }) =>
          JSON.stringify([message, path, extensions?.code ?? null, extensions?.path ?? null]),
        );
  // Fields are resolved side by side: the order in which they fail is not part of the answer.
  const plain = JSON.stringify(data ?? null).replace(/"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"/g, '"a reference"');
  return { data: plain, errors: reported.toSorted((a, b) => (a < b ? -1 : 1)) };
}

const ROLES = ["centre", "administrator", "soc", "another soc", "owner", "nobody"] as const;
type RoleName = (typeof ROLES)[number];

let world: TestGateway;
let people: Record<RoleName, Person>;
let sockets: Record<RoleName, Socket>;
let known: Known;

beforeAll(async () => {
  world = await lentGateway({ settings: { COST_AT_ONCE: "1000000000000" } });
  // Owners whom nothing can be sent: an attempt that ends between two answers would make them differ.
  const [owner, another] = [await world.owner(null), await world.owner(null)];
  const objects = [
    await world.protectedObject({ owner, kinds: ["E_GOVERNMENT"] }),
    await world.protectedObject({ owner: another }),
  ];
  const socs = [await world.soc({ covering: objects }), await world.soc({ covering: objects.slice(1) })] as const;
  const centre = await world.nationalCentre();
  const incidents = [];
  for (const soc of socs)
    for (const object of objects.slice(socs.indexOf(soc))) {
      const affectedObjects = [{ objectId: object.id }];
      const { incident } = await soc.sendsReport({ severity: "UNDETERMINED", affectedObjects });
      await soc.sendsCard({ severity: "UNDETERMINED", affectedObjects }, { incidentId: incident.id });
      await soc.amends(incident.id, 1, { affectedObjects });
      await soc.recordsOwnerNotified(incident.id, world.clock.now());
      incidents.push(incident, (await soc.sendsReport()).incident);
    }
  const query =
    "{ incidents { feedCursor edges { cursor } nodes { card { id } obligations { id } } } socs { edges { cursor } } }";
  const seen = await centre.gets<Seen, object>(query, {});
  people = {
    centre,
    administrator: world.administrator(),
    soc: socs[0],
    "another soc": socs[1],
    owner,
    nobody: centre.withToken(""),
  };
  sockets = Object.fromEntries(ROLES.map((role) => [role, new Socket(people[role])])) as Record<RoleName, Socket>;
  known = {
    ids: [
      ...incidents.map(({ id }) => id),
      ...seen.incidents.nodes.flatMap(({ card, obligations }) =>
        [card, ...obligations].flatMap((one) => one?.id ?? []),
      ),
      ...objects.map(({ id }) => id),
      ...socs.map((soc) => soc.party("Soc")),
      owner.party("Owner"),
      toGlobalId("NationalCentre", centre.partyId),
    ],
    numbers: [...incidents.map(({ number }) => number), "NOBODY-2026-0001"],
    listCursors: [...seen.incidents.edges, ...seen.socs.edges].map(({ cursor }) => cursor),
    feedCursors: [seen.incidents.feedCursor, Buffer.from("feed:0").toString("base64url")],
  };
});
afterAll(async () => {
  await Promise.all(Object.values(sockets).map((socket) => socket.close()));
  await world[Symbol.asyncDispose]();
});

interface Seen {
  readonly incidents: {
    readonly feedCursor: string;
    readonly edges: readonly { readonly cursor: string }[];
    readonly nodes: readonly {
      readonly card: { id: string } | null;
      readonly obligations: readonly { id: string }[];
    }[];
  };
  readonly socs: { readonly edges: readonly { readonly cursor: string }[] };
}

/** Sends one document both ways; gives what is wrong with what came back, or whether there was data. */
async function tried(document: GeneratedDocument, role: RoleName): Promise<{ fault: string | null; hasData: boolean }> {
  const http = await overHttp(people[role], document);
  const hasData = http.data !== null && http.data !== undefined;
  if (http.status >= 500 || isOurs(http)) return { fault: `${http.status} ${JSON.stringify(http.errors)}`, hasData };
  // Nobody has no socket; what an administrator does cannot be done twice.
  if (role === "nobody" || (role === "administrator" && document.operation === "mutation"))
    return { fault: null, hasData };
  if (document.operation === "subscription") {
    const followed = await sockets[role].follows(document);
    return { fault: isOurs(followed) ? JSON.stringify(followed.errors) : null, hasData };
  }
  const socket = await sockets[role].asks(document);
  const [one, other] = [JSON.stringify(comparable(http)), JSON.stringify(comparable(socket))];
  const fault = one === other ? null : `HTTP ${one.slice(0, 1_000)} SOCKET ${other.slice(0, 1_000)}`;
  return { fault: isOurs(socket) ? JSON.stringify(socket.errors) : fault, hasData };
}

function isOurs({ errors }: Answer): boolean {
  return errors?.some(({ extensions }) => extensions?.code === "INTERNAL_SERVER_ERROR") === true;
}

/** Takes the documents one after another, so many at once. */
async function tryAll(
  documents: Iterable<GeneratedDocument>,
  atOnce: number,
): Promise<{ faults: string[]; asked: number; withData: number }> {
  const faults: string[] = [];
  let asked = 0;
  let withData = 0;
  const queue = documents[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (let next = queue.next(); !next.done && faults.length < 20; next = queue.next()) {
      const document = next.value;
      const role = roleOf(document.seed);
      const { fault, hasData } = await tried(document, role).catch((error: unknown) => ({
        fault: String(error),
        hasData: false,
      }));
      asked += 1;
      if (hasData) withData += 1;
      if (fault !== null)
        faults.push(
          `DABYL_SEED=${document.seed} DABYL_GENERATED=1 (${document.kind}, by ${role}): ${fault}\n${document.query.slice(0, 500)}`,
        );
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { faults, asked, withData };
}

function roleOf(seed: number): RoleName {
  return ROLES[seed % ROLES.length] ?? "nobody";
}

function* generated(
  isWanted: (document: GeneratedDocument) => boolean,
  roles: readonly RoleName[] = ROLES,
  count = COUNT,
): Generator<GeneratedDocument> {
  for (let seed = SEED; seed < SEED + count; seed += 1) {
    if (!roles.includes(roleOf(seed))) continue;
    const document = documentOf(schema, known, seed);
    if (isWanted(document)) yield document;
  }
}

describe(`${COUNT} operations made from the schema, from seed ${SEED}`, { timeout: 120_000 + 100 * COUNT }, () => {
  test("questions are answered the same over HTTP and over a socket, and never by an error of ours", async () => {
    const { faults, asked, withData } = await tryAll(
      generated(({ operation }) => operation !== "mutation"),
      IN_FLIGHT,
    );
    expect(faults).toEqual([]);
    // Three in ten of the questions that are generated, nonsense and limits among them, have an answer.
    if (COUNT >= 400) expect(withData / asked).toBeGreaterThan(0.3);
  });

  test("dossiers are answered the same, field by field, whether or not what they lead to is foreseen", async () => {
    const isDossier = ({ operation, query }: GeneratedDocument): boolean =>
      operation === "query" && query.includes("incident(");
    const documents = [...generated(isDossier, ROLES, 7 * COUNT)];
    const answers = async (): Promise<string[]> => {
      const found: string[] = [];
      for (const document of documents) {
        const answer = await overHttp(people[roleOf(document.seed)], document);
        found.push(`DABYL_SEED=${document.seed} ${JSON.stringify(comparable(answer))}`);
      }
      return found;
    };
    const habits = vi.spyOn(Habits.prototype, "isOne").mockReturnValue(true);
    const ahead = vi.spyOn(LookAhead.prototype, "askWith");
    const foreseen = await answers();
    const plans = ahead.mock.calls.length;
    ahead.mockImplementation((_steps, _loaders, question) => question());
    const asNeeded = await answers();
    ahead.mockRestore();
    habits.mockRestore();
    expect(foreseen).toEqual(asNeeded);
    if (COUNT >= 400) expect(plans).toBeGreaterThan(COUNT / 10);
  });

  test("so are mutations, one after another for each party, since they change what the next one sees", async () => {
    const lanes = ROLES.map((role) =>
      tryAll(
        // Who revokes its own token is heard no more.
        generated(({ operation, query }) => operation === "mutation" && !query.includes("revokeOwnToken"), [role]),
        1,
      ),
    );
    const results = await Promise.all(lanes);
    expect(results.flatMap(({ faults }) => faults)).toEqual([]);
    expect(await (await fetch(`${world.url}/health/ready`)).json()).toEqual({ status: "ready" });
  });
});

test("a question that fails in one place while it is read in another leaves no session of the database behind", async () => {
  const query =
    "{ incidents(first: 101) { nodes { id } } protectedObjects { nodes { owner { code } coverage { soc { code } } } } }";
  const document = { seed: 0, kind: "half", operation: "query", query, variables: {} } as const;
  // More often than the pool has sessions.
  for (let count = 0; count < 20; count += 1) {
    const { errors } = await overHttp(people.soc, document);
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", path: ["first"] } }]);
  }
});

test("an operation is made again by its seed", () => {
  expect(documentOf(schema, known, 42)).toEqual(documentOf(schema, known, 42));
});

test("nobody without a token gets a socket", async () => {
  await expect(sockets.nobody.asks({ query: "{ __typename }", variables: {} })).rejects.toThrow("4401");
});

describe("a limit is in the same place over HTTP and over a socket", () => {
  const nested = (levels: number): string => {
    const inner = "obligations { incident { ".repeat((levels - 4) / 2);
    return `{ incidents(first: 0) { nodes { ${inner} soc { id } ${"} }".repeat((levels - 4) / 2)} } } }`;
  };
  const aliased = (count: number): string =>
    `{ ${Array.from({ length: count }, (_, index) => `a${index}: __typename`).join(" ")} }`;
  // Sixteen of them beside the ids.
  const tokens = (count: number): string =>
    `{ incidents(filter: { socs: [${'"x" '.repeat(count - 16)}] }) { feedCursor } }`;
  const LIMITS: readonly (readonly [what: string, within: string, beyond: string])[] = [
    ["depth", nested(20), nested(22)],
    ["aliases", aliased(100), aliased(101)],
    ["tokens", tokens(20_000), tokens(20_001)],
  ];
  test.each(LIMITS)("%s", async (_what, within, beyond) => {
    for (const [query, isRefused] of [
      [within, false],
      [beyond, true],
    ] as const) {
      // prettier-ignore
      const document = { seed: 0, kind: "limit", operation: "query", query, variables: {} } as const;
      const codes = [await overHttp(people.centre, document), await sockets.centre.asks(document)].map(({ errors }) =>
        errors?.some(({ extensions }) => extensions?.code === "QUERY_TOO_COSTLY"),
      );
      expect(codes.map((code) => code === true)).toEqual([isRefused, isRefused]);
    }
  });
});
