import { analysisContent, reportContent } from "../../domain/content.js";
import type { ReportDraft } from "../../domain/incident-card.js";
import { judgeStanding } from "../../domain/incident-rules.js";
import type { Instant } from "../../domain/instant.js";
import type { Limits } from "../../domain/limits.js";
import {
  judgeAnalysis,
  judgeAnalysisRevision,
  judgeAnswer,
  judgeDenial,
  type AnalysisDraft,
  type Answer,
  type ConcernKind,
} from "../../domain/notification.js";
import { discharge } from "../../domain/obligations.js";
import { notFound } from "../../domain/refusal.js";
import { judgeText, spoiledTexts } from "../../domain/text.js";
import type { Violation } from "../../domain/verdict.js";
import { together } from "../../platform/database.js";
import { newId } from "../../platform/identity.js";
import type { Work } from "../../operation/unit-of-work.js";
import { aboutIncident, answering, lockedIncident } from "../incidents/dossier.js";
import { openIncident } from "../incidents/initial-report.js";
import type { About, Outcome, Sender, Submissions } from "../submissions/submissions.js";
import type { NotificationRow } from "./notification.store.js";

/** Answers: an acknowledgement, an analysis, or that nothing was confirmed (R9.2, R9.4, R9.5, R9.6). */
export class AnswerService {
  constructor(
    private readonly submissions: Submissions,
    private readonly limits: Limits,
    private readonly inForceFrom: Instant | null,
  ) {}

  /** The SOC's acknowledgement. It moves no deadline; the first one counts. */
  acknowledge(sender: Sender, submissionKey: string, notificationId: string): Promise<Outcome> {
    const attempt = {
      act: "notification.acknowledge",
      submissionKey,
      content: { notification: notificationId },
    } as const;
    return this.submissions.submit(sender, attempt, async (work, now) => {
      const recipient = await work.notifications.recipient(notificationId, sender.actor.party.id, "for update");
      if (!recipient) throw notFound(["notificationId"]);
      return {
        plan: {
          entries: [{ fact: "ACKNOWLEDGED", notification: notificationId, soc: recipient.socId }],
          notificationId,
          warnings: [],
          keep: () => work.notifications.acknowledge(recipient.id, now),
        },
      };
    });
  }

  /** R9.2, L8: the owner's statement that it knows of an incident on its object. */
  acknowledgeIncident(sender: Sender, submissionKey: string, incidentId: string): Promise<Outcome> {
    const attempt = { act: "owner.acknowledge", submissionKey, content: { incident: incidentId } } as const;
    return this.submissions.submit(sender, attempt, async (work, now) => {
      const incident = await lockedIncident(work, incidentId);
      const { objectId } = incident;
      // What an owner sees is on a registered object of its own.
      if (objectId === null) throw notFound(["incidentId"]);
      const violations = judgeStanding(incident);
      if (violations.length > 0) return { violations };
      const ownerId = sender.actor.party.id;
      // Nothing of the incident changes but what is owed to this owner.
      const duties = (await work.obligations.ofIncidents([incidentId])).filter((duty) => duty.objectId === objectId);
      return {
        plan: {
          entries: [{ fact: "OWNER_ACKNOWLEDGED", ...aboutIncident(incident, { objectId, ownerId }) }],
          incidentId,
          // A late duty is the SOC's concern, not the owner's.
          warnings: [],
          async keep(submissionId) {
            const known = { id: newId(now), incidentId, objectId, ownerId, submissionId, receivedAt: now };
            await together([
              ...duties.map((duty) => work.obligations.change({ ...duty, ...discharge(duty, now) })),
              work.ownerNotifications.addAcknowledgement(known),
            ]);
          },
        },
      };
    });
  }

