import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";

/** Bytes that nobody is asked for: what most messages have, and what comes in together with the end of another. */
const FREE = 65_536;
/** Bytes of the head of a control frame that a client sends: it is masked, and short (RFC 6455, section 5.5). */
const CONTROL_HEAD = 6;

interface Bounds {
  /** Milliseconds in which a message has to arrive. */
  readonly patience: number;
  /** Whether nothing is read at present, and nobody is late. */
  readonly isPaused: () => boolean;
  /** Called once for a message of more than a few bytes; what it gives, when the message is whole or its socket gone. */
  readonly begin: () => () => void;
  readonly onLate: () => void;
}

/** What has come in of a message that is not whole yet. Of that ws says nothing: it is seen on the connection below. */
export class Unfinished {
  private bytes = 0;
  private end: (() => void) | null = null;
  private patience: NodeJS.Timeout | null = null;

  constructor(
    ws: WebSocket,
    connection: Duplex,
    private readonly bounds: Bounds,
  ) {
    connection.on("data", ({ length }: Buffer) => this.grow(length));
    ws.on("message", () => this.forget());
    // Those come in between the fragments of a message.
    ws.on("ping", ({ length }) => this.shrink(length + CONTROL_HEAD));
    ws.on("pong", ({ length }) => this.shrink(length + CONTROL_HEAD));
    ws.on("close", () => this.forget());
  }

  private grow(bytes: number): void {
    this.bytes += bytes;
    this.patience ??= setTimeout(() => this.look(), this.bounds.patience).unref();
    if (this.bytes > FREE) this.end ??= this.bounds.begin();
  }

  private shrink(bytes: number): void {
    this.bytes -= bytes;
    if (this.bytes <= 0) this.forget();
  }

  private look(): void {
    if (this.bounds.isPaused()) this.patience?.refresh();
    else this.bounds.onLate();
  }

  private forget(): void {
    this.bytes = 0;
    this.end?.();
    this.end = null;
    if (this.patience) clearTimeout(this.patience);
    this.patience = null;
  }
}
