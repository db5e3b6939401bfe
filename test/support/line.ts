import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** A network line between a client and a gateway, which can be cut, can fall silent, and can lose answers. */
export class Line implements AsyncDisposable {
  private readonly open = new Set<Socket>();
  private answersToLose = 0;
  private isSilent = false;
  private readonly instead: string[] = [];

  private constructor(
    private readonly server: Server,
    readonly address: string,
    private target: URL,
  ) {}

  static async to(address: string): Promise<Line> {
    const server = createServer((near) =>
      line.carry(near, connect(Number(line.target.port), line.target.hostname), line.isSilent),
    );
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const line = new Line(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`, new URL(address));
    return line;
  }

  /** Ends every connection without a word. */
  cut(): void {
    for (const socket of this.open) socket.destroy();
  }

  /** Loses everything in both directions from now on, and ends nothing; connections that are made later are as silent. */
  fallsSilent(): void {
    this.isSilent = true;
  }

  /** Carries new connections again, to this gateway. */
  leadsTo(address: string): void {
    this.target = new URL(address);
    this.isSilent = false;
  }

  /** Ends the next `count` connections on which the gateway answers, before any byte of the answer has passed. */
  losesAnswers(count: number): void {
    this.answersToLose = count;
  }

  /** Says this on the next connection on which the gateway answers, in place of the answer. */
  saysInstead(...answers: readonly string[]): void {
    this.instead.push(...answers);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.server.listening) return;
    this.server.close();
    this.cut();
    await once(this.server, "close");
  }

  private carry(near: Socket, far: Socket, isLost: boolean): void {
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.open.add(one);
      one.on("error", () => undefined);
      one.once("close", () => {
        this.open.delete(one);
        other.destroy();
      });
    }
    const isHeard = (): boolean => !isLost && !this.isSilent;
    near.on("data", (asked) => {
      if (isHeard()) far.write(asked);
    });
    near.on("end", () => far.end());
    far.on("data", (answer) => {
      if (!isHeard()) return;
      const instead = this.instead.shift();
      if (instead !== undefined) near.end(instead);
      else if (this.answersToLose > 0) {
        this.answersToLose -= 1;
        near.destroy();
      } else near.write(answer);
    });
  }
}
