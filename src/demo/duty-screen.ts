import { createClient, type Client } from "graphql-ws";
import { WebSocket } from "ws";
import { ObligationFeedDocument, type ObligationFeedSubscription } from "../../schema/operations.generated.js";
import { DemoError, type GatewayClient } from "./client.js";
import { Waiting } from "./waiting.js";

/** An announcement of the clock, as it comes in `obligationFeed`. */
export type Announcement = ObligationFeedSubscription["obligationFeed"];

/** Milliseconds in which an announcement must come. */
const PATIENCE = 60_000;

/** What the clock announces, live. */
export class DutyScreen {
  private readonly received: Announcement[] = [];
  private readonly waiting = new Waiting();
  private fault: DemoError | null = null;
  private readonly socket: Client;

  constructor(client: GatewayClient, show: (announcement: Announcement) => void) {
    this.socket = createClient({
      url: `${client.address.replace(/^http/, "ws")}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${client.token}`, acceptLanguage: client.language },
    });
    this.socket.subscribe<ObligationFeedSubscription>(
      { query: ObligationFeedDocument.toString() },
      {
        next: ({ data }) => {
          if (!data) return this.fail();
          this.received.push(data.obligationFeed);
          show(data.obligationFeed);
          this.waiting.stir();
        },
        error: () => this.fail(),
        complete: () => undefined,
      },
    );
  }

  /** Resolves once a SOC's duty under a rule has been announced so. */
  async receives(kind: Announcement["kind"], code: string, rule: string): Promise<void> {
    const isThere = (): true | undefined => {
      if (this.fault) throw this.fault;
      const found = this.received.some(
        (one) => one.kind === kind && one.obligation.rule === rule && one.obligation.obligor?.code === code,
      );
      return found || undefined;
    };
    if (!(await this.waiting.until(isThere, PATIENCE)))
      throw new DemoError(`The clock did not announce ${rule} of ${code} as ${kind} within a minute.`);
  }

  async leave(): Promise<void> {
    await this.socket.dispose();
  }

  private fail(): void {
    this.fault = new DemoError("The feed of the clock broke off.");
    this.waiting.stir();
  }
}
