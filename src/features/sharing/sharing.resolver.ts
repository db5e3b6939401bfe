import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { windowStart } from "../../domain/sharing.js";
import type { RequestContext } from "../../operation/request-context.js";
import type { IncidentRow } from "../incidents/incident.store.js";
import { Incident } from "../incidents/incident.types.js";
import type { IndicatorRow } from "../indicators/indicator.store.js";
import { IndicatorValue } from "../indicators/indicator.types.js";
import { Spread } from "./sharing.types.js";
import { spreadKey, type SpreadRow } from "./spread.store.js";

@Resolver(() => Incident)
export class SharedWithResolver {
  @FieldResolver(() => [Spread], {
    description:
      "Whether other SOCs have what its standing card shows: an answer for each value, about a second after the card was taken in. Of 5,000 values a day that are new to it a SOC is told, of more on the following days. For the SOC whose incident it is, and the national centre, which sees what the SOC was told; for an owner none.",
  })
  sharedWith(@Root() { id }: IncidentRow, @Ctx() context: RequestContext) {
    return context.reading.sharedOfIncident.load(id);
  }
}

@Resolver(() => IndicatorValue)
export class SpreadOfValueResolver {
  @FieldResolver(() => Spread, {
    nullable: true,
    description:
      "How many SOCs have it: for a SOC the others, as `Incident.sharedWith` tells it, null where it was not told; for the national centre all of them, as it is now; for an owner null.",
  })
  spread(@Root() { id }: IndicatorRow, @Ctx() context: RequestContext) {
    return context.reading.spreadOfValue.load(spreadKey({ valueId: id, since: windowStart(context.now) }));
  }
}

@Resolver(() => Spread)
export class SpreadResolver {
  @FieldResolver(() => IndicatorValue, { description: "The value." })
  indicator(@Root() { valueId }: SpreadRow, @Ctx() context: RequestContext) {
    return context.reading.indicatorValue.load(valueId);
  }
}
