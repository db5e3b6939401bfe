import { randomUUID } from "node:crypto";
import type { Duplex } from "node:stream";
import { MessageType, parseMessage, type Message, type SubscribeMessage } from "graphql-ws";
import type { WebSocket } from "ws";
import type { Session } from "../access/session.js";
import type { Actor } from "../domain/parties.js";
import type { Refusal } from "../domain/refusal.js";
import type { SocketEnd } from "../domain/wording/socket-ends.js";
import { wayOf, type Way } from "../domain/wording/reader.js";
import { negotiateLocale, type Locale } from "../domain/wording/wording.js";
import type { Shares } from "../platform/shares.js";
import { isTooFine } from "./graphql-request.js";
import { closeFor, endFor, tokenEnd } from "./socket-ends.js";
import { SocketOperations } from "./socket-operations.js";
import type { Unfinished } from "./unfinished.js";
import type { SocketParts } from "./websocket.js";
import { Wire } from "./wire.js";

/*
 * States of a socket, each entered once, in this order:
 *
 * - a stranger's: nothing but a ping or pong is taken before `connection_init`, which must come within INIT_PATIENCE
 * - asking (`isInitialised`): the token is looked up; an operation is still refused with 4401
 * - known (`session`): acknowledged, and operations run, until the token ends or either side closes
 * - leaving (`isLeaving`): the gateway is going down. What comes is still carried out; closed as soon as nothing is under way
 * - over (`isOver`): what ran is aborted, and nothing is taken or sent any more. From any state, by either side
 *
 * What may overtake what:
 *
 * - Messages are taken in the order of their arrival, and none waits for the operation of an earlier one.
 * - `complete` and `pong`, and what cannot be run at all, overtake everything that waits for its lane.
 * - A mutation and a query overtake each other. Mutations start in their order, and so do queries and subscriptions; each is
 *   answered when it is ready. Frames of one subscription keep their order.
 * - Whatever comes later overtakes a refusal that is delayed (RATE_LIMITED).
 * - A close comes after what has been written, and in place of what has not.
 * - While too much is unread (`Wire.isHeldUp`) no message is read and no operation starts.
 */

/** Milliseconds that a client has to authenticate (`connection_init`). */
const INIT_PATIENCE = 3_000;
/** Bytes of a message from a client that has not authenticated yet. */
const INIT_BYTES = 16_384;
/** Characters of an operation's id, which is repeated with each frame. */
const ID_CHARACTERS = 128;
/** Bytes of a ping or pong; a larger one closes the socket. */
const SIGN_BYTES = 1_024;

/**
 * One client, by the protocol graphql-transport-ws (PROTOCOL.md of graphql-ws 6). Written here instead of using graphql-ws
 * because it bounds the work done for a client, stops reading from a client that leaves answers unread, and keeps an operation
 * that ends late apart from a later one with the same id.
 */
export class GraphqlSocket {
  session: Session | null = null;
  readonly closed: Promise<void>;
  /** The client's language, from `connection_init` on. */
  locale: Locale = "en";
  /** Who reads what it is sent, where its client says that. */
  way: Way | undefined = undefined;
  isOver = false;
  private isInitialised = false;
  private isLeaving = false;
  private readonly gone = new AbortController();
  readonly wire: Wire;
  private readonly operations: SocketOperations;
  private forgetExpiry: () => void = () => undefined;

  constructor(
    ws: WebSocket,
    stream: Duplex,
    readonly address: string | null,
    private readonly parts: SocketParts,
    subscriptionsOfParty: Shares,
    private readonly admits: (socket: GraphqlSocket, session: Session) => boolean,
  ) {
    this.wire = new Wire(
      ws,
      stream,
      parts.limits,
      () => this.close("TOO_SLOW"),
      () => this.operations.go(),
    );
    this.operations = new SocketOperations(this, parts, subscriptionsOfParty);
    const patience = setTimeout(() => {
      if (!this.isInitialised) this.close("INIT_LATE");
    }, INIT_PATIENCE);
    this.closed = new Promise((resolve) =>
      ws.once("close", () => {
        clearTimeout(patience);
        this.end();
        resolve();
      }),
    );
    // ws picks the close code: 1009, 1007, 1002. A peer that vanished is not an error.
    ws.on("error", (error) => parts.gateway.logger.debug({ err: error, address }, "a socket broke"));
    ws.on("ping", ({ length }) => this.listen(length));
    ws.on("pong", ({ length }) => {
      if (!this.wire.isAlive()) this.listen(length);
    });
    ws.on("message", (data, isBinary) => this.receive(data as Buffer, isBinary));
    if (ws.protocol === "") this.close("SUBPROTOCOL_MISSING");
  }

  /** Subscriptions running on it. */
  get subscriptions(): number {
    return this.operations.following;
  }

  /** The party it belongs to, once it has authenticated. */
  get party(): string | null {
    return this.session?.actor.party.id ?? null;
  }

  /** Closes with 1001 once no query or mutation is in progress. */
  async leave(): Promise<void> {
    this.isLeaving = true;
    this.leaveIfDone();
    if (!this.isOver) await new Promise((resolve) => this.gone.signal.addEventListener("abort", resolve));
  }

  /** Called whenever an operation is no longer under way. */
  leaveIfDone(): void {
    if (this.isLeaving && this.operations.areDone) this.close("GOING_AWAY");
  }

  /**
   * Closes with 1001 now. Queries and mutations in progress are answered that their outcome is unknown; subscriptions can be
   * resumed elsewhere.
   */
  giveUp(): void {
    this.operations.giveUp();
    this.close("GOING_AWAY");
  }

  /** Closes it because the token is invalid or has stopped being valid. */
  shutOut(refusal: Refusal): void {
    this.close(tokenEnd(refusal));
  }

