import WebSocket from "ws";

interface Message {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

/** A client of graphql-transport-ws that sends what it is given, right or wrong. */
export class RawSocket implements Disposable {
  private readonly received: Message[] = [];
  private wake: () => void = () => undefined;
  /** How it was closed. */
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;

  private constructor(private readonly socket: WebSocket) {
    socket.on("error", () => undefined);
    socket.on("message", (data) => {
      this.received.push(JSON.parse((data as Buffer).toString()) as Message);
      this.wake();
    });
    this.closed = new Promise((resolve) =>
      socket.on("close", (code, reason) => {
        resolve({ code, reason: reason.toString() });
        this.wake();
      }),
    );
  }

  /** A socket that is authenticated, or closed. */
  static async open(url: string, token: string): Promise<RawSocket> {
    const socket = await RawSocket.mute(url);
    socket.send(JSON.stringify({ type: "connection_init", payload: { authorization: `Bearer ${token}` } }));
    await Promise.race([socket.take(({ type }) => type === "connection_ack", 1), socket.closed]);
    return socket;
  }

  /** A socket that has sent nothing yet, or is closed. */
  static async mute(url: string, headers: Readonly<Record<string, string>> = {}): Promise<RawSocket> {
    const ws = new WebSocket(`${url.replace(/^http/, "ws")}/graphql`, "graphql-transport-ws", { headers });
    const socket = new RawSocket(ws);
    await Promise.race([new Promise((resolve) => ws.once("open", resolve)), socket.closed]);
    return socket;
  }

  send(message: string | Buffer, binary = false): void {
    this.socket.send(message, { binary });
  }

  /** Resolves when everything sent has left for the network. */
  async flushed(): Promise<void> {
    await new Promise<void>((resolve) => this.socket.ping(undefined, undefined, () => resolve()));
  }

  subscribe(id: string, query: string, variables: object = {}): void {
    if (this.socket.readyState !== WebSocket.OPEN) return;
    this.send(JSON.stringify({ type: "subscribe", id, payload: { query, variables } }));
  }

  /** Subscribes from a cursor: without one a feed begins at some moment after the request, and nothing says which. */
  follow(id: string, query: string, after: string): void {
    this.subscribe(id, query.replace("incidentFeed", `incidentFeed(after: ${JSON.stringify(after)})`));
  }

  complete(id: string): void {
    this.send(JSON.stringify({ type: "complete", id }));
  }

  /** Sends an operation and returns the content of its first answer. */
  async asks(id: string, query: string): Promise<unknown> {
    this.subscribe(id, query);
    const [answer] = await this.take((message) => message.id === id && message.type !== "complete", 1);
    await this.take((message) => message.id === id && message.type === "complete", 1);
    return answer?.payload;
  }

  /** The next messages of a kind, up to `count`; earlier ones of other kinds stay queued. Fewer if the socket was closed. */
  async take(isWanted: (message: Message) => boolean, count: number): Promise<Message[]> {
    const taken: Message[] = [];
    while (taken.length < count) {
      const index = this.received.findIndex(isWanted);
      const [message] = index < 0 ? [] : this.received.splice(index, 1);
      if (message) taken.push(message);
      else if (this.socket.readyState === WebSocket.CLOSED) break;
      else await new Promise<void>((resolve) => (this.wake = resolve));
    }
    return taken;
  }

  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    this.socket.resume();
  }

  close(): void {
    this.socket.close();
  }

  [Symbol.dispose](): void {
    this.socket.terminate();
  }
}
