import { serverAudits } from "graphql-http";
import { expect, test, vi } from "vitest";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { Preparation } from "../../src/server/prepare-operation.js";
import { sharedGateway, startGateway } from "../support/gateway.js";

const shared = sharedGateway();

test("the GraphQL-over-HTTP audit suite finds no error", async () => {
  const world = shared();
  const soc = await world.soc();
  const audits = serverAudits({
    url: `${world.url}/graphql`,
    fetchFn: (url: string, options: RequestInit = {}) =>
      fetch(url, {
        ...options,
        headers: { ...(options.headers as Record<string, string>), authorization: `Bearer ${soc.token}` },
      }),
  });
  expect(audits.length).toBeGreaterThan(50);
  const found = await Promise.all(audits.map((audit) => audit.fn()));
  expect(found.flatMap((result) => (result.status === "error" ? [`${result.id} ${result.reason}`] : []))).toEqual([]);
});

test("Apollo takes the document that we have prepared, and prepares none itself", async () => {
  const soc = await shared().soc();
  const taken = vi.spyOn(Preparation.prototype, "preparedBefore");
  try {
    await soc.gets("{ me { roles } }", {});
    expect(taken.mock.results.map(({ value }) => (value as { kind?: string } | null)?.kind)).toEqual(["Document"]);
  } finally {
    taken.mockRestore();
  }
});

test("the public graphql-ws client works for queries, mutations and subscriptions", async () => {
  const world = shared();
  const soc = await world.soc();
  const client = createClient({
    url: `${world.url.replace(/^http/, "ws")}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${soc.token}`, acceptLanguage: "ru" },
  });
  const once = async (query: string): Promise<unknown> => (await client.iterate({ query }).next()).value;
  expect(await once("{ me { roles } }")).toMatchObject({ data: { me: { roles: ["SOC_OPERATOR"] } } });
  const feed = client.iterate({ query: "subscription { incidentFeed { kind incident { number } } }" });
  const frame = feed.next();
  await once("{ __typename }");
  const report = `mutation { reportIncident(input: { submissionKey: "ws", confirmedAt: "2026-03-01T09:59:00Z", type: SPAM,
    summary: "x", affectedObjects: [{ description: "y" }], severity: HIGH }) { __typename ... on ReportAccepted { incident { number } warnings { message } } } }`;
  expect(await once(report)).toMatchObject({
    data: {
      reportIncident: {
        __typename: "ReportAccepted",
        warnings: [{ message: expect.stringContaining("таблице уровней") }],
      },
    },
  });
  expect((await frame).value).toMatchObject({ data: { incidentFeed: { kind: "REPORTED" } } });
  await client.dispose();
});

test("limits, form and language are the same over the socket as over HTTP", async () => {
  const world = shared();
  const soc = await world.soc();
  const client = createClient({
    url: `${world.url.replace(/^http/, "ws")}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${soc.token}`, acceptLanguage: "kk" },
  });
  const documents = [
    `{ ${Array.from({ length: 101 }, (_, index) => `a${index}: me { name }`).join(" ")} }`,
    `{ me { ${"name ".repeat(20_000)} } }`,
    `mutation { reportIncident(input: { submissionKey: "k", type: NOTHING, confirmedAt: "x", summary: "", affectedObjects: [{}] }) { __typename } }`,
    "{ nonsense }",
    "{ unfinished",
    `{ incidents(first: 1000) { nodes { id } } }`,
    `mutation { reviewSeverity(input: { submissionKey: "k", incidentId: "none", severity: LOW }) { __typename } }`,
  ];
  const plain = (errors: readonly { message: string; extensions: Record<string, unknown> }[] | undefined) =>
    errors?.map(({ message, extensions: { code, path } }) => ({ message, code, path }));
  for (const query of documents) {
    const overHttp = await soc.speaking("kk").asks(query);
    const overSocket = await new Promise<unknown>((resolve) =>
      client.subscribe(
        { query },
        { next: (result) => resolve(result.errors), error: resolve, complete: () => undefined },
      ),
    );
    expect(plain(overSocket as never), query.slice(0, 60)).toEqual(plain(overHttp.errors as never));
    expect(overHttp.errors).toBeDefined();
  }
  await client.dispose();
});

test("a subscription over HTTP is refused with where to follow it", async () => {
  const world = shared();
  const soc = await world.soc();
  const { status, errors } = await soc.asks("subscription { incidentFeed { cursor } }");
  expect(status).toBe(400);
  expect(errors).toMatchObject([{ message: expect.stringContaining("ws://"), extensions: { code: "BAD_USER_INPUT" } }]);
});

test("health says that it lives and that it is ready, and no longer ready without its database", async () => {
  await using world = await startGateway();
  const status = async (path: string): Promise<number> => (await fetch(`${world.url}${path}`)).status;
  expect(await status("/health/live")).toBe(200);
  expect(await status("/health/ready")).toBe(200);
  await world.database.close();
  expect(await status("/health/live")).toBe(200);
  expect(await status("/health/ready")).toBe(503);
  await world.database.open();
  expect(await status("/health/ready")).toBe(200);
});

test("a browser at /graphql gets a GraphiQL whose every part is served from here", async () => {
  const world = shared();
  const page = await fetch(`${world.url}/graphql`, { headers: { accept: "text/html,application/xhtml+xml" } });
  expect(page.headers.get("content-type")).toContain("text/html");
  expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  const html = await page.text();
  expect(html).not.toMatch(/https?:\/\//);
  const parts = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1] ?? "");
  expect(parts.length).toBeGreaterThan(4);
  for (const part of parts) {
    const answer = await fetch(`${world.url}${part}`);
    expect(answer.status, part).toBe(200);
    const imported = [...(await answer.text()).matchAll(/from ['"](\/graphiql\/[^'"]+|\.\/[^'"]+)['"]/g)].map(
      (match) => match[1],
    );
    if (part.endsWith("page.js"))
      for (const module of imported) expect((await fetch(`${world.url}${module}`)).status, module).toBe(200);
  }
});

test("a program that asks /graphql by GET gets an answer, not a page", async () => {
  const world = shared();
  const { token } = await world.soc();
  const answer = await fetch(`${world.url}/graphql?query=${encodeURIComponent("{ __typename }")}`, {
    headers: { accept: "application/graphql-response+json", authorization: `Bearer ${token}` },
  });
  expect(answer.headers.get("content-type")).toContain("application/graphql-response+json");
  expect(await answer.json()).toMatchObject({ data: { __typename: "Query" } });
});
