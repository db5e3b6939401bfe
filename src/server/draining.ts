/**
 * Node's HTTP server, closed as a plain server of connections: its own `close` destroys connections that look idle. Shown by
 * `test/process/draining`.
 */
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { Server as NetServer, type Socket } from "node:net";
import type { RequestsUnderWay } from "./requests-under-way.js";
import { setImmediate as turn, setTimeout as after } from "node:timers/promises";

/** Quiet turns of the event loop after which everything in the machine's buffers has been read. */
const QUIET_TURNS = 5;
/** Milliseconds for requests in progress to be answered; then the same again for callers to read that they were not. */
const PATIENCE = 10_000;
const LAST_PATIENCE = 2_000;

/**
 * Shuts an HTTP server down without losing a request. Node's own way loses those that have arrived and have not been read, and
 * closes the listener while connections wait to be accepted.
 */
export class Draining {
  private arrivals = 0;
  private isClosingIdle = false;
  private hasBegun = false;

  constructor(
    private readonly server: Server,
    private readonly underWay: RequestsUnderWay,
  ) {
    server.on("connection", () => (this.arrivals += 1));
    server.on("request", ({ socket }: IncomingMessage, response: ServerResponse) => {
      this.arrivals += 1;
      underWay.whenOver(response, () => {
        if (this.isClosingIdle && this.isFree(socket)) socket.end();
      });
    });
    // Upgraded sockets are closed by their own protocol.
    server.on("upgrade", ({ socket }: IncomingMessage) => {
      this.arrivals += 1;
      if (this.isFree(socket)) underWay.forget(socket);
    });
  }

  get isOn(): boolean {
    return this.hasBegun;
  }

  /** Whether every request on a connection has been answered. */
  isFree(socket: Socket): boolean {
    return this.underWay.of(socket).length === 0;
  }

  /** Whether the answer about to be sent is the connection's last: nothing else has been requested on it. */
  async isLast(socket: Socket): Promise<boolean> {
    if (this.hasBegun) await this.isCaughtUp();
    else if (!socket.readableEnded) return false;
    return this.underWay.of(socket).length <= 1;
  }

  /**
   * Resolves when every connection has ended: those with requests once they are answered, the others after `linger` milliseconds,
   * to allow for requests on their way. If that takes too long, `giveUp` is called once and must answer the rest.
   */
  async drain(linger: number, giveUp: () => void): Promise<void> {
    this.hasBegun = true;
    await this.isCaughtUp();
    // `http.Server.close` destroys connections that look idle; `net.Server.close` stops listening and waits.
    const ended = new Promise<void>((resolve) => void NetServer.prototype.close.call(this.server, () => resolve()));
    await after(linger);
    await this.isCaughtUp();
    this.isClosingIdle = true;
    for (const socket of this.underWay.connections) if (this.isFree(socket)) socket.destroy();
    const isInTime = ended.then(() => true);
    if (!(await Promise.race([isInTime, after(PATIENCE, false, { ref: false })]))) {
      giveUp();
      await Promise.race([ended, after(LAST_PATIENCE, undefined, { ref: false })]);
    }
    for (const socket of this.underWay.connections) socket.destroy();
  }

  /** Resolves when everything that had reached the machine has been accepted, read and dispatched. */
  private async isCaughtUp(): Promise<void> {
    const end = performance.now() + PATIENCE;
    for (let quiet = 0; quiet < QUIET_TURNS && performance.now() < end; quiet += 1) {
      const before = this.arrivals;
      await turn();
      if (this.arrivals > before) quiet = 0;
    }
  }
}
