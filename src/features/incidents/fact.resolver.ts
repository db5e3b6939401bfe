import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import {
  INCIDENT_FACT_KINDS,
  OBLIGATION_FACT_KINDS,
  SUBMISSION_ACTS,
  type FactOrder,
  type IncidentFactKind,
  type ObligationFactKind,
} from "../../domain/facts.js";
import { toConnection, WindowArgs } from "../../graph/connection.js";
import type { Reading } from "../../operation/reading.js";
import type { RequestContext } from "../../operation/request-context.js";
import { ObligationFactKindEnum } from "../obligations/obligation-feed.types.js";
import { Actor, Party } from "../parties/party.types.js";
import { ProtectedObject } from "../parties/protected-object.types.js";
import { Receipt } from "../submissions/submission.types.js";
import { keyOf, type FactRow } from "./fact.store.js";
import { Fact, FactConnection, FactOrderEnum, FactSubject, type FactSubjectName } from "./fact.types.js";
import type { IncidentRow } from "./incident.store.js";
import { Incident, IncidentFactKindEnum } from "./incident.types.js";

/** The chronicle of an incident. */
@Resolver(() => Incident)
export class IncidentFactsResolver {
  @FieldResolver(() => FactConnection, {
    description:
      "What happened to it, as far as the feeds tell it to you, the announcements of its duties included: a SOC and an owner see what `incidentFeed` and `obligationFeed` told them, or would have.",
  })
  async facts(
    @Root() incident: IncidentRow,
    @Ctx() context: RequestContext,
    @Args(() => WindowArgs) window: WindowArgs,
    @Arg("orderBy", () => FactOrderEnum, { nullable: true, description: "Newest first by default." })
    orderBy: FactOrder | null,
  ) {
    const question = { incidentId: incident.id, order: orderBy ?? "NEWEST_FIRST", window };
    const page = await context.reading.factPage.load(keyOf(question));
    if (!page) throw new Error("each question has its page");
    return toConnection(page);
  }
}

@Resolver(() => Fact)
export class FactResolver {
  @FieldResolver(() => IncidentFactKindEnum, {
    nullable: true,
    description: "What happened; null for an announcement about a duty.",
  })
  kind(@Root() { fact }: FactRow): IncidentFactKind | null {
    return INCIDENT_FACT_KINDS.find((kind) => kind === fact) ?? null;
  }

  @FieldResolver(() => ObligationFactKindEnum, {
    nullable: true,
    description: "What the clock announced of a duty; null for anything else.",
  })
  announcement(@Root() { fact }: FactRow): ObligationFactKind | null {
    return OBLIGATION_FACT_KINDS.find((kind) => kind === fact) ?? null;
  }

  @FieldResolver(() => Actor, {
    nullable: true,
    description:
      "Who did it: for that actor's own party and the national centre; null for others, and for what the gateway did by itself.",
  })
  actor(@Root() { actorId }: FactRow, @Ctx() context: RequestContext) {
    return context.reading.actor.load(actorId);
  }

  @FieldResolver(() => Party, {
    nullable: true,
    description: "The party that did it, if you may see it; null for what the gateway did by itself.",
  })
  party(@Root() { partyId }: FactRow, @Ctx() context: RequestContext) {
    return context.reading.party.load(partyId);
  }

  @FieldResolver(() => Receipt, {
    nullable: true,
    description:
      "The receipt of the submission that it came by: for its party and the national centre; null for others, and for what was not submitted.",
  })
  receipt(@Root() fact: FactRow, @Ctx() context: RequestContext) {
    const submissionId = submissionOf(fact);
    return submissionId === null ? null : context.reading.receipt.load(submissionId);
  }

  @FieldResolver(() => FactSubject, {
    nullable: true,
    description: "What it is about, as it is now, if you may see it.",
  })
  about(@Root() fact: FactRow, @Ctx() context: RequestContext) {
    return subjectOf(fact, context.reading);
  }

