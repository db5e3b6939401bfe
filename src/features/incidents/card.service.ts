import { isPending } from "../../domain/decisions.js";
import { judgeCard } from "../../domain/card-rules.js";
import { ledAs } from "../../domain/answers.js";
import { apply, type Terms } from "../../domain/dossier.js";
import { contentOfDraft } from "../../domain/forms/content.js";
import type { CardDraft, IncidentCard } from "../../domain/incident-card.js";
import {
  countsAlready,
  judgeEarlierIncident,
  judgeFirstCard,
  judgeRevision,
  judgeStanding,
} from "../../domain/incident-rules.js";
import type { Instant } from "../../domain/instant.js";
import type { Limits } from "../../domain/limits.js";
import { judgeNotificationCount } from "../../domain/notification.js";
import type { Reference } from "../../domain/references.js";
import { notFound } from "../../domain/refusal.js";
import { isBlank } from "../../domain/text.js";
import { together } from "../../platform/database.js";
import { newId } from "../../platform/identity.js";
import type { Work } from "../../operation/unit-of-work.js";
import { answerDuties, answeredBy } from "../notifications/answer-duties.js";
import type { NotificationRow } from "../notifications/notification.store.js";
import type { About, Decision, Outcome, Sender, Submissions } from "../submissions/submissions.js";
import {
  aboutIncident,
  dossierOf,
  judged,
  lockedReferred,
  namedObjects,
  newIncident,
  objectsNamedBy,
  registeredAmong,
  saidOf,
  withLinks,
} from "./dossier.js";
import type { CardRow } from "./card.store.js";
import { doubtsOfEarlier, warningsOfEnded } from "./doubts.js";
import type { IncidentRow } from "./incident.store.js";
import { ledBy, warningsOfOthers } from "./links.js";

/** What a card is a card of: an incident that was reported before or (null) one that it opens, and what newly led to it. */
interface CardOf {
  readonly incident: IncidentRow | null;
  readonly notifications: readonly NotificationRow[];
}

/** The card's way in: first submission and amendments (R9.3, R9.6, L6, L7). */
export class CardService {
  constructor(
    private readonly submissions: Submissions,
    private readonly limits: Limits,
    private readonly terms: Terms,
  ) {}

  /** R9.3, R9.6: the first card, of a reported incident or (null) of one that it opens; it answers these notifications. */
  submit(
    sender: Sender,
    submissionKey: string,
    incident: Reference | null,
    notifications: readonly Reference[],
    draft: CardDraft,
  ): Promise<Outcome> {
    const content = contentOfDraft("incidentCard", {
      incidentId: incident,
      notificationIds: notifications,
      revision: null,
      card: draft,
    });
    const attempt = { act: "card.submit", submissionKey, content, indicators: draft.indicators } as const;
    return this.submissions.submit(sender, attempt, async (work, now) => {
      const socId = sender.actor.party.id;
      const reported = incident && (await lockedReferred(work, socId, incident));
      const answered = await answeredBy(work, notifications, socId, "INCIDENT_CARD");
      const violations = [
        ...(reported ? judgeStanding(reported) : []),
        ...(reported ? judgeFirstCard(reported.lastRevision) : []),
        ...judgeNotificationCount(notifications.length, this.limits, false),
        ...answered.violations,
      ];
      if (violations.length > 0) return { violations };
      return this.decide(work, sender, { incident: reported, notifications: answered.notifications }, draft, now);
    });
  }

  /** L6: a correction of revision `revision`, which must be the last one. It may add notifications that led to the incident. */
  amend(
    sender: Sender,
    submissionKey: string,
    of: { readonly incident: Reference; readonly revision: number; readonly notifications: readonly Reference[] },
    draft: CardDraft,
  ): Promise<Outcome> {
    const { revision, notifications } = of;
    const content = contentOfDraft("incidentCard", {
      incidentId: of.incident,
      notificationIds: notifications,
      revision,
      card: draft,
    });
    const attempt = { act: "card.amend", submissionKey, content, indicators: draft.indicators } as const;
    return this.submissions.submit(sender, attempt, async (work, now) => {
      const socId = sender.actor.party.id;
      const incident = await lockedReferred(work, socId, of.incident);
      const answered = await answeredBy(work, notifications, socId, "INCIDENT_CARD");
      const violations = [
        ...judgeStanding(incident),
        ...judgeRevision(revision, incident.lastRevision),
        ...judgeNotificationCount(notifications.length, this.limits, false),
        ...answered.violations,
      ];
      if (violations.length > 0) return { violations };
      return this.decide(work, sender, { incident, notifications: answered.notifications }, draft, now);
    });
  }

