import { connect } from "node:net";
import { once } from "node:events";
import { expect, test, vi } from "vitest";
import { sharedGateway } from "../support/gateway.js";
import type { Person } from "../support/person.js";
import { HEAVY, HELD, hold, isWaiting, waiting } from "../support/held.js";
import { head, RawConnection } from "../support/raw.js";

const shared = sharedGateway();

/** A client that has said all that it has to say closes its side of the connection (RFC 9112, section 9.6). */

function asking({ token }: Person, query: string, version = "1.1"): string {
  const body = JSON.stringify({ query });
  const fields = [`authorization: Bearer ${token}`, "content-type: application/json", `content-length: ${body.length}`];
  return head("POST /graphql", ...fields).replace("HTTP/1.1", `HTTP/${version}`) + body;
}

test.each(["1.0", "1.1"])(
  "a client of HTTP/%s that closes its side behind its request is answered, and then closed",
  async (version) => {
    const world = shared();
    const soc = await world.soc();
    using connection = await RawConnection.to(world.url);
    connection.send(asking(soc, "{ incidents { nodes { number } } }", version));
    connection.finish();
    const answer = await connection.closed();
    expect(answer).toMatch(/HTTP\/1\.1 200 .*"incidents":\{"nodes":\[\]\}/s);
    expect(answer.match(/connection: close/gi)).toHaveLength(1);
  },
);

test("it is answered however long that takes, and so is all that it asked before", async () => {
  const world = shared();
  const soc = await world.soc();
  await soc.sendsReport();
  await using held = await hold(world.database, HELD);
  using connection = await RawConnection.to(world.url);
  connection.send(asking(soc, HEAVY) + head("GET /health/live") + asking(soc, "{ __typename }"));
  connection.finish();
  await isWaiting(world.database, 1);
  // Its gateway sees that nothing more comes, and asks whether it is there.
  await connection.until((text) => text.includes("100 Continue"));
  await held.letGo();
  const answers = (await connection.closed()).split(/HTTP\/1\.1 200/).slice(1);
  expect(answers).toEqual([
    expect.stringContaining("confirmationCorrections"),
    expect.stringContaining("live"),
    expect.stringContaining("__typename"),
  ]);
});

test("a client that has said nothing, or half of a request, and closes its side is closed", async () => {
  const world = shared();
  const soc = await world.soc();
  for (const said of ["", "GET /health/li", asking(soc, "{ __typename }").slice(0, -5)]) {
    using connection = await RawConnection.to(world.url);
    connection.send(said);
    connection.finish();
    expect(await connection.closed()).not.toMatch(/ 200 /);
  }
});

test("the reading of a client that is really gone is cancelled in the database", async () => {
  const world = shared();
  const soc = await world.soc();
  await soc.sendsReport();
  await using held = await hold(world.database, HELD);
  const socket = connect(Number(new URL(world.url).port), "127.0.0.1");
  await once(socket, "connect");
  socket.write(asking(soc, HEAVY));
  await isWaiting(world.database, 1);
  socket.destroy();
  await vi.waitUntil(async () => (await waiting(world.database)) === 0, { timeout: 20_000, interval: 50 });
  await held.letGo();
});
