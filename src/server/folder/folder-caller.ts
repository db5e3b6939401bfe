import { reserveSession } from "../../access/reserve-session.js";
import type { FileTimes } from "../../journal/journal.store.js";
import type { Gateway, KnownCaller } from "../../operation/request-context.js";
import { directConnection } from "../../platform/database.js";
import { newId } from "../../platform/identity.js";

/** Whoever a party's folder is bound to, as of now; null: nobody. `file` is what acts for it, if anything does. */
export async function folderCaller(
  { pools, clock }: Gateway,
  code: string,
  file?: FileTimes,
  signal: AbortSignal = new AbortController().signal,
): Promise<KnownCaller | null> {
  const receivedAt = clock.now();
  const who = await reserveSession(directConnection(pools.vital), code);
  if (!who) return null;
  const requestId = newId(receivedAt);
  const origin = { requestId, address: null, ...(file ? { door: "folder" as const, file } : {}) };
  return { ...who, origin, signal };
}
