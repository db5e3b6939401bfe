import { chmod, cp, mkdtemp, stat, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { giveTo } from "../../src/platform/embedded-postgres/account.js";

/** Where Linux keeps files in memory. */
const MEMORY = "/dev/shm";
/** Bytes that have to be free there: a container may have been given only 64 MiB. */
const ROOM = 2 ** 30;

/**
 * A new folder for a cluster, to be removed by whoever asked. In memory where there is room, unless TMPDIR says otherwise:
 * there PostgreSQL makes a database in a tenth of the time.
 */
export async function scratchFolder(prefix: string): Promise<string> {
  const parent = process.env["TMPDIR"] === undefined && (await hasRoom(MEMORY)) ? MEMORY : tmpdir();
  const folder = await mkdtemp(join(parent, prefix));
  // Under root PostgreSQL runs as another user, who has to pass through.
  await chmod(folder, 0o711);
  return folder;
}

/** Copies the data folder of a PostgreSQL that does not run. */
export async function copyDataDir(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true });
  const { uid, gid } = await stat(join(from, "postgres"));
  if (process.geteuid?.() === 0) await giveTo({ uid, gid }, join(to, "postgres"));
}

async function hasRoom(folder: string): Promise<boolean> {
  const space = await statfs(folder).catch(() => null);
  return space !== null && space.bavail * space.bsize >= ROOM;
}
