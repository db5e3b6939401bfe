import { fileURLToPath } from "node:url";
import type { BenchCluster } from "./cluster.ts";
import { startServer, type ServerProcess } from "./processes.ts";
import { GATEWAY_ENTRY } from "./product.ts";
import type { ServerName } from "./questions.ts";
import { CONNECTIONS } from "./settings.ts";

/** One actor asks for as much as the machine can deliver. */
const UNLIMITED = { COST_AT_ONCE: "1000000000000", COST_PER_MINUTE: "1000000000000" };

/** Starts one of the four servers on a database. Only the gateway is subject to row-level security. */
export function startOn(
  cluster: BenchCluster,
  database: string,
  name: ServerName,
  port: number,
  environment: Readonly<Record<string, string>> = {},
  nodeArgs: readonly string[] = [],
): Promise<ServerProcess> {
  const pool = String(CONNECTIONS);
  if (name === "gateway") {
    const urls = { DATABASE_URL: cluster.url(database, "gateway"), DATABASE_OWNER_URL: cluster.url(database, "owner") };
    return startServer(
      GATEWAY_ENTRY,
      port,
      { ...urls, ...UNLIMITED, DATABASE_POOL: pool, LOG_LEVEL: "warn", ...environment },
      { nodeArgs },
    );
  }
  const entry = fileURLToPath(new URL(`servers/${name}.ts`, import.meta.url));
  return startServer(
    entry,
    port,
    { DATABASE_URL: cluster.url(database, "superuser"), POOL: pool, ...environment },
    { nodeArgs },
  );
}
