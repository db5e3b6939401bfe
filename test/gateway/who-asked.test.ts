import { pino } from "pino";
import { expect, test } from "vitest";
import { compose } from "../../src/compose.js";
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
