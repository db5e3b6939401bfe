import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import { FREE_BYTES } from "./bodies.js";

/** Bytes of the head of a control frame that a client sends: it is masked, and short (RFC 6455, section 5.5). */
const CONTROL_HEAD = 6;

/** A message that is not whole yet. */
export interface Unfinished {
  /** Called with its bytes so far. */
  readonly grow: (bytes: number) => void;
  /** Called once: it is whole, or its socket gone. */
  readonly end: (isWhole: boolean) => void;
}

interface Bounds {
  /** Milliseconds in which a message has to arrive. */
  readonly patience: number;
  /** Whether nothing is read at present, and nobody is late. */
  readonly isPaused: () => boolean;
  /** Called once for a message of more than a few bytes. */
  readonly begin: () => Unfinished;
  readonly onLate: () => void;
}

/** Bounds a message that is not whole yet. Of that ws says nothing: it is seen on the connection below. */
export function boundUnfinished(ws: WebSocket, connection: Duplex, bounds: Bounds): void {
  let bytes = 0;
  let large: Unfinished | null = null;
  let patience: NodeJS.Timeout | null = null;

  const look = (): void => {
    if (bounds.isPaused()) patience?.refresh();
    else bounds.onLate();
  };
  const forget = (isWhole: boolean): void => {
    bytes = 0;
    large?.end(isWhole);
    large = null;
    if (patience) clearTimeout(patience);
    patience = null;
  };
  // Such a frame comes in between the fragments of a message.
  const leaveOut = ({ length }: Buffer): void => {
    bytes -= length + CONTROL_HEAD;
    if (bytes <= 0) forget(true);
  };
  connection.on("data", ({ length }: Buffer) => {
    bytes += length;
    patience ??= setTimeout(look, bounds.patience).unref();
    // What comes in together with the end of another message is counted with it.
    if (bytes <= FREE_BYTES) return;
    large ??= bounds.begin();
    large.grow(bytes);
  });
  // Before it is charged as what it is.
  ws.prependListener("message", () => forget(true));
  ws.on("ping", leaveOut);
  ws.on("pong", leaveOut);
  ws.on("close", () => forget(false));
}