  @FieldResolver(() => [ProtectedObject], {
    description: "The registered objects that it is about, of those that you may see.",
  })
  async objects(@Root() { objectIds }: FactRow, @Ctx() context: RequestContext) {
    const found = await Promise.all(objectIds.map((id) => context.reading.object.load(id)));
    return found.filter((object) => object !== null);
  }
}

/** The submission that a fact came by; null where nothing was submitted. */
function submissionOf({ act, subjectId }: FactRow): string | null {
  return SUBMISSION_ACTS.some((one) => one === act) ? subjectId : null;
}

async function subjectOf(fact: FactRow, reading: Reading): Promise<object | null> {
  const { incidentId, at, subjectId, obligationId } = fact;
  const submissionId = submissionOf(fact);
  const named = (name: FactSubjectName, row: object | null | undefined) => (row ? { ...row, __typename: name } : null);
  const bySubmission = async <Row extends { readonly submissionId: string | null }>(
    name: FactSubjectName,
    rows: Promise<readonly Row[]>,
  ) =>
    named(
      name,
      (await rows).find((row) => row.submissionId === submissionId),
    );
  switch (fact.fact) {
    case "REPORTED":
      return bySubmission("IncidentReport", reading.reportOfIncident.load(incidentId));
    case "CARD_SUBMITTED":
    case "CARD_AMENDED":
      return bySubmission("IncidentCard", reading.cardsOfIncident.load(incidentId));
    case "SEVERITY_REVIEWED":
      return bySubmission("SeverityReview", reading.reviewsOfIncident.load(incidentId));
    case "OWNER_NOTIFIED":
    case "OWNER_NOT_REACHED":
      return submissionId === null
        ? named("Delivery", subjectId === null ? null : await reading.delivery.load(subjectId))
        : bySubmission("OwnerNotification", reading.ownerNotificationsOfIncident.load(incidentId));
    case "OWNER_ACKNOWLEDGED":
      return bySubmission("OwnerAcknowledgement", reading.acknowledgementsOfIncident.load(incidentId));
    case "CORRECTION_REQUESTED":
      return bySubmission("CorrectionRequest", reading.correctionRequestsOfIncident.load(incidentId));
    case "CORRECTION_REFUSED":
    case "CORRECTION_WITHDRAWN": {
      const requests = await reading.correctionRequestsOfIncident.load(incidentId);
      return named(
        "CorrectionRequest",
        requests.find(({ decidedAt, withdrawnAt }) => decidedAt === at || withdrawnAt === at),
      );
    }
    case "CONFIRMATION_CORRECTED":
      return bySubmission("ConfirmationCorrection", reading.correctionsOfIncident.load(incidentId));
    case "RETRACTION_REQUESTED":
      return bySubmission("Retraction", reading.retractionsOfIncident.load(incidentId));
    case "RETRACTION_REFUSED":
    case "RETRACTED": {
      const retractions = await reading.retractionsOfIncident.load(incidentId);
      return named(
        "Retraction",
        retractions.find((one) => one.decisionSubmissionId === submissionId),
      );
    }
    case "OBJECT_LINKED":
      return bySubmission("ObjectLink", reading.objectLinksOfIncident.load(incidentId));
    case "OBJECT_UNLINKED": {
      const links = await reading.objectLinksOfIncident.load(incidentId);
      return named(
        "ObjectLink",
        links.find((one) => one.unlinkingSubmissionId === submissionId),
      );
    }
    case "LINKED_AS_SAME":
    case "UNLINKED_AS_SAME":
      return bySubmission("SameIncidentDecision", reading.sameDecisionsOfIncident.load(incidentId));
    case "OBLIGATION_WAIVED":
    case "RECEIVED_OTHERWISE":
    case "RECEIPT_WITHDRAWN":
    case "DUE_SOON":
    case "OVERDUE":
    case "NOT_OVERDUE":
      return named("Obligation", obligationId === null ? null : await reading.obligation.load(obligationId));
    case "OBJECT_CHANGED":
    case "TAKEN":
    case "RELEASED":
      return null;
  }
}
