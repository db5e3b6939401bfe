import type { Json } from "../../domain/canonical.js";
import { toIso, type Instant } from "../../domain/instant.js";
import type { Limits } from "../../domain/limits.js";
import { judgeEnd, judgeSuccessor } from "../../domain/party-rules.js";
import type { Meant, Reference } from "../../domain/references.js";
import { judgeText } from "../../domain/text.js";
import type { Violation, Warning } from "../../domain/verdict.js";
import type { PartyRow } from "./party.store.js";
import type { CoverageRow, ProtectedObjectRow } from "./protected-object.store.js";

/** The end of a SOC or an object, and what replaces it. */
export interface EndDraft {
  readonly endsAt: Instant;
  readonly reason: string;
  readonly replacedBy: Reference | null;
}

/** What ends and what replaces it, locked in one order: two that name each other do not both end. */
export async function lockedEnds<T extends { readonly id: string }>(
  endingId: string,
  replacedById: string | null,
  lock: (id: string) => Promise<T | null>,
): Promise<readonly [ending: T | null, successor: T | null]> {
  const locked: (T | null)[] = [];
  for (const id of [...new Set([endingId, ...(replacedById === null ? [] : [replacedById])])].toSorted())
    locked.push(await lock(id));
  const of = (id: string | null): T | null => locked.find((one) => one?.id === id) ?? null;
  return [of(endingId), of(replacedById)];
}

/** What has ended, and what is doubtful about that. */
export interface Ending<T> {
  readonly ended: T;
  readonly warnings: readonly Warning[];
}

export function judgeEnding(
  ending: PartyRow | ProtectedObjectRow,
  /** What is to replace it; `found`: null if that is none of the kind. */
  successor: { readonly found: PartyRow | ProtectedObjectRow | null; readonly named: Meant | null },
  coverage: readonly CoverageRow[],
  { endsAt, reason }: EndDraft,
  limits: Limits,
): Violation[] {
  return [
    ...judgeText(reason, ["reason"], limits.text),
    ...judgeEnd(ending, endsAt, coverage),
    ...(successor.named === null ? [] : judgeSuccessor(successor.found, ending, successor.named.near)),
  ];
}

/** What the journal says of an end. */
export function endSaid(endsAt: Instant, replacedById: string | null): Json {
  return { ends: toIso(endsAt), replacedBy: replacedById };
}
