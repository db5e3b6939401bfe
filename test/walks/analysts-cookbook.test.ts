import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { playYear, YEAR_BEGINS } from "../../demo/year/play.js";
import { takePublicLists } from "../../demo/year/public-lists.js";
import { StoryClock } from "../../demo/year/clock.js";
import { compose, type Gateway } from "../../src/compose.js";
import { makeDemoWorld, type DemoCredentials } from "../../src/demo-world.js";
import { readConfig } from "../../src/platform/config.js";
import { createLogger } from "../../src/platform/logger.js";
import { campaignsUp } from "../support/campaigns.js";
import { countedUp } from "../support/counted-incidents.js";
import { createDatabase } from "../support/database.js";
import { takenIn } from "../support/search.js";
import { sharedUp } from "../support/shared.js";

const page = await readFile("docs/cookbook.md", "utf8");
const [, part = ""] = /^## An analyst$(.*?)^## /ms.exec(page) ?? [];
const questions = part
  .split(/^### /m)
  .slice(1)
  .map((text) => {
    const [, operation = ""] = /^```graphql\n(.*?)^```$/ms.exec(text) ?? [];
    const [, answer = "null"] = /^```json\n(.*?)^```$/ms.exec(text) ?? [];
    // Who asks, where it is not the analyst: `DEMO-WATER` asks:
    const [, asker = "ANALYST"] = /^`([A-Z-]+)` asks/m.exec(text) ?? [];
    return { title: text.split("\n")[0] ?? "", operation, answer: JSON.parse(answer) as unknown, asker };
  });

describe("docs/cookbook.md, An analyst", () => {
  let gateway: Gateway;
  let address: string;
  let credentials: DemoCredentials;

  beforeAll(async () => {
    const database = await createDatabase();
    await takePublicLists({ setting: "DATABASE_OWNER_URL", url: database.ownerUrl });
    const clock = new StoryClock(YEAR_BEGINS);
    const config = readConfig({
      PORT: "0",
      LOG_LEVEL: "silent",
      SMTP_URL: "none",
      CONSOLE_DIR: "none",
      DRAIN_SECONDS: "0",
    });
    gateway = await compose(database.nearGatewayUrl, config, clock, createLogger(config.logLevel));
    credentials = await makeDemoWorld(gateway, clock.now());
    address = await gateway.listen();
    await playYear(address, credentials, clock);
    await takenIn({ database });
    await countedUp({ gateway });
    await sharedUp({ gateway, clock });
    await campaignsUp({ gateway, clock });
  });

  afterAll(() => gateway.stop());

  test("answers thirty questions or more", () => {
    expect(questions.length).toBeGreaterThanOrEqual(30);
  });

  test.for(questions)("$title", async ({ operation, answer, asker }) => {
    const token =
      asker === "ANALYST" ? credentials.analyst : credentials.socs.find(({ code }) => code === asker)?.token;
    const response = await fetch(`${address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: operation }),
    });
    const { data, errors } = (await response.json()) as { readonly data?: unknown; readonly errors?: unknown };
    expect(errors).toBeUndefined();
    expect(data).toEqual(answer);
  });
});
