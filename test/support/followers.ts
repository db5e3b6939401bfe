import { createClient, type Client as FeedClient } from "graphql-ws";
import WebSocket from "ws";
import { toFeedCursor } from "../../src/journal/live-feed.js";
import { type GatewayProcess, readiness } from "./process.js";
import { eventually } from "./eventually.js";
import type { Chain, Kind } from "./chains.js";

/** A frame as the follower keeps it. */
interface Frame {
  readonly cursor: string;
  readonly kind: Kind;
  readonly incident: { readonly number: string };
}

/** How many frames a follower goes back on every other resumption, like one that had not saved its cursor yet. */
const GOES_BACK = 5;

/**
 * A subscriber as docs/feed.md describes it, through the public client of graphql-ws: it reconnects after any end of its feed,
 * resumes after the last frame or a little before it, and drops duplicates.
 */
export class Follower implements AsyncDisposable {
  /** Each frame once, in order of first arrival. */
  readonly frames: Frame[] = [];
  /** Frames dropped as duplicates. */
  repeats = 0;
  /** Why its feed ended, except for lost connections. */
  readonly ends: unknown[] = [];
  private readonly seen = new Set<string>();
  private readonly waiting = new Set<() => void>();
  private readonly client: FeedClient;
  private isOver = false;

  private constructor(
    private readonly gateway: () => Promise<GatewayProcess>,
    token: string,
    private readonly start: string,
  ) {
    this.client = createClient({
      url: async () => `${(await gateway()).url.replace(/^http/, "ws")}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
      retryAttempts: Infinity,
      shouldRetry: () => !this.isOver,
      retryWait: () => this.isServed(),
    });
    void this.follow();
  }

  /** Follows from the cursor of a list that it reads first. */
  static async watch(gateway: () => Promise<GatewayProcess>, token: string): Promise<Follower> {
    const { data } = await (await gateway()).asks(token, "{ incidents(first: 1) { feedCursor } }");
    return new Follower(gateway, token, (data as { incidents: { feedCursor: string } }).incidents.feedCursor);
  }

  /** Resolves once it has received the fact at this position. Nothing earlier can arrive after it. */
  async reaches(position: number): Promise<void> {
    while (!this.seen.has(toFeedCursor(position))) await new Promise<void>((resolve) => this.waiting.add(resolve));
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.isOver = true;
    this.client.terminate();
    return Promise.resolve();
  }

  private async follow(): Promise<void> {
    const query = `subscription ($after: FeedCursor) {
      incidentFeed(after: $after) { cursor kind incident { number soc { code } obligations { standing } } } }`;
    let resumptions = 0;
    // Called for each subscription, also when the client repeats it by itself.
    const cursor = (): string => {
      resumptions += 1;
      return this.frames.at(resumptions % 2 === 0 ? -1 : -1 - GOES_BACK)?.cursor ?? this.start;
    };
    const variables = {
      get after() {
        return cursor();
      },
    };
    while (!this.isOver) {
      try {
        for await (const { data, errors } of this.client.iterate<{ incidentFeed: Frame }>({ query, variables })) {
          if (errors || !data) throw errors;
          this.take(data.incidentFeed);
        }
      } catch (error) {
        if (this.isOver) return;
        this.ends.push(error);
        await this.isServed();
      }
    }
  }

  private take(frame: Frame): void {
    if (this.seen.has(frame.cursor)) {
      this.repeats += 1;
      return;
    }
    this.seen.add(frame.cursor);
    this.frames.push(frame);
    for (const wake of this.waiting) wake();
    this.waiting.clear();
  }

  private async isServed(): Promise<void> {
    await eventually(async () => this.isOver || (await readiness(await this.gateway())) === 200);
  }
}

/** What must have reached a follower that watched from before the first step: every receipt's fact, once, in order. */
export function expectedFrames(chains: readonly Chain[]): Frame[] {
  return chains
    .flatMap(({ receipts, kinds, incident }) =>
      kinds.flatMap((kind, step) => {
        const receipt = receipts[step];
        return receipt && incident ? [{ kind, incident: { number: incident.number }, position: receipt.position }] : [];
      }),
    )
    .sort((one, other) => one.position - other.position)
    .map(({ position, ...frame }) => ({ cursor: toFeedCursor(position), ...frame }));
}

/** The kinds of fact about each incident, in order of arrival. */
export function storyOfEach(frames: readonly Frame[]): Record<string, Kind[]> {
  const stories: Record<string, Kind[]> = {};
  for (const { kind, incident } of frames) (stories[incident.number] ??= []).push(kind);
  return stories;
}
