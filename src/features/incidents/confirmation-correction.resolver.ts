import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { canonicalText } from "../../domain/text.js";
import { referenceTo } from "../../platform/identity.js";
import type { RequestContext } from "../../operation/request-context.js";
import { incidentOf, resultOf } from "../submissions/result.js";
import type { ConfirmationCorrectionService } from "./confirmation-correction.service.js";
import {
  ConfirmationCorrected,
  CorrectConfirmationInput,
  CorrectConfirmationResult,
  CorrectionRefused,
  CorrectionRequested,
  CorrectionWithdrawn,
  RefuseConfirmationCorrectionInput,
  RefuseConfirmationCorrectionResult,
  RequestConfirmationCorrectionInput,
  RequestConfirmationCorrectionResult,
  WithdrawCorrectionRequestInput,
  WithdrawCorrectionRequestResult,
} from "./confirmation-correction.types.js";

/** L4: a confirmation that was declared by mistake. */
@Resolver()
export class ConfirmationMutations {
  constructor(private readonly confirmations: ConfirmationCorrectionService) {}

  @Mutation(() => RequestConfirmationCorrectionResult, {
    description:
      "L4: asks the national centre to correct a confirmation that your SOC declared by mistake. A request that was mistyped is replaced by the next one, until it is decided.",
  })
  async requestConfirmationCorrection(
    @Arg("input", () => RequestConfirmationCorrectionInput)
    { submissionKey, incidentId, confirmedAt, reason }: RequestConfirmationCorrectionInput,
    @Ctx() context: RequestContext,
  ) {
    const incident = referenceTo("Incident", incidentId);
    const request = { confirmedAt, reason: canonicalText(reason) };
    const done = await context.act(() => this.confirmations.request(context.sender, submissionKey, incident, request));
    return resultOf(CorrectionRequested, done, context, { incident: incidentOf });
  }

  @Mutation(() => RefuseConfirmationCorrectionResult, {
    description: "L4: refuses to correct a confirmation, with a written reason; nothing else changes.",
  })
  async refuseConfirmationCorrection(
    @Arg("input", () => RefuseConfirmationCorrectionInput)
    { submissionKey, incidentId, reason }: RefuseConfirmationCorrectionInput,
    @Ctx() context: RequestContext,
  ) {
    const incident = referenceTo("Incident", incidentId);
    const done = await context.act(() =>
      this.confirmations.refuse(context.sender, submissionKey, incident, canonicalText(reason)),
    );
    return resultOf(CorrectionRefused, done, context, { incident: incidentOf });
  }

  @Mutation(() => WithdrawCorrectionRequestResult, {
    description:
      "L4: takes back your SOC's request to correct a confirmation, which the national centre has not decided yet. It stays on record.",
  })
  async withdrawCorrectionRequest(
    @Arg("input", () => WithdrawCorrectionRequestInput) { submissionKey, incidentId }: WithdrawCorrectionRequestInput,
    @Ctx() context: RequestContext,
  ) {
    const incident = referenceTo("Incident", incidentId);
    const done = await context.act(() => this.confirmations.withdraw(context.sender, submissionKey, incident));
    return resultOf(CorrectionWithdrawn, done, context, { incident: incidentOf });
  }

  @Mutation(() => CorrectConfirmationResult, {
    description:
      "L4: corrects the declared confirmation, with a written reason; every term of the incident moves with it.",
  })
  async correctConfirmation(
    @Arg("input", () => CorrectConfirmationInput)
    { submissionKey, incidentId, confirmedAt, reason }: CorrectConfirmationInput,
    @Ctx() context: RequestContext,
  ) {
    const incident = referenceTo("Incident", incidentId);
    const correction = { confirmedAt, reason: canonicalText(reason) };
    const done = await context.act(() =>
      this.confirmations.correct(context.sender, submissionKey, incident, correction),
    );
    return resultOf(ConfirmationCorrected, done, context, { incident: incidentOf });
  }
}
