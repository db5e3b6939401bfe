import { print } from "graphql";
import { createClient, type Client } from "graphql-ws";
import { WebSocket } from "ws";
import {
  IncidentFeedDocument,
  IncidentsDocument,
  type IncidentFactKind,
  type IncidentFeedSubscription,
  type IncidentFeedSubscriptionVariables,
  type IncidentRowFragment,
} from "../../schema/operations.generated.js";
import { DemoError, type GatewayClient } from "./client.js";

/** Milliseconds in which a fact must be on the centre's screen. */
const PATIENCE = 10_000;

/** A frame of the feed, and how long after the gateway received the submission it was here. */
export interface Arrival {
  readonly frame: IncidentFeedSubscription["incidentFeed"];
  readonly latency: number;
}

/** The national centre at its screen. */
export class Centre {
  readonly latencies: number[] = [];
  private readonly arrived = new Set<string>();
  private wake: () => void = () => undefined;
  private fault: DemoError | null = null;
  private readonly socket: Client;

  constructor(
    private readonly client: GatewayClient,
    private readonly show: (arrival: Arrival) => void,
  ) {
    this.socket = createClient({
      url: `${client.address.replace(/^http/, "ws")}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${client.token}`, acceptLanguage: client.language },
    });
  }

  /** Follows the feed from now on: the list's cursor leaves no gap before the subscription stands. */
  async watch(): Promise<void> {
    const { incidents } = await this.client.ask(IncidentsDocument, { first: 0 });
    const variables: IncidentFeedSubscriptionVariables = { after: incidents.feedCursor };
    this.socket.subscribe<IncidentFeedSubscription>(
      { query: print(IncidentFeedDocument), variables },
      {
        next: ({ data, errors }) => {
          if (data) this.take(data.incidentFeed);
          else this.fail(errors?.[0]?.message ?? "an empty frame");
        },
        error: (error) => this.fail(Array.isArray(error) ? String(error[0]?.message) : "the socket closed"),
        complete: () => undefined,
      },
    );
  }

  /** Resolves once this fact of this incident has been on the screen. */
  async hears(number: string, kind: IncidentFactKind): Promise<void> {
    const deadline = Date.now() + PATIENCE;
    while (!this.arrived.has(`${number} ${kind}`)) {
      if (this.fault) throw this.fault;
      const left = deadline - Date.now();
      if (left <= 0) throw new DemoError(`The centre's feed did not bring ${kind} of ${number} within 10 seconds.`);
      await new Promise<void>((resolve) => {
        const alarm = setTimeout(resolve, left);
        this.wake = () => {
          clearTimeout(alarm);
          resolve();
        };
      });
    }
  }

  /** The incidents whose first word came at `from` or later, the earliest first. */
  async incidentsSince(from: Date): Promise<readonly IncidentRowFragment[]> {
    const filter = { received: { from: from.toISOString() } };
    const { incidents } = await this.client.ask(IncidentsDocument, { filter, orderBy: "OLDEST_FIRST", first: 100 });
    return incidents.nodes;
  }

  /** Leaves the feed. */
  async leave(): Promise<void> {
    await this.socket.dispose();
  }

  private take(frame: Arrival["frame"]): void {
    const latency = Date.now() - Date.parse(frame.at);
    this.latencies.push(latency);
    this.arrived.add(`${frame.incident.number} ${frame.kind}`);
    this.show({ frame, latency });
    this.wake();
  }

  private fail(reason: string): void {
    this.fault = new DemoError(`The centre's feed broke off: ${reason}`);
    this.wake();
  }
}
