import { addressOf } from "../domain/forms/addresses.js";
import { JSON_TYPE } from "../exchange/media-types.js";
import { waitBefore, pause } from "../../client/waits.js";
import { say } from "../domain/wording/wording.js";
import { stopped } from "./obstacle.js";
import type { Entry, Fault } from "./places.js";
import {
  faultsOf,
  headersOf,
  isTemporary,
  lineOf,
  parsed,
  refusal,
  warningsOf,
  type Gateway,
  type Receipt,
  urlOf,
} from "./gateway.js";

/** How many are asked about at once. */
const AT_ONCE = 4;
const PATIENCE = 10;

export interface Judged {
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

/** Asks the gateway what submitting each entry would come to; nothing is kept. In their order. */
export async function* judged(
  gateway: Gateway,
  entries: AsyncIterable<Entry>,
  signal: AbortSignal,
): AsyncGenerator<{ readonly entry: Entry; readonly judged: Judged | null }> {
  const open: { readonly entry: Entry; readonly judged: Promise<Judged | null> }[] = [];
  const keys = new Set<string>();
  for await (const entry of entries) {
    if (signal.aborted) return;
    const asked = entry.document ? judge(gateway, entry, keys, signal) : Promise.resolve(null);
    // Whoever waits for it is told.
    asked.catch(() => undefined);
    if (entry.key !== null) keys.add(entry.key);
    open.push({ entry, judged: asked });
    if (open.length < AT_ONCE) continue;
    const first = open.shift();
    if (first) yield { entry: first.entry, judged: await first.judged };
  }
  for (const one of open) yield { entry: one.entry, judged: await one.judged };
}

async function judge(
  gateway: Gateway,
  entry: Entry,
  keys: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<Judged | null> {
  const { document } = entry;
  if (!document) return null;
  const address = urlOf(gateway, addressOf("validate", {}));
  const body = lineOf({ ...document, content: withoutOwn(document.content, keys) });
  const headers = headersOf(gateway, JSON_TYPE);
  for (let attempt = 1; ; attempt += 1) {
    const answer = await fetch(address, { method: "POST", headers, body, signal }).catch((error: unknown) => {
      if (signal.aborted) throw stopped(say("importInterrupted", {}));
      if (attempt > PATIENCE) throw error;
      if (attempt === 1 && keys.size === 0)
        throw stopped(say("importNoGateway", { address: gateway.address.href, why: null }));
      return null;
    });
    const text = (await answer?.text().catch(() => null)) ?? null;
    if (answer && text !== null) {
      if (answer.ok) return { faults: [], warnings: warningsOf(entry, (parsed(text) as Partial<Receipt>).warnings) };
      const problem = parsed(text);
      const isOfCaller = answer.status === 401 || answer.status === 403 || problem.code === undefined;
      if (!isTemporary(answer.status)) {
        if (isOfCaller) throw refusal(address, answer.status, problem);
        return { faults: faultsOf(entry, problem, gateway.language), warnings: [] };
      }
      if (attempt > PATIENCE && answer.status !== 429) throw refusal(address, answer.status, problem);
    }
    const wait = Number(answer?.headers.get("retry-after"));
    await pause(waitBefore(attempt, wait > 0 ? wait * 1_000 : null), signal);
  }
}

/**
 * What names a document that is sent before it cannot be found yet: it is judged as if it named none, and without its key, since
 * that is not what is sent under it.
 */
function withoutOwn<C extends { readonly [name: string]: unknown }>(content: C, keys: ReadonlySet<string>): C {
  const { incidentId, revision } = content;
  if (typeof incidentId !== "string" || !incidentId.startsWith("key:") || revision !== undefined) return content;
  if (!keys.has(incidentId.slice(4))) return content;
  const { incidentId: _, submissionKey: __, ...rest } = content;
  return rest as unknown as C;
}
