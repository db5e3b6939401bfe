import { isPending } from "../../domain/decisions.js";
import { ledAs } from "../../domain/answers.js";
import { apply, type Terms } from "../../domain/dossier.js";
import { judgeConfirmation } from "../../domain/card-rules.js";
import {
  judgeCorrection,
  judgeOtherConfirmation,
  judgePendingCorrection,
  judgeStanding,
  warningOfLateCorrection,
} from "../../domain/incident-rules.js";
import { toIso, type Instant } from "../../domain/instant.js";
import type { Limits } from "../../domain/limits.js";
import { referenceContent, type Reference } from "../../domain/references.js";
import { judgeText, spoiledTexts } from "../../domain/text.js";
import { together } from "../../platform/database.js";
import { newId } from "../../platform/identity.js";
import { answerDuties } from "../notifications/answer-duties.js";
import type { Outcome, Sender, Submissions } from "../submissions/submissions.js";
import { aboutIncident, aboutObject, dossierOf, judged, lockedReferred, saidOf } from "./dossier.js";

/** L4: a confirmation that was declared by mistake is corrected: its SOC asks for it, the centre corrects it or refuses. */
export class ConfirmationCorrectionService {
  constructor(
    private readonly submissions: Submissions,
    private readonly limits: Limits,
    private readonly terms: Terms,
  ) {}

  /**
   * L4: the SOC asks the centre to correct a confirmation that it declared by mistake. The terms keep running. What it asked before
   * and is not decided is replaced by it.
   */
  request(
    sender: Sender,
    submissionKey: string,
    reference: Reference,
    request: { readonly confirmedAt: Instant; readonly reason: string },
  ): Promise<Outcome> {
    const { confirmedAt, reason } = request;
    const content = { incident: referenceContent(reference), request: { confirmedAt: toIso(confirmedAt), reason } };
    return this.submissions.submit(sender, { act: "correction.request", submissionKey, content }, async (work, now) => {
      const incident = await lockedReferred(work, sender.actor.party.id, reference);
      const incidentId = incident.id;
      const violations = [
        ...judgeStanding(incident),
        ...judgeConfirmation(confirmedAt, now, this.limits, ["confirmedAt"]),
        ...judgeText(reason, ["reason"], this.limits.text),
        ...judgeCorrection(confirmedAt, incident.occurredAt),
        ...judgeOtherConfirmation(confirmedAt, await dossierOf(work, incident, this.terms)),
      ];
      if (violations.length > 0) return { violations };
      return {
        plan: {
          // How a SOC stands toward the centre is not the owners' concern.
          entries: [{ fact: "CORRECTION_REQUESTED", ...aboutObject(incident, { objectId: null, ownerIds: [] }) }],
          incidentId,
          warnings: spoiledTexts({ reason }, []),
          keep: (submissionId) =>
            work.corrections.addRequest({
              id: newId(now),
              incidentId,
              submissionId,
              confirmedAt,
              reason,
              requestedAt: now,
            }),
        },
      };
    });
  }

  /** L4: the centre refuses to correct a confirmation. Nothing changes by that. */
  refuse(sender: Sender, submissionKey: string, reference: Reference, reason: string): Promise<Outcome> {
    const attempt = {
      act: "correction.refuse",
      submissionKey,
      content: { incident: referenceContent(reference), reason },
    } as const;
    return this.submissions.submit(sender, attempt, async (work, now) => {
      const incident = await lockedReferred(work, sender.actor.party.id, reference);
      const incidentId = incident.id;
      const requests = await work.corrections.requestsOf([incidentId]);
      const violations = [
        ...judgeStanding(incident),
        ...judgeText(reason, ["reason"], this.limits.text),
        ...judgePendingCorrection(requests.some(isPending)),
      ];
      if (violations.length > 0) return { violations };
      return {
        plan: {
          // How a SOC stands toward the centre is not the owners' concern.
          entries: [{ fact: "CORRECTION_REFUSED", ...aboutObject(incident, { objectId: null, ownerIds: [] }) }],
          incidentId,
          warnings: spoiledTexts({ reason }, []),
          keep: () => work.corrections.decideRequests(incidentId, now, reason),
        },
      };
    });
  }

