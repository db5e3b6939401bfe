import { randomUUID } from "node:crypto";
import { MeDocument } from "../../schema/operations.generated.js";
import { ConfigError, readConfig, type Config } from "../platform/config.js";
import { Centre } from "./centre.js";
import { DemoError, expectReady, GatewayClient, gatewayAddress, readCredentials, type Language } from "./client.js";
import { playMorning } from "./scenes.js";
import { Screen } from "./screen.js";
import { Soc } from "./soc.js";

/** `npm run demo`: a morning between four fictional SOCs and the national centre, on a gateway that runs. */
async function play(config: Config): Promise<void> {
  const address = gatewayAddress(config);
  await expectReady(address);
  const credentials = await readCredentials(config.dataDir);
  const screen = new Screen(process.stdout);
  const officer = new GatewayClient(address, credentials.centre, "en");
  const { me } = await officer.ask(MeDocument, {});
  const centre = new Centre(officer, (arrival) => screen.arrival(arrival));
  const soc = (code: string, language: Language): Promise<Soc> => {
    const token = credentials.socs.find((one) => one.code === code)?.token;
    if (token === undefined) throw new DemoError(`The demonstration tokens have none for ${code}.`);
    return Soc.of(code, new GatewayClient(address, token, language), screen, centre);
  };
  const [energy, health, water, government] = await Promise.all([
    soc("DEMO-ENERGY", "kk"),
    soc("DEMO-HEALTH", "ru"),
    soc("DEMO-WATER", "en"),
    soc("DEMO-GOV", "kk"),
  ]);

  const begin = new Date();
  const run = randomUUID().slice(0, 8);
  screen.title(`Dabyl: a morning at the ${me.party.name}`);
  screen.print(`Gateway ${address}; times are those of Asia/Almaty (UTC+5)`);
  try {
    await centre.watch();
    await playMorning({ energy, health, water, government }, screen, (name) => `demo-${run}-${name}`);
    screen.title("What the centre sees of this morning");
    screen.dossiers(await centre.incidentsSince(begin));
    screen.title(`From the gateway to the centre's screen: ${told(centre.latencies)}`);
  } finally {
    await centre.leave();
  }
}

function told(latencies: readonly number[]): string {
  const sorted = latencies.toSorted((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return `${sorted.length} facts, median ${middle} ms, longest ${sorted.at(-1) ?? 0} ms`;
}

try {
  await play(readConfig(process.env));
} catch (error) {
  const isForeseen = error instanceof DemoError || error instanceof ConfigError;
  console.error(isForeseen ? error.message : error);
  process.exitCode = 1;
}
