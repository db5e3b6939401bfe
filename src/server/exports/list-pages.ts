import { setTimeout as pause } from "node:timers/promises";
import { authorize } from "../../access/authorize.js";
import type { Authentication } from "../../access/authenticate.js";
import type { Session } from "../../access/session.js";
import type { Row } from "../../domain/exports.js";
import { Refusal } from "../../domain/refusal.js";
import { say } from "../../domain/wording/wording.js";
import { RequestContext, type Gateway, type KnownCaller } from "../../operation/request-context.js";
import type { Execution } from "../execution.js";
import { patiently } from "../patience.js";
import type { PagedList } from "./judged-export.js";

interface Parts {
  readonly gateway: Gateway;
  readonly execution: Execution;
  readonly authentication: Authentication;
}

interface Page {
  readonly rows: readonly Row[];
  /** The cursor after which the next one begins; null: there is none. */
  readonly next: string | null;
}

/** Milliseconds. */
const LONGEST_REST = 1_000;

/** Throws FORBIDDEN for one who may not export, or read. */
export function expectExporter({ actor }: Session): void {
  authorize(actor, "export.prepare");
  authorize(actor, "read");
}

/**
 * The pages of a list, each read as it is asked for: as an operation of its own, when its party's turn comes and at its cost, with the
 * rights that its token then has. Between two pages nothing is open. Half of the person's budget is left for what else it asks, and half of the time
 * for what everybody else does: after each page it rests as long as that took. Throws
 * what an operation is refused with, and NOT_FOUND where there is no such list.
 */
export async function* pagesOf(paged: PagedList, caller: KnownCaller, parts: Parts): AsyncGenerator<readonly Row[]> {
  const { charges } = parts.execution;
  let { size } = paged;
  let rest = 0;
  for (let after: string | null = null; ;) {
    const session = await parts.authentication.again(caller.session);
    expectExporter(session);
    const wait = Math.max(charges.untilHalfIsLeft(session.actor, "reading"), rest);
    if (wait > 0) await pause(wait, undefined, { signal: caller.signal });
    const begun = performance.now();
    const asking = { ...caller, session };
    const found: Page | null = await patiently(
      () => pageOf(paged, { after, size }, asking, parts),
      caller.signal,
    ).catch((error: unknown) => {
      if (size === 1 || !(error instanceof Refusal) || error.code !== "QUERY_TOO_COSTLY") throw error;
      return null;
    });
    rest = Math.min(performance.now() - begun, LONGEST_REST);
    if (!found) {
      // Its rows are larger than such rows usually are.
      size = Math.floor(size / 2);
      continue;
    }
    yield found.rows;
    if (found.next === null) return;
    if (found.next === after) throw new Error("a page ends where it began");
    after = found.next;
  }
}

async function pageOf(
  { list, document, variables }: PagedList,
  { after, size }: { readonly after: string | null; readonly size: number },
  caller: KnownCaller,
  { gateway, execution }: Parts,
): Promise<Page> {
  const operation = { document, variables: { ...variables, [list.first]: size, [list.after]: after } };
  const { data, errors } = await execution.run(operation, new RequestContext(gateway, caller));
  caller.signal.throwIfAborted();
  const [error] = errors ?? [];
  if (error) throw error.originalError ?? error;
  let found: unknown = data;
  for (const name of list.path) found = (found as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  if (!found) throw new Refusal("NOT_FOUND", say("exportNothing", {}));
  const page = found as { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } };
  const rows = (page as unknown as Readonly<Record<string, readonly Row[]>>)[list.rows] ?? [];
  return { rows, next: page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null };
}
