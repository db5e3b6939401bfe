import { createClient, type Client } from "graphql-ws";
import WebSocket from "ws";
import { NotificationFeedDocument, type NotificationFeedSubscription } from "../../schema/operations.generated.js";

/** A frame of `incidentFeed` as received on the socket. */
export interface Frame {
  readonly cursor: string;
  readonly kind: string;
  readonly at: string;
  readonly incident: { readonly id: string; readonly number: string; readonly severity: string | null };
}

/** A frame of `notificationFeed`. */
export type NotificationFrame = NotificationFeedSubscription["notificationFeed"];

/** A frame of `obligationFeed`. */
export interface ObligationFrame {
  readonly cursor: string;
  readonly kind: string;
  readonly at: string;
  readonly obligation: {
    readonly id: string;
    readonly rule: string;
    readonly dueAt: string;
    readonly standing: string;
    readonly latenessSeconds: number;
  };
}

const DUTIES = `subscription Duties($after: FeedCursor, $filter: ObligationFeedFilter) {
  obligationFeed(after: $after, filter: $filter) { cursor kind at obligation { id rule dueAt standing latenessSeconds } }
}`;

/** What a frame is about, or the acceptance of the act that caused it. */
interface About {
  readonly incident?: { readonly id: string } | null;
  readonly notification?: { readonly id: string } | null;
}

type Received<Seen> =
  { readonly frame: Seen } | { readonly error: unknown } | { readonly closed: { code: number; reason: string } };

/** The options of a watch. `also` is selected of the incident in addition to the usual fields. */
export interface WatchOptions {
  readonly after?: string;
  readonly filter?: object;
  readonly also?: string;
}

const feed = (also: string): string => `subscription Feed($after: FeedCursor, $filter: IncidentFeedFilter) {
  incidentFeed(after: $after, filter: $filter) { cursor kind at incident { id number severity ${also} } }
}`;

/** One subscriber of a feed, through the public client of graphql-ws. */
export class Watch<Seen extends Frame | NotificationFrame | ObligationFrame = Frame> {
  private readonly received: Received<Seen>[] = [];
  private waiting: (() => void) | null = null;
  private socket: WebSocket | null = null;
  /** The cursor of the last frame taken. */
  cursor: string | undefined;

  private constructor(private readonly client: Client) {}

  /** Follows `incidentFeed`; resolves once the gateway does. */
  static open(url: string, token: string, language: string, options: WatchOptions): Promise<Watch> {
    const { also = "", ...variables } = options;
    return Watch.follow<Frame>(url, token, language, { query: feed(also), variables });
  }

  /** Follows `notificationFeed`. */
  static notifications(
    url: string,
    token: string,
    language: string,
    variables: { readonly after?: string },
  ): Promise<Watch<NotificationFrame>> {
    return Watch.follow<NotificationFrame>(url, token, language, {
      query: NotificationFeedDocument.toString(),
      variables,
    });
  }

  /** Follows `obligationFeed`. */
  static obligations(
    url: string,
    token: string,
    language: string,
    variables: { readonly after?: string; readonly filter?: object },
  ): Promise<Watch<ObligationFrame>> {
    return Watch.follow<ObligationFrame>(url, token, language, { query: DUTIES, variables });
  }

