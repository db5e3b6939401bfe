import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import { loadProduct } from "./product.ts";

/** The PostgreSQL of a run, shared by every server. Durable: a commit waits for the disk, as in production. */
export interface BenchCluster {
  readonly dataDir: string;
  /** The URL of a database for one of the three roles. */
  url(database: string, role: Role): string;
  /** Stops PostgreSQL and leaves its folder as it is. */
  pause(): Promise<void>;
  /** Stops PostgreSQL and removes its folder unless it is to be kept. */
  stop(): Promise<void>;
}

export type Role = "owner" | "gateway" | "superuser";

/** Deviations from PostgreSQL's defaults. */
export const POSTGRES_SETTINGS = {
  max_connections: "400",
  shared_buffers: "1GB",
  max_wal_size: "16GB",
  checkpoint_timeout: "30min",
  // Records the time of each commit, to measure from.
  track_commit_timestamp: "on",
};

export async function startCluster(kept: string | null): Promise<BenchCluster> {
  const { startEmbeddedDatabase } = await loadProduct();
  const folder = kept ? resolve(kept) : await mkdtemp(join(tmpdir(), "dabyl-bench-"));
  await mkdir(folder, { recursive: true });
  // Under root, PostgreSQL runs as another user, who has to enter the folder.
  await chmod(folder, 0o711);
  const dataDir = join(folder, "data");
  const cluster = await startEmbeddedDatabase({ dataDir, settings: POSTGRES_SETTINGS });
  const urls = { owner: cluster.ownerUrl, gateway: cluster.gatewayUrl, superuser: cluster.superuserUrl };
  return {
    dataDir,
    url: (database, role) => Object.assign(new URL(urls[role]), { pathname: `/${database}` }).href,
    pause: () => cluster.stop(),
    async stop() {
      await cluster.stop();
      if (!kept) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Runs `use` on a session that is closed afterwards. */
export async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** Creates a database, empty or as a copy; replaces an older one of that name. */
export async function createDatabase(cluster: BenchCluster, name: string, template = "template0"): Promise<void> {
  await withClient(cluster.url("postgres", "superuser"), async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name} owner dabyl_owner template ${template} strategy file_copy`);
  });
}
