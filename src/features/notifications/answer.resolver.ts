import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import { ANALYSIS } from "../../domain/forms/documents.js";
import type { AnalysisDraft, AnalysisKind } from "../../domain/notification.js";
import { canonicalText } from "../../domain/text.js";
import { OPAQUE_ID } from "../../graph/node.js";
import { referenceTo, toGlobalId } from "../../platform/identity.js";
import type { RequestContext } from "../../operation/request-context.js";
import { Indicator } from "../incidents/card.types.js";
import { drafterOf, notificationReferences, reportDraft } from "../incidents/drafts.js";
import { Incident } from "../incidents/incident.types.js";
import { ProtectedObject } from "../parties/protected-object.types.js";
import { incidentOf, notificationOf, resultOf, subjectOf } from "../submissions/result.js";
import type { AnswerService } from "./answer.service.js";
import type { AnalysisRow } from "./answer.store.js";
import {
  Analysis,
  AnalysisAccepted,
  AnswerNotConfirmedInput,
  AnswerNotConfirmedResult,
  NotConfirmedAccepted,
  SubmitEventAnalysisInput,
  SubmitEventAnalysisResult,
  SubmitThreatAnalysisInput,
  SubmitThreatAnalysisResult,
  type AnalysisInput,
} from "./answer.types.js";

/** The answers of SOCs to the national centre. */
@Resolver()
export class AnswerMutations {
  constructor(private readonly answers: AnswerService) {}

  @Mutation(() => SubmitThreatAnalysisResult, { description: "R9.4: sends the results of the analysis of a threat." })
  submitThreatAnalysis(
    @Arg("input", () => SubmitThreatAnalysisInput) input: SubmitThreatAnalysisInput,
    @Ctx() context: RequestContext,
  ) {
    return this.analyse("THREAT", input, context);
  }

  @Mutation(() => SubmitEventAnalysisResult, {
    description: "R9.5: sends the results of the analysis of a security event that was confirmed.",
  })
  submitEventAnalysis(
    @Arg("input", () => SubmitEventAnalysisInput) input: SubmitEventAnalysisInput,
    @Ctx() context: RequestContext,
  ) {
    return this.analyse("EVENT", input, context);
  }

  @Mutation(() => AnswerNotConfirmedResult, {
    description: "R9.5, R9.6: states, with the grounds, that the event or incident was not confirmed.",
  })
  async answerNotConfirmed(
    @Arg("input", () => AnswerNotConfirmedInput) { submissionKey, notificationIds, grounds }: AnswerNotConfirmedInput,
    @Ctx() context: RequestContext,
  ) {
    const notifications = notificationReferences(notificationIds);
    const done = await context.act(() =>
      this.answers.deny(context.sender, submissionKey, notifications, canonicalText(grounds)),
    );
    return resultOf(NotConfirmedAccepted, done, context, { notification: notificationOf });
  }

  private async analyse(
    kind: AnalysisKind,
    { submissionKey, notificationIds, revision, analysis, incident, incidentId }: SubmitThreatAnalysisInput,
    context: RequestContext,
  ) {
    const notifications = notificationReferences(notificationIds);
    const confirmed = {
      report: incident ? reportDraft(incident) : null,
      incident: typeof incidentId === "string" ? referenceTo("Incident", incidentId) : null,
    };
    const done = await context.act(() =>
      this.answers.analyse(
        context.sender,
        submissionKey,
        { kind, notifications, revision: revision ?? null },
        analysisDraft(analysis),
        confirmed,
      ),
    );
    return resultOf(AnalysisAccepted, done, context, {
      notification: notificationOf,
      analysis: (accepted, reading) => subjectOf(accepted, reading.analysis),
      incident: incidentOf,
    });
  }
}

@Resolver(() => Analysis)
export class AnalysisResolver {
  @FieldResolver(() => ID, { description: OPAQUE_ID })
  id(@Root() analysis: AnalysisRow): string {
    return toGlobalId("Analysis", analysis.id);
  }

  @FieldResolver(() => [Indicator], { description: "Indicators that were found." })
  indicators(@Root() analysis: AnalysisRow, @Ctx() context: RequestContext) {
    return context.reading.indicatorsOfAnalysis.load(analysis.id);
  }

  @FieldResolver(() => [ProtectedObject], { description: "The objects that it affects." })
  async affectedObjects(@Root() analysis: AnalysisRow, @Ctx() context: RequestContext) {
    const found = await context.reading.object.loadMany(analysis.objectIds);
    return found.filter((object) => object !== null);
  }

  @FieldResolver(() => Incident, { nullable: true, description: "The incident that it confirmed." })
  incident(@Root() analysis: AnalysisRow, @Ctx() context: RequestContext) {
    return analysis.incidentId === null ? null : context.reading.incident.load(analysis.incidentId);
  }
}

const draftOfForm = drafterOf(ANALYSIS) as (input: object) => AnalysisDraft;

/** In a document the objects of an analysis are called what they are: ids. */
function analysisDraft({ affectedObjects, ...rest }: AnalysisInput): AnalysisDraft {
  return draftOfForm({ ...rest, objectIds: affectedObjects });
}
