/**
 * Node's parser of HTTP, made to stop: `pause` keeps it from reading more, but not from going through what it has been given. Its
 * fields are private to Node. If they are not there any more this throws; if they mean something else it shows in
 * `test/limits/http-connections` ("of a connection that is hung up", "no packet of a thousand requests").
 */
import type { Socket } from "node:net";

/** Milliseconds that a connection stays open after reading from it has stopped. */
const HANGING_UP = 1_000;
/** What makes Node's parser leave the rest alone: it takes this for the beginning of another protocol. */
const ANOTHER_PROTOCOL = 2;

/** The parser of a connection, from `node:_http_common`; its types omit it. */
interface Parser {
  /** The request whose body is arriving; null drops the body. */
  incoming: unknown;
  onIncoming: () => number;
}

/**
 * Stops reading from a connection and closes it a moment later. Until then its answer can be fetched, which a reset would lose,
 * and a client that abuses connections has to wait. What has already been read is dropped too: one packet may hold more than a
 * thousand requests, or ten thousand chunks of a body.
 */
export function hangUp(socket: Socket & { readonly parser?: Parser | null }): void {
  socket.pause();
  // Without a parser the connection has already been destroyed.
  if (socket.parser) {
    if (!("incoming" in socket.parser && "onIncoming" in socket.parser)) throw new Error("Node's parser has changed");
    Object.assign(socket.parser, { incoming: null, onIncoming: () => ANOTHER_PROTOCOL } satisfies Parser);
  }
  // A body being read asks for more at the end of this turn, which would resume the socket.
  setImmediate(() => socket.pause());
  setTimeout(() => socket.destroy(), HANGING_UP).unref();
}
