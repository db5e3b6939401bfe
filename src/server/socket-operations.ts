import { randomUUID } from "node:crypto";
import type { SubscribePayload } from "graphql-ws";
import { OperationTypeNode } from "graphql";
import type { Session } from "../access/session.js";
import type { Instant } from "../domain/instant.js";
import { unansweredAtEnd } from "../domain/refusal.js";
import { say } from "../domain/wording/wording.js";
import { RequestContext } from "../operation/request-context.js";
import type { Shares } from "../platform/shares.js";
import type { GraphqlSocket } from "./graphql-socket.js";
import { Holdings } from "./holdings.js";
import { Lanes } from "./lanes.js";
import { operationOf, type Operation } from "./operation.js";
import type { Outlet } from "./room-messages.js";
import { SocketAnswers } from "./socket-answers.js";
import { endFor, isRateLimited, limited } from "./socket-ends.js";
import type { SocketParts } from "./websocket.js";

/** Mutations, and queries, of one socket that run at once. The rest wait, but no mutation waits for a query. */
const ACTS = 4;
const READINGS = 2;

/** What remains to be done once an operation has left its lane: a subscription's frames, or a delayed refusal. */
type After = (() => Promise<void>) | null;

/** An operation while anything is being done for it. Its id may be reused as soon as the client has completed it. */
export class Running {
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
 * The operations of one socket. Each is prepared at once, waits for its lane, and runs; it is under way until its answer, or its
 * refusal, is written. A subscription stops being under way when it begins to follow. It is wanted until its client completes it
 * or the socket is over: after that it may still run to its end, but nothing more is sent for it, even if its id is in use again.
 */
export class SocketOperations {
  private underWay = 0;
  private subscriptions = 0;
  private readonly running = new Map<string, Running>();
  private readonly acts: Lanes;
  private readonly readings: Lanes;
  private readonly answers: SocketAnswers;

  constructor(
    private readonly socket: GraphqlSocket,
    private readonly parts: SocketParts,
    private readonly subscriptionsOfParty: Shares,
  ) {
    this.acts = new Lanes(ACTS, () => socket.wire.isHeldUp);
    this.readings = new Lanes(READINGS, () => socket.wire.isHeldUp);
    this.answers = new SocketAnswers(socket, parts, (running) => this.isWanted(running));
  }

  /** Subscriptions that run. */
  get following(): number {
    return this.subscriptions;
  }

  /** Whether no query or mutation is in progress. */
  get areDone(): boolean {
    return this.underWay === 0;
  }

  has(id: string): boolean {
    return this.running.has(id);
  }

  /** The client has read enough for the next ones to start. */
  go(): void {
    this.acts.go();
    this.readings.go();
  }

  async begin(session: Session, id: string, payload: SubscribePayload, bytes: number): Promise<void> {
    // Rules about the time of receipt go by this instant, however long it waits here.
    const receivedAt = this.parts.gateway.clock.now();
    const running = new Running(id, payload, bytes, this.parts.bodies.isLarge(bytes));
    const { operations } = this.parts.limits;
    this.running.set(id, running);
    if (this.underWay >= operations) {
      if (this.socket.listen(bytes)) await this.fail(running, limited(say("socketBusy", { limit: operations })));
      return;
    }
    this.underWay += 1;
    let after: After = null;
    try {
      after = await this.prepare(running, session, receivedAt);
      // A delayed refusal still counts as in progress; a running subscription does not.
      if (!running.isFollowing) await after?.();
    } catch (error) {
      await this.fail(running, error);
    } finally {
      this.underWay -= 1;
      if (!running.isFollowing) this.forget(running);
      this.socket.leaveIfDone();
    }
    if (running.isFollowing) await after?.();
  }

  /** Its client waits for it no longer. */
  complete(id: string): void {
    this.running.get(id)?.ended.abort();
    this.running.delete(id);
  }

  /** Answers queries and mutations in progress that their outcome is unknown. */
  giveUp(): void {
    for (const running of this.running.values())
      if (!running.isAnswered && running.kind !== OperationTypeNode.SUBSCRIPTION)
        void this.answers.errors(running, [this.answers.present(unansweredAtEnd(), running)]);
  }

  /** The socket is over. */
  end(): void {
    for (const { ended } of this.running.values()) ended.abort();
    this.running.clear();
    this.acts.open();
    this.readings.open();
  }

