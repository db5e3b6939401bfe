import { tokenOf } from "./servers/tokens.ts";

/** The queries that are measured, in each server's form, and a normal form in which the answers can be compared. */

export const SERVER_NAMES = ["gateway", "raw", "mercurius", "postgraphile"] as const;
export type ServerName = (typeof SERVER_NAMES)[number];

/** One HTTP request, ready to be sent repeatedly. */
export interface Request {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly token: string;
  readonly body: string | null;
}

/** A party that asks within its own scope, and the id to query with. */
export interface AskingParty {
  readonly id: string;
  readonly code: string;
}

/** How to query a server, and what its answers mean. */
export interface Asking {
  list(first: number, after: string | null): Request;
  listOfSoc(soc: AskingParty): Request;
  dossier(number: string): Request;
  dossierOfSoc(soc: AskingParty, number: string): Request;
  /** Null for a server that has no answer for an owner, which sees copies of its own. */
  listOfOwner(owner: AskingParty): Request | null;
  readList(answer: unknown): ListAnswer;
  readDossier(answer: unknown): unknown;
}

export interface ListAnswer {
  readonly rows: unknown;
  readonly hasNextPage: boolean;
  readonly end: string | null;
}

/** Rows on a page. */
export const PAGE = 20;

const CENTRE = tokenOf("CENTRE", "CENTRE_ANALYST");

type Tree = Readonly<Record<string, unknown>>;

function graphql(query: string, variables: object, token = CENTRE): Request {
  return { method: "POST", path: "/graphql", token, body: JSON.stringify({ query, variables }) };
}

function dataOf(answer: unknown): Record<string, Tree> {
  const { data, errors } = answer as { data?: Record<string, Tree>; errors?: unknown };
  if (errors || !data) throw new Error(`the answer is an error: ${JSON.stringify(errors ?? answer)}`);
  return data;
}

const OBLIGATION = "kind rule dueAt dischargedAt standing";
const CARD = `revision receivedAt registeredOn severity type scale occurredAt confirmedAt recurrence sign contours nature consequences
  measures note`;
const REPORT = "confirmedAt type summary severity receivedAt";
const REVIEW = "previous severity reason receivedAt";
const TOLD = "channel recipient notifiedAt note receivedAt";
const OBJECTS = "affectedObjects { description object { code name } }";

const LIST = `query List($first: Int!, $after: String) { incidents(first: $first, after: $after) {
  nodes { number type severity confirmedAt receivedAt soc { code name } obligations { ${OBLIGATION} } }
  pageInfo { hasNextPage endCursor } } }`;
const DOSSIER = `query Dossier($number: String!) { incident(number: $number) {
  number type severity confirmedAt occurredAt receivedAt soc { code name } ${OBJECTS} report { ${REPORT} }
  cardRevisions { ${CARD} ${OBJECTS} indicators { type value submitted } } severityReviews { ${REVIEW} }
  ownerNotifications { ${TOLD} } obligations { ${OBLIGATION} } } }`;

/** The gateway and Mercurius get exactly the same queries. */
const plain: Asking = {
  list: (first, after) => graphql(LIST, { first, after }),
  listOfSoc: ({ code }) => graphql(LIST, { first: PAGE, after: null }, tokenOf(code, "SOC_READER")),
  dossier: (number) => graphql(DOSSIER, { number }),
  dossierOfSoc: ({ code }, number) => graphql(DOSSIER, { number }, tokenOf(code, "SOC_READER")),
  listOfOwner: () => null,
  readList(answer) {
    const { nodes, pageInfo } = dataOf(answer)["incidents"] as { nodes: unknown; pageInfo: Tree };
    return { rows: nodes, hasNextPage: Boolean(pageInfo["hasNextPage"]), end: pageInfo["endCursor"] as string | null };
  },
  readDossier: (answer) => dataOf(answer)["incident"],
};

const gateway: Asking = {
  ...plain,
  listOfOwner: ({ code }) => graphql(LIST, { first: PAGE, after: null }, tokenOf(code, "OWNER")),
};

const raw: Asking = {
  list: (first, after) => ({
    method: "GET",
    path: `/list?first=${first}${after === null ? "" : `&after=${encodeURIComponent(after)}`}`,
    token: CENTRE,
    body: null,
  }),
  listOfSoc: ({ code }) => ({
    method: "GET",
    path: `/list-of-soc?first=${PAGE}`,
    token: tokenOf(code, "SOC_READER"),
    body: null,
  }),
  dossier: (number) => ({ method: "GET", path: `/dossier?number=${number}`, token: CENTRE, body: null }),
  dossierOfSoc: ({ code }, number) => ({
    method: "GET",
    path: `/dossier?number=${number}`,
    token: tokenOf(code, "SOC_READER"),
    body: null,
  }),
  listOfOwner: ({ code }) => ({
    method: "GET",
    path: `/list-of-owner?first=${PAGE}`,
    token: tokenOf(code, "OWNER"),
    body: null,
  }),
  readList(answer) {
    const { nodes, hasNextPage, end } = answer as { nodes: unknown; hasNextPage: boolean; end: string[] | null };
    return { rows: nodes, hasNextPage, end: end && end.join(",") };
  },
  readDossier: (answer) => answer,
};

