import type { Answers } from "../../domain/answers.js";
import type { Terms } from "../../domain/dossier.js";
import { contentOfDraft } from "../../domain/forms/content.js";
import type { ReportDraft } from "../../domain/incident-card.js";
import { judgeStanding } from "../../domain/incident-rules.js";
import type { Limits } from "../../domain/limits.js";
import {
  judgeAnalysis,
  judgeAnalysisRevision,
  judgeConfirmedAgain,
  judgeDenial,
  judgeNotificationCount,
  warningsOfStandsBelow,
  type AnalysisDraft,
  type AnalysisKind,
} from "../../domain/notification.js";
import { referenceContent, type Reference } from "../../domain/references.js";
import { notFound } from "../../domain/refusal.js";
import { judgeText, spoiledTexts } from "../../domain/text.js";
import { together } from "../../platform/database.js";
import { newId } from "../../platform/identity.js";
import { aboutIncident, judgeWhatOwnersKnow, lockedIncident, lockedReferred, owedTo } from "../incidents/dossier.js";
import { openIncident } from "../incidents/initial-report.js";
import { linkIncident } from "../incidents/links.js";
import { allMeant, meant } from "../submissions/references.js";
import type { About, Outcome, Sender, Submissions } from "../submissions/submissions.js";
import { answerDuties, answeredBy } from "./answer-duties.js";
import type { AnalysisRow } from "./answer.store.js";

/** Answers: an acknowledgement, an analysis, or that nothing was confirmed (R9.2, R9.4, R9.5, R9.6). */
export class AnswerService {
  constructor(
    private readonly submissions: Submissions,
    private readonly limits: Limits,
    private readonly terms: Terms,
  ) {}

