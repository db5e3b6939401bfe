import { startEmbeddedPostgres } from "./platform/embedded-postgres/supervisor.js";
import type { Config } from "./platform/config.js";

/** Where the database is, for both of its roles. */
export interface DatabaseAddress {
  readonly ownerUrl: string;
  readonly gatewayUrl: string;
  readonly isEmbedded: boolean;
  /** Stops an embedded PostgreSQL that nobody else uses; does nothing to another one. */
  stop(): Promise<void>;
}

/** The database that the settings name, or the embedded one, started. */
export async function findDatabase(config: Config): Promise<DatabaseAddress> {
  const { databaseUrl, databaseOwnerUrl, dataDir } = config;
  if (databaseUrl !== null)
    return {
      ownerUrl: databaseOwnerUrl ?? databaseUrl,
      gatewayUrl: databaseUrl,
      isEmbedded: false,
      stop: () => Promise.resolve(),
    };
  const cluster = await startEmbeddedPostgres({ dataDir });
  const { ownerUrl, gatewayUrl } = cluster;
  return { ownerUrl, gatewayUrl, isEmbedded: true, stop: () => cluster.stop() };
}
