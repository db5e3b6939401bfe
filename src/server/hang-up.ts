import type { Socket } from "node:net";

/** Milliseconds for which a connection that is not read any more stays open. */
const HANGING_UP = 1_000;
/** What Node's parser takes for the beginning of another protocol: it leaves the rest alone. */
const ANOTHER_PROTOCOL = 2;

/** The parser of a connection, as `node:_http_common` has it; its types leave it out. */
interface Parser {
  /** The request whose body comes in; null: it is dropped. */
  incoming: unknown;
  onIncoming: () => number;
}

/**
 * Ends a connection of which nothing more is read, a moment later: until then what it was answered can be fetched, which a
 * reset would lose, and whoever does harm by connections has to wait for it. What has been read already is not looked at either:
 * one packet may hold more than a thousand requests, or ten thousand pieces of a body.
 */
export function hangUp(socket: Socket & { readonly parser?: Parser | null }): void {
  socket.pause();
  // Without one it has been destroyed.
  if (socket.parser) {
    if (!("incoming" in socket.parser && "onIncoming" in socket.parser)) throw new Error("Node's parser has changed");
    Object.assign(socket.parser, { incoming: null, onIncoming: () => ANOTHER_PROTOCOL } satisfies Parser);
  }
  // A body that was being read asks for more at the end of this turn, which would begin it again.
  setImmediate(() => socket.pause());
  setTimeout(() => socket.destroy(), HANGING_UP).unref();
}
