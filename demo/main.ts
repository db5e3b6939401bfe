import { randomUUID } from "node:crypto";
import { GatewayClient } from "../client/index.js";
import { MeDocument } from "../schema/operations.generated.js";
import { readConfig, type Config } from "../src/platform/config.js";
import { runProgram } from "../src/platform/program.js";
import { atGateway, expectReady, gatewayAddress, readCredentials } from "../src/tools/running-gateway.js";
import { Centre } from "./centre.js";
import { DemoError, type Language } from "./answers.js";
import { playCutLine } from "./cut-line.js";
import { playExchange } from "./exchange.js";
import { Mailbox } from "./mailbox.js";
import { playMorning, type Cast } from "./morning.js";
import { deliveryRows, incidentRows, notificationRows } from "./overview.js";
import { playNight } from "./night.js";
import { Owner } from "./owner.js";
import { OwnerMail } from "./owner-mail.js";
import { Screen } from "./screen.js";
import { Soc } from "./soc.js";
import { playThreeDays } from "./three-days.js";
import { showYear } from "./year/show.js";

/**
 * `npm run demo`, its first part: a morning between four fictional SOCs, an owner and the national centre, on a gateway
 * that runs.
 */
async function play(config: Config): Promise<void> {
  const address = gatewayAddress(config);
  await expectReady(address);
  const screen = new Screen(process.stdout);
  const { cast, title } = await assemble(address, config.dataDir, screen);
  const lives = [cast.centre, cast.energy, cast.health, cast.water, cast.government].map(({ live }) => live);

  const begin = new Date();
  const run = randomUUID().slice(0, 8);
  screen.title(`Dabyl: a morning at the ${title}`);
  screen.print(`Gateway ${address}; times are those of Asia/Almaty (UTC+5)`);
  const mailbox = await openMailbox(config, screen);
  const stage = {
    screen,
    mail: new OwnerMail(mailbox, screen, cast.centre),
    key: (name: string) => `demo-${run}-${name}`,
  };
  try {
    for (const live of lives) await live.watch();
    screen.title("From the SOCs to the centre");
    const phishing = await playMorning(cast, stage);
    screen.title("From the centre to the SOCs, and back");
    await playExchange(cast, stage, phishing);
    screen.title("A cut line, three objects, two notifications and one card");
    await playCutLine(cast, stage);
    screen.title("What a bad night left, to be seen in the console");
    await playNight(cast, stage);
    await summarise(cast.centre, begin, screen);
    screen.title("From the gateway to the screens");
    screen.print(`centre: ${summary(cast.centre.live.latencies)}`);
    screen.print(`SOCs: ${summary(lives.slice(1).flatMap(({ latencies }) => latencies))}`);
    if (mailbox && mailbox.others > 0)
      screen.print(`\nThe mailbox also took mails of earlier runs: ${mailbox.others}.`);
  } finally {
    for (const live of lives) await live.leave();
    await mailbox?.close();
  }
}

/** Everybody who plays, and what the centre is called. */
async function assemble(
  address: string,
  dataDir: string,
  screen: Screen,
): Promise<{ readonly cast: Cast; readonly title: string }> {
  const credentials = await readCredentials(dataDir);
  const officer = new GatewayClient({ address, token: credentials.centre });
  const { me } = await officer.ask(MeDocument, {});
  const centre = await Centre.of(me.party.code, officer, screen);
  const soc = (code: string, language: Language): Promise<Soc> => {
    const token = credentials.socs.find((one) => one.code === code)?.token;
    if (token === undefined) throw new DemoError(`The demonstration tokens have none for ${code}.`);
    return Soc.of(code, new GatewayClient({ address, token, language }), screen, centre);
  };
  const [energy, health, water, government] = await Promise.all([
    soc("DEMO-ENERGY", "kk"),
    soc("DEMO-HEALTH", "ru"),
    soc("DEMO-WATER", "en"),
    soc("DEMO-GOV", "kk"),
  ]);
  const grid = new Owner("DEMO-GRID", new GatewayClient({ address, token: credentials.owner }), screen);
  return { cast: { centre, energy, health, water, government, grid }, title: me.party.name };
}

/** The mailbox to which the gateway sends its mail; null, and a sentence on the screen, where it cannot be opened. */
async function openMailbox({ delivery }: Config, screen: Screen): Promise<Mailbox | null> {
  try {
    const mailbox = await Mailbox.open(delivery.smtpUrl);
    screen.print(`Mailbox of the owners: ${mailbox.url}`);
    return mailbox;
  } catch (error) {
    if (!(error instanceof DemoError)) throw error;
    screen.print(`${error.message} The mails to owners are not shown.`);
    return null;
  }
}

async function summarise(centre: Centre, begin: Date, screen: Screen): Promise<void> {
  const incidents = await centre.incidentsSince(begin);
  const notified = await Promise.all(
    incidents.map(async (incident) => ({ incident, owners: await centre.ownersNotifiedOf(incident) })),
  );
  screen.title("What the centre sees of this morning");
  screen.table(incidentRows(incidents));
  screen.title("What the centre notified SOCs of, and what they answered");
  screen.table(notificationRows(await centre.notificationsSince(begin)));
  screen.title("How the gateway notified owners");
  screen.table(deliveryRows(notified));
}

function summary(latencies: readonly number[]): string {
  const sorted = latencies.toSorted((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return `${sorted.length} facts, median ${middle} ms, longest ${sorted.at(-1) ?? 0} ms`;
}

/** What is played where nothing else is asked for. */
const PARTS = ["morning", "clocks"];
/** Played by itself only: it stays until it is interrupted. */
const YEAR = "year";

await runProgram(async () => {
  const parts = process.argv.length > 2 ? process.argv.slice(2) : PARTS;
  if (!parts.every((part) => [...PARTS, YEAR].includes(part)))
    throw new DemoError(`There is no such part. Usage: npm run demo [-- ${[...PARTS, YEAR].join(" | ")}]`);
  if (parts.includes("morning")) await atGateway(() => play(readConfig(process.env)));
  if (parts.includes("clocks")) await atGateway(() => playThreeDays(process.stdout));
  if (parts.includes(YEAR)) await atGateway(() => showYear(new Screen(process.stdout)));
});
