import { judgeCard } from "../../domain/card-rules.js";
import { cardContent } from "../../domain/content.js";
import { apply } from "../../domain/dossier.js";
import type { CardDraft, IncidentCard } from "../../domain/incident-card.js";
import { judgeFirstCard, judgeRevision, judgeStanding } from "../../domain/incident-rules.js";
import type { Instant } from "../../domain/instant.js";
import type { Limits } from "../../domain/limits.js";
import { judgeAnswer } from "../../domain/notification.js";
import { notFound } from "../../domain/refusal.js";
import { together } from "../../platform/database.js";
import { newId } from "../../platform/identity.js";
import type { Work } from "../../operation/unit-of-work.js";
import type { About, Decision, Outcome, Sender, Submissions } from "../submissions/submissions.js";
import {
  aboutIncident,
  answering,
  dossierOf,
  keepDossier,
  lockedIncident,
  newIncident,
  objectNamedBy,
  notifyOwner,
} from "./dossier.js";
import type { IncidentRow } from "./incident.store.js";

/** What a card is a card of: the incident that was reported before, the notification that it answers, or neither. */
interface CardOf {
  readonly incident: IncidentRow | null;
  readonly notificationId: string | null;
}

/** The card's way in: first submission and amendments (R9.3, R9.6, L6, L7). */
export class CardService {
  constructor(
    private readonly submissions: Submissions,
    private readonly limits: Limits,
    private readonly inForceFrom: Instant | null,
  ) {}

  /** R9.3, R9.6: the first card, of a reported incident or (null) of one that it opens, in answer to a notification or not. */
  submit(
    sender: Sender,
    submissionKey: string,
    incidentId: string | null,
    notificationId: string | null,
    draft: CardDraft,
  ): Promise<Outcome> {
    const content = { incident: incidentId, notification: notificationId, card: cardContent(draft) };
    const attempt = { act: "card.submit", submissionKey, content, indicators: draft.indicators } as const;
    return this.submissions.submit(sender, attempt, async (work, now) => {
      const incident = incidentId === null ? null : await lockedIncident(work, incidentId);
      const notification = notificationId === null ? null : await notificationReceivedBy(work, notificationId);
      const violations = [
        ...(incident ? judgeStanding(incident) : []),
        ...(incident ? judgeFirstCard(incident.lastRevision) : []),
        ...(notification ? judgeAnswer(notification.subject, "INCIDENT_CARD") : []),
      ];
      if (violations.length > 0) return { violations };
      // An answer to a supplement answers what it supplements.
      const answered = notification?.followsId ?? notificationId;
      return this.decide(work, sender, { incident, notificationId: answered }, draft, now);
    });
  }

  /** L6: a correction of revision `revision`, which must be the last one. */
  amend(
    sender: Sender,
    submissionKey: string,
    incidentId: string,
    revision: number,
    draft: CardDraft,
  ): Promise<Outcome> {
    const content = { incident: incidentId, revision, card: cardContent(draft) };
    const attempt = { act: "card.amend", submissionKey, content, indicators: draft.indicators } as const;
    return this.submissions.submit(sender, attempt, async (work, now) => {
      const incident = await lockedIncident(work, incidentId);
      const violations = [...judgeStanding(incident), ...judgeRevision(revision, incident.lastRevision)];
      if (violations.length > 0) return { violations };
      return this.decide(work, sender, { incident, notificationId: null }, draft, now);
    });
  }

  private async decide(work: Work, sender: Sender, of: CardOf, draft: CardDraft, now: Instant): Promise<Decision> {
    const { incident } = of;
    const object = await objectNamedBy(work, sender.actor, draft);
    const judgement = judgeCard(draft, { now, limits: this.limits, isCoveredObject: object !== null });
    if (!judgement.ok) return judgement;
    const card = judgement.accepted;
    const applied = apply(
      incident && (await dossierOf(work, incident)),
      {
        said: "CARD",
        receivedAt: now,
        confirmedAt: card.confirmedAt,
        confirmedAtPath: ["card", "confirmedAt"],
        severity: card.severity,
        object: object && { id: object.id, isProtected: object.kinds.length > 0 },
      },
      this.inForceFrom,
    );
    const notificationId = of.notificationId ?? incident?.notificationId ?? null;
    const locked = {
      ...(incident ?? newIncident(sender.actor, card, applied.dossier, notificationId, now)),
      type: card.type,
      objectId: card.affectedObject.objectId,
      objectDescription: card.affectedObject.description,
      occurredAt: card.occurredAt,
      lastRevision: (incident?.lastRevision ?? 0) + 1,
      notificationId,
    };
    const isNew = incident === null;
    const notifying = await notifyOwner(work, { id: locked.id, isNew }, object, ["card", "affectedObject"], now);
    // The first card answers the notification that led to its incident, named again or not (R9.6).
    const isFirst = locked.lastRevision === 1;
    const answer =
      notificationId !== null && isFirst ? await answerByCard(work, notificationId, locked.socId, now) : null;
    const cardId = newId(now);
    const named = { objectId: locked.objectId, ownerId: object?.ownerId ?? null };
    const about = aboutIncident(locked, named);
    const entries: [About, ...About[]] = [{ ...about, fact: isFirst ? "CARD_SUBMITTED" : "CARD_AMENDED" }];
    if (applied.isReview) entries.push({ ...about, fact: "SEVERITY_REVIEWED" });
    if (answer) entries.push({ fact: "ANSWERED", notification: answer.notificationId, soc: locked.socId });
    return {
      plan: {
        entries,
        incidentId: locked.id,
        cardId,
        notificationId,
        warnings: [...judgement.warnings, ...applied.warnings, ...notifying.warnings, ...(answer?.warnings ?? [])],
        async keep(submissionId) {
          const review = {
            id: newId(now),
            incidentId: locked.id,
            submissionId,
            previous: incident?.severity ?? null,
            severity: card.severity,
            reason: null,
            ...named,
            receivedAt: now,
          };
          await together([
            keepDossier(work, locked, applied.dossier, named, now),
            work.cards.add(
              {
                ...cardRow(card, cardId, locked.id, submissionId, locked.lastRevision, now),
                ownerId: named.ownerId,
              },
              card.indicators,
            ),
            ...(applied.isReview ? [work.reviews.add(review)] : []),
            notifying.keep(),
            ...(answer ? [answer.keep()] : []),
          ]);
        },
      },
    };
  }
}

/** A notification that the SOC was notified of; throws NOT_FOUND for any other. */
async function notificationReceivedBy(work: Work, notificationId: string) {
  const [notification] = await work.notifications.byIds([notificationId]);
  if (!notification) throw notFound(["notificationId"]);
  return notification;
}

/** The answer that a notification about an incident asks for (R9.6); one about an event is answered by its analysis. */
async function answerByCard(work: Work, notificationId: string, socId: string, now: Instant) {
  const [notification] = await work.notifications.byIds([notificationId]);
  return notification?.subject === "INCIDENT" ? answering(work, notificationId, socId, now) : null;
}

function cardRow(
  { affectedObject, indicators, ...fields }: IncidentCard,
  id: string,
  incidentId: string,
  submissionId: string,
  revision: number,
  receivedAt: Instant,
): Omit<Parameters<Work["cards"]["add"]>[0], "ownerId"> {
  return {
    ...fields,
    id,
    incidentId,
    submissionId,
    revision,
    objectId: affectedObject.objectId,
    objectDescription: affectedObject.description,
    receivedAt,
  };
}
