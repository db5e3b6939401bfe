import type { IncidentRowFragment } from "../schema/operations.generated.js";
import type { Centre } from "./centre.js";
import type { Mailbox } from "./mailbox.js";
import type { Screen } from "./screen.js";

/** The gateway's own notifications of owners by mail (R9.2), as the mailbox and the centre see them. */
export class OwnerMail {
  /** A mail that did not come is not waited for twice. */
  private hasGivenUp = false;

  /** `mailbox` is null where none could be opened: nothing is waited for then. */
  constructor(
    private readonly mailbox: Mailbox | null,
    private readonly screen: Screen,
    private readonly centre: Centre,
  ) {}

  /** Whether mails are waited for. */
  get isShown(): boolean {
    return this.mailbox !== null && !this.hasGivenUp;
  }

  /**
   * Shows the mail about an incident that was just opened, where its owner has an address, and the fact that the centre
   * receives.
   */
  async about(incident: IncidentRowFragment, length: "whole" | "in brief"): Promise<void> {
    if (!this.mailbox || this.hasGivenUp) return;
    const { deliveries } = await this.centre.ownersNotifiedOf(incident);
    if (!deliveries.some(({ channel }) => channel === "EMAIL")) return;
    const mail = await this.mailbox.about(incident.number);
    if (!mail) {
      this.hasGivenUp = true;
      this.screen.print(
        `No mail came to ${this.mailbox.url} within 10 seconds, so the gateway seems to have another mail server. The mails to owners are not shown.`,
      );
      return;
    }
    this.screen.mail(mail, mail.takenAt - Date.parse(incident.receivedAt), length === "whole");
    await this.centre.live.receives({ number: incident.number, kind: "OWNER_NOTIFIED" });
  }
}
