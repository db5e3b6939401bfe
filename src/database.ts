import { startEmbeddedPostgres } from "./platform/embedded-postgres/supervisor.js";
import type { Config } from "./platform/config.js";
import type { Logger } from "./platform/logger.js";

/** Where the database is, for both of its roles. */
export interface DatabaseAddress {
  readonly ownerUrl: string;
  readonly gatewayUrl: string;
  readonly isEmbedded: boolean;
  /** Starts an embedded PostgreSQL again whenever it is gone, until `stop`; does nothing to another one. */
  keepUp(logger: Logger): void;
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
      keepUp: () => undefined,
      stop: () => Promise.resolve(),
    };
  const cluster = await startEmbeddedPostgres({ dataDir });
  const { ownerUrl, gatewayUrl } = cluster;
  return {
    ownerUrl,
    gatewayUrl,
    isEmbedded: true,
    keepUp: (logger) =>
      cluster.keepUp({
        gone: () => logger.error("the embedded PostgreSQL is gone and is being started again"),
        failed: (err) => logger.error({ err }, "the embedded PostgreSQL does not start; further tries follow"),
        back: () => logger.warn("the embedded PostgreSQL is back"),
      }),
    stop: () => cluster.stop(),
  };
}
