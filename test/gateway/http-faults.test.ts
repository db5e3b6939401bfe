import { expect, test } from "vitest";
import { sharedGateway, type TestGateway } from "../support/gateway.js";
import { RawConnection } from "../support/raw.js";
import { RawSocket } from "../support/raw-socket.js";

const shared = sharedGateway();

type Asked = RequestInit & { readonly path?: string };
type Reported = {
  readonly errors: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
};

async function asked(world: TestGateway, token: string, { path = "/graphql", headers, ...rest }: Asked) {
  const all = { authorization: `Bearer ${token}`, ...(headers as Record<string, string>) };
  const answer = await fetch(`${world.url}${path}`, { headers: all, redirect: "manual", ...rest });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

const json = { "content-type": "application/json" };
const cp1251 = Buffer.concat([Buffer.from('{"query":"{ me { name } } # '), Buffer.from("d4e8f8e8ede3", "hex"), Buffer.from('"}')]); // prettier-ignore

/** Requests that are none of GraphQL over HTTP, with the status that each is answered with. */
const FAULTS: readonly (readonly [what: string, status: number, code: string, request: Asked])[] = [
  ["bytes that are not UTF-8", 400, "BAD_REQUEST", { method: "POST", headers: json, body: cp1251 }],
  ["overlong bytes", 400, "BAD_REQUEST", { method: "POST", headers: json, body: Buffer.from("227b7dc0af22", "hex") }],
  ["another charset", 415, "BAD_REQUEST", { method: "POST", headers: { "content-type": "application/json; charset=windows-1251" }, body: cp1251 }], // prettier-ignore
  ["a coding", 415, "BAD_REQUEST", { method: "POST", headers: { ...json, "content-encoding": "gzip" }, body: "{}" }],
  ["another type", 415, "BAD_REQUEST", { method: "POST", headers: { "content-type": "text/plain" }, body: "{}" }],
  ["no JSON", 400, "BAD_REQUEST", { method: "POST", headers: json, body: "{" }],
  ["an empty body", 400, "BAD_REQUEST", { method: "POST", headers: json, body: "" }],
  ["no object", 400, "BAD_REQUEST", { method: "POST", headers: json, body: "null" }],
  ["a batch", 400, "BAD_REQUEST", { method: "POST", headers: json, body: '[{"query":"{ __typename }"}]' }],
  ["no document", 400, "BAD_REQUEST", { method: "POST", headers: json, body: '{"query":7}' }],
  ["variables that are a text", 400, "BAD_REQUEST", { method: "POST", headers: json, body: '{"query":"{ __typename }","variables":""}' }], // prettier-ignore
  ["a name that is a number", 400, "BAD_REQUEST", { method: "POST", headers: json, body: '{"query":"{ __typename }","operationName":1}' }], // prettier-ignore
  ["extensions that are a list", 400, "BAD_REQUEST", { method: "POST", headers: json, body: '{"query":"{ __typename }","extensions":[]}' }], // prettier-ignore
  ["an address of other bytes", 400, "BAD_REQUEST", { path: "/graphql?query=%7B__typename%7D%20%23%D4%E8" }],
  ["a parameter twice", 400, "BAD_REQUEST", { path: "/graphql?query=%7Bme%7Bname%7D%7D&query=%7B__typename%7D" }],
  ["variables in an address that are no JSON", 400, "BAD_REQUEST", { path: "/graphql?query=%7B__typename%7D&variables=x" }], // prettier-ignore
  ["a mutation by GET", 405, "BAD_REQUEST", { path: `/graphql?query=${encodeURIComponent('mutation { registerSoc(input: { code: "X", name: "X" }) { __typename } }')}` }], // prettier-ignore
  ["another method", 405, "BAD_REQUEST", { method: "OPTIONS" }],
  ["a type of answer that there is not", 406, "BAD_REQUEST", { path: "/graphql?query=%7B__typename%7D", headers: { accept: "text/csv" } }], // prettier-ignore
  ["an address with a slash too much", 404, "NOT_FOUND", { path: "/graphql/", method: "POST", headers: json, body: "{}" }], // prettier-ignore
  ["an address that cannot be read", 400, "BAD_REQUEST", { path: "/%zz" }],
];

test("what is no request of GraphQL gets the right status, in the caller's language, with a request's id", async () => {
  const world = shared();
  const { token } = await world.soc();
  for (const [what, status, code, request] of FAULTS) {
    const messages = new Set<string>();
    for (const language of ["kk", "ru", "en"]) {
      const headers = { "accept-language": language, ...(request.headers as Record<string, string>) };
      const answer = await asked(world, token, { ...request, headers });
      expect(answer.status, what).toBe(status);
      const { errors } = JSON.parse(answer.text) as Reported;
      expect(errors, what).toMatchObject([
        { extensions: { code, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) } },
      ]);
      messages.add(errors[0]?.message ?? "");
      expect(answer.text, what).not.toMatch(/not visible to you|FST_|Bad Request/);
    }
    expect(messages.size, what).toBe(3);
  }
});

