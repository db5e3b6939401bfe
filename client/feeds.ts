import { createClient, type Client } from "graphql-ws";
import { type Fault, GatewayError, Refused, SocketClosed, Unreachable } from "./errors.js";
import type { ClientSettings } from "./gateway-client.js";
import { pause, waitBefore } from "./waits.js";

/** What every feed takes. */
export interface FeedVariables {
  readonly after?: string | null | undefined;
}

/** A frame, or, in its place, why the gateway cannot send it: too large, for example. Both have their cursor. */
export type Delivery<Frame> =
  | { readonly cursor: string; readonly frame: Frame; readonly error: null }
  | { readonly cursor: string; readonly frame: null; readonly error: Refused };

/** Frames kept for a reader that is slow: above them the gateway is asked for no more until all have been read. */
const MOST_UNREAD = 100;

/** Close codes that only a faulty client or a missing token causes: the same client would be closed again. */
const FINAL = new Set([1007, 1009, 4400, 4401, 4406, 4409, 4429]);
const TOKEN_NOT_ACCEPTED = 4403;

/** Milliseconds. A connection that has silently gone is noticed by a pong that does not come. */
const PING_EVERY = 20_000;
const PONG_WITHIN = 10_000;

/** The feeds of one account, over one socket. */
export class Feeds {
  private socket: Client | null = null;

  constructor(
    private readonly settings: ClientSettings,
    /** The cursor of now: without one a break before the first frame would leave a gap. */
    private readonly head: (signal: AbortSignal | undefined) => Promise<string>,
  ) {}

  async *follow<Frame>(
    query: string,
    variables: FeedVariables,
    signal?: AbortSignal,
  ): AsyncGenerator<Delivery<Frame>, void, undefined> {
    let { after } = variables;
    let failures = 0;
    for (;;) {
      if (signal?.aborted) return;
      let stretch: Stretch<Frame> | null = null;
      try {
        after ??= await this.head(signal);
        const payload = { query, variables: { ...variables, after } };
        stretch = new Stretch<Frame>(this.connected(), payload, typeof this.settings.token !== "string", signal);
        for await (const delivery of stretch) {
          yield delivery;
          // The next one was asked for, so this one has been dealt with.
          after = delivery.cursor;
          failures = 0;
        }
      } catch (error) {
        if (signal?.aborted) return;
        if (!(error instanceof GatewayError && error.isTemporary)) throw error;
        failures += 1;
        await pause(waitBefore(failures, error.retryAfter), signal).catch(() => undefined);
      } finally {
        stretch?.leave();
      }
    }
  }

  async close(): Promise<void> {
    await this.socket?.dispose();
    this.socket = null;
  }

  private connected(): Client {
    if (this.socket) return this.socket;
    const { address, token, language = "en", webSocket = globalThis.WebSocket } = this.settings;
    // Node 20 has none.
    if (!webSocket) throw new Error("There is no WebSocket here: pass that of the package ws as webSocket.");
    let silence: ReturnType<typeof setTimeout> | undefined;
    const socket = createClient({
      url: `${address.replace(/^http/, "ws")}/graphql`,
      webSocketImpl: webSocket,
      connectionParams: async () => ({
        authorization: `Bearer ${typeof token === "string" ? token : await token()}`,
        acceptLanguage: language,
      }),
      // Each feed comes back by itself, from its own cursor.
      retryAttempts: 0,
      keepAlive: PING_EVERY,
      on: {
        ping: (isReceived) => {
          if (!isReceived) silence = setTimeout(() => socket.terminate(), PONG_WITHIN);
        },
        pong: (isReceived) => {
          if (isReceived) clearTimeout(silence);
        },
        closed: () => clearTimeout(silence),
      },
    });
    this.socket = socket;
    return socket;
  }
}

/** One subscription, from its beginning until it breaks, or until its reader has fallen too far behind. */
class Stretch<Frame> implements AsyncIterable<Delivery<Frame>> {
  private readonly unread: Delivery<Frame>[] = [];
  private end: { readonly error: GatewayError | null } | null = null;
  private stir: () => void = () => undefined;
  private readonly unsubscribe: () => void;
  readonly leave = (): void => this.ends(null);

  constructor(
    socket: Client,
    payload: { readonly query: string; readonly variables: FeedVariables },
    private readonly canChangeToken: boolean,
    private readonly signal: AbortSignal | undefined,
  ) {
    this.unsubscribe = socket.subscribe<Readonly<Record<string, Frame & { readonly cursor: string }>>>(
      { query: payload.query, variables: { ...payload.variables } },
      {
        next: ({ data, errors, extensions }) => {
          const frame = Object.values(data ?? {})[0];
          if (frame && !errors) this.take({ cursor: frame.cursor, frame, error: null });
          else
            this.takeInPlace(
              new Refused(errors ?? []),
              (extensions as { readonly cursor?: unknown } | undefined)?.cursor,
            );
        },
        error: (error) => this.ends(this.errorFrom(error)),
        // A feed has no end of its own.
        complete: () => this.ends(new Unreachable("The gateway ended the feed.")),
      },
    );
    signal?.addEventListener("abort", this.leave);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Delivery<Frame>, void, undefined> {
    for (;;) {
      const next = this.unread.shift();
      if (next) yield next;
      else if (this.end?.error) throw this.end.error;
      else if (this.end) return;
      else await new Promise<void>((resolve) => (this.stir = resolve));
    }
  }

  private take(delivery: Delivery<Frame>): void {
    if (this.end) return;
    this.unread.push(delivery);
    this.stir();
    if (this.unread.length >= MOST_UNREAD) this.leave();
  }

  /** A frame that could not be sent; without a cursor nothing can go on after it. */
  private takeInPlace(error: Refused, cursor: unknown): void {
    if (typeof cursor === "string") this.take({ cursor, frame: null, error });
    else this.ends(error);
  }

  private ends(error: GatewayError | null): void {
    if (this.end) return;
    this.end = { error };
    this.signal?.removeEventListener("abort", this.leave);
    this.unsubscribe();
    this.stir();
  }

  private errorFrom(cause: unknown): GatewayError {
    if (Array.isArray(cause)) return new Refused(cause as readonly Fault[]);
    const { code, reason } = cause as { readonly code?: unknown; readonly reason?: string };
    if (typeof code !== "number") return new Unreachable("The gateway's socket cannot be reached.", null, { cause });
    const isFinal = code === TOKEN_NOT_ACCEPTED ? !this.canChangeToken : FINAL.has(code);
    if (isFinal) return new SocketClosed(code, reason ?? "");
    return new Unreachable(`The gateway's socket was closed with ${code}.`, null, { cause });
  }
}
