import { randomUUID } from "node:crypto";
import { CloseCode, MessageType, parseMessage, type Message, type SubscribePayload } from "graphql-ws";
import { OperationTypeNode, type GraphQLError, type ExecutionResult, type GraphQLFormattedError } from "graphql";
import type { WebSocket } from "ws";
import type { Session } from "../access/authenticate.js";
import type { Instant } from "../domain/instant.js";
import type { Actor } from "../domain/parties.js";
import { unansweredAtEnd, type Refusal } from "../domain/refusal.js";
import type { SocketEnd } from "../domain/wording/en.js";
import { negotiateLocale, say, type Locale } from "../domain/wording/wording.js";
import { READER_TOO_SLOW } from "../operation/feed-frames.js";
import type { Shares } from "../platform/shares.js";
import { RequestContext } from "../operation/request-context.js";
import { operationOf, type Operation } from "./operation.js";
import { isTooFine } from "./graphql-request.js";
import { Holdings } from "./holdings.js";
import { Lanes } from "./lanes.js";

import { endFor, endInWords, isRateLimited, limited, TOO_LARGE, tokenEnd, TRY_AGAIN_LATER } from "./socket-ends.js";
import type { Unfinished } from "./unfinished.js";
import type { SocketParts } from "./websocket.js";
import { Wire } from "./wire.js";

/** Milliseconds that a client has to authenticate (`connection_init`). */
const INIT_PATIENCE = 3_000;
/** Bytes of a message from a client that has not authenticated yet. */
const INIT_BYTES = 16_384;
/** The close reason sent with TRY_AGAIN_LATER. */
const TOO_MUCH_AT_ONCE = "Too many large messages: try again later";
/** Characters above which a result is kept as bytes, which sockets share. */
const LARGE = 16_384;
/** Characters of an operation's id, which is repeated with each frame. */
const ID_CHARACTERS = 128;
/** Bytes of a ping or pong; a larger one closes the socket. */
const SIGN_BYTES = 1_024;
/** Mutations, and queries, of one socket that run at once. The rest wait, but no mutation waits for a query. */
const ACTS = 4;
const READINGS = 2;

/** What remains to be done once an operation has left its lane: a subscription's frames, or a delayed refusal. */
type After = (() => Promise<void>) | null;

/** An operation while anything is being done for it. Its id may be reused as soon as the client has completed it. */
class Running {
  readonly ended = new AbortController();
  readonly requestId = randomUUID();
  isAnswered = false;
  isFollowing = false;
  kind: OperationTypeNode | undefined;
  readonly holdings = new Holdings();

  constructor(
    readonly id: string,
    /** The request, until it has been prepared. */
    public payload: SubscribePayload | null,
    /** Of the message that it came in. */
    readonly bytes: number,
    readonly isLarge: boolean,
  ) {}
}

/**
 * One client, by the protocol graphql-transport-ws (PROTOCOL.md of graphql-ws 6). Written here instead of using graphql-ws
 * because it bounds the work done for a client, stops reading from a client that leaves answers unread, and keeps an operation
 * that ends late apart from a later one with the same id.
 */
export class GraphqlSocket {
  session: Session | null = null;
  readonly closed: Promise<void>;
  private locale: Locale = "en";
  private isInitialised = false;
  private isOver = false;
  private isLeaving = false;
  private underWay = 0;
  private following = 0;
  private readonly running = new Map<string, Running>();
  private readonly gone = new AbortController();
  private readonly acts = new Lanes(ACTS, () => this.wire.isHeldUp);
  private readonly readings = new Lanes(READINGS, () => this.wire.isHeldUp);
  readonly wire: Wire;
  private forgetExpiry: () => void = () => undefined;