test("an empty operationName is none, and an empty one in an address too", async () => {
  const world = shared();
  const { token } = await world.soc();
  for (const query of ["{ ...F } fragment F on Query { __typename }", "query Only { __typename }"]) {
    const body = JSON.stringify({ query, operationName: "", variables: null });
    const post = await asked(world, token, { method: "POST", headers: json, body });
    expect(post.text).toContain('{"__typename":"Query"}');
    const path = `/graphql?query=${encodeURIComponent(query)}&operationName=&variables=`;
    expect((await asked(world, token, { path })).text).toContain('{"__typename":"Query"}');
  }
});

test("every answer keeps browsers from sniffing and from sending referrers; the page connects to its own host only", async () => {
  const world = shared();
  for (const path of ["/", "/graphql", "/nowhere", "/health/live", "/schema.graphql"]) {
    const { headers } = await asked(world, "", { path, headers: { accept: "text/html" } });
    expect(Object.fromEntries(headers)).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" }); // prettier-ignore
  }
  const page = await asked(world, "", { headers: { accept: "text/html" } });
  const { host } = new URL(world.url);
  expect(page.headers.get("content-security-policy")).toContain(`connect-src 'self' ws://${host} wss://${host};`);
  using connection = await RawConnection.to(world.url);
  connection.send(`GET /graphql HTTP/1.1\r\nhost: x; script-src *\r\naccept: text/html\r\n\r\n`);
  expect(await connection.answers(1)).toContain("connect-src 'self';");
});

test("an answer of many faults is no larger than a hundred of them have to be", async () => {
  const soc = await shared().soc();
  const name = "L".repeat(128);
  const unused = Array.from({ length: 300 }, (_, n) => `$a${n}: Int`).join(" ");
  const faulty = await soc.asks(`query ${name}(${unused}) { me { __typename } }`);
  // And one that says that there are more.
  expect(faulty.errors).toHaveLength(101);
  expect(JSON.stringify(faulty).length).toBeLessThan(100_000);
  const values = Array.from({ length: 1_000 }, () => "no status");
  const wrong = await soc.asks(`query ($${name}: [ID!]) { incidents(filter: { socs: $${name} }) { nodes { id } } }`, {
    [name]: values.map(() => ({})),
  });
  expect(wrong.errors?.length).toBeLessThanOrEqual(100);
  expect(JSON.stringify(wrong).length).toBeLessThan(100_000);
});

test("JSON of more parts than any card has is refused before it is parsed", async () => {
  const soc = await shared().soc();
  const answer = await fetch(`${soc.world.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${soc.token}` },
    body: `{"query":"{ __typename }","variables":{"a":[${"{},".repeat(400_000)}1]}}`,
  });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain("500000");
  using socket = await RawSocket.open(soc.world.url, soc.token);
  socket.send(`{"type":"ping","payload":[${"{},".repeat(400_000)}1]}`);
  expect(await socket.closed).toMatchObject({ code: 1009 });
});
