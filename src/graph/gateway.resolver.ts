import { Ctx, Query, Resolver } from "type-graphql";
import type { Instant } from "../domain/instant.js";
import type { RequestContext } from "../operation/request-context.js";
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
}
