import fc from "fast-check";
import { WEBSOCKET } from "./raw.js";

/** What an unauthenticated client or one with a token may send: bytes on a connection, in one or several pieces. */
export interface RawAttempt {
  readonly kind: string;
  readonly pieces: readonly Buffer[];
}

const TARGETS = ["/graphql", "/graphql?query=%7B__typename%7D", "/", "//", "/%zz", "/%", "*", "/health/ready", "/schema.graphql", "/graphql/", "http://[", "http://gateway.test/graphql", "/graphql?query=%ff", "/graphql?variables=%7B", "/\u00ff", "?", "/..//..", "/graphiql/page.js"]; // prettier-ignore
const METHODS = ["GET", "POST", "HEAD", "PUT", "OPTIONS", "DELETE", "PATCH", "CONNECT", "TRACE", "PRI", "get", "", "QUERY", "M-SEARCH"]; // prettier-ignore
const FIELDS = ["content-type: application/json", "content-type: application/json; charset=koi8-r", "content-type: text/plain", "content-type", "content-length: 5", "content-length: -1", "content-length: 99999999999", "transfer-encoding: chunked", "transfer-encoding: gzip, chunked", "connection: close", "connection: Upgrade", "connection: keep-alive, Upgrade", "upgrade: h2c", "upgrade: websocket", "upgrade: ", "expect: 100-continue", "expect: nonsense", "accept: text/html", "accept: */*;q=0", "accept: application/graphql-response+json", "authorization: Bearer", "authorization: Basic Og==", "x-forwarded-for: ::1, x", "host: [", "host: a, b", "accept-language: kk;q=x", "cookie: a=b", "content-encoding: br", " folded", "a\u0000: b", ": empty", ...WEBSOCKET]; // prettier-ignore
const BODIES = ['{"query":"{ __typename }"}', '{"query":"{ me { name } }","operationName":""}', "[]", "null", '"', "{", '{"query":1}', '{"query":"{ __typename }","variables":[]}', '{"__proto__":{"query":"x"}}', '{"query":"subscription { incidentFeed { at } }"}', "\uFEFF{}", "", "0\r\n\r\n", "5\r\n{\"a\":\r\n0\r\n\r\n", "zz\r\n"]; // prettier-ignore

const junk = fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes));
const broken = (text: string) =>
  fc.tuple(fc.nat(text.length), fc.nat(8), junk).map(([at, length, by]) => {
    const bytes = Buffer.from(text, "latin1");
    return Buffer.concat([bytes.subarray(0, at), by, bytes.subarray(at + length)]);
  });
/** The same bytes in up to three pieces. */
const cut = (bytes: Buffer) =>
  fc.array(fc.nat(bytes.length), { maxLength: 2 }).map((places) => {
    const ends = [0, ...places.toSorted((a, b) => a - b), bytes.length];
    return ends.slice(1).map((end, index) => bytes.subarray(ends[index], end));
  });

/** A request's head and body as a string: correct in most places. */
const request = (token: string) =>
  fc
    .record({
      method: fc.constantFrom("GET", "POST", ...METHODS),
      target: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...TARGETS) }, { weight: 1, arbitrary: fc.string({ maxLength: 40 }).map((text) => text.replaceAll(/[\s]/g, "")) }), // prettier-ignore
      version: fc.oneof({ weight: 9, arbitrary: fc.constant("HTTP/1.1") }, { weight: 1, arbitrary: fc.constantFrom("HTTP/1.0", "HTTP/2.0", "HTTP/9", "") }), // prettier-ignore
      fields: fc.array(fc.constantFrom(...FIELDS, `authorization: Bearer ${token}`), { maxLength: 8 }),
      body: fc.constantFrom(...BODIES),
      isMeasured: fc.boolean(),
    })
    .map(({ method, target, version, fields, body, isMeasured }) =>
      [
        `${method} ${target} ${version}`.trimEnd(),
        "host: gateway.test",
        ...fields,
        ...(isMeasured ? [`content-length: ${Buffer.byteLength(body)}`] : []),
        "",
        body,
      ].join("\r\n"),
    );

