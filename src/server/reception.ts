import type { IncomingMessage } from "node:http";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Authentication } from "../access/authenticate.js";
import { SECOND } from "../domain/instant.js";
import type { Actor } from "../domain/parties.js";
import { bodyTooLarge } from "../domain/refusal.js";
import { wayOf } from "../domain/wording/reader.js";
import { negotiateLocale } from "../domain/wording/wording.js";
import type { Door } from "../journal/journal.store.js";
import type { Gateway, KnownCaller } from "../operation/request-context.js";
import type { Config } from "../platform/config.js";
import type { Bodies, Growing } from "./bodies.js";
import type { AddressOf } from "./caller-address.js";
import type { Audience } from "./errors.js";
import { readWhole } from "./graphql-request.js";
import type { HeldRefusals } from "./held-refusals.js";
import { Holdings } from "./holdings.js";
import { patiently } from "./patience.js";
import type { RequestsUnderWay } from "./requests-under-way.js";
import { unzipped } from "./unzipped.js";

/** RFC 6585, section 4: the status of RATE_LIMITED. */
const TOO_MANY = 429;
/** Bytes of an answer that any client that reads at all fetches at once; and the bytes per second expected for the rest. */
const SMALL = 65_536;
const SLOWEST = 32_768;

/** What comes in a stream until something in it is whole. */
interface Stretch {
  /** Charges for more bytes; resolves once that much is left. */
  readonly grow: (bytes: number) => Promise<void>;
  /** It is whole, and charged by itself. */
  readonly end: () => void;
  /** Releases its room. */
  readonly giveBack: () => void;
}

/** The caller of a request with a token. */
export interface HttpCaller extends KnownCaller {
  readonly holdings: Holdings;
}

interface Parts {
  readonly gateway: Gateway;
  readonly authentication: Authentication;
  readonly addressOf: AddressOf;
  readonly held: HeldRefusals;
  readonly bodies: Bodies;
  readonly config: Config;
}

/** What goes before and after every request that needs a token: who sends it, and what it holds of its party's share. */
export class Reception {
  private readonly callers = new WeakMap<FastifyRequest, HttpCaller>();
  private readonly batches = new WeakSet<IncomingMessage>();

  constructor(
    private readonly parts: Parts,
    private readonly underWay: RequestsUnderWay,
  ) {}

  /** Null for a request that was not admitted. */
  callerOf(request: FastifyRequest): HttpCaller | null {
    return this.callers.get(request) ?? null;
  }

  /** Before its body is read: an unauthenticated caller costs one look at a header. */
  async admit(request: FastifyRequest, reply: FastifyReply, door?: Door): Promise<void> {
    await this.recognise(request, reply, door);
    this.reserve(request);
  }

  /** The first half of `admit`: who sends it. */
  async recognise(request: FastifyRequest, reply: FastifyReply, door?: Door): Promise<void> {
    const { authentication, addressOf } = this.parts;
    const { requestId, ...wording } = audienceOf(request);
    const address = addressOf(request.raw);
    const signal = this.underWay.whileAwaited(reply.raw);
    const holdings = new Holdings();
    this.underWay.whenOver(reply.raw, () => holdings.giveBack());
    const who = await authentication.presume({ authorization: request.headers.authorization, address, signal });
    this.callers.set(request, {
      ...who,
      ...wording,
      origin: { requestId, address, ...(door && { door }) },
      signal,
      holdings,
    });
  }

  /** A request that needs no token: what else is known of who sends it. */
  anybody(request: FastifyRequest, reply: FastifyReply): Omit<KnownCaller, "session"> {
    const { requestId, ...wording } = audienceOf(request);
    const address = this.parts.addressOf(request.raw);
    return { ...wording, origin: { requestId, address }, signal: this.underWay.whileAwaited(reply.raw) };
  }

  /** The second: room for its body, which is charged. Throws RATE_LIMITED. */
  reserve(request: FastifyRequest): void {
    const { bodies, config } = this.parts;
    const caller = this.callerOf(request);
    if (!caller) return;
    const { session, holdings } = caller;
    const { actor } = session;
    const told = request.headers["content-length"];
    // Too much is not read; the size of a chunked body shows only as it arrives.
    const length = Math.min(Number(told ?? 0), config.bodyBytes);
    holdings.add(bodies.begin(actor, length));
    bodies.charge(actor, length);
  }

  /**
   * The same for a batch, whose items are charged one by one: until its answer is over, and, once the returned function was called,
   * what was read of it too. It may arrive for as long as it takes. Throws RATE_LIMITED.
   */
  reserveBatch(request: FastifyRequest, reply: FastifyReply, caller: HttpCaller): (over: Promise<unknown>) => void {
    const giveBack = this.parts.bodies.beginBatch(caller.session.actor);
    let isOver: Promise<unknown> = Promise.resolve();
    this.batches.add(request.raw);
    this.underWay.whenOver(reply.raw, () => void isOver.then(giveBack));
    return (over) => {
      isOver = over;
    };
  }

