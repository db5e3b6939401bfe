import { Socket } from "node:net";

/**
 * What is written at once goes out as one piece: PostgreSQL's messages are small and many, and the system takes one buffer
 * several times as fast as thirty.
 */
export class OnePieceSocket extends Socket {
  override _writev(
    chunks: { readonly chunk: Uint8Array; readonly encoding: BufferEncoding }[],
    done: (error?: Error | null) => void,
  ): void {
    this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), "buffer" as BufferEncoding, done);
  }
}
