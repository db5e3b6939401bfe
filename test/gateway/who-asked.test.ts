import { createClient } from "graphql-ws";
import { pino } from "pino";
import { expect, test } from "vitest";
import WebSocket from "ws";
import { compose } from "../../src/compose.js";
import { walkChain } from "../../src/journal/chain.js";
import { scopedConnection } from "../../src/platform/database.js";
import { readConfig } from "../../src/platform/config.js";
import { lentGateway } from "../support/gateway.js";
import { reportInput } from "../support/inputs.js";
import { notified, numberOf } from "../support/notified-socs.js";

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

test("the chain says by which way an act came, a refused one too; what nobody sent came by none", async () => {
  await using world = await lentGateway();
  const soc = await world.soc();
  const notificationId = await notified(world, "EVENT", soc);
  const number = await numberOf(soc, notificationId);
  await soc.submitsCard({ nature: "" });
  const client = createClient({
    url: `${world.url.replace(/^http/, "ws")}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${soc.token}` },
  });
  const query = `mutation { acknowledgeNotification(input: { submissionKey: "by socket", notificationId: "${notificationId}" })
    { ... on NotificationAcknowledged { receipt { id } } } }`;
  for await (const { errors } of client.iterate({ query })) expect(errors).toBeUndefined();
  await client.dispose();
  const report = reportInput(world.clock.now());
  const documents = {
    xml: `<notConfirmed xmlns="urn:dabyl:exchange:1" version="1.0"><submissionKey>by xml</submissionKey><notificationIds>
      <notificationId>${number}</notificationId></notificationIds><grounds>Nothing was found.</grounds></notConfirmed>`,
    json: JSON.stringify({ incidentReport: { submissionKey: "by json", notificationIds: [number], report } }),
  };
  for (const [format, body] of Object.entries(documents)) {
    const headers = { authorization: `Bearer ${soc.token}`, "content-type": `application/${format}` };
    const { status } = await fetch(`${world.url}/exchange/documents`, { method: "POST", headers, body });
    expect({ format, status }).toEqual({ format, status: 200 });
  }

  const entries = await world.database.asOwner(
    "select body::jsonb ->> 'actor' = $1 as is_ours, body::jsonb ->> 'door' as door from journal order by position",
    [soc.actorId],
  );
  const ours = entries.filter(({ is_ours: isOurs }) => isOurs);
  expect(ours.map(({ door }) => door)).toEqual(["graphql", "graphql", "xml", "json"]);
  // Entries without a door, as all were before it was kept, are links of the same chain.
  expect(entries.filter(({ door }) => door === null)).not.toEqual([]);
  expect(await walkChain(scopedConnection(world.gateway.pools.vital, { sees: "EVERYTHING" }))).toMatchObject({
    isWhole: true,
    entries: entries.length,
  });
});
