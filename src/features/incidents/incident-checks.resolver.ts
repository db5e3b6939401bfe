import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../operation/request-context.js";
import { SubmissionCheck } from "../submissions/submission.types.js";
import type { Outcome, Sender } from "../submissions/submissions.js";
import { amendmentOf, firstCardOf, reportOf } from "./incident-inputs.js";
import type { IncidentUseCases } from "./incident-submission.resolver.js";
import { AmendIncidentCardInput, ReportIncidentInput, SubmitIncidentCardInput } from "./incident-submission.types.js";

/**
 * What a submission would come to. Mutations, although nothing is kept: a check has the rights, the turn and the charge of the act,
 * and is judged in a transaction for acts, which is undone.
 */
@Resolver()
export class IncidentChecks {
  constructor(private readonly uses: Pick<IncidentUseCases, "cards" | "incidents">) {}

  @Mutation(() => SubmissionCheck, {
    description: "What `reportIncident` would answer to the same input. Nothing is kept, not even the attempt.",
  })
  checkIncidentReport(
    @Arg("input", () => ReportIncidentInput) input: ReportIncidentInput,
    @Ctx() context: RequestContext,
  ) {
    const submits = reportOf(input);
    return checked(context, (sender) => submits(this.uses.incidents, sender));
  }

  @Mutation(() => SubmissionCheck, {
    description: "What `submitIncidentCard` would answer to the same input. Nothing is kept, not even the attempt.",
  })
  checkIncidentCard(
    @Arg("input", () => SubmitIncidentCardInput) input: SubmitIncidentCardInput,
    @Ctx() context: RequestContext,
  ) {
    const submits = firstCardOf(input);
    return checked(context, (sender) => submits(this.uses.cards, sender));
  }

  @Mutation(() => SubmissionCheck, {
    description: "What `amendIncidentCard` would answer to the same input. Nothing is kept, not even the attempt.",
  })
  checkIncidentCardAmendment(
    @Arg("input", () => AmendIncidentCardInput) input: AmendIncidentCardInput,
    @Ctx() context: RequestContext,
  ) {
    const submits = amendmentOf(input);
    return checked(context, (sender) => submits(this.uses.cards, sender));
  }
}

async function checked(context: RequestContext, submit: (sender: Sender) => Promise<Outcome>) {
  const outcome = await context.act(() => submit({ ...context.sender, isTrial: true }));
  return outcome.isAccepted
    ? { isAcceptable: true, isRepeated: outcome.isRepeated, violations: [], warnings: outcome.warnings }
    : { isAcceptable: false, isRepeated: false, violations: outcome.violations, warnings: [] };
}
