import { instant, parseInstant, type Instant } from "../../src/domain/instant.js";
import type { Clock } from "../../src/platform/clock.js";

/** A clock that moves only when a test moves it. */
export class FakeClock implements Clock {
  private readonly alarms = new Set<{ at: Instant; readonly ring: () => void }>();
  private at: Instant;
  private waiting: (() => void)[] = [];

  constructor(at: string) {
    this.at = instantOf(at);
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

  /** Shows another time, earlier ones too, and moves the alarms with it: between two tests. */
  startAt(at: string): void {
    const by = instantOf(at) - this.at;
    this.at = instant(this.at + by);
    for (const alarm of this.alarms) alarm.at = instant(alarm.at + by);
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

function instantOf(text: string): Instant {
  const at = parseInstant(text);
  if (at === null) throw new Error(`no instant: ${text}`);
  return at;
}
