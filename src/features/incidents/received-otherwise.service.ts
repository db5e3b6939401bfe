import { judgeReceivedOtherwise, judgeStanding, type ReceivedOtherwiseDraft } from "../../domain/incident-rules.js";
import { apply, firstCardOf, type Terms } from "../../domain/dossier.js";
import { toIso, type Instant } from "../../domain/instant.js";
import type { Limits } from "../../domain/limits.js";
import { notFound } from "../../domain/refusal.js";
import { spoiledTexts } from "../../domain/text.js";
import type { Violation, Warning } from "../../domain/verdict.js";
import type { Work } from "../../operation/unit-of-work.js";
import { together } from "../../platform/database.js";
import { newId } from "../../platform/identity.js";
import { answerDuties } from "../notifications/answer-duties.js";
import type { ObligationRow } from "../obligations/obligation.store.js";
import type { About, Outcome, Sender, Submissions } from "../submissions/submissions.js";
import { aboutObject, dossierOf, keepDossier, lockedIncident } from "./dossier.js";

/** What a duty has become. */
interface Met {
  readonly entry: About;
  readonly warnings: readonly Warning[];
  readonly violations: readonly Violation[];
  /** When the incident occurred; null where that is not known, or the duty is about a notification. */
  readonly occurredAt: Instant | null;
  keep(): Promise<void>;
}

/** L22: the national centre records what met a duty by another way than through the gateway (paragraph 13). */
export class ReceivedOtherwiseService {
  constructor(
    private readonly submissions: Submissions,
    private readonly limits: Limits,
    private readonly terms: Terms,
  ) {}

  record(sender: Sender, submissionKey: string, obligationId: string, draft: ReceivedOtherwiseDraft): Promise<Outcome> {
    const content = { obligation: obligationId, received: { ...draft, receivedAt: toIso(draft.receivedAt) } };
    const attempt = { act: "obligation.receive", submissionKey, content } as const;
    return this.submissions.submit(sender, attempt, async (work, now) => {
      const [duty] = await work.obligations.byIds([obligationId]);
      if (!duty) throw notFound(["obligationId"]);
      const met =
        duty.incidentId === null
          ? await this.meetAnswer(work, duty, draft.receivedAt, now)
          : await this.meetDuty(work, duty, duty.incidentId, draft.receivedAt, now);
      const violations = [...met.violations, ...judgeReceivedOtherwise(draft, duty, met.occurredAt, now, this.limits)];
      if (violations.length > 0) return { violations };
      return {
        plan: {
          entries: [met.entry],
          incidentId: duty.incidentId,
          notificationId: duty.notificationId,
          subjectId: duty.id,
          warnings: [...met.warnings, ...spoiledTexts(draft, [])],
          async keep(submissionId) {
            const row = { id: newId(now), obligationId, submissionId, ...draft, recordedAt: now };
            await together([work.obligations.addReceivedOtherwise(row), met.keep()]);
          },
        },
      };
    });
  }

  private async meetDuty(
    work: Work,
    duty: ObligationRow,
    incidentId: string,
    receivedAt: Instant,
    now: Instant,
  ): Promise<Met> {
    const incident = await lockedIncident(work, incidentId, ["obligationId"]);
    const { dossier, warnings } = apply(
      await dossierOf(work, incident, this.terms),
      { said: "RECEIVED_OTHERWISE", receivedAt: now, otherwise: { duty, at: receivedAt } },
      this.terms,
    );
    // One card meets all that ask for it, by whatever way it came.
    const isCard = duty.rule === "R9.3";
    const linked = isCard ? await work.incidents.linksOf([incidentId]) : [];
    const asking = await work.notifications.byIds(linked.map(({ notificationId }) => notificationId));
    const cardAt = firstCardOf(dossier.statements);
    const answers = await answerDuties(work, asking, incident.socId, now, (given) => ({
      ...given,
      incidents: given.incidents.map((one) => (one.id === incidentId ? { ...one, cardAt } : one)),
    }));
    return {
      entry: { fact: "RECEIVED_OTHERWISE", ...aboutObject(incident, duty) },
      warnings: [...warnings, ...answers.warnings],
      violations: judgeStanding(incident),
      occurredAt: dossier.occurredAt,
      keep: () => together([keepDossier(work, incident, dossier, null, now), answers.keep()]),
    };
  }

  private async meetAnswer(work: Work, duty: ObligationRow, receivedAt: Instant, now: Instant): Promise<Met> {
    const { notificationId, obligorId } = duty;
    const notifications = await work.notifications.byIds(notificationId === null ? [] : [notificationId]);
    const duties = await answerDuties(work, notifications, obligorId, now, (given) => ({
      ...given,
      otherwise: [...given.otherwise, receivedAt],
    }));
    const entry = { fact: "ANSWER_RECEIVED_OTHERWISE", notification: notificationId, soc: obligorId } as const;
    return { entry, warnings: duties.warnings, violations: [], occurredAt: null, keep: () => duties.keep() };
  }
}
