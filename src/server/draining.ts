import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { Server as NetServer, type Socket } from "node:net";
import type { RequestsUnderWay } from "./requests-under-way.js";
import { setImmediate as turn, setTimeout as after } from "node:timers/promises";

/** Turns of the event loop without anything new after which all that lay in the machine's buffers has been read. */
const QUIET_TURNS = 5;
/** Milliseconds that requests under way have to be answered, and then whoever was told that they are not to read it. */
const PATIENCE = 10_000;
const LAST_PATIENCE = 2_000;

/**
 * How an HTTP server leaves without losing a request. Node's own way destroys connections that look idle, with requests
 * that have come in but were not read yet, and closes the listener over connections that wait to be accepted.
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
    // Sockets of their own protocol are closed in its way.
    server.on("upgrade", ({ socket }: IncomingMessage) => {
      this.arrivals += 1;
      if (this.isFree(socket)) underWay.forget(socket);
    });
  }

  get isOn(): boolean {
    return this.hasBegun;
  }

  /** Whether nothing that was asked on a connection is still to be answered. */
  isFree(socket: Socket): boolean {
    return this.underWay.of(socket).length === 0;
  }

  /** Whether the answer that is about to go out on a connection is its last: nothing else has been asked on it. */
  async isLast(socket: Socket): Promise<boolean> {
    if (this.hasBegun) await this.isCaughtUp();
    else if (!socket.readableEnded) return false;
    return this.underWay.of(socket).length <= 1;
  }

  /**
   * Ends when every connection has ended: those with requests when they are answered, the others after `linger`
   * milliseconds, in which a request that is on its way may arrive. Where that takes too long, `giveUp` is called once, and has
   * to answer what is left.
   */
  async drain(linger: number, giveUp: () => void): Promise<void> {
    this.hasBegun = true;
    await this.isCaughtUp();
    // Of http.Server, `close` destroys what looks idle; of net.Server, it stops to listen and waits.
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

  /** Resolves when what had reached the machine has been accepted, read and taken up. */
  private async isCaughtUp(): Promise<void> {
    const end = performance.now() + PATIENCE;
    for (let quiet = 0; quiet < QUIET_TURNS && performance.now() < end; quiet += 1) {
      const before = this.arrivals;
      await turn();
      if (this.arrivals > before) quiet = 0;
    }
  }
}
