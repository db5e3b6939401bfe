import type { Embedding } from "./embedded-postgres/embedding.js";
import { startEmbeddedPostgres, type EmbeddedCluster } from "./embedded-postgres/supervisor.js";
import { SCOPE_ROLES, GATEWAY } from "./roles.js";

/** The folder of the embedded PostgreSQL within the data folder. */
export const CLUSTER_FOLDER = "postgres";

/** How we embed PostgreSQL. Clusters that exist go by these names, so none of them may change. */
const EMBEDDING: Embedding<"owner" | "gateway"> = {
  program: "dabyl",
  files: {
    cluster: CLUSTER_FOLDER,
    log: "postgres.log",
    secrets: "postgres-secrets.json",
    port: "postgres-port",
  },
  database: { name: "dabyl", owner: "owner" },
  roles: {
    owner: { name: "dabyl_owner" },
    gateway: { name: GATEWAY, attributes: "noinherit" },
  },
  groups: { gateway: Object.values(SCOPE_ROLES) },
  settingNames: { dataDir: "DATA_DIR", server: "DATABASE_URL" },
};

/** The gateway's database on an embedded PostgreSQL. */
export interface EmbeddedDatabase extends Omit<EmbeddedCluster, "urls"> {
  /** Connection URL of the role that owns the database and migrates. */
  readonly ownerUrl: string;
  /** Connection URL of the role that the gateway runs as. */
  readonly gatewayUrl: string;
}

/** Starts the embedded PostgreSQL in `dataDir`, or takes over the one that runs there (`startEmbeddedPostgres`). */
export async function startEmbeddedDatabase(
  options: Parameters<typeof startEmbeddedPostgres>[1],
): Promise<EmbeddedDatabase> {
  const { urls, ...cluster } = await startEmbeddedPostgres(EMBEDDING, options);
  return { ownerUrl: urls.owner, gatewayUrl: urls.gateway, ...cluster };
}
