import { setPriority } from "node:os";
import { watchMemory } from "./memory.js";
import { PdfMaker } from "./pdf.js";
import type { Sheet } from "./sheet.js";

/** A piece of a PDF, in their order. A large one in one message would hold up whoever reads it. */
export type Piece = Uint8Array;
const PIECE = 262_144;

/** What the process answers to a sheet after its pieces; `memory` is what it holds then, in bytes. */
export interface Printed {
  /** Why there is no PDF; null where there is one. */
  readonly error: string | null;
  readonly memory: number;
}

let maker: PdfMaker | undefined;

// The program that a `Press` runs: it ends when nobody is at the other end. Acts and readings go before paper.
setPriority(10);
watchMemory(Number(process.argv[2]));
process.on("message", (sheet: string) => {
  const error = print(JSON.parse(sheet) as Sheet);
  answer({ error, memory: process.memoryUsage.rss() });
});

function answer(message: Piece | Printed): void {
  process.send?.(message);
}

function print(sheet: Sheet): Printed["error"] {
  try {
    maker ??= new PdfMaker();
    const pdf = maker.make(sheet);
    for (let from = 0; from < pdf.length; from += PIECE) answer(pdf.subarray(from, from + PIECE));
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
