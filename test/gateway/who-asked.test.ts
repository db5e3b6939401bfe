import { createClient } from "graphql-ws";
import { pino } from "pino";
import { expect, test } from "vitest";
import WebSocket from "ws";
import { compose } from "../../src/compose.js";
import { walkChain } from "../../src/journal/chain.js";
import { scopedConnection } from "../../src/platform/database.js";
import { readConfig } from "../../src/platform/config.js";
import { lentGateway } from "../support/gateway.js";

test("behind a trusted proxy the chain and the log say who asked; a token that is wrong is logged, and nothing of it", async () => {
  await using world = await lentGateway();
  const lines: { readonly level: number; readonly msg: string; readonly address?: string }[] = [];
  const logger = pino({ level: "info" }, { write: (line: string) => void lines.push(JSON.parse(line) as never) });
  const config = readConfig({ PORT: "0", SMTP_URL: "none", DRAIN_SECONDS: "0", TRUSTED_PROXIES: "127.0.0.1" });
  const gateway = await compose(world.database.gatewayUrl, config, world.clock, logger);
  world.others.push(gateway);
  const url = await gateway.listen();
  const soc = await world.soc();
  const report = `mutation { reportIncident(input: { submissionKey: "from afar", confirmedAt: "2026-03-01T09:59:00Z", type: SPAM,
    summary: "x", affectedObjects: [{ description: "y" }] }) { __typename } }`;
  const asked = async (token: string, from: string): Promise<string> => {
    const answer = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}`, "x-forwarded-for": from },
      body: JSON.stringify({ query: report }),
    });
    return answer.text();
  };

  expect(await asked(soc.token, "198.51.100.7")).toContain("ReportAccepted");
  const chained = "select body::jsonb ->> 'address' as address from journal order by position desc limit 1";
  expect(await world.database.asOwner(chained)).toEqual([{ address: "198.51.100.7" }]);

  expect(await asked("guessed-0000", "198.51.100.8")).toContain("UNAUTHENTICATED");
  expect(lines.filter(({ address }) => address !== undefined)).toMatchObject([
    { level: 40, msg: "a wrong token", address: "198.51.100.8" },
  ]);
  expect(JSON.stringify(lines)).not.toContain("guessed-0000");
});

test("the chain says by which door an act came, a refused one too, and of what nobody sent that it came by none", async () => {
  await using world = await lentGateway();
  const soc = await world.soc();
  await soc.sendsReport();
  await soc.submitsCard({ nature: "" });
  const client = createClient({
    url: `${world.url.replace(/^http/, "ws")}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${soc.token}` },
  });
  const query = `mutation { reportIncident(input: { submissionKey: "by socket", confirmedAt: "2026-03-01T09:59:00Z", type: SPAM,
    summary: "x", affectedObjects: [{ description: "y" }] }) { __typename } }`;
  for await (const { data } of client.iterate({ query })) expect(JSON.stringify(data)).toContain("ReportAccepted");
  await client.dispose();

  const sent = "select body::jsonb ->> 'door' as door from journal where (body::jsonb ->> 'actor')::uuid = $1";
  const byGraphql = { door: "graphql" };
  expect(await world.database.asOwner(sent, [soc.actorId])).toEqual([byGraphql, byGraphql, byGraphql]);
  // Entries with a door, and without one as all that were written before there was any, are links of one chain.
  const without = "select count(*)::int as count from journal where not body::jsonb ? 'door'";
  const [{ count = 0 } = {}] = await world.database.asOwner(without);
  expect(count).toBeGreaterThan(0);
  expect(await walkChain(scopedConnection(world.gateway.pools.vital, { sees: "EVERYTHING" }))).toMatchObject({
    isWhole: true,
    entries: Number(count) + 3,
  });
});