  /** What comes of a batch before its next item: it is charged as it comes, and acts go first. */
  stretch(request: FastifyRequest): Stretch {
    const caller = this.callerOf(request);
    const giveWay = this.parts.gateway.rightOfWay.steps();
    const growing = caller && this.parts.bodies.growing(caller.session.actor);
    let size = 0;
    return {
      grow: async (bytes) => {
        size += bytes;
        await patiently(() => growing?.grow(size), caller?.signal);
        await giveWay();
      },
      end: () => {
        size = 0;
        growing?.refund();
      },
      giveBack: () => growing?.giveBack(),
    };
  }

  /** Whether a request is a batch: only its silence ends it. */
  isBatch(request: IncomingMessage): boolean {
    return this.batches.has(request);
  }

  /**
   * Reads a body whole, or takes it where it has been read, and decompresses it where it `isZipped`: it counts as what it is then. A
   * large one waits for its turn. Throws BODY_TOO_LARGE and RATE_LIMITED, and 400 for what is no gzip.
   */
  async receive(request: FastifyRequest, payload: IncomingMessage | Buffer, isZipped = false): Promise<Buffer> {
    const { bodies, config, gateway } = this.parts;
    if (Number(request.headers["content-length"]) > config.bodyBytes) throw bodyTooLarge(config.bodyBytes);
    const caller = this.callerOf(request);
    const isTold = request.headers["content-length"] !== undefined;
    const growing = (): Growing | null => {
      const input = caller && bodies.growing(caller.session.actor);
      if (input) caller.holdings.add(input.giveBack);
      return input;
    };
    const arriving = isTold ? null : growing();
    const sent = Buffer.isBuffer(payload)
      ? payload
      : await readWhole(payload, config.bodyBytes, (bytes) => arriving?.grow(bytes));
    const inflated = isZipped ? growing() : null;
    const body = isZipped ? await unzipped(sent, config.bodyBytes, (bytes) => inflated?.grow(bytes)) : sent;
    if (caller && bodies.isLarge(body.length)) {
      const { session, signal, holdings } = caller;
      // It counts as received now, however long it waits here.
      const receivedAt = gateway.clock.now();
      holdings.add(gateway.actsUnderWay.begin(receivedAt));
      holdings.add(await bodies.turn(session.actor, signal));
      this.callers.set(request, { ...caller, receivedAt, isLarge: true });
    }
    return body;
  }

  /** An answer counts against its party until it is fetched, and there is a time limit for that. */
  keepUnread(reply: FastifyReply, actor: Actor, bytes: number, isAct = false): void {
    const { bodies, config } = this.parts;
    if (bytes <= SMALL) return;
    const giveBack = bodies.keepUnread(actor, bytes, isAct);
    const patience = config.requestTimeout + (bytes / SLOWEST) * SECOND;
    const late = setTimeout(() => reply.raw.destroy(), patience).unref();
    this.underWay.whenOver(reply.raw, () => {
      clearTimeout(late);
      giveBack();
    });
  }

  /**
   * The parts of an answer, each made when the one before it is fetched; there is a time limit for that. Node's own is twice as long where
   * a client takes nothing (`test/limits/batch-connections`).
   */
  async *fetched<Part extends { readonly length: number }>(
    reply: FastifyReply,
    parts: AsyncIterable<Part>,
  ): AsyncGenerator<Part> {
    const expected = (bytes: number): NodeJS.Timeout => {
      const patience = this.parts.config.requestTimeout + (bytes / SLOWEST) * SECOND;
      return setTimeout(() => reply.raw.destroy(), patience).unref();
    };
    for await (const part of parts) {
      const late = expected(part.length);
      try {
        yield part;
      } finally {
        clearTimeout(late);
      }
    }
    const last = expected(0);
    this.underWay.whenOver(reply.raw, () => clearTimeout(last));
  }

  /** An answer that its party asks too much is delayed, or is the last on its connection. */
  async holdBack(request: FastifyRequest, reply: FastifyReply, status: number): Promise<void> {
    const caller = this.callerOf(request);
    if (status !== TOO_MANY || !caller) return;
    // Only the refused client waits for a refusal.
    caller.holdings.giveBack();
    const isHeld = await this.parts.held.hold(caller.session.actor.party.id, caller.signal);
    if (!isHeld) reply.header("connection", "close");
  }

  /** The client left while waiting for its turn, or sent only half of its body. */
  hasGone(request: FastifyRequest, error: unknown): boolean {
    return error === this.callerOf(request)?.signal.reason || (request.raw.destroyed && !request.raw.complete);
  }
}

export function audienceOf(request: FastifyRequest): Audience {
  const { headers, id } = request;
  return { locale: negotiateLocale(headers["accept-language"]), way: wayOf(headers["dabyl-reader"]), requestId: id };
}
