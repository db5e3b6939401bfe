/**
 * pg's connection, used by itself to cancel a statement: the client's own `cancel` speaks no TLS and does not say when it is done.
 * pg's types omit the keys of a session and the request that carries them.
 *
 * Shown by `test/stores/sessions` ("what is cancelled", "a cancellation meets nobody") and `test/limits/right-of-way`.
 */
import pg from "pg";

/** Milliseconds that PostgreSQL has to accept the request. */
const PATIENCE = 2_000;

/** The cancellation key of a session, and the request that carries it. */
type Keyed = pg.PoolClient & { readonly processID: number; readonly secretKey: number };
type Requesting = pg.Connection & {
  connect(portOrPath: number | string, host?: string): void;
  requestSsl(): void;
  cancel(processID: number, secretKey: number): void;
};

/**
 * Cancels the statement that a session is running (PostgreSQL, Frontend/Backend Protocol, "Canceling Requests in Progress"). It
 * uses a connection of its own, which needs no pool slot and no privilege. PostgreSQL closes that connection once the signal has
 * been sent, and the signal affects the statement then running or nothing, so later statements of the session are safe. False if
 * the outcome is unknown.
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
    // The path of a Unix socket replaces host and port.
    if (host.startsWith("/")) request.connect(`${host}/.s.PGSQL.${port}`);
    else request.connect(port, host);
  });
}