  /**
   * R9.4, R9.5: the results of an analysis, the first or (named `revision`) a correction of the last. An `incident` that it
   * confirms is opened with it, and its clocks run from its confirmation.
   */
  analyse(
    sender: Sender,
    submissionKey: string,
    kind: ConcernKind,
    notificationId: string,
    revision: number | null,
    draft: AnalysisDraft,
    incident: ReportDraft | null,
  ): Promise<Outcome> {
    const act = kind === "THREAT" ? "threat.analyse" : "event.analyse";
    const content = {
      notification: notificationId,
      revision,
      analysis: analysisContent(draft),
      incident: incident && reportContent(incident),
    };
    const attempt = { act, submissionKey, content, indicators: draft.indicators } as const;
    return this.submissions.submit(sender, attempt, async (work, now) => {
      const socId = sender.actor.party.id;
      const answered = kind === "THREAT" ? "THREAT_ANALYSIS" : "EVENT_ANALYSIS";
      const answerable = await notified(work, notificationId, socId, answered);
      if (answerable.violations.length > 0) return answerable;
      const first = answerable.notification.followsId ?? notificationId;
      // The duty is locked before the revisions are counted: two at once do not get the same one.
      const answer = await answering(work, first, socId, now);
      const revisions = (await work.answers.analysesOf([first])).filter((one) => one.socId === socId);
      const last = revisions.at(-1)?.revision ?? 0;
      const covered = new Set((await work.objects.byIds(draft.objectIds)).map(({ id }) => id));
      const judgement = judgeAnalysis(draft, covered, this.limits);
      const { limits, inForceFrom } = this;
      const opening =
        incident === null
          ? null
          : await openIncident(work, sender.actor, incident, first, { now, limits, inForceFrom }, ["incident"]);
      const violations = [
        ...judgeAnalysisRevision(revision, last),
        ...(judgement.ok ? [] : judgement.violations),
        ...(opening && "violations" in opening ? opening.violations : []),
      ];
      if (violations.length > 0 || !judgement.ok || (opening && "violations" in opening)) return { violations };
      const { indicators, ...analysis } = judgement.accepted;
      const id = newId(now);
      const incidentId = opening?.incidentId ?? revisions.at(-1)?.incidentId ?? null;
      const entry: About = { fact: "ANSWERED", notification: first, soc: socId };
      return {
        plan: {
          entries: opening ? [entry, opening.entry] : [entry],
          notificationId: first,
          incidentId,
          subjectId: id,
          warnings: [...judgement.warnings, ...answer.warnings, ...(opening?.warnings ?? [])],
          async keep(submissionId) {
            const kept = { notificationId: first, socId, submissionId, kind, revision: last + 1, incidentId };
            // The incident before the analysis that points at it.
            await together([
              ...(opening ? [opening.keep(submissionId)] : []),
              work.answers.addAnalysis({ ...analysis, ...kept, id, receivedAt: now }, indicators),
              answer.keep(),
            ]);
          },
        },
      };
    });
  }

  /** R9.5, R9.6: the subject of the notification was not confirmed, with the SOC's grounds. */
  deny(sender: Sender, submissionKey: string, notificationId: string, grounds: string): Promise<Outcome> {
    const attempt = {
      act: "notification.deny",
      submissionKey,
      content: { notification: notificationId, grounds },
    } as const;
    return this.submissions.submit(sender, attempt, async (work, now) => {
      const socId = sender.actor.party.id;
      const answerable = await notified(work, notificationId, socId, "NOT_CONFIRMED");
      if (answerable.violations.length > 0) return answerable;
      const first = answerable.notification.followsId ?? notificationId;
      const answer = await answering(work, first, socId, now);
      const denials = await work.answers.denialsOf([first]);
      const isDenied = denials.some((denial) => denial.socId === socId);
      const violations = [...judgeText(grounds, ["grounds"], this.limits.text), ...judgeDenial(isDenied)];
      if (violations.length > 0) return { violations };
      return {
        plan: {
          entries: [{ fact: "ANSWERED", notification: first, soc: socId }],
          notificationId: first,
          warnings: [...answer.warnings, ...spoiledTexts({ grounds }, [])],
          async keep(submissionId) {
            const denial = { id: newId(now), notificationId: first, socId, submissionId, grounds, receivedAt: now };
            await together([work.answers.addDenial(denial), answer.keep()]);
          },
        },
      };
    });
  }
}

/** The notification that a SOC received, and whether this answer fits it; throws NOT_FOUND if the SOC is not a recipient. */
async function notified(
  work: Work,
  notificationId: string,
  socId: string,
  answer: Answer,
): Promise<{ readonly notification: NotificationRow; readonly violations: readonly Violation[] }> {
  const [[notification], recipient] = await Promise.all([
    work.notifications.byIds([notificationId]),
    work.notifications.recipient(notificationId, socId),
  ]);
  if (!notification || !recipient) throw notFound(["notificationId"]);
  return { notification, violations: judgeAnswer(notification.subject, answer) };
}
