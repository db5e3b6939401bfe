import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import {
  currentAnswers,
  type AnswersGiven,
  type AnswersUnderRule as DomainAnswersUnderRule,
  type GivenAnswer as DomainGivenAnswer,
  type Statement,
} from "../../domain/answers.js";
import { after } from "../../domain/instant.js";
import type { Reason } from "../../domain/notification.js";
import { ANSWER_TERMS } from "../../domain/obligations.js";
import type { RequestContext } from "../../operation/request-context.js";
import { Incident } from "../incidents/incident.types.js";
import { Obligation } from "../obligations/obligation.types.js";
import { Soc } from "../parties/party.types.js";
import { ProtectedObject, SectorEnum } from "../parties/protected-object.types.js";
import { ledIncident, type GivenRow } from "./answer.store.js";
import { Analysis, Answer, AnswersUnderRule, GivenAnswer, NotConfirmed, type AnswerName } from "./answer.types.js";
import type { Addressed, RecipientRow } from "./notification.store.js";
import * as types from "./notification.types.js";

/** The recipients of a notification: why each was notified, and what it answered. */
@Resolver(() => types.NotificationRecipient)
export class NotificationRecipientResolver {
  @FieldResolver(() => Soc, { nullable: true, description: "The SOC." })
  soc(@Root() recipient: RecipientRow, @Ctx() context: RequestContext) {
    return context.reading.party.load(recipient.socId);
  }

  @FieldResolver(() => [types.NotificationReason], {
    description: "Why it was notified. Empty for a SOC if the reason would reveal more than the notification does.",
  })
  reasons(@Root() recipient: RecipientRow): readonly Reason[] {
    return recipient.reasons;
  }

  @FieldResolver(() => Obligation, {
    nullable: true,
    description: "The duty to answer, and its standing.",
  })
  async obligation(@Root() recipient: RecipientRow, @Ctx() context: RequestContext) {
    const asked = await context.reading.obligationsOfNotification.load(recipient.notificationId);
    return asked.find((one) => one.obligorId === recipient.socId && one.incidentId === null) ?? null;
  }

  @FieldResolver(() => [Analysis], { description: "Every revision of its analysis, oldest first (R9.4, R9.5)." })
  async analyses(@Root() recipient: RecipientRow, @Ctx() context: RequestContext) {
    const all = await context.reading.analysesOfNotification.load(recipient.notificationId);
    return all.filter(({ socId }) => socId === recipient.socId);
  }

  @FieldResolver(() => [AnswersUnderRule], {
    description: "What it answered, by rule: the answer that stands under each, and the others (L17, L21).",
  })
  async answers(@Root() { notificationId, socId, availableAt }: RecipientRow, @Ctx() { reading }: RequestContext) {
    const notification = await reading.notification.load(notificationId);
    const given = (await reading.answersToNotification.load(notificationId)).filter((one) => one.socId === socId);
    if (notification === null) return [];
    const { subject } = notification;
    const duties = await reading.obligationsOfNotification.load(notificationId);
    const asked = duties.find((one) => one.obligorId === socId && one.incidentId === null);
    // One from before the terms asks for nothing (L15).
    const dueAt = asked?.dueAt ?? after(availableAt, ANSWER_TERMS[subject].length);
    return currentAnswers(subject, { availableAt, dueAt }, shownOf(given));
  }

  @FieldResolver(() => NotConfirmed, {
    nullable: true,
    description: "Its statement that nothing was confirmed (R9.5, R9.6).",
  })
  async notConfirmed(@Root() recipient: RecipientRow, @Ctx() context: RequestContext) {
    const all = await context.reading.denialsOfNotification.load(recipient.notificationId);
    return all.find(({ socId }) => socId === recipient.socId) ?? null;
  }
}

@Resolver(() => AnswersUnderRule)
export class AnswersUnderRuleResolver {
  @FieldResolver(() => Incident, {
    nullable: true,
    description: "R9.6: the incident that owes a card of its own; null for what the notification asks for by itself.",
  })
  incident(@Root() { incidentId }: DomainAnswersUnderRule, @Ctx() context: RequestContext) {
    return incidentId === null ? null : context.reading.incident.load(incidentId);
  }
}

@Resolver(() => GivenAnswer)
export class GivenAnswerResolver {
  @FieldResolver(() => Answer)
  async answer(@Root() { said, id }: DomainGivenAnswer, @Ctx() { reading }: RequestContext) {
    const named = (name: AnswerName, row: object | null | undefined) => row && { ...row, __typename: name };
    switch (said) {
      case "THREAT_ANALYSIS":
      case "EVENT_ANALYSIS":
        return named("Analysis", await reading.analysis.load(id));
      case "CARD":
        return named("Incident", await reading.incident.load(id));
      case "DENIAL":
        return named("NotConfirmed", await reading.denial.load(id));
      case "RETRACTION":
        return named(
          "Retraction",
          (await reading.retractionsOfIncident.load(id)).find(({ isGranted }) => isGranted),
        );
      case "RECEIVED_OTHERWISE":
        return named("ReceivedOtherwise", await reading.received.load(id));
    }
  }
}

@Resolver(() => types.PreviewedRecipient)
export class PreviewedRecipientResolver {
  @FieldResolver(() => Soc, { nullable: true, description: "The SOC." })
  soc(@Root() addressed: Addressed, @Ctx() context: RequestContext) {
    return context.reading.party.load(addressed.socId);
  }
}

@Resolver(() => types.NotificationReason)
export class NotificationReasonResolver {
  @FieldResolver(() => ProtectedObject, { nullable: true, description: "COVERS_OBJECT: the object." })
  object(@Root() { kind, of }: Reason, @Ctx() context: RequestContext) {
    return kind === "COVERS_OBJECT" && of !== null ? context.reading.object.load(of) : null;
  }

  @FieldResolver(() => String, { nullable: true })
  indicator(@Root() { kind, of }: Reason): string | null {
    return kind === "SHARES_INDICATOR" ? of : null;
  }

  @FieldResolver(() => SectorEnum, { nullable: true })
  sector(@Root() { kind, of }: Reason): string | null {
    return kind === "COVERS_SECTOR" ? of : null;
  }
}

/** What a SOC gave, as the rules read it. */
function shownOf(given: readonly GivenRow[]): AnswersGiven {
  const statements = given.flatMap(({ said, kind, id, at, incidentId }): Statement[] => {
    if (id === null || said === "INCIDENT" || said === "WITHDRAWN") return [];
    if (said !== "ANALYSIS") return [{ said: said === "DENIAL" ? said : "RECEIVED_OTHERWISE", id, at, incidentId }];
    return [{ said: kind === "THREAT" ? "THREAT_ANALYSIS" : "EVENT_ANALYSIS", id, at, incidentId }];
  });
  return { statements, incidents: given.filter(({ said }) => said === "INCIDENT").map(ledIncident) };
}