  /** L4: the SOC takes its request back. Nothing else changes by that. */
  withdraw(sender: Sender, submissionKey: string, reference: Reference): Promise<Outcome> {
    const attempt = {
      act: "correction.withdraw",
      submissionKey,
      content: { incident: referenceContent(reference) },
    } as const;
    return this.submissions.submit(sender, attempt, async (work, now) => {
      const incident = await lockedReferred(work, sender.actor.party.id, reference);
      const incidentId = incident.id;
      const requests = await work.corrections.requestsOf([incidentId]);
      const violations = [...judgeStanding(incident), ...judgePendingCorrection(requests.some(isPending))];
      if (violations.length > 0) return { violations };
      return {
        plan: {
          // How a SOC stands toward the centre is not the owners' concern.
          entries: [{ fact: "CORRECTION_WITHDRAWN", ...aboutObject(incident, { objectId: null, ownerIds: [] }) }],
          incidentId,
          warnings: [],
          keep: () => work.corrections.withdrawRequest(incidentId, now),
        },
      };
    });
  }

  /** L4: the centre corrects the confirmation from which an incident's terms run. */
  correct(
    sender: Sender,
    submissionKey: string,
    reference: Reference,
    correction: { readonly confirmedAt: Instant; readonly reason: string },
  ): Promise<Outcome> {
    const { confirmedAt, reason } = correction;
    const content = { incident: referenceContent(reference), correction: { confirmedAt: toIso(confirmedAt), reason } };
    return this.submissions.submit(
      sender,
      { act: "confirmation.correct", submissionKey, content },
      async (work, now) => {
        const incident = await lockedReferred(work, sender.actor.party.id, reference);
        const incidentId = incident.id;
        const before = await dossierOf(work, incident, this.terms);
        const violations = [
          ...judgeStanding(incident),
          ...judgeConfirmation(confirmedAt, now, this.limits, ["confirmedAt"]),
          ...judgeText(reason, ["reason"], this.limits.text),
          ...judgeCorrection(confirmedAt, incident.occurredAt),
          ...judgeOtherConfirmation(confirmedAt, before),
        ];
        if (violations.length > 0) return { violations };
        const { dossier, warnings } = apply(
          before,
          { said: "CORRECTION", receivedAt: now, confirmedAt, confirmedAtPath: ["confirmedAt"] },
          this.terms,
        );
        const outcome = await judged(work, incident, before, dossier, () => ["confirmedAt"], now);
        const spoken = saidOf(outcome.named);
        const linked = (await work.notificationLinks.of([incidentId])).map(({ notificationId }) => notificationId);
        const led = await work.notifications.byIds(linked);
        const answers = await answerDuties(
          work,
          led,
          incident.socId,
          now,
          (given) => ({
            ...given,
            incidents: given.incidents.map((one) => (one.id === incidentId ? ledAs(incidentId, dossier) : one)),
          }),
          "CORRECTION",
        );
        return {
          plan: {
            entries: [{ fact: "CONFIRMATION_CORRECTED", ...aboutIncident(incident, spoken) }],
            incidentId,
            warnings: [
              ...warningOfLateCorrection(confirmedAt, incident.receivedAt, this.limits),
              ...warnings,
              ...outcome.warnings,
              ...answers.warnings,
              ...spoiledTexts({ reason }, []),
            ],
            async keep(submissionId) {
              const previous = incident.confirmedAt;
              const row = { previous, confirmedAt, reason, receivedAt: now, ...spoken };
              await together([
                outcome.keep(),
                answers.keep(),
                work.corrections.decideRequests(incidentId, now, null),
                work.corrections.addCorrection({ id: newId(now), incidentId, submissionId, ...row }),
              ]);
            },
          },
        };
      },
    );
  }
}
