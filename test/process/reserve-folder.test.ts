import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { instant, MINUTE } from "../../src/domain/instant.js";
import { systemClock } from "../../src/platform/clock.js";
import { seeded } from "../support/chance.js";
import { createDemoDatabase } from "../support/demo-world.js";
import { eventually } from "../support/eventually.js";
import { hashOf } from "../support/exchange.js";
import { reportInput } from "../support/inputs.js";
import { one } from "../support/place.js";
import { GatewayProcess, runTool } from "../support/process.js";
import { ReserveDir, type ReserveParty } from "../support/reserve.js";

const SEED = Number(process.env["FAULTS_SEED"] ?? Date.now() % 1_000_000);

/** Files that are put in, and how often a gateway is killed meanwhile: more often in the long run. */
const FILES = 1_000;
const KILLS = 4 * Number(process.env["DABYL_KILLS"] ?? 1);
const HALVES = 20;
/** Milliseconds: for so many starts beside whatever else a machine does. */
const MANY = 120_000 + KILLS * 20_000;

/** A text that no log is to have. */
const SECRET = "Диспетчерлік серверлер шифрланды";

/** A report that is sent as a file, under a key of its own. */
function reportOf(index: number) {
  const report = reportInput(instant(systemClock.now() - MINUTE), { summary: `${SECRET} ${index}` });
  return { submissionKey: `file ${index}`, report };
}

async function put(party: ReserveParty): Promise<ReturnType<typeof reportOf>[]> {
  const reports = Array.from({ length: FILES }, (_, index) => reportOf(index));
  for (const [index, report] of reports.entries()) {
    const text = JSON.stringify({ incidentReport: report });
    if (index < FILES - HALVES) await party.puts(`${index}.json`, text);
    else await writeFile(party.at("in", `${index}.json`), text.slice(0, -20));
  }
  return reports;
}

test(
  "gateways that are killed again and again while they take in a folder: each file has one answer, nothing is doubled or left (R13.2)",
  { timeout: MANY },
  async () => {
    console.log(`FAULTS_SEED=${SEED}`);
    const random = seeded(SEED);
    await using database = await createDemoDatabase();
    await using root = await ReserveDir.make();
    const [soc] = database.credentials.socs;
    if (!soc) throw new Error("the demonstration has a SOC");
    const party = await root.of(soc.code);
    const environment = {
      DATABASE_URL: database.gatewayUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      RESERVE_DIR: root.path,
      LOG_LEVEL: "info",
      // Ten minutes, after which half a file is refused, are ten seconds.
      CLOCK_SPEED: "60",
    };
    await using stack = new AsyncDisposableStack();
    const running = await Promise.all([GatewayProcess.start(environment), GatewayProcess.start(environment)]);
    stack.defer(async () => {
      for (const gateway of running) await gateway[Symbol.asyncDispose]();
    });
    const reports = await put(party);
    await writeFile(party.at("in", "line\nfeed.json"), "{}");
    await mkdir(party.at("in", "folder.json"));
    await symlink(join(root.path, "elsewhere"), party.at("in", "link.json"));
    const untouched = ["folder.json", "line\nfeed.json", "link.json"];

    const [first] = running;
    const { data } = await first.asks(soc.token, "{ me { id } }");
    const { id } = (data as { me: { id: string } }).me;
    const bind = `mutation { bindReserveFolder(input: { actorId: "${id}" }) { __typename } }`;
    expect(await first.asks(database.credentials.administrator, bind)).toEqual({
      data: { bindReserveFolder: { __typename: "ReserveFolderBound" } },
    });

    let logs = "";
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const answers = (kill * (FILES - HALVES)) / (KILLS + 1);
      await eventually(async () => (await party.kept()).length >= answers);
      await setTimeout(random() * 50);
      const which = random() < 0.5 ? 0 : 1;
      const { output } = await running[which].end("SIGKILL");
      logs += output;
      const [work, kept] = [await party.names("work"), await party.kept()];
      console.log(`killed ${which} after ${kept.length} answers, in work ${JSON.stringify(work)}`);
      running[which] = await GatewayProcess.start(environment);
    }
    await eventually(async () => (await party.kept()).length >= FILES);
    for (const gateway of running) logs += (await gateway.end("SIGTERM")).output;

    const wholes = reports.slice(0, FILES - HALVES);
    const names = reports.map((_, index) => `${index}.${index < wholes.length ? "receipt" : "refusal"}.json`);
    expect(await party.names("out")).toEqual([...names, "UNREADABLE.txt"].toSorted());
    expect(await party.names("in")).toEqual(untouched);
    expect(await party.names("work")).toEqual([]);
    expect(await party.kept()).toEqual(reports.map((_, index) => `${index}.json`).toSorted());
    for (const [index, report] of wholes.entries())
      expect(await party.answer(`${index}.receipt.json`)).toMatchObject({
        submissionKey: report.submissionKey,
        contentHash: hashOf("incidentReport", report),
      });
    const counted =
      "select count(*)::int as submissions, count(distinct incident_id)::int as incidents from submission where key like 'file %'";
    expect(await one(database.ownerUrl, counted)).toEqual({ submissions: wholes.length, incidents: wholes.length });
    expect(logs).not.toContain(SECRET);
    const { code, output } = await runTool("tools/audit-verify", environment);
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining("The chain is whole") });
  },
);
