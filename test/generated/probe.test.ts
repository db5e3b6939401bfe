import { test } from "vitest";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { startGateway } from "../support/gateway.js";
import { appendFileSync } from "node:fs";
const log = (...a: unknown[]) =>
  appendFileSync("/tmp/gen-probe.log", a.map((x) => (typeof x === "string" ? x : JSON.stringify(x))).join(" ") + "\n");
test("probe", { timeout: 500_000 }, async () => {
  await using world = await startGateway();
  const object = await world.protectedObject();
  const soc = await world.soc({ covering: [object] });
  const raw = async (body: string, who = soc) => {
    const before = process.memoryUsage().rss;
    const t = performance.now();
    const r = await fetch(`${world.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${who.token}` },
      body,
    });
    const text = await r.text();
    return `${r.status} ${Math.round(performance.now() - t)}ms ${text.length}B rss+${Math.round((process.memoryUsage().rss - before) / 1e6)}MB (${Math.round(process.memoryUsage().rss / 1e6)}) ${text.slice(0, 160)}`;
  };
  const q = (query: string, variables: object = {}) => raw(JSON.stringify({ query, variables }));
  for (const n of [1000, 3000, 6000]) log("same field", n, await q(`{ me { ${"name ".repeat(n)} } }`));
  for (const n of [300, 1000, 2000]) log("same obj field", n, await q(`{ ${"me{name}".repeat(n)} }`));
  log(
    "same arg",
    await q(`{ incident(number: "x") { id } `.slice(0, -1) + `${'incident(number:"x"){id}'.repeat(1000)} }`),
  );
  const client = createClient({
    url: `${world.url.replace(/^http/, "ws")}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    lazy: false,
    connectionParams: { authorization: `Bearer ${soc.token}` },
    on: { closed: (e) => log("closed", (e as CloseEvent).code, (e as CloseEvent).reason) },
    onNonLazyError: () => undefined,
  });
  log(
    "ws deep",
    await client
      .iterate({ query: `${"{a".repeat(9900)}{b}${"}".repeat(9900)}` })
      .next()
      .catch((e: unknown) => ({ e: String(e), code: (e as { code?: number }).code })),
  );
  void client.dispose();
  // 100 incidents
  for (let i = 0; i < 100; i += 1) {
    const { incident } = await soc.sendsReport({ severity: "UNDETERMINED", affectedObject: { objectId: object.id } });
    await soc.sendsCard(
      {
        severity: "UNDETERMINED",
        affectedObject: { objectId: object.id },
        indicators: Array.from({ length: 10 }, (_, n) => ({ type: "IPV4" as const, value: `10.0.${i}.${n}` })),
      },
      { incidentId: incident.id },
    );
  }
  const inner = (n: number): string =>
    n === 0 ? "cardRevisions { indicators { value } }" : `obligations { incident { ${inner(n - 1)} } }`;
  for (const n of [0, 1, 2, 3, 4]) log("nested", n, await q(`{ incidents(first:100){ nodes { ${inner(n)} } } }`));
  const aliased = (k: number, n: number) =>
    `{ ${Array.from({ length: k }, (_, i) => `a${i}: incidents(first:100){ nodes { ${inner(n)} } }`).join(" ")} }`;
  for (const [k, n] of [
    [10, 0],
    [100, 0],
    [10, 2],
    [50, 2],
    [100, 2],
  ] as const)
    log("aliased", k, n, await q(aliased(k, n)).catch(String));
});
