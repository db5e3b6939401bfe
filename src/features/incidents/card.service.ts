import { judgeCard } from "../../domain/card-rules.js";
import { cardContent } from "../../domain/content.js";
import { hear } from "../../domain/dossier.js";
import type { CardDraft, IncidentCard } from "../../domain/incident-card.js";
import type { Instant } from "../../domain/instant.js";
import type { Limits } from "../../domain/limits.js";
import { notFound } from "../../domain/refusal.js";
import type { Violation } from "../../domain/verdict.js";
import { say } from "../../domain/wording/wording.js";
import { together } from "../../platform/database.js";
import { newId } from "../../platform/identity.js";
import type { Work } from "../../unit-of-work.js";
import { dossierOf, keepDossier, newIncident, objectNamedBy } from "./dossier.js";
import type { IncidentRow } from "./incident.store.js";
import type { Decision, Outcome, Sender, Submissions } from "./submissions.js";

/** The card's way in: first submission and amendments (R9.3, L6, L7). */
export class CardService {
  constructor(
    private readonly submissions: Submissions,
    private readonly limits: Limits,
    private readonly inForceFrom: Instant | null,
  ) {}

  /** R9.3: the first card, of a reported incident or (null) of one that it opens. */
  submit(sender: Sender, submissionKey: string, incidentId: string | null, draft: CardDraft): Promise<Outcome> {
    const content = { incident: incidentId, card: cardContent(draft) };
    return this.submissions.submit(sender, { act: "card.submit", submissionKey, content }, async (work, now) => {
      const incident = incidentId === null ? null : await lockedIncident(work, incidentId);
      if (incident && incident.lastRevision > 0) {
        const says = say("cardExists", { revision: incident.lastRevision });
        return { violations: [{ rule: "F13", path: ["incidentId"], says }] };
      }
      return this.decide(work, sender, incident, draft, now);
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
    return this.submissions.submit(sender, { act: "card.amend", submissionKey, content }, async (work, now) => {
      const incident = await lockedIncident(work, incidentId);
      const outdated = judgeRevision(revision, incident.lastRevision);
      return outdated ? { violations: [outdated] } : this.decide(work, sender, incident, draft, now);
    });
  }

  private async decide(
    work: Work,
    sender: Sender,
    incident: IncidentRow | null,
    draft: CardDraft,
    now: Instant,
  ): Promise<Decision> {
    const object = await objectNamedBy(work, sender.actor, draft);
    const judgement = judgeCard(draft, { now, limits: this.limits, isCoveredObject: object !== null });
    if (!judgement.ok) return judgement;
    const card = judgement.accepted;
    const heard = hear(
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
    const told = {
      ...(incident ?? newIncident(sender.actor, card, heard.dossier, now)),
      type: card.type,
      objectId: card.affectedObject.objectId,
      objectDescription: card.affectedObject.description,
      occurredAt: card.occurredAt,
      lastRevision: (incident?.lastRevision ?? 0) + 1,
    };
    const cardId = newId(now);
    return {
      plan: {
        incidentId: told.id,
        objectId: told.objectId,
        cardId,
        warnings: [...judgement.warnings, ...heard.warnings],
        isReview: heard.isReview,
        async keep(submissionId) {
          const review = {
            id: newId(now),
            incidentId: told.id,
            submissionId,
            previous: incident?.severity ?? null,
            severity: card.severity,
            reason: null,
            receivedAt: now,
          };
          await together([
            keepDossier(work, sender.actor, told, heard.dossier, now),
            work.cards.add(cardRow(card, cardId, told.id, submissionId, told.lastRevision, now), card.indicators),
            ...(heard.isReview ? [work.reviews.add(review)] : []),
          ]);
        },
      },
    };
  }
}

async function lockedIncident(work: Work, incidentId: string): Promise<IncidentRow> {
  const incident = await work.incidents.lock(incidentId);
  if (!incident) throw notFound(["incidentId"]);
  return incident;
}

/** F12. */
function judgeRevision(named: number, last: number): Violation | null {
  if (last === 0) return { rule: "F13", path: ["incidentId"], says: say("cardMissing", {}) };
  return named === last ? null : { rule: "F12", path: ["revision"], says: say("revisionNotLast", { named, last }) };
}

function cardRow(
  { affectedObject, indicators, ...fields }: IncidentCard,
  id: string,
  incidentId: string,
  submissionId: string,
  revision: number,
  receivedAt: Instant,
): Parameters<Work["cards"]["add"]>[0] {
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
