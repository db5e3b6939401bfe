import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compose } from "../../src/compose.js";
import { bringUpToDate, findDatabase } from "../../src/database.js";
import { makeDemoWorld } from "../../src/demo-world.js";
import { readConfig } from "../../src/platform/config.js";
import { createLogger } from "../../src/platform/logger.js";
import { YEAR_BEGINS, playYear } from "./play.js";
import type { Screen } from "../screen.js";
import { StoryClock } from "./clock.js";
import { takePublicLists } from "./public-lists.js";

/**
 * A gateway on a world of its own, in a temporary folder, where the year 2026 has been: what the questions of docs/cookbook.md, "An
 * analyst", are asked. It runs until it is interrupted, and leaves nothing behind.
 */
export async function showYear(screen: Screen): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "dabyl-year-"));
  // Under root PostgreSQL runs as another user, who has to pass through.
  await chmod(folder, 0o711);
  const config = readConfig({
    HOST: "127.0.0.1",
    PORT: process.env["PORT"] ?? "4001",
    SMTP_URL: "none",
    LOG_LEVEL: "error",
    DATA_DIR: join(folder, "data"),
  });
  const interrupted = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  try {
    const database = await findDatabase(config);
    try {
      await bringUpToDate(database);
      await takePublicLists(database.logins.owner);
      const clock = new StoryClock(YEAR_BEGINS);
      const gateway = await compose(database.gatewayUrl, config, clock, createLogger(config.logLevel));
      try {
        const credentials = await makeDemoWorld(gateway, clock.now());
        const address = await gateway.listen();
        screen.title("A fictional year: 25 incidents of four SOCs, two notifications of the centre");
        await playYear(address, credentials, clock);
        clock.run();
        const tokens = join(folder, "demo-credentials.json");
        await writeFile(tokens, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
        screen.print(`GraphiQL   ${address}/graphql\nTokens     ${tokens}\nAnalyst    ${credentials.analyst}`);
        screen.print("It is Monday, 30 November 2026, 09:00 in Almaty. Ctrl+C ends it, and nothing of it is left.");
        await interrupted;
      } finally {
        await gateway.stop();
      }
    } finally {
      await database.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
