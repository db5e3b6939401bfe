import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import type { SocketLimits } from "../platform/config.js";

/** Multiple of the allowed backlog at which a client is closed at once. */
const BACKLOGS = 8;
/** Milliseconds in which a client that read too slowly, or sent too much, may still receive the close and its reason. */
const CLOSE_PATIENCE = 2_000;
/** Pings in a row that a client may leave unanswered: a slow reader gets to them late. */
const BEATS = 3;
const NOTHING = Buffer.alloc(0);
/** A ping without content (RFC 6455, section 5.5.2). */
const PING = [Buffer.from([0x89, 0])];

/** A close code and its reason, of at most 123 bytes (RFC 6455, section 5.5). */
interface Close {
  readonly code: number;
  readonly reason: string;
}

/**
 * The outgoing side of a socket. While a client has more bytes unread than allowed, nothing is read from it; if it does not catch
 * up in time, `onTooSlow` is called once.
 */
export class Wire {
  private missed = 0;
  private slow: NodeJS.Timeout | null = null;
  /** Calls of `put` that are not written to the network yet, and who waits for that. */
  private unwritten = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly onWritten = (): void => {
    this.unwritten -= 1;
    if (this.unwritten === 0) for (const go of this.waiting.splice(0)) go();
    if (this.slow) this.look();
  };

  constructor(
    private readonly ws: WebSocket,
    /** The connection below it. */
    private readonly stream: Duplex,
    private readonly limits: Pick<SocketLimits, "backlog" | "backlogTime">,
    private readonly onTooSlow: () => void,
    /** Called when a client has caught up. */
    private readonly onRelieved: () => void,
  ) {}

  get isHeldUp(): boolean {
    return this.slow !== null;
  }

  /**
   * Resolves when the message is written to the network, or the socket is gone. Sent as bytes, because the backlog is counted in
   * whatever units were sent, which for a string would be characters. An `end` given in bytes is sent as its own fragment (RFC
   * 6455, section 5.4), without copying, so many sockets can share it.
   */
  write(message: string, end?: Buffer): Promise<void> {
    if (this.ws.readyState !== this.ws.OPEN) return Promise.resolve();
    return new Promise((resolve) => {
      const written = (): void => {
        this.look();
        resolve();
      };
      if (end) {
        this.ws.send(Buffer.from(message), { binary: false, fin: false });
        this.ws.send(end, { binary: false, fin: true }, written);
      } else this.ws.send(Buffer.from(message), { binary: false }, written);
      this.look();
    });
  }

  /**
   * Writes whole WebSocket messages, however many, in one write, which is what a message costs most. They go past `ws` and stand
   * between its own: it writes each of those at once, since it neither compresses (`perMessageDeflate`) nor is given Blobs. The
   * pieces are in use afterwards only if it is then behind.
   */
  put(messages: readonly Buffer[]): void {
    const { ws, stream } = this;
    if (ws.readyState !== ws.OPEN) return;
    if (messages.length > 1) stream.cork();
    for (const piece of messages) stream.write(piece);
    if (messages.length > 1) stream.uncork();
    // Almost always the network has taken it by now: to be told of it would cost a tick for each socket.
    if (stream.writableLength === 0) return;
    this.unwritten += 1;
    stream.write(NOTHING, this.onWritten);
    if (stream.writableLength > this.limits.backlog) this.look();
  }

  /** Whether something that was sent has not been written to the network: the client, or the network, does not keep up. */
  get isBehind(): boolean {
    return this.stream.writableLength > 0;
  }

  /** Resolves when everything that was put is written to the network, or the socket is gone. */
  async drained(): Promise<void> {
    if (this.unwritten > 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  close({ code, reason }: Close): void {
    this.forget();
    this.ws.close(code, reason);
    this.ws.resume();
    // ws would wait for half a minute and keep reading.
    setTimeout(() => this.ws.terminate(), CLOSE_PATIENCE).unref();
  }

  /** Closes it and reads nothing more of what the client still sends. */
  shut(close: Close): void {
    this.close(close);
    this.ws.pause();
  }

  /** Ends it without a close frame. */
  terminate(): void {
    this.ws.terminate();
  }

  /** Pings the client, and ends the socket if too many pings went unanswered. */
  beat(): void {
    if (this.isHeldUp || this.ws.readyState !== this.ws.OPEN) return;
    if (this.missed >= BEATS) this.ws.terminate();
    else this.put(PING);
    this.missed += 1;
  }

  /** Records a pong; returns whether there was a ping to answer. */
  isAlive(): boolean {
    const wasAsked = this.missed > 0;
    this.missed = 0;
    return wasAsked;
  }

  forget(): void {
    if (this.slow) clearTimeout(this.slow);
    this.slow = null;
  }

  private look(): void {
    const { bufferedAmount, readyState, OPEN } = this.ws;
    const { backlog, backlogTime } = this.limits;
    if (readyState !== OPEN) return;
    if (bufferedAmount > backlog * BACKLOGS) this.onTooSlow();
    else if (bufferedAmount > backlog && !this.slow) {
      this.ws.pause();
      this.slow = setTimeout(() => this.onTooSlow(), backlogTime);
    } else if (bufferedAmount <= backlog && this.slow) {
      this.forget();
      // Its pongs could not be received while reading was paused.
      this.missed = 0;
      this.ws.resume();
      this.onRelieved();
    }
  }
}
