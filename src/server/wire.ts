import type { WebSocket } from "ws";
import type { SocketLimits } from "../platform/config.js";

/** Backlogs that may wait for a client until its time is over. */
const BACKLOGS = 8;
/** Milliseconds in which a client that read too slowly, or sent too much, may still learn why its socket is closed. */
const CLOSE_PATIENCE = 2_000;
/** Signs of life in a row that a client may owe: one that reads slowly comes to them late. */
const BEATS = 3;
/** Bytes of a reason in a close frame (RFC 6455, section 5.5). */
const REASON_BYTES = 123;

/**
 * What goes out on a socket. A client that leaves more bytes unread than it may is not listened to until it has read
 * them; where it does not in time, `onTooSlow` is called once.
 */
export class Wire {
  private missed = 0;
  private slow: NodeJS.Timeout | null = null;

  constructor(
    private readonly ws: WebSocket,
    private readonly limits: Pick<SocketLimits, "backlog" | "backlogTime">,
    private readonly onTooSlow: () => void,
    /** Called when a client has read what held it up. */
    private readonly onRelieved: () => void,
  ) {}

  get isHeldUp(): boolean {
    return this.slow !== null;
  }

  /**
   * Resolves when the message is written to the network, or the socket is gone. It goes out as bytes: what is unread is counted in
   * what is handed over, and of a text that would be characters. Where an end of it in bytes is given, that is
   * sent as a fragment of its own (RFC 6455, section 5.4): it is not copied, so that many sockets can share it.
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

  close(code: number, reason: string): void {
    this.forget();
    this.ws.close(code, Buffer.byteLength(reason) <= REASON_BYTES ? reason : "");
    this.ws.resume();
    // ws would wait for half a minute, and read on all the while.
    setTimeout(() => this.ws.terminate(), CLOSE_PATIENCE).unref();
  }

  /** Closes it and reads nothing more, of whatever the client still sends. */
  shut(code: number, reason: string): void {
    this.close(code, reason);
    this.ws.pause();
  }

  /** Ends it without a word. */
  terminate(): void {
    this.ws.terminate();
  }

  /** Asks for a sign of life, and ends the socket where none came for some time. */
  beat(): void {
    if (this.isHeldUp || this.ws.readyState !== this.ws.OPEN) return;
    if (this.missed >= BEATS) this.ws.terminate();
    else this.ws.ping();
    this.missed += 1;
  }

  /** A sign of life has come; gives whether it was asked for. */
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
      // It could not be heard meanwhile.
      this.missed = 0;
      this.ws.resume();
      this.onRelieved();
    }
  }
}
