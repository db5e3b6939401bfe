import type { IncomingMessage, Server } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { setImmediate as turn, setTimeout as after } from "node:timers/promises";
import { handleProtocols } from "graphql-ws";
import { WebSocketServer, type WebSocket } from "ws";
import type { Authentication } from "../access/authenticate.js";
import type { Session } from "../access/session.js";
import { Refusal } from "../domain/refusal.js";
import type { SocketLimits } from "../platform/config.js";
import { networkOf } from "../platform/network.js";
import { Shares } from "../platform/shares.js";
import type { Gateway } from "../operation/request-context.js";
import type { AddressOf } from "./caller-address.js";
import type { ErrorDesk } from "./errors.js";
import type { Execution } from "./execution.js";
import type { Bodies } from "./bodies.js";
import type { HeldRefusals } from "./held-refusals.js";
import { Round } from "./round.js";
import { hangUp } from "./hang-up.js";
import { mayUpgrade } from "./upgrade.js";
import { GraphqlSocket } from "./graphql-socket.js";
import { boundUnfinished } from "./unfinished.js";
import type { Preparation } from "./prepare-operation.js";

/** What all sockets of a gateway share. */
export interface SocketParts {
  readonly gateway: Gateway;
  readonly preparation: Preparation;
  readonly execution: Execution;
  readonly errors: ErrorDesk;
  readonly authentication: Authentication;
  readonly held: HeldRefusals;
  readonly bodies: Bodies;
  readonly limits: SocketLimits;
}

interface Parts extends SocketParts {
  /** Whether every HTTP request on a connection has been answered. */
  readonly isFree: (connection: Socket) => boolean;
  readonly addressOf: AddressOf;
  readonly bodyBytes: number;
}

/** Bytes of a socket whose client has not authenticated yet. */
const STRANGER_BYTES = 65_536;
/** Milliseconds between pings of a socket, and in how many steps all are pinged: thousands at once would hold up everybody. */
const HEARTBEAT = 12_000;
const STEPS = 24;
/** Milliseconds for operations in progress to be answered, and then for a client to answer the close. */
const ANSWER_PATIENCE = 10_000;
const CLOSE_PATIENCE = 2_000;
/** Turns of the event loop in which messages that have arrived are read. */
const TURNS = 5;

/** The WebSocket side of the gateway: who may have a socket, and how all of them are closed. */
export class Sockets {
  private readonly server: WebSocketServer;
  private readonly open = new Set<GraphqlSocket>();
  private readonly ofParty: Shares;
  private readonly subscriptions: Shares;
  /** By network. */
  private readonly nameless = new Map<string, number>();
  private readonly ended = new AbortController();
  private readonly heartbeat: NodeJS.Timeout;

  constructor(
    private readonly http: Server,
    private readonly parts: Parts,
  ) {
    this.ofParty = new Shares(parts.limits.ofParty);
    this.subscriptions = new Shares(parts.limits.subscriptionsOfParty);
    this.server = new WebSocketServer({
      noServer: true,
      maxPayload: parts.bodyBytes,
      perMessageDeflate: false,
      // Each message in its own turn of the event loop: a thousand at once hold up nobody.
      allowSynchronousEvents: false,
      handleProtocols,
    });
    http.on("upgrade", (request: IncomingMessage, stream: Duplex, head: Buffer) => this.upgrade(request, stream, head));
    const round = new Round(this.open, STEPS);
    this.heartbeat = setInterval(() => {
      for (const socket of round.next()) socket.wire.beat();
    }, HEARTBEAT / STEPS);
    void this.followAccess();
  }

  /** The sessions of all authenticated sockets. */
  *sessions(): Iterable<Session> {
    for (const { session } of this.open) if (session) yield session;
  }

  /** Authenticated sockets, unauthenticated ones, and the subscriptions on all of them. */
  get count(): { readonly known: number; readonly nameless: number; readonly subscriptions: number } {
    const all = [...this.open];
    const known = all.filter(({ session }) => session !== null).length;
    const subscriptions = all.reduce((sum, socket) => sum + socket.subscriptions, 0);
    return { known, nameless: all.length - known, subscriptions };
  }

  /** Counts a socket for its party and actor; false if the limit is reached. */
  admit(socket: GraphqlSocket, { actor }: Session): boolean {
    if (!this.ofParty.isLeft(actor, 1)) return false;
    this.forgetNameless(socket);
    void socket.closed.then(this.ofParty.hold(actor, 1));
    return true;
  }

