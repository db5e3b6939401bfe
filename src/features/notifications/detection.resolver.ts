import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { DetectionKind } from "../../domain/notification.js";
import { toConnection, WindowArgs } from "../../graph/connection.js";
import { OPAQUE_ID } from "../../graph/node.js";
import { toGlobalId } from "../../platform/identity.js";
import type { RequestContext } from "../../operation/request-context.js";
import { Indicator } from "../incidents/card.types.js";
import { ProtectedObject } from "../parties/protected-object.types.js";
import { resultOf, subjectOf } from "../submissions/result.js";
import type { DetectionRow } from "./detection.store.js";
import * as types from "./detection.types.js";
import { detectionDraft } from "./notification-drafts.js";
import type { NotificationService } from "./notification.service.js";
import { Notification } from "./notification.types.js";

/** The national centre records what it detects. */
@Resolver()
export class DetectionMutations {
  constructor(private readonly notifications: NotificationService) {}

  @Mutation(() => types.RegisterThreatResult, { description: "R12.1: records a threat. Nobody is notified yet." })
  async registerThreat(
    @Arg("input", () => types.RegisterDetectionInput) input: types.RegisterDetectionInput,
    @Ctx() context: RequestContext,
  ) {
    const { submissionKey } = input;
    const draft = detectionDraft(input);
    const done = await context.act(() => this.notifications.register(context.sender, submissionKey, "THREAT", draft));
    return resultOf(types.ThreatRegistered, done, context, {
      threat: (accepted, reading) => subjectOf(accepted, reading.detection),
    });
  }

  @Mutation(() => types.RegisterSecurityEventResult, {
    description: "R12.1: records a security event. Nobody is notified yet.",
  })
  async registerSecurityEvent(
    @Arg("input", () => types.RegisterDetectionInput) input: types.RegisterDetectionInput,
    @Ctx() context: RequestContext,
  ) {
    const { submissionKey } = input;
    const draft = detectionDraft(input);
    const done = await context.act(() => this.notifications.register(context.sender, submissionKey, "EVENT", draft));
    return resultOf(types.SecurityEventRegistered, done, context, {
      event: (accepted, reading) => subjectOf(accepted, reading.detection),
    });
  }

  @Mutation(() => types.RegisterDetectedIncidentResult, {
    description:
      "R12.1: records an incident that the national centre itself detected, without a SOC's dossier, duty or number. Nobody is notified yet.",
  })
  async registerDetectedIncident(
    @Arg("input", () => types.RegisterDetectedIncidentInput) input: types.RegisterDetectedIncidentInput,
    @Ctx() context: RequestContext,
  ) {
    const { submissionKey } = input;
    const draft = detectionDraft(input);
    const done = await context.act(() =>
      this.notifications.register(context.sender, submissionKey, "DETECTED_INCIDENT", draft),
    );
    return resultOf(types.DetectedIncidentRegistered, done, context, {
      detectedIncident: (accepted, reading) => subjectOf(accepted, reading.detection),
    });
  }
}

@Resolver()
export class DetectionsResolver {
  @Query(() => types.ThreatConnection, {
    description: "The threats that you were notified of; for the national centre, all.",
  })
  threats(@Ctx() context: RequestContext, @Args(() => WindowArgs) window: WindowArgs) {
    return page("THREAT", context, window);
  }

  @Query(() => types.SecurityEventConnection, {
    description: "The security events that you were notified of; for the national centre, all.",
  })
  securityEvents(@Ctx() context: RequestContext, @Args(() => WindowArgs) window: WindowArgs) {
    return page("EVENT", context, window);
  }

  @Query(() => types.DetectedIncidentConnection, {
    description:
      "The incidents detected by the national centre that you were notified of; for the national centre, all.",
  })
  detectedIncidents(@Ctx() context: RequestContext, @Args(() => WindowArgs) window: WindowArgs) {
    return page("DETECTED_INCIDENT", context, window);
  }
}

async function page(kind: DetectionKind, context: RequestContext, window: WindowArgs) {
  return toConnection(await context.readingFor("read").detections.page(kind, window));
}

/** What a detection leads to: the same for every type of them. */
function detectionResolver(type: typeof types.Threat, name: string) {
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

export const ThreatResolver = detectionResolver(types.Threat, "Threat");
export const SecurityEventResolver = detectionResolver(types.SecurityEvent, "SecurityEvent");
export const DetectedIncidentResolver = detectionResolver(types.DetectedIncident, "DetectedIncident");
