import { judgeOwnerNotification, judgeReview } from "../../domain/card-rules.js";
import {
  ownerNotificationContent,
  reportContent,
  type OwnerNotificationDraft,
  type ReviewDraft,
} from "../../domain/content.js";
import { apply } from "../../domain/dossier.js";
import type { ReportDraft } from "../../domain/incident-card.js";
import { judgeStanding } from "../../domain/incident-rules.js";
import type { Instant } from "../../domain/instant.js";
import type { Limits } from "../../domain/limits.js";
import { notFound } from "../../domain/refusal.js";
import { spoiledTexts } from "../../domain/text.js";
import { together } from "../../platform/database.js";
import { newId } from "../../platform/identity.js";
import type { Outcome, Sender, Submissions } from "../submissions/submissions.js";
import { aboutIncident, dossierOf, keepDossier, lockedIncident, namedBy } from "./dossier.js";
import { openIncident } from "./initial-report.js";

/** Statements about an incident besides its card: the report, reviews of the level, owner notifications. */
export class IncidentService {
  constructor(
    private readonly submissions: Submissions,
    private readonly limits: Limits,
    private readonly inForceFrom: Instant | null,
  ) {}

  /** R9.1: opens an incident with its report; `notificationId` if a notification led to it. */
  report(sender: Sender, submissionKey: string, notificationId: string | null, draft: ReportDraft): Promise<Outcome> {
    const content = { notification: notificationId, report: reportContent(draft) };
    const attempt = { act: "incident.report", submissionKey, content } as const;
    return this.submissions.submit(sender, attempt, async (work, now) => {
      const [notification] = notificationId === null ? [] : await work.notifications.byIds([notificationId]);
      if (notificationId !== null && !notification) throw notFound(["notificationId"]);
      // An incident that follows from a supplement follows from what it supplements.
      const ledBy = notification?.followsId ?? notificationId;
      const { limits, inForceFrom } = this;
      const opening = await openIncident(work, sender.actor, draft, ledBy, { now, limits, inForceFrom });
      if ("violations" in opening) return opening;
      const { incidentId, entry, warnings } = opening;
      return {
        plan: {
          entries: [entry],
          incidentId,
          notificationId: ledBy,
          warnings,
          keep: (submissionId) => opening.keep(submissionId),
        },
      };
    });
  }

  /** RA.1: a decision about the level. */
  reviewSeverity(sender: Sender, submissionKey: string, incidentId: string, draft: ReviewDraft): Promise<Outcome> {
    const attempt = {
      act: "severity.review",
      submissionKey,
      content: { incident: incidentId, review: { ...draft } },
    } as const;
    return this.submissions.submit(sender, attempt, async (work, now) => {
      const incident = await lockedIncident(work, incidentId);
      const violations = [...judgeStanding(incident), ...judgeReview(draft, this.limits)];
      if (violations.length > 0) return { violations };
      const statement = { said: "REVIEW", receivedAt: now, severity: draft.severity } as const;
      const applied = apply(await dossierOf(work, incident), statement, this.inForceFrom);
      const named = await namedBy(work, incident);
      return {
        plan: {
          entries: [{ fact: "SEVERITY_REVIEWED", ...aboutIncident(incident, named) }],
          incidentId,
          warnings: [...applied.warnings, ...spoiledTexts(draft, [])],
          async keep(submissionId) {
            const review = {
              id: newId(now),
              incidentId,
              submissionId,
              previous: incident.severity,
              severity: draft.severity,
              reason: draft.reason,
              ...named,
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
    incidentId: string,
    draft: OwnerNotificationDraft,
  ): Promise<Outcome> {
    const content = { incident: incidentId, ownerNotification: ownerNotificationContent(draft) };
    const attempt = { act: "owner.record", submissionKey, content } as const;
    return this.submissions.submit(sender, attempt, async (work, now) => {
      const incident = await lockedIncident(work, incidentId);
      const { objectId } = incident;
      const violations = [...judgeStanding(incident), ...judgeOwnerNotification(draft, incident, now, this.limits)];
      if (violations.length > 0 || objectId === null) return { violations };
      const applied = apply(
        await dossierOf(work, incident),
        {
          said: "OWNER_NOTIFIED",
          receivedAt: now,
          notifiedAt: draft.notifiedAt,
          object: { id: objectId, isProtected: true },
        },
        this.inForceFrom,
      );
      const named = await namedBy(work, incident);
      return {
        plan: {
          entries: [{ fact: "OWNER_NOTIFIED", ...aboutIncident(incident, named) }],
          incidentId,
          warnings: [...applied.warnings, ...spoiledTexts(draft, [])],
          async keep(submissionId) {
            const row = { id: newId(now), incidentId, submissionId, ...named, objectId, ...draft, receivedAt: now };
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