  constructor(
    ws: WebSocket,
    readonly address: string | null,
    private readonly parts: SocketParts,
    private readonly subscriptionsOfParty: Shares,
    private readonly admits: (socket: GraphqlSocket, session: Session) => boolean,
  ) {
    this.wire = new Wire(
      ws,
      parts.limits,
      () => this.close(READER_TOO_SLOW, this.inWords("TOO_SLOW")),
      () => {
        this.acts.go();
        this.readings.go();
      },
    );
    const patience = setTimeout(() => {
      if (!this.isInitialised)
        this.close(CloseCode.ConnectionInitialisationTimeout, "Connection initialisation timeout");
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
    if (ws.protocol === "") this.close(CloseCode.SubprotocolNotAcceptable, "Subprotocol not acceptable");
  }

  /** Subscriptions running on it. */
  get subscriptions(): number {
    return this.following;
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

  /**
   * Closes with 1001 now. Queries and mutations in progress are answered that their outcome is unknown; subscriptions can be
   * resumed elsewhere.
   */
  giveUp(): void {
    for (const running of this.running.values())
      if (!running.isAnswered && running.kind !== OperationTypeNode.SUBSCRIPTION)
        void this.sendErrors(running, [this.present(unansweredAtEnd(), running.requestId)]);
    this.close(1001, "Going away");
  }

  /** Closes it because the token is invalid or has stopped being valid. */
  shutOut(refusal: Refusal): void {
    const { code, reason } = tokenEnd(refusal, this.locale);
    this.close(code, reason);
  }

  close(code: number, reason: string): void {
    if (this.isOver) return;
    this.wire.close(code, reason);
    this.end();
  }

  /** Like `close`, for a client that sends too much: nothing more is read from it. */
  shut(code: number, reason: string): void {
    if (this.isOver) return;
    this.wire.shut(code, reason);
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
        else this.pays(() => growing.grow(bytes), TOO_MUCH_AT_ONCE);
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
    for (const { ended } of this.running.values()) ended.abort();
    this.running.clear();
    this.acts.open();
    this.readings.open();
  }

  private receive(data: Buffer, isBinary: boolean): void {
    if (this.isOver) return;
    if (!this.session && data.length > INIT_BYTES) {
      this.close(TOO_LARGE, "Message too large before connection_init");
      return;
    }
    // Whose message it is can be read only inside it; what cannot be paid for is not parsed.
    if (!this.pays((actor) => this.parts.bodies.charge(actor, data.length), TOO_MUCH_AT_ONCE)) return;
    if (isTooFine(data)) {
      this.close(TOO_LARGE, "Message has too many parts");
      return;
    }
    let message: Message;
    try {
      // ws has already checked that text messages are UTF-8.
      message = parseMessage(isBinary ? new TextDecoder("utf-8", { fatal: true }).decode(data) : data.toString());
    } catch {
      this.close(CloseCode.BadRequest, "Invalid message received");
      return;
    }
    this.take(message, data.length).catch((error: unknown) => {
      this.parts.errors.presentThrown(error, { locale: this.locale, requestId: randomUUID() });
      this.close(TRY_AGAIN_LATER, "Try again later");
    });
  }

  /** Whether its client may still send messages that carry no operation. */
  private listen(bytes: number): boolean {
    return this.pays((actor) => this.parts.bodies.chargeMessage(actor, bytes), "Too many messages: try again later");
  }

  /** Whether its party can be charged. If not, the socket is closed and nothing more is read from it. */
  private pays(charge: (actor: Actor) => void, reason: string): boolean {
    try {
      if (this.session && !this.isOver) charge(this.session.actor);
    } catch {
      this.shut(TRY_AGAIN_LATER, reason);
    }
    return !this.isOver;
  }

  private async take(message: Message, bytes: number): Promise<void> {
    switch (message.type) {
      case MessageType.ConnectionInit:
        await this.initialise(message.payload ?? {});
        return;
      case MessageType.Ping:
      case MessageType.Pong:
        if (bytes > SIGN_BYTES) this.shut(CloseCode.BadRequest, "Ping or pong too large");
        else if (this.listen(bytes) && message.type === MessageType.Ping)
          await this.send({ type: MessageType.Pong, ...(message.payload ? { payload: message.payload } : {}) });
        return;
      case MessageType.Subscribe:
        await this.begin(new Running(message.id, message.payload, bytes, this.parts.bodies.isLarge(bytes)));
        return;
      case MessageType.Complete:
        // Completing a running operation was paid for when it started.
        if (!this.running.has(message.id)) this.listen(bytes);
        this.running.get(message.id)?.ended.abort();
        this.running.delete(message.id);
        return;
      case MessageType.ConnectionAck:
      case MessageType.Next:
      case MessageType.Error:
        this.close(CloseCode.BadRequest, "Invalid message received");
    }
  }

  private async initialise(payload: Readonly<Record<string, unknown>>): Promise<void> {
    if (this.isInitialised) {
      this.close(CloseCode.TooManyInitialisationRequests, "Too many initialisation requests");
      return;
    }
    this.isInitialised = true;
    this.locale = negotiateLocale(textOf(payload["acceptLanguage"]));
    const { authentication, gateway } = this.parts;
    const authorization = textOf(payload["authorization"] ?? payload["Authorization"]);
    let session: Session;
    try {
      session = await authentication.session({ authorization, address: this.address, signal: this.gone.signal });
    } catch (error) {
      const presented = this.present(error, randomUUID());
      const { code, reason } = endFor(error, presented, this.locale) ?? {
        code: TRY_AGAIN_LATER,
        reason: presented.message,
      };
      this.close(code, reason);
      return;
    }
    if (this.isOver) return;
    if (!this.admits(this, session)) {
      this.close(TRY_AGAIN_LATER, this.inWords("TOO_MANY_SOCKETS"));
      return;
    }
    this.session = session;
    // A client that opens one socket after another is charged as for operations.
    if (!this.listen(0)) return;
    this.forgetExpiry = gateway.clock.alarm(session.expiresAt, () =>
      this.close(CloseCode.Forbidden, this.inWords("TOKEN_EXPIRED")),
    );
    await this.send({ type: MessageType.ConnectionAck });
  }

  private async begin(running: Running): Promise<void> {
    const { id, bytes } = running;
    if (!this.session) {
      this.close(CloseCode.Unauthorized, this.inWords("TOKEN_MISSING"));
      return;
    }
    if (id.length > ID_CHARACTERS) {
      this.close(CloseCode.BadRequest, `An id has at most ${ID_CHARACTERS} characters`);
      return;
    }
    if (this.running.has(id)) {
      // Wire omits a reason that is too long for a close frame.
      this.close(CloseCode.SubscriberAlreadyExists, `Subscriber for ${id} already exists`);
      return;
    }
    // Rules about the time of receipt go by this instant, however long it waits here.
    const receivedAt = this.parts.gateway.clock.now();
    const { operations } = this.parts.limits;
    this.running.set(id, running);
    if (this.underWay >= operations) {
      if (this.listen(bytes)) await this.fail(running, limited(say("socketBusy", { limit: operations })));
      return;
    }
    this.underWay += 1;
    let after: After = null;
    try {
      after = await this.prepare(running, this.session, receivedAt);
      // A delayed refusal still counts as in progress; a running subscription does not.
      if (!running.isFollowing) await after?.();
    } catch (error) {
      await this.fail(running, error);
    } finally {
      this.underWay -= 1;
      if (!running.isFollowing) this.forget(running);
      this.leaveIfDone();
    }
    if (running.isFollowing) await after?.();
  }

  /** Runs an operation in its lane; returns what remains to be done outside the lane. */
  private async prepare(running: Running, { actor }: Session, receivedAt: Instant): Promise<After> {
    const { gateway, preparation, bodies } = this.parts;
    const { query = "", operationName, variables } = running.payload ?? {};
    running.payload = null;
    const document = preparation.document(query, actor);
    if (!("kind" in document)) {
      const errors = this.presentAll(document, running);
      return () => this.refuseLater(running, () => this.sendErrors(running, errors), errors);
    }
    running.kind = operationOf(document, operationName || null)?.operation;
    const isAct = running.kind === OperationTypeNode.MUTATION;
    if (isAct) running.holdings.add(gateway.actsUnderWay.begin(receivedAt));
    const lanes = isAct ? this.acts : this.readings;
    await lanes.enter();
    try {
      // An operation from a large message also waits for its party's turn.
      if (running.isLarge) running.holdings.add(await bodies.turn(actor, running.ended.signal));
      return await this.perform(running, { document, operationName: operationName || null, variables }, receivedAt);
    } finally {
      running.holdings.giveBack();
      lanes.leave();
    }
  }

  /** Runs an operation. What it holds is released as soon as its answer is made, read or not. */
  private async perform(running: Running, operation: Operation, receivedAt: Instant): Promise<After> {
    if (!this.isWanted(running) || !this.session) return null;
    const { gateway, execution, authentication, limits } = this.parts;
    // A socket outlives its token, so every operation checks it again.
    const session = await authentication.again(this.session);
    const faults = await execution.faults(operation, "socket", { session, isLarge: running.isLarge });
    if (faults.length > 0) {
      running.holdings.giveBack();
      const errors = this.presentAll(faults, running);
      if (isRateLimited(errors)) return () => this.refuseLater(running, () => this.sendErrors(running, errors), errors);
      await this.sendErrors(running, errors);
      return null;
    }
    const context = new RequestContext(gateway, {
      session,
      locale: this.locale,
      origin: { requestId: running.requestId, address: this.address },
      signal: running.ended.signal,
      receivedAt,
      isLarge: running.isLarge,
      closeSocket: (code, reason) => this.close(code, reason),
    });
    if (running.kind !== OperationTypeNode.SUBSCRIPTION) {
      const answer = await execution.run(operation, context);
      // The client may take its time to read it.
      running.holdings.giveBack();
      if (answer.data === undefined && answer.errors)
        return () => this.refuseLater(running, () => this.sendWhole(running, answer), answer.errors ?? []);
      await this.sendWhole(running, answer);
      return null;
    }
    if (this.following >= limits.subscriptions)
      throw limited(say("socketFollowsMuch", { limit: limits.subscriptions }));
    if (!this.subscriptionsOfParty.isLeft(session.actor, 1)) throw limited(say("partyFollowsMuch", {}));
    // What it asked is kept as long as it runs.
    const kept = this.parts.bodies.follow(session.actor, running.bytes);
    const counted = this.subscriptionsOfParty.hold(session.actor, 1);
    const giveBack = (): void => {
      kept();
      counted();
    };
    // Counted before the first await, since two may start at once.
    this.following += 1;
    const frames = await execution
      .follow(operation, context, () => running.ended.abort())
      .catch((error: unknown) => {
        this.following -= 1;
        giveBack();
        throw error;
      });
    if (Symbol.asyncIterator in frames) {
      running.isFollowing = true;
      return () => this.follow(running, frames).finally(giveBack);
    }
    this.following -= 1;
    giveBack();
    return () => this.refuseLater(running, () => this.sendWhole(running, frames), frames.errors ?? []);
  }

  /** Outside its lane: a delayed refusal holds up nothing else. */
  private async refuseLater(
    running: Running,
    send: () => Promise<void>,
    errors: Parameters<typeof isRateLimited>[0],
  ): Promise<void> {
    if (!isRateLimited(errors) || (await this.parts.held.hold(this.party ?? "", running.ended.signal))) await send();
    else this.close(TRY_AGAIN_LATER, "Try again later");
    this.forget(running);
  }

  private async sendWhole(running: Running, answer: ExecutionResult): Promise<void> {
    await this.sendNext(running, answer);
    await this.sendComplete(running);
  }

  private async follow(running: Running, frames: AsyncGenerator<ExecutionResult, void, void>): Promise<void> {
    try {
      if (this.isWanted(running)) for await (const frame of frames) await this.sendNext(running, frame);
      else await frames.return();
      await this.sendComplete(running);
    } catch (error) {
      await this.fail(running, error);
    } finally {
      this.following -= 1;
      this.forget(running);
    }
  }

  /**
   * Answers an operation that was not executed. If the socket has to be closed for it, it is closed without the error, which
   * would be final for the operation.
   */
  private async fail(running: Running, error: unknown): Promise<void> {
    if (!this.isWanted(running)) return;
    const presented = this.present(error, running.requestId);
    const end = endFor(error, presented, this.locale);
    if (end) this.close(end.code, end.reason);
    await this.refuseLater(running, () => this.sendErrors(running, [presented]), [presented]);
  }

  private inWords(why: SocketEnd): string {
    return endInWords(why, this.locale);
  }

  private present(error: unknown, requestId: string): GraphQLFormattedError {
    return this.parts.errors.presentThrown(error, { locale: this.locale, requestId });
  }

  private presentAll(errors: readonly GraphQLError[], { requestId }: Running): readonly GraphQLFormattedError[] {
    return this.parts.errors.present(errors, { locale: this.locale, requestId });
  }

  private async sendNext(running: Running, whole: ExecutionResult): Promise<void> {
    if (!this.isWanted(running)) return;
    const { errors, ...result } = whole;
    const presented = errors && this.presentAll(errors, running);
    // A client would take a frame without data for delivered; after a close it resumes.
    if (!result.data && presented?.some(({ extensions }) => extensions?.["code"] === "UNAVAILABLE")) {
      this.close(TRY_AGAIN_LATER, "Try again later");
      return;
    }
    const end = presented ? endOf({ errors: presented, ...result }) : endOnce(whole);
    if (typeof end !== "string" && running.kind !== OperationTypeNode.MUTATION) {
      // Hundreds of subscribers may be sent the same at once, and each send takes time.
      await this.parts.gateway.rightOfWay.give();
      if (!this.isWanted(running)) return;
    }
    running.isAnswered = true;
    const beginning = `{"id":${JSON.stringify(running.id)},"type":"${MessageType.Next}","payload":`;
    await (typeof end === "string" ? this.wire.write(beginning + end) : this.wire.write(beginning, end));
  }

  private async sendErrors(running: Running, payload: readonly GraphQLFormattedError[]): Promise<void> {
    if (this.isWanted(running)) await this.send({ id: running.id, type: MessageType.Error, payload });
  }

  private async sendComplete(running: Running): Promise<void> {
    if (this.isWanted(running)) await this.send({ id: running.id, type: MessageType.Complete });
  }

  /** Whether the client still waits for this particular operation. */
  private isWanted(running: Running): boolean {
    return !this.isOver && this.running.get(running.id) === running;
  }

  private forget(running: Running): void {
    if (this.running.get(running.id) === running) this.running.delete(running.id);
  }

  private send(message: object): Promise<void> {
    return this.wire.write(JSON.stringify(message));
  }

  private leaveIfDone(): void {
    if (this.isLeaving && this.underWay === 0) this.close(1001, "Going away");
  }
}

const written = new WeakMap<ExecutionResult, string | Buffer>();

/** A frame shared by many subscribers is serialized once. */
function endOnce(result: ExecutionResult): string | Buffer {
  const end = written.get(result) ?? endOf(result);
  written.set(result, end);
  return end;
}

/** A result in JSON with the end of the message around it; as bytes if it is large. */
function endOf(result: object): string | Buffer {
  const end = `${JSON.stringify(result)}}`;
  return end.length < LARGE ? end : Buffer.from(end);
}

function textOf(value: unknown) {
  return typeof value === "string" ? value : undefined;
}
