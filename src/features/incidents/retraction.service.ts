import { retract, type Terms } from "../../domain/dossier.js";
import { judgeRetractionDecision, judgeRetractionRequest, judgeStanding } from "../../domain/incident-rules.js";
import type { Limits } from "../../domain/limits.js";
import { referenceContent, type Reference } from "../../domain/references.js";
import { judgeText, spoiledTexts } from "../../domain/text.js";
import { figuresChanged } from "../../domain/timeliness.js";
import { together } from "../../platform/database.js";
import { newId } from "../../platform/identity.js";
import type { Work } from "../../operation/unit-of-work.js";
import { answerDuties } from "../notifications/answer-duties.js";
import type { About, Outcome, Sender, Submissions } from "../submissions/submissions.js";
import { aboutIncident, dossierOf, keepDossier, lockedReferred, namedBy, saidOf } from "./dossier.js";

/** L18: an incident that was reported in error is retracted: its SOC asks for it, the centre decides. */
export class RetractionService {
  constructor(
    private readonly submissions: Submissions,
    private readonly limits: Limits,
    private readonly terms: Terms,
  ) {}

  /** L18: the SOC asks that an incident reported in error be retracted. The terms keep running. */
  request(sender: Sender, submissionKey: string, named: Reference, grounds: string): Promise<Outcome> {
    const attempt = {
      act: "retraction.request",
      submissionKey,
      content: { incident: referenceContent(named), grounds },
    } as const;
    return this.submissions.submit(sender, attempt, async (work, now) => {
      const incident = await lockedReferred(work, sender.actor.party.id, named);
      const incidentId = incident.id;
      const violations = [
        ...judgeStanding(incident),
        ...judgeText(grounds, ["grounds"], this.limits.text),
        ...judgeRetractionRequest((await work.corrections.pendingRetraction(incidentId)) !== null),
      ];
      if (violations.length > 0) return { violations };
      const dossier = await dossierOf(work, incident, this.terms);
      const about = await namedBy(work, incident);
      return {
        plan: {
          entries: [{ fact: "RETRACTION_REQUESTED", ...aboutIncident(incident, saidOf(about)) }],
          incidentId,
          warnings: spoiledTexts({ grounds }, []),
          async keep(submissionId) {
            const request = { id: newId(now), incidentId, submissionId, grounds, requestedAt: now, ...saidOf(about) };
            await together([work.corrections.addRetraction(request), keepDossier(work, incident, dossier, about, now)]);
          },
        },
      };
    });
  }

  /** L18: the centre grants a retraction, which waives what is open, or refuses it. The dossier is kept either way. */
  decide(
    sender: Sender,
    submissionKey: string,
    named: Reference,
    decision: { readonly isGranted: boolean; readonly reason: string },
  ): Promise<Outcome> {
    const content = { incident: referenceContent(named), decision: { ...decision } };
    return this.submissions.submit(sender, { act: "retraction.decide", submissionKey, content }, async (work, now) => {
      const incident = await lockedReferred(work, sender.actor.party.id, named);
      const incidentId = incident.id;
      const { isGranted, reason } = decision;
      const pending = await work.corrections.pendingRetraction(incidentId);
      const violations = [
        ...judgeText(reason, ["reason"], this.limits.text),
        ...judgeRetractionDecision(pending !== null),
      ];
      if (violations.length > 0 || !pending) return { violations };
      const fact = isGranted ? "RETRACTED" : "RETRACTION_REFUSED";
      const dossier = await dossierOf(work, incident, this.terms);
      const left = isGranted ? retract(dossier, now) : dossier;
      const about = await namedBy(work, incident);
      // Whoever was told of it is told that it never was, though the object is another owner's by now.
      const told = isGranted ? await work.ownerCopies.owners(incidentId) : [];
      const spoken = saidOf({ ...about, owners: [...about.owners, ...told] });
      const linked = (await work.notificationLinks.of([incidentId])).map(({ notificationId }) => notificationId);
      // What is retracted was not confirmed: that is the answer to every notification that led to it (L18).
      const answers = await answerDuties(
        work,
        isGranted ? await work.notifications.byIds(linked) : [],
        incident.socId,
        now,
        (given) => ({
          ...given,
          incidents: given.incidents.map((one) =>
            one.id === incidentId ? { ...one, retractionRequestedAt: pending.requestedAt ?? now } : one,
          ),
        }),
      );
      return {
        plan: {
          entries: [
            { fact, ...aboutIncident(incident, spoken) },
            ...(isGranted ? await retractionTold(work, incidentId) : []),
          ],
          incidentId,
          warnings: [
            ...answers.warnings,
            ...figuresChanged(
              dossier.obligations,
              left.obligations.map((one) => ({ ...one, isRetracted: isGranted })),
              now,
            ),
            ...spoiledTexts({ reason }, []),
          ],
          async keep(submissionId) {
            const decided = {
              retractionId: pending.id,
              incidentId,
              submissionId,
              isGranted,
              reason,
              decidedAt: now,
              ...spoken,
            };
            await together([
              work.corrections.decideRetraction(decided),
              isGranted
                ? keepDossier(work, { ...incident, retractedAt: now }, left, about, now)
                : keepDossier(work, incident, dossier, about, now),
              ...(isGranted ? [work.ownerCopies.retract(incidentId, now), work.sightings.retract(incidentId)] : []),
              answers.keep(),
            ]);
          },
        },
      };
    });
  }
}

/** L18: an entry for each SOC that was notified of an incident, once it is retracted. */
async function retractionTold(work: Work, incidentId: string): Promise<About[]> {
  const about = await work.notifications.aboutIncidents([incidentId]);
  const first = about.filter(({ followsId }) => followsId === null).map(({ id }) => id);
  const recipients = await work.notifications.recipientsOf(first);
  return recipients.map(({ notificationId, socId }) => ({
    fact: "INCIDENT_RETRACTED",
    notification: notificationId,
    soc: socId,
  }));
}
