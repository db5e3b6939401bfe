import { AcknowledgeNotificationDocument, IncidentDocument } from "../schema/operations.generated.js";
import { Account } from "./account.js";
import type { Centre } from "./centre.js";
import { DemoError } from "./answers.js";

/** Somebody at the owner of an object, with an account at the gateway. */
export class Owner extends Account {
  /** Looks up the incident whose `number` the mail named, and acknowledges it (R9.2, L8). */
  async acknowledges(number: string, submissionKey: string, centre: Centre): Promise<void> {
    const { incident } = await this.client.ask(IncidentDocument, { number });
    if (!incident) throw new DemoError(`${this.code} does not see the incident ${number} on its own object.`);
    const input = { submissionKey, incidentId: incident.id };
    await this.submits(`acknowledges ${number}`, "", AcknowledgeNotificationDocument, input);
    await centre.live.receives({ number, kind: "OWNER_ACKNOWLEDGED" });
  }
}
