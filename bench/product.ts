import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { toFeedCursor } from "../src/journal/live-feed.js";
import type { writeDocument } from "../src/exchange/write-document.js";
import type { submissionOf } from "../src/server/documents/submission.js";
import type { migrate } from "../src/platform/database.js";
import type { OnePieceSocket } from "../src/platform/one-piece-socket.js";
import type { startEmbeddedDatabase } from "../src/platform/embedded-database.js";

/** What the benchmark uses of the product: the compiled modules, as in production. */

/** The folder of the compiled product. BENCH_DIST names another, to compare two builds. */
const folder = process.env["BENCH_DIST"] ?? fileURLToPath(new URL("../dist", import.meta.url));

export const GATEWAY_ENTRY = `${folder}/src/main.js`;

/** The `pg` that the gateway itself loads, not the benchmark's own. */
export function gatewaysPg(): { readonly Client: { prototype: { query(...args: unknown[]): unknown } } } {
  return createRequire(GATEWAY_ENTRY)("pg") as ReturnType<typeof gatewaysPg>;
}

export interface Product {
  readonly startEmbeddedDatabase: typeof startEmbeddedDatabase;
  readonly migrate: typeof migrate;
  readonly toFeedCursor: typeof toFeedCursor;
  readonly OnePieceSocket: typeof OnePieceSocket;
  readonly writeDocument: typeof writeDocument;
  readonly submissionOf: typeof submissionOf;
}

export async function loadProduct(): Promise<Product> {
  const modules = [
    "platform/embedded-database",
    "platform/database",
    "platform/one-piece-socket",
    "journal/live-feed",
    "exchange/write-document",
    "server/documents/submission",
  ];
  const loaded = await Promise.all(modules.map((name) => import(`${folder}/src/${name}.js`) as Promise<object>));
  return Object.assign({}, ...loaded) as Product;
}
