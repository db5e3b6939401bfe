import { apply, retract, type Terms } from "../../domain/dossier.js";
import { judgeConfirmation } from "../../domain/card-rules.js";
import {
  judgeCorrection,
  judgeCorrectionRefusal,
  judgeCorrectionRequest,
  judgeRetractionDecision,
  judgeDossierCount,
  judgeRetractionRequest,
  judgeSameIncident,
  judgeStanding,
  judgeUnlinking,
  judgeWaiver,
} from "../../domain/incident-rules.js";
import { toIso, type Instant } from "../../domain/instant.js";
import type { Limits } from "../../domain/limits.js";
import { waive } from "../../domain/obligations.js";
import { notFound } from "../../domain/refusal.js";
import { judgeText, spoiledTexts } from "../../domain/text.js";
import { distinctChanged, figuresChanged } from "../../domain/timeliness.js";
import { together } from "../../platform/database.js";
import { newId } from "../../platform/identity.js";
import type { Work } from "../../operation/unit-of-work.js";
import { answerDuties } from "../notifications/answer-duties.js";
import type { About, Outcome, Sender, Submissions } from "../submissions/submissions.js";
import type { IncidentRow } from "./incident.store.js";
import {
  aboutIncident,
  aboutObject,
  dossierOf,
  judged,
  keepDossier,
  lockedIncident,
  namedBy,
  saidOf,
} from "./dossier.js";

/** Corrections of errors: a SOC requests a retraction, the national centre decides, corrects and waives, each with its reason. */
export class CorrectionService {
  constructor(
    private readonly submissions: Submissions,
    private readonly limits: Limits,
    private readonly terms: Terms,
  ) {}

  /** The centre says that dossiers, mostly of several SOCs, are of one incident. Each keeps its duties. */
  linkSameIncidents(
    sender: Sender,
    submissionKey: string,
    incidentIds: readonly string[],
    reason: string,
  ): Promise<Outcome> {
    const attempt = { act: "incident.link", submissionKey, content: { incidents: [...incidentIds], reason } } as const;
    return this.submissions.submit(sender, attempt, async (work, now) => {
      const tooMany = judgeDossierCount(incidentIds.length);
      if (tooMany.length > 0) return { violations: tooMany };
      const incidents = await lockedIncidents(work, incidentIds);
      const linked = await work.incidents.sameAs(incidentIds);
      const violations = [...judgeSameIncident(incidents, linked), ...judgeText(reason, ["reason"], this.limits.text)];
      const [first, ...rest] = incidents;
      if (violations.length > 0 || !first) return { violations };
      const duties = await work.obligations.ofIncidents(incidentIds);
      const decision = { incidentIds, isLinked: true, reason, decidedAt: now };
      return {
        plan: {
          entries: [aboutSame("LINKED_AS_SAME", first), ...rest.map((one) => aboutSame("LINKED_AS_SAME", one))],
          incidentId: first.id,
          warnings: [...distinctChanged(duties, now), ...spoiledTexts({ reason }, [])],
          async keep(submissionId) {
            await together([
              work.incidents.linkAsSame(incidentIds, newId(now)),
              work.corrections.addSameDecision({ ...decision, submissionId }),
            ]);
          },
        },
      };
    });
  }

  /** The centre takes back that dossiers are of one incident: each that is named stands alone again, retracted or not. */
  unlinkSameIncidents(
    sender: Sender,
    submissionKey: string,
    incidentIds: readonly string[],
    reason: string,
  ): Promise<Outcome> {
    const content = { incidents: [...incidentIds], reason };
    return this.submissions.submit(sender, { act: "incident.unlink", submissionKey, content }, async (work, now) => {
      const tooMany = judgeDossierCount(incidentIds.length);
      if (tooMany.length > 0) return { violations: tooMany };
      const incidents = await lockedIncidents(work, incidentIds);
      const linked = await work.incidents.sameAs(incidentIds);
      const violations = [
        ...judgeUnlinking(incidentIds.map((id) => linked.some(({ sameAs }) => sameAs === id))),
        ...judgeText(reason, ["reason"], this.limits.text),
      ];
      const [first, ...rest] = incidents;
      if (violations.length > 0 || !first) return { violations };
      const duties = await work.obligations.ofIncidents([...new Set([...incidentIds, ...linked.map(({ id }) => id)])]);
      const decision = { incidentIds, isLinked: false, reason, decidedAt: now };
      return {
        plan: {
          entries: [aboutSame("UNLINKED_AS_SAME", first), ...rest.map((one) => aboutSame("UNLINKED_AS_SAME", one))],
          incidentId: first.id,
          warnings: [...distinctChanged(duties, now), ...spoiledTexts({ reason }, [])],
          async keep(submissionId) {
            await together([
              work.incidents.unlinkAsSame(incidentIds),
              work.corrections.addSameDecision({ ...decision, submissionId }),
            ]);
          },
        },
      };
    });
  }

