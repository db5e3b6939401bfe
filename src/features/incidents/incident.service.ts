import { judgeReview } from "../../domain/card-rules.js";
import { judgeOwnerNotification, ownersObject } from "../../domain/owner-notification.js";
import { ownerNotificationContent, type OwnerNotificationDraft, type ReviewDraft } from "../../domain/content.js";
import { apply, linkedIn, type Terms } from "../../domain/dossier.js";
import { contentOfDraft } from "../../domain/forms/content.js";
import type { ReportDraft } from "../../domain/incident-card.js";
import { judgeStanding } from "../../domain/incident-rules.js";
import type { Limits } from "../../domain/limits.js";
import { objectKey } from "../../domain/obligations.js";
import { judgeNotificationCount } from "../../domain/notification.js";
import { referenceContent, type Reference } from "../../domain/references.js";
import { criteriaWarnings, severityWarnings } from "../../domain/severity.js";
import { spoiledTexts } from "../../domain/text.js";
import { together } from "../../platform/database.js";
import type { Work } from "../../operation/unit-of-work.js";
import { newId } from "../../platform/identity.js";
import { answeredBy } from "../notifications/answer-duties.js";
import type { Outcome, Sender, Submissions } from "../submissions/submissions.js";
import {
  aboutIncident,
  aboutObject,
  dossierOf,
  keepDossier,
  lockedReferred,
  namedBy,
  saidOf,
  type Named,
} from "./dossier.js";
import type { IncidentRow } from "./incident.store.js";
import { openIncident } from "./initial-report.js";

/** Statements about an incident besides its card: the report, reviews of the level, owner notifications. */
export class IncidentService {
  constructor(
    private readonly submissions: Submissions,
    private readonly limits: Limits,
    private readonly terms: Terms,
  ) {}

  /** R9.1: opens an incident with its report, and links it to the notifications that led to it. */
  report(
    sender: Sender,
    submissionKey: string,
    notifications: readonly Reference[],
    draft: ReportDraft,
  ): Promise<Outcome> {
    const content = contentOfDraft("incidentReport", { notificationIds: notifications, report: draft });
    const attempt = { act: "incident.report", submissionKey, content } as const;
    return this.submissions.submit(sender, attempt, async (work, now) => {
      const { limits, terms } = this;
      // Its card will be the answer.
      const led = await answeredBy(work, notifications, sender.actor.party.id, "INCIDENT_CARD");
      const violations = [...judgeNotificationCount(notifications.length, limits, false), ...led.violations];
      if (violations.length > 0) return { violations };
      const opening = await openIncident(work, sender.actor, draft, led.notifications, { now, limits, terms });
      if ("violations" in opening) return opening;
      const { incidentId, entry, warnings } = opening;
      return {
        plan: {
          entries: [entry],
          incidentId,
          notificationId: led.notifications[0]?.id ?? null,
          warnings,
          keep: (submissionId) => opening.keep(submissionId),
        },
      };
    });
  }

  /** RA.1: a decision about the level. */
  reviewSeverity(sender: Sender, submissionKey: string, reference: Reference, draft: ReviewDraft): Promise<Outcome> {
    const attempt = {
      act: "severity.review",
      submissionKey,
      content: { incident: referenceContent(reference), review: { ...draft } },
    } as const;
    return this.submissions.submit(sender, attempt, async (work, now) => {
      const incident = await lockedReferred(work, sender.actor.party.id, reference);
      const incidentId = incident.id;
      const violations = [...judgeStanding(incident), ...judgeReview(draft, this.limits)];
      if (violations.length > 0) return { violations };
      const statement = { said: "REVIEW", receivedAt: now, severity: draft.severity } as const;
      const applied = apply(await dossierOf(work, incident, this.terms), statement, this.terms);
      const card = (await work.cards.ofIncidents([incidentId])).at(-1);
      const named = await namedBy(work, incident);
      return {
        plan: {
          entries: [{ fact: "SEVERITY_REVIEWED", ...aboutIncident(incident, saidOf(named)) }],
          incidentId,
          warnings: [
            ...severityWarnings(draft.severity, incident.type, ["severity"]),
            ...criteriaWarnings(draft.severity, card?.consequences ?? [], ["severity"]),
            ...applied.warnings,
            ...spoiledTexts(draft, []),
          ],
          async keep(submissionId) {
            const review = {
              id: newId(now),
              incidentId,
              submissionId,
              previous: incident.severity,
              severity: draft.severity,
              reason: draft.reason,
              ...saidOf(named),
              receivedAt: now,
            };
            await together([keepDossier(work, incident, applied.dossier, named, now), work.reviews.add(review)]);
          },
        },
      };
    });
  }

