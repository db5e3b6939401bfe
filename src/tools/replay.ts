import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { SubmitIncidentCardDocument, type IncidentCardInput } from "../../schema/operations.generated.js";
import { GatewayClient, Rejected } from "../../client/index.js";
import { dateInAlmaty, instant, parseInstant } from "../domain/instant.js";
import { readConfig, type Config } from "../platform/config.js";
import { Hindrance, runProgram } from "../platform/program.js";
import { atGateway, expectReady, gatewayAddress, readCredentials } from "./running-gateway.js";
import { replayCards, type Tally, type Verdict } from "./replay-cards.js";
import { readPublished, type LeftOut, type ReplayCard } from "./replay-data.js";

/**
 * `npm run replay -- PATH`: sends published data (CISA's catalogue, a STIX 2.1 bundle, a folder of them) through cards to
 * a gateway that runs. Ends with 1 where anything was neither accepted nor refused with a reason.
 */

/** The card of one part of the data; the same data again has the same key and gives the same receipt. */
async function submit(client: GatewayClient, part: ReplayCard): Promise<Verdict> {
  const { indicators, ...rest } = part;
  const card: IncidentCardInput = {
    ...rest,
    registeredOn: dateInAlmaty(parseInstant(part.confirmedAt) ?? instant(0)),
    severity: "MEDIUM",
    scale: "MASS",
    recurrence: "NEW",
    indicators: [...indicators],
    sign: "ACTUAL",
    contours: ["EXTERNAL"],
    consequences: ["NONE"],
    affectedObjects: [{ description: "No object of our own: published data" }],
  };
  const submissionKey = `replay-${createHash("sha256").update(JSON.stringify(card)).digest("hex")}`;
  try {
    const { card: kept } = await client.submit(SubmitIncidentCardDocument, { submissionKey, card });
    return { isAccepted: true, indicators: kept.indicators };
  } catch (error) {
    if (error instanceof Rejected) return { isAccepted: false, violations: error.rejection.violations };
    throw error;
  }
}

async function filesAt(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new Hindrance(`There is nothing at ${path}.`);
  if (!found.isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => name.endsWith(".json")).toSorted();
  if (names.length === 0) throw new Hindrance(`The folder ${path} has no file whose name ends in .json.`);
  return names.map((name) => join(path, name));
}

async function contentOf(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    throw new Hindrance(`${file} cannot be read as JSON: ${error instanceof Error ? error.message : "unknown"}`);
  }
}

async function tokenOf(config: Config): Promise<string> {
  const given = process.env["DABYL_TOKEN"]?.trim();
  if (given) return given;
  const [first] = (await readCredentials(config.dataDir)).socs;
  if (!first) throw new Hindrance("The demonstration tokens have none of a SOC: set DABYL_TOKEN.");
  return first.token;
}

function reasonsOf(refusals: readonly { readonly reason: string; readonly what: string }[]): string[] {
  return Array.from(new Set(refusals.map(({ reason }) => reason)), (reason) => {
    const values = refusals.filter((refusal) => refusal.reason === reason);
    const shown = values.slice(0, 3).map(({ what }) => JSON.stringify(what));
    return `  ${values.length} × ${reason} ${shown.join(", ")}${values.length > 3 ? ", …" : ""}`;
  });
}

function report({ cards, unchanged, respelt, refused, unsent }: Tally, leftOut: readonly LeftOut[]): string {
  const lost = unsent.reduce((sum, { values }) => sum + values, 0);
  return [
    `values          ${unchanged + respelt + refused.length + leftOut.length + lost}`,
    `accepted        ${unchanged} unchanged, ${respelt} brought to another normal form`,
    `refused         ${refused.length}`,
    ...reasonsOf(refused.map(({ type, value, reason }) => ({ reason, what: `${type} ${value}` }))),
    `left out        ${leftOut.length}`,
    ...reasonsOf(leftOut.map(({ what, why }) => ({ reason: why, what }))),
    `cards accepted  ${cards}`,
    ...unsent.map(({ values, reason }) => `a card with ${values} values was refused: ${reason}`),
  ].join("\n");
}

async function replay(path: string | undefined, config: Config): Promise<boolean> {
  if (path === undefined) throw new Hindrance("Give the path of a catalogue, of a STIX bundle or of a folder of them.");
  const cards: ReplayCard[] = [];
  const leftOut: LeftOut[] = [];
  for (const file of await filesAt(path)) {
    const data = readPublished(await contentOf(file), basename(file));
    if (!data) throw new Hindrance(`${file} is neither a catalogue of exploited vulnerabilities nor STIX.`);
    cards.push(...data.cards);
    leftOut.push(...data.leftOut);
  }
  if (cards.length === 0 && leftOut.length === 0)
    throw new Hindrance(`${path} was read, and there is no indicator in it: nothing was sent.`);
  const address = gatewayAddress(config);
  await expectReady(address);
  const client = new GatewayClient({ address, token: await tokenOf(config) });
  const tally = await replayCards(cards, (card) => submit(client, card));
  console.log(report(tally, leftOut));
  return tally.unsent.length === 0;
}

await runProgram(async () => {
  if (!(await atGateway(() => replay(process.argv[2], readConfig(process.env))))) process.exitCode = 1;
});
