import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { referenceTo } from "../../platform/identity.js";
import type { RequestContext } from "../../operation/request-context.js";
import { incidentOf, resultOf } from "../submissions/result.js";
import {
  IncidentReleased,
  IncidentTaken,
  ReleaseIncidentInput,
  ReleaseIncidentResult,
  TakeIncidentInput,
  TakeIncidentResult,
} from "./incident-submission.types.js";
import type { TakingService } from "./taking.service.js";

@Resolver()
export class TakingMutations {
  constructor(private readonly takings: TakingService) {}

  @Mutation(() => TakeIncidentResult, {
    description:
      "Says that you have an incident in hand, also if another officer had it: the newer word counts. It changes no duty, and nobody outside the national centre sees it. For the national centre.",
  })
  async takeIncident(
    @Arg("input", () => TakeIncidentInput) { submissionKey, incidentId }: TakeIncidentInput,
    @Ctx() context: RequestContext,
  ) {
    const incident = referenceTo("Incident", incidentId);
    const done = await context.act(() => this.takings.take(context.sender, submissionKey, incident));
    return resultOf(IncidentTaken, done, context, { incident: incidentOf });
  }

  @Mutation(() => ReleaseIncidentResult, {
    description:
      "Says that nobody has an incident in hand any more, be it you or another officer. For the national centre.",
  })
  async releaseIncident(
    @Arg("input", () => ReleaseIncidentInput) { submissionKey, incidentId }: ReleaseIncidentInput,
    @Ctx() context: RequestContext,
  ) {
    const incident = referenceTo("Incident", incidentId);
    const done = await context.act(() => this.takings.release(context.sender, submissionKey, incident));
    return resultOf(IncidentReleased, done, context, { incident: incidentOf });
  }
}
