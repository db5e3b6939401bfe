/**
 * pg and Node's sockets, made to send in one piece: PostgreSQL's messages are small and many. pg writes each by itself, so its
 * stream is corked until the turn of the event loop ends; Node then hands the chunks to the system as a list, so `_writev`, which is
 * meant for authors of streams, makes one buffer of them: several times as fast as thirty.
 *
 * Shown by `test/stores/sessions` ("in one piece"); what it brings, by `npm run bench`.
 */
import { Socket } from "node:net";
import type pg from "pg";

/** A socket that sends what was written at once as one buffer. */
export class OnePieceSocket extends Socket {
  override _writev(
    chunks: { readonly chunk: Uint8Array; readonly encoding: BufferEncoding }[],
    done: (error?: Error | null) => void,
  ): void {
    this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), "buffer" as BufferEncoding, done);
  }
}

/** Sends everything asked in one turn of the event loop at once, since each separate write wakes PostgreSQL. */
export function inOnePiece({ connection: { stream } }: pg.PoolClient): void {
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}
