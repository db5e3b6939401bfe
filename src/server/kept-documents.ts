import { createHash } from "node:crypto";
import type { DocumentNode } from "graphql";

/** Bytes per character of a document's source, including what is compiled from it (measured: 100 to 230). */
const BYTES_PER_CHARACTER = 256;
/** Bytes of cache per token of the limit: for documents seen once, and for those seen again. */
const FOR_NEW = 1_024;
const FOR_KNOWN = 3 * 1_024;

interface Kept {
  readonly document: DocumentNode;
  readonly bytes: number;
}

/** The SHA-256 of a document's source, in hexadecimal, which is also Apollo's key for it. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * A cache of prepared documents that evicts the least recently used. Documents seen more than once have their own part, so a
 * client that keeps sending new documents evicts only others seen once.
 */
export class KeptDocuments {
  private readonly fresh: Room;
  private readonly known: Room;

  /** With the default of 20,000 `tokens` they take at most 80 MB. */
  constructor(tokens: number) {
    this.fresh = new Room(tokens * FOR_NEW);
    this.known = new Room(tokens * FOR_KNOWN);
  }

  get(hash: string): DocumentNode | null {
    const again = this.known.take(hash) ?? this.fresh.take(hash);
    if (again) this.known.put(hash, again);
    return again?.document ?? null;
  }

  /** The same, without counting as seen again. */
  peek(hash: string): DocumentNode | null {
    return (this.known.kept.get(hash) ?? this.fresh.kept.get(hash))?.document ?? null;
  }

  add(hash: string, text: string, document: DocumentNode): void {
    this.fresh.put(hash, { document, bytes: text.length * BYTES_PER_CHARACTER });
  }

  /** Estimated bytes in use. */
  get bytes(): number {
    return this.fresh.bytes + this.known.bytes;
  }
}

class Room {
  readonly kept = new Map<string, Kept>();
  bytes = 0;

  constructor(private readonly limit: number) {}

  take(hash: string): Kept | null {
    const found = this.kept.get(hash);
    if (!found) return null;
    this.kept.delete(hash);
    this.bytes -= found.bytes;
    return found;
  }

  /** A document that would fill half of its part is not kept. */
  put(hash: string, one: Kept): void {
    if (one.bytes > this.limit / 2) return;
    this.take(hash);
    this.kept.set(hash, one);
    this.bytes += one.bytes;
    for (const oldest of this.kept.keys()) {
      if (this.bytes <= this.limit) return;
      this.take(oldest);
    }
  }
}
