import type { IncomingMessage } from "node:http";
import { constants, gunzipSync } from "node:zlib";
import type { FastifyRequest } from "fastify";
import { linesOf, type Cut, type Pieces } from "../../exchange/items.js";
import type { Format } from "../../exchange/read-document.js";
import { beginsBatch, itemsOf } from "../../exchange/xml-items.js";
import type { Reception } from "../reception.js";
import { unzipping } from "../unzipped.js";
import { formatOf, isNdjson } from "./negotiation.js";

/** A body as it came: one document whole, or the items of a batch as they arrive. */
export type Body = Whole | Many;

export interface Whole {
  readonly format: Format;
  readonly bytes: Buffer;
}

export interface Many {
  readonly format: Format;
  readonly items: AsyncIterator<Cut>;
}

/** Bytes within which the root element of a batch in XML has to begin; compressed, fewer. */
const HEAD = 4_096;
const COMPRESSED_HEAD = 1_024;

/** Reads bodies of documents: one of at most `limit` bytes, or a batch of such items, of which nothing is read yet but its first bytes. */
export class BodyReader {
  constructor(
    private readonly reception: Reception,
    private readonly limit: number,
  ) {}

  async read(request: FastifyRequest, payload: IncomingMessage, takesBatches: boolean): Promise<Body> {
    const type = request.headers["content-type"];
    const isZipped = /^(x-)?gzip$/i.test(request.headers["content-encoding"] ?? "");
    const items = (cut: typeof linesOf): AsyncGenerator<Cut> =>
      this.charged(request, piecesOf(payload, isZipped), (pieces) => cut(pieces, this.limit));
    if (isNdjson(type)) return { format: "json", items: items(linesOf) };
    const format = formatOf(type) ?? "json";
    const begun = format === "xml" && takesBatches ? await headOf(payload, isZipped ? zipped : plain) : false;
    if (begun === true) return { format, items: items(itemsOf) };
    this.reception.reserve(request);
    const bytes = await this.reception.receive(request, begun === false ? payload : begun, isZipped);
    return { format, bytes };
  }

  /**
   * Charges for what comes until there is an item, decompressed, and waits where nothing is left for it: blank lines and comments take
   * time too. An item is charged by itself.
   */
  private async *charged(
    request: FastifyRequest,
    pieces: Pieces,
    cut: (pieces: Pieces) => AsyncIterable<Cut>,
  ): AsyncGenerator<Cut> {
    const stretch = this.reception.stretch(request);
    async function* counted(): AsyncGenerator<Uint8Array> {
      for await (const piece of pieces) {
        await stretch.grow(piece.length);
        yield piece;
      }
    }
    try {
      for await (const one of cut(counted())) {
        stretch.end();
        yield one;
      }
    } finally {
      stretch.giveBack();
    }
  }
}

/** Whether what begins so is a batch; null while that is not to be seen. */
type Judge = (head: Buffer) => boolean | null;

const plain: Judge = (head) => beginsBatch(head.subarray(0, HEAD).toString()) ?? (head.length < HEAD ? null : false);

const zipped: Judge = (head) => {
  try {
    const begun = gunzipSync(head.subarray(0, COMPRESSED_HEAD), { finishFlush: constants.Z_SYNC_FLUSH });
    return beginsBatch(begun.toString()) ?? (head.length < COMPRESSED_HEAD ? null : false);
  } catch {
    return false;
  }
};

/** Looks at the first bytes and puts them back. Where all ends before the judge can tell, gives that. */
function headOf(payload: IncomingMessage, judge: Judge): Promise<boolean | Buffer> {
  return new Promise((resolve, reject) => {
    let head = Buffer.alloc(0);
    const stop = (): void => {
      payload.off("readable", look).off("end", end).off("error", fail);
    };
    const look = (): void => {
      for (;;) {
        const piece = payload.read() as Buffer | null;
        if (piece === null) return;
        head = Buffer.concat([head, piece]);
        const isBatch = judge(head);
        if (isBatch === null) continue;
        stop();
        payload.unshift(head);
        resolve(isBatch);
        return;
      }
    };
    const end = (): void => {
      stop();
      resolve(head);
    };
    const fail = (error: Error): void => {
      stop();
      reject(error);
    };
    payload.on("readable", look).on("end", end).on("error", fail);
  });
}

/** What is left unread stays so: to destroy the request would cut off its answer. */
function piecesOf(payload: IncomingMessage, isZipped: boolean): Pieces {
  const sent: Pieces = payload.iterator({ destroyOnReturn: false });
  return isZipped ? unzipping(sent) : sent;
}
