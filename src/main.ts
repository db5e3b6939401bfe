import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { compose, type Gateway } from "./compose.js";
import { findDatabase, type DatabaseAddress } from "./database.js";
import { isEmptyWorld, makeDemoWorld } from "./demo/world.js";
import { runningClock, type Clock } from "./platform/clock.js";
import { ConfigError, LOCAL_MAILBOX, readConfig, type Config } from "./platform/config.js";
import { migrate } from "./platform/database.js";
import { createLogger } from "./platform/logger.js";

/** Milliseconds that an orderly end may take. */
const PATIENCE = 20_000;

async function start(config: Config): Promise<void> {
  const logger = createLogger(config.logLevel);
  const clock = runningClock(config.clockSpeed);
  if (config.clockSpeed > 1)
    logger.warn({ speed: config.clockSpeed }, "the clock runs faster than life: for training only");
  const database = await findDatabase(config);
  database.keepUp(logger);
  let gateway: Gateway | null = null;
  try {
    await migrate(database.ownerUrl);
    gateway = await compose(database.gatewayUrl, config, clock, logger);
    const credentials = database.isEmbedded ? await ensureDemoWorld(gateway, clock, config) : null;
    console.log(greeting(await gateway.listen(), credentials, config.delivery.smtpUrl));
    stopOnSignals(gateway, database);
  } catch (error) {
    await gateway?.stop();
    await database.stop();
    throw error;
  }
}

/** Makes the demonstration world where there is no world yet; gives the file that holds its tokens. */
async function ensureDemoWorld(gateway: Gateway, clock: Clock, { dataDir }: Config): Promise<string> {
  const file = join(resolve(dataDir), "demo-credentials.json");
  if (await isEmptyWorld(gateway)) {
    const credentials = await makeDemoWorld(gateway, clock.now());
    await writeFile(file, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  }
  return file;
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

function greeting(url: string, credentials: string | null, smtpUrl: string | null): string {
  const socket = url.replace(/^http/, "ws");
  const tokens = credentials ?? "npm run admin:bootstrap makes the first administrator";
  const whose = credentials === null ? "your token" : 'the token "centre" of that file';
  const demo = credentials === null ? "" : "\nThen, in another terminal, see a morning played:  npm run demo\n";
  return `
Dabyl is ready.

  GraphiQL   ${url}/graphql   (in a browser)
  Socket     ${socket}/graphql   (graphql-transport-ws)
  Health     ${url}/health/ready
  Tokens     ${tokens}

${mailGreeting(smtpUrl)}

To try it: open GraphiQL, put  { "authorization": "Bearer TOKEN" }  into the tab Headers, with ${whose}, and run

  { me { name roles } incidents { feedCursor nodes { number severity soc { code } obligations { rule dueAt standing } } } }
${demo}`;
}

/** Where mail to owners goes, without user name and password. */
function mailGreeting(smtpUrl: string | null): string {
  if (smtpUrl === null) return "No mail is sent to owners: SMTP_URL names no mail server.";
  const { protocol, host } = new URL(smtpUrl);
  const mailbox = smtpUrl === LOCAL_MAILBOX ? ", where `npm run demo` starts a mailbox" : "";
  return `Mail to owners goes to ${protocol}//${host}${mailbox}.`;
}

/** What a person is told who sees the gateway not start. */
function reasonOf(error: unknown): unknown {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE")
    return `${error.message}. Something listens there already: end it, or set PORT to another port.`;
  return error;
}

try {
  await start(readConfig(process.env));
} catch (error) {
  console.error(reasonOf(error));
  process.exitCode = 1;
}
