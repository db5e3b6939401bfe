import { INCIDENT_FACT_KINDS } from "../../domain/facts.js";
import { Following, type FrameSource } from "../../operation/feed-frames.js";
import type { FeedFilter } from "../../journal/live-feed.js";
import { idsOf } from "../../platform/identity.js";
import type { RequestContext } from "../../operation/request-context.js";
import type { IncidentRow } from "./incident.store.js";
import type { IncidentFeedFilter } from "./incident.types.js";

/** A frame of `incidentFeed`: the incident as it is at delivery. */
export interface IncidentFrameSource extends FrameSource {
  readonly incident: IncidentRow;
}

/** The frames of `incidentFeed`. */
export function followIncidents(
  args: { readonly after?: string | null; readonly filter?: IncidentFeedFilter | null },
  context: RequestContext,
): Following<Omit<IncidentFrameSource, keyof FrameSource>> {
  return new Following(context, args.after, feedFilter(args.filter ?? {}), async (reading, { incidentId }) => {
    const incident = incidentId === null ? null : await reading.incident.load(incidentId);
    return incident && { incident };
  });
}

function feedFilter({ socs, objects, kinds }: IncidentFeedFilter): FeedFilter {
  return {
    kinds: kinds ?? INCIDENT_FACT_KINDS,
    ...(socs ? { socIds: idsOf("Soc", socs, ["filter", "socs"]) } : {}),
    ...(objects ? { objectIds: idsOf("ProtectedObject", objects, ["filter", "objects"]) } : {}),
  };
}
