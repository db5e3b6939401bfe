import { judgeReport } from "../../domain/card-rules.js";
import { ledAs, type LedIncident } from "../../domain/answers.js";
import { apply, type Terms } from "../../domain/dossier.js";
import type { ReportDraft } from "../../domain/incident-card.js";
import type { Instant } from "../../domain/instant.js";
import type { Limits } from "../../domain/limits.js";
import type { Actor } from "../../domain/parties.js";
import type { Violation, Warning } from "../../domain/verdict.js";
import { together } from "../../platform/database.js";
import type { Work } from "../../operation/unit-of-work.js";
import type { About } from "../submissions/submissions.js";
import { answerDuties } from "../notifications/answer-duties.js";
import type { NotificationRow } from "../notifications/notification.store.js";
import { aboutIncident, judged, namedObjects, newIncident, objectsNamedBy, saidOf } from "./dossier.js";
import { warningsOfEnded } from "./doubts.js";
import { ledBy, warningsOfOthers } from "./links.js";

/** An incident as its report opens it: its fact in the feed, and what is to be stored. */
export interface Opening {
  readonly incidentId: string;
  readonly led: LedIncident;
  readonly entry: About;
  readonly warnings: readonly Warning[];
  keep(submissionId: string): Promise<void>;
}

/**
 * R9.1: what the initial report of an incident opens, whether it comes as a report or with the analysis of an event that
 * confirmed it. `at` is the report's path in the input.
 */
export async function openIncident(
  work: Work,
  actor: Actor,
  draft: ReportDraft,
  notifications: readonly NotificationRow[],
  circumstances: { readonly now: Instant; readonly limits: Limits; readonly terms: Terms },
  at: readonly string[] = [],
): Promise<{ readonly violations: readonly Violation[] } | Opening> {
  const { now, limits, terms } = circumstances;
  const objects = await objectsNamedBy(work, actor, draft.affectedObjects, [draft.confirmedAt, now]);
  const judgement = judgeReport(draft, { now, limits, objects });
  if (!judgement.ok) return { violations: judgement.violations.map((one) => ({ ...one, path: [...at, ...one.path] })) };
  const report = judgement.accepted;
  const said = apply(
    null,
    {
      said: "REPORT",
      receivedAt: now,
      confirmedAt: report.confirmedAt,
      confirmedAtPath: ["confirmedAt"],
      severity: report.severity,
      objects: namedObjects(report.affectedObjects, objects),
    },
    terms,
  );
  const incident = newIncident(actor, report, said.dossier, now);
  const led = ledAs(incident.id, said.dossier);
  // An incident that is confirmed takes the place of a denial: what is asked for then is its card (L17).
  const answers = await answerDuties(work, notifications, actor.party.id, now, (given) => ({
    ...given,
    incidents: [...given.incidents, led],
  }));
  const others = await warningsOfOthers(work, notifications, actor.party.id);
  const applied = await ledBy(work, said, { socId: actor.party.id, notifications, given: answers.given }, now, terms);
  const pathOf = (place: number): string[] => ["affectedObjects", String(place)];
  const outcome = await judged(work, incident, null, applied.dossier, pathOf, now);
  const spoken = saidOf(outcome.named);
  return {
    incidentId: incident.id,
    led,
    entry: { fact: "REPORTED", ...aboutIncident(incident, spoken) },
    warnings: [
      ...judgement.warnings,
      ...(await warningsOfEnded(work, actor.party.id, now)),
      ...applied.warnings,
      ...outcome.warnings,
      ...answers.warnings,
      ...answers.ofWithdrawn(notifications),
      ...others,
    ].map((one) => ({ ...one, path: one.path.length === 0 ? one.path : [...at, ...one.path] })),
    async keep(submissionId) {
      await together([
        outcome.keep(),
        work.notificationLinks.add(
          incident.id,
          notifications.map(({ id }) => id),
          submissionId,
          now,
        ),
        answers.keep(),
        work.reports.add({
          incidentId: incident.id,
          submissionId,
          confirmedAt: report.confirmedAt,
          type: report.type,
          summary: report.summary,
          ...spoken,
          affected: report.affectedObjects,
          severity: report.severity,
          receivedAt: now,
        }),
      ]);
    },
  };
}
