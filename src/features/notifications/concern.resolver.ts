import { Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { ConcernKind } from "../../domain/notification.js";
import { toConnection, WindowArgs } from "../../graph/connection.js";
import { OPAQUE_ID } from "../../graph/node.js";
import { toGlobalId } from "../../platform/identity.js";
import type { RequestContext } from "../../operation/request-context.js";
import { Indicator } from "../incidents/card.types.js";
import { ProtectedObject } from "../parties/protected-object.types.js";
import type { ConcernRow } from "./concern.store.js";
import {
  Notification,
  SecurityEvent,
  SecurityEventConnection,
  Threat,
  ThreatConnection,
} from "./notification.types.js";

@Resolver()
export class ConcernsResolver {
  @Query(() => ThreatConnection, {
    description: "The threats that you were notified of; for the national centre, all.",
  })
  threats(@Ctx() context: RequestContext, @Args(() => WindowArgs) window: WindowArgs) {
    return page("THREAT", context, window);
  }

  @Query(() => SecurityEventConnection, {
    description: "The security events that you were notified of; for the national centre, all.",
  })
  securityEvents(@Ctx() context: RequestContext, @Args(() => WindowArgs) window: WindowArgs) {
    return page("EVENT", context, window);
  }
}

async function page(kind: ConcernKind, context: RequestContext, window: WindowArgs) {
  return toConnection(await context.readingFor("read").concerns.page(kind, window));
}

/** What a threat and an event lead to: the same for both types. */
function concernResolver(type: typeof Threat, name: string) {
  @Resolver(() => type)
  class ConcernResolver {
    @FieldResolver(() => ID, { description: OPAQUE_ID })
    id(@Root() concern: ConcernRow): string {
      return toGlobalId(name, concern.id);
    }

    @FieldResolver(() => [Indicator], { description: "Its indicators." })
    indicators(@Root() concern: ConcernRow, @Ctx() context: RequestContext) {
      return context.reading.indicatorsOfConcern.load(concern.id);
    }

    @FieldResolver(() => [ProtectedObject], {
      description: "The objects that it concerns: for a SOC those that it covers. By code.",
    })
    async objects(@Root() concern: ConcernRow, @Ctx() context: RequestContext) {
      const named = await context.reading.objectsOfConcern.load(concern.id);
      const found = await context.reading.object.loadMany(named.map(({ objectId }) => objectId));
      return found.filter((object) => object !== null);
    }

    @FieldResolver(() => [Notification], { description: "The notifications about it, oldest first." })
    notifications(@Root() concern: ConcernRow, @Ctx() context: RequestContext) {
      return context.reading.notificationsOfConcern.load(concern.id);
    }
  }
  return ConcernResolver;
}

export const ThreatResolver = concernResolver(Threat, "Threat");
export const SecurityEventResolver = concernResolver(SecurityEvent, "SecurityEvent");
