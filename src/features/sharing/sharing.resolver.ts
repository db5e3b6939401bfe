import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../operation/request-context.js";
import type { IncidentRow } from "../incidents/incident.store.js";
import { Incident } from "../incidents/incident.types.js";
import { IndicatorValue } from "../indicators/indicator.types.js";
import { Spread } from "./sharing.types.js";
import type { SharedRow } from "./spread.store.js";

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

@Resolver(() => Spread)
export class SpreadResolver {
  @FieldResolver(() => IndicatorValue, { description: "The value." })
  indicator(@Root() { valueId }: SharedRow, @Ctx() context: RequestContext) {
    return context.reading.indicatorValue.load(valueId);
  }
}
