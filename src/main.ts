import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { compose, type Gateway } from "./compose.js";
import { bringUpToDate, centreOf, findDatabase, knowsLetters, type DatabaseAddress } from "./database.js";
import { DEMO_CENTRE, makeDemoWorld } from "./demo-world.js";
import { greetingText, logGreeting, type Greeting } from "./greeting.js";
import { runningClock } from "./platform/clock.js";
import { readConfig, type Config } from "./platform/config.js";
import { createLogger, type Logger } from "./platform/logger.js";
import { Hindrance, runProgram } from "./platform/program.js";

/** Milliseconds that an orderly end may take. */
const PATIENCE = 20_000;

async function start(config: Config): Promise<void> {
  const logger = createLogger(config.logLevel, config.instanceName);
  const clock = runningClock(config.clockSpeed);
  if (config.clockSpeed > 1)
    logger.warn({ speed: config.clockSpeed }, "the clock runs faster than life: for training only");
  const database = await findDatabase(config);
  database.keepUp(logger);
  let gateway: Gateway | null = null;
  try {
    await bringUpToDate(database);
    if (!(await knowsLetters(database)))
      logger.warn(
        { database: database.place },
        "mistyped Kazakh and Russian words are not mended in a search: this database's character type knows no letters but those of ASCII (docs/operations.md, Character type, says what to do)",
      );
    const world = await judgeWorld(database, config);
    gateway = await compose(database.gatewayUrl, config, clock, logger);
    const credentials = join(resolve(config.dataDir), "demo-credentials.json");
    if (world === "TO_BE_MADE") {
      const tokens = await makeDemoWorld(gateway, clock.now());
      await writeFile(credentials, `${JSON.stringify(tokens, null, 2)}\n`, { mode: 0o600 });
    }
    const isFictional = world === "TO_BE_MADE" || world === "FICTIONAL";
    const greeting: Greeting = {
      url: await listen(gateway),
      console: gateway.console,
      database: database.place,
      world: isFictional ? "FICTIONAL" : world,
      credentials: isFictional && database.isEmbedded && existsSync(credentials) ? credentials : null,
      smtpUrl: config.delivery.smtpUrl,
    };
    // Before it says that it is ready: a reader of that may send a signal.
    stopOnSignals(gateway, database, logger);
    if (config.isProduction) logGreeting(logger, greeting);
    else console.log(greetingText(greeting));
  } catch (error) {
    await gateway?.stop();
    await database.stop();
    throw error;
  }
}

/** A fictional world is made on an embedded, empty database only, and is accepted only where it may be. */
async function judgeWorld(
  database: DatabaseAddress,
  { allowsDemoWorld }: Config,
): Promise<Greeting["world"] | "TO_BE_MADE"> {
  const centre = await centreOf(database);
  if (centre === null) return database.isEmbedded && allowsDemoWorld ? "TO_BE_MADE" : "NONE";
  if (centre !== DEMO_CENTRE) return "REAL";
  if (allowsDemoWorld) return "FICTIONAL";
  throw new Hindrance(
    `The world in this database (${database.place}) is fictional. Give another database, or, if that is what you want, set DEMO_WORLD=yes.`,
  );
}

async function listen(gateway: Gateway): Promise<string> {
  try {
    return await gateway.listen();
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    const remedy = REMEDIES[String(error.code)];
    throw remedy === undefined ? error : new Hindrance(`${error.message}. ${remedy}`, { cause: error });
  }
}

/** What to do where HOST and PORT cannot be listened on. */
const REMEDIES: Readonly<Record<string, string>> = {
  EADDRINUSE: "Another process is already listening there: stop it, or set PORT to another port.",
  EACCES: "This user may not listen there: set PORT to a port from 1024 on, and let a proxy listen on the other.",
  EADDRNOTAVAIL: "This machine does not have that address: correct HOST.",
  ENOTFOUND: "That name is not known: correct HOST.",
};

function stopOnSignals(gateway: Gateway, database: DatabaseAddress, logger: Logger): void {
  let isStopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (isStopping) return;
    isStopping = true;
    logger.info({ signal }, "stopping: what has reached the machine is answered first");
    setTimeout(() => {
      logger.error({ milliseconds: PATIENCE }, "the end took too long and was cut short");
      process.exit(1);
    }, PATIENCE).unref();
    gateway
      .stop()
      .then(() => database.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({ err: error }, "the end was not an orderly one");
          process.exit(1);
        },
      );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

await runProgram(() => start(readConfig(process.env)));
