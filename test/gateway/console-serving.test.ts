import { afterAll, beforeAll, expect, test } from "vitest";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { builtConsole, CODE, LARGE, PAGE } from "../support/built-console.js";
import { startGateway, type TestGateway } from "../support/gateway.js";
import { head, RawConnection } from "../support/raw.js";

const SCRIPT = "/assets/it-0a1b2c3d.js";
const FOREVER = "public, max-age=31536000, immutable";

let world: TestGateway;
beforeAll(async () => {
  world = await startGateway({ settings: { CONSOLE_DIR: await builtConsole(), TRUSTED_PROXIES: "127.0.0.1" } });
});
afterAll(() => world[Symbol.asyncDispose]());

/** An answer with its body as it was sent, not decompressed. */
async function sent(target: string, fields: readonly string[] = [], method = "GET") {
  using connection = await RawConnection.to(world.url);
  connection.send(head(`${method} ${target}`, "connection: close", ...fields));
  const text = await connection.closed();
  const [top = "", ...rest] = text.split("\r\n\r\n");
  const [line = "", ...lines] = top.split("\r\n");
  const headers = Object.fromEntries(
    lines.map((one) => [one.split(": ")[0]?.toLowerCase(), one.replace(/^[^:]*: /, "")]),
  );
  return { status: Number(line.split(" ")[1]), headers, body: Buffer.from(rest.join("\r\n\r\n"), "latin1") };
}

test("every address of the console's pages answers with its page, and so does one with a query", async () => {
  for (const target of [
    "/",
    "/wall",
    "/wall?wall=1",
    "/incidents/DEMO-WATER-2026-0007",
    "/incidents/%D2%9A",
    "/administration/socs/new",
  ]) {
    // prettier-ignore
    const { status, headers, body } = await sent(target);
    expect([target, status, headers["content-type"], body.toString()]).toEqual([target, 200, "text/html; charset=utf-8", PAGE]); // prettier-ignore
    expect(headers["cache-control"]).toBe("no-cache");
  }
});

test("other addresses are refused as if there were no console, also those that try to leave its folder or ask for what it is made of", async () => {
  const strange = ["/nowhere", "/incidents", "/incidents/X/card", "/administration", "/wall/", "/assets", "/assets/", "/assets/none.js", "/built.json", "/index.html", `${SCRIPT}.br`, `${SCRIPT}.gz`, "/assets/../built.json", "/assets/%2e%2e/built.json", "/assets/..%2f..%2fpackage.json", "/assets/..%5c..%5cpackage.json", "/%2e%2e/%2e%2e/etc/passwd", "/assets/%00", "/Assets/it-0a1b2c3d.js", "//wall"]; // prettier-ignore
  for (const target of strange) {
    const { status, headers, body } = await sent(target, ["accept: text/html"]);
    expect([target, [400, 404].includes(status), headers["content-type"]]).toEqual([target, true, "application/json; charset=utf-8"]); // prettier-ignore
    expect(JSON.parse(body.toString()), target).toMatchObject({ errors: [{ extensions: { code: expect.stringMatching(/NOT_FOUND|BAD_REQUEST/) } }] }); // prettier-ignore
  }
});

test("a page runs code of this gateway alone, connects to no other host and is shown in no frame", async () => {
  const { host } = new URL(world.url);
  for (const target of ["/", SCRIPT]) {
    const { headers } = await sent(target);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "permissions-policy": "camera=(), microphone=(), geolocation=()",
    });
    const policy = headers["content-security-policy"] ?? "";
    for (const directive of [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self' ws://gateway.test wss://gateway.test",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ])
      // prettier-ignore
      expect(policy.split("; ")).toContain(directive);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  }
  const answer = await fetch(world.url);
  expect(answer.headers.get("content-security-policy")).toContain(`connect-src 'self' ws://${host} wss://${host};`);
});

