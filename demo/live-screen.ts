import type { FeedVariables, GatewayClient } from "../client/index.js";
import {
  IncidentFeedDocument,
  IncidentsDocument,
  NotificationFeedDocument,
  type IncidentFactKind,
  type IncidentFeedSubscription,
  type NotificationFactKind,
  type NotificationFeedSubscription,
  type TypedDocumentString,
} from "../schema/operations.generated.js";
import { DemoError } from "./answers.js";
import { Waiting } from "./waiting.js";

/** Milliseconds in which a fact must be on the screen. */
const PATIENCE = 10_000;

export type Frame = IncidentFeedSubscription["incidentFeed"] | NotificationFeedSubscription["notificationFeed"];

/** A frame of a feed on somebody's screen, and how long after the gateway received the submission it was here. */
export interface Arrival {
  readonly who: string;
  readonly frame: Frame;
  readonly latency: number;
}

/** A fact that is waited for: of an incident, or of a notification and its recipient `soc`. */
export interface Expected {
  readonly number: string;
  readonly kind: IncidentFactKind | NotificationFactKind;
  readonly soc?: string;
}

/** What somebody sees live: `incidentFeed` and `notificationFeed` over one socket. */
export class LiveScreen {
  readonly latencies: number[] = [];
  private readonly arrived = new Set<string>();
  private readonly waiting = new Waiting();
  private fault: DemoError | null = null;
  private readonly leaving = new AbortController();

  /** `heeds` says which facts are looked at on this screen. */
  constructor(
    private readonly who: string,
    private readonly client: GatewayClient,
    private readonly heeds: (frame: Frame) => boolean,
    private readonly show: (arrival: Arrival) => void,
  ) {}

  /** Follows both feeds from now on: the list's cursor leaves no gap before the subscriptions stand. */
  async watch(): Promise<void> {
    const { incidents } = await this.client.ask(IncidentsDocument, { first: 0 });
    const after = incidents.feedCursor;
    void this.follow(IncidentFeedDocument, after);
    void this.follow(NotificationFeedDocument, after);
  }

  /** Resolves once this fact has been on the screen. */
  async receives(fact: Expected): Promise<void> {
    const hasArrived = (): true | undefined => {
      if (this.fault) throw this.fault;
      return this.arrived.has(keyOf(fact)) || undefined;
    };
    if (!(await this.waiting.until(hasArrived, PATIENCE)))
      throw new DemoError(`The feed of ${this.who} did not bring ${fact.kind} of ${fact.number} within 10 seconds.`);
  }

  /** Leaves the feeds. */
  async leave(): Promise<void> {
    this.leaving.abort();
    await this.client.close();
  }

  private async follow(
    document: TypedDocumentString<Readonly<Record<string, Frame>>, FeedVariables>,
    after: string,
  ): Promise<void> {
    try {
      for await (const { frame, error } of this.client.follow(document, { after }, { signal: this.leaving.signal })) {
        if (error) throw error;
        this.take(frame);
      }
    } catch (error) {
      this.fail(error instanceof Error ? error.message : String(error));
    }
  }

  private take(frame: Frame): void {
    if (!this.heeds(frame)) return;
    const latency = Date.now() - Date.parse(frame.at);
    this.latencies.push(latency);
    this.show({ who: this.who, frame, latency });
    this.arrived.add(keyOf(factOf(frame)));
    this.waiting.stir();
  }

  private fail(reason: string): void {
    this.fault = new DemoError(`The feed of ${this.who} broke off: ${reason}`);
    this.waiting.stir();
  }
}

function factOf(frame: Frame): Expected {
  if ("incident" in frame) return { number: frame.incident.number, kind: frame.kind };
  return { number: frame.notification.number, kind: frame.kind, soc: frame.recipient.soc?.code ?? "?" };
}

function keyOf({ number, kind, soc = "" }: Expected): string {
  return `${number} ${kind} ${soc}`;
}
