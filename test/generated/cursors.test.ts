import fc from "fast-check";
import { createClient, type Client } from "graphql-ws";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import WebSocket from "ws";
import { MANY_RUNS, PATIENCE, sharedSender } from "../support/generated-runs.js";

const sender = sharedSender();
let socket: Client;
beforeAll(() => {
  socket = createClient({
    url: `${sender().world.url.replace(/^http/, "ws")}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${sender().soc.token}` },
    lazyCloseTimeout: 3_600_000,
    retryAttempts: 0,
  });
});
afterAll(() => socket.dispose());

describe("a cursor", PATIENCE, () => {
  const base64 = (text: string): string => Buffer.from(text).toString("base64url");
  const uuid = "019ca8d7-2d00-7000-8000-000000000001";
  /** A text that some part of the way could take for an instant. */
  const strangeInstant = fc.oneof(
    fc.constantFrom(
      "0000-01-01T00:00:00.000Z",
      "0001-01-01T00:00:00.000Z",
      "2026-02-30T00:00:00.000Z",
      "2026-02-28T24:00:00.000Z",
    ),
    fc.constantFrom(
      "9999-12-31T23:59:59.999Z",
      "2026-03-01T10:00:60.000Z",
      "infinity",
      "-infinity",
      "epoch",
      "now",
      "BC",
    ),
    fc
      .tuple(
        fc.integer({ min: 0, max: 9_999 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        fc.integer({ min: 0, max: 24 }),
      )
      .map(
        ([year, month, day, hour]) =>
          `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}T${String(hour).padStart(2, "0")}:00:00.000Z`,
      ),
  );
  const part = fc.oneof(strangeInstant, fc.constantFrom(uuid, uuid.toUpperCase(), "'", "x".repeat(200), "\u0000", ""), fc.jsonValue({ maxDepth: 1 })); // prettier-ignore
  const listCursor = fc.oneof(
    fc.tuple(strangeInstant, fc.constant(uuid)).map((parts) => base64(JSON.stringify(["incidents", "desc", ...parts]))),
    fc.array(part, { maxLength: 3 }).map((parts) => base64(JSON.stringify(parts))),
    fc.jsonValue({ maxDepth: 2 }).map((value) => base64(JSON.stringify(value))),
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.constantFrom("", "=", "[]", "\u0000", base64("[".repeat(20_000)), "A".repeat(100_000)),
  );
  const LISTS = ["incidents", "socs", "protectedObjects"] as const;

  /** A real cursor with one character changed, added or gone. */
  const mutated = (cursor: string): fc.Arbitrary<string> =>
    fc
      .tuple(fc.nat(cursor.length), fc.nat(1), fc.string({ maxLength: 2 }))
      .map(([at, gone, by]) => cursor.slice(0, at) + by + cursor.slice(at + gone));

  test("of a list is a page or a specific refusal", async () => {
    await sender().soc.sendsReport();
    const { incidents } = await sender().soc.gets<{ incidents: { edges: { cursor: string }[] } }, object>("{ incidents { edges { cursor } } }"); // prettier-ignore
    const real = incidents.edges[0]?.cursor ?? "";
    const asked = fc.tuple(
      fc.oneof(listCursor, mutated(real)),
      fc.constantFrom(...LISTS),
      fc.constantFrom("after", "before"),
    );
    await fc.assert(
      fc.asyncProperty(asked, async ([cursor, list, argument]) => {
        const query = `query Page($cursor: String) { ${list}(first: 3, ${argument}: $cursor) { nodes { id } pageInfo { endCursor } } }`;
        const { status, data, errors } = await sender().soc.asks<Record<string, { nodes: unknown[] }>, object>(query, {
          cursor,
        });
        expect(status).toBeLessThan(500);
        if (data) expect(data[list]?.nodes).toBeInstanceOf(Array);
        else expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", path: [argument] } }]);
      }),
      {
        ...MANY_RUNS,
        // What JavaScript takes for a day and PostgreSQL does not.
        examples: ["0000-01-01", "2026-02-30"].map((day) => [
          [base64(JSON.stringify(["incidents", "desc", `${day}T00:00:00.000Z`, uuid])), "incidents", "after"],
        ]),
      },
    );
  });

  test("of the feed is followed or specifically refused, and the socket stays open", async () => {
    const positions = fc.oneof(
      fc.bigInt({ min: -(2n ** 66n), max: 2n ** 66n }).map((position) => base64(`feed:${position}`)),
      fc
        .constantFrom("feed:", "feed:00", "feed:1e3", "feed:0x1", "feed:9007199254740993", "list:1", "feed:1 ")
        .map(base64),
      mutated(base64("feed:3")),
      fc.string({ unit: "binary", maxLength: 40 }),
    );
    let closed = 0;
    socket.on("closed", () => (closed += 1));
    const asks = async (query: string, variables: Record<string, unknown>): Promise<string[]> => {
      const codes: string[] = [];
      const leave = socket.subscribe(
        { query, variables },
        {
          next: ({ errors }) => codes.push(...(errors ?? []).map(codeOf)),
          error: (error) => codes.push(...(Array.isArray(error) ? error.map(codeOf) : [`closed: ${String(error)}`])),
          complete: () => undefined,
        },
      );
      // Messages of one socket are taken in order, so by this answer the feed was followed or refused.
      await new Promise<void>((resolve, reject) =>
        socket.subscribe({ query: "{ me { id } }" }, { next: () => undefined, error: reject, complete: resolve }),
      );
      leave();
      return codes;
    };
    await fc.assert(
      fc.asyncProperty(positions, async (after) => {
        const codes = await asks("subscription Feed($after: FeedCursor) { incidentFeed(after: $after) { cursor } }", {
          after,
        });
        for (const code of codes) expect(["BAD_USER_INPUT", "CURSOR_AHEAD", "CURSOR_EXPIRED"]).toContain(code);
        expect(closed).toBe(0);
      }),
      MANY_RUNS,
    );
  });
});

function codeOf({ extensions }: { readonly extensions?: Readonly<Record<string, unknown>> }): string {
  return String(extensions?.["code"]);
}
