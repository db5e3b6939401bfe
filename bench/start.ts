import type { BenchCluster } from "./cluster.ts";
import { startServer } from "./processes.ts";
import { GATEWAY_ENTRY } from "./product.ts";
import { startOn } from "./servers.ts";
import { FIRST_PORT, type Settings } from "./settings.ts";
import { median } from "./statistics.ts";

/** From the start of the process until it first answers that it is ready, on existing data. */

export interface StartFigures {
  /** Milliseconds, with PostgreSQL already running. */
  readonly alone: number;
  /** Resident memory of that gateway before the first request, MiB. */
  readonly idle: number;
}

export async function measureStart(
  cluster: BenchCluster,
  database: string,
  { rounds }: Settings,
): Promise<StartFigures> {
  const started: number[] = [];
  const idle: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const gateway = await startOn(cluster, database, "gateway", FIRST_PORT);
    started.push(gateway.startedIn);
    idle.push(await gateway.memory());
    await gateway.stop();
  }
  return { alone: median(started), idle: median(idle) };
}

/** The same if the gateway has to start its PostgreSQL first. The cluster must be stopped. */
export async function measureEmbeddedStart(dataDir: string, { rounds }: Settings): Promise<number> {
  const started: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const environment = { DATABASE_URL: "embedded", DATA_DIR: dataDir, LOG_LEVEL: "warn" };
    const gateway = await startServer(GATEWAY_ENTRY, FIRST_PORT, environment);
    started.push(gateway.startedIn);
    await gateway.stop();
  }
  return median(started);
}
