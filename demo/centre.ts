import type { GatewayClient } from "../client/index.js";
import {
  IncidentDeliveriesDocument,
  IncidentsDocument,
  NotificationPreviewDocument,
  NotificationsDocument,
  NotifySocsDocument,
  ProtectedObjectsDocument,
  SocsDocument,
  type IncidentDeliveriesQuery,
  type IncidentRowFragment,
  type IncidentsQuery,
  type NotificationPreviewInput,
  type NotificationRowFragment,
  type NotificationsQuery,
  type NotifySocsInput,
} from "../schema/operations.generated.js";
import { Account } from "./account.js";
import { DemoError } from "./answers.js";
import { LiveScreen, type Frame } from "./live-screen.js";
import type { Screen } from "./screen.js";
import type { Soc } from "./soc.js";

/** The duty officer of the national centre. */
export class Centre extends Account {
  /** Where it receives facts of SOCs and owners; its own notifications appear on the recipients' screens. */
  readonly live: LiveScreen;

  private constructor(
    code: string,
    client: GatewayClient,
    screen: Screen,
    private readonly ids: ReadonlyMap<string, string>,
  ) {
    super(code, client, screen);
    const begin = Date.now();
    // Mails that waited for a mailbox since an earlier run may be delivered now.
    const heeds = (frame: Frame): boolean =>
      "incident" in frame ? Date.parse(frame.incident.receivedAt) >= begin : frame.kind !== "NOTIFIED";
    this.live = new LiveScreen("centre", client, heeds, (arrival) => screen.arrival(arrival));
  }

  /** The officer, who knows every SOC and protected object. */
  static async of(code: string, client: GatewayClient, screen: Screen): Promise<Centre> {
    const [{ socs }, { protectedObjects }] = await Promise.all([
      client.ask(SocsDocument, { first: 100 }),
      client.ask(ProtectedObjectsDocument, { first: 100 }),
    ]);
    return new Centre(
      code,
      client,
      screen,
      new Map([...socs.nodes, ...protectedObjects.nodes].map((one) => [one.code, one.id])),
    );
  }

  /** The id of a SOC or protected object. */
  idOf(code: string): string {
    return this.ids.get(code) ?? fail(`The gateway knows no ${code} any more.`);
  }

  /** Shows whom a notification would reach, before anything is sent. */
  async previews(input: NotificationPreviewInput): Promise<void> {
    const { notificationPreview } = await this.client.ask(NotificationPreviewDocument, { input });
    const reached = notificationPreview.length === 1 ? "1 SOC" : `${notificationPreview.length} SOCs`;
    this.screen.does(this, `previews the recipients: the notification would reach ${reached}`);
    this.screen.preview(notificationPreview);
  }

  /** Notifies SOCs, and waits until each of `recipients` has it on its screen. */
  async notifies(what: string, input: NotifySocsInput, recipients: readonly Soc[]): Promise<NotificationRowFragment> {
    const { notification } = await this.submits(what, input.text, NotifySocsDocument, input);
    for (const { code, live } of recipients)
      await live.receives({ number: notification.number, kind: "NOTIFIED", soc: code });
    return notification;
  }

  /** The incidents whose first report or card came at `from` or later, the earliest first. */
  async incidentsSince(from: Date): Promise<IncidentsQuery["incidents"]["nodes"]> {
    const filter = { received: { from: from.toISOString() } };
    const { incidents } = await this.client.ask(IncidentsDocument, { filter, orderBy: "OLDEST_FIRST", first: 100 });
    return incidents.nodes;
  }

  /** Its notifications at `from` or later, the earliest first, with every recipient. */
  async notificationsSince(from: Date): Promise<readonly NotificationsQuery["notifications"]["nodes"][number][]> {
    const { notifications } = await this.client.ask(NotificationsDocument, { first: 20 });
    return notifications.nodes.filter(({ sentAt }) => Date.parse(sentAt) >= from.getTime()).toReversed();
  }

  /** How the gateway notified the owner of an incident. */
  async ownersNotifiedOf(incident: IncidentRowFragment): Promise<NonNullable<IncidentDeliveriesQuery["incident"]>> {
    const { number } = incident;
    const { incident: found } = await this.client.ask(IncidentDeliveriesDocument, { number });
    return found ?? fail(`The gateway knows no incident ${number} any more.`);
  }
}

function fail(message: string): never {
  throw new DemoError(message);
}