  /** Closes every socket with 1001 once its queries and mutations are answered, if only that their outcome is unknown. */
  async close(): Promise<void> {
    this.ended.abort();
    clearInterval(this.heartbeat);
    for (let count = 0; count < TURNS; count += 1) await turn();
    const left = Promise.all([...this.open].map((socket) => socket.leave()));
    await Promise.race([left, after(ANSWER_PATIENCE, undefined, { ref: false })]);
    for (const socket of this.open) socket.giveUp();
    await Promise.race([
      Promise.all([...this.open].map((socket) => socket.closed)),
      after(CLOSE_PATIENCE, undefined, { ref: false }),
    ]);
    for (const socket of this.server.clients) socket.terminate();
  }

  private upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    // A connection that breaks here affects only itself.
    stream.on("error", () => stream.destroy());
    try {
      // Before 24.9, Node upgrades without asking. Requests sent earlier are not answered after that.
      if (!this.parts.isFree(request.socket)) {
        stream.destroy();
        return;
      }
      if (!mayUpgrade(request)) {
        turnAway(request.socket, "400 Bad Request");
        return;
      }
      const address = this.parts.addressOf(request);
      const count = this.nameless.get(networkOf(address)) ?? 0;
      if (this.ended.signal.aborted || count >= this.parts.limits.nameless) {
        turnAway(request.socket, "503 Service Unavailable");
        return;
      }
      this.server.handleUpgrade(request, stream, head, (ws) => {
        const socket = this.begin(ws, stream, address);
        this.boundStranger(socket, ws, stream);
        boundUnfinished(ws, stream, {
          // A message may take as long as a request.
          patience: this.http.requestTimeout,
          isPaused: () => socket.wire.isHeldUp,
          begin: () => socket.beginLarge(),
          onLate: () => socket.shut("MESSAGE_UNFINISHED"),
        });
      });
    } catch (error) {
      this.parts.gateway.logger.error({ err: error }, "an upgrade failed");
      stream.destroy();
    }
  }

  /**
   * Until its client is authenticated, a socket's bytes are limited in total: a single message is bounded only once it is
   * complete.
   */
  private boundStranger(socket: GraphqlSocket, ws: WebSocket, stream: Duplex): void {
    let bytes = 0;
    const count = (chunk: Buffer): void => {
      bytes += chunk.length;
      if (socket.session) stream.off("data", count);
      else if (bytes > STRANGER_BYTES) ws.terminate();
    };
    stream.on("data", count);
  }

  private begin(ws: WebSocket, stream: Duplex, address: string | null): GraphqlSocket {
    const socket = new GraphqlSocket(ws, stream, address, this.parts, this.subscriptions, (one, session) =>
      this.admit(one, session),
    );
    this.open.add(socket);
    const network = networkOf(address);
    this.nameless.set(network, (this.nameless.get(network) ?? 0) + 1);
    void this.untilClosed(socket);
    return socket;
  }

  private async untilClosed(socket: GraphqlSocket): Promise<void> {
    await socket.closed;
    this.open.delete(socket);
    if (socket.party === null) this.forgetNameless(socket);
  }

  private forgetNameless({ address }: GraphqlSocket): void {
    lessen(this.nameless, networkOf(address));
  }

  /** Closes the sockets of a token that is no longer valid, including idle ones. */
  private async followAccess(): Promise<void> {
    const { tail, logger } = this.parts.gateway;
    const { signal } = this.ended;
    for (let seen = tail.accessChanges; !signal.aborted;) {
      await tail.grown(Number.MAX_SAFE_INTEGER, seen, signal, () => false);
      if (tail.accessChanges === seen || signal.aborted) continue;
      seen = tail.accessChanges;
      await this.askAgain().catch((error: unknown) =>
        logger.warn({ err: error }, "tokens of sockets could not be asked again; each operation asks for itself"),
      );
    }
  }

  private async askAgain(): Promise<void> {
    const ofProof = Map.groupBy(
      [...this.open].filter(({ session }) => session !== null),
      ({ session }) => session?.key,
    );
    for (const sockets of ofProof.values()) {
      const { session = null } = sockets[0] ?? {};
      if (!session) continue;
      try {
        await this.parts.authentication.again(session);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        for (const socket of sockets) socket.shutOut(error);
      }
    }
  }
}

function lessen(counts: Map<string, number>, key: string): void {
  const count = (counts.get(key) ?? 0) - 1;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}

/** Answers an upgrade that is refused. */
function turnAway(socket: Socket, status: string): void {
  const head = [`HTTP/1.1 ${status}`, "retry-after: 1", "connection: close", "content-length: 0", "", ""];
  socket.end(head.join("\r\n"));
  hangUp(socket);
}
