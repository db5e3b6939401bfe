import { INCIDENT_FACT_KINDS } from "../../domain/facts.js";
import { Following, type FeedStart, type FrameSource } from "../../operation/feed-frames.js";
import type { RequestContext } from "../../operation/request-context.js";
import { namedInFilter } from "../submissions/references.js";
import type { IncidentRow } from "./incident.store.js";
import type { IncidentFeedFilter } from "./incident.types.js";

/** A frame of `incidentFeed`: the incident as it is at delivery. */
export interface IncidentFrameSource extends FrameSource {
  readonly incident: IncidentRow;
}

/** The frames of `incidentFeed`. */
export async function followIncidents(
  args: FeedStart & { readonly filter?: IncidentFeedFilter | null },
  context: RequestContext,
): Promise<Following<Omit<IncidentFrameSource, keyof FrameSource>>> {
  const { kinds, ...named } = args.filter ?? {};
  const filter = { kinds: kinds ?? INCIDENT_FACT_KINDS, ...(await namedInFilter(context, named)) };
  return new Following(context, args, filter, async (reading, { incidentId }) => {
    const incident = incidentId === null ? null : await reading.incident.load(incidentId);
    return incident && { incident };
  });
}
