import { createClient, type Client } from "graphql-ws";
import { type Fault, GatewayError, Refused, SocketClosed, Unreachable } from "./errors.js";
import type { ClientSettings, Tracking } from "./gateway-client.js";
import { pause, waitBefore } from "./waits.js";

/** What every feed takes. */
export interface FeedVariables {
  readonly after?: string | null | undefined;
  readonly mark?: boolean;
}

/** What every frame has. */
export interface HasCursor {
  readonly cursor: string;
}

/** A frame, or, in its place, why the gateway cannot send it: too large, for example. Both have their cursor. */
export type Delivery<Frame> =
  | { readonly cursor: string; readonly frame: Frame; readonly error: null }
  | { readonly cursor: string; readonly frame: null; readonly error: Refused };

interface HasMark {
  readonly caughtUp: boolean;
}

/** The feed's mark: all has been sent that had happened before. */
interface Mark {
  readonly cursor: string;
  readonly isMark: true;
}

/** Frames kept for a reader that is slow: above them the gateway is asked for no more until all have been read. */
const MOST_UNREAD = 100;

/** Close codes that only a faulty client or a missing token causes: the same client would be closed again. */
const FINAL = new Set([1007, 1009, 4400, 4401, 4406, 4409, 4429]);
const TOKEN_NOT_ACCEPTED = 4403;

/** How graphql-ws closes a socket that it is told to give up. */
const GIVEN_UP = 4499;
/** WebSocket: the connection ended without a close. */
const NO_CLOSE = 1006;
/** WebSocket: closed by us, since nothing is followed any more. */
const OURS = 1000;

/** Milliseconds. A connection that has silently gone is noticed by a pong that does not come. */
const PING_EVERY = 20_000;
const ANSWERS_WITHIN = 10_000;
/** Milliseconds after which a connection that breaks counts as one that had worked. */
const LASTING = 60_000;

/** The feeds of one account, over one socket. */
export class Feeds {
  private socket: Client | null = null;
  private closing = new AbortController();
  /** What the next connection is opened with. */
  private secret = "";

  constructor(
    private readonly settings: ClientSettings,
    /** The cursor of now: without one a break before the first frame would leave a gap. */
    private readonly head: (signal: AbortSignal) => Promise<string>,
  ) {}

  async *follow<Frame extends HasCursor>(
    query: string,
    variables: FeedVariables,
    { signal, onRetry, onCaughtUp }: Tracking,
  ): AsyncGenerator<Delivery<Frame>, void, undefined> {
    if (!/\$after\b/.test(query))
      throw new TypeError("A feed goes on after a break only if its document takes $after.");
    if (onCaughtUp && !/\$mark\b/.test(query))
      throw new TypeError("A feed says that it has caught up only if its document takes $mark.");
    const mark = onCaughtUp ? { mark: true } : {};
    const gone = signal ? AbortSignal.any([signal, this.closing.signal]) : this.closing.signal;
    let { after } = variables;
    let failures = 0;
    let refused = null as { readonly secret: string; readonly error: SocketClosed } | null;
    while (isWanted(gone)) {
      this.secret = await this.currentSecret();
      // It was asked for again, and is still the one that was not accepted.
      if (refused?.secret === this.secret) throw refused.error;
      const begun = performance.now();
      let stretch: Stretch<Frame> | null = null;
      try {
        after ??= await this.head(gone);
        stretch = new Stretch<Frame>(this.connected(), { query, variables: { ...variables, ...mark, after } }, gone);
        for await (const delivery of stretch) {
          if ("isMark" in delivery) onCaughtUp?.(delivery.cursor);
          else yield delivery;
          // The next one was asked for, so this one has been dealt with.
          after = delivery.cursor;
          failures = 0;
        }
      } catch (error) {
        if (gone.aborted) return;
        if (error instanceof SocketClosed && error.code === TOKEN_NOT_ACCEPTED && this.canChangeToken)
          refused = { secret: this.secret, error };
        else if (!(error instanceof GatewayError && error.isTemporary)) throw error;
        failures = performance.now() - begun > LASTING ? 1 : failures + 1;
        const wait = waitBefore(failures, error.retryAfter);
        onRetry?.(error, wait);
        await pause(wait, gone).catch(() => undefined);
      } finally {
        stretch?.leave();
      }
    }
  }

  /** Ends whatever is followed. */
  async close(): Promise<void> {
    this.closing.abort();
    this.closing = new AbortController();
    const { socket } = this;
    this.socket = null;
    // A connection that is just failing is closed too.
    await Promise.resolve(socket?.dispose()).catch(() => undefined);
  }

  private get canChangeToken(): boolean {
    return typeof this.settings.token !== "string";
  }

  private async currentSecret(): Promise<string> {
    const { token } = this.settings;
    return typeof token === "string" ? token : token();
  }

