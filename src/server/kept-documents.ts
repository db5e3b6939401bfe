import { createHash } from "node:crypto";
import type { DocumentNode } from "graphql";

/** Bytes that a document takes for each character of its text, with what is compiled of it (measured: 100 to 230). */
const BYTES_PER_CHARACTER = 256;
/** Bytes for each token that a document may have: for documents that came once, and for those that came again. */
const FOR_NEW = 1_024;
const FOR_KNOWN = 3 * 1_024;

interface Kept {
  readonly document: DocumentNode;
  readonly bytes: number;
}

/** The SHA-256 of a document's text, hexadecimal: the name under which Apollo knows it as well. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * Prepared documents, the least recently used leaving first. Those that came again have a room of their own: whoever sends
 * ever new documents drives out only others that came once.
 */
export class KeptDocuments {
  private readonly fresh: Room;
  private readonly known: Room;

  /** With the usual 20,000 `tokens` they take 80 MB at the most. */
  constructor(tokens: number) {
    this.fresh = new Room(tokens * FOR_NEW);
    this.known = new Room(tokens * FOR_KNOWN);
  }

  get(hash: string): DocumentNode | null {
    const again = this.known.take(hash) ?? this.fresh.take(hash);
    if (again) this.known.put(hash, again);
    return again?.document ?? null;
  }

  /** The same, without counting as having come again. */
  peek(hash: string): DocumentNode | null {
    return (this.known.kept.get(hash) ?? this.fresh.kept.get(hash))?.document ?? null;
  }

  add(hash: string, text: string, document: DocumentNode): void {
    this.fresh.put(hash, { document, bytes: text.length * BYTES_PER_CHARACTER });
  }

  /** Bytes that are taken, by estimate. */
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

  /** One that would fill half of the room is not kept. */
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
