import type { GatewayClient } from "../client/index.js";
import { ObligationFeedDocument, type ObligationFeedSubscription } from "../schema/operations.generated.js";
import { DemoError } from "./answers.js";
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
  private readonly leaving = new AbortController();

  constructor(
    private readonly client: GatewayClient,
    private readonly show: (announcement: Announcement) => void,
  ) {
    void this.follow();
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
    this.leaving.abort();
    await this.client.close();
  }

  private async follow(): Promise<void> {
    try {
      for await (const { frame, error } of this.client.follow(
        ObligationFeedDocument,
        {},
        { signal: this.leaving.signal },
      )) {
        if (error) throw error;
        this.received.push(frame);
        this.show(frame);
        this.waiting.stir();
      }
    } catch (error) {
      this.fail(error instanceof Error ? error.message : String(error));
    }
  }

  private fail(reason: string): void {
    this.fault = new DemoError(`The feed of the clock broke off: ${reason}`);
    this.waiting.stir();
  }
}
