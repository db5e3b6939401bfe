import { appendFile, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "../../src/platform/database.js";
import { startEmbeddedDatabase } from "../../src/platform/embedded-database.js";
import { copyDataDir, removeFolder, scratchFolder } from "./scratch.js";

declare module "vitest" {
  interface ProvidedContext {
    /** The superuser's URL of the cluster that all test files share, to its database `postgres`. */
    superuserUrl: string;
    /** The owning role's URL of the migrated database that each test's own is copied from. */
    templateOwnerUrl: string;
    /** The gateway role's URL of that database. */
    templateGatewayUrl: string;
    /** The folder of the cluster's Unix socket; null where there is none. */
    socketFolder: string | null;
    /** A data folder to copy, whose cluster was migrated and shut down cleanly: creating one takes seconds. */
    stoppedDataDir: string;
    /** A folder that is removed at the end of the run. */
    runFolder: string;
  }
}

/** For a cluster that need not survive a power cut, and whose databases live for seconds. */
const QUICK = {
  max_connections: "300",
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  max_wal_size: "4GB",
  checkpoint_timeout: "1h",
  autovacuum: "off",
  jit: "off",
  // Its files are in memory, so I/O workers would be a detour.
  io_method: "sync",
  // Each session would load it for itself.
  shared_preload_libraries: "plpgsql",
  // Of the roles' passwords, which are hashed anew for each session.
  scram_iterations: "1",
};

/** For the copies of a cluster that tests start and stop: what a start takes is mostly the memory that it lays out. */
const SMALL = {
  shared_buffers: "16MB",
  wal_buffers: "256kB",
  max_logical_replication_workers: "0",
  autovacuum: "off",
  io_method: "sync",
};

function linesOf(settings: Readonly<Record<string, string>>): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name} = '${value}'\n`)
    .join("");
}

/** One cluster for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await scratchFolder("dabyl-tests-");
  try {
    const dataDir = join(folder, "data");
    const stopped = join(folder, "stopped");
    const first = await startEmbeddedDatabase({ dataDir, settings: QUICK });
    await migrate(first.ownerUrl);
    await first.stop();
    copyDataDir(dataDir, stopped);
    await appendFile(join(stopped, "postgres/postgresql.auto.conf"), linesOf(SMALL));
    // Each copy is to find its own port.
    await rm(join(stopped, "postgres-port"));
    const sockets = process.platform === "win32" ? null : join(dataDir, "postgres");
    const rules = join(dataDir, "postgres/pg_hba.conf");
    // To prove a password touches a library in each session; nobody else may enter the folder of the socket.
    await writeFile(rules, `local all all trust\n${await readFile(rules, "utf8")}`);
    const settings = { ...QUICK, ...(sockets === null ? {} : { unix_socket_directories: sockets }) };
    const cluster = await startEmbeddedDatabase({ dataDir, settings });
    await readCatalogs(cluster.ownerUrl);
    project.provide("superuserUrl", cluster.superuserUrl);
    project.provide("templateOwnerUrl", cluster.ownerUrl);
    project.provide("templateGatewayUrl", cluster.gatewayUrl);
    project.provide("socketFolder", sockets);
    project.provide("stoppedDataDir", stopped);
    project.provide("runFolder", folder);
    return async () => {
      try {
        await endSessions(cluster.superuserUrl);
        await cluster.stop();
      } finally {
        removeFolder(folder);
      }
    };
  } catch (error) {
    removeFolder(folder);
    throw error;
  }
}

/**
 * The first session of a database reads its catalogs and leaves what it found to those that follow, and to the database's copies:
 * without it every session of every copy that begins before the first is ready would read for itself.
 */
async function readCatalogs(connectionString: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  await client.end();
}

/** A failed test may have left connections open, which would keep the cluster running. */
async function endSessions(connectionString: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query(
    "select pg_terminate_backend(pid, 5000) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
  );
  await client.end();
}
