import { join } from "node:path";
import { expect, test } from "vitest";
import { readPostmasterRecord } from "../../src/platform/embedded-postgres/postmaster.js";
import { Chain, flood, repeat, type Kind } from "../support/chains.js";
import { eventually } from "../support/eventually.js";
import { readiness, createDataDir, credentialsOf, GatewayProcess, runTool } from "../support/process.js";

const STORY: readonly Kind[] = ["REPORTED", "CARD_SUBMITTED", "CARD_AMENDED"];

async function postmasterOf(dataDir: string): Promise<number> {
  const record = await readPostmasterRecord(join(dataDir, "postgres"));
  if (!record) throw new Error("PostgreSQL does not run");
  return record.pid;
}

/** Lines of the log about the embedded PostgreSQL, by what they say. */
function notifiedOf(output: string): string[] {
  return [...output.matchAll(/"msg":"the embedded PostgreSQL ([^"]*)"/g)].map(([, said]) => said ?? "");
}

test("an embedded PostgreSQL killed in the middle of submissions is started again by its gateway, and nothing is lost", async () => {
  await using data = await createDataDir();
  await using gateway = await GatewayProcess.start({ DATA_DIR: data.path });
  const { socs } = await credentialsOf(data.path);
  const chains = Array.from(
    { length: 30 },
    (_, index) => new Chain(`outage ${index}`, socs[index % socs.length]?.token ?? "", STORY),
  );
  const postmaster = await postmasterOf(data.path);
  let receipts = 0;
  await flood(gateway, chains, {
    isOver: () => receipts >= 40,
    onReceipt: () => {
      receipts += 1;
      if (receipts === 40) process.kill(postmaster, "SIGKILL");
    },
  });
  // By itself: nobody touches PostgreSQL or the gateway.
  await eventually(async () => (await readiness(gateway)) === 200);
  expect(await postmasterOf(data.path)).not.toBe(postmaster);
  expect(await repeat(gateway, chains)).toEqual([]);
  const { code, output } = await runTool("tools/audit-verify", { DATA_DIR: data.path });
  expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining("The chain is whole") });

  const ended = await gateway.end("SIGTERM");
  expect(ended.code).toBe(0);
  expect(notifiedOf(ended.output)).toEqual(["is gone and is being started again", "is back"]);
  expect(await readPostmasterRecord(join(data.path, "postgres"))).toBeNull();
});