  /** L18: the SOC asks that an incident reported in error be retracted. The terms keep running. */
  requestRetraction(sender: Sender, submissionKey: string, incidentId: string, grounds: string): Promise<Outcome> {
    const attempt = { act: "retraction.request", submissionKey, content: { incident: incidentId, grounds } } as const;
    return this.submissions.submit(sender, attempt, async (work, now) => {
      const incident = await lockedIncident(work, incidentId);
      const violations = [
        ...judgeStanding(incident),
        ...judgeText(grounds, ["grounds"], this.limits.text),
        ...judgeRetractionRequest((await work.corrections.pendingRetraction(incidentId)) !== null),
      ];
      if (violations.length > 0) return { violations };
      const dossier = await dossierOf(work, incident, this.terms);
      const named = await namedBy(work, incident);
      return {
        plan: {
          entries: [{ fact: "RETRACTION_REQUESTED", ...aboutIncident(incident, saidOf(named)) }],
          incidentId,
          warnings: spoiledTexts({ grounds }, []),
          async keep(submissionId) {
            const request = { id: newId(now), incidentId, submissionId, grounds, requestedAt: now, ...saidOf(named) };
            await together([work.corrections.addRetraction(request), keepDossier(work, incident, dossier, named, now)]);
          },
        },
      };
    });
  }

