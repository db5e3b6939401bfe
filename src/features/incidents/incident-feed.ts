import { scopeOf } from "../../domain/access.js";
import type { IncidentFactKind } from "../../domain/facts.js";
import type { Instant } from "../../domain/instant.js";
import { fromFeedCursor, ReaderTooSlow, toFeedCursor, type FeedFilter } from "../../journal/live-feed.js";
import { idOf } from "../../platform/identity.js";
import { RequestContext } from "../../request-context.js";
import type { IncidentRow } from "./incident.store.js";
import type { IncidentFeedFilter } from "./incident.types.js";

/** A frame before its fields are resolved, and the eyes that resolve them. */
export interface FrameSource {
  readonly cursor: string;
  readonly kind: IncidentFactKind;
  readonly at: Instant;
  readonly incident: IncidentRow;
  /** The context in which this frame's fields are resolved. */
  readonly context: RequestContext;
}

/** Close code for a reader that fell too far behind (docs/feed.md); it resumes by cursor. */
export const READER_TOO_SLOW = 4290;

/**
 * The frames of `incidentFeed`. The actor is asked again for each; an incident that is not in its scope at delivery makes
 * no frame.
 */
export async function* followIncidents(
  args: { readonly after?: string | null; readonly filter?: IncidentFeedFilter | null },
  context: RequestContext,
): AsyncGenerator<FrameSource> {
  const { gateway, caller, signal } = context;
  const seen = { changes: gateway.tail.accessChanges, session: context.session };
  const reader = { actor: () => context.confirmedActor(seen) };
  const after = typeof args.after === "string" ? fromFeedCursor(args.after) : null;
  try {
    for await (const fact of gateway.feed.follow(after, feedFilter(args.filter ?? {}), reader, signal)) {
      const reading = gateway.sharedReadings.at(scopeOf(fact.actor), fact.position);
      const incident = await reading.incident.load(fact.incidentId);
      if (!incident) continue;
      yield {
        cursor: toFeedCursor(fact.position),
        kind: fact.fact,
        at: fact.at,
        incident,
        context: new RequestContext(gateway, { ...caller, session: seen.session }, reading),
      };
    }
  } catch (error) {
    if (!(error instanceof ReaderTooSlow)) throw error;
    caller.closeSocket?.(READER_TOO_SLOW, "Reader too slow: resume after your last cursor");
  }
}

function feedFilter({ socs, objects, kinds }: IncidentFeedFilter): FeedFilter {
  return {
    ...(socs ? { socIds: socs.map((id) => idOf("Soc", id)) } : {}),
    ...(objects ? { objectIds: objects.map((id) => idOf("ProtectedObject", id)) } : {}),
    ...(kinds ? { kinds } : {}),
  };
}
