import type { Socket } from "node:net";

/** Milliseconds for which a connection that is not read any more stays open. */
const HANGING_UP = 1_000;

/**
 * Ends a connection of which nothing more is read, a moment later: until then what it was answered can be fetched, which a
 * reset would lose, and whoever does harm by connections has to wait for it.
 */
export function hangUp(socket: Socket): void {
  socket.pause();
  setTimeout(() => socket.destroy(), HANGING_UP).unref();
}