  /** L18: the centre grants a retraction, which waives what is open, or refuses it. The dossier is kept either way. */
  decideRetraction(
    sender: Sender,
    submissionKey: string,
    incidentId: string,
    decision: { readonly isGranted: boolean; readonly reason: string },
  ): Promise<Outcome> {
    const content = { incident: incidentId, decision: { ...decision } };
    return this.submissions.submit(sender, { act: "retraction.decide", submissionKey, content }, async (work, now) => {
      const incident = await lockedIncident(work, incidentId);
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
      const named = await namedBy(work, incident);
      // Whoever was told of it is told that it never was, though the object is another owner's by now.
      const told = isGranted ? await work.incidents.ownersTold(incidentId) : [];
      const spoken = saidOf({ ...named, owners: [...named.owners, ...told] });
      const linked = (await work.incidents.linksOf([incidentId])).map(({ notificationId }) => notificationId);
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
          async keep() {
            const decided = {
              retractionId: pending.id,
              incidentId,
              isGranted,
              reason,
              decidedAt: now,
              ...spoken,
            };
            await together([
              work.corrections.decideRetraction(decided),
              isGranted
                ? keepDossier(work, { ...incident, retractedAt: now }, left, named, now)
                : keepDossier(work, incident, dossier, named, now),
              ...(isGranted ? [work.incidents.retractForOwners(incidentId, now)] : []),
              answers.keep(),
            ]);
          },
        },
      };
    });
  }

  /** L4: the SOC asks the centre to correct a confirmation that it declared by mistake. The terms keep running. */
  requestCorrection(
    sender: Sender,
    submissionKey: string,
    incidentId: string,
    request: { readonly confirmedAt: Instant; readonly reason: string },
  ): Promise<Outcome> {
    const { confirmedAt, reason } = request;
    const content = { incident: incidentId, request: { confirmedAt: toIso(confirmedAt), reason } };
    return this.submissions.submit(sender, { act: "correction.request", submissionKey, content }, async (work, now) => {
      const incident = await lockedIncident(work, incidentId);
      const requests = await work.corrections.requestsOf([incidentId]);
      const violations = [
        ...judgeStanding(incident),
        ...judgeConfirmation(confirmedAt, now, this.limits, ["confirmedAt"]),
        ...judgeText(reason, ["reason"], this.limits.text),
        ...judgeCorrection(confirmedAt, incident.occurredAt),
        ...judgeCorrectionRequest(requests.some(({ decidedAt }) => decidedAt === null)),
      ];
      if (violations.length > 0) return { violations };
      return {
        plan: {
          // How a SOC stands toward the centre is not the owners' concern.
          entries: [{ fact: "CORRECTION_REQUESTED", ...aboutObject(incident, { objectId: null, ownerId: null }) }],
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
  refuseCorrection(sender: Sender, submissionKey: string, incidentId: string, reason: string): Promise<Outcome> {
    const attempt = { act: "correction.refuse", submissionKey, content: { incident: incidentId, reason } } as const;
    return this.submissions.submit(sender, attempt, async (work, now) => {
      const incident = await lockedIncident(work, incidentId);
      const requests = await work.corrections.requestsOf([incidentId]);
      const violations = [
        ...judgeStanding(incident),
        ...judgeText(reason, ["reason"], this.limits.text),
        ...judgeCorrectionRefusal(requests.some(({ decidedAt }) => decidedAt === null)),
      ];
      if (violations.length > 0) return { violations };
      return {
        plan: {
          // How a SOC stands toward the centre is not the owners' concern.
          entries: [{ fact: "CORRECTION_REFUSED", ...aboutObject(incident, { objectId: null, ownerId: null }) }],
          incidentId,
          warnings: spoiledTexts({ reason }, []),
          keep: () => work.corrections.decideRequests(incidentId, now, reason),
        },
      };
    });
  }

  /** L4: the centre corrects the confirmation from which an incident's terms run. */
  correctConfirmation(
    sender: Sender,
    submissionKey: string,
    incidentId: string,
    correction: { readonly confirmedAt: Instant; readonly reason: string },
  ): Promise<Outcome> {
    const { confirmedAt, reason } = correction;
    const content = { incident: incidentId, correction: { confirmedAt: toIso(confirmedAt), reason } };
    return this.submissions.submit(
      sender,
      { act: "confirmation.correct", submissionKey, content },
      async (work, now) => {
        const incident = await lockedIncident(work, incidentId);
        const violations = [
          ...judgeStanding(incident),
          ...judgeConfirmation(confirmedAt, now, this.limits, ["confirmedAt"]),
          ...judgeText(reason, ["reason"], this.limits.text),
          ...judgeCorrection(confirmedAt, incident.occurredAt),
        ];
        if (violations.length > 0) return { violations };
        const before = await dossierOf(work, incident, this.terms);
        const { dossier, warnings } = apply(
          before,
          { said: "CORRECTION", receivedAt: now, confirmedAt, confirmedAtPath: ["confirmedAt"] },
          this.terms,
        );
        const outcome = await judged(work, incident, before, dossier, () => ["confirmedAt"], now);
        const spoken = saidOf(outcome.named);
        const linked = (await work.incidents.linksOf([incidentId])).map(({ notificationId }) => notificationId);
        const led = await work.notifications.byIds(linked);
        const answers = await answerDuties(work, led, incident.socId, now, (given) => ({
          ...given,
          incidents: given.incidents.map((one) =>
            one.id === incidentId ? { ...one, confirmedAt: dossier.confirmedAt } : one,
          ),
        }));
        return {
          plan: {
            entries: [{ fact: "CONFIRMATION_CORRECTED", ...aboutIncident(incident, spoken) }],
            incidentId,
            warnings: [...warnings, ...outcome.warnings, ...answers.warnings, ...spoiledTexts({ reason }, [])],
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

  /** The centre waives a duty that is open, of an incident or the answer to a notification; a SOC one that a correction left over (F25). */
  waiveObligation(sender: Sender, submissionKey: string, obligationId: string, reason: string): Promise<Outcome> {
    const attempt = { act: "obligation.waive", submissionKey, content: { obligation: obligationId, reason } } as const;
    return this.submissions.submit(sender, attempt, async (work, now) => {
      const [seen] = await work.obligations.byIds([obligationId]);
      if (!seen) throw notFound(["obligationId"]);
      // The lock first, then the duty, read under it.
      const incident = seen.incidentId === null ? null : await lockedIncident(work, seen.incidentId, ["obligationId"]);
      if (seen.notificationId !== null) await work.obligations.lockAnswers([seen.notificationId], seen.obligorId);
      const [obligation = seen] = await work.obligations.byIds([obligationId]);
      const violations = [
        ...judgeText(reason, ["reason"], this.limits.text),
        ...judgeWaiver(
          obligation,
          sender.actor.party.kind,
          incident?.affected ?? [],
          incident !== null && (await work.incidents.describingRegistered([incident.id])).length > 0,
        ),
      ];
      if (violations.length > 0) return { violations };
      const isBySoc = sender.actor.party.kind === "SOC";
      const waived = { ...obligation, ...waive(obligation, now) };
      // R9.2 is owed to an owner, whatever object the incident names by now; how else a SOC stands is not the owner's concern.
      const { objectId, objectDescription, ownerId } = obligation;
      const entry: About = incident
        ? { fact: "OBLIGATION_WAIVED", ...aboutObject(incident, obligation) }
        : { fact: "ANSWER_WAIVED", notification: obligation.notificationId, soc: obligation.obligorId };
      return {
        plan: {
          entries: [entry],
          incidentId: obligation.incidentId,
          notificationId: obligation.notificationId,
          subjectId: obligation.id,
          warnings: [...figuresChanged([obligation], [waived], now), ...spoiledTexts({ reason }, [])],
          async keep() {
            await together([
              work.obligations.change(waived),
              work.obligations.addWaiver({
                obligationId,
                reason,
                waivedAt: now,
                isBySoc,
                objectId,
                objectDescription,
                ownerId,
              }),
            ]);
          },
        },
      };
    });
  }
}

/** These incidents, locked in one order, so that two who link the same ones do not wait for each other. */
async function lockedIncidents(work: Work, incidentIds: readonly string[]): Promise<IncidentRow[]> {
  const incidents = new Map<string, IncidentRow>();
  for (const id of incidentIds.toSorted())
    incidents.set(id, await lockedIncident(work, id, ["incidentIds", String(incidentIds.indexOf(id))]));
  return incidentIds.flatMap((id) => incidents.get(id) ?? []);
}

/** Which other SOC has a dossier of an incident is not its owners' concern. */
function aboutSame(fact: "LINKED_AS_SAME" | "UNLINKED_AS_SAME", incident: IncidentRow): About {
  return { fact, ...aboutObject(incident, { objectId: null, ownerId: null }) };
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
