import { Worker } from "node:worker_threads";

/** What a process that lays out may take, in bytes: twice what the largest sheet was seen to take. */
export const MOST_MEMORY = 1_500_000_000;

/** By what it ends that takes more, and by nothing else; Windows, which has no such signal, ends it all the same. */
export const TOO_MUCH_MEMORY = "SIGUSR2";

/** Milliseconds from one look to the next. */
const PAUSE = 50;

/** Ends this process once it takes more than `most` bytes. Native code lets nothing else of its thread run: another one looks. */
export function watchMemory(most: number): void {
  const end = process.platform === "win32" ? "SIGKILL" : TOO_MUCH_MEMORY;
  const look = `if (process.memoryUsage.rss() > ${most}) process.kill(process.pid, "${end}")`;
  new Worker(`setInterval(() => { ${look}; }, ${PAUSE});`, { eval: true }).unref();
}
