import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { answerJobs } from "../processes.ts";

/**
 * Thousands of followers of a feed in one process. They speak graphql-transport-ws over sockets of `node:net` and count frames
 * instead of reading them: a client that parsed them would be the slower side, and be measured in place of the server.
 */

export type SocketsJob =
  | { readonly open: { readonly url: string; readonly count: number; readonly tokens: readonly string[] } }
  /** What has come since the last time, once every socket has so many frames or nothing has come for so many seconds. */
  | { readonly collect: number; readonly patience: number };

export interface Came {
  readonly frames: number;
  /** For each fact, when the last socket had its frame, by the machine's clock in milliseconds. */
  readonly last: readonly number[];
  /** The last message of the last socket. */
  readonly sample: string;
  /** Sockets that were closed. */
  readonly closed: number;
}

const FEED = `subscription { incidentFeed { cursor kind at
  incident { number severity soc { code } obligations { rule dueAt standing } } } }`;

/** Sockets that are opened at once. */
const AT_ONCE = 50;

/** One buffer for all: what is read is gone through before anything else is read. */
const shared = Buffer.allocUnsafe(262_144);
let last: number[] = [];
let frames = 0;
let closed = 0;
let sample = "";
const followers: Follower[] = [];

class Follower {
  /** Frames since they were last collected. */
  count = 0;
  private rest: Buffer | null = null;
  private isUpgraded = false;
  private hasBegun = false;
  private readonly socket: Socket;
  private resolve: () => void = () => undefined;
  readonly begun = new Promise<void>((resolve) => (this.resolve = resolve));

  private readonly token: string;

  constructor(url: URL, token: string) {
    this.token = token;
    this.socket = connect({
      host: url.hostname,
      port: Number(url.port),
      onread: { buffer: shared, callback: (size) => (this.read(shared.subarray(0, size)), true) },
    });
    this.socket.on("close", () => (closed += 1));
    this.socket.on("error", (error) => console.error(error.message));
    this.socket.write(
      `GET /graphql HTTP/1.1\r\nHost: ${url.host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n` +
        `Sec-WebSocket-Key: ${Buffer.alloc(16).toString("base64")}\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n`,
    );
  }

  private read(chunk: Buffer): void {
    const data = this.rest ? Buffer.concat([this.rest, chunk]) : chunk;
    let at = this.isUpgraded ? 0 : this.upgraded(data);
    while (this.isUpgraded && at + 2 <= data.length) {
      const short = (data[at + 1] ?? 0) & 0x7f;
      const header = short === 127 ? 10 : short === 126 ? 4 : 2;
      if (at + header > data.length) break;
      const length =
        short === 127 ? Number(data.readBigUInt64BE(at + 2)) : short === 126 ? data.readUInt16BE(at + 2) : short;
      if (at + header + length > data.length) break;
      this.take(data[at] ?? 0, data, at + header, at + header + length);
      at += header + length;
    }
    this.rest = at < data.length ? Buffer.from(data.subarray(at)) : null;
  }

  /** Where the answer to the upgrade ends; 0 if it has not come yet. */
  private upgraded(data: Buffer): number {
    const end = data.indexOf("\r\n\r\n");
    if (end < 0) return 0;
    if (!data.subarray(0, end).toString("latin1").startsWith("HTTP/1.1 101"))
      throw new Error(data.subarray(0, end).toString("latin1"));
    this.isUpgraded = true;
    this.send({ type: "connection_init", payload: { authorization: `Bearer ${this.token}` } });
    return end + 4;
  }

  private take(first: number, data: Buffer, from: number, to: number): void {
    const opcode = first & 0x0f;
    if (opcode === 0x9) this.write(0x8a, data.subarray(from, to));
    if (opcode > 0x7 || (first & 0x80) === 0) return;
    if (this.hasBegun) {
      last[this.count] = performance.timeOrigin + performance.now();
      this.count += 1;
      frames += 1;
      if (this === followers.at(-1)) sample = data.toString("utf8", from, to);
      return;
    }
    const { type, id } = JSON.parse(data.toString("utf8", from, to)) as { type: string; id?: string };
    if (type === "connection_ack") {
      this.send({ type: "subscribe", id: crypto.randomUUID(), payload: { query: FEED } });
      this.send({ type: "subscribe", id: "begun", payload: { query: "{ __typename }" } });
    } else if (type === "complete" && id === "begun") {
      this.hasBegun = true;
      this.resolve();
    } else if (type === "error") throw new Error(data.toString("utf8", from, to));
  }

  private send(message: object): void {
    this.write(0x81, Buffer.from(JSON.stringify(message)));
  }

  /** A frame under the mask of zeros, which changes nothing. */
  private write(first: number, payload: Buffer): void {
    const { length } = payload;
    const header =
      length < 126 ? Buffer.from([first, 0x80 | length]) : Buffer.from([first, 0xfe, length >> 8, length & 0xff]);
    this.socket.write(Buffer.concat([header, Buffer.alloc(4), payload]));
  }
}

async function open(url: string, count: number, tokens: readonly string[]): Promise<void> {
  for (let opened = 0; opened < count; opened += AT_ONCE) {
    const some = Array.from(
      { length: Math.min(AT_ONCE, count - opened) },
      (_, index) => new Follower(new URL(url), tokens[index % tokens.length] as string),
    );
    followers.push(...some);
    await Promise.all(some.map((follower) => follower.begun));
  }
}

answerJobs<SocketsJob, Came>(async (job) => {
  if ("open" in job) await open(job.open.url, job.open.count, job.open.tokens);
  else {
    const expected = job.collect * followers.length;
    let seen = -1;
    for (let quiet = 0; frames < expected && quiet < job.patience * 10; quiet += 1) {
      if (frames !== seen) quiet = 0;
      seen = frames;
      await pause(100);
    }
    // What is too much would come now.
    await pause(200);
  }
  const came = { frames, last, sample, closed };
  frames = 0;
  last = [];
  for (const follower of followers) follower.count = 0;
  return came;
});
