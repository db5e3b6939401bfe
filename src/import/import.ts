import { resolve } from "node:path";
import { Hindrance } from "../platform/program.js";
import { Stopped, type Gateway } from "./gateway.js";
import type { Entry, Fault, Source } from "./places.js";
import { Progress } from "./progress.js";
import { ResultsFile } from "./results-file.js";
import { Sending } from "./sending.js";
import { judged } from "./validating.js";

export type Outcome = "DONE" | "FAULTY" | "UNFINISHED";

interface Read {
  readonly documents: number;
  readonly faulty: number;
}

/** One import, from what it reads to what it tells: faults and what it would do on stdout, progress on stderr. */
export class Import {
  constructor(
    private readonly source: Source,
    private readonly file: string,
    private readonly signal: AbortSignal,
  ) {}

  /** Reads everything and sends nothing that is kept; where there is a gateway, that judges each document. */
  async tryOut(gateway: Gateway | null): Promise<Outcome> {
    const counts = { documents: 0, faulty: 0, judged: 0, refused: 0, warned: 0 };
    const progress = new Progress(null);
    const entries = this.source.entries();
    const all = gateway ? judged(gateway, entries, this.signal) : unjudged(entries);
    let isTold = false;
    const tell = (): void => {
      if (!isTold) console.log(`${this.source.about().join("\n")}\n`);
      isTold = true;
    };
    for await (const { entry, judged: verdict } of all) {
      if (this.signal.aborted) break;
      tell();
      print(entry.faults);
      print(verdict?.faults ?? []);
      print(verdict?.warnings ?? [], "warning: ");
      counts.documents += 1;
      if (!entry.document) counts.faulty += 1;
      if (verdict) counts.judged += 1;
      if (verdict && verdict.faults.length > 0) counts.refused += 1;
      if (verdict && verdict.warnings.length > 0) counts.warned += 1;
      progress.tell({ read: counts.documents, faulty: counts.faulty, refused: counts.refused });
    }
    if (this.signal.aborted) return "UNFINISHED";
    tell();
    const { documents, faulty, refused, warned } = counts;
    console.log(`read            ${documents} documents`);
    console.log(`can be sent     ${documents - faulty}`);
    console.log(`faulty          ${faulty}`);
    if (gateway) console.log(`of those judged ${counts.judged}: ${refused} would be refused, ${warned} have warnings`);
    else console.log("rules           not judged: no gateway was given (--url)");
    return faulty + refused > 0 ? "FAULTY" : "DONE";
  }

  /** Sends everything, or nothing where something cannot be read and is not to be skipped. */
  async send(gateway: Gateway, skipsFaulty: boolean): Promise<Outcome> {
    const read = await this.readThrough();
    if (this.signal.aborted) return "UNFINISHED";
    if (read.faulty > 0 && !skipsFaulty) {
      console.error(`${read.faulty} of ${read.documents} are faulty: nothing was sent. Mend them, or --skip-faulty.`);
      return "FAULTY";
    }
    const path = `${resolve(this.file)}.results.csv`;
    const results = await ResultsFile.open(path);
    const counts = { read: 0, accepted: 0, repeated: 0, pending: 0, failed: 0, refused: 0, faulty: 0 };
    const progress = new Progress(read.documents);
    const sending = new Sending(gateway, this.whole(results, counts), this.signal, {
      onResult: async ({ entry, status, number, notes }) => {
        counts.read += 1;
        counts[status] += 1;
        await results.add(entry, status, number, notes);
        if (progress.tell(counts)) await results.flush();
      },
      onWait: (why, wait) => console.error(`${why}: again in ${Math.ceil(wait / 1_000)} s`),
    });
    let isWhole = false;
    try {
      isWhole = await sending.run();
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      console.error(error.message);
    } finally {
      await results.close();
    }
    progress.end(counts);
    if (results.isThere) console.error(`What became of each row: ${path}`);
    if (counts.failed > 0) console.error(`${counts.failed} failed on the gateway's side: tell its operator.`);
    if (!isWhole || counts.failed > 0) {
      console.error("Not everything was sent: run the same again. What was accepted comes back as repeated.");
      return "UNFINISHED";
    }
    return counts.refused + counts.faulty > 0 ? "FAULTY" : "DONE";
  }

  private async readThrough(): Promise<Read> {
    const counts = { documents: 0, faulty: 0 };
    for await (const { document, faults } of this.source.entries()) {
      if (this.signal.aborted) break;
      counts.documents += 1;
      if (document) continue;
      counts.faulty += 1;
      print(faults);
    }
    if (counts.documents === 0) throw new Hindrance(`${this.file} was read, and there is nothing in it to send.`);
    return counts;
  }

  /** What can be sent; what cannot is written down at once. */
  private async *whole(results: ResultsFile, counts: { faulty: number; read: number }): AsyncGenerator<Entry> {
    for await (const entry of this.source.entries()) {
      if (entry.document) {
        yield entry;
        continue;
      }
      counts.faulty += 1;
      counts.read += 1;
      await results.add(entry, "faulty", null, entry.faults);
    }
  }
}

async function* unjudged(entries: AsyncIterable<Entry>): AsyncGenerator<{ entry: Entry; judged: null }> {
  for await (const entry of entries) yield { entry, judged: null };
}

function print(faults: readonly Fault[], before = ""): void {
  for (const { where, message } of faults) console.log(`${where}: ${before}${message}`);
}
