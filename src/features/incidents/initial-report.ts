import { judgeReport } from "../../domain/card-rules.js";
import { apply } from "../../domain/dossier.js";
import type { ReportDraft } from "../../domain/incident-card.js";
import type { Instant } from "../../domain/instant.js";
import type { Limits } from "../../domain/limits.js";
import type { Actor } from "../../domain/parties.js";
import type { Violation, Warning } from "../../domain/verdict.js";
import { together } from "../../platform/database.js";
import type { Work } from "../../operation/unit-of-work.js";
import type { About } from "../submissions/submissions.js";
import { aboutIncident, keepDossier, newIncident, objectNamedBy, notifyOwner } from "./dossier.js";

/** An incident as its report opens it: its fact in the feed, and what is to be stored. */
export interface Opening {
  readonly incidentId: string;
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
  notificationId: string | null,
  circumstances: { readonly now: Instant; readonly limits: Limits; readonly inForceFrom: Instant | null },
  at: readonly string[] = [],
): Promise<{ readonly violations: readonly Violation[] } | Opening> {
  const { now, limits, inForceFrom } = circumstances;
  const object = await objectNamedBy(work, actor, draft);
  const judgement = judgeReport(draft, { now, limits, isCoveredObject: object !== null });
  if (!judgement.ok) return { violations: judgement.violations.map((one) => ({ ...one, path: [...at, ...one.path] })) };
  const report = judgement.accepted;
  const applied = apply(
    null,
    {
      said: "REPORT",
      receivedAt: now,
      confirmedAt: report.confirmedAt,
      severity: report.severity,
      object: object && { id: object.id, isProtected: object.kinds.length > 0 },
    },
    inForceFrom,
  );
  const incident = newIncident(actor, report, applied.dossier, notificationId, now);
  const named = { objectId: object?.id ?? null, ownerId: object?.ownerId ?? null };
  const notifying = await notifyOwner(work, { id: incident.id, isNew: true }, object, ["affectedObject"], now);
  return {
    incidentId: incident.id,
    entry: { fact: "REPORTED", ...aboutIncident(incident, named) },
    warnings: [...judgement.warnings, ...applied.warnings, ...notifying.warnings].map((one) => ({
      ...one,
      path: one.path.length === 0 ? one.path : [...at, ...one.path],
    })),
    async keep(submissionId) {
      await together([
        keepDossier(work, incident, applied.dossier, named, now),
        work.reports.add({
          incidentId: incident.id,
          submissionId,
          confirmedAt: report.confirmedAt,
          type: report.type,
          summary: report.summary,
          ...named,
          objectDescription: report.affectedObject.description,
          severity: report.severity,
          receivedAt: now,
        }),
        notifying.keep(),
      ]);
    },
  };
}
