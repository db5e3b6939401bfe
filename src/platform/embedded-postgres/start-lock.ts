import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const POLL = 20;

/** What is locked, and by what program: others do not wait for it. */
interface Locked {
  readonly program: string;
  readonly cluster: string;
}

/**
 * Runs `work` while no other process, and no other call in this one, does so for `cluster`. The lock is a listening socket, so a
 * process that dies releases it. Rejects when the lock is not free by `until`, in the time of `performance.now()`.
 */
export async function holdingStartLock<T>(locked: Locked, until: number, work: () => Promise<T>): Promise<T> {
  const lock = await acquire(locked, until);
  try {
    return await work();
  } finally {
    await new Promise((closed) => lock.close(closed));
  }
}

async function acquire(locked: Locked, until: number): Promise<Server> {
  const address = lockAddress(locked);
  do {
    const lock = await listen(address);
    if (lock) return lock;
    if (isFile(address) && (await isAbandoned(address))) await rm(address, { force: true });
    await pause(POLL);
  } while (performance.now() < until);
  throw new Error(`Another process has been starting or stopping the database in ${locked.cluster} for too long.`);
}

/** Linux and Windows drop the name with the last process that holds it; elsewhere it is a file that survives a crash. */
function lockAddress({ program, cluster }: Locked): string {
  const name = `${program}-postgres-${createHash("sha256").update(cluster).digest("hex").slice(0, 32)}`;
  if (process.platform === "linux") return `\0${name}`;
  if (process.platform === "win32") return `\\\\.\\pipe\\${name}`;
  return join(tmpdir(), `${name}.sock`);
}

function isFile(address: string): boolean {
  return process.platform !== "win32" && !address.startsWith("\0");
}

function listen(address: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve(null);
      else reject(error);
    });
    server.listen({ path: address, exclusive: true }, () => resolve(server));
  });
}

function isAbandoned(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once("connect", () => {
      socket.destroy();
      resolve(false);
    });
    socket.once("error", (error: NodeJS.ErrnoException) => resolve(error.code === "ECONNREFUSED"));
  });
}