test("what has a hash in its name is kept for ever; the page is asked for again, and is not sent to whoever has it", async () => {
  const script = await sent(SCRIPT);
  expect(script.headers["cache-control"]).toBe(FOREVER);
  expect(script.headers["content-type"]).toBe("text/javascript; charset=utf-8");
  const { etag = "" } = (await sent("/")).headers;
  for (const held of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
    const again = await sent("/wall", [`if-none-match: ${held}`]);
    expect([held, again.status, again.body.length, again.headers["etag"]]).toEqual([held, 304, 0, etag]);
    expect(again.headers["content-security-policy"]).toContain("default-src 'none'");
  }
  expect((await sent("/", ['if-none-match: "other"'])).status).toBe(200);
});

test("a file is sent in the smallest coding that the caller takes, each with a tag of its own", async () => {
  const decoded = { br: brotliDecompressSync, gzip: gunzipSync, none: (body: Buffer) => body };
  const cases: readonly (readonly [accepted: string | null, coding: keyof typeof decoded])[] = [
    [null, "none"],
    ["identity", "none"],
    ["deflate", "none"],
    ["gzip", "gzip"],
    ["x-gzip", "gzip"],
    ["gzip, deflate, br, zstd", "br"],
    ["br;q=0, gzip", "gzip"],
    ["br;q=0.5, gzip;q=0.9", "gzip"],
    ["gzip;q=0, *", "br"],
    ["br;q=0, *;q=0", "none"],
    ["BR", "br"],
    ["br;q=nonsense", "br"],
  ];
  const tags = new Map<string, string | undefined>();
  for (const [accepted, coding] of cases) {
    const fields = accepted === null ? [] : [`accept-encoding: ${accepted}`];
    const { status, headers, body } = await sent(SCRIPT, fields);
    expect([accepted, status, headers["content-encoding"] ?? "none", headers["vary"]]).toEqual([accepted, 200, coding, "accept-encoding"]); // prettier-ignore
    expect(decoded[coding](body).toString()).toBe(CODE);
    tags.set(coding, headers["etag"]);
  }
  expect(new Set(tags.values()).size).toBe(3);
  expect((await sent("/assets/letters-4e5f6a7b.woff2", ["accept-encoding: br"])).headers).not.toHaveProperty("vary");
});

test("HEAD says what GET would, without the body; other methods are refused", async () => {
  for (const target of ["/", "/incidents/X", SCRIPT]) {
    const [got, asked] = [await sent(target), await sent(target, [], "HEAD")];
    expect(asked.body.length).toBe(0);
    const { date: _, ...headers } = asked.headers;
    expect([asked.status, got.headers]).toEqual([200, expect.objectContaining(headers)]);
    for (const method of ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
      expect([method, (await sent(target, ["content-length: 0"], method)).status]).toEqual([method, 404]);
  }
});

test("a network is sent so much of the console; another one is not kept from it, nor who fetches nothing new", async () => {
  const from = async (network: string, { method = "GET", held = "" } = {}) => {
    const headers = { "x-forwarded-for": network, "if-none-match": held };
    const answer = await fetch(`${world.url}${LARGE}`, { method, headers });
    return { status: answer.status, headers: answer.headers, bytes: (await answer.arrayBuffer()).byteLength };
  };
  const first = await from("192.0.2.1");
  let [bytes, answered] = [first.bytes, await from("192.0.2.1")];
  for (; answered.status === 200; answered = await from("192.0.2.1")) bytes += answered.bytes;
  // Some seconds' worth more, if it takes that long.
  expect(bytes).toBeGreaterThan(30_000_000);
  expect(bytes).toBeLessThan(90_000_000);
  expect([answered.status, answered.headers.get("retry-after")]).toEqual([429, expect.stringMatching(/^\d+$/)]);
  expect((await from("192.0.2.1", { method: "HEAD" })).status).toBe(200);
  expect((await from("192.0.2.1", { held: first.headers.get("etag") ?? "" })).status).toBe(304);
  expect((await from("192.0.2.2")).status).toBe(200);
});

test("GraphiQL, health and the documents' door are where they were", async () => {
  expect((await sent("/graphql", ["accept: text/html"])).body.toString()).toContain("GraphiQL");
  expect((await sent("/health/live")).status).toBe(200);
  expect((await sent("/exchange/nothing")).headers["content-type"]).toContain("problem+json");
});
