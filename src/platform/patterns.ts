import { Worker } from "node:worker_threads";

/** Milliseconds that one expression may take for the texts of one question. */
const DEADLINE = 2_000;
/** Milliseconds within which a worker begins, on a machine that is busy. */
const BEGINNING = 30_000;

/** What the worker does: the numbers of the texts that fit. An expression that is too large shows only when it is tried. */
const CODE = `const { parentPort } = require("node:worker_threads");
parentPort.on("message", ({ pattern, texts }) => {
  const end = pattern.lastIndexOf("/");
  try {
    const expression = new RegExp(pattern.slice(1, end), pattern.slice(end + 1));
    parentPort.postMessage(texts.flatMap((text, place) => (expression.test(text) ? [place] : [])));
  } catch {
    parentPort.postMessage(null);
  }
});
parentPort.postMessage([]);`;

/**
 * Regular expressions that others wrote, tried in a thread of their own: V8 looks for all ways in which one may fit, and for some
 * there are more than anybody can wait for. The thread is ended at the deadline, and whoever asks waits for nothing else.
 */
export class Patterns {
  private worker: Worker | null = null;

  constructor(private readonly deadline = DEADLINE) {}

  /** The places of the texts that fit `/…/flags`; null where it took too long, or memory. One question at a time. */
  async fitting(pattern: string, texts: readonly string[]): Promise<readonly number[] | null> {
    if (texts.length === 0) return [];
    const worker = (this.worker ??= await this.begins());
    const places = await answerOf(worker, this.deadline, () => worker.postMessage({ pattern, texts }, []));
    if (places === null) await this.end();
    return places;
  }

  private async begins(): Promise<Worker> {
    const worker = new Worker(CODE, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 64 } });
    worker.unref();
    // Its failure is not the process's: it ends, and whoever asks is told.
    worker.on("error", () => undefined);
    worker.once("exit", () => {
      if (this.worker === worker) this.worker = null;
    });
    if ((await answerOf(worker, BEGINNING, () => undefined)) !== null) return worker;
    await worker.terminate();
    throw new Error("no thread could be begun for regular expressions");
  }

  /** Ends the thread; the next question begins another one. */
  async end(): Promise<void> {
    const { worker } = this;
    this.worker = null;
    await worker?.terminate();
  }
}

/** Its next message; null where it ends or does not answer in time. */
function answerOf(worker: Worker, deadline: number, ask: () => void): Promise<readonly number[] | null> {
  return new Promise((resolve) => {
    const settle = (places: readonly number[] | null): void => {
      clearTimeout(timer);
      worker.off("message", settle).off("exit", onEnd);
      resolve(places);
    };
    const onEnd = (): void => settle(null);
    const timer = setTimeout(onEnd, deadline);
    worker.on("message", settle).on("exit", onEnd);
    ask();
  });
}