const POSTGRAPHILE_ROW = `number type severity confirmedAt receivedAt soc: partyBySocId { code name }
  obligations: obligationsByIncidentId { nodes { ${OBLIGATION} } }`;
const POSTGRAPHILE_OBJECTS = "affected registered { nodes { code name } }";
const POSTGRAPHILE_DOSSIER = `query Dossier($number: String!) { incident: incidentByNumber(number: $number) {
  ${POSTGRAPHILE_ROW} occurredAt ${POSTGRAPHILE_OBJECTS} report: incidentReportByIncidentId { ${REPORT} }
  cardRevisions: incidentCardsByIncidentId(orderBy: [REVISION_ASC]) { nodes { ${CARD} ${POSTGRAPHILE_OBJECTS}
    indicators: indicatorsByCardId(orderBy: [ORDINAL_ASC]) { nodes { type value submitted } } } }
  severityReviews: severityReviewsByIncidentId(orderBy: [RECEIVED_AT_ASC, ROW_ID_ASC]) { nodes { ${REVIEW} } }
  ownerNotifications: ownerNotificationsByIncidentId(orderBy: [RECEIVED_AT_ASC, ROW_ID_ASC]) { nodes { ${TOLD} } } } }`;

function postgraphileList(condition: string): string {
  return `query List($first: Int!, $after: Cursor) {
    incidents: allIncidents(first: $first, after: $after, orderBy: [RECEIVED_AT_DESC, ROW_ID_DESC]${condition}) {
    nodes { ${POSTGRAPHILE_ROW} } pageInfo { hasNextPage endCursor } } }`;
}

const postgraphile: Asking = {
  list: (first, after) => graphql(postgraphileList(""), { first, after }),
  listOfSoc: ({ id, code }) =>
    graphql(
      postgraphileList(`, condition: { socId: "${id}" }`),
      { first: PAGE, after: null },
      tokenOf(code, "SOC_READER"),
    ),
  dossier: (number) => graphql(POSTGRAPHILE_DOSSIER, { number }),
  dossierOfSoc: ({ code }, number) => graphql(POSTGRAPHILE_DOSSIER, { number }, tokenOf(code, "SOC_READER")),
  listOfOwner: () => null,
  readList(answer) {
    const list = plain.readList(answer);
    return { ...list, rows: unwrap(list.rows) };
  },
  readDossier: (answer) => unwrap(dataOf(answer)["incident"]),
};

export const ASKING: Readonly<Record<ServerName, Asking>> = { gateway, raw, mercurius: plain, postgraphile };

/** Turns PostGraphile's connections into plain lists, and puts each registered object beside what was said of it. */
function unwrap(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unwrap);
  if (typeof value !== "object" || value === null) return value;
  const { nodes, affected, registered, ...rest } = value as Tree;
  if (Array.isArray(nodes)) return unwrap(nodes);
  const unwrapped = Object.fromEntries(Object.entries(rest).map(([name, member]) => [name, unwrap(member)]));
  if (!Array.isArray(affected)) return unwrapped;
  const objects = unwrap(registered) as readonly Tree[];
  const affectedObjects = (affected as readonly Tree[]).map(({ code, description }) => ({
    description,
    object: objects.find((object) => object["code"] === code) ?? null,
  }));
  return { ...unwrapped, affectedObjects };
}

/** The form in which all four answers must be equal: names sorted, instants in milliseconds, duties by rule. */
export function normal(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(normal);
    const isObligations = items.every((item) => typeof item === "object" && item !== null && "dueAt" in item);
    return isObligations ? items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : items;
  }
  if (typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value)) return Date.parse(value);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, normal(member)]));
}

/** Sends one request and returns the answer's JSON. */
export async function ask(url: string, { method, path, token, body }: Request): Promise<unknown> {
  const headers = {
    authorization: `Bearer ${token}`,
    ...(body === null ? {} : { "content-type": "application/json" }),
  };
  const response = await fetch(url + path, { method, headers, body });
  if (!response.ok) throw new Error(`${url}${path} answers ${response.status}: ${await response.text()}`);
  return response.json();
}
