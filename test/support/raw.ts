import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** A connection below HTTP: bytes are sent as given and returned as received. */
export class RawConnection implements Disposable {
  private received = "";
  private isEnded = false;
  /** Whether what was sent could not be delivered because the other end had closed. */
  isReset = false;
  private wake: () => void = () => undefined;

  private constructor(private readonly socket: Socket) {
    socket.setEncoding("latin1");
    socket.on("data", (data: string) => {
      this.received += data;
      this.wake();
    });
    socket.on("error", () => (this.isReset = true));
    socket.on("close", () => {
      this.isEnded = true;
      this.wake();
    });
  }

  static async to(url: string): Promise<RawConnection> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, "connect");
    return new RawConnection(socket);
  }

  get answer(): string {
    return this.received;
  }

  get isClosed(): boolean {
    return this.isEnded;
  }

  send(bytes: string | Buffer): void {
    this.socket.write(bytes);
  }

  /** Announces that nothing more comes (FIN), and keeps reading. */
  finish(): void {
    this.socket.end();
  }

  /** Goes away without announcing the end (RST). */
  reset(): void {
    this.socket.resetAndDestroy();
  }

  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    this.socket.resume();
  }

  /** Everything received, as soon as `isEnough` says so or the connection has ended. */
  async until(isEnough: (answer: string) => boolean): Promise<string> {
    while (!this.isEnded && !isEnough(this.received)) await new Promise<void>((resolve) => (this.wake = resolve));
    return this.received;
  }

  /** Everything received until the gateway closed. */
  closed(): Promise<string> {
    return this.until(() => false);
  }

  /** `count` complete answers with a body of known length, or everything received by the end. */
  answers(count: number): Promise<string> {
    return this.until((text) => wholeAnswers(text) >= count);
  }

  [Symbol.dispose](): void {
    this.socket.destroy();
  }
}

/** How many complete answers a string contains: by their `content-length`, which every answer of the gateway has. */
export function wholeAnswers(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; count += 1) {
    const end = text.indexOf("\r\n\r\n", at);
    if (end < 0) break;
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(text.slice(at, end))?.[1] ?? 0);
    if (end + 4 + length > text.length) break;
    at = end + 4 + length;
  }
  return count;
}

/** The head of a request, with the fields that every one has. */
export function head(line: string, ...fields: readonly string[]): string {
  return [`${line} HTTP/1.1`, "host: gateway.test", ...fields, "", ""].join("\r\n");
}

/** The upgrade that a WebSocket client offers. */
export const WEBSOCKET = [
  "connection: Upgrade",
  "upgrade: websocket",
  "sec-websocket-version: 13",
  "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==",
  "sec-websocket-protocol: graphql-transport-ws",
] as const;