  close(why: SocketEnd): void {
    if (this.isOver) return;
    this.wire.close(closeFor(why, this.locale, this.way));
    this.end();
  }

  /** Like `close`, for a client that sends too much: nothing more is read from it. */
  shut(why: SocketEnd): void {
    if (this.isOver) return;
    this.wire.shut(closeFor(why, this.locale, this.way));
    this.end();
  }

  /** An incomplete message takes room, and is charged, as it arrives. */
  beginLarge(): Unfinished {
    if (!this.session) {
      this.wire.terminate();
      return { grow: () => undefined, end: () => undefined };
    }
    const growing = this.parts.bodies.growing(this.session.actor);
    return {
      grow: (bytes) => {
        // Nobody is going to read it.
        if (this.isOver) this.wire.terminate();
        else this.pays(() => growing.grow(bytes), "TOO_MUCH_AT_ONCE");
      },
      end: (isWhole) => {
        growing.giveBack();
        if (isWhole) growing.refund();
      },
    };
  }

  /** Stops everything that is done for it. */
  private end(): void {
    this.isOver = true;
    this.gone.abort();
    this.forgetExpiry();
    this.wire.forget();
    this.operations.end();
  }

  private receive(data: Buffer, isBinary: boolean): void {
    if (this.isOver) return;
    if (!this.session && data.length > INIT_BYTES) {
      this.close("INIT_TOO_LARGE");
      return;
    }
    // Whose message it is can be read only inside it; what cannot be paid for is not parsed.
    if (!this.pays((actor) => this.parts.bodies.charge(actor, data.length), "TOO_MUCH_AT_ONCE")) return;
    if (isTooFine(data)) {
      this.close("MESSAGE_TOO_FINE");
      return;
    }
    let message: Message;
    try {
      // ws has already checked that text messages are UTF-8.
      message = parseMessage(isBinary ? new TextDecoder("utf-8", { fatal: true }).decode(data) : data.toString());
    } catch {
      this.close("MESSAGE_INVALID");
      return;
    }
    this.take(message, data.length).catch((error: unknown) => {
      this.parts.errors.presentThrown(error, { locale: this.locale, requestId: randomUUID() });
      this.close("UNAVAILABLE");
    });
  }

  /** Whether its client may still send messages that carry no operation; otherwise the socket is closed. */
  listen(bytes: number): boolean {
    return this.pays((actor) => this.parts.bodies.chargeMessage(actor, bytes), "TOO_MANY_MESSAGES");
  }

  /** Whether its party can be charged. If not, the socket is closed and nothing more is read from it. */
  private pays(charge: (actor: Actor) => void, why: SocketEnd): boolean {
    try {
      if (this.session && !this.isOver) charge(this.session.actor);
    } catch {
      this.shut(why);
    }
    return !this.isOver;
  }

  send(message: object): Promise<void> {
    return this.wire.write(JSON.stringify(message));
  }

  private async take(message: Message, bytes: number): Promise<void> {
    switch (message.type) {
      case MessageType.ConnectionInit:
        await this.initialise(message.payload ?? {});
        return;
      case MessageType.Ping:
      case MessageType.Pong:
        if (bytes > SIGN_BYTES) this.shut("SIGN_TOO_LARGE");
        else if (this.listen(bytes) && message.type === MessageType.Ping)
          await this.send({ type: MessageType.Pong, ...(message.payload ? { payload: message.payload } : {}) });
        return;
      case MessageType.Subscribe:
        await this.subscribe(message, bytes);
        return;
      case MessageType.Complete:
        // Completing a running operation was paid for when it started.
        if (!this.operations.has(message.id)) this.listen(bytes);
        this.operations.complete(message.id);
        return;
      case MessageType.ConnectionAck:
      case MessageType.Next:
      case MessageType.Error:
        this.close("MESSAGE_INVALID");
    }
  }

  private async initialise(payload: Readonly<Record<string, unknown>>): Promise<void> {
    if (this.isInitialised) {
      this.close("INIT_REPEATED");
      return;
    }
    this.isInitialised = true;
    this.locale = negotiateLocale(textOf(payload["acceptLanguage"]));
    this.way = wayOf(payload["reader"]);
    const { authentication, gateway } = this.parts;
    const authorization = textOf(payload["authorization"] ?? payload["Authorization"]);
    let session: Session;
    try {
      session = await authentication.session({ authorization, address: this.address, signal: this.gone.signal });
    } catch (error) {
      const { locale, way } = this;
      const presented = this.parts.errors.presentThrown(error, { locale, way, requestId: randomUUID() });
      this.close(endFor(error, presented) ?? "TOO_MANY_WRONG_TOKENS");
      return;
    }
    if (this.isOver) return;
    if (!this.admits(this, session)) {
      this.close("TOO_MANY_SOCKETS");
      return;
    }
    this.session = session;
    // A client that opens one socket after another is charged as for operations.
    if (!this.listen(0)) return;
    this.forgetExpiry = gateway.clock.alarm(session.expiresAt, () => this.close("TOKEN_EXPIRED"));
    await this.send({ type: MessageType.ConnectionAck });
  }

  private async subscribe({ id, payload }: SubscribeMessage, bytes: number): Promise<void> {
    if (!this.session) {
      this.close("TOKEN_MISSING");
      return;
    }
    if (id.length > ID_CHARACTERS) {
      this.close("ID_TOO_LONG");
      return;
    }
    if (this.operations.has(id)) {
      this.close("ID_IN_USE");
      return;
    }
    await this.operations.begin(this.session, id, payload, bytes);
  }
}

function textOf(value: unknown) {
  return typeof value === "string" ? value : undefined;
}
