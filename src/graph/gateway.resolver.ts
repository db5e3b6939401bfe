import { Ctx, Query, Resolver } from "type-graphql";
import { LONGEST_VALUE } from "../domain/indicator.js";
import { SECOND, type Instant } from "../domain/instant.js";
import type { RequestContext } from "../operation/request-context.js";
import { LARGEST_PAGE } from "../platform/keyset.js";
import { GatewayLimits } from "./gateway.types.js";
import { DateTime } from "./scalars.js";

/** What the gateway says of itself. */
@Resolver()
export class GatewayResolver {
  @Query(() => DateTime, {
    description:
      "The instant of this answer by the gateway's clock: every standing in it is judged at it, and terms run by this clock alone (L1).",
  })
  serverTime(@Ctx() context: RequestContext): Instant {
    return context.now;
  }

  @Query(() => GatewayLimits, {
    description: "What a submission and a page may measure, so that a form can say so before anything is sent.",
  })
  limits(@Ctx() { gateway }: RequestContext): GatewayLimits {
    const { summary, clockSkew, ...limits } = gateway.limits;
    return {
      ...limits,
      shortText: summary,
      indicatorValue: LONGEST_VALUE,
      clockAllowanceSeconds: clockSkew / SECOND,
      page: LARGEST_PAGE,
      allowsDrafts: gateway.allowsDrafts,
    };
  }
}
