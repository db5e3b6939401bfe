import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { instant, MINUTE } from "../../src/domain/instant.js";
import { systemClock } from "../../src/platform/clock.js";
import { batchOf, OpenBatch, type BatchDocument, type ResultLine } from "../support/batches.js";
import { seeded } from "../support/chance.js";
import { createDemoDatabase } from "../support/demo-world.js";
import { hashOf } from "../support/exchange.js";
import { detectionInput, reportInput } from "../support/inputs.js";
import { one } from "../support/place.js";
import { peakMemory } from "../support/process-state.js";
import { GatewayProcess, runTool } from "../support/process.js";
import { ReserveDir, type ReserveParty } from "../support/reserve.js";

const SEED = Number(process.env["FAULTS_SEED"] ?? Date.now() % 1_000_000);

/** Files of one document, of which some are halves; the documents of a batch over HTTP, and of a batch that is a file. */
const FILES = Number(process.env["DABYL_FILES"] ?? 150);
const HALVES = FILES / 50;
const ITEMS = Number(process.env["DABYL_ITEMS"] ?? 600);
const ITEMS_OF_FILE = ITEMS / 2;
/** How often a gateway is killed meanwhile: more often in the long run. */
const KILLS = 4 * Number(process.env["DABYL_KILLS"] ?? 1);
/** Milliseconds: for so many starts beside whatever else a machine does. */
const MANY = 180_000 + KILLS * 30_000 + ITEMS * 300;

/** A text that no log is to have. */
const SECRET = "Диспетчерлік серверлер шифрланды";

/** Reports under keys of their own. */
function reports(count: number, key: string): BatchDocument[] {
  return Array.from({ length: count }, (_, index) => {
    const report = reportInput(instant(systemClock.now() - MINUTE), { summary: `${SECRET} ${index}` });
    return ["incidentReport", { submissionKey: `${key} ${index}`, report }];
  });
}

async function put(party: ReserveParty, documents: readonly BatchDocument[]): Promise<void> {
  for (const [index, document] of documents.entries()) {
    const text = batchOf([document]).trimEnd();
    if (index < FILES - HALVES) await party.puts(`${index}.json`, text);
    else await writeFile(party.at("in", `${index}.json`), text.slice(0, -20));
  }
}

/** Sends a batch to one gateway after the other until one has answered all of it; gives its results to `take`. */
async function sendsUntilDone(
  documents: readonly BatchDocument[],
  token: string,
  gateways: readonly { readonly url: string }[],
  take: (result: ResultLine) => void,
): Promise<readonly ResultLine[]> {
  const body = batchOf(documents);
  for (let attempt = 0; ; attempt += 1) {
    const batch = OpenBatch.begin({ token, world: gateways[attempt % 2] as GatewayProcess });
    batch.request.end(body);
    try {
      const all: ResultLine[] = [];
      // One by one: what came before a kill was acknowledged.
      for (;;)
        for (const result of await batch.reads(1)) {
          if (!("index" in result)) return all;
          take(result);
          all.push(result);
        }
    } catch {
      await setTimeout(20);
    }
  }
}

/** Tells a SOC of something; gives the notification's number. */
async function notify(gateway: GatewayProcess, centre: string, socId: string, key: string): Promise<string> {
  const threat = { submissionKey: `threat ${key}`, ...detectionInput(instant(systemClock.now() - MINUTE)) };
  const registering =
    "mutation ($input: RegisterDetectionInput!) { done: registerThreat(input: $input) { ... on ThreatRegistered { threat { id } } } }";
  const registered = (await gateway.asks(centre, registering, { input: threat })).data as {
    done: { threat: { id: string } };
  };
  const input = {
    submissionKey: `notification ${key}`,
    text: "Іздеңіз.",
    marking: "AMBER",
    threatId: registered.done.threat.id,
    to: { socs: [socId] },
  };
  const notifying =
    "mutation ($input: NotifySocsInput!) { done: notifySocs(input: $input) { ... on SocsNotified { notification { number } } } }";
  const notified = (await gateway.asks(centre, notifying, { input })).data as {
    done: { notification: { number: string } };
  };
  return notified.done.notification.number;
}

