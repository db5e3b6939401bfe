import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { SECOND } from "../domain/instant.js";
import { MOST_MEMORY, TOO_MUCH_MEMORY } from "./memory.js";
import type { Piece, Printed } from "./press-process.js";
import type { Sheet } from "./sheet.js";

const PROGRAM = fileURLToPath(new URL("press-process.js", import.meta.url));

/** Milliseconds in which a sheet is printed, from its turn on; and after which a process that prints nothing is ended. */
const DEADLINE = 60 * SECOND;
const IDLE = 30 * SECOND;
/** Sheets that wait for their turn, each with its texts in memory. */
const WAITING = 16;
/** The largest sheet: characters of its JSON, cells of its tables and lines of its lists, each of which takes up to 30 kB. */
const MOST_CHARACTERS = 8_000_000;
const MOST_PARTS = 40_000;
/** Bytes of memory past which the process is not used again: what a large sheet took is not given back by itself. */
const LARGE = 300_000_000;
/** What the process inherits: what Windows needs, and none of the gateway's secrets. */
const INHERITED = ["SystemRoot", "TEMP", "TMP"];

/**
 * Why there is no PDF: the sheet is too LARGE (as HTML it can still be had), too many wait before it (BUSY), it took too long
 * (LATE), or it cannot be made here or of this (BROKEN).
 */
export class NotPrinted extends Error {
  constructor(
    readonly why: "LARGE" | "BUSY" | "LATE" | "BROKEN",
    message: string,
  ) {
    super(message);
    this.name = "NotPrinted";
  }
}

interface Job {
  /** The sheet as JSON. */
  readonly sheet: string;
  readonly signal: AbortSignal | undefined;
  readonly party: string | undefined;
  readonly over: (pdf: Uint8Array | Error) => void;
}

/** For whom a sheet is printed. */
interface Holder {
  readonly id: string;
  readonly party: { readonly id: string };
}

interface Settings {
  /** How many sheets of each holder may be printed or wait. */
  readonly places?: {
    isLeft(holder: Holder, amount: number): boolean;
    hold(holder: Holder, amount: number): () => void;
  };
  readonly program?: string;
  readonly deadline?: number;
  readonly waiting?: number;
  readonly memory?: number;
}

/**
 * Prints sheets as PDF in a process of its own, one after the other: laying out is native code that computes for up to seconds,
 * which no thread can be made to stop, and takes memory that only the end of a process gives back (decision 15).
 * Whoever makes a press closes it.
 */
export class Press {
  private readonly jobs: Job[] = [];
  private process: ChildProcess | null = null;
  private isPrinting = false;
  private idle: NodeJS.Timeout | undefined;

  /** Whose sheet was printed last. */
  private served: string | undefined;

  constructor(private readonly settings: Settings = {}) {}

  /** Throws NotPrinted, BUSY, where a sheet of this holder could not be printed now: to be asked before it is made. */
  expectPlace(holder?: Holder): void {
    const { places, waiting = WAITING } = this.settings;
    if (this.jobs.length >= waiting || (holder && places && !places.isLeft(holder, 1)))
      throw new NotPrinted("BUSY", "too many sheets are waiting to be printed");
  }

  /**
   * The PDF of `sheet`, for `holder`: no party waits for all of another's. Throws NotPrinted, or the reason of `signal` where nobody
   * waits for it any more.
   */
  async print(sheet: Sheet, signal?: AbortSignal, holder?: Holder): Promise<Uint8Array> {
    if (signal?.aborted) throw asError(signal.reason);
    this.expectPlace(holder);
    const json = JSON.stringify(sheet);
    if (json.length > MOST_CHARACTERS || partsOf(sheet) > MOST_PARTS)
      throw new NotPrinted("LARGE", "the sheet is too large to be printed");
    const giveBack = holder && this.settings.places?.hold(holder, 1);
    return new Promise((resolve, reject) => {
      const over: Job["over"] = (pdf) => {
        giveBack?.();
        if (pdf instanceof Error) reject(pdf);
        else resolve(pdf);
      };
      const job = { sheet: json, signal, party: holder?.party.id, over };
      this.jobs.push(job);
      signal?.addEventListener("abort", () => this.leave(job), { once: true });
      if (!this.isPrinting) void this.printAll();
    });
  }

  /** Ends the process; what is being printed, and what waits, is not. */
  close(): void {
    clearTimeout(this.idle);
    for (const { over } of this.jobs.splice(0)) over(new NotPrinted("BUSY", "the gateway is shutting down"));
    this.endProcess();
  }

  /** Gives up the turn of a job that still waits for it. */
  private leave(job: Job): void {
    const place = this.jobs.indexOf(job);
    if (place >= 0) this.jobs.splice(place, 1);
    if (place >= 0) job.over(asError(job.signal?.reason));
  }

  private async printAll(): Promise<void> {
    this.isPrinting = true;
    clearTimeout(this.idle);
    for (let job = this.next(); job !== undefined; job = this.next()) job.over(await this.printOne(job));
    this.isPrinting = false;
    this.idle = setTimeout(() => this.endProcess(), IDLE).unref();
  }

  /** The party's that has waited longest since it was served: the first that is not of the one served last, if there is one. */
  private next(): Job | undefined {
    const place = this.jobs.findIndex(({ party }) => party !== this.served);
    const [job] = this.jobs.splice(Math.max(place, 0), 1);
    this.served = job?.party;
    return job;
  }

  private printOne({ sheet, signal }: Job): Promise<Uint8Array | Error> {
    const child = this.running();
    return new Promise((resolve) => {
      const end = (pdf: Uint8Array | Error, isSpent: boolean): void => {
        clearTimeout(late);
        signal?.removeEventListener("abort", leave);
        child.removeAllListeners();
        child.on("error", () => undefined);
        if (isSpent) this.endProcess();
        resolve(pdf);
      };
      const late = setTimeout(() => end(new NotPrinted("LATE", "printing took too long"), true), this.deadline);
      const leave = (): void => end(asError(signal?.reason), true);
      const fail = (why: string): void => end(new NotPrinted("BROKEN", why), true);
      signal?.addEventListener("abort", leave);
      const pieces: Piece[] = [];
      child.on("message", (said: Piece | Printed) => {
        if (said instanceof Uint8Array) return void pieces.push(said);
        const pdf = said.error === null ? Buffer.concat(pieces) : new NotPrinted("BROKEN", said.error);
        end(pdf, said.memory > LARGE);
      });
      child.once("error", ({ message }) => fail(message));
      child.once("exit", (code, by) => {
        if (by === TOO_MUCH_MEMORY) end(new NotPrinted("LARGE", "printing took too much memory"), true);
        else fail(`the process that prints ended with ${by ?? code}`);
      });
      child.send(sheet, (error) => error && fail(error.message));
    });
  }

  private get deadline(): number {
    return this.settings.deadline ?? DEADLINE;
  }

  private running(): ChildProcess {
    this.process ??= fork(this.settings.program ?? PROGRAM, [String(this.settings.memory ?? MOST_MEMORY)], {
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      env: Object.fromEntries(INHERITED.map((name) => [name, process.env[name]])),
    });
    return this.process;
  }

  private endProcess(): void {
    this.process?.kill("SIGKILL");
    this.process = null;
  }
}

function partsOf({ tables, attached }: Sheet): number {
  const cells = tables.reduce((sum, { table }) => sum + table.columns.length * table.rows.length, 0);
  return cells + (attached?.lists.reduce((sum, { lines }) => sum + lines.length, 0) ?? 0);
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error("nobody waits for it any more", { cause: reason });
}
