import { judgeWaiver } from "../../domain/incident-rules.js";
import type { Limits } from "../../domain/limits.js";
import { waive } from "../../domain/obligations.js";
import { notFound } from "../../domain/refusal.js";
import { judgeText, spoiledTexts } from "../../domain/text.js";
import { figuresChanged } from "../../domain/timeliness.js";
import { together } from "../../platform/database.js";
import type { About, Outcome, Sender, Submissions } from "../submissions/submissions.js";
import { aboutObject, lockedIncident, owedTo } from "./dossier.js";

/** F25: a duty is required no more, by the word of the centre, or of its SOC. */
export class WaiverService {
  constructor(
    private readonly submissions: Submissions,
    private readonly limits: Limits,
  ) {}

  /** The centre waives a duty that is open, of an incident or the answer to a notification; a SOC one that a correction left over (F25). */
  waive(sender: Sender, submissionKey: string, obligationId: string, reason: string): Promise<Outcome> {
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
      const { objectId, objectDescription, ownerId, holderId } = obligation;
      const about: About = incident
        ? { fact: "OBLIGATION_WAIVED", ...aboutObject(incident, { objectId, ownerIds: owedTo(obligation) }) }
        : { fact: "ANSWER_WAIVED", notification: obligation.notificationId, soc: obligation.obligorId };
      return {
        plan: {
          entries: [{ ...about, obligation: obligation.id }],
          incidentId: obligation.incidentId,
          notificationId: obligation.notificationId,
          subjectId: obligation.id,
          warnings: [...figuresChanged([obligation], [waived], now), ...spoiledTexts({ reason }, [])],
          async keep(submissionId) {
            await together([
              work.obligations.change(waived),
              work.waivers.add({
                obligationId,
                submissionId,
                reason,
                waivedAt: now,
                isBySoc,
                objectId,
                objectDescription,
                ownerId,
                holderId,
              }),
            ]);
          },
        },
      };
    });
  }
}