  private static async follow<Seen extends Frame | NotificationFrame | ObligationFrame>(
    url: string,
    token: string,
    language: string,
    { query, variables }: { readonly query: string; readonly variables: { readonly after?: string } },
  ): Promise<Watch<Seen>> {
    let connected: (socket: WebSocket) => void = () => undefined;
    const opened = new Promise<WebSocket>((resolve) => (connected = resolve));
    const client = createClient({
      url: `${url.replace(/^http/, "ws")}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { ...(token ? { authorization: `Bearer ${token}` } : {}), acceptLanguage: language },
      lazy: false,
      retryAttempts: 0,
      onNonLazyError: () => undefined,
      on: { connected: (socket) => connected(socket as WebSocket), closed: (event) => watch.receive(closedBy(event)) },
    });
    const watch = new Watch<Seen>(client);
    const socket = await Promise.race([opened, watch.refused()]);
    if (!socket) return watch;
    watch.socket = socket;
    // Without a cursor a feed begins at some moment after the request, and nothing says which: so a watch begins at this one.
    const after = variables.after ?? (await headOf(client));
    client.subscribe<Record<string, Seen>>(
      { query, variables: { ...variables, after } },
      {
        next: ({ data, errors }) => {
          const frame = Object.values(data ?? {})[0];
          watch.receive(frame && !errors ? { frame } : { error: errors });
        },
        error: (error) => watch.receive({ error }),
        complete: () => undefined,
      },
    );
    // Waits for the answer to a later query: by then the subscription has been received, and usually started.
    await new Promise<void>((resolve) =>
      client.subscribe(
        { query: "{ __typename }" },
        { next: () => undefined, error: () => resolve(), complete: resolve },
      ),
    );
    return watch;
  }

  /** The next frame; anything else fails the test. */
  async next(): Promise<Seen> {
    const received = await this.nextReceived();
    if (!("frame" in received)) throw new Error(`no frame but ${JSON.stringify(received)}`);
    this.cursor = received.frame.cursor;
    return received.frame;
  }

  async take(count: number): Promise<Seen[]> {
    const frames: Seen[] = [];
    while (frames.length < count) frames.push(await this.next());
    return frames;
  }

  /**
   * Asserts that nothing came before what `marker` causes. The feed is totally ordered: anything on its way would have come
   * first.
   */
  async staysQuiet(marker: () => Promise<About>): Promise<void> {
    const { incident, notification } = await marker();
    const frame = await this.next();
    const isMarker =
      ("incident" in frame && frame.incident.id === incident?.id) ||
      ("notification" in frame && frame.notification.id === notification?.id);
    if (!isMarker) throw new Error(`not quiet: ${JSON.stringify(frame)}`);
  }

  /** The next message that is not a frame: an error of the subscription, or the closing of the socket. */
  async end(): Promise<Exclude<Received<Seen>, { readonly frame: Seen }>> {
    const received = await this.nextReceived();
    if ("frame" in received) throw new Error(`a frame: ${JSON.stringify(received.frame)}`);
    return received;
  }

  /** How the socket was closed, whatever came before. */
  async closed(): Promise<{ readonly code: number; readonly reason: string }> {
    for (;;) {
      const received = await this.nextReceived();
      if ("closed" in received) return received.closed;
    }
  }

  /** Stops reading from the network until `resume`. */
  stall(): void {
    this.socket?.pause();
  }

  resume(): void {
    this.socket?.resume();
  }

  /** Like pulling the cable, without a close. */
  drop(): void {
    this.socket?.terminate();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.drop();
    await this.client.dispose();
  }

  private receive(received: Received<Seen>): void {
    this.received.push(received);
    this.waiting?.();
  }

  private async nextReceived(): Promise<Received<Seen>> {
    for (;;) {
      const received = this.received.shift();
      if (received) return received;
      await new Promise<void>((resolve) => (this.waiting = resolve));
    }
  }

  private async refused(): Promise<null> {
    while (this.received.length === 0) await new Promise<void>((resolve) => (this.waiting = resolve));
    return null;
  }
}

/** The current head of the feeds; undefined for a caller that may read nothing. */
function headOf(client: Client): Promise<string | undefined> {
  return new Promise((resolve) =>
    client.subscribe<{ incidents: { feedCursor: string } }>(
      { query: "{ incidents(first: 0) { feedCursor } }" },
      {
        next: ({ data }) => resolve(data?.incidents.feedCursor),
        error: () => resolve(undefined),
        complete: () => resolve(undefined),
      },
    ),
  );
}

function closedBy(event: unknown): { readonly closed: { code: number; reason: string } } {
  const { code, reason } = event as { code: number; reason: string };
  return { closed: { code, reason } };
}