  private connected(): Client {
    if (this.socket) return this.socket;
    const { address, language = "en", reader, webSocket = globalThis.WebSocket, onLink } = this.settings;
    const { pingEvery = PING_EVERY, answersWithin = ANSWERS_WITHIN } = this.settings;
    // Node 20 has none.
    if (!webSocket) throw new Error("There is no WebSocket here: pass that of the package ws as webSocket.");
    let isConnected = false;
    let silence: ReturnType<typeof setTimeout> | undefined;
    const expectAnswer = (): void => {
      clearTimeout(silence);
      silence = setTimeout(() => socket.terminate(), answersWithin);
    };
    const socket = createClient({
      url: `${address.replace(/^http/, "ws")}/graphql`,
      webSocketImpl: webSocket,
      connectionParams: () => ({
        authorization: `Bearer ${this.secret}`,
        acceptLanguage: typeof language === "string" ? language : language(),
        ...(reader ? { reader } : {}),
      }),
      // Each feed comes back by itself, from its own cursor.
      retryAttempts: 0,
      keepAlive: pingEvery,
      on: {
        connecting: expectAnswer,
        connected: () => {
          clearTimeout(silence);
          isConnected = true;
          onLink?.({ state: "CONNECTED" });
        },
        ping: (isReceived) => {
          if (!isReceived) expectAnswer();
        },
        pong: (isReceived) => {
          if (isReceived) clearTimeout(silence);
        },
        closed: (event) => {
          clearTimeout(silence);
          const { code, reason } = event as { readonly code: number; readonly reason: string };
          if (isConnected && code !== OURS) onLink?.({ state: "LOST", ...seenAs(code, reason) });
          isConnected = false;
        },
      },
    });
    this.socket = socket;
    return socket;
  }
}

/** A close as the gateway sent it: a socket that was given up had none. */
function seenAs(code: number, reason: string): { readonly code: number; readonly reason: string } {
  return code === GIVEN_UP ? { code: NO_CLOSE, reason: "The gateway does not answer." } : { code, reason };
}

function isWanted(gone: AbortSignal): boolean {
  return !gone.aborted;
}

/** One subscription, from its beginning until it breaks, or until its reader has fallen too far behind. */
class Stretch<Frame extends HasCursor> implements AsyncIterable<Delivery<Frame> | Mark> {
  private readonly unread: (Delivery<Frame> | Mark)[] = [];
  private end: { readonly error: Error | null } | null = null;
  private stir: () => void = () => undefined;
  private readonly unsubscribe: () => void;
  readonly leave = (): void => this.ends(null);

  constructor(
    socket: Client,
    payload: { readonly query: string; readonly variables: FeedVariables },
    private readonly gone: AbortSignal,
  ) {
    this.unsubscribe = socket.subscribe<Readonly<Record<string, Frame>>>(
      { query: payload.query, variables: { ...payload.variables } },
      {
        next: ({ data, errors, extensions }) => {
          const frame = Object.values(data ?? {})[0] ?? null;
          const { cursor = frame?.cursor, caughtUp = false } = (extensions ?? {}) as Partial<HasCursor & HasMark>;
          if (typeof cursor === "string" && caughtUp) {
            this.take({ cursor, isMark: true });
            return;
          }
          const error = errors || !frame ? new Refused(errors ?? []) : null;
          if (typeof cursor === "string")
            this.take(
              error || !frame ? { cursor, frame: null, error: error ?? new Refused([]) } : { cursor, frame, error },
            );
          // Without a cursor nothing can go on after it.
          else this.ends(error ?? new TypeError("A feed goes on after a break only if its document selects cursor."));
        },
        error: (error) => this.ends(errorFrom(error)),
        // A feed has no end of its own.
        complete: () => this.ends(new Unreachable("The gateway ended the feed.")),
      },
    );
    gone.addEventListener("abort", this.leave);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Delivery<Frame> | Mark, void, undefined> {
    for (;;) {
      const next = this.unread.shift();
      if (next) yield next;
      else if (this.end?.error) throw this.end.error;
      else if (this.end) return;
      else await new Promise<void>((resolve) => (this.stir = resolve));
    }
  }

  private take(delivery: Delivery<Frame> | Mark): void {
    if (this.end) return;
    this.unread.push(delivery);
    this.stir();
    if (this.unread.length >= MOST_UNREAD) this.leave();
  }

  private ends(error: Error | null): void {
    if (this.end) return;
    this.end = { error };
    this.gone.removeEventListener("abort", this.leave);
    this.unsubscribe();
    this.stir();
  }
}

/** The errors of a subscription, or what graphql-ws says of a socket: how it was closed, or that there was none. */
function errorFrom(cause: unknown): GatewayError {
  if (Array.isArray(cause)) return new Refused(cause as readonly Fault[]);
  if (typeof cause === "object" && cause !== null && "code" in cause && "reason" in cause) {
    const { code, reason } = cause as { readonly code: number; readonly reason: string };
    if (code === TOKEN_NOT_ACCEPTED || FINAL.has(code)) return new SocketClosed(code, reason);
    const says = code === GIVEN_UP ? "does not answer" : `was closed with ${code}`;
    return new Unreachable(`The gateway's socket ${says}.`, null, { cause });
  }
  return new Unreachable("The gateway's socket cannot be reached.", null, { cause });
}
