import WebSocket from "ws";
import { fromFeedCursor, toFeedCursor } from "../../src/journal/live-feed.js";
import type { Language, Person } from "./person.js";

/** What a client asks of the feed. */
export interface Asked {
  readonly query: string;
  readonly kinds?: readonly string[];
}

interface Message {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

/** The content of a `next` message: a frame, or that it is too large. */
interface Payload {
  readonly data?: { readonly incidentFeed: { readonly cursor: string; readonly incident: { readonly id: string } } };
  readonly errors?: readonly { readonly message: string }[];
  readonly extensions?: { readonly cursor?: string };
}

/** How many frames a client goes back on every other resumption, like one that had not saved its cursor yet. */
const GOES_BACK = 3;
/** How a client is told that it may not read any more, by its language. */
const FORBIDDEN: Readonly<Record<string, RegExp>> = { en: /[a-z]/, kk: /[әғқңөұүһі]/ };

/**
 * A client that follows the incident feed with its own socket, checks what it receives, and comes back after every end that is not
 * its own doing, until it is stopped.
 */
export class RoomClient {
  /** The positions of the facts that it was told, each once. */
  readonly told: number[] = [];
  /** What must not happen. */
  readonly faults: string[] = [];
  /** Messages about frames that were too large, and about rights. */
  readonly words: string[] = [];
  /** Close codes of its sockets. */
  readonly closed: number[] = [];
  private socket: WebSocket | null = null;
  private id = 0;
  private resumptions = 0;
  private last = 0;
  private isKnown = false;
  private isBarred = false;
  private readonly waiting = new Set<() => void>();

  constructor(
    readonly name: string,
    public person: Person,
    readonly language: Language,
    readonly asked: Asked,
    /** The position that it begins after. */
    readonly start: number,
  ) {
    this.connect();
  }

  /** Like pulling the cable. */
  drop(): void {
    this.socket?.terminate();
  }

  /** Ends its subscription and begins another on the same socket. */
  begins(): void {
    if (this.socket?.readyState !== WebSocket.OPEN || !this.isKnown) return;
    this.socket.send(JSON.stringify({ type: "complete", id: String(this.id) }));
    this.subscribe(this.socket);
  }

  stall(): void {
    this.socket?.pause();
  }

  goesOn(): void {
    this.socket?.resume();
  }

  /** From here on it may receive nothing that comes after a position; it comes back when told to. */
  bar(): void {
    this.isBarred = true;
  }

  /** What it received although it was barred from a position on. */
  expectNothingAfter(position: number): void {
    const late = this.told.filter((one) => one > position);
    if (late.length > 0) this.faults.push(`told ${late.join()} after ${position}, where it had lost the right`);
  }

  /** It has the right again, or another token. */
  admit(person: Person = this.person): void {
    this.isBarred = false;
    this.person = person;
    this.drop();
    if (!this.socket || this.socket.readyState === WebSocket.CLOSED) this.connect();
  }

  /** Resolves once it has been told of this position, or something has gone wrong. */
  async reaches(position: number): Promise<void> {
    while ((this.told.at(-1) ?? 0) < position && this.faults.length === 0)
      await new Promise<void>((resolve) => this.waiting.add(resolve));
  }

  stop(): void {
    this.isBarred = true;
    this.drop();
  }

  private connect(): void {
    const url = `${this.person.world.url.replace(/^http/, "ws")}/graphql`;
    const socket = new WebSocket(url, "graphql-transport-ws");
    this.socket = socket;
    this.isKnown = false;
    socket.on("error", () => undefined);
    socket.on("open", () => {
      const payload = { authorization: `Bearer ${this.person.token}`, acceptLanguage: this.language };
      socket.send(JSON.stringify({ type: "connection_init", payload }));
    });
    socket.on("message", (data) => this.take(socket, JSON.parse((data as Buffer).toString()) as Message));
    socket.on("close", (code) => {
      this.closed.push(code);
      if (this.socket === socket && !this.isBarred) this.connect();
    });
  }

  private subscribe(socket: WebSocket): void {
    this.id += 1;
    this.resumptions += 1;
    const after = this.told.at(this.resumptions % 2 === 0 ? -1 : -1 - GOES_BACK) ?? this.start;
    this.last = after;
    const variables = { after: toFeedCursor(after), filter: this.asked.kinds ? { kinds: this.asked.kinds } : null };
    const payload = { query: this.asked.query, variables };
    socket.send(JSON.stringify({ type: "subscribe", id: String(this.id), payload }));
  }

  private take(socket: WebSocket, { type, id, payload }: Message): void {
    if (type === "connection_ack") {
      this.isKnown = true;
      this.subscribe(socket);
    }
    // What was on its way when a subscription was completed.
    if (id !== String(this.id)) return;
    if (type === "error") {
      const [error] = payload as { message: string; extensions: { code: string } }[];
      if (error?.extensions.code !== "FORBIDDEN" || !FORBIDDEN[this.language]?.test(error.message))
        this.faults.push(`an error: ${JSON.stringify(payload)}`);
    } else if (type === "next") this.hear(payload as Payload);
    for (const wake of this.waiting) wake();
    this.waiting.clear();
  }

  private hear({ data, errors, extensions }: Payload): void {
    const position = fromFeedCursor(data?.incidentFeed.cursor ?? extensions?.cursor ?? "");
    if (errors?.[0]) this.words.push(errors[0].message);
    if (position <= this.last) this.faults.push(`${position} after ${this.last}`);
    this.last = position;
    if (position > (this.told.at(-1) ?? this.start)) this.told.push(position);
    else if (!this.told.includes(position)) this.faults.push(`${position}, which it had passed over`);
  }
}
