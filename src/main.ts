import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { compose, type Gateway } from "./compose.js";
import { findDatabase, type DatabaseAddress } from "./database.js";
import { isEmptyWorld, makeDemoWorld } from "./demo/world.js";
import { systemClock } from "./platform/clock.js";
import { ConfigError, readConfig, type Config } from "./platform/config.js";
import { migrate } from "./platform/database.js";
import { createLogger } from "./platform/logger.js";

/** Milliseconds that an orderly end may take. */
const PATIENCE = 20_000;

async function start(config: Config): Promise<void> {
  const logger = createLogger(config.logLevel);
  const database = await findDatabase(config);
  try {
    await migrate(database.ownerUrl);
    const gateway = await compose(database.gatewayUrl, config, systemClock, logger);
    const credentials = join(resolve(config.dataDir), "demo-credentials.json");
    if (database.isEmbedded && (await isEmptyWorld(gateway)))
      await writeFile(credentials, `${JSON.stringify(await makeDemoWorld(gateway, systemClock.now()), null, 2)}\n`, {
        mode: 0o600,
      });
    console.log(greeting(await gateway.listen(), database.isEmbedded ? credentials : null));
    stopOnSignals(gateway, database);
  } catch (error) {
    await database.stop();
    throw error;
  }
}

function stopOnSignals(gateway: Gateway, database: DatabaseAddress): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), PATIENCE).unref();
    gateway
      .stop()
      .then(() => database.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

function greeting(url: string, credentials: string | null): string {
  const socket = url.replace(/^http/, "ws");
  return `
Dabyl is ready.

  GraphiQL   ${url}/graphql   (in a browser)
  Socket     ${socket}/graphql   (graphql-transport-ws)
  Health     ${url}/health/ready
  Tokens     ${credentials ?? "npm run admin:bootstrap makes the first administrator"}

To try it: open GraphiQL, put  { "authorization": "Bearer TOKEN" }  into the tab Headers, with the token "centre" of that
file, and run

  { me { name roles } incidents { feedCursor nodes { number severity soc { code } obligations { rule dueAt standing } } } }

${credentials === null ? "" : "Then, in another terminal, see a morning played:  npm run demo\n"}`;
}

try {
  await start(readConfig(process.env));
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}
