import { Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { DetectionKind } from "../../domain/notification.js";
import { toConnection, WindowArgs } from "../../graph/connection.js";
import { OPAQUE_ID } from "../../graph/node.js";
import { toGlobalId } from "../../platform/identity.js";
import type { RequestContext } from "../../operation/request-context.js";
import { Indicator } from "../incidents/card.types.js";
import { ProtectedObject } from "../parties/protected-object.types.js";
import type { DetectionRow } from "./detection.store.js";
import {
  Notification,
  SecurityEvent,
  SecurityEventConnection,
  Threat,
  ThreatConnection,
} from "./notification.types.js";

@Resolver()
export class DetectionsResolver {
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

async function page(kind: DetectionKind, context: RequestContext, window: WindowArgs) {
  return toConnection(await context.readingFor("read").detections.page(kind, window));
}

/** What a threat and an event lead to: the same for both types. */
function detectionResolver(type: typeof Threat, name: string) {
  @Resolver(() => type)
  class DetectionResolver {
    @FieldResolver(() => ID, { description: OPAQUE_ID })
    id(@Root() detection: DetectionRow): string {
      return toGlobalId(name, detection.id);
    }

    @FieldResolver(() => [Indicator], { description: "Its indicators." })
    indicators(@Root() detection: DetectionRow, @Ctx() context: RequestContext) {
      return context.reading.indicatorsOfDetection.load(detection.id);
    }

    @FieldResolver(() => [ProtectedObject], {
      description: "The objects that it concerns: for a SOC those that it covers. By code.",
    })
    async objects(@Root() detection: DetectionRow, @Ctx() context: RequestContext) {
      const named = await context.reading.objectsOfDetection.load(detection.id);
      const found = await context.reading.object.loadMany(named.map(({ objectId }) => objectId));
      return found.filter((object) => object !== null);
    }

    @FieldResolver(() => [Notification], { description: "The notifications about it, oldest first." })
    notifications(@Root() detection: DetectionRow, @Ctx() context: RequestContext) {
      return context.reading.notificationsOfDetection.load(detection.id);
    }
  }
  return DetectionResolver;
}

export const ThreatResolver = detectionResolver(Threat, "Threat");
export const SecurityEventResolver = detectionResolver(SecurityEvent, "SecurityEvent");
