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

/** Bounds a message that is not whole yet. Of that ws says nothing: it is seen on the connection below. */
export function boundUnfinished(ws: WebSocket, connection: Duplex, bounds: Bounds): void {
  let bytes = 0;
  let end: (() => void) | null = null;
  let patience: NodeJS.Timeout | null = null;

  const look = (): void => {
    if (bounds.isPaused()) patience?.refresh();
    else bounds.onLate();
  };
  const forget = (): void => {
    bytes = 0;
    end?.();
    end = null;
    if (patience) clearTimeout(patience);
    patience = null;
  };
  // Such a frame comes in between the fragments of a message.
  const leaveOut = ({ length }: Buffer): void => {
    bytes -= length + CONTROL_HEAD;
    if (bytes <= 0) forget();
  };
  connection.on("data", ({ length }: Buffer) => {
    bytes += length;
    patience ??= setTimeout(look, bounds.patience).unref();
    if (bytes > FREE) end ??= bounds.begin();
  });
  ws.on("message", forget);
  ws.on("ping", leaveOut);
  ws.on("pong", leaveOut);
  ws.on("close", forget);
}
