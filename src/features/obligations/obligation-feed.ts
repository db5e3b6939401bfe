import { OBLIGATION_FACT_KINDS } from "../../domain/facts.js";
import { Following, type FeedStart, type FrameSource } from "../../operation/feed-frames.js";
import type { RequestContext } from "../../operation/request-context.js";
import { namedInFilter } from "../submissions/references.js";
import type { ObligationRow } from "./obligation.store.js";
import type { ObligationFeedFilter } from "./obligation-feed.types.js";

/** A frame of `obligationFeed`: the duty as it is at delivery. */
export interface ObligationFrameSource extends FrameSource {
  readonly obligation: ObligationRow;
}

/** The frames of `obligationFeed`. */
export async function followObligations(
  args: FeedStart & { readonly filter?: ObligationFeedFilter | null },
  context: RequestContext,
): Promise<Following<Omit<ObligationFrameSource, keyof FrameSource>>> {
  const { kinds, ...named } = args.filter ?? {};
  const filter = { kinds: kinds ?? OBLIGATION_FACT_KINDS, ...(await namedInFilter(context, named)) };
  return new Following(context, args, filter, async (reading, { obligationId }) => {
    const obligation = obligationId === null ? null : await reading.obligation.load(obligationId);
    return obligation && { obligation };
  });
}
