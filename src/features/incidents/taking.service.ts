import { referenceContent, type Reference } from "../../domain/references.js";
import { judgeTaking } from "../../domain/dossier/taking.js";
import { lockedReferred, aboutObject } from "./dossier.js";
import type { Outcome, Sender, Submissions } from "../submissions/submissions.js";

/** An officer of the national centre has an incident in hand, so that no second one begins with it. It changes no duty. */
export class TakingService {
  constructor(private readonly submissions: Submissions) {}

  /** Takes an incident; from another officer too, which is said. */
  take(sender: Sender, submissionKey: string, reference: Reference): Promise<Outcome> {
    return this.says(sender, submissionKey, reference, true);
  }

  /** Releases an incident, also one that another officer has taken, which is said. */
  release(sender: Sender, submissionKey: string, reference: Reference): Promise<Outcome> {
    return this.says(sender, submissionKey, reference, false);
  }

  private says(sender: Sender, submissionKey: string, reference: Reference, isTaken: boolean): Promise<Outcome> {
    const act = isTaken ? "incident.take" : "incident.release";
    const content = { incident: referenceContent(reference) };
    return this.submissions.submit(sender, { act, submissionKey, content }, async (work, now) => {
      const incident = await lockedReferred(work, sender.actor.party.id, reference);
      const [before] = await work.takings.ofIncidents([incident.id]);
      const { violations, warnings } = judgeTaking(isTaken, before, sender.actor.id);
      if (violations.length > 0) return { violations };
      return {
        plan: {
          entries: [
            { fact: isTaken ? "TAKEN" : "RELEASED", ...aboutObject(incident, { objectId: null, ownerIds: [] }) },
          ],
          incidentId: incident.id,
          warnings,
          keep: (submissionId) => work.takings.add({ submissionId, incidentId: incident.id, isTaken, at: now }),
        },
      };
    });
  }
}