const upgrade = fc
  .record({
    target: fc.constantFrom("/graphql", "/graphql?x=%", ...TARGETS),
    fields: fc.subarray([...WEBSOCKET, "sec-websocket-extensions: permessage-deflate", "sec-websocket-extensions: ;;", "sec-websocket-protocol: ,", "origin: null"], { minLength: 3 }), // prettier-ignore
    after: junk,
  })
  .map(({ target, fields, after }) =>
    Buffer.concat([
      Buffer.from(`GET ${target} HTTP/1.1\r\nhost: gateway.test\r\n${fields.join("\r\n")}\r\n\r\n`),
      after,
    ]),
  );

/** Bytes on their own connection. */
export function rawAttempt(token: string): fc.Arbitrary<RawAttempt> {
  const kinds: readonly (readonly [weight: number, kind: string, bytes: fc.Arbitrary<Buffer>])[] = [
    [1, "junk", junk],
    [4, "a request", request(token).map((text) => Buffer.from(text, "latin1"))],
    [3, "a broken request", request(token).chain(broken)],
    [2, "two requests", fc.tuple(request(token), request(token)).map((both) => Buffer.from(both.join(""), "latin1"))],
    [3, "an upgrade", upgrade],
    [1, "a broken upgrade", upgrade.chain((bytes) => broken(bytes.toString("latin1")))],
    [1, "a long head", fc.nat(40_000).map((length) => Buffer.from(`GET /${"a".repeat(length)} HTTP/1.1\r\nhost: x\r\n\r\n`))], // prettier-ignore
  ];
  return fc.oneof(
    ...kinds.map(([weight, kind, bytes]) => ({
      weight,
      arbitrary: bytes.chain(cut).map((pieces) => ({ kind, pieces })),
    })),
  );
}

const MESSAGES = [{ type: "ping" }, { type: "ping", payload: { a: 1 } }, { type: "pong" }, { type: "connection_init" }, { type: "connection_init", payload: null }, { type: "connection_init", payload: { authorization: 7, acceptLanguage: {} } }, { type: "connection_init", payload: { authorization: "x" } }, { type: "connection_ack" }, { type: "next", id: "1", payload: {} }, { type: "complete", id: "1" }, { type: "complete" }, { type: "subscribe", id: "1", payload: { query: "{ __typename }" } }, { type: "subscribe", id: "1", payload: { query: "{ me { name } }", operationName: "" } }, { type: "subscribe", id: "1", payload: { query: "subscription { incidentFeed { at } }" } }, { type: "subscribe", id: "2", payload: { query: "{" } }, { type: "subscribe", id: "", payload: { query: "{ __typename }" } }, { type: "subscribe", id: "__proto__", payload: { query: "{ __typename }", variables: { __proto__: 1 } } }, { type: "subscribe", id: "constructor", payload: { query: "{ __typename }", variables: [] } }, { type: "subscribe", id: 1, payload: {} }, { type: "__proto__" }, { type: 7 }, [], 1, null, "x", {}]; // prettier-ignore

/**
 * Messages on a socket, some before or instead of `connection_init`, some longer than the limit; a Buffer is sent as a binary
 * message.
 */
export function socketMessages(token: string, longest: number): fc.Arbitrary<readonly (string | Buffer)[]> {
  const init = { type: "connection_init", payload: { authorization: `Bearer ${token}` } };
  const texts = fc.constantFrom(...MESSAGES, init).map((message) => JSON.stringify(message));
  const message = fc.oneof(
    { weight: 8, arbitrary: texts },
    { weight: 1, arbitrary: texts.chain(broken).map((bytes) => bytes.toString("latin1")) },
    { weight: 1, arbitrary: junk },
    { weight: 1, arbitrary: texts.map((text) => Buffer.from(text)) },
    { weight: 1, arbitrary: fc.constantFrom(" ", "{").map((text) => text.repeat(longest + 1)) },
  );
  const rest = fc.array(message, { maxLength: 12 });
  return fc
    .tuple(fc.boolean(), rest)
    .map(([isLetIn, messages]) => (isLetIn ? [JSON.stringify(init), ...messages] : messages));
}
