import { createGunzip } from "node:zlib";
import { bodyTooLarge, Refusal } from "../domain/refusal.js";
import { say } from "../domain/wording/wording.js";
import { HttpRefusal } from "./http-refusal.js";

/** Bytes of a piece: each is counted before there is a next one. */
const PIECE = 65_536;

/** Decompresses a body in gzip. Rejects with BODY_TOO_LARGE, with the refusal that `grown` throws, and with 400 for what is no gzip. */
export async function unzipped(
  body: Buffer,
  limit: number,
  /** Called with the bytes so far; if it throws, decompressing stops. */
  grown: (bytes: number) => void,
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of createGunzip({ chunkSize: PIECE }).end(body) as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > limit) throw bodyTooLarge(limit);
      grown(size);
      pieces.push(piece);
    }
  } catch (error) {
    throw error instanceof Refusal ? error : new HttpRefusal(400, say("gzipUnreadable", {}));
  }
  return Buffer.concat(pieces);
}
