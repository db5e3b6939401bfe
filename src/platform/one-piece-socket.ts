import { Socket } from "node:net";

/**
 * Sends everything written at once as one buffer: PostgreSQL's messages are small and many, and one buffer is several times as
 * fast as thirty.
 */
export class OnePieceSocket extends Socket {
  override _writev(
    chunks: { readonly chunk: Uint8Array; readonly encoding: BufferEncoding }[],
    done: (error?: Error | null) => void,
  ): void {
    this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), "buffer" as BufferEncoding, done);
  }
}
