import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { PARTY_TYPES } from "../features/parties/party.types.js";
import { fromGlobalId } from "../platform/identity.js";
import type { RequestContext } from "../operation/request-context.js";
import type { Reading } from "../operation/reading.js";
import { Node, type NodeSource } from "./node.js";

/** How each type of the schema is found by its internal id. A type that is missing here is no Node. */
const FIND: Readonly<Record<string, (reading: Reading, id: string) => Promise<object | null>>> = {
  Incident: (reading, id) => reading.incident.load(id),
  IncidentCard: (reading, id) => reading.card.load(id),
  IndicatorValue: (reading, id) => reading.indicatorValue.load(id),
  Campaign: (reading, id) => reading.campaign.load(id),
  Obligation: (reading, id) => reading.obligation.load(id),
  Threat: async (reading, id) => ofKind("THREAT", await reading.detection.load(id)),
  SecurityEvent: async (reading, id) => ofKind("EVENT", await reading.detection.load(id)),
  DetectedIncident: async (reading, id) => ofKind("DETECTED_INCIDENT", await reading.detection.load(id)),
  Notification: (reading, id) => reading.notification.load(id),
  Analysis: (reading, id) => reading.analysis.load(id),
  Delivery: (reading, id) => reading.delivery.load(id),
  ProtectedObject: (reading, id) => reading.object.load(id),
  ...Object.fromEntries(
    Object.entries(PARTY_TYPES).map(([kind, type]) => [
      type,
      async (reading: Reading, id: string) => ofKind(kind, await reading.party.load(id)),
    ]),
  ),
};

function ofKind<Row extends { readonly kind: string }>(kind: string, row: Row | null): Row | null {
  return row?.kind === kind ? row : null;
}

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: "Any object by id; null if it does not exist or you may not see it.",
  })
  async node(@Arg("id", () => ID) globalId: string, @Ctx() context: RequestContext): Promise<NodeSource | null> {
    const reading = context.readingFor("read");
    const known = fromGlobalId(globalId);
    // The type is whatever the caller wrote: "constructor" is no type of ours, though every object has one.
    const find = known && Object.hasOwn(FIND, known.type) ? FIND[known.type] : undefined;
    const found = known && (await find?.(reading, known.id));
    return found ? { __typename: known.type, ...found } : null;
  }
}
