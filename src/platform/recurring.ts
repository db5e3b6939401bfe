import { after } from "../domain/instant.js";
import type { Clock } from "./clock.js";

/** Work that recurs: with a pause after each time, so that no time overlaps another, until it is stopped. */
export abstract class Recurring {
  protected isStopped = false;
  private cancel: () => void = () => undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    protected readonly clock: Clock,
    /** In milliseconds. */
    private readonly pause: number,
  ) {}

  /** The first time comes after a pause. */
  start(): void {
    this.wait();
  }

  /** Resolves once what is under way has ended. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.cancel();
    await this.running;
  }

  /** One time; never rejects. */
  protected abstract work(): Promise<void>;

  protected begin(): void {
    this.running = this.work().finally(() => this.wait());
  }

  private wait(): void {
    if (this.isStopped) return;
    this.cancel = this.clock.alarm(after(this.clock.now(), this.pause), () => this.begin());
  }
}