  /** The SOC's acknowledgement. It moves no deadline; the first one counts. */
  acknowledge(sender: Sender, submissionKey: string, notification: Reference): Promise<Outcome> {
    const content = { notification: referenceContent(notification) };
    const attempt = { act: "notification.acknowledge", submissionKey, content } as const;
    return this.submissions.submit(sender, attempt, async (work, now) => {
      const { id: notificationId } = await meant(work, "Notification", notification);
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
  acknowledgeIncident(sender: Sender, submissionKey: string, named: Reference): Promise<Outcome> {
    const { terms } = this;
    const content = { incident: referenceContent(named) };
    return this.submissions.submit(sender, { act: "owner.acknowledge", submissionKey, content }, async (work, now) => {
      const incident = await lockedReferred(work, sender.actor.party.id, named);
      const incidentId = incident.id;
      // What an owner sees is on registered objects of its own, and what is owed to it of others that were.
      const owed = (await work.obligations.ofIncidents([incidentId])).filter(({ isVoid }) => !isVoid);
      const objectIds = [...new Set([...incident.objectIds, ...owed.flatMap(({ objectId }) => objectId ?? [])])];
      const violations = judgeStanding(incident);
      if (violations.length > 0) return { violations };
      const ownerId = sender.actor.party.id;
      return {
        plan: {
          // Who has the object beside it is told that the duty toward both is met.
          entries: [
            {
              fact: "OWNER_ACKNOWLEDGED",
              ...aboutIncident(incident, { objectIds, ownerIds: [...new Set([ownerId, ...owed.flatMap(owedTo)])] }),
            },
          ],
          incidentId,
          // A late duty is the SOC's concern, not the owner's.
          warnings: [],
          async keep(submissionId) {
            const said = { incidentId, ownerId, submissionId, receivedAt: now };
            await work.ownerNotifications.addAcknowledgements(said, objectIds);
            // What it meets depends on all that was said, of which the owner sees its part.
            const all = work.asGateway();
            await judgeWhatOwnersKnow(all, await lockedIncident(all, incidentId), terms, now);
          },
        },
      };
    });
  }

  /**
   * R9.4, R9.5: the results of an analysis, the first or (named `revision`) a correction of the last, for any number of
   * notifications. An incident that it confirms is opened with it (`report`), or was there before.
   */
  analyse(
    sender: Sender,
    submissionKey: string,
    of: {
      readonly kind: AnalysisKind;
      readonly notifications: readonly Reference[];
      readonly revision: number | null;
    },
    draft: AnalysisDraft,
    confirmed: { readonly report: ReportDraft | null; readonly incident: Reference | null },
  ): Promise<Outcome> {
    const { kind, notifications, revision } = of;
    const act = kind === "THREAT" ? "threat.analyse" : "event.analyse";
    const content = contentOfDraft(kind === "THREAT" ? "threatAnalysis" : "eventAnalysis", {
      notificationIds: notifications,
      revision,
      analysis: draft,
      incident: confirmed.report,
      incidentId: confirmed.incident,
    });
    const attempt = { act, submissionKey, content, indicators: draft.indicators } as const;
    return this.submissions.submit(sender, attempt, async (work, now) => {
      const { limits, terms } = this;
      const socId = sender.actor.party.id;
      const named = await answeredBy(
        work,
        notifications,
        socId,
        kind === "THREAT" ? "THREAT_ANALYSIS" : "EVENT_ANALYSIS",
      );
      const faults = [...judgeNotificationCount(notifications.length, limits, true), ...named.violations];
      if (faults.length > 0) return { violations: faults };
      const ids = named.notifications.map(({ id }) => id);
      // What an earlier revision confirmed leads to what a later one answers as well. The incident is locked before the duties.
      const before = lastOf(await work.answers.analysesOf(ids), socId, kind);
      const confirmedId = revision === null ? null : (before?.incidentId ?? null);
      const found = confirmed.incident
        ? await lockedReferred(work, socId, confirmed.incident)
        : confirmedId === null
          ? null
          : await lockedIncident(work, confirmedId);
      const answeredBefore = before && revision !== null ? await work.answers.answeredBy([before.id]) : [];
      await work.notifications.lockShared(answeredBefore.map(({ notificationId }) => notificationId));
      const incident = confirmed.incident === null && (found?.retractedAt ?? null) !== null ? null : found;
      // The duties are locked before the revisions are counted: two at once do not get the same one.
      await work.obligations.lockAnswers(ids, socId);
      const last = lastOf(await work.answers.analysesOf(ids), socId, kind);
      const corrected = last && revision !== null ? await work.answers.answeredBy([last.id]) : [];
      const answered = await work.notifications.byIds([
        ...new Set([...ids, ...corrected.map(({ notificationId }) => notificationId)]),
      ]);
      const objects = await allMeant(work, "ProtectedObject", draft.objectIds);
      const covered = new Set((await work.objects.byIds(objects.map(({ id }) => id))).map(({ id }) => id));
      const judgement = judgeAnalysis(draft, objects, covered, limits);
      const { report } = confirmed;
      const opening =
        report === null
          ? null
          : await openIncident(work, sender.actor, report, answered, { now, limits, terms }, ["incident"]);
      const violations = [
        ...(incident ? judgeStanding(incident) : []),
        ...judgeAnalysisRevision(revision, last?.revision ?? 0),
        ...judgeConfirmedAgain(report !== null, (last?.incidentId ?? incident?.id ?? null) !== null),
        ...(judgement.ok ? [] : judgement.violations),
        ...(opening && "violations" in opening ? opening.violations : []),
      ];
      if (violations.length > 0 || !judgement.ok || (opening && "violations" in opening)) return { violations };
      const { indicators, ...analysis } = judgement.accepted;
      const id = newId(now);
      const incidentId = opening?.incidentId ?? incident?.id ?? last?.incidentId ?? null;
      const linking = incident === null ? null : await linkIncident(work, incident, answered, now, terms);
      const newly = opening?.led ?? linking?.led;
      const led = ({ incidents }: Answers): Answers["incidents"] =>
        newly === undefined || incidents.some((one) => one.id === newly.id) ? incidents : [...incidents, newly];
      const duties = await answerDuties(work, answered, socId, now, (given) => ({
        ...given,
        analyses: [...given.analyses, { kind, receivedAt: now }],
        incidents: led(given),
      }));
      return {
        plan: {
          entries: [firstOf(duties.entries), ...duties.entries.slice(1), ...(opening ? [opening.entry] : [])],
          notificationId: ids[0] ?? null,
          incidentId,
          subjectId: id,
          warnings: [
            ...judgement.warnings,
            ...duties.warnings,
            ...duties.ofWithdrawn(named.notifications),
            ...(kind === "EVENT" ? duties.ofThreats(named.notifications) : []),
            ...warningsOfStandsBelow(kind === "EVENT" && duties.isBelowCard),
            ...(opening?.warnings ?? []),
            ...(linking?.warnings ?? []),
          ],
          async keep(submissionId) {
            const kept = { socId, submissionId, kind, revision: (last?.revision ?? 0) + 1, incidentId };
            const all = answered.map((one) => one.id);
            // The incident before the analysis that points at it.
            await together([
              ...(opening ? [opening.keep(submissionId)] : []),
              ...(linking ? [linking.keep(submissionId)] : []),
              work.answers.addAnalysis({ ...analysis, ...kept, id, receivedAt: now }, indicators, all),
              work.sightings.keep({ id, isCard: false, socId, seenAt: now }, indicators, last?.id ?? null),
              duties.keep(),
            ]);
          },
        },
      };
    });
  }

  /** R9.5, R9.6: the subject of the notifications was not confirmed, with the SOC's grounds. */
  deny(sender: Sender, submissionKey: string, notifications: readonly Reference[], grounds: string): Promise<Outcome> {
    const content = contentOfDraft("notConfirmed", { notificationIds: notifications, grounds });
    const attempt = { act: "notification.deny", submissionKey, content } as const;
    return this.submissions.submit(sender, attempt, async (work, now) => {
      const socId = sender.actor.party.id;
      const named = await answeredBy(work, notifications, socId, "NOT_CONFIRMED");
      const faults = [...judgeNotificationCount(notifications.length, this.limits, true), ...named.violations];
      if (faults.length > 0) return { violations: faults };
      const duties = await answerDuties(work, named.notifications, socId, now, (given) => ({
        ...given,
        denials: [...given.denials, now],
      }));
      const violations = [
        ...judgeText(grounds, ["grounds"], this.limits.text),
        ...named.notifications.flatMap(({ id }, index) => {
          const given = duties.given.get(id);
          return given ? judgeDenial(given, ["notificationIds", String(index)]) : [];
        }),
      ];
      if (violations.length > 0) return { violations };
      const ids = named.notifications.map(({ id }) => id);
      return {
        plan: {
          entries: [firstOf(duties.entries), ...duties.entries.slice(1)],
          notificationId: ids[0] ?? null,
          warnings: [...duties.warnings, ...duties.ofWithdrawn(named.notifications), ...spoiledTexts({ grounds }, [])],
          async keep(submissionId) {
            const denial = { id: newId(now), socId, submissionId, grounds, receivedAt: now };
            await together([work.answers.addDenial(denial, ids), duties.keep()]);
          },
        },
      };
    });
  }
}

/** A SOC's last revision of an analysis of a kind. */
function lastOf(analyses: readonly AnalysisRow[], socId: string, kind: AnalysisKind): AnalysisRow | null {
  return analyses
    .filter((one) => one.socId === socId && one.kind === kind)
    .reduce<AnalysisRow | null>((best, one) => (best !== null && best.revision >= one.revision ? best : one), null);
}

function firstOf(entries: readonly About[]): About {
  const [first] = entries;
  if (!first) throw new Error("an answer is about a notification");
  return first;
}
