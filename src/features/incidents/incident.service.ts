import { judgeOwnerTold, judgeReport, judgeReview } from "../../domain/card-rules.js";
import { ownerToldContent, reportContent, type OwnerToldDraft, type ReviewDraft } from "../../domain/content.js";
import { hear } from "../../domain/dossier.js";
import type { ReportDraft } from "../../domain/incident-card.js";
import type { Instant } from "../../domain/instant.js";
import type { Limits } from "../../domain/limits.js";
import { notFound } from "../../domain/refusal.js";
import { newId } from "../../platform/identity.js";
import { dossierOf, keepDossier, newIncident, objectNamedBy } from "./dossier.js";
import type { Outcome, Sender, Submissions } from "./submissions.js";

/** What a SOC says about an incident beside its card: the first word, reviews of the level, that the owner was told. */
export class IncidentService {
  constructor(
    private readonly submissions: Submissions,
    private readonly limits: Limits,
    private readonly inForceFrom: Instant | null,
  ) {}

  /** R9.1: opens an incident with its first word. */
  report(sender: Sender, submissionKey: string, draft: ReportDraft): Promise<Outcome> {
    const attempt = { act: "incident.report", submissionKey, content: { report: reportContent(draft) } } as const;
    return this.submissions.submit(sender, attempt, async (work, now) => {
      const object = await objectNamedBy(work, sender.actor, draft);
      const judgement = judgeReport(draft, { now, limits: this.limits, isCoveredObject: object !== null });
      if (!judgement.ok) return judgement;
      const report = judgement.accepted;
      const heard = hear(
        null,
        {
          said: "REPORT",
          receivedAt: now,
          confirmedAt: report.confirmedAt,
          severity: report.severity,
          object: object && { id: object.id, isProtected: object.kinds.length > 0 },
        },
        this.inForceFrom,
      );
      const incident = newIncident(sender.actor, report, heard.dossier, now);
      return {
        plan: {
          incidentId: incident.id,
          objectId: report.affectedObject.objectId,
          cardId: null,
          warnings: [...judgement.warnings, ...heard.warnings],
          async keep(submissionId) {
            await keepDossier(work, sender.actor, incident, heard.dossier, now);
            await work.reports.add({
              incidentId: incident.id,
              submissionId,
              confirmedAt: report.confirmedAt,
              type: report.type,
              summary: report.summary,
              objectId: report.affectedObject.objectId,
              objectDescription: report.affectedObject.description,
              severity: report.severity,
              receivedAt: now,
            });
          },
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
      const incident = await work.incidents.lock(incidentId);
      if (!incident) throw notFound(["incidentId"]);
      const violations = judgeReview(draft, this.limits);
      if (violations.length > 0) return { violations };
      const word = { said: "REVIEW", receivedAt: now, severity: draft.severity } as const;
      const heard = hear(await dossierOf(work, incident), word, this.inForceFrom);
      return {
        plan: {
          incidentId,
          objectId: incident.objectId,
          cardId: null,
          warnings: heard.warnings,
          async keep(submissionId) {
            await keepDossier(work, sender.actor, incident, heard.dossier, now);
            await work.reviews.add({
              id: newId(now),
              incidentId,
              submissionId,
              previous: incident.severity,
              severity: draft.severity,
              reason: draft.reason,
              receivedAt: now,
            });
          },
        },
      };
    });
  }

  /** R9.2, L8: the SOC's word that it told the owner itself. */
  recordOwnerNotification(
    sender: Sender,
    submissionKey: string,
    incidentId: string,
    draft: OwnerToldDraft,
  ): Promise<Outcome> {
    const content = { incident: incidentId, told: ownerToldContent(draft) };
    const attempt = { act: "owner.record", submissionKey, content } as const;
    return this.submissions.submit(sender, attempt, async (work, now) => {
      const incident = await work.incidents.lock(incidentId);
      if (!incident) throw notFound(["incidentId"]);
      const { objectId } = incident;
      const violations = judgeOwnerTold(draft, incident, now, this.limits);
      if (violations.length > 0 || objectId === null) return { violations };
      const heard = hear(
        await dossierOf(work, incident),
        { said: "OWNER_TOLD", receivedAt: now, toldAt: draft.toldAt, object: { id: objectId, isProtected: true } },
        this.inForceFrom,
      );
      return {
        plan: {
          incidentId,
          objectId,
          cardId: null,
          warnings: heard.warnings,
          async keep(submissionId) {
            await keepDossier(work, sender.actor, incident, heard.dossier, now);
            await work.ownerNotifications.add({
              id: newId(now),
              incidentId,
              submissionId,
              objectId,
              ...draft,
              receivedAt: now,
            });
          },
        },
      };
    });
  }
}