test(
  "gateways that are killed again and again while they take in a folder with a batch in it and a batch over HTTP, and give notifications out: each document has one receipt or refusal, each notification is given out once (R13.2, R12.1)",
  { timeout: MANY },
  async () => {
    console.log(`FAULTS_SEED=${SEED}`);
    const begun = performance.now();
    const at = (): string => `${Math.round((performance.now() - begun) / 1_000)} s:`;
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
      RESERVE_OUTBOUND: "yes",
      LOG_LEVEL: "info",
      COST_AT_ONCE: "100000000",
      COST_PER_MINUTE: "100000000",
      // Ten minutes, after which half a file is refused, are ten seconds.
      CLOCK_SPEED: "60",
    };
    await using stack = new AsyncDisposableStack();
    const running = await Promise.all([GatewayProcess.start(environment), GatewayProcess.start(environment)]);
    stack.defer(async () => {
      for (const gateway of running) await gateway[Symbol.asyncDispose]();
    });
    const inFile = reports(ITEMS_OF_FILE, "in file");
    // In lines it would have to stand still for a while.
    await party.puts("batch.xml", batchOf(inFile, "xml"));
    const files = reports(FILES, "file");
    await put(party, files);
    await writeFile(party.at("in", "line\nfeed.json"), "{}");
    await mkdir(party.at("in", "folder.json"));
    await symlink(join(root.path, "elsewhere"), party.at("in", "link.json"));
    const untouched = ["folder.json", "line\nfeed.json", "link.json"];

    const { data } = await running[0].asks(soc.token, "{ me { id party { ... on Soc { id } } } }");
    const { id, party: own } = (data as { me: { id: string; party: { id: string } } }).me;
    const bind = `mutation { bindReserveFolder(input: { actorId: "${id}" }) { __typename } }`;
    expect(await running[0].asks(database.credentials.administrator, bind)).toEqual({
      data: { bindReserveFolder: { __typename: "ReserveFolderBound" } },
    });

    const overHttp = reports(ITEMS, "batch");
    const ids = new Map<string, unknown>();
    const sending = sendsUntilDone(overHttp, soc.token, running, ({ submissionKey = "", status, receipt }) => {
      expect([submissionKey, status]).toEqual([submissionKey, 200]);
      // What was acknowledged once is acknowledged as the same ever after.
      expect(ids.get(submissionKey) ?? receipt?.["id"]).toBe(receipt?.["id"]);
      ids.set(submissionKey, receipt?.["id"]);
    });
    sending.catch(() => undefined);
    /** What the SOC has taken out of `out`, as it does. */
    const fetched: string[] = [];
    const fetch = async (): Promise<void> => {
      for (const name of await party.names("out"))
        if (name.startsWith("NOTIFICATION-")) {
          expect(await party.reads(name)).toMatch(/<\/notification>\n$/);
          await rm(party.at("out", name));
          fetched.push(name);
        }
    };

    let logs = "";
    let peak = 0;
    const told: string[] = [];
    const progress = async (): Promise<number> => {
      await fetch();
      return (await party.kept()).length + ids.size;
    };
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const until = (kill * (FILES - HALVES + ITEMS)) / (KILLS + 1);
      await reaches(async () => (await progress()) >= until);
      await setTimeout(random() * 50);
      const which = random() < 0.5 ? 0 : 1;
      const [killed, other] = [running[which], running[1 - which] as GatewayProcess];
      const notifying = notify(other, database.credentials.centre, own.id, String(kill));
      peak = Math.max(peak, await peakMemory(killed.pid));
      logs += (await killed.end("SIGKILL")).output;
      told.push(await notifying);
      const work = await party.names("work");
      console.log(
        `${at()} killed ${which}: ${(await party.kept()).length} files answered, ${ids.size} receipts over HTTP, in work ${JSON.stringify(work)}`,
      );
      running[which] = await GatewayProcess.start(environment);
    }
    const results = await sending;
    console.log(`${at()} the batch over HTTP is over`);
    await reaches(async () => (await progress()) >= FILES + 1 + ITEMS && fetched.length >= told.length);
    for (const gateway of running) {
      peak = Math.max(peak, await peakMemory(gateway.pid));
      logs += (await gateway.end("SIGTERM")).output;
    }
    await fetch();
    console.log(`${at()} the most memory of a gateway: ${Math.round(peak)} MiB`);

    const wholes = files.slice(0, FILES - HALVES);
    const names = files.map((_, index) => `${index}.${index < wholes.length ? "receipt" : "refusal"}.json`);
    expect(await party.names("out")).toEqual([...names, "UNREADABLE.txt", "batch.results.xml"].toSorted());
    expect(await party.names("in")).toEqual(untouched);
    expect(await party.names("work")).toEqual(["told.json"]);
    expect(await party.kept()).toEqual([...files.map((_, index) => `${index}.json`), "batch.xml"].toSorted());
    expect(fetched.toSorted()).toEqual(told.map((number) => `${number}.xml`).toSorted());
    let repeated = 0;
    for (const [index, [kind, content]] of wholes.entries()) {
      const receipt = await party.answer(`${index}.receipt.json`);
      expect(receipt).toMatchObject({
        submissionKey: content["submissionKey"],
        contentHash: hashOf(kind, content),
      });
      if (receipt["isRepeated"] === true) repeated += 1;
    }
    const ofFile = await party.reads("batch.results.xml");
    console.log(
      `accepted before a kill and answered after it: ${repeated} files, ${/ repeated="(\d+)"/.exec(ofFile)?.[1]} documents of the batch in the folder`,
    );
    expect(ofFile).toMatch(
      new RegExp(`<summary read="${ITEMS_OF_FILE}" [^>]* refused="0" isComplete="true"/>\n</results>\n$`),
    );
    const hashes = (documents: readonly BatchDocument[]) => documents.map((document) => hashOf(...document));
    expect(results.map(({ receipt }) => receipt?.["contentHash"])).toEqual(hashes(overHttp));
    expect([...ofFile.matchAll(/<contentHash>(\w+)</g)].map(([, hash]) => hash)).toEqual(hashes(inFile));
    for (const [key, count] of [
      ["file", wholes.length],
      ["in file", ITEMS_OF_FILE],
      ["batch", ITEMS],
    ] as const) {
      // prettier-ignore
      const counted = `select count(*)::int as submissions, count(distinct incident_id)::int as incidents from submission where key like '${key} %'`;
      expect(await one(database.ownerUrl, counted)).toEqual({ submissions: count, incidents: count });
    }
    expect(logs).not.toContain(SECRET);
    const { code, output } = await runTool("tools/audit-verify", environment);
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining("The chain is whole") });
  },
);

/** Polls for as long as the test may take. */
async function reaches(isSo: () => Promise<boolean>): Promise<void> {
  for (let wait = 20; !(await isSo()); wait = Math.min(200, wait * 1.4)) await setTimeout(wait);
}
