import { Readable, pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { bodyTooLarge } from "../domain/refusal.js";
import { say } from "../domain/wording/wording.js";
import { HttpRefusal } from "./http-refusal.js";

/** Bytes of a piece: each is counted before there is a next one. */
const PIECE = 65_536;

/**
 * Decompresses gzip as it comes (RFC 1952): one member after the other, and nothing behind the last. Throws 400 for what is not that, and
 * what `sent` throws.
 */
export async function* unzipping(sent: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Buffer> {
  let size = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of sent) {
      size += piece.length;
      yield piece;
    }
  }
  const pieces = createGunzip({ chunkSize: PIECE });
  pipeline(Readable.from(counted(), { objectMode: false }), pieces, () => undefined);
  try {
    yield* pieces as AsyncIterable<Buffer>;
  } catch (error) {
    throw String((error as { readonly code?: string }).code).startsWith("Z_") ? notGzip() : error;
  } finally {
    pieces.destroy();
  }
  // Node passes over zeros behind a member, and over whatever stands behind them: that would be lost in silence.
  if (pieces.bytesWritten < size) throw notGzip();
}

/** Decompresses a body in gzip. Rejects with BODY_TOO_LARGE, with the refusal that `grown` throws, and with 400 for what is no gzip. */
export async function unzipped(
  body: Buffer,
  limit: number,
  /** Called with the bytes so far; if it throws, decompressing stops. */
  grown: (bytes: number) => void,
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of unzipping([body])) {
    size += piece.length;
    if (size > limit) throw bodyTooLarge(limit);
    grown(size);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function notGzip(): HttpRefusal {
  return new HttpRefusal(400, say("gzipUnreadable", {}));
}
