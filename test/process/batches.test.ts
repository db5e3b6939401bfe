import { expect, test } from "vitest";
import { instant, MINUTE } from "../../src/domain/instant.js";
import { systemClock } from "../../src/platform/clock.js";
import { batchOf, OpenBatch, type BatchDocument, type ResultLine } from "../support/batches.js";
import { seeded } from "../support/chance.js";
import { createDemoDatabase } from "../support/demo-world.js";
import { hashOf } from "../support/exchange.js";
import { reportInput } from "../support/inputs.js";
import { one } from "../support/place.js";
import { GatewayProcess, runTool } from "../support/process.js";

const SEED = Number(process.env["FAULTS_SEED"] ?? Date.now() % 1_000_000);

/** Documents of a batch, and how often the gateway is killed while it takes them: more in the long run. */
const KILLS = 4 * Number(process.env["DABYL_KILLS"] ?? 1);
const ITEMS = 1_000;
/** Milliseconds: for so many starts beside whatever else a machine does. */
const MANY = 200_000 + KILLS * 30_000;

function documents(): BatchDocument[] {
  return Array.from({ length: ITEMS }, (_, index) => {
    const report = reportInput(instant(systemClock.now() - MINUTE), { summary: `Report ${index}` });
    return ["incidentReport", { submissionKey: `batch ${index}`, report }];
  });
}

test(
  "a gateway that is killed again and again while it takes a batch, which is sent again each time: each document has one receipt (R13.2)",
  { timeout: MANY },
  async () => {
    console.log(`FAULTS_SEED=${SEED}`);
    const random = seeded(SEED);
    await using database = await createDemoDatabase();
    const [soc] = database.credentials.socs;
    if (!soc) throw new Error("the demonstration has a SOC");
    const environment = {
      DATABASE_URL: database.gatewayUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      COST_AT_ONCE: "100000000",
      COST_PER_MINUTE: "100000000",
    };
    const all = documents();
    const ids = new Map<string, unknown>();
    const take = ({ submissionKey = "", status, receipt }: ResultLine): void => {
      expect([submissionKey, status]).toEqual([submissionKey, 200]);
      // What was acknowledged once is acknowledged as the same ever after.
      expect(ids.get(submissionKey) ?? receipt?.["id"]).toBe(receipt?.["id"]);
      ids.set(submissionKey, receipt?.["id"]);
    };
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await using gateway = await GatewayProcess.start(environment);
      const batch = OpenBatch.begin({ token: soc.token, world: gateway });
      batch.send(batchOf(all));
      const until = Math.floor((ITEMS * (kill - random())) / (KILLS + 1));
      for (let count = 0; count <= until; count += 1) for (const result of await batch.reads(1)) take(result);
      await gateway.end("SIGKILL");
      const { results, summary } = await batch.rest();
      for (const result of results) take(result);
      expect(summary).toBeNull();
      console.log(`killed after ${until + results.length + 1} results, ${ids.size} receipts in all`);
    }
    await using gateway = await GatewayProcess.start(environment);
    const batch = OpenBatch.begin({ token: soc.token, world: gateway });
    batch.send(batchOf(all));
    const { results, summary } = await batch.rest();
    for (const result of results) take(result);
    expect(summary).toMatchObject({ read: ITEMS, refused: 0, isComplete: true });
    expect(results.map(({ receipt }) => receipt?.["contentHash"])).toEqual(
      all.map(([kind, content]) => hashOf(kind, content)),
    );
    const counted =
      "select count(*)::int as submissions, count(distinct incident_id)::int as incidents from submission where key like 'batch %'";
    expect(await one(database.ownerUrl, counted)).toEqual({ submissions: ITEMS, incidents: ITEMS });
    const { code, output } = await runTool("tools/audit-verify", environment);
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining("The chain is whole") });
  },
);
