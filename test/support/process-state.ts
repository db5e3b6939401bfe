import { readdir, readFile, readlink, realpath } from "node:fs/promises";
import { eventually } from "./eventually.js";

/** The peak memory of a process so far, in MiB. Linux only. */
export async function peakMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1_024;
}

/** Resolves once no process has its working directory in this folder, as all of a cluster's have. Linux only. */
export async function isDeserted(folder: string): Promise<void> {
  const place = await realpath(folder);
  const worksHere = async (pid: string): Promise<boolean> =>
    (await readlink(`/proc/${pid}/cwd`).catch(() => null)) === place;
  await eventually(async () => {
    const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
    return !(await Promise.all(pids.map(worksHere))).includes(true);
  });
}

/** The state letter of proc(5), or null if there is no such process. */
export async function stateOf(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  // The name before it, in parentheses, may itself contain spaces and parentheses.
  return stat?.charAt(stat.lastIndexOf(")") + 2) ?? null;
}