  /** Runs an operation in its lane; returns what remains to be done outside the lane. */
  private async prepare(running: Running, { actor }: Session, receivedAt: Instant): Promise<After> {
    const { gateway, preparation, bodies } = this.parts;
    const { query = "", operationName, variables } = running.payload ?? {};
    running.payload = null;
    const document = preparation.document(query, actor);
    if (!("kind" in document)) {
      const errors = this.answers.presentAll(document, running);
      return () => this.refuseLater(running, () => this.answers.errors(running, errors), errors);
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
    if (!this.isWanted(running) || !this.socket.session) return null;
    const { gateway, execution, authentication } = this.parts;
    // A socket outlives its token, so every operation checks it again.
    const session = await authentication.again(this.socket.session);
    const faults = await execution.faults(operation, "socket", { session, isLarge: running.isLarge });
    if (faults.length > 0) {
      running.holdings.giveBack();
      const errors = this.answers.presentAll(faults, running);
      if (isRateLimited(errors))
        return () => this.refuseLater(running, () => this.answers.errors(running, errors), errors);
      await this.answers.errors(running, errors);
      return null;
    }
    const context = new RequestContext(gateway, {
      session,
      locale: this.socket.locale,
      way: this.socket.way,
      origin: { requestId: running.requestId, address: this.socket.address, door: "graphql" },
      signal: running.ended.signal,
      receivedAt,
      isLarge: running.isLarge,
      letGo: () => this.socket.close("FELL_BEHIND"),
    });
    if (running.kind === OperationTypeNode.SUBSCRIPTION) return this.subscribe(running, operation, context);
    const answer = await execution.run(operation, context);
    // The client may take its time to read it.
    running.holdings.giveBack();
    if (answer.data === undefined && answer.errors)
      return () => this.refuseLater(running, () => this.answers.whole(running, answer), answer.errors ?? []);
    await this.answers.whole(running, answer);
    return null;
  }

  private async subscribe(running: Running, operation: Operation, context: RequestContext): Promise<After> {
    const { execution, limits, bodies } = this.parts;
    const { actor } = context;
    if (this.subscriptions >= limits.subscriptions)
      throw limited(say("socketFollowsMuch", { limit: limits.subscriptions }));
    if (!this.subscriptionsOfParty.isLeft(actor, 1)) throw limited(say("partyFollowsMuch", {}));
    // What it asked is kept as long as it runs.
    const kept = bodies.follow(actor, running.bytes);
    const counted = this.subscriptionsOfParty.hold(actor, 1);
    const giveBack = (): void => {
      kept();
      counted();
    };
    // Counted before the first await, since two may start at once.
    this.subscriptions += 1;
    const followed = await execution.follow(operation, context).catch((error: unknown) => {
      this.subscriptions -= 1;
      giveBack();
      throw error;
    });
    if (typeof followed === "function") {
      running.isFollowing = true;
      return () => this.follow(running, followed).finally(giveBack);
    }
    this.subscriptions -= 1;
    giveBack();
    return () => this.refuseLater(running, () => this.answers.whole(running, followed), followed.errors ?? []);
  }

  private async follow(running: Running, send: (outlet: Outlet) => Promise<void>): Promise<void> {
    try {
      await send(this.answers.outlet(running));
      await this.answers.complete(running);
    } catch (error) {
      await this.fail(running, error);
    } finally {
      this.subscriptions -= 1;
      this.forget(running);
    }
  }

  /** Outside its lane: a delayed refusal holds up nothing else. */
  private async refuseLater(
    running: Running,
    send: () => Promise<void>,
    errors: Parameters<typeof isRateLimited>[0],
  ): Promise<void> {
    if (!isRateLimited(errors) || (await this.parts.held.hold(this.socket.party ?? "", running.ended.signal)))
      await send();
    else this.socket.close("TOO_MANY_REFUSALS");
    this.forget(running);
  }

  /**
   * Answers an operation that was not executed. If the socket has to be closed for it, it is closed without the error, which
   * would be final for the operation.
   */
  private async fail(running: Running, error: unknown): Promise<void> {
    if (!this.isWanted(running)) return;
    const presented = this.answers.present(error, running);
    const end = endFor(error, presented);
    if (end) this.socket.close(end);
    await this.refuseLater(running, () => this.answers.errors(running, [presented]), [presented]);
  }

  /** Whether the client still waits for this particular operation. */
  private isWanted(running: Running): boolean {
    return !this.socket.isOver && this.running.get(running.id) === running;
  }

  private forget(running: Running): void {
    if (this.running.get(running.id) === running) this.running.delete(running.id);
  }
}
