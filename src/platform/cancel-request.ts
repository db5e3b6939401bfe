import pg from "pg";

/** Milliseconds that PostgreSQL has to take the request. */
const PATIENCE = 2_000;

/** What @types/pg leaves out: the key to a session's statements, and the request that carries it. */
type Keyed = pg.PoolClient & { readonly processID: number; readonly secretKey: number };
type Requesting = pg.Connection & {
  connect(portOrPath: number | string, host?: string): void;
  requestSsl(): void;
  cancel(processID: number, secretKey: number): void;
};

/**
 * Stops the statement that a session runs (PostgreSQL, Frontend/Backend Protocol, "Canceling Requests in Progress"): a
 * connection of its own, for which neither a place in a pool nor a right is needed. PostgreSQL closes it once the signal is
 * sent, and a signal that is sent meets what runs now, or nothing: what the session is asked afterwards is safe. False where
 * that is not known.
 */
export function cancelRunning(client: pg.PoolClient): Promise<boolean> {
  const { host, port, ssl, processID, secretKey } = client as Keyed;
  const request = new pg.Connection({ ssl }) as Requesting;
  const ask = (): void => request.cancel(processID, secretKey);
  request.on("connect", () => (ssl ? request.requestSsl() : ask()));
  request.on("sslconnect", ask);
  return new Promise((resolve) => {
    const patience = setTimeout(() => request.stream.destroy(new Error("PostgreSQL takes no cancellation")), PATIENCE);
    request.on("error", () => resolve(false));
    request.on("end", () => {
      clearTimeout(patience);
      resolve(true);
    });
    // A path of a socket takes the place of the port.
    if (host.startsWith("/")) request.connect(`${host}/.s.PGSQL.${port}`);
    else request.connect(port, host);
  });
}
