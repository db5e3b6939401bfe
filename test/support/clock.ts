import { instant, parseInstant, type Instant } from "../../src/domain/instant.js";
import type { Clock } from "../../src/platform/clock.js";

/** A clock that moves only when a test moves it. */
export class FakeClock implements Clock {
  private readonly alarms = new Set<{ readonly at: Instant; readonly ring: () => void }>();
  private at: Instant;
  private waiting: (() => void)[] = [];

  constructor(at: string) {
    const start = parseInstant(at);
    if (start === null) throw new Error(`no instant: ${at}`);
    this.at = start;
  }

  now(): Instant {
    return this.at;
  }

  alarm(at: Instant, ring: () => void): () => void {
    const alarm = { at, ring };
    this.alarms.add(alarm);
    for (const look of this.waiting.splice(0)) look();
    return () => this.alarms.delete(alarm);
  }

  /** Resolves once `count` alarms are set to ring within `within` milliseconds. */
  async armed(count: number, within: number): Promise<void> {
    const isArmed = (): boolean => [...this.alarms].filter(({ at }) => at <= this.at + within).length >= count;
    while (!isArmed()) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Moves the clock forward and rings the alarms that are due. */
  advance(milliseconds: number): void {
    this.at = instant(this.at + milliseconds);
    for (const alarm of this.alarms) {
      if (alarm.at > this.at) continue;
      this.alarms.delete(alarm);
      alarm.ring();
    }
  }
}
