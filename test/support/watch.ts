import { createClient, type Client } from "graphql-ws";
import WebSocket from "ws";

/** A frame as it came over the socket. */
export interface Frame {
  readonly cursor: string;
  readonly kind: string;
  readonly at: string;
  readonly incident: { readonly id: string; readonly number: string; readonly severity: string | null };
}

type Heard =
  { readonly frame: Frame } | { readonly error: unknown } | { readonly closed: { code: number; reason: string } };

/** What a watch asks for. `also` is selected of the incident beside what a frame has. */
export interface WatchOptions {
  readonly after?: string;
  readonly filter?: object;
  readonly also?: string;
}

const feed = (also: string): string => `subscription Feed($after: FeedCursor, $filter: IncidentFeedFilter) {
  incidentFeed(after: $after, filter: $filter) { cursor kind at incident { id number severity ${also} } }
}`;

/** One subscriber of `incidentFeed`, through the public client of graphql-ws. */
export class Watch {
  private readonly heard: Heard[] = [];
  private waiting: (() => void) | null = null;
  private socket: WebSocket | null = null;
  /** The cursor of the last frame taken. */
  cursor: string | undefined;

  private constructor(private readonly client: Client) {}

  /** Resolves once the subscription is followed by the gateway. */
  static async open(
    url: string,
    token: string,
    language: string,
    { also = "", ...variables }: WatchOptions,
  ): Promise<Watch> {
    let connected: (socket: WebSocket) => void = () => undefined;
    const opened = new Promise<WebSocket>((resolve) => (connected = resolve));
    const client = createClient({
      url: `${url.replace(/^http/, "ws")}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { ...(token ? { authorization: `Bearer ${token}` } : {}), acceptLanguage: language },
      lazy: false,
      retryAttempts: 0,
      onNonLazyError: () => undefined,
      on: { connected: (socket) => connected(socket as WebSocket), closed: (event) => watch.hear(closedBy(event)) },
    });
    const watch = new Watch(client);
    const socket = await Promise.race([opened, watch.refused()]);
    if (!socket) return watch;
    watch.socket = socket;
    client.subscribe<{ incidentFeed: Frame }>(
      { query: feed(also), variables: { ...variables } },
      {
        next: ({ data, errors }) => watch.hear(data && !errors ? { frame: data.incidentFeed } : { error: errors }),
        error: (error) => watch.hear({ error }),
        complete: () => undefined,
      },
    );
    // Messages of one socket are taken in order: an answered query means that the subscription before it has begun.
    await new Promise<void>((resolve) =>
      client.subscribe(
        { query: "{ __typename }" },
        { next: () => undefined, error: () => resolve(), complete: resolve },
      ),
    );
    return watch;
  }

  /** The next frame; anything else fails the test. */
  async next(): Promise<Frame> {
    const heard = await this.nextHeard();
    if (!("frame" in heard)) throw new Error(`no frame but ${JSON.stringify(heard)}`);
    this.cursor = heard.frame.cursor;
    return heard.frame;
  }

  async take(count: number): Promise<Frame[]> {
    const frames: Frame[] = [];
    while (frames.length < count) frames.push(await this.next());
    return frames;
  }

  /**
   * Nothing came before what `marker` brings about. The order of the feed is total: had anything been on its way, it would
   * have come first.
   */
  async staysQuiet(marker: () => Promise<{ readonly incident: { readonly id: string } }>): Promise<void> {
    const { incident } = await marker();
    const frame = await this.next();
    if (frame.incident.id !== incident.id) throw new Error(`not quiet: ${JSON.stringify(frame)}`);
  }

  /** The next thing that is no frame: an error of the subscription, or that the socket was closed. */
  async end(): Promise<Exclude<Heard, { readonly frame: Frame }>> {
    const heard = await this.nextHeard();
    if ("frame" in heard) throw new Error(`a frame: ${JSON.stringify(heard.frame)}`);
    return heard;
  }

  /** How the socket was closed, whatever came before. */
  async closed(): Promise<{ readonly code: number; readonly reason: string }> {
    for (;;) {
      const heard = await this.nextHeard();
      if ("closed" in heard) return heard.closed;
    }
  }

  /** Stops reading from the network, and goes on. */
  stall(): void {
    this.socket?.pause();
  }

  resume(): void {
    this.socket?.resume();
  }

  /** The cable, not a polite close. */
  drop(): void {
    this.socket?.terminate();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.drop();
    await this.client.dispose();
  }

  private hear(heard: Heard): void {
    this.heard.push(heard);
    this.waiting?.();
  }

  private async nextHeard(): Promise<Heard> {
    for (;;) {
      const heard = this.heard.shift();
      if (heard) return heard;
      await new Promise<void>((resolve) => (this.waiting = resolve));
    }
  }

  private async refused(): Promise<null> {
    while (this.heard.length === 0) await new Promise<void>((resolve) => (this.waiting = resolve));
    return null;
  }
}

function closedBy(event: unknown): Heard {
  const { code, reason } = event as { code: number; reason: string };
  return { closed: { code, reason } };
}