  private async decide(work: Work, sender: Sender, of: CardOf, draft: CardDraft, now: Instant): Promise<Decision> {
    const { incident } = of;
    const socId = sender.actor.party.id;
    const instants = [draft.occurredAt, draft.confirmedAt, ...(incident ? [incident.confirmedAt] : []), now];
    const objects = await objectsNamedBy(work, sender.actor, draft.affectedObjects, instants);
    const judgement = judgeCard(draft, { now, limits: this.limits, objects });
    if (!judgement.ok) return judgement;
    const earlier = await earlierIncidentOf(work, draft);
    const violations = earlier ? judgeEarlierIncident(earlier.id, incident?.id ?? null) : [];
    if (violations.length > 0) return { violations };
    const card = { ...judgement.accepted, earlierIncidentNumber: earlier?.number ?? null };
    const before = incident && (await dossierOf(work, incident, this.terms));
    const said = apply(
      before,
      {
        said: "CARD",
        receivedAt: now,
        confirmedAt: card.confirmedAt,
        confirmedAtPath: ["card", "confirmedAt"],
        occurredAt: card.occurredAt,
        severity: card.severity,
        objects: namedObjects(card.affectedObjects, objects),
      },
      this.terms,
    );
    const links = incident ? await work.objectLinks.ofIncidents([incident.id]) : [];
    const standing = links.filter(({ unlinkedAt }) => unlinkedAt === null);
    const affected = withLinks(card.affectedObjects, standing);
    const locked = {
      ...(incident ?? newIncident(sender.actor, card, said.dossier, now)),
      type: card.type,
      affected,
      objectIds: registeredAmong(affected),
      occurredAt: card.occurredAt,
      lastRevision: (incident?.lastRevision ?? 0) + 1,
    };
    const isFirst = locked.lastRevision === 1;
    const linked = incident ? (await work.notificationLinks.of([incident.id])).map((one) => one.notificationId) : [];
    const added = of.notifications.filter(({ id }) => !linked.includes(id));
    // The first card answers every notification that led to its incident, a later one those that are added to them (R9.6).
    const answered = isFirst ? [...(await work.notifications.byIds(linked)), ...added] : added;
    const led = ledAs(locked.id, said.dossier);
    const was = before && ledAs(locked.id, before);
    // Where it moves the confirmation, or what came by another way counts no more, all of them are judged again (L21, L22).
    const isMoved = was !== null && (was.confirmedAt !== led.confirmedAt || was.cardAt !== led.cardAt);
    const asking = isMoved && !isFirst ? [...(await work.notifications.byIds(linked)), ...added] : answered;
    const answers = await answerDuties(work, asking, socId, now, (given) => ({
      ...given,
      incidents: given.incidents.some(({ id }) => id === led.id)
        ? given.incidents.map((one) => (one.id === led.id ? led : one))
        : [...given.incidents, led],
    }));
    const applied = await ledBy(work, said, { socId, notifications: added, given: answers.given }, now, this.terms);
    const others = incident ? [] : await warningsOfOthers(work, added, socId);
    const pathOf = (place: number): string[] => ["card", "affectedObjects", String(place)];
    const outcome = await judged(work, locked, before, applied.dossier, pathOf, now);
    // What the SOC asked to have corrected counts now: nothing is left to decide (L4).
    const requests = before === null ? [] : await work.corrections.requestsOf([locked.id]);
    const isSettled = requests.some((one) => isPending(one) && countsAlready(one.confirmedAt, applied.dossier));
    const cardId = newId(now);
    const kept = { id: cardId, incidentId: locked.id, revision: locked.lastRevision, receivedAt: now };
    const spoken = saidOf(outcome.named);
    const about = aboutIncident(locked, spoken);
    const entries: [About, ...About[]] = [{ ...about, fact: isFirst ? "CARD_SUBMITTED" : "CARD_AMENDED" }];
    if (applied.isReview) entries.push({ ...about, fact: "SEVERITY_REVIEWED" });
    entries.push(...answers.entries.filter(({ notification }) => answered.some(({ id }) => id === notification)));
    return {
      plan: {
        entries,
        incidentId: locked.id,
        cardId,
        notificationId: answered[0]?.id ?? null,
        warnings: [
          ...judgement.warnings,
          ...(await warningsOfEnded(work, socId, now)),
          ...(await doubtsOfEarlier(work, earlier, card, incident?.id ?? null)),
          ...applied.warnings,
          ...outcome.warnings,
          ...answers.warnings,
          ...answers.ofWithdrawn(of.notifications),
          ...answers.ofThreats(of.notifications),
          ...others,
        ],
        async keep(submissionId) {
          const review = {
            id: newId(now),
            incidentId: locked.id,
            submissionId,
            previous: incident?.severity ?? null,
            severity: card.severity,
            reason: null,
            ...spoken,
            receivedAt: now,
          };
          await together([
            outcome.keep(),
            work.cards.add({ ...cardRow(card, { ...kept, submissionId }), ...spoken }, card.indicators),
            work.sightings.keep(
              { id: locked.id, isCard: true, socId, seenAt: locked.receivedAt },
              card.indicators,
              isFirst ? null : locked.id,
            ),
            ...(applied.isReview ? [work.reviews.add(review)] : []),
            ...(isSettled ? [work.corrections.settleRequest(locked.id, now)] : []),
            work.notificationLinks.add(
              locked.id,
              added.map(({ id }) => id),
              submissionId,
              now,
            ),
            answers.keep(),
          ]);
        },
      },
    };
  }
}

/** The earlier incident that a card names, in capitals or not; throws NOT_FOUND where the SOC has none of that number (F30). */
async function earlierIncidentOf(work: Work, { earlierIncidentNumber }: CardDraft): Promise<IncidentRow | null> {
  if (isBlank(earlierIncidentNumber ?? "")) return null;
  const found = await work.incidents.byNumber((earlierIncidentNumber ?? "").trim());
  if (!found) throw notFound(["card", "earlierIncidentNumber"]);
  return found;
}

function cardRow(
  { affectedObjects, indicators: _, ...fields }: IncidentCard,
  kept: Pick<CardRow, "id" | "incidentId" | "submissionId" | "revision" | "receivedAt">,
): Omit<CardRow, "objectIds" | "ownerIds"> {
  return { ...fields, ...kept, affected: affectedObjects };
}
