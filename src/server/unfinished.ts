/**
 * ws, which tells of a message only when it is whole: what arrives is counted on the connection below, beside ws' own listener.
 * Shown by `test/limits/unfinished-messages`.
 */
import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import { FREE_BYTES } from "./bodies.js";

/** Bytes of the head of a client's control frame, which is masked and short (RFC 6455, section 5.5). */
const CONTROL_HEAD = 6;

/** An incomplete message. */
export interface Unfinished {
  /** Called with its bytes so far. */
  readonly grow: (bytes: number) => void;
  /** Called once: the message is complete, or its socket gone. */
  readonly end: (isWhole: boolean) => void;
}

interface Bounds {
  /** Milliseconds in which a message has to arrive. */
  readonly patience: number;
  /** Whether reading is paused, so that nobody counts as late. */
  readonly isPaused: () => boolean;
  /** Called once for a message that exceeds a few bytes. */
  readonly begin: () => Unfinished;
  readonly onLate: () => void;
}

/** Bounds an incomplete message. */
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
  // Control frames may come between the fragments of a message.
  const leaveOut = ({ length }: Buffer): void => {
    bytes -= length + CONTROL_HEAD;
    if (bytes <= 0) forget(true);
  };
  connection.on("data", ({ length }: Buffer) => {
    bytes += length;
    patience ??= setTimeout(look, bounds.patience).unref();
    // Bytes that arrive with the end of the previous message are counted too.
    if (bytes <= FREE_BYTES) return;
    large ??= bounds.begin();
    large.grow(bytes);
  });
  // Before the complete message is charged.
  ws.prependListener("message", () => forget(true));
  ws.on("ping", leaveOut);
  ws.on("pong", leaveOut);
  ws.on("close", () => forget(false));
}
