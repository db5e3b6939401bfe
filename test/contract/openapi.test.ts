import { fastify } from "fastify";
import { expect, test } from "vitest";
import { readConfig } from "../../src/platform/config.js";
import { ExchangeDoor } from "../../src/server/exchange/door.js";
import { OPENAPI, openapiFaults, operations, resolved, schemaFaults } from "../support/openapi.js";

/** R13.2: the description of the documents' door for programs is valid, and describes all of it. */

test("R13.2: it is valid OpenAPI 3.1, and a fault in it is seen", () => {
  expect(openapiFaults(OPENAPI)).toEqual([]);
  expect(openapiFaults({ ...OPENAPI, info: {} })).not.toEqual([]);
});

test("R13.2: every reference leads to something, and every component is referred to", () => {
  const referred = new Set<string>();
  JSON.stringify(OPENAPI, (name, value: unknown) => {
    if (name === "$ref") {
      resolved({ $ref: value });
      referred.add(String(value));
    }
    return value;
  });
  const { securitySchemes: _, ...sections } = OPENAPI.components as unknown as Record<string, object>;
  const all = Object.entries(sections).flatMap(([section, held]) =>
    Object.keys(held).map((name) => `#/components/${section}/${name}`),
  );
  expect(all.filter((one) => !referred.has(one))).toEqual([]);
});

test("R13.2: every schema in it is one that a validator takes", () => {
  for (const name of Object.keys(OPENAPI.components.schemas))
    expect([name, schemaFaults({ $ref: `#/components/schemas/${name}` }, undefined)]).not.toEqual([name, []]);
});

test("R13.2: operations have names of their own, and name the parameters of their paths", () => {
  const ids = operations().map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { path, operation } of operations()) {
    const inPath = (operation.parameters ?? []).map(resolved).filter((one) => one.in === "path");
    expect([path, inPath.map(({ name }) => name)]).toEqual([
      path,
      [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
    ]);
  }
});

test("R13.2: every refusal is a problem in both formats, whoever is asked who they are may be 401, and everybody too fast 429", () => {
  for (const { path, method, operation } of operations()) {
    const statuses = Object.keys(operation.responses);
    const isPublic = path.startsWith("/exchange/schema/");
    expect([path, method, statuses]).toEqual([
      path,
      method,
      expect.arrayContaining(["200", "429", ...(isPublic ? [] : ["401"])]),
    ]);
    for (const status of statuses.filter((one) => one === "202" || Number(one) >= 400)) {
      const { content } = resolved(operation.responses[status]) ?? {};
      expect(Object.keys(content ?? {})).toEqual(["application/problem+json", "application/problem+xml"]);
    }
  }
});

/** The routes that the gateway registers, by Fastify's own account, as `POST /exchange/documents`. */
async function routes(): Promise<string[]> {
  const found: string[] = [];
  const app = fastify();
  app.addHook("onRoute", ({ method, url }) => void found.push(...[method].flat().map((one) => `${one} ${url}`)));
  const parts = { config: readConfig({}), documents: {} } as ConstructorParameters<typeof ExchangeDoor>[0];
  const door = new ExchangeDoor(parts, {} as never, {} as never);
  await app.register((scope) => door.register(scope), { prefix: "/exchange" });
  await app.ready();
  await app.close();
  return found;
}

test("R13.2: it has every route that the gateway registers, and no other; HEAD is where GET is, but for registers", async () => {
  const registered = await routes();
  // A print is the same route: its ending is part of the name.
  const described = operations().map(({ path, method }) =>
    `${method.toUpperCase()} ${path}`.replace(/\.(pdf|html|\{format\})$/, "").replaceAll(/\{\w+\}/g, ":"),
  );
  const plain = registered.map((route) => route.replaceAll(/:\w+/g, ":"));
  expect(new Set(plain.filter((route) => !route.startsWith("HEAD")))).toEqual(new Set(described));
  const gets = plain.filter((route) => route.startsWith("GET") && !route.includes("/registers/"));
  expect(plain.filter((route) => route.startsWith("HEAD")).toSorted()).toEqual(
    gets.map((route) => route.replace("GET", "HEAD")).toSorted(),
  );
});