  /** R9.2, L8: the SOC's statement that it notified the owner itself. */
  recordOwnerNotification(
    sender: Sender,
    submissionKey: string,
    reference: Reference,
    draft: OwnerNotificationDraft,
  ): Promise<Outcome> {
    const content = { incident: referenceContent(reference), ownerNotification: ownerNotificationContent(draft) };
    const attempt = { act: "owner.record", submissionKey, content } as const;
    return this.submissions.submit(sender, attempt, async (work, now) => {
      const incident = await lockedReferred(work, sender.actor.party.id, reference);
      const incidentId = incident.id;
      const dossier = await dossierOf(work, incident, this.terms);
      // Any object that the incident has named so far: a duty toward its owner may still run.
      const links = linkedIn(dossier.statements);
      const ever = [...dossier.statements.flatMap(({ objects = [] }) => objects), ...links.values()];
      const { objectCode, ...stated } = draft;
      const coded = objectCode === null ? null : await idOfCode(work, incident, objectCode);
      const meant = { objectId: draft.objectId ?? coded, description: draft.objectDescription };
      // A code of nothing, or of another object than the id, means none.
      const isKnown = objectCode === null || (coded !== null && meant.objectId === coded);
      const { object, violations: unclear } = ownersObject(
        meant,
        isKnown ? { ever, now: incident.affected } : { ever: [], now: [] },
      );
      const violations = [
        ...judgeStanding(incident),
        ...unclear,
        ...judgeOwnerNotification(draft, dossier.occurredAt, now, this.limits),
      ];
      if (violations.length > 0 || object === null) return { violations };
      const { objectId, description } = object;
      const of = links.get(objectKey(objectId, description)) ?? {
        objectId,
        description: objectId === null ? description : null,
      };
      const applied = apply(
        dossier,
        {
          said: "OWNER_NOTIFIED",
          receivedAt: now,
          owner: { of, notifiedAt: draft.notifiedAt, means: "SOC_STATEMENT" },
        },
        this.terms,
      );
      const duty = dossier.obligations.find((one) => one.objectId !== null && one.objectId === of.objectId);
      // Who was told is whom R9.2 is owed to, owner or holder; where it is owed to nobody, the present ones.
      const about = of.objectId;
      const moments = [duty?.startsAt ?? now, draft.notifiedAt];
      const [told = [], then] = await work.deliveries.channelsOf(
        about === null ? [] : moments.map((at) => ({ objectId: about, at })),
      );
      const ownerIds = told.map((one) => one.ownerId);
      const [ownerId = null, holderId = null] = ownerIds;
      const wasOwner = then ? then.some((one) => ownerIds.includes(one.ownerId)) : null;
      const isNamedNow = of.objectId !== null && incident.objectIds.includes(of.objectId);
      return {
        plan: {
          entries: [{ fact: "OWNER_NOTIFIED", ...aboutObject(incident, { objectId: of.objectId, ownerIds }) }],
          incidentId,
          warnings: [...applied.warnings, ...spoiledTexts(draft, [])],
          async keep(submissionId) {
            const described = objectId === null ? description : null;
            const said = { objectId: of.objectId, objectDescription: described, ownerId, holderId, wasOwner };
            const row = { ...stated, id: newId(now), incidentId, submissionId, ...said, receivedAt: now };
            // The copy of an owner whose object the incident names no more stays as it was.
            const named = ownerIds.length > 0 && isNamedNow ? await ownedNow(work, incident, ownerIds) : null;
            await together([
              keepDossier(work, incident, applied.dossier, named, now),
              work.ownerNotifications.add(row),
            ]);
          },
        },
      };
    });
  }
}

async function idOfCode(work: Work, { socId }: IncidentRow, objectCode: string): Promise<string | null> {
  const [named] = await work.objects.named(socId, [{ objectId: null, objectCode, description: null }], []);
  return named?.id ?? null;
}

/** All that an incident names now of these owners'. */
async function ownedNow(work: Work, incident: IncidentRow, ownerIds: readonly string[]): Promise<Named> {
  const { objectIds, owners } = await namedBy(work, incident);
  return { objectIds, owners: owners.filter((one) => ownerIds.includes(one.ownerId)) };
}
